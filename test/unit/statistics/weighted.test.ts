import { describe, expect, it } from 'vitest';
import {
  kishDesignEffect,
  kishEffectiveSize,
  weightedMean,
  weightedQuantile,
  weightedVariance,
} from '../../../src/statistics/weighted.js';

const broken: [string, number[], number[]][] = [
  ['fewer weights than values', [1, 2], [1]],
  ['more weights than values', [1], [1, 2]],
  ['a negative weight', [1, 2], [1, -1]],
  ['a NaN weight', [1, 2], [1, NaN]],
  ['an infinite weight', [1, 2], [1, Infinity]],
  ['no weight at all', [1, 2], [0, 0]],
  ['nothing', [], []],
];

describe('weighted statistics', () => {
  it.each(broken)('are NaN with %s', (_, values, weights) => {
    expect(weightedMean(values, weights)).toBeNaN();
    expect(weightedQuantile(values, weights, 0.5)).toBeNaN();
    for (const kind of ['mle', 'frequency', 'reliability'] as const) {
      expect(weightedVariance(values, weights, kind)).toBeNaN();
    }
  });

  it.each([[[1, -1]], [[1, NaN]], [[Infinity]], [[0, 0]], [[]]])(
    'have no effective size for weights %j',
    (weights: number[]) => {
      expect(kishEffectiveSize(weights)).toBeNaN();
      expect(kishDesignEffect(weights)).toBeNaN();
    },
  );

  it('ignore values of weight zero', () => {
    expect(weightedMean([1, 3, NaN], [1, 1, 0])).toBe(2);
    expect(weightedVariance([1, 3, NaN], [1, 1, 0], 'frequency')).toBe(2);
    expect(weightedQuantile([1, 3, NaN], [1, 1, 0], 1)).toBe(3);
    expect(weightedQuantile([0, 1, 3], [0, 1, 1], 0)).toBe(1);
  });

  it('are NaN with a NaN value that counts', () => {
    expect(weightedMean([1, NaN], [1, 1])).toBeNaN();
    expect(weightedVariance([1, NaN], [1, 1], 'mle')).toBeNaN();
    expect(weightedQuantile([1, NaN], [1, 1], 0.1)).toBeNaN();
  });

  it('lose no small value beside a large one', () => {
    expect(weightedMean([1e16, 1, -1e16], [1, 2, 1])).toBe(0.5);
  });
});

describe('weightedQuantile', () => {
  it.each([
    [0, 10],
    [0.25, 10],
    [0.250001, 20],
    [0.75, 20],
    [0.750001, 30],
    [1, 30],
  ])('at %d is %d', (p, expected) => {
    expect(weightedQuantile([30, 10, 20], [1, 1, 2], p)).toBe(expected);
  });

  it('reaches a share that is one on paper', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1);
    const values = tenths.map((_, i) => i);
    for (let i = 1; i <= 10; i++) expect(weightedQuantile(values, tenths, i / 10)).toBe(i - 1);
  });

  it('reaches a share that is one on paper after a thousand weights', () => {
    const tenths = Array.from({ length: 1000 }, () => 0.1);
    const values = tenths.map((_, i) => i);
    for (let i = 1; i <= 1000; i++) expect(weightedQuantile(values, tenths, i / 1000)).toBe(i - 1);
  });

  it.each([-0.1, -Number.MIN_VALUE, 1 + Number.EPSILON, 1.1, NaN])('is NaN at %d', (p) => {
    expect(weightedQuantile([1, 2], [1, 1], p)).toBeNaN();
  });

  it('leaves the input in its order and never gives negative zero', () => {
    const values = Object.freeze([2, -0, 1]);
    expect(weightedQuantile(values, Object.freeze([1, 1, 1]), 0)).toBe(0);
    expect(values).toEqual([2, -0, 1]);
  });
});

describe('Kish', () => {
  it('counts equal weights in full', () => {
    expect(kishEffectiveSize([3, 3, 3, 3])).toBe(4);
    expect(kishDesignEffect([3, 3, 3, 3])).toBe(1);
  });

  it('counts zero weights in the design effect only', () => {
    expect(kishEffectiveSize([1, 1, 0])).toBe(2);
    expect(kishDesignEffect([1, 1, 0])).toBe(1.5);
  });

  it('gives the worked example', () => {
    expect(kishEffectiveSize([1, 1, 1, 1, 2, 2, 3, 5])).toBeCloseTo(5.5652173913, 10);
    expect(kishDesignEffect([1, 1, 1, 1, 2, 2, 3, 5])).toBe(1.4375);
  });
});
