import { requireObject, requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { readMoment, type Moment } from '../../core/moment.js';

/** What is wrong with a record, and in which field. */
export interface RecordFault<Code extends string> {
  /** Code of the finding. */
  readonly code: Code;
  /** Name of the field. */
  readonly field: string;
}

/** Names the records that a metric leaves out for their fault: metric and check share the one predicate. `where` is the check. */
export function findRecordFaults<Row extends object, Code extends string>(
  where: string,
  rows: Iterable<Row>,
  faultOf: (row: Row, index: number) => RecordFault<Code> | null,
  idOf: (row: Row) => unknown,
): RecordFinding<Code>[] {
  requireRows(where, 'rows', rows);
  const found: RecordFinding<Code>[] = [];
  let index = 0;
  for (const row of rows) {
    requireObject(`${where}: row ${index}`, 'a record', row);
    const fault = faultOf(row, index);
    if (fault) {
      const value = (row as Readonly<Record<string, unknown>>)[fault.field];
      // A list is named by its length: the finding shows where to look, not what customers wrote.
      found.push(recordFinding(fault.code, index, idOf(row), fault.field, Array.isArray(value) ? value.length : value));
    }
    index++;
  }
  return found;
}

/** Tells whether something is missing from a record: left out, `null`, or an empty text. */
export function isMissing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** Reads a time that may be missing: the moment, `null` when it is missing, `undefined` when it cannot be read. */
export function optionalMoment(value: unknown): Moment | null | undefined {
  return isMissing(value) ? null : (readMoment(value) ?? undefined);
}
