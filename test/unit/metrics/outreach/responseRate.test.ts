import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../../src/measures/clusterBy.js';
import { computeMeasure } from '../../../../src/measures/computeMeasure.js';
import { computeResponseRate, responseRateMeasure } from '../../../../src/metrics/outreach/responseRate.js';
import { clopperPearson } from '../../../../src/metrics/perception/shareIntervals.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { WAVE, invitation } from './rates.js';

const aside = { test: 1, spam: 1, excluded: 1, invalid: 1 };

describe('computeResponseRate', () => {
  it('is the share of complete answers among those delivered', () => {
    const got = expectSound(computeResponseRate(readOnce(deepFreeze(WAVE))));
    expect(got).toMatchObject({
      definition: {
        id: 'response-rate',
        family: 'proportion',
        statistic: 'share',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: {},
      },
      value: 2 / 7,
      sampleSize: 7,
      effectiveSampleSize: 7,
      degreesOfFreedom: null,
      accounts: null,
      complete: 2,
      partial: 2,
      silent: 3,
      excluded: { ...aside, notEligible: 1, notSent: 3, notDelivered: 2 },
      warnings: [{ code: 'small-sample', observed: 7, recommended: 30 }],
    });
  });

  it.each([
    [{ denominator: 'sent' }, 2 / 9, { notEligible: 1, notSent: 3, notDelivered: 0 }],
    [{ denominator: 'eligible' }, 2 / 12, { notEligible: 1, notSent: 0, notDelivered: 0 }],
    [{ numerator: 'partial-too' }, 4 / 7, { notEligible: 1, notSent: 3, notDelivered: 2 }],
    [{ denominator: 'eligible', numerator: 'partial-too' }, 4 / 12, { notEligible: 1, notSent: 0, notDelivered: 0 }],
  ] as const)('under %j is %d, and says so in its definition', (options, value, excluded) => {
    const got = expectSound(computeResponseRate(WAVE, options));
    expect(got.value).toBe(value);
    expect(got.excluded).toEqual({ ...aside, ...excluded });
    expect(got.definition.parameters).toEqual(options);
  });

  it('leaves what is the default out of the definition', () => {
    const { definition } = computeResponseRate(WAVE, { denominator: 'delivered', numerator: 'complete' });
    expect(definition.parameters).toEqual({});
  });

  it('has Wilson’s interval and the binomial error', () => {
    // 40 of 120, by Wilson’s formula.
    const rows = Array.from({ length: 120 }, (_, at) =>
      invitation({ id: String(at), sentAt: '2026-03-01', ...(at < 40 && { status: 'complete' as const }) }),
    );
    const got = computeResponseRate(rows);
    expect(got.interval).toMatchObject({ method: 'wilson', confidence: 0.95 });
    expect(got.interval?.lower).toBeCloseTo(0.25531740501258443, 12);
    expect(got.interval?.upper).toBeCloseTo(0.4216889837936501, 12);
    expect(got.standardError).toBeCloseTo(Math.sqrt((40 * 80) / 120 ** 3), 14);
    expect(got.warnings).toEqual([]);
  });

  it('takes another confidence, method and population', () => {
    expect(computeResponseRate(WAVE, { confidence: 0.9 }).interval?.confidence).toBe(0.9);
    expect(computeResponseRate(WAVE, { interval: clopperPearson() }).interval?.method).toBe('clopper-pearson');
    expect(computeResponseRate(WAVE, { population: 7 }).interval).toMatchObject({ lower: 2 / 7, upper: 2 / 7 });
  });

  it.each([
    [[], {}],
    [[invitation({ bounced: true })], { notDelivered: 1 }],
    [[invitation({ status: 'test' })], { test: 1 }],
  ])('is unknown, not zero, where nothing was delivered', (rows, excluded) => {
    const got = expectSound(computeResponseRate(rows));
    expect(got).toMatchObject({ value: null, interval: null, standardError: null, sampleSize: 0, excluded });
    expect(got.warnings).toEqual([{ code: 'no-data' }]);
  });

  it('is zero where all were silent', () => {
    expect(computeResponseRate([invitation({ sentAt: '2026-03-01' })])).toMatchObject({ value: 0, silent: 1 });
  });

  it.each([
    [{ denominator: 'opened' }, 'denominator', '"sent", "delivered" or "eligible"', '"opened"'],
    [{ denominator: 'eligible ' }, 'denominator', '"sent", "delivered" or "eligible"', '"eligible "'],
    [{ numerator: 'partial' }, 'numerator', '"complete" or "partial-too"', '"partial"'],
  ])('refuses %j', (options, name, rule, shown) => {
    for (const [where, call] of [
      ['computeResponseRate', () => computeResponseRate(WAVE, options as never)],
      ['responseRateMeasure', () => responseRateMeasure(options as never)],
    ] as const) {
      const message = `${where}: option "${name}" must be ${rule}, received ${shown}`;
      expect(thrownBy(call)).toEqual({ kind: 'TypeError', code: 'CX_INVALID_OPTION', message });
    }
  });

  it('names the function in errors of the interval', () => {
    expect(thrownBy(() => computeResponseRate(WAVE, { confidence: 2 })).message).toContain('computeResponseRate: ');
    expect(thrownBy(() => computeMeasure(WAVE, responseRateMeasure({ confidence: 2 }))).message).toContain(
      'responseRateMeasure: ',
    );
  });
});

describe('responseRateMeasure', () => {
  it('is the everyday form, in pieces', () => {
    const measure = responseRateMeasure({ numerator: 'partial-too' });
    expect(computeMeasure(WAVE, measure)).toEqual(computeResponseRate(WAVE, { numerator: 'partial-too' }));
    expect(computeMeasure(WAVE, measure, { confidence: 0.8 }).interval?.confidence).toBe(0.8);
    expect(measure.defaults).toEqual({ numerator: 'partial-too' });
  });

  it('reduces to the sums of a share', () => {
    const measure = responseRateMeasure();
    const tally = measure.createTally();
    WAVE.forEach((row, index) => measure.addRow(tally, row, index));
    const sums = { scale: 1, count: 7, total: 2, weight: 7, weightedTotal: 2, squaredWeight: 7, weightedSquare: 2 };
    expect(measure.toSums(tally)).toEqual(sums);
  });

  it('can be clustered by account', () => {
    const rows = ['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D', 'E', 'E'].map((accountId, at) =>
      invitation({ accountId, sentAt: '2026-03-01', ...(at < 4 && { status: 'complete' as const }) }),
    );
    const got = expectSound(computeMeasure(rows, clusterBy(responseRateMeasure(), 'accountId')));
    expect(got).toMatchObject({ value: 0.4, accounts: 5, complete: 4, excluded: { missingAccount: 0 } });
    // Colleagues all answer or all do not: ten answers are worth five.
    expect(got.designEffect).toBeGreaterThan(1.5);
  });
});
