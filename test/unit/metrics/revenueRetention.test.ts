import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { computeEarnedGrowth, earnedGrowthMeasure } from '../../../src/metrics/business/earnedGrowth.js';
import { checkRevenueMovements } from '../../../src/metrics/business/revenueMovement.js';
import {
  computeGrossRevenueRetention,
  computeNetRevenueRetention,
  grossRevenueRetentionMeasure,
  netRevenueRetentionMeasure,
} from '../../../src/metrics/business/revenueRetention.js';

interface Customer {
  readonly start: number | null;
  readonly end: number | null;
  readonly escalation?: number | null;
  readonly referred?: boolean | null;
}
const fields = { startRevenue: 'start', endRevenue: 'end' } as const;

// The worked check of metrics literature: 10.0 at the start, contraction .6, churn .9, expansion 1.8.
const WORKED: Customer[] = [
  { start: 4, end: 5.8 },
  { start: 3, end: 2.4 },
  { start: 0.9, end: 0 },
  { start: 2.1, end: 2.1 },
];

describe('revenue retention', () => {
  it('gives .85 gross and 1.03 net in the worked check', () => {
    const gross = computeGrossRevenueRetention(WORKED, fields);
    const net = computeNetRevenueRetention(WORKED, fields);
    expect(gross.value).toBeCloseTo(0.85, 14);
    expect(net.value).toBeCloseTo(1.03, 14);
    for (const { startRevenue, churned, contraction, expansion } of [gross, net]) {
      expect(startRevenue).toBeCloseTo(10, 14);
      expect(churned).toBeCloseTo(0.9, 14);
      expect(contraction).toBeCloseTo(0.6, 14);
      expect(expansion).toBeCloseTo(1.8, 14);
    }
  });

  // √(4/3 (60² + 15² + 76.5² + 31.5²)) / 1000, residuals of 400, 300, 90 and 210 by hand.
  it('has the linearised error and a t interval', () => {
    const customers = WORKED.map(({ start, end }) => ({ start: (start ?? 0) * 100, end: (end ?? 0) * 100 }));
    const { standardError, degreesOfFreedom, interval } = computeGrossRevenueRetention(customers, fields);
    expect(standardError).toBeCloseTo(Math.sqrt((4 / 3) * 10_669.5) / 1000, 12);
    expect(degreesOfFreedom).toBe(3);
    expect(interval).toMatchObject({ method: 't', upper: 1 });
    expect(interval?.lower).toBeCloseTo(0.85 - 3.182446305284263 * (standardError ?? NaN), 10);
  });

  it('caps each customer for itself', () => {
    const customers = [
      { start: 100, end: 300 },
      { start: 100, end: 0 },
    ];
    expect(computeGrossRevenueRetention(customers, fields).value).toBe(0.5);
    expect(computeNetRevenueRetention(customers, fields).value).toBe(1.5);
  });

  it('leaves out new customers, and what is missing or cannot be', () => {
    const wrong: Customer[] = [
      { start: 0, end: 50 },
      { start: null, end: 50 },
      { start: 50, end: null },
      { start: -1, end: 50 },
      { start: 50, end: -1 },
      { start: 50, end: NaN },
    ];
    const result = computeNetRevenueRetention([...WORKED, ...wrong], fields);
    expect(result.value).toBeCloseTo(1.03, 14);
    expect(result.excluded).toEqual({ missing: 2, invalid: 3, notAtStart: 1 });
  });

  it('takes price clauses off', () => {
    const customers: Customer[] = [{ start: 100, end: 110, escalation: 10 }];
    const net = computeNetRevenueRetention(customers, { ...fields, escalation: (row) => row.escalation ?? 0 });
    expect(net).toMatchObject({ value: 1, expansion: 0, contraction: 0 });
    expect(net.definition.parameters).toEqual({ withoutEscalation: true });
    const gross = computeGrossRevenueRetention([{ start: 100, end: 100, escalation: 10 }], {
      ...fields,
      escalation: 'escalation',
    });
    expect(gross).toMatchObject({ value: 0.9, contraction: 10 });
  });

  it('cannot take off more than there is', () => {
    const customers: Customer[] = [
      { start: 100, end: 10, escalation: 11 },
      { start: 100, end: 10, escalation: 10 },
      { start: 100, end: 10, escalation: null },
    ];
    const options = { ...fields, escalation: 'escalation' } as const;
    const { value, excluded, churned } = computeNetRevenueRetention(customers, options as never);
    expect({ value, excluded, churned }).toEqual({
      value: 0,
      excluded: { missing: 1, invalid: 1, notAtStart: 0 },
      churned: 100,
    });
    expect(checkRevenueMovements(customers, options as never)).toEqual([
      { code: 'invalid-amount', index: 0, id: null, field: 'escalation', value: 11 },
      { code: 'missing-value', index: 2, id: null, field: 'escalation', value: null },
    ]);
  });

  it('knows no value without revenue at the start', () => {
    const result = computeGrossRevenueRetention([{ start: 0, end: 5 }], fields);
    expect(result).toMatchObject({ value: null, sampleSize: 0, startRevenue: 0, warnings: [{ code: 'no-data' }] });
  });

  it('can be clustered by account', () => {
    const rows = WORKED.map((row, id) => ({ ...row, id }));
    const measure = netRevenueRetentionMeasure<(typeof rows)[number]>({ startRevenue: 'start', endRevenue: 'end' });
    const clustered = computeMeasure([...rows, ...rows], clusterBy(measure, 'id'));
    expect(clustered.value).toBeCloseTo(1.03, 14);
    expect(clustered).toMatchObject({ accounts: 4, sampleSize: 8, largestAccount: { account: '0' } });
    expect(clustered.largestAccount?.share).toBeCloseTo(0.4, 14);
  });

  it('says what it means', () => {
    const shared = { family: 'ratio', statistic: 'ratio', direction: 'higher-is-better' };
    expect(grossRevenueRetentionMeasure<Customer>({ ...fields, period: 'year' }).definition).toEqual({
      ...shared,
      id: 'gross-revenue-retention',
      unit: 'share',
      range: { minimum: 0, maximum: 1 },
      parameters: { period: 'year' },
    });
    expect(netRevenueRetentionMeasure<Customer>(fields).definition).toEqual({
      ...shared,
      id: 'net-revenue-retention',
      unit: 'share',
      range: null,
      parameters: {},
    });
  });

  it('throws on another currency, naming the row', () => {
    const money = (minorUnits: number, currency: string): { minorUnits: number; currency: string } => ({
      minorUnits,
      currency,
    });
    const rows = [
      { start: money(100, 'EUR'), end: money(90, 'EUR') },
      { start: money(100, 'EUR'), end: money(90, 'USD') },
    ];
    const options = { startRevenue: 'start', endRevenue: 'end', currency: 'EUR' } as const;
    expect(computeNetRevenueRetention(rows.slice(0, 1), options).value).toBe(0.9);
    expect(() => computeNetRevenueRetention(rows, options)).toThrow(
      'computeNetRevenueRetention: endRevenue at row 1 must be in EUR, received "USD"',
    );
    expect(() => computeGrossRevenueRetention(rows, fields)).toThrow(
      'computeGrossRevenueRetention: startRevenue at row 0 must be a plain number while option "currency" is not given, received "EUR"',
    );
    expect(checkRevenueMovements(rows, { ...options, account: () => 'a' })).toEqual([
      { code: 'foreign-currency', index: 1, id: 'a', field: 'endRevenue', value: 'USD' },
    ]);
  });

  it('refuses wrong options', () => {
    expect(() => computeNetRevenueRetention<Customer>([], { ...fields, currency: 'EURO' })).toThrow(
      'computeNetRevenueRetention: option "currency" must be three capital letters of ISO 4217, such as "EUR", received "EURO"',
    );
    expect(() => computeNetRevenueRetention<Customer>([], { ...fields, period: 1 as unknown as string })).toThrow(
      'computeNetRevenueRetention: option "period" must be a text, received 1',
    );
  });
});

describe('computeEarnedGrowth', () => {
  const options = { ...fields, earned: 'referred' } as const;
  const customers = [
    { start: 600, end: 630, referred: null },
    { start: 400, end: 340, referred: true },
    { start: 0, end: 150, referred: true },
    { start: 0, end: 200, referred: false },
  ];

  it('is net revenue retention plus earned new customers, less 1', () => {
    const growth = computeEarnedGrowth(customers, options);
    expect(growth.value).toBeCloseTo(0.12, 14);
    expect(growth).toMatchObject({
      startRevenue: 1000,
      retainedRevenue: 970,
      earnedRevenue: 150,
      boughtRevenue: 200,
      unknownRevenue: 0,
      netRevenueRetention: 0.97,
      earnedNewCustomers: 0.15,
      sampleSize: 4,
    });
  });

  it('leaves out new customers of whom nobody knows why they came, and says what hangs on them', () => {
    const unknown = [
      { start: 0, end: 70, referred: null },
      { start: 0, end: 30, referred: 'yes' as unknown as boolean },
      { start: null as unknown as number, end: 30, referred: true },
    ];
    const growth = computeEarnedGrowth([...customers, ...unknown], options);
    expect(growth.value).toBeCloseTo(0.12, 14);
    expect(growth.unknownRevenue).toBe(70);
    expect(growth.excluded).toEqual({ missing: 1, invalid: 1, unknownReason: 1 });
  });

  it('knows no value without revenue at the start', () => {
    const growth = computeEarnedGrowth([{ start: 0, end: 150, referred: true }], options);
    expect(growth).toMatchObject({
      value: null,
      netRevenueRetention: null,
      earnedNewCustomers: null,
      earnedRevenue: 150,
      warnings: [{ code: 'small-sample' }, { code: 'zero-denominator' }],
    });
  });

  it('says what it means', () => {
    expect(earnedGrowthMeasure<(typeof customers)[number]>({ ...options, period: 'year' }).definition).toEqual({
      id: 'earned-growth',
      family: 'ratio',
      statistic: 'ratio',
      unit: 'share',
      direction: 'higher-is-better',
      range: null,
      parameters: { period: 'year' },
    });
  });

  it('throws on another currency, naming the row', () => {
    const row = { start: { minorUnits: 1, currency: 'EUR' }, end: 1, referred: null };
    expect(() => computeEarnedGrowth([row], options)).toThrow('computeEarnedGrowth: startRevenue at row 0');
  });
});
