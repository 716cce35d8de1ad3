/**
 * Simple exponential smoothing: each value counts with a share, all earlier ones with what is left.
 *
 * Use it to draw a calm line through a noisy series; a test or a control chart must see the series itself.
 *
 * @param values - Finite numbers in order of time; the first one is where the line begins.
 * @param share - Share of the newest value, above 0 and at most 1.
 * @returns One smoothed value for each, in the unit of the values; all NaN for a share out of range; NaN from the first value on
 * that is not a number.
 * @remarks Brown, R. (1959), Statistical Forecasting for Inventory Control: `s = share x + (1 - share) s`.
 * @example
 * ```ts
 * import { exponentialSmoothing } from 'cx-scoring/statistics';
 * exponentialSmoothing([50, 52, 47], 0.5); // => [50, 51, 49]
 * ```
 */
export function exponentialSmoothing(values: ArrayLike<number>, share: number): number[] {
  const isInDomain = share > 0 && share <= 1;
  let level = values[0] as number;
  return Array.from(values, (value) => {
    level = isInDomain ? share * value + (1 - share) * level : NaN;
    return level;
  });
}

/**
 * The trailing mean of a series: of each value and those before it.
 *
 * Use it for a picture of several periods; for a score over a rolling window pool the answers instead.
 *
 * @param values - Finite numbers in order of time.
 * @param width - Number of values in the window, a whole number from 1.
 * @returns One mean for each value, NaN until the window is full; all NaN for a width that is no whole number from 1.
 * @example
 * ```ts
 * import { trailingMean } from 'cx-scoring/statistics';
 * trailingMean([50, 52, 48, 55], 2); // => [NaN, 51, 50, 51.5]
 * ```
 */
export function trailingMean(values: ArrayLike<number>, width: number): number[] {
  const isInDomain = Number.isInteger(width) && width >= 1;
  return Array.from(values, (_, end) => {
    if (!isInDomain || end + 1 < width) return NaN;
    let total = 0;
    for (let i = end + 1 - width; i <= end; i++) total += values[i] as number;
    return total / width;
  });
}
