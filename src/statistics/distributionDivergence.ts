import { sharesOf } from './distributionDistance.js';

/**
 * Kullback-Leibler divergence of two distributions over the same classes, in nats: what it costs to take the second for the first.
 *
 * It is not symmetric and has no bound; to compare mixes `totalVariation` is easier to explain.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares; Infinity when a class of the first is empty in the second; NaN when lengths differ, one is negative
 * or a side is empty.
 * @remarks `Σ p log(p/q)`: Kullback, S. and Leibler, R. (1951), On Information and Sufficiency, Annals of Mathematical Statistics
 * 22, 79-86, https://doi.org/10.1214/aoms/1177729694
 * @example
 * ```ts
 * import { kullbackLeiblerDivergence } from 'cx-scoring/statistics';
 * kullbackLeiblerDivergence([20, 30, 50], [30, 30, 40]); // ~> 0.0304787540
 * ```
 */
export function kullbackLeiblerDivergence(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return Math.max(
    0,
    addUp(first, second, (p, q) => (p === 0 ? 0 : p * Math.log(p / q))),
  );
}

/**
 * The symmetric chi-square distance of two distributions over the same classes.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares to 1 for no class in common; NaN as for `kullbackLeiblerDivergence`.
 * @remarks `½ Σ (p - q)² / (p + q)`: Le Cam, L. (1986), Asymptotic Methods in Statistical Decision Theory, section 4.2.
 * @example
 * ```ts
 * import { chiSquareDistance } from 'cx-scoring/statistics';
 * chiSquareDistance([20, 30, 50], [30, 30, 40]); // ~> 0.0155555556
 * ```
 */
export function chiSquareDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return addUp(first, second, (p, q) => (p + q > 0 ? (p - q) ** 2 / (p + q) / 2 : 0));
}

/**
 * The Bhattacharyya coefficient of two distributions over the same classes: how much they overlap.
 *
 * It is 1 less the square of `hellingerDistance`.
 *
 * @param first - Shares or counts of the classes, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for no class in common to 1 for equal shares; NaN as for `kullbackLeiblerDivergence`.
 * @remarks `Σ √(p q)`: Bhattacharyya, A. (1943), Bulletin of the Calcutta Mathematical Society 35, 99-109.
 * @example
 * ```ts
 * import { bhattacharyyaCoefficient } from 'cx-scoring/statistics';
 * bhattacharyyaCoefficient([20, 30, 50], [30, 30, 40]); // ~> 0.9921625698
 * ```
 */
export function bhattacharyyaCoefficient(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return Math.min(
    1,
    addUp(first, second, (p, q) => Math.sqrt(p * q)),
  );
}

/**
 * The earth mover's distance of two distributions over the same ordered classes, one step apart: how far shares would have to
 * move in all.
 *
 * Use it for scores, where from 9 to 10 is a smaller move than from 0 to 10.
 *
 * @param first - Shares or counts of the classes in their order, zero or more, in any unit.
 * @param second - The other's, in the same order.
 * @returns 0 for equal shares to the number of classes less one, in steps; NaN as for `kullbackLeiblerDivergence`.
 * @remarks The area between the cumulative distributions: Vallender, S. (1974), Calculation of the Wasserstein Distance Between
 * Probability Distributions on the Line, Theory of Probability and Its Applications 18, 784-786, https://doi.org/10.1137/1118101
 * @example
 * ```ts
 * import { earthMoversDistance } from 'cx-scoring/statistics';
 * earthMoversDistance([20, 30, 50], [30, 30, 40]); // ~> 0.2
 * ```
 */
export function earthMoversDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let gap = 0;
  return addUp(first, second, (p, q, isLast) => {
    gap += p - q;
    return isLast ? 0 : Math.abs(gap);
  });
}

function addUp(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  term: (p: number, q: number, isLast: boolean) => number,
): number {
  const p = sharesOf(first);
  const q = sharesOf(second);
  if (p === null || q === null || p.length !== q.length) return NaN;
  return p.reduce((total, share, i) => total + term(share, q[i] as number, i === p.length - 1), 0);
}
