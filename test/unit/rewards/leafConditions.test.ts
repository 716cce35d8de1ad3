import { describe, expect, it } from 'vitest';
import { isScalar, leaf, scalarFault } from '../../../src/rewards/conditions/leaf.js';
import {
  compileEquality,
  compileInclusion,
  compileMembership,
  compileOrder,
  compilePresence,
} from '../../../src/rewards/conditions/leafConditions.js';
import { refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

const INVALID = [Number.NaN, Infinity, -Infinity];
const at = (x: unknown): unknown => ({ x });

describe.each([
  ['eq', 'true', 'false'],
  ['ne', 'false', 'true'],
] as const)('%s', (op, same, other) => {
  const condition = (value: unknown): unknown => ({ op, fact: ['x'], value });

  it.each([
    [5, 5],
    [0, -0],
    [-0, 0],
    ['a', 'a'],
    ['', ''],
    [true, true],
    [false, false],
  ])('finds %o the same as %o', (value, actual) => {
    expect(truthOf(condition(value), at(actual))).toBe(same);
  });

  it.each([
    [5, 4],
    [5, 5.000001],
    ['a', 'A'],
    ['é', 'e\u0301'],
    [true, false],
    [false, true],
    [0, 1],
  ])('finds %o another than %o', (value, actual) => {
    expect(truthOf(condition(value), at(actual))).toBe(other);
  });

  it.each([
    [5, undefined, 'missing', null],
    [5, null, 'missing', null],
    [5, '5', 'wrong-type', '5'],
    ['5', 5, 'wrong-type', 5],
    [0, false, 'wrong-type', false],
    [true, 1, 'wrong-type', 1],
    ['', [], 'wrong-type', 'list of 0'],
    [5, [5], 'wrong-type', 'list of 1'],
    [5, { value: 5 }, 'wrong-type', 'object'],
    [5, Number.NaN, 'invalid', 'NaN'],
    [5, Infinity, 'invalid', 'Infinity'],
    [5, -Infinity, 'invalid', '-Infinity'],
    ['a', Number.NaN, 'invalid', 'NaN'],
    [5, 5n, 'wrong-type', 'bigint'],
  ])('leaves %o against %o unknown: %s', (value, actual, reason, shown) => {
    expect(traceOf(condition(value), at(actual))).toEqual({
      op,
      truth: 'unknown',
      fact: ['x'],
      expected: value,
      actual: shown,
      reason,
    });
  });

  it('tells what was expected and found', () => {
    expect(traceOf(condition(5), at(5))).toEqual({ op, truth: same, fact: ['x'], expected: 5, actual: 5 });
  });

  it('shows no negative zero', () => {
    const trace = traceOf(condition(-0), at(-0));
    expect([trace.expected, trace.actual]).toEqual([0, 0]);
  });

  it('compares two facts', () => {
    const pair = condition({ fact: ['y', 'z'] });
    expect(truthOf(pair, { x: 'a', y: { z: 'a' } })).toBe(same);
    expect(truthOf(pair, { x: -0, y: { z: 0 } })).toBe(same);
    expect(truthOf(pair, { x: 'a', y: { z: 'b' } })).toBe(other);
  });

  it.each([
    [undefined, 1, 'missing'],
    [1, undefined, 'missing'],
    [undefined, undefined, 'missing'],
    [null, null, 'missing'],
    [1, '1', 'wrong-type'],
    [1, [1], 'wrong-type'],
    [[1], [1], 'wrong-type'],
    [Number.NaN, Number.NaN, 'invalid'],
    [1, Infinity, 'invalid'],
    [-Infinity, 1, 'invalid'],
  ])('leaves the facts %o and %o unknown: %s', (x, y, reason) => {
    const trace = traceOf(condition({ fact: ['y'] }), { x, y });
    expect([trace.truth, trace.reason]).toEqual(['unknown', reason]);
  });

  it('shows the path and the value of the fact it compares with', () => {
    const { expected, actual } = traceOf(condition({ fact: ['y'] }), { x: 1, y: 2 });
    expect({ expected, actual }).toEqual({ expected: { fact: ['y'], value: 2 }, actual: 1 });
    expect(traceOf(condition({ fact: ['y'] }), { x: 1 }).expected).toEqual({ fact: ['y'], value: null });
  });

  it.each([
    [undefined, 'TypeError', 'undefined'],
    [null, 'TypeError', 'null'],
    [Number.NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    [[1], 'TypeError', 'an object'],
    [{ value: 1 }, 'TypeError', 'an object'],
  ])('refuses the value %o', (value, kind, shown) => {
    expect(refusal(condition(value))).toBe(
      `${kind} CX_INVALID_RULE: rule "r": value of "${op}" must be text, a finite number, true or false, or { fact }, received ${shown}`,
    );
  });

  it('refuses what is no path', () => {
    const rule = 'a path: a list of 1 to 8 names, none of them __proto__, constructor, prototype';
    expect(refusal({ op, fact: 'x', value: 1 })).toBe(
      `TypeError CX_INVALID_RULE: rule "r": fact of "${op}" must be ${rule}, received "x"`,
    );
    expect(refusal(condition({ fact: [] }))).toBe(
      `TypeError CX_INVALID_RULE: rule "r": fact in the value of "${op}" must be ${rule}, received an object`,
    );
  });
});

describe.each([
  ['lt', 'true', 'false', 'false'],
  ['lte', 'true', 'true', 'false'],
  ['gt', 'false', 'false', 'true'],
  ['gte', 'false', 'true', 'true'],
] as const)('%s', (op, below, equal, above) => {
  const condition = (value: unknown): unknown => ({ op, fact: ['x'], value });

  it.each([
    [5, 4.999999, below],
    [5, 5, equal],
    [5, 5.000001, above],
    [0, -0, equal],
    [0, -Number.MIN_VALUE, below],
    [0, Number.MIN_VALUE, above],
    [10, 9, below],
    [9, 10, above],
  ])('compares with %o: %o is %s', (value, actual, truth) => {
    expect(truthOf(condition(value), at(actual))).toBe(truth);
    expect(truthOf(condition({ fact: ['y'] }), { x: actual, y: value })).toBe(truth);
  });

  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['4', 'wrong-type'],
    ['', 'wrong-type'],
    [true, 'wrong-type'],
    [[], 'wrong-type'],
    [{}, 'wrong-type'],
    ...INVALID.map((value): [unknown, string] => [value, 'invalid']),
  ])('leaves %o unknown: %s', (actual, reason) => {
    expect(traceOf(condition(5), at(actual))).toMatchObject({ truth: 'unknown', reason, expected: 5 });
    expect(traceOf(condition({ fact: ['y'] }), { x: 1, y: actual })).toMatchObject({ truth: 'unknown', reason });
    expect(traceOf(condition({ fact: ['y'] }), { x: actual, y: 1 })).toMatchObject({ truth: 'unknown', reason });
  });

  it('names another type where each fact is plain', () => {
    expect(traceOf(condition({ fact: ['y'] }), { x: 'a', y: 'b' })).toMatchObject({ reason: 'wrong-type' });
  });

  it.each(['5', true, null, undefined, Number.NaN, Infinity])('refuses the value %o', (value) => {
    expect(refusal(condition(value))).toMatch(`value of "${op}" must be a finite number or { fact }, received `);
  });
});

describe.each([
  ['in', 'true', 'false'],
  ['not-in', 'false', 'true'],
] as const)('%s', (op, inside, outside) => {
  const condition = (values: unknown): unknown => ({ op, fact: ['x'], values });

  it.each([
    [['a', 'b'], 'b', inside],
    [['a', 'b'], 'c', outside],
    [['a', 1, true], 1, inside],
    [['a', 1, true], 2, outside],
    [['a', 1, true], false, outside],
    [[0], -0, inside],
    [[-0], 0, inside],
    [['a'], '', outside],
  ])('of %o finds %o %s', (values, actual, truth) => {
    expect(truthOf(condition(values), at(actual))).toBe(truth);
  });

  it.each([
    [['a'], undefined, 'missing'],
    [['a'], null, 'missing'],
    [['1'], 1, 'wrong-type'],
    [[1], '1', 'wrong-type'],
    [[1], true, 'wrong-type'],
    [['a'], ['a'], 'wrong-type'],
    [['a'], {}, 'wrong-type'],
    ...INVALID.map((value): [unknown[], unknown, string] => [[1], value, 'invalid']),
  ])('of %o leaves %o unknown: %s', (values, actual, reason) => {
    expect(traceOf(condition(values), at(actual))).toMatchObject({ truth: 'unknown', reason });
  });

  it('tells the values without negative zero, whatever becomes of the list later', () => {
    const values = [-0, 'a'];
    const own = traceOf(condition(values), at(0));
    values.push('b');
    expect(own.expected).toEqual([0, 'a']);
  });

  it.each([[[]], ['a'], [undefined], [[Number.NaN]], [[null]], [['a', null]], [[['a']]], [Array(1)]])(
    'refuses %o',
    (values) => {
      expect(refusal(condition(values))).toMatch(
        `values of "${op}" must be a list of at least one text, finite number, true or false, received `,
      );
    },
  );
});

describe('includes', () => {
  const condition = (value: unknown): unknown => ({ op: 'includes', fact: ['x'], value });

  it.each([
    ['a', ['b', 'a'], 'true'],
    ['a', ['b', 'c'], 'false'],
    ['a', [], 'false'],
    ['a', [1, null, 'a'], 'true'],
    [0, [-0], 'true'],
    [1, [Number.NaN, 1], 'true'],
    [true, [false], 'false'],
  ])('finds %o in %o: %s', (value, list, truth) => {
    expect(truthOf(condition(value), at(list))).toBe(truth);
  });

  it.each([
    ['a', undefined, 'missing'],
    ['a', null, 'missing'],
    ['a', 'a', 'wrong-type'],
    ['a', { 0: 'a', length: 1 }, 'wrong-type'],
    ['a', ['b', null], 'missing'],
    ['a', ['b', 1], 'wrong-type'],
    ['1', [1], 'wrong-type'],
    [1, [2, Number.NaN], 'invalid'],
    ['a', [['a']], 'wrong-type'],
  ])('leaves %o in %o unknown: %s', (value, list, reason) => {
    expect(traceOf(condition(value), at(list))).toMatchObject({ truth: 'unknown', reason });
  });

  it('takes a hole for a missing element', () => {
    expect(traceOf(condition('a'), at(Array(2)))).toMatchObject({ truth: 'unknown', reason: 'missing' });
  });

  it('tells the length of the list', () => {
    const trace = { op: 'includes', truth: 'false', fact: ['x'], expected: 'a', actual: 'list of 2' };
    expect(traceOf(condition('a'), at(['b', 'c']))).toEqual(trace);
  });

  it.each([undefined, null, Number.NaN, ['a']])('refuses the value %o', (value) => {
    expect(refusal(condition(value))).toMatch(
      'value of "includes" must be text, a finite number, true or false, received ',
    );
  });
});

describe('known and missing', () => {
  it.each([
    [0, true],
    ['', true],
    [false, true],
    [[], true],
    [{}, true],
    [undefined, false],
    [null, false],
    [Number.NaN, false],
    [Infinity, false],
    [-Infinity, false],
  ])('of %o: known %s', (actual, isKnown) => {
    expect(truthOf({ op: 'known', fact: ['x'] }, at(actual))).toBe(isKnown ? 'true' : 'false');
    expect(truthOf({ op: 'missing', fact: ['x'] }, at(actual))).toBe(isKnown ? 'false' : 'true');
  });

  it.each([undefined, null, 5, 'x', [], [{ x: 1 }]])('finds nothing in %o', (data) => {
    expect(truthOf({ op: 'missing', fact: ['x'] }, data)).toBe('true');
  });

  it('tells what was expected', () => {
    const trace = { op: 'known', truth: 'false', fact: ['x'], expected: 'known', actual: null };
    expect(traceOf({ op: 'known', fact: ['x'] }, {})).toEqual(trace);
  });

  it('refuses a path into a prototype', () => {
    expect(refusal({ op: 'known', fact: ['constructor'] })).toMatch('fact of "known" must be a path');
    expect(refusal({ op: 'missing', fact: ['constructor'] })).toMatch('fact of "missing" must be a path');
  });
});

it('each operator has its compiler', () => {
  const data = { x: 1, list: [1] };
  expect([
    truthBy(compileEquality, { op: 'eq', fact: ['x'], value: 1 }, data),
    truthBy(compileOrder, { op: 'gte', fact: ['x'], value: 1 }, data),
    truthBy(compileMembership, { op: 'in', fact: ['x'], values: [1] }, data),
    truthBy(compileInclusion, { op: 'includes', fact: ['list'], value: 1 }, data),
    truthBy(compilePresence, { op: 'known', fact: ['x'] }, data),
  ]).toEqual(['true', 'true', 'true', 'true', 'true']);
});

it('isScalar and scalarFault tell what can be compared', () => {
  expect(['', 0, -1.5, true, false].map(isScalar)).toEqual([true, true, true, true, true]);
  expect([Number.NaN, Infinity, null, undefined, [], {}, 5n].some(isScalar)).toBe(false);
  const found = [undefined, null, Number.NaN, Infinity, 5, 'a', {}].map(scalarFault);
  expect(found).toEqual(['missing', 'missing', 'invalid', 'invalid', 'wrong-type', 'wrong-type', 'wrong-type']);
});

it('leaf asks for a reason only where the judgement is unknown', () => {
  const head = { op: 'eq', fact: ['x'], expected: 1 } as const;
  const asked: unknown[] = [];
  const own = leaf(
    head,
    () => 5,
    (actual) => (actual === 5 ? 2 : 1),
    (actual) => (asked.push(actual), 'invalid'),
  );
  expect(own.explain({ data: null, on: null, findResult: () => undefined })).toEqual({
    ...head,
    truth: 'true',
    actual: 5,
  });
  expect(asked).toEqual([]);
});

it.each([
  { op: 'gt', value: 1 },
  { op: 'not-in', values: [1] },
  { op: 'includes', value: 1 },
])('$op refuses what is no path', (own) => {
  expect(refusal({ ...own, fact: [] })).toMatch(`rule "r": fact of "${own.op}" must be a path`);
});
