import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computeCsat, csatMeasure } from '../../../src/metrics/perception/csat.js';
import {
  CSAT_GOOD_BAD,
  CSAT_TEN_POINT,
  defineCsatScale,
  type CsatScale,
} from '../../../src/metrics/perception/csatScale.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

const six = defineCsatScale({ minimum: 1, maximum: 6, satisfiedFrom: 5 });

describe('computeCsat', () => {
  it.each([
    [3, undefined, 0],
    [4, undefined, 1],
    [5, undefined, 1],
    [7, CSAT_TEN_POINT, 0],
    [8, CSAT_TEN_POINT, 1],
    [10, CSAT_TEN_POINT, 1],
    [0, CSAT_GOOD_BAD, 0],
    [1, CSAT_GOOD_BAD, 1],
    [4, six, 0],
    [5, six, 1],
  ] as [number, CsatScale | undefined, number][])('takes %i on %o for %i satisfied', (answer, scale, satisfied) => {
    expect(computeCsat([answer], { scale })).toMatchObject({ value: satisfied, satisfied, unsatisfied: 1 - satisfied });
  });

  it('is a share with binomial error and Wilson’s interval', () => {
    const got = expectSound(computeCsat({ counts: { satisfied: 72, unsatisfied: 23 }, missing: 4 }));
    expect(got).toMatchObject({
      definition: { id: 'csat', statistic: 'share', unit: 'share', parameters: {} },
      value: 72 / 95,
      degreesOfFreedom: null,
      sampleSize: 95,
      excluded: { missing: 4, offScale: 0, missingWeight: 0, zeroWeight: 0 },
      interval: { method: 'wilson', confidence: 0.95 },
      warnings: [],
      satisfied: 72,
      unsatisfied: 23,
    });
    // SciPy.
    expect(got.standardError).toBeCloseTo(Math.sqrt((72 * 23) / 95 ** 3), 14);
    expect(got.interval?.lower).toBeCloseTo(0.6628317922510378, 12);
    expect(got.interval?.upper).toBeCloseTo(0.8329115990812341, 12);
  });

  it('takes counts by class on every scale', () => {
    for (const scale of [undefined, CSAT_TEN_POINT, CSAT_GOOD_BAD, six]) {
      expect(computeCsat({ counts: { satisfied: 3, unsatisfied: 1 } }, { scale }).value).toBe(0.75);
    }
  });

  it.each([
    ['bytes', Uint8Array.of(5, 4, 4, 2)],
    ['a stream', readOnce([5, 4, 4, 2])],
    ['counts by score', { counts: [0, 0, 1, 0, 2, 1] }],
    ['frozen answers', deepFreeze([5, 4, 4, 2])],
  ])('reads %s', (_name, input) => {
    expect(computeCsat(input)).toEqual(computeCsat([5, 4, 4, 2]));
  });

  it('narrows in a known population', () => {
    const { interval } = computeCsat({ counts: { satisfied: 72, unsatisfied: 23 } }, { population: 180 });
    expect(interval?.lower).toBeCloseTo(0.6940398917933596, 12);
    expect(interval?.upper).toBeCloseTo(0.8120321651199255, 12);
  });

  it('weighs by weight, and counts answers without it', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((q, at) => ({ q, w: weights[at] ?? 0 }));
    const got = expectSound(computeCsat([...rows, { q: 5, w: 0 }], { score: 'q', weight: 'w' }));
    expect(got).toMatchObject({
      value: 0.75,
      satisfied: 5,
      unsatisfied: 3,
      degreesOfFreedom: 7,
      excluded: { zeroWeight: 1 },
    });
    // SciPy.
    expect(got.standardError).toBeCloseTo(0.16194961738586655, 13);
    expect(got.interval?.lower).toBeCloseTo(0.3529592193487344, 12);
  });

  it.each([
    [[], { value: null, satisfied: 0, unsatisfied: 0 }],
    [[5], { value: 1, standardError: null }],
    [[5, 5, 5], { value: 1, standardError: 0 }],
    [[1, 1, 1], { value: 0, standardError: 0 }],
  ])('of %j is an answer, not an exception', (input, expected) => {
    expect(expectSound(computeCsat(input))).toMatchObject(expected);
  });

  it.each([
    [29, ['small-sample']],
    [30, []],
  ])('warns below thirty answers, %i, and knows no other policy', (n, codes) => {
    expect(computeCsat({ counts: { satisfied: n, unsatisfied: 0 } }).warnings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [6, undefined, 'from 1 to 5, received 6'],
    [0, CSAT_TEN_POINT, 'from 1 to 10, received 0'],
    [2, CSAT_GOOD_BAD, 'from 0 to 1, received 2'],
  ] as [number, CsatScale | undefined, string][])('refuses %i on %o', (answer, scale, message) => {
    expect(thrownBy(() => computeCsat([answer], { scale }))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: `computeCsat: score at row 0 must be a whole number ${message}`,
    });
    expect(computeCsat([answer], { scale, offScale: 'exclude' })).toMatchObject({
      value: null,
      satisfied: 0,
      excluded: { offScale: 1 },
    });
  });

  it('names itself in errors of options', () => {
    expect(() => computeCsat([1], { scale: null as unknown as CsatScale })).toThrow('computeCsat: option "scale"');
    expect(() => computeCsat([1], { interval: 'score' as 'wald' })).toThrow('computeCsat: option "interval"');
  });
});

describe('csatMeasure', () => {
  it('gives what computeCsat gives', () => {
    expect(computeMeasure([5, 4, 2, null], csatMeasure())).toEqual(computeCsat([5, 4, 2, null]));
    const options = { scale: CSAT_TEN_POINT, confidence: 0.9 };
    expect(computeMeasure([10, 8, 7], csatMeasure(options))).toEqual(computeCsat([10, 8, 7], options));
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([9], csatMeasure())).toThrow('csatMeasure: score at row 0');
    expect(() => csatMeasure({ scale: {} as CsatScale })).toThrow('csatMeasure: option "scale"');
    expect(() => computeMeasure([1], csatMeasure({ confidence: 2 }))).toThrow('csatMeasure: option "confidence"');
  });
});
