import type { Random } from '../core/random.js';

/** Options of `bootstrapReplicates`. */
export interface BootstrapOptions {
  /** Source of random numbers, such as `createRandom(seed)`. */
  readonly random: Random;
  /** Number of resamples, a whole number from 1; 2,000 by default. */
  readonly resamples?: number | undefined;
  /** Cluster of each row: whole clusters are drawn, so that answers of one account stay together. */
  readonly clusters?: ArrayLike<string | number> | undefined;
}

/**
 * Seeded bootstrap replicates of any statistic, by resampling rows, or clusters of rows, with replacement.
 *
 * Use it where the statistic is no function of counts: a median of durations, a ratio of amounts, a regression coefficient. For net
 * scores, shares and means of ratings the exact distributions are quicker and have no Monte Carlo error. Hand the replicates to
 * `bootstrapPercentileInterval`, `bootstrapBcaInterval` (with `jackknifeReplicates`) or `bootstrapStandardError`.
 *
 * @param values - The rows: numbers or records.
 * @param statistic - The statistic of a resample. It may be handed the same array each time: read it, do not keep it.
 * @param options - Source of random numbers, number of resamples and clusters.
 * @returns One value per resample, in the order drawn; all NaN without rows or when the clusters do not match them; empty when
 * `resamples` is not a whole number from 1.
 * @remarks Efron, B. (1979), Bootstrap Methods: Another Look at the Jackknife, Annals of Statistics 7, 1-26,
 * https://doi.org/10.1214/aos/1176344552; clusters: Davison, A. and Hinkley, D. (1997), section 3.8.
 * @example
 * ```ts
 * import { createRandom } from 'cx-scoring/core';
 * import { bootstrapPercentileInterval, bootstrapReplicates, median } from 'cx-scoring/statistics';
 * const hours = [2, 3, 3, 4, 5, 7, 8, 12, 20, 48];
 * const replicates = bootstrapReplicates(hours, median, { random: createRandom(42), resamples: 20_000 });
 * bootstrapPercentileInterval(replicates, 0.95); // => { lower: 3, upper: 14 }
 * ```
 */
export function bootstrapReplicates<Value>(
  values: readonly Value[],
  statistic: (resample: readonly Value[]) => number,
  options: BootstrapOptions,
): Float64Array {
  const { random, resamples = 2000, clusters } = options;
  if (!(Number.isSafeInteger(resamples) && resamples > 0)) return new Float64Array(0);
  const replicates = new Float64Array(resamples);
  const isUsable = values.length > 0 && (clusters === undefined || clusters.length === values.length);
  if (!isUsable) return replicates.fill(NaN);
  const draw = clusters === undefined ? rowDrawer(values, random) : clusterDrawer(values, clusters, random);
  for (let resample = 0; resample < resamples; resample++) replicates[resample] = statistic(draw());
  return replicates;
}

function rowDrawer<Value>(values: readonly Value[], random: Random): () => readonly Value[] {
  const drawn = values.slice();
  return () => {
    for (let i = 0; i < drawn.length; i++) drawn[i] = values[Math.floor(random() * values.length)] as Value;
    return drawn;
  };
}

function clusterDrawer<Value>(
  values: readonly Value[],
  clusters: ArrayLike<string | number>,
  random: Random,
): () => readonly Value[] {
  const rowsByCluster = new Map<string | number, Value[]>();
  values.forEach((value, row) => {
    const cluster = clusters[row] as string | number;
    const rows = rowsByCluster.get(cluster);
    if (rows === undefined) rowsByCluster.set(cluster, [value]);
    else rows.push(value);
  });
  const groups = Array.from(rowsByCluster.values());
  return () => {
    const drawn: Value[] = [];
    for (let i = 0; i < groups.length; i++) {
      const group = groups[Math.floor(random() * groups.length)] as Value[];
      for (const value of group) drawn.push(value);
    }
    return drawn;
  };
}
