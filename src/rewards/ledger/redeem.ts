import {
  holdingOf,
  knownMove,
  moveEntry,
  refusedMove,
  requireId,
  requireMove,
  type LedgerMove,
  type LedgerMoveOptions,
} from './ledgerMove.js';
import { allocateLots, spendableOf } from './allocateLots.js';

/** Options of {@link redeem}. */
export interface RedeemOptions extends LedgerMoveOptions {
  /** Who spends. */
  readonly member: string;
}

/**
 * Spends what a member has: gives the entry to append, or says why not.
 *
 * Use it where a member pays with points. The entry keeps which lots it was taken from, first expiring first, so that it can be given
 * back exactly. The host appends it with a unique index on `key`, after checking that no other move of the member came between.
 *
 * @param options - The ledger, who spends how much of what, the day, and the id of the spend at the host.
 * @returns The entry, or a refusal: `'insufficient'`, or `'conflict'` when the id was used for another spend. The same spend again is a
 * `'duplicate'` without entries.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_INPUT` for options or entries out of place.
 * @remarks Lots made after the day, or whose last day lies before it, are not touched.
 * @example
 * ```ts
 * import { redeem } from 'cx-scoring/rewards';
 *
 * const asked = { member: 'lea', asset: 'points', unit: 'pt', amount: 30, on: '2026-04-01', key: 'order-7' } as const;
 * const { outcome, reason, available } = redeem({ ...asked, ledger: [] });
 * outcome; // => 'refused'
 * reason; // => 'insufficient'
 * available; // => 0
 * ```
 */
export function redeem(options: RedeemOptions): LedgerMove {
  requireMove('redeem', options);
  const { ledger, member, asset, unit, amount, on, bookedOn = on, key: id } = options;
  requireId('redeem', 'member', member);
  const key = JSON.stringify(['redeem', id]);
  const payload = { member, asset, unit, amount };
  const holding = holdingOf(ledger, payload);
  const available = spendableOf(holding, on);
  const known = knownMove(ledger, key, payload, available);
  if (known !== null) return known;
  if (amount > available) return refusedMove('insufficient', available);
  const lots = allocateLots(holding, amount, on);
  const entry = moveEntry({ key, kind: 'redeem', on, bookedOn, member, asset, unit, amount: -amount, lots, payload });
  return { outcome: 'accepted', reason: null, available, entries: [entry] };
}
