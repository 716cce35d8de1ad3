import type { ScaleTally } from './scaleTally.js';

/** Sums over the points of a scale, each point standing for a number. */
export interface ScaleEstimate {
  /** Answers used. */
  readonly sampleSize: number;
  /** What they are worth (Kish): equal to `sampleSize` without weights. */
  readonly effectiveSampleSize: number;
  /** Weighted mean of the numbers; NaN without answers. */
  readonly mean: number;
  /** Standard error of that mean with divisor n - 1, linearised with weights; NaN or infinite for a single answer. */
  readonly standardError: number;
}

/**
 * Estimates the mean of a function of the score: 1 or 0 for a share, the point itself for a mean.
 *
 * With weights the variance is the linearised one, n/(n-1) Σ(wᵢ(yᵢ - m))² / (Σwᵢ)² (Särndal, Swensson and Wretman 1992, §5.7),
 * which the sums of w and w² at each point give exactly; without, it is the sample variance over n.
 */
export function estimateScale({ counts, weights }: ScaleTally, valueAt: (bin: number) => number): ScaleEstimate {
  const points = counts.length - 4;
  const at = (pairs: readonly number[] | undefined, bin: number): number =>
    pairs ? (pairs[2 * bin] as number) + (pairs[2 * bin + 1] as number) : (counts[bin] as number);
  let sampleSize = 0;
  let weight = 0;
  let squares = 0;
  let total = 0;
  for (let bin = 0; bin < points; bin++) {
    sampleSize += counts[bin] as number;
    weight += at(weights?.sums, bin);
    squares += at(weights?.squares, bin);
    total += at(weights?.sums, bin) * valueAt(bin);
  }
  const mean = total / weight;
  let spread = 0;
  for (let bin = 0; bin < points; bin++) spread += at(weights?.squares, bin) * (valueAt(bin) - mean) ** 2;
  return {
    sampleSize,
    // Rounding must not make of equal weights more than there are answers.
    effectiveSampleSize: weights ? Math.min(sampleSize, (weight * weight) / squares || 0) : sampleSize,
    mean,
    standardError: Math.sqrt((sampleSize / (sampleSize - 1)) * spread) / weight,
  };
}
