import type { RecordFinding } from '../../core/recordFinding.js';
import { readFieldReport, type FieldReport, type FieldReportFault } from './fieldReport.js';
import { findRecordFaults } from './recordFaults.js';
import { listReports, repeatedReports } from './repeatedReports.js';

/**
 * What is found in reports from the field. `'duplicate-id'` is a record of a report that counts by another record of its kind and id; the
 * others leave the report out as invalid. More codes may be added.
 */
export type FieldReportFindingCode = FieldReportFault | 'duplicate-id';

/**
 * Names the reports from the field that cannot be counted, and those that repeat another one.
 *
 * Use it once per import of the CRM or the application in the field, before {@link computeFieldReports} and its kin.
 *
 * @param reports - One row per report.
 * @returns The findings in the order of the rows; of a list, how many entries it has. None when all is well.
 * @throws TypeError with code `CX_INVALID_INPUT` for what is no list of records.
 * @remarks Of several records of one report the one that got furthest counts, as {@link toDistinctReports} tells.
 * @example
 * ```ts
 * import { checkFieldReports } from 'cx-scoring';
 *
 * const report = { kind: 'quick', id: 'q1', at: '2026-03-02', authorId: 'rep-1', incident: 'no label', followedUpAt: '2026-03-01' } as const;
 * const visit = { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1' } as const;
 * const findings = checkFieldReports([report, visit, visit]);
 * findings[0]; // => { code: 'followed-up-before-report', index: 0, id: 'q1', field: 'followedUpAt', value: '2026-03-01' }
 * findings[1]; // => { code: 'duplicate-id', index: 2, id: 'v1', field: 'id', value: 'v1' }
 * ```
 */
export function checkFieldReports(reports: Iterable<FieldReport>): RecordFinding<FieldReportFindingCode>[] {
  const where = 'checkFieldReports';
  const list = listReports(where, reports);
  const repeats = repeatedReports(list);
  return findRecordFaults<FieldReport, FieldReportFindingCode>(
    where,
    list,
    (report, index) => {
      const read = readFieldReport(report);
      if ('code' in read) return read;
      return repeats.has(index) ? { code: 'duplicate-id', field: 'id' } : null;
    },
    ({ id }) => id,
  );
}
