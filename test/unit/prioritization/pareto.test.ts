import { describe, expect, it } from 'vitest';
import { evaluatePareto } from '../../../src/prioritization/pareto.js';

const causes = (...amounts: readonly (number | null)[]): { id: string; amount: number | null }[] =>
  amounts.map((amount, k) => ({ id: 'abcdefgh'[k] as string, amount }));
const vital = (amounts: readonly number[], share?: number): string =>
  evaluatePareto(causes(...amounts), { share })
    .items.filter(({ isVital }) => isVital)
    .map(({ id }) => id)
    .join('');

describe('evaluatePareto', () => {
  it('puts the largest first, with shares of the whole', () => {
    const result = evaluatePareto(causes(15, 50, 5, 30));
    expect(result).toEqual({
      items: [
        { id: 'b', amount: 50, share: 0.5, cumulativeShare: 0.5, isVital: true },
        { id: 'd', amount: 30, share: 0.3, cumulativeShare: 0.8, isVital: true },
        { id: 'a', amount: 15, share: 0.15, cumulativeShare: 0.95, isVital: false },
        { id: 'c', amount: 5, share: 0.05, cumulativeShare: 1, isVital: false },
      ],
      total: 100,
      vital: 2,
      missing: [],
      findings: [],
    });
  });

  it.each([
    [[50, 30, 15, 5], 0.8, 'ab'],
    [[50, 30, 15, 5], 0.81, 'abc'],
    [[50, 30, 15, 5], 0.5, 'a'],
    [[50, 30, 15, 5], 1, 'abcd'],
    [[50, 30, 15, 5], 0.01, 'a'],
    [[50, 50, 0], 1, 'ab'],
    [[0, 0], 0.8, ''],
    [[0.1, 0.2, 0.7], 0.9, 'cb'],
    [[], 0.8, ''],
  ])('of %j takes the fewest that reach %d: %s', (amounts, share, expected) => {
    expect(vital(amounts, share)).toBe(expected);
  });

  it('takes all that are equal to the last of them', () => {
    expect(vital([40, 30, 30], 0.6)).toBe('abc');
    const { items } = evaluatePareto(causes(40, 30, 30));
    expect(items.map(({ cumulativeShare }) => cumulativeShare)).toEqual([0.4, 1, 1]);
  });

  it('counts equal causes in the middle of the list together', () => {
    const { items } = evaluatePareto(causes(40, 20, 20, 10, 10));
    expect(items.map(({ cumulativeShare }) => cumulativeShare)).toEqual([0.4, 0.8, 0.8, 1, 1]);
    expect(items.map(({ isVital }) => isVital)).toEqual([true, true, true, false, false]);
  });

  it('completes the whole in spite of rounding, and of nothing gives shares of 0', () => {
    const { items } = evaluatePareto(causes(0.1, 0.2, 0.3, 0.15, 0.15, 0.05, 0.04, 0.01));
    expect(items.at(-1)?.cumulativeShare).toBe(1);
    expect(evaluatePareto(causes(0)).items).toEqual([
      { id: 'a', amount: 0, share: 0, cumulativeShare: 0, isVital: false },
    ]);
  });

  it('takes nothing unknown for 0, and names what is no amount', () => {
    const list = [...causes(3, null, -1, NaN), null, { id: 'a2' }, { id: 'z', amount: '3' }, { id: 7, amount: 1 }];
    const { items, missing, total, findings } = evaluatePareto(list as never);
    expect([items.map(({ id }) => id), missing, total]).toEqual([['a'], ['a2', 'b'], 3]);
    expect(findings.map(({ code, index, field, value }) => [code, index, field, value])).toEqual([
      ['invalid-amount', 2, 'amount', -1],
      ['invalid-amount', 3, 'amount', 'NaN'],
      ['not-a-candidate', 4, '', null],
      ['invalid-amount', 6, 'amount', '3'],
      ['invalid-id', 7, 'id', 7],
    ]);
  });

  it.each([[0], [1.01], [NaN], [null]])('refuses the share %j', (share) => {
    const message = `evaluatePareto: option "share" must be above 0 and at most 1, received ${String(share)}`;
    expect(() => evaluatePareto([], { share } as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message }),
    );
  });

  it('refuses what is no list, or no options', () => {
    expect(() => evaluatePareto(null as never)).toThrow(
      'evaluatePareto: the candidates must be an array, received null',
    );
    expect(() => evaluatePareto([], null as never)).toThrow(
      'evaluatePareto: the options must be an object, received null',
    );
  });
});
