import { horner } from './horner.js';

/** Beyond this point `erfc` has its own approximations; below it `1 - erf` loses nothing. */
export const ERROR_FUNCTION_SPLIT = 0.46875;

const CENTRE_TOP: readonly number[] = [
  3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315,
];
const CENTRE_BOTTOM: readonly number[] = [
  2844.2368334391706, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1,
];

const MIDDLE_TOP: readonly number[] = [
  1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001, 66.11919063714163,
  8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8,
];
const MIDDLE_BOTTOM: readonly number[] = [
  1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903, 537.1811018620099,
  117.6939508913125, 15.744926110709835, 1,
];

const FAR_TOP: readonly number[] = [
  6.587491615298378e-4, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445, 0.30532663496123236,
  0.016315387137302097,
];
const FAR_BOTTOM: readonly number[] = [
  0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234604, 2.568520192289822, 1,
];

const INVERSE_ROOT_PI = 0.5641895835477563;

/**
 * `erf(x)` for |x| at most 0.46875.
 *
 * @internal
 */
export function centralErf(x: number): number {
  const square = x * x;
  return (x * horner(CENTRE_TOP, square)) / horner(CENTRE_BOTTOM, square);
}

/**
 * `exp(x²) erfc(x)` for x from 0 up, which stays a plain number where `erfc` itself underflows.
 * Cody (1969), Rational Chebyshev approximations for the error function, doi:10.1090/S0025-5718-1969-0247736-4.
 *
 * @internal
 */
export function scaledErfc(x: number): number {
  if (x <= ERROR_FUNCTION_SPLIT) return Math.exp(x * x) * (1 - centralErf(x));
  if (x <= 4) return horner(MIDDLE_TOP, x) / horner(MIDDLE_BOTTOM, x);
  const inverse = 1 / x;
  const square = inverse * inverse;
  return inverse * (INVERSE_ROOT_PI - (square * horner(FAR_TOP, square)) / horner(FAR_BOTTOM, square));
}

/**
 * `exp(-rate x²)` without the loss of digits that squaring a large x brings: x is cut at sixteenths, where its square is exact.
 *
 * @internal
 */
export function exponentialOfSquare(x: number, rate: number): number {
  if (!(Math.abs(x) < 64)) return Number.isNaN(x) ? Number.NaN : 0;
  const cut = Math.trunc(x * 16) / 16;
  return Math.exp(-rate * cut * cut) * Math.exp(-rate * (x - cut) * (x + cut));
}
