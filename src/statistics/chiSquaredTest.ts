import { upperChiSquareTest } from './chiSquareTest.js';
import type { ChiSquareTest } from './chiSquareTest.js';
import { tableTotals } from './countTable.js';
import type { CountTable, TableTotals } from './countTable.js';
import { deviance } from './deviance.js';

/** Options of `chiSquaredTest`. */
export interface ChiSquaredTestOptions {
  /** `'none'` (default), or `'yates'`: in a 2 × 2 table every count moves half a unit, at most all the way, to its expectation. */
  readonly continuity?: 'none' | 'yates' | undefined;
}

/** Outcome of `chiSquaredTest`. */
export interface ChiSquaredTest extends ChiSquareTest {
  /** Counts to be expected when rows and columns are independent. */
  readonly expected: readonly (readonly number[])[];
  /** Smallest expected count outside empty rows and columns; below 5 in many cells or 1 in any the p-value is rough. */
  readonly smallestExpected: number;
  /** Distance of each count from its expectation in standard errors (Haberman's); 0 in an empty or only row or column. */
  readonly adjustedResiduals: readonly (readonly number[])[];
}

/**
 * Pearson's chi-square test: are the rows and columns of a table independent, as segments and answers?
 *
 * When the answers are ordered, `kruskalWallisTest` or `cochranArmitageTest` see more; with small counts use
 * `fisherExactTableTest`.
 *
 * @param table - Counts by rows, zero or more. Rows and columns that are empty do not count.
 * @param options - Continuity correction.
 * @returns Chi-square, degrees of freedom, p-value, expected counts and residuals; all NaN when fewer than two rows or columns hold
 * counts or outside the domain.
 * @remarks Pearson, K. (1900), Philosophical Magazine 50, 157-175, https://doi.org/10.1080/14786440009463897; Haberman, S.
 * (1973), https://doi.org/10.2307/2529686, for the residuals.
 * @example
 * ```ts
 * import { chiSquaredTest } from 'cx-scoring/statistics';
 * const test = chiSquaredTest([[19, 28, 48], [30, 32, 35], [10, 20, 40]]);
 * test.statistic; // ~> 9.98357952945
 * test.pValue; // ~> 0.0407051929
 * ```
 */
export function chiSquaredTest(table: CountTable, options: ChiSquaredTestOptions = {}): ChiSquaredTest {
  const totals = tableTotals(table);
  const degreesOfFreedom = independenceFreedom(totals);
  const isCorrected = options.continuity === 'yates' && degreesOfFreedom === 1;
  const expected = expectedCounts(totals, degreesOfFreedom);
  const differences = differencesFrom(totals, degreesOfFreedom);
  const smallest = Math.min(...differences.flat().map(Math.abs));
  const correction = isCorrected ? Math.min(0.5, smallest) : 0;
  let statistic = 0 * degreesOfFreedom;
  let smallestExpected = Infinity;
  const adjustedResiduals = differences.map((row, i) =>
    row.map((difference, j) => {
      const count = expected[i]?.[j] as number;
      if (count === 0) return 0;
      const distance = Math.abs(difference) - correction;
      statistic += (distance * distance) / count;
      smallestExpected = Math.min(smallestExpected, count);
      const { total, rowTotals, columnTotals } = totals;
      const others = (1 - (rowTotals[i] as number) / total) * (1 - (columnTotals[j] as number) / total);
      return difference / Math.sqrt(count * others) + 0;
    }),
  );
  return {
    ...upperChiSquareTest(statistic, degreesOfFreedom),
    expected,
    smallestExpected: smallestExpected < Infinity ? smallestExpected : NaN,
    adjustedResiduals,
  };
}

/**
 * The G test (likelihood-ratio chi-square) of independence of rows and columns.
 *
 * @param table - Counts by rows, zero or more. Rows and columns that are empty do not count.
 * @returns G, degrees of freedom and p-value; NaN when fewer than two rows or columns hold counts or outside the domain.
 * @remarks Wilks, S. (1938), Annals of Mathematical Statistics 9, 60-62, https://doi.org/10.1214/aoms/1177732360; summed as
 * deviances, so that counts near their expectation lose no digits.
 * @example
 * ```ts
 * import { gTest } from 'cx-scoring/statistics';
 * gTest([[19, 28, 48], [30, 32, 35], [10, 20, 40]]).statistic; // ~> 10.0937004395
 * ```
 */
export function gTest(table: CountTable): ChiSquareTest {
  const totals = tableTotals(table);
  const degreesOfFreedom = independenceFreedom(totals);
  const expected = expectedCounts(totals, degreesOfFreedom);
  const differences = differencesFrom(totals, degreesOfFreedom);
  let statistic = 0 * degreesOfFreedom;
  for (const [i, row] of totals.rows.entries()) {
    for (const [j, count] of row.entries()) {
      const mean = expected[i]?.[j] as number;
      if (mean > 0) statistic += 2 * (count > 0 ? deviance(count, mean, -(differences[i]?.[j] as number)) : mean);
    }
  }
  return upperChiSquareTest(statistic, degreesOfFreedom);
}

function independenceFreedom({ total, filledRows, filledColumns }: TableTotals): number {
  return total > 0 && filledRows > 1 && filledColumns > 1 ? (filledRows - 1) * (filledColumns - 1) : NaN;
}

function expectedCounts({ total, rowTotals, columnTotals }: TableTotals, degreesOfFreedom: number): number[][] {
  return rowTotals.map((row) =>
    columnTotals.map((column) =>
      degreesOfFreedom > 0 ? Math.min(row, column) * (Math.max(row, column) / total) : NaN,
    ),
  );
}

// Count less expectation, over the common denominator as long as products are exact, so that independence gives exactly zero.
function differencesFrom({ rows, total, rowTotals, columnTotals }: TableTotals, degreesOfFreedom: number): number[][] {
  return rows.map((row, i) =>
    row.map((count, j) => {
      const margins = (rowTotals[i] as number) * (columnTotals[j] as number);
      return degreesOfFreedom > 0 ? (count * total - margins) / total : NaN;
    }),
  );
}
