import { choleskyFactor, choleskySolution } from './cholesky.js';
import { sharesOf } from './distributionDistance.js';

/** Mean and standard deviation of a group. */
export interface GroupSpread {
  /** Mean. */
  readonly mean: number;
  /** Standard deviation, zero or more. */
  readonly standardDeviation: number;
}

/**
 * The standardised difference of two means: in units of the standard deviation, both groups counting the same whatever their size.
 *
 * Use it to judge whether two groups are alike enough to be compared (0.1 is a common limit); for the size of an effect `cohenD`
 * pools by size.
 *
 * @param first - Mean and standard deviation of one group.
 * @param second - Those of the other.
 * @returns First less second, a pure number; NaN when neither group has spread or a standard deviation is negative.
 * @remarks `(m₁ - m₂) / √((s₁² + s₂²)/2)`: Austin, P. (2009), Balance Diagnostics for Comparing the Distribution of Baseline
 * Covariates, Statistics in Medicine 28, 3083-3107, https://doi.org/10.1002/sim.3697
 * @example
 * ```ts
 * import { standardizedMeanBalance } from 'cx-scoring/statistics';
 * standardizedMeanBalance({ mean: 8, standardDeviation: 2 }, { mean: 7, standardDeviation: 2 }); // => 0.5
 * ```
 */
export function standardizedMeanBalance(first: GroupSpread, second: GroupSpread): number {
  if (!(first.standardDeviation >= 0 && second.standardDeviation >= 0)) return NaN;
  return inDeviations(first.mean - second.mean, first.standardDeviation ** 2, second.standardDeviation ** 2);
}

/**
 * The standardised difference of two shares.
 *
 * @param first - Share of one group, 0 to 1.
 * @param second - Share of the other.
 * @returns First less second, a pure number; NaN outside the domain and when both shares are 0 or 1.
 * @remarks `(p₁ - p₂) / √((p₁(1 - p₁) + p₂(1 - p₂))/2)`: Austin (2009).
 * @example
 * ```ts
 * import { standardizedShareBalance } from 'cx-scoring/statistics';
 * standardizedShareBalance(0.5, 0.4); // ~> 0.2020305
 * ```
 */
export function standardizedShareBalance(first: number, second: number): number {
  if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1)) return NaN;
  return inDeviations(first - second, first * (1 - first), second * (1 - second));
}

/**
 * The standardised difference of two distributions over the same classes: the Mahalanobis distance of their shares.
 *
 * Use it for attributes with more than two classes (country, role); for two classes it is the absolute `standardizedShareBalance`.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns Zero or more, without upper bound; NaN when lengths differ, a number is negative, a side is empty, or the groups have no
 * class in common. Classes empty on both sides do not count.
 * @remarks Yang, D. and Dalton, J. (2012), A Unified Approach to Measuring the Effect Size Between Two Groups Using SAS, SAS Global
 * Forum, paper 335.
 * @example
 * ```ts
 * import { standardizedMixBalance } from 'cx-scoring/statistics';
 * standardizedMixBalance([0.5, 0.3, 0.2], [0.4, 0.25, 0.35]); // ~> 0.3412098
 * ```
 */
export function standardizedMixBalance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const p = sharesOf(first);
  const q = sharesOf(second);
  if (p === null || q === null || p.length !== q.length) return NaN;
  // The last class is one less the others.
  const classes = p.map((_, i) => i).filter((i) => (p[i] as number) + (q[i] as number) > 0).slice(1); // prettier-ignore
  const size = classes.length;
  const gaps = classes.map((i) => (p[i] as number) - (q[i] as number));
  if (gaps.every((gap) => gap === 0)) return size > 0 ? 0 : NaN;
  const spread = classes.flatMap((i) => classes.map((j) => (covariance(p, i, j) + covariance(q, i, j)) / 2));
  const factor = choleskyFactor(spread, size);
  if (factor === null) return NaN;
  const solved = choleskySolution(factor, size, gaps);
  return Math.sqrt(gaps.reduce((total, gap, i) => total + gap * (solved[i] as number), 0));
}

function inDeviations(difference: number, firstVariance: number, secondVariance: number): number {
  const variance = (firstVariance + secondVariance) / 2;
  return variance > 0 ? difference / Math.sqrt(variance) : NaN;
}

function covariance(shares: readonly number[], i: number, j: number): number {
  const own = shares[i] as number;
  return i === j ? own * (1 - own) : -own * (shares[j] as number);
}
