import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { anova } from '../../src/statistics/anova.js';
import { bartlettTest } from '../../src/statistics/bartlettTest.js';
import { leveneTest } from '../../src/statistics/leveneTest.js';
import { cohenD, glassDelta, hedgesG } from '../../src/statistics/meanEffectSize.js';
import { tukeyHsd } from '../../src/statistics/tukeyHsd.js';
import { varianceRatioTest } from '../../src/statistics/varianceRatioTest.js';
import { welchAnova } from '../../src/statistics/welchAnova.js';

describe('variances, analysis of variance and effect sizes of location.json', () => {
  it('selects every such case; the t tests are tested elsewhere', () => {
    const prefixes = ['two-sample t ', 'anova ', 'one-sample t ', 'paired t'];
    expect(prefixes.map((prefix) => goldenCases('location', prefix).length)).toEqual([5, 2, 12, 1]);
    expect(goldenCases('location', '')).toHaveLength(20);
  });

  interface TwoSamples {
    x: number[];
    y: number[];
    confidence: number;
  }
  it.each(goldenCases<TwoSamples, object>('location', 'two-sample t '))(
    '$name',
    ({ input: { x, y, confidence }, expected, tolerance }) => {
      const { ratio, pValue, interval } = varianceRatioTest(x, y, { confidence });
      const got = {
        cohenD: cohenD(x, y),
        hedgesG: hedgesG(x, y),
        hedgesGApprox: hedgesG(x, y, { correction: 'approximate' }),
        glassDelta: glassDelta(x, y),
        varianceRatio: { F: ratio, p: pValue, ci: interval },
      };
      const isTTest = (key: string): boolean => ['difference', 'welch', 'pooled'].includes(key);
      const rest = Object.fromEntries(Object.entries(expected).filter(([key]) => !isTTest(key)));
      expect(Object.keys(rest)).toEqual(Object.keys(got));
      expectGolden(got, rest, tolerance);
    },
  );

  it.each(goldenCases<{ groups: number[][] }, object>('location', 'anova '))(
    '$name',
    ({ input: { groups }, expected, tolerance }) => {
      const test = anova(groups);
      const welch = welchAnova(groups);
      const levene = leveneTest(groups, { center: 'mean' });
      const brownForsythe = leveneTest(groups);
      const bartlett = bartlettTest(groups);
      const got = {
        F: test.statistic,
        df1: test.numeratorDegreesOfFreedom,
        df2: test.denominatorDegreesOfFreedom,
        p: test.pValue,
        ssBetween: test.sumOfSquaresBetween,
        ssWithin: test.sumOfSquaresWithin,
        etaSquared: test.etaSquared,
        omegaSquared: test.omegaSquared,
        epsilonSquared: test.epsilonSquared,
        welch: {
          F: welch.statistic,
          df1: welch.numeratorDegreesOfFreedom,
          df2: welch.denominatorDegreesOfFreedom,
          p: welch.pValue,
        },
        leveneMean: { F: levene.statistic, p: levene.pValue },
        brownForsythe: { F: brownForsythe.statistic, p: brownForsythe.pValue },
        bartlett: { K2: bartlett.statistic, p: bartlett.pValue },
        // The fixture takes the later group first, and numbers groups from 1.
        tukey: tukeyHsd(groups).map(({ first, second, difference, interval, adjustedPValue }) => ({
          pair: `${second + 1}-${first + 1}`,
          difference: -difference,
          lower: -interval.upper,
          upper: -interval.lower,
          pAdjusted: adjustedPValue,
        })),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      const { tukey, ...rest } = expected as { tukey: { pair: string }[] };
      expectGolden(got, rest, tolerance);
      expect(got.tukey.map(({ pair }) => pair)).toEqual(tukey.map(({ pair }) => pair));
      for (const [i, numbers] of tukey.entries())
        expectGolden({ ...got.tukey[i], pair: 0 }, { ...numbers, pair: 0 }, tolerance);
    },
  );
});
