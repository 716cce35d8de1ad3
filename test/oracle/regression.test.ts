import { describe, expect, it } from 'vitest';
import { columnsOf } from './columnsOf.js';
import { expectGolden, goldenCases } from './goldenCases.js';
import { breuschPaganTest } from '../../src/statistics/breuschPagan.js';
import { clusterCovariance } from '../../src/statistics/clusterCovariance.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';
import { regressionInfluence } from '../../src/statistics/regressionInfluence.js';
import { ridgeRegression } from '../../src/statistics/ridgeRegression.js';
import { robustCovariance } from '../../src/statistics/robustCovariance.js';
import { standardizedCoefficients } from '../../src/statistics/standardizedCoefficients.js';
import { varianceInflation } from '../../src/statistics/varianceInflation.js';

interface Rows {
  X: number[][];
  y: number[];
}

describe('regression.json', () => {
  it('selects every case', () => {
    const prefixes = ['ols ', 'ridge ', 'perfect fit', 'exactly collinear'];
    expect(prefixes.map((prefix) => goldenCases('regression', prefix).length)).toEqual([3, 3, 1, 1]);
    expect(goldenCases('regression', '')).toHaveLength(8);
  });

  it.each(goldenCases<Rows & { cluster: number[]; weights: number[] }, object>('regression', 'ols '))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { y, cluster, weights } = input;
      const x = columnsOf(input.X);
      const fit = leastSquares(x, y);
      const weighted = leastSquares(x, y, { weights });
      const influence = regressionInfluence(fit);
      const breuschPagan = breuschPaganTest(fit, x);
      const got = {
        coefficients: fit.coefficients,
        se: fit.standardErrors,
        t: fit.statistics,
        p: fit.pValues,
        ciLower: fit.intervals.map(({ lower }) => lower),
        ciUpper: fit.intervals.map(({ upper }) => upper),
        rSquared: fit.rSquared,
        adjRSquared: fit.adjustedRSquared,
        sigma: Math.sqrt(fit.residualVariance),
        F: fit.fStatistic,
        df1: fit.modelDegreesOfFreedom,
        df2: fit.degreesOfFreedom,
        pF: fit.fPValue,
        logLik: fit.logLikelihood,
        aic: fit.akaike,
        bic: fit.bayesian,
        standardized: standardizedCoefficients(fit, x, y),
        vif: varianceInflation(x),
        HC0: robustCovariance(fit, x, 'HC0').standardErrors,
        HC1: robustCovariance(fit, x, 'HC1').standardErrors,
        HC2: robustCovariance(fit, x, 'HC2').standardErrors,
        HC3: robustCovariance(fit, x).standardErrors,
        clusterCR0: clusterCovariance(fit, x, cluster, 'CR0').standardErrors,
        clusterCR1: clusterCovariance(fit, x, cluster, 'CR1').standardErrors,
        clusterCR2: clusterCovariance(fit, x, cluster).standardErrors,
        weighted: { coefficients: weighted.coefficients, se: weighted.standardErrors, rSquared: weighted.rSquared },
        breuschPagan: { LM: breuschPagan.statistic, p: breuschPagan.pValue },
        leverage: influence.leverages,
        cooks: influence.cooksDistances,
        studentized: influence.studentizedResiduals,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Rows & { lambda: number }, object>('regression', 'ridge '))(
    '$name',
    ({ input: { X, y, lambda }, expected, tolerance }) => {
      const ridge = ridgeRegression(columnsOf(X), y, lambda);
      const got = {
        slopes: ridge.slopes,
        intercept: ridge.intercept,
        slopesScaledPenalty: ridgeRegression(columnsOf(X), y, lambda, { penalty: 'scaled' }).slopes,
        effectiveDf: ridge.effectiveDegreesOfFreedom,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each([
    ...goldenCases<Rows, object>('regression', 'perfect fit'),
    ...goldenCases<Rows, object>('regression', 'exactly collinear'),
  ])('$name', ({ input: { X, y }, expected, tolerance }) => {
    const fit = leastSquares(columnsOf(X), y);
    const got = { ...fit, columns: fit.coefficients.length };
    expectGolden(got, expected, tolerance);
  });
});
