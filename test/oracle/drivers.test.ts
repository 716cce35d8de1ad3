import { describe, expect, it } from 'vitest';
import { columnsOf } from './columnsOf.js';
import { expectGolden, goldenCases } from './goldenCases.js';
import { correlationMatrix } from '../../src/statistics/correlationMatrix.js';
import { correlationRegression } from '../../src/statistics/correlationRegression.js';
import { dominanceAnalysis } from '../../src/statistics/dominanceAnalysis.js';
import { lmgImportance } from '../../src/statistics/lmgImportance.js';
import { relativeWeights } from '../../src/statistics/relativeWeights.js';
import type { DriverCorrelations } from '../../src/statistics/subsetRSquared.js';

const DATA = ['drivers ', 'swiss', 'orthogonal'];

/** The last row and column are the response's. */
function driversOf(matrix: readonly (readonly number[])[]): DriverCorrelations {
  return {
    predictors: matrix.slice(0, -1).map((row) => row.slice(0, -1)),
    response: (matrix.at(-1) ?? []).slice(0, -1),
  };
}

describe('drivers.json', () => {
  it('selects every case', () => {
    const prefixes = [...DATA, 'relative weights'];
    expect(prefixes.map((prefix) => goldenCases('drivers', prefix).length)).toEqual([3, 1, 1, 1]);
    expect(goldenCases('drivers', '')).toHaveLength(6);
  });

  it.each(DATA.flatMap((prefix) => goldenCases<{ X: number[][]; y: number[] }, object>('drivers', prefix)))(
    '$name',
    ({ input: { X, y }, expected, tolerance }) => {
      const correlations = driversOf(correlationMatrix([...columnsOf(X), y]));
      const { rSquared, ...fit } = correlationRegression(correlations);
      const lmg = lmgImportance(correlations);
      const { weights, carScores, rSquared: sum } = relativeWeights(correlations);
      const dominance = dominanceAnalysis(correlations);
      const got = {
        rSquared,
        lmg,
        lmgShare: lmg.map((part) => part / rSquared),
        relativeWeights: weights,
        relativeWeightsShare: weights.map((weight) => weight / sum),
        first: fit.first,
        last: fit.last,
        pratt: fit.pratt,
        standardizedBeta: fit.coefficients,
        zeroOrder: correlations.response,
        carScores,
        conditionalDominanceBySize: dominance.conditional,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
      expectGolden({ general: dominance.general, rSquared: dominance.rSquared }, { general: lmg, rSquared }, tolerance);
    },
  );

  it.each(goldenCases<{ correlation: number[][] }, object>('drivers', 'relative weights'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { weights, rSquared } = relativeWeights(driversOf(input.correlation));
      const got = { relativeWeights: weights, rSquared };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});
