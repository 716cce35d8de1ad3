/**
 * The largest number of pairs for which `spearmanLowerTail` counts all orders.
 *
 * @internal
 */
export const EXACT_SPEARMAN_LIMIT = 10;

/**
 * The probability that the squared rank differences of `n` pairs in random order add up to `sum` or less.
 *
 * All orders are counted by which ranks the first places have used, `2^n` sets with a list of sums each, instead of one by one.
 *
 * @param sum - An even whole number.
 * @param n - Number of pairs, 1 to 10; otherwise NaN.
 * @remarks The distribution of Olds, E. (1938), Distributions of sums of squares of rank differences for small numbers of
 * individuals, Annals of Mathematical Statistics 9, 133-148, https://doi.org/10.1214/aoms/1177732332
 * @internal
 */
export function spearmanLowerTail(sum: number, n: number): number {
  if (Number.isNaN(sum) || !(n >= 1 && n <= EXACT_SPEARMAN_LIMIT)) return NaN;
  // Sums are even: half of them index the lists.
  const length = (n * (n * n - 1)) / 6 + 1;
  const sets = new Float64Array(2 ** n * length);
  sets[0] = 1;
  for (let set = 0; set < 2 ** n - 1; set++) {
    let place = 0;
    for (let rest = set; rest > 0; rest &= rest - 1) place++;
    for (let rank = 0; rank < n; rank++) {
      if ((set & (1 << rank)) !== 0) continue;
      // A sum of squares may be odd on the way; d² and d are odd together, and the differences add up to zero in the end.
      const into = (set | (1 << rank)) * length;
      const step = stepOf(place, rank);
      for (let at = 0; at + step < length; at++) {
        sets[into + at + step] = (sets[into + at + step] as number) + (sets[set * length + at] as number);
      }
    }
  }
  const from = (2 ** n - 1) * length;
  let below = 0;
  let all = 0;
  for (let at = 0; at < length; at++) {
    const count = sets[from + at] as number;
    all += count;
    if (2 * at <= sum) below += count;
  }
  return below / all;
}

// Half of d² + d: whole, and the sum of d over all places is zero, so that the total is half of the sum of d².
function stepOf(place: number, rank: number): number {
  const difference = rank - place;
  return (difference * difference + difference) / 2;
}
