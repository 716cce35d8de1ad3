import { gammaKernel, gammaTail } from './gammaTail.js';
import type { TailSide } from './largeShapeTail.js';
import { logGamma } from './logGamma.js';
import { normalQuantile } from './normalQuantile.js';
import { solveTail } from './quantileSearch.js';

/** Below `exp` of this the first term of the series is the whole lower tail. */
const LEADING_TERM_REACH = -600;

/**
 * The logarithm of `x / shape` below which (`lower`) or above which (`upper`) the gamma law of rate 1 has `probability`,
 * strictly between 0 and 1.
 *
 * @internal
 */
export function gammaRatioQuantile(side: TailSide, probability: number, shape: number): number {
  // The tail of at most one half is solved for: its complement is exact, and no digits are lost.
  const flipped = probability > 0.5;
  const target = flipped ? 1 - probability : probability;
  const solved: TailSide = (side === 'lower') === flipped ? 'upper' : 'lower';
  const below = solved === 'lower' ? target : 1 - target;
  const leading = (Math.log(below) + logGamma(shape + 1)) / shape;
  if (leading < LEADING_TERM_REACH) return leading - Math.log(shape);
  const evaluate = (w: number): { tail: number; density: number } => {
    const x = shape * Math.exp(w);
    const difference = shape * Math.expm1(w);
    return { tail: gammaTail(solved, shape, x, difference), density: gammaKernel(shape, x, difference) };
  };
  const direction = solved === 'lower' ? 1 : -1;
  return solveTail(evaluate, target, gammaQuantileStart(direction * normalQuantile(target), leading, shape), direction);
}

/**
 * Where the search begins, on the logarithmic scale of `gammaRatioQuantile`: the approximation of Wilson and Hilferty (1931),
 * doi:10.1073/pnas.17.12.684, never left of the bound that the leading term gives.
 *
 * @internal
 */
export function gammaQuantileStart(z: number, leading: number, shape: number): number {
  const bound = leading - Math.log(shape);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 ? Math.max(3 * Math.log(root), bound) : bound;
}
