import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { estimateMean } from '../../../src/measures/meanEstimate.js';
import { ownValue } from '../../../src/measures/scaleValue.js';
import { expectSound } from '../../tools/soundness.js';

const definition: MetricDefinition<'m'> = {
  id: 'm',
  family: 'scale',
  statistic: 'mean',
  unit: 'score',
  direction: 'higher-is-better',
  range: { minimum: -2, maximum: 2 },
  parameters: {},
};

const statistic = { definition, scale: { minimum: -2, maximum: 2 }, valueAt: ownValue };

describe('estimateMean', () => {
  it('counts points from the lowest up', () => {
    // -2, 0, 2, 2: mean 0.5, sample variance 11/3.
    const result = expectSound(
      estimateMean('f', statistic, { counts: [1, 0, 1, 0, 2, 5, 6, 7, 8], weights: null }, {}),
    );
    expect(result).toMatchObject({
      definition,
      value: 0.5,
      degreesOfFreedom: 3,
      sampleSize: 4,
      effectiveSampleSize: 4,
      excluded: { missing: 5, offScale: 6, missingWeight: 7, zeroWeight: 8 },
    });
    expect(result.standardError).toBeCloseTo(Math.sqrt(11 / 12), 14);
    // 3.182446305 standard errors reach beyond the scale on both sides.
    expect(result.interval).toEqual({ lower: -2, upper: 2, confidence: 0.95, method: 't' });
  });

  it('is never -0', () => {
    expectSound(estimateMean('f', statistic, { counts: [1, 0, 0, 0, 1, 0, 0, 0, 0], weights: null }, {}));
    expectSound(
      estimateMean('f', statistic, { counts: [1, 0, 0, 0, 1, 0, 0, 0, 0], weights: null }, { population: 2 }),
    );
  });

  it('says why there is no interval', () => {
    const single = estimateMean('f', statistic, { counts: [0, 0, 0, 1, 0, 0, 0, 0, 0], weights: null }, {});
    const equal = estimateMean('f', statistic, { counts: [0, 0, 0, 40, 0, 0, 0, 0, 0], weights: null }, {});
    expect(expectSound(single)).toMatchObject({
      value: 1,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
    });
    expect(single.warnings).toContainEqual({ code: 'no-interval', reason: 'single-answer' });
    expect(expectSound(equal)).toMatchObject({ value: 1, standardError: 0, interval: null });
    expect(equal.warnings).toEqual([{ code: 'no-interval', reason: 'no-variation' }]);
  });

  it('is unknown without answers', () => {
    const none = estimateMean('f', statistic, { counts: [0, 0, 0, 0, 0, 0, 0, 0, 0], weights: null }, {});
    expect(expectSound(none)).toMatchObject({ value: null, standardError: null, interval: null });
  });
});
