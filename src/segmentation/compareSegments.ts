import type { Comparison } from '../core/comparison.js';
import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { compareTallies } from '../measures/compareTallies.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { adjustPValues } from '../statistics/adjustPValues.js';
import type { CompareSegmentsOptions, SegmentComparisons } from './comparedSegments.js';
import { COUNTRY, groupSegments, planComparisons } from './comparisonPlan.js';
import { requireDimensions, rollUp } from './cube.js';
import { effectSizeOf } from './effectSize.js';
import { testSegments } from './omnibus.js';
import { restTallies } from './restTallies.js';
import {
  adjustedDetectableDifference,
  adjustedVerdict,
  equivalenceOf,
  untestedComparison,
} from './segmentComparison.js';
import type { SegmentTally } from './segmentTally.js';

/**
 * Compares segments: first whether they differ at all, then each with the rest, with each other, or with one of them.
 *
 * Use it instead of setting a segment beside the total, which contains it, and instead of picking the two that look most different: p-values
 * are adjusted for their number, and each comparison says what it could have detected. Countries are not compared unless a reason is given,
 * because they answer differently on the same scale.
 *
 * @param tally - What {@link tallyBy} made.
 * @param measure - The measure that made it. Made by {@link clusterBy}, it knows the accounts that lie in several segments.
 * @param options - Against what, by which dimensions, within which, adjustment, margin of equivalence, confidence.
 * @returns The omnibus tests, and each comparison with its adjusted p-value, effect size and verdict.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for an option of a wrong shape, a dimension that is not cut or a segment
 * that does not occur.
 * @remarks Comparisons are those of {@link compareTallies}. Omnibus: Kruskal and Wallis (1952), https://doi.org/10.1080/01621459.1952.10483441,
 * over what the answers contribute; Welch (1951), https://doi.org/10.1093/biomet/38.3-4.330, for values with errors; for clustered answers
 * Wald's F of Korn and Graubard (1990), https://doi.org/10.1080/00031305.1990.10475737. Holm (1979), https://www.jstor.org/stable/4615733;
 * Benjamini and Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x; equivalence: Schuirmann (1987),
 * https://doi.org/10.1007/BF01068419.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { compareSegments, tallyCountsBy } from 'cx-scoring/segmentation';
 *
 * const counted = Object.entries({ north: [19, 28, 48], south: [30, 32, 35], west: [10, 20, 40] }).flatMap(([zone, counts]) =>
 *   counts.map((n, at) => ({ zone, score: [0, 7, 10][at] ?? null, n })),
 * );
 * const measure = npsMeasure();
 * const tally = tallyCountsBy(counted, { measure, dimensions: ['zone'], score: 'score', count: 'n' });
 * const { omnibus, comparisons } = compareSegments(tally, measure);
 * omnibus[0]?.pValue; // ~> 0.0072691558
 * comparisons.map(({ key, verdict }) => [key.zone, verdict]); // => [['north', 'no-evidence'], ['south', 'lower'], ['west', 'higher']]
 * ```
 */
export function compareSegments<
  Key extends object,
  Row,
  Tally,
  Result extends MetricResult,
  const Dimension extends keyof Key & string = keyof Key & string,
>(
  tally: SegmentTally<Key, Tally>,
  measure: Measure<Row, Tally, Result>,
  options: CompareSegmentsOptions<Key, Dimension> = {},
): SegmentComparisons<Pick<Key, Dimension>, Result['definition']['id']> {
  type Cut = Pick<Key, Dimension>;
  type Id = Result['definition']['id'];
  requireOptions('compareSegments', options);
  requireMeasure('compareSegments', measure);
  const { against = 'rest', acrossCountries, adjustment = 'holm', margin } = options;
  const confidence = resolveConfidence('compareSegments', options.confidence);
  const requireOwn = (valid: boolean, option: string, rule: string, value: unknown): void =>
    requireOption(valid, 'compareSegments', option, rule, value);
  const methods = { holm: 'holm', 'benjamini-hochberg': 'bh', none: null } as const;
  requireOwn(Object.hasOwn(methods, adjustment), 'adjustment', '"holm", "benjamini-hochberg" or "none"', adjustment);
  requireOwn(margin === undefined || (margin > 0 && margin < Infinity), 'margin', 'above 0', margin);
  const isReason = acrossCountries === undefined || (typeof acrossCountries === 'string' && acrossCountries !== '');
  requireOwn(isReason, 'acrossCountries', 'the reason, in words', acrossCountries);
  const cut = rollUp(
    measure,
    tally,
    requireDimensions(
      'compareSegments',
      tally.dimensions,
      options.dimensions ?? tally.dimensions,
    ) as readonly Dimension[],
  );
  const asked = requireDimensions('compareSegments', cut.dimensions, options.within ?? []);
  const within = cut.dimensions.filter((own) =>
    own === COUNTRY ? acrossCountries === undefined : asked.includes(own),
  );
  // The population of the whole is not that of a segment, and errors do without it.
  const own: Measure<Row, Tally, Result> = {
    ...measure,
    toResult: (one) => measure.toResult(one, { confidence, population: undefined }),
  };
  const segments = cut.keys.map((key, at) => {
    const one = cut.tallies[at] as Tally;
    return { key, tally: one, result: own.toResult(one) };
  });
  const groups = groupSegments(cut.keys, within);
  const rests: Tally[] = [];
  if (against === 'rest') {
    for (const { places } of groups) {
      const merged = restTallies(
        measure,
        places.map((place) => cut.tallies[place] as Tally),
      );
      for (const [at, place] of places.entries()) rests[place] = merged[at] as Tally;
    }
  }
  const made = planComparisons(cut.keys, cut.dimensions, groups, against).map(({ first, second, refused }) => {
    const segment = segments[first] as (typeof segments)[number];
    const rest = rests[first] as Tally;
    const other =
      second === 'rest' ? { tally: rest, result: own.toResult(rest) } : (segments[second] as typeof segment);
    const sizes = [segment.result.sampleSize, other.result.sampleSize] as const;
    const definition = measure.definition as Comparison<Id>['definition'];
    let comparison: Comparison<Id>;
    if (refused !== null) {
      comparison = untestedComparison(definition, sizes, null, [{ code: 'not-comparable', reason: refused }]);
    } else if (first === second && segment.result.value !== null) {
      comparison = untestedComparison(definition, sizes, 0, []);
    } else comparison = compareTallies(own, segment.tally, other.tally, { confidence });
    const isSized = refused === null && first !== second;
    return {
      key: segment.key,
      against: second === 'rest' ? ('rest' as const) : (cut.keys[second] as Cut),
      comparison,
      values: [segment.result.value, other.result.value] as const,
      effectSize: isSized ? effectSizeOf(own, [segment.tally, other.tally], [segment.result, other.result]) : null,
    };
  });
  const pValues = made.flatMap(({ comparison: { pValue } }) => (pValue === null ? [] : [pValue]));
  const method = methods[adjustment];
  const adjusted = method === null ? pValues : adjustPValues(pValues, method);
  let next = 0;
  return {
    definition: measure.definition,
    confidence,
    within,
    acrossCountries: (cut.dimensions as readonly string[]).includes(COUNTRY) ? (acrossCountries ?? null) : null,
    adjustment,
    tested: pValues.length,
    omnibus: groups
      .filter(({ isComparable }) => isComparable)
      .map((group) =>
        testSegments<Cut, Tally>(
          own,
          group.within as Partial<Cut>,
          group.places.map((place) => segments[place] as (typeof segments)[number]),
        ),
      ),
    comparisons: made.map(({ key, against: other, comparison, values, effectSize }) => {
      const adjustedPValue = comparison.pValue === null ? null : (adjusted[next++] as number);
      const tested = method === null ? 1 : pValues.length;
      return {
        key,
        against: other,
        comparison,
        values,
        adjustedPValue,
        minimumDetectableDifference: adjustedDetectableDifference(comparison, confidence, tested),
        effectSize,
        equivalence: margin === undefined ? null : equivalenceOf(comparison, margin, confidence),
        verdict: adjustedVerdict(comparison, adjustedPValue, confidence),
      };
    }),
  };
}
