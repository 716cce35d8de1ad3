import { chiSquaredTest } from './chiSquaredTest.js';
import { tableTotals } from './countTable.js';
import type { CountTable } from './countTable.js';

/** Options of `cramersV`. */
export interface CramersVOptions {
  /** `'none'` (default), or `'bergsma'`: without the upward bias of small samples. */
  readonly correction?: 'none' | 'bergsma' | undefined;
}

/**
 * Cramér's V: how strongly the rows and columns of a table go together.
 *
 * @param table - Counts by rows, zero or more. Rows and columns that are empty do not count.
 * @param options - Correction for bias.
 * @returns From 0 (independent) to 1; NaN when fewer than two rows or columns hold counts or outside the domain.
 * @remarks Cramér, H. (1946), Mathematical Methods of Statistics, section 21.9; Bergsma, W. (2013), A bias-correction for Cramér's V
 * and Tschuprow's T, Journal of the Korean Statistical Society 42, 323-328, https://doi.org/10.1016/j.jkss.2012.10.002
 * @example
 * ```ts
 * import { cramersV } from 'cx-scoring/statistics';
 * cramersV([[19, 28, 48], [30, 32, 35], [10, 20, 40]]); // ~> 0.138031
 * ```
 */
export function cramersV(table: CountTable, options: CramersVOptions = {}): number {
  const { total, filledRows, filledColumns } = tableTotals(table);
  const { statistic, degreesOfFreedom } = chiSquaredTest(table);
  const phi = statistic / total;
  if (options.correction !== 'bergsma') return Math.min(1, Math.sqrt(phi / (Math.min(filledRows, filledColumns) - 1)));
  const excess = Math.max(0, phi - degreesOfFreedom / (total - 1));
  const room = Math.min(roomOf(filledRows, total), roomOf(filledColumns, total));
  return room > 0 ? Math.min(1, Math.sqrt(excess / room)) : 0 * degreesOfFreedom;
}

// Corrected number of categories less one; with as many categories as units nothing is left to judge by.
function roomOf(categories: number, total: number): number {
  return ((categories - 1) * Math.max(0, total - categories)) / (total - 1);
}

/**
 * Pearson's contingency coefficient `sqrt(X² / (X² + n))`.
 *
 * Prefer `cramersV`, which reaches 1; this one is for comparison with older reports.
 *
 * @param table - Counts by rows, zero or more. Rows and columns that are empty do not count.
 * @returns From 0 to below 1; NaN when fewer than two rows or columns hold counts or outside the domain.
 * @remarks Pearson, K. (1904), On the theory of contingency and its relation to association and normal correlation.
 * @example
 * ```ts
 * import { contingencyCoefficient } from 'cx-scoring/statistics';
 * contingencyCoefficient([[12, 5], [7, 20]]); // ~> 0.4019994251
 * ```
 */
export function contingencyCoefficient(table: CountTable): number {
  const { statistic } = chiSquaredTest(table);
  return Math.sqrt(statistic / (statistic + tableTotals(table).total));
}
