import { randomEffectsMean, type BetweenVarianceMethod, type RandomEffectsMean } from './betweenVariance.js';
import { sum } from './sum.js';

/**
 * Whether the shrinkage allows for the variance between groups being estimated: `'morris'` shrinks a little less and widens the standard
 * errors; `'none'` takes the variance as known (best linear unbiased prediction).
 */
export type ShrinkageCorrection = 'morris' | 'none';

/** How means are shrunk. */
export interface ShrinkageOptions {
  /** How the variance between groups is estimated; `'paule-mandel'` by default, which is also Morris's. */
  readonly method?: BetweenVarianceMethod | undefined;
  /** Whether to allow for its being estimated; `'morris'` by default. */
  readonly correction?: ShrinkageCorrection | undefined;
}

/** One group's mean, drawn towards the mean of all. */
export interface ShrunkenMean {
  /** The shrunken value. */
  readonly value: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Share of the common mean in the value, 0..1: 0 leaves the group's own mean as it is. */
  readonly weightOfMean: number;
}

/** Means of groups drawn towards their common mean, and what they were drawn by. */
export interface ShrunkenMeans extends RandomEffectsMean {
  /** The groups, in the order given. */
  readonly groups: ShrunkenMean[];
}

/**
 * Means of several groups, each drawn towards the mean of all the more the less certain it is (empirical Bayes, partial pooling).
 *
 * Use it for league tables of small groups: the best and the worst raw mean are mostly the smallest group. With `'morris'` at least four
 * groups are needed.
 *
 * @param values - Estimates of the groups.
 * @param standardErrors - Their standard errors, above 0.
 * @param options - How the variance is estimated, and whether that is allowed for.
 * @returns Common mean, variance between groups and the shrunken groups; NaN throughout outside the domain.
 * @remarks Morris, C. (1983), Parametric Empirical Bayes Inference, JASA 78, 47-55, https://doi.org/10.1080/01621459.1983.10477920:
 * with weights w = 1/(V + A), `B = (k - 3)/(k - 1) · V w`, value `(1 - B) y + B m`, squared error
 * `V (1 - (1 - w/Σw) B) + 2/(k - 3) · B² (V̄ + A) w (y - m)²`, V̄ the mean of V by weight; for equal V the James-Stein estimator about the
 * mean. `'none'` is `B = V w` without the last term: Raudenbush, S. and Bryk, A. (1985), https://doi.org/10.3102/10769986010002075, as R's
 * `metafor::blup`.
 * @example
 * ```ts
 * import { shrunkenMeans } from 'cx-scoring/statistics';
 * const { groups, mean } = shrunkenMeans([28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18]);
 * mean; // ~> 7.6856
 * groups[0]?.weightOfMean; // ~> 0.7143
 * ```
 */
export function shrunkenMeans(
  values: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  options: ShrinkageOptions = {},
): ShrunkenMeans {
  const { method = 'paule-mandel', correction = 'morris' } = options;
  const common = randomEffectsMean(values, standardErrors, method);
  const count = values.length;
  const isCorrected = correction === 'morris';
  if (Number.isNaN(common.mean) || (isCorrected && count < 4)) {
    const unknown = { value: NaN, standardError: NaN, weightOfMean: NaN };
    return {
      betweenVariance: NaN,
      mean: NaN,
      standardError: NaN,
      groups: Array.from(values, () => ({ ...unknown })),
    };
  }
  const { betweenVariance, mean } = common;
  const between = Math.sqrt(betweenVariance);
  // Ratios of standard deviations rather than of variances, so that tiny units do not vanish.
  const unit = Math.max(...Array.from(standardErrors));
  const totals = Array.from(standardErrors, (error) => Math.hypot(error, between) / unit);
  const weights = totals.map((total) => 1 / (total * total));
  const total = sum(weights);
  const scaled = Array.from(standardErrors, (error) => (error / unit) ** 2);
  const average = sum(scaled.map((variance, i) => variance * (weights[i] as number))) / total;
  const factor = isCorrected ? (count - 3) / (count - 1) : 1;
  const groups = scaled.map((variance, i) => {
    const weight = weights[i] as number;
    const distance = ((values[i] as number) - mean) / unit;
    const weightOfMean = Math.min(1, factor * variance * weight);
    const known = variance * (1 - (1 - weight / total) * weightOfMean);
    const estimated = isCorrected
      ? (2 / (count - 3)) * weightOfMean ** 2 * (average + (between / unit) ** 2) * weight * distance ** 2
      : 0;
    return {
      value: mean + (1 - weightOfMean) * distance * unit + 0,
      standardError: unit * Math.sqrt(known + estimated),
      weightOfMean,
    };
  });
  return { ...common, groups };
}
