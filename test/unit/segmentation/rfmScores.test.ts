import { describe, expect, it } from 'vitest';
import { checkRfmCustomers } from '../../../src/segmentation/rfmRecords.js';
import { toRfmScores } from '../../../src/segmentation/rfmScores.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

interface Customer {
  readonly id: string | number | null;
  readonly last: string | number | null;
  readonly orders: number | null;
  readonly spent: number | null;
}

const FIELDS = { account: 'id', recency: 'last', frequency: 'orders', monetary: 'spent' } as const;

const customer = (id: string, last: number, orders: number, spent: number): Customer => ({ id, last, orders, spent });

describe('toRfmScores', () => {
  it('gives quintiles: the most recent, most frequent and most valuable fifth scores 5', () => {
    // Ten distinct values: two in each fifth. Recency runs against the order of the others.
    const ids = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    const customers = ids.map((id, i) => customer(id, 10 * i, 20 - i, 100 * i));
    const { customers: scored, groups, binning, asOf, excluded } = toRfmScores(customers, FIELDS);
    expect(scored.map(({ r, f, m }) => [r, f, m])).toEqual([
      [5, 5, 1],
      [5, 5, 1],
      [4, 4, 2],
      [4, 4, 2],
      [3, 3, 3],
      [3, 3, 3],
      [2, 2, 4],
      [2, 2, 4],
      [1, 1, 5],
      [1, 1, 5],
    ]);
    expect(scored[0]).toEqual({
      account: 'A',
      recencyDays: 0,
      frequency: 20,
      monetary: 0,
      r: 5,
      f: 5,
      m: 1,
      code: '551',
    });
    expect({ groups, binning, asOf, excluded }).toEqual({
      groups: 5,
      binning: 'independent',
      asOf: null,
      excluded: { missing: 0, impossible: 0 },
    });
  });

  it('gives equal values equal scores, by the middle of their ranks', () => {
    // Six of ten bought once: 1 + floor(5 (0 + 3)/10) = 2; then 7th to 10th: 1 + floor(5 · 6.5/10) = 4, 4, 5, 5.
    const orders = [1, 1, 1, 1, 1, 1, 2, 3, 4, 5];
    const customers = orders.map((own, i) => customer(`c${i}`, 5, own, 0));
    const { customers: scored } = toRfmScores(customers, FIELDS);
    expect(scored.map(({ f }) => f)).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 5, 5]);
    // What all share scores in the middle.
    expect(new Set(scored.map(({ r, m }) => `${r}${m}`))).toEqual(new Set(['33']));
  });

  it('counts in whole numbers, so that no rounding moves a customer', () => {
    // 1 + floor(3 (2i + 1)/(2 · 6)).
    const customers = [0, 1, 2, 3, 4, 5].map((i) => customer(`c${i}`, i, i, i));
    expect(toRfmScores(customers, { ...FIELDS, groups: 3 }).customers.map(({ f }) => f)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(toRfmScores(customers, { ...FIELDS, groups: 2 }).customers.map(({ m }) => m)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(toRfmScores(customers, { ...FIELDS, groups: 9 }).customers.map(({ m }) => m)).toEqual([1, 3, 4, 6, 7, 9]);
  });

  it('counts recency from asOf where it is a date, and days where it is a number', () => {
    const rows: Customer[] = [
      { id: 'A', last: '2026-06-30', orders: 1, spent: 1 },
      { id: 'B', last: '2026-06-20T23:00:00+02:00', orders: 1, spent: 1 },
      { id: 'C', last: 5, orders: 1, spent: 1 },
    ];
    const { customers: scored, asOf } = toRfmScores(rows, { ...FIELDS, asOf: '2026-06-30', groups: 3 });
    expect(scored.map(({ recencyDays, r }) => [recencyDays, r])).toEqual([
      [0, 3],
      [10, 1],
      [5, 2],
    ]);
    expect(asOf).toBe('2026-06-30');
  });

  it('nests frequency within recency and monetary value within both, where asked', () => {
    // Recency halves: A B C D late, E F G H early. Within each half frequency halves, within each quarter monetary halves.
    const rows = [
      customer('A', 1, 9, 10),
      customer('B', 2, 9.5, 20),
      customer('C', 3, 8, 5),
      customer('D', 4, 7, 4),
      customer('E', 11, 2, 1),
      customer('F', 12, 2.5, 2),
      customer('G', 13, 1, 9),
      customer('H', 14, 1.5, 8),
    ];
    const nested = toRfmScores(rows, { ...FIELDS, groups: 2, binning: 'nested' });
    expect(nested.binning).toBe('nested');
    expect(nested.customers.map(({ code }) => code)).toEqual(['221', '222', '212', '211', '121', '122', '112', '111']);
    const independent = toRfmScores(rows, { ...FIELDS, groups: 2 });
    expect(independent.customers.map(({ code }) => code)).toEqual([
      '222',
      '222',
      '221',
      '221',
      '111',
      '111',
      '112',
      '112',
    ]);
  });

  it('lists customers by id, and reads ids that are numbers as text', () => {
    const rows = [{ ...customer('', 1, 1, 1), id: 9 }, customer('a', 1, 1, 1), { ...customer('', 1, 1, 1), id: 10 }];
    expect(toRfmScores(rows, FIELDS).customers.map(({ account }) => account)).toEqual(['10', '9', 'a']);
  });

  it('takes functions and negative sums', () => {
    const { customers: scored } = toRfmScores([-5, 3], {
      account: (_, index) => index,
      recency: () => 0,
      frequency: () => 1,
      monetary: (spent) => spent,
      groups: 2,
    });
    expect(scored.map(({ m, monetary }) => [m, monetary])).toEqual([
      [1, -5],
      [2, 3],
    ]);
  });

  it('is empty without customers', () => {
    expect(toRfmScores([] as Customer[], FIELDS).customers).toEqual([]);
  });

  it.each([1, 10, 2.5, '5'])('refuses %j groups', (groups) => {
    expect(() => untyped(toRfmScores, [], { ...FIELDS, groups })).toThrow(
      /^toRfmScores: option "groups" must be a whole number from 2 to 9, received/,
    );
  });

  it('refuses other binning, fields that are none, and data that are none', () => {
    expect(() => untyped(toRfmScores, [], { ...FIELDS, binning: 'both' })).toThrow(
      'toRfmScores: option "binning" must be "independent" or "nested", received "both"',
    );
    for (const field of ['account', 'recency', 'frequency', 'monetary']) {
      expect(() => untyped(toRfmScores, [], { ...FIELDS, [field]: 7 })).toThrow(
        `toRfmScores: option "${field}" must be the name of a field or a function, received 7`,
      );
    }
    expect(() => untyped(toRfmScores, [])).toThrow(/option "account"/);
    expect(() => untyped(toRfmScores, null, FIELDS)).toThrow(
      'toRfmScores: "customers" must be an iterable of rows, received null',
    );
  });

  it('refuses dates without asOf, and an asOf that is none', () => {
    const rows = [{ ...customer('A', 1, 1, 1), last: '2026-01-01' }];
    expect(() => toRfmScores(rows, FIELDS)).toThrow(
      'toRfmScores: option "asOf" must be given where recency is a date, received undefined',
    );
    expect(() => toRfmScores(rows, { ...FIELDS, asOf: '2026-02-30' })).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_DATE' }) as Error,
    );
  });
});

describe('checkRfmCustomers', () => {
  const good: Customer = { id: 'Z', last: 1, orders: 1, spent: 1 };

  it.each([
    [{ id: null }, 'missing-value', 'account'],
    [{ id: '' }, 'missing-value', 'account'],
    [{ id: 1.5 }, 'invalid-account', 'account'],
    [{ id: true }, 'invalid-account', 'account'],
    [{ last: null }, 'missing-value', 'recency'],
    [{ last: NaN }, 'invalid-number', 'recency'],
    [{ last: -1 }, 'negative-recency', 'recency'],
    [{ last: 'long ago' }, 'invalid-date', 'recency'],
    [{ last: '2026/06/01' }, 'invalid-date', 'recency'],
    [{ last: true }, 'invalid-date', 'recency'],
    [{ last: '2026-07-01' }, 'purchase-after-as-of', 'recency'],
    [{ orders: null }, 'missing-value', 'frequency'],
    [{ orders: -1 }, 'negative-frequency', 'frequency'],
    [{ orders: Infinity }, 'invalid-number', 'frequency'],
    [{ orders: '3' }, 'invalid-number', 'frequency'],
    [{ spent: undefined }, 'missing-value', 'monetary'],
    [{ spent: NaN }, 'invalid-number', 'monetary'],
    [{ spent: '3' }, 'invalid-number', 'monetary'],
  ])('finds %j: %s in %s', (wrong, code, field) => {
    const rows = [good, { ...good, id: 'A', ...wrong }] as Customer[];
    const options = { ...FIELDS, asOf: '2026-06-30' };
    const findings = checkRfmCustomers(rows, options);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, field, index: 1 });
    const missing = code === 'missing-value' ? 1 : 0;
    const scores = toRfmScores(rows, options);
    expect(scores.excluded).toEqual({ missing, impossible: 1 - missing });
    expect(scores.customers.map(({ account }) => account)).toEqual(['Z']);
  });

  it('leaves out every row of a customer that occurs twice, so that their order does not matter', () => {
    const rows = [
      { ...good, id: 7 },
      good,
      { ...good, id: '7', orders: 5 },
      { ...good, id: null },
      { ...good, id: 'null' },
    ];
    expect(checkRfmCustomers(rows, FIELDS).map(({ code, index }) => `${code} ${index}`)).toEqual([
      'repeated-account 0',
      'repeated-account 2',
      'missing-value 3',
    ]);
    expect(toRfmScores(rows, FIELDS).excluded).toEqual({ missing: 1, impossible: 2 });
  });

  it('finds nothing wrong with zeros', () => {
    expect(checkRfmCustomers([{ id: 0, last: 0, orders: 0, spent: 0 }], FIELDS)).toEqual([]);
  });

  it('names itself in errors', () => {
    expect(() => untyped(checkRfmCustomers, 7, FIELDS)).toThrow(/^checkRfmCustomers: "customers"/);
  });
});
