import { describe, expect, it } from 'vitest';
import type { NumberTest } from '../../../src/rewards/conditions/condition.js';
import {
  compareNumbers,
  comparisonOf,
  compileTest,
  numberTruth,
  rangeTruth,
} from '../../../src/rewards/conditions/numberTest.js';
import { codeOf, negation, truthCode, truthName } from '../../../src/rewards/conditions/truth.js';

const HOLDS: Readonly<Record<NumberTest['op'], (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};
const OPERATORS = Object.keys(HOLDS) as NumberTest['op'][];

describe.each(OPERATORS)('%s', (op) => {
  it('of a number', () => {
    for (const value of [-1, -0, 0, 0.5, 2])
      for (const actual of [-1.5, -1, -0, 0, 0.5, 1, 2, 3]) {
        const expected = truthCode(HOLDS[op](actual, value));
        expect(numberTruth(compileTest('f', 'count', { op, value }), actual)).toBe(expected);
        expect(compareNumbers(comparisonOf(op), actual, value)).toBe(expected);
      }
  });

  it('of a range is what all whole numbers of the range agree on', () => {
    for (const value of [-3, -0.5, 0, 1, 1.5, 2, 4])
      for (let low = -3; low <= 4; low++)
        for (let high = low; high <= 4; high++) {
          const all = Array.from({ length: high - low + 1 }, (_, at) => HOLDS[op](low + at, value));
          const expected = new Set(all).size === 2 ? 'unknown' : String(all[0]);
          const got = truthName(rangeTruth(compileTest('f', 'count', { op, value }), low, high));
          expect(got, `${low} to ${high} against ${value}`).toBe(expected);
        }
  });
});

it('a test tells what it expects without negative zero', () => {
  expect(compileTest('f', 'sum', { op: 'eq', value: -0 })).toMatchObject({
    value: 0,
    expected: { op: 'eq', value: 0 },
  });
});

it('truths have codes, names and opposites', () => {
  expect(([0, 1, 2] as const).map(truthName)).toEqual(['false', 'unknown', 'true']);
  expect((['false', 'unknown', 'true'] as const).map(codeOf)).toEqual([0, 1, 2]);
  expect(([0, 1, 2] as const).map(negation)).toEqual([2, 1, 0]);
  expect([truthCode(true), truthCode(false)]).toEqual([2, 0]);
});
