import { describe, expect, it } from 'vitest';
import { shareInterval, type ShareOptions } from '../../../src/measures/shareInterval.js';
import { clopperPearson } from '../../../src/metrics/perception/shareIntervals.js';
import { thrownBy } from '../../tools/soundness.js';

const of = (satisfied: number, n: number, options: ShareOptions = {}): ReturnType<typeof shareInterval> =>
  shareInterval('f', satisfied / n, n, n, options);

describe('shareInterval', () => {
  // SciPy: Wilson's and Wald's formulas, n replaced by n (N - 1) / (N - n) for a population of N.
  it.each([
    [{}, 0.6628317922510378, 0.8329115990812341, 'wilson'],
    [{ interval: 'wilson', confidence: 0.9 }, 0.6791155240629211, 0.8223913328435294, 'wilson'],
    [{ interval: 'wald' }, 0.671757120538353, 0.8440323531458576, 'wald'],
    [{ interval: clopperPearson() }, 0.659193944310996, 0.8399187944769726, 'clopper-pearson'],
    [{ population: 180 }, 0.6940398917933596, 0.8120321651199255, 'wilson'],
    [{ population: 180, interval: 'wald' }, 0.6985372101224168, 0.8172522635617938, 'wald'],
  ] as [ShareOptions, number, number, string][])('of 72 out of 95 under %j', (options, lower, upper, method) => {
    const interval = of(72, 95, options);
    expect(interval?.lower).toBeCloseTo(lower, 12);
    expect(interval?.upper).toBeCloseTo(upper, 12);
    expect([interval?.confidence, interval?.method]).toEqual([options.confidence ?? 0.95, method]);
  });

  it('rests on the effective size', () => {
    const interval = shareInterval('f', 0.75, 8, 5.565217391304348, {});
    expect(interval?.lower).toBeCloseTo(0.3529592193487344, 12);
    expect(interval?.upper).toBeCloseTo(0.9428528861113089, 12);
  });

  it.each([
    [0, { lower: 0 }],
    [20, { upper: 1 }],
  ])('reaches exactly to the end for %i of 20', (satisfied, end) => {
    expect(of(satisfied, 20)).toMatchObject(end);
  });

  it('is clipped to 0..1', () => {
    expect(of(1, 20, { interval: 'wald' })).toMatchObject({ lower: 0 });
    expect(of(19, 20, { interval: 'wald' })).toMatchObject({ upper: 1 });
  });

  it('never begins at -0', () => {
    const method = { method: 'm', limits: () => ({ lower: -0, upper: 1 }) };
    expect(Object.is(of(1, 2, { interval: method })?.lower, 0)).toBe(true);
  });

  it('hands successes, trials and confidence to an imported method', () => {
    const given: number[][] = [];
    const method = {
      method: 'm',
      limits: (...numbers: [number, number, number]) => {
        given.push(numbers);
        return { lower: 0.25, upper: 0.5 };
      },
    };
    expect(of(3, 12, { interval: method, confidence: 0.8 })).toEqual({
      lower: 0.25,
      upper: 0.5,
      confidence: 0.8,
      method: 'm',
    });
    expect(given).toEqual([[3, 12, 0.8]]);
  });

  it('has no width at a census, with or without spread', () => {
    expect(of(3, 12, { population: 12 })).toEqual({ lower: 0.25, upper: 0.25, confidence: 0.95, method: 'wilson' });
    expect(of(12, 12, { population: 12, interval: 'wald' })).toEqual({
      lower: 1,
      upper: 1,
      confidence: 0.95,
      method: 'wald',
    });
  });

  it('is not there where a method claims certainty', () => {
    expect(of(12, 12, { interval: 'wald' })).toBeNull();
    expect(of(0, 12, { interval: 'wald' })).toBeNull();
  });

  it('is not there without answers, even in a population of none', () => {
    expect(shareInterval('f', NaN, 0, 0, {})).toBeNull();
    expect(shareInterval('f', NaN, 0, 0, { population: 0 })).toBeNull();
  });

  it.each([
    ['adjusted-wald', '"adjusted-wald"'],
    [null, 'null'],
    [{}, 'an object'],
    [clopperPearson, 'a function'],
  ])('refuses the method %s', (interval, shown) => {
    expect(thrownBy(() => of(1, 2, { interval: interval as 'wald' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: `f: option "interval" must be a known name or method, received ${shown}`,
    });
  });

  it('refuses a wrong confidence, and a population below the sample', () => {
    expect(thrownBy(() => of(1, 2, { confidence: 1 })).message).toBe(
      'f: option "confidence" must be between 0 and 1, received 1',
    );
    expect(thrownBy(() => of(1, 2, { population: 1 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_POPULATION_TOO_SMALL',
      message: 'f: option "population" must be a whole number, at least the sample size 2, received 1',
    });
  });
});
