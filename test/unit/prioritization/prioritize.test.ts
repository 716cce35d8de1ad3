import { describe, expect, it } from 'vitest';
import { INITIATIVE_CRITERIA, type Criterion } from '../../../src/prioritization/criterion.js';
import type { CriterionScore, Initiative } from '../../../src/prioritization/initiative.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';
import type { PrioritizedInitiative } from '../../../src/prioritization/prioritization.js';

const shared = { names: { en: 'x', fr: 'x' }, unit: 'points', scale: { minimum: 0, maximum: 10 } };
const CRITERIA: Criterion[] = [
  { ...shared, id: 'gain', direction: 'more-is-better', axis: 'value', weight: 3 },
  { ...shared, id: 'work', direction: 'less-is-better', axis: 'effort', weight: 1 },
];
const item = (id: string, gain: CriterionScore, work: CriterionScore): Initiative => ({ id, criteria: { gain, work } });
const ranked = (list: readonly Initiative[], options = {}): readonly PrioritizedInitiative[] =>
  prioritize(list, { criteria: CRITERIA, ...options }).items;
const only = (gain: CriterionScore, work: CriterionScore, options = {}): PrioritizedInitiative =>
  ranked([item('a', gain, work)], options)[0] as PrioritizedInitiative;

describe('the score', () => {
  it('is the weighted sum of the standings: (3 · 0.8 + 1 · 0.4) / 4', () => {
    const { score, lowestScore, highestScore, contributions } = only(8, 6);
    expect(score).toBeCloseTo(0.7, 14);
    expect([lowestScore, highestScore]).toEqual([score, score]);
    expect(contributions).toEqual([
      { criterion: 'gain', value: 8, standing: 0.8, weight: 0.75, contribution: 0.75 * 0.8 },
      { criterion: 'work', value: 6, standing: 0.4, weight: 0.25, contribution: 0.25 * 0.4 },
    ]);
  });

  it.each([
    [10, 0, 1],
    [0, 10, 0],
  ])('of %d and %d is %d', (gain, work, score) => {
    expect(only(gain, work).score).toBe(score);
  });

  it('is unknown, never 0, while a criterion is, and lies between its worst and best case', () => {
    const { score, lowestScore, highestScore, missing, contributions, rank } = only(8, null);
    expect(score).toBeNull();
    expect(lowestScore).toBeCloseTo(0.6, 14);
    expect(highestScore).toBeCloseTo(0.85, 14);
    expect(missing).toEqual(['work']);
    expect(contributions[1]).toEqual({
      criterion: 'work',
      value: null,
      standing: null,
      weight: 0.25,
      contribution: null,
    });
    expect(rank).toBe(1);
  });

  it('does not miss a criterion of weight 0', () => {
    const criteria = [CRITERIA[0], { ...CRITERIA[1], weight: 0 }];
    expect(only(8, null, { criteria })).toMatchObject({ score: 0.8, missing: [], effort: null, quadrant: null });
  });

  it('takes the value of an estimate and the likely of a judgement', () => {
    const interval = { lower: 2, upper: 9, confidence: 0.95, method: 't' };
    const { score, lowestScore, highestScore } = only({ value: 8, interval }, { low: 5, likely: 6, high: 10 });
    expect(score).toBeCloseTo(0.7, 14);
    expect([lowestScore, highestScore]).toEqual([score, score]);
  });

  it('goes to the ends of intervals and judgements on demand', () => {
    const interval = { lower: 2, upper: 9, confidence: 0.95, method: 't' };
    const options = { cases: 'intervals' };
    const { score, lowestScore, highestScore } = only({ value: 8, interval }, { low: 5, likely: 6, high: 10 }, options);
    expect(score).toBeCloseTo(0.7, 14);
    expect(lowestScore).toBeCloseTo(0.15, 14);
    expect(highestScore).toBeCloseTo((3 * 0.9 + 0.5) / 4, 14);
  });

  it('in the worst case is no better than the value, where an interval lies beside it', () => {
    const interval = { lower: 6, upper: 9, confidence: 0.95, method: 't' };
    const { score, lowestScore } = only({ value: 4, interval }, 0, { cases: 'intervals' });
    expect(lowestScore).toBe(score);
  });
});

describe('the ranks', () => {
  it('go down with the score', () => {
    const items = ranked([item('low', 1, 5), item('high', 9, 5), item('middle', 5, 5)]);
    expect(items.map(({ id, rank }) => [id, rank])).toEqual([
      ['high', 1],
      ['middle', 2],
      ['low', 3],
    ]);
  });

  it('are shared by equal scores, which are named and in code-unit order', () => {
    const items = ranked([item('b', 5, 5), item('c', 1, 1), item('a', 5, 5), item('B', 5, 5)]);
    expect(items.map(({ id, rank, tiedWith }) => [id, rank, tiedWith])).toEqual([
      ['B', 1, ['a', 'b']],
      ['a', 1, ['B', 'b']],
      ['b', 1, ['B', 'a']],
      ['c', 4, []],
    ]);
  });

  it('are not tied while intervals count and leave them open', () => {
    const interval = { lower: 4, upper: 6, confidence: 0.95, method: 't' };
    const list = [item('a', { value: 5, interval }, 5), item('b', 5, 5), item('c', 5, 5)];
    const tiesOf = (options: object): unknown => ranked(list, options).map(({ id, tiedWith }) => [id, tiedWith]);
    expect(tiesOf({ cases: 'intervals' })).toEqual([
      ['b', ['c']],
      ['c', ['b']],
      ['a', []],
    ]);
    expect(tiesOf({})).toEqual([
      ['a', ['b', 'c']],
      ['b', ['a', 'c']],
      ['c', ['a', 'b']],
    ]);
  });

  it('see through rounding: 0.1 + 0.2 is 0.3', () => {
    const criteria = CRITERIA.map((criterion) => ({ ...criterion, scale: { minimum: 0, maximum: 1 }, weight: 1 }));
    const [a, b] = ranked([item('a', 0.1 + 0.2, 0), item('b', 0.3, 0)], { criteria });
    expect([a?.rank, b?.rank, a?.tiedWith]).toEqual([1, 1, ['b']]);
  });

  it('are ranges where a score is unknown, and then known ones too', () => {
    const items = ranked([item('top', 10, 0), item('known', 6, 5), item('open', 5, null), item('last', 0, 10)]);
    expect(items.map(({ id, rank, bestRank, worstRank }) => [id, rank, bestRank, worstRank])).toEqual([
      ['top', 1, 1, 1],
      ['known', null, 2, 3],
      ['open', null, 2, 3],
      ['last', 4, 4, 4],
    ]);
    expect(items[2]?.tiedWith).toEqual([]);
  });

  it('put the certain before the unknown that has the same worst rank', () => {
    const items = ranked([item('a-open', null, null), item('known', 6, 5)]);
    expect(items.map(({ id, bestRank, worstRank }) => [id, bestRank, worstRank])).toEqual([
      ['known', 1, 2],
      ['a-open', 1, 2],
    ]);
    const three = ranked([item('a-open', null, null), item('b', 6, 5), item('c', 3, 5)]);
    expect(three.map(({ id }) => id)).toEqual(['b', 'a-open', 'c']);
  });
});

describe('the matrix', () => {
  it.each([
    [9, 1, 'quick-win'],
    [9, 9, 'structuring-project'],
    [1, 1, 'fill-in'],
    [1, 9, 'drop'],
    [5, 4.9, 'quick-win'],
    [4.9, 4.9, 'fill-in'],
    [5, 5, 'structuring-project'],
    [4.9, 5, 'drop'],
  ])('places a gain of %d for work of %d: %s', (gain, work, quadrant) => {
    expect(only(gain, work).quadrant).toBe(quadrant);
  });

  it('gives positions as shares of the axes, effort the higher the more work', () => {
    const { value, effort } = only(8, 3);
    expect(value).toEqual({ value: 0.8, lower: 0.8, upper: 0.8 });
    expect(effort?.value).toBeCloseTo(0.3, 14);
  });

  it.each([
    [5.4, 0, true],
    [5.5, 0, true],
    [5.51, 0, false],
    [4.5, 0, true],
    [4.49, 0, false],
    [10, 5.5, true],
    [10, 5.51, false],
  ])('is to be confirmed within the border of a line: gain %d, work %d: %s', (gain, work, toConfirm) => {
    expect(only(gain, work).toConfirm).toBe(toConfirm);
  });

  it('has a border of its own on demand', () => {
    expect(only(6, 0, { border: 0.1 }).toConfirm).toBe(true);
    expect(only(5.1, 0, { border: 0 }).toConfirm).toBe(false);
    expect(only(5, 0, { border: 0 }).toConfirm).toBe(true);
  });

  it('leaves the quarter open where a position is unknown', () => {
    expect(only(9, null)).toMatchObject({ quadrant: null, toConfirm: true });
    expect(only(9, null).effort).toEqual({ value: null, lower: 0, upper: 1 });
  });

  it('is to be confirmed when an interval reaches across a line and intervals count', () => {
    const interval = { lower: 4, upper: 10, confidence: 0.95, method: 't' };
    expect(only({ value: 9, interval }, 1).toConfirm).toBe(false);
    expect(only({ value: 9, interval }, 1, { cases: 'intervals' })).toMatchObject({
      quadrant: 'quick-win',
      toConfirm: true,
    });
  });

  it('has its lines at the median of the list on demand', () => {
    const list = [item('a', 9, 9), item('b', 8, 1), item('c', 7, 8)];
    const { items, lines } = prioritize(list, { criteria: CRITERIA, lines: 'median' });
    expect(lines.value).toBe(0.8);
    expect(lines.effort).toBeCloseTo(0.8, 14);
    expect(Object.fromEntries(items.map(({ id, quadrant }) => [id, quadrant]))).toEqual({
      a: 'structuring-project',
      b: 'quick-win',
      c: 'drop',
    });
  });

  it('has no median of what is unknown', () => {
    const { items, lines } = prioritize([item('a', null, 1)], { criteria: CRITERIA, lines: 'median' });
    expect(lines).toEqual({ value: null, effort: expect.closeTo(0.1, 14) });
    expect(items[0]).toMatchObject({ quadrant: null, toConfirm: true });
  });

  it('has its lines where the user wants them', () => {
    expect(only(7, 1, { lines: { value: 0.8, effort: 0.05 } }).quadrant).toBe('drop');
    expect(prioritize([], { criteria: CRITERIA }).lines).toEqual({ value: 0.5, effort: 0.5 });
  });
});

describe('prioritize', () => {
  it('goes on without what it cannot read, and names it', () => {
    const list = [null, item('a', 99, 1), item('b', 1, 1)] as Initiative[];
    const { items, findings } = prioritize(list, { criteria: CRITERIA });
    expect(items.map(({ id, score }) => [id, score])).toEqual([
      ['b', expect.closeTo(0.3, 12)],
      ['a', null],
    ]);
    expect(findings.map(({ code, index }) => [code, index])).toEqual([
      ['not-an-initiative', 0],
      ['off-scale', 1],
    ]);
  });

  it('carries names', () => {
    const names = { en: 'Slots', fr: 'Créneaux' };
    expect(ranked([{ ...item('a', 1, 1), names }])[0]?.names).toEqual(names);
    expect(only(1, 1).names).toBeNull();
  });

  it('names dominators', () => {
    expect(ranked([item('a', 5, 5), item('b', 6, 5)]).map(({ dominatedBy }) => dominatedBy)).toEqual([[], ['b']]);
  });

  it('has the four criteria by default', () => {
    const list = [{ id: 'a', criteria: { impact: 5, reach: 1, complexity: 1, cost: 1 } }];
    expect(prioritize(list).items[0]?.score).toBe(1);
    expect(prioritize(list).items[0]?.contributions.map(({ criterion }) => criterion)).toEqual(
      INITIATIVE_CRITERIA.map(({ id }) => id).sort(),
    );
  });

  it('gives plain JSON', () => {
    const result = prioritize([item('a', 5, null), item('b', 0, 10)], { criteria: CRITERIA });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('has nothing to say of nothing', () => {
    expect(prioritize([])).toEqual({ items: [], lines: { value: 0.5, effort: 0.5 }, findings: [] });
  });

  it.each([
    [{ lines: 'mean' }, 'option "lines" must be "middle", "median" or { value, effort }, received "mean"'],
    [{ lines: null }, 'option "lines" must be "middle", "median" or { value, effort }, received null'],
    [{ lines: { value: 1.1, effort: 0 } }, 'option "lines.value" must be between 0 and 1, received 1.1'],
    [{ lines: { value: 1, effort: -0.1 } }, 'option "lines.effort" must be between 0 and 1, received -0.1'],
    [{ border: -0.1 }, 'option "border" must be between 0 and 1, received -0.1'],
    [{ border: 1.1 }, 'option "border" must be between 0 and 1, received 1.1'],
    [{ border: null }, 'option "border" must be between 0 and 1, received null'],
    [{ cases: 'all' }, 'option "cases" must be "missing" or "intervals", received "all"'],
  ])('refuses %j', (options, message) => {
    expect(() => prioritize([], options as never)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message: `prioritize: ${message}` }),
    );
  });

  it('refuses what is no list', () => {
    expect(() => prioritize({} as never)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_INPUT',
        message: 'prioritize: the initiatives must be an array, received an object',
      }),
    );
    expect(() => prioritize([], null as never)).toThrow('prioritize: the options must be an object, received null');
  });
});
