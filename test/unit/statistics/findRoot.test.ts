import { describe, expect, it } from 'vitest';
import { findRoot } from '../../../src/statistics/findRoot.js';

describe('findRoot', () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ['a line', (x) => x - 0.3, 0, 1, 0.3],
    ['a falling line', (x) => 0.3 - x, 0, 1, 0.3],
    ['a square root', (x) => x * x - 2, 0, 2, Math.SQRT2],
    ['a step', (x) => (x < 0.7 ? -1 : 1), 0, 1, 0.7],
    ['a flat cubic', (x) => (x - 0.1) ** 3, -1, 1, 0.1],
    ['a tiny root', (x) => x - 1e-30, 0, 1, 1e-30],
    ['an infinite end', (x) => (x === 0 ? -Infinity : Math.log(x)), 0, 3, 1],
    ['a steep exponential', (x) => Math.exp(30 * x) - 1e6, -1, 5, Math.log(1e6) / 30],
  ])('solves %s', (_, f, from, to, expected) => {
    expect(Math.abs(findRoot(f, from, to) - expected)).toBeLessThanOrEqual(8 * Number.EPSILON * expected);
    expect(Math.abs(findRoot(f, to, from) - expected)).toBeLessThanOrEqual(8 * Number.EPSILON * expected);
  });

  it('accepts a root at an end', () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
  });

  it('is NaN without a change of sign', () => {
    expect(findRoot((x) => x + 1, 0, 1)).toBeNaN();
    expect(findRoot((x) => -x - 1, 0, 1)).toBeNaN();
    expect(findRoot(() => NaN, 0, 1)).toBeNaN();
    expect(findRoot((x) => (x === 0 ? -1 : NaN), 0, 1)).toBeNaN();
  });

  it('is NaN when an end is infinite', () => {
    expect(findRoot((x) => x - 5, 0, Infinity)).toBeNaN();
  });

  it('takes few steps on a smooth function', () => {
    let calls = 0;
    findRoot(
      (x) => {
        calls++;
        return Math.exp(x) - 5;
      },
      0,
      10,
    );
    expect(calls).toBeLessThan(25);
  });
});
