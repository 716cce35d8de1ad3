import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  periodDistance,
  isCivilDate,
  isPeriodKey,
  periodsBetween,
  shiftPeriod,
  toPeriod,
  type PeriodUnit,
} from '../../src/core/period.js';

// The calendar of JavaScript is the independent one here.
const dates = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('8999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const units = fc.constantFrom<PeriodUnit>('month', 'quarter', 'year');
const starts = fc.integer({ min: 1, max: 12 });
const keys = fc
  .tuple(dates, units, starts)
  .map(([date, unit, fiscalYearStart]) => toPeriod(date, { unit, fiscalYearStart }));
const steps = fc.integer({ min: -400, max: 400 });

describe('civil dates', () => {
  it('are the days that the calendar of JavaScript has', () => {
    const part = (maximum: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max: maximum }).map((value) => String(value).padStart(2, '0'));
    const years = fc.integer({ min: 1, max: 9999 }).map((year) => String(year).padStart(4, '0'));
    fc.assert(
      fc.property(years, part(13), part(32), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
        expect(isCivilDate(text)).toBe(exists);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('periods', () => {
  it('have keys that can be read', () => {
    fc.assert(fc.property(keys, (key) => isPeriodKey(key)));
  });

  it('shifted there and back are where they were', () => {
    fc.assert(fc.property(keys, steps, (key, by) => shiftPeriod(shiftPeriod(key, by), -by) === key));
  });

  it('shifted by two distances one after the other are shifted by their sum', () => {
    fc.assert(
      fc.property(keys, steps, steps, (key, a, b) => shiftPeriod(shiftPeriod(key, a), b) === shiftPeriod(key, a + b)),
    );
  });

  it('lie as far apart as they were shifted', () => {
    fc.assert(
      fc.property(keys, steps, (key, by) => {
        expect(periodDistance(shiftPeriod(key, by), key)).toBe(by);
        expect(periodDistance(key, shiftPeriod(key, by))).toBe(0 - by);
      }),
    );
  });

  it('sort by time in code-unit order', () => {
    fc.assert(
      fc.property(dates, dates, units, starts, (a, b, unit, fiscalYearStart) => {
        const [first, second] = [a, b].sort();
        const options = { unit, fiscalYearStart };
        const before = toPeriod(first ?? '', options);
        const after = toPeriod(second ?? '', options);
        expect(before <= after).toBe(true);
        expect(periodDistance(before, after)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('of a fiscal year are the civil ones as many months earlier', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('quarter', 'year'), fc.integer({ min: 2, max: 12 }), (date, unit, start) => {
        const month = shiftPeriod(toPeriod(date, { unit: 'month' }), 1 - start);
        const civil = toPeriod(`${month}-01`, { unit });
        expect(toPeriod(date, { unit, fiscalYearStart: start })).toBe(`FY${civil}`);
      }),
    );
  });

  it('between two are all there, once and in order', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 50 }), (key, by) => {
        const listed = periodsBetween(key, shiftPeriod(key, by));
        expect(listed).toEqual(Array.from({ length: by + 1 }, (_, step) => shiftPeriod(key, step)));
      }),
    );
    expect(periodsBetween('2020-01', '2029-12')).toHaveLength(120);
  });
});
