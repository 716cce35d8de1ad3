import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { clopperPearsonInterval } from '../../src/statistics/exactProportionInterval.js';
import { fisherExactTest } from '../../src/statistics/fisherExact.js';
import type { TwoByTwoTable } from '../../src/statistics/fisherExact.js';
import { newcombeInterval } from '../../src/statistics/proportionDifferenceInterval.js';
import { wilsonContinuityInterval, wilsonInterval } from '../../src/statistics/proportionInterval.js';
import { meeInterval, miettinenNurminenInterval } from '../../src/statistics/scoreDifferenceInterval.js';
import { pairedTTest, twoSampleTTest } from '../../src/statistics/tTest.js';

const TABLE_1 = 'Newcombe 1998 Stat Med 17:857';
const TABLE_2 = 'Newcombe 1998 Stat Med 17:873';
const WELCH = "Student's sleep data, Welch";
const PAIRED = "Student's sleep data, paired";
const TEA = "Fisher's tea tasting";

interface Samples {
  x: number[];
  y: number[];
}

describe('proportions, t tests and Fisher test of published.json', () => {
  it('selects every such case', () => {
    const prefixes = [TABLE_1, TABLE_2, WELCH, PAIRED, TEA];
    expect(prefixes.map((prefix) => goldenCases('published', prefix).length)).toEqual([4, 7, 1, 1, 1]);
    expect(goldenCases('published', 'Newcombe')).toHaveLength(11);
    expect(goldenCases('published', 'Student')).toHaveLength(2);
  });

  it.each(goldenCases<{ successes: number; n: number; confidence: number }, object>('published', TABLE_1))(
    '$name',
    ({ input: { successes, n, confidence }, expected, tolerance }) => {
      const wilson = wilsonInterval(successes, n, confidence);
      const corrected = wilsonContinuityInterval(successes, n, confidence);
      const exact = clopperPearsonInterval(successes, n, confidence);
      const got = {
        wilsonLower: wilson.lower,
        wilsonUpper: wilson.upper,
        wilsonCcLower: corrected.lower,
        wilsonCcUpper: corrected.upper,
        exactLower: exact.lower,
        exactUpper: exact.upper,
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface TwoGroups {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    confidence: number;
  }
  it.each(goldenCases<TwoGroups, object>('published', TABLE_2))('$name', ({ input, expected, tolerance }) => {
    const { x1, n1, x2, n2, confidence } = input;
    const newcombe = newcombeInterval(x1, n1, x2, n2, confidence);
    const mee = meeInterval(x1, n1, x2, n2, confidence);
    const miettinenNurminen = miettinenNurminenInterval(x1, n1, x2, n2, confidence);
    const got = {
      newcombeLower: newcombe.lower,
      newcombeUpper: newcombe.upper,
      meeLower: mee.lower,
      meeUpper: mee.upper,
      miettinenNurminenLower: miettinenNurminen.lower,
      miettinenNurminenUpper: miettinenNurminen.upper,
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Samples, object>('published', WELCH))('$name', ({ input: { x, y }, expected, tolerance }) => {
    const { statistic: t, degreesOfFreedom: df, pValue: p, interval } = twoSampleTTest(x, y);
    const got = { t, df, p, ...interval };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Samples, object>('published', PAIRED))('$name', ({ input: { x, y }, expected, tolerance }) => {
    const { statistic: t, pValue: p } = pairedTTest(x, y);
    expect(Object.keys(expected)).toEqual(['t', 'p']);
    expectGolden({ t, p }, expected, tolerance);
  });

  it.each(goldenCases<{ table: TwoByTwoTable }, object>('published', TEA))(
    '$name',
    ({ input, expected, tolerance }) => {
      const greater = fisherExactTest(input.table, { alternative: 'greater' }).pValue;
      const twoSided = fisherExactTest(input.table).pValue;
      expect(Object.keys(expected)).toEqual(['greater', 'twoSided']);
      expectGolden({ greater, twoSided }, expected, tolerance);
    },
  );
});
