import { mean } from './sum.js';

/** A series taken apart. */
export interface Decomposition {
  /** The season's part, one value for each period of the series. */
  readonly seasonal: number[];
  /** The trend's part; NaN where the method cannot see it. */
  readonly trend: number[];
  /** What is left; NaN where the trend is. */
  readonly remainder: number[];
}

/** A classical decomposition. */
export interface ClassicalDecomposition extends Decomposition {
  /** The season's pattern, one value for each of its periods, beginning with the first of the series. */
  readonly seasonalFigure: number[];
}

/**
 * Classical decomposition of a series into trend, season and remainder by moving averages.
 *
 * Use it for short series with a steady season, from two full cycles; half a cycle at either end stays without a trend.
 * `stlDecomposition` covers the ends.
 *
 * @param values - Finite numbers in order of time, one for each period.
 * @param period - Number of periods in a cycle, a whole number from 2.
 * @param kind - `'additive'` (default: the parts add up, the figure adds up to 0) or `'multiplicative'` (they multiply, the figure
 * has the mean 1; for positive values).
 * @returns The parts; all NaN below two full cycles, with a value that is not finite or a period that is no whole number from 2.
 * @remarks Kendall, M. and Stuart, A. (1983), The Advanced Theory of Statistics, volume 3, 410-414; as R's `decompose`.
 * @example
 * ```ts
 * import { classicalDecomposition } from 'cx-scoring/statistics';
 * const { seasonalFigure, trend } = classicalDecomposition([10, 20, 12, 22, 14, 24], 2);
 * seasonalFigure; // => [-4.5, 4.5]
 * trend; // => [NaN, 15.5, 16.5, 17.5, 18.5, NaN]
 * ```
 */
export function classicalDecomposition(
  values: ArrayLike<number>,
  period: number,
  kind: 'additive' | 'multiplicative' = 'additive',
): ClassicalDecomposition {
  const own = Array.from(values);
  const isUsable = Number.isInteger(period) && period >= 2 && own.length >= 2 * period && own.every(Number.isFinite);
  if (!isUsable) {
    const nothing = own.map(() => NaN);
    return { seasonalFigure: [], seasonal: nothing, trend: nothing, remainder: nothing };
  }
  const isAdditive = kind === 'additive';
  const without = (value: number, part: number): number => (isAdditive ? value - part : value / part);
  const trend = own.map((_, i) => centeredMean(own, i, period));
  const detrended = own.map((value, i) => without(value, trend[i] as number));
  const raw = Array.from({ length: period }, (_, season) =>
    mean(detrended.filter((value, i) => i % period === season && !Number.isNaN(value))),
  );
  const center = mean(raw);
  const seasonalFigure = raw.map((figure) => without(figure, center));
  const seasonal = own.map((_, i) => seasonalFigure[i % period] as number);
  const remainder = detrended.map((value, i) => without(value, seasonal[i] as number));
  return { seasonalFigure, seasonal, trend, remainder };
}

/** The mean of one cycle about a value; for an even period the two ends count half. */
function centeredMean(values: readonly number[], at: number, period: number): number {
  const half = Math.floor(period / 2);
  if (at < half || at + half >= values.length) return NaN;
  const end = period % 2 === 0 ? 0.5 : 1;
  let total = end * ((values[at - half] as number) + (values[at + half] as number));
  for (let i = at - half + 1; i < at + half; i++) total += values[i] as number;
  return total / period;
}
