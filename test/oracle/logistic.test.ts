import { describe, expect, it } from 'vitest';
import { columnsOf } from './columnsOf.js';
import { expectGolden, goldenCases } from './goldenCases.js';
import { interpolatedProfileLimits } from './massProfile.js';
import { averageMarginalEffects } from '../../src/statistics/logisticEffects.js';
import { logisticProfileIntervals } from '../../src/statistics/logisticProfileIntervals.js';
import { logisticRegression } from '../../src/statistics/logisticRegression.js';
import { logisticRobustCovariance } from '../../src/statistics/logisticRobustCovariance.js';
import { poissonRegression } from '../../src/statistics/poissonRegression.js';

const TOPIC = 'logistic_classification';

interface Rows {
  X: number[][];
  y: number[];
}

interface Ridge {
  lambda: number;
  coefficients: number[];
}

describe('models of logistic_classification.json', () => {
  it('selects every model', () => {
    const prefixes = ['logit ', '2x2 ', 'separation ', 'poisson '];
    expect(prefixes.map((prefix) => goldenCases(TOPIC, prefix).length)).toEqual([2, 1, 3, 1]);
    expect(goldenCases(TOPIC, '')).toHaveLength(15);
  });

  it.each(goldenCases<Rows & { weights: number[]; cluster: number[] }, { ridge: Ridge[] }>(TOPIC, 'logit '))(
    '$name',
    ({ input: { X, y, weights, cluster }, expected, tolerance }) => {
      const x = columnsOf(X);
      const fit = logisticRegression(x, y);
      const firth = logisticRegression(x, y, { penalty: 'firth' });
      // The fixture's profile limits are MASS's, a spline through steps of half a standard error; done its way they are met.
      const interpolated = fit.coefficients.map((_, place) => interpolatedProfileLimits(x, y, place));
      const got = {
        coefficients: fit.coefficients,
        se: fit.standardErrors,
        z: fit.statistics,
        p: fit.pValues,
        profileCiLower: interpolated.map(({ lower }) => lower),
        profileCiUpper: interpolated.map(({ upper }) => upper),
        oddsRatios: fit.coefficients.map(Math.exp),
        logLik: fit.logLikelihood,
        nullLogLik: fit.nullLogLikelihood,
        deviance: fit.deviance,
        aic: fit.akaike,
        lrChi2: fit.likelihoodRatio,
        lrP: fit.likelihoodRatioPValue,
        mcFadden: fit.mcFadden,
        nagelkerke: fit.nagelkerke,
        seHC0: logisticRobustCovariance(fit, x, y).standardErrors,
        seClusterHC0: logisticRobustCovariance(fit, x, y, cluster).standardErrors,
        firth: { coefficients: firth.coefficients, seFisherInformation: firth.standardErrors },
        ridge: expected.ridge.map(({ lambda }) => ({
          lambda,
          coefficients: logisticRegression(x, y, { penalty: { ridge: lambda } }).coefficients,
        })),
        weighted: { coefficients: logisticRegression(x, y, { weights }).coefficients },
        averageMarginalEffects: averageMarginalEffects(fit),
        fitted: fit.fitted,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Rows, object>(TOPIC, 'logit '))(
    'profile limits of $name to all digits',
    ({ input: { X, y } }) => {
      const x = columnsOf(X);
      const { logLikelihood } = logisticRegression(x, y);
      for (const [place, { lower, upper }] of logisticProfileIntervals(x, y).entries()) {
        for (const limit of [lower, upper]) {
          // With the coefficient held at the limit, twice the drop of the log-likelihood is the quantile of chi-square.
          const own = place === 0 ? y.map(() => 1) : (x[place - 1] as number[]);
          const others = x.filter((_, k) => k !== place - 1);
          const offset = own.map((value) => value * limit);
          const held = logisticRegression(others, y, { offset, intercept: place > 0 });
          expectGolden(2 * (logLikelihood - held.logLikelihood), 3.841458820694124, { rel: 1e-9, abs: 0 });
        }
      }
    },
  );

  interface Counts {
    n00: number;
    n01: number;
    n10: number;
    n11: number;
  }
  it.each(goldenCases<Counts, object>(TOPIC, '2x2 '))('$name', ({ input, expected, tolerance }) => {
    const { n00, n01, n10, n11 } = input;
    const fit = logisticRegression([[0, 0, 1, 1]], [0, 1, 0, 1], { weights: [n00, n01, n10, n11] });
    const got = { coefficients: fit.coefficients, se: fit.standardErrors };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  interface Separated {
    mlExists: boolean;
    firth: object;
    ridge1: number[] | null;
  }
  it.each(goldenCases<Rows, Separated>(TOPIC, 'separation '))('$name', ({ input: { X, y }, expected, tolerance }) => {
    const x = columnsOf(X);
    expect(logisticRegression(x, y).converged).toBe(expected.mlExists);
    const firth = logisticRegression(x, y, { penalty: 'firth' });
    const got = {
      firth: { coefficients: firth.coefficients, seFisherInformation: firth.standardErrors },
      ridge1: logisticRegression(x, y, { penalty: { ridge: 1 } }).coefficients,
    };
    const numbers = { firth: expected.firth, ridge1: expected.ridge1 };
    expect(Object.keys(expected)).toEqual(['mlExists', ...Object.keys(got)]);
    expectGolden(got, numbers, tolerance);
  });

  it.each(goldenCases<{ x: number[]; y: number[]; exposure: number[] }, object>(TOPIC, 'poisson '))(
    '$name',
    ({ input: { x, y, exposure }, expected, tolerance }) => {
      const fit = poissonRegression([x], y, exposure);
      const got = {
        coefficients: fit.coefficients,
        se: fit.standardErrors,
        deviance: fit.deviance,
        pearsonDispersion: fit.dispersion,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
