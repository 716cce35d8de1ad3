import { describe, expect, it } from 'vitest';
import { generalizedEsd, modifiedZScores } from '../../../src/statistics/outliers.js';

describe('modifiedZScores', () => {
  it('come in the order of the values', () => {
    expect(modifiedZScores([103, 1, 4, 2, 3])).toEqual([67.45, -1.349, 0.6745, -0.6745, 0]);
  });

  it('are NaN when more than half of the values are equal, or with NaN', () => {
    expect(modifiedZScores([5, 5, 5, 9])).toEqual([NaN, NaN, NaN, NaN]);
    expect(modifiedZScores([1, NaN, 3])).toEqual([NaN, NaN, NaN]);
    expect(modifiedZScores([])).toEqual([]);
  });
});

describe('generalizedEsd', () => {
  const values = [5, 6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 40];

  // Statistics and critical values with NumPy and SciPy 1.17.
  it('finds the one outlier', () => {
    const { outliers, steps } = generalizedEsd(values, 2);
    expect(outliers).toBe(1);
    expect(steps.map((step) => step.value)).toEqual([40, 7]);
    expect(steps[0]?.statistic).toBeCloseTo(3.1671038750922516, 12);
    expect(steps[0]?.criticalValue).toBeCloseTo(2.4115595184316523, 12);
    expect(steps[1]?.statistic).toBeCloseTo(1.5741683090135687, 12);
    expect(steps[1]?.criticalValue).toBeCloseTo(2.3547300515655385, 12);
  });

  it('finds a low outlier', () => {
    expect(
      generalizedEsd(
        values.map((value) => -value),
        2,
      ).steps.map((step) => step.value),
    ).toEqual([-40, -7]);
  });

  it('finds two that mask each other', () => {
    expect(generalizedEsd([...values, 41], 1).outliers).toBe(0);
    expect(generalizedEsd([...values, 41], 2).outliers).toBe(2);
  });

  it('takes the higher of two values equally far from the mean', () => {
    expect(generalizedEsd([-3, 0, 0, 3], 1).steps.map((step) => step.value)).toEqual([3]);
  });

  it('uses alpha', () => {
    expect(generalizedEsd(values, 1, 0.01).steps[0]?.criticalValue).toBeGreaterThan(2.5);
  });

  it('stops when no spread or too few values are left', () => {
    expect(generalizedEsd([5, 5, 5, 5], 2)).toEqual({ outliers: 0, steps: [] });
    expect(generalizedEsd([5, 5, 5, 9], 3).steps).toHaveLength(1);
    expect(generalizedEsd([1, 2, 4, 8], 9).steps).toHaveLength(2);
    expect(generalizedEsd([-1, -2, -4, -8], 9).steps).toHaveLength(2);
    expect(generalizedEsd([1, 2], 1).steps).toEqual([]);
    expect(generalizedEsd(values, 0)).toEqual({ outliers: 0, steps: [] });
  });

  it.each<[number[], number]>([
    [[1, 2, 3, NaN], 0.05],
    [[1, 2, 3, Infinity], 0.05],
    [values, 0],
    [values, 1],
    [values, NaN],
  ])('makes no step outside the domain', (sample, alpha) => {
    expect(generalizedEsd(sample, 2, alpha)).toEqual({ outliers: 0, steps: [] });
  });
});
