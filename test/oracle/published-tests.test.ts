import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { adjustPValues } from '../../src/statistics/adjustPValues.js';
import { brunnerMunzelTest } from '../../src/statistics/brunnerMunzelTest.js';
import { chiSquaredTest } from '../../src/statistics/chiSquaredTest.js';
import { cochranArmitageTest } from '../../src/statistics/cochranArmitageTest.js';
import { fisherExactTableTest } from '../../src/statistics/fisherExactTable.js';

const TEA = "Fisher's tea tasting";
const SMOKERS = 'Fleiss smokers';
const PAIN = 'Brunner and Munzel 2000';
const FALSE_DISCOVERY = 'Benjamini and Hochberg 1995';

describe('tables, ranks and multiplicity of published.json', () => {
  it('selects every such case', () => {
    const prefixes = [TEA, SMOKERS, PAIN, FALSE_DISCOVERY];
    expect(prefixes.map((prefix) => goldenCases('published', prefix).length)).toEqual([1, 1, 1, 1]);
  });

  it.each(goldenCases<{ table: number[][] }, { twoSided: number }>('published', TEA))(
    '$name',
    ({ input, expected: { twoSided }, tolerance }) => {
      expectGolden(fisherExactTableTest(input.table).pValue, twoSided, tolerance);
    },
  );

  it.each(goldenCases<{ successes: number[]; n: number[] }, object>('published', SMOKERS))(
    '$name',
    ({ input: { successes, n }, expected, tolerance }) => {
      const homogeneity = chiSquaredTest([successes, n.map((trials, i) => trials - (successes[i] as number))]);
      const trend = cochranArmitageTest(successes, n);
      const got = {
        chi2: homogeneity.statistic,
        p: homogeneity.pValue,
        trend: trend.statistic ** 2,
        pTrend: trend.pValue,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
      expect(trend.statistic).toBeLessThan(0);
    },
  );

  it.each(goldenCases<{ x: number[]; y: number[] }, object>('published', PAIN))(
    '$name',
    ({ input: { x, y }, expected, tolerance }) => {
      const { statistic, degreesOfFreedom: df, pValue: p, superiority: probability } = brunnerMunzelTest(y, x);
      const got = { statistic, df, p, probability };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ p: number[]; alpha: number }, object>('published', FALSE_DISCOVERY))(
    '$name',
    ({ input: { p, alpha }, expected, tolerance }) => {
      const rejections = (adjusted: number[]): number => adjusted.filter((value) => value <= alpha).length;
      const got = {
        bonferroni: rejections(adjustPValues(p, 'bonferroni')),
        bh: rejections(adjustPValues(p, 'bh')),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
