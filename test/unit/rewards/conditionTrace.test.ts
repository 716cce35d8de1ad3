import { expect, it } from 'vitest';
import { shownFact } from '../../../src/rewards/conditions/conditionTrace.js';

it.each([
  [undefined, null],
  [null, null],
  ['', ''],
  ['a'.repeat(120), 'a'.repeat(120)],
  ['a'.repeat(121), 'text of 121 characters'],
  [0, 0],
  [-0, 0],
  [1.5, 1.5],
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
  [true, true],
  [false, false],
  [[], 'list of 0'],
  [[1, 2], 'list of 2'],
  [{}, 'object'],
  [() => 1, 'function'],
  [5n, 'bigint'],
  [Symbol('a'), 'symbol'],
])('shownFact shows %o as plain JSON', (value, shown) => {
  expect(shownFact(value)).toBe(shown);
});
