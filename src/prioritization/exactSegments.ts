import type { ResolvedCriterion } from './checkCriteria.js';
import type { WeightLaw } from './weightLaw.js';

/** A range of weights throughout which the order stays the same. */
export interface WeightSegment {
  /** The weights in its middle. */
  readonly weights: Float64Array;
  /** Its share of all weights. */
  readonly mass: number;
}

/** What the exact method needs of a table. */
export interface SegmentTable {
  /** Number of initiatives. */
  readonly size: number;
  /** Criteria that count. */
  readonly criteria: readonly ResolvedCriterion[];
  /** Standing of initiative i under criterion k at `k * size + i`. */
  readonly values: Float64Array;
  /** Not `null` when a standing is not certain. */
  readonly redraw: unknown;
}

/**
 * The ranges of weights between which the order changes, or `null` when they cannot be listed. With two criteria a score is a straight
 * line over the weight of the first, and two lines cross once at most.
 */
export function exactSegments(table: SegmentTable, law: WeightLaw): (() => Iterable<WeightSegment>) | null {
  const { criteria, redraw } = table;
  if (redraw !== null || criteria.length > 2) return null;
  if (criteria.length === 1) return () => [{ weights: Float64Array.of(1), mass: 1 }];
  if (law !== 'uniform' && law !== 'ordinal') return null;
  const [first, second] = criteria.map(({ share }) => share) as [number, number];
  const from = law === 'ordinal' && first > second ? 0.5 : 0;
  const to = law === 'ordinal' && first < second ? 0.5 : 1;
  return () => segmentsBetween(from, to, crossings(table, from, to));
}

function* segmentsBetween(from: number, to: number, inner: readonly number[]): Generator<WeightSegment> {
  let start = from;
  const weights = new Float64Array(2);
  for (const end of [...inner, to]) {
    if (end <= start) continue;
    const middle = (start + end) / 2;
    weights[0] = middle;
    weights[1] = 1 - middle;
    yield { weights, mass: (end - start) / (to - from) };
    start = end;
  }
}

// Weights of the first criterion, in ascending order, at which two initiatives score the same.
function crossings({ size, values }: SegmentTable, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const ahead = (values[i] as number) - (values[j] as number);
      const behind = (values[size + j] as number) - (values[size + i] as number);
      const crossing = behind / (ahead + behind);
      if (crossing > from && crossing < to) found.push(crossing);
    }
  }
  return found.sort((a, b) => a - b);
}
