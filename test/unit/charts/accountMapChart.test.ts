import { describe, expect, it } from 'vitest';
import { toAccountMapChart } from '../../../src/charts/index.js';
import { facts, sheets } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toAccountMapChart(sheets, facts, { currency: 'EUR' });

describe('toAccountMapChart', () => {
  it('places accounts by revenue and mean of the last scores, the silent ones below the scale', () => {
    expect(
      rowsOf(chart, 'point').map(({ revenue, score, amount, standing }) => [revenue, score, amount, standing]),
    ).toEqual([
      [1_200_000, 6.5, 2, 'With a detractor'],
      [75_000, 9.5, 2, 'With promoters only'],
      [310_000, 8, 1, 'Without a detractor'],
      [18_000, 6, 1, 'With a detractor'],
      [640_000, -1, 0, 'Silent'],
    ]);
    expect(
      rowsOf(chart, 'rule')
        .slice(1)
        .map(({ low, high }) => [low, high]),
    ).toEqual([
      [4, 9],
      [9, 10],
    ]);
    expect(rowsOf(chart, 'text').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Silent', 'Acme Industries', 'bolt', 'core', 'dune', 'echo']),
    );
  });

  it('has a logarithmic axis of revenue in whole units', () => {
    const points = chart.layer.find(({ mark }) => (mark as { type?: string }).type === 'point');
    const { x, size } = points?.['encoding'] as unknown as Record<
      string,
      { scale: { type?: string; range?: number[] }; axis: { values: number[]; title: string } }
    >;
    expect(x?.scale.type).toBe('log');
    expect(x?.axis).toMatchObject({
      title: 'Revenue, EUR (logarithmic scale)',
      values: [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000],
    });
    expect(size?.scale.range).toEqual([50, 260]);
  });

  it('sizes by share of wallet when asked to', () => {
    const own = toAccountMapChart(sheets, facts, { currency: 'EUR', size: 'share-of-wallet' });
    expect(rowsOf(own, 'point').map(({ amount }) => amount)).toEqual([0.4, 0.9, 0.2, 0, 0]);
  });

  it('says the finding in words', () => {
    expect(chart.title.subtitle).toEqual([
      '5 accounts: 2 with a detractor, 1 without a detractor, 1 with promoters only, 1 silent',
      'With a detractor: €1,218,000 of €2,243,000 revenue',
      '1 without known revenue',
    ]);
    expect(rowsOf(chart, 'point')[0]?.['words']).toBe(
      'Acme Industries: €1,200,000, 6.5 (4 – 9, 2 people), with a detractor, share of wallet 40%',
    );
    expect(toAccountMapChart(sheets, facts, { currency: 'EUR', locale: 'fr' }).title).toMatchObject({
      text: 'Comptes selon le chiffre d’affaires et les notes',
      subtitle: [
        '5 comptes\u202f: 2 avec un détracteur, 1 sans détracteur, 1 avec promoteurs seulement, 1 silencieux',
        expect.stringMatching(/^Avec un détracteur\u202f: .*de chiffre d’affaires sur/),
        '1 sans chiffre d’affaires connu',
      ],
    });
  });

  it('leaves out accounts without revenue above 0', () => {
    const none = facts.map((fact) => ({ ...fact, revenue: fact.account === 'acme' ? 0 : -5 }));
    expect(toAccountMapChart(sheets, none, { currency: 'EUR' }).title.subtitle).toEqual([
      'No data',
      '6 without known revenue',
    ]);
  });

  it('knows currencies without minor units', () => {
    expect(rowsOf(toAccountMapChart(sheets, facts, { currency: 'JPY' }), 'point')[0]?.['revenue']).toBe(120_000_000);
  });

  it.each([
    [null, facts, /sheets must be what accountSheet gave/],
    [{}, facts, /sheets\.accounts must be a list/],
    [{ accounts: [null] }, facts, /sheets\.accounts\[0\] must be the sheet/],
    [{ accounts: [{ account: 7 }] }, facts, /accounts\[0\]\.account must be an id/],
    [{ accounts: [{ account: 'a' }] }, facts, /accounts\[0\]\.contacts must be a list/],
    [{ accounts: [{ account: 'a', contacts: [null] }] }, facts, /contacts\[0\] must be a contact/],
    [
      { accounts: [{ account: 'a', contacts: [{ score: 11 }] }] },
      facts,
      /contacts\[0\]\.score must be between 0 and 10, or null/,
    ],
    [sheets, null, /facts must be a list of accounts/],
    [sheets, [null], /facts\[0\] must be an account/],
    [sheets, [facts[0], facts[0]], /facts\[1\]\.account must be an id that comes once, received "acme"/],
    [sheets, [{ account: 'a', revenue: '1' }], /facts\[0\]\.revenue must be a finite number or null/],
    [
      sheets,
      [{ account: 'a', revenue: 1, shareOfWallet: 1.1 }],
      /facts\[0\]\.shareOfWallet must be between 0 and 1, or null/,
    ],
    [sheets, [{ account: 'a', revenue: 1, name: 7 }], /facts\[0\]\.name must be a text/],
  ])('refuses %#', (own, list, message) => {
    expect(() => toAccountMapChart(own as never, list as never, { currency: 'EUR' })).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_INPUT', message: expect.stringMatching(message) as unknown }),
    );
  });

  it.each([
    [undefined, /options must be an object/],
    [{ currency: 'euro' }, /"currency" must be a code of three capital letters/],
    [{ currency: 'EUR', size: 'x' }, /"size" must be "heard" or "share-of-wallet"/],
  ])('refuses the options %j', (options, message) => {
    expect(() => toAccountMapChart(sheets, facts, options as never)).toThrow(message);
  });
});
