import type { TailSide } from './largeShapeTail.js';
import { normalQuantile } from './normalQuantile.js';
import { smallestInteger } from './quantileSearch.js';

/** Tails closer than this to the probability asked for, relatively, differ from it by rounding only. */
const ROUNDING = 1e-14;

/**
 * What a first guess needs to know of a law on whole numbers from 0.
 *
 * @internal
 */
export interface CountLaw {
  /** Mean. */
  readonly mean: number;
  /** Standard deviation, above 0. */
  readonly deviation: number;
  /** Standardised third moment. */
  readonly skewness: number;
  /** Largest value. */
  readonly largest: number;
}

/**
 * The smallest count whose lower tail is at least `probability` (`lower`), or whose upper tail is at most `probability`
 * (`upper`), for a probability strictly between 0 and 1.
 *
 * @internal
 */
export function countQuantile(
  side: TailSide,
  probability: number,
  law: CountLaw,
  tail: (side: TailSide, k: number) => number,
): number {
  // The tail of at most one half decides: its complement is exact, and no digits are lost.
  const flipped = probability > 0.5;
  const target = flipped ? 1 - probability : probability;
  const byLower = (side === 'lower') !== flipped;
  const accepts = byLower
    ? (k: number): boolean => tail('lower', k) >= target * (1 - ROUNDING)
    : (k: number): boolean => tail('upper', k) <= target * (1 + ROUNDING);
  const z = byLower ? normalQuantile(target) : -normalQuantile(target);
  return smallestInteger(accepts, countQuantileStart(z, law), law.deviation / 16, 0, law.largest);
}

/**
 * Where the search begins: the expansion of Cornish and Fisher (1938) to the skewness.
 *
 * @internal
 */
export function countQuantileStart(z: number, law: CountLaw): number {
  return law.mean + law.deviation * (z + (law.skewness * (z * z - 1)) / 6);
}
