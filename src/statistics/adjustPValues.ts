/**
 * How p-values are adjusted for their number. Against any false rejection in a family: `'bonferroni'`, `'sidak'`,
 * `'holm'` (never worse than Bonferroni), `'holm-sidak'`, `'hochberg'` and `'hommel'` (for independent or positively dependent
 * tests). Against too large a share of false ones among the rejections: `'bh'` (the same condition) and `'by'` (any dependence).
 */
export type PValueAdjustment = 'bonferroni' | 'holm' | 'hochberg' | 'hommel' | 'bh' | 'by' | 'sidak' | 'holm-sidak';

/**
 * P-values adjusted for their number: each is to be compared with the level wanted for the whole family.
 *
 * Use `'holm'` (the default) for a stated family of comparisons and `'bh'` to scan many segments for those worth a look.
 *
 * @param pValues - Probabilities, in any order.
 * @param method - How they are adjusted, `'holm'` by default.
 * @returns One adjusted p-value, 0 to 1, for each, in the order given; all NaN when one is not a probability.
 * @remarks Holm (1979); Hochberg (1988), https://doi.org/10.1093/biomet/75.4.800; Hommel (1988),
 * https://doi.org/10.1093/biomet/75.2.383; Benjamini and Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x;
 * Benjamini and Yekutieli (2001), https://doi.org/10.1214/aos/1013699998; Šidák (1967),
 * https://doi.org/10.1080/01621459.1967.10482935. As R's `p.adjust`.
 * @example
 * ```ts
 * import { adjustPValues } from 'cx-scoring/statistics';
 * adjustPValues([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06]
 * adjustPValues([0.01, 0.04, 0.03], 'bh'); // => [0.03, 0.04, 0.04]
 * ```
 */
export function adjustPValues(pValues: ArrayLike<number>, method: PValueAdjustment = 'holm'): number[] {
  const given = Array.from(pValues);
  if (!given.every((p) => p >= 0 && p <= 1)) return given.map(() => NaN);
  const order = given.map((_, i) => i).sort((a, b) => (given[a] as number) - (given[b] as number));
  const adjusted = adjustSorted(
    order.map((i) => given[i] as number),
    method,
  );
  const result = given.slice();
  for (const [rank, i] of order.entries()) result[i] = Math.min(1, adjusted[rank] as number);
  return result;
}

function adjustSorted(p: readonly number[], method: PValueAdjustment): readonly number[] {
  const n = p.length;
  switch (method) {
    case 'bonferroni':
      return p.map((value) => n * value);
    case 'sidak':
      return p.map((value) => sidak(value, n));
    case 'holm':
      return stepDown(p.map((value, i) => (n - i) * value));
    case 'holm-sidak':
      return stepDown(p.map((value, i) => sidak(value, n - i)));
    case 'hochberg':
      return stepUp(p.map((value, i) => (n - i) * value));
    case 'hommel':
      return hommel(p);
    case 'bh':
      return stepUp(p.map((value, i) => (n / (i + 1)) * value));
    case 'by': {
      const harmonic = p.reduce((sum, _, i) => sum + 1 / (i + 1), 0);
      return stepUp(p.map((value, i) => ((harmonic * n) / (i + 1)) * value));
    }
  }
}

// 1 - (1 - p)^n without the loss of small p.
function sidak(p: number, n: number): number {
  return p === 1 ? 1 : -Math.expm1(n * Math.log1p(-p)) + 0;
}

// No p-value below one that was smaller before.
function stepDown(p: readonly number[]): readonly number[] {
  let largest = 0;
  return p.map((value) => (largest = Math.max(largest, value)));
}

// No p-value above one that was larger before.
function stepUp(p: readonly number[]): readonly number[] {
  let smallest = 1;
  return p
    .slice()
    .reverse()
    .map((value) => (smallest = Math.min(smallest, value)))
    .reverse();
}

// Wright, S. (1992), Adjusted p-values for simultaneous inference, Biometrics 48, 1005-1013: the closed test, largest subsets first.
function hommel(p: readonly number[]): readonly number[] {
  const n = p.length;
  const adjusted = p.slice();
  const simes = (from: number, size: number): number =>
    p.slice(from).reduce((least, value, i) => Math.min(least, (size * value) / (size - (n - from) + 1 + i)), Infinity);
  for (let size = n; size > 1; size--) {
    // Simes' test of every subset of this size that is hardest to reject: the largest p-values, with one of the others.
    const rest = simes(n - size + 1, size);
    for (let i = 0; i < n; i++) {
      const bound = Math.min(rest, size * (p[Math.min(i, n - size)] as number));
      adjusted[i] = Math.max(adjusted[i] as number, bound);
    }
  }
  return adjusted;
}
