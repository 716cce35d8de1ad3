import { describe, expect, it } from 'vitest';
import type { Money } from '../../../../src/core/records.js';
import { computeMeasure, tallyRows } from '../../../../src/measures/computeMeasure.js';
import { readTally, storeTally } from '../../../../src/measures/storedTally.js';
import { computeRevenueCoverage, revenueCoverageMeasure } from '../../../../src/metrics/outreach/revenueCoverage.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';

interface Row {
  readonly id: string | number | null;
  readonly revenue: Money | null;
  readonly heard: boolean | null;
}
const row = (id: Row['id'], minorUnits: number | null, heard: boolean | null, currency = 'EUR'): Row => {
  return { id, revenue: minorUnits === null ? null : { minorUnits, currency }, heard };
};
const FIELDS = { account: 'id', revenue: 'revenue', answered: 'heard', currency: 'EUR' } as const;
const eur = (minorUnits: number): Money => ({ minorUnits, currency: 'EUR' });

describe('computeRevenueCoverage', () => {
  const rows = [row('B', 300, false), row('A', 600, true), row('C', 100, true), row('D', 300, false)];

  it('is the share of revenue whose accounts answered, counted', () => {
    const got = expectSound(computeRevenueCoverage(readOnce(deepFreeze(rows)), FIELDS));
    expect(got).toEqual({
      definition: {
        id: 'revenue-coverage',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters: { currency: 'EUR' },
      },
      value: 700 / 1300,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      sampleSize: 4,
      // (1300)² / (600² + 300² + 300² + 100²)
      effectiveSampleSize: 1690000 / 550000,
      accounts: 4,
      excluded: {
        missing: 0,
        missingRevenue: 0,
        invalidRevenue: 0,
        otherCurrency: 0,
        missingAccount: 0,
        noRevenue: 0,
      },
      warnings: [],
      revenue: eur(1300),
      answeredRevenue: eur(700),
      silentRevenue: eur(600),
      silentAccounts: [
        { account: 'B', revenue: eur(300) },
        { account: 'D', revenue: eur(300) },
      ],
      shortfall: null,
    });
  });

  it('lists the silent accounts by revenue, then in code-unit order', () => {
    const silent = [row('b', 1, false), row('10', 5, false), row('9', 5, false), row('a', 7, false)];
    const { silentAccounts } = computeRevenueCoverage(silent, FIELDS);
    expect(silentAccounts.map(({ account }) => account)).toEqual(['a', '10', '9', 'b']);
  });

  it('adds the rows of one account up; one answer is enough', () => {
    const got = computeRevenueCoverage([row('A', 100, false), row('A', 50, true), row('B', 50, false)], FIELDS);
    expect(got).toMatchObject({ value: 0.75, accounts: 2, answeredRevenue: eur(150), silentRevenue: eur(50) });
    expect(computeRevenueCoverage([row(1, 100, true), row('1', 50, false)], FIELDS).accounts).toBe(1);
  });

  it.each([
    ['missing', row('X', 9, null)],
    ['missingRevenue', row('X', null, true)],
    ['invalidRevenue', row('X', 0.5, true)],
    ['invalidRevenue', { id: 'X', revenue: 9 as never, heard: true }],
    ['invalidRevenue', { id: 'X', revenue: { minorUnits: 9 } as never, heard: true }],
    ['otherCurrency', row('X', 9, true, 'USD')],
    ['missingAccount', row(null, 9, true)],
    ['missingAccount', row('', 9, false)],
    ['noRevenue', row('X', 0, true)],
    ['noRevenue', row('X', -9, false)],
  ])('leaves out and counts as %s %j', (reason, odd) => {
    const got = expectSound(computeRevenueCoverage([...rows, odd], FIELDS));
    expect(got).toMatchObject({ value: 700 / 1300, accounts: 4, revenue: eur(1300) });
    const none = {
      missing: 0,
      missingRevenue: 0,
      invalidRevenue: 0,
      otherCurrency: 0,
      missingAccount: 0,
      noRevenue: 0,
    };
    expect(got.excluded).toEqual({ ...none, [reason]: 1 });
  });

  it('leaves out an account whose credit notes outweigh its invoices, and keeps one whose do not', () => {
    expect(computeRevenueCoverage([row('A', 5, true), row('A', -6, true)], FIELDS)).toMatchObject({
      value: null,
      excluded: { noRevenue: 1 },
    });
    expect(computeRevenueCoverage([row('A', 5, true), row('A', -4, true)], FIELDS).revenue).toEqual(eur(1));
  });

  it('counts a row without an account by its own fault first', () => {
    const got = computeRevenueCoverage([row(null, null, true), row(null, 5, null)], FIELDS);
    expect(got.excluded).toMatchObject({ missingRevenue: 1, missing: 1, missingAccount: 0 });
  });

  it.each([
    [0.8, 340],
    [0.5, 0],
    [700 / 1300, 0],
    [0.539, 1],
    [0, 0],
    [1, 600],
  ])('lacks for the target %d: %i', (target, shortfall) => {
    // 0.8 of 1300 is 1040, and 700 are heard; 0.539 of it is 700.7.
    expect(computeRevenueCoverage(rows, { ...FIELDS, target }).shortfall).toEqual(eur(shortfall));
  });

  it('does not let rounding raise the target', () => {
    // 0.55 * 100 is a little more than 55 in binary.
    const got = computeRevenueCoverage([row('A', 55, true), row('B', 45, false)], { ...FIELDS, target: 0.55 });
    expect(got.shortfall).toEqual(eur(0));
  });

  it('is unknown without revenue', () => {
    const got = expectSound(computeRevenueCoverage([row('A', 0, true)], { ...FIELDS, target: 0.8 }));
    expect(got).toMatchObject({ value: null, sampleSize: 0, effectiveSampleSize: 0, accounts: 0, shortfall: null });
    expect(got.warnings).toEqual([{ code: 'no-data' }]);
    expect(got.revenue).toEqual(eur(0));
  });

  it('is one for one account of equal revenue each, in effective size', () => {
    const { effectiveSampleSize } = computeRevenueCoverage([row('A', 7, true), row('B', 7, true)], FIELDS);
    expect(effectiveSampleSize).toBe(2);
  });

  it('takes functions for fields', () => {
    const got = computeRevenueCoverage(rows, {
      account: (own) => own.id,
      revenue: (own) => own.revenue,
      answered: (_own, index) => index === 0,
      currency: 'EUR',
    });
    expect(got.answeredRevenue).toEqual(eur(300));
  });

  it.each([
    [{ currency: 'euro' }, 'TypeError', 'currency', 'three capital letters of ISO 4217, such as "EUR"', '"euro"'],
    [{ currency: undefined }, 'TypeError', 'currency', 'three capital letters of ISO 4217, such as "EUR"', 'undefined'],
    [{ target: 1.01 }, 'RangeError', 'target', 'a share from 0 to 1', '1.01'],
    [{ target: -0.1 }, 'RangeError', 'target', 'a share from 0 to 1', '-0.1'],
    [{ target: NaN }, 'RangeError', 'target', 'a share from 0 to 1', 'NaN'],
    [{ target: '80' }, 'TypeError', 'target', 'a share from 0 to 1', '"80"'],
  ])('refuses %j', (wrong, kind, name, rule, shown) => {
    for (const [where, call] of [
      ['computeRevenueCoverage', () => computeRevenueCoverage(rows, { ...FIELDS, ...(wrong as object) })],
      ['revenueCoverageMeasure', () => revenueCoverageMeasure<Row>({ ...FIELDS, ...(wrong as object) })],
    ] as const) {
      const message = `${where}: option "${name}" must be ${rule}, received ${shown}`;
      expect(thrownBy(call)).toEqual({ kind, code: 'CX_INVALID_OPTION', message });
    }
  });

  it('refuses an account id that is none', () => {
    const odd = [...rows, row(1.5, 1, true)];
    expect(thrownBy(() => computeRevenueCoverage(odd, FIELDS)).message).toContain(
      'computeRevenueCoverage: account at row 4',
    );
  });
});

describe('revenueCoverageMeasure', () => {
  const measure = revenueCoverageMeasure<Row>(FIELDS);
  const tally = tallyRows([row('A', 100, false), row(null, 5, true)], measure);

  it('survives storage', () => {
    const stored: unknown = JSON.parse(JSON.stringify(storeTally(measure, tally)));
    expect(measure.toResult(readTally(measure, stored))).toEqual(measure.toResult(tally));
  });

  it.each([
    [{ ...tally, keys: [''] }, 'tally.keys'],
    [{ ...tally, unkeyed: { ...tally.unkeyed, minorUnits: 'x' } }, 'tally.unkeyed.minorUnits'],
  ])('refuses a stored tally of another shape', (wrong, path) => {
    const stored = { ...storeTally(measure, tally), tally: wrong };
    expect(thrownBy(() => readTally(measure, stored)).message).toContain(`readTally: ${path} must be`);
  });

  it('adds up an account that lies in several pieces', () => {
    const parts = [
      [row('A', 100, false), row('B', 5, false), row(null, 5, true)],
      [row('A', 50, true), row('C', 1, null)],
    ];
    const whole = measure.createTally();
    for (const part of [...parts].reverse()) {
      const tally = measure.createTally();
      part.forEach((own, index) => measure.addRow(tally, own, index));
      measure.mergeTallies(whole, deepFreeze(JSON.parse(JSON.stringify(tally)) as typeof tally));
    }
    expect(measure.toResult(whole)).toEqual(computeRevenueCoverage(parts.flat(), FIELDS));
    expect(computeMeasure(parts.flat(), measure).value).toBe(150 / 155);
  });
});
