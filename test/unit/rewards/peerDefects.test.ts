import { describe, expect, it } from 'vitest';
import { refusal, truthOf } from '../../tools/conditions.js';

const x = (op: string, value: unknown): unknown => ({ op, fact: ['x'], value });
const not = (of: unknown): unknown => ({ op: 'not', of });

describe('what other rule engines get wrong', () => {
  it.each(['all', 'any', 'at-least'])('an emptied group "%s" does not grant to everybody: it is refused', (op) => {
    expect(refusal({ op, n: 0, of: [] })).toMatch('must be a list of 1 to 32 conditions');
  });

  it.each([
    ['x < 15', x('lt', 15)],
    ['not (x >= 15)', not(x('gte', 15))],
    ['x != 5', x('ne', 5)],
    ['not (x == 5)', not(x('eq', 5))],
    ['x not in [5]', { op: 'not-in', fact: ['x'], values: [5] }],
    ['not (x in [5])', not({ op: 'in', fact: ['x'], values: [5] })],
    ['not (x includes 5)', not({ op: 'includes', fact: ['x'], value: 5 })],
    ['none of x', { op: 'none', over: ['x'], where: { op: 'known', fact: ['y'] } }],
    ['count of x < 1', { op: 'count', over: ['x'], test: { op: 'lt', value: 1 } }],
    ['x < 15 and true', { op: 'all', of: [x('lt', 15), { op: 'missing', fact: ['y'] }] }],
  ])('%s does not hold where x is absent: it is unknown', (_, condition) => {
    expect(truthOf(condition, {})).toBe('unknown');
    expect(truthOf(condition, { x: null })).toBe('unknown');
  });

  it('what is absent does not spoil what is decided without it', () => {
    const yes = { op: 'missing', fact: ['y'] };
    expect(truthOf({ op: 'any', of: [x('lt', 15), yes] }, {})).toBe('true');
    expect(truthOf({ op: 'all', of: [x('lt', 15), not(yes)] }, {})).toBe('false');
  });

  it('absent, null, 0, false and empty text are not the same', () => {
    for (const value of [0, false, '']) {
      expect(truthOf(x('eq', value), {})).toBe('unknown');
      expect(truthOf(x('eq', value), { x: null })).toBe('unknown');
      for (const other of [0, false, ''])
        expect(truthOf(x('eq', value), { x: other })).toBe(other === value ? 'true' : 'unknown');
    }
    expect(truthOf(x('gte', 0), { x: null })).toBe('unknown');
  });

  it.each(['12abc', '12', '', ' ', '0x10', '1e3', 'Infinity'])('the text %o is no number', (text) => {
    for (const op of ['eq', 'ne', 'lt', 'lte', 'gt', 'gte']) expect(truthOf(x(op, 12), { x: text })).toBe('unknown');
  });

  it('numbers are compared as numbers, and the right way round', () => {
    expect(truthOf(x('gt', 5), { x: 9 })).toBe('true');
    expect(truthOf(x('lt', 5), { x: 9 })).toBe('false');
    expect(truthOf(x('gt', 10), { x: 9 })).toBe('false');
    expect(truthOf(x('lt', 10), { x: 9 })).toBe('true');
    expect(truthOf({ op: 'gt', fact: ['x'], value: { fact: ['y'] } }, { x: '9', y: '10' })).toBe('unknown');
  });

  it('none of several values is not always true, and of no values is refused', () => {
    const condition = { op: 'not-in', fact: ['x'], values: ['a', 'b'] };
    expect(truthOf(condition, { x: 'a' })).toBe('false');
    expect(truthOf(condition, { x: 'b' })).toBe('false');
    expect(truthOf(condition, { x: 'c' })).toBe('true');
    expect(refusal({ op: 'not-in', fact: ['x'], values: [] })).toMatch('must be a list of at least one');
  });

  it('nothing of a prototype can be read', () => {
    expect(refusal({ op: 'known', fact: ['constructor', 'name'] })).toMatch('must be a path');
    expect(refusal({ op: 'known', fact: ['__proto__', 'polluted'] })).toMatch('must be a path');
    for (const name of ['toString', 'valueOf', 'isPrototypeOf', '__lookupGetter__', 'length', 'name'])
      for (const data of [{}, [], 'text', () => 1])
        expect(truthOf({ op: 'known', fact: [name] }, data), name).toBe('false');
  });

  it('a name may hold dots', () => {
    expect(truthOf({ op: 'eq', fact: ['a.b'], value: 1 }, { 'a.b': 1 })).toBe('true');
    expect(truthOf({ op: 'eq', fact: ['a.b'], value: 1 }, { a: { b: 1 } })).toBe('unknown');
  });

  it('zero means zero', () => {
    const none = { op: 'count', over: ['list'], test: { op: 'lte', value: 0 } };
    expect(truthOf(none, { list: [] })).toBe('true');
    expect(truthOf(none, { list: [1] })).toBe('false');
  });

  it('a whole number and one with decimals can be compared', () => {
    expect(truthOf(x('eq', 1), { x: 1.0 })).toBe('true');
    expect(truthOf(x('gt', 1), { x: 1.5 })).toBe('true');
  });

  it.each(['matches', 'regex', 'startsWith', 'method', 'log', 'var', 'if'])('there is no operator "%s"', (op) => {
    expect(refusal({ op, fact: ['x'], value: '(a+)+$' })).toMatch('must be an operator of the language');
  });
});
