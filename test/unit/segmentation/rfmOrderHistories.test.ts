import { describe, expect, it } from 'vitest';
import { toOrderHistories } from '../../../src/segmentation/rfmOrderHistories.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

const OPTIONS = { account: 'customer', at: 'day', amount: 'total', from: '2025-01-01', asOf: '2025-12-31' } as const;

interface Order {
  readonly customer: string | number | null;
  readonly day: string | null;
  readonly total: number | null;
}

const order = (customer: Order['customer'], day: Order['day'], total: Order['total']): Order => ({
  customer,
  day,
  total,
});

describe('toOrderHistories', () => {
  it('sums up the orders of each account', () => {
    const { histories, excluded } = toOrderHistories(
      [
        order('B', '2025-12-31', 700),
        order('A', '2025-06-01', 100),
        order('A', '2025-12-21', -40),
        order('A', '2025-03-01', 240),
      ],
      OPTIONS,
    );
    expect(histories).toEqual([
      {
        account: 'A',
        orders: 3,
        ordersPerYear: 3 / (365 / 365.25),
        recencyDays: 10,
        totalAmount: 300,
        averageAmount: 100,
      },
      {
        account: 'B',
        orders: 1,
        ordersPerYear: 1 / (365 / 365.25),
        recencyDays: 0,
        totalAmount: 700,
        averageAmount: 700,
      },
    ]);
    expect(excluded).toEqual({ missing: 0, invalid: 0, outside: 0 });
  });

  it('takes the first and the last day in, and nothing beyond', () => {
    const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
    const { histories, excluded } = toOrderHistories(
      days.map((day) => order('A', day, 1)),
      OPTIONS,
    );
    expect(histories[0]?.orders).toBe(2);
    expect(excluded.outside).toBe(2);
  });

  it('counts the day of an instant as written', () => {
    const { histories } = toOrderHistories([order(7, '2025-12-30T23:30:00-05:00', 1)], OPTIONS);
    expect(histories[0]).toMatchObject({ account: '7', recencyDays: 1 });
  });

  it.each([
    [order(null, '2025-02-01', 1), 'missing'],
    [order('', '2025-02-01', 1), 'missing'],
    [order('A', null, 1), 'missing'],
    [order('A', '2025-02-01', null), 'missing'],
    [order(1.5, '2025-02-01', 1), 'invalid'],
    [order('A', '2025-02-30', 1), 'invalid'],
    [order('A', '2025/02/03', 1), 'invalid'],
    [order('A', 'long ago', 1), 'invalid'],
    [order('A', '2025-02-01', Infinity), 'invalid'],
    [{ customer: 'A', day: '2025-02-01', total: '3' } as unknown as Order, 'invalid'],
  ])('leaves %j out as %s', (wrong, reason) => {
    const { histories, excluded } = toOrderHistories([order('Z', '2025-05-05', 5), wrong], OPTIONS);
    expect(histories.map(({ account }) => account)).toEqual(['Z']);
    expect(excluded).toEqual({ missing: 0, invalid: 0, outside: 0, [reason]: 1 });
  });

  it('gives no -0', () => {
    expect(toOrderHistories([order('A', '2025-05-05', -0)], OPTIONS).histories[0]?.totalAmount).toBe(0);
  });

  it('covers a single day, and refuses a time that runs backwards', () => {
    const day = { ...OPTIONS, from: '2025-12-31' };
    expect(toOrderHistories([order('A', '2025-12-31', 1)], day).histories[0]?.ordersPerYear).toBeCloseTo(365.25, 10);
    expect(() => toOrderHistories([], { ...OPTIONS, from: '2026-01-01' })).toThrow(
      'toOrderHistories: option "from" must be at most 2025-12-31, received "2026-01-01"',
    );
  });

  it('refuses options and data that are none', () => {
    expect(() => untyped(toOrderHistories, 7, OPTIONS)).toThrow(
      'toOrderHistories: "orders" must be an iterable of rows, received 7',
    );
    expect(() => untyped(toOrderHistories, [])).toThrow(/option "account" must be the name of a field or a function/);
    for (const field of ['account', 'at', 'amount'])
      expect(() => untyped(toOrderHistories, [], { ...OPTIONS, [field]: null })).toThrow(
        `option "${field}" must be the name`,
      );
    for (const field of ['from', 'asOf'])
      expect(() => untyped(toOrderHistories, [], { ...OPTIONS, [field]: '2025-02-30' })).toThrow(
        expect.objectContaining({
          code: 'CX_INVALID_DATE',
          message: `toOrderHistories: option "${field}" must be a civil date YYYY-MM-DD that exists, received "2025-02-30"`,
        }) as Error,
      );
  });
});
