import { describe, expect, it } from 'vitest';
import { compileDate, compileSamePeriod } from '../../../src/rewards/conditions/dateConditions.js';
import { refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

describe('date-in', () => {
  const condition = (ends: Readonly<Record<string, unknown>>): unknown => ({ op: 'date-in', fact: ['on'], ...ends });
  const both = condition({ from: '2026-01-01', through: '2026-03-31' });

  it.each([
    ['2025-12-31', 'false'],
    ['2026-01-01', 'true'],
    ['2026-03-31', 'true'],
    ['2026-04-01', 'false'],
  ])('includes both ends: %s', (on, truth) => {
    expect(truthOf(both, { on })).toBe(truth);
  });

  it.each([
    [{ from: '2026-01-01' }, '2025-12-31', 'false'],
    [{ from: '2026-01-01' }, '9999-12-31', 'true'],
    [{ through: '2026-01-01' }, '0001-01-01', 'true'],
    [{ through: '2026-01-01' }, '2026-01-02', 'false'],
    [{ from: '2026-01-01', through: '2026-01-01' }, '2026-01-01', 'true'],
  ])('may be open at one end: %o, %s', (ends, on, truth) => {
    expect(truthOf(condition(ends), { on })).toBe(truth);
  });

  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['2026-02-30', 'invalid'],
    ['2026-02-01T00:00:00Z', 'invalid'],
    ['', 'invalid'],
    [20260201, 'wrong-type'],
    [new Date(0), 'wrong-type'],
  ])('leaves %o unknown: %s', (on, reason) => {
    expect(traceOf(both, { on })).toMatchObject({ truth: 'unknown', reason });
  });

  it('tells the ends it was given', () => {
    expect(traceOf(both, { on: '2026-02-01' }).expected).toEqual({ from: '2026-01-01', through: '2026-03-31' });
    expect(traceOf(condition({ from: '2026-01-01' }), {}).expected).toEqual({ from: '2026-01-01' });
    expect(traceOf(condition({ through: '2026-01-01' }), {}).expected).toEqual({ through: '2026-01-01' });
  });

  it.each([
    [{}, '"date-in" must be given "from", "through" or both, received undefined'],
    [{ from: '2026-02-30' }, 'end of "date-in" must be a civil date YYYY-MM-DD, received "2026-02-30"'],
    [{ through: 5 }, 'end of "date-in" must be a civil date YYYY-MM-DD, received 5'],
    [{ from: null }, 'end of "date-in" must be a civil date YYYY-MM-DD, received null'],
    [
      { from: '2026-01-02', through: '2026-01-01' },
      '"through" of "date-in" must be no day before "2026-01-02", received "2026-01-01"',
    ],
  ])('refuses %o', (ends, message) => {
    expect(refusal(condition(ends))).toMatch(`CX_INVALID_RULE: rule "r": ${message}`);
  });
});

describe('same-period', () => {
  const condition = (period: unknown): unknown => ({ op: 'same-period', a: ['a'], b: ['b'], period });

  it.each([
    ['month', '2026-03-01', '2026-03-31', 1, 'true'],
    ['month', '2026-03-31', '2026-04-01', 1, 'false'],
    ['month', '2025-03-31', '2026-03-31', 1, 'false'],
    ['month', '2026-03-31', '2026-04-01', 4, 'false'],
    ['quarter', '2026-01-01', '2026-03-31', 1, 'true'],
    ['quarter', '2026-03-31', '2026-04-01', 1, 'false'],
    ['quarter', '2026-02-28', '2026-03-01', 3, 'false'],
    ['quarter', '2026-03-01', '2026-05-31', 3, 'true'],
    ['year', '2026-01-01', '2026-12-31', 1, 'true'],
    ['year', '2026-12-31', '2027-01-01', 1, 'false'],
    ['year', '2026-12-31', '2027-01-01', 4, 'true'],
    ['year', '2026-03-31', '2026-04-01', 4, 'false'],
  ])('in a %s: %s and %s, fiscal year from month %d, %s', (period, a, b, fiscalYearStart, truth) => {
    expect(truthOf(condition(period), { a, b }, { fiscalYearStart })).toBe(truth);
  });

  it.each([
    [undefined, '2026-01-01', 'missing'],
    ['2026-01-01', undefined, 'missing'],
    ['2026-01-01', '2026-02-30', 'invalid'],
    ['2026-02-30', '2026-01-01', 'invalid'],
    [5, '2026-01-01', 'wrong-type'],
    ['2026-01-01', {}, 'wrong-type'],
  ])('leaves %o and %o unknown: %s', (a, b, reason) => {
    expect(traceOf(condition('month'), { a, b })).toMatchObject({ truth: 'unknown', reason });
  });

  it('shows both dates', () => {
    const { fact, actual, expected } = traceOf(condition('month'), { a: '2026-01-01', b: '2026-02-01' });
    const told = { fact: ['b'], value: '2026-02-01', period: 'month' };
    expect({ fact, actual, expected }).toEqual({ fact: ['a'], actual: '2026-01-01', expected: told });
  });

  it.each(['week', undefined, null, ['month']])('refuses the period %o', (period) => {
    expect(refusal(condition(period))).toMatch(
      'period of "same-period" must be "month", "quarter" or "year", received',
    );
  });

  it('refuses what is no path', () => {
    expect(refusal({ op: 'same-period', a: [], b: ['b'], period: 'month' })).toMatch(
      'a of "same-period" must be a path',
    );
    expect(refusal({ op: 'same-period', a: ['a'], b: [], period: 'month' })).toMatch(
      'b of "same-period" must be a path',
    );
  });
});

it('each operator has its compiler', () => {
  const data = { a: '2026-01-01', b: '2026-01-31' };
  expect(truthBy(compileDate, { op: 'date-in', fact: ['a'], from: '2026-01-01' }, data)).toBe('true');
  expect(truthBy(compileSamePeriod, { op: 'same-period', a: ['a'], b: ['b'], period: 'month' }, data)).toBe('true');
});
