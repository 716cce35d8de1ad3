/**
 * The null distribution of the number of discordant pairs between time and a series with ties: probabilities of 0, 1, 2, … pairs.
 *
 * @param tieCounts - How often each distinct value occurs.
 * @returns Probabilities up to the largest possible number of pairs.
 * @remarks All orders of the values being equally likely, the values of one size are merged into those before them, which is the
 * Mann-Whitney distribution; these numbers of pairs are independent. Kendall, M. (1975), Rank Correlation Methods, section 5.8.
 * @internal
 */
export function discordanceDistribution(tieCounts: ArrayLike<number>): Float64Array {
  let distribution = Float64Array.of(1);
  let before = 0;
  for (let group = 0; group < tieCounts.length; group++) {
    const size = tieCounts[group] as number;
    distribution = convolution(distribution, inversionDistribution(before, size));
    before += size;
  }
  return distribution;
}

/** Probabilities of the number of inversions between `first` values of one kind and `second` of another in random order. */
function inversionDistribution(first: number, second: number): Float64Array {
  // Row by row over the size of the second kind, as the last of all values belongs to either kind by its share.
  let row: Float64Array[] = Array.from({ length: first + 1 }, () => Float64Array.of(1));
  for (let b = 1; b <= second; b++) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let a = 1; a <= first; a++) {
      const mixed = new Float64Array(a * b + 1);
      const lastIsFirst = next[a - 1] as Float64Array;
      const lastIsSecond = row[a] as Float64Array;
      // A value of the first kind at the end has all of the second kind before it.
      for (let k = 0; k < lastIsFirst.length; k++) mixed[k + b] = (a / (a + b)) * (lastIsFirst[k] as number);
      for (let k = 0; k < lastIsSecond.length; k++) {
        mixed[k] = (mixed[k] as number) + (b / (a + b)) * (lastIsSecond[k] as number);
      }
      next.push(mixed);
    }
    row = next;
  }
  return row[first] as Float64Array;
}

function convolution(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) result[i + j] = (result[i + j] as number) + (a[i] as number) * (b[j] as number);
  }
  return result;
}
