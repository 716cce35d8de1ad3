import { describe, expect, it } from 'vitest';
import { toClassTargets } from '../../../src/accounts/classTargets.js';
import { weightRows } from '../../../src/accounts/weightRows.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

const accounts = deepFreeze([
  { size: 'small', country: 'FR', revenue: 10 },
  { size: 'large', country: 'FR', revenue: 70 },
  { size: 'small', country: 'DE', revenue: 20 },
  { size: 'small', country: 'DE', revenue: null },
  { size: null, country: 'FR', revenue: 5 },
  { size: '', country: 'FR', revenue: 5 },
]);

describe('toClassTargets', () => {
  it('counts rows by class, in code-unit order, and those without a class', () => {
    const { targets, excluded } = expectSound(toClassTargets(accounts, 'size'));
    expect(targets).toEqual({ large: 1, small: 3 });
    expect(Object.keys(targets)).toEqual(['large', 'small']);
    expect(excluded).toEqual({ missingClass: 2, missingWeight: 0 });
  });

  it('adds up weights, and counts those that are missing', () => {
    const { targets, excluded } = toClassTargets(accounts, 'size', { weight: 'revenue' });
    expect(targets).toEqual({ large: 70, small: 30 });
    expect(excluded).toEqual({ missingClass: 2, missingWeight: 1 });
  });

  it('nests several attributes', () => {
    const { targets } = expectSound(toClassTargets(accounts, ['size', 'country']));
    expect(targets).toEqual({ large: { FR: 1 }, small: { DE: 2, FR: 1 } });
  });

  it('merges classes', () => {
    const by = { field: 'country', collapse: { DE: 'FR' } } as const;
    expect(toClassTargets(accounts, by).targets).toEqual({ FR: 6 });
  });

  it('reads a computed class and a computed weight, by index, once', () => {
    const stream = readOnce(accounts);
    const by = (_: unknown, index: number): string => (index % 2 === 0 ? 'even' : 'odd');
    expect(toClassTargets(stream, by, { weight: (_, index) => index }).targets).toEqual({ even: 6, odd: 9 });
  });

  it('keeps a class of an awkward name', () => {
    const { targets } = toClassTargets([{ size: '__proto__' }], 'size');
    expect(Object.entries(targets)).toEqual([['__proto__', 1]]);
  });

  it('gives the targets that weighting takes', () => {
    const targets = toClassTargets(accounts, ['size', 'country']).targets;
    const answers = [
      { size: 'large', country: 'FR' },
      { size: 'small', country: 'FR' },
      { size: 'small', country: 'DE' },
    ];
    const steps = [{ kind: 'post-stratify', by: ['size', 'country'], targets } as const];
    expect(weightRows(answers, { steps, scale: 'totals' }).weights).toEqual([1, 1, 2]);
  });

  it('accepts a weight of 0', () => {
    expect(expectSound(toClassTargets([{ size: 'a' }], 'size', { weight: () => -0 })).targets).toEqual({ a: 0 });
  });

  it.each([-1, NaN, Infinity, '3'])('refuses the weight %s', (weight) => {
    expect(thrownBy(() => toClassTargets([{ size: 'a' }], 'size', { weight: () => weight as number }))).toMatchObject({
      code: 'CX_INVALID_WEIGHT',
      message: expect.stringContaining(
        'toClassTargets: weight at row 0 must be a finite number from 0, received',
      ) as string,
    });
  });

  it('refuses what it cannot read', () => {
    expect(thrownBy(() => toClassTargets(3 as never, 'size' as never))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'toClassTargets: rows must be an iterable of rows, received 3',
    });
    expect(thrownBy(() => toClassTargets(accounts, []))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'toClassTargets: option "by" must be at least one field, received "none"',
    });
  });

  it('gives nothing for nothing', () => {
    expect(toClassTargets([] as typeof accounts, 'size')).toEqual({
      targets: {},
      excluded: { missingClass: 0, missingWeight: 0 },
    });
  });
});
