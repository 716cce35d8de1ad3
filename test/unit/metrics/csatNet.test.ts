import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computeCsatNet, csatNetMeasure } from '../../../src/metrics/perception/csatNet.js';
import {
  CSAT_GOOD_BAD,
  CSAT_TEN_POINT,
  defineCsatScale,
  type CsatScale,
} from '../../../src/metrics/perception/csatScale.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

const halves = defineCsatScale({ minimum: 1, maximum: 4, satisfiedFrom: 3 });

describe('computeCsatNet', () => {
  it.each([
    [1, undefined, 'dissatisfied'],
    [2, undefined, 'dissatisfied'],
    [3, undefined, 'neutral'],
    [4, undefined, 'satisfied'],
    [5, undefined, 'satisfied'],
    [3, CSAT_TEN_POINT, 'dissatisfied'],
    [4, CSAT_TEN_POINT, 'neutral'],
    [7, CSAT_TEN_POINT, 'neutral'],
    [8, CSAT_TEN_POINT, 'satisfied'],
    [0, CSAT_GOOD_BAD, 'dissatisfied'],
    [1, CSAT_GOOD_BAD, 'satisfied'],
    [2, halves, 'dissatisfied'],
    [3, halves, 'satisfied'],
  ] as [number, CsatScale | undefined, string][])('takes %i on %o for %s', (answer, scale, name) => {
    expect(computeCsatNet([answer], { scale })).toMatchObject({ satisfied: 0, neutral: 0, dissatisfied: 0, [name]: 1 });
  });

  it('is a net score with an adjusted Wald interval', () => {
    const got = expectSound(computeCsatNet({ counts: { satisfied: 48, neutral: 28, dissatisfied: 19 }, missing: 2 }));
    expect(got).toMatchObject({
      definition: {
        id: 'csat-net',
        family: 'scale',
        statistic: 'net',
        unit: 'points',
        direction: 'higher-is-better',
        range: { minimum: -100, maximum: 100 },
        parameters: {},
      },
      value: 2900 / 95,
      satisfied: 48,
      neutral: 28,
      dissatisfied: 19,
      excluded: { missing: 2 },
      warnings: [],
    });
    expect(got.interval?.lower).toBeCloseTo(14.110730141294486, 10);
  });

  it('names another scale in its parameters', () => {
    expect(computeCsatNet([9], { scale: CSAT_TEN_POINT }).definition.parameters).toEqual({
      minimum: 1,
      maximum: 10,
      satisfiedFrom: 8,
    });
  });

  it('takes counts by class on a scale without a middle, where nobody is neutral', () => {
    const counts = { satisfied: 3, neutral: 0, dissatisfied: 1 };
    expect(computeCsatNet({ counts }, { scale: CSAT_GOOD_BAD })).toMatchObject({ value: 50, neutral: 0 });
    expect(thrownBy(() => computeCsatNet({ counts: { ...counts, neutral: 5 } }, { scale: CSAT_GOOD_BAD }))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_COUNTS',
      message:
        'computeCsatNet: count of neutral must be a whole number from 0, and 0 off the scale (satisfied, dissatisfied), received 5',
    });
  });

  it('weighs by weight, with the linearised error', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((q, at) => ({ q, w: weights[at] ?? 0 }));
    const got = expectSound(computeCsatNet(rows, { score: 'q', weight: 'w' }));
    expect(got.value).toBe(56.25);
    expect(got.standardError).toBeCloseTo(30.014644862966477, 10);
  });

  it('takes interval, confidence and population', () => {
    const got = computeCsatNet([5, 4, 3, 1], { interval: 'score', confidence: 0.9, population: 4 });
    expect(got.interval).toEqual({ lower: 25, upper: 25, confidence: 0.9, method: 'score' });
  });

  it('refuses a scale on which a satisfied answer would be a dissatisfied one', () => {
    const scale = defineCsatScale({ minimum: 1, maximum: 5, satisfiedFrom: 3 });
    expect(thrownBy(() => computeCsatNet([1], { scale }))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_OPTION',
      message:
        'computeCsatNet: option "scale" must be one whose satisfied points are at most half of its points, received 3',
    });
  });

  it('names itself in errors', () => {
    expect(() => computeCsatNet([6])).toThrow(
      'computeCsatNet: score at row 0 must be a whole number from 1 to 5, received 6',
    );
    expect(() => computeCsatNet([6], { scale: {} as CsatScale })).toThrow(
      'computeCsatNet: option "scale" must be a CSAT scale',
    );
  });
});

describe('csatNetMeasure', () => {
  it('gives what computeCsatNet gives', () => {
    expect(computeMeasure([5, 5, 3, 1], csatNetMeasure())).toEqual(computeCsatNet([5, 5, 3, 1]));
    const options = { scale: CSAT_TEN_POINT, confidence: 0.9 };
    expect(computeMeasure([9, 1], csatNetMeasure(options))).toEqual(computeCsatNet([9, 1], options));
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([6], csatNetMeasure())).toThrow('csatNetMeasure: score at row 0');
    expect(() => csatNetMeasure({ scale: {} as CsatScale })).toThrow('csatNetMeasure: option "scale"');
  });
});
