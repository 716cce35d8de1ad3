import { describe, expect, it } from 'vitest';
import { equivalenceTest } from '../../../src/statistics/equivalenceTest.js';
import { normalUpperTail } from '../../../src/statistics/normal.js';
import { studentTUpperTail } from '../../../src/statistics/studentT.js';
import { expectRelative } from './relative.js';

describe('equivalenceTest', () => {
  it('takes the larger of two one-sided p-values', () => {
    const test = equivalenceTest(0.02, 0.0489897949, 0.1);
    expect(test.pValue).toBeCloseTo(0.0512352174, 9);
    expect(test.upperPValue).toBe(test.pValue);
    expectRelative(test.lowerPValue, normalUpperTail(0.12 / 0.0489897949));
    const mirrored = equivalenceTest(-0.02, 0.0489897949, 0.1);
    expectRelative(mirrored.lowerPValue, test.upperPValue);
    expectRelative(mirrored.upperPValue, test.lowerPValue);
    expect(mirrored.pValue).toBe(mirrored.lowerPValue);
  });

  it("uses Student's law on given degrees of freedom", () => {
    const test = equivalenceTest(1, 0.5, 2, { degreesOfFreedom: 7 });
    expectRelative(test.pValue, studentTUpperTail(2, 7));
    expectRelative(test.lowerPValue, studentTUpperTail(6, 7));
  });

  it('has an interval that touches the margin when the p-value is alpha', () => {
    for (const alpha of [0.05, 0.01]) {
      const { upper } = equivalenceTest(1, 0.5, 9, { degreesOfFreedom: 7, alpha }).interval;
      expectRelative(equivalenceTest(1, 0.5, upper, { degreesOfFreedom: 7, alpha }).pValue, alpha, 1e-10);
    }
    expect(equivalenceTest(1, 0.5, 9)).toEqual(equivalenceTest(1, 0.5, 9, { alpha: 0.05, degreesOfFreedom: Infinity }));
  });

  it('takes margins that differ', () => {
    const test = equivalenceTest(1, 0.5, { lower: 0, upper: 3 });
    expectRelative(test.lowerPValue, normalUpperTail(2));
    expectRelative(test.upperPValue, normalUpperTail(4));
    expectRelative(equivalenceTest(1, 0.5, { lower: 2, upper: 3 }).pValue, 1 - normalUpperTail(2));
  });

  it.each([
    [1, 0, 2, {}],
    [1, -1, 2, {}],
    [1, Infinity, 2, {}],
    [1, NaN, 2, {}],
    [NaN, 1, 2, {}],
    [1, 1, 0, {}],
    [1, 1, -1, {}],
    [1, 1, { lower: 2, upper: 2 }, {}],
    [1, 1, 2, { degreesOfFreedom: 0 }],
    [1, 1, 2, { alpha: 0 }],
    [1, 1, 2, { alpha: 0.5 }],
  ] as const)('is NaN for %j, %j, %j, %j', (difference, error, margin, options) => {
    const { lowerPValue, upperPValue, pValue, interval } = equivalenceTest(difference, error, margin, options);
    for (const value of [lowerPValue, upperPValue, pValue, interval.lower, interval.upper]) expect(value).toBeNaN();
  });
});
