import * as z from 'zod/mini';
import { cxError } from '../core/errors.js';
import { issueMessage, toRecordIssues, type RecordIssue } from './issues.js';
import { requireSchema } from './requireSchema.js';

/** A record read from outside, or why it was refused. */
export type ReadRecord<T> =
  | {
      /** The record was accepted. */
      readonly success: true;
      /** The record: a copy without anything the schema does not know. */
      readonly record: T;
    }
  | {
      /** The record was refused. */
      readonly success: false;
      /** Why: at least one issue. */
      readonly issues: readonly RecordIssue[];
    };

/** A row that was refused. */
export interface RejectedRecord {
  /** Place of the row among those given, from 0. */
  readonly index: number;
  /** Why: at least one issue. */
  readonly issues: readonly RecordIssue[];
}

/** What came of reading rows. */
export interface ReadRecords<T> {
  /** The rows accepted, in their order. */
  readonly records: readonly T[];
  /** The rows refused, in their order. */
  readonly rejected: readonly RejectedRecord[];
}

/**
 * Reads one value from outside as a record.
 *
 * Use it for a configuration kept as JSON, such as a target; {@link readRecords} reads rows.
 *
 * @param schema - A schema of this room, or any synchronous one of zod 4.
 * @param value - Anything, usually from `JSON.parse`.
 * @returns The record, or up to 50 issues with path, message and code, and one more that says how many there are beyond. Bad data never
 * throws, not even when a getter of it does.
 * @throws TypeError with code `CX_INVALID_INPUT` when `schema` is none.
 * @example
 * ```ts
 * import { contactSchema, readRecord } from 'cx-scoring/schemas';
 *
 * readRecord(contactSchema, { id: 'c1', accountId: 'a1', role: 'buyer' }).success; // => true
 * const refused = readRecord(contactSchema, { id: 'c1', accountId: 7, role: 'buyer' });
 * if (!refused.success) refused.issues[0]?.message; // => 'accountId must be text, received 7'
 * ```
 */
export function readRecord<T>(schema: z.core.$ZodType<T>, value: unknown): ReadRecord<T> {
  requireSchema('readRecord', schema);
  return readValue(schema, value);
}

/** Known by its message: naming its class would bring in all of zod's core, languages included. */
function isAsyncError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Encountered Promise');
}

function readValue<T>(schema: z.core.$ZodType<T>, value: unknown): ReadRecord<T> {
  try {
    const read = z.safeParse(schema, value, { error: issueMessage, reportInput: true });
    return read.success
      ? { success: true, record: read.data }
      : { success: false, issues: toRecordIssues(read.error.issues) };
  } catch (error) {
    // A schema that waits is the caller's mistake; anything else that throws here is in the data: a getter, a revoked proxy.
    if (isAsyncError(error)) throw error;
    const message = 'record must be readable, received one that throws when it is read';
    return { success: false, issues: [{ path: [], message, code: 'unreadable' }] };
  }
}

/**
 * Reads rows from outside as records, and keeps those it refuses apart with their reasons.
 *
 * Use it at the edge, once: everything behind it takes typed records and checks no more.
 *
 * @param schema - A schema of this room, or any synchronous one of zod 4.
 * @param rows - Any iterable of rows, read once; none is changed.
 * @returns The records, and for each refused row its index and its issues. Bad data never throws.
 * @throws TypeError with code `CX_INVALID_INPUT` when `rows` is not an iterable, or `schema` is none.
 * @example
 * ```ts
 * import { accountSchema, readRecords } from 'cx-scoring/schemas';
 *
 * const read = readRecords(accountSchema, [{ id: 'a1', country: 'FR' }, { id: 'a2', country: 'France' }]);
 * read.records; // => [{ id: 'a1', country: 'FR' }]
 * read.rejected[0]?.index; // => 1
 * read.rejected[0]?.issues[0]?.code; // => 'wrong-format'
 * ```
 */
export function readRecords<T>(schema: z.core.$ZodType<T>, rows: Iterable<unknown>): ReadRecords<T> {
  requireSchema('readRecords', schema);
  const isIterable = typeof rows === 'object' && rows !== null && typeof rows[Symbol.iterator] === 'function';
  if (!isIterable) throw cxError('CX_INVALID_INPUT', 'readRecords: "rows"', 'a list or another iterable of rows', rows);
  const records: T[] = [];
  const rejected: RejectedRecord[] = [];
  let index = 0;
  for (const row of rows) {
    const read = readValue(schema, row);
    if (read.success) records.push(read.record);
    else rejected.push({ index, issues: read.issues });
    index++;
  }
  return { records, rejected };
}
