import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import { midRanks } from './midRanks.js';

/** Outcome of `friedmanTest`. */
export interface FriedmanTest extends ChiSquareTest {
  /** Kendall's W: agreement of the rows on the order of the columns, 0 to 1. */
  readonly kendallW: number;
  /** Mean rank of each column within the rows. */
  readonly meanRanks: readonly number[];
}

/**
 * Friedman's test: do the same units score several things differently, each unit on a level of its own?
 *
 * Use it for the same accounts rated in several waves or on several questions, when only the order within an account counts.
 *
 * @param rows - One row of scores for each unit, all of the same length, two or more columns.
 * @returns Chi-square (corrected for ties), degrees of freedom, p-value, Kendall's W and mean ranks; chi-square, its p-value and W
 * are NaN when every row is constant, and all are NaN without rows, with rows of different or too short length, or with a NaN.
 * @remarks Friedman, M. (1937), The use of ranks to avoid the assumption of normality implicit in the analysis of variance, JASA
 * 32, 675-701, https://doi.org/10.1080/01621459.1937.10503522; Kendall, M. and Babington Smith, B. (1939) for W.
 * @example
 * ```ts
 * import { friedmanTest } from 'cx-scoring/statistics';
 * const test = friedmanTest([[9, 8, 6], [7, 9, 5], [10, 8, 7], [6, 6, 5], [8, 9, 4]]);
 * test.statistic; // ~> 7.8947368421
 * test.kendallW; // ~> 0.7894736842
 * ```
 */
export function friedmanTest(rows: readonly ArrayLike<number>[]): FriedmanTest {
  const width = rows[0]?.length ?? 0;
  const isInDomain = width > 1 && rows.every((row) => row.length === width);
  const columns = isInDomain ? width : 0;
  const sums = new Array<number>(columns).fill(0);
  let squares = 0;
  for (const row of rows) {
    const ranks = midRanks(row);
    for (let j = 0; j < columns; j++) {
      const distance = (ranks[j] as number) - (width + 1) / 2;
      sums[j] = (sums[j] as number) + distance;
      squares += distance * distance;
    }
  }
  const between = sums.reduce((total, sum) => total + sum * sum, 0);
  // Without ties `squares` is n k (k² - 1) / 12, which gives the familiar formula; with all rows constant it is zero.
  const kendallW = isInDomain && squares > 0 ? between / (rows.length * squares) : NaN;
  const degreesOfFreedom = isInDomain && !Number.isNaN(squares) ? width - 1 : NaN;
  return {
    ...upperChiSquareTest(rows.length * degreesOfFreedom * kendallW, degreesOfFreedom),
    kendallW,
    meanRanks: sums.map((sum) => sum / rows.length + (width + 1) / 2),
  };
}
