import type { ParameterValue } from '../../core/definition.js';
import { stepKey } from './awardKey.js';
import { isRoot, toAwardState, type AwardState } from './awardState.js';
import { returnsOf } from './countedPart.js';
import { effectOf } from './datedSum.js';
import { listsByKey } from './listsByKey.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';

/** What the entries of one grant come to for one member, unit and budget. */
interface Net {
  readonly samples: LedgerEntry[];
  amount: number;
  pending: number;
  posted: number;
  reserved: number;
}

const FIGURES = ['amount', 'pending', 'posted', 'reserved'] as const;

/** Entries by the grant they belong to. */
export function byAward(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  return listsByKey(entries, ({ award }) => award);
}

/** Figures of different units or budgets are never set against one another. */
function netsOf(entries: readonly LedgerEntry[]): Map<string, Net> {
  const nets = new Map<string, Net>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.member, entry.asset, entry.unit, entry.budget]);
    let net = nets.get(key);
    if (net === undefined) nets.set(key, (net = { samples: [], amount: 0, pending: 0, posted: 0, reserved: 0 }));
    net.samples.push(entry);
    net.amount += entry.amount;
    net.pending += entry.pending;
    net.posted += entry.budgetEffect?.posted ?? 0;
    net.reserved += entry.budgetEffect?.reserved ?? 0;
  }
  return nets;
}

function effectText(entry: LedgerEntry): string {
  const { kind, on, member, asset, unit, amount, pending, account, network, budget, budgetEffect } = entry;
  const where = [kind, on, effectOf(entry), account, network];
  return JSON.stringify([where, member, asset, unit, amount, pending, budget, budgetEffect]);
}

/** Whether what was found only goes on from what is there: a late fact that settles or takes back needs no correction. */
function goesOn(actual: readonly LedgerEntry[], found: readonly LedgerEntry[]): boolean {
  const effects = new Map(found.map((entry) => [entry.key, effectText(entry)]));
  return actual.every((entry) => entry.kind !== 'correct' && effects.get(entry.key) === effectText(entry));
}

/** The grant itself where it is among some entries, else the first by key: which does not depend on their order. */
function sampleOf(entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  const before = (a: LedgerEntry, b: LedgerEntry): boolean => (isRoot(a) === isRoot(b) ? a.key < b.key : isRoot(a));
  return entries.reduce<LedgerEntry | undefined>(
    (first, entry) => (first === undefined || before(entry, first) ? entry : first),
    undefined,
  );
}

/** What a correction says of a grant beside its figures: where caps and the order of days find it, and when what was given back. */
function standingText(award: AwardState | undefined, reversed: boolean, returned: readonly ParameterValue[]): string {
  return JSON.stringify([award?.on, award?.account, award?.network, reversed, returned]);
}

function correctionsOf(
  award: string,
  actual: readonly LedgerEntry[],
  found: readonly LedgerEntry[],
  expired: readonly LedgerEntry[],
  asOf: string,
): LedgerEntry[] {
  // What has expired is gone: it is not taken once more.
  const gone = (key: string): number => {
    const [member, asset, unit] = JSON.parse(key) as readonly string[];
    const own = expired.filter((entry) => entry.member === member && entry.asset === asset && entry.unit === unit);
    return own.reduce((sum, { amount }) => sum - amount, 0);
  };
  const [before, after] = [netsOf(actual), netsOf(found)];
  const [was, is] = [toAwardState(award, actual), toAwardState(award, found)];
  const returned = returnsOf(found);
  // A grant that is found no more stays where it was, with nothing left to count.
  const stands = is ?? was;
  const differs =
    standingText(was, was?.reversed ?? false, returnsOf(actual)) !==
    standingText(stands, is?.reversed ?? false, returned);
  const reversal = is?.reversed === true ? found.find(({ kind }) => kind === 'reverse') : undefined;
  const payload = stands?.payload ?? null;
  const keys = Array.from(new Set([...before.keys(), ...after.keys()])).sort();
  return keys.flatMap((key, place): LedgerEntry[] => {
    const [old, now] = [before.get(key), after.get(key)];
    const [change, pending, posted, reserved] = FIGURES.map(
      (figure) => (now?.[figure] ?? 0) - (old?.[figure] ?? 0),
    ) as [number, number, number, number];
    const amount = change < 0 ? Math.min(0, Math.max(change, gone(key) - (old?.amount ?? 0))) : change;
    const isSame = amount === 0 && pending === 0 && posted === 0 && reserved === 0;
    if (isSame && !(differs && place === 0)) return [];
    const samples = now?.samples ?? old?.samples ?? [];
    const sample = sampleOf(samples) as LedgerEntry;
    const lot = sampleOf(samples.filter((entry) => entry.amount > 0)) ?? sample;
    return [
      {
        ...sample,
        key: stepKey(
          'correct',
          award,
          (was?.round ?? 0) + 1,
          sample.member,
          sample.asset,
          sample.unit,
          sample.budget ?? '',
        ),
        kind: 'correct',
        on: stands?.on ?? sample.on,
        account: stands === undefined ? sample.account : stands.account,
        network: stands === undefined ? sample.network : stands.network,
        bookedOn: asOf,
        amount,
        pending,
        desired: null,
        fact: null,
        budgetEffect: sample.budget === null ? null : { posted, reserved },
        of: reversal?.key ?? null,
        expiresOn: lot.expiresOn,
        lots: [],
        negative: false,
        payload:
          returned.length === 0
            ? payload
            : { ...(Object(payload) as { readonly [name: string]: ParameterValue }), returned },
      },
    ];
  });
}

/**
 * The entries that lead from a ledger to what a rebuild found: new grants and new steps as they are, and corrections of grants that came
 * out otherwise, one per member, unit and budget. History is never changed.
 */
export function rebuildEntries(
  actual: readonly LedgerEntry[],
  rebuilt: readonly LedgerEntry[],
  expired: readonly LedgerEntry[],
  asOf: string,
): LedgerEntry[] {
  const before = byAward(actual);
  const after = byAward(rebuilt);
  const gone = byAward(expired);
  const corrected = new Set<string>();
  const corrections = Array.from(before)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([award, own]) => {
      const found = after.get(award) ?? [];
      if (goesOn(own, found)) return [];
      corrected.add(award);
      return correctionsOf(award, own, found, gone.get(award) ?? [], asOf);
    });
  const known = new Set(actual.map(({ key }) => key));
  const added = rebuilt.filter(({ award, key }) => award !== null && !corrected.has(award) && !known.has(key));
  return [...added, ...corrections];
}
