import { findRoot } from './findRoot.js';
import { sum } from './sum.js';

/**
 * How the variance between groups is estimated: `'paule-mandel'` (moments at their own weights; also Morris's and the iterated
 * DerSimonian-Laird estimator), `'reml'` (restricted maximum likelihood) or `'dersimonian-laird'` (moments at the weights of equal
 * groups, in closed form).
 */
export type BetweenVarianceMethod = 'paule-mandel' | 'reml' | 'dersimonian-laird';

/** A mean of groups that differ by more than chance. */
export interface RandomEffectsMean {
  /** Variance of the true values between the groups, zero or more, in the squared unit of the values. */
  readonly betweenVariance: number;
  /** Mean of the true values. */
  readonly mean: number;
  /** Standard error of the mean, as if the variance were known. */
  readonly standardError: number;
}

/**
 * The variance of the true values of several groups, freed of the chance in their estimates, and the mean it implies.
 *
 * Use it to tell how much segments, branches or studies really differ. The estimate is 0 when the values differ by no more than chance.
 *
 * @param values - Estimates of two groups or more.
 * @param standardErrors - Their standard errors, above 0, taken as known.
 * @param method - How the variance is estimated, `'paule-mandel'` by default.
 * @returns Variance, mean and standard error of the mean; all NaN outside the domain.
 * @remarks Paule, R. and Mandel, J. (1982), Journal of Research of the National Bureau of Standards 87, 377-385,
 * https://doi.org/10.6028/jres.087.022; Viechtbauer, W. (2005), Journal of Educational and Behavioral Statistics 30, 261-293,
 * https://doi.org/10.3102/10769986030003261 (REML; where the likelihood has several tops, the highest); DerSimonian, R. and Laird, N.
 * (1986), https://doi.org/10.1016/0197-2456(86)90046-2. As R's `metafor::rma`.
 * @example
 * ```ts
 * import { randomEffectsMean } from 'cx-scoring/statistics';
 * randomEffectsMean([28, 8, -3, 7], [5, 5, 5, 5]).betweenVariance; // ~> 143.6667
 * randomEffectsMean([28, 8, -3, 7], [5, 5, 5, 5]).mean; // ~> 10
 * ```
 */
export function randomEffectsMean(
  values: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  method: BetweenVarianceMethod = 'paule-mandel',
): RandomEffectsMean {
  const y = Array.from(values);
  const errors = Array.from(standardErrors);
  const isUsable =
    y.length >= 2 &&
    y.length === errors.length &&
    y.every(Number.isFinite) &&
    errors.every((error) => error > 0 && error < Infinity);
  if (!isUsable) return { betweenVariance: NaN, mean: NaN, standardError: NaN };
  // In units of the largest error, so that squares neither vanish nor overflow.
  const unit = Math.max(...errors);
  const scaled = y.map((value) => value / unit);
  const variances = errors.map((error) => (error / unit) ** 2);
  const between = estimate(scaled, variances, method);
  const { mean, weight } = momentsAt(scaled, variances, between);
  return { betweenVariance: between * unit * unit, mean: mean * unit + 0, standardError: unit / Math.sqrt(weight) };
}

function estimate(y: readonly number[], variances: readonly number[], method: BetweenVarianceMethod): number {
  const freedom = y.length - 1;
  const plain = momentsAt(y, variances, 0);
  if (method === 'dersimonian-laird')
    return Math.max(0, (plain.squares - freedom) / (plain.weight - plain.squaredWeight / plain.weight));
  const spread = Math.max(...y) - Math.min(...y);
  if (method === 'reml') return restrictedMaximum(y, variances, spread * spread);
  if (plain.squares <= freedom) return 0;
  // At this variance every weight is so small that the squares cannot exceed their expectation.
  const center = sum(y) / y.length;
  const most = sum(y.map((value) => (value - center) ** 2)) / freedom;
  return findRoot((between) => momentsAt(y, variances, between).squares - freedom, 0, most);
}

/** Looks for the highest top of the restricted likelihood on a grid, and refines it by its derivative. */
function restrictedMaximum(y: readonly number[], variances: readonly number[], most: number): number {
  if (most === 0) return 0;
  const least = Math.min(...variances) * 1e-4;
  const top = 4 * most + least;
  const steps = 200;
  const grid = [0];
  for (let step = 0; step <= steps; step++) grid.push(least * (top / least) ** (step / steps));
  const likelihoods = grid.map((between) => restrictedLikelihood(y, variances, between));
  const best = likelihoods.indexOf(Math.max(...likelihoods));
  const slope = (between: number): number => restrictedSlope(y, variances, between);
  const from = grid[Math.max(best - 1, 0)] as number;
  const to = grid[Math.min(best + 1, grid.length - 1)] as number;
  if (from === 0 && slope(0) <= 0) return 0;
  return findRoot(slope, from, to);
}

function restrictedLikelihood(y: readonly number[], variances: readonly number[], between: number): number {
  const { squares, weight } = momentsAt(y, variances, between);
  return -(sum(variances.map((variance) => Math.log(variance + between))) + Math.log(weight) + squares) / 2;
}

function restrictedSlope(y: readonly number[], variances: readonly number[], between: number): number {
  const { mean, weight, squaredWeight } = momentsAt(y, variances, between);
  const excess = sum(y.map((value, i) => ((value - mean) / ((variances[i] as number) + between)) ** 2));
  return excess - weight + squaredWeight / weight;
}

function momentsAt(
  y: readonly number[],
  variances: readonly number[],
  between: number,
): { readonly mean: number; readonly weight: number; readonly squaredWeight: number; readonly squares: number } {
  const weights = variances.map((variance) => 1 / (variance + between));
  const weight = sum(weights);
  const mean = sum(y.map((value, i) => (weights[i] as number) * value)) / weight;
  return {
    mean,
    weight,
    squaredWeight: sum(weights.map((own) => own * own)),
    squares: sum(y.map((value, i) => (weights[i] as number) * (value - mean) ** 2)),
  };
}
