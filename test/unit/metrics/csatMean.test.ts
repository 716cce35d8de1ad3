import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computeCsatMean, csatMeanMeasure } from '../../../src/metrics/perception/csatMean.js';
import { CSAT_GOOD_BAD, CSAT_TEN_POINT, type CsatScale } from '../../../src/metrics/perception/csatScale.js';
import { expectSound } from '../../tools/soundness.js';

describe('computeCsatMean', () => {
  it('is the mean answer with a t interval clipped to the scale', () => {
    const got = expectSound(computeCsatMean([5, 4, 4, 2, null]));
    expect(got).toMatchObject({
      definition: {
        id: 'csat-mean',
        family: 'scale',
        statistic: 'mean',
        unit: 'score',
        direction: 'higher-is-better',
        range: { minimum: 1, maximum: 5 },
        parameters: {},
      },
      value: 3.75,
      degreesOfFreedom: 3,
      sampleSize: 4,
      excluded: { missing: 1 },
      interval: { upper: 5, method: 't' },
    });
    // SciPy: t(3) = 3.182446305284263, sample variance 19/12.
    expect(got.interval?.lower).toBeCloseTo(3.75 - 3.182446305284263 * Math.sqrt(19 / 48), 10);
  });

  it.each([
    [CSAT_TEN_POINT, [10, 1], 5.5, { minimum: 1, maximum: 10 }, { minimum: 1, maximum: 10, satisfiedFrom: 8 }],
    [CSAT_GOOD_BAD, [1, 0, 0, 0], 0.25, { minimum: 0, maximum: 1 }, { minimum: 0, maximum: 1, satisfiedFrom: 1 }],
  ] as [CsatScale, number[], number, object, object][])('on %o', (scale, answers, value, range, parameters) => {
    expect(expectSound(computeCsatMean(answers, { scale }))).toMatchObject({
      value,
      definition: { id: 'csat-mean', range, parameters },
    });
  });

  it('takes rows, counts, weights, confidence and population', () => {
    expect(computeCsatMean({ counts: [0, 0, 1, 0, 2, 1] }).value).toBe(3.75);
    expect(
      computeCsatMean(
        [
          { q: 5, w: 3 },
          { q: 1, w: 1 },
        ],
        { score: 'q', weight: 'w' },
      ).value,
    ).toBe(4);
    expect(computeCsatMean([5, 4, 4, 2], { population: 4, confidence: 0.9 }).interval).toEqual({
      lower: 3.75,
      upper: 3.75,
      confidence: 0.9,
      method: 't',
    });
  });

  it('knows nothing without answers', () => {
    expect(expectSound(computeCsatMean([]))).toMatchObject({ value: null, interval: null });
  });

  it('names itself in errors', () => {
    expect(() => computeCsatMean([6])).toThrow(
      'computeCsatMean: score at row 0 must be a whole number from 1 to 5, received 6',
    );
    expect(() => computeCsatMean([5], { scale: {} as CsatScale })).toThrow('computeCsatMean: option "scale"');
    expect(() => computeCsatMean([5], { population: 0 })).toThrow('computeCsatMean: option "population"');
  });
});

describe('csatMeanMeasure', () => {
  it('gives what computeCsatMean gives', () => {
    expect(computeMeasure([5, 4, 3], csatMeanMeasure())).toEqual(computeCsatMean([5, 4, 3]));
    const options = { scale: CSAT_TEN_POINT, confidence: 0.9 };
    expect(computeMeasure([9, 4, 3], csatMeanMeasure(options))).toEqual(computeCsatMean([9, 4, 3], options));
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([6], csatMeanMeasure())).toThrow('csatMeanMeasure: score at row 0');
    expect(() => csatMeanMeasure({ scale: {} as CsatScale })).toThrow('csatMeanMeasure: option "scale"');
  });
});
