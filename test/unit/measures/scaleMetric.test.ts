import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { wholeRow } from '../../../src/measures/measure.js';
import { computeScale, measureScale, type ScaleMetric } from '../../../src/measures/scaleMetric.js';
import type { ScaleTally } from '../../../src/measures/scaleTally.js';
import { ownValue } from '../../../src/measures/scaleValue.js';

const definition: MetricDefinition = {
  id: 'x',
  family: 'scale',
  statistic: 'mean',
  unit: 'score',
  direction: 'higher-is-better',
  range: null,
  parameters: {},
};
interface Seen {
  readonly where: string;
  readonly counts: readonly number[];
  readonly options: unknown;
}
/** A metric whose result is what its last step was given. */
const metric: ScaleMetric<Record<string, unknown>, Seen> = {
  definition,
  scale: { minimum: 0, maximum: 2 },
  valueAt: ownValue,
  classes: { low: 0 },
  finish: (where, { counts }: ScaleTally, options) => ({ where, counts, options }),
};

describe('computeScale', () => {
  it('tallies and finishes under the name of the caller', () => {
    expect(computeScale('computeX', metric, [0, 2, null])).toEqual({
      where: 'computeX',
      counts: [1, 0, 1, 1, 0, 0, 0],
      options: {},
    });
  });

  it('hands on its options', () => {
    const options = { confidence: 0.9 };
    expect(computeScale('computeX', metric, { counts: { low: 3 } }, options)).toEqual({
      where: 'computeX',
      counts: [3, 0, 0, 0, 0, 0, 0],
      options,
    });
  });

  it('names the caller in errors', () => {
    expect(() => computeScale('computeX', metric, [3])).toThrow(
      'computeX: score at row 0 must be a whole number from 0 to 2',
    );
  });
});

describe('measureScale', () => {
  const measure = measureScale<number | null, Record<string, unknown>, Seen>('xMeasure', metric, { confidence: 0.9 });

  it('has the definition of its metric', () => {
    expect(measure.definition).toBe(definition);
  });

  it('adds rows, merges and finishes', () => {
    const tally = measure.createTally();
    measure.addRow(tally, 2, 0);
    const other = measure.createTally();
    measure.addRow(other, 1, 0);
    measure.addRow(other, null, 1);
    measure.mergeTallies(tally, other);
    expect(measure.toResult(tally)).toEqual({
      where: 'xMeasure',
      counts: [0, 1, 1, 1, 0, 0, 0],
      options: { confidence: 0.9 },
    });
  });

  it('lets the last step override its options', () => {
    const override = { confidence: 0.5, population: 7 };
    expect(measure.toResult(measure.createTally(), override).options).toEqual(override);
  });

  it('names itself in errors', () => {
    expect(() => measure.addRow(measure.createTally(), 9, 4)).toThrow('xMeasure: score at row 4');
  });

  it('refuses a wrong option when it is made', () => {
    expect(() => measureScale('xMeasure', metric, { offScale: 'no' })).toThrow('xMeasure: option "offScale"');
  });

  it('works without options', () => {
    const bare = measureScale<number, Record<string, unknown>, Seen>('xMeasure', metric);
    expect(bare.toResult(bare.createTally()).options).toEqual({});
  });

  it('opens the door for counts, with its scale and its field', () => {
    expect(measure.binned).toMatchObject({ minimum: 0, maximum: 2, field: wholeRow });
    expect(measureScale('xMeasure', metric, { score: 'q' }).binned?.field).toBe('q');
  });

  it('keeps the door shut for weights, and keeps their sums', () => {
    const weighted = measureScale('xMeasure', metric, { weight: 'w' });
    expect(weighted.binned).toBeUndefined();
    expect(weighted.createTally().weights).not.toBeNull();
    expect(measure.createTally().weights).toBeNull();
  });

  it('adds counts to what is there: points, missing, off scale', () => {
    const tally = measure.createTally();
    measure.addRow(tally, 2, 0);
    measure.binned?.addCounts(tally, [1, 2, 3, 4, 5], 0);
    expect(tally.counts).toEqual([1, 2, 4, 4, 5, 0, 0]);
  });

  it('reads no further than its cell of a flat table', () => {
    const flat = Uint32Array.of(9, 9, 9, 9, 9, 1, 2, 3, 4, 5, 8, 8, 8, 8, 8);
    const tally = measure.createTally();
    measure.binned?.addCounts(tally, flat, 5);
    expect(tally.counts).toEqual([1, 2, 3, 4, 5, 0, 0]);
  });

  it('takes counts of points alone', () => {
    const tally = measure.createTally();
    measure.binned?.addCounts(tally, [1, 2, 3], 0);
    expect(tally.counts).toEqual([1, 2, 3, 0, 0, 0, 0]);
  });
});
