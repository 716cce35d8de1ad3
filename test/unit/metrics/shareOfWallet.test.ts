import { describe, expect, it } from 'vitest';
import {
  checkWallets,
  computeShareOfWallet,
  shareOfWalletMeasure,
} from '../../../src/metrics/business/shareOfWallet.js';
import { allocateWallet, walletAllocation } from '../../../src/metrics/business/walletAllocation.js';

describe('walletAllocation', () => {
  // Keiningham et al. (2011): three suppliers share 50, 33 and 17 per cent.
  it.each([
    [3, [0.5, 1 / 3, 1 / 6]],
    [4, [0.4, 0.3, 0.2, 0.1]],
    [1, [1]],
    [2, [2 / 3, 1 / 3]],
  ])('shares among %d suppliers', (suppliers, expected) => {
    expected.forEach((share, i) => expect(walletAllocation(i + 1, suppliers)).toBeCloseTo(share, 15));
  });

  it('gives ties the mean of their shares', () => {
    expect(walletAllocation(1.5, 3)).toBeCloseTo((0.5 + 1 / 3) / 2, 15);
  });

  it.each([
    [0.5, 3],
    [0, 3],
    [3.5, 3],
    [4, 3],
    [1.25, 3],
    [NaN, 3],
    [1, 0],
    [1, 2.5],
    [1, NaN],
  ])('knows none for rank %d of %d', (rank, suppliers) => {
    expect(walletAllocation(rank, suppliers)).toBeNull();
  });
});

describe('allocateWallet', () => {
  it.each([
    [
      [9, 7, 6, 4],
      [0.4, 0.3, 0.2, 0.1],
    ],
    [
      [4, 9],
      [1 / 3, 2 / 3],
    ],
    [
      [8, 8, 5],
      [5 / 12, 5 / 12, 1 / 6],
    ],
    [
      [5, 5, 5],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    [[7], [1]],
  ])('shares by the ratings %j', (ratings, expected) => {
    allocateWallet(ratings).forEach((share, i) => expect(share).toBeCloseTo(expected[i] ?? NaN, 15));
  });

  it('is empty without suppliers, or with a rating that is no number', () => {
    expect(allocateWallet([])).toEqual([]);
    expect(allocateWallet([7, NaN])).toEqual([]);
  });
});

describe('computeShareOfWallet', () => {
  const declared = { spend: 'ours', categorySpend: 'all' } as const;
  const accounts = [
    { ours: 300, all: 1000 },
    { ours: 100, all: 100 },
    { ours: 200, all: 500 },
  ];

  it('divides sum by sum', () => {
    const result = computeShareOfWallet(accounts, declared);
    expect(result).toMatchObject({ value: 0.375, estimated: false, spend: 600, categorySpend: 1600, sampleSize: 3 });
  });

  it('leaves out what is missing or more than all', () => {
    const wrong = [
      { ours: null, all: 5 },
      { ours: 5, all: null },
      { ours: 6, all: 5 },
      { ours: -1, all: 5 },
      { ours: 1, all: Infinity },
    ];
    const result = computeShareOfWallet([...accounts, { ours: 0, all: 0 }, ...wrong] as typeof accounts, declared);
    expect(result).toMatchObject({ value: 0.375, excluded: { missing: 2, invalid: 3 }, sampleSize: 4 });
    expect(checkWallets(wrong as typeof accounts, declared).map(({ code, field }) => [code, field])).toEqual([
      ['missing-value', 'spend'],
      ['missing-value', 'categorySpend'],
      ['invalid-amount', 'spend'],
      ['invalid-amount', 'spend'],
      ['invalid-amount', 'categorySpend'],
    ]);
  });

  const ranked = { rank: 'rank', suppliers: 'suppliers' } as const;

  it('estimates by rank, each account for one', () => {
    const rows = [
      { rank: 1, suppliers: 3 },
      { rank: 2, suppliers: 4 },
    ];
    const result = computeShareOfWallet(rows, ranked);
    expect(result.value).toBeCloseTo((0.5 + 0.3) / 2, 15);
    expect(result).toMatchObject({ estimated: true, categorySpend: 2 });
  });

  it('estimates by rank, each account for what it spends', () => {
    const rows = [
      { rank: 1, suppliers: 3, all: 900 },
      { rank: 2, suppliers: 4, all: 100 },
    ];
    const result = computeShareOfWallet(rows, { ...ranked, categorySpend: 'all' });
    expect(result.value).toBeCloseTo((0.5 * 900 + 0.3 * 100) / 1000, 14);
    expect(result).toMatchObject({ estimated: true, categorySpend: 1000 });
  });

  it('leaves out ranks that cannot be', () => {
    const rows = [
      { rank: 4, suppliers: 3 },
      { rank: 0.5, suppliers: 3 },
      { rank: 1, suppliers: 0 },
      { rank: 1.3, suppliers: 3 },
      { rank: null as unknown as number, suppliers: 3 },
      { rank: 3, suppliers: 3 },
    ];
    const result = computeShareOfWallet(rows, ranked);
    expect(result).toMatchObject({ excluded: { missing: 1, invalid: 4 }, sampleSize: 1 });
    expect(checkWallets(rows, { ...ranked, account: () => 'a' }).map(({ index, field }) => [index, field])).toEqual([
      [0, 'rank'],
      [1, 'rank'],
      [2, 'suppliers'],
      [3, 'rank'],
      [4, 'rank'],
    ]);
  });

  it('keeps declared and estimated apart', () => {
    type Row = { ours: number; all: number; rank: number; suppliers: number };
    const shared = { id: 'share-of-wallet', unit: 'share', range: { minimum: 0, maximum: 1 }, family: 'ratio' };
    expect(shareOfWalletMeasure<Row>(declared).definition).toMatchObject({ ...shared, parameters: {} });
    expect(shareOfWalletMeasure<Row>(ranked).definition.parameters).toEqual({
      basis: 'wallet-allocation-rule',
      weight: 'account',
    });
    expect(shareOfWalletMeasure<Row>({ ...ranked, categorySpend: 'all' }).definition.parameters).toEqual({
      basis: 'wallet-allocation-rule',
    });
  });

  it('throws on another currency, and on a currency that is none', () => {
    const row = { ours: { minorUnits: 1, currency: 'EUR' }, all: { minorUnits: 2, currency: 'CHF' } };
    expect(() => computeShareOfWallet([row], { ...declared, currency: 'EUR' })).toThrow(
      'computeShareOfWallet: categorySpend at row 0 must be in EUR, received "CHF"',
    );
    expect(() => computeShareOfWallet(accounts, { ...declared, currency: '€' })).toThrow('option "currency"');
  });
});
