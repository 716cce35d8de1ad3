import { describe, expect, it } from 'vitest';
import { isIterable } from '../../../src/measures/input.js';

describe('isIterable', () => {
  it.each([
    ['an array', [1], true],
    ['an empty array', [], true],
    ['a typed array', Uint8Array.of(1), true],
    ['a set', new Set([1]), true],
    ['a generator', [1][Symbol.iterator](), true],
    ['an iterable of its own', { [Symbol.iterator]: () => [][Symbol.iterator]() }, true],
    ['an iterable function', Object.assign(() => 1, { [Symbol.iterator]: () => [][Symbol.iterator]() }), true],
    ['text', '10', false],
    ['a record', { counts: [1] }, false],
    ['a number', 5, false],
    ['null', null, false],
    ['undefined', undefined, false],
  ])('judges %s', (_name, input, expected) => {
    expect(isIterable(input)).toBe(expected);
  });
});
