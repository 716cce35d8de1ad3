import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { chiSquaredTest, gTest } from '../../src/statistics/chiSquaredTest.js';
import { cochranArmitageTest } from '../../src/statistics/cochranArmitageTest.js';
import { contingencyCoefficient, cramersV } from '../../src/statistics/cramersV.js';
import {
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
  totalVariation,
} from '../../src/statistics/distributionDistance.js';
import {
  bhattacharyyaCoefficient,
  chiSquareDistance,
  earthMoversDistance,
  kullbackLeiblerDivergence,
} from '../../src/statistics/distributionDivergence.js';
import { fisherExactTableTest } from '../../src/statistics/fisherExactTable.js';
import { goodnessOfFitTest } from '../../src/statistics/goodnessOfFit.js';
import { goodmanIntervals } from '../../src/statistics/multinomialInterval.js';

describe('contingency.json', () => {
  const prefixes = ['table ', 'gof ', 'trend in proportions ', 'goodman ', 'distance '];
  it('is covered in full', () => {
    expect(prefixes.map((prefix) => goldenCases('contingency', prefix).length)).toEqual([7, 2, 1, 1, 5]);
    expect(goldenCases('contingency', '')).toHaveLength(16);
  });

  interface TableExpected {
    fisherP: number | null;
    yates: number | null;
  }
  it.each(goldenCases<{ table: number[][] }, TableExpected>('contingency', 'table '))(
    '$name',
    ({ input: { table }, expected, tolerance }) => {
      const test = chiSquaredTest(table);
      const likelihood = gTest(table);
      const got = {
        chi2: test.statistic,
        df: test.degreesOfFreedom,
        p: test.pValue,
        G: likelihood.statistic,
        pG: likelihood.pValue,
        cramersV: cramersV(table),
        cramersVBiasCorrected: cramersV(table, { correction: 'bergsma' }),
        contingencyC: contingencyCoefficient(table),
        minExpected: test.smallestExpected,
        expected: test.expected,
        stdResiduals: test.adjustedResiduals,
      };
      // Null here: the fixture's tool was not asked (Fisher's test of large tables), or has no such correction (Yates' beyond 2 x 2).
      const { fisherP, yates, ...rest } = expected;
      expect(Object.keys(rest)).toEqual(Object.keys(got));
      expectGolden(got, rest, tolerance);
      if (fisherP !== null) expectGolden(fisherExactTableTest(table).pValue, fisherP, tolerance);
      const corrected = chiSquaredTest(table, { continuity: 'yates' });
      if (yates !== null) expectGolden(corrected.pValue, yates, tolerance);
      else expect(corrected).toEqual(test);
    },
  );
  it('holds four exact tests and four corrected ones', () => {
    const tables = goldenCases<object, TableExpected>('contingency', 'table ');
    expect(tables.filter(({ expected }) => expected.fisherP !== null)).toHaveLength(4);
    expect(tables.filter(({ expected }) => expected.yates !== null)).toHaveLength(4);
  });

  it.each(goldenCases<{ observed: number[]; probabilities: number[] }, object>('contingency', 'gof '))(
    '$name',
    ({ input: { observed, probabilities }, expected, tolerance }) => {
      const pearson = goodnessOfFitTest(observed, probabilities);
      const likelihood = goodnessOfFitTest(observed, probabilities, { statistic: 'likelihood-ratio' });
      const got = {
        chi2: pearson.statistic,
        df: pearson.degreesOfFreedom,
        p: pearson.pValue,
        G: likelihood.statistic,
        pG: likelihood.pValue,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ successes: number[]; n: number[] }, object>('contingency', 'trend in proportions '))(
    '$name',
    ({ input: { successes, n }, expected, tolerance }) => {
      const trend = cochranArmitageTest(successes, n);
      const homogeneity = chiSquaredTest([successes, n.map((trials, i) => trials - (successes[i] as number))]);
      const got = {
        chi2Trend: trend.statistic ** 2,
        pTrend: trend.pValue,
        chi2Homogeneity: homogeneity.statistic,
        df: homogeneity.degreesOfFreedom,
        pHomogeneity: homogeneity.pValue,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ counts: number[]; confidence: number }, object>('contingency', 'goodman '))(
    '$name',
    ({ input: { counts, confidence }, expected, tolerance }) => {
      const intervals = goodmanIntervals(counts, confidence);
      const got = { lower: intervals.map(({ lower }) => lower), upper: intervals.map(({ upper }) => upper) };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ p: number[]; q: number[] }, object>('contingency', 'distance '))(
    '$name',
    ({ input: { p, q }, expected, tolerance }) => {
      const got = {
        totalVariation: totalVariation(p, q),
        hellinger: hellingerDistance(p, q),
        klNats: kullbackLeiblerDivergence(p, q),
        // The divergence in nats is the square of the distance, which counts in bits.
        jensenShannonNats: jensenShannonDistance(p, q) ** 2 * Math.LN2,
        chi2Distance: chiSquareDistance(p, q),
        psi: populationStabilityIndex(p, q),
        earthMoversOrdinal: earthMoversDistance(p, q),
        bhattacharyya: bhattacharyyaCoefficient(p, q),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
