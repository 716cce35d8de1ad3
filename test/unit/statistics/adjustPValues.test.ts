import { describe, expect, it } from 'vitest';
import { adjustPValues } from '../../../src/statistics/adjustPValues.js';

const methods = ['bonferroni', 'holm', 'hochberg', 'hommel', 'bh', 'by', 'sidak', 'holm-sidak'] as const;
// Holm and Benjamini-Hochberg by R's p.adjust.
const family = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];

function expectAll(got: readonly number[], expected: readonly number[]): void {
  expect(got).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(got[i]).toBeCloseTo(value, 12);
}

describe('adjustPValues', () => {
  it('is Holm by default', () => {
    expectAll(adjustPValues(family), [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615]);
    expect(adjustPValues(family)).toEqual(adjustPValues(family, 'holm'));
  });

  it('controls the false discovery rate', () => {
    expectAll(adjustPValues(family, 'bh'), [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216]);
  });

  it.each(methods)('keeps one p-value as it is (%s)', (method) => {
    expectAll(adjustPValues([0.03], method), [0.03]);
    expect(adjustPValues([], method)).toEqual([]);
    expect(adjustPValues([0, 0, 0], method)).toEqual([0, 0, 0]);
    expect(adjustPValues([1, 1, 1], method)).toEqual([1, 1, 1]);
    expect(adjustPValues([1e-320, 1e-10], method)[0]).toBeGreaterThan(0);
  });

  it.each(methods)('is NaN with what is no probability (%s)', (method) => {
    expect(adjustPValues([0.1, NaN], method)).toEqual([NaN, NaN]);
    expect(adjustPValues([0.1, 1.1], method)).toEqual([NaN, NaN]);
    expect(adjustPValues([-0.1, 0.5], method)).toEqual([NaN, NaN]);
  });

  it('closes the tests of three p-values by hand (Hommel)', () => {
    // Each is the largest Simes p-value of the subsets that hold it.
    expectAll(adjustPValues([0.01, 0.02, 0.03], 'hommel'), [0.03, 0.03, 0.03]);
    expectAll(adjustPValues([0.01, 0.04, 0.045], 'hommel'), [0.03, 0.045, 0.045]);
    expectAll(adjustPValues([0.045, 0.01, 0.04], 'hommel'), [0.045, 0.03, 0.045]);
  });

  it('leaves its input alone and takes typed arrays', () => {
    const p = Float64Array.of(0.5, 0.01);
    expect(adjustPValues(p, 'bonferroni')).toEqual([1, 0.02]);
    expect(Array.from(p)).toEqual([0.5, 0.01]);
  });
});
