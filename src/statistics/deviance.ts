import { twoProduct, twoSum } from './doubleDouble.js';

/**
 * Half the Poisson deviance, `count log(count / mean) + mean - count`, the exponent of saddle-point densities.
 * The caller passes `difference = mean - count`, which it often knows better than the subtraction would give.
 * Loader (2000), Fast and accurate computation of binomial probabilities, section 2.
 *
 * @internal
 */
export function deviance(count: number, mean: number, difference: number): number {
  const ratio = difference / (count + mean);
  if (!(Math.abs(ratio) < 0.2)) return difference - count * logQuotient(mean, count);
  const square = ratio * ratio;
  let sum = 0;
  let power = 1;
  for (let odd = 3; power > 1e-18; odd += 2) {
    power *= square;
    sum += power / odd;
  }
  return ratio * (difference - 2 * count * sum);
}

function logQuotient(top: number, bottom: number): number {
  const quotient = top / bottom;
  return quotient > 0 && quotient < Infinity ? Math.log(quotient) : Math.log(top) - Math.log(bottom);
}

/**
 * `factor * other - subtrahend` as if the product had twice the digits.
 *
 * @internal
 */
export function productMinus(factor: number, other: number, subtrahend: number): number {
  const { high, low } = twoProduct(factor, other);
  const rest = high - subtrahend;
  // The splitting overflows near the largest doubles, where the correction means nothing.
  return Number.isFinite(low) ? rest + low : rest;
}

/**
 * `(a + b) x - a` without cancellation: how far x lies from the mean of a beta law, in units of its shapes.
 *
 * @internal
 */
export function betaDifference(x: number, a: number, b: number): number {
  const total = twoSum(a, b);
  return productMinus(total.high, x, a) + total.low * x;
}
