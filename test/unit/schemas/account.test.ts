import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/core/records.js';
import { accountSchema, readRecord } from '../../../src/schemas/index.js';

const FULL: Required<Account> = {
  id: 'a1',
  name: 'Dupont SA',
  sector: 'building trade',
  size: '50-249',
  country: 'FR',
  zone: 'north',
  distributor: 'd1',
  customerSince: '2019-05-01',
  revenue: { minorUnits: 125_000_00, currency: 'EUR' },
  segments: { range: 'premium' },
};

function issuesOf(changes: object): unknown {
  const read = readRecord(accountSchema, { id: 'a1', ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code, message }) => [path.join('.'), code, message]);
}

describe('accountSchema', () => {
  it.each([{ id: 'a1' }, FULL])('accepts %j', (record) => {
    expect(readRecord(accountSchema, record)).toEqual({ success: true, record });
  });

  it.each([0, -125_000, 2 ** 53 - 1])('accepts a revenue of %d minor units', (minorUnits) => {
    expect(issuesOf({ revenue: { minorUnits, currency: 'EUR' } })).toBe('accepted');
  });

  it.each<[object, string, string, string]>([
    [{ id: undefined }, 'id', 'missing', 'must be text, received nothing'],
    [{ name: '' }, 'name', 'too-small', 'must be text of at least 1 character, received ""'],
    [
      { country: 'fr' },
      'country',
      'wrong-format',
      'must be a country code of two capital letters such as "FR", received "fr"',
    ],
    [
      { country: 'FRA' },
      'country',
      'wrong-format',
      'must be a country code of two capital letters such as "FR", received "FRA"',
    ],
    [
      { country: 'FR\n' },
      'country',
      'wrong-format',
      'must be a country code of two capital letters such as "FR", received "FR\\n"',
    ],
    [
      { customerSince: '2026-02-29' },
      'customerSince',
      'wrong-format',
      'must be a civil date YYYY-MM-DD that exists, received "2026-02-29"',
    ],
    [
      { customerSince: '2026-02-28T00:00:00Z' },
      'customerSince',
      'wrong-format',
      'must be a civil date YYYY-MM-DD that exists, received "2026-02-28T00:00:00Z"',
    ],
    [{ revenue: 1250 }, 'revenue', 'wrong-type', 'must be an object, received 1250'],
    [
      { revenue: { minorUnits: 1, currency: 'eur' } },
      'revenue.currency',
      'wrong-format',
      'must be a currency code of three capital letters such as "EUR", received "eur"',
    ],
    [
      { revenue: { minorUnits: 1, currency: 'EURO' } },
      'revenue.currency',
      'wrong-format',
      'must be a currency code of three capital letters such as "EUR", received "EURO"',
    ],
    [
      { revenue: { minorUnits: 12.5, currency: 'EUR' } },
      'revenue.minorUnits',
      'wrong-type',
      'must be a whole number that a double holds exactly, received 12.5',
    ],
    [
      { revenue: { minorUnits: 2 ** 53, currency: 'EUR' } },
      'revenue.minorUnits',
      'too-large',
      'must be a whole number that a double holds exactly, received 9007199254740992',
    ],
    [
      { revenue: { minorUnits: -(2 ** 53), currency: 'EUR' } },
      'revenue.minorUnits',
      'too-small',
      'must be a whole number that a double holds exactly, received -9007199254740992',
    ],
    [
      { revenue: { currency: 'EUR' } },
      'revenue.minorUnits',
      'missing',
      'must be a whole number that a double holds exactly, received nothing',
    ],
    [
      { revenue: { minorUnits: 1, currency: 'EUR', vat: 0 } },
      'revenue',
      'unknown-field',
      'must have known fields only, received "vat"',
    ],
    [{ segments: { range: null } }, 'segments.range', 'wrong-type', 'must be text, received null'],
  ])('refuses %j at %s', (changes, path, code, message) => {
    expect(issuesOf(changes)).toEqual([[path, code, `${path} ${message}`]]);
  });

  it('refuses unknown fields', () => {
    expect(issuesOf({ turnover: 1 })).toEqual([
      ['', 'unknown-field', 'record must have known fields only, received "turnover"'],
    ]);
  });
});
