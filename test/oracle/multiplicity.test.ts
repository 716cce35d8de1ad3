import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { adjustPValues } from '../../src/statistics/adjustPValues.js';

describe('multiplicity.json', () => {
  const cases = goldenCases<{ p: number[] }, object>('multiplicity', '');
  it('is covered in full', () => {
    expect(cases).toHaveLength(7);
  });

  it.each(cases)('$name', ({ input: { p }, expected, tolerance }) => {
    const got = {
      bonferroni: adjustPValues(p, 'bonferroni'),
      holm: adjustPValues(p, 'holm'),
      hochberg: adjustPValues(p, 'hochberg'),
      hommel: adjustPValues(p, 'hommel'),
      BH: adjustPValues(p, 'bh'),
      BY: adjustPValues(p, 'by'),
      sidak: adjustPValues(p, 'sidak'),
      holmSidak: adjustPValues(p, 'holm-sidak'),
    };
    expect(Object.keys(expected)).toEqual(Object.keys(got));
    expectGolden(got, expected, tolerance);
    for (const adjusted of Object.values(got)) expect(adjusted).toHaveLength(p.length);
  });
});
