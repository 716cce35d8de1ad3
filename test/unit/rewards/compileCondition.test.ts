import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../src/rewards/conditions/compileCondition.js';
import type { Condition } from '../../../src/rewards/conditions/condition.js';
import { compiled, LEAF_DATA, LEAVES, refusal, truthOf } from '../../tools/conditions.js';

/** Negations around a leaf: as deep as asked, the leaf included. */
function nested(depth: number, innermost: Condition = LEAVES.true): Condition {
  let condition = innermost;
  for (let level = 1; level < depth; level++) condition = { op: 'not', of: condition };
  return condition;
}

/** A group of exactly so many conditions, itself included: more than 32 of them, in groups of 32 and one of what is left. */
function grown(count: number): Condition {
  const group = (size: number): Condition => ({ op: 'all', of: Array.from({ length: size - 1 }, () => LEAVES.true) });
  const whole = Math.floor((count - 1) / 32);
  return { op: 'all', of: [...Array.from({ length: whole }, () => group(32)), group(count - 1 - whole * 32)] };
}

const RULE = '"op" of a condition must be an operator of the language, received';

describe('compileCondition', () => {
  it.each([
    [undefined, 'undefined'],
    [null, 'undefined'],
    [5, 'undefined'],
    ['eq', 'undefined'],
    [{}, 'undefined'],
    [{ op: 'EQ' }, '"EQ"'],
    [{ op: 'matches' }, '"matches"'],
    [{ op: 'toString' }, '"toString"'],
    [{ op: '__proto__' }, '"__proto__"'],
    [{ op: 5 }, '5'],
    [{ op: ['all'], of: [LEAVES.true] }, 'an object'],
    [[{ op: 'eq' }], 'undefined'],
  ])('refuses %o', (condition, shown) => {
    expect(refusal(condition)).toMatch(`CX_INVALID_RULE: rule "r": ${RULE} ${shown}`);
  });

  it('refuses what is wrong deep within', () => {
    const condition = {
      op: 'not',
      of: { op: 'any', of: [LEAVES.true, { op: 'some', over: ['x'], where: { op: 'x' } }] },
    };
    expect(refusal(condition)).toMatch(`${RULE} "x"`);
  });

  it('accepts 32 levels and refuses 33', () => {
    expect(refusal(nested(32))).toBe('accepted');
    expect(refusal(nested(33))).toBe(
      'RangeError CX_INVALID_RULE: rule "r": condition must be at most 32 levels deep, received 33',
    );
  });

  it('counts the levels of shared conditions and of elements too', () => {
    const ref: Condition = { op: 'ref', id: 'deep' };
    expect(refusal(ref, { shared: { deep: nested(31) } })).toBe('accepted');
    expect(refusal(ref, { shared: { deep: nested(32) } })).toMatch('at most 32 levels deep, received 33');
    expect(refusal({ op: 'some', over: ['x'], where: nested(31) })).toBe('accepted');
    expect(refusal({ op: 'some', over: ['x'], where: nested(32) })).toMatch('at most 32 levels deep, received 33');
  });

  it('accepts 1000 conditions and refuses 1001', () => {
    expect(refusal(grown(1000))).toBe('accepted');
    expect(refusal(grown(1001))).toBe(
      'RangeError CX_INVALID_RULE: rule "r": condition must be made of at most 1000 conditions, received 1001',
    );
  });

  it('refuses a condition that holds itself', () => {
    const own: { op: 'not'; of: unknown } = { op: 'not', of: null };
    own.of = own;
    expect(refusal(own)).toMatch('at most 32 levels deep');
  });

  it('refuses shared conditions that explode, at once', () => {
    const shared: Record<string, Condition> = { bomb0: LEAVES.true };
    for (let level = 1; level <= 30; level++) {
      const ref: Condition = { op: 'ref', id: `bomb${level - 1}` };
      shared[`bomb${level}`] = { op: 'all', of: Array.from({ length: 32 }, () => ref) };
    }
    const started = performance.now();
    expect(refusal({ op: 'ref', id: 'bomb10' }, { shared })).toMatch('made of at most 1000 conditions, received 1001');
    expect(refusal({ op: 'ref', id: 'bomb30' }, { shared })).toMatch('at most 32 levels deep');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('refuses circles of shared conditions', () => {
    const shared: Record<string, Condition> = {
      a: { op: 'not', of: { op: 'ref', id: 'b' } },
      b: { op: 'ref', id: 'a' },
      own: { op: 'ref', id: 'own' },
    };
    const message = '"id" of "ref" must be free of circles, received';
    expect(refusal({ op: 'ref', id: 'own' }, { shared })).toMatch(`${message} "own"`);
    expect(refusal({ op: 'ref', id: 'a' }, { shared })).toMatch(`${message} "a"`);
    expect(refusal({ op: 'ref', id: 'b' }, { shared })).toMatch(`${message} "b"`);
  });

  it('accepts a shared condition twice side by side', () => {
    const ref: Condition = { op: 'ref', id: 'a' };
    expect(truthOf({ op: 'all', of: [ref, ref] }, LEAF_DATA, { shared: { a: LEAVES.true } })).toBe('true');
  });

  it.each(['b', 'toString', '__proto__', 5, undefined, ['a']])('refuses the id %o, which no condition has', (id) => {
    expect(refusal({ op: 'ref', id }, { shared: { a: LEAVES.true } })).toMatch(
      '"id" of "ref" must be that of a shared condition, received',
    );
  });

  it('is not changed by what becomes of the condition later', () => {
    const path = ['known'];
    const values = [1];
    const of: Condition[] = [{ op: 'in', fact: path, values }];
    const own = compiled({ op: 'all', of });
    path[0] = 'absent';
    values[0] = 2;
    of.push(LEAVES.false);
    expect(own.test({ data: LEAF_DATA, on: null, findResult: () => undefined })).toBe(2);
  });
});

it('compileCondition takes the place, the condition, the shared ones and the month', () => {
  const condition: Condition = { op: 'same-period', a: ['a'], b: ['b'], period: 'year' };
  const context = { data: { a: '2026-12-31', b: '2027-01-01' }, on: null, findResult: () => undefined };
  expect(compileCondition('f', condition, {}, 1).test(context)).toBe(0);
  expect(compileCondition('f', { op: 'ref', id: 'a' }, { a: condition }, 4).test(context)).toBe(2);
  expect(() => compileCondition('f', { op: 'ref', id: 'b' }, { a: condition }, 4)).toThrow('f: "id" of "ref" must be');
});
