import { gainsBySize, subsetRSquared } from './subsetRSquared.js';
import type { DriverCorrelations } from './subsetRSquared.js';

/** Outcome of `dominanceAnalysis`. */
export interface DominanceAnalysis {
  /** R² of all predictors together. */
  readonly rSquared: number;
  /** Mean gain in R² over all numbers of others: the LMG importance. */
  readonly general: readonly number[];
  /** Mean gain in R² from predictor i when q others are in, at `[i][q]`. */
  readonly conditional: readonly (readonly number[])[];
  /** Share of the subsets of the others in which predictor i adds more than j, at `[i][j]`: 1 is complete dominance; ties count half. */
  readonly complete: readonly (readonly number[])[];
}

/**
 * Dominance analysis: which predictor adds more to R² than which other, in every subset, on average by size, and on average altogether.
 *
 * @param correlations - Correlations of 1 to 16 predictors with each other and with the response.
 * @returns R² and the three kinds of dominance; NaN when the shapes do not match, a number is not finite, or there are more than 16.
 * @remarks Azen, R. and Budescu, D. (2003), The dominance analysis approach for comparing predictors in multiple regression,
 * Psychological Methods 8, 129-148, https://doi.org/10.1037/1082-989X.8.2.129
 * @example
 * ```ts
 * import { dominanceAnalysis } from 'cx-scoring/statistics';
 * const dominance = dominanceAnalysis({ predictors: [[1, 0.5], [0.5, 1]], response: [0.6, 0.5] });
 * dominance.conditional[0]; // ~> [0.36, 0.1633]
 * dominance.complete[0]; // => [0.5, 1]
 * ```
 */
export function dominanceAnalysis(correlations: DriverCorrelations): DominanceAnalysis {
  const size = correlations.response.length;
  const all = size <= 16 ? subsetRSquared(correlations) : null;
  if (all === null) {
    const unknown = new Array<number>(size).fill(NaN);
    return {
      rSquared: NaN,
      general: unknown,
      conditional: unknown.map(() => unknown),
      complete: unknown.map(() => unknown),
    };
  }
  const conditional = gainsBySize(all, size);
  return {
    rSquared: all[all.length - 1] as number,
    general: conditional.map((gains) => gains.reduce((total, gain) => total + gain, 0) / size),
    conditional,
    complete: conditional.map((_, i) => conditional.map((__, j) => (i === j ? 0.5 : shareOfWins(all, size, i, j)))),
  };
}

function shareOfWins(rSquared: Float64Array, size: number, i: number, j: number): number {
  const [first, second] = [1 << (size - 1 - i), 1 << (size - 1 - j)];
  let wins = 0;
  let subsets = 0;
  for (let subset = 0; subset < rSquared.length; subset++) {
    if ((subset & (first | second)) !== 0) continue;
    const gap = (rSquared[subset | first] as number) - (rSquared[subset | second] as number);
    // What differs by rounding only is a tie.
    wins += gap > 1e-12 ? 1 : gap < -1e-12 ? 0 : 0.5;
    subsets++;
  }
  return wins / subsets;
}
