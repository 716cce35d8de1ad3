import { describe, expect, it } from 'vitest';
import type { Warning } from '../../../src/core/warning.js';
import {
  addPolicyWarning,
  B2B_NPS_SAMPLE_POLICY,
  requiredAnswers,
  type SamplePolicy,
} from '../../../src/metrics/perception/samplePolicy.js';
import { thrownBy } from '../../tools/soundness.js';

const on = (base: number): SamplePolicy => ({ ...B2B_NPS_SAMPLE_POLICY, base });

describe('B2B_NPS_SAMPLE_POLICY', () => {
  it('is the rule of the article', () => {
    expect(B2B_NPS_SAMPLE_POLICY).toEqual({ id: 'b2b-nps-1100', unit: 'contacts', base: 1100 });
  });
});

describe('requiredAnswers', () => {
  it.each([
    // Cochran: n0 / (1 + (n0 - 1) / N), rounded up.
    [1067, 180, 155],
    [1067, 500, 341],
    [1067, 5000, 880],
    [1100, 180, 155],
    [1100, 1100, 551],
    [1100, 1, 1],
    [1100, undefined, 1100],
    [1067.0719, undefined, 1068],
    [1067.0719, 180, 155],
    [0.5, undefined, 1],
    [0.5, 3, 1],
    [100, 9e15, 100],
  ])('on a base of %d in a population of %s is %i', (base, population, expected) => {
    expect(requiredAnswers(on(base), population)).toBe(expected);
  });

  it.each([
    [0, 'RangeError', '0'],
    [-5, 'RangeError', '-5'],
    [1.5, 'RangeError', '1.5'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['180', 'TypeError', '"180"'],
    [null, 'TypeError', 'null'],
  ])('refuses the population %s', (population, kind, shown) => {
    expect(thrownBy(() => requiredAnswers(on(1100), population as number))).toEqual({
      kind,
      code: 'CX_INVALID_OPTION',
      message: `requiredAnswers: option "population" must be a whole number from 1, received ${shown}`,
    });
  });

  it.each([
    [0, 'RangeError', '0'],
    [-1, 'RangeError', '-1'],
    [Infinity, 'RangeError', 'Infinity'],
    ['1100', 'TypeError', '"1100"'],
    [undefined, 'TypeError', 'undefined'],
  ])('refuses the base %s', (base, kind, shown) => {
    expect(thrownBy(() => requiredAnswers(on(base as number)))).toEqual({
      kind,
      code: 'CX_INVALID_OPTION',
      message: `requiredAnswers: option "samplePolicy.base" must be a number above 0, received ${shown}`,
    });
  });
});

describe('addPolicyWarning', () => {
  const warningsOf = (
    sampleSize: number,
    accounts: number | null,
    policy: SamplePolicy,
    population?: number,
  ): Warning[] => {
    const warnings: Warning[] = [{ code: 'no-data' }];
    const known = accounts === null ? { population } : { accounts, accountPopulation: population };
    addPolicyWarning({ warnings, sampleSize }, policy, policy.unit === 'accounts' ? known : { population }, 'f');
    return warnings.slice(1);
  };
  const warning = (observed: number, required: number, population: number | null, unit = 'contacts'): object => ({
    code: 'below-sample-policy',
    policy: 'b2b-nps-1100',
    unit,
    observed,
    required,
    population,
  });
  const byAccount = { ...B2B_NPS_SAMPLE_POLICY, unit: 'accounts' } as const;

  it.each([
    [1099, null, B2B_NPS_SAMPLE_POLICY, undefined, [warning(1099, 1100, null)]],
    [1100, null, B2B_NPS_SAMPLE_POLICY, undefined, []],
    [154, null, B2B_NPS_SAMPLE_POLICY, 180, [warning(154, 155, 180)]],
    [155, null, B2B_NPS_SAMPLE_POLICY, 180, []],
    [0, null, B2B_NPS_SAMPLE_POLICY, undefined, []],
    [0, null, B2B_NPS_SAMPLE_POLICY, 0, []],
    [5, null, B2B_NPS_SAMPLE_POLICY, 5, []],
    [2000, 900, B2B_NPS_SAMPLE_POLICY, undefined, []],
    [2000, 900, byAccount, undefined, [warning(900, 1100, null, 'accounts')]],
    [900, 1100, byAccount, undefined, []],
    [900, null, byAccount, undefined, [warning(900, 1100, null, 'accounts')]],
  ])(
    'of %i answers and %s accounts under %o in a population of %s',
    (sampleSize, accounts, policy, population, expected) => {
      expect(warningsOf(sampleSize, accounts, policy, population)).toEqual(expected);
    },
  );

  it('refuses the base of a policy that is none, under the name of its caller', () => {
    expect(thrownBy(() => warningsOf(5, null, { ...byAccount, base: 0 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_OPTION',
      message: 'f: option "samplePolicy.base" must be a number above 0, received 0',
    });
  });
});
