import { logGamma } from './logGamma.js';
import { stirlingCorrection } from './stirling.js';

/**
 * The upper tail of Kolmogorov's limiting law, `P(sqrt(n) D >= x)` for large n.
 *
 * Use it for p-values of large samples; for a small one use `kolmogorovSmirnovTest`, which is exact.
 *
 * @param x - Any real number; the law lies from 0 up.
 * @returns A probability from 0 to 1; NaN for NaN.
 * @remarks Kolmogorov, A. (1933), Sulla determinazione empirica di una legge di distribuzione, Giornale dell'Istituto Italiano
 * degli Attuari 4, 83-91. Below 1 the theta function's other form is used, as both converge fast only on their own side.
 * @example
 * ```ts
 * import { kolmogorovUpperTail } from 'cx-scoring/statistics';
 * kolmogorovUpperTail(1.3580986393); // ~> 0.05
 * ```
 */
export function kolmogorovUpperTail(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  let sum = 0;
  if (x < 1) {
    const exponent = (Math.PI * Math.PI) / (8 * x * x);
    for (let odd = 1; odd < 10; odd += 2) sum += Math.exp(-odd * odd * exponent);
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  for (let k = 1; k < 6; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return sum;
}

/**
 * `P(D_n >= d)`, the exact law of Kolmogorov's statistic for `n` values of a continuous distribution.
 *
 * @remarks Marsaglia, G., Tsang, W. and Wang, J. (2003), Evaluating Kolmogorov's distribution, Journal of Statistical Software
 * 8(18), https://doi.org/10.18637/jss.v008.i18. In the tail, where the complement would lose digits, twice the one-sided
 * probability: the two sides then meet with a relative probability below 1e-15.
 * @internal
 */
export function exactKolmogorovTail(d: number, n: number): number {
  if (d <= 0.5 / n) return 1;
  if (d >= 1) return 0;
  if (d >= 0.5 || n * d * d >= 6) return Math.min(1, 2 * oneSidedTail(d, n));
  return 1 - lowerTail(d, n);
}

// Birnbaum and Tingey (1951): P(D+ >= d), a sum of positive terms.
function oneSidedTail(d: number, n: number): number {
  let sum = 0;
  for (let j = 0; j <= n * (1 - d); j++) {
    const shortfall = 1 - d - j / n;
    const choices = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    if (shortfall > 0) sum += Math.exp(choices + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(shortfall));
  }
  return d * sum;
}

// n! / nⁿ times the middle entry of the n-th power of a matrix of size 2k - 1, k being the first whole number from n d.
function lowerTail(d: number, n: number): number {
  const k = Math.ceil(n * d);
  const h = k - n * d;
  const m = 2 * k - 1;
  const factorials = [1];
  for (let i = 1; i <= m; i++) factorials.push((factorials[i - 1] as number) * i);
  const matrix = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      if (i - j + 1 < 0) continue;
      let entry = 1;
      if (j === 0) entry -= h ** (i + 1);
      if (i === m - 1) entry -= h ** (m - j);
      if (i === m - 1 && j === 0 && 2 * h > 1) entry += (2 * h - 1) ** m;
      matrix[i * m + j] = entry / (factorials[i - j + 1] as number);
    }
  }
  // Dividing by e at each step keeps the powers within the range of doubles; n! eⁿ / nⁿ is left over.
  let row = new Float64Array(m);
  row[k - 1] = 1;
  for (let step = 1; step <= n; step++) {
    const next = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const weight = (row[i] as number) / Math.E;
      if (weight === 0) continue;
      for (let j = 0; j < Math.min(m, i + 2); j++)
        next[j] = (next[j] as number) + weight * (matrix[i * m + j] as number);
    }
    row = next;
  }
  return (row[k - 1] as number) * Math.sqrt(2 * Math.PI * n) * Math.exp(stirlingCorrection(n));
}
