import { cxError } from '../core/errors.js';
import type { KeyedTally } from '../measures/keyedTally.js';
import { keyOf, keyedTallyFinder } from '../measures/keyedTally.js';
import type { ScaleMeasure } from '../measures/ratioMeasure.js';
import type { ScaleTally } from '../measures/scaleTally.js';

/** What is kept of one account: its answers, its revenue as the rows tell it, and what of it was not asked for. */
export interface AccountCell {
  /** Its answers. */
  readonly answers: ScaleTally;
  /** Smallest and largest revenue its rows tell; empty while none does. */
  readonly revenues: number[];
}

/** Tally of account metrics: one cell for each account, and the rows left out because of their role. Plain data. */
export interface AccountTally {
  /** The accounts. */
  readonly cells: KeyedTally<AccountCell>;
  /** Rows left out: of another role, without a role. */
  readonly excluded: number[];
}

/** Adds a revenue to those an account is told to have. */
function addRevenue(cell: AccountCell, revenue: number): void {
  const [least = revenue, most = revenue] = cell.revenues;
  cell.revenues.splice(0, 2, Math.min(least, revenue), Math.max(most, revenue));
}

/** How the rows of an account metric are read. */
export interface AccountReading<Row> {
  /** Function the user called, for messages. */
  readonly where: string;
  /** The metric of each account. */
  readonly measure: ScaleMeasure<Row, unknown>;
  /** Id of the account. */
  readonly account: (row: Row, index: number) => unknown;
  /** Revenue of the account, where the metric is weighted by it. */
  readonly revenue: ((row: Row, index: number) => unknown) | undefined;
  /** Role of the respondent, where only some roles count. */
  readonly role: ((row: Row, index: number) => unknown) | undefined;
  /** The roles that count. */
  readonly roles: readonly string[] | undefined;
}

/** The way account tallies are made, filled and merged. */
export interface AccountTallying<Row> {
  /** Makes an empty tally. */
  readonly createTally: () => AccountTally;
  /** Adds one row. */
  readonly addRow: (tally: AccountTally, row: Row, index: number) => void;
  /** Adds one tally to another. */
  readonly mergeTallies: (into: AccountTally, from: AccountTally) => void;
}

/** Makes the functions that tally rows by account. */
export function accountTallying<Row>(reading: AccountReading<Row>): AccountTallying<Row> {
  const { where, measure, account, revenue, role, roles } = reading;
  const createCell = (): AccountCell => ({ answers: measure.createTally(), revenues: [] });
  const find = keyedTallyFinder(createCell);
  const mergeCells = (into: AccountCell, from: AccountCell): void => {
    measure.mergeTallies(into.answers, from.answers);
    from.revenues.forEach((own) => addRevenue(into, own));
  };
  return {
    createTally: () => ({ cells: { keys: [], tallies: [], unkeyed: createCell() }, excluded: [0, 0] }),
    addRow: (tally, row, index) => {
      const cell = find(tally.cells, keyOf(where, account(row, index), index));
      const own = role?.(row, index) ?? null;
      if (roles && !(roles as readonly unknown[]).includes(own)) {
        (tally.excluded[own === null ? 1 : 0] as number)++;
        return;
      }
      measure.addRow(cell.answers, row, index);
      const amount = revenue?.(row, index) ?? null;
      if (amount === null) return;
      if (!(typeof amount === 'number' && amount >= 0 && amount <= 1e25))
        throw cxError('CX_INVALID_WEIGHT', `${where}: revenue at row ${index}`, 'a number from 0 to 1e+25', amount);
      addRevenue(cell, amount);
    },
    mergeTallies: (into, from) => {
      from.cells.keys.forEach((key, at) => mergeCells(find(into.cells, key), from.cells.tallies[at] as AccountCell));
      mergeCells(into.cells.unkeyed, from.cells.unkeyed);
      from.excluded.forEach((count, reason) => ((into.excluded[reason] as number) += count));
    },
  };
}
