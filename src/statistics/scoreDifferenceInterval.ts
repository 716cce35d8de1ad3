import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { findRoot } from './findRoot.js';
import { isSuccessCount } from './successCount.js';

/**
 * The Miettinen-Nurminen score interval for the difference of two independent proportions.
 *
 * Close to the promised coverage even in small groups; dearer to compute than `newcombeInterval`.
 *
 * @param successes1 - Successes of the first group.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of first minus second, within -1 and 1; NaN outside the domain.
 * @remarks Miettinen, O. and Nurminen, M. (1985), Comparative analysis of two rates, Statistics in Medicine 4, 213-226,
 * https://doi.org/10.1002/sim.4780040211
 * @example
 * ```ts
 * import { miettinenNurminenInterval } from 'cx-scoring/statistics';
 * miettinenNurminenInterval(56, 70, 48, 80).lower; // ~> 0.0528297132
 * miettinenNurminenInterval(56, 70, 48, 80).upper; // ~> 0.3381729400
 * ```
 */
export function miettinenNurminenInterval(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): Bounds {
  return scoreBounds(successes1, n1, successes2, n2, confidence, (n1 + n2) / (n1 + n2 - 1));
}

/**
 * Mee's score interval for the difference of two independent proportions: Miettinen and Nurminen's without the factor N/(N - 1).
 *
 * @param successes1 - Successes of the first group.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of first minus second, within -1 and 1; NaN outside the domain.
 * @remarks Mee, R. (1984), Confidence bounds for the difference between two probabilities, Biometrics 40, 1175-1176.
 * @example
 * ```ts
 * import { meeInterval } from 'cx-scoring/statistics';
 * meeInterval(56, 70, 48, 80).lower; // ~> 0.0533338493
 * meeInterval(56, 70, 48, 80).upper; // ~> 0.3377294637
 * ```
 */
export function meeInterval(successes1: number, n1: number, successes2: number, n2: number, confidence = 0.95): Bounds {
  return scoreBounds(successes1, n1, successes2, n2, confidence, 1);
}

function scoreBounds(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence: number,
  inflation: number,
): Bounds {
  const z = normalCriticalValue(confidence);
  const isInDomain = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2) && inflation * z > 0;
  if (!isInDomain) return { lower: NaN, upper: NaN };
  const estimate = successes1 / n1 - successes2 / n2;
  const excess = (difference: number): number => {
    // At the estimate itself the variance may vanish too: it is always inside.
    if (difference === estimate) return -1;
    const p1 = restrictedEstimate(successes1, n1, successes2, n2, difference);
    const p2 = p1 - difference;
    const variance = (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2;
    return (estimate - difference) ** 2 - z * z * inflation * Math.max(0, variance);
  };
  return {
    lower: estimate === -1 ? -1 : findRoot(excess, -1, estimate),
    upper: estimate === 1 ? 1 : findRoot(excess, estimate, 1),
  };
}

// The most likely first proportion when it must exceed the second by the given difference.
function restrictedEstimate(x1: number, n1: number, x2: number, n2: number, difference: number): number {
  const from = Math.max(0, difference);
  const to = Math.min(1, 1 + difference);
  // The likelihood is concave, so its slope falls; a term without observations is absent, not 0/0.
  const slope = (p: number): number =>
    share(x1, p) - share(n1 - x1, 1 - p) + share(x2, p - difference) - share(n2 - x2, 1 - p + difference);
  if (!(slope(from) > 0)) return from;
  if (!(slope(to) < 0)) return to;
  return findRoot(slope, from, to);
}

function share(count: number, probability: number): number {
  return count === 0 ? 0 : count / Math.max(0, probability);
}
