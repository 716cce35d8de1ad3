/** Outcome of `brierScore`. */
export interface BrierScore {
  /** Mean squared distance of the probabilities from what happened, 0 (perfect) to 1. */
  readonly score: number;
  /** Share by which it is better than giving everyone the rate of events; below zero it is worse. */
  readonly skill: number;
}

/**
 * The Brier score of predicted probabilities, and its skill against the plain rate.
 *
 * @param probabilities - Predicted probabilities, 0 to 1.
 * @param events - 1 where the event happened, 0 where not.
 * @returns Score and skill; NaN when lengths differ, there is no row, a probability is off 0 to 1 or an event neither 0 nor 1. The skill
 * is NaN when all or no events happened.
 * @remarks Brier, G. (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1-3,
 * https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2
 * @example
 * ```ts
 * import { brierScore } from 'cx-scoring/statistics';
 * brierScore([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // ~> { score: 0.158125, skill: 0.3675 }
 * ```
 */
export function brierScore(probabilities: ArrayLike<number>, events: ArrayLike<number>): BrierScore {
  const rows = probabilityRows(probabilities, events);
  const score = rows.reduce((total, { p, event }) => total + (p - event) ** 2, 0) / rows.length;
  const rate = rows.reduce((total, { event }) => total + event, 0) / rows.length;
  return { score, skill: rate > 0 && rate < 1 ? 1 - score / (rate * (1 - rate)) : NaN };
}

/**
 * The logarithmic loss of predicted probabilities: minus the mean log-probability of what happened.
 *
 * @param probabilities - Predicted probabilities, 0 to 1.
 * @param events - 1 where the event happened, 0 where not.
 * @returns The loss in nats, 0 for perfect predictions, Infinity when something happened that had been excluded; NaN when lengths differ,
 * there is no row, a probability is off 0 to 1 or an event neither 0 nor 1.
 * @remarks Good, I. (1952), Rational decisions, JRSS B 14, 107-114, https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
 * @example
 * ```ts
 * import { logLoss } from 'cx-scoring/statistics';
 * logLoss([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // ~> 0.4722880
 * ```
 */
export function logLoss(probabilities: ArrayLike<number>, events: ArrayLike<number>): number {
  const rows = probabilityRows(probabilities, events);
  // Zero is taken away last, so that perfect predictions cost 0 and not -0.
  return (
    0 - rows.reduce((total, { p, event }) => total + (event === 1 ? Math.log(p) : Math.log1p(-p)), 0) / rows.length
  );
}

/**
 * One predicted probability with what happened.
 *
 * @internal
 */
export interface ProbabilityRow {
  /** Predicted probability. */
  readonly p: number;
  /** 1 when it happened, 0 when not. */
  readonly event: number;
}

/**
 * Probabilities with their events; none outside the domain.
 *
 * @internal
 */
export function probabilityRows(probabilities: ArrayLike<number>, events: ArrayLike<number>): ProbabilityRow[] {
  const rows = Array.from(probabilities, (p, i) => ({ p, event: events[i] as number }));
  const isInDomain =
    probabilities.length === events.length &&
    rows.every(({ p, event }) => p >= 0 && p <= 1 && (event === 0 || event === 1));
  return isInDomain ? rows : [];
}
