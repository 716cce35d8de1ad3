import { describe, expect, it } from 'vitest';
import {
  checkServiceCosts,
  computeCostToServe,
  costToServeMeasure,
  type CostToServeOptions,
} from '../../../src/metrics/business/costToServe.js';
import { computeRevenueAtRisk, revenueAtRiskMeasure } from '../../../src/metrics/business/revenueAtRisk.js';
import { checkRevenueAtRisk } from '../../../src/metrics/business/riskAccount.js';

describe('computeCostToServe', () => {
  interface Account {
    readonly orders: number | null;
    readonly tickets: number | null;
    readonly revenue: number | null;
    readonly margin: number | null;
  }
  const options: CostToServeOptions<Account> = {
    activities: [
      { id: 'orders', volume: 'orders', unitCost: 1200 },
      { id: 'tickets', volume: 'tickets', unitCost: 2500 },
    ],
    revenue: 'revenue',
    currency: 'EUR',
  };
  const account = (
    orders: number | null,
    tickets: number | null,
    revenue: number | null,
    margin: number | null,
  ): Account => {
    return { orders, tickets, revenue, margin };
  };
  const accounts = [account(10, 2, 500_000, 100_000), account(40, 20, 500_000, 100_000)];

  it('is volumes times unit costs over revenue', () => {
    expect(computeCostToServe(accounts, { ...options, margin: 'margin' })).toMatchObject({
      value: 0.115,
      cost: 115_000,
      revenue: 1_000_000,
      marginAfterCost: 85_000,
      activities: [
        { id: 'orders', volume: 50, cost: 60_000, share: 60 / 115 },
        { id: 'tickets', volume: 22, cost: 55_000, share: 55 / 115 },
      ],
      sampleSize: 2,
    });
  });

  it('knows no margin unless it is given', () => {
    expect(computeCostToServe(accounts, options).marginAfterCost).toBeNull();
  });

  it('rounds money to whole minor units', () => {
    const activities = [{ id: 'orders', volume: 'orders' as const, unitCost: 0.4 }];
    const result = computeCostToServe([account(1, 0, 100, 2)], { ...options, activities, margin: 'margin' });
    expect(result).toMatchObject({ value: 0.004, cost: 0, marginAfterCost: 2, activities: [{ cost: 0, share: 1 }] });
    expect(Object.is(computeCostToServe([account(1, 0, 100, 0)], { ...options, activities, margin: 'margin' }).marginAfterCost, 0)).toBe(true); // prettier-ignore
  });

  it('has no shares of nothing', () => {
    const result = computeCostToServe([account(0, 0, 100, 0)], options);
    expect(result).toMatchObject({ value: 0, cost: 0, activities: [{ share: null }, { share: null }] });
  });

  it('leaves out exactly what checkServiceCosts names', () => {
    const wrong = [
      account(null, 2, 100, 1),
      account(1, null, 100, 1),
      account(1, 2, null, 1),
      account(1, 2, 100, null),
      account(-1, 2, 100, 1),
      account(1, NaN, 100, 1),
      account(1, 2, -100, 1),
    ];
    const withMargin = { ...options, margin: 'margin' as const };
    const result = computeCostToServe([...accounts, ...wrong], withMargin);
    expect(result).toMatchObject({ value: 0.115, excluded: { missing: 4, invalid: 3 } });
    const findings = checkServiceCosts([account(1, 2, 100, -5), ...wrong], { ...withMargin, account: () => 'a' });
    expect(findings.map(({ code, index, field }) => [code, index, field])).toEqual([
      ['missing-value', 1, 'volume of orders'],
      ['missing-value', 2, 'volume of tickets'],
      ['missing-value', 3, 'revenue'],
      ['missing-value', 4, 'margin'],
      ['invalid-amount', 5, 'volume of orders'],
      ['invalid-amount', 6, 'volume of tickets'],
      ['invalid-amount', 7, 'revenue'],
    ]);
  });

  it('has its unit costs in the definition', () => {
    expect(costToServeMeasure(options).definition).toEqual({
      id: 'cost-to-serve',
      family: 'ratio',
      statistic: 'ratio',
      unit: 'share',
      direction: 'lower-is-better',
      range: null,
      parameters: {
        currency: 'EUR',
        activities: [
          { id: 'orders', unitCost: 1200 },
          { id: 'tickets', unitCost: 2500 },
        ],
      },
    });
  });

  it.each([
    ['"activities" must be a list of at least one activity', []],
    ['"activities" must be a list of at least one activity', undefined],
    [
      'activity "id" must be a name that no other activity has, received "a"',
      [
        { id: 'a', volume: 'orders', unitCost: 1 },
        { id: 'a', volume: 'orders', unitCost: 1 },
      ],
    ],
    ['activity "id" must be a name', [{ id: 3, volume: 'orders', unitCost: 1 }]],
    [
      'unit cost of activity "a" must be a finite number from 0, received -1',
      [{ id: 'a', volume: 'orders', unitCost: -1 }],
    ],
    ['unit cost of activity "a"', [{ id: 'a', volume: 'orders', unitCost: Infinity }]],
  ])('refuses: %s', (message, activities) => {
    const wrong = { ...options, activities } as CostToServeOptions<Account>;
    expect(() => computeCostToServe<Account>([], wrong)).toThrow(`computeCostToServe: ${message}`);
    expect(() => checkServiceCosts<Account>([], wrong)).toThrow(`checkServiceCosts: ${message}`);
  });

  it('throws on another currency, and on a currency that is none', () => {
    const rows = [{ orders: 1, tickets: 1, margin: 1, revenue: { minorUnits: 5, currency: 'USD' } }];
    const { activities, currency } = options;
    expect(() => computeCostToServe(rows, { activities: activities as never, revenue: 'revenue', currency })).toThrow(
      'computeCostToServe: revenue at row 0 must be in EUR, received "USD"',
    );
    expect(() => costToServeMeasure({ ...options, currency: 'Euro' })).toThrow('costToServeMeasure: option "currency"');
  });
});

describe('computeRevenueAtRisk', () => {
  interface Account {
    readonly revenue: number | null;
    readonly red: boolean | null;
    readonly leaves: number | null;
  }
  const options = { revenue: 'revenue', flagged: 'red', churnProbability: 'leaves', currency: 'EUR' } as const;
  const account = (revenue: number | null, red: boolean | null, leaves: number | null): Account => ({
    revenue,
    red,
    leaves,
  });
  const accounts = [account(80_000, true, 0.25), account(20_000, true, 0.5), account(100_000, false, null)];

  it('adds up revenue times probability of flagged accounts', () => {
    expect(computeRevenueAtRisk(accounts, options)).toEqual({
      definition: revenueAtRiskMeasure<Account>(options).definition,
      value: 30_000,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      sampleSize: 3,
      effectiveSampleSize: 3,
      accounts: 3,
      excluded: { missing: 0, missingProbability: 0, invalid: 0 },
      warnings: [],
      flagged: 2,
      flaggedRevenue: 100_000,
      revenue: 200_000,
      share: 0.15,
      // √(80² × 3/16 + 20² × 1/4) thousand.
      lossDeviation: Math.sqrt(1300) * 1000,
      revenueWithoutProbability: 0,
    });
  });

  it('is 0 when no account is flagged, and unknown without accounts', () => {
    expect(computeRevenueAtRisk([account(5, false, null)], options)).toMatchObject({ value: 0, share: 0, flagged: 0 });
    expect(computeRevenueAtRisk<Account>([], options)).toMatchObject({
      value: null,
      share: null,
      warnings: [{ code: 'no-data' }],
    });
    expect(computeRevenueAtRisk([account(0, true, 0.5)], options)).toMatchObject({ value: 0, share: null });
  });

  it('rounds to whole minor units', () => {
    expect(computeRevenueAtRisk([account(3, true, 0.5)], options)).toMatchObject({ value: 2, share: 0.5 });
  });

  it('leaves out and counts, and says what has no probability', () => {
    const wrong = [
      account(null, true, 0.5),
      account(5, null, 0.5),
      account(700, true, null),
      account(-5, true, 0.5),
      account(5, 'yes' as unknown as boolean, 0.5),
      account(5, true, 1.01),
      account(5, true, -0.01),
      account(5, true, 'x' as unknown as number),
    ];
    const result = computeRevenueAtRisk([...accounts, ...wrong], options);
    expect(result).toMatchObject({
      value: 30_000,
      revenue: 200_000,
      revenueWithoutProbability: 700,
      excluded: { missing: 2, missingProbability: 1, invalid: 5 },
    });
    const findings = checkRevenueAtRisk([...accounts, ...wrong], { ...options, account: () => 'a' });
    expect(findings.map(({ code, index, field, value }) => [code, index, field, value])).toEqual([
      ['missing-value', 3, 'revenue', null],
      ['invalid-amount', 6, 'revenue', -5],
      ['missing-value', 4, 'flagged', null],
      ['missing-probability', 5, 'churnProbability', null],
      ['invalid-flag', 7, 'flagged', 'yes'],
      ['invalid-probability', 8, 'churnProbability', 1.01],
      ['invalid-probability', 9, 'churnProbability', -0.01],
      ['invalid-probability', 10, 'churnProbability', 'x'],
    ]);
  });

  it('takes probabilities of 0 and 1', () => {
    const result = computeRevenueAtRisk([account(100, true, 0), account(50, true, 1)], options);
    expect(result).toMatchObject({ value: 50, lossDeviation: 0, flagged: 2 });
  });

  it('merges', () => {
    const measure = revenueAtRiskMeasure<Account>(options);
    const [one, two] = [measure.createTally(), measure.createTally()];
    accounts.forEach((row, index) => measure.addRow(index === 1 ? one : two, row, index));
    measure.mergeTallies(one, two);
    expect(measure.toResult(one)).toEqual(computeRevenueAtRisk(accounts, options));
  });

  it('says what it means', () => {
    expect(revenueAtRiskMeasure<Account>(options).definition).toEqual({
      id: 'revenue-at-risk',
      family: 'model',
      statistic: 'total',
      unit: 'money',
      direction: 'lower-is-better',
      range: null,
      parameters: { currency: 'EUR' },
    });
  });

  it('throws on another currency, and on a currency that is none', () => {
    const rows = [{ revenue: { minorUnits: 5, currency: 'USD' }, red: true, leaves: 0.5 }];
    expect(() => computeRevenueAtRisk(rows, options)).toThrow(
      'computeRevenueAtRisk: revenue at row 0 must be in EUR, received "USD"',
    );
    expect(checkRevenueAtRisk(rows, options)).toMatchObject([{ code: 'foreign-currency', value: 'USD', id: null }]);
    expect(() => revenueAtRiskMeasure<Account>({ ...options, currency: '' })).toThrow('option "currency"');
  });
});
