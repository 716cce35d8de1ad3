import { describe, expect, it } from 'vitest';
import { trimmedWeights } from '../../../src/statistics/trimmedWeights.js';

describe('trimmedWeights', () => {
  it('shares the excess equally', () => {
    const result = trimmedWeights([1, 1, 2, 8], { upper: 5 });
    expect(result.weights).toEqual([2, 2, 3, 5]);
    expect(result.trimmed).toBe(1);
    // 4 Σw² / (Σw)²: 70 and 42 of 144.
    expect(result.designEffectBefore).toBeCloseTo(280 / 144, 12);
    expect(result.designEffectAfter).toBeCloseTo(168 / 144, 12);
  });

  it('repeats when others are lifted above the limit, unless told not to', () => {
    expect(trimmedWeights([1, 3.5, 9], { upper: 5 }).weights).toEqual([3.5, 5, 5]);
    expect(trimmedWeights([1, 3.5, 9], { upper: 5, rounds: 'once' }).weights).toEqual([3, 5.5, 5]);
  });

  it('raises small weights at the cost of the others', () => {
    const { weights, trimmed } = trimmedWeights([0, 1, 3, 4], { lower: 1 });
    expect(weights.map((weight) => Number(weight.toFixed(9)))).toEqual([1, 1, 2.5, 3.5]);
    expect(trimmed).toBe(1);
  });

  it('leaves weights at the limits alone', () => {
    const result = trimmedWeights([1, 2, 5], { lower: 1, upper: 5 });
    expect(result.weights).toEqual([1, 2, 5]);
    expect(result.trimmed).toBe(0);
    expect(trimmedWeights([0, 7]).weights).toEqual([0, 7]);
  });

  it('uses the room of trimmed weights when no other is left', () => {
    expect(trimmedWeights([0.5, 6], { lower: 1, upper: 5.5 }).weights).toEqual([1, 5.5]);
    const { weights } = trimmedWeights([0.1, 6], { lower: 1, upper: 5 });
    expect(weights.map((weight) => Number(weight.toFixed(9)))).toEqual([1.1, 5]);
  });

  it('bears limits that leave one choice', () => {
    expect(trimmedWeights([1, 3], { lower: 2, upper: 2 }).weights).toEqual([2, 2]);
  });

  it.each([
    ['a total too large for the limits', [4, 9], { upper: 5 }],
    ['a total too small for the limits', [1, 1], { lower: 2 }],
    ['limits that fall', [1, 2], { lower: 3, upper: 2 }],
    ['a lower limit below 0', [1, 2], { lower: -1 }],
    ['limits that are not numbers', [1, 2], { upper: NaN }],
    ['a negative weight', [1, -2], { upper: 5 }],
    ['a weight that is not a number', [1, NaN], { upper: 5 }],
    ['an infinite weight', [1, Infinity], { upper: 5 }],
  ])('is NaN with %s', (_, weights, options) => {
    const result = trimmedWeights(weights, options);
    expect(result.weights).toEqual([NaN, NaN]);
    expect(result.designEffectAfter).toBeNaN();
  });

  it('gives nothing for nothing, and leaves its argument alone', () => {
    expect(trimmedWeights([]).weights).toEqual([]);
    const weights = Object.freeze([1, 9]);
    expect(trimmedWeights(weights, { upper: 5 }).weights).toEqual([5, 5]);
  });
});
