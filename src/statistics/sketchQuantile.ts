import { quantilePlace, valueAtPlace } from './quantile.js';
import type { QuantileType } from './quantile.js';
import type { QuantileSketch } from './quantileSketch.js';
import { bucketMiddle } from './sketchOctaves.js';

/**
 * A quantile out of a sketch, within 0.4 % (1/256) of what `quantile` gives for the values themselves.
 *
 * Smallest and largest value are exact. The bound holds for values of one sign, whatever the type; between values of different sign
 * it is 1/256 of the larger magnitude.
 *
 * @param sketch - A sketch made by `createQuantileSketch` or `quantileSketch`.
 * @param p - Share between 0 and 1.
 * @param type - Definition 1 to 9, 7 by default, as in `quantile`.
 * @returns The quantile, in the unit of the values; NaN without values, with an invalid one among them, or when `p` is off 0 to 1.
 * @example
 * ```ts
 * import { quantileSketch, sketchQuantile } from 'cx-scoring/statistics';
 * const sketch = quantileSketch([30, 10, 20, 40]);
 * sketchQuantile(sketch, 0.5, 1); // ~> 20.1
 * sketchQuantile(sketch, 1, 1); // => 40
 * ```
 */
export function sketchQuantile(sketch: QuantileSketch, p: number, type: QuantileType = 7): number {
  if (sketch.invalid > 0) return NaN;
  return valueAtPlace(quantilePlace(p, sketch.count, type), (rank) => valueAtRank(sketch, rank));
}

function valueAtRank({ count, minimum, maximum, octaves }: QuantileSketch, rank: number): number {
  if (rank === 1) return minimum;
  let rest = rank;
  // The largest value is known: there is nothing to look for.
  for (const { octave, first, counts } of rank < count ? octaves : []) {
    for (let at = 0; at < counts.length; at++) {
      rest -= counts[at] as number;
      if (rest <= 0) return Math.min(Math.max(bucketMiddle(128 * octave + first + at), minimum), maximum);
    }
  }
  return maximum;
}
