import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { calibrationError } from '../../src/statistics/calibration.js';
import { confusionMatrix } from '../../src/statistics/confusionMatrix.js';
import { coxRegression } from '../../src/statistics/coxRegression.js';
import { delongTest } from '../../src/statistics/delongTest.js';
import { hosmerLemeshowTest } from '../../src/statistics/hosmerLemeshow.js';
import { kaplanMeier, survivalAt, survivalQuantile } from '../../src/statistics/kaplanMeier.js';
import type { SurvivalStep } from '../../src/statistics/survivalCurve.js';
import { logRankTest } from '../../src/statistics/logRankTest.js';
import { brierScore, logLoss } from '../../src/statistics/probabilityScores.js';
import { averagePrecision, youdenIndex } from '../../src/statistics/rankingQuality.js';
import { hanleyMcNeilError, rocAuc } from '../../src/statistics/rocAuc.js';

const TOPIC = 'logistic_classification';

interface Scores {
  score: number[];
  y: number[];
}

describe('scores and survival of logistic_classification.json', () => {
  it('selects every such case', () => {
    const prefixes = ['scores ', 'paired DeLong', 'hosmer-lemeshow', 'kaplan-meier'];
    expect(prefixes.map((prefix) => goldenCases(TOPIC, prefix).length)).toEqual([5, 1, 1, 1]);
    expect(goldenCases('published', 'aml log-rank')).toHaveLength(1);
  });

  it.each(goldenCases<Scores, object>(TOPIC, 'scores '))('$name', ({ input: { score, y }, expected, tolerance }) => {
    const { auc, standardError, interval } = rocAuc(score, y);
    const hits = y.filter((event) => event === 1).length;
    const brier = brierScore(score, y);
    const calibration = calibrationError(score, y);
    const matrix = confusionMatrix(score, y);
    const got = {
      auc,
      deLongSe: standardError,
      deLongCi: interval,
      hanleyMcNeilSe: hanleyMcNeilError(auc, hits, y.length - hits),
      gini: 2 * auc - 1,
      ks: youdenIndex(score, y),
      averagePrecision: averagePrecision(score, y),
      brier: brier.score,
      brierSkill: brier.skill,
      logLoss: logLoss(score, y),
      ece10: calibration.expected,
      maxCalibrationError10: calibration.maximum,
      confusionAt05: {
        tp: matrix.truePositives,
        fp: matrix.falsePositives,
        fn: matrix.falseNegatives,
        tn: matrix.trueNegatives,
      },
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ scoreA: number[]; scoreB: number[]; y: number[] }, object>(TOPIC, 'paired DeLong'))(
    '$name',
    ({ input: { scoreA, scoreB, y }, expected, tolerance }) => {
      const { statistic: z, pValue: p } = delongTest(scoreA, scoreB, y);
      const got = { aucA: rocAuc(scoreA, y).auc, aucB: rocAuc(scoreB, y).auc, z, p };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Scores & { groups: number }, object>(TOPIC, 'hosmer-lemeshow'))(
    '$name',
    ({ input: { score, y, groups }, expected, tolerance }) => {
      const { statistic: chi2, degreesOfFreedom: df, pValue: p } = hosmerLemeshowTest(score, y, groups);
      const got = { chi2, df, p };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface Followed {
    time: number[];
    event: number[];
    group: number[];
    at: number[];
  }
  it.each(goldenCases<Followed, object>(TOPIC, 'kaplan-meier'))('$name', ({ input, expected, tolerance }) => {
    const { time, event, group, at } = input;
    const curve = kaplanMeier(time, event);
    const plain = kaplanMeier(time, event, { interval: 'plain' });
    const stepsOf = (steps: readonly SurvivalStep[]): SurvivalStep[] =>
      at.map((when) => survivalAt(steps, when)).filter((step) => step !== null);
    const bounds = (steps: readonly SurvivalStep[]): object => ({
      lower: stepsOf(steps).map(({ interval }) => interval.lower),
      upper: stepsOf(steps).map(({ interval }) => interval.upper),
    });
    const logRank = logRankTest(time, event, group);
    const efron = coxRegression(time, event, [group]);
    const breslow = coxRegression(time, event, [group], { ties: 'breslow' });
    const got = {
      km: {
        survival: stepsOf(curve).map(({ survival }) => survival),
        greenwoodSe: stepsOf(curve).map(({ standardError }) => standardError),
        logLog: bounds(curve),
        plain: bounds(plain),
        atRisk: stepsOf(curve).map(({ atRisk }) => atRisk),
        median: survivalQuantile(curve),
      },
      logRank: {
        chi2: logRank.statistic,
        p: logRank.pValue,
        observed: logRank.observed,
        expected: logRank.expected,
      },
      coxEfron: { beta: efron.coefficients[0], se: efron.standardErrors[0] },
      coxBreslow: { beta: breslow.coefficients[0], se: breslow.standardErrors[0] },
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Followed, object>('published', 'aml log-rank'))(
    '$name',
    ({ input: { time, event, group }, expected, tolerance }) => {
      const { statistic: chi2, pValue: p } = logRankTest(time, event, group);
      expect(Object.keys(expected)).toEqual(['chi2', 'p']);
      expectGolden({ chi2, p }, expected, tolerance);
    },
  );
});
