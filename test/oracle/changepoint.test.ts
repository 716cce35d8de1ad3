import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { bestPartitions, partitionByCriterion } from '../../src/statistics/bestPartitions.js';
import { optimalPartition, peltPartition } from '../../src/statistics/optimalPartition.js';
import { meanCost, meanVarianceCost, poissonCost } from '../../src/statistics/segmentCost.js';
import { chowTest, largestChow, residualCusumTest } from '../../src/statistics/structuralChange.js';

interface Series {
  y: number[];
  penalty: number;
  minSegmentLength: number;
  changes: number;
  trim: number;
}
interface Expected {
  changepoints: number[];
  cost: number;
}

const COSTS = {
  'optimal partition L2': meanCost,
  'optimal partition normal mean+variance': meanVarianceCost,
  'optimal partition poisson': poissonCost,
};

describe('changepoint.json', () => {
  it('is covered in full', () => {
    const prefixes = [...Object.keys(COSTS), 'best', 'bai-perron', 'sup-F'];
    expect(prefixes.map((prefix) => goldenCases('changepoint', prefix).length)).toEqual([32, 3, 1, 6, 3, 3]);
    expect(goldenCases('changepoint', '')).toHaveLength(48);
  });

  const partitions = Object.entries(COSTS).flatMap(([prefix, costOf]) =>
    goldenCases<Series, Expected>('changepoint', prefix).map((golden) => ({ ...golden, costOf })),
  );
  it.each(partitions)('$name', ({ input, expected, tolerance, costOf }) => {
    const options = { penalty: input.penalty, minimumLength: input.minSegmentLength };
    for (const partition of [optimalPartition, peltPartition]) {
      const { changePoints, cost } = partition(costOf(input.y), options);
      expect(changePoints).toEqual(expected.changepoints);
      expectGolden({ cost }, { cost: expected.cost }, tolerance);
    }
  });

  it.each(goldenCases<Series, Expected>('changepoint', 'best'))(
    '$name',
    ({ input: { y, changes, minSegmentLength }, expected, tolerance }) => {
      const { changePoints, cost } = bestPartitions(meanCost(y), changes, minSegmentLength)[changes] ?? {};
      expect(changePoints).toEqual(expected.changepoints);
      expectGolden({ k: changes, cost }, { ...expected, changepoints: {} }, tolerance);
    },
  );

  it.each(goldenCases<Series, Expected & { breaks: number; bic: number[] }>('changepoint', 'bai-perron'))(
    '$name',
    ({ input: { y, minSegmentLength }, expected, tolerance }) => {
      const { best, criteria } = partitionByCriterion(y, minSegmentLength);
      expect(best.changePoints).toEqual(expected.changepoints);
      expect(criteria).toHaveLength(expected.bic.length);
      expectGolden(
        { breaks: best.changePoints.length, bic: criteria },
        { breaks: expected.breaks, bic: expected.bic },
        tolerance,
      );
    },
  );

  it.each(goldenCases<Series, object>('changepoint', 'sup-F'))(
    '$name',
    ({ input: { y, trim }, expected, tolerance }) => {
      const largest = largestChow(y, Math.floor(trim * y.length));
      const chowAt = Math.floor(y.length / 2);
      const chow = chowTest(y, chowAt);
      const cusum = residualCusumTest(y);
      const got = {
        supF: largest.statistic,
        supFAt: largest.changePoint,
        chowAt,
        chowF: chow.statistic,
        chowP: { F: chow.pValue },
        olsCusumMax: cusum.statistic,
        olsCusumP: { S0: cusum.pValue },
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
