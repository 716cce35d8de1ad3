import { describe, expect, it } from 'vitest';
import { studentTQuantile, studentTUpperQuantile } from '../../src/statistics/studentT.js';
import { expectGolden, goldenCases } from './goldenCases.js';

interface Input {
  readonly df: number;
  readonly p: number;
}

const cases = goldenCases<Input, { value: number }>('student_t_quantiles', 't quantile');

describe("quantiles of Student's t against mpmath at 60 digits", () => {
  it('covers every kind of case of the fixture', () => {
    expect(cases).toHaveLength(108);
  });

  it.each(cases)('$name', ({ input, expected, tolerance }) => {
    expectGolden({ value: studentTQuantile(input.p, input.df) }, expected, tolerance);
    const upper = -studentTUpperQuantile(input.p, input.df);
    expectGolden({ value: upper }, expected, tolerance);
  });
});
