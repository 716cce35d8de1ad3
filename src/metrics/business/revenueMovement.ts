import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import type { ResultOptions } from '../../core/result.js';
import type { Id } from '../../measures/keyedTally.js';
import {
  amountField,
  amountReader,
  findAmountFaults,
  type AmountExclusion,
  type AmountFault,
  type AmountRecord,
} from './amounts.js';
import { requireCurrency, type MoneyValue } from './money.js';

/** Where the revenue of a customer is, at the start and at the end of a period. */
export interface RevenueMovementOptions<Row> extends ResultOptions {
  /** Revenue at the start, from 0; 0 for a customer who came later. */
  readonly startRevenue: Field<Row, MoneyValue>;
  /** Revenue at the end, from 0; 0 for a customer who left. Missing is not 0: such a customer is left out. */
  readonly endRevenue: Field<Row, MoneyValue>;
  /** Part of the revenue at the end that price clauses of running contracts added: it is no expansion and is taken off. */
  readonly escalation?: Field<Row, MoneyValue> | undefined;
  /** Currency of the amounts, as an ISO 4217 code; required where amounts name theirs. */
  readonly currency?: string | undefined;
  /** Length of the period in your own words, such as `'year'`: a quarterly and a yearly ratio are then never compared. */
  readonly period?: string | undefined;
}

/** Revenue of a customer at the start and at the end. */
export interface RevenueMovement {
  /** At the start. */
  readonly start: number;
  /** At the end, without escalation. */
  readonly end: number;
}

function recordOf<Row>(options: RevenueMovementOptions<Row>): AmountRecord<Row> {
  const { escalation, currency } = options;
  const fields = [amountField('startRevenue', options.startRevenue), amountField('endRevenue', options.endRevenue)];
  if (escalation !== undefined) fields.push(amountField('escalation', escalation));
  // No more can be added than there is.
  return { fields, currency, faultAt: ([, end = 0, added = 0]) => (added > end ? 2 : null) };
}

/** Checks the options and makes the reader of a customer's revenue. */
export function movementReader<Row>(
  where: string,
  options: RevenueMovementOptions<Row>,
): (row: Row, index: number) => RevenueMovement | AmountExclusion {
  requireOptions(where, options);
  const { currency, period } = options;
  if (currency !== undefined) requireCurrency(where, currency);
  requireOption(period === undefined || typeof period === 'string', where, 'period', 'a text', period);
  const read = amountReader(where, recordOf(options));
  return (row, index) => {
    const amounts = read(row, index);
    if (typeof amounts === 'string') return amounts;
    const [start = 0, end = 0, escalation = 0] = amounts;
    return { start, end: end - escalation };
  };
}

/** What the definition says of the options. */
export function movementParameters({
  period,
  escalation,
}: {
  readonly period?: string | undefined;
  readonly escalation?: unknown;
}): Record<string, string | boolean> {
  return { ...(period !== undefined && { period }), ...(escalation !== undefined && { withoutEscalation: true }) };
}

/**
 * Names the customers that the revenue retention and the earned growth leave out for an amount, and why.
 *
 * Use it before {@link computeGrossRevenueRetention}, {@link computeNetRevenueRetention} and {@link computeEarnedGrowth}: credit notes that make a
 * revenue negative, texts, missing ends and amounts in another currency show here.
 *
 * @param rows - One row per customer.
 * @param options - The options of the metric, and where the `account` is named.
 * @returns One finding for each amount at fault: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkRevenueMovements } from 'cx-scoring';
 *
 * const rows = [{ id: 'a', start: 100, end: null }, { id: 'b', start: 100, end: -5 }];
 * const findings = checkRevenueMovements(rows, { account: 'id', startRevenue: 'start', endRevenue: 'end' });
 * findings[0]?.code; // => 'missing-value'
 * findings[1]; // => { code: 'invalid-amount', index: 1, id: 'b', field: 'endRevenue', value: -5 }
 * ```
 */
export function checkRevenueMovements<Row>(
  rows: Iterable<Row>,
  options: RevenueMovementOptions<NoInfer<Row>> & {
    /** Where the account is named. */
    readonly account?: Field<NoInfer<Row>, Id> | undefined;
  },
): RecordFinding<AmountFault>[] {
  requireOptions('checkRevenueMovements', options);
  const { account } = options;
  return findAmountFaults('checkRevenueMovements', rows, recordOf<Row>(options), account && fieldReader(account));
}
