import { isWhole, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { tallyAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { resolveWindowDays } from './activityWindow.js';
import { measureEvents, type EventTally, type RateOptions } from './eventRate.js';
import { kindCounts, linkContributors, type ContributorOptions, type FieldContributor } from './fieldContributors.js';
import { FIELD_REPORT_KINDS, type FieldReport, type FieldReportKind } from './fieldReport.js';

/** Options of the measure behind the rate of reports from the field. */
export interface FieldReportsMeasureOptions extends RateOptions, Pick<ContributorOptions, 'windowDays'> {}

/** Options of the rate of reports from the field. */
export interface FieldReportsOptions extends RateOptions, ContributorOptions {}

/**
 * Reasons for which something is left out: a contributor without id, or with counts that cannot be; and of the reports those that cannot
 * be read, those that repeat another one, those of other authors, and those made outside the period.
 */
export type FieldReportsExclusion =
  'missing' | 'invalid' | 'invalidReport' | 'duplicateReport' | 'otherAuthor' | 'outsideWindow';

/** Reports of one kind. */
export interface FieldReportKindRate {
  /** Kind of the reports. */
  readonly kind: FieldReportKind;
  /** Number of reports. */
  readonly reports: number;
  /** Reports per contributor; `null` without contributors. */
  readonly rate: number | null;
}

/** Reports from the field per contributor. */
export interface FieldReportsResult extends IntervalResult<'field-reports', FieldReportsExclusion> {
  /** Reports that count. */
  readonly reports: number;
  /** Contributors. */
  readonly contributors: number;
  /** Contributors with at least one report. */
  readonly reporting: number;
  /** The reports by kind, each kind once. */
  readonly kinds: readonly FieldReportKindRate[];
}

const REASONS: readonly FieldReportsExclusion[] = [
  'missing',
  'invalid',
  'invalidReport',
  'duplicateReport',
  'otherAuthor',
  'outsideWindow',
];
/** Name under which contributors with a report are counted beside the kinds. */
const REPORTING = 'reporting';

type Counts = Pick<FieldReportsResult, 'reports' | 'contributors' | 'reporting' | 'kinds'>;

function measureReports(
  where: string,
  options: FieldReportsMeasureOptions,
): RatioMeasure<FieldContributor, EventTally, FieldReportsResult> {
  requireOptions(where, options);
  const { windowDays, confidence } = options;
  return measureEvents<FieldContributor, 'field-reports', FieldReportsExclusion, Counts>(
    {
      id: 'field-reports',
      direction: 'higher-is-better',
      parameters: { windowDays: resolveWindowDays(where, windowDays) },
      reasons: REASONS,
      read: (contributor) => {
        const counts = kindCounts(contributor);
        if (!counts.every(([, count]) => isWhole(count))) return 'invalid';
        const events = counts.reduce((sum, [, count]) => sum + count, 0);
        return { events, exposure: 1, parts: [...counts, [REPORTING, Number(events > 0)]] };
      },
      options: { confidence },
    },
    ({ events, exposure, parts }) => {
      const counts = new Map(parts);
      const kinds = FIELD_REPORT_KINDS.map((kind) => {
        const reports = counts.get(kind) ?? 0;
        return { kind, reports, rate: exposure > 0 ? reports / exposure : null };
      });
      return { reports: events, contributors: exposure, reporting: counts.get(REPORTING) ?? 0, kinds };
    },
  );
}

/**
 * Makes the measure behind {@link computeFieldReports}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per region or dealer group, over the records of {@link toFieldContributors}.
 *
 * @param options - `windowDays` as given to {@link toFieldContributors}, so that it stands in the definition; confidence.
 * @returns A measure over contributors.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, fieldReportsMeasure } from 'cx-scoring';
 *
 * const rep = { contributorId: 'rep-1', reports: { visit: 4, panel: 0, hotline: 0, quick: 2 } };
 * computeMeasure([rep], fieldReportsMeasure({ windowDays: 31 })).value; // => 6
 * ```
 */
export function fieldReportsMeasure(
  options: FieldReportsMeasureOptions,
): RatioMeasure<FieldContributor, EventTally, FieldReportsResult> {
  return measureReports('fieldReportsMeasure', options);
}

/**
 * Computes how much comes back from the field: reports per active salesperson or dealer in a period, by kind.
 *
 * Use it to see whether listening lives, beside {@link computeFieldReportConversion}: many reports without an answer soon cease.
 *
 * @param reports - One row per report, in any order; all reports of a contributor in one piece.
 * @param contributors - Ids of the salespeople or dealers who were active in the period, the silent ones among them.
 * @param options - The period; confidence.
 * @returns The rate, from 0, with an exact Poisson interval, counts and rates by kind, and how many contributors reported at all;
 * `value: null` without contributors.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @remarks A session of a panel is one report, of its author. The interval of Garwood (1936, doi:10.1093/biomet/28.3-4.437) takes reports
 * to be independent; where a few make most of them it is too narrow: {@link clusterBy} the contributor.
 * @example
 * ```ts
 * import { computeFieldReports } from 'cx-scoring';
 *
 * const reports = [
 *   { kind: 'visit', id: 'v1', at: '2026-03-02', authorId: 'rep-1' },
 *   { kind: 'quick', id: 'q1', at: '2026-03-03', authorId: 'rep-1', incident: 'no label' },
 *   { kind: 'hotline', id: 'h1', at: '2026-03-04', authorId: 'rep-2', reason: 'returns' },
 * ] as const;
 * const rate = computeFieldReports(reports, ['rep-1', 'rep-2', 'rep-3', 'rep-4'], { windowDays: 31, asOf: '2026-03-31' });
 * rate.value; // => 0.75
 * rate.reporting; // => 2
 * rate.kinds[0]; // => { kind: 'visit', reports: 1, rate: 0.25 }
 * ```
 */
export function computeFieldReports(
  reports: Iterable<FieldReport>,
  contributors: Iterable<string | null | undefined>,
  options: FieldReportsOptions,
): FieldReportsResult {
  const where = 'computeFieldReports';
  const measure = measureReports(where, options);
  const { contributors: linked, ...left } = linkContributors(where, reports, contributors, options);
  const tally = tallyAs('computeFieldReports', linked, measure);
  // The first two places belong to the family; linked contributors are never invalid.
  const counts = { ...left, invalid: 0 };
  REASONS.forEach((reason, at) => (tally.excluded[2 + at] = counts[reason]));
  return measure.toResult(tally);
}
