import { correlationInterval } from './correlationInterval.js';
import type { Bounds } from '../core/interval.js';
import { normalPValue } from './alternative.js';
import { concordance } from './concordance.js';
import type { Concordance } from './concordance.js';
import { kendallExactPValue } from './kendallExact.js';
import type { RankCorrelationOptions } from './spearmanCorrelation.js';

/** Outcome of `kendallTau`. */
export interface KendallTau {
  /** tau-b, -1 to 1. */
  readonly coefficient: number;
  /** Concordant less discordant pairs of rows (S). */
  readonly score: number;
  /** S in standard errors, corrected for ties, without continuity correction. */
  readonly statistic: number;
  /** Probability of a score at least that far from zero when there is no association. */
  readonly pValue: number;
  /** Two-sided interval of the coefficient. */
  readonly interval: Bounds;
  /** Where the p-value comes from. */
  readonly method: 'exact' | 'asymptotic';
}

/** Below this many pairs the exact distribution is the default. */
const EXACT_BELOW = 50;

/**
 * Kendall's tau-b: of all pairs of rows, how many more agree in direction than disagree, allowing for ties.
 *
 * Columns of small whole numbers (ratings) are counted into a table; others are sorted once and their inversions counted while
 * merging, so that a hundred thousand rows take milliseconds.
 *
 * @param x - Numbers; infinite ones are ranked.
 * @param y - As many numbers, in the same order of units.
 * @param options - Confidence, alternative and where the p-value comes from: exactly below 50 pairs without ties (on request up to
 * 1000), else from the normal law.
 * @returns Coefficient, score, z, p-value, method and interval (Fieller's variance on Fisher's scale; wide rather than narrow with
 * many ties). All NaN when the lengths differ, a number is NaN or a column is constant; the interval below five pairs.
 * @remarks Kendall, M. (1945), The treatment of ties in ranking problems, Biometrika 33, 239-251,
 * https://doi.org/10.1093/biomet/33.3.239; Knight, W. (1966), A computer method for calculating Kendall's tau with ungrouped data,
 * JASA 61, 436-439, https://doi.org/10.1080/01621459.1966.10480879
 * @example
 * ```ts
 * import { kendallTau } from 'cx-scoring/statistics';
 * const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
 * const y = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
 * kendallTau(x, y).coefficient; // ~> 0.4444444444
 * kendallTau(x, y).pValue; // ~> 0.1194389330
 * ```
 */
export function kendallTau(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: RankCorrelationOptions = {},
): KendallTau {
  const { confidence = 0.95, alternative = 'two-sided', method } = options;
  const n = x.length;
  const pairs = concordance(x, y);
  const { score, tiedX, tiedY } = pairs;
  const all = (n * (n - 1)) / 2;
  const untied = Math.sqrt((all - tiedX.pairs) * (all - tiedY.pairs));
  const isDefined = untied > 0;
  const coefficient = isDefined ? Math.max(-1, Math.min(1, score / untied)) : NaN;
  const isTied = tiedX.pairs > 0 || tiedY.pairs > 0;
  const isExact = method === 'exact' || (method === undefined && !isTied && n < EXACT_BELOW);
  const statistic = isDefined ? score / Math.sqrt(scoreVariance(n, pairs)) : NaN;
  return {
    coefficient,
    score: isDefined ? score : NaN,
    statistic,
    pValue: isExact ? kendallExactPValue(isTied ? NaN : score, n, alternative) : normalPValue(statistic, alternative),
    interval: correlationInterval(coefficient, n, confidence, 'kendall'),
    method: isExact ? 'exact' : 'asymptotic',
  };
}

// Kendall (1970), Rank Correlation Methods, equation 4.4. For two pairs the last term is 0/0 and counts nothing.
function scoreVariance(n: number, { tiedX, tiedY }: Concordance): number {
  const all = n * (n - 1);
  const first = (all * (2 * n + 5) - tiedX.weighted - tiedY.weighted) / 18;
  const second = (2 * tiedX.pairs * tiedY.pairs) / all;
  return first + second + (n > 2 ? (tiedX.triples * tiedY.triples) / (9 * all * (n - 2)) : 0);
}
