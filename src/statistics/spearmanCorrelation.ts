import type { Alternative } from './alternative.js';
import { correlationInterval } from './correlationInterval.js';
import { centeredRanks, denseRanks } from './denseRanks.js';
import { jointTable, tableMargins } from './jointTable.js';
import type { JointTable } from './jointTable.js';
import { studentStatistic } from './pearsonCorrelation.js';
import type { Correlation, CorrelationOptions } from './pearsonCorrelation.js';
import { EXACT_SPEARMAN_LIMIT, spearmanLowerTail } from './spearmanExact.js';
import { studentPValue } from './studentPValue.js';

/** Options of the rank correlations. */
export interface RankCorrelationOptions extends CorrelationOptions {
  /**
   * Where the p-value comes from: `'exact'`, NaN where ties or size forbid it, or `'asymptotic'`. By default exact where possible.
   */
  readonly method?: 'exact' | 'asymptotic' | undefined;
}

/** Outcome of `spearmanCorrelation`. */
export interface RankCorrelation extends Correlation {
  /** Where the p-value comes from. */
  readonly method: 'exact' | 'asymptotic';
}

/**
 * Spearman's rank correlation: how closely two columns rise together, whatever the shape; ties share their average rank.
 *
 * Columns of small whole numbers (ratings) are counted into a table instead of sorted.
 *
 * @param x - Numbers; infinite ones are ranked.
 * @param y - As many numbers, in the same order of units.
 * @param options - Confidence, alternative and where the p-value comes from: exactly, over all orders, up to 10 pairs without ties,
 * else from Student's t.
 * @returns Coefficient, t, degrees of freedom, p-value, method and interval (Bonett and Wright's). All NaN when the lengths differ, a
 * number is NaN or a column is constant; the asymptotic test below three pairs, the interval below four.
 * @remarks Spearman, C. (1904), The proof and measurement of association between two things, American Journal of Psychology 15,
 * 72-101, https://doi.org/10.2307/1412159; Bonett, D. and Wright, T. (2000), Psychometrika 65, 23-28,
 * https://doi.org/10.1007/BF02294183
 * @example
 * ```ts
 * import { spearmanCorrelation } from 'cx-scoring/statistics';
 * const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
 * const y = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
 * spearmanCorrelation(x, y).coefficient; // ~> 0.6
 * spearmanCorrelation(x, y).pValue; // ~> 0.0967978395
 * ```
 */
export function spearmanCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: RankCorrelationOptions = {},
): RankCorrelation {
  const { confidence = 0.95, alternative = 'two-sided', method } = options;
  const n = x.length;
  const table = n === y.length ? jointTable(x, y) : null;
  const { xy, xx, yy, isTied } = table === null ? sortedProducts(x, y) : tableProducts(table, n);
  const coefficient = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const degreesOfFreedom = Number.isNaN(coefficient) ? NaN : n - 2;
  const statistic = studentStatistic(coefficient, degreesOfFreedom);
  const isExact = method === 'exact' || (method === undefined && !isTied && n <= EXACT_SPEARMAN_LIMIT);
  return {
    coefficient,
    statistic,
    degreesOfFreedom,
    // Doubled centred ranks: xx is 4 Σ(r - mean)², of which xy differs by 2 Σd².
    pValue: isExact
      ? exactPValue(isTied ? NaN : (xx - xy) / 2, Number.isNaN(coefficient) ? NaN : n, alternative)
      : studentPValue(statistic, degreesOfFreedom, alternative),
    interval: correlationInterval(coefficient, n, confidence, 'spearman'),
    method: isExact ? 'exact' : 'asymptotic',
  };
}

interface RankProducts {
  readonly xy: number;
  readonly xx: number;
  readonly yy: number;
  readonly isTied: boolean;
}

function tableProducts(table: JointTable, n: number): RankProducts {
  const margins = tableMargins(table);
  const [rowRanks, columnRanks] = margins.map((counts) => centeredRanks(counts, n)) as [Float64Array, Float64Array];
  let xy = 0;
  for (let i = 0; i < table.rows; i++) {
    let row = 0;
    for (let j = 0; j < table.columns; j++) {
      row += (table.counts[i * table.columns + j] as number) * (columnRanks[j] as number);
    }
    xy += (rowRanks[i] as number) * row;
  }
  return { xy, xx: squares(margins[0], rowRanks), yy: squares(margins[1], columnRanks), isTied: margins.some(hasTie) };
}

function sortedProducts(x: ArrayLike<number>, y: ArrayLike<number>): RankProducts {
  const first = new Float64Array(x);
  const second = new Float64Array(y);
  if (first.length !== second.length || first.some(Number.isNaN) || second.some(Number.isNaN)) {
    return { xy: NaN, xx: NaN, yy: NaN, isTied: false };
  }
  const a = denseRanks(first);
  const b = denseRanks(second);
  const rankA = centeredRanks(a.counts, first.length);
  const rankB = centeredRanks(b.counts, first.length);
  let xy = 0;
  for (let i = 0; i < first.length; i++) {
    xy += (rankA[a.ranks[i] as number] as number) * (rankB[b.ranks[i] as number] as number);
  }
  const isTied = a.counts.length < first.length || b.counts.length < first.length;
  return { xy, xx: squares(a.counts, rankA), yy: squares(b.counts, rankB), isTied };
}

function squares(counts: Int32Array, ranks: Float64Array): number {
  return ranks.reduce((total, rank, i) => total + (counts[i] as number) * rank * rank, 0);
}

function hasTie(counts: Int32Array): boolean {
  return counts.some((count) => count > 1);
}

// Σd² is small when the columns rise together. Two-sided, the smaller tail is doubled.
function exactPValue(squaredDifferences: number, n: number, alternative: Alternative): number {
  const largest = (n * (n * n - 1)) / 3;
  const together = spearmanLowerTail(squaredDifferences, n);
  const apart = spearmanLowerTail(largest - squaredDifferences, n);
  if (alternative === 'two-sided') return Math.min(1, 2 * Math.min(together, apart));
  return alternative === 'greater' ? together : apart;
}
