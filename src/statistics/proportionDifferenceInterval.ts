import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';
import { wilsonInterval } from './proportionInterval.js';
import { isSuccessCount } from './successCount.js';

/**
 * Newcombe's hybrid score interval for the difference of two independent proportions: the Wilson limits, squared and added.
 *
 * The default for comparing two shares.
 *
 * @param successes1 - Successes of the first group; a fraction is allowed.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of first minus second, within -1 and 1; NaN outside the domain.
 * @remarks Newcombe, R. (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17, 873-890, method 10, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 * @example
 * ```ts
 * import { newcombeInterval } from 'cx-scoring/statistics';
 * newcombeInterval(56, 70, 48, 80).lower; // ~> 0.0524314724
 * newcombeInterval(56, 70, 48, 80).upper; // ~> 0.3338726540
 * ```
 */
export function newcombeInterval(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): Bounds {
  const p1 = successes1 / n1;
  const p2 = successes2 / n2;
  const first = wilsonInterval(successes1, n1, confidence);
  const second = wilsonInterval(successes2, n2, confidence);
  return {
    lower: Math.max(-1, p1 - p2 - Math.hypot(p1 - first.lower, second.upper - p2)),
    upper: Math.min(1, p1 - p2 + Math.hypot(first.upper - p1, p2 - second.lower)),
  };
}

/**
 * The Agresti-Caffo interval for the difference of two independent proportions: a Wald interval after adding one success and one
 * failure to each group.
 *
 * @param successes1 - Successes of the first group; a fraction is allowed.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of first minus second, not clipped; NaN outside the domain.
 * @remarks Agresti, A. and Caffo, B. (2000), The American Statistician 54, 280-288,
 * https://doi.org/10.1080/00031305.2000.10474560
 * @example
 * ```ts
 * import { agrestiCaffoInterval } from 'cx-scoring/statistics';
 * agrestiCaffoInterval(56, 70, 48, 80).lower; // ~> 0.0524529266
 * agrestiCaffoInterval(56, 70, 48, 80).upper; // ~> 0.3357584555
 * ```
 */
export function agrestiCaffoInterval(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): Bounds {
  const z = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2) ? normalCriticalValue(confidence) : NaN;
  return waldBounds(successes1 + 1, n1 + 2, successes2 + 1, n2 + 2, z);
}

/**
 * The Wald interval for the difference of two independent proportions: kept for comparison with other tools.
 *
 * @param successes1 - Successes of the first group; a fraction is allowed.
 * @param n1 - Trials of the first group, above zero.
 * @param successes2 - Successes of the second group.
 * @param n2 - Trials of the second group, above zero.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @returns Limits of first minus second, not clipped, without width when both groups are unanimous; NaN outside the domain.
 * @example
 * ```ts
 * import { waldDifferenceInterval } from 'cx-scoring/statistics';
 * waldDifferenceInterval(56, 70, 48, 80).lower; // ~> 0.0575048991
 * waldDifferenceInterval(56, 70, 48, 80).upper; // ~> 0.3424951009
 * ```
 */
export function waldDifferenceInterval(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  confidence = 0.95,
): Bounds {
  const z = isSuccessCount(successes1, n1) && isSuccessCount(successes2, n2) ? normalCriticalValue(confidence) : NaN;
  return waldBounds(successes1, n1, successes2, n2, z);
}

function waldBounds(successes1: number, n1: number, successes2: number, n2: number, z: number): Bounds {
  const p1 = successes1 / n1;
  const p2 = successes2 / n2;
  const reach = z * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return { lower: p1 - p2 - reach, upper: p1 - p2 + reach };
}
