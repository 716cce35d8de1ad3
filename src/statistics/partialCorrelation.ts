import { correlationTest } from './pearsonCorrelation.js';
import type { Correlation, CorrelationOptions } from './pearsonCorrelation.js';
import { designOf } from './designColumns.js';
import { deviations } from './coMoments.js';
import { factorQr, multiplyByQTransposed } from './householderQr.js';
import type { QrFactor } from './householderQr.js';

/** Outcome of `partialCorrelation`. */
export interface PartialCorrelation extends Correlation {
  /** Correlation of the first column as it is with what the controls leave of the second. */
  readonly semiPartial: number;
}

/** A column that the controls explain but for this share of its length has nothing of its own. */
const EXPLAINED = 1e-12;

/**
 * The partial correlation: how closely two columns go together among units alike in other respects.
 *
 * @param x - Finite numbers.
 * @param y - As many finite numbers, in the same order of units.
 * @param controls - Columns held constant; one that depends on earlier ones counts for nothing.
 * @param options - Confidence and alternative.
 * @returns Coefficient, semi-partial coefficient, t, degrees of freedom (`n - 2` less the controls), p-value and interval. All NaN
 * when lengths differ, a number is not finite, or the controls determine a column; the semi-partial coefficient is 0 when they
 * determine the first only.
 * @remarks Fisher, R. (1924), The distribution of the partial correlation coefficient, Metron 3, 329-332. Residuals come from
 * orthogonal reflections, not from an inverted correlation matrix.
 * @example
 * ```ts
 * import { partialCorrelation } from 'cx-scoring/statistics';
 * const partial = partialCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], [[1, 3, 2, 5, 4]]);
 * partial.coefficient; // ~> 0.9784
 * partial.degreesOfFreedom; // => 2
 * ```
 */
export function partialCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  controls: readonly ArrayLike<number>[],
  options: CorrelationOptions = {},
): PartialCorrelation {
  const n = x.length;
  const a = deviations(x);
  const b = deviations(y);
  const design = y.length === n ? designOf(controls.map(deviations), n, true) : null;
  if (design === null) return { ...correlationTest(NaN, NaN, options), semiPartial: NaN };
  const qr = factorQr(design.columns, n);
  const restA = rest(qr, a);
  const restB = rest(qr, b);
  const xy = product(restA, restB);
  return {
    ...correlationTest(xy / Math.sqrt(product(restA, restA) * product(restB, restB)), n - qr.kept.length + 1, options),
    semiPartial: xy / Math.sqrt(product(a, a) * product(restB, restB)),
  };
}

// The part of a column outside of what the design spans, in coordinates of an orthonormal basis.
function rest(qr: QrFactor, column: Float64Array): Float64Array {
  const rotated = Float64Array.from(column);
  multiplyByQTransposed(qr, rotated);
  const own = rotated.subarray(qr.kept.length);
  const isExplained = product(own, own) <= EXPLAINED * EXPLAINED * product(column, column);
  return isExplained ? own.fill(0) : own;
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
