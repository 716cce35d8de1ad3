import { describe, expect, it } from 'vitest';
import {
  averageOrderValueMeasure,
  checkOrderAmounts,
  computeAverageOrderValue,
} from '../../../src/metrics/business/averageOrderValue.js';
import {
  checkMargins,
  computeHistoricLifetimeValue,
  historicLifetimeValueMeasure,
} from '../../../src/metrics/business/historicLifetimeValue.js';
import { computePurchaseFrequency, purchaseFrequencyMeasure } from '../../../src/metrics/business/purchaseFrequency.js';

describe('computePurchaseFrequency', () => {
  interface Account {
    readonly orders: number | null;
    readonly months?: number | null;
  }

  it('is orders over accounts', () => {
    const accounts: Account[] = [{ orders: 12 }, { orders: 3 }, { orders: 0 }];
    expect(computePurchaseFrequency(accounts, { orders: 'orders' })).toMatchObject({ value: 5, orders: 15, time: 3 });
  });

  it('is orders over time where it is given', () => {
    const accounts = [
      { orders: 12, months: 12 },
      { orders: 3, months: 6 },
      { orders: 1, months: 0 },
    ];
    const result = computePurchaseFrequency(accounts, { orders: 'orders', time: 'months', period: 'month' });
    expect(result).toMatchObject({
      orders: 16,
      time: 18,
      definition: { parameters: { period: 'month', perTime: true } },
    });
    expect(result.value).toBeCloseTo(16 / 18, 14);
  });

  // Mean 5 of 12, 3 and 0: s = √39, over √3.
  it('has the error of a mean over accounts', () => {
    const accounts: Account[] = [{ orders: 12 }, { orders: 3 }, { orders: 0 }];
    expect(computePurchaseFrequency(accounts, { orders: 'orders' }).standardError).toBeCloseTo(Math.sqrt(39 / 3), 12);
  });

  it('leaves out what is missing or no count', () => {
    const accounts = [
      { orders: 4, months: 2 },
      { orders: null, months: 2 },
      { orders: 4, months: null },
      { orders: 1.5, months: 2 },
      { orders: -1, months: 2 },
      { orders: 4, months: -1 },
      { orders: 4, months: Infinity },
      { orders: 4, months: '2' as unknown as number },
    ];
    const result = computePurchaseFrequency(accounts, { orders: 'orders', time: 'months' });
    expect(result).toMatchObject({ value: 2, excluded: { missing: 2, invalid: 5 }, sampleSize: 1 });
  });

  it('says what it means, and refuses a period that is no text', () => {
    expect(purchaseFrequencyMeasure<Account>({ orders: 'orders' }).definition).toEqual({
      id: 'purchase-frequency',
      family: 'ratio',
      statistic: 'ratio',
      unit: 'ratio',
      direction: 'higher-is-better',
      range: null,
      parameters: {},
    });
    expect(() => computePurchaseFrequency<Account>([], { orders: 'orders', period: 1 as unknown as string })).toThrow(
      'computePurchaseFrequency: option "period" must be a text, received 1',
    );
  });
});

describe('computeAverageOrderValue', () => {
  interface Order {
    readonly amount: number | null;
    readonly orders?: number | null;
  }
  const options = { amount: 'amount', currency: 'EUR' } as const;

  it('is revenue over orders', () => {
    const orders: Order[] = [{ amount: 100 }, { amount: 300 }, { amount: 0 }, { amount: null }, { amount: -1 }];
    const result = computeAverageOrderValue(orders, options);
    expect(result.value).toBeCloseTo(400 / 3, 12);
    expect(result).toMatchObject({ revenue: 400, orders: 3, excluded: { missing: 1, invalid: 1 } });
  });

  it('takes rows that stand for several orders', () => {
    const accounts = [
      { amount: 900, orders: 3 },
      { amount: 100, orders: 1 },
      { amount: 100, orders: null },
      { amount: 100, orders: -2 },
    ];
    const result = computeAverageOrderValue(accounts, { ...options, orders: 'orders' });
    expect(result).toMatchObject({ value: 250, revenue: 1000, orders: 4, excluded: { missing: 1, invalid: 1 } });
  });

  it('says what it means', () => {
    expect(averageOrderValueMeasure<Order>(options).definition).toEqual({
      id: 'average-order-value',
      family: 'ratio',
      statistic: 'ratio',
      unit: 'money',
      direction: 'higher-is-better',
      range: null,
      parameters: { currency: 'EUR' },
    });
  });

  it('names orders at fault', () => {
    const orders = [
      { amount: 100, orders: 1 },
      { amount: null, orders: -1 },
    ];
    expect(checkOrderAmounts(orders, { ...options, orders: 'orders', account: () => 'a' })).toEqual([
      { code: 'missing-value', index: 1, id: 'a', field: 'amount', value: null },
      { code: 'invalid-amount', index: 1, id: 'a', field: 'orders', value: -1 },
    ]);
    expect(checkOrderAmounts(orders.slice(0, 1), options)).toEqual([]);
  });

  it('throws on another currency, and on a currency that is none', () => {
    const rows = [{ amount: { minorUnits: 5, currency: 'USD' } }];
    expect(() => computeAverageOrderValue(rows, options)).toThrow(
      'computeAverageOrderValue: amount at row 0 must be in EUR, received "USD"',
    );
    expect(() => averageOrderValueMeasure<Order>({ ...options, currency: 'eur' })).toThrow(
      'averageOrderValueMeasure: option "currency"',
    );
    expect(() => checkOrderAmounts([], { ...options, currency: '' })).toThrow('checkOrderAmounts: option "currency"');
  });
});

describe('computeHistoricLifetimeValue', () => {
  interface Order {
    readonly account: string | null;
    readonly margin: number | null;
  }
  const options = { account: 'account', margin: 'margin', currency: 'EUR' } as const;
  const orders: Order[] = [
    { account: 'a', margin: 300 },
    { account: 'b', margin: 1000 },
    { account: 'a', margin: 500 },
    { account: 'b', margin: -200 },
    { account: 'c', margin: 200 },
  ];

  it('adds up by account and takes the mean', () => {
    const result = computeHistoricLifetimeValue(orders, options);
    expect(result).toMatchObject({ value: 600, accounts: 3, orders: 5, total: 1800, sampleSize: 3 });
    // 800, 800 and 200: s = √120000, over √3.
    expect(result.standardError).toBeCloseTo(200, 10);
    expect(result.degreesOfFreedom).toBe(2);
  });

  it('leaves out and counts', () => {
    const wrong: Order[] = [
      { account: 'd', margin: null },
      { account: 'a', margin: NaN },
      { account: null, margin: 5 },
      { account: '', margin: 5 },
      { account: null, margin: null },
    ];
    const result = computeHistoricLifetimeValue([...orders, ...wrong], options);
    expect(result).toMatchObject({ value: 600, accounts: 3, orders: 5, total: 1800 });
    expect(result.excluded).toEqual({ missing: 2, invalid: 1, missingAccount: 2 });
  });

  it('merges the orders of an account in several tallies', () => {
    const measure = historicLifetimeValueMeasure<Order>(options);
    const [january, february] = [measure.createTally(), measure.createTally()];
    orders.forEach((order, index) => measure.addRow(index < 2 ? january : february, order, index));
    measure.mergeTallies(january, february);
    expect(measure.toResult(january)).toEqual(computeHistoricLifetimeValue(orders, options));
  });

  it('finds where something is no tally', () => {
    const measure = historicLifetimeValueMeasure<Order>(options);
    expect(measure.misfit?.('tally', measure.createTally())).toBeUndefined();
    expect(measure.misfit?.('tally', { ...measure.createTally(), keys: ['a'] })).toBe('tally.tallies');
  });

  it('says what it means', () => {
    expect(historicLifetimeValueMeasure<Order>(options).definition).toEqual({
      id: 'historic-lifetime-value',
      family: 'mean',
      statistic: 'mean',
      unit: 'money',
      direction: 'higher-is-better',
      range: null,
      parameters: { currency: 'EUR' },
    });
  });

  it('knows no value without orders', () => {
    expect(computeHistoricLifetimeValue<Order>([], options)).toMatchObject({ value: null, accounts: 0, total: 0 });
  });

  it('names margins at fault', () => {
    expect(checkMargins([...orders, { account: 'd', margin: Infinity }], options)).toEqual([
      { code: 'invalid-amount', index: 5, id: 'd', field: 'margin', value: 'Infinity' },
    ]);
  });

  it('throws on another currency', () => {
    const row = { account: 'a', margin: { minorUnits: 5, currency: 'USD' } };
    expect(() => computeHistoricLifetimeValue([row], options)).toThrow(
      'computeHistoricLifetimeValue: margin at row 0 must be in EUR, received "USD"',
    );
    expect(() => computeHistoricLifetimeValue([], { ...options, currency: 'E' })).toThrow('option "currency"');
  });
});
