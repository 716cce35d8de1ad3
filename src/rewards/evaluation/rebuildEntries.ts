import { stepKey } from './awardKey.js';
import { isRoot, toAwardState } from './awardState.js';
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

function byAward(entries: readonly LedgerEntry[]): Map<string, LedgerEntry[]> {
  const awards = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (entry.award === null) continue;
    const own = awards.get(entry.award);
    if (own === undefined) awards.set(entry.award, [entry]);
    else own.push(entry);
  }
  return awards;
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

function effectText({ kind, member, asset, unit, amount, pending, budget, budgetEffect }: LedgerEntry): string {
  return JSON.stringify([kind, member, asset, unit, amount, pending, budget, budgetEffect]);
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
  const differs = (was?.reversed ?? false) !== (is?.reversed ?? false);
  const reversal = is?.reversed === true ? found.find(({ kind }) => kind === 'reverse') : undefined;
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
        on: is?.on ?? was?.on ?? sample.on,
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
        payload: is?.payload ?? was?.payload ?? sample.payload,
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
