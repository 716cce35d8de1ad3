import type { Comparison } from '../core/comparison.js';
import { resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { clusterDifference } from '../statistics/clusterDifference.js';
import type { CompareOptions } from './compareResults.js';
import { tEvidence, toComparison } from './evidence.js';
import { sortedTallies, type KeyedTally } from './keyedTally.js';
import type { RatioMeasure, RatioSums } from './ratioMeasure.js';

const NONE: RatioSums = {
  scale: 1,
  count: 0,
  total: 0,
  weight: 0,
  weightedTotal: 0,
  squaredWeight: 0,
  weightedSquare: 0,
};

/**
 * Compares two tallies by account, first minus second. Accounts on both sides are known by their keys, so that what moves both
 * sides of an account together cancels.
 */
export function compareClusters<Row, Tally, Result extends MetricResult>(
  measure: RatioMeasure<Row, Tally, Result>,
  a: KeyedTally<Tally>,
  b: KeyedTally<Tally>,
  options: CompareOptions,
): Comparison<Result['definition']['id']> {
  const confidence = resolveConfidence('compareTallies', options.confidence);
  const sides = [a, b].map((side) => new Map(sortedTallies(side).map(([key, tally]) => [key, measure.toSums(tally)])));
  const [first, second] = sides as [Map<string, RatioSums>, Map<string, RatioSums>];
  const keys = Array.from(new Set([...first.keys(), ...second.keys()])).sort((x, y) => (x < y ? -1 : 1));
  const inBoth = keys.map((key) => [first.get(key) ?? NONE, second.get(key) ?? NONE] as const);
  const used = inBoth.filter(([x, y]) => x.count > 0 || y.count > 0);
  const {
    estimate,
    standardError: error,
    degreesOfFreedom,
  } = clusterDifference(
    used.map(([x]) => x),
    used.map(([, y]) => y),
  );
  const counts = [0, 1].map((side) => used.reduce((sum, pair) => sum + (pair[side] as RatioSums).count, 0));
  const scale = used[0]?.find(({ count }) => count > 0)?.scale ?? 1;
  const difference = Number.isNaN(estimate) ? null : scale * estimate;
  const standardError = scale * error;
  const hasEvidence = difference !== null && used.length >= 5 && standardError > 1e-12 * scale;
  const evidence = hasEvidence
    ? tEvidence(difference, standardError, degreesOfFreedom, confidence, 'linearized')
    : null;
  return toComparison(measure.definition, difference, evidence, counts as [number, number], confidence, []);
}
