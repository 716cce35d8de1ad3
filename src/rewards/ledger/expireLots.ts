import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { stepKey } from '../evaluation/awardKey.js';
import { entriesThrough } from './foldLedger.js';
import type { LedgerEntry } from './ledgerEntry.js';
import { moveEntry } from './ledgerMove.js';
import { foldHoldings, isSpendable } from './lotBook.js';

/**
 * Writes off what expired without being spent: gives the entries to append.
 *
 * Use it in a nightly job, so that the books show what has expired. Balances do not wait for it: what lies past its last day cannot be
 * spent either way.
 *
 * @param ledger - The entries, in any order: all of the members in question.
 * @param asOf - Civil date: lots whose last day lies before it are written off.
 * @returns One entry per lot, by member, kind, unit and lot, each on the day after the lot's last. Two runs give the same keys, and a run
 * on its own entries gives none.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and `CX_INVALID_OPTION` for a day that is
 * none.
 * @example
 * ```ts
 * import { expireLots } from 'cx-scoring/rewards';
 *
 * expireLots([], '2026-12-31'); // => []
 * ```
 */
export function expireLots(ledger: readonly LedgerEntry[], asOf: string): LedgerEntry[] {
  const entries = entriesThrough('expireLots', ledger, asOf);
  return foldHoldings(entries).flatMap(({ member, asset, unit, lots }) =>
    lots
      .filter((lot) => lot.left > 0 && !isSpendable(lot, asOf))
      .map(({ key, award, left, expiresOn, restoredOn, expiries }) => {
        const ended = toCivilDate(toDayNumber(expiresOn) + 1) ?? asOf;
        return moveEntry({
          key: stepKey('expire', key, expiries + 1),
          kind: 'expire',
          // What came back to a lot that had ended ends on the day it came.
          on: restoredOn !== null && restoredOn > ended ? restoredOn : ended,
          bookedOn: asOf,
          ...{ member, asset, unit, award },
          amount: -left,
          lots: [{ lot: key, amount: left }],
        });
      }),
  );
}
