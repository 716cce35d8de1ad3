import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterCovariance } from '../../../src/statistics/clusterCovariance.js';
import { clusterRobustMean } from '../../../src/statistics/clusterRobustMean.js';
import { clusterSums } from '../../../src/statistics/clusterSums.js';
import { leastSquares } from '../../../src/statistics/leastSquares.js';
import { expectRelative } from './relative.js';

const y = [4, 7, 4, 7, 7, 10, 9, 6, 6, 3, 8, 9];
const x = [1, 2, 1, 3, 4, 6, 5, 3, 2, 1, 4, 7];
const clusters = [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5];

function degreesOf(
  columns: readonly (readonly number[])[],
  response: readonly number[],
  own: readonly number[],
  kind?: 'CR0' | 'CR1' | 'CR2',
): readonly number[] {
  return clusterCovariance(leastSquares(columns, response), columns, own, kind).degreesOfFreedom;
}

describe("Satterthwaite's degrees of freedom of clusterCovariance", () => {
  it.each([
    ['CR0', 'cr0'],
    ['CR1', 'cr1'],
    ['CR2', 'cr2'],
  ] as const)('of a mean by %s are those of clusterRobustMean', (kind, method) => {
    const mean = clusterRobustMean(clusterSums(y, clusters), method);
    const [degrees] = degreesOf([], y, clusters, kind);
    expectRelative(degrees as number, mean.degreesOfFreedom, 1e-12);
  });

  it('of a mean are those of clusterRobustMean for any clusters', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 5 })), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, (pairs) => {
        const values = pairs.map(([value]) => value);
        const own = pairs.map(([, cluster]) => cluster);
        fc.pre(new Set(own).size > 1);
        const { degreesOfFreedom } = clusterRobustMean(clusterSums(values, own));
        expectRelative(degreesOf([], values, own)[0] as number, degreesOfFreedom, 1e-9);
      }),
    );
  });

  it.each([2, 3, 8])('are one less than %d clusters of equal size for a mean', (count) => {
    const own = Array.from({ length: 4 * count }, (_, i) => i % count);
    const values = own.map((cluster, i) => cluster + ((i * 7) % 5));
    expectRelative(degreesOf([], values, own)[0] as number, count - 1);
  });

  it('are those of two means, each of its own clusters', () => {
    // A dummy of clusters: both coefficients come from means of four and of three clusters of two rows.
    const own = Array.from({ length: 14 }, (_, i) => Math.floor(i / 2));
    const dummy = own.map((cluster) => (cluster < 4 ? 0 : 1));
    const values = own.map((cluster, i) => ((cluster * 5 + i * 3) % 7) + cluster);
    const [intercept, difference] = degreesOf([dummy], values, own);
    expectRelative(intercept as number, 3);
    // Satterthwaite's own formula for the difference of two means of equal variance: shares 1/4 and 1/3.
    expectRelative(difference as number, (1 / 4 + 1 / 3) ** 2 / ((1 / 4) ** 2 / 3 + (1 / 3) ** 2 / 2));
  });

  it('do not depend on the response, on units or on the order of rows', () => {
    const degrees = degreesOf([x], y, clusters);
    const order = [11, 3, 7, 0, 5, 9, 1, 10, 2, 8, 4, 6];
    const permuted = <T>(values: readonly T[]): T[] => order.map((i) => values[i] as T);
    const others = [
      degreesOf(
        [x],
        x.map((value, i) => value * value - i),
        clusters,
      ),
      degreesOf([x.map((value) => 1e6 * value)], y, clusters),
      degreesOf([permuted(x)], permuted(y), permuted(clusters)),
      degreesOf(
        [x],
        y.map((value) => 1e-9 * value),
        clusters,
      ),
    ];
    for (const other of others) {
      for (const [k, value] of degrees.entries()) expectRelative(other[k] as number, value, 1e-9);
    }
    // The slope does not notice a large offset of its predictor.
    const [, slope] = degreesOf([x.map((value) => value + 1e6)], y, clusters);
    expectRelative(slope as number, degrees[1] as number, 1e-6);
  });

  it('are fewer than the clusters, far fewer where one of them tells of a coefficient', () => {
    const lever = x.map((value, i) => (clusters[i] === 5 ? 50 + value : value / 10));
    const [, slope] = degreesOf([lever], y, clusters);
    expect(slope).toBeLessThan(1.5);
    expect(slope).toBeGreaterThan(0);
    for (const value of degreesOf([x], y, clusters)) expect(value).toBeLessThan(5);
  });

  it('are defined where a column belongs to one cluster alone', () => {
    const alone = clusters.map((cluster) => (cluster === 4 ? 1 : 0));
    const [intercept, slope, own] = degreesOf([x, alone], y, clusters);
    // The others have their clusters as if it were not there.
    const rest = clusters.map((cluster, i) => ({ cluster, i })).filter(({ cluster }) => cluster !== 4);
    const without = degreesOf(
      [rest.map(({ i }) => x[i] as number)],
      rest.map(({ i }) => y[i] as number),
      rest.map(({ cluster }) => cluster),
    );
    expectRelative(intercept as number, without[0] as number, 1e-9);
    expectRelative(slope as number, without[1] as number, 1e-9);
    expect(own).toBeGreaterThan(0);
  });

  it('are NaN for a column that others determine', () => {
    const double = x.map((value) => 2 * value);
    const degrees = degreesOf([x, double], y, clusters);
    const plain = degreesOf([x], y, clusters);
    expect(degrees).toHaveLength(3);
    expect(degrees[2]).toBeNaN();
    expectRelative(degrees[0] as number, plain[0] as number);
    expectRelative(degrees[1] as number, plain[1] as number);
  });

  it.each([
    ['one cluster', [x], clusters.map(() => 1)],
    ['clusters of another length', [x], [1, 2]],
    ['columns that do not match', [x, x], clusters],
  ])('are NaN for %s', (_, columns, own) => {
    expect(clusterCovariance(leastSquares([x], y), columns, own).degreesOfFreedom).toEqual([NaN, NaN]);
  });

  it('take many clusters in time linear in them', () => {
    const size = 20_000;
    const own = Array.from({ length: size }, (_, i) => i >> 1);
    const column = own.map((cluster, i) => ((cluster * 37) % 101) + (i % 3));
    const response = column.map((value, i) => value + ((i * 53) % 17));
    const [intercept, slope] = degreesOf([column], response, own);
    expect(intercept).toBeGreaterThan(1000);
    expect(slope).toBeGreaterThan(1000);
    expect(slope).toBeLessThan(10_000);
  });
});
