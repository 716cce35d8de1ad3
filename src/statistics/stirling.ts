/** Coefficients B₂ₖ / (2k (2k - 1)) of Stirling's series (DLMF 5.11.1). */
const SERIES: readonly number[] = [
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953, 0.0008417508417508417,
  -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
];

/** From here on the eight terms above are exact to double precision. */
const SERIES_START = 10;

/**
 * What Stirling's formula leaves out: `log Γ(x) - (x - ½) log x + x - ½ log 2π`, for x above 0.
 * Loader (2000), Fast and accurate computation of binomial probabilities, calls it the error of Stirling's formula.
 *
 * @internal
 */
export function stirlingCorrection(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < SERIES_START; at++) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const inverse = 1 / at;
  const square = inverse * inverse;
  let sum = 0;
  for (let index = SERIES.length - 1; index >= 0; index--) sum = sum * square + SERIES[index]!;
  return shift + sum * inverse;
}

/**
 * `log Γ(x + step) - log Γ(x)`, to full relative accuracy even when the step is tiny, for step and x above 0.
 *
 * @internal
 */
export function logGammaIncrease(x: number, step: number): number {
  let sum = 0;
  let at = x;
  for (; at < SERIES_START; at++) sum -= Math.log1p(step / at);
  const growth = Math.log1p(step / at);
  let power = 1 / at;
  for (let index = 0; index < SERIES.length; index++) {
    sum += SERIES[index]! * power * Math.expm1(-(2 * index + 1) * growth);
    power /= at * at;
  }
  return sum + step * Math.log(at) + ((at + step - 0.5) * growth - step);
}
