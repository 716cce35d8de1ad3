import { describe, expect, it } from 'vitest';
import { clusterCovariance } from '../../src/statistics/clusterCovariance.js';
import type { ClusterKind } from '../../src/statistics/clusterCovariance.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';
import { expectGolden, goldenCases } from './goldenCases.js';

interface Input {
  readonly columns: number[][];
  readonly y: number[];
  readonly clusters: number[];
  readonly weights: number[] | null;
  readonly intercept: boolean;
}

interface Expected {
  readonly standardErrors: number | number[];
  readonly degreesOfFreedom: number | number[];
}

const cases = goldenCases<Input, Record<ClusterKind, Expected>>('cluster_regression', '');
const asList = (numbers: number | number[]): number[] => [numbers].flat();

describe('cluster-robust regression against clubSandwich', () => {
  it('covers every kind of case of the fixture', () => {
    expect(cases).toHaveLength(9);
  });

  it.each(cases)('$name', ({ input, expected, tolerance }) => {
    const { columns, y, clusters, weights, intercept } = input;
    const fit = leastSquares(columns, y, { intercept, weights: weights ?? undefined });
    const count = new Set(clusters).size;
    for (const kind of ['CR0', 'CR1', 'CR2'] as const) {
      const { standardErrors, degreesOfFreedom } = clusterCovariance(fit, columns, clusters, kind);
      // clubSandwich's CR1 knows of the clusters only, Stata's of the rows as well.
      const rows = kind === 'CR1' ? Math.sqrt((y.length - 1) / fit.degreesOfFreedom) : 1;
      expect(count).toBeGreaterThan(1);
      expectGolden(
        standardErrors.map((value) => value / rows),
        asList(expected[kind].standardErrors),
        tolerance,
        kind,
      );
      expectGolden(degreesOfFreedom, asList(expected[kind].degreesOfFreedom), tolerance, kind);
    }
  });
});
