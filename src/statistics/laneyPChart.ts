import { proportionCenter } from './attributeCharts.js';
import { chartOf, noChart } from './controlChart.js';
import type { ControlChart, ControlChartOptions } from './controlChart.js';
import { controlChartConstants } from './controlChartConstants.js';
import { mean } from './sum.js';

/** A p chart whose limits follow how much shares vary from point to point. */
export interface LaneyPChart extends ControlChart {
  /** How much more than chance shares vary from one period to the next: 1 is as much as chance. */
  readonly variationRatio: number;
}

/**
 * Laney's p′ chart: the p chart for large groups whose shares vary more (or less) than chance between periods.
 *
 * Use it for operational rates on thousands of orders, where the p chart flags everything.
 *
 * @param counts - Successes in each group, from 0 to its size.
 * @param sizes - Size of each group, above 0.
 * @param options - Known share as centre, and width of the limits.
 * @returns The chart of `counts / sizes`, limits within 0 and 1, with the ratio of variation; without limits (NaN) outside the
 * domain and below two groups.
 * @remarks Laney, D. (2002), Improved Control Charts for Attributes, Quality Engineering 14, 531-537,
 * https://doi.org/10.1081/QEN-120003555: the mean moving range of the standardised shares over d2, not rounded to 1.128.
 * @example
 * ```ts
 * import { laneyPChart } from 'cx-scoring/statistics';
 * const sizes = [100, 120, 90, 110, 105, 80, 115, 95];
 * const { variationRatio, upper } = laneyPChart([12, 15, 9, 20, 14, 8, 25, 11], sizes);
 * variationRatio; // ~> 1.503736
 * upper[6]; // ~> 0.285792
 * ```
 */
export function laneyPChart(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  options: ControlChartOptions = {},
): LaneyPChart {
  const { sigmas = 3 } = options;
  const center = proportionCenter(counts, sizes, options);
  const points = counts.length;
  if (Number.isNaN(center) || !(sigmas > 0) || points < 2) return { ...noChart(points), variationRatio: NaN };
  const shares = Array.from(counts, (count, i) => count / (sizes[i] as number));
  const deviations = Array.from(sizes, (size) => Math.sqrt((center * (1 - center)) / size));
  // Without chance there is nothing to standardise by: all shares are 0 or 1.
  const scores = shares.map((share, i) => (share === center ? 0 : (share - center) / (deviations[i] as number)));
  const variationRatio =
    mean(scores.slice(1).map((score, i) => Math.abs(score - (scores[i] as number)))) / controlChartConstants(2).d2;
  const reaches = deviations.map((deviation) => sigmas * deviation * variationRatio);
  return { ...chartOf(shares, center, reaches, 0, 1), variationRatio };
}
