import { describe, expect, it } from 'vitest';
import {
  compileAtLeast,
  compileGroup,
  compileNot,
  compileRef,
} from '../../../src/rewards/conditions/groupConditions.js';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import type { Truth } from '../../../src/rewards/conditions/truth.js';
import { LEAF_DATA, LEAVES, refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

const TRUTHS: readonly Truth[] = ['false', 'unknown', 'true'];

/** Every list of so many truths. */
function lists(length: number): Truth[][] {
  return length === 0 ? [[]] : lists(length - 1).flatMap((rest) => TRUTHS.map((own) => [...rest, own]));
}

/** Every way in which what is unknown may turn out. */
function completions(truths: readonly Truth[]): boolean[][] {
  const [first, ...rest] = truths;
  if (first === undefined) return [[]];
  const firsts = first === 'unknown' ? [false, true] : [first === 'true'];
  return completions(rest).flatMap((own) => firsts.map((value) => [value, ...own]));
}

/** What a formula of two values says of three: true or false where every completion agrees. */
function byEnumeration(truths: readonly Truth[], formula: (values: readonly boolean[]) => boolean): Truth {
  const outcomes = new Set(completions(truths).map(formula));
  return outcomes.size === 2 ? 'unknown' : outcomes.has(true) ? 'true' : 'false';
}

const leavesOf = (truths: readonly Truth[]): Condition[] => truths.map((truth) => LEAVES[truth]);
const holding = (values: readonly boolean[]): number => values.filter((value) => value).length;

describe.each([1, 2, 3, 4])('truth tables of %d conditions', (length) => {
  it('of all', () => {
    for (const truths of lists(length)) {
      const expected = byEnumeration(truths, (values) => values.every((value) => value));
      expect(truthOf({ op: 'all', of: leavesOf(truths) }, LEAF_DATA), truths.join()).toBe(expected);
    }
  });

  it('of any', () => {
    for (const truths of lists(length)) {
      const expected = byEnumeration(truths, (values) => values.some((value) => value));
      expect(truthOf({ op: 'any', of: leavesOf(truths) }, LEAF_DATA), truths.join()).toBe(expected);
    }
  });

  it('of at-least', () => {
    for (const truths of lists(length))
      for (let n = 1; n <= length; n++) {
        const expected = byEnumeration(truths, (values) => holding(values) >= n);
        expect(truthOf({ op: 'at-least', n, of: leavesOf(truths) }, LEAF_DATA), `${n} of ${truths.join()}`).toBe(
          expected,
        );
      }
  });

  it('of the same over a list', () => {
    const condition = { op: 'eq', fact: ['x'], value: 1 };
    const toElement = { true: { x: 1 }, false: { x: 2 }, unknown: {} };
    for (const truths of lists(length)) {
      const data = { list: truths.map((truth) => toElement[truth]) };
      const over = (op: string): Truth => truthOf({ op, over: ['list'], where: condition }, data);
      expect(over('every'), truths.join()).toBe(byEnumeration(truths, (values) => values.every((value) => value)));
      expect(over('some'), truths.join()).toBe(byEnumeration(truths, (values) => values.some((value) => value)));
      expect(over('none'), truths.join()).toBe(byEnumeration(truths, (values) => !values.some((value) => value)));
      for (const [op, test] of Object.entries({
        eq: (count: number) => count === 2,
        ne: (count: number) => count !== 2,
        lt: (count: number) => count < 2,
        lte: (count: number) => count <= 2,
        gt: (count: number) => count > 2,
        gte: (count: number) => count >= 2,
      }))
        expect(
          truthOf({ op: 'count', over: ['list'], where: condition, test: { op, value: 2 } }, data),
          `${op} of ${truths.join()}`,
        ).toBe(byEnumeration(truths, (values) => test(holding(values))));
    }
  });

  it('of groups in groups, each condition once', () => {
    for (const truths of lists(length)) {
      const [first, ...rest] = leavesOf(truths) as [Condition, ...Condition[]];
      const tail = rest.length === 0 ? [] : [{ op: 'any', of: rest }];
      const condition = { op: 'not', of: { op: 'all', of: [{ op: 'not', of: first }, ...tail] } };
      const expected = byEnumeration(truths, ([own, ...others]) => {
        const isAny = others.length === 0 || others.some((value) => value);
        return !(own === false && isAny);
      });
      expect(truthOf(condition, LEAF_DATA), truths.join()).toBe(expected);
    }
  });
});

describe('not', () => {
  it.each([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ] as const)('of %s is %s', (own, truth) => {
    const trace = traceOf({ op: 'not', of: LEAVES[own] }, LEAF_DATA);
    expect(trace).toMatchObject({ op: 'not', truth, of: [{ op: 'eq', truth: own }] });
    expect(Object.keys(trace)).toEqual(['op', 'truth', 'of']);
  });
});

describe('traces of groups', () => {
  it('show every member, also where the first has decided', () => {
    const members = leavesOf(['false', 'unknown', 'true']);
    const truths = (op: string): unknown[] => [
      traceOf({ op, of: members }, LEAF_DATA).truth,
      ...(traceOf({ op, of: members }, LEAF_DATA).of ?? []).map(({ truth }) => truth),
    ];
    expect(truths('all')).toEqual(['false', 'false', 'unknown', 'true']);
    expect(truths('any')).toEqual(['true', 'false', 'unknown', 'true']);
  });

  it.each([
    [['true', 'false', 'true'], 2, 'true', 2],
    [['true', 'false', 'false'], 2, 'false', 1],
    [['true', 'unknown', 'false'], 2, 'unknown', '1 to 2'],
    [['true', 'true', 'unknown'], 2, 'true', '2 to 3'],
    [['false', 'false', 'unknown'], 2, 'false', '0 to 1'],
  ] as const)('of at-least tell how many hold: %o of %d', (truths, n, truth, actual) => {
    const { of, ...own } = traceOf({ op: 'at-least', n, of: leavesOf(truths) }, LEAF_DATA);
    expect(own).toEqual({ op: 'at-least', truth, expected: n, actual });
    expect(of).toHaveLength(3);
  });

  it('of ref name the shared condition and show it', () => {
    const shared = { seller: LEAVES.true };
    const trace = traceOf({ op: 'ref', id: 'seller' }, LEAF_DATA, { shared });
    expect(trace).toMatchObject({ op: 'ref', truth: 'true', id: 'seller', of: [{ op: 'eq', truth: 'true' }] });
  });
});

describe('groups are refused', () => {
  it.each(['all', 'any', 'at-least'])('%s with no or too many members', (op) => {
    const rule = `"of" of "${op}" must be a list of 1 to 32 conditions, received`;
    const many = (length: number): unknown => ({ op, n: 1, of: Array.from({ length }, () => LEAVES.true) });
    expect(refusal(many(0))).toMatch(`CX_INVALID_RULE: rule "r": ${rule} an object`);
    expect(refusal(many(1))).toBe('accepted');
    expect(refusal(many(32))).toBe('accepted');
    expect(refusal(many(33))).toMatch(rule);
    expect(refusal({ op, n: 1, of: LEAVES.true })).toMatch(rule);
    expect(refusal({ op, n: 1 })).toMatch(`${rule} undefined`);
  });

  it('with a hole for a member', () => {
    expect(refusal({ op: 'all', of: Array(1) })).toMatch('"op" of a condition must be an operator of the language');
  });

  it.each([0, 4, 1.5, -1, Number.NaN, '2', undefined])('at-least %o of three', (n) => {
    expect(refusal({ op: 'at-least', n, of: leavesOf(['true', 'true', 'true']) })).toMatch(
      '"n" of "at-least" must be a whole number from 1 to 3, the number of conditions, received',
    );
  });

  it('at-least as many as there are is accepted', () => {
    expect(refusal({ op: 'at-least', n: 3, of: leavesOf(['true', 'true', 'true']) })).toBe('accepted');
  });
});

it('each operator has its compiler', () => {
  expect([
    truthBy(compileGroup, { op: 'all', of: [LEAVES.true] }, LEAF_DATA),
    truthBy(compileAtLeast, { op: 'at-least', n: 1, of: [LEAVES.true] }, LEAF_DATA),
    truthBy(compileNot, { op: 'not', of: LEAVES.false }, LEAF_DATA),
    truthBy(compileRef, { op: 'ref', id: 'a' }, LEAF_DATA),
  ]).toEqual(['true', 'true', 'true', 'true']);
});
