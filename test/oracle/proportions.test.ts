import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import {
  clopperPearsonInterval,
  jeffreysInterval,
  midPInterval,
} from '../../src/statistics/exactProportionInterval.js';
import { fisherExactTest } from '../../src/statistics/fisherExact.js';
import { mcNemarExactTest, mcNemarTest } from '../../src/statistics/mcNemar.js';
import {
  agrestiCaffoInterval,
  newcombeInterval,
  waldDifferenceInterval,
} from '../../src/statistics/proportionDifferenceInterval.js';
import {
  agrestiCoullInterval,
  waldInterval,
  wilsonContinuityInterval,
  wilsonInterval,
} from '../../src/statistics/proportionInterval.js';
import { exactBinomialTest, proportionScoreTest } from '../../src/statistics/proportionTest.js';
import { cohenH, oddsRatio, riskRatio } from '../../src/statistics/ratioInterval.js';
import { meeInterval, miettinenNurminenInterval } from '../../src/statistics/scoreDifferenceInterval.js';
import { twoProportionTest } from '../../src/statistics/twoProportionTest.js';

describe('proportions.json', () => {
  it('is covered in full', () => {
    const prefixes = ['interval ', 'test ', 'two-sample ', 'mcnemar '];
    expect(prefixes.map((prefix) => goldenCases('proportions', prefix).length)).toEqual([37, 5, 12, 5]);
    expect(goldenCases('proportions', '')).toHaveLength(59);
  });

  const intervals = goldenCases<{ successes: number; n: number; confidence: number }, object>(
    'proportions',
    'interval ',
  );
  it.each(intervals)('$name', ({ input: { successes, n, confidence }, expected, tolerance }) => {
    const p = successes / n;
    const got = {
      estimate: p,
      se: Math.sqrt((p * (1 - p)) / n),
      wald: waldInterval(successes, n, confidence),
      wilson: wilsonInterval(successes, n, confidence),
      wilsonCc: wilsonContinuityInterval(successes, n, confidence),
      agrestiCoull: agrestiCoullInterval(successes, n, confidence),
      clopperPearson: clopperPearsonInterval(successes, n, confidence),
      jeffreys: jeffreysInterval(successes, n, confidence, 'equal-tailed'),
      jeffreysBoundary: jeffreysInterval(successes, n, confidence, 'boundary'),
      midP: midPInterval(successes, n, confidence),
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  const tests = goldenCases<{ successes: number; n: number; p0: number }, object>('proportions', 'test ');
  it.each(tests)('$name', ({ input: { successes, n, p0 }, expected, tolerance }) => {
    const score = proportionScoreTest(successes, n, p0);
    const corrected = proportionScoreTest(successes, n, p0, { continuity: 'yates' });
    const got = {
      exact: {
        twoSided: exactBinomialTest(successes, n, p0),
        less: exactBinomialTest(successes, n, p0, 'less'),
        greater: exactBinomialTest(successes, n, p0, 'greater'),
      },
      score: { chi2: score.statistic ** 2, p: score.pValue },
      scoreCc: { chi2: corrected.statistic ** 2, p: corrected.pValue },
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  interface TwoSamples {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    confidence: number;
  }
  it.each(goldenCases<TwoSamples, object>('proportions', 'two-sample '))('$name', ({ input, expected, tolerance }) => {
    const { x1, n1, x2, n2, confidence } = input;
    const pooled = twoProportionTest(x1, n1, x2, n2, { method: 'pooled' });
    const nMinus1 = twoProportionTest(x1, n1, x2, n2);
    const yates = twoProportionTest(x1, n1, x2, n2, { method: 'yates' });
    const fisher = fisherExactTest(
      [
        [x1, n1 - x1],
        [x2, n2 - x2],
      ],
      { confidence },
    );
    const got = {
      difference: pooled.difference,
      pooled: { se: pooled.standardError, z: pooled.statistic, p: pooled.pValue },
      nMinus1: { chi2: nMinus1.statistic ** 2, p: nMinus1.pValue },
      yates: { chi2: yates.statistic ** 2, p: yates.pValue },
      wald: waldDifferenceInterval(x1, n1, x2, n2, confidence),
      newcombe: newcombeInterval(x1, n1, x2, n2, confidence),
      agrestiCaffo: agrestiCaffoInterval(x1, n1, x2, n2, confidence),
      miettinenNurminen: miettinenNurminenInterval(x1, n1, x2, n2, confidence),
      mee: meeInterval(x1, n1, x2, n2, confidence),
      fisher: { p: fisher.pValue, conditionalOddsRatio: fisher.oddsRatio, ...fisher.interval },
      oddsRatio: oddsRatio(x1, n1, x2, n2, confidence),
      riskRatio: riskRatio(x1, n1, x2, n2, confidence),
      cohenH: cohenH(x1 / n1, x2 / n2),
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ b: number; c: number }, object>('proportions', 'mcnemar '))(
    '$name',
    ({ input: { b, c }, expected, tolerance }) => {
      const test = mcNemarTest(b, c);
      const got = {
        chi2: test.statistic,
        p: test.pValue,
        chi2Cc: mcNemarTest(b, c, 'edwards').statistic,
        exactP: mcNemarExactTest(b, c),
        midP: mcNemarExactTest(b, c, 'mid-p'),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
