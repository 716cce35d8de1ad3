import { samplingUnits } from './surveyDesign.js';
import type { SamplingUnits, SurveyDesign } from './surveyDesign.js';

/**
 * The covariance matrix of totals under a stratified, clustered design, from the influence of every row on each of them.
 *
 * Use it for what the ready-made estimates do not cover: differences of domains, post-stratified means, several ratios at once.
 * The influences already contain the weights, as those of `ratioInfluence` do. Rows outside a domain stay in with influence 0.
 *
 * @param influences - For each estimate the influence of every row on it: its weight times its derivative.
 * @param design - Strata, clusters, finite population and the policy for strata with one unit; weights are not applied again.
 * @returns The covariance of estimate i and j at `[i][j]`; all NaN when a column does not match, a population is smaller than its
 * sample, or a stratum has one unit and nothing says what to do about it.
 * @remarks Between sampling units within strata: `Σ_h (1 - n_h/N_h) n_h/(n_h - 1) Σ_i (z_hi - z̄_h)(z_hi - z̄_h)'`. Binder, D.
 * (1983), On the Variances of Asymptotically Normal Estimators from Complex Surveys, International Statistical Review 51,
 * 279-292, https://doi.org/10.2307/1402588; policies for single units as in R's `survey`.
 * @example
 * ```ts
 * import { linearizedCovariance } from 'cx-scoring/statistics';
 * linearizedCovariance([[1, -1, 3, -3]], { clusters: ['a', 'a', 'b', 'c'] }); // => [[27]]
 * ```
 */
export function linearizedCovariance(influences: readonly ArrayLike<number>[], design: SurveyDesign = {}): number[][] {
  const rows = influences[0]?.length ?? 0;
  const units = samplingUnits(rows, design);
  const isUsable = units !== null && influences.every((column) => column.length === rows);
  if (!isUsable) return influences.map(() => influences.map(() => NaN));
  const totals = influences.map((column) => unitTotals(column, units));
  const deviations = totals.map((column) => deviationsFromStratum(column, units, design.lonelyStratum === 'adjust'));
  const factor = lonelyFactor(units, design);
  return deviations.map((a) => deviations.map((b) => factor * covariance(a, b, units)));
}

function unitTotals(influence: ArrayLike<number>, { unitOfRow, stratumOfUnit }: SamplingUnits): Float64Array {
  const totals = new Float64Array(stratumOfUnit.length);
  for (let row = 0; row < unitOfRow.length; row++) {
    const unit = unitOfRow[row] as number;
    totals[unit] = (totals[unit] as number) + (influence[row] as number);
  }
  return totals;
}

function deviationsFromStratum(totals: Float64Array, units: SamplingUnits, keepsLonely: boolean): Float64Array {
  const { stratumOfUnit, sizes } = units;
  const means = new Float64Array(sizes.length);
  totals.forEach((total, unit) => {
    const stratum = stratumOfUnit[unit] as number;
    means[stratum] = (means[stratum] as number) + total / (sizes[stratum] as number);
  });
  return totals.map((total, unit) => {
    const stratum = stratumOfUnit[unit] as number;
    return keepsLonely && sizes[stratum] === 1 ? total : total - (means[stratum] as number);
  });
}

function covariance(
  a: Float64Array,
  b: Float64Array,
  { stratumOfUnit, sizes, unsampledShares }: SamplingUnits,
): number {
  let total = 0;
  for (let unit = 0; unit < a.length; unit++) {
    const stratum = stratumOfUnit[unit] as number;
    const size = sizes[stratum] as number;
    const scale = (unsampledShares[stratum] as number) * (size > 1 ? size / (size - 1) : 1);
    total += scale * (a[unit] as number) * (b[unit] as number);
  }
  return total;
}

/** What the sum over strata is multiplied by on account of strata with one unit; those taken in full need no remedy. */
function lonelyFactor({ sizes, unsampledShares }: SamplingUnits, { lonelyStratum = 'nan' }: SurveyDesign): number {
  const lonely = sizes.filter((size, stratum) => size === 1 && (unsampledShares[stratum] as number) > 0).length;
  if (lonely === 0 || lonelyStratum === 'certainty' || lonelyStratum === 'adjust') return 1;
  if (lonelyStratum === 'nan' || lonely === sizes.length) return NaN;
  return sizes.length / (sizes.length - lonely);
}
