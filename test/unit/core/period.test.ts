import { describe, expect, it } from 'vitest';
import {
  periodDistance,
  isCivilDate,
  isPeriodKey,
  periodsBetween,
  shiftPeriod,
  toPeriod,
  type PeriodOptions,
} from '../../../src/core/period.js';

const KEY_RULE = 'must be a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"';

function coded(code: string, message: string): unknown {
  return expect.objectContaining({ code, message });
}

describe('isCivilDate', () => {
  it.each([
    '2026-01-31',
    '2026-02-28',
    '2028-02-29',
    '2000-02-29',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
    '2026-12-31',
    '0001-01-01',
    '9999-12-31',
  ])('accepts the last day %s', (date) => {
    expect(isCivilDate(date)).toBe(true);
  });

  it.each([
    '2026-01-32',
    '2026-02-29',
    '2028-02-30',
    '1900-02-29',
    '2100-02-29',
    '2026-03-32',
    '2026-04-31',
    '2026-05-32',
    '2026-06-31',
    '2026-07-32',
    '2026-08-32',
    '2026-09-31',
    '2026-10-32',
    '2026-11-31',
    '2026-12-32',
    '2026-01-00',
    '2026-00-10',
    '2026-13-10',
    '0000-01-01',
  ])('refuses %s, which does not exist', (date) => {
    expect(isCivilDate(date)).toBe(false);
  });

  it.each([
    '',
    '2026',
    '2026-11',
    '2026-1-1',
    '20261121',
    '2026/11/21',
    '21-11-2026',
    ' 2026-11-21',
    '2026-11-21 ',
    '2026-11-21\n',
    '2026-11-21T00:00:00Z',
    '+002026-11-21',
    '-2026-11-21',
    '２０２６-11-21',
    'x'.repeat(1_000_000),
  ])('refuses the text %.30j', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it.each([null, undefined, 20261121, new Date(0), ['2026-11-21'], { toString: () => '2026-11-21' }])(
    'refuses %s, which is no text',
    (value) => {
      expect(isCivilDate(value)).toBe(false);
    },
  );
});

describe('isPeriodKey', () => {
  it.each(['2026-01', '2026-12', '2026-Q1', '2026-Q4', '2026', '0000', '9999-12', 'FY2026', 'FY2026-Q4'])(
    'accepts %s',
    (key) => {
      expect(isPeriodKey(key)).toBe(true);
    },
  );

  it.each([
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-Q0',
    '2026-Q5',
    '2026-q1',
    '2026Q1',
    'FY2026-11',
    'fy2026',
    'FY26',
    '26',
    '12026',
    '2026-11-21',
    '2026-11\n',
    ' 2026',
    '2026 ',
    '',
    2026,
    null,
    undefined,
    ['2026'],
  ])('refuses %j', (key) => {
    expect(isPeriodKey(key)).toBe(false);
  });
});

describe('toPeriod', () => {
  it.each<[string, PeriodOptions, string]>([
    ['2026-11-21', { unit: 'month' }, '2026-11'],
    ['2026-01-01', { unit: 'month' }, '2026-01'],
    ['2026-01-01', { unit: 'quarter' }, '2026-Q1'],
    ['2026-03-31', { unit: 'quarter' }, '2026-Q1'],
    ['2026-04-01', { unit: 'quarter' }, '2026-Q2'],
    ['2026-06-30', { unit: 'quarter' }, '2026-Q2'],
    ['2026-07-01', { unit: 'quarter' }, '2026-Q3'],
    ['2026-09-30', { unit: 'quarter' }, '2026-Q3'],
    ['2026-10-01', { unit: 'quarter' }, '2026-Q4'],
    ['2026-12-31', { unit: 'quarter' }, '2026-Q4'],
    ['2026-01-01', { unit: 'year' }, '2026'],
    ['2026-12-31', { unit: 'year' }, '2026'],
    ['0001-05-05', { unit: 'year' }, '0001'],
  ])('puts %s by %j in %s', (date, options, key) => {
    expect(toPeriod(date, options)).toBe(key);
  });

  it.each<[string, PeriodOptions, string]>([
    ['2026-04-01', { unit: 'year', fiscalYearStart: 4 }, 'FY2026'],
    ['2026-03-31', { unit: 'year', fiscalYearStart: 4 }, 'FY2025'],
    ['2027-03-31', { unit: 'year', fiscalYearStart: 4 }, 'FY2026'],
    ['2026-04-01', { unit: 'quarter', fiscalYearStart: 4 }, 'FY2026-Q1'],
    ['2026-06-30', { unit: 'quarter', fiscalYearStart: 4 }, 'FY2026-Q1'],
    ['2026-07-01', { unit: 'quarter', fiscalYearStart: 4 }, 'FY2026-Q2'],
    ['2026-12-31', { unit: 'quarter', fiscalYearStart: 4 }, 'FY2026-Q3'],
    ['2027-03-31', { unit: 'quarter', fiscalYearStart: 4 }, 'FY2026-Q4'],
    ['2026-11-30', { unit: 'quarter', fiscalYearStart: 12 }, 'FY2025-Q4'],
    ['2026-12-01', { unit: 'quarter', fiscalYearStart: 12 }, 'FY2026-Q1'],
    ['2026-02-01', { unit: 'quarter', fiscalYearStart: 2 }, 'FY2026-Q1'],
    ['2026-01-31', { unit: 'quarter', fiscalYearStart: 2 }, 'FY2025-Q4'],
    ['0001-01-01', { unit: 'year', fiscalYearStart: 12 }, 'FY0000'],
  ])('names the fiscal period of %s by %j after the year it starts in: %s', (date, options, key) => {
    expect(toPeriod(date, options)).toBe(key);
  });

  it('gives civil keys for a fiscal year that starts in January', () => {
    expect(toPeriod('2026-05-01', { unit: 'quarter', fiscalYearStart: 1 })).toBe('2026-Q2');
    expect(toPeriod('2026-05-01', { unit: 'year', fiscalYearStart: undefined })).toBe('2026');
  });

  it('gives civil months whatever the fiscal year', () => {
    expect(toPeriod('2026-02-01', { unit: 'month', fiscalYearStart: 4 })).toBe('2026-02');
  });

  it.each(['2026-02-29', '2026-11-21T09:30:00Z', '2026-11', ''])('refuses the date %j', (date) => {
    expect(() => toPeriod(date, { unit: 'month' })).toThrow(
      coded('CX_INVALID_DATE', `toPeriod: "date" must be a civil date YYYY-MM-DD that exists, received "${date}"`),
    );
  });

  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [20261121, '20261121'],
    [new Date(0), 'an object'],
  ])('refuses the date %s', (date, shown) => {
    expect(() => toPeriod(date as never, { unit: 'month' })).toThrow(
      coded('CX_INVALID_DATE', `toPeriod: "date" must be a civil date YYYY-MM-DD that exists, received ${shown}`),
    );
  });

  it.each([undefined, null, 'week', 'Month', 'constructor'])('refuses the unit %s', (unit) => {
    const shown = typeof unit === 'string' ? `"${unit}"` : String(unit);
    expect(() => toPeriod('2026-11-21', { unit: unit as never })).toThrow(
      coded('CX_INVALID_OPTION', `toPeriod: option "unit" must be "month", "quarter" or "year", received ${shown}`),
    );
  });

  it.each([0, 13, 1.5, NaN, -1, null])('refuses a fiscal year that starts in month %s', (fiscalYearStart) => {
    const options = { unit: 'year', fiscalYearStart } as PeriodOptions;
    const message = `toPeriod: option "fiscalYearStart" must be a month from 1 to 12, received ${String(fiscalYearStart)}`;
    expect(() => toPeriod('2026-11-21', options)).toThrow(coded('CX_INVALID_OPTION', message));
  });

  it('refuses a month of the fiscal year as text', () => {
    expect(() => toPeriod('2026-11-21', { unit: 'year', fiscalYearStart: '4' as never })).toThrow('received "4"');
  });
});

describe('shiftPeriod', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-01', -12, '2025-01'],
    ['2026-11', 26, '2029-01'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-Q4', 1, '2027-Q1'],
    ['2026-Q2', -4, '2025-Q2'],
    ['2026', 10, '2036'],
    ['FY2026-Q4', 1, 'FY2027-Q1'],
    ['FY2026', -1, 'FY2025'],
    ['2026-Q2', 0, '2026-Q2'],
    ['0000-01', 119_999, '9999-12'],
    ['9999-Q4', -39_999, '0000-Q1'],
    ['0000', 9_999, '9999'],
  ])('shifts %s by %d to %s', (key, by, expected) => {
    expect(shiftPeriod(key, by)).toBe(expected);
  });

  it.each([
    ['0000-01', -1],
    ['9999-12', 1],
    ['0000-Q1', -1],
    ['9999-Q4', 1],
    ['0000', -1],
    ['FY9999', 1],
    ['2026', 0.5],
    ['2026', NaN],
    ['2026', Infinity],
    ['2026', 2 ** 53],
  ])('refuses to shift %s by %d', (key, by) => {
    const message = `shiftPeriod: "by" must be a whole number that stays in the years 0000 to 9999, received ${by}`;
    expect(() => shiftPeriod(key, by)).toThrow(coded('CX_INVALID_OPTION', message));
    expect(() => shiftPeriod(key, by)).toThrow(RangeError);
  });

  it('refuses to shift by text', () => {
    expect(() => shiftPeriod('2026', '1' as never)).toThrow('received "1"');
  });

  it('refuses what is no key', () => {
    expect(() => shiftPeriod('2026-Q5', 1)).toThrow(
      coded('CX_INVALID_DATE', `shiftPeriod: "key" ${KEY_RULE}, received "2026-Q5"`),
    );
  });
});

describe('periodDistance', () => {
  it.each([
    ['2026-Q1', '2025-Q3', 2],
    ['2025-Q3', '2026-Q1', -2],
    ['2026-02', '2025-12', 2],
    ['2026-11', '2026-11', 0],
    ['FY2026', 'FY2024', 2],
    ['FY2026-Q1', 'FY2026-Q4', -3],
  ])('says how far %s lies after %s: %d', (a, b, distance) => {
    expect(periodDistance(a, b)).toBe(distance);
  });

  it.each([
    ['2026-Q1', '2026-01'],
    ['2026-Q1', '2026'],
    ['2026-Q1', 'FY2026-Q1'],
    ['FY2026', '2026'],
    ['2026-01', 'FY2026'],
  ])('refuses %s beside %s', (a, b) => {
    expect(() => periodDistance(a, b)).toThrow(
      coded('CX_INVALID_DATE', `periodDistance: "b" must be a period of the same kind as "${a}", received "${b}"`),
    );
  });

  it('says which key cannot be read', () => {
    expect(() => periodDistance('x', '2026')).toThrow(`periodDistance: "a" ${KEY_RULE}, received "x"`);
    expect(() => periodDistance('2026', 'y')).toThrow(`periodDistance: "b" ${KEY_RULE}, received "y"`);
  });
});

describe('periodsBetween', () => {
  it.each([
    ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-Q3', '2027-Q1', ['2026-Q3', '2026-Q4', '2027-Q1']],
    ['FY2025', 'FY2026', ['FY2025', 'FY2026']],
    ['2026', '2026', ['2026']],
    ['2027', '2026', []],
  ])('lists the periods from %s to %s', (from, to, keys) => {
    expect(periodsBetween(from, to)).toEqual(keys);
  });

  it('refuses two kinds', () => {
    expect(() => periodsBetween('2026-11', '2027')).toThrow(
      coded('CX_INVALID_DATE', 'periodsBetween: "to" must be a period of the same kind as "2026-11", received "2027"'),
    );
  });

  it('says which key cannot be read', () => {
    expect(() => periodsBetween('x', '2026')).toThrow(`periodsBetween: "from" ${KEY_RULE}, received "x"`);
    expect(() => periodsBetween('2026', 'y')).toThrow(`periodsBetween: "to" ${KEY_RULE}, received "y"`);
  });
});
