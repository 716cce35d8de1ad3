import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { createScaleTally, scaleRowAdder } from '../../../src/measures/scaleTally.js';
import { shareValue, type ScaleStatistic } from '../../../src/measures/scaleValue.js';
import { estimateShare } from '../../../src/measures/shareEstimate.js';
import { expectSound } from '../../tools/soundness.js';

const definition: MetricDefinition<'s'> = {
  id: 's',
  family: 'scale',
  statistic: 'share',
  unit: 'share',
  direction: 'higher-is-better',
  range: { minimum: 0, maximum: 1 },
  parameters: {},
};

/** The share of scores from `from` on, on a scale that begins at `minimum`. */
const over = (minimum: number, from: number): ScaleStatistic => ({
  definition,
  scale: { minimum, maximum: minimum + 4 },
  valueAt: shareValue(from),
});

describe('estimateShare', () => {
  it('is the share from a bin on, with the binomial error', () => {
    const tally = { counts: [10, 13, 40, 32, 4, 3, 2, 1], weights: null };
    const result = expectSound(estimateShare('f', over(0, 2), tally, {}));
    expect(result).toMatchObject({
      definition,
      value: 72 / 95,
      degreesOfFreedom: null,
      sampleSize: 95,
      effectiveSampleSize: 95,
      excluded: { missing: 4, offScale: 3, missingWeight: 2, zeroWeight: 1 },
    });
    expect(result.standardError).toBeCloseTo(Math.sqrt((72 * 23) / 95 ** 3), 14);
    expect(result.interval?.lower).toBeCloseTo(0.6628317922510378, 12);
  });

  it('linearises the error with weights', () => {
    const scale = { minimum: 1, maximum: 5 };
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const add = scaleRowAdder<number>('f', scale, { weight: (_row, index) => weights[index] });
    const tally = createScaleTally(scale, true);
    [5, 4, 3, 2, 5, 1, 4, 4].forEach((score, index) => add(tally, score, index));
    const { value, standardError, degreesOfFreedom, effectiveSampleSize, interval } = expectSound(
      estimateShare('f', over(1, 4), tally, {}),
    );
    expect(value).toBe(0.75);
    // SciPy.
    expect(standardError).toBeCloseTo(0.16194961738586655, 13);
    expect(degreesOfFreedom).toBe(7);
    expect(effectiveSampleSize).toBeCloseTo(5.565217391304348, 12);
    expect(interval?.upper).toBeCloseTo(0.9428528861113089, 12);
  });

  it('is unknown without answers', () => {
    const tally = { counts: [0, 0, 0, 0, 0, 0], weights: null };
    expect(expectSound(estimateShare('f', over(0, 1), tally, {}))).toMatchObject({
      value: null,
      standardError: null,
      interval: null,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('has no error, but an interval, for a single answer', () => {
    const tally = { counts: [0, 1, 0, 0, 0, 0], weights: null };
    const { value, standardError, interval } = expectSound(estimateShare('f', over(0, 1), tally, {}));
    expect([value, standardError]).toEqual([1, null]);
    // Wilson of 1 out of 1: 1 / (1 + z²).
    expect(interval?.lower).toBeCloseTo(1 / (1 + 1.959963984540054 ** 2), 12);
  });

  it('has an error of 0 where all agree', () => {
    const tally = { counts: [0, 5, 0, 0, 0, 0], weights: null };
    expect(estimateShare('f', over(0, 1), tally, {}).standardError).toBe(0);
  });
});
