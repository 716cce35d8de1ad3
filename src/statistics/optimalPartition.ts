import type { SegmentCost } from './segmentCost.js';

/** Options of the partitions. */
export interface PartitionOptions {
  /** What each change costs, zero or more, in the unit of the cost. */
  readonly penalty: number;
  /** Fewest values between changes, a whole number from 1; 1 by default. */
  readonly minimumLength?: number | undefined;
}

/** A series cut into stretches. */
export interface Partition {
  /** Number of values before each change, in rising order. */
  readonly changePoints: number[];
  /** Costs of all stretches plus one penalty for each change; NaN when there is no such partition. */
  readonly cost: number;
}

/**
 * The partition of a series with the least total cost, by dynamic programming over all partitions.
 *
 * Use it for series of up to some thousand values; `peltPartition` finds the same faster when changes are many. Choose the penalty
 * before looking: each lower one finds more changes.
 *
 * @param cost - Cost of a stretch: `meanCost`, `meanVarianceCost`, `poissonCost` or one of your own.
 * @param options - Penalty and shortest stretch.
 * @returns Change points and cost; no change points and the cost NaN for a series shorter than the shortest stretch, with a cost
 * that is NaN, or for options out of range. Of partitions that cost the same, the one whose last stretch begins earliest.
 * @remarks Jackson, B. et al. (2005), An Algorithm for Optimal Partitioning of Data on an Interval, IEEE Signal Processing Letters
 * 12, 105-108, https://doi.org/10.1109/LSP.2001.838216
 * @example
 * ```ts
 * import { meanCost, optimalPartition } from 'cx-scoring/statistics';
 * optimalPartition(meanCost([1, 1, 1, 1, 5, 5, 5, 5]), { penalty: 4 }); // => { changePoints: [4], cost: 4 }
 * ```
 */
export function optimalPartition(cost: SegmentCost, options: PartitionOptions): Partition {
  return partition(cost, options, false);
}

/**
 * The same partition as `optimalPartition`, leaving out of the search what can no longer be best (PELT).
 *
 * Use it for long series: time is linear when changes keep coming. It needs a cost that never grows when a stretch is cut in two,
 * as those of this library do.
 *
 * @param cost - Cost of a stretch.
 * @param options - Penalty and shortest stretch.
 * @returns As `optimalPartition`.
 * @remarks Killick, R., Fearnhead, P. and Eckley, I. (2012), Optimal Detection of Changepoints With a Linear Computational Cost,
 * JASA 107, 1590-1598, https://doi.org/10.1080/01621459.2012.737745, with K = 0. With a shortest stretch a start is dropped only
 * when the start that beats it may be used.
 * @example
 * ```ts
 * import { peltPartition, poissonCost } from 'cx-scoring/statistics';
 * peltPartition(poissonCost([2, 1, 3, 2, 9, 8, 11, 9]), { penalty: 4 }).changePoints; // => [4]
 * ```
 */
export function peltPartition(cost: SegmentCost, options: PartitionOptions): Partition {
  return partition(cost, options, true);
}

function partition(cost: SegmentCost, { penalty, minimumLength = 1 }: PartitionOptions, prunes: boolean): Partition {
  const { size, between } = cost;
  const isUsable = penalty >= 0 && penalty < Infinity && Number.isInteger(minimumLength) && minimumLength >= 1;
  if (!isUsable || size < minimumLength) return { changePoints: [], cost: NaN };
  // Least cost of the values before a place, one penalty too many; Infinity where no partition ends.
  const least = new Float64Array(size + 1).fill(Infinity);
  least[0] = -penalty;
  const starts = new Int32Array(size + 1);
  let candidates: { readonly start: number; lastEnd: number }[] = [];
  for (let end = minimumLength; end <= size; end++) {
    candidates.push({ start: end - minimumLength, lastEnd: Infinity });
    if (prunes) candidates = candidates.filter(({ lastEnd }) => end <= lastEnd);
    let best = Infinity;
    const totals = candidates.map(({ start }) => (least[start] as number) + between(start, end));
    candidates.forEach(({ start }, i) => {
      const total = (totals[i] as number) + penalty;
      // Rounding must not make a change of nothing.
      if (total < best - 1e-13 * Math.abs(best) || best === Infinity) {
        best = total;
        starts[end] = start;
      }
    });
    if (Number.isNaN(best)) return { changePoints: [], cost: NaN };
    least[end] = best;
    if (!prunes) continue;
    candidates.forEach((candidate, i) => {
      // From the time on when `end` may be a start itself.
      const isBeaten = (totals[i] as number) > best + 1e-9 * Math.abs(best);
      if (isBeaten) candidate.lastEnd = Math.min(candidate.lastEnd, end + minimumLength - 1);
    });
  }
  const changePoints: number[] = [];
  for (let end = starts[size] as number; end > 0; end = starts[end] as number) changePoints.unshift(end);
  return { changePoints, cost: (least[size] as number) + 0 };
}
