import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectPortfolio } from '../../src/prioritization/portfolio.js';
import type { PortfolioInitiative, PortfolioOptions } from '../../src/prioritization/portfolioInitiative.js';

interface Case {
  readonly initiatives: PortfolioInitiative[];
  readonly options: PortfolioOptions;
}

const idOf = (at: number): string => String.fromCharCode(97 + at);

/** Initiatives that need earlier ones only, so that there is no circle; a shuffle hides it. */
function cases(most: number, values: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  return fc.integer({ min: 0, max: most }).chain((size) => {
    const ids = Array.from({ length: size }, (_, at) => idOf(at));
    const one = (at: number): fc.Arbitrary<PortfolioInitiative> =>
      fc.record({
        id: fc.constant(idOf(at)),
        value: values,
        cost: fc.integer({ min: 0, max: 12 }),
        capacity: fc.record({ people: fc.integer({ min: 0, max: 8 }), days: fc.constantFrom(0, 0.1, 0.2, 0.3, 1.5) }),
        dependsOn: at === 0 ? fc.constant([]) : fc.subarray(ids.slice(0, at), { maxLength: Math.min(2, at) }),
        quarters: fc.integer({ min: 1, max: 3 }),
      });
    return fc.record({
      initiatives: fc
        .tuple(...ids.map((_, at) => one(at)))
        .chain((list) => fc.shuffledSubarray(list, { minLength: size })),
      options: fc.record(
        {
          budget: fc.integer({ min: 0, max: 60 }),
          capacity: fc.record({ people: fc.integer({ min: 0, max: 30 }), days: fc.constantFrom(0.3, 1.6, 3, 9) }),
          horizon: fc.integer({ min: 1, max: 8 }),
          exclusiveGroups: fc.array(fc.subarray(ids, { maxLength: Math.min(3, size) }), { maxLength: 3 }),
        },
        { requiredKeys: [] },
      ),
    });
  });
}

/** Every allowed subset, by counting; `null` when the data contradicts itself. */
function bruteForce({ initiatives, options }: Case): { value: number; cost: number; count: number; ids: string[] } {
  const list = [...initiatives].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { budget = Infinity, capacity, horizon = Infinity, exclusiveGroups = [] } = options;
  let best = { value: 0, cost: 0, count: 0, ids: [] as string[] };
  for (let mask = 1; mask < 2 ** list.length; mask++) {
    const set = list.filter((_, at) => (mask >> at) & 1);
    const ids = set.map(({ id }) => id);
    const has = new Set(ids);
    if (!set.every(({ dependsOn = [] }) => dependsOn.every((id) => has.has(id)))) continue;
    if (exclusiveGroups.some((group) => group.filter((id) => has.has(id)).length > 1)) continue;
    const cost = set.reduce((total, item) => total + item.cost, 0);
    if (cost > budget) continue;
    const used = (name: 'people' | 'days'): number =>
      set.reduce((total, item) => total + Math.round((item.capacity?.[name] ?? 0) * 10), 0);
    if (capacity && (used('people') > capacity['people']! * 10 || used('days') > Math.round(capacity['days']! * 10)))
      continue;
    const finish = new Map<string, number>();
    for (const { id, quarters = 1, dependsOn = [] } of set)
      finish.set(id, quarters + Math.max(0, ...dependsOn.map((other) => finish.get(other)!)));
    if (Math.max(0, ...finish.values()) > horizon) continue;
    const value = set.reduce((total, item) => total + item.value, 0);
    const next = { value, cost, count: ids.length, ids };
    const order = next.value - best.value || best.cost - cost || best.count - next.count;
    if (order > 0 || (order === 0 && ids.join('') < best.ids.join(''))) best = next;
  }
  return best;
}

function contradicts({ initiatives, options }: Case): boolean {
  try {
    selectPortfolio(initiatives, options);
    return false;
  } catch {
    return true;
  }
}

const whole = fc.integer({ min: -3, max: 9 });

describe('a portfolio', () => {
  it('is the best of all subsets, ties and all', () => {
    fc.assert(
      fc.property(cases(9, whole), (problem) => {
        fc.pre(!contradicts(problem));
        const portfolio = selectPortfolio(problem.initiatives, problem.options);
        const best = bruteForce(problem);
        expect(portfolio.chosen).toEqual(best.ids);
        expect(portfolio.totals.value).toBe(best.value);
        expect(portfolio.totals.cost).toBe(best.cost);
        expect([portfolio.gap, portfolio.bound, portfolio.method]).toEqual([0, best.value, 'exact']);
      }),
      { numRuns: 600 },
    );
  });

  it('is the best of all subsets of fifteen', () => {
    fc.assert(
      fc.property(cases(15, whole), (problem) => {
        fc.pre(problem.initiatives.length > 10 && !contradicts(problem));
        expect(selectPortfolio(problem.initiatives, problem.options).chosen).toEqual(bruteForce(problem).ids);
      }),
      { numRuns: 25 },
    );
  });

  it('of fractional values is worth as much as the best of all subsets', () => {
    fc.assert(
      fc.property(cases(9, fc.double({ min: -1, max: 5, noNaN: true })), (problem) => {
        fc.pre(!contradicts(problem));
        const { totals } = selectPortfolio(problem.initiatives, problem.options);
        expect(totals.value).toBeCloseTo(bruteForce(problem).value, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the initiatives', () => {
    fc.assert(
      fc.property(cases(14, whole), (problem) => {
        fc.pre(!contradicts(problem));
        const { initiatives, options } = problem;
        expect(selectPortfolio([...initiatives].reverse(), options)).toEqual(selectPortfolio(initiatives, options));
      }),
    );
  });

  it('is never worth less for more budget', () => {
    fc.assert(
      fc.property(cases(14, whole), fc.nat(20), (problem, more) => {
        fc.pre(!contradicts(problem));
        const { initiatives, options } = problem;
        const { budget = 10 } = options;
        const before = selectPortfolio(initiatives, { ...options, budget });
        const after = selectPortfolio(initiatives, { ...options, budget: budget + more });
        expect(after.totals.value).toBeGreaterThanOrEqual(before.totals.value);
      }),
    );
  });

  it('searched narrowly is allowed, and its bound holds', () => {
    fc.assert(
      fc.property(cases(9, whole), fc.integer({ min: 1, max: 3 }), (problem, searchWidth) => {
        fc.pre(!contradicts(problem));
        const narrow = selectPortfolio(problem.initiatives, { ...problem.options, searchWidth });
        const best = bruteForce(problem).value;
        expect(narrow.totals.value).toBeLessThanOrEqual(best);
        expect(narrow.bound).toBeGreaterThanOrEqual(best);
        expect(narrow.gap).toBe(narrow.bound - narrow.totals.value);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a reason for each initiative left out', () => {
    fc.assert(
      fc.property(cases(12, whole), fc.constantFrom(undefined, 1), (problem, searchWidth) => {
        fc.pre(!contradicts(problem));
        const { chosen, leftOut } = selectPortfolio(problem.initiatives, { ...problem.options, searchWidth });
        expect(leftOut.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect([...chosen, ...leftOut.map(({ id }) => id)].sort()).toEqual(
          problem.initiatives.map(({ id }) => id).sort(),
        );
      }),
    );
  });
});
