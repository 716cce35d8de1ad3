import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { linearTrend } from '../../src/statistics/linearTrend.js';
import { mannKendallTest } from '../../src/statistics/mannKendallTest.js';
import { pettittTest } from '../../src/statistics/pettittTest.js';
import { classicalDecomposition } from '../../src/statistics/seasonalDecomposition.js';
import { seasonalMannKendallTest } from '../../src/statistics/seasonalMannKendallTest.js';
import { exponentialSmoothing, trailingMean } from '../../src/statistics/smoothing.js';
import { stlDecomposition } from '../../src/statistics/stlDecomposition.js';
import { theilSenSlope } from '../../src/statistics/theilSenSlope.js';

interface Series {
  y: number[];
  t: number[];
  confidence: number;
  period: number;
}

describe('trend.json', () => {
  it('is covered in full', () => {
    const prefixes = [
      'mann-kendall',
      'theil-sen',
      'seasonal mann',
      'ols trend',
      'pettitt',
      'simple',
      'classical',
      'stl',
    ];
    expect(prefixes.map((prefix) => goldenCases('trend', prefix).length)).toEqual([6, 7, 1, 2, 1, 1, 1, 1]);
    expect(goldenCases('trend', '')).toHaveLength(20);
  });

  it.each(goldenCases<Series, object>('trend', 'mann-kendall'))('$name', ({ input: { y }, expected, tolerance }) => {
    const normal = mannKendallTest(y, { method: 'normal' });
    const got = {
      S: normal.score,
      varS: normal.variance,
      z: normal.statistic,
      p: normal.pValue,
      tauA: normal.tauA,
      tauB: normal.tauB,
      pExact: mannKendallTest(y, { method: 'exact' }).pValue,
    };
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Series, object>('trend', 'theil-sen'))(
    '$name',
    ({ input: { t, y, confidence }, expected, tolerance }) => {
      const line = theilSenSlope(y, { times: t, confidence });
      const got = {
        slope: line.slope,
        interceptMedianResidual: line.intercept,
        interceptMedians: theilSenSlope(y, { times: t, intercept: 'medians' }).intercept,
        pairs: line.pairs,
        ...line.interval,
      };
      // The ranks are steps on the way to the limits.
      const results = Object.fromEntries(Object.entries(expected).filter(([name]) => !name.startsWith('rank')));
      expect(Object.keys(results)).toEqual(Object.keys(got));
      expectGolden(got, results, tolerance);
    },
  );

  it.each(goldenCases<Series, object>('trend', 'seasonal mann'))(
    '$name',
    ({ input: { y, period }, expected, tolerance }) => {
      const { score, variance, statistic, pValue, slopePerCycle } = seasonalMannKendallTest(y, period);
      const got = { S: score, varS: variance, z: statistic, p: pValue, seasonalSenSlopePerCycle: slopePerCycle };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Series & { neweyWestLag: number }, object>('trend', 'ols trend'))(
    '$name',
    ({ input: { y, confidence, neweyWestLag }, expected, tolerance }) => {
      const line = linearTrend(y, { confidence, lag: neweyWestLag });
      const { value, ...limits } = line.prediction;
      const got = {
        intercept: line.intercept,
        slope: line.slope,
        seSlope: line.standardError,
        tSlope: line.statistic,
        pSlope: line.pValue,
        ci: line.interval,
        rSquared: line.rSquared,
        sigma: line.residualDeviation,
        seSlopeHC3: line.robustError,
        seSlopeNeweyWest: line.neweyWestError,
        durbinWatson: line.durbinWatson,
        nextPrediction: { fit: value, ...limits },
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Series, object>('trend', 'pettitt'))('$name', ({ input: { y }, expected, tolerance }) => {
    const { statistic, changePoint, pValue, scores } = pettittTest(y);
    const got = { K: statistic, at: changePoint, p: pValue, U: scores.map(Math.abs) };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Series & { alpha: number; window: number }, object>('trend', 'simple'))(
    '$name',
    ({ input: { y, alpha, window }, expected, tolerance }) => {
      const got = { ses: exponentialSmoothing(y, alpha), trailingMean: trailingMean(y, window) };
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Series, object>('trend', 'classical'))(
    '$name',
    ({ input: { y, period }, expected, tolerance }) => {
      const { seasonalFigure, trend, remainder } = classicalDecomposition(y, period);
      expectGolden({ seasonalFigure, trend, random: remainder }, expected, tolerance);
    },
  );

  it.each(goldenCases<Series, object>('trend', 'stl'))('$name', ({ input: { y, period }, expected, tolerance }) => {
    const got = stlDecomposition(y, period);
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });
});
