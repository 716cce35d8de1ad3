import { requireOptions } from '../../core/options.js';
import { foldLedger, type FoldLedgerOptions, type LedgerBalance } from './foldLedger.js';
import type { LedgerEntry } from './ledgerEntry.js';

/** What is owed and expires in one month. */
export interface LiabilityMonth {
  /** Month of the last day, `YYYY-MM`; `null` for what never expires. */
  readonly month: string | null;
  /** What members can spend until then. */
  readonly amount: number;
}

/** What is owed to members in one kind and unit. */
export interface LedgerLiability {
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency, or the badge. */
  readonly unit: string;
  /** What members can spend. */
  readonly available: number;
  /** Reserved and not settled yet. */
  readonly pending: number;
  /** The two together. */
  readonly owed: number;
  /** What members owe, where more was taken back than they had; not set against what is owed to others. */
  readonly debts: number;
  /** How many members have something to spend. */
  readonly members: number;
  /** What can be spent, by the month of its last day; what never expires comes last. */
  readonly months: readonly LiabilityMonth[];
}

function monthsOf(balances: readonly LedgerBalance[]): LiabilityMonth[] {
  const months = new Map<string, number>();
  for (const { lots } of balances)
    for (const { amount, expiresOn } of lots) {
      const month = expiresOn?.slice(0, 7) ?? '';
      months.set(month, (months.get(month) ?? 0) + amount);
    }
  return Array.from(months)
    .sort(([a], [b]) => (a === '' ? 1 : b === '' || a < b ? -1 : 1))
    .map(([month, amount]) => ({ month: month === '' ? null : month, amount }));
}

/**
 * Folds a ledger into what is owed to members: what they can spend and what is reserved, and until when.
 *
 * Use it for the provision in the accounts and to see how much expires when.
 *
 * @param ledger - The entries, in any order.
 * @param options - The day.
 * @returns One liability per kind and unit, in code-unit order.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and for sums that are no longer exact,
 * and `CX_INVALID_OPTION` for a day that is none.
 * @example
 * ```ts
 * import { foldLiability } from 'cx-scoring/rewards';
 *
 * foldLiability([], { asOf: '2026-12-31' }); // => []
 * ```
 */
export function foldLiability(ledger: readonly LedgerEntry[], options: FoldLedgerOptions): LedgerLiability[] {
  requireOptions('foldLiability', options);
  const groups = new Map<string, LedgerBalance[]>();
  for (const balance of foldLedger(ledger, options)) {
    const key = JSON.stringify([balance.asset, balance.unit]);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [balance]);
    else own.push(balance);
  }
  return Array.from(groups)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const [asset, unit] = JSON.parse(key) as [LedgerEntry['asset'], string];
      const sum = (of: (balance: LedgerBalance) => number): number => own.reduce((total, item) => total + of(item), 0);
      const available = sum((item) => Math.max(0, item.available));
      const pending = sum((item) => item.pending);
      const debts = sum((item) => Math.max(0, -item.available));
      const members = own.filter((item) => item.available > 0).length;
      return { asset, unit, available, pending, owed: available + pending, debts, members, months: monthsOf(own) };
    });
}
