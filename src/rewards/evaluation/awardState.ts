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

/** How many rebuilds corrected a grant before an entry was written, the correction included. */
export function roundOf({ kind, key }: LedgerEntry): number {
  return isRoot({ kind }) ? 0 : Number(stepPart(key, kind === 'correct' ? 2 : 3)) || 0;
}

/** The latest correction of a grant, of whose entries the first by key speaks for all; `undefined` where there is none. */
export function latestCorrection(entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  let latest: LedgerEntry | undefined;
  let round = 0;
  for (const entry of entries) {
    if (entry.kind !== 'correct') continue;
    const own = roundOf(entry);
    if (latest !== undefined && (own < round || (own === round && latest.key < entry.key))) continue;
    latest = entry;
    round = own;
  }
  return latest;
}

/** The latest correction says whether the reversal stands; after it, or without any, a reversal does. */
function isReversed(entries: readonly LedgerEntry[], round: number): boolean {
  return entries.some((entry) =>
    entry.kind === 'correct'
      ? entry.of !== null && roundOf(entry) === round
      : entry.kind === 'reverse' && roundOf(entry) >= round,
  );
}

/** The payload of a grant, without what its correction says of the past. */
function withoutReturns(payload: ParameterValue): ParameterValue {
  const own = Object.entries(Object(payload) as { readonly [name: string]: ParameterValue });
  return Object.fromEntries(own.filter(([name]) => name !== 'returned'));
}

/** Sums up the entries of one grant, in whatever order they come; `undefined` where the grant itself is not among them. */
export function toAwardState(award: string, entries: readonly LedgerEntry[]): AwardState | undefined {
  let root: LedgerEntry | undefined;
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
  const latest = isPlain ? undefined : latestCorrection(entries);
  const round = latest === undefined ? 0 : roundOf(latest);
  const { rule, subject, occurrence, asset, unit, budget, kind } = root;
  const { on, account, network, payload } = latest ?? root;
  return {
    ...{ key: award, rule, subject, occurrence, account, network, on, asset, unit, budget },
    payload: latest === undefined ? payload : withoutReturns(payload),
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
