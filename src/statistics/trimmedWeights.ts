import { kishDesignEffect } from './weighted.js';
import { sum } from './sum.js';

/** Options of `trimmedWeights`. */
export interface TrimmingOptions {
  /** Smallest weight allowed, zero or more; 0 by default. */
  readonly lower?: number | undefined;
  /** Largest weight allowed; unlimited by default. */
  readonly upper?: number | undefined;
  /**
   * `'strict'` (default) repeats until no weight is outside the limits; `'once'` shares the excess a single time, which may lift
   * others above the limit.
   */
  readonly rounds?: 'strict' | 'once' | undefined;
}

/** Trimmed weights with what trimming changed. */
export interface TrimmedWeights {
  /** One weight for each row, in its order; all NaN when the total cannot be kept within the limits. */
  readonly weights: number[];
  /** Number of rows that had a weight outside the limits. */
  readonly trimmed: number;
  /** Kish's design effect before. */
  readonly designEffectBefore: number;
  /** Kish's design effect after. */
  readonly designEffectAfter: number;
}

/**
 * Trims weights to limits and shares what was cut equally among the others, so that the total stays.
 *
 * Use it when a few rows would decide the result. It trades variance for bias: show the design effect before and after, and the
 * estimate under both.
 *
 * @param weights - Weights, zero or more.
 * @param options - Limits and whether to repeat.
 * @returns The weights with the design effects; the weights are NaN when one is negative or not finite, the limits do not rise
 * from 0, or the total cannot be kept within them.
 * @remarks Potter, F. (1990), A Study of Procedures to Identify and Trim Extreme Sampling Weights, Proceedings of the Survey
 * Research Methods Section, ASA, 225-230; R's `survey::trimWeights`.
 * @example
 * ```ts
 * import { trimmedWeights } from 'cx-scoring/statistics';
 * const { weights, trimmed } = trimmedWeights([1, 1, 2, 8], { upper: 4 });
 * weights; // ~> [2.3333, 2.3333, 3.3333, 4]
 * trimmed; // => 1
 * ```
 */
export function trimmedWeights(weights: ArrayLike<number>, options: TrimmingOptions = {}): TrimmedWeights {
  const { lower = 0, upper = Infinity, rounds = 'strict' } = options;
  const before = Array.from(weights);
  const isUsable = lower >= 0 && upper >= lower && before.every((weight) => weight >= 0 && weight < Infinity);
  const isOutside = (weight: number): boolean => weight < lower || weight > upper;
  const after = isUsable ? trim(before, lower, upper, rounds === 'once') : null;
  const result = after ?? before.map(() => NaN);
  return {
    weights: result,
    trimmed: before.filter(isOutside).length,
    designEffectBefore: kishDesignEffect(before),
    designEffectAfter: kishDesignEffect(result),
  };
}

/** The trimmed weights, or `null` when nobody is left to take the excess. */
function trim(before: readonly number[], lower: number, upper: number, isOnce: boolean): number[] | null {
  let weights = [...before];
  for (let round = 1; ; round++) {
    const inside = weights.map((weight) => weight >= lower && weight <= upper);
    if (inside.every(Boolean)) return weights;
    const cut = weights.map((weight) => Math.min(Math.max(weight, lower), upper));
    const excess = sum(weights) - sum(cut);
    const hasRoom = cut.map((weight) => (excess > 0 ? weight < upper : weight > lower));
    // The first round spares only what it cut; later ones also what is at the limit, which would only be cut again.
    const takes = round === 1 && inside.includes(true) ? inside : hasRoom;
    const takers = takes.filter(Boolean).length;
    if (takers === 0) return Math.abs(excess) <= 1e-12 * sum(before) ? cut : null;
    weights = cut.map((weight, i) => (takes[i] === true ? weight + excess / takers : weight));
    if (isOnce) return weights;
  }
}
