import { describe, expect, it } from 'vitest';
import { calibrationResiduals } from '../../../src/statistics/calibrationResiduals.js';
import { calibrationWeights } from '../../../src/statistics/calibrationWeights.js';

const ones = [1, 1, 1, 1];
const revenue = [1, 2, 3, 6];

describe('calibrationWeights', () => {
  it.each(['linear', 'raking', 'logit'] as const)('meets the totals (%s)', (distance) => {
    const { outcome, weights, discrepancy, emptyClasses } = calibrationWeights([ones, revenue], [40, 130], {
      weights: [10, 10, 10, 10],
      distance,
    });
    expect(outcome).toBe('converged');
    expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(40, 8);
    expect(weights.reduce((total, weight, i) => total + weight * (revenue[i] ?? NaN), 0)).toBeCloseTo(130, 8);
    expect(discrepancy).toBeLessThanOrEqual(1e-10);
    expect(emptyClasses).toEqual([]);
  });

  it('leaves weights that meet the totals as they are', () => {
    const result = calibrationWeights([ones, revenue], [4, 12]);
    expect(result).toMatchObject({ outcome: 'converged', weights: ones, iterations: 0, discrepancy: 0 });
  });

  it('is one step for the linear distance, by hand', () => {
    // w = 10 (1 + a + b x) with 40 + 40 a + 120 b = 40 and 120 + 120 a + 500 b = 130.
    const b = 10 / (500 - 360);
    const { weights, iterations } = calibrationWeights([ones, revenue], [40, 130], { weights: [10, 10, 10, 10] });
    expect(iterations).toBe(1);
    revenue.forEach((x, i) => {
      expect(weights[i]).toBeCloseTo(10 * (1 - 3 * b + b * x), 10);
    });
  });

  it('keeps the factors within the bounds of the logit', () => {
    const options = { weights: ones, distance: 'logit', bounds: { lower: 0.5, upper: 2 } } as const;
    const { outcome, weights } = calibrationWeights([ones, revenue], [4, 16.4], options);
    expect(outcome).toBe('converged');
    expect(Math.min(...weights)).toBeGreaterThan(0.5);
    expect(Math.max(...weights)).toBeLessThan(2);
    // The most that is possible is less than 4 times 0.5 and 2 would give.
    expect(calibrationWeights([ones, revenue], [4, 24], options).outcome).toBe('not-converged');
  });

  it('has factors whose logit between the bounds is proportional to the variable', () => {
    // Deville and Särndal (1992), case 6: g = [L (U - 1) + U (1 - L) exp(A u)] / [U - 1 + (1 - L) exp(A u)].
    const amounts = [1, 2, 3, 5];
    const options = { weights: ones, distance: 'logit', bounds: { lower: 0.5, upper: 4 } } as const;
    const { outcome, weights } = calibrationWeights([amounts], [15], options);
    expect(outcome).toBe('converged');
    const slopes = weights.map((g, i) => Math.log(((g - 0.5) * 3) / ((4 - g) * 0.5)) / (amounts[i] as number));
    for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0] as number, 9);
    expect(weights.reduce((total, weight, i) => total + weight * (amounts[i] as number), 0)).toBeCloseTo(15, 9);
  });

  it('bears redundant variables with totals that agree, and says so when they do not', () => {
    const classes = [[1, 1, 0, 0], [0, 0, 1, 1], ones]; // prettier-ignore
    const agreeing = calibrationWeights(classes, [10, 30, 40]);
    expect(agreeing.outcome).toBe('converged');
    expect(agreeing.weights.map((weight) => Number(weight.toFixed(9)))).toEqual([5, 5, 15, 15]);
    expect(calibrationWeights(classes, [10, 30, 50]).outcome).toBe('not-converged');
  });

  it('stops at the steps allowed', () => {
    const options = { weights: [10, 10, 10, 10], distance: 'raking', maxIterations: 1 } as const;
    const result = calibrationWeights([ones, revenue], [40, 150], options);
    expect(result.outcome).toBe('not-converged');
    expect(result.iterations).toBe(1);
    expect(result.discrepancy).toBeGreaterThan(1e-10);
    expect(calibrationWeights([ones, revenue], [40, 150], { ...options, tolerance: 0.5 }).outcome).toBe('converged');
  });

  it.each([
    ['no variable', [], []],
    ['fewer totals than variables', [ones, revenue], [40]],
    ['a total that is not finite', [ones], [Infinity]],
    ['a total that is not a number', [ones], [NaN]],
    ['columns of different length', [ones, [1, 2]], [40, 100]],
    ['a value that is not finite', [[1, NaN]], [2]],
  ])('is invalid with %s', (_, auxiliaries, totals) => {
    const result = calibrationWeights(auxiliaries, totals);
    expect(result.outcome).toBe('invalid');
    expect(result.weights).toEqual((auxiliaries[0] ?? []).map(() => NaN));
  });

  it.each([
    { weights: [1] },
    { weights: [1, 1, 1, -1] },
    { tolerance: -1 },
    { maxIterations: 0 },
    { distance: 'logit', bounds: { lower: 1, upper: 2 } },
    { distance: 'logit', bounds: { lower: 0, upper: 1 } },
    { distance: 'logit', bounds: { lower: -0.1, upper: 2 } },
    { distance: 'logit', bounds: { lower: 0.5, upper: Infinity } },
    { distance: 'logit', bounds: { lower: NaN, upper: 2 } },
  ] as const)('is invalid with %j', (options) => {
    expect(calibrationWeights([ones], [8], options).outcome).toBe('invalid');
  });
});

describe('calibrationResiduals', () => {
  it('are the distances from the weighted mean for a constant', () => {
    const residuals = calibrationResiduals([1, 3, 8], [[1, 1, 1]], [1, 1, 2]);
    [-4, -2, 3].forEach((residual, i) => {
      expect(residuals[i]).toBeCloseTo(residual, 12);
    });
  });

  it('are the values themselves without auxiliaries', () => {
    expect(calibrationResiduals([1, 3, 8], [])).toEqual([1, 3, 8]);
  });

  it('are zero for what the auxiliaries explain, however often they say it', () => {
    const residuals = calibrationResiduals([3, 5, 9], [[1, 1, 1], [1, 2, 4], [2, 3, 5], [0, 0, 0]]); // prettier-ignore
    for (const residual of residuals) expect(residual).toBeCloseTo(0, 12);
  });

  it('are given for rows of weight 0 as well', () => {
    expect(calibrationResiduals([1, 3, 9], [[1, 1, 1]], [1, 1, 0])[2]).toBeCloseTo(7, 12);
  });

  it.each([
    ['unequal lengths', [1, 2], [[1, 1, 1]], undefined],
    ['unequal weights', [1, 2], [[1, 1]], [1]],
    ['a negative weight', [1, 2], [[1, 1]], [1, -1]],
    ['a value that is not a number', [1, NaN], [[1, 1]], undefined],
    ['an auxiliary that is not finite', [1, 2], [[1, Infinity]], undefined],
  ])('are NaN with %s', (_, values, auxiliaries, weights) => {
    expect(calibrationResiduals(values, auxiliaries, weights)).toEqual([NaN, NaN]);
  });
});
