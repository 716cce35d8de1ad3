import { requireRows } from '../../core/options.js';
import { readFieldReport, type FieldReport } from './fieldReport.js';
import { isMissing } from './recordFaults.js';

/** Reads reports once into a list. */
export function listReports(where: string, reports: Iterable<FieldReport>): FieldReport[] {
  requireRows(where, 'reports', reports);
  return [...reports];
}

/** How much a record tells of what became of its report. */
function progress({ ticketId, actionValidated, followedUpAt }: FieldReport): number {
  return Number(!isMissing(ticketId)) + Number(actionValidated === true) + Number(!isMissing(followedUpAt));
}

/** All of a record that a metric looks at, as text. */
function recordText(report: FieldReport): string {
  const { at, authorId, ticketId, actionValidated, followedUpAt } = report;
  const lists = report.kind === 'panel' ? [report.invited, report.attended] : [];
  return JSON.stringify([at, authorId, ticketId, actionValidated, followedUpAt, lists]);
}

function isBefore(a: FieldReport, b: FieldReport): boolean {
  const further = progress(a) - progress(b);
  return further === 0 ? recordText(a) < recordText(b) : further > 0;
}

/**
 * Positions of the reports that repeat another one, of the same kind and id. Of several records the one counts that got furthest, among those
 * the one whose text comes first, so that the order of rows does not matter. Reports that cannot be read, and those without id, repeat none.
 */
export function repeatedReports(reports: readonly FieldReport[]): ReadonlySet<number> {
  const kept = new Map<string, number>();
  const repeats = new Set<number>();
  reports.forEach((report, index) => {
    if ('code' in readFieldReport(report) || isMissing(report.id)) return;
    const key = `${report.kind} ${report.id}`;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, index);
    else if (isBefore(report, reports[known] as FieldReport)) {
      kept.set(key, index);
      repeats.add(known);
    } else repeats.add(index);
  });
  return repeats;
}

/**
 * Leaves out the reports that repeat another one: an export taken twice, or a visit sent again from the road.
 *
 * Use it before the measures {@link fieldReportConversionMeasure} and {@link followUpTimeMeasure}, which see one report at a time;
 * {@link computeFieldReports} and its kin do it themselves.
 *
 * @param reports - One row per report; all records of a report in one piece.
 * @returns The other reports, in their order. Of several records of one kind and id the one stays that got furthest: a ticket, a validated
 * action, a follow-up. Reports without id, and those that {@link checkFieldReports} finds impossible, all stay.
 * @throws TypeError with code `CX_INVALID_INPUT` for what is no list of rows.
 * @example
 * ```ts
 * import { toDistinctReports } from 'cx-scoring';
 *
 * const report = { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1' } as const;
 * const distinct = toDistinctReports([report, { ...report, ticketId: 't-1' }, { ...report, id: 'v2' }]);
 * distinct.map(({ id, ticketId = null }) => [id, ticketId]); // => [['v1', 't-1'], ['v2', null]]
 * ```
 */
export function toDistinctReports(reports: Iterable<FieldReport>): FieldReport[] {
  const list = listReports('toDistinctReports', reports);
  const repeats = repeatedReports(list);
  return list.filter((_report, index) => !repeats.has(index));
}
