import { describe, expect, it } from 'vitest';
import { rankMaxDiff } from '../../../src/prioritization/maxDiff.js';

const SHOWN = ['a', 'b', 'c', 'd'];

describe('rankMaxDiff', () => {
  it('counts best less worst over shown', () => {
    const { items, choices, findings } = rankMaxDiff([
      { shown: SHOWN, best: 'b', worst: 'd' },
      { shown: ['b', 'c'], best: 'b', worst: 'c' },
      { shown: SHOWN, best: 'a', worst: 'b' },
    ]);
    expect([choices, findings]).toEqual([3, []]);
    expect(items).toEqual([
      { id: 'a', shown: 2, best: 1, worst: 0, score: 0.5, rank: 1, tiedWith: [] },
      { id: 'b', shown: 3, best: 2, worst: 1, score: 1 / 3, rank: 2, tiedWith: [] },
      { id: 'c', shown: 3, best: 0, worst: 1, score: -1 / 3, rank: 3, tiedWith: [] },
      { id: 'd', shown: 2, best: 0, worst: 1, score: -0.5, rank: 4, tiedWith: [] },
    ]);
  });

  it('shares ranks between equal scores, in code-unit order', () => {
    const { items } = rankMaxDiff([
      { shown: ['b', 'a', 'B', 'z'], best: 'b', worst: 'z' },
      { shown: ['b', 'a', 'B', 'z'], best: 'a', worst: 'z' },
    ]);
    expect(items.map(({ id, rank, tiedWith }) => [id, rank, tiedWith])).toEqual([
      ['a', 1, ['b']],
      ['b', 1, ['a']],
      ['B', 3, []],
      ['z', 4, []],
    ]);
  });

  it.each([
    [null, 'not-a-choice', '', null],
    [{ best: 'a', worst: 'b' }, 'invalid-shown', 'shown', null],
    [{ shown: ['a'], best: 'a', worst: 'a' }, 'invalid-shown', 'shown', 'array'],
    [{ shown: ['a', 'a'], best: 'a', worst: 'a' }, 'invalid-shown', 'shown', 'array'],
    [{ shown: ['a', ''], best: 'a', worst: '' }, 'invalid-shown', 'shown', 'array'],
    [{ shown: ['a', 1], best: 'a', worst: 1 }, 'invalid-shown', 'shown', 'array'],
    [{ shown: SHOWN, best: 'e', worst: 'a' }, 'not-shown', 'best', 'e'],
    [{ shown: SHOWN, best: 'a', worst: null }, 'not-shown', 'worst', null],
    [{ shown: SHOWN, best: 'a', worst: 'a' }, 'same-item', 'worst', 'a'],
  ])('leaves out %j', (choice, code, field, value) => {
    const { items, choices, findings } = rankMaxDiff([choice, { shown: ['x', 'y'], best: 'x', worst: 'y' }] as never);
    expect(items.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(choices).toBe(1);
    expect(findings).toEqual([{ code, index: 0, id: null, field, value }]);
  });

  it('has nothing to say of nothing, and refuses what is no list', () => {
    expect(rankMaxDiff([])).toEqual({ items: [], choices: 0, findings: [] });
    expect(() => rankMaxDiff(3 as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_INPUT',
        message: 'rankMaxDiff: the choices must be an array, received 3',
      }),
    );
  });
});
