import { describe, expect, it } from 'vitest';
import {
  FIRST_INSTANT,
  LAST_INSTANT,
  requireInstant,
  toEpochMilliseconds,
  toInstant,
  utcText,
} from '../../../src/core/instant.js';

describe('toEpochMilliseconds', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T00:00:01Z', 1000],
    ['1970-01-01T00:00:10Z', 10_000],
    ['1970-01-01T00:01Z', 60_000],
    ['1970-01-01T01:00Z', 3_600_000],
    ['1970-01-02T00:00Z', 86_400_000],
    ['1969-12-31T23:59:59.999Z', -1],
    ['1970-01-01T00:00:00.1Z', 100],
    ['1970-01-01T00:00:00.12Z', 120],
    ['1970-01-01T00:00:00.123Z', 123],
    ['1970-01-01T00:00:00.123999999Z', 123],
    ['1970-01-01T00:00:07.5+00:00', 7500],
    ['1970-01-01T00:00:07.05-00:00', 7050],
    ['1970-01-01T00:00:59.9Z', 59_900],
    ['1970-01-01T00:00:00.123456-01:00', 3_600_123],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T19:00:00-05:00', 0],
    ['1970-01-01T05:45+05:45', 0],
    ['1969-12-31T14:30:00.25-09:30', 250],
    ['1970-01-01T23:59:59+23:59', 59_000],
    ['2026-11-21T09:30:00+01:00', Date.UTC(2026, 10, 21, 8, 30)],
    ['0001-01-01T00:00:00Z', FIRST_INSTANT],
    ['9999-12-31T23:59:59.999Z', LAST_INSTANT],
    [1_795_249_800_000, 1_795_249_800_000],
    [FIRST_INSTANT, FIRST_INSTANT],
    [LAST_INSTANT, LAST_INSTANT],
    [-0, 0],
  ])('reads %j as %i', (instant, milliseconds) => {
    expect(toEpochMilliseconds(instant)).toBe(milliseconds);
  });

  it.each([
    '2026-11-21',
    '2026-11-21T09:30:00',
    '2026-11-21T09:30',
    '2026-11-21 09:30:00Z',
    '2026-11-21t09:30:00Z',
    '2026-11-21T09:30:00z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T09:60:00Z',
    '2026-11-21T09:30:60Z',
    '2026-11-21T09:30:00.Z',
    '2026-11-21T09:30:00.1234567890Z',
    '2026-11-21T09:30:00,5Z',
    '2026-11-21T09:30:00+0100',
    '2026-11-21T09:30:00+01',
    '2026-11-21T09:30:00+24:00',
    '2026-11-21T09:30:00+01:60',
    '2026-11-21T09Z',
    '2026-02-29T09:30:00Z',
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '2026-11-21T09-30:00Z',
    '2026-11-21T09:30-00Z',
    '2026-11-21T09:30:0Z',
    '2026-11-21T09:30:/0Z',
    '2026-11-21T09:30:0:Z',
    '2026-11-21T09:30:00.Z00',
    '2026-11-21T09:30:00.:Z',
    '2026-11-21T09:30:00./Z',
    '2026-11-21T09:30:00.5',
    '2026-11-21T09:30:00.123456789',
    '2026-11-21T09:30:00Z0000',
    '2026-11-21T09:30:00 01:00',
    '2026-11-21T09:30:00+01-00',
    '2026-11-21T09:30:00+01:000',
    '2026-11-21T09:30:00--1:00',
    '2026-11-21T',
    'x2026-11-21T09:30:00Z',
    '2026-11-21T09:30:00Zx',
    '',
    0.5,
    NaN,
    Infinity,
    FIRST_INSTANT - 1,
    LAST_INSTANT + 1,
    null,
    undefined,
    new Date(0),
    new String('2026-11-21T09:30:00Z'),
    10n,
  ])('gives NaN for %s', (instant) => {
    expect(toEpochMilliseconds(instant)).toBeNaN();
  });
});

describe('toInstant', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [7, '1970-01-01T00:00:00.007Z'],
    [40_500, '1970-01-01T00:00:40.500Z'],
    [86_399_000, '1970-01-01T23:59:59Z'],
    [86_400_000, '1970-01-02T00:00:00Z'],
    [Date.UTC(2026, 10, 21, 8, 5, 9), '2026-11-21T08:05:09Z'],
    [FIRST_INSTANT, '0001-01-01T00:00:00Z'],
    [LAST_INSTANT, '9999-12-31T23:59:59.999Z'],
  ])('writes %i as %s', (milliseconds, text) => {
    expect(toInstant(milliseconds)).toBe(text);
  });

  it.each([FIRST_INSTANT - 1, LAST_INSTANT + 1, 0.5, NaN, Infinity])('gives null for %d', (milliseconds) => {
    expect(toInstant(milliseconds)).toBeNull();
  });
});

describe('utcText', () => {
  it.each([
    ['2026-11-21T08:30:00Z', '2026-11-21T08:30:00Z'],
    ['2026-11-21T08:30:00.007Z', '2026-11-21T08:30:00.007Z'],
    ['2026-11-21T08:30Z', '2026-11-21T08:30:00Z'],
    ['2026-11-21T08:30:00.000Z', '2026-11-21T08:30:00Z'],
    ['2026-11-21T08:30:00.5Z', '2026-11-21T08:30:00.500Z'],
    ['2026-11-21T08:30:00.1239Z', '2026-11-21T08:30:00.123Z'],
    ['2026-11-21T09:30+01:00', '2026-11-21T08:30:00Z'],
    ['2026-11-21T09:30:00+01:00', '2026-11-21T08:30:00Z'],
    ['2026-11-21T08:30:00-00:00', '2026-11-21T08:30:00Z'],
    [1_795_249_800_000, '2026-11-21T08:30:00Z'],
  ])('writes %j as %s', (instant, text) => {
    expect(utcText(instant, toEpochMilliseconds(instant))).toBe(text);
  });
});

describe('requireInstant', () => {
  it('gives milliseconds', () => {
    expect(requireInstant('f', 'at', '1970-01-01T00:00:01Z')).toBe(1000);
  });

  it('refuses a time without zone', () => {
    const message =
      'f: "at" must be an instant with its zone such as "2026-11-21T09:30:00Z", or whole milliseconds, received "2026-11-21T09:30:00"';
    const refused = () => requireInstant('f', 'at', '2026-11-21T09:30:00');
    expect(refused).toThrow(expect.objectContaining({ code: 'CX_INVALID_DATE', message }));
    expect(refused).toThrow(TypeError);
  });

  it('refuses a number that is not whole', () => {
    expect(() => requireInstant('f', 'at', 0.5)).toThrow(RangeError);
  });
});
