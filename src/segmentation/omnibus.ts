import type { MetricResult } from '../core/result.js';
import { FEWEST_ACCOUNTS } from '../measures/evidence.js';
import type { Measure } from '../measures/measure.js';
import type { ScaleTally } from '../measures/scaleTally.js';
import type { ScaleStatistic } from '../measures/scaleValue.js';
import { chiSquaredUpperTail } from '../statistics/chiSquared.js';
import { fUpperTail } from '../statistics/fDistribution.js';
import { accountSumsOf, clusteredWald } from './clusteredWald.js';
import { kruskalWallisOfCounts } from './kruskalWallisOfCounts.js';
import type { TestFigures } from './testFigures.js';

/** A test of "all segments are alike", to be read before any single comparison. */
export interface OmnibusTest<Key extends object> {
  /** Values of the dimensions within which the segments lie; `{}` when they are compared across all. */
  readonly within: Partial<Key>;
  /**
   * `'kruskal-wallis'`: answers over a scale without weights, ranked by what they contribute. `'welch'`: values with errors of their own.
   * `'wald'`: the same with known variances, as of event rates. `'clustered-wald'`: clustered answers, accounts that lie in several
   * segments accounted for. `null` when nothing could be tested.
   */
  readonly method: 'kruskal-wallis' | 'welch' | 'wald' | 'clustered-wald' | null;
  /** H, F or the chi-squared statistic; `null` when unknown. */
  readonly statistic: number | null;
  /** Degrees of freedom: segments less one. */
  readonly degreesOfFreedom: number | null;
  /** Degrees of freedom of the denominator of an F test; `null` for a chi-squared one. */
  readonly denominatorDegreesOfFreedom: number | null;
  /** Probability of segments at least that different, were they alike; `null` when unknown. */
  readonly pValue: number | null;
  /** Segments that were tested. */
  readonly segments: number;
  /** Segments that could not be tested, for want of answers or of a standard error. */
  readonly leftOut: readonly Key[];
}

/** A segment to be tested. */
export interface TestedSegment<Key extends object, Tally> {
  /** Its key. */
  readonly key: Key;
  /** Its tally. */
  readonly tally: Tally;
  /** Its result. */
  readonly result: MetricResult;
}

/** Welch's test of equal values from values and standard errors. */
function welchFigures(results: readonly MetricResult[]): TestFigures {
  const precisions = results.map(({ standardError }) => 1 / (standardError ?? NaN) ** 2);
  const total = precisions.reduce((sum, own) => sum + own, 0);
  // Around the first value, so that close values lose no digits.
  const offsets = results.map(({ value }) => (value ?? NaN) - (results[0]?.value ?? NaN));
  const center = offsets.reduce((sum, own, at) => sum + (own * (precisions[at] as number)) / total, 0);
  const between = offsets.reduce((sum, own, at) => sum + (precisions[at] as number) * (own - center) ** 2, 0);
  const count = results.length;
  const slack = results.reduce((sum, { degreesOfFreedom, sampleSize, definition }, at) => {
    // Event rates have the variance of their law; everything else estimates it.
    const freedom = degreesOfFreedom ?? (definition.statistic === 'rate' ? Infinity : sampleSize - 1);
    return sum + (1 - (precisions[at] as number) / total) ** 2 / freedom;
  }, 0);
  if (slack === 0) return { statistic: between, degreesOfFreedom: count - 1, denominator: Infinity };
  const share = slack / (count * count - 1);
  const statistic = between / (count - 1) / (1 + 2 * (count - 2) * share);
  return { statistic, degreesOfFreedom: count - 1, denominator: 1 / (3 * share) };
}

function outcome<Key extends object>(
  within: Partial<Key>,
  method: OmnibusTest<Key>['method'],
  { statistic, degreesOfFreedom, denominator }: TestFigures,
  segments: number,
  leftOut: readonly Key[],
): OmnibusTest<Key> {
  const isChiSquared = denominator === Infinity;
  const pValue = isChiSquared
    ? chiSquaredUpperTail(statistic, degreesOfFreedom)
    : fUpperTail(statistic, degreesOfFreedom, denominator);
  const known = Number.isFinite(pValue) && Number.isFinite(statistic);
  return {
    within,
    method: known ? method : null,
    statistic: known ? statistic + 0 : null,
    degreesOfFreedom: known ? degreesOfFreedom : null,
    denominatorDegreesOfFreedom: known && !isChiSquared ? denominator : null,
    pValue: known ? pValue : null,
    segments,
    leftOut,
  };
}

/** Tests whether segments are alike, by the method that fits the measure. */
export function testSegments<Key extends object, Tally>(
  measure: Measure<never, Tally, MetricResult>,
  within: Partial<Key>,
  segments: readonly TestedSegment<Key, Tally>[],
): OmnibusTest<Key> {
  const { valueAt, scale } = measure as Partial<ScaleStatistic>;
  const toAccountSums = accountSumsOf(measure);
  const isScale = valueAt && scale && segments.every(({ tally }) => (tally as Partial<ScaleTally>).weights === null);
  const isKnown = ({ result }: TestedSegment<Key, Tally>): boolean => {
    if (isScale) return result.sampleSize > 0;
    if (toAccountSums && (result.accounts ?? 0) < FEWEST_ACCOUNTS) return false;
    return result.value !== null && (result.standardError ?? 0) > 0;
  };
  const tested = segments.filter(isKnown);
  const leftOut = segments.filter((own) => !isKnown(own)).map(({ key }) => key);
  const nothing = { statistic: NaN, degreesOfFreedom: NaN, denominator: NaN };
  // Of tallies that know accounts on both sides, but not their sums, nothing honest can be said at once.
  if (tested.length < 2 || (measure.compareTallies && !toAccountSums))
    return outcome(within, null, nothing, tested.length, leftOut);
  if (isScale) {
    const counts = tested.map(({ tally }) => (tally as unknown as ScaleTally).counts.slice(0, -4));
    const figures = kruskalWallisOfCounts(counts, counts[0]?.map((_, bin) => valueAt(bin + scale.minimum)) ?? []);
    return outcome(within, 'kruskal-wallis', figures, tested.length, leftOut);
  }
  if (toAccountSums) {
    const sums = tested.map(({ tally }) => toAccountSums(tally));
    return outcome(within, 'clustered-wald', clusteredWald(sums), tested.length, leftOut);
  }
  const figures = welchFigures(tested.map(({ result }) => result));
  return outcome(within, figures.denominator === Infinity ? 'wald' : 'welch', figures, tested.length, leftOut);
}
