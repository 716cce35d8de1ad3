import type { Alternative } from './alternative.js';

/** Options of the rank tests of one and of two samples. */
export interface RankTestOptions {
  /** Which side counts, `'two-sided'` by default; `'greater'` is a first sample, or differences, that tend to be larger. */
  readonly alternative?: Alternative | undefined;
  /**
   * `'exact'` (every arrangement of the ranks, ties kept), `'normal'` (approximation, corrected for ties), or `'auto'` (default:
   * exact below 50 values a sample without ties). Samples too large for `'exact'`, above about 60 each, get the approximation.
   */
  readonly method?: 'auto' | 'exact' | 'normal' | undefined;
  /** Whether the approximation moves the statistic half a step towards its mean: `'half'` (default) or `'none'`. */
  readonly continuity?: 'half' | 'none' | undefined;
}

/**
 * Size up to which the automatic choice is exact, and limits of estimates are.
 *
 * @internal
 */
export const MOST_EXACT = 49;

/**
 * A signed z of a rank statistic: distance from its mean over its standard deviation, half a step nearer where asked.
 *
 * @internal
 */
export function standardizedRank(
  distance: number,
  deviation: number,
  alternative: Alternative,
  continuity: 'half' | 'none',
): number {
  const towards = alternative === 'two-sided' ? Math.sign(distance) : alternative === 'greater' ? 1 : -1;
  const correction = continuity === 'half' ? towards / 2 : 0;
  return deviation > 0 ? (distance - correction) / deviation + 0 : NaN;
}
