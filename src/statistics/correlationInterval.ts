import type { Bounds } from '../core/interval.js';
import { normalCriticalValue } from './criticalValue.js';

/** Which coefficient an interval is for: its variance on Fisher's scale differs. */
export type CorrelationKind = 'pearson' | 'spearman' | 'kendall';

/**
 * The interval of a correlation on Fisher's scale `z = atanh(r)`, where its distribution is nearly normal.
 *
 * The variance of z is `1 / (n - 3)` for Pearson's coefficient, `(1 + r²/2) / (n - 3)` for Spearman's (Bonett and Wright) and
 * `0.437 / (n - 4)` for Kendall's (Fieller, Hartley and Pearson).
 *
 * @param correlation - The coefficient, -1 to 1.
 * @param n - Number of pairs: above 3, for Kendall's above 4; an effective number may be a fraction. For a partial correlation take
 * away the number of variables held constant.
 * @param confidence - Strictly between 0 and 1, 0.95 by default.
 * @param kind - Which coefficient, `'pearson'` by default.
 * @returns Limits within -1 and 1, equal for a perfect correlation; NaN outside the domain.
 * @remarks Fisher, R. (1921), On the "probable error" of a coefficient of correlation, Metron 1, 3-32; Bonett, D. and Wright, T.
 * (2000), Sample size requirements for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65, 23-28,
 * https://doi.org/10.1007/BF02294183; Fieller, E., Hartley, H. and Pearson, E. (1957), Tests for rank correlation coefficients I,
 * Biometrika 44, 470-481, https://doi.org/10.1093/biomet/44.3-4.470
 * @example
 * ```ts
 * import { correlationInterval } from 'cx-scoring/statistics';
 * correlationInterval(0.5711815576, 9); // ~> { lower: -0.149743, upper: 0.895579 }
 * correlationInterval(0.6, 9, 0.95, 'spearman'); // ~> { lower: -0.174244, upper: 0.915798 }
 * ```
 */
export function correlationInterval(
  correlation: number,
  n: number,
  confidence = 0.95,
  kind: CorrelationKind = 'pearson',
): Bounds {
  const variance =
    kind === 'kendall' ? 0.437 / (n - 4) : (kind === 'spearman' ? 1 + correlation ** 2 / 2 : 1) / (n - 3);
  const isInDomain = variance >= 0 && variance < Infinity && Math.abs(correlation) <= 1;
  const reach = isInDomain ? normalCriticalValue(confidence) * Math.sqrt(variance) : NaN;
  const z = Math.atanh(correlation);
  return { lower: Math.tanh(z - reach), upper: Math.tanh(z + reach) };
}
