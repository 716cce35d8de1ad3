import type { SegmentValue } from '../core/segment.js';
import { compareSegmentValues } from './segmentOrder.js';

/** A dimension of some segments as whole numbers: the place of each segment's value among the sorted values. */
export interface CodedDimension {
  /** Name of the dimension. */
  readonly dimension: string;
  /** The values that occur, each once, in order. */
  readonly values: readonly SegmentValue[];
  /** For each segment the position of its value. */
  readonly codes: readonly number[];
}

/** Codes a dimension of some keys, in the order of its values. */
export function codeDimension(keys: readonly object[], dimension: string): CodedDimension {
  const own = keys.map((key) => (key as Readonly<Record<string, SegmentValue>>)[dimension] ?? null);
  const values = Array.from(new Set(own)).sort(compareSegmentValues);
  const codeOf = new Map(values.map((value, code) => [value, code]));
  return { dimension, values, codes: own.map((value) => codeOf.get(value) as number) };
}

/** Replaces numbers by their places among the sorted numbers, which keeps order and equality and makes them small. */
function toRanks(numbers: readonly number[]): { readonly ranks: number[]; readonly count: number } {
  const sorted = Array.from(new Set(numbers)).sort((a, b) => a - b);
  const rankOf = new Map(sorted.map((value, rank) => [value, rank]));
  return { ranks: numbers.map((value) => rankOf.get(value) as number), count: sorted.length };
}

/**
 * One number for each segment, made of its codes: equal for equal keys, ascending in the order of the keys. Where the product of the
 * dimensions would no longer be exact, the numbers so far are replaced by their places, of which there are no more than segments.
 */
export function packCodes(dimensions: readonly CodedDimension[], segments: number): readonly number[] {
  let packed: readonly number[] = new Array<number>(segments).fill(0);
  let cells = 1;
  for (const { values, codes } of dimensions) {
    if (cells * values.length > Number.MAX_SAFE_INTEGER) {
      const { ranks, count } = toRanks(packed);
      packed = ranks;
      cells = count;
    }
    packed = packed.map((own, at) => own * values.length + (codes[at] as number));
    cells *= values.length;
  }
  return packed;
}

/** The key that codes stand for. */
export function keyOfCodes(dimensions: readonly CodedDimension[], at: number): object {
  const key: Record<string, SegmentValue> = {};
  for (const { dimension, values, codes } of dimensions) {
    const value = values[codes[at] as number] as SegmentValue;
    // Assigned, this name would set the prototype.
    if (dimension === '__proto__')
      Object.defineProperty(key, dimension, { value, enumerable: true, configurable: true, writable: true });
    else key[dimension] = value;
  }
  return key;
}
