import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../../src/core/result.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { roundResult } from '../../../src/segmentation/protectRounding.js';

const result = (
  range: { minimum: number; maximum: number } | null,
  value: number | null,
  interval: { lower: number | null; upper: number | null } | null,
): MetricResult => ({
  ...computeNps([10, 3]),
  definition: { ...computeNps([]).definition, range },
  value,
  interval: interval && { ...interval, confidence: 0.9, method: 'wilson' },
});

describe('roundResult', () => {
  it.each<[string, { minimum: number; maximum: number }, number, number, number, [number, number, number, number]]>([
    ['points by 2 and 20', { minimum: -100, maximum: 100 }, 33.4, -6.3, 61, [34, 2, -20, 80]],
    ['points below 0', { minimum: -100, maximum: 100 }, -33.4, -61, -6.3, [-34, 2, -80, 0]],
    ['shares by 0.01 and 0.1', { minimum: 0, maximum: 1 }, 0.286, 0.08, 0.64, [0.29, 0.01, 0, 0.7]],
    ['a scale 1..5 by 0.02 and 0.2', { minimum: 1, maximum: 5 }, 3.333, 2.9, 3.7, [3.34, 0.02, 2.8, 3.8]],
    ['a scale 1..7 by 0.05 and 0.5', { minimum: 1, maximum: 7 }, 3.333, 2.9, 3.7, [3.35, 0.05, 2.5, 4]],
    ['an index 0..100 by 1 and 10', { minimum: 0, maximum: 100 }, 71.6, 65, 80, [72, 1, 60, 80]],
    ['an index 0..1000 by 10 and 100', { minimum: 0, maximum: 1000 }, 716, 650, 810, [720, 10, 600, 900]],
    ['limits no wider than the range', { minimum: 1, maximum: 5 }, 1.1, 1.05, 4.97, [1.1, 0.02, 1, 5]],
  ])('rounds %s', (_, range, value, lower, upper, [rounded, step, low, high]) => {
    expect(roundResult(result(range, value, { lower, upper }))).toEqual({
      value: rounded,
      step,
      interval: { lower: low, upper: high, confidence: 0.9 },
    });
  });

  it('never gives minus zero', () => {
    const rounded = roundResult(result({ minimum: -100, maximum: 100 }, -0.4, { lower: -5, upper: -0.5 }));
    expect(Object.is(rounded.value, 0)).toBe(true);
    expect(Object.is(rounded.interval?.upper, 0)).toBe(true);
  });

  it('leaves unknown what is unknown', () => {
    const range = { minimum: 0, maximum: 1 };
    expect(roundResult(result(range, null, null))).toEqual({ value: null, step: 0.01, interval: null });
    expect(roundResult(result(range, 0.5, { lower: null, upper: 1 })).interval).toBeNull();
    expect(roundResult(result(range, 0.5, { lower: 0, upper: null })).interval).toBeNull();
  });

  it('gives two digits, and no interval, of a metric without bounds', () => {
    expect(roundResult(result(null, 12345.6, { lower: 1, upper: 2 }))).toEqual({
      value: 12000,
      step: null,
      interval: null,
    });
    expect(roundResult(result(null, null, null)).value).toBeNull();
  });
});
