import { rankOrder, tiedFrom } from './rankOrder.js';
import type { VisitWeighting } from './weighting.js';

/** Counts of ranks over weightings. */
export interface AcceptabilityTally {
  /** Ranks one weighting and counts it. */
  readonly add: VisitWeighting;
  /** Mass of weightings that put each initiative first. */
  readonly firsts: Float64Array;
  /** Sum of those weights, one row of criteria for each initiative. */
  readonly weightSums: Float64Array;
  /** Shares of an initiative by rank. */
  readonly sharesOf: (index: number) => number[];
}

/** Makes a tally for so many initiatives and criteria. */
export function acceptabilityTally(size: number, width: number): AcceptabilityTally {
  const { order, sort } = rankOrder(size);
  const counts = new Float64Array(size * size);
  const firsts = new Float64Array(size);
  const weightSums = new Float64Array(size * width);
  let total = 0;
  const count = (place: number, rank: number, mass: number): void => {
    const cell = (order[place] as number) * size + rank;
    counts[cell] = (counts[cell] as number) + mass;
  };
  const addFirst = (index: number, weights: Float64Array, mass: number): void => {
    firsts[index] = (firsts[index] as number) + mass;
    for (let k = 0; k < width; k++) {
      const cell = index * width + k;
      weightSums[cell] = (weightSums[cell] as number) + mass * (weights[k] as number);
    }
  };
  const add: VisitWeighting = (scores, weights, mass) => {
    sort(scores);
    total += mass;
    for (let place = 0; place < size;) {
      const tied = tiedFrom(scores, order, place);
      const end = place + tied;
      const part = mass / tied;
      for (let member = place; member < end; member++) {
        for (let rank = place; rank < end; rank++) count(member, rank, part);
        if (place === 0) addFirst(order[member] as number, weights, part);
      }
      place = end;
    }
  };
  const sharesOf = (index: number): number[] =>
    Array.from(counts.subarray(index * size, (index + 1) * size), (mass) => mass / total);
  return { add, firsts, weightSums, sharesOf };
}
