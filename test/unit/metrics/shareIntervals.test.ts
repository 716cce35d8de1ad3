import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../src/core/interval.js';
import { computeCsat, type CsatOptions } from '../../../src/metrics/perception/csat.js';
import { agrestiCoull, clopperPearson, jeffreys } from '../../../src/metrics/perception/shareIntervals.js';
import { expectSound } from '../../tools/soundness.js';

const interval = (satisfied: number, n: number, method: CsatOptions): Interval | null =>
  expectSound(computeCsat({ counts: { satisfied, unsatisfied: n - satisfied } }, method)).interval;

describe('the imported intervals of a share', () => {
  // SciPy's beta quantiles; R's binom.test and the table of statistics texts.
  it.each([
    [clopperPearson(), 'clopper-pearson', 1, 29, 0.0008726469, 0.1776442955],
    [clopperPearson(), 'clopper-pearson', 72, 95, 0.659193944310996, 0.8399187944769726],
    [jeffreys(), 'jeffreys', 1, 29, 0.003746173649057073, 0.15007768600223173],
    [agrestiCoull(), 'agresti-coull', 15, 148, 0.0613859749, 0.1614876663],
  ])('%o is %s of %i out of %i', (method, name, satisfied, n, lower, upper) => {
    const got = interval(satisfied, n, { interval: method });
    expect(got?.lower).toBeCloseTo(lower, 9);
    expect(got?.upper).toBeCloseTo(upper, 9);
    expect(got).toMatchObject({ method: name, confidence: 0.95 });
  });

  it.each([clopperPearson(), jeffreys(), agrestiCoull()])('narrow at a lower confidence: $method', (method) => {
    const [wide, narrow] = [0.95, 0.8].map((confidence) => interval(20, 40, { interval: method, confidence }));
    expect(narrow?.lower).toBeGreaterThan(wide?.lower ?? NaN);
    expect(narrow?.upper).toBeLessThan(wide?.upper ?? NaN);
  });

  it.each([clopperPearson(), jeffreys(), agrestiCoull()])('reach to the end of the scale: $method', (method) => {
    expect(interval(0, 20, { interval: method })).toMatchObject({ lower: 0 });
    expect(interval(20, 20, { interval: method })).toMatchObject({ upper: 1 });
  });

  it.each([clopperPearson(), jeffreys(), agrestiCoull()])('take effective counts with weights: $method', (method) => {
    const { interval: got } = expectSound(computeCsat([5, 5, 1, 2], { interval: method, weight: (score) => score }));
    expect(got?.lower).toBeGreaterThan(0);
    expect(got?.upper).toBeLessThanOrEqual(1);
    expect(got?.method).toBe(method.method);
  });
});
