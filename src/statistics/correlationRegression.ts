import { choleskyFactor, choleskyInverse } from './cholesky.js';
import { areCorrelations } from './subsetRSquared.js';
import type { DriverCorrelations } from './subsetRSquared.js';

/** A regression known by its correlations only. Lists hold one number a predictor. */
export interface CorrelationRegression {
  /** R² of all predictors together. */
  readonly rSquared: number;
  /** Standardised coefficients (beta weights). */
  readonly coefficients: readonly number[];
  /** R² of the predictor alone. */
  readonly first: readonly number[];
  /** What R² loses without the predictor. */
  readonly last: readonly number[];
  /** Pratt's measure, coefficient times correlation: adds up to R², but may be below zero. */
  readonly pratt: readonly number[];
}

/**
 * The standardised regression that correlations determine, with the simple measures of importance.
 *
 * @param correlations - Correlations of the predictors with each other and with the response.
 * @returns The regression; NaN when the shapes do not match, a number is not finite, or a predictor depends on others.
 * @remarks Pratt, J. (1987), Dividing the indivisible: using simple symmetry to partition variance explained, in Proceedings of the Second
 * International Tampere Conference in Statistics, 245-260.
 * @example
 * ```ts
 * import { correlationRegression } from 'cx-scoring/statistics';
 * const fit = correlationRegression({ predictors: [[1, 0.5], [0.5, 1]], response: [0.6, 0.5] });
 * fit.coefficients; // ~> [0.4667, 0.2667]
 * fit.rSquared; // ~> 0.4133
 * ```
 */
export function correlationRegression(correlations: DriverCorrelations): CorrelationRegression {
  const { predictors, response } = correlations;
  const size = response.length;
  const factor = areCorrelations(correlations) ? choleskyFactor(predictors.flat(), size) : null;
  if (factor === null) {
    const unknown = new Array<number>(size).fill(NaN);
    return { rSquared: NaN, coefficients: unknown, first: unknown, last: unknown, pratt: unknown };
  }
  const inverse = choleskyInverse(factor, size);
  const coefficients = response.map((_, i) =>
    response.reduce((total, r, j) => total + (inverse[i * size + j] as number) * r, 0),
  );
  const pratt = coefficients.map((coefficient, i) => coefficient * (response[i] as number));
  return {
    rSquared: pratt.reduce((total, part) => total + part, 0),
    coefficients,
    first: response.map((r) => r * r),
    last: coefficients.map((coefficient, i) => coefficient ** 2 / (inverse[i * size + i] as number)),
    pratt,
  };
}
