import { describe, expect, it } from 'vitest';
import { toCohorts, type CohortCustomer } from '../../../src/metrics/business/cohorts.js';
import {
  checkCohorts,
  computeRepurchaseRate,
  repurchaseRateMeasure,
} from '../../../src/metrics/business/repurchaseRate.js';

interface Order {
  readonly account: string | null;
  readonly at: string | null;
}
const order = (account: string | null, at: string | null): Order => ({ account, at });
const fields = { account: 'account', at: 'at', asOf: '2026-06-30', unit: 'month' } as const;

describe('toCohorts', () => {
  it('puts each customer where the first order lies', () => {
    const orders = [
      order('b', '2026-03-05'),
      order('a', '2026-02-10'),
      order('a', '2026-01-31'),
      order('a', '2026-01-31'),
      order('a', '2026-05-01'),
    ];
    expect(toCohorts(orders, fields)).toEqual([
      { account: 'a', cohort: '2026-01', firstOrder: '2026-01-31', daysToNext: 10, daysObserved: 150 },
      { account: 'b', cohort: '2026-03', firstOrder: '2026-03-05', daysToNext: null, daysObserved: 117 },
    ]);
  });

  it.each([
    ['quarter', undefined, '2026-Q1'],
    ['year', undefined, '2026'],
    ['quarter', 4, 'FY2025-Q4'],
  ] as const)('names cohorts by %s (fiscal year from month %s)', (unit, fiscalYearStart, cohort) => {
    expect(toCohorts([order('a', '2026-01-31')], { ...fields, unit, fiscalYearStart })).toMatchObject([{ cohort }]);
  });

  it('looks at the day of observation and not beyond', () => {
    const orders = [order('a', '2026-06-29'), order('a', '2026-06-30'), order('b', '2026-07-01')];
    expect(toCohorts(orders, fields)).toMatchObject([{ account: 'a', daysToNext: 1, daysObserved: 1 }]);
    expect(toCohorts([order('a', '2026-06-30'), order('a', '2026-07-01')], fields)).toMatchObject([
      { daysToNext: null, daysObserved: 0 },
    ]);
  });

  it('leaves out orders without account or civil date', () => {
    const wrong = [order(null, '2026-01-01'), order('a', null), order('a', '2026-02-30')];
    expect(toCohorts(wrong, fields)).toEqual([]);
  });

  it('refuses wrong options, without orders too', () => {
    expect(() => toCohorts<Order>([], { ...fields, asOf: 'today' })).toThrow(
      'toCohorts: option "asOf" must be a civil date YYYY-MM-DD that exists, received "today"',
    );
    expect(() => toCohorts<Order>([], { ...fields, unit: 'week' as 'month' })).toThrow('option "unit"');
    expect(() => toCohorts<Order>([], { ...fields, fiscalYearStart: 13 })).toThrow('option "fiscalYearStart"');
  });
});

const customer = (daysToNext: number | null, daysObserved: number): CohortCustomer => {
  return { account: 'a', cohort: '2026-01', firstOrder: '2026-01-01', daysToNext, daysObserved };
};

describe('computeRepurchaseRate', () => {
  it.each([
    ['repurchased', customer(60, 60)],
    ['repurchased', customer(1, 90)],
    ['notRepurchased', customer(61, 90)],
    ['notRepurchased', customer(null, 60)],
  ] as const)('counts as %s %j', (outcome, row) => {
    const result = computeRepurchaseRate([row], { windowDays: 60 });
    expect(result).toMatchObject({ [outcome]: 1, sampleSize: 1, value: outcome === 'repurchased' ? 1 : 0 });
  });

  it('waits until the window has closed, for those who have ordered again too', () => {
    const result = computeRepurchaseRate([customer(10, 59), customer(null, 59), customer(10, 60)], { windowDays: 60 });
    expect(result).toMatchObject({ value: 1, repurchased: 1, excluded: { immature: 2, missing: 0, invalid: 0 } });
  });

  it('leaves out exactly what checkCohorts names', () => {
    const wrong = [
      customer(undefined as unknown as null, 90),
      customer(10, null as unknown as number),
      customer(91, 90),
      customer(0, 90),
      customer(1.5, 90),
      customer(null, -1),
      customer(null, 2.5),
    ];
    const { excluded, sampleSize } = computeRepurchaseRate([customer(10, 90), ...wrong], { windowDays: 60 });
    expect({ excluded, sampleSize }).toEqual({ excluded: { immature: 0, missing: 2, invalid: 5 }, sampleSize: 1 });
    expect(checkCohorts([customer(90, 90), ...wrong]).map(({ code, index, field }) => [code, index, field])).toEqual([
      ['missing-value', 1, 'daysToNext'],
      ['missing-value', 2, 'daysObserved'],
      ['order-after-observation', 3, 'daysToNext'],
      ['invalid-days', 4, 'daysToNext'],
      ['invalid-days', 5, 'daysToNext'],
      ['invalid-days', 6, 'daysObserved'],
      ['invalid-days', 7, 'daysObserved'],
    ]);
  });

  it('has the window in its definition', () => {
    expect(repurchaseRateMeasure({ windowDays: 90 }).definition).toEqual({
      id: 'repurchase-rate',
      family: 'proportion',
      statistic: 'share',
      unit: 'share',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 1 },
      parameters: { windowDays: 90 },
    });
  });

  it.each([0, -1, 1.5, NaN])('refuses a window of %d days', (windowDays) => {
    const rule = 'option "windowDays" must be a whole number from 1';
    expect(() => computeRepurchaseRate([], { windowDays })).toThrow(`computeRepurchaseRate: ${rule}`);
    expect(() => repurchaseRateMeasure({ windowDays })).toThrow(`repurchaseRateMeasure: ${rule}`);
  });

  it('takes a window of a day', () => {
    expect(computeRepurchaseRate([customer(1, 1)], { windowDays: 1 }).value).toBe(1);
  });
});
