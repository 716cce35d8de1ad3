import { describe, expect, it } from 'vitest';
import { estimateScale } from '../../../src/measures/scaleEstimate.js';
import { scaleRowAdder, createScaleTally, type ScaleTally } from '../../../src/measures/scaleTally.js';

const point = (bin: number): number => bin + 1;
const plain = (counts: readonly number[]): ScaleTally => ({ counts: [...counts, 9, 9, 9, 9], weights: null });

function weighted(scores: readonly number[], weights: readonly number[]): ScaleTally {
  const scale = { minimum: 1, maximum: 5 };
  const add = scaleRowAdder<number>('f', scale, { weight: (_row, index) => weights[index] });
  const tally = createScaleTally(scale, true);
  scores.forEach((score, index) => add(tally, score, index));
  return tally;
}

describe('estimateScale', () => {
  it('gives mean and standard error of answers', () => {
    // 5, 4, 4, 2: mean 3.75, sample variance 19/12.
    const got = estimateScale(plain([0, 1, 0, 2, 1]), point);
    expect(got.sampleSize).toBe(4);
    expect(got.effectiveSampleSize).toBe(4);
    expect(got.mean).toBe(3.75);
    expect(got.standardError).toBeCloseTo(Math.sqrt(19 / 12 / 4), 14);
  });

  it('takes any value per point', () => {
    expect(estimateScale(plain([1, 0, 3]), (bin) => (bin === 2 ? 10 : 0)).mean).toBe(7.5);
  });

  it('has no mean without answers', () => {
    const { sampleSize, effectiveSampleSize, mean, standardError } = estimateScale(plain([0, 0, 0]), point);
    expect([sampleSize, effectiveSampleSize]).toEqual([0, 0]);
    expect([mean, standardError]).toEqual([NaN, NaN]);
  });

  it('counts exactly where a product would be rounded', () => {
    // 323456790² has more than 53 bits.
    expect(estimateScale(plain([323456789, 1, 0]), point).effectiveSampleSize).toBe(323456790);
  });

  it('linearises the error of a weighted mean', () => {
    // SciPy: sum of (w (y - m))², n / (n - 1), over (sum of w)².
    const got = estimateScale(weighted([5, 4, 3, 2, 5, 1, 4, 4], [1, 1, 1, 1, 2, 2, 3, 5]), point);
    expect(got.sampleSize).toBe(8);
    expect(got.mean).toBeCloseTo(3.625, 13);
    expect(got.standardError).toBeCloseTo(0.4480550727469623, 13);
    expect(got.effectiveSampleSize).toBeCloseTo(5.565217391304348, 13);
  });

  it('adds both numbers of each pair', () => {
    const weights = { sums: [1, 1, 0, 0, 2, 0], squares: [2, 2, 0, 0, 1, 3] };
    const got = estimateScale({ counts: [1, 0, 1, 0, 0, 0, 0], weights }, point);
    // Weights 2 and 2 at 1 and 3, squares 4 and 4: as two answers of weight 2.
    expect(got).toEqual({ sampleSize: 2, effectiveSampleSize: 2, mean: 2, standardError: 1 });
  });

  it('is worth its full size under equal weights', () => {
    expect(estimateScale(weighted([5, 1], [3, 3]), point).effectiveSampleSize).toBe(2);
    expect(estimateScale(weighted([5, 1, 3], [0.1, 0.1, 0.1]), point).effectiveSampleSize).toBe(3);
  });

  it('has no effective size of answers without weight', () => {
    expect(estimateScale(weighted([5, 1], [0, 0]), point).effectiveSampleSize).toBe(0);
  });
});
