import type { Comparison } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import { resolveConfidence } from '../core/options.js';
import { clusterDifference, clusterRobustDifference } from '../statistics/clusterDifference.js';
import type { CompareOptions } from './compareResults.js';
import { FEWEST_ACCOUNTS, MANY_ACCOUNTS, tEvidence, toComparison } from './evidence.js';
import type { RatioSums } from './ratioMeasure.js';

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
 * Compares two sides by the sums of their accounts, first minus second. Accounts on both sides are known by their keys, so that what
 * moves both sides of an account together cancels.
 */
export function compareSums<Id extends string>(
  definition: MetricDefinition<Id>,
  first: ReadonlyMap<string, RatioSums>,
  second: ReadonlyMap<string, RatioSums>,
  options: CompareOptions,
): Comparison<Id> {
  const confidence = resolveConfidence('compareTallies', options.confidence);
  // In the order of the keys, so that sums do not depend on the order of rows.
  const keys = Array.from(new Set([...first.keys(), ...second.keys()])).sort((x, y) => (x < y ? -1 : 1));
  const pairs = keys
    .map((key) => [first.get(key) ?? NONE, second.get(key) ?? NONE] as const)
    .filter(([x, y]) => x.count > 0 || y.count > 0);
  const sides = [pairs.map(([x]) => x), pairs.map(([, y]) => y)] as const;
  const accountsOf = (side: readonly RatioSums[]): number => side.filter((own) => own.count > 0).length;
  const fewest = Math.min(accountsOf(sides[0]), accountsOf(sides[1]));
  // As with one value: CR2 while a side has few accounts, but for amounts, whose rows have no value of their own.
  const isSmall = fewest < MANY_ACCOUNTS && pairs.every((pair) => pair.every((own) => own.weightedSquare !== null));
  const {
    estimate,
    standardError: error,
    degreesOfFreedom,
  } = isSmall ? clusterRobustDifference(...sides) : clusterDifference(...sides);
  const count = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side].count, 0);
  const scale = pairs[0]?.find((own) => own.count > 0)?.scale ?? 1;
  const difference = Number.isNaN(estimate) ? null : scale * estimate;
  const standardError = scale * error;
  const isFew = fewest < FEWEST_ACCOUNTS;
  const hasEvidence = difference !== null && !isFew && standardError > 1e-12 * scale;
  const evidence = hasEvidence
    ? tEvidence(difference, standardError, degreesOfFreedom, confidence, isSmall ? 'cr2' : 'linearized')
    : null;
  return toComparison(definition, difference, evidence, [count(0), count(1)], confidence, [], isFew);
}
