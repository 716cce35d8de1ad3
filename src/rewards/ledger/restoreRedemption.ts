import { requireOption, requireOptions } from '../../core/options.js';
import type { LedgerEntry, LotAllocation } from './ledgerEntry.js';
import { requireEntries } from './ledgerEntry.js';
import { holdingOf, knownMove, moveEntry, refusedMove, requireDays, requireId, type LedgerMove } from './ledgerMove.js';
import { spendableOf } from './allocateLots.js';

/** Options of {@link restoreRedemption}. */
export interface RestoreRedemptionOptions {
  /** The ledger: all entries of the member. */
  readonly ledger: readonly LedgerEntry[];
  /** Id of the spend at the host: the `key` that `redeem` was given. */
  readonly redemption: string;
  /**
   * How much is given back, from 1.
   * @defaultValue all that was not given back yet
   */
  readonly amount?: number | undefined;
  /** Civil date it takes effect on. */
  readonly on: string;
  /**
   * Civil date it is written on.
   * @defaultValue that of `on`
   */
  readonly bookedOn?: string | undefined;
  /** Id of the return at the host: the same id gives nothing back twice. */
  readonly key: string;
}

/** What is still to be given back of a spend, by lot: those that expire last come first, which is the reverse of spending. */
function openLots(redemption: LedgerEntry, restores: readonly LedgerEntry[]): LotAllocation[] {
  const given = new Map<string, number>();
  for (const { lots } of restores) for (const { lot, amount } of lots) given.set(lot, (given.get(lot) ?? 0) + amount);
  return redemption.lots
    .map(({ lot, amount }) => ({ lot, amount: amount - (given.get(lot) ?? 0) }))
    .filter(({ amount }) => amount > 0)
    .reverse();
}

/**
 * Gives a spend back, whole or in part, to the lots it was taken from.
 *
 * Use it when an order paid with points is cancelled. A lot that expired meanwhile comes back already expired: cancelling an order is no
 * way around expiry.
 *
 * @param options - The ledger, the spend, how much, the day, and the id of the return at the host.
 * @returns The entry to append, or a refusal: `'unknown-redemption'`, `'already-restored'` when less is left to give back than was asked
 * for, `'conflict'` when the id was used for another return. The same return again is a `'duplicate'` without entries.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_INPUT` for options or entries out of place.
 * @example
 * ```ts
 * import { restoreRedemption } from 'cx-scoring/rewards';
 *
 * const { outcome, reason } = restoreRedemption({ ledger: [], redemption: 'order-7', on: '2026-04-02', key: 'return-7' });
 * outcome; // => 'refused'
 * reason; // => 'unknown-redemption'
 * ```
 */
export function restoreRedemption(options: RestoreRedemptionOptions): LedgerMove {
  const where = 'restoreRedemption';
  requireOptions(where, options);
  const { ledger, redemption, on, bookedOn = on, key: id } = options;
  requireEntries(where, ledger);
  requireId(where, 'redemption', redemption);
  requireId(where, 'key', id);
  requireDays(where, options);
  const { amount } = options;
  const isAmount = amount === undefined || (Number.isSafeInteger(amount) && amount >= 1);
  requireOption(isAmount, where, 'amount', 'a whole number from 1', amount);
  const of = JSON.stringify(['redeem', redemption]);
  const spend = ledger.find((entry) => entry.key === of);
  if (spend === undefined) return refusedMove('unknown-redemption', 0);
  const { member, asset, unit } = spend;
  const available = spendableOf(holdingOf(ledger, spend), on);
  const key = JSON.stringify(['restore', id]);
  const payload = { redemption, amount: amount ?? null };
  const known = knownMove(ledger, key, payload, available);
  if (known !== null) return known;
  const open = openLots(
    spend,
    ledger.filter((entry) => entry.kind === 'restore' && entry.of === of),
  );
  const most = open.reduce((sum, lot) => sum + lot.amount, 0);
  const whole = amount ?? most;
  if (whole > most || most === 0) return refusedMove('already-restored', available);
  let rest = whole;
  const lots: LotAllocation[] = [];
  for (const lot of open) {
    const own = Math.min(lot.amount, rest);
    if (own > 0) lots.push({ lot: lot.lot, amount: own });
    rest -= own;
  }
  const moved = { key, kind: 'restore', on, bookedOn, member, asset, unit, amount: whole, of, lots, payload } as const;
  return { outcome: 'accepted', reason: null, available, entries: [moveEntry(moved)] };
}
