import { describe, expect, it } from 'vitest';
import { averageMarginalEffects, logisticProbability } from '../../../src/statistics/logisticEffects.js';
import { logisticProfileIntervals } from '../../../src/statistics/logisticProfileIntervals.js';
import { logisticRegression } from '../../../src/statistics/logisticRegression.js';
import { logisticRobustCovariance } from '../../../src/statistics/logisticRobustCovariance.js';
import { poissonRegression } from '../../../src/statistics/poissonRegression.js';

const x = [1, 2, 3, 4, 5, 6];
const events = [0, 0, 1, 0, 1, 1];
const NOWHERE = { lower: NaN, upper: NaN };

function close(got: ArrayLike<number>, wanted: readonly number[], digits = 11): void {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) {
    if (Number.isNaN(value)) expect(got[i], String(i)).toBeNaN();
    else expect(got[i], String(i)).toBeCloseTo(value, digits);
  }
}

const repeat = (value: number, times: number): number[] => new Array<number>(times).fill(value);

describe('logisticRegression', () => {
  it('without predictors is the log-odds of the rate', () => {
    const fit = logisticRegression([], [1, 0, 0, 0]);
    close(fit.coefficients, [Math.log(1 / 3)]);
    close(fit.standardErrors, [Math.sqrt(1 / 0.75)]);
    expect(fit.logLikelihood).toBeCloseTo(Math.log(0.25) + 3 * Math.log(0.75), 13);
    expect(fit.likelihoodRatio).toBeCloseTo(0, 13);
    expect(fit.degreesOfFreedom).toBe(0);
    expect(fit.converged).toBe(true);
  });

  it('of one group against another is the log odds ratio', () => {
    const fit = logisticRegression([[0, 0, 1, 1]], [0, 1, 0, 1], { weights: [30, 10, 15, 45] });
    close(fit.coefficients, [Math.log(1 / 3), Math.log(9)]);
    close(fit.standardErrors, [Math.sqrt(1 / 30 + 1 / 10), Math.sqrt(1 / 30 + 1 / 10 + 1 / 15 + 1 / 45)]);
    expect(fit.weights).toEqual([30, 10, 15, 45]);
    close(fit.fitted, [0.25, 0.25, 0.75, 0.75]);
    const rows = logisticRegression(
      [[...repeat(0, 40), ...repeat(1, 60)]],
      [...repeat(0, 30), ...repeat(1, 10), ...repeat(0, 15), ...repeat(1, 45)],
    );
    close(rows.coefficients, [...fit.coefficients]);
    for (const name of [
      'logLikelihood',
      'nullLogLikelihood',
      'deviance',
      'akaike',
      'mcFadden',
      'nagelkerke',
    ] as const) {
      expect(fit[name], name).toBeCloseTo(rows[name], 9);
    }
    // R: pseudo R² from the log-likelihoods of 100 rows, 55 of them events.
    const nothing = 55 * Math.log(0.55) + 45 * Math.log(0.45);
    const model = 75 * Math.log(0.75) + 25 * Math.log(0.25);
    expect(rows.mcFadden).toBeCloseTo(1 - model / nothing, 12);
    expect(rows.nagelkerke).toBeCloseTo((1 - Math.exp((nothing - model) / 50)) / (1 - Math.exp(nothing / 50)), 12);
    expect(rows.akaike).toBeCloseTo(4 - 2 * model, 10);
    expect(rows.likelihoodRatio).toBeCloseTo(2 * (model - nothing), 10);
    expect(rows.likelihoodRatioPValue).toBeGreaterThan(0);
    expect(rows.weights).toBeNull();
  });

  it('goes through even odds at zero without an intercept', () => {
    const fit = logisticRegression([[1, 1, 1, 1]], [1, 0, 0, 0], { intercept: false });
    close(fit.coefficients, [Math.log(1 / 3)]);
    expect(fit.intercept).toBe(false);
    expect(fit.nullLogLikelihood).toBeCloseTo(4 * Math.log(0.5), 13);
    expect(fit.degreesOfFreedom).toBe(1);
    const shifted = logisticRegression([[1, 1, 1, 1]], [1, 0, 0, 0], { intercept: false, offset: [1, 1, 1, 1] });
    close(shifted.coefficients, [Math.log(1 / 3) - 1]);
    expect(shifted.nullLogLikelihood).toBeCloseTo(-Math.log1p(Math.exp(-1)) - 3 * Math.log1p(Math.exp(1)), 12);
  });

  it('adds the offset to the log-odds, of the null model too', () => {
    const offset = x.map((value) => value / 2);
    const fit = logisticRegression([x], events, { offset });
    const plain = logisticRegression([x], events);
    close(fit.coefficients, [plain.coefficients[0] as number, (plain.coefficients[1] as number) - 0.5], 9);
    expect(fit.logLikelihood).toBeCloseTo(plain.logLikelihood, 12);
    const large = logisticRegression([], events, { offset });
    expect(fit.nullLogLikelihood).toBeCloseTo(large.logLikelihood, 12);
  });

  it('does not mind the unit or the origin of a predictor', () => {
    const plain = logisticRegression([x], events);
    const far = logisticRegression([x.map((value) => 1e8 + 1e-3 * value)], events);
    // Values a thousandth apart at 1e8 keep five digits of their distances.
    expect((far.coefficients[1] as number) / 1000).toBeCloseTo(plain.coefficients[1] as number, 4);
    expect(far.logLikelihood).toBeCloseTo(plain.logLikelihood, 4);
  });

  it('leaves a dependent predictor out', () => {
    const fit = logisticRegression([x, x.map((value) => 2 - value)], events);
    const plain = logisticRegression([x], events);
    close(fit.coefficients, [...plain.coefficients, NaN], 9);
    expect(fit.standardErrors[2]).toBeNaN();
    expect(fit.degreesOfFreedom).toBe(1);
    expect(fit.likelihoodRatioPValue).toBeCloseTo(plain.likelihoodRatioPValue, 12);
  });

  it.each([
    ['completely', [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]],
    ['but for a tie', [1, 2, 3, 3, 4, 5], [0, 0, 0, 1, 1, 1]],
    ['in one group', [0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 1, 1]],
    ['without events', [1, 2, 3, 4], [0, 0, 0, 0]],
    ['with nothing but events', [1, 2, 3, 4], [1, 1, 1, 1]],
    ['far apart', [1, 2, 1e9, 1e9 + 1], [0, 0, 1, 1]],
  ])('says that there is no estimate where predictors separate %s', (_, column, outcome) => {
    const fit = logisticRegression([column], outcome);
    expect(fit).toMatchObject({ converged: false, coefficients: [NaN, NaN], logLikelihood: NaN, deviance: NaN });
    expect(logisticProfileIntervals([column], outcome)).toEqual([NOWHERE, NOWHERE]);
    const firth = logisticRegression([column], outcome, { penalty: 'firth' });
    expect(firth.converged).toBe(true);
    expect(firth.coefficients.every(Number.isFinite)).toBe(true);
  });

  it('finds an estimate beside a row that lies far off', () => {
    for (const far of [1e3, 1e5, 1e7]) {
      const fit = logisticRegression([[...x, far]], [...events, 1]);
      // The far row is certain: the others alone decide.
      close(fit.coefficients, [...logisticRegression([x], events).coefficients], 5);
    }
    const counts = poissonRegression([[0, 0, 1, 1, -100]], [2, 4, 6, 12, 0]);
    close(counts.coefficients, [Math.log(3), Math.log(3)], 9);
  });

  it('finds an estimate that is nearly separated', () => {
    const column = Array.from({ length: 40 }, (_, i) => i);
    const outcome = column.map((i) => (i > 20 ? 1 : 0));
    outcome[20] = 1;
    outcome[21] = 0;
    expect(logisticRegression([column], outcome).converged).toBe(true);
  });

  it("has Firth's closed form for two groups: half an event more everywhere", () => {
    const group = [...repeat(0, 8), ...repeat(1, 7)];
    const outcome = [...repeat(0, 8), ...repeat(1, 5), ...repeat(0, 2)];
    const firth = logisticRegression([group], outcome, { penalty: 'firth' });
    close(firth.coefficients, [Math.log(0.5 / 8.5), Math.log(5.5 / 2.5) - Math.log(0.5 / 8.5)], 9);
    const alone = logisticRegression([], repeat(0, 8), { penalty: 'firth' });
    close(alone.coefficients, [Math.log(0.5 / 8.5)], 9);
  });

  it('takes a weight of two for two rows and of zero for none, penalised or not', () => {
    for (const penalty of ['none', 'firth', { ridge: 2 }] as const) {
      const weighted = logisticRegression([[...x, 3]], [...events, 1], { weights: [2, 1, 1, 1, 1, 1, 0], penalty });
      const rows = logisticRegression([[1, ...x]], [0, ...events], { penalty });
      if (penalty === 'firth') {
        // Firth's correction adds to each row as a whole, weighted.
        expect(weighted.coefficients[1]).toBeCloseTo(rows.coefficients[1] as number, 9);
      } else close(weighted.coefficients, [...rows.coefficients], 9);
      expect(weighted.logLikelihood).toBeCloseTo(rows.logLikelihood, 9);
      expect(weighted.fitted).toHaveLength(7);
    }
  });

  it('has one coefficient without an intercept, defined or not', () => {
    expect(logisticRegression([x], [0, 1], { intercept: false }).coefficients).toEqual([NaN]);
    const fit = logisticRegression([x.map((value) => value - 3.5)], events, { intercept: false });
    const columns = [x.map((value) => value - 3.5)];
    const [error] = logisticRobustCovariance(fit, columns, events).standardErrors;
    const scores = fit.fitted.map((p, i) => ((events[i] as number) - p) * (columns[0]?.[i] as number));
    const meat = scores.reduce((total, score) => total + score * score, 0);
    expect(error).toBeCloseTo((fit.standardErrors[0] as number) ** 2 * Math.sqrt(meat), 12);
  });

  it('shrinks slopes but not the intercept by ridge', () => {
    const ridge = logisticRegression([x], events, { penalty: { ridge: 1e6 } });
    expect(ridge.coefficients[1]).toBeCloseTo(0, 5);
    expect(ridge.coefficients[0]).toBeCloseTo(0, 4);
    const through = logisticRegression([x], events, { penalty: { ridge: 1e6 }, intercept: false });
    expect(Math.abs(through.coefficients[0] as number)).toBeLessThan(1e-5);
    close(logisticRegression([x], events, { penalty: { ridge: 0 } }).coefficients, [
      ...logisticRegression([x], events).coefficients,
    ]);
    // Where the data separate a ridge has an answer, but for the intercept without events.
    expect(logisticRegression([x], [0, 0, 0, 1, 1, 1], { penalty: { ridge: 1 } }).converged).toBe(true);
    expect(logisticRegression([x], repeat(0, 6), { penalty: { ridge: 1 } }).converged).toBe(false);
  });

  it.each([
    ['an event that is neither 0 nor 1', [x], [0, 0, 2, 0, 1, 1], {}],
    ['such an event where it would not separate', [x], [0, 2, 1, 0, 1, 0], {}],
    ['a longer offset', [x], events, { offset: repeat(0, 7) }],
    ['different lengths', [x], [0, 1], {}],
    ['NaN', [[1, 2, NaN, 4, 5, 6]], events, {}],
    ['no row', [[]], [], {}],
    ['weights of another length', [x], events, { weights: [1, 2] }],
    ['a weight below zero', [x], events, { weights: [1, 1, 1, 1, 1, -1] }],
    ['no weight', [x], events, { weights: repeat(0, 6) }],
    ['an offset of another length', [x], events, { offset: [1, 2] }],
    ['NaN in the offset', [x], events, { offset: [1, 2, 3, NaN, 1, 1] }],
    ['a ridge below zero', [x], events, { penalty: { ridge: -1 } }],
    ['an infinite ridge', [x], events, { penalty: { ridge: Infinity } }],
  ])('is NaN for %s', (_, predictors, outcome, options) => {
    const fit = logisticRegression(predictors, outcome, options);
    expect(fit.converged).toBe(false);
    expect(fit.coefficients).toEqual([NaN, NaN]);
    expect(fit.covariance).toEqual([
      [NaN, NaN],
      [NaN, NaN],
    ]);
    expect(fit.fitted).toEqual(outcome.map(() => NaN));
    expect(fit.akaike).toBeNaN();
  });
});

describe('logisticProfileIntervals', () => {
  it('of the rate alone is where the likelihood has dropped by half the quantile', () => {
    const [interval = NOWHERE] = logisticProfileIntervals([], [1, 0, 0, 0]);
    const logLikelihood = (eta: number): number => eta - 4 * Math.log1p(Math.exp(eta));
    const best = logLikelihood(Math.log(1 / 3));
    for (const limit of [interval.lower, interval.upper]) {
      expect(2 * (best - logLikelihood(limit))).toBeCloseTo(3.841458820694124, 10);
    }
    expect(interval.lower).toBeLessThan(Math.log(1 / 3));
    expect(interval.upper).toBeGreaterThan(Math.log(1 / 3));
  });

  it("holds Firth's estimate where the data separate, symmetric where they are", () => {
    const [, slope = NOWHERE] = logisticProfileIntervals([[-2, -1, 1, 2]], [0, 0, 0, 0], { penalty: 'firth' });
    expect(slope.lower).toBeCloseTo(-slope.upper, 9);
    const [, steep = NOWHERE] = logisticProfileIntervals([x], [0, 0, 0, 1, 1, 1], { penalty: 'firth' });
    const firth = logisticRegression([x], [0, 0, 0, 1, 1, 1], { penalty: 'firth' }).coefficients[1] as number;
    expect(steep.lower).toBeGreaterThan(0);
    expect(steep.lower).toBeLessThan(firth);
    expect(steep.upper).toBeGreaterThan(firth);
  });

  it('widens with the confidence, and is NaN off its range', () => {
    const [, usual = NOWHERE] = logisticProfileIntervals([x], events);
    const [, wide = NOWHERE] = logisticProfileIntervals([x], events, { confidence: 0.99 });
    expect(wide.lower).toBeLessThan(usual.lower);
    expect(wide.upper).toBeGreaterThan(usual.upper);
    expect(logisticProfileIntervals([x], events, { confidence: 1 })).toEqual([NOWHERE, NOWHERE]);
    expect(logisticProfileIntervals([x], [0, 1])).toEqual([NOWHERE, NOWHERE]);
  });

  it('leaves out a dependent predictor, without an intercept too', () => {
    const [first, second, third] = logisticProfileIntervals([x, x], events);
    const [plainFirst, plainSecond] = logisticProfileIntervals([x], events);
    expect(first?.lower).toBeCloseTo(plainFirst?.lower as number, 8);
    expect(second?.upper).toBeCloseTo(plainSecond?.upper as number, 8);
    expect(third).toEqual(NOWHERE);
    expect(logisticProfileIntervals([x.map((v) => v - 3)], events, { intercept: false })).toHaveLength(1);
  });
});

describe('logisticRobustCovariance', () => {
  const fit = logisticRegression([x], events);

  it('takes each row for its own cluster when none is given', () => {
    const alone = logisticRobustCovariance(fit, [x], events);
    expect(logisticRobustCovariance(fit, [x], events, x)).toEqual(alone);
    // (p (1 - p) n)⁻¹ twice around Σ(y - p)² is the binomial variance of the rate's log-odds.
    const rate = logisticRegression([], [1, 0, 0, 0]);
    close(logisticRobustCovariance(rate, [], [1, 0, 0, 0]).standardErrors, [Math.sqrt(1 / 0.75)]);
  });

  it('sums the scores of each of two clusters', () => {
    const rate = logisticRegression([], [1, 0, 0, 0]);
    // (3/4 - 1/4)² + (-1/4 - 1/4)² over (4 × 1/4 × 3/4)²
    close(logisticRobustCovariance(rate, [], [1, 0, 0, 0], [1, 1, 2, 2]).standardErrors, [Math.sqrt(0.5) / 0.75]);
  });

  it('counts weights into the scores', () => {
    const weighted = logisticRegression([x], events, { weights: [2, 1, 1, 1, 1, 1] });
    const rows = logisticRegression([[1, ...x]], [0, ...events]);
    const got = logisticRobustCovariance(weighted, [x], events);
    const want = logisticRobustCovariance(rows, [[1, ...x]], [0, ...events], [1, 1, 2, 3, 4, 5, 6]);
    close(got.standardErrors, [...want.standardErrors], 9);
  });

  it.each([
    ['columns that do not match', [x, x], events, undefined],
    ['a column of another length', [[1, 2]], events, undefined],
    ['events of another length', [x], [1, 0], undefined],
    ['clusters of another length', [x], events, [1, 2]],
    ['one cluster', [x], events, repeat(1, 6)],
  ])('is NaN for %s', (_, columns, outcome, clusters) => {
    expect(logisticRobustCovariance(fit, columns, outcome, clusters).standardErrors).toEqual([NaN, NaN]);
  });
});

describe('averageMarginalEffects', () => {
  it('is the slope times the mean of p (1 - p), weighted', () => {
    const fit = logisticRegression([[0, 0, 1, 1]], [0, 1, 0, 1], { weights: [30, 10, 15, 45] });
    close(averageMarginalEffects(fit), [Math.log(9) * 0.25 * 0.75]);
    const plain = logisticRegression([x], events, { intercept: false });
    const mean = plain.fitted.reduce((s, p) => s + p * (1 - p), 0) / 6;
    close(averageMarginalEffects(plain), [(plain.coefficients[0] as number) * mean]);
  });
});

describe('logisticProbability', () => {
  it.each([
    [[0], [], 0.5],
    [[-1, 0.5], [2], 0.5],
    [[0, 1], [Math.log(3)], 0.75],
    [[0, 1], [-Math.log(3)], 0.25],
    [[0, 1], [1000], 1],
    [[0, 1], [-1000], 0],
  ])('of %j at %j is %d', (coefficients, row, probability) => {
    expect(logisticProbability(coefficients, row)).toBeCloseTo(probability, 15);
  });

  it('is NaN for a row that does not match', () => {
    expect(logisticProbability([1, 2], [])).toBeNaN();
    expect(logisticProbability([1, NaN], [1])).toBeNaN();
  });
});

describe('poissonRegression', () => {
  it('has the rates of two groups, and their errors', () => {
    const fit = poissonRegression([[0, 0, 1, 1]], [2, 4, 6, 12], [1, 2, 1, 2]);
    close(fit.coefficients, [Math.log(2), Math.log(3)]);
    close(fit.standardErrors, [Math.sqrt(1 / 6), Math.sqrt(1 / 6 + 1 / 18)]);
    close(fit.fitted, [2, 4, 6, 12]);
    const z = [Math.log(2) / Math.sqrt(1 / 6), Math.log(3) / Math.sqrt(1 / 6 + 1 / 18)];
    close(fit.statistics, z);
    // R: 2 * pnorm(-z)
    close(fit.pValues, [0.0895347718777874, 0.0197792861444462], 12);
    expect(fit.deviance).toBeCloseTo(0, 12);
    expect(fit.converged).toBe(true);
  });

  it('has an exposure of 1 by default, and measures the excess of the variance', () => {
    const fit = poissonRegression([], [0, 2, 4]);
    close(fit.coefficients, [Math.log(2)]);
    expect(fit.dispersion).toBeCloseTo((2 + 0 + 2) / 2, 12);
    expect(fit.deviance).toBeCloseTo(2 * (2 + 0 + 4 * Math.log(2) - 2), 12);
    expect(poissonRegression([], [3]).dispersion).toBeNaN();
  });

  it('leaves a dependent predictor out', () => {
    const fit = poissonRegression(
      [
        [0, 0, 1, 1],
        [1, 1, 0, 0],
      ],
      [2, 4, 6, 12],
    );
    close(fit.coefficients, [Math.log(3), Math.log(3), NaN]);
  });

  it.each([
    ['no count', [[0, 1]], [0, 0], undefined],
    ['a group without a count', [[0, 0, 1, 1]], [2, 3, 0, 0], undefined],
    ['a count below zero', [[0, 1]], [-1, 2], undefined],
    ['a count that is not whole', [[0, 1]], [1.5, 2], undefined],
    ['a count below zero among others', [[0, 0, 1]], [-1, 3, 4], undefined],
    ['an exposure of zero', [[0, 1]], [1, 2], [0, 1]],
    ['an exposure of zero without a count', [[0, 0, 1]], [0, 3, 4], [0, 1, 1]],
    ['exposures of more rows', [[0, 1]], [1, 2], [1, 1, 1]],
    ['an infinite exposure', [[0, 1]], [1, 2], [Infinity, 1]],
    ['exposures of another length', [[0, 1]], [1, 2], [1]],
    ['different lengths', [[0, 1]], [1, 2, 3], undefined],
    ['NaN', [[0, NaN]], [1, 2], undefined],
    ['no row', [[]], [], undefined],
  ])('is NaN for %s', (_, predictors, counts, exposures) => {
    const fit = poissonRegression(predictors, counts, exposures);
    expect(fit).toMatchObject({ converged: false, coefficients: [NaN, NaN], deviance: NaN, dispersion: NaN });
    expect(fit.fitted).toEqual(counts.map(() => NaN));
  });
});
