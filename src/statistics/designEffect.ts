import { weightedVariance } from './weighted.js';

/**
 * The design effect of an estimated mean: its variance over what simple random sampling of as many rows would have had.
 *
 * Use it to say what weights and clusters cost: an effect of 2 means that half as many simple answers would have said as much.
 *
 * @param variance - Variance of the mean under the design: the squared standard error of `linearizedMean`.
 * @param values - The values behind it.
 * @param weights - Weight of each row, zero or more; 1 unless given.
 * @param sampling - What it is compared with: `'with-replacement'` (default), or `'without-replacement'` from a population of
 * `Σw` units, which makes sense for weights that count units.
 * @returns Zero or more, below 1 when stratification helped; `Infinity` when the sample compared with would have been a census
 * (`Σw` equals the number of rows); NaN below two rows of weight, without spread, or when `Σw` is smaller than the rows.
 * @remarks Kish, L. (1965), Survey Sampling, section 8.2; as `deff = "replace"` and `deff = TRUE` of R's `survey::svymean`. Rows
 * of weight 0 do not count.
 * @example
 * ```ts
 * import { designEffect } from 'cx-scoring/statistics';
 * designEffect(2 / 3, [1, 2, 3, 4, 5, 6]); // ~> 1.142857
 * ```
 */
export function designEffect(
  variance: number,
  values: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(values.length).fill(1),
  sampling: 'with-replacement' | 'without-replacement' = 'with-replacement',
): number {
  let rows = 0;
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    if (weight > 0) rows++;
    total += weight;
  }
  if (!(variance >= 0) || rows < 2) return NaN;
  const simple = weightedVariance(values, weights, 'mle') / (rows - 1);
  const share = sampling === 'with-replacement' ? 1 : (total - rows) / total;
  // Weights that add up to the rows on paper may not in doubles.
  if (!(simple > 0) || share < -1e-12) return NaN;
  if (share <= 1e-12) return variance > 0 ? Infinity : NaN;
  return variance / (simple * share);
}
