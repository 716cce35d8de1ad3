import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import { selectPortfolio } from '../../../src/prioritization/portfolio.js';
import type { PortfolioInitiative, PortfolioOptions } from '../../../src/prioritization/portfolioInitiative.js';

function item(id: string, value: number, cost: number, more: Partial<PortfolioInitiative> = {}): PortfolioInitiative {
  return { id, value, cost, ...more };
}

function reasonsOf(initiatives: PortfolioInitiative[], options: PortfolioOptions): Record<string, unknown> {
  const { leftOut } = selectPortfolio(initiatives, options);
  return Object.fromEntries(leftOut.map(({ id, reasons }) => [id, reasons]));
}

function codeOf(run: () => unknown): [code: string, message: string] {
  try {
    run();
  } catch (error) {
    if (isCxError(error)) return [error.code, error.message];
  }
  return ['none', ''];
}

describe('selectPortfolio', () => {
  it('takes everything of value without limits', () => {
    const portfolio = selectPortfolio([item('b', 2, 30), item('a', 1, 20), item('c', 0, 10), item('d', -1, 0)]);
    expect(portfolio).toEqual({
      chosen: ['a', 'b'],
      leftOut: [
        { id: 'c', reasons: [{ code: 'no-value', value: 0 }] },
        { id: 'd', reasons: [{ code: 'no-value', value: -1 }] },
      ],
      totals: { value: 3, cost: 50, capacity: {} },
      bound: 3,
      gap: 0,
      method: 'exact',
    });
  });

  it('of nothing is nothing', () => {
    const totals = { value: 0, cost: 0, capacity: {} };
    expect(selectPortfolio([], { budget: 5 })).toEqual({
      chosen: [],
      leftOut: [],
      totals,
      bound: 0,
      gap: 0,
      method: 'exact',
    });
  });

  it('prefers two that are together worth more to the head of the ranking', () => {
    const initiatives = [item('large', 10, 100), item('left', 6, 50), item('right', 6, 50)];
    expect(selectPortfolio(initiatives, { budget: 100 }).chosen).toEqual(['left', 'right']);
    expect(selectPortfolio(initiatives, { budget: 99 }).chosen).toEqual(['left']);
    expect(selectPortfolio(initiatives, { budget: 49 }).chosen).toEqual([]);
  });

  it('solves the knapsack of Martello and Toth to its optimum, 107', () => {
    // An instance of Martello and Toth (1990), Knapsack Problems, chapter 2: values 70 20 39 37 7 5 10, weights 31 10 20 19 4 3 6, capacity 50.
    const values = [70, 20, 39, 37, 7, 5, 10];
    const weights = [31, 10, 20, 19, 4, 3, 6];
    const initiatives = values.map((value, at) => item(`i${at + 1}`, value, weights[at]!));
    const { chosen, totals } = selectPortfolio(initiatives, { budget: 50 });
    expect([chosen, totals.value, totals.cost]).toEqual([['i1', 'i4'], 107, 50]);
  });

  it('adds decimals without drifting over a limit', () => {
    const initiatives = [0.1, 0.2].map((days, at) => item(`i${at}`, 1, 0, { capacity: { days } }));
    const { chosen, totals } = selectPortfolio(initiatives, { capacity: { days: 0.3 } });
    expect([chosen, totals.capacity]).toEqual([['i0', 'i1'], { days: 0.3 }]);
  });

  it('tells of capacities in code-unit order, limited or not', () => {
    const initiatives = [item('a', 1, 0, { capacity: { z: 1, B: 2 } }), item('b', 1, 0, { capacity: { B: 3 } })];
    expect(Object.entries(selectPortfolio(initiatives).totals.capacity)).toEqual([
      ['B', 5],
      ['z', 1],
    ]);
  });

  it.each<[string, PortfolioInitiative[], number, string[]]>([
    ['the cheaper', [item('a', 5, 9), item('b', 5, 8)], 10, ['b']],
    ['then fewer initiatives', [item('a', 2, 4), item('b', 2, 4), item('z', 4, 8)], 10, ['z']],
    ['then the ids that come first', [item('b', 5, 9), item('a', 5, 9), item('Z', 5, 9)], 10, ['Z']],
    ['0.1 + 0.2 and 0.3 being equal', [item('a', 0.1, 4), item('b', 0.2, 4), item('c', 0.3, 7)], 8, ['c']],
  ])('of equal values takes %s', (_, initiatives, budget, expected) => {
    expect(selectPortfolio(initiatives, { budget }).chosen).toEqual(expected);
  });

  it('takes a thing without value of its own for what needs it', () => {
    const initiatives = [item('pim', -2, 10), item('portal', 9, 10, { dependsOn: ['pim'] })];
    expect(selectPortfolio(initiatives, { budget: 20 }).chosen).toEqual(['pim', 'portal']);
    expect(selectPortfolio(initiatives, { budget: 19 }).chosen).toEqual([]);
  });

  it('takes one of those that exclude each other, in pairs and in groups', () => {
    const initiatives = [item('a', 3, 0, { excludes: ['b'] }), item('b', 4, 0), item('c', 2, 0), item('d', 1, 0)];
    expect(selectPortfolio(initiatives).chosen).toEqual(['b', 'c', 'd']);
    const exclusiveGroups = [['b', 'c', 'd']];
    expect(selectPortfolio(initiatives, { exclusiveGroups }).chosen).toEqual(['a', 'c']);
  });

  it('leaves out what cannot be done in time, counting what must come first', () => {
    const chain = [
      item('a', 1, 0, { quarters: 2 }),
      item('b', 5, 0, { quarters: 2, dependsOn: ['a'] }),
      item('c', 1, 0, { quarters: 3 }),
    ];
    expect(selectPortfolio(chain, { horizon: 4 }).leftOut).toEqual([]);
    expect(reasonsOf(chain, { horizon: 3 })).toEqual({ b: [{ code: 'horizon', required: 4, horizon: 3 }] });
  });

  it('gives every reason that holds, together with what is needed', () => {
    const initiatives = [
      item('best', 100, 80, { capacity: { days: 5 }, excludes: ['rival'] }),
      item('base', 0, 15),
      item('top', 3, 10, { dependsOn: ['base'], capacity: { days: 6 } }),
      item('rival', 50, 5),
      item('useless', 0, 1),
    ];
    expect(reasonsOf(initiatives, { budget: 100, capacity: { days: 10 } })).toEqual({
      base: [{ code: 'no-value', value: 0 }],
      top: [
        { code: 'needs', ids: ['base'] },
        { code: 'budget', required: 25, left: 20 },
        { code: 'capacity', resource: 'days', required: 6, left: 5 },
      ],
      rival: [{ code: 'excluded-by', ids: ['best'] }],
      useless: [{ code: 'no-value', value: 0 }],
    });
  });

  it('names the capacity where there is no budget', () => {
    const initiatives = [item('a', 2, 7, { capacity: { days: 3 } }), item('b', 1, 7, { capacity: { days: 2 } })];
    expect(reasonsOf(initiatives, { capacity: { days: 4, people: 0 } })).toEqual({
      b: [{ code: 'capacity', resource: 'days', required: 2, left: 1 }],
    });
  });

  it('states the gap when it searches narrowly', () => {
    // The fractional filling of 100 by 60 + 60 is worth 60 + 40 = 100; the best set is one, 60.
    const initiatives = [item('a', 61, 60), item('b', 60, 60), item('c', 59, 60)];
    const portfolio = selectPortfolio(initiatives, { budget: 100, searchWidth: 1 });
    expect(portfolio.totals.value).toBe(61);
    expect(portfolio.bound).toBeGreaterThanOrEqual(61);
    expect(portfolio.gap).toBe(portfolio.bound - 61);
  });

  it('is exact for thirty of equal value and for thirty like their cost', () => {
    const equal = Array.from({ length: 30 }, (_, at) => item(`i${String(at).padStart(2, '0')}`, 1, 10));
    const { chosen, method } = selectPortfolio(equal, { budget: 155 });
    expect([chosen.length, chosen[0], chosen.at(-1), method]).toEqual([15, 'i00', 'i14', 'exact']);
    const like = Array.from({ length: 30 }, (_, at) => item(`i${at}`, 100 + 7 * at, 50 + 7 * at));
    expect(selectPortfolio(like, { budget: 2000 }).method).toBe('exact');
  });

  it('answers for hundreds with a bound', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      item(`i${at}`, 1 + ((at * 7919) % 101), 10 + ((at * 104_729) % 97), { capacity: { days: (at * 31) % 17 } }),
    );
    const { totals, bound, gap } = selectPortfolio(many, { budget: 6000, capacity: { days: 900 } });
    expect(totals.cost).toBeLessThanOrEqual(6000);
    expect(totals.capacity['days']).toBeLessThanOrEqual(900);
    expect(gap).toBe(bound - totals.value);
    expect(gap / bound).toBeLessThan(0.005);
  });

  it('is plain JSON', () => {
    const portfolio = selectPortfolio([item('a', 1e-300, 1), item('b', -0, 2)], { budget: 1 });
    expect(JSON.parse(JSON.stringify(portfolio))).toEqual(portfolio);
  });

  it.each<[unknown, unknown, string, string]>([
    [null, {}, 'CX_INVALID_INPUT', 'selectPortfolio: initiatives must be a list, received null'],
    [
      [item('a', 1, 1, { dependsOn: ['b'] })],
      {},
      'CX_INVALID_INPUT',
      'selectPortfolio: initiatives[0].dependsOn[0] must be the id of an initiative in the list, received "b"',
    ],
    [[], null, 'CX_INVALID_OPTION', 'selectPortfolio: "options" must be an object, received null'],
    [
      [],
      { budget: 1.5 },
      'CX_INVALID_OPTION',
      'selectPortfolio: option "budget" must be a whole number of minor units from 0, received 1.5',
    ],
    [
      [],
      { budget: null },
      'CX_INVALID_OPTION',
      'selectPortfolio: option "budget" must be a whole number of minor units from 0, received null',
    ],
    [[], { capacity: 3 }, 'CX_INVALID_OPTION', 'selectPortfolio: option "capacity" must be an object, received 3'],
    [
      [],
      { capacity: { days: NaN } },
      'CX_INVALID_OPTION',
      'selectPortfolio: option "capacity.days" must be a number from 0 to 1000000000, received NaN',
    ],
    [
      [],
      { horizon: -1 },
      'CX_INVALID_OPTION',
      'selectPortfolio: option "horizon" must be a whole number of quarters, received -1',
    ],
    [
      [],
      { searchWidth: 0 },
      'CX_INVALID_OPTION',
      'selectPortfolio: option "searchWidth" must be a whole number from 1, received 0',
    ],
  ])('refuses %j under %j', (initiatives, options, code, message) => {
    const run = (): unknown => selectPortfolio(initiatives as PortfolioInitiative[], options as PortfolioOptions);
    expect(codeOf(run)).toEqual([code, message]);
  });
});
