import type { Alternative } from './alternative.js';

/** Beyond this many pairs the normal law is exact enough, and the distribution would take too long. */
const LIMIT = 1000;

/**
 * The p-value of Kendall's score without ties, from the distribution of the number of inversions of a random order.
 *
 * @param score - Concordant less discordant pairs.
 * @param n - Number of pairs, 2 to 1000; otherwise NaN.
 * @remarks Kendall, M. (1938), A new measure of rank correlation, Biometrika 30, 81-93, https://doi.org/10.1093/biomet/30.1-2.81
 * @internal
 */
export function kendallExactPValue(score: number, n: number, alternative: Alternative): number {
  if (Number.isNaN(score) || !(n >= 2 && n <= LIMIT)) return NaN;
  const all = (n * (n - 1)) / 2;
  const discordant = (all - score) / 2;
  // The distribution is symmetric: the upper tail is the lower one of what is left.
  if (alternative === 'greater') return inversionsLowerTail(discordant, n);
  if (alternative === 'less') return inversionsLowerTail(all - discordant, n);
  return Math.min(1, 2 * inversionsLowerTail(Math.min(discordant, all - discordant), n));
}

// Probability of so many inversions or fewer. A further element has 0 to size - 1 inversions with those before it, all equally
// probable: the new probabilities are averages over a window of the old ones. The tail beyond half is counted from the other end.
function inversionsLowerTail(inversions: number, n: number): number {
  const all = (n * (n - 1)) / 2;
  if (inversions > all / 2) return 1 - (inversions === all ? 0 : inversionsLowerTail(all - inversions - 1, n));
  let masses = new Float64Array(inversions + 1);
  masses[0] = 1;
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array(inversions + 1);
    for (let at = 0; at <= inversions; at++) {
      next[at] = (masses[at] as number) / size + (at > 0 ? (next[at - 1] as number) : 0);
    }
    // From cumulative sums to windows of them; in the lower half what is taken away is the smaller part.
    for (let at = inversions; at >= size; at--) next[at] = (next[at] as number) - (next[at - size] as number);
    masses = next;
  }
  return masses.reduce((total, mass) => total + mass, 0);
}
