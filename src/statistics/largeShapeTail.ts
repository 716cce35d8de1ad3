import { scaledErfc } from './scaledErrorFunction.js';

/** Which side of a point a probability counts. */
export type TailSide = 'lower' | 'upper';

/** From this size on the expansion is exact to double precision, and continued fractions grow slow. */
export const LARGE_SHAPE = 1e5;

const ROOT_TWO = 1.4142135623730951;
const ROOT_TWO_PI = 2.5066282746310002;

/** Closed forms lose digits like 1 / z³ near the mean; the series takes over there. */
const SERIES_REACH = 0.5;

/**
 * A tail of the beta or gamma law with large shapes, by integration by parts around the normal law: with
 * `z = ±√(2 exponent)` the density is `φ(z) G(z)`, so the upper tail is `Φ(-z) + φ(z) (H₀ + H₁ + …)` with
 * `Hₖ = (Gₖ(z) - Gₖ(0)) / z` and `Gₖ₊₁ = Hₖ'`. Two terms are enough from `LARGE_SHAPE` on.
 * Temme (1982), doi:10.1137/0513063 (incomplete beta); Temme (1979), doi:10.1137/0510071 (incomplete gamma).
 *
 * @param exponent - Saddle-point exponent at the point, from 0 up.
 * @param y - The point minus the mean, divided by the standard deviation.
 * @param size - Variance of the law in units of its shapes: a b / (a + b), or the shape of a gamma law.
 * @param skew - `(b - a) / (a + b)`, or 1 for a gamma law.
 * @param scale - Density at the mean relative to the normal one: the exponential of the Stirling corrections.
 * @internal
 */
export function largeShapeTail(
  side: TailSide,
  exponent: number,
  y: number,
  size: number,
  skew: number,
  scale: number,
): number {
  const z = Math.sign(y) * Math.sqrt(2 * exponent);
  const root = Math.sqrt(size);
  const square = skew * skew;
  const second = (square + 3) / 48;
  let correction: number;
  if (Math.abs(z) < SERIES_REACH) {
    const w = z / root;
    const third = (skew * (square - 9)) / 540;
    const fourth = ((square + 3) * (square + 3)) / 13824;
    const first = -skew / 3 + w * (second + w * (third + w * fourth));
    correction = (scale / root) * (first + (2 * third + 3 * fourth * w) / size);
  } else {
    const q = y / root;
    const variance = 1 + q * (skew - (q * (1 - square)) / 4);
    const slope = 1 / (z * z) - (z * variance) / (y * y * y);
    correction = scale * (1 / y - 1 / z + (slope - second / size) / z);
  }
  const density = Math.exp(-exponent);
  const nearTail = 0.5 * scaledErfc(Math.abs(z) / ROOT_TWO);
  const outward = y > 0 ? 'upper' : 'lower';
  const tail = density * (nearTail + (outward === 'upper' ? correction : -correction) / ROOT_TWO_PI);
  return side === outward ? tail : 1 - tail;
}
