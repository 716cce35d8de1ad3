import { describe, expect, it } from 'vitest';
import { checkPurchaseOrders, toPurchaseHistories } from '../../../src/metrics/business/purchaseHistories.js';
import { checkPurchaseHistories, type PurchaseHistory } from '../../../src/metrics/business/purchaseHistory.js';

const good = { account: 'a', frequency: 2, recency: 10, age: 20, monetaryValue: 50 };

describe('checkPurchaseHistories', () => {
  it.each([
    ['missing-value', 'frequency', { frequency: null }],
    ['missing-value', 'recency', { recency: undefined }],
    ['missing-value', 'age', { age: null }],
    ['missing-value', 'monetaryValue', { monetaryValue: null }],
    ['frequency-not-whole', 'frequency', { frequency: 1.5 }],
    ['frequency-not-whole', 'frequency', { frequency: -1 }],
    ['frequency-not-whole', 'frequency', { frequency: '2' }],
    ['negative-time', 'recency', { recency: -1 }],
    ['negative-time', 'recency', { recency: NaN }],
    ['negative-time', 'recency', { recency: Infinity, age: Infinity }],
    ['negative-time', 'age', { recency: 0, age: -1 }],
    ['negative-time', 'age', { age: Infinity }],
    ['recency-after-age', 'recency', { recency: 20.5 }],
    ['recency-without-repeat', 'recency', { frequency: 0 }],
    ['value-not-positive', 'monetaryValue', { monetaryValue: 0 }],
    ['value-not-positive', 'monetaryValue', { monetaryValue: Infinity }],
  ])('finds %s in %s of %j', (code, field, change) => {
    const record = { ...good, ...change } as PurchaseHistory;
    const [finding, ...others] = checkPurchaseHistories([good, record]);
    expect(finding).toMatchObject({ code, index: 1, id: 'a', field });
    expect(others).toEqual([]);
  });

  it.each([
    [good],
    [{ ...good, recency: 20 }],
    [{ ...good, recency: 0 }],
    [{ ...good, frequency: 0, recency: 0, monetaryValue: null }],
    [{ frequency: 0, recency: 0, age: 0 }],
  ])('finds nothing in %j', (record) => {
    expect(checkPurchaseHistories([record])).toEqual([]);
  });

  it('finds a wrong time and a wrong value of one customer', () => {
    const codes = checkPurchaseHistories([{ ...good, recency: 30, monetaryValue: -1 }]).map(({ code }) => code);
    expect(codes).toEqual(['recency-after-age', 'value-not-positive']);
  });
});

interface Order {
  readonly account: string | null;
  readonly at: string | null;
  readonly amount: number | null | { readonly minorUnits: number; readonly currency: string };
}
const order = (account: string | null, at: string | null, amount: Order['amount'] = 100): Order => ({
  account,
  at,
  amount,
});
const options = { account: 'account', at: 'at', amount: 'amount', asOf: '2026-03-31', unit: 'day' } as const;

describe('toPurchaseHistories', () => {
  it('counts days with an order after the first, and takes their mean value', () => {
    const orders = [
      order('a', '2026-01-31', 400),
      order('a', '2026-01-01', 999),
      order('a', '2026-01-31', 200),
      order('a', '2026-03-01', 300),
    ];
    expect(toPurchaseHistories(orders, options)).toEqual([
      { account: 'a', frequency: 2, recency: 59, age: 89, monetaryValue: 450 },
    ]);
  });

  it.each([
    ['day', 28, 56],
    ['week', 4, 8],
    ['month', 28 / 30.4375, 56 / 30.4375],
  ] as const)('counts time in units of a %s', (unit, recency, age) => {
    const orders = [order('a', '2026-02-03'), order('a', '2026-03-03')];
    expect(toPurchaseHistories(orders, { ...options, unit })).toMatchObject([{ recency, age }]);
  });

  it('looks at the day of observation and not beyond', () => {
    const orders = [
      order('a', '2026-03-30'),
      order('a', '2026-03-31'),
      order('a', '2026-04-01'),
      order('b', '2026-04-01'),
    ];
    expect(toPurchaseHistories(orders, options)).toMatchObject([{ account: 'a', frequency: 1, age: 1 }]);
  });

  it('puts the accounts in code-unit order', () => {
    const orders = ['b', 'é', 'B', 'a'].map((account) => order(account, '2026-01-01'));
    expect(toPurchaseHistories(orders, options).map(({ account }) => account)).toEqual(['B', 'a', 'b', 'é']);
  });

  it('has no value without amounts', () => {
    const orders = [order('a', '2026-02-03', null), order('a', '2026-03-03', null)];
    const times = { account: 'account', at: 'at', asOf: '2026-03-31', unit: 'day' } as const;
    expect(toPurchaseHistories(orders, times)).toMatchObject([{ frequency: 1, monetaryValue: null }]);
  });

  it('leaves out exactly what checkPurchaseOrders names', () => {
    const wrong = [
      order(null, '2026-01-01'),
      order('a', null),
      order('a', '2026-02-30'),
      order('a', '2026-02-01', null),
      order('a', '2026-02-01', -1),
      order('a', '2026-02-01', NaN),
      order('a', '2026-02-01', Infinity),
    ];
    const right = [order('a', '2026-01-01'), order('a', '2026-02-02', 0)];
    expect(toPurchaseHistories([...wrong, ...right], options)).toEqual(toPurchaseHistories(right, options));
    expect(checkPurchaseOrders([...right, ...wrong], options)).toEqual([
      { code: 'missing-value', index: 2, id: null, field: 'account', value: null },
      { code: 'missing-value', index: 3, id: 'a', field: 'at', value: null },
      { code: 'invalid-date', index: 4, id: 'a', field: 'at', value: '2026-02-30' },
      { code: 'missing-value', index: 5, id: 'a', field: 'amount', value: null },
      { code: 'invalid-amount', index: 6, id: 'a', field: 'amount', value: -1 },
      { code: 'invalid-amount', index: 7, id: 'a', field: 'amount', value: 'NaN' },
      { code: 'invalid-amount', index: 8, id: 'a', field: 'amount', value: 'Infinity' },
    ]);
  });

  it('reads money in the declared currency, and throws on any other', () => {
    const euros = order('a', '2026-01-01', { minorUnits: 500, currency: 'EUR' });
    const again = order('a', '2026-01-02', { minorUnits: 700, currency: 'EUR' });
    const francs = order('a', '2026-01-03', { minorUnits: 500, currency: 'CHF' });
    const declared = { ...options, currency: 'EUR' };
    expect(toPurchaseHistories([euros, again], declared)).toMatchObject([{ monetaryValue: 700 }]);
    expect(() => toPurchaseHistories([euros, francs], declared)).toThrow(
      'toPurchaseHistories: amount at row 1 must be in EUR, received "CHF"',
    );
    expect(() => toPurchaseHistories([euros], options)).toThrow(
      'toPurchaseHistories: amount at row 0 must be a plain number while option "currency" is not given, received "EUR"',
    );
    expect(checkPurchaseOrders([euros, francs], declared)).toEqual([
      { code: 'foreign-currency', index: 1, id: 'a', field: 'amount', value: 'CHF' },
    ]);
    expect(checkPurchaseOrders([order('a', '2026-01-01', 5)], options)).toEqual([]);
  });

  it('names without account what has none', () => {
    const row = { frequency: 1.5, recency: 1, age: 2 };
    expect(checkPurchaseHistories([row])).toMatchObject([{ id: null, field: 'frequency', value: 1.5 }]);
  });

  it('checks times alone without amounts', () => {
    const times = { account: 'account', at: 'at', asOf: '2026-03-31', unit: 'day' } as const;
    expect(checkPurchaseOrders([order('a', '2026-01-01', null), order('a', '2026-01-32')], times)).toMatchObject([
      { code: 'invalid-date', index: 1 },
    ]);
  });

  it.each([toPurchaseHistories, checkPurchaseOrders])('refuses wrong options: %o', (call) => {
    const where = call.name;
    expect(() => call([], { ...options, unit: 'year' as 'day' })).toThrow(
      `${where}: option "unit" must be "day", "week" or "month", received "year"`,
    );
    expect(() => call([], { ...options, asOf: '2026-02-29' })).toThrow(
      `${where}: option "asOf" must be a civil date YYYY-MM-DD that exists, received "2026-02-29"`,
    );
    expect(() => call([], { ...options, currency: 'euro' })).toThrow(
      `${where}: option "currency" must be three capital letters of ISO 4217, such as "EUR", received "euro"`,
    );
  });
});
