import { addDoubleDouble, divideDoubleDouble, multiplyDoubleDouble, subtractDoubleDouble } from './doubleDouble.js';
import type { ClusterSums } from './clusterSums.js';
import type { DoubleDouble } from './doubleDouble.js';
import { SUM_AT, type Moments } from './moments.js';

/** How weights enter a variance: see `momentsVariance`. */
export type WeightedVarianceKind = 'mle' | 'frequency' | 'reliability';

/**
 * The weighted mean `Σwx / Σw` of what was added.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns The mean in the unit of the values; NaN when nothing was added.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsMean } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const value of [10000000.2, 10000000.1, 10000000.3]) addToMoments(moments, value);
 * momentsMean(moments); // => 10000000.2
 * ```
 */
export function momentsMean(moments: Moments): number {
  return divideDoubleDouble(total(moments, SUM_AT.X, SUM_AT.WX), totalWeight(moments));
}

/**
 * The variance of what was added: the sample variance (divisor n - 1) when every weight is 1.
 *
 * With other weights, `Q = Σw(x - m)²` about the weighted mean m is divided by
 * `Σw - Σw²/Σw` (`'reliability'`, the default: weights say how much a value counts, and multiplying them all by a constant
 * changes nothing), by `Σw - 1` (`'frequency'`: weights are numbers of equal rows), or by `Σw` (`'mle'`: the population form).
 *
 * @param moments - Moments made by `createMoments`.
 * @param kind - Which divisor, `'reliability'` by default.
 * @returns The variance, in squared units; exactly 0 when all values are equal; NaN when the divisor is not above zero, as for
 * a single value of weight 1.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsVariance } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const value of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) addToMoments(moments, value);
 * momentsVariance(moments); // => 30
 * ```
 */
export function momentsVariance(moments: Moments, kind: WeightedVarianceKind = 'reliability'): number {
  const weight = totalWeight(moments);
  const squaredWeight = multiplyDoubleDouble(weight, weight);
  const divisor =
    kind === 'mle'
      ? squaredWeight
      : subtractDoubleDouble(squaredWeight, kind === 'frequency' ? weight : totalSquaredWeight(moments));
  if (!(divisor.high > 0)) return NaN;
  const x = total(moments, SUM_AT.X, SUM_AT.WX);
  const deviations = subtractDoubleDouble(
    multiplyDoubleDouble(weight, total(moments, SUM_AT.XX, SUM_AT.WXX)),
    multiplyDoubleDouble(x, x),
  );
  return exactZero(moments, divideDoubleDouble(deviations, divisor));
}

/**
 * The standard error of the weighted mean, linearised for sampling with replacement: `sqrt(n/(n-1) Σ(w(x - m))²) / Σw`.
 *
 * With unit weights it is the familiar `s / √n`. Use it for one answer per sampled unit; several answers of one account need a
 * clustered standard error.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns The standard error, in the unit of the values; NaN below two values.
 * @remarks Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.7; the estimate of R's
 * `survey::svymean` for independent sampling.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsStandardError } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * const weights = [1, 1, 1, 1, 2, 2, 3, 5];
 * [1, 1, 0, -1, 1, -1, 0, 1].forEach((value, i) => addToMoments(moments, value, weights[i]));
 * momentsStandardError(moments); // ~> 0.320217211
 * ```
 */
export function momentsStandardError(moments: Moments): number {
  const { count } = moments;
  const weight = totalWeight(moments);
  const squaredWeight = multiplyDoubleDouble(weight, weight);
  const x = total(moments, SUM_AT.X, SUM_AT.WX);
  // Σ(w(x - m))² times (Σw)², expanded so that only sums and products are needed.
  const squares = addDoubleDouble(
    subtractDoubleDouble(
      multiplyDoubleDouble(squaredWeight, total(moments, SUM_AT.XX, SUM_AT.WWXX)),
      multiplyDoubleDouble(
        { high: 2 * weight.high, low: 2 * weight.low },
        multiplyDoubleDouble(x, total(moments, SUM_AT.X, SUM_AT.WWX)),
      ),
    ),
    multiplyDoubleDouble(multiplyDoubleDouble(x, x), totalSquaredWeight(moments)),
  );
  const spread = exactZero(moments, divideDoubleDouble(squares, squaredWeight));
  return Math.sqrt((count / (count - 1)) * spread) / weight.high;
}

/**
 * Kish's effective sample size `(Σw)² / Σw²`: how many equally weighted values would give the mean the same precision.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns Between 1 and the number of values, equal to it when all weights are; 0 when nothing was added.
 * @remarks Kish, L. (1965), Survey Sampling, section 11.7.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsEffectiveSize } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * for (const weight of [1, 1, 1, 1, 2, 2, 3, 5]) addToMoments(moments, 9, weight);
 * momentsEffectiveSize(moments); // ~> 5.5652173913
 * ```
 */
export function momentsEffectiveSize(moments: Moments): number {
  if (moments.count === 0) return 0;
  const weight = totalWeight(moments);
  return divideDoubleDouble(multiplyDoubleDouble(weight, weight), totalSquaredWeight(moments));
}

/**
 * Reduces moments to the five sums that a cluster-robust mean needs of a cluster.
 *
 * Use it where the values of each cluster were added to moments of their own, for `clusterRobustMean` and `clusterJackknife`.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns Number of values, their sum, the sum of their weights, of weight times value and of the squared weights.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsSums } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * addToMoments(moments, 9);
 * addToMoments(moments, 5, 3);
 * momentsSums(moments); // => { count: 2, total: 14, weight: 4, weightedTotal: 24, squaredWeight: 10 }
 * ```
 */
export function momentsSums(moments: Moments): ClusterSums {
  return {
    count: moments.count,
    total: total(moments, SUM_AT.X, SUM_AT.PLAIN).high + 0,
    weight: totalWeight(moments).high,
    weightedTotal: total(moments, SUM_AT.X, SUM_AT.WX).high + 0,
    squaredWeight: totalSquaredWeight(moments).high,
  };
}

/**
 * The sum of weight times squared value of what was added.
 *
 * @param moments - Moments made by `createMoments`.
 * @returns The sum `Σwx²`, 0 when nothing was added.
 * @example
 * ```ts
 * import { addToMoments, createMoments, momentsSquares } from 'cx-scoring/statistics';
 * const moments = createMoments();
 * addToMoments(moments, 3, 2);
 * momentsSquares(moments); // => 18
 * ```
 */
export function momentsSquares(moments: Moments): number {
  return total(moments, SUM_AT.XX, SUM_AT.WXX).high;
}

// Sum over all values: those of weight 1 and the weighted ones.
function total(moments: Moments, unit: number, weighted: number): DoubleDouble {
  return addDoubleDouble(sumAt(moments, unit), sumAt(moments, weighted));
}

function totalWeight(moments: Moments): DoubleDouble {
  return addDoubleDouble({ high: moments.unitCount, low: 0 }, sumAt(moments, SUM_AT.W));
}

function totalSquaredWeight(moments: Moments): DoubleDouble {
  return addDoubleDouble({ high: moments.unitCount, low: 0 }, sumAt(moments, SUM_AT.WW));
}

function sumAt(moments: Moments, at: number): DoubleDouble {
  return { high: moments.sums[at] as number, low: moments.sums[at + 1] as number };
}

// Equal values have no spread: the last digit of the sums must not say otherwise, nor below zero. NaN stays NaN.
function exactZero(moments: Moments, spread: number): number {
  return moments.minimum === moments.maximum && spread === spread ? 0 : Math.max(0, spread);
}
