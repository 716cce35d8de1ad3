import type { Comparison } from '../core/comparison.js';
import { cxError } from '../core/errors.js';
import type { PeriodUnit } from '../core/period.js';
import type { MetricResult } from '../core/result.js';
import type { Finding } from '../prioritization/finding.js';
import { toComparisonFinding, toSegmentFinding } from '../prioritization/findingFrom.js';
import {
  adjustedDetectableDifference,
  adjustedVerdict,
  untestedComparison,
} from '../segmentation/segmentComparison.js';
import { adjustPValues } from '../statistics/adjustPValues.js';
import type { DefinitionBreak, MeasuredRows } from './measuredRows.js';
import type {
  AdjustedComparison,
  ComparisonFamily,
  PeriodChange,
  ReviewedMetric,
  ReviewedPeriods,
  SegmentPeriodChange,
} from './reviewedMetric.js';
import { lastPeriod, periodBefore, type ReviewPeriod } from './reviewPeriod.js';

/** The metrics of a period, compared, with what is real. */
export interface PeriodsCompared extends ReviewedPeriods {
  /** Each metric. */
  readonly metrics: readonly ReviewedMetric[];
  /** What is real. */
  readonly findings: readonly Finding[];
}

/** When a review is, and how sure it is to be. */
export interface PeriodsAsked {
  /** Day of the review. */
  readonly asOf: string;
  /** Length of the period. */
  readonly unit: PeriodUnit;
  /** Month in which the fiscal year starts. */
  readonly fiscalYearStart: number;
  /** Confidence level. */
  readonly confidence: number;
}

/** The days of a period that have one meaning: from the latest break within it on. */
export function partOf({ from, through }: ReviewPeriod, breaks: readonly DefinitionBreak[]): Omit<ReviewPeriod, 'key'> {
  const within = breaks.filter(({ on }) => on > from && on <= through);
  return { from: within.at(-1)?.on ?? from, through };
}

/** A comparison before the others are counted. */
type Raw<One extends AdjustedComparison> = Omit<One, 'adjustedPValue' | 'minimumDetectableDifference' | 'verdict'>;

/** Adjusts the comparisons of a family, metric by metric, for their number over all metrics. */
function adjustFamily<One extends { readonly comparison: Comparison }>(
  lists: readonly (readonly One[])[],
  confidence: number,
): { readonly adjusted: (One & AdjustedComparison)[][]; readonly family: ComparisonFamily } {
  const made = lists.flat().flatMap(({ comparison: { pValue } }) => (pValue === null ? [] : [pValue]));
  const pValues = adjustPValues(made);
  const tested = pValues.length;
  let next = 0;
  const adjusted = lists.map((list) =>
    list.map((one) => {
      const adjustedPValue = one.comparison.pValue === null ? null : (pValues[next++] as number);
      return {
        ...one,
        adjustedPValue,
        minimumDetectableDifference: adjustedDetectableDifference(one.comparison, confidence, tested),
        verdict: adjustedVerdict(one.comparison, adjustedPValue, confidence),
      };
    }),
  );
  const verdicts = adjusted.flat().map(({ verdict }) => verdict);
  const shown = verdicts.filter((verdict) => verdict === 'higher' || verdict === 'lower').length;
  const unknown = verdicts.filter((verdict) => verdict === 'unknown').length;
  return { adjusted, family: { adjustment: 'holm', tested, shown, unknown } };
}

/** A metric against its past, before the others are counted. */
function changesOf(
  measured: MeasuredRows,
  [period, ...earlier]: readonly [ReviewPeriod, ReviewPeriod, ReviewPeriod],
  result: MetricResult,
  confidence: number,
): Raw<PeriodChange>[] {
  const { definition, breaks } = measured;
  return earlier.map((own, at) => {
    const part = partOf(own, breaks);
    const former = measured.resultOf(part, confidence);
    const found = breaks.filter(({ on }) => on > own.from && on <= period.through).at(-1) ?? null;
    const sizes = [result.sampleSize, former.sampleSize] as const;
    const refused = [{ code: 'not-comparable', reason: 'definition' }] as const;
    const comparison = found
      ? untestedComparison(definition, sizes, null, refused)
      : measured.compare(partOf(period, breaks), part, confidence);
    return { against: at === 0 ? 'previous' : 'year-before', period: own, result: former, break: found, comparison };
  });
}

/** Compares the last period that is over with the one before and with the same a year ago, and its segments with the rest of it. */
export function comparePeriods(
  where: string,
  measures: readonly MeasuredRows[],
  { asOf, unit, fiscalYearStart, confidence }: PeriodsAsked,
): PeriodsCompared {
  const undated = measures.find(({ isDated }) => !isDated);
  if (undated) {
    const rule = 'rows with dates: toMeasuredRows needs the option "at"';
    throw cxError('CX_INVALID_INPUT', `${where}: measure "${undated.definition.id}"`, rule, 'no dates');
  }
  const period = lastPeriod(asOf, unit, fiscalYearStart);
  const previous = periodBefore(period, 1, unit, fiscalYearStart);
  const yearBefore = periodBefore(period, { month: 12, quarter: 4, year: 1 }[unit], unit, fiscalYearStart);
  const reviewed = measures.map((measured) => {
    const { definition, isClustered, undated: count, dimensions } = measured;
    const current = partOf(period, measured.breaks);
    const result = measured.resultOf(current, confidence);
    const cuts = dimensions.map((dimension) => {
      const { comparisons, omnibus } = measured.compareSegments(current, dimension, confidence);
      const segments = comparisons.map(({ key, comparison, values }): Raw<SegmentPeriodChange> => ({
        dimension,
        key,
        comparison,
        values,
      }));
      return { segments, test: { dimension, tests: omnibus } };
    });
    return {
      facts: { definition, from: current.from, result, isClustered, undated: count },
      changes: changesOf(measured, [period, previous, yearBefore], result, confidence),
      dimensions: cuts.map(({ test }) => test),
      segments: cuts.flatMap(({ segments }) => segments),
    };
  });
  const past = adjustFamily(
    reviewed.map(({ changes }) => changes),
    confidence,
  );
  const parts = adjustFamily(
    reviewed.map(({ segments }) => segments),
    confidence,
  );
  const metrics = reviewed.map(({ facts, dimensions }, at): ReviewedMetric => {
    const [changes, segments] = [past.adjusted[at] ?? [], parts.adjusted[at] ?? []];
    return { ...facts, changes, dimensions, segments };
  });
  return {
    asOf,
    period,
    previous,
    yearBefore,
    confidence,
    periodFamily: past.family,
    segmentFamily: parts.family,
    metrics,
    findings: metrics.flatMap(findingsOf),
  };
}

/** What is real of a metric: the changes and the segments that are left after adjustment. */
function findingsOf({ definition, changes, segments }: ReviewedMetric): Finding[] {
  const found: (Finding | null)[] = [
    ...changes.map(({ verdict }) => toComparisonFinding({ definition, verdict })),
    ...segments.map(({ verdict, key }) => toSegmentFinding({ definition, verdict }, key)),
  ];
  return found.filter((one) => one !== null);
}
