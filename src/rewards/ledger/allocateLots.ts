import type { LotAllocation } from './ledgerEntry.js';
import { isSpendable, type Holding } from './lotBook.js';

/** What can be spent on a day: what lots made by then hold, less debts. */
export function spendableOf({ lots, debt }: Holding, on: string): number {
  return lots.reduce((sum, lot) => sum + (lot.on <= on && isSpendable(lot, on) ? lot.left : 0), 0) - debt;
}

/** The lots that an amount is taken from on a day, first expiring first. */
export function allocateLots({ lots }: Holding, amount: number, on: string): LotAllocation[] {
  let rest = amount;
  const taken: LotAllocation[] = [];
  for (const lot of lots) {
    const own = lot.on <= on && isSpendable(lot, on) ? Math.min(lot.left, rest) : 0;
    if (own > 0) taken.push({ lot: lot.key, amount: own });
    rest -= own;
  }
  return taken;
}
