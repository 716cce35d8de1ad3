import type { Random } from '../core/random.js';
import { isWholeTable, tableTotals } from './countTable.js';
import type { CountTable, TableTotals } from './countTable.js';
import { fisherExactTest } from './fisherExact.js';
import { rareTables } from './tableNetwork.js';
import { logGamma } from './logGamma.js';
import { shuffle } from './shuffle.js';

/** Options of `fisherExactTableTest`. */
export interface FisherExactTableOptions {
  /** Source of random numbers, such as `createRandom(seed)`, for tables too large to be counted out. */
  readonly random?: Random | undefined;
  /** Number of random tables, a whole number from 1, 10,000 by default. */
  readonly resamples?: number | undefined;
}

/** Outcome of `fisherExactTableTest`. */
export interface FisherExactTableTest {
  /** Probability of a table no more probable than the observed one, its margins given. */
  readonly pValue: number;
  /** Whether all tables were counted or some drawn at random. */
  readonly method: 'exact' | 'simulated';
}

/** Tables that differ in probability by rounding only are equally probable. */
const TIE = 1e-7;

/**
 * Fisher's exact test of a table of any size (the Freeman-Halton test): are rows and columns independent?
 *
 * Use it where expected counts are too small for `chiSquaredTest`; for 2 × 2 tables `fisherExactTest` also gives the odds ratio.
 *
 * @param table - Whole counts by rows. Rows and columns that are empty do not count.
 * @param options - Random numbers for tables that are too large: above about 300 units in three by three classes, 60 in
 * four by four.
 * @returns P-value and method; 1 when the margins allow one table only. NaN outside the domain, and for a table that is too large
 * when no `random` is given.
 * @remarks Freeman, G. and Halton, J. (1951), Biometrika 38, 141-149, https://doi.org/10.1093/biomet/38.1-2.141; Mehta, C. and
 * Patel, N. (1983), A network algorithm for performing Fisher's exact test in r × c contingency tables, JASA 78, 427-434,
 * https://doi.org/10.1080/01621459.1983.10477989. Simulated p-values count the observed table, so that they are never zero.
 * @example
 * ```ts
 * import { fisherExactTableTest } from 'cx-scoring/statistics';
 * fisherExactTableTest([[0, 5, 9], [4, 3, 1]]).pValue; // ~> 0.0058479532
 * ```
 */
export function fisherExactTableTest(table: CountTable, options: FisherExactTableOptions = {}): FisherExactTableTest {
  const totals = tableTotals(table);
  if (!isWholeTable(totals)) return { pValue: NaN, method: 'exact' };
  const rowTotals = totals.rowTotals.filter((count) => count > 0);
  const columnTotals = totals.columnTotals.filter((count) => count > 0);
  if (rowTotals.length < 2 || columnTotals.length < 2) return { pValue: 1, method: 'exact' };
  if (rowTotals.length === 2 && columnTotals.length === 2) return { pValue: twoByTwo(totals), method: 'exact' };
  const observed = totals.rows.flat().reduce((sum, count) => sum - logGamma(count + 1), TIE);
  // Fewer rows than columns make fewer states.
  const isWide = rowTotals.length <= columnTotals.length;
  const exact = isWide ? rareTables(rowTotals, columnTotals, observed) : rareTables(columnTotals, rowTotals, observed);
  if (exact !== undefined) return { pValue: Math.min(1, exact), method: 'exact' };
  const { random, resamples = 10_000 } = options;
  if (random === undefined || !(Number.isSafeInteger(resamples) && resamples > 0)) {
    return { pValue: NaN, method: 'simulated' };
  }
  return { pValue: simulatedPValue(rowTotals, columnTotals, observed, resamples, random), method: 'simulated' };
}

// Only margins with counts: the first filled row against the first filled column.
function twoByTwo({ rows, rowTotals, columnTotals }: TableTotals): number {
  const [first, second] = rows.filter((_, i) => (rowTotals[i] as number) > 0);
  const [left, right] = [0, 1].map(
    (skip) => columnTotals.flatMap((count, j) => (count > 0 ? [j] : []))[skip] as number,
  );
  const at = (row: readonly number[] | undefined, j: number | undefined): number => row?.[j ?? 0] ?? 0;
  return fisherExactTest([
    [at(first, left), at(first, right)],
    [at(second, left), at(second, right)],
  ]).pValue;
}

function simulatedPValue(
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  limit: number,
  resamples: number,
  random: Random,
): number {
  const columns = columnTotals.flatMap((count, j) => new Array<number>(count).fill(j));
  let atMost = 1;
  for (let resample = 0; resample < resamples; resample++) {
    shuffle(columns, random);
    let logWeight = 0;
    let unit = 0;
    for (const size of rowTotals) {
      const counts = new Float64Array(columnTotals.length);
      for (let i = 0; i < size; i++, unit++)
        counts[columns[unit] as number] = (counts[columns[unit] as number] as number) + 1;
      for (const count of counts) logWeight -= logGamma(count + 1);
    }
    if (logWeight <= limit) atMost++;
  }
  return atMost / (resamples + 1);
}
