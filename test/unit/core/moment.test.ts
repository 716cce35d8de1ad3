import { describe, expect, it } from 'vitest';
import {
  HOUR,
  dayOf,
  elapsed,
  laterText,
  readAsOf,
  readMoment,
  timeOf,
  type Moment,
} from '../../../src/core/moment.js';
import { thrownBy } from '../../tools/soundness.js';

const moment = (text: string): Moment => readMoment(text) as Moment;

describe('readMoment', () => {
  it.each([
    ['1970-01-02', { day: 1, time: null }],
    ['1970-01-02T00:00:00Z', { day: 1, time: 24 * HOUR }],
    // The day is the one written, whatever day it is in UTC.
    ['1970-01-02T00:30+01:00', { day: 1, time: 23.5 * HOUR }],
    ['1970-01-01T23:30:00-02:00', { day: 0, time: 25.5 * HOUR }],
  ])('reads %s', (text, expected) => {
    expect(readMoment(text)).toEqual(expected);
  });

  it.each([
    '2026-02-29',
    '2026-03-01T09:30',
    '2026-03-01T09:30:00',
    '2026-03-01T24:00:00Z',
    '2026-03-01 09:30Z',
    '2026-3-1',
    '',
    'yesterday',
    '2026/06/30',
    '2026.06.30',
    '2026-06/30',
    '2026/06-30',
    '30-06-2026',
    '30/06/2026',
    '2026 06 30',
    '20260630  ',
    '2026-06-3a',
    '２026-06-30',
    '2026-6-030',
    '2026/06/30T09:30:00Z',
    '2026-06/30T09:30:00Z',
    '2026-03-011',
    null,
    undefined,
    0,
    1_772_000_000_000,
  ])('reads %s as nothing', (text) => {
    expect(readMoment(text)).toBeNull();
  });
});

describe('dayOf', () => {
  it.each([
    ['1970-01-02', 1],
    ['1970-01-02T00:30+01:00', 1],
    ['1970-01-01T23:30:00-02:00', 0],
    ['2026-02-29', NaN],
    ['1970-01-02T24:00Z', NaN],
    ['1970-01-02T00:30', NaN],
    ['2026/06/30', NaN],
    ['2026.06.30', NaN],
    ['2026-06/30', NaN],
    ['2026/06-30', NaN],
    ['30-06-2026', NaN],
    ['30/06/2026', NaN],
    ['2026 06 30', NaN],
    ['20260630  ', NaN],
    ['2026-06-3a', NaN],
    ['２026-06-30', NaN],
    ['2026-6-030', NaN],
    ['2026/06/30T09:30:00Z', NaN],
    ['2026-06/30T09:30:00Z', NaN],
    ['1970-01-021', NaN],
    ['', NaN],
    [0, NaN],
    [null, NaN],
    [['1970-01-02'], NaN],
  ])('gives for %j the day %d', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});

describe('elapsed', () => {
  it.each([
    ['2026-03-01T09:00Z', '2026-03-01T10:30Z', 1.5],
    ['2026-03-01T09:00Z', '2026-03-01T09:00+01:00', -1],
    ['2026-03-01', '2026-03-02', 24],
    ['2026-03-01', '2026-03-01T23:59Z', 0],
    ['2026-03-01T23:59Z', '2026-03-01', 0],
    ['2026-03-01T23:59Z', '2026-03-02', 24],
    ['2026-03-02', '2026-03-01T00:00Z', -24],
  ])('counts the hours from %s to %s: %d', (from, to, hours) => {
    expect(elapsed(moment(from), moment(to)) / HOUR + 0).toBe(hours);
  });
});

describe('laterText', () => {
  it.each([
    ['2026-03-01T09:00:00Z', 48, '2026-03-03T09:00:00Z'],
    ['2026-03-01T09:00:00+01:00', 0.5, '2026-03-01T08:30:00Z'],
    ['2026-12-31T23:00:00Z', 1, '2027-01-01T00:00:00Z'],
    ['2028-02-28', 24, '2028-02-29'],
    ['2026-02-28', 47, '2026-03-01'],
    ['2026-02-28', 23, '2026-02-28'],
    ['2026-02-28', 48, '2026-03-02'],
    ['9999-12-31', 48, '9999-12-31'],
    ['9999-12-31T23:00:00Z', 48, '9999-12-31T23:59:59.999Z'],
  ])('%s and %d hours is %s', (text, hours, expected) => {
    expect(laterText(moment(text), hours)).toBe(expected);
  });
});

describe('timeOf', () => {
  it('places a civil date at its start in UTC, an instant where it is', () => {
    expect(timeOf(moment('1970-01-03'))).toBe(48 * HOUR);
    expect(timeOf(moment('1970-01-03T05:00+01:00'))).toBe(52 * HOUR);
  });
});

describe('readAsOf', () => {
  it('reads a moment', () => {
    expect(readAsOf('f', '1970-01-02')).toEqual({ day: 1, time: null });
  });

  it.each([
    ['soon', 'TypeError', '"soon"'],
    [undefined, 'TypeError', 'undefined'],
    [1, 'RangeError', '1'],
  ])('refuses %s', (asOf, kind, shown) => {
    expect(thrownBy(() => readAsOf('f', asOf))).toEqual({
      kind,
      code: 'CX_INVALID_DATE',
      message: `f: option "asOf" must be a civil date or an instant with its zone, received ${shown}`,
    });
  });
});
