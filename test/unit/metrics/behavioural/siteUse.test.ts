import { describe, expect, it } from 'vitest';
import { findMetric } from '../../../../src/metrics/catalogue/catalogue.js';
import { checkCarts, type Cart } from '../../../../src/metrics/behavioural/cart.js';
import { cartAbandonmentMeasure, computeCartAbandonment } from '../../../../src/metrics/behavioural/cartAbandonment.js';
import { computeConversion, conversionMeasure } from '../../../../src/metrics/behavioural/conversion.js';
import { toConversionUnits } from '../../../../src/metrics/behavioural/conversionUnits.js';
import { computeMediaDownloads, mediaDownloadsMeasure } from '../../../../src/metrics/behavioural/mediaDownloads.js';
import { computeSheetViews, sheetViewsMeasure } from '../../../../src/metrics/behavioural/sheetViews.js';
import { computeTimeOnSite, timeOnSiteMeasure } from '../../../../src/metrics/behavioural/timeOnSite.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

describe('computeSheetViews and computeMediaDownloads', () => {
  const rows = [
    { count: 5, active: true },
    { count: 1, active: true },
    { count: 9, active: false },
    { count: null, active: true },
    { count: 1, active: null },
    { count: -1, active: true },
    { count: 1.5, active: true },
    { count: 1, active: 'yes' as never },
  ];

  it('counts per active account, with Garwood’s interval', () => {
    const result = expectSound(computeSheetViews(deepFreeze(rows), { views: 'count', active: 'active' }));
    expect(result).toMatchObject({ value: 3, views: 6, activeAccounts: 2, sampleSize: 2 });
    expect(result.excluded).toEqual({ missing: 2, invalid: 3, inactive: 1 });
    // Poisson limits of 6 events, from the tables: 2.2019 and 13.0595.
    expect(result.interval?.lower).toBeCloseTo(2.2019 / 2, 4);
    expect(result.interval?.upper).toBeCloseTo(13.0595 / 2, 4);
    expect(result.definition.parameters).toEqual({});
    const downloads = computeMediaDownloads(rows, { downloads: 'count', active: 'active', period: 'month' });
    expect(downloads).toMatchObject({ value: 3, downloads: 6, activeAccounts: 2 });
    expect(downloads.definition.parameters).toEqual({ period: 'month' });
  });

  it('takes every account for active unless told', () => {
    expect(computeMediaDownloads([{ n: 4 }, { n: 0 }], { downloads: 'n' }).value).toBe(2);
    expect(computeSheetViews([{ n: 4 }, { n: 0 }], { views: 'n' }).value).toBe(2);
  });

  it('refuses a period that is no text, and a population', () => {
    expect(thrownBy(() => computeSheetViews([], { views: () => 1, period: 12 as never })).message).toMatch(
      /computeSheetViews: option "period" must be a text/,
    );
    const measure = mediaDownloadsMeasure({ downloads: () => 1 });
    expect(thrownBy(() => measure.toResult(measure.createTally(), { population: 9 })).message).toMatch(/"population"/);
  });
});

describe('toConversionUnits', () => {
  it('gathers sessions: one conversion suffices, and a doubt stays a doubt', () => {
    const sessions = [
      { who: 'b', done: null },
      { who: 'b', done: false },
      { who: 'a', done: false },
      { who: 'c', done: null },
      { who: 'c', done: true },
      { who: null, done: true },
      { who: 7, done: false },
    ];
    expect(
      expectSound(toConversionUnits(readOnce(deepFreeze(sessions)), { unitId: 'who', converted: 'done' })),
    ).toEqual([
      { unitId: '7', sessions: 1, converted: false },
      { unitId: 'a', sessions: 1, converted: false },
      { unitId: 'b', sessions: 2, converted: null },
      { unitId: 'c', sessions: 2, converted: true },
      { unitId: null, sessions: 1, converted: null },
    ]);
  });

  it('refuses an id of another kind', () => {
    const call = (): unknown => toConversionUnits([1, 1.5], { unitId: (row) => row, converted: () => true });
    expect(thrownBy(call)).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'toConversionUnits: account at row 1 must be text, a whole number or missing, received 1.5',
    });
  });
});

describe('computeConversion', () => {
  it('is the share of the declared unit', () => {
    const rows = [
      { done: true },
      { done: false },
      { done: false },
      { done: false },
      { done: null },
      { done: 1 as never },
    ];
    const result = expectSound(computeConversion(rows, { unit: 'account', converted: 'done' }));
    expect(result).toMatchObject({ value: 0.25, converted: 1, unconverted: 3, excluded: { missing: 1, invalid: 1 } });
    expect(result.definition.parameters).toEqual({ unit: 'account' });
  });

  it('has no default unit', () => {
    expect(thrownBy(() => conversionMeasure({ unit: undefined as never, converted: () => true }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'conversionMeasure: option "unit" must be "session", "user" or "account", received undefined',
    });
  });
});

describe('computeTimeOnSite', () => {
  it('is total over users, in seconds, and neither good nor bad', () => {
    const days = [
      { seconds: 3600, users: 30 },
      { seconds: 1200, users: 10 },
      { seconds: 6000, users: 20 },
      { seconds: -1, users: 1 },
      { seconds: null, users: 1 },
    ];
    const result = expectSound(computeTimeOnSite(days, { seconds: 'seconds', users: 'users' }));
    expect(result).toMatchObject({ value: 180, seconds: 10800, users: 60, excluded: { missing: 1, invalid: 1 } });
    // √(n/(n-1) Σ(y - Rx)²) / Σx = √(1.5 (1800² + 600² + 2400²)) / 60
    expect(result.standardError).toBeCloseTo(Math.sqrt(1.5 * (1800 ** 2 + 600 ** 2 + 2400 ** 2)) / 60, 9);
    expect(result.definition).toMatchObject({ unit: 'seconds', direction: 'contextual' });
    expect(computeTimeOnSite([{ s: 90 }, { s: 30 }], { seconds: 's' })).toMatchObject({ value: 60, users: 2 });
  });

  it('is unknown without users', () => {
    const { value, warnings } = computeTimeOnSite([{ s: 90, u: 0 }], { seconds: 's', users: 'u' });
    expect(value).toBeNull();
    expect(warnings).toContainEqual({ code: 'zero-denominator' });
  });
});

describe('computeCartAbandonment', () => {
  const cart = (fields: Partial<Cart>): Cart => ({ id: 'c', createdAt: '2026-03-02', ...fields });
  const RULES = { windowDays: 14, asOf: '2026-03-31' } as const;
  const impossible = [
    [{ createdAt: 'soon' }, 'unreadable-time', 'createdAt', 'soon'],
    [{ orderedAt: 'soon' }, 'unreadable-time', 'orderedAt', 'soon'],
    [{ offlineOrderedAt: 'soon' }, 'unreadable-time', 'offlineOrderedAt', 'soon'],
    [{ orderedAt: '2026-03-01' }, 'ordered-before-created', 'orderedAt', '2026-03-01'],
    [{ offlineOrderedAt: '2026-03-01' }, 'ordered-before-created', 'offlineOrderedAt', '2026-03-01'],
  ] as const;

  it.each([
    [{}, 'abandoned'],
    [{ orderedAt: '2026-03-02' }, 'online'],
    [{ orderedAt: '2026-03-16' }, 'online'],
    [{ orderedAt: '2026-03-17' }, 'abandoned'],
    [{ offlineOrderedAt: '2026-03-16' }, 'offline'],
    [{ offlineOrderedAt: '2026-03-17' }, 'abandoned'],
    [{ orderedAt: '2026-03-10', offlineOrderedAt: '2026-03-03' }, 'online'],
    [{ orderedAt: '2026-03-17', offlineOrderedAt: '2026-03-16' }, 'offline'],
    [{ createdAt: '2026-03-02T10:00:00Z', orderedAt: '2026-03-16T10:00:00Z' }, 'online'],
    [{ createdAt: '2026-03-02T10:00:00Z', orderedAt: '2026-03-16T10:00:01Z' }, 'abandoned'],
  ] as const)('%o is %s', (fields, outcome) => {
    expect(computeCartAbandonment([cart(fields)], RULES)[outcome]).toBe(1);
  });

  it('judges no cart before its days are over, whatever became of it', () => {
    const young = cart({ createdAt: '2026-03-18', orderedAt: '2026-03-18' });
    const old = cart({ createdAt: '2026-03-17' });
    const result = expectSound(computeCartAbandonment([young, old, cart({ orderedAt: '2026-03-03' })], RULES));
    expect(result).toMatchObject({ value: 0.5, abandoned: 1, online: 1, offline: 0 });
    expect(result.excluded).toEqual({ invalid: 0, notMature: 1 });
    expect(result.definition).toMatchObject({ direction: 'lower-is-better', parameters: { windowDays: 14 } });
  });

  it.each(impossible)('leaves %o out and names it', (fields, code, field, value) => {
    expect(computeCartAbandonment([cart(fields)], RULES).excluded).toEqual({ invalid: 1, notMature: 0 });
    expect(checkCarts([cart({}), cart(fields)])).toEqual([{ code, index: 1, id: 'c', field, value }]);
  });

  it('refuses a window of no days, and no moment', () => {
    expect(thrownBy(() => cartAbandonmentMeasure({ ...RULES, windowDays: 0 })).message).toMatch(/"windowDays"/);
    expect(thrownBy(() => computeCartAbandonment([], { ...RULES, asOf: '' })).code).toBe('CX_INVALID_DATE');
  });
});

it('agrees with the catalogue', () => {
  const measures = [
    sheetViewsMeasure({ views: () => 1 }),
    mediaDownloadsMeasure({ downloads: () => 1 }),
    conversionMeasure({ unit: 'user', converted: () => true }),
    timeOnSiteMeasure({ seconds: () => 1 }),
    cartAbandonmentMeasure({ windowDays: 1, asOf: '2026-03-31' }),
  ];
  for (const { definition } of measures) {
    const { id, family, statistic, unit, direction, range } = definition;
    expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
  }
});
