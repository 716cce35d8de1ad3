import { describe, expect, it } from 'vitest';
import { correlationMatrix } from '../../../src/statistics/correlationMatrix.js';
import { correlationRegression } from '../../../src/statistics/correlationRegression.js';
import { dominanceAnalysis } from '../../../src/statistics/dominanceAnalysis.js';
import { leastSquares } from '../../../src/statistics/leastSquares.js';
import { lmgImportance } from '../../../src/statistics/lmgImportance.js';
import { relativeWeights } from '../../../src/statistics/relativeWeights.js';
import { subsetRSquared } from '../../../src/statistics/subsetRSquared.js';
import type { DriverCorrelations } from '../../../src/statistics/subsetRSquared.js';

const two: DriverCorrelations = {
  predictors: [
    [1, 0.5],
    [0.5, 1],
  ],
  response: [0.6, 0.5],
};
// R² of two predictors: (.36 + .25 - 2 × .6 × .5 × .5) / (1 - .25).
const BOTH = 0.31 / 0.75;

function close(got: ArrayLike<number>, wanted: readonly number[], digits = 13): void {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of wanted.entries()) expect(got[i], String(i)).toBeCloseTo(value, digits);
}

function randomDrivers(size: number): { columns: number[][]; y: number[]; correlations: DriverCorrelations } {
  const common = Array.from({ length: 60 }, (_, i) => Math.sin(i * 12.9898) * 3);
  const columns = Array.from({ length: size }, (_, k) =>
    common.map((value, i) => value + 4 * Math.sin((i + 1) * (k + 2) * 78.233)),
  );
  const y = common.map((value, i) => value + 2 * Math.cos(i * 3.7) + (columns[0]?.[i] ?? 0));
  const matrix = correlationMatrix([...columns, y]);
  const predictors = matrix.slice(0, size).map((row) => row.slice(0, size));
  return { columns, y, correlations: { predictors, response: (matrix[size] ?? []).slice(0, size) } };
}

describe('subsetRSquared', () => {
  it.each([1, 2, 3, 5])('is what regression finds for each subset of %d', (size) => {
    const { columns, y, correlations } = randomDrivers(size);
    const all = subsetRSquared(correlations) as Float64Array;
    expect(all).toHaveLength(2 ** size);
    for (const [place, rSquared] of all.entries()) {
      const chosen = columns.filter((_, i) => (place & (1 << (size - 1 - i))) !== 0);
      expect(rSquared, String(place)).toBeCloseTo(leastSquares(chosen, y).rSquared, 12);
    }
  });

  it('adds nothing for a predictor that others determine', () => {
    const all = subsetRSquared({
      predictors: [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
      response: [0.6, 0.6, 0.3],
    });
    close(all as Float64Array, [0, 0.09, 0.36, 0.45, 0.36, 0.45, 0.36, 0.45]);
    const last = subsetRSquared({
      predictors: [
        [1, 0, 0],
        [0, 1, 1],
        [0, 1, 1],
      ],
      response: [0.6, 0.3, 0.3],
    });
    close(last as Float64Array, [0, 0.09, 0.09, 0.09, 0.36, 0.45, 0.45, 0.45]);
  });

  it.each([
    ['no predictor', { predictors: [], response: [] }],
    ['a row missing', { predictors: [[1, 0]], response: [0.1, 0.2] }],
    ['a row too short', { predictors: [[1, 0], [0]], response: [0.1, 0.2] }],
    [
      'NaN in a predictor',
      {
        predictors: [
          [1, NaN],
          [NaN, 1],
        ],
        response: [0.1, 0.2],
      },
    ],
    [
      'NaN in the response',
      {
        predictors: [
          [1, 0],
          [0, 1],
        ],
        response: [0.1, NaN],
      },
    ],
  ])('is nothing for %s, and what is made of it NaN', (_, correlations) => {
    const unknown = correlations.response.map(() => NaN);
    expect(subsetRSquared(correlations)).toBeNull();
    expect(lmgImportance(correlations)).toEqual(unknown);
    expect(relativeWeights(correlations)).toEqual({ weights: unknown, carScores: unknown, rSquared: NaN });
    expect(correlationRegression(correlations)).toEqual({
      rSquared: NaN,
      coefficients: unknown,
      first: unknown,
      last: unknown,
      pratt: unknown,
    });
    expect(dominanceAnalysis(correlations)).toEqual({
      rSquared: NaN,
      general: unknown,
      conditional: unknown.map(() => unknown),
      complete: unknown.map(() => unknown),
    });
  });
});

describe('lmgImportance', () => {
  it('of one predictor is its squared correlation', () => {
    close(lmgImportance({ predictors: [[1]], response: [-0.5] }), [0.25]);
  });

  it('of two averages first and last', () => {
    close(lmgImportance(two), [(0.36 + BOTH - 0.25) / 2, (0.25 + BOTH - 0.36) / 2]);
  });

  it('averages over all orders', () => {
    const { correlations } = randomDrivers(4);
    const all = subsetRSquared(correlations) as Float64Array;
    const gains = [0, 0, 0, 0];
    let orders = 0;
    const walk = (taken: number): void => {
      if (taken === 15) orders++;
      for (let i = 0; i < 4; i++) if ((taken & (8 >> i)) === 0) walk(taken | (8 >> i));
    };
    walk(0);
    const weight = (others: number): number => [6, 2, 2, 6][others] as number;
    for (let i = 0; i < 4; i++) {
      for (let subset = 0; subset < 16; subset++) {
        if ((subset & (8 >> i)) !== 0) continue;
        const others = [8, 4, 2, 1].filter((bit) => (subset & bit) !== 0).length;
        // Orders in which exactly these come before: others! (3 - others)!
        gains[i] =
          (gains[i] as number) + weight(others) * ((all[subset | (8 >> i)] as number) - (all[subset] as number));
      }
    }
    expect(orders).toBe(24);
    close(
      lmgImportance(correlations),
      gains.map((gain) => gain / 24),
    );
  });

  it('shares equally between predictors that are the same', () => {
    close(
      lmgImportance({
        predictors: [
          [1, 1, 0],
          [1, 1, 0],
          [0, 0, 1],
        ],
        response: [0.6, 0.6, 0.3],
      }),
      [0.18, 0.18, 0.09],
    );
  });

  it('goes up to 24 predictors', () => {
    const identity = (size: number): DriverCorrelations => ({
      predictors: Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0))),
      response: new Array<number>(size).fill(0.1),
    });
    close(lmgImportance(identity(18)), new Array<number>(18).fill(0.01), 12);
    expect(lmgImportance(identity(25))).toEqual(new Array<number>(25).fill(NaN));
  });
});

describe('dominanceAnalysis', () => {
  it('compares in every subset', () => {
    const dominance = dominanceAnalysis(two);
    expect(dominance.rSquared).toBeCloseTo(BOTH, 14);
    close(dominance.conditional.flat(), [0.36, BOTH - 0.25, 0.25, BOTH - 0.36]);
    expect(dominance.complete).toEqual([
      [0.5, 1],
      [0, 0.5],
    ]);
    close(dominance.general, lmgImportance(two));
  });

  it('counts ties half and knows when nobody dominates', () => {
    const same = dominanceAnalysis({
      predictors: [
        [1, 0.3],
        [0.3, 1],
      ],
      response: [0.4, 0.4],
    });
    expect(same.complete).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    // The first alone is better, but the third makes up for the second.
    const mixed = dominanceAnalysis({
      predictors: [
        [1, 0, 0.8],
        [0, 1, -0.3],
        [0.8, -0.3, 1],
      ],
      response: [0.5, 0.45, 0.3],
    });
    expect(mixed.complete[0]?.[1]).toBeCloseTo(1 - (mixed.complete[1]?.[0] as number), 15);
  });

  it('goes up to 16 predictors', () => {
    const identity = (size: number): DriverCorrelations => ({
      predictors: Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0))),
      response: new Array<number>(size).fill(0.1),
    });
    expect(dominanceAnalysis(identity(17)).rSquared).toBeNaN();
    expect(dominanceAnalysis(identity(16)).rSquared).toBeCloseTo(0.16, 12);
  });
});

describe('relativeWeights', () => {
  it('of predictors without overlap are squared correlations, and CAR scores the correlations', () => {
    const { weights, carScores, rSquared } = relativeWeights({
      predictors: [
        [1, 0],
        [0, 1],
      ],
      response: [0.6, -0.5],
    });
    close(weights, [0.36, 0.25]);
    close(carScores, [0.6, -0.5]);
    expect(rSquared).toBeCloseTo(0.61, 14);
  });

  it('of two predictors are the LMG importance', () => {
    close(relativeWeights(two).weights, lmgImportance(two));
  });

  it('share between predictors that are the same', () => {
    const { weights, rSquared } = relativeWeights({
      predictors: [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ],
      response: [0.6, 0.6, 0.3],
    });
    close(weights, [0.18, 0.18, 0.09]);
    expect(rSquared).toBeCloseTo(0.45, 14);
  });
});

describe('correlationRegression', () => {
  it('has the coefficients and R² of two predictors', () => {
    const fit = correlationRegression(two);
    close(fit.coefficients, [0.35 / 0.75, 0.2 / 0.75]);
    expect(fit.rSquared).toBeCloseTo(BOTH, 14);
    close(fit.first, [0.36, 0.25]);
    close(fit.last, [BOTH - 0.25, BOTH - 0.36]);
    close(fit.pratt, [(0.6 * 0.35) / 0.75, (0.5 * 0.2) / 0.75]);
  });

  it('is NaN for predictors that depend', () => {
    expect(
      correlationRegression({
        predictors: [
          [1, 1],
          [1, 1],
        ],
        response: [0.5, 0.5],
      }).coefficients,
    ).toEqual([NaN, NaN]);
  });
});
