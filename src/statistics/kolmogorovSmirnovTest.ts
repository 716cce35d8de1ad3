import { exactKolmogorovTail, kolmogorovUpperTail } from './kolmogorovLaw.js';
import { sortedCopy } from './sortedCopy.js';
import { hasNoNaN } from './tieTable.js';

/** Options of the Kolmogorov-Smirnov tests. */
export interface KolmogorovSmirnovOptions {
  /**
   * `'exact'`, `'asymptotic'`, or `'auto'` (default: exact up to 500 values in one sample, up to a million pairs of values in
   * two).
   */
  readonly method?: 'auto' | 'exact' | 'asymptotic' | undefined;
}

/** Outcome of the Kolmogorov-Smirnov tests. */
export interface KolmogorovSmirnovTest {
  /** Largest distance of the two cumulative distributions, 0 to 1. */
  readonly statistic: number;
  /** Probability of a distance at least that large. */
  readonly pValue: number;
  /** How the p-value was computed. */
  readonly method: 'exact' | 'asymptotic';
}

const NOTHING: KolmogorovSmirnovTest = { statistic: NaN, pValue: NaN, method: 'asymptotic' };

/** Sizes up to which the automatic choice is exact. */
const MOST_VALUES = 500;
const MOST_PAIRS = 1e6;

/**
 * The Kolmogorov-Smirnov test of one sample: does it come from a given continuous distribution?
 *
 * The distribution must be given in advance; with a mean or spread estimated from the sample the p-value is far too large.
 *
 * @param values - The sample.
 * @param distribution - Cumulative distribution: the probability of a value of at most its argument.
 * @param options - The method.
 * @returns Distance, p-value and method; NaN without values, with a NaN among them, or when a probability is not from 0 to 1.
 * @remarks Kolmogorov, A. (1933); Marsaglia, Tsang and Wang (2003), https://doi.org/10.18637/jss.v008.i18
 * @example
 * ```ts
 * import { kolmogorovSmirnovTest, normalLowerTail } from 'cx-scoring/statistics';
 * const test = kolmogorovSmirnovTest([-0.4, 0.1, 0.6, 1.2, 2.1], normalLowerTail);
 * test.statistic; // ~> 0.344578
 * ```
 */
export function kolmogorovSmirnovTest(
  values: Iterable<number>,
  distribution: (value: number) => number,
  options: KolmogorovSmirnovOptions = {},
): KolmogorovSmirnovTest {
  const sorted = sortedCopy(values);
  const n = sorted.length;
  const probabilities = Array.from(sorted, (value) => distribution(value));
  if (n === 0 || !hasNoNaN(sorted) || !probabilities.every((p) => p >= 0 && p <= 1)) return NOTHING;
  let statistic = 0;
  for (const [i, p] of probabilities.entries()) statistic = Math.max(statistic, (i + 1) / n - p, p - i / n);
  const { method = 'auto' } = options;
  const isExact = method === 'exact' || (method === 'auto' && n <= MOST_VALUES);
  const pValue = isExact ? exactKolmogorovTail(statistic, n) : kolmogorovUpperTail(Math.sqrt(n) * statistic);
  return { statistic, pValue, method: isExact ? 'exact' : 'asymptotic' };
}

/**
 * The Kolmogorov-Smirnov test of two samples: do they come from the same distribution, whatever the difference?
 *
 * Use it to find any change of a distribution; against a shift alone `mannWhitneyTest` sees more.
 *
 * @param first - Values of the first sample.
 * @param second - Values of the second sample.
 * @param options - The method. The exact one counts the arrangements of the pooled values, ties kept.
 * @returns Distance, p-value and method; NaN with an empty sample or a NaN among the values.
 * @remarks Smirnov, N. (1939); Schröer, G. and Trenkler, D. (1995), Exact and randomization distributions of Kolmogorov-Smirnov
 * tests two or three samples, Computational Statistics and Data Analysis 20, 185-202,
 * https://doi.org/10.1016/0167-9473(94)00040-P
 * @example
 * ```ts
 * import { twoSampleKolmogorovSmirnovTest } from 'cx-scoring/statistics';
 * const test = twoSampleKolmogorovSmirnovTest([0.1, 0.5, 0.9, 1.7, 2.2, 3.3], [0.4, 1.2, 1.9, 2.8, 4.1, 5, 6.2]);
 * test.statistic; // ~> 0.4285714286
 * test.pValue; // ~> 0.4335664336
 * ```
 */
export function twoSampleKolmogorovSmirnovTest(
  first: Iterable<number>,
  second: Iterable<number>,
  options: KolmogorovSmirnovOptions = {},
): KolmogorovSmirnovTest {
  const x = sortedCopy(first);
  const y = sortedCopy(second);
  const [m, n] = [x.length, y.length];
  if (m === 0 || n === 0 || !hasNoNaN(x) || !hasNoNaN(y)) return NOTHING;
  // In units of 1 / (m n), so that equal distances are equal; a place is where the pooled values change.
  let distance = 0;
  const isPlace = new Uint8Array(m + n + 1);
  for (let i = 0, j = 0; i < m || j < n;) {
    const value = Math.min(i < m ? (x[i] as number) : Infinity, j < n ? (y[j] as number) : Infinity);
    while (i < m && x[i] === value) i++;
    while (j < n && y[j] === value) j++;
    isPlace[i + j] = 1;
    distance = Math.max(distance, Math.abs(i * n - j * m));
  }
  const { method = 'auto' } = options;
  const isExact = method === 'exact' || (method === 'auto' && m * n <= MOST_PAIRS);
  const statistic = distance / (m * n);
  const pValue = isExact
    ? exactTail(distance, m, n, isPlace)
    : kolmogorovUpperTail(Math.sqrt((m * n) / (m + n)) * statistic);
  return { statistic, pValue, method: isExact ? 'exact' : 'asymptotic' };
}

// The share of all arrangements of the pooled values that anywhere reach the distance, step by step along both samples.
function exactTail(distance: number, m: number, n: number, isPlace: Uint8Array): number {
  const reached = new Float64Array(n + 1);
  for (let i = 0; i <= m; i++) {
    for (let j = 0; j <= n; j++) {
      if (isPlace[i + j] === 1 && Math.abs(i * n - j * m) >= distance) reached[j] = 1;
      else if (i + j > 0) {
        const fromFirst = i > 0 ? (reached[j] as number) * i : 0;
        const fromSecond = j > 0 ? (reached[j - 1] as number) * j : 0;
        reached[j] = (fromFirst + fromSecond) / (i + j);
      }
    }
  }
  return reached[n] as number;
}
