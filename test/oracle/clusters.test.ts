import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { clusterBy } from '../../src/measures/clusterBy.js';
import { compareTallies } from '../../src/measures/compareTallies.js';
import { computeMeasure, tallyRows } from '../../src/measures/computeMeasure.js';
import { defineRatio } from '../../src/measures/defineRatio.js';
import { npsMeasure } from '../../src/metrics/perception/nps.js';
import { clusterCovariance } from '../../src/statistics/clusterCovariance.js';
import { clusterDifference } from '../../src/statistics/clusterDifference.js';
import { clusterSums } from '../../src/statistics/clusterSums.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';
import { studentTUpperTail } from '../../src/statistics/studentT.js';

interface Data {
  nps: number[];
  w?: number[];
  account: number[];
  size?: string[];
}
interface Row {
  readonly nps: number;
  readonly w: number;
  readonly account: number;
  readonly size: string | undefined;
}
const rowsOf = ({ nps, w, account, size = [] }: Data): Row[] =>
  nps.map((value, at) => ({ nps: value, w: w?.[at] ?? 1, account: account[at]!, size: size[at] }));
/** A score of the recommendation question for each of -1, 0 and 1. */
const scoreOf = ({ nps }: Row): number => 8 + nps * 2 - (nps < 0 ? 1 : 0);
const weighted = clusterBy(npsMeasure<Row>({ score: scoreOf, weight: 'w' }), 'account');

describe('clustered measures against R’s survey and clubSandwich', () => {
  it('meets the CR2 error of a mean', () => {
    const [found] = goldenCases<{ data: Data }, { mean: number; CR2: number; clusters: number }>(
      'survey_weighting',
      'cluster-robust SE of a mean',
    );
    const { input, expected, tolerance } = found!;
    const result = computeMeasure(rowsOf(input.data), clusterBy(npsMeasure<Row>({ score: scoreOf }), 'account'));
    const { mean, CR2, clusters } = expected;
    const got = { mean: result.value! / 100, CR2: result.standardError! / 100, clusters: result.accounts };
    expectGolden(got, { mean, CR2, clusters }, tolerance);
  });

  const [domains] = goldenCases<
    { data: Data },
    {
      difference: { estimate: number; se: number };
      tTest: { t: number; df: number; p: number };
      mean: number[];
    }
  >('survey_weighting', 'domain means by size, clustered, and their difference');
  const { input, expected, tolerance } = domains!;
  const rows = rowsOf(input.data);
  const sides = ['large', 'small'].map((size) => rows.filter((row) => row.size === size));

  it('compares two domains that share accounts as CR2 of a regression does, which clubSandwich confirms', () => {
    const plain = clusterBy(npsMeasure<Row>({ score: scoreOf }), 'account');
    const [large, small] = sides.map((side) => tallyRows(side, plain));
    const change = compareTallies(plain, large!, small!);
    // The second coefficient of a design of all rows and the large ones is the difference.
    const design = [rows.map(({ size }) => (size === 'large' ? 1 : 0))];
    const fit = leastSquares(design, input.data.nps, { intercept: true });
    const robust = clusterCovariance(fit, design, input.data.account, 'CR2');
    expect(change.difference! / 100).toBeCloseTo(fit.coefficients[1]!, 10);
    expect(change.standardError! / 100).toBeCloseTo(robust.standardErrors[1]!, 10);
    expect(change.degreesOfFreedom).toBeCloseTo(robust.degreesOfFreedom[1]!, 8);
  });

  it('meets the linearised difference of two domains that share accounts', () => {
    const keys = Array.from(new Set(input.data.account));
    const sums = sides.map((side) => {
      const own = new Map(
        keys.map((key) => {
          const of = side.filter(({ account }) => account === key);
          const none = { count: 0, total: 0, weight: 0, weightedTotal: 0, squaredWeight: 0 };
          const [sum] = clusterSums(
            of.map(({ nps }) => nps),
            of.map(({ account }) => account),
            of.map(({ w }) => w),
          );
          return [key, sum ?? none] as const;
        }),
      );
      return keys.map((key) => own.get(key)!);
    });
    const { estimate, standardError: se, degreesOfFreedom: df } = clusterDifference(sums[0]!, sums[1]!);
    expectGolden({ estimate, se }, expected.difference, tolerance);
    const { tTest } = expected;
    const p = 2 * studentTUpperTail(Math.abs(estimate) / se, df);
    expectGolden({ df, p }, { df: tTest.df, p: tTest.p }, tolerance);
    expect(estimate / se).toBeCloseTo(-tTest.t, 7);
  });

  it('meets the ratio of two totals', () => {
    const [found] = goldenCases<{ data: Data & { score: number[] } }, { ratio: number; se: number }>(
      'survey_weighting',
      'ratio of totals, clustered',
    );
    const { data } = found!.input;
    const ratio = defineRatio<Row & { readonly score: number }, 'r'>({
      id: 'r',
      numerator: ({ nps, w }) => nps * w,
      denominator: ({ score, w }) => score * w,
    });
    const own = rowsOf(data).map((row, at) => ({ ...row, score: data.score[at]! }));
    const { value, standardError: se } = computeMeasure(own, clusterBy(ratio, 'account'));
    expectGolden({ ratio: value, se }, found!.expected, found!.tolerance);
  });

  it('shows that two separate results would give a larger error', () => {
    const [large, small] = sides.map((side) => computeMeasure(side, weighted));
    const apart = Math.hypot(large!.standardError!, small!.standardError!) / 100;
    expect(apart).toBeGreaterThan(1.2 * expected.difference.se);
  });
});
