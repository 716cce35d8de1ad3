import { describe, expect, it } from 'vitest';
import { factReader, isFactPath, type FactPath } from '../../../src/rewards/conditions/factPath.js';

const names = (length: number): string[] => Array.from({ length }, (_, at) => `n${at}`);
const nested = (length: number): unknown =>
  names(length).reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'x');

describe('isFactPath', () => {
  it.each([[['a']], [['a.b', '']], [names(8)], [['length', 'toString']]])('accepts %o', (path) => {
    expect(isFactPath(path)).toBe(true);
  });

  it.each([
    [[]],
    [names(9)],
    ['a'],
    [null],
    [[5]],
    [['a', null]],
    [Array(1)],
    [['__proto__']],
    [['a', 'constructor']],
    [['prototype', 'a']],
  ])('refuses %o', (path) => {
    expect(isFactPath(path)).toBe(false);
  });
});

describe('factReader', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads through %d names', (length) => {
    const read = factReader('f', names(length));
    expect(read(nested(length))).toBe('x');
    expect(read(nested(length - 1))).toBeUndefined();
    expect(read({})).toBeUndefined();
    expect(read(null)).toBeUndefined();
  });

  it.each([0, '', false])('reads %o', (value) => {
    expect(factReader('f', ['a'])({ a: value })).toBe(value);
  });

  it('reads null as missing', () => {
    expect(factReader('f', ['a'])({ a: null })).toBeUndefined();
    expect(factReader('f', ['a', 'b'])({ a: null })).toBeUndefined();
  });

  it.each(['toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'])('reads nothing of a prototype: %s', (name) => {
    expect(factReader('f', [name])({})).toBeUndefined();
    expect(factReader('f', [name])({ [name]: 1 })).toBe(1);
  });

  it('reads nothing that is inherited', () => {
    expect(factReader('f', ['a'])(Object.create({ a: 1 }))).toBeUndefined();
    expect(factReader('f', ['a'])(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(1);
  });

  it.each([
    [[1], 'length'],
    [[1], '0'],
    ['text', 'length'],
    ['text', '0'],
    [Object.assign(() => 1, { a: 1 }), 'a'],
    [5, 'a'],
  ])('has no properties to read in %o: %s', (data, name) => {
    expect(factReader('f', [name])(data)).toBeUndefined();
  });

  it('has names, not paths with dots', () => {
    expect(factReader('f', ['a.b'])({ a: { b: 1 } })).toBeUndefined();
    expect(factReader('f', ['a.b'])({ 'a.b': 2 })).toBe(2);
  });

  it('names the place and the rule of what it refuses', () => {
    expect(() => factReader('f', ['__proto__'] as FactPath)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_RULE',
        message:
          'f must be a path: a list of 1 to 8 names, none of them __proto__, constructor, prototype, received an object',
      }),
    );
  });
});
