import {
  holdingOf,
  knownMove,
  moveEntry,
  refusedMove,
  requireId,
  requireMove,
  requireOther,
  type LedgerMove,
  type LedgerMoveOptions,
} from './ledgerMove.js';
import { allocateLots, spendableOf } from './allocateLots.js';

/** Options of {@link transferPoints}. */
export interface TransferPointsOptions extends LedgerMoveOptions {
  /** Who gives. */
  readonly from: string;
  /** Who receives. */
  readonly to: string;
}

/**
 * Moves points from one member to another: gives the entries to append, or says why not.
 *
 * Use it where members may pool what they have. Each lot moves with its last day, so that a transfer does not renew points.
 *
 * @param options - The ledger, who gives whom how much of what, the day, and the id of the transfer at the host.
 * @returns A pair of entries per lot, out and in, or a refusal: `'insufficient'`, or `'conflict'` when the id was used for another
 * transfer. The same transfer again is a `'duplicate'` without entries.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_INPUT` for options or entries out of place, and for a
 * transfer to oneself.
 * @example
 * ```ts
 * import { transferPoints } from 'cx-scoring/rewards';
 *
 * const asked = { from: 'lea', to: 'tom', asset: 'points', unit: 'pt', amount: 30, on: '2026-04-01', key: 't1' } as const;
 * transferPoints({ ...asked, ledger: [] }).reason; // => 'insufficient'
 * transferPoints({ ...asked, to: 'lea', ledger: [] }); // throws /another member/
 * ```
 */
export function transferPoints(options: TransferPointsOptions): LedgerMove {
  const where = 'transferPoints';
  requireMove(where, options);
  const { ledger, from, to, asset, unit, amount, on, bookedOn = on, key: id } = options;
  requireId(where, 'from', from);
  requireId(where, 'to', to);
  requireOther(where, from, to);
  const holding = holdingOf(ledger, { member: from, asset, unit });
  const available = spendableOf(holding, on);
  const payload = { from, to, asset, unit, amount };
  const known = knownMove(ledger, JSON.stringify(['transfer-out', id, 1]), payload, available);
  if (known !== null) return known;
  if (amount > available) return refusedMove('insufficient', available);
  const days = new Map(holding.lots.map(({ key, expiresOn }) => [key, expiresOn]));
  const entries = allocateLots(holding, amount, on).flatMap((part, place) => {
    const [out, into] = ['transfer-out', 'transfer-in'].map((kind) => JSON.stringify([kind, id, place + 1])) as [
      string,
      string,
    ];
    const shared = { on, bookedOn, asset, unit, payload };
    const given = { key: out, kind: 'transfer-out', member: from, amount: -part.amount, lots: [part] } as const;
    const got = { key: into, kind: 'transfer-in', member: to, amount: part.amount, of: out } as const;
    const expiresOn = days.get(part.lot) ?? null;
    return [moveEntry({ ...shared, ...given }), moveEntry({ ...shared, ...got, expiresOn })];
  });
  return { outcome: 'accepted', reason: null, available, entries };
}
