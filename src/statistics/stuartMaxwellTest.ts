import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import type { CountTable } from './countTable.js';
import { tableTotals } from './countTable.js';
import { laplacianForm } from './laplacianForm.js';

/**
 * The Stuart-Maxwell test: has the distribution over several classes changed between two measurements of the same units?
 *
 * Use it for a panel, such as detractors, passives and promoters in two waves; with two classes it is `mcNemarTest`.
 *
 * @param table - Square table of counts: row = class before, column = class after.
 * @returns Chi-square, degrees of freedom and p-value. Classes between which nobody moved are judged apart, each group of k of them
 * with k - 1 degrees of freedom; NaN when nobody moved at all or outside the domain.
 * @remarks Stuart, A. (1955), A test for homogeneity of the marginal distributions in a two-way classification, Biometrika 42,
 * 412-416, https://doi.org/10.1093/biomet/42.3-4.412; Maxwell, A. (1970), https://doi.org/10.1192/bjp.116.535.651
 * @example
 * ```ts
 * import { stuartMaxwellTest } from 'cx-scoring/statistics';
 * const test = stuartMaxwellTest([[10, 4, 1], [3, 20, 7], [1, 5, 29]]);
 * test.statistic; // ~> 0.3442622951
 * test.pValue; // ~> 0.8418687569
 * ```
 */
export function stuartMaxwellTest(table: CountTable): ChiSquareTest {
  const { rows, rowTotals, columnTotals, total } = tableTotals(table);
  const size = rows.length;
  if (!(total > 0 && columnTotals.length === size)) return upperChiSquareTest(NaN, NaN);
  const exchanges = rows.map((row, i) => row.map((count, j) => count + (rows[j]?.[i] as number)));
  const net = rowTotals.map((before, i) => before - (columnTotals[i] as number));
  const { value, rank } = laplacianForm(exchanges, net);
  return rank > 0 ? upperChiSquareTest(value, rank) : upperChiSquareTest(NaN, NaN);
}
