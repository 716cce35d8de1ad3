import { findRoot } from './findRoot.js';
import { normalLowerTail, normalUpperTail } from './normal.js';
import { stirlingCorrection } from './stirling.js';

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** Terms below this share of the sum are left out. */
const NEGLIGIBLE = 1e-18;

/**
 * The upper tail of the studentized range: the probability that the range of several means, in standard errors of one of them
 * estimated with `df` degrees of freedom, exceeds q.
 *
 * Use it for p-values of all pairwise comparisons at once, as `tukeyHsd` does.
 *
 * @param q - Any real number; the law lies from 0 up.
 * @param groups - Number of means, a whole number from 2; otherwise NaN.
 * @param df - Degrees of freedom, above 0; Infinity when the standard error is known; otherwise NaN.
 * @returns A probability from 0 to 1.
 * @remarks Tukey's law as in Copenhaver, M. and Holland, B. (1988), Journal of Statistical Computation and Simulation 30, 1-15,
 * https://doi.org/10.1080/00949658808811082. Both integrals are summed at equal steps, which for such smooth integrands converges
 * faster than any power of the step (Trefethen, L. and Weideman, J., 2014, https://doi.org/10.1137/130932132); the tail is
 * integrated itself, so that it keeps its digits: about 1e-13 relative.
 * @example
 * ```ts
 * import { studentizedRangeUpperTail } from 'cx-scoring/statistics';
 * studentizedRangeUpperTail(3.5, 3, 20); // ~> 0.0558918491
 * ```
 */
export function studentizedRangeUpperTail(q: number, groups: number, df: number): number {
  if (Number.isNaN(q) || !isRangeLaw(groups, df)) return NaN;
  if (q <= 0) return 1;
  if (q === Infinity) return 0;
  if (df === Infinity) return rangeUpperTail(q, groups);
  return Math.min(
    1,
    scaleMixture((scale) => rangeUpperTail(q * scale, groups), q, df),
  );
}

/**
 * The upper quantile of the studentized range: the value that it exceeds with probability p.
 *
 * Use it for simultaneous intervals of all differences of means.
 *
 * @param p - Probability strictly between 0 and 1; otherwise NaN.
 * @param groups - Number of means, a whole number from 2; otherwise NaN.
 * @param df - Degrees of freedom, above 0; Infinity when the standard error is known; otherwise NaN.
 * @returns The quantile, above 0.
 * @remarks Solved on `studentizedRangeUpperTail`.
 * @example
 * ```ts
 * import { studentizedRangeUpperQuantile } from 'cx-scoring/statistics';
 * studentizedRangeUpperQuantile(0.05, 3, 20); // ~> 3.5779
 * ```
 */
export function studentizedRangeUpperQuantile(p: number, groups: number, df: number): number {
  if (!(p > 0 && p < 1) || !isRangeLaw(groups, df)) return NaN;
  // On logarithmic scales the tail is nearly straight.
  const excess = (w: number): number => Math.log(studentizedRangeUpperTail(Math.exp(w), groups, df) / p);
  let from = 0;
  let to = 1;
  while (excess(from) <= 0) from -= 1;
  while (excess(to) > 0) to += 1;
  return Math.exp(findRoot(excess, from, to));
}

function isRangeLaw(groups: number, df: number): boolean {
  return Number.isSafeInteger(groups) && groups >= 2 && df > 0;
}

// The range of normal values of known spread: k ∫ φ(z) (Φ(z)ᵏ⁻¹ - (Φ(z) - Φ(z - w))ᵏ⁻¹) dz, z being the largest value.
function rangeUpperTail(w: number, groups: number): number {
  const others = groups - 1;
  const integrand = (z: number): number => {
    const below = normalLowerTail(z);
    const density = INVERSE_ROOT_TWO_PI * Math.exp((-z * z) / 2);
    if (density === 0 || below === 0) return 0;
    // The share of those below the largest that lies within the range.
    const outside = Math.min(1, normalLowerTail(z - w) / below);
    const logBelow = z > 0 ? Math.log1p(-normalUpperTail(z)) : Math.log(below);
    return density * Math.exp(others * logBelow) * -Math.expm1(others * Math.log1p(-outside));
  };
  // The largest of many values varies less, and needs a shorter step.
  const step = 0.25 / Math.sqrt(1 + Math.log(groups) / 4);
  return Math.min(1, groups * sumAround(integrand, step * Math.round(w / 2 / step), step));
}

// ∫ f(s) g(s) ds where s² df is chi-squared, over log s: its law is smooth there and falls off at least as exp(-df |log s|).
function scaleMixture(tail: (scale: number) => number, q: number, df: number): number {
  const logConstant = 0.5 * Math.log(df / Math.PI) - stirlingCorrection(df / 2);
  const integrand = (t: number): number => {
    const density = Math.exp(logConstant + df * (t - Math.expm1(2 * t) / 2));
    return density === 0 ? 0 : density * tail(Math.exp(t));
  };
  const step = Math.min(0.125, 0.5 / Math.sqrt(2 * df));
  // The tail falls about as exp(-q² s² / 4), which moves the bulk towards small s.
  const center = -0.5 * Math.log1p((q * q) / (2 * df));
  return sumAround(integrand, center, step);
}

// The trapezoidal sum of a function with one hump, from somewhere on it: up to its top, then down both sides.
function sumAround(f: (x: number) => number, start: number, step: number): number {
  let top = start;
  let height = f(top);
  for (const direction of [step, -step]) {
    for (let next = f(top + direction); next > height; next = f(top + direction)) {
      top += direction;
      height = next;
    }
  }
  let total = height;
  for (const direction of [step, -step]) {
    for (let i = 1, term = height; term > NEGLIGIBLE * total; i++) {
      term = f(top + i * direction);
      total += term;
    }
  }
  return total * step;
}
