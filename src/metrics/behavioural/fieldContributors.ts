import { requireOptions } from '../../core/options.js';
import { readAsOf } from '../../core/moment.js';
import { isInWindow, resolveWindowDays } from './activityWindow.js';
import { FIELD_REPORT_KINDS, readFieldReport, type FieldReport, type FieldReportKind } from './fieldReport.js';
import { isMissing } from './recordFaults.js';
import { listReports, repeatedReports } from './repeatedReports.js';

/** The period in which reports count. */
export interface ContributorOptions {
  /** Length of the period in days; part of the definition. */
  readonly windowDays: number;
  /** Where the period ends: a civil date, which belongs to it, or an instant. */
  readonly asOf: string;
}

/** A salesperson or a dealer, with the reports made in the period. */
export interface FieldContributor {
  /** Id of the contributor. */
  readonly contributorId: string;
  /** Reports of each kind. */
  readonly reports: Readonly<Record<FieldReportKind, number>>;
}

/** What came of linking: the contributors, and what was left out. */
export interface LinkedContributors {
  /** One record per contributor. */
  readonly contributors: FieldContributor[];
  /** Contributors without id. */
  readonly missing: number;
  /** Reports that cannot be read. */
  readonly invalidReport: number;
  /** Reports that repeat another one. */
  readonly duplicateReport: number;
  /** Reports of authors who are not among the contributors. */
  readonly otherAuthor: number;
  /** Reports made outside the period. */
  readonly outsideWindow: number;
}

/**
 * Links reports from the field to those who could have made them: each contributor once, the silent ones among them.
 *
 * Use it before {@link fieldReportsMeasure}, and to see who never reports, or to reward those who do.
 *
 * @param reports - One row per report, in any order.
 * @param contributors - Ids of the salespeople or dealers who were active in the period; an id that comes twice is one.
 * @param options - The period.
 * @returns One record per contributor, in code-unit order of the ids. Reports that cannot be read, and those that repeat
 * another one, are left out: {@link checkFieldReports} names them.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { toFieldContributors } from 'cx-scoring';
 *
 * const reports = [{ kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1', objections: ['price'] }] as const;
 * const contributors = toFieldContributors(reports, ['rep-1', 'rep-2'], { windowDays: 31, asOf: '2026-03-31' });
 * contributors[0]; // => { contributorId: 'rep-1', reports: { visit: 1, panel: 0, hotline: 0, quick: 0 } }
 * contributors[1]?.reports.visit; // => 0
 * ```
 */
export function toFieldContributors(
  reports: Iterable<FieldReport>,
  contributors: Iterable<string | null | undefined>,
  options: ContributorOptions,
): FieldContributor[] {
  return linkContributors('toFieldContributors', reports, contributors, options).contributors;
}

/** The linking itself; `where` is the function the user called. */
export function linkContributors(
  where: string,
  reports: Iterable<FieldReport>,
  contributors: Iterable<string | null | undefined>,
  options: ContributorOptions,
): LinkedContributors {
  requireOptions(where, options);
  const asOf = readAsOf(where, options.asOf);
  const windowDays = resolveWindowDays(where, options.windowDays);
  const found = new Map<string, Record<FieldReportKind, number>>();
  const left = { missing: 0, invalidReport: 0, duplicateReport: 0, otherAuthor: 0, outsideWindow: 0 };
  for (const id of contributors) {
    if (isMissing(id)) left.missing++;
    else if (!found.has(id)) found.set(id, { visit: 0, panel: 0, hotline: 0, quick: 0 });
  }
  const list = listReports(where, reports);
  const repeats = repeatedReports(list);
  list.forEach((report, index) => {
    const times = readFieldReport(report);
    const own = found.get(report?.authorId);
    if ('code' in times) left.invalidReport++;
    else if (repeats.has(index)) left.duplicateReport++;
    else if (!own) left.otherAuthor++;
    else if (!isInWindow(times.reported, asOf, windowDays)) left.outsideWindow++;
    else own[report.kind]++;
  });
  const linked = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([contributorId, counts]) => ({ contributorId, reports: counts }));
  return { contributors: linked, ...left };
}

/** The counts of a contributor by kind. */
export function kindCounts({ reports }: FieldContributor): readonly (readonly [FieldReportKind, number])[] {
  return FIELD_REPORT_KINDS.map((kind) => [kind, reports[kind]] as const);
}
