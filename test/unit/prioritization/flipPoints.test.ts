import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/prioritization/criterion.js';
import { evaluateDominance } from '../../../src/prioritization/dominance.js';
import { evaluateFlipPoints, type FlipPointOptions } from '../../../src/prioritization/flipPoints.js';
import type { CriterionScore, Initiative } from '../../../src/prioritization/initiative.js';

const scale = { minimum: 0, maximum: 1 };
const criterion = (id: string, weight = 1): Criterion => ({
  ...{ id, names: { en: id, fr: id }, unit: 'share', scale, weight, axis: 'value', direction: 'more-is-better' },
});
const TWO = [criterion('x'), criterion('y')];
const item = (id: string, ...scores: CriterionScore[]): Initiative => ({
  id,
  criteria: Object.fromEntries(scores.map((score, k) => [['x', 'y', 'z'][k] as string, score])),
});
const A = item('a', 0.9, 0.3);
const B = item('b', 0.5, 0.6);
const flips = (list: readonly Initiative[], options: FlipPointOptions = { criteria: TWO }) =>
  evaluateFlipPoints(list, options);

describe('evaluateFlipPoints', () => {
  it('finds the weight of x, 3/7, below which a is no longer first, and that of y above which it is not', () => {
    const { leaders, items } = flips([B, A]);
    expect(leaders).toEqual(['a']);
    const [x, y] = items;
    expect(x).toEqual({
      criterion: 'x',
      weight: 0.5,
      below: { weight: expect.closeTo(3 / 7, 12), change: expect.closeTo(-1 / 14, 12), overtakenBy: ['b'] },
      above: null,
    });
    expect(y).toEqual({
      criterion: 'y',
      weight: 0.5,
      below: null,
      above: { weight: expect.closeTo(4 / 7, 12), change: expect.closeTo(1 / 14, 12), overtakenBy: ['b'] },
    });
  });

  it('keeps the ratios of the other weights', () => {
    // At weight t of z the others have (1 - t) 3/4 and (1 - t) 1/4: a = 0.75 (1 - t), b = 0.25 (1 - t) + t; equal at t = 1/3.
    const criteria = [criterion('x', 3), criterion('y', 1), criterion('z', 0.4)];
    const { items } = flips([item('a', 1, 0, 0), item('b', 0, 1, 1)], { criteria });
    expect(items[2]?.weight).toBeCloseTo(1 / 11, 12);
    expect(items[2]?.above?.weight).toBeCloseTo(1 / 3, 12);
    expect(items[2]?.below).toBeNull();
  });

  it('names the nearest of several, and all that meet it there', () => {
    const list = [A, B, item('c', 0.5, 0.6), item('d', 0.2, 0.7)];
    expect(flips(list).items[0]?.below?.overtakenBy).toEqual(['b', 'c']);
  });

  it('does not flip where the other is equal only when the weight is all or nothing', () => {
    // Equal at x = 0 exactly, and never ahead.
    expect(flips([item('a', 0.9, 0.5), item('b', 0.1, 0.5)]).items.map(({ below, above }) => [below, above])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('has no flip below a weight of 0 or above one of 1', () => {
    // The lead is 0.1 + 0.3 t over the weight t of x: 0 at -1/3. Turned round, over the weight of y, at 4/3.
    const list = [item('a', 0.9, 0.6), item('b', 0.5, 0.5)];
    for (const weights of [
      [1, 3],
      [3, 1],
    ] as const) {
      const { items } = flips(list, { criteria: [criterion('x', weights[0]), criterion('y', weights[1])] });
      expect(items.map(({ below, above }) => [below, above])).toEqual([
        [null, null],
        [null, null],
      ]);
    }
  });

  it('parts equal leaders at a change of 0', () => {
    const { leaders, items } = flips([item('a', 0.8, 0.2), item('b', 0.2, 0.8), item('c', 0.1, 0.1)]);
    expect(leaders).toEqual(['a', 'b']);
    expect(items[0]?.below).toEqual({ weight: 0.5, change: 0, overtakenBy: ['b'] });
    expect(items[0]?.above).toEqual({ weight: 0.5, change: 0, overtakenBy: ['a'] });
  });

  it('never parts what is the same', () => {
    const { leaders, items } = flips([item('a', 0.5, 0.5), item('b', 0.5, 0.5)]);
    expect(leaders).toEqual(['a', 'b']);
    expect(items.every(({ below, above }) => below === null && above === null)).toBe(true);
  });

  it('looks at a pair alone', () => {
    const { leaders, items } = flips([A, B, item('z', 1, 1)], { criteria: TWO, pair: ['b', 'a'] });
    expect(leaders).toEqual(['a']);
    expect(items[0]?.below?.weight).toBeCloseTo(3 / 7, 12);
    expect(flips([A, B, item('z', 1, 1)]).leaders).toEqual(['z']);
  });

  it('leaves out what is unknown, and takes an estimate at its value', () => {
    const interval = { lower: 0.1, upper: 1, confidence: 0.95, method: 't' };
    const { leftOut, items, findings } = flips([
      item('a', { value: 0.9, interval }, 0.3),
      B,
      item('c', null, 1),
      null as never,
    ]);
    expect(leftOut).toEqual(['c']);
    expect(items[0]?.below?.weight).toBeCloseTo(3 / 7, 12);
    expect(findings).toMatchObject([{ code: 'not-an-initiative', index: 3 }]);
  });

  it('has no flip with one criterion that counts, nor anything of nothing', () => {
    const criteria = [criterion('x'), criterion('y', 0)];
    expect(flips([A, item('b', 0.5, null)], { criteria })).toMatchObject({
      leaders: ['a'],
      items: [{ criterion: 'x', weight: 1, below: null, above: null }],
      leftOut: [],
    });
    expect(flips([])).toMatchObject({ leaders: [], leftOut: [], findings: [] });
  });

  it.each([[['a']], [['a', 'a']], [['a', 1]], ['ab'], [null]])('refuses the pair %j', (pair) => {
    expect(() => evaluateFlipPoints([], { pair } as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_OPTION',
        message: expect.stringContaining('evaluateFlipPoints: option "pair" must be two different ids, received'),
      }),
    );
  });
});

describe('evaluateDominance', () => {
  const dominated = (list: readonly Initiative[], criteria = TWO): unknown =>
    evaluateDominance(list, { criteria }).items.map(({ id, dominatedBy, dominates }) => [id, dominatedBy, dominates]);

  it('asks for as much everywhere and more somewhere', () => {
    expect(dominated([item('c', 0.5, 0.5), item('a', 0.5, 0.6), item('b', 0.6, 0.5)])).toEqual([
      ['a', [], ['c']],
      ['b', [], ['c']],
      ['c', ['a', 'b'], []],
    ]);
  });

  it('is not between equals', () => {
    expect(dominated([A, { ...A, id: 'b' }])).toEqual([
      ['a', [], []],
      ['b', [], []],
    ]);
  });

  it('looks away from criteria that do not count', () => {
    expect(dominated([A, B], [criterion('x'), criterion('y', 0)])).toEqual([
      ['a', [], ['b']],
      ['b', ['a'], []],
    ]);
  });

  const estimate = (value: number, lower: number, upper: number): CriterionScore => {
    return { value, interval: { lower, upper, confidence: 0.95, method: 't' } };
  };

  it.each([
    ['touches', estimate(0.6, 0.5, 0.8), true],
    ['overlaps', estimate(0.6, 0.49, 0.8), false],
    ['lies beside its value', estimate(0.4, 0.5, 0.8), false],
  ])('holds whatever the interval hides: it %s', (_, x, expected) => {
    const { items } = evaluateDominance([item('a', x, 0.9), item('b', 0.5, 0.2)], { criteria: TWO });
    expect(items[1]?.dominatedBy).toEqual(expected ? ['a'] : []);
  });

  it('counts a value beyond its interval', () => {
    const { items } = evaluateDominance([item('a', 0.5, 0.9), item('b', estimate(0.9, 0.1, 0.3), 0.2)], {
      criteria: TWO,
    });
    expect(items[1]?.dominatedBy).toEqual([]);
  });

  it('refuses what is no list', () => {
    expect(() => evaluateDominance(null as never)).toThrow(
      'evaluateDominance: the initiatives must be an array, received null',
    );
  });

  it('lets the unknown be anything', () => {
    expect(dominated([item('a', 1, 0.9), item('b', null, 0.2)])).toEqual([
      ['a', [], ['b']],
      ['b', ['a'], []],
    ]);
    expect(dominated([item('a', 0.9, 0.9), item('b', null, 0.2)])).toEqual([
      ['a', [], []],
      ['b', [], []],
    ]);
    expect(dominated([item('a', null, 0.9), item('b', 0, 0.2)])).toEqual([
      ['a', [], ['b']],
      ['b', ['a'], []],
    ]);
  });

  it('names what is wrong', () => {
    expect(evaluateDominance([null as never]).findings).toMatchObject([{ code: 'not-an-initiative' }]);
  });
});
