import type { ParameterValue } from '../../core/definition.js';
import { stepPart } from './awardKey.js';
import type { LedgerEntry, LedgerRule } from '../ledger/ledgerEntry.js';

/** What one member has of a grant. */
export interface AwardPart {
  /** Granted for good. */
  readonly amount: number;
  /** Set aside. */
  readonly pending: number;
}

/** What has become of one grant: the sum of its entries. */
export interface AwardState {
  /** Key of the grant. */
  readonly key: string;
  /** The rule that granted. */
  readonly rule: LedgerRule | null;
  /** Who earned it. */
  readonly subject: string | null;
  /** What it is for. */
  readonly occurrence: string | null;
  /** Account. */
  readonly account: string | null;
  /** Network. */
  readonly network: string | null;
  /** Civil date it was granted on. */
  readonly on: string;
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit of the grant. */
  readonly unit: string;
  /** Budget that pays. */
  readonly budget: string | null;
  /** What must be the same when the key comes again. */
  readonly payload: ParameterValue;
  /** What each member has of it, in code-unit order of their ids. */
  readonly parts: readonly (readonly [string, AwardPart])[];
  /** Whether it was set aside and is settled by what comes later. */
  readonly inTwoPhases: boolean;
  /** Whether it was taken back: at most once. */
  readonly reversed: boolean;
  /** How often a rebuild corrected it: what happens after a correction has keys of its own. */
  readonly round: number;
}

/** Tells whether an entry is a grant, and not what became of one. */
export function isRoot({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kind === 'award' || kind === 'reserve';
}

/** How many rebuilds corrected a grant. */
function lastRound(entries: readonly LedgerEntry[]): number {
  return entries.reduce(
    (last, { kind, key }) => (kind === 'correct' ? Math.max(last, Number(stepPart(key, 2)) || 0) : last),
    0,
  );
}

/** The latest correction says whether the reversal stands; after it, or without any, a reversal does. */
function isReversed(entries: readonly LedgerEntry[], round: number): boolean {
  return entries.some(({ kind, key, of }) =>
    kind === 'correct'
      ? of !== null && stepPart(key, 2) === round
      : kind === 'reverse' && (Number(stepPart(key, 3)) || 0) >= round,
  );
}

/** Sums up the entries of one grant, in whatever order they come; `undefined` where the grant itself is not among them. */
export function toAwardState(award: string, entries: readonly LedgerEntry[]): AwardState | undefined {
  let root: LedgerEntry | undefined;
  let latest: LedgerEntry | undefined;
  const sums = new Map<string, { amount: number; pending: number }>();
  let isPlain = true;
  for (const entry of entries) {
    const part = sums.get(entry.member);
    if (part === undefined) sums.set(entry.member, { amount: entry.amount, pending: entry.pending });
    else {
      part.amount += entry.amount;
      part.pending += entry.pending;
    }
    if (isRoot(entry) && (root === undefined || entry.key < root.key)) root = entry;
    if (entry.kind === 'correct' || entry.kind === 'reverse') isPlain = false;
  }
  if (root === undefined) return undefined;
  const round = isPlain ? 0 : lastRound(entries);
  if (round > 0)
    for (const entry of entries)
      if (entry.kind === 'correct' && stepPart(entry.key, 2) === round && !(latest && latest.key < entry.key))
        latest = entry;
  const { rule, subject, occurrence, account, network, on, asset, unit, budget, kind } = root;
  return {
    ...{ key: award, rule, subject, occurrence, account, network, on, asset, unit, budget },
    payload: (latest ?? root).payload,
    parts: Array.from(sums).sort(([a], [b]) => (a < b ? -1 : 1)),
    inTwoPhases: kind === 'reserve',
    reversed: !isPlain && isReversed(entries, round),
    round,
  };
}

/** What a grant comes to over its members. */
export function awardTotal({ parts }: AwardState, of: keyof AwardPart): number {
  return parts.reduce((total, [, part]) => total + part[of], 0);
}
