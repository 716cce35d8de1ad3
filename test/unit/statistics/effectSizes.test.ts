import { describe, expect, it } from 'vitest';
import { cliffsDelta, varghaDelaneyA } from '../../../src/statistics/cliffsDelta.js';
import { cohenD, glassDelta, hedgesG } from '../../../src/statistics/meanEffectSize.js';
import { expectRelative } from './relative.js';

describe('cohenD, hedgesG and glassDelta', () => {
  it('count in the right standard deviation', () => {
    // Means 2 and 5, variances 1 and 4 on 2 degrees each.
    expectRelative(cohenD([1, 2, 3], [3, 5, 7]), -3 / Math.sqrt(2.5));
    expectRelative(glassDelta([1, 2, 3], [3, 5, 7]), -1.5);
    expectRelative(glassDelta([3, 5, 7], [1, 2, 3]), 3);
  });

  it('correct by ratios of gamma functions, or nearly', () => {
    // J(2) = 0.5641895835…, J(3) = 0.7236012546… (mpmath); 1 - 3 / 7 and 1 - 3 / 11.
    const d2 = cohenD([1, 3], [2, 7]);
    expectRelative(hedgesG([1, 3], [2, 7]), d2 * 0.56418958354775629);
    expectRelative(hedgesG([1, 3], [2, 7], { correction: 'exact' }), d2 * 0.56418958354775629);
    expectRelative(hedgesG([1, 3], [2, 7], { correction: 'approximate' }), (d2 * 4) / 7);
    const d3 = cohenD([1, 3, 8], [2, 7]);
    expectRelative(hedgesG([1, 3, 8], [2, 7]), d3 * 0.72360125455826766);
    expectRelative(hedgesG([1, 3, 8], [2, 7], { correction: 'approximate' }), (d3 * 8) / 11);
  });

  it('take a sample of one value beside a larger one', () => {
    expectRelative(cohenD([5], [1, 3]), 3 / Math.SQRT2);
    expectRelative(cohenD([1, 3], [5]), -3 / Math.SQRT2);
    expectRelative(glassDelta([5], [1, 3]), 3 / Math.SQRT2);
    expect(hedgesG([5], [1, 3])).toBeNaN();
    expect(hedgesG([5], [1, 3], { correction: 'approximate' })).toBeNaN();
    expect(glassDelta([1, 3], [5])).toBeNaN();
  });

  it.each<[number[], number[]]>([
    [[], [1, 2]],
    [[1, 2], []],
    [[1], [2]],
    [[2, 2], [2, 2]],
    [[2, 2], [3, 3]],
    [[1, NaN], [3, 4]],
  ])('are NaN for %j and %j', (first, second) => {
    expect(cohenD(first, second)).toBeNaN();
    expect(hedgesG(first, second)).toBeNaN();
    expect(glassDelta(first, second)).toBeNaN();
  }); // prettier-ignore

  it('are a plain 0 for equal means', () => {
    expect(cohenD([3, 1], [2, 2])).toBe(0);
    expect(hedgesG([3, 1], [0, 4])).toBe(0);
    expect(glassDelta([2, 2], [3, 1])).toBe(0);
  });
});

describe('cliffsDelta and varghaDelaneyA', () => {
  it.each<[number[], number[], number]>([
    [[9, 10, 8, 7, 10], [6, 8, 7, 5, 9, 4], 0.7],
    [[1], [1], 0],
    [[1, 2], [3], -1],
    [[3], [1, 2], 1],
    [[2, 2], [2, 3], -0.5],
    [[-Infinity, 0], [-0, Infinity], -0.75],
  ])('of %j and %j are %d and its half-way to 1', (first, second, delta) => {
    expect(cliffsDelta(first, second)).toBe(delta);
    expect(varghaDelaneyA(first, second)).toBeCloseTo((delta + 1) / 2, 15);
    expect(cliffsDelta(second, first)).toBe(0 - delta);
  });

  it.each<[number[], number[]]>([
    [[], [1]],
    [[1], []],
    [[NaN], [1]],
    [[1], [2, NaN]],
  ])('are NaN for %j and %j', (first, second) => {
    expect(cliffsDelta(first, second)).toBeNaN();
    expect(varghaDelaneyA(first, second)).toBeNaN();
  });
});
