import { describe, expect, it } from 'vitest';
import type { Interval } from '../../../src/core/interval.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { npsBootstrap, npsT } from '../../../src/metrics/perception/npsIntervals.js';
import type { NpsCounts, NpsOptions } from '../../../src/metrics/perception/npsScore.js';
import { scoreAcceleration } from '../../../src/statistics/bcaAdjustment.js';
import { exactBcaInterval } from '../../../src/statistics/exactBootstrapInterval.js';
import { netBootstrapDistribution } from '../../../src/statistics/netBootstrap.js';
import { expectSound, thrownBy } from '../../tools/soundness.js';

const wave = { promoters: 48, passives: 28, detractors: 19 };
const small = { promoters: 11, passives: 6, detractors: 3 };
const intervalOf = (counts: NpsCounts, options: NpsOptions): Interval | null =>
  expectSound(computeNps({ counts }, options)).interval;

function expectLimits(interval: Interval | null, lower: number, upper: number, method: string): void {
  expect(interval?.lower).toBeCloseTo(lower, 9);
  expect(interval?.upper).toBeCloseTo(upper, 9);
  expect(interval?.method).toBe(method);
}

describe('npsT', () => {
  // SciPy: t.ppf on 94 degrees of freedom, error with divisor n - 1.
  it('is the t interval of -1, 0 and 1', () => {
    expectLimits(intervalOf(wave, { interval: npsT() }), 14.504404538701463, 46.548227040245905, 't');
    const { standardError, degreesOfFreedom } = computeNps({ counts: wave }, { interval: npsT() });
    expect(standardError).toBeCloseTo(8.069363933427004, 10);
    expect(degreesOfFreedom).toBe(94);
  });

  it('shrinks with a known population', () => {
    expectLimits(intervalOf(wave, { interval: npsT(), population: 180 }), 19.485599015810624, 41.56703256313675, 't');
  });

  it('rests on the linearised error with weights', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const options = { interval: npsT(), weight: (_score: number, index: number) => weights[index] };
    const { interval } = computeNps([10, 9, 8, 6, 10, 3, 7, 9], options);
    // Python: upper 113, clipped.
    expectLimits(interval, -38.21933839395413, 100, 't');
  });

  it('is not there for one answer, or for equal ones', () => {
    const one = computeNps([9], { interval: npsT() });
    expect(expectSound(one)).toMatchObject({ interval: null, degreesOfFreedom: null });
    expect(one.warnings).toContainEqual({ code: 'no-interval', reason: 'single-answer' });
    const equal = computeNps([9, 9, 10], { interval: npsT() });
    expect(expectSound(equal)).toMatchObject({ interval: null, degreesOfFreedom: 2, standardError: 0 });
    expect(equal.warnings).toContainEqual({ code: 'no-interval', reason: 'no-variation' });
  });

  it('is the score at a census, even of one answer', () => {
    expect(intervalOf(wave, { interval: npsT(), population: 95 })).toMatchObject({
      lower: 2900 / 95,
      upper: 2900 / 95,
    });
    expect(computeNps([9], { interval: npsT(), population: 1 }).interval).toMatchObject({ lower: 100, upper: 100 });
    expect(computeNps([9], { interval: npsT(), population: 2 }).interval).toBeNull();
  });
});

describe('npsBootstrap', () => {
  // R: all resamples of 10, 7, 3, 9, 8, 9 have quantiles -1/3 and 5/6.
  it('has the quantiles of every resample', () => {
    expectLimits(
      intervalOf({ promoters: 3, passives: 2, detractors: 1 }, { interval: npsBootstrap() }),
      -100 / 3,
      250 / 3,
      'bootstrap-percentile',
    );
    expect(npsBootstrap({ type: 'percentile' }).method).toBe('bootstrap-percentile');
    expect(npsBootstrap({ type: undefined }).method).toBe('bootstrap-percentile');
  });

  it('narrows at a lower confidence', () => {
    const counts = { promoters: 3, passives: 2, detractors: 1 };
    // R: quantiles at 5 % and 95 %.
    expectLimits(
      intervalOf(counts, { interval: npsBootstrap(), confidence: 0.9 }),
      -100 / 6,
      500 / 6,
      'bootstrap-percentile',
    );
  });

  it('shrinks with a known population', () => {
    // sqrt((40 - 20) / 39) of 5 .. 70 around 40.
    expectLimits(
      intervalOf(small, { interval: npsBootstrap(), population: 40 }),
      14.935979408619848,
      61.48344622118298,
      'bootstrap-percentile',
    );
  });

  it('corrects by the acceleration of the answers', () => {
    const distribution = netBootstrapDistribution({ positive: 11, neutral: 6, negative: 3 });
    const expected = exactBcaInterval(distribution, 0.4, scoreAcceleration([3, 6, 11]), 0.95);
    const got = intervalOf(small, { interval: npsBootstrap({ type: 'bca' }) });
    expectLimits(got, 100 * expected.lower, 100 * expected.upper, 'bootstrap-bca');
    expect([got?.lower, got?.upper]).not.toEqual([5, 70]);
  });

  // By enumerating every resample in Python: quantiles of the score, at the levels of Efron (1987) for BCa.
  it.each([
    [{ promoters: 20, passives: 3, detractors: 1 }, [1400 / 24, 2300 / 24], [50, 2200 / 24]],
    [{ promoters: 40, passives: 6, detractors: 4 }, [54, 88], [52, 86]],
  ])('of skewed answers %j is not the same for both types', (counts, percentile, bca) => {
    for (const [type, [lower = NaN, upper = NaN]] of [['percentile', percentile] as const, ['bca', bca] as const]) {
      const got = intervalOf(counts, { interval: npsBootstrap({ type }) });
      expectLimits(got, lower, upper, `bootstrap-${type}`);
    }
  });

  it('is the mirror image for the mirrored answers', () => {
    const mirrored = { promoters: 3, passives: 6, detractors: 11 };
    for (const type of ['percentile', 'bca'] as const) {
      const [one, other] = [
        intervalOf(small, { interval: npsBootstrap({ type }) }),
        intervalOf(mirrored, { interval: npsBootstrap({ type }) }),
      ];
      expect(one?.lower).toBeCloseTo(-(other?.upper ?? NaN), 9);
      expect(one?.upper).toBeCloseTo(-(other?.lower ?? NaN), 9);
    }
  });

  it.each(['percentile', 'bca'] as const)('is not there for equal answers or none: %s', (type) => {
    const interval = npsBootstrap({ type });
    expect(intervalOf({ promoters: 5, passives: 0, detractors: 0 }, { interval })).toBeNull();
    expect(intervalOf({ promoters: 0, passives: 0, detractors: 0 }, { interval })).toBeNull();
    expect(intervalOf({ promoters: 0, passives: 1, detractors: 0 }, { interval })).toBeNull();
  });

  it('takes millions of answers', () => {
    const interval = intervalOf({ promoters: 5e6, passives: 3e6, detractors: 2e6 }, { interval: npsBootstrap() });
    // Normal: 30 ± 1.96 × 100 sqrt(.61 / 1e7).
    const reach = 1.959963984540054 * 100 * Math.sqrt(0.61 / 1e7);
    expect(interval?.lower).toBeCloseTo(30 - reach, 3);
    expect(interval?.upper).toBeCloseTo(30 + reach, 3);
  });

  it('refuses answers of unequal weight', () => {
    const options = { interval: npsBootstrap(), weight: (score: number) => score };
    expect(thrownBy(() => computeNps([10, 3, 7], options))).toMatchObject({ code: 'CX_INVALID_OPTION' });
    expect(() => computeNps([10, 3, 7], options)).toThrow('npsBootstrap: answers must be without weights, received');
  });

  it.each([
    ['normal', '"normal"'],
    [null, 'null'],
  ])('refuses the type %j', (type, shown) => {
    expect(thrownBy(() => npsBootstrap({ type: type as 'bca' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: `npsBootstrap: option "type" must be "percentile" or "bca", received ${shown}`,
    });
  });
});
