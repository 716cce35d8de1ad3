import { sum } from './sum.js';

/**
 * The total variation distance of two distributions over the same classes: the share that would have to change class.
 *
 * Use it to say how different two mixes are (countries, roles, products) before comparing their scores.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares to 1 for no class in common; NaN when lengths differ, one is negative or a side is empty.
 * @remarks `Σ|p - q| / 2`: Gibbs, A. and Su, F. (2002), On Choosing and Bounding Probability Metrics, International Statistical
 * Review 70, 419-435, https://doi.org/10.2307/1403865
 * @example
 * ```ts
 * import { totalVariation } from 'cx-scoring/statistics';
 * totalVariation([50, 30, 20], [40, 25, 35]); // ~> 0.15
 * ```
 */
export function totalVariation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return sumOverClasses(first, second, (p, q) => Math.abs(p - q)) / 2;
}

/**
 * The Hellinger distance of two distributions over the same classes.
 *
 * Use it like `totalVariation` when differences among rare classes should count for more.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares to 1 for no class in common; NaN as for `totalVariation`.
 * @remarks `√(Σ(√p - √q)² / 2)`: Gibbs and Su (2002).
 * @example
 * ```ts
 * import { hellingerDistance } from 'cx-scoring/statistics';
 * hellingerDistance([0.5, 0.3, 0.2], [0.4, 0.25, 0.35]); // ~> 0.119791
 * ```
 */
export function hellingerDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return Math.min(1, Math.sqrt(sumOverClasses(first, second, (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2) / 2));
}

/**
 * The Jensen-Shannon distance of two distributions over the same classes: the root of the information, in bits, that a class gives
 * about which of the two it comes from.
 *
 * Use it where an information measure is wanted; unlike the population stability index it has a bound and bears empty classes.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares to 1 for no class in common; NaN as for `totalVariation`.
 * @remarks Endres, D. and Schindelin, J. (2003), A New Metric for Probability Distributions, IEEE Transactions on Information
 * Theory 49, 1858-1860, https://doi.org/10.1109/TIT.2003.813506, with logarithms to base 2.
 * @example
 * ```ts
 * import { jensenShannonDistance } from 'cx-scoring/statistics';
 * jensenShannonDistance([0.5, 0.3, 0.2], [0.4, 0.25, 0.35]); // ~> 0.143530
 * ```
 */
export function jensenShannonDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const bits = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log2((2 * p) / (p + q)));
  const information = sumOverClasses(first, second, (p, q) => (p === q ? 0 : bits(p, q) + bits(q, p))) / 2;
  return Math.sqrt(Math.min(1, Math.max(0, information)));
}

/**
 * The population stability index of two distributions over the same classes.
 *
 * Use it where a threshold of it is agreed on (0.1 and 0.25 are common); otherwise `totalVariation` is easier to explain.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @param floor - Smallest share a class is taken to have, 0 by default; 0.0001 is common where classes can be empty.
 * @returns 0 for equal shares, without upper bound; NaN as for `totalVariation`, for a floor below 0, and, with a floor of 0, when
 * a class is empty on one side only.
 * @remarks `Σ(p - q) log(p/q)`: Jeffreys, H. (1946), https://doi.org/10.1098/rspa.1946.0056; the name from Lewis, E. (1994), An
 * Introduction to Credit Scoring. The floor does not rescale the other shares.
 * @example
 * ```ts
 * import { populationStabilityIndex } from 'cx-scoring/statistics';
 * populationStabilityIndex([0.5, 0.3, 0.2], [0.4, 0.25, 0.35]); // ~> 0.115373
 * ```
 */
export function populationStabilityIndex(first: ArrayLike<number>, second: ArrayLike<number>, floor = 0): number {
  if (!(floor >= 0)) return NaN;
  const index = sumOverClasses(first, second, (p, q) => {
    const a = Math.max(p, floor);
    const b = Math.max(q, floor);
    return a === b ? 0 : (a - b) * Math.log(a / b);
  });
  return index < Infinity ? index : NaN;
}

function sumOverClasses(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  term: (p: number, q: number) => number,
): number {
  const p = sharesOf(first);
  const q = sharesOf(second);
  if (p === null || q === null || p.length !== q.length) return NaN;
  return sum(p.map((share, i) => term(share, q[i] as number)).filter((value) => value !== 0));
}

/**
 * Shares that add up to 1; `null` when one is negative or not finite, or there is nothing.
 *
 * @internal
 */
export function sharesOf(amounts: ArrayLike<number>): number[] | null {
  const own = Array.from(amounts);
  const total = sum(own);
  if (!own.every((amount) => amount >= 0) || !(total > 0)) return null;
  return own.map((amount) => amount / total);
}
