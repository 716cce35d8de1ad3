import { normalLowerTail, normalUpperTail } from './normal.js';

/**
 * What a test holds against its null hypothesis: that the truth differs (`'two-sided'`), is smaller (`'less'`) or is larger
 * (`'greater'`).
 */
export type Alternative = 'two-sided' | 'less' | 'greater';

/**
 * The p-value of a standard normal test statistic.
 *
 * @param z - The statistic.
 * @param alternative - Which side counts, `'two-sided'` by default.
 * @returns Probability, 0 to 1, of a statistic at least that extreme; NaN for NaN.
 * @example
 * ```ts
 * import { normalPValue } from 'cx-scoring/statistics';
 * normalPValue(-1.959964); // ~> 0.05
 * normalPValue(1.644854, 'greater'); // ~> 0.05
 * ```
 */
export function normalPValue(z: number, alternative: Alternative = 'two-sided'): number {
  if (alternative === 'less') return normalLowerTail(z);
  return alternative === 'greater' ? normalUpperTail(z) : Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}
