import { chiSquaredUpperTail } from './chiSquared.js';
import { probabilityRows } from './probabilityScores.js';

/** Outcome of `hosmerLemeshowTest`. */
export interface HosmerLemeshowTest {
  /** Chi-square statistic. */
  readonly statistic: number;
  /** Groups less 2, for probabilities fitted to the same data. */
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least that large when the model is right. */
  readonly pValue: number;
}

/**
 * The Hosmer–Lemeshow test: do events come as often as predicted in groups of rising risk?
 *
 * It depends on the grouping and finds fault with any model in large data; a calibration line says more.
 *
 * @param probabilities - Fitted probabilities, 0 to 1.
 * @param events - 1 where the event happened, 0 where not.
 * @param groups - Number of groups of equal count by ascending probability, a whole number from 3, 10 by default.
 * @returns Statistic, degrees of freedom and p-value; NaN outside the domain, with fewer rows than groups, and when a group's predicted
 * probabilities are all 0 or all 1.
 * @remarks Hosmer, D. and Lemeshow, S. (1980), Goodness of fit tests for the multiple logistic regression model, Communications in
 * Statistics A 9, 1043-1069, https://doi.org/10.1080/03610928008827941
 * @example
 * ```ts
 * import { hosmerLemeshowTest } from 'cx-scoring/statistics';
 * const test = hosmerLemeshowTest([0.1, 0.2, 0.4, 0.5, 0.7, 0.9], [0, 0, 1, 0, 1, 1], 3);
 * test.statistic; // ~> 0.8731
 * ```
 */
export function hosmerLemeshowTest(
  probabilities: ArrayLike<number>,
  events: ArrayLike<number>,
  groups = 10,
): HosmerLemeshowTest {
  const rows = probabilityRows(probabilities, events).sort((a, b) => a.p - b.p);
  if (!(Number.isInteger(groups) && groups > 2 && rows.length >= groups)) {
    return { statistic: NaN, degreesOfFreedom: NaN, pValue: NaN };
  }
  let statistic = 0;
  for (let group = 0; group < groups; group++) {
    const from = Math.floor((group * rows.length) / groups);
    const own = rows.slice(from, Math.floor(((group + 1) * rows.length) / groups));
    const observed = own.reduce((total, { event }) => total + event, 0);
    const expected = own.reduce((total, { p }) => total + p, 0);
    statistic += (observed - expected) ** 2 / (expected * (1 - expected / own.length));
  }
  const isDefined = statistic < Infinity;
  const degreesOfFreedom = groups - 2;
  return {
    statistic: isDefined ? statistic : NaN,
    degreesOfFreedom,
    pValue: isDefined ? chiSquaredUpperTail(statistic, degreesOfFreedom) : NaN,
  };
}
