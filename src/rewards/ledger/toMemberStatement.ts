import { requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { requireEntries, type LedgerEntry } from './ledgerEntry.js';
import { requireId } from './ledgerMove.js';

/** What the books show at one end of a statement. */
export interface StatementBalance {
  /** Sum of what was added and taken. */
  readonly amount: number;
  /** Reserved and not settled. */
  readonly pending: number;
}

/** What happened to one kind and unit of one member between two days. */
export interface MemberStatement {
  /** Whose. */
  readonly member: string;
  /** Kind of grant. */
  readonly asset: LedgerEntry['asset'];
  /** Unit: of points, the currency, or the badge. */
  readonly unit: string;
  /** First day, included. */
  readonly from: string;
  /** Last day, included. */
  readonly through: string;
  /** The books before the first day. */
  readonly opening: StatementBalance;
  /** The entries of the days, by day and key. */
  readonly entries: readonly LedgerEntry[];
  /** The books after the last day. */
  readonly closing: StatementBalance;
}

function sumOf(opening: StatementBalance, entries: readonly LedgerEntry[]): StatementBalance {
  let { amount, pending } = opening;
  for (const entry of entries) {
    amount += entry.amount;
    pending += entry.pending;
  }
  return { amount, pending };
}

/**
 * Shows what happened to what a member has between two days: opening, entries, closing.
 *
 * Use it for the account statement a member sees. Statements of days that follow one another fit: one closes as the next opens.
 *
 * @param ledger - The entries, in any order: all of the member.
 * @param member - Id of the member.
 * @param from - First civil date, included.
 * @param through - Last civil date, included.
 * @returns One statement per kind and unit, in code-unit order; none for a member without entries up to the last day. The books count
 * what has expired only once an entry says so (`expireLots`).
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for something else than a ledger and `CX_INVALID_OPTION` for days that are
 * none or in the wrong order.
 * @remarks Entries count on the day they take effect, not on the day they were booked: a correction of a closed month shows in that month.
 * @example
 * ```ts
 * import { toMemberStatement } from 'cx-scoring/rewards';
 *
 * toMemberStatement([], 'lea', '2026-03-01', '2026-03-31'); // => []
 * toMemberStatement([], 'lea', '2026-03-31', '2026-03-01'); // throws /no day before/
 * ```
 */
export function toMemberStatement(
  ledger: readonly LedgerEntry[],
  member: string,
  from: string,
  through: string,
): MemberStatement[] {
  const where = 'toMemberStatement';
  requireEntries(where, ledger);
  requireId(where, 'member', member);
  requireOption(isCivilDate(from), where, 'from', 'a civil date YYYY-MM-DD', from);
  requireOption(isCivilDate(through), where, 'through', 'a civil date YYYY-MM-DD', through);
  requireOption(from <= through, where, 'through', `no day before "${from}"`, through);
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    if (entry.member !== member || entry.on > through) continue;
    const key = JSON.stringify([entry.asset, entry.unit]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return Array.from(groups)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const [asset, unit] = JSON.parse(key) as [LedgerEntry['asset'], string];
      const before = own.filter(({ on }) => on < from);
      const entries = own
        .filter(({ on }) => on >= from)
        .sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1));
      const opening = sumOf({ amount: 0, pending: 0 }, before);
      return { member, asset, unit, from, through, opening, entries, closing: sumOf(opening, entries) };
    });
}
