import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { bestPartitions, partitionByCriterion } from '../../../src/statistics/bestPartitions.js';
import { optimalPartition, peltPartition } from '../../../src/statistics/optimalPartition.js';
import { meanCost, meanVarianceCost, poissonCost } from '../../../src/statistics/segmentCost.js';
import { singleChangeTest } from '../../../src/statistics/singleChangeTest.js';
import { chowTest, largestChow, residualCusumTest } from '../../../src/statistics/structuralChange.js';

const step = [1, 2, 1, 2, 7, 8, 7, 8];

describe('segment costs', () => {
  it('measure a stretch', () => {
    expect(meanCost([9, 1, 3, 8]).between(1, 3)).toBeCloseTo(2, 12);
    expect(meanCost([5, 6]).between(1, 2)).toBe(0);
    expect(poissonCost([0, 0, 5]).between(0, 2)).toBe(0);
    expect(poissonCost([1, 3, 5]).between(0, 2)).toBeCloseTo(8 * (1 - Math.log(2)), 12);
    expect(meanVarianceCost([1, 3, 9]).between(0, 2)).toBeCloseTo(2 * (Math.log(2 * Math.PI) + 1), 12);
  });

  it('keep small differences on a high level', () => {
    expect(meanCost([1e9 + 1, 1e9 + 3, 1e9 + 2]).between(0, 2)).toBeCloseTo(2, 6);
  });

  it('are finite for equal values', () => {
    const { between } = meanVarianceCost([4, 4, 4, 9]);
    // The variance is taken as 1e-12 of 18.75 / 4.
    expect(between(0, 3)).toBeCloseTo(3 * Math.log(2 * Math.PI * 4.6875e-12), 6);
    expect(Number.isFinite(meanVarianceCost([4, 4]).between(0, 2))).toBe(true);
  });

  it.each([
    ['mean', meanCost([1, NaN, 2])],
    ['mean of an infinite value', meanCost([1, Infinity, 2])],
    ['mean and variance', meanVarianceCost([1, NaN, 2])],
    ['rate', poissonCost([1, NaN, 2])],
    ['rate of a negative count', poissonCost([1, -1, 2])],
    ['rate of an infinite count', poissonCost([1, Infinity, 2])],
  ])('are NaN throughout with a value out of range (%s)', (_, { between }) => {
    expect(between(0, 1)).toBeNaN();
    expect(between(0, 3)).toBeNaN();
  });
});

describe.each([
  ['optimalPartition', optimalPartition],
  ['peltPartition', peltPartition],
])('%s', (_, partition) => {
  it('weighs a change against its penalty', () => {
    // One level costs 74, two 2: a change gains 72.
    const cost = meanCost(step);
    expect(partition(cost, { penalty: 71.9 }).changePoints).toEqual([4]);
    expect(partition(cost, { penalty: 71.9 }).cost).toBeCloseTo(73.9, 10);
    expect(partition(cost, { penalty: 72.1 }).changePoints).toEqual([]);
    expect(partition(cost, { penalty: 72.1 }).cost).toBeCloseTo(74, 10);
  });

  it('cuts everything without a penalty, but nothing where there is nothing to gain', () => {
    expect(partition(meanCost([1, 2, 3]), { penalty: 0 }).changePoints).toEqual([1, 2]);
    expect(partition(meanCost([3, 3, 3]), { penalty: 0 })).toEqual({ changePoints: [], cost: 0 });
    expect(partition(meanVarianceCost([3, 3, 3, 3]), { penalty: 1, minimumLength: 2 }).changePoints).toEqual([]);
  });

  it('keeps to the shortest stretch', () => {
    const spike = [2, 2, 2, 9, 2, 2, 2];
    expect(partition(meanCost(spike), { penalty: 1 }).changePoints).toEqual([3, 4]);
    for (const minimumLength of [2, 3]) {
      const { changePoints } = partition(meanCost(spike), { penalty: 1, minimumLength });
      const ends = [0, ...changePoints, 7];
      for (let i = 1; i < ends.length; i++) expect(ends[i]! - ends[i - 1]!).toBeGreaterThanOrEqual(minimumLength);
    }
    expect(partition(meanCost([1, 5]), { penalty: 0, minimumLength: 2 })).toEqual({ changePoints: [], cost: 8 });
  });

  it.each([
    ['a negative penalty', meanCost(step), { penalty: -1 }],
    ['an infinite penalty', meanCost(step), { penalty: Infinity }],
    ['a penalty that is not a number', meanCost(step), { penalty: NaN }],
    ['a stretch of 0', meanCost(step), { penalty: 1, minimumLength: 0 }],
    ['a stretch that is no whole number', meanCost(step), { penalty: 1, minimumLength: 1.5 }],
    ['a series that is too short', meanCost([1, 2]), { penalty: 1, minimumLength: 3 }],
    ['nothing', meanCost([]), { penalty: 1 }],
    ['a value that is not a number', meanCost([1, NaN]), { penalty: 1 }],
  ])('finds nothing with %s', (_name, cost, options) => {
    expect(partition(cost, options)).toEqual({ changePoints: [], cost: NaN });
  });
});

describe('peltPartition', () => {
  it('finds the same as the full search, with and without a shortest stretch', () => {
    const random = createRandom(7);
    for (let run = 0; run < 60; run++) {
      const values = Array.from({ length: 40 }, (_, i) => Math.floor(random() * 4) + (Math.floor(i / 8) % 2) * 3);
      for (const minimumLength of [1, 2, 5]) {
        for (const costOf of [meanCost, poissonCost, meanVarianceCost]) {
          const options = { penalty: 1 + random() * 10, minimumLength };
          const full = optimalPartition(costOf(values), options);
          const pruned = peltPartition(costOf(values), options);
          expect(pruned.cost).toBeCloseTo(full.cost, 8);
        }
      }
    }
  });

  it('looks at fewer stretches', () => {
    const counted = (partition: typeof peltPartition): number => {
      const cost = meanCost(Array.from({ length: 300 }, (_, i) => (Math.floor(i / 10) % 2) * 50 + (i % 3)));
      let calls = 0;
      const between = (from: number, to: number): number => {
        calls++;
        return cost.between(from, to);
      };
      partition({ size: 300, between }, { penalty: 10 });
      return calls;
    };
    expect(counted(peltPartition)).toBeLessThan(counted(optimalPartition) / 8);
  });
});

describe('bestPartitions', () => {
  it('stops at what fits into the series', () => {
    expect(bestPartitions(meanCost(step), 9, 3)).toHaveLength(2);
    expect(bestPartitions(meanCost(step), 1, 3)).toHaveLength(2);
    expect(bestPartitions(meanCost(step), 0)).toEqual([{ changePoints: [], cost: 74 }]);
    expect(bestPartitions(meanCost([1, 2, 3]), 2).map(({ cost }) => cost)).toEqual([2, 0.5, 0]);
  });

  it.each([
    [meanCost([]), 1, 1],
    [meanCost(step), -1, 1],
    [meanCost(step), 0.5, 1],
    [meanCost(step), 1, 0],
    [meanCost(step), 1, 9],
    [meanCost(step), 1, NaN],
    [meanCost([1, NaN]), 1, 1],
  ])('is empty outside its domain (%#)', (cost, changes, minimumLength) => {
    expect(bestPartitions(cost, changes, minimumLength)).toEqual([]);
  });
});

describe('partitionByCriterion', () => {
  it('has one criterion for each number of changes', () => {
    const { best, criteria } = partitionByCriterion(step, 2);
    expect(criteria).toHaveLength(4);
    expect(criteria[0]).toBeCloseTo(8 * (Math.log(74 / 8) + 1 + Math.log(2 * Math.PI)) + 2 * Math.log(8), 10);
    expect(criteria[1]).toBeCloseTo(8 * (Math.log(2 / 8) + 1 + Math.log(2 * Math.PI)) + 4 * Math.log(8), 10);
    expect(best.changePoints).toEqual([4]);
  });

  it.each([
    [[], 2],
    [[1], 2],
    [step, 1],
    [step, NaN],
    [[1, NaN, 2, 3], 2],
  ])('finds nothing outside its domain (%j, %d)', (values, minimumLength) => {
    expect(partitionByCriterion(values, minimumLength)).toEqual({
      best: { changePoints: [], cost: NaN },
      criteria: [],
    });
  });
});

describe('chowTest and largestChow', () => {
  it('compare two means with one', () => {
    // Between 72, within 2 on six degrees of freedom.
    const { statistic, degreesOfFreedom } = chowTest(step, 4);
    expect(statistic).toBeCloseTo(216, 8);
    expect(degreesOfFreedom).toBe(6);
    expect(largestChow(step, 1).changePoint).toBe(4);
    expect(largestChow(step, 4)).toEqual({ statistic, changePoint: 4 });
  });

  it('has a p-value that is that of the t test', () => {
    // pf(216, 1, 6, lower.tail = FALSE) in R.
    expect(chowTest(step, 4).pValue).toBeCloseTo(6.23298865122e-6, 14);
  });

  it.each([[0], [8], [1.5], [-1], [NaN]])('is NaN for a place of %d', (place) => {
    expect(chowTest(step, place).statistic).toBeNaN();
    expect(chowTest(step, place).pValue).toBeNaN();
    expect(chowTest(step, place).degreesOfFreedom).toBeNaN();
  });

  it('is NaN without spread or with too few values', () => {
    expect(chowTest([1, 2], 1).statistic).toBeNaN();
    expect(chowTest([1, 1, 5, 5], 2).statistic).toBeNaN();
    expect(chowTest([1, NaN, 5, 6], 2).statistic).toBeNaN();
    expect(largestChow(step, 5)).toEqual({ statistic: NaN, changePoint: NaN });
    expect(largestChow(step, 0)).toEqual({ statistic: NaN, changePoint: NaN });
    expect(largestChow([3, 3, 3, 3], 1)).toEqual({ statistic: NaN, changePoint: NaN });
    // A perfect split says nothing; the next best is found.
    expect(largestChow([1, 1, 5, 5], 1).changePoint).toBe(1);
  });
});

describe('residualCusumTest', () => {
  it('is the largest partial sum of distances from the mean', () => {
    // Distances ∓3.5, ∓2.5 add up to -12 in the middle; squares 74 on 7.
    const { statistic } = residualCusumTest(step);
    expect(statistic).toBeCloseTo(12 / Math.sqrt((74 / 7) * 8), 12);
  });

  it('reads the distribution of Kolmogorov', () => {
    // scipy.special.kolmogorov at 1.3049, 0.5 and 0.2179.
    expect(residualCusumTest(step).pValue).toBeCloseTo(0.06638429324938834, 12);
    expect(residualCusumTest([1, 2]).pValue).toBeCloseTo(0.9639452436648751, 12);
    const alternating = Array.from({ length: 20 }, (_, i) => i % 2);
    expect(residualCusumTest(alternating).pValue).toBeCloseTo(0.9999999999396096, 12);
    const longer = Array.from({ length: 40 }, (_, i) => i % 2);
    expect(residualCusumTest(longer).pValue).toBe(1);
  });

  it.each([[[]], [[1]], [[3, 3, 3]], [[1, NaN]], [[1, Infinity]]])('is NaN for %j', (values) => {
    expect(residualCusumTest(values)).toEqual({ statistic: NaN, pValue: NaN });
  });
});

describe('singleChangeTest', () => {
  const never = (): number => NaN;

  it('counts all orders of short series', () => {
    // 1, 1, 5, 5 in all six different orders; a perfect change in two of them.
    const got = singleChangeTest([1, 1, 5, 5], never);
    expect(got).toMatchObject({ changePoint: 2, method: 'exact' });
    expect(got.pValue).toBeCloseTo(1 / 3, 12);
    expect(got.statistic).toBeNaN();
    // Any two of four values can be one side: 70 choices of 4 of 8, two of them as clear.
    expect(singleChangeTest(step, never).pValue).toBeCloseTo(2 / 70, 12);
    expect(singleChangeTest(step, never).statistic).toBeCloseTo(216, 8);
  });

  it('draws orders of longer ones, the same for the same seed', () => {
    const values = [5, 6, 5, 7, 6, 9, 8, 9, 10];
    const got = singleChangeTest(values, createRandom(1), { resamples: 999 });
    expect(got.method).toBe('random');
    expect(got.changePoint).toBe(5);
    expect(got.pValue).toBeLessThan(0.05);
    expect((got.pValue * 1000) % 1).toBeCloseTo(0, 9);
    expect(singleChangeTest(values, createRandom(1), { resamples: 999 })).toEqual(got);
    expect(singleChangeTest(values, createRandom(1), { resamples: 1 }).pValue).toBeGreaterThanOrEqual(0.5);
  });

  it('comes close to the share of all orders, whatever the order it is given', () => {
    // One value apart is as clear at either end of nine places.
    const values = [1, 1, 1, 1, 1, 1, 1, 1, 5];
    const options = { minimumLength: 1, resamples: 4999 };
    const { pValue } = singleChangeTest(values, createRandom(7), options);
    expect(Math.abs(pValue - 2 / 9)).toBeLessThan(4 * Math.sqrt(((2 / 9) * (7 / 9)) / 5000));
    expect(singleChangeTest([...values].reverse(), createRandom(7), options).pValue).toBe(pValue);
    // Four of one and five of another: two of the 126 orders have them apart.
    const apart = singleChangeTest([1, 1, 1, 1, 5, 5, 5, 5, 5], createRandom(7), { resamples: 4999 });
    expect(Math.abs(apart.pValue - 2 / 126)).toBeLessThan(0.0075);
    expect(apart.pValue).toBeGreaterThan(0.005);
  });

  it('keeps to the shortest side, 2 unless told otherwise', () => {
    expect(singleChangeTest([9, 1, 2, 1], never).changePoint).toBe(2);
    expect(singleChangeTest([9, 1, 2, 1], never, { minimumLength: 1 }).changePoint).toBe(1);
  });

  it('leaves the values in their order', () => {
    const values = Object.freeze([3, 1, 2, 9]);
    singleChangeTest(values, never);
    expect(values).toEqual([3, 1, 2, 9]);
  });

  it.each([
    ['a short series', [1, 2, 3], {}],
    ['nothing', [], {}],
    ['a constant series', [4, 4, 4, 4], {}],
    ['a value that is not a number', [1, 2, NaN, 4], {}],
    ['a side of 0', [1, 2, 3, 4], { minimumLength: 0 }],
    ['a side that is no whole number', [1, 2, 3, 4], { minimumLength: 1.5 }],
    ['no resamples', [1, 2, 3, 4], { resamples: 0 }],
  ])('is NaN with %s', (_, values, options) => {
    const { statistic, changePoint, pValue } = singleChangeTest(values, never, options);
    expect([statistic, changePoint, pValue]).toEqual([NaN, NaN, NaN]);
  });
});
