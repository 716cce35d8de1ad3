import { requireRows } from '../../core/options.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { foreignCurrency, minorUnitsOf } from './money.js';

/** What can be wrong with an amount. More codes may be added. */
export type AmountFault = 'missing-value' | 'invalid-amount' | 'foreign-currency';

/** Reasons for which a row is left out for one of its amounts. */
export type AmountExclusion = 'missing' | 'invalid';

/** Largest amount whose square is still a number. */
export const LARGEST_AMOUNT = 1e90;

/** One amount of a row: where it is, and between which limits it can be. */
export interface AmountField<Row> {
  /** Name of the option. */
  readonly name: string;
  /** Reads a number of minor units, money, or something missing. */
  readonly read: (row: Row, index: number) => unknown;
  /** Smallest amount possible. */
  readonly minimum: number;
  /** Largest amount possible. */
  readonly maximum: number;
}

/** Declares an amount of a row: from 0 up, unless other limits are given. */
export function amountField<Row, Value>(
  name: string,
  field: Field<Row, Value>,
  minimum = 0,
  maximum: number = LARGEST_AMOUNT,
): AmountField<Row> {
  return { name, read: fieldReader(field), minimum, maximum };
}

function faultOf(value: unknown, { minimum, maximum }: AmountField<never>): AmountFault | null {
  if (value === null || value === undefined) return 'missing-value';
  return typeof value === 'number' && value >= minimum && value <= maximum ? null : 'invalid-amount';
}

/** The amounts of a row, and what must hold between them. */
export interface AmountRecord<Row> {
  /** The amounts. */
  readonly fields: readonly AmountField<Row>[];
  /** Currency of the amounts, where it is declared. */
  readonly currency: string | undefined;
  /** Position of the amount that contradicts the others, or `null`. */
  readonly faultAt?: ((values: readonly number[]) => number | null) | undefined;
}

/**
 * Makes a reader of the amounts of a row: the numbers, or the reason for which the row is left out. An amount in another currency than
 * the declared one throws, naming the row: a sum over two currencies means nothing and leaving rows out of it would not mend it.
 */
export function amountReader<Row>(
  where: string,
  { fields, currency, faultAt }: AmountRecord<Row>,
): (row: Row, index: number) => readonly number[] | AmountExclusion {
  return (row, index) => {
    const values: number[] = [];
    let reason: AmountExclusion | null = null;
    for (const field of fields) {
      const amount = field.read(row, index);
      const foreign = foreignCurrency(amount, currency);
      if (foreign !== null) {
        const rule = currency === undefined ? 'a plain number while option "currency" is not given' : `in ${currency}`;
        throw cxError('CX_INVALID_INPUT', `${where}: ${field.name} at row ${index}`, rule, foreign);
      }
      const value = minorUnitsOf(amount);
      const fault = faultOf(value, field);
      if (fault !== null) reason ??= fault === 'missing-value' ? 'missing' : 'invalid';
      values.push((value as number) + 0);
    }
    if (reason === null && faultAt && faultAt(values) !== null) return 'invalid';
    return reason ?? values;
  };
}

/** Names the amounts for which rows are left out, or for which a metric throws. `where` is the check. */
export function findAmountFaults<Row>(
  where: string,
  rows: Iterable<Row>,
  { fields, currency, faultAt }: AmountRecord<Row>,
  readId: ((row: Row, index: number) => unknown) | undefined,
): RecordFinding<AmountFault>[] {
  requireRows(where, 'rows', rows);
  const findings: RecordFinding<AmountFault>[] = [];
  let index = 0;
  for (const row of rows) {
    const before = findings.length;
    const add = (code: AmountFault, field: AmountField<Row>, value: unknown): void => {
      findings.push(recordFinding(code, index, readId?.(row, index), field.name, value));
    };
    const values = fields.map((field) => {
      const amount = field.read(row, index);
      const foreign = foreignCurrency(amount, currency);
      const value = minorUnitsOf(amount);
      const fault = foreign === null ? faultOf(value, field) : 'foreign-currency';
      if (fault !== null) add(fault, field, foreign ?? value);
      return value as number;
    });
    const at = findings.length === before && faultAt ? faultAt(values) : null;
    if (at !== null) add('invalid-amount', fields[at] as AmountField<Row>, values[at]);
    index++;
  }
  return findings;
}
