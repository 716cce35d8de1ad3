import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../../../src/core/result.js';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../../src/measures/defineMean.js';
import { computeResponseRate } from '../../../../src/metrics/outreach/responseRate.js';
import { silenceBounds } from '../../../../src/metrics/outreach/silenceBounds.js';
import { computeCes } from '../../../../src/metrics/perception/ces.js';
import { computeCsat } from '../../../../src/metrics/perception/csat.js';
import { computeNps } from '../../../../src/metrics/perception/nps.js';
import { npsSilence } from '../../../../src/metrics/perception/npsSilence.js';
import { deepFreeze, expectSound, thrownBy } from '../../../tools/soundness.js';

const csat = computeCsat({ counts: { satisfied: 72, unsatisfied: 23 } });

describe('silenceBounds', () => {
  it('bounds the score of 95 answers of 180 whose net is 29', () => {
    const nps = computeNps({ counts: { promoters: 48, passives: 28, detractors: 19 } });
    const got = expectSound(silenceBounds(deepFreeze(nps), { population: 180 }));
    expect(got.lower / 100).toBeCloseTo(-0.3111111111, 10);
    expect(got.upper / 100).toBeCloseTo(0.6333333333, 10);
    expect(got).toMatchObject({ silent: 85, answered: 95 / 180 });
  });

  it('agrees with the bounds from the counts of a Net Promoter Score', () => {
    for (const [promoters, passives, detractors, population] of [
      [1, 2, 3, 6],
      [0, 0, 7, 50],
      [9, 0, 0, 10],
      [0, 0, 0, 4],
    ] as const) {
      const nps = computeNps({ counts: { promoters, passives, detractors } });
      const got = silenceBounds(nps, { population });
      const exact = npsSilence(nps, population);
      expect(got.lower).toBeCloseTo(exact.lower, 12);
      expect(got.upper).toBeCloseTo(exact.upper, 12);
      expect([got.silent, got.answered]).toEqual([exact.silent, exact.answered]);
    }
  });

  it('bounds a share by nobody and everybody', () => {
    const got = silenceBounds(csat, { population: 180 });
    expect(got.lower).toBeCloseTo(72 / 180, 14);
    expect(got.upper).toBeCloseTo((72 + 85) / 180, 14);
  });

  it('bounds a mean by the ends of its scale', () => {
    // Three answers of 7, 6 and 5, two silent: (18 + 2) / 5 and (18 + 14) / 5.
    const got = silenceBounds(computeCes([7, 6, 5]), { population: 5 });
    expect(got.lower).toBeCloseTo(4, 14);
    expect(got.upper).toBeCloseTo(6.4, 14);
  });

  it('is the value when nobody was silent, and never past the range', () => {
    expect(silenceBounds(csat, { population: 95 })).toEqual({
      lower: 72 / 95,
      upper: 72 / 95,
      silent: 0,
      answered: 1,
    });
    for (let n = 1; n < 60; n++) {
      const all = computeCsat({ counts: { satisfied: n, unsatisfied: 0 } });
      const { lower, upper } = silenceBounds(all, { population: n + 3 });
      expect(upper).toBe(1);
      expect(lower).toBeCloseTo(n / (n + 3), 14);
    }
  });

  it('is the whole range when nobody answered', () => {
    expect(expectSound(silenceBounds(computeCes([]), { population: 7 }))).toEqual({
      lower: 1,
      upper: 7,
      silent: 7,
      answered: 0,
    });
  });

  it('has no -0', () => {
    expectSound(silenceBounds(computeNps([0]), { population: 2 }));
    expectSound(silenceBounds(computeNps([10, 0]), { population: 2 }));
  });

  it.each([
    [94, 'RangeError', 'CX_POPULATION_TOO_SMALL', '94'],
    [95.5, 'RangeError', 'CX_INVALID_OPTION', '95.5'],
    [NaN, 'RangeError', 'CX_INVALID_OPTION', 'NaN'],
    ['180', 'TypeError', 'CX_INVALID_OPTION', '"180"'],
  ])('refuses the population %s', (population, kind, code, shown) => {
    expect(thrownBy(() => silenceBounds(csat, { population: population as number }))).toEqual({
      kind,
      code,
      message: `silenceBounds: option "population" must be a whole number, at least the sample size 95, received ${shown}`,
    });
  });

  it('wants a population, and one of somebody', () => {
    expect(thrownBy(() => silenceBounds(csat, {} as never)).message).toBe(
      'silenceBounds: option "population" must be given, received undefined',
    );
    expect(thrownBy(() => silenceBounds(computeCsat([]), { population: 0 })).code).toBe('CX_POPULATION_TOO_SMALL');
  });

  it.each(['ratio', 'rate', 'quantile', 'total'] as const)('refuses a %s', (statistic) => {
    const result: MetricResult = { ...csat, definition: { ...csat.definition, statistic } };
    expect(thrownBy(() => silenceBounds(result, { population: 180 }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: `silenceBounds: statistic must be "share", "net" or "mean", received "${statistic}"`,
    });
  });

  it('refuses a mean without a range', () => {
    const mean = computeMeasure([1, 2], defineMean({ id: 'days', value: (row: number) => row }));
    expect(thrownBy(() => silenceBounds(mean, { population: 5 }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_DEFINITION',
      message: 'silenceBounds: range must be known, received null',
    });
  });

  it('takes any share', () => {
    const rate = computeResponseRate([{ id: 'i', contactId: 'c', sentAt: '2026-03-01' }]);
    expect(silenceBounds(rate, { population: 4 })).toEqual({ lower: 0, upper: 0.75, silent: 3, answered: 0.25 });
  });
});
