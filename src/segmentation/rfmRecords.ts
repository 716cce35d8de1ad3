import { dayOf } from '../core/moment.js';
import { toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';
import { isIterable } from '../measures/input.js';
import type { Id } from '../measures/keyedTally.js';

/** Where recency, frequency and monetary value of a customer are. */
export interface RfmFields<Row> {
  /** Id of the customer: text or a whole number. */
  readonly account: Field<Row, Id>;
  /** The last purchase: a civil date or an instant, with `asOf`, or the days since as a number from 0. */
  readonly recency: Field<Row, string | number | null | undefined>;
  /** How often the customer bought: a number from 0. */
  readonly frequency: Field<Row, Score>;
  /** What the customer bought for, in one currency: a sum or a mean; negative where credit notes prevail. */
  readonly monetary: Field<Row, Score>;
  /** Civil date from which recency is counted; needed where it is a date. */
  readonly asOf?: string | undefined;
}

/** What can be wrong with a customer. More codes may be added. */
export type RfmFault =
  | 'missing-value'
  | 'invalid-account'
  | 'invalid-date'
  | 'purchase-after-as-of'
  | 'negative-recency'
  | 'negative-frequency'
  | 'invalid-number'
  | 'repeated-account';

/** A customer that can be scored. */
export interface RfmRecord {
  /** Id, as text. */
  readonly account: string;
  /** Days since the last purchase. */
  readonly recencyDays: number;
  /** How often the customer bought. */
  readonly frequency: number;
  /** What the customer bought for. */
  readonly monetary: number;
}

type Fault = readonly [code: RfmFault, field: 'account' | 'recency' | 'frequency' | 'monetary', value: unknown];

/** The customers that can be scored, in code-unit order, and what is wrong with the others, by row. */
export interface RfmReading {
  /** Customers without a fault. */
  readonly records: readonly RfmRecord[];
  /** Faults, in the order of the rows. */
  readonly findings: readonly RecordFinding<RfmFault>[];
}

/** The day of a civil date, or of an instant as written; NaN for anything else. */
export function purchaseDay(text: unknown): number {
  return typeof text === 'string' && text.length > 10 ? dayOf(text) : toDayNumber(text);
}

/** Days since the last purchase, or what is wrong with it. */
function recencyOf(value: unknown, asOf: number): number | Fault {
  if (value === null || value === undefined) return ['missing-value', 'recency', value];
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return ['invalid-number', 'recency', value];
    return value >= 0 ? value : ['negative-recency', 'recency', value];
  }
  const days = asOf - purchaseDay(value);
  if (Number.isNaN(days)) return ['invalid-date', 'recency', value];
  return days >= 0 ? days : ['purchase-after-as-of', 'recency', value];
}

/** Reads a customer; the first fault if there is one. */
function readRecord(
  account: unknown,
  recency: unknown,
  frequency: unknown,
  monetary: unknown,
  asOf: number,
): RfmRecord | Fault {
  if (account === null || account === undefined || account === '') return ['missing-value', 'account', account];
  const id = typeof account === 'number' && Number.isSafeInteger(account) ? String(account) : account;
  if (typeof id !== 'string') return ['invalid-account', 'account', account];
  const days = recencyOf(recency, asOf);
  if (typeof days !== 'number') return days;
  if (frequency === null || frequency === undefined) return ['missing-value', 'frequency', frequency];
  if (typeof frequency !== 'number' || !Number.isFinite(frequency)) return ['invalid-number', 'frequency', frequency];
  if (frequency < 0) return ['negative-frequency', 'frequency', frequency];
  if (monetary === null || monetary === undefined) return ['missing-value', 'monetary', monetary];
  if (typeof monetary !== 'number' || !Number.isFinite(monetary)) return ['invalid-number', 'monetary', monetary];
  return {
    account: id,
    recencyDays: days + 0,
    frequency: frequency + 0,
    monetary: monetary + 0,
  };
}

/** Reads the customers. One that occurs twice is left out altogether: which row to keep would depend on their order. */
export function readRfm<Row>(where: string, customers: Iterable<Row>, fields: RfmFields<Row>): RfmReading {
  if (!isIterable(customers))
    throw cxError('CX_INVALID_INPUT', `${where}: "customers"`, 'an iterable of rows', customers);
  const given = Object(fields) as RfmFields<Row>;
  const reader = (field: 'account' | 'recency' | 'frequency' | 'monetary'): ((row: Row, index: number) => unknown) => {
    const own: unknown = given[field];
    if (typeof own !== 'string' && typeof own !== 'function')
      throw cxError('CX_INVALID_OPTION', `${where}: option "${field}"`, 'the name of a field or a function', own);
    return fieldReader<Row, unknown>(own as Field<Row, unknown>);
  };
  const [account, recency, frequency, monetary] = [
    reader('account'),
    reader('recency'),
    reader('frequency'),
    reader('monetary'),
  ];
  const asOf = given.asOf === undefined ? NaN : toDayNumber(given.asOf);
  if (given.asOf !== undefined && Number.isNaN(asOf))
    throw cxError('CX_INVALID_DATE', `${where}: option "asOf"`, 'a civil date YYYY-MM-DD that exists', given.asOf);
  const read = Array.from(customers, (row, index) => {
    const last = recency(row, index);
    if (typeof last === 'string' && Number.isNaN(asOf))
      throw cxError('CX_INVALID_OPTION', `${where}: option "asOf"`, 'given where recency is a date', given.asOf);
    const id = account(row, index);
    return { id, index, record: readRecord(id, last, frequency(row, index), monetary(row, index), asOf) };
  });
  const rows = new Map<string, number>();
  for (const { record } of read) {
    if ('account' in record) rows.set(record.account, (rows.get(record.account) ?? 0) + 1);
  }
  const findings: RecordFinding<RfmFault>[] = [];
  const records: RfmRecord[] = [];
  for (const { id, index, record } of read) {
    const fault: Fault | null =
      'account' in record
        ? (rows.get(record.account) as number) > 1
          ? ['repeated-account', 'account', id]
          : null
        : record;
    if (fault) findings.push(recordFinding(fault[0], index, id, fault[1], fault[2]));
    else records.push(record as RfmRecord);
  }
  return { records: records.sort((a, b) => (a.account < b.account ? -1 : 1)), findings };
}

/**
 * Names the customers that an RFM scoring leaves out, and why.
 *
 * Use it before {@link toRfmScores}, or when its `excluded` is not 0.
 *
 * @param customers - One row per customer.
 * @param fields - Where account, recency, frequency and monetary value are, and `asOf`.
 * @returns One finding for each customer left out, in the order of the rows: its first fault.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT`, `CX_INVALID_OPTION` or `CX_INVALID_DATE`, as {@link toRfmScores}.
 * @example
 * ```ts
 * import { checkRfmCustomers } from 'cx-scoring/segmentation';
 *
 * const fields = { account: 'id', recency: 'last', frequency: 'orders', monetary: 'spent', asOf: '2026-06-30' } as const;
 * checkRfmCustomers([{ id: 'A', last: '2026-07-02', orders: 3, spent: 900 }], fields)[0]?.code; // => 'purchase-after-as-of'
 * ```
 */
export function checkRfmCustomers<Row>(
  customers: Iterable<Row>,
  fields: RfmFields<NoInfer<Row>>,
): RecordFinding<RfmFault>[] {
  return readRfm<Row>('checkRfmCustomers', customers, fields).findings.slice();
}
