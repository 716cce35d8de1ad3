import { describe, expect, it } from 'vitest';
import { breuschPaganTest } from '../../../src/statistics/breuschPagan.js';
import { clusterCovariance } from '../../../src/statistics/clusterCovariance.js';
import { leastSquares } from '../../../src/statistics/leastSquares.js';
import { regressionInfluence } from '../../../src/statistics/regressionInfluence.js';
import { leastSquaresPrediction } from '../../../src/statistics/regressionPrediction.js';
import { ridgeRegression } from '../../../src/statistics/ridgeRegression.js';
import { robustCovariance } from '../../../src/statistics/robustCovariance.js';
import { standardizedCoefficients } from '../../../src/statistics/standardizedCoefficients.js';
import { varianceInflation } from '../../../src/statistics/varianceInflation.js';

const x = [1, 2, 3, 4, 5];
const y = [2, 4, 5, 4, 5];
const NOWHERE = { lower: NaN, upper: NaN };

function close(got: ArrayLike<number>, wanted: readonly number[], digits = 13): void {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (Number.isNaN(value)) expect(got[i], String(i)).toBeNaN();
    else expect(got[i], String(i)).toBeCloseTo(value, digits);
  }
}

describe('leastSquares', () => {
  it('has the sums of the textbook', () => {
    // Means 3 and 4, sums of squares 10 and 6, of products 6.
    const fit = leastSquares([x], y);
    close(fit.coefficients, [2.2, 0.6]);
    expect(fit.residualSumOfSquares).toBeCloseTo(2.4, 13);
    expect(fit.rSquared).toBeCloseTo(0.6, 14);
    expect(fit.adjustedRSquared).toBeCloseTo(1 - (0.4 * 4) / 3, 14);
    expect(fit.fStatistic).toBeCloseTo(4.5, 12);
    expect(fit.residualVariance).toBeCloseTo(0.8, 13);
    close(fit.fitted, [2.8, 3.4, 4, 4.6, 5.2]);
    close(fit.residuals, [-0.8, 0.6, 1, -0.6, -0.2]);
    close(fit.leverages, [0.6, 0.3, 0.2, 0.3, 0.6]);
    close(fit.unscaledCovariance.flat(), [1.1, -0.3, -0.3, 0.1]);
    expect(fit).toMatchObject({
      rank: 2,
      degreesOfFreedom: 3,
      modelDegreesOfFreedom: 1,
      intercept: true,
      weights: null,
    });
    expect(fit.fPValue).toBeCloseTo(fit.pValues[1] as number, 13);
  });

  it('widens the intervals with the confidence', () => {
    const fit = leastSquares([x], y, { confidence: 0.99 });
    // The t quantile .995 on 3 degrees of freedom.
    const reach = 5.840909309733355 * Math.sqrt(0.08);
    expect(fit.intervals[1]?.lower).toBeCloseTo(0.6 - reach, 12);
    expect(leastSquares([x], y, { confidence: 1 }).intervals).toEqual([NOWHERE, NOWHERE]);
  });

  it('fits the mean without predictors', () => {
    const fit = leastSquares([], y);
    expect(fit.coefficients[0]).toBeCloseTo(4, 14);
    expect(fit).toMatchObject({
      rank: 1,
      degreesOfFreedom: 4,
      modelDegreesOfFreedom: 0,
      fStatistic: NaN,
      fPValue: NaN,
    });
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1.5 / 5), 14);
  });

  it('goes through the origin without an intercept, with R² about zero', () => {
    const fit = leastSquares([x], y, { intercept: false });
    close(fit.coefficients, [66 / 55]);
    expect(fit.rSquared).toBeCloseTo(66 ** 2 / 55 / 86, 14);
    expect(fit.adjustedRSquared).toBeCloseTo(1 - ((1 - 66 ** 2 / 55 / 86) * 5) / 4, 14);
    expect(fit.modelDegreesOfFreedom).toBe(1);
    expect(leastSquares([[1, 1, 1]], [1, 2, 3], { intercept: false }).rSquared).toBeCloseTo(12 / 14, 14);
  });

  it('takes a weight of two for two rows, but for the degrees of freedom', () => {
    const weighted = leastSquares([x], y, { weights: [2, 1, 1, 1, 1] });
    const twice = leastSquares([[1, ...x]], [2, ...y]);
    close(weighted.coefficients, [...twice.coefficients]);
    expect(weighted.rSquared).toBeCloseTo(twice.rSquared, 13);
    expect(weighted.degreesOfFreedom).toBe(3);
    expect(weighted.weights).toEqual([2, 1, 1, 1, 1]);
  });

  it('counts the logarithms of the weights into the likelihood', () => {
    // R: logLik(lm(y ~ x, weights = 1:5))
    expect(leastSquares([x], y, { weights: x }).logLikelihood).toBeCloseTo(-4.85334854410656, 12);
  });

  it('predicts but does not count a row of weight zero', () => {
    const fit = leastSquares([[...x, 10]], [...y, 100], { weights: [1, 1, 1, 1, 1, 0] });
    close(fit.coefficients, [2.2, 0.6]);
    expect(fit.degreesOfFreedom).toBe(3);
    expect(fit.fitted[5]).toBeCloseTo(8.2, 12);
    expect(fit.residuals[5]).toBeCloseTo(91.8, 12);
    expect(fit.logLikelihood).toBeCloseTo(leastSquares([x], y).logLikelihood, 12);
    expect(fit.rSquared).toBeCloseTo(0.6, 13);
    const collinear = leastSquares(
      [
        [...x, 10],
        [...x, 10],
      ],
      [...y, 100],
      { weights: [1, 1, 1, 1, 1, 0] },
    );
    expect(collinear.fitted[5]).toBeCloseTo(8.2, 12);
  });

  it('is perfect to the last digit where the data are', () => {
    const fit = leastSquares([[0.1, 0.2, 0.3, 0.7]], [0.3, 0.5, 0.7, 1.5]);
    expect(fit).toMatchObject({
      residuals: [0, 0, 0, 0],
      residualVariance: 0,
      rSquared: 1,
      fStatistic: Infinity,
      fPValue: 0,
    });
    close(fit.coefficients, [0.1, 2]);
    expect(fit.standardErrors).toEqual([0, 0]);
    expect(fit.statistics).toEqual([Infinity, Infinity]);
    expect(fit.pValues).toEqual([0, 0]);
  });

  it('explains nothing of a constant, whose variation is nil', () => {
    const fit = leastSquares([x], [0.1, 0.1, 0.1, 0.1, 0.1]);
    close(fit.coefficients, [0.1, 0]);
    expect(fit.rSquared).toBeNaN();
    expect(fit.fStatistic).toBeNaN();
  });

  it('has no errors without residual degrees of freedom', () => {
    const fit = leastSquares([[1, 2]], [3, 5]);
    close(fit.coefficients, [1, 2]);
    expect(fit).toMatchObject({
      degreesOfFreedom: 0,
      residualVariance: NaN,
      standardErrors: [NaN, NaN],
      pValues: [NaN, NaN],
    });
    const one = leastSquares([[4]], [3]);
    close(one.coefficients, [3, NaN]);
    expect(one.rank).toBe(1);
  });

  it('leaves a dependent predictor out', () => {
    const fit = leastSquares([x, x.map((value) => 1 - 3 * value), [1, 0, 1, 0, 0]], y);
    expect(fit.rank).toBe(3);
    expect(fit.coefficients[2]).toBeNaN();
    expect(fit.unscaledCovariance[2]).toEqual([NaN, NaN, NaN, NaN]);
    expect(fit.unscaledCovariance[0]?.[2]).toBeNaN();
    expect(fit.intervals[2]).toEqual(NOWHERE);
    const without = leastSquares([x, [1, 0, 1, 0, 0]], y);
    close(fit.fitted, [...without.fitted]);
    expect(fit.rSquared).toBeCloseTo(without.rSquared, 13);
    expect(leastSquares([[7, 7, 7, 7, 7]], y).coefficients[1]).toBeNaN();
  });

  it('keeps a predictor far from zero', () => {
    const fit = leastSquares([x.map((value) => 1.7e9 + value)], y);
    expect(fit.coefficients[1]).toBeCloseTo(0.6, 12);
    expect(fit.rSquared).toBeCloseTo(0.6, 12);
  });

  it.each([
    ['different lengths', [[1, 2, 3]], [1, 2], {}],
    ['NaN in a predictor', [[1, NaN, 3]], [1, 2, 4], {}],
    ['NaN in the response', [[1, 2, 3]], [1, NaN, 4], {}],
    ['no row', [[]], [], {}],
    ['no column', [], [1, 2], { intercept: false }],
    ['a weight below zero', [[1, 2, 3]], [1, 2, 4], { weights: [1, -1, 1] }],
    ['an infinite weight', [[1, 2, 3]], [1, 2, 4], { weights: [1, Infinity, 1] }],
    ['weights of another length', [[1, 2, 3]], [1, 2, 4], { weights: [1, 1] }],
    ['no weight', [[1, 2, 3]], [1, 2, 4], { weights: [0, 0, 0] }],
  ])('is NaN throughout for %s', (_, predictors, response, options) => {
    const fit = leastSquares(predictors, response, options);
    const size = predictors.length + ('intercept' in options ? 0 : 1);
    expect(fit.coefficients).toEqual(new Array<number>(size).fill(NaN));
    expect(fit.fitted).toEqual(response.map(() => NaN));
    expect(fit.weights).toBeNull();
    const numbers = { ...fit, coefficients: [], intercept: NaN, weights: [] };
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    expect(leaves(numbers).every(Number.isNaN)).toBe(true);
    expect(fit.intervals).toEqual(fit.coefficients.map(() => NOWHERE));
  });
});

describe('leastSquaresPrediction', () => {
  const fit = leastSquares([x], y);

  it('has the error of the mean and of a single row', () => {
    const mean = leastSquaresPrediction(fit, [6]);
    expect(mean.estimate).toBeCloseTo(5.8, 13);
    expect(mean.standardError).toBeCloseTo(Math.sqrt(0.8 * 1.1), 13);
    // The t quantile .975 on 3 degrees of freedom.
    const t = 3.1824463052837096;
    expect(mean.interval.upper).toBeCloseTo(5.8 + t * Math.sqrt(0.88), 12);
    const single = leastSquaresPrediction(fit, [6], { interval: 'single' });
    expect(single.interval.lower).toBeCloseTo(5.8 - t * Math.sqrt(0.8 * 2.1), 12);
    expect(single.standardError).toBe(mean.standardError);
    expect(leastSquaresPrediction(fit, [6], { confidence: 0 }).interval).toEqual(NOWHERE);
  });

  it('needs no intercept, and ignores what was left out', () => {
    const through = leastSquares([x], y, { intercept: false });
    expect(leastSquaresPrediction(through, [10]).estimate).toBeCloseTo(12, 13);
    const twice = leastSquares([x, x], y);
    expect(leastSquaresPrediction(twice, [6, 99])).toEqual(leastSquaresPrediction(fit, [6]));
  });

  it('is NaN for a row that does not match, and of a fit that is none', () => {
    const nothing = { estimate: NaN, standardError: NaN, interval: NOWHERE };
    expect(leastSquaresPrediction(fit, [6, 1])).toEqual(nothing);
    expect(leastSquaresPrediction(fit, [])).toEqual(nothing);
    expect(leastSquaresPrediction(leastSquares([[NaN]], [1]), [1])).toEqual(nothing);
  });
});

describe('regressionInfluence', () => {
  it('divides residuals by their own errors', () => {
    const influence = regressionInfluence(leastSquares([x], y));
    const first = -0.8 / Math.sqrt(0.8 * 0.4);
    expect(influence.standardizedResiduals[0]).toBeCloseTo(first, 13);
    // With the variance of the other four rows: 2.4 - .8² / .4 on 2 degrees of freedom.
    expect(influence.studentizedResiduals[0]).toBeCloseTo(-0.8 / Math.sqrt(((2.4 - 1.6) / 2) * 0.4), 12);
    expect(influence.cooksDistances[0]).toBeCloseTo((first ** 2 * 0.6) / (2 * 0.4), 12);
  });

  it('is NaN for a row fitted exactly, of weight zero, and for a perfect fit', () => {
    const alone = regressionInfluence(leastSquares([x, [0, 0, 1, 0, 0]], y));
    expect(alone.leverages[2]).toBeCloseTo(1, 14);
    expect(alone.standardizedResiduals[2]).toBeNaN();
    expect(alone.cooksDistances[2]).toBeNaN();
    expect(alone.standardizedResiduals[0]).not.toBeNaN();
    const weighted = regressionInfluence(leastSquares([x], y, { weights: [0, 2, 2, 2, 2] }));
    expect(weighted.standardizedResiduals[0]).toBeNaN();
    const unit = regressionInfluence(leastSquares([x.slice(1)], y.slice(1)));
    close(weighted.standardizedResiduals.slice(1), [...unit.standardizedResiduals]);
    expect(regressionInfluence(leastSquares([x], x)).standardizedResiduals.every(Number.isNaN)).toBe(true);
  });
});

describe('varianceInflation', () => {
  it('is 1 without overlap and 1 / (1 - r²) with one other', () => {
    close(
      varianceInflation([
        [1, 1, 2, 2],
        [1, 2, 1, 2],
      ]),
      [1, 1],
    );
    close(
      varianceInflation([
        [1, 2, 3, 4],
        [1, 3, 2, 4],
      ]),
      [1 / 0.36, 1 / 0.36],
    );
    expect(varianceInflation([[1, 2, 3]])).toEqual([1]);
  });

  it('is infinite for each predictor that the others determine, and for no other', () => {
    const third = [0, 1, 0, 0, 1];
    const [a, b, c] = varianceInflation([x, x.map((value) => value * 2 + 1), third]) as [number, number, number];
    expect([a, b]).toEqual([Infinity, Infinity]);
    expect(c).toBeGreaterThanOrEqual(1);
    expect(c).toBeLessThan(2);
  });

  it('is NaN for a constant and outside the domain', () => {
    expect(varianceInflation([x, [2, 2, 2, 2, 2]])).toEqual([1, NaN]);
    expect(varianceInflation([x, [1, 2]])).toEqual([NaN, NaN]);
    expect(varianceInflation([])).toEqual([]);
  });
});

describe('standardizedCoefficients', () => {
  it('of one predictor is the correlation, with or without an intercept in the list', () => {
    close(standardizedCoefficients(leastSquares([x], y), [x], y), [Math.sqrt(0.6)]);
    const through = leastSquares([x], y, { intercept: false });
    close(standardizedCoefficients(through, [x], y), [1.2 * Math.sqrt(10 / 6)]);
  });

  it('is NaN for a constant response', () => {
    const flat = [3, 3, 3, 3, 3];
    expect(standardizedCoefficients(leastSquares([x], flat), [x], flat)).toEqual([NaN]);
  });
});

describe('breuschPaganTest', () => {
  it('is n R² of the squared residuals', () => {
    const fit = leastSquares([x], y);
    const squares = leastSquares(
      [x],
      fit.residuals.map((value) => value ** 2),
    );
    const test = breuschPaganTest(fit, [x]);
    expect(test.statistic).toBeCloseTo(5 * squares.rSquared, 13);
    expect(test.degreesOfFreedom).toBe(1);
    expect(breuschPaganTest(leastSquares([x], x), [x]).pValue).toBeNaN();
  });
});

describe('ridgeRegression', () => {
  it('divides the sum of products by the sum of squares plus λ', () => {
    const ridge = ridgeRegression([x], y, 10);
    close(ridge.slopes, [0.3]);
    expect(ridge.intercept).toBeCloseTo(3.1, 13);
    expect(ridge.effectiveDegreesOfFreedom).toBeCloseTo(0.5, 13);
    // In units of the population standard deviation √2: 6/√2 over 5 + 10, back in the unit as given.
    close(ridgeRegression([x], y, 10, { penalty: 'scaled' }).slopes, [6 / Math.sqrt(2) / 15 / Math.sqrt(2)]);
  });

  it('shares between predictors that are the same', () => {
    const { slopes } = ridgeRegression([x, x], y, 1);
    expect(slopes[0]).toBeCloseTo(slopes[1] as number, 14);
    close(slopes, [6 / 21, 6 / 21]);
  });

  it.each([
    ['no penalty', [x], y, 0],
    ['a penalty below zero', [x], y, -1],
    ['an infinite penalty', [x], y, Infinity],
    ['no predictor', [], y, 1],
    ['NaN in the response', [x], [1, 2, NaN, 4, 5], 1],
    ['different lengths', [x], [1, 2], 1],
  ])('is NaN for %s', (_, predictors, response, lambda) => {
    expect(ridgeRegression(predictors, response, lambda)).toEqual({
      intercept: NaN,
      slopes: predictors.map(() => NaN),
      effectiveDegreesOfFreedom: NaN,
    });
  });

  it('is NaN for a constant in units of its deviation, 0 as given', () => {
    expect(ridgeRegression([[2, 2, 2, 2, 2]], y, 1, { penalty: 'scaled' }).slopes).toEqual([NaN]);
    close(ridgeRegression([[2, 2, 2, 2, 2]], y, 1).slopes, [0]);
  });
});

describe('robustCovariance', () => {
  const fit = leastSquares([x], y);

  it('is HC3 by default', () => {
    expect(robustCovariance(fit, [x])).toEqual(robustCovariance(fit, [x], 'HC3'));
    // NumPy: (X'X)⁻¹ X' diag(u²) X (X'X)⁻¹
    close(robustCovariance(fit, [x], 'HC0').standardErrors, [0.74135012, 0.18547237], 8);
    const ratio = (robustCovariance(fit, [x], 'HC1').standardErrors[0] as number) / 0.7413501197140252;
    expect(ratio).toBeCloseTo(Math.sqrt(5 / 3), 12);
  });

  it('has the errors on its diagonal, and none for what was left out', () => {
    const twice = leastSquares([x, x, [1, 0, 0, 1, 0]], y);
    const { covariance, standardErrors } = robustCovariance(twice, [x, x, [1, 0, 0, 1, 0]]);
    const single = robustCovariance(leastSquares([x, [1, 0, 0, 1, 0]], y), [x, [1, 0, 0, 1, 0]]);
    close([standardErrors[0], standardErrors[1], standardErrors[3]] as number[], [...single.standardErrors]);
    expect(standardErrors[2]).toBeNaN();
    expect(covariance[2]).toEqual([NaN, NaN, NaN, NaN]);
    expect(covariance[3]?.[1]).toBeCloseTo(single.covariance[2]?.[1] as number, 14);
    expect(Math.sqrt(covariance[3]?.[3] as number)).toBe(standardErrors[3]);
  });

  it('is NaN when the columns do not match, and for HC2 and HC3 at leverage 1', () => {
    for (const columns of [[], [x, x], [[1, 2]]]) {
      expect(robustCovariance(fit, columns).standardErrors).toEqual([NaN, NaN]);
    }
    const alone = [0, 0, 1, 0, 0];
    const exact = leastSquares([x, alone], y);
    expect(robustCovariance(exact, [x, alone], 'HC2').standardErrors.every(Number.isNaN)).toBe(true);
    expect(robustCovariance(exact, [x, alone], 'HC0').standardErrors.some(Number.isNaN)).toBe(false);
  });

  it('of a weighted fit weights the scores', () => {
    const weights = [1, 2, 1, 3, 1];
    const weighted = leastSquares([x], y, { weights });
    const roots = weights.map(Math.sqrt);
    const scaled = leastSquares(
      [roots, x.map((v, i) => v * (roots[i] as number))],
      y.map((v, i) => v * (roots[i] as number)),
      {
        intercept: false,
      },
    );
    const columns = [roots, x.map((v, i) => v * (roots[i] as number))];
    close(robustCovariance(weighted, [x]).standardErrors, [...robustCovariance(scaled, columns).standardErrors]);
    const clusters = [1, 1, 2, 2, 3];
    close(clusterCovariance(weighted, [x], clusters).standardErrors, [
      ...clusterCovariance(scaled, columns, clusters).standardErrors,
    ]);
  });
});

describe('clusterCovariance', () => {
  const fit = leastSquares([x], y);

  it('is CR2 by default, and that of single rows when each is its own cluster', () => {
    const own = ['a', 'b', 'c', 'd', 'e'];
    close(clusterCovariance(fit, [x], own).standardErrors, [...robustCovariance(fit, [x], 'HC2').standardErrors]);
    close(clusterCovariance(fit, [x], own, 'CR0').standardErrors, [
      ...robustCovariance(fit, [x], 'HC0').standardErrors,
    ]);
    close(clusterCovariance(fit, [x], own, 'CR1').standardErrors, [
      ...robustCovariance(fit, [x], 'HC1').standardErrors,
    ]);
  });

  it('does not ask for the rows of a cluster to stand together', () => {
    const together = clusterCovariance(fit, [x], [1, 1, 1, 2, 2]);
    const order = [4, 0, 3, 2, 1];
    const shuffled = leastSquares(
      [order.map((i) => x[i] as number)],
      order.map((i) => y[i] as number),
    );
    const apart = clusterCovariance(
      shuffled,
      [order.map((i) => x[i] as number)],
      order.map((i) => (i < 3 ? 1 : 2)),
    );
    close(apart.standardErrors, [...together.standardErrors]);
  });

  it('gives the pseudo-inverse to a cluster that a column belongs to alone', () => {
    const alone = [0, 0, 1, 0, 0];
    const exact = leastSquares([x, alone], y);
    const { standardErrors } = clusterCovariance(exact, [x, alone], [1, 1, 3, 2, 2]);
    expect(standardErrors.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ['one cluster', [x], [1, 1, 1, 1, 1]],
    ['clusters of another length', [x], [1, 2]],
    ['columns that do not match', [x, x], [1, 1, 2, 2, 3]],
  ])('is NaN for %s', (_, columns, clusters) => {
    expect(clusterCovariance(fit, columns, clusters).standardErrors).toEqual([NaN, NaN]);
  });
});
