import { describe, expect, it } from 'vitest';
import { smallestInteger, solveTail } from '../../../src/statistics/quantileSearch.js';
import { expectRelative } from './relative.js';

describe('smallestInteger', () => {
  it.each([0, 1, 6, 7, 8, 500, 999, 1000])('finds the threshold %s from any start and step', (threshold) => {
    for (const start of [-50, 0, 3.4, 7, 8, 998, 1000, 5000]) {
      for (const step of [0, 1, 2.9, 64, 4000]) {
        expect(smallestInteger((k) => k >= threshold, start, step, 0, 1000)).toBe(threshold);
      }
    }
  });

  it('never asks outside its range', () => {
    const asked: number[] = [];
    const accepts = (k: number): boolean => {
      asked.push(k);
      return k >= 990;
    };
    smallestInteger(accepts, 1, 3, 0, 1000);
    smallestInteger(() => true, 5, 3, 2, 1000);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...asked)).toBeLessThanOrEqual(1000);
  });

  it('gives the maximum when nothing below is accepted', () => {
    expect(smallestInteger(() => false, 5, 3, 0, 1000)).toBe(1000);
  });

  it('needs few questions far from the start', () => {
    let count = 0;
    const accepts = (k: number): boolean => {
      count++;
      return k >= 1e9;
    };
    expect(smallestInteger(accepts, 0, 1, 0, 2 ** 50)).toBe(1e9);
    expect(count).toBeLessThan(70);
  });
});

describe('solveTail', () => {
  const logistic = (w: number): { tail: number; density: number } => {
    const tail = 1 / (1 + Math.exp(-w));
    return { tail, density: tail / (1 + Math.exp(w)) };
  };
  const mirrored = (w: number): { tail: number; density: number } => logistic(-w);

  it.each([-600, -20, 0, 3, 30, 600])('solves both tails of the logistic law from %s', (start) => {
    for (const target of [1e-300, 1e-200, 1e-3, 0.4]) {
      const expected = Math.log(target / (1 - target));
      expectRelative(solveTail(logistic, target, start, 1), expected, 1e-14);
      expectRelative(solveTail(mirrored, target, start, -1), -expected, 1e-14);
    }
  });

  it('solves for tails whose ratio to the target overflows', () => {
    // The square of a logistic tail has half of its logarithm.
    const squared = (w: number): { tail: number; density: number } => {
      const { tail, density } = logistic(w);
      return { tail: tail * tail, density: 2 * tail * density };
    };
    expectRelative(solveTail(squared, 2 ** -1030, 5, 1), -515 * Math.LN2, 1e-12);
  });

  it('takes back a step into underflow', () => {
    const exponential = (w: number): { tail: number; density: number } => {
      const x = Math.exp(w);
      return { tail: Math.exp(-x), density: x * Math.exp(-x) };
    };
    expectRelative(solveTail(exponential, 1e-300, 500, -1), Math.log(300 * Math.LN10), 1e-14);
  });
});
