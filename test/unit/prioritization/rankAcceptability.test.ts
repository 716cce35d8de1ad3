import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/prioritization/criterion.js';
import type { CriterionScore, Initiative } from '../../../src/prioritization/initiative.js';
import { evaluatePairwiseWins } from '../../../src/prioritization/pairwiseWins.js';
import {
  rankAcceptability,
  type AcceptabilityOptions,
  type InitiativeAcceptability,
} from '../../../src/prioritization/rankAcceptability.js';

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
const byId = (list: readonly Initiative[], options: AcceptabilityOptions): Record<string, InitiativeAcceptability> =>
  Object.fromEntries(rankAcceptability(list, options).items.map((entry) => [entry.id, entry]));
const close = (list: readonly number[], within = 12): unknown[] => list.map((value) => expect.closeTo(value, within));

describe('two criteria', () => {
  it('are solved: a is first for 4/7 of the weights, those of x above 3/7', () => {
    const { a, b } = byId([A, B], { criteria: TWO });
    expect(a?.acceptability).toEqual(close([4 / 7, 3 / 7]));
    expect(b?.acceptability).toEqual(close([3 / 7, 4 / 7]));
    expect(a?.centralWeights).toEqual([
      { criterion: 'x', weight: expect.closeTo(5 / 7, 12) },
      { criterion: 'y', weight: expect.closeTo(2 / 7, 12) },
    ]);
    expect(b?.centralWeights?.[0]?.weight).toBeCloseTo(3 / 14, 12);
    expect(a?.expectedRank).toBeCloseTo(10 / 7, 12);
    expect([a?.confidence, b?.confidence]).toEqual([1, 1]);
  });

  it('tell what was done', () => {
    const { items, findings, ...trace } = rankAcceptability([A, B], { criteria: TWO });
    expect([items.map(({ id }) => id), findings]).toEqual([['a', 'b'], []]);
    expect(trace).toEqual({ top: 3, law: 'uniform', method: 'exact', draws: null, seed: null, standardError: 0 });
  });

  it('agree with draws within their error', () => {
    const { items, method, draws, seed, standardError } = rankAcceptability([A, B], { criteria: TWO, method: 'draws' });
    expect([method, draws, seed, standardError]).toEqual(['draws', 10_000, 42, 0.005]);
    expect(Math.abs((items[0]?.acceptability[0] as number) - 4 / 7)).toBeLessThan(4 * 0.005);
    expect(items[0]?.centralWeights?.[0]?.weight).toBeCloseTo(5 / 7, 2);
  });

  it.each([
    [2, 1, 1, 0.75],
    [1, 2, 1 / 7, 13 / 28],
    [1, 1, 4 / 7, 5 / 7],
  ])('of declared weights %d and %d, of which only the order is known, put a first with %d', (x, y, first, central) => {
    // The weight of x lies in 0.5..1, in 0..0.5, or anywhere; a is first above 3/7.
    const { a } = byId([A, B], { criteria: [criterion('x', x), criterion('y', y)], law: 'ordinal' });
    expect(a?.acceptability[0]).toBeCloseTo(first, 12);
    expect(a?.centralWeights?.[0]?.weight).toBeCloseTo(central, 12);
  });

  it('of which one has no weight leave one, and no central weights to what is never first', () => {
    const { a, b } = byId([A, B], { criteria: [criterion('x'), criterion('y', 0)] });
    expect([a?.acceptability, b?.acceptability]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(a?.centralWeights).toEqual([{ criterion: 'x', weight: 1 }]);
    expect([b?.centralWeights, b?.confidence]).toEqual([null, null]);
  });

  it('are solved by hand for three initiatives: lines cross at 0.4, 0.5 and 0.6', () => {
    // Over the weight t of x: p = t, q = 1 - t, r = 0.6: r is first between 0.4 and 0.6, otherwise second.
    const list = [item('p', 1, 0), item('q', 0, 1), item('r', 0.6, 0.6)];
    const shares = byId(list, { criteria: TWO });
    expect(shares['r']?.acceptability).toEqual(close([0.2, 0.8, 0]));
    expect(shares['p']?.acceptability).toEqual(close([0.4, 0.1, 0.5]));
    expect(shares['q']?.acceptability).toEqual(close([0.4, 0.1, 0.5]));
    expect(shares['r']?.topShare).toBe(1);
    expect(byId(list, { criteria: TWO, top: 1 })['r']?.topShare).toBeCloseTo(0.2, 12);
    expect(byId(list, { criteria: TWO, top: 2 })['p']?.topShare).toBeCloseTo(0.5, 12);
  });
});

describe('ties', () => {
  it.each(['exact', 'draws'] as const)('share their ranks exactly: %s', (method) => {
    const list = [item('c', 0.9, 0.3), A, item('d', 0.1, 0.1), item('b', 0.9, 0.3)];
    const { a, b, c, d } = byId(list, { criteria: TWO, method, draws: 100 });
    const third = [1 / 3, 1 / 3, 1 / 3, 0];
    expect([a, b, c].map((entry) => entry?.acceptability)).toEqual([close(third), close(third), close(third)]);
    expect(d?.acceptability).toEqual([0, 0, 0, 1]);
    expect(a?.confidence).toBeCloseTo(1 / 3, 14);
  });

  it('are seen through rounding when the weights are fixed', () => {
    const list = [item('a', 0.3, 0), item('b', 0.1, 0.2), item('c', 0.2, 0.1)];
    const shares = byId(list, { criteria: TWO, law: { kind: 'band', spread: 0 }, draws: 10 });
    expect(shares['a']?.acceptability).toEqual(close([1 / 3, 1 / 3, 1 / 3]));
  });

  it('of many are shared as well', () => {
    const list = Array.from({ length: 40 }, (_, k) => item(`i${String(k)}`, 0.5, 0.5, 0.5));
    const criteria = [...TWO, criterion('z')];
    for (const { acceptability } of rankAcceptability(list, { criteria, draws: 7 }).items) {
      expect(acceptability).toEqual(close(new Array<number>(40).fill(1 / 40)));
    }
  });
});

describe('uncertain scores', () => {
  const one = { criteria: [criterion('x')], draws: 40_000 };
  const estimate = (value: number, lower: number, upper: number): CriterionScore => {
    return { value, interval: { lower, upper, confidence: 0.95, method: 't' } };
  };

  it('of an interval are drawn evenly: above 0.4 for 2/3 of 0.2..0.8', () => {
    const { a } = byId([item('a', estimate(0.5, 0.2, 0.8)), item('b', 0.4)], one);
    expect(Math.abs((a?.acceptability[0] as number) - 2 / 3)).toBeLessThan(0.01);
    expect(Math.abs((a?.confidence as number) - 2 / 3)).toBeLessThan(0.01);
  });

  it.each([
    [0.25, 1 - 0.25 ** 2 / (1 * 0.5)],
    [0.5, 0.5],
    [0.75, 0.25 ** 2 / (1 * 0.5)],
  ])('of a judgement are drawn from its triangle: above %d', (limit, share) => {
    const { a } = byId([item('a', { low: 0, likely: 0.5, high: 1 }), item('b', limit)], one);
    expect(Math.abs((a?.acceptability[0] as number) - share)).toBeLessThan(0.01);
  });

  it('of a lopsided judgement as well: low 0, likely 0.2, high 1, above 0.6 for 0.16 / 0.8', () => {
    const { a } = byId([item('a', { low: 0, likely: 0.2, high: 1 }), item('b', 0.6)], one);
    expect(Math.abs((a?.acceptability[0] as number) - 0.2)).toBeLessThan(0.01);
  });

  it('that are unknown are anywhere on their scale, never 0', () => {
    const { a } = byId([item('a', null), item('b', 0.3)], one);
    expect(Math.abs((a?.acceptability[0] as number) - 0.7)).toBeLessThan(0.01);
  });

  it('of an interval beyond the scale end with it', () => {
    const { a } = byId([item('a', estimate(0.9, 0.6, 1.4)), item('b', 0.8)], one);
    expect(Math.abs((a?.acceptability[0] as number) - 0.5)).toBeLessThan(0.01);
  });

  it('leave the draws of weights as they are', () => {
    const options = { criteria: TWO, method: 'draws', draws: 200 } as const;
    const plain = byId([A, B], options);
    const withUnknown = byId([A, B, item('z', { low: 0, likely: 0.01, high: 0.02 }, 0)], options);
    expect(withUnknown['a']?.acceptability.slice(0, 2)).toEqual(plain['a']?.acceptability);
  });
});

describe('the laws of weights', () => {
  // a has x, b has y alone, so a is first where x weighs more, and its central weight tells the spread.
  const list = [item('a', 1, 0), item('b', 0, 1)];
  const criteria = [criterion('x', 3), criterion('y', 1)];

  it('around the declared weights by a band: 3 and 1, spread by half, never change places', () => {
    const { a } = byId(list, { criteria, law: { kind: 'band', spread: 0.5 }, draws: 1000 });
    expect(a?.acceptability[0]).toBe(1);
    expect(a?.centralWeights?.[0]?.weight).toBeCloseTo(0.75, 1);
  });

  it('around equal weights by a band are even', () => {
    const { a } = byId(list, { criteria: TWO, law: { kind: 'band', spread: 1 }, draws: 40_000 });
    expect(Math.abs((a?.acceptability[0] as number) - 0.5)).toBeLessThan(0.01);
  });

  it.each([
    // Beta(3, 1) lies above 1/2 with 1 - (1/2)³; Beta(1.5, 0.5) with 1/2 + 1/π.
    [4, 1 - 0.125],
    [2, 0.5 + 1 / Math.PI],
  ])('around the declared weights by Dirichlet with concentration %d put a first with %d', (concentration, share) => {
    const { a, b } = byId(list, { criteria, law: { kind: 'dirichlet', concentration }, draws: 40_000 });
    expect(Math.abs((a?.acceptability[0] as number) - share)).toBeLessThan(0.01);
    const mean = [a, b].reduce(
      (sum, entry) => sum + (entry?.acceptability[0] as number) * (entry?.centralWeights?.[0]?.weight as number),
      0,
    );
    expect(Math.abs(mean - 0.75)).toBeLessThan(0.01);
  });

  it('by order keep it, and have the means of order statistics: 11/18, 5/18, 2/18', () => {
    const three = [criterion('x', 1), criterion('y', 5), criterion('z', 3)];
    const { a } = byId([item('a', 1, 1, 1)], { criteria: three, law: 'ordinal', draws: 40_000 });
    const means = a?.centralWeights?.map(({ weight }) => weight) as number[];
    for (const [k, mean] of [2 / 18, 11 / 18, 5 / 18].entries()) {
      expect(Math.abs((means[k] as number) - mean)).toBeLessThan(0.005);
    }
  });

  it('by order leave equal weights in any order: 8/18, 8/18, 2/18', () => {
    const three = [criterion('x', 5), criterion('y', 5), criterion('z', 3)];
    const { a } = byId([item('a', 1, 1, 1)], { criteria: three, law: 'ordinal', draws: 40_000 });
    const means = a?.centralWeights?.map(({ weight }) => weight) as number[];
    for (const [k, mean] of [8 / 18, 8 / 18, 2 / 18].entries()) {
      expect(Math.abs((means[k] as number) - mean)).toBeLessThan(0.005);
    }
  });

  it('give the same twice from one seed, and something else from another', () => {
    const options = { criteria, law: { kind: 'dirichlet', concentration: 5 }, draws: 50 } as const;
    expect(rankAcceptability(list, options)).toEqual(rankAcceptability(list, options));
    expect(byId(list, options)['a']).not.toEqual(byId(list, { ...options, seed: 7 })['a']);
  });

  it.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0])('take the seed %d', (seed) => {
    const open = [item('a', null, 1), item('b', 0, 1)];
    expect(rankAcceptability(open, { criteria, seed, draws: 2 }).seed).toBe(seed);
  });
});

describe('rankAcceptability', () => {
  it('lists by expected rank, then id, and gives plain JSON', () => {
    const result = rankAcceptability([item('d', 0, 0), B, item('c', 0.5, 0.6), A], { criteria: TWO, draws: 10 });
    expect(result.items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('has nothing to say of nothing', () => {
    expect(rankAcceptability([]).items).toEqual([]);
  });

  it('solves up to 300 initiatives of itself, more on demand', () => {
    const many = Array.from({ length: 301 }, (_, k) => item(`i${String(k)}`, 0.5, 0.5));
    const options = { criteria: TWO, draws: 1 };
    expect(rankAcceptability(many.slice(1), options).method).toBe('exact');
    expect(rankAcceptability(many, options).method).toBe('draws');
    expect(rankAcceptability(many, { ...options, method: 'exact' }).method).toBe('exact');
  });

  const rule = '"draws" unless scores are certain, at most two criteria count and their weights are uniform or ordinal';
  it.each([
    [{ top: 0 }, 'top', 'a whole number above 0', '0'],
    [{ top: 1.5 }, 'top', 'a whole number above 0', '1.5'],
    [{ draws: 0 }, 'draws', 'a whole number above 0', '0'],
    [{ draws: NaN }, 'draws', 'a whole number above 0', 'NaN'],
    [{ seed: 0.5 }, 'seed', 'a safe integer', '0.5'],
    [{ method: 'fast' }, 'method', '"exact" or "draws"', '"fast"'],
    [{ method: 'exact' }, 'method', rule, '"exact"'],
    [{ law: 'normal' }, 'law', '"uniform", "ordinal" or of kind "dirichlet" or "band"', '"normal"'],
    [{ law: null }, 'law', '"uniform", "ordinal" or of kind "dirichlet" or "band"', 'null'],
    [{ law: { kind: 'flat' } }, 'law', '"uniform", "ordinal" or of kind "dirichlet" or "band"', 'an object'],
    [{ law: { kind: 'dirichlet', concentration: 0.99 } }, 'law.concentration', 'a finite number from 1', '0.99'],
    [{ law: { kind: 'dirichlet' } }, 'law.concentration', 'a finite number from 1', 'undefined'],
    [{ law: { kind: 'band', spread: 1.01 } }, 'law.spread', 'between 0 and 1', '1.01'],
    [{ law: { kind: 'band', spread: -0.1 } }, 'law.spread', 'between 0 and 1', '-0.1'],
  ])('refuses %j', (options, field, rules, received) => {
    const message = `rankAcceptability: option "${field}" must be ${rules}, received ${received}`;
    expect(() => rankAcceptability([], options as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message }),
    );
  });

  it.each([
    ['an uncertain score', [item('a', null, 1)], TWO, 'uniform'],
    ['a band', [A], TWO, { kind: 'band', spread: 0.1 }],
  ])('has no exact way with %s', (_, list, criteria, law) => {
    const options = { criteria, law, method: 'exact' } as never;
    expect(() => rankAcceptability(list, options)).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION' }));
  });
});

describe('evaluatePairwiseWins', () => {
  it('is exact for two criteria, and a share and its counterpart add up to 1', () => {
    const { ids, wins, method } = evaluatePairwiseWins([B, item('c', 0.5, 0.6), A], { criteria: TWO });
    expect([ids, method]).toEqual([['a', 'b', 'c'], 'exact']);
    expect(wins).toEqual([close([0.5, 4 / 7, 4 / 7]), close([3 / 7, 0.5, 0.5]), close([3 / 7, 0.5, 0.5])]);
  });

  it('does not depend on what else is on the list', () => {
    const options = { criteria: TWO, method: 'draws', draws: 100 } as const;
    const small = evaluatePairwiseWins([A, B], options).wins[0]?.[1];
    expect(evaluatePairwiseWins([A, B, item('c', 1, 1)], options).wins[0]?.[1]).toBe(small);
  });

  it('draws uncertain scores', () => {
    const { wins } = evaluatePairwiseWins([item('a', null), item('b', 0.3)], { criteria: [criterion('x')] });
    expect(Math.abs((wins[0]?.[1] as number) - 0.7)).toBeLessThan(0.02);
  });

  it('has nothing to say of nothing, and names what is wrong', () => {
    expect(evaluatePairwiseWins([])).toMatchObject({ ids: [], wins: [] });
    expect(evaluatePairwiseWins([null as never], { criteria: TWO }).findings).toMatchObject([
      { code: 'not-an-initiative' },
    ]);
    expect(() => evaluatePairwiseWins([], { draws: -1 })).toThrow(
      'evaluatePairwiseWins: option "draws" must be a whole number above 0, received -1',
    );
  });
});
