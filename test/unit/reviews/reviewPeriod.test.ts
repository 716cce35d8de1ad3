import { describe, expect, it } from 'vitest';
import type { PeriodUnit } from '../../../src/core/period.js';
import { lastPeriod, periodBefore, periodDays, requireReviewDay } from '../../../src/reviews/reviewPeriod.js';

describe('lastPeriod', () => {
  it.each<[string, PeriodUnit, number, string, string, string]>([
    ['2026-11-05', 'month', 1, '2026-10', '2026-10-01', '2026-10-31'],
    ['2026-11-29', 'month', 1, '2026-10', '2026-10-01', '2026-10-31'],
    ['2026-11-30', 'month', 1, '2026-11', '2026-11-01', '2026-11-30'],
    ['2026-12-01', 'month', 1, '2026-11', '2026-11-01', '2026-11-30'],
    ['2027-01-01', 'month', 1, '2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02-28', 'month', 1, '2028-01', '2028-01-01', '2028-01-31'],
    ['2028-02-29', 'month', 1, '2028-02', '2028-02-01', '2028-02-29'],
    ['2026-02-28', 'month', 1, '2026-02', '2026-02-01', '2026-02-28'],
    ['2026-11-05', 'month', 4, '2026-10', '2026-10-01', '2026-10-31'],
    ['2026-09-29', 'quarter', 1, '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-09-30', 'quarter', 1, '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-12-31', 'quarter', 1, '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-11-05', 'quarter', 4, 'FY2026-Q2', '2026-07-01', '2026-09-30'],
    ['2027-03-31', 'quarter', 4, 'FY2026-Q4', '2027-01-01', '2027-03-31'],
    ['2027-04-29', 'quarter', 2, 'FY2026-Q4', '2026-11-01', '2027-01-31'],
    ['2028-02-29', 'quarter', 12, 'FY2027-Q1', '2027-12-01', '2028-02-29'],
    ['2026-12-31', 'year', 1, '2026', '2026-01-01', '2026-12-31'],
    ['2026-12-30', 'year', 1, '2025', '2025-01-01', '2025-12-31'],
    ['2027-03-31', 'year', 4, 'FY2026', '2026-04-01', '2027-03-31'],
  ])('on %s gives the %s of a year that starts in month %i', (asOf, unit, start, key, from, through) => {
    expect(lastPeriod(asOf, unit, start)).toEqual({ key, from, through });
  });
});

describe('periodBefore', () => {
  it.each<[string, PeriodUnit, number, number, string, string, string]>([
    ['2026-01', 'month', 1, 1, '2025-12', '2025-12-01', '2025-12-31'],
    ['2029-02', 'month', 1, 12, '2028-02', '2028-02-01', '2028-02-29'],
    ['FY2026-Q1', 'quarter', 4, 1, 'FY2025-Q4', '2026-01-01', '2026-03-31'],
    ['2026-Q3', 'quarter', 1, 4, '2025-Q3', '2025-07-01', '2025-09-30'],
    ['FY2026', 'year', 7, 1, 'FY2025', '2025-07-01', '2026-06-30'],
  ])('of %s', (key, unit, start, by, expected, from, through) => {
    const period = periodDays(key, unit, start);
    expect(periodBefore(period, by, unit, start)).toEqual({ key: expected, from, through });
  });
});

describe('requireReviewDay', () => {
  it.each(['2026-02-29', '2026-11-05T09:00:00Z', '', null, undefined, 20261105, '0003-12-31', '9999-01-01'])(
    'refuses %j',
    (asOf) => {
      expect(() => requireReviewDay('f', asOf)).toThrow(/^f: option "asOf" must be a civil date YYYY-MM-DD/);
    },
  );

  it.each(['0004-01-01', '9998-12-31'])('takes %s', (asOf) => {
    expect(Number.isInteger(requireReviewDay('f', asOf))).toBe(true);
  });
});
