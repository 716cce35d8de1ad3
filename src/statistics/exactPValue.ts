import type { Alternative } from './alternative.js';
import type { CountDistribution } from './countDistribution.js';

/**
 * The p-value of an observed value under an exact distribution of whole numbers whose mean is known.
 *
 * Two-sided, the values at least as far from the mean as the observed one are counted.
 *
 * @param distribution - A distribution with divisor 1.
 * @param observed - One of its values.
 * @param mean - Its mean.
 * @param alternative - Which side counts.
 * @returns Probability from 0 to 1; NaN for an undefined distribution.
 * @internal
 */
export function exactPValue(
  { start, step, probabilities }: CountDistribution,
  observed: number,
  mean: number,
  alternative: Alternative,
): number {
  if (Number.isNaN(start)) return NaN;
  // Means are fractions with the group's size as denominator: a ten-millionth of a step is far above their rounding.
  const slack = 1e-7 * step;
  const distance = Math.abs(observed - mean) - slack;
  let lower = 0;
  let upper = 0;
  const last = probabilities.length - 1;
  const isLow = (value: number): boolean =>
    alternative === 'two-sided' ? mean - value >= distance : value <= observed + slack;
  const isHigh = (value: number): boolean =>
    alternative === 'two-sided' ? value - mean >= distance : value >= observed - slack;
  // From the small ends inwards.
  for (let k = 0; k <= last && isLow(start + k * step); k++) lower += probabilities[k] as number;
  for (let k = last; k >= 0 && isHigh(start + k * step); k--) upper += probabilities[k] as number;
  if (alternative === 'less') return Math.min(1, lower);
  return Math.min(1, alternative === 'greater' ? upper : lower + upper);
}
