import { describe, expect, it } from 'vitest';
import { postStratificationWeights } from '../../../src/statistics/postStratificationWeights.js';
import { rakingWeights } from '../../../src/statistics/rakingWeights.js';
import type { WeightingMargin, WeightingResult } from '../../../src/statistics/weightingMargin.js';

const size: WeightingMargin = { codes: [0, 0, 1, 0], targets: [60, 40] };
const country: WeightingMargin = { codes: [0, 1, 0, 1], targets: [50, 50] };

function expectFailed(result: WeightingResult, outcome: string, rows: number): void {
  expect(result.outcome).toBe(outcome);
  expect(result.weights).toEqual(Array.from({ length: rows }, () => NaN));
  expect(result.iterations).toBe(0);
  expect(result.discrepancy).toBeNaN();
}

const invalidMargins: [string, WeightingMargin][] = [
  ['a code without a target', { codes: [0, 2], targets: [1, 1] }],
  ['a negative code', { codes: [0, -1], targets: [1, 1] }],
  ['a code that is no whole number', { codes: [0, 0.5], targets: [1, 1] }],
  ['a negative target', { codes: [0, 0], targets: [1, -1] }],
  ['a target that is not a number', { codes: [0, 0], targets: [1, NaN] }],
  ['an infinite target', { codes: [0, 1], targets: [1, Infinity] }],
  ['targets of zero', { codes: [0, 1], targets: [0, 0] }],
  ['no target', { codes: [], targets: [] }],
];

const invalidWeights: [string, number[]][] = [
  ['fewer weights than rows', [1]],
  ['a negative weight', [1, -1]],
  ['a weight that is not a number', [1, NaN]],
  ['an infinite weight', [1, Infinity]],
];

describe('postStratificationWeights', () => {
  it('gives every class its target, in proportion to the starting weights', () => {
    const result = postStratificationWeights({ codes: [0, 1, 0], targets: [30, 10] }, [1, 5, 2]);
    expect(result).toEqual({
      outcome: 'converged',
      weights: [10, 10, 20],
      iterations: 1,
      discrepancy: 0,
      emptyClasses: [],
    });
  });

  it('names every empty class', () => {
    const result = postStratificationWeights({ codes: [1, 1], targets: [3, 1, 0, 2] });
    expectFailed(result, 'empty-class', 2);
    expect(result.emptyClasses).toEqual([
      { margin: 0, code: 0 },
      { margin: 0, code: 3 },
    ]);
  });

  it('takes a class whose rows weigh nothing for empty', () => {
    const result = postStratificationWeights({ codes: [0, 1], targets: [1, 1] }, [1, 0]);
    expect(result.emptyClasses).toEqual([{ margin: 0, code: 1 }]);
  });

  it('weighs rows of a class with target 0, and rows of weight 0, with 0', () => {
    expect(postStratificationWeights({ codes: [0, 1], targets: [4, 0] }).weights).toEqual([4, 0]);
    expect(postStratificationWeights({ codes: [0, 0, 1], targets: [4, 0] }, [0, 1, 0]).weights).toEqual([0, 4, 0]);
  });

  it.each(invalidMargins)('is invalid with %s', (_, margin) => {
    expectFailed(postStratificationWeights(margin), 'invalid', margin.codes.length);
  });

  it.each(invalidWeights)('is invalid with %s', (_, weights) => {
    expectFailed(postStratificationWeights({ codes: [0, 0], targets: [1] }, weights), 'invalid', 2);
  });

  it('is not hurt by a small weight after large ones', () => {
    const codes = [0, 0, 0];
    const { weights } = postStratificationWeights({ codes, targets: [1e16 + 2] }, [1, 1e16, 1]);
    expect(weights).toEqual([1, 1e16, 1]);
  });
});

describe('rakingWeights', () => {
  it('meets both margins at once', () => {
    // Only one solution: the large account takes 40 of the first country's 50.
    const { outcome, weights, iterations, discrepancy, emptyClasses } = rakingWeights([size, country]);
    expect(outcome).toBe('converged');
    [10, 25, 40, 25].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 7);
    });
    expect(discrepancy).toBeLessThanOrEqual(1e-10);
    expect(iterations).toBeGreaterThan(1);
    expect(emptyClasses).toEqual([]);
  });

  it('needs one round for one margin', () => {
    const { weights, iterations, discrepancy } = rakingWeights([size]);
    expect(weights).toEqual([20, 20, 40, 20]);
    expect(iterations).toBe(1);
    expect(discrepancy).toBeLessThan(1e-15);
  });

  it('stops at the rounds allowed, with what it has', () => {
    const result = rakingWeights([size, country], { maxIterations: 1 });
    expect(result.outcome).toBe('not-converged');
    expect(result.iterations).toBe(1);
    expect(result.discrepancy).toBeGreaterThan(1e-10);
    // By size 20, 20, 40, 20; then by country 60 becomes 50 and 40 becomes 50.
    expect(result.weights).toEqual([20 * (50 / 60), 25, 40 * (50 / 60), 25]);
    expect(result.discrepancy).toBeCloseTo(Math.abs(40 * (50 / 60) - 40) / 40, 12);
  });

  it('stops once the tolerance is reached', () => {
    const { outcome, iterations } = rakingWeights([size, country], { tolerance: 0.2 });
    expect(outcome).toBe('converged');
    expect(iterations).toBe(1);
  });

  it('does not converge on targets that no weights can meet', () => {
    // All of the large accounts are in the first country, which is to have less than they.
    const result = rakingWeights([
      { codes: [0, 1, 1], targets: [80, 20] },
      { codes: [0, 1, 1], targets: [50, 50] },
    ]);
    expect(result.outcome).toBe('not-converged');
    expect(result.iterations).toBe(1000);
    expect(result.weights.every(Number.isFinite)).toBe(true);
  });

  it('names the margin and code of empty classes', () => {
    const result = rakingWeights([size, { codes: [0, 0, 0, 0], targets: [60, 40, 0] }]);
    expectFailed(result, 'empty-class', 4);
    expect(result.emptyClasses).toEqual([{ margin: 1, code: 1 }]);
  });

  it('takes rows of a class with target 0 out', () => {
    const { outcome, weights } = rakingWeights([
      { codes: [0, 0, 1], targets: [10, 0] },
      { codes: [0, 1, 1], targets: [4, 6] },
    ]);
    expect(outcome).toBe('converged');
    expect(weights).toEqual([4, 6, 0]);
  });

  it('reports a class that lost its weight to another margin as unmet', () => {
    const { outcome, discrepancy } = rakingWeights([
      { codes: [0, 1], targets: [10, 0] },
      { codes: [0, 1], targets: [5, 5] },
    ]);
    expect(outcome).toBe('not-converged');
    expect(discrepancy).toBe(1);
  });

  it('asks for margins of one total', () => {
    expectFailed(rakingWeights([size, { ...country, targets: [50, 51] }]), 'unequal-totals', 4);
    expectFailed(rakingWeights([size, { ...country, targets: [50, 49] }]), 'unequal-totals', 4);
    expect(rakingWeights([size, { ...country, targets: [50, 50 + 9e-8] }], { tolerance: 1e-8 }).outcome).toBe(
      'converged',
    );
    expect(rakingWeights([size, { ...country, targets: [50, 50 + 2e-7] }]).outcome).toBe('unequal-totals');
  });

  it('is invalid without margins', () => {
    expectFailed(rakingWeights([]), 'invalid', 0);
  });

  it.each(invalidMargins)('is invalid with %s', (_, margin) => {
    expectFailed(rakingWeights([margin]), 'invalid', margin.codes.length);
  });

  it('is invalid with margins of different length', () => {
    expectFailed(rakingWeights([size, { codes: [0, 1, 0], targets: [50, 50] }]), 'invalid', 4);
  });

  it.each([
    ['tolerance', { tolerance: -1 }],
    ['tolerance', { tolerance: NaN }],
    ['rounds', { maxIterations: 0 }],
    ['rounds', { maxIterations: NaN }],
    ['weights', { weights: [1, 1, 1] }],
    ['weights', { weights: [1, 1, 1, -1] }],
  ])('is invalid with a %s out of range', (_, options) => {
    expectFailed(rakingWeights([size, country], options), 'invalid', 4);
  });

  it('leaves its arguments alone', () => {
    const weights = Object.freeze([1, 2, 3, 4]);
    rakingWeights([size, country], { weights });
    expect(weights).toEqual([1, 2, 3, 4]);
  });
});
