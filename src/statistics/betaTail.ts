import { deviance } from './deviance.js';
import { LARGE_SHAPE, largeShapeTail, type TailSide } from './largeShapeTail.js';
import { logGammaOnePlus } from './logGamma.js';
import { logGammaIncrease, stirlingCorrection } from './stirling.js';

const TWO_PI = 6.283185307179586;
const PRECISION = 1e-16;
/** Below `LARGE_SHAPE` 430 are enough. */
const MOST_TERMS = 1000;
const TINY = 1e-300;

/**
 * A point of the unit interval seen from both ends, and how far it lies from the mean.
 *
 * @internal
 */
export interface BetaPoint {
  /** Distance from 0. */
  readonly x: number;
  /** Distance from 1. */
  readonly y: number;
  /** `(a + b) x - a`, computed without cancellation. */
  readonly difference: number;
}

/**
 * The point whose odds `x / y` are those of the mean, `a / b`, times `ratio` (which is an F ratio);
 * the caller passes `growth = ratio - 1` as exactly as it can.
 *
 * @internal
 */
export function betaPoint(ratio: number, growth: number, a: number, b: number): BetaPoint {
  const odds = (a / b) * ratio;
  const inverse = b / a / ratio;
  const x = odds < 1 ? odds / (1 + odds) : 1 / (1 + inverse);
  const y = odds < 1 ? 1 / (1 + odds) : inverse / (1 + inverse);
  return { x, y, difference: a * y * growth };
}

/**
 * `xᵃ yᵇ / B(a, b)`, the density of log(x / y) under the beta law.
 *
 * @internal
 */
export function betaKernel(point: BetaPoint, a: number, b: number): number {
  const total = a + b;
  const exponent = betaDeviance(point, a, b) - stirlingDifference(a, b);
  return Math.sqrt((a * (b / total)) / TWO_PI) * Math.exp(-exponent);
}

/**
 * A tail of the beta law, each side computed without cancellation; a and b above 0, x and y from 0 to 1.
 * The choice of method follows DiDonato and Morris (1992), doi:10.1145/131766.131776.
 *
 * @internal
 */
export function betaTail(side: TailSide, point: BetaPoint, a: number, b: number): number {
  const { x, y, difference } = point;
  if (x <= 0 || y <= 0) return x <= 0 === (side === 'lower') ? 0 : 1;
  const size = a * (b / (a + b));
  if (size >= LARGE_SHAPE) {
    const deviation = difference / Math.sqrt(size);
    const scale = Math.exp(stirlingDifference(a, b));
    return largeShapeTail(side, betaDeviance(point, a, b), deviation, size, (b - a) / (a + b), scale);
  }
  if (a < 1 && x <= 0.7 && b * x <= 0.7) return smallShapeTail(side, x, a, b);
  const other = side === 'lower' ? 'upper' : 'lower';
  if (b < 1 && a * y <= 0.7) return smallShapeTail(other, y, b, a);
  const lowerIsDirect = a >= 1 && (b < 1 || difference <= 0);
  const ratio = lowerIsDirect ? fraction(x, a, b, difference) : fraction(y, b, a, -difference);
  const direct = betaKernel(point, a, b) / ratio;
  return (side === 'lower') === lowerIsDirect ? direct : 1 - direct;
}

function betaDeviance({ x, y, difference }: BetaPoint, a: number, b: number): number {
  const total = a + b;
  return deviance(a, total * x, difference) + deviance(b, total * y, -difference);
}

function stirlingDifference(a: number, b: number): number {
  return stirlingCorrection(a + b) - stirlingCorrection(a) - stirlingCorrection(b);
}

/** DLMF 8.17.7 with its leading term as an exponential, so that the upper tail is exact however close to 1 the lower one is. */
function smallShapeTail(side: TailSide, x: number, a: number, b: number): number {
  let sum = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > PRECISION; n++) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  const exponent = a * Math.log(x) - logGammaOnePlus(a) + logGammaIncrease(b, a) + Math.log1p(a * sum);
  return side === 'lower' ? Math.exp(exponent) : -Math.expm1(exponent);
}

/** Continued fraction of DiDonato and Morris (1992), equation 9, by the modified method of Lentz. */
function fraction(x: number, a: number, b: number, difference: number): number {
  let value = (a / (a + 1)) * (1 - difference);
  let numerator = value;
  let denominator = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const odd = a + 2 * n - 1;
    const drift = (n * (b - n) * x) / odd;
    const top = ((a + n - 1) / odd) * (a + b + n - 1) * x * drift;
    const bottom = n + drift + ((a + n) / (odd + 2)) * (1 - difference + n * (2 - x));
    denominator = 1 / (bottom + top * denominator || TINY);
    numerator = bottom + top / numerator || TINY;
    const step = numerator * denominator;
    value *= step;
    if (Math.abs(step - 1) <= 2 * PRECISION) break;
  }
  return value;
}
