import type { QuantileSketch } from './quantileSketch.js';
import type { RiskStep } from './riskTable.js';
import { bucketMiddle } from './sketchOctaves.js';
import { sortedCopy } from './sortedCopy.js';

/**
 * A value and how often it occurs.
 *
 * @internal
 */
export interface CountedValue {
  /** The value. */
  readonly value: number;
  /** How often it occurs, from 1. */
  readonly count: number;
}

/**
 * The distinct values in ascending order, each with its count; those of a sketch are the middles of its buckets, kept within the
 * smallest and the largest value. Of two sketches those of one bucket stay equal when both are given the extremes of the two.
 *
 * @internal
 */
export function countedValues(values: readonly number[] | QuantileSketch, extremes?: SketchExtremes): CountedValue[] {
  return 'octaves' in values ? sketchedValues(values, extremes ?? values) : distinctValues(values);
}

/**
 * The smallest and the largest value of sketches.
 *
 * @internal
 */
export type SketchExtremes = Pick<QuantileSketch, 'minimum' | 'maximum'>;

function distinctValues(values: readonly number[]): CountedValue[] {
  const sorted = sortedCopy(values);
  const counted: CountedValue[] = [];
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] as number;
    let to = from + 1;
    while (sorted[to] === value) to++;
    counted.push({ value: value + 0, count: to - from });
    from = to;
  }
  return counted;
}

function sketchedValues({ octaves }: QuantileSketch, { minimum, maximum }: SketchExtremes): CountedValue[] {
  return octaves.flatMap(({ octave, first, counts }) =>
    counts.flatMap((count, at) => {
      const middle = bucketMiddle(128 * octave + first + at);
      return count > 0 ? [{ value: Math.min(Math.max(middle, minimum), maximum), count }] : [];
    }),
  );
}

/**
 * The distinct times of a follow-up with the units at risk, out of the times of the events and those at which following ended without
 * one, each ascending. Events come before endings at the same time.
 *
 * @internal
 */
export function countedRiskTable(events: readonly CountedValue[], endings: readonly CountedValue[]): RiskStep[] {
  let atRisk = 0;
  for (const { count } of events) atRisk += count;
  for (const { count } of endings) atRisk += count;
  const steps: RiskStep[] = [];
  for (let at = 0, ended = 0; at < events.length || ended < endings.length;) {
    const event = events[at];
    const ending = endings[ended];
    const time = Math.min(event?.value ?? Infinity, ending?.value ?? Infinity);
    const happened = event?.value === time ? event.count : 0;
    const left = ending?.value === time ? ending.count : 0;
    steps.push({ time, atRisk, events: happened });
    atRisk -= happened + left;
    if (happened > 0) at++;
    if (left > 0) ended++;
  }
  return steps;
}
