import { mean } from './sum.js';

/**
 * Definitions of sample skewness and kurtosis, as numbered by Joanes and Gill (1998): 1 is the moment ratio (g), 2 the one of
 * spreadsheets, SAS and SPSS, unbiased for normal data (G), 3 the one of Minitab with the divisor n - 1 in the deviation (b).
 */
export type ShapeType = 1 | 2 | 3;

/**
 * The skewness of a sample: zero when symmetric, above zero with a long right tail.
 *
 * @param values - Finite numbers.
 * @param type - Definition, 2 by default.
 * @returns A pure number; NaN below two values (three for type 2), when all are equal, or when one is not finite.
 * @remarks Joanes, D. and Gill, C. (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47, 183-189,
 * https://doi.org/10.1111/1467-9884.00122
 * @example
 * ```ts
 * import { skewness } from 'cx-scoring/statistics';
 * skewness([0.1, 0.4, 0.4, 1.2, 2.5, 8, 31, 120]); // ~> 2.5174029817
 * skewness([0.1, 0.4, 0.4, 1.2, 2.5, 8, 31, 120], 1); // ~> 2.0184127418
 * ```
 */
export function skewness(values: Iterable<number>, type: ShapeType = 2): number {
  const deviations = standardizedDeviations(values);
  const n = deviations.length;
  const g = mean(deviations.map((z) => z * z * z));
  if (type === 1) return g;
  if (type === 2) return n > 2 ? (g * Math.sqrt(n * (n - 1))) / (n - 2) : NaN;
  return g * (1 - 1 / n) ** 1.5;
}

/**
 * The excess kurtosis of a sample: zero for normal data, above zero with heavy tails.
 *
 * @param values - Finite numbers.
 * @param type - Definition, 2 by default.
 * @returns A pure number; NaN below two values (four for type 2), when all are equal, or when one is not finite.
 * @remarks Joanes, D. and Gill, C. (1998), https://doi.org/10.1111/1467-9884.00122
 * @example
 * ```ts
 * import { excessKurtosis } from 'cx-scoring/statistics';
 * excessKurtosis([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // ~> -1.2
 * excessKurtosis([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3); // ~> -1.5616363636
 * ```
 */
export function excessKurtosis(values: Iterable<number>, type: ShapeType = 2): number {
  const deviations = standardizedDeviations(values);
  const n = deviations.length;
  const ratio = mean(deviations.map((z) => z ** 4));
  if (type === 1) return ratio - 3;
  if (type === 2) return n > 3 ? (((n + 1) * (ratio - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3)) : NaN;
  return ratio * (1 - 1 / n) ** 2 - 3;
}

// Deviations from the mean over the population standard deviation; NaN when there is no spread to divide by.
function standardizedDeviations(values: Iterable<number>): Float64Array {
  const copy = new Float64Array(values);
  if (copy.every((value) => value === copy[0])) return copy.fill(NaN);
  const center = mean(copy);
  const deviations = copy.map((value) => value - center);
  const scale = Math.sqrt(mean(deviations.map((deviation) => deviation * deviation)));
  return deviations.map((deviation) => deviation / scale);
}
