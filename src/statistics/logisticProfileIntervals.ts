import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { findRoot } from './findRoot.js';
import { covarianceOf, logisticDesign, withColumnLast } from './logisticDesign.js';
import type { LogisticDesign } from './logisticDesign.js';
import { maximizeLogistic } from './logisticMaximum.js';
import type { LogisticOptions } from './logisticRegression.js';

/** Options of `logisticProfileIntervals`. */
export interface LogisticProfileOptions extends Omit<LogisticOptions, 'penalty'> {
  /** `'none'` (default) for the likelihood itself, `'firth'` for the penalised one. */
  readonly penalty?: 'none' | 'firth' | undefined;
  /** Confidence of the intervals, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
}

/**
 * Intervals of logistic coefficients from the profile of the likelihood: all values that the data do not contradict, the other
 * coefficients being fitted anew to each.
 *
 * They are not symmetric and hold where `estimate ± 1.96 standard errors` does not: in small samples and next to separation.
 *
 * @param predictors - The columns of `logisticRegression`.
 * @param events - The events.
 * @param options - Those of the fit, and the confidence.
 * @returns One interval for each coefficient, the intercept first; NaN when the estimate does not exist (unpenalised and separated) or
 * a predictor depends on earlier ones.
 * @remarks Venzon, D. and Moolgavkar, S. (1988), A method for computing profile-likelihood-based confidence intervals, Applied
 * Statistics 37, 87-94, https://doi.org/10.2307/2347496; for Firth's penalty Heinze, G. and Schemper, M. (2002), Statistics in Medicine
 * 21, 2409-2419, https://doi.org/10.1002/sim.1047. The limits are roots of the exact profile, not interpolated.
 * @example
 * ```ts
 * import { logisticProfileIntervals } from 'cx-scoring/statistics';
 * const intervals = logisticProfileIntervals([[0, 0, 0, 1, 1, 1]], [0, 0, 1, 0, 1, 1]);
 * intervals[1]; // ~> { lower: -1.8811, upper: 5.3376 }
 * ```
 */
export function logisticProfileIntervals(
  predictors: readonly ArrayLike<number>[],
  events: ArrayLike<number>,
  options: LogisticProfileOptions = {},
): Bounds[] {
  const { intercept = true, weights, offset, penalty = 'none', confidence = 0.95 } = options;
  const design = logisticDesign({ predictors, events, intercept, weights, offset, firth: penalty === 'firth' });
  const drop = normalCriticalValue(confidence) ** 2 / 2;
  return Array.from({ length: predictors.length + (intercept ? 1 : 0) }, (_, place) => {
    const isFitted = design?.qr.kept.includes(place) === true && !Number.isNaN(drop);
    return isFitted ? profileInterval(keptOnly(design, place), drop) : { lower: NaN, upper: NaN };
  });
}

// Dependent columns are dropped first, so that the moved column cannot be mistaken for one of them.
function keptOnly(design: LogisticDesign, place: number): LogisticDesign {
  const { kept } = design.qr;
  const columns = kept.map((k) => design.columns[k] as Float64Array);
  return withColumnLast({ ...design, columns }, kept.indexOf(place));
}

function profileInterval(design: LogisticDesign, drop: number): Bounds {
  const { model, qr, columns } = design;
  const size = columns.length;
  const best = maximizeLogistic(model, new Float64Array(size));
  if (!best.converged) return { lower: NaN, upper: NaN };
  const toCoefficient = 1 / (qr.upper[size * size - 1] as number);
  const estimate = (best.coordinates[size - 1] as number) * toCoefficient;
  const standardError = Math.sqrt(covarianceOf(design, best.information)[size - 1]?.[size - 1] as number);
  let start = best.coordinates;
  // How far the profile has fallen below what the interval allows; falls on both sides of the estimate.
  const excess = (coefficient: number): number => {
    const from = Float64Array.from(start);
    from[size - 1] = coefficient / toCoefficient;
    const constrained = maximizeLogistic(model, from, size - 1);
    if (constrained.converged || size === 1) start = constrained.coordinates;
    return constrained.objective - best.objective + drop;
  };
  const limit = (side: number): number => {
    start = best.coordinates;
    let reach = standardError * Math.sqrt(2 * drop);
    for (let step = 0; excess(estimate + side * reach) > 0; step++, reach *= 1.5) if (step > 60) return NaN;
    return findRoot(excess, estimate, estimate + side * reach);
  };
  return { lower: limit(-1), upper: limit(1) };
}
