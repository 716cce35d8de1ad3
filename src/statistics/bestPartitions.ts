import type { Partition } from './optimalPartition.js';
import { meanCost } from './segmentCost.js';
import type { SegmentCost } from './segmentCost.js';

/** Partitions of a series into one, two, three, … stretches of constant mean with the information criterion of each. */
export interface PartitionChoice {
  /** The partition with the least criterion; its cost is the sum of squares. */
  readonly best: Partition;
  /** Bayesian information criterion of no change, one change, two changes, … */
  readonly criteria: number[];
}

/**
 * The best partitions of a series with no change, one change, two changes, …
 *
 * Use it when the number of changes is given, or to see what another change would gain.
 *
 * @param cost - Cost of a stretch.
 * @param changes - Most changes, a whole number from 0.
 * @param minimumLength - Fewest values between changes, a whole number from 1; 1 by default.
 * @returns One partition for each number of changes that fits into the series, without penalty; empty when none does, with a cost
 * that is NaN, or for numbers out of range.
 * @remarks Dynamic programming of Bellman, R. and Roth, R. (1969), Curve Fitting by Segmented Straight Lines, JASA 64, 1079-1084,
 * https://doi.org/10.1080/01621459.1969.10501038
 * @example
 * ```ts
 * import { bestPartitions, meanCost } from 'cx-scoring/statistics';
 * bestPartitions(meanCost([1, 1, 6, 6, 2, 2]), 2).map(({ changePoints }) => changePoints); // => [[], [2], [2, 4]]
 * ```
 */
export function bestPartitions(cost: SegmentCost, changes: number, minimumLength = 1): Partition[] {
  const { size, between } = cost;
  const isUsable = Number.isInteger(minimumLength) && minimumLength >= 1 && Number.isInteger(changes) && changes >= 0;
  const partitions: Partition[] = [];
  if (!isUsable || size < minimumLength) return partitions;
  let least = new Float64Array(size + 1).fill(Infinity);
  for (let end = minimumLength; end <= size; end++) least[end] = between(0, end);
  const starts: Int32Array[] = [new Int32Array(size + 1)];
  for (let count = 0; count <= changes; count++) {
    if (count > 0) {
      const next = new Float64Array(size + 1).fill(Infinity);
      const from = new Int32Array(size + 1);
      for (let end = (count + 1) * minimumLength; end <= size; end++) {
        for (let start = count * minimumLength; start <= end - minimumLength; start++) {
          const total = (least[start] as number) + between(start, end);
          if (total < (next[end] as number)) {
            next[end] = total;
            from[end] = start;
          }
        }
      }
      least = next;
      starts.push(from);
    }
    const total = least[size] as number;
    if (!Number.isFinite(total)) break;
    const changePoints: number[] = [];
    for (let k = count, end = size; k > 0; k--) {
      end = starts[k]?.[end] as number;
      changePoints.unshift(end);
    }
    partitions.push({ changePoints, cost: total });
  }
  return partitions;
}

/**
 * How many changes of level a series has, by the Bayesian information criterion.
 *
 * Use it when no penalty can be justified beforehand; every stretch needs some values for the criterion to mean anything.
 *
 * @param values - Finite numbers in order of time.
 * @param minimumLength - Fewest values between changes, a whole number from 2.
 * @returns The best partition and the criterion of every number of changes that leaves a stretch to spare; no change points and
 * the cost NaN outside the domain. A perfect fit has the criterion `-Infinity`.
 * @remarks `n (log(RSS/n) + 1 + log 2π) + log n (2k + 2)` for k changes, up to `⌊n/minimumLength⌋ - 1` of them: Bai, J. and
 * Perron, P. (2003), Computation and Analysis of Multiple Structural Change Models, Journal of Applied Econometrics 18, 1-22,
 * https://doi.org/10.1002/jae.659, as R's `strucchange::breakpoints`.
 * @example
 * ```ts
 * import { partitionByCriterion } from 'cx-scoring/statistics';
 * partitionByCriterion([5, 6, 5, 6, 9, 8, 9, 8], 3).best.changePoints; // => [4]
 * ```
 */
export function partitionByCriterion(values: ArrayLike<number>, minimumLength: number): PartitionChoice {
  const size = values.length;
  const most = Math.max(0, Math.floor(size / minimumLength) - 1);
  const partitions = minimumLength >= 2 ? bestPartitions(meanCost(values), most, minimumLength) : [];
  const criteria = partitions.map(
    ({ cost }, count) => size * (Math.log(cost / size) + 1 + Math.log(2 * Math.PI)) + Math.log(size) * (2 * count + 2),
  );
  const best = partitions[criteria.indexOf(Math.min(...criteria))];
  return { best: best ?? { changePoints: [], cost: NaN }, criteria };
}
