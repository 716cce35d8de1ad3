import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { computeNps } from '../../src/metrics/perception/nps.js';
import { netVariance } from '../../src/statistics/netInterval.js';

const CROSS_VALIDATED = 'NPS of a population';
const R_PACKAGE = 'R package NPS tests';

describe('the scores of published.json', () => {
  it('are all met here', () => {
    expect([CROSS_VALIDATED, R_PACKAGE].map((prefix) => goldenCases('published', prefix).length)).toEqual([1, 4]);
  });

  interface Classes {
    detractors: number;
    passives: number;
    promoters: number;
  }
  it.each(goldenCases<Classes, object>('published', CROSS_VALIDATED))('$name', ({ input, expected, tolerance }) => {
    const { value } = computeNps({ counts: input });
    const { detractors: negative, passives: neutral, promoters: positive } = input;
    expectGolden(
      { nps: (value ?? NaN) / 100, variance: netVariance({ negative, neutral, positive }) },
      expected,
      tolerance,
    );
  });

  it.each(goldenCases<{ scores: number[] }, object>('published', R_PACKAGE))(
    '$name',
    ({ input, expected, tolerance }) => {
      expectGolden({ se: (computeNps(input.scores).standardError ?? NaN) / 100 }, expected, tolerance);
    },
  );
});
