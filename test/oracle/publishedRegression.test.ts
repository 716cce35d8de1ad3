import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { correlationMatrix } from '../../src/statistics/correlationMatrix.js';
import { lmgImportance } from '../../src/statistics/lmgImportance.js';
import { logisticRegression } from '../../src/statistics/logisticRegression.js';
import { partialCorrelation } from '../../src/statistics/partialCorrelation.js';
import { brierScore, logLoss } from '../../src/statistics/probabilityScores.js';
import { relativeWeights } from '../../src/statistics/relativeWeights.js';
import { rocAuc } from '../../src/statistics/rocAuc.js';

const TOPIC = 'published_regression';

interface Columns {
  X: number[][];
  y: number[];
}

describe('published regressions', () => {
  it('selects every case', () => {
    const prefixes = ['mtcars drivers', 'mtcars partial', 'mtcars logistic', 'endometrial'];
    expect(prefixes.map((prefix) => goldenCases(TOPIC, prefix).length)).toEqual([1, 1, 1, 1]);
    expect(goldenCases(TOPIC, '')).toHaveLength(4);
  });

  it.each(goldenCases<Columns, object>(TOPIC, 'mtcars drivers'))(
    '$name',
    ({ input: { X, y }, expected, tolerance }) => {
      const matrix = correlationMatrix([...X, y]);
      const correlations = {
        predictors: matrix.slice(0, -1).map((row) => row.slice(0, -1)),
        response: (matrix.at(-1) ?? []).slice(0, -1),
      };
      const got = { relativeWeights: relativeWeights(correlations).weights, lmg: lmgImportance(correlations) };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ x: number[]; y: number[]; controls: number[][] }, object>(TOPIC, 'mtcars partial'))(
    '$name',
    ({ input: { x, y, controls }, expected, tolerance }) => {
      expectGolden({ partial: partialCorrelation(x, y, controls).coefficient }, expected, tolerance);
    },
  );

  it.each(goldenCases<Columns, object>(TOPIC, 'mtcars logistic'))(
    '$name',
    ({ input: { X, y }, expected, tolerance }) => {
      const fit = logisticRegression(X, y);
      const { auc, interval } = rocAuc(fit.fitted, y);
      const got = {
        coefficients: fit.coefficients,
        // R's standard errors are those of the last step but one; ours are those of the estimate itself.
        se: errorsAt(X[0] as number[], [12.03949793, -4.02369544]),
        deviance: fit.deviance,
        auc,
        aucLower: interval.lower,
        brier: brierScore(fit.fitted, y).score,
        logLoss: logLoss(fit.fitted, y),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
      expectGolden(fit.standardErrors, errorsAt(X[0] as number[], fit.coefficients), { rel: 1e-12, abs: 0 });
    },
  );

  it.each(goldenCases<Columns, object>(TOPIC, 'endometrial'))('$name', ({ input: { X, y }, expected, tolerance }) => {
    expect(logisticRegression(X, y).converged).toBe(false);
    const fit = logisticRegression(X, y, { penalty: 'firth' });
    const got = { coefficients: fit.coefficients, se: fit.standardErrors };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });
});

// Square roots of the diagonal of the inverse Fisher information of one predictor.
function errorsAt(x: readonly number[], [intercept = NaN, slope = NaN]: readonly number[]): number[] {
  const curvatures = x.map((value) => {
    const p = 1 / (1 + Math.exp(-intercept - slope * value));
    return p * (1 - p);
  });
  const [zeroth, first, second] = [0, 1, 2].map((power) =>
    curvatures.reduce((total, curvature, i) => total + curvature * (x[i] as number) ** power, 0),
  ) as [number, number, number];
  const determinant = zeroth * second - first * first;
  return [Math.sqrt(second / determinant), Math.sqrt(zeroth / determinant)];
}
