import type { ResultOptions } from '../core/result.js';
import type { ClusterSums } from '../statistics/clusterSums.js';
import type { Measure } from './measure.js';
import type { ScaleTally, ScaleWeights } from './scaleTally.js';
import type { ScaleStatistic } from './scaleValue.js';

/**
 * The five sums of a tally from which a ratio and its error over clusters follow, and what one unit of that ratio is worth:
 * the value of the metric is `scale * weightedTotal / weight`.
 */
export interface RatioSums extends ClusterSums {
  /** 100 for points, 1 for everything else. */
  readonly scale: number;
  /** Sum of weight times squared value, for the design effect; `null` for a ratio of amounts, whose rows have no value of their own. */
  readonly weightedSquare: number | null;
}

/**
 * A measure whose value is a weighted mean, or a ratio of two sums, over its rows: NPS, shares, means, composites, ratios.
 *
 * Only such measures can be clustered by account ({@link clusterBy}) and rolled up account by account.
 */
export interface RatioMeasure<in Row, in out Tally, out Result> extends Measure<Row, Tally, Result> {
  /** Reduces a tally to the five sums. */
  readonly toSums: (tally: Tally) => RatioSums;
  /** Confidence and population the measure was made with. */
  readonly defaults: ResultOptions;
}

/** A ratio measure over a scale of whole numbers: it also knows what each score contributes. */
export interface ScaleMeasure<in Row, out Result> extends RatioMeasure<Row, ScaleTally, Result>, ScaleStatistic {}

/** The sum kept in one compensated pair. */
function pairAt(pairs: ScaleWeights['sums'], bin: number): number {
  return (pairs[2 * bin] as number) + (pairs[2 * bin + 1] as number);
}

/** The five sums of a scale tally. */
export function scaleSums({ definition, scale, valueAt }: ScaleStatistic, { counts, weights }: ScaleTally): RatioSums {
  const sums = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0, weightedSquare: 0 };
  for (let bin = 0; bin < counts.length - 4; bin++) {
    const count = counts[bin] as number;
    if (count === 0) continue;
    const value = valueAt(bin + scale.minimum);
    const weight = weights ? pairAt(weights.sums, bin) : count;
    sums.count += count;
    sums.total += count * value;
    sums.weight += weight;
    sums.weightedTotal += weight * value;
    sums.weightedSquare += weight * value * value;
    sums.squaredWeight += weights ? pairAt(weights.squares, bin) : count;
  }
  return { scale: definition.statistic === 'net' ? 100 : 1, ...sums };
}
