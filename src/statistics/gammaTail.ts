import { deviance } from './deviance.js';
import { LARGE_SHAPE, largeShapeTail, type TailSide } from './largeShapeTail.js';
import { logGammaOnePlus } from './logGamma.js';
import { stirlingCorrection } from './stirling.js';

const TWO_PI = 6.283185307179586;
const PRECISION = 1e-16;
/** Below `LARGE_SHAPE` 430 are enough. */
const MOST_TERMS = 1000;
const TINY = 1e-300;

/**
 * `xᵃ e⁻ˣ / Γ(a)`, the density of log x under the gamma law; `difference` is x - a.
 *
 * @internal
 */
export function gammaKernel(shape: number, x: number, difference: number): number {
  return Math.sqrt(shape / TWO_PI) * Math.exp(-stirlingCorrection(shape) - deviance(shape, x, difference));
}

/**
 * A tail of the gamma law with rate 1, each side computed without cancellation; shape and x above 0, `difference` is x - shape.
 *
 * @internal
 */
export function gammaTail(side: TailSide, shape: number, x: number, difference: number): number {
  if (shape >= LARGE_SHAPE) {
    const y = difference / Math.sqrt(shape);
    return largeShapeTail(side, deviance(shape, x, difference), y, shape, 1, Math.exp(-stirlingCorrection(shape)));
  }
  if (shape < 1 && x <= 1) return smallShapeTail(side, shape, x);
  const lowerIsDirect = difference <= 0;
  const ratio = lowerIsDirect ? powerSeries(shape, x) : 1 / fraction(shape, difference);
  const direct = ratio * gammaKernel(shape, x, difference);
  return (side === 'lower') === lowerIsDirect ? direct : 1 - direct;
}

/** DLMF 8.7.1 with its leading term as an exponential, so that the upper tail is exact however close to 1 the lower one is. */
function smallShapeTail(side: TailSide, shape: number, x: number): number {
  let sum = 0;
  let term = 1;
  for (let n = 1; Math.abs(term) > PRECISION; n++) {
    term *= -x / n;
    sum += term / (shape + n);
  }
  const exponent = shape * Math.log(x) - logGammaOnePlus(shape) + Math.log1p(shape * sum);
  return side === 'lower' ? Math.exp(exponent) : -Math.expm1(exponent);
}

/** DLMF 8.11.4: terms all positive. */
function powerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > PRECISION * sum; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction (DLMF 8.9.2, even part) by the modified method of Lentz. */
function fraction(shape: number, difference: number): number {
  let value = difference + 1;
  let numerator = value;
  let denominator = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = n * (shape - n);
    const b = difference + 1 + 2 * n;
    denominator = 1 / (b + a * denominator || TINY);
    numerator = b + a / numerator || TINY;
    const step = numerator * denominator;
    value *= step;
    if (Math.abs(step - 1) <= 2 * PRECISION) break;
  }
  return value;
}
