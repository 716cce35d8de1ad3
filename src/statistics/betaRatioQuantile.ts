import { betaKernel, betaPoint, type BetaPoint, betaTail } from './betaTail.js';
import type { TailSide } from './largeShapeTail.js';
import { logBeta } from './logGamma.js';
import { normalQuantile } from './normalQuantile.js';
import { solveTail } from './quantileSearch.js';

/** Below `exp` of this the first term of the series is the whole lower tail, and there the search would run out of doubles. */
const LEADING_TERM_REACH = -600;

/** As long as the other shape times the point is smaller than `exp` of this, too. */
const SECOND_TERM_REACH = -40;

/**
 * The point of the unit interval whose ratio `(x / a) / (y / b)`, which is an F ratio, has the logarithm w.
 *
 * @internal
 */
export function pointOfRatio(w: number, a: number, b: number): BetaPoint {
  return betaPoint(Math.exp(w), Math.expm1(w), a, b);
}

/**
 * The logarithm of the F ratio `(x / a) / (y / b)` below which (`lower`) or above which (`upper`) the beta law has `probability`,
 * from 0 (an infinite logarithm) to 1; NaN outside. One solution serves the beta, F and t laws with no rounding at either end.
 *
 * @internal
 */
export function betaRatioQuantile(side: TailSide, probability: number, a: number, b: number): number {
  const logBelow = side === 'lower' ? Math.log(probability) : Math.log1p(-probability);
  const logAbove = side === 'lower' ? Math.log1p(-probability) : Math.log(probability);
  const logOfBeta = logBeta(a, b);
  const leading = (logBelow + Math.log(a) + logOfBeta) / a;
  if (isLeadingTerm(leading, b)) return leading + Math.log(b / a);
  const trailing = (logAbove + Math.log(b) + logOfBeta) / b;
  if (isLeadingTerm(trailing, a)) return Math.log(b / a) - trailing;
  // The tail of at most one half is solved for: its complement is exact, and no digits are lost.
  const flipped = probability > 0.5;
  const target = flipped ? 1 - probability : probability;
  return (side === 'lower') === flipped
    ? -solveLowerTail(target, trailing, b, a)
    : solveLowerTail(target, leading, a, b);
}

function isLeadingTerm(logPoint: number, otherShape: number): boolean {
  return logPoint < LEADING_TERM_REACH && logPoint + Math.log(otherShape) < SECOND_TERM_REACH;
}

function solveLowerTail(target: number, leading: number, a: number, b: number): number {
  return solveTail((w) => tailAt(w, a, b), target, betaQuantileStart(target, leading, a, b), 1);
}

function tailAt(w: number, a: number, b: number): { tail: number; density: number } {
  const point = pointOfRatio(w, a, b);
  return { tail: betaTail('lower', point, a, b), density: betaKernel(point, a, b) };
}

/**
 * Where the search begins, on the logarithmic scale of `betaRatioQuantile`: from the leading term of the series near 0, else
 * approximation 26.5.22 of Abramowitz and Stegun.
 *
 * @internal
 */
export function betaQuantileStart(target: number, leading: number, a: number, b: number): number {
  const fromSeries = leading < -0.5 ? leading - Math.log(-Math.expm1(leading)) + Math.log(b / a) : 0;
  if (a < 1 || b < 1) return fromSeries;
  const z = -normalQuantile(target);
  const harmonic = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
  const lambda = (z * z - 3) / 6;
  const skew = (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5 / 6 - 2 / (3 * harmonic));
  const guess = -2 * ((z * Math.sqrt(harmonic + lambda)) / harmonic - skew);
  return leading < -0.5 ? Math.max(guess, fromSeries) : guess;
}
