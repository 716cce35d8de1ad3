import { describe, expect, it } from 'vitest';
import {
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
  totalVariation,
} from '../../../src/statistics/distributionDistance.js';
import {
  standardizedMeanBalance,
  standardizedMixBalance,
  standardizedShareBalance,
} from '../../../src/statistics/standardizedDifference.js';

const distances = { totalVariation, hellingerDistance, jensenShannonDistance, populationStabilityIndex };
const bounded = { totalVariation, hellingerDistance, jensenShannonDistance };

describe.each(Object.entries(distances))('%s', (_, distance) => {
  it('is 0 for equal shares, whatever their unit', () => {
    expect(distance([1, 2, 0], [3, 6, 0])).toBe(0);
    expect(distance([7], [1])).toBe(0);
  });

  it.each([
    ['unequal lengths', [1, 2], [1, 2, 3]],
    ['a negative number', [1, -1], [1, 1]],
    ['a negative number on the other side', [1, 1], [2, -1]],
    ['a number that is not one', [1, NaN], [1, 1]],
    ['an infinite number', [1, Infinity], [1, 1]],
    ['nothing on a side', [0, 0], [1, 1]],
    ['no classes', [], []],
  ])('is NaN with %s', (_name, first, second) => {
    expect(distance(first, second)).toBeNaN();
  });
});

describe.each(Object.entries(bounded))('%s', (_, distance) => {
  it('is 1 without a class in common', () => {
    expect(distance([1, 2, 0], [0, 0, 5])).toBeCloseTo(1, 14);
    expect(distance([1, 2, 0], [0, 0, 5])).toBeLessThanOrEqual(1);
  });
});

describe('distances by hand', () => {
  it('know (1, 3) against (3, 1)', () => {
    expect(totalVariation([1, 3], [3, 1])).toBe(0.5);
    expect(hellingerDistance([1, 3], [3, 1])).toBeCloseTo((Math.sqrt(3) - 1) / 2, 14);
    expect(populationStabilityIndex([1, 3], [3, 1])).toBeCloseTo(Math.log(3), 14);
    // 1 bit less the entropy of a quarter.
    expect(jensenShannonDistance([1, 3], [3, 1]) ** 2).toBeCloseTo(1 - 0.8112781244591328, 12);
  });

  it('agree with SciPy on shares of zero', () => {
    // scipy.spatial.distance.jensenshannon([1, 0, 0, 3], [0, 2, 0, 1], 2).
    expect(jensenShannonDistance([1, 0, 0, 3], [0, 2, 0, 1])).toBeCloseTo(0.7194792294067811, 12);
  });
});

describe('populationStabilityIndex', () => {
  it('needs a floor for a class that is empty on one side', () => {
    expect(populationStabilityIndex([1, 0], [1, 1])).toBeNaN();
    expect(populationStabilityIndex([1, 0], [1, 1], 0.01)).toBeCloseTo(0.5 * Math.log(2) + 0.49 * Math.log(50), 12);
  });

  it.each([-0.1, NaN])('is NaN for a floor of %d', (floor) => {
    expect(populationStabilityIndex([1, 1], [1, 2], floor)).toBeNaN();
  });
});

describe('standardised differences', () => {
  it('are in standard deviations, with a sign', () => {
    const low = { mean: 7, standardDeviation: 3 };
    const high = { mean: 12, standardDeviation: 4 };
    expect(standardizedMeanBalance(high, low)).toBeCloseTo(5 / Math.sqrt(12.5), 14);
    expect(standardizedMeanBalance(low, high)).toBeCloseTo(-5 / Math.sqrt(12.5), 14);
    expect(standardizedShareBalance(0.2, 0.5)).toBeCloseTo(-0.3 / Math.sqrt(0.205), 14);
    expect(standardizedShareBalance(0, 0.5)).toBeCloseTo(-0.5 / Math.sqrt(0.125), 14);
  });

  it('are NaN without spread or outside the domain', () => {
    const point = { mean: 7, standardDeviation: 0 };
    expect(standardizedMeanBalance(point, point)).toBeNaN();
    expect(standardizedMeanBalance(point, { mean: 7, standardDeviation: -1 })).toBeNaN();
    expect(standardizedMeanBalance({ mean: 7, standardDeviation: NaN }, point)).toBeNaN();
    expect(standardizedMeanBalance(point, { mean: 6, standardDeviation: 2 })).toBeCloseTo(1 / Math.SQRT2, 14);
    for (const [a, b] of [
      [0, 1],
      [0, 0],
      [-0.1, 0.5],
      [0.5, 1.1],
      [1.1, 0.5],
      [0.5, -0.1],
      [NaN, 0.5],
    ] as const)
      // prettier-ignore
      expect(standardizedShareBalance(a, b)).toBeNaN();
  });

  it('are the absolute difference of shares for two classes', () => {
    expect(standardizedMixBalance([2, 8], [5, 5])).toBeCloseTo(Math.abs(standardizedShareBalance(0.2, 0.5)), 12);
  });

  it('do not count classes empty on both sides, nor their order', () => {
    const plain = standardizedMixBalance([5, 3, 2], [4, 2.5, 3.5]);
    expect(standardizedMixBalance([0, 5, 3, 0, 2], [0, 4, 2.5, 0, 3.5])).toBeCloseTo(plain, 12);
    expect(standardizedMixBalance([2, 5, 3], [3.5, 4, 2.5])).toBeCloseTo(plain, 12);
  });

  it('are 0 for equal mixes', () => {
    expect(standardizedMixBalance([1, 2, 3], [2, 4, 6])).toBe(0);
  });

  it.each([
    ['unequal lengths', [1, 2], [1, 2, 3]],
    ['a negative number', [1, -1], [1, 1]],
    ['nothing', [0, 0], [1, 1]],
    ['no class in common and no spread', [1, 0], [0, 1]],
    ['one class', [3], [4]],
  ])('are NaN with %s', (_, first, second) => {
    expect(standardizedMixBalance(first, second)).toBeNaN();
  });
});
