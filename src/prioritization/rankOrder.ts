import { EQUAL_WITHIN } from './axisPosition.js';

/** Puts initiatives in order of their scores, again and again, without making anything new. */
export interface RankOrder {
  /** Indices of the initiatives, the highest score first, after the last call of `sort`. */
  readonly order: Int32Array;
  /** Sorts by scores. */
  readonly sort: (scores: Float64Array) => void;
}

/** Below this many, moving each to its place costs less than sharing them out first. */
const FEW = 24;

/**
 * Makes a sorter for so many initiatives. Scores are shared out over as many bins as there are initiatives, by their place between the
 * lowest and the highest, and neighbours are then put right one by one: about three passes, where a comparison sort takes eight.
 */
export function rankOrder(size: number): RankOrder {
  const order = Int32Array.from({ length: size }, (_, index) => index);
  const bins = new Int32Array(size);
  const starts = new Int32Array(size + 1);
  return {
    order,
    sort: (scores) => {
      if (size > FEW) shareOut(scores, order, bins, starts);
      putRight(scores, order);
    },
  };
}

function shareOut(scores: Float64Array, order: Int32Array, bins: Int32Array, starts: Int32Array): void {
  const size = order.length;
  let lowest = scores[0] as number;
  let highest = lowest;
  for (let i = 1; i < size; i++) {
    const score = scores[i] as number;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
  }
  const width = highest - lowest;
  // Nearly equal scores need no bins; putting them right moves little.
  if (width <= EQUAL_WITHIN) return;
  const scale = (size - 1) / width;
  starts.fill(0);
  for (let i = 0; i < size; i++) {
    const bin = ((highest - (scores[i] as number)) * scale) | 0;
    bins[i] = bin;
    starts[bin + 1] = (starts[bin + 1] as number) + 1;
  }
  for (let bin = 0; bin < size; bin++) starts[bin + 1] = (starts[bin + 1] as number) + (starts[bin] as number);
  for (let i = 0; i < size; i++) {
    const bin = bins[i] as number;
    const place = starts[bin] as number;
    starts[bin] = place + 1;
    order[place] = i;
  }
}

function putRight(scores: Float64Array, order: Int32Array): void {
  for (let place = 1; place < order.length; place++) {
    const own = order[place] as number;
    const score = scores[own] as number;
    let before = place - 1;
    while (before >= 0 && (scores[order[before] as number] as number) < score) {
      order[before + 1] = order[before] as number;
      before--;
    }
    order[before + 1] = own;
  }
}

/** How many follow the one at a place with the same score, itself included. */
export function tiedFrom(scores: Float64Array, order: Int32Array, place: number): number {
  const least = (scores[order[place] as number] as number) - EQUAL_WITHIN;
  let end = place + 1;
  while (end < order.length && (scores[order[end] as number] as number) >= least) end++;
  return end - place;
}
