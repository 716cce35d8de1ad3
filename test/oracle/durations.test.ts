import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { kaplanMeier } from '../../src/statistics/kaplanMeier.js';
import { quantileInterval } from '../../src/statistics/quantileInterval.js';
import { survivalCrossing } from '../../src/statistics/survivalCrossing.js';
import type { KaplanMeierOptions } from '../../src/statistics/survivalCurve.js';
import { survivalQuantileInterval } from '../../src/statistics/survivalQuantileInterval.js';

const TOPIC = 'durations';

interface Followed extends KaplanMeierOptions {
  time: number[];
  event: number[];
  shares: number[];
}

interface Ranks {
  n: number;
  p: number;
  confidence: number;
}

describe('durations.json', () => {
  it('selects every case', () => {
    expect(['follow-up ', 'ranks '].map((prefix) => goldenCases(TOPIC, prefix).length)).toEqual([20, 132]);
  });

  it.each(goldenCases<Followed, { quantile: (number | null)[] }>(TOPIC, 'follow-up '))(
    '$name',
    ({ input: { time, event, shares, ...options }, expected, tolerance }) => {
      const curve = kaplanMeier(time, event, options);
      const limits = shares.map((share) => survivalQuantileInterval(curve, share));
      const got = {
        quantile: shares.map((share) => survivalCrossing(curve, share, ({ survival }) => survival)),
        lower: limits.map(({ lower }) => lower),
        upper: limits.map(({ upper }) => upper),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Ranks, object>(TOPIC, 'ranks '))('$name', ({ input, expected, tolerance }) => {
    const { n, p, confidence } = input;
    const values = Array.from({ length: n }, (_, at) => at + 1);
    const { lower, upper, ...got } = quantileInterval(values, p, confidence);
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
    // The values are their own ranks.
    expect(lower).toBe(got.lowerRank === 0 ? -Infinity : got.lowerRank);
    expect(upper).toBe(got.upperRank === n + 1 ? Infinity : got.upperRank);
  });
});
