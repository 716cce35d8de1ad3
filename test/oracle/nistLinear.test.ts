import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { leastSquares } from '../../src/statistics/leastSquares.js';

interface NistInput {
  degree: number | null;
  intercept: boolean;
  y: number[];
  x: number[][];
}

interface NistExpected {
  coefficients: number[];
}

function predictorsOf({ degree, x }: NistInput): number[][] {
  if (degree === null) return x;
  const powers: number[][] = [];
  for (let power = 1; power <= degree; power++) {
    powers.push((x[0] ?? []).map((value, i) => value * (powers[power - 2]?.[i] ?? 1)));
  }
  return powers;
}

describe("NIST's reference data sets of linear regression", () => {
  it('selects every case', () => {
    expect(goldenCases('nist_linear', '').map(({ name }) => name)).toEqual([
      'Norris',
      'Pontius',
      'NoInt1',
      'NoInt2',
      'Filip',
      'Longley',
      'Wampler1',
      'Wampler2',
      'Wampler3',
      'Wampler4',
      'Wampler5',
    ]);
  });

  it.each(goldenCases<NistInput, NistExpected>('nist_linear', ''))('$name', ({ input, expected, tolerance }) => {
    const fit = leastSquares(predictorsOf(input), input.y, { intercept: input.intercept });
    const got = {
      coefficients: fit.coefficients,
      se: fit.standardErrors,
      sigma: Math.sqrt(fit.residualVariance),
      rSquared: fit.rSquared,
      df1: fit.modelDegreesOfFreedom,
      df2: fit.degreesOfFreedom,
      F: fit.fStatistic,
      residualSumOfSquares: fit.residualSumOfSquares,
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it('solves Filip as given, whose powers are rounded, to all digits', () => {
    // Solved with 120 digits by mpmath 1.3 from the powers as they round by repeated multiplication. The certified coefficients
    // belong to exact powers: no arithmetic on the rounded ones comes closer to them than 1.2e-8.
    const exact = [
      -1467.4896313887715, -2772.1796242619316, -2316.3711086093589, -1127.9739541497518, -354.47823785523083,
      -75.124202624351735, -10.875318164699452, -1.0622149986404843, -0.067019116274456234, -0.0024678108132356482,
      -4.0296253014568074e-5,
    ];
    const [filip] = goldenCases<NistInput, NistExpected>('nist_linear', 'Filip');
    const { coefficients } = leastSquares(predictorsOf(filip?.input as NistInput), filip?.input.y as number[]);
    expectGolden(coefficients, exact, { rel: 1e-12, abs: 0 });
  });
});
