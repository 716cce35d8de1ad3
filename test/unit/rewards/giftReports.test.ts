import { describe, expect, it } from 'vitest';
import { foldGiftOrders } from '../../../src/rewards/gifts/foldGiftOrders.js';
import { compileGiftCatalogue } from '../../../src/rewards/gifts/giftCatalogue.js';
import { overdueGifts, reportGiftDelays } from '../../../src/rewards/gifts/giftDelays.js';
import type { GiftGrant } from '../../../src/rewards/gifts/giftGrant.js';
import { delayOf, type GiftCase } from '../../../src/rewards/gifts/giftQuantile.js';
import type { GiftOrderEvent } from '../../../src/rewards/gifts/giftOrder.js';
import { reportGiftCatalogue } from '../../../src/rewards/gifts/reportGiftCatalogue.js';
import { chosen, euros, gift, replaced, step } from './giftSamples.js';

const fold = (events: readonly GiftOrderEvent[], asOf = '2026-12-31') => foldGiftOrders(events, { asOf }).orders;
const grant = (award: string, own: Partial<GiftGrant> = {}): GiftGrant => ({
  award,
  rule: 'goodwill',
  subject: 'acme',
  occurrence: award,
  budget: null,
  catalogue: 'main',
  currency: 'EUR',
  reserved: 5000,
  posted: 0,
  pending: 5000,
  returned: 0,
  state: 'pending',
  incidentOn: '2026-03-28',
  grantedOn: '2026-04-01',
  chooseBy: '2026-06-30',
  ...own,
});
const completed = (...days: number[]): GiftCase[] => days.map((own) => ({ kind: 'completed', days: own }));
const open = (...days: number[]): GiftCase[] => days.map((own) => ({ kind: 'open', days: own }));
const known = (days: number) => ({ days, atLeast: days, atMost: days });

describe('delayOf', () => {
  it('knows nothing of nothing', () => {
    const none = { days: null, atLeast: null, atMost: null };
    expect(delayOf([])).toEqual({
      ...{ completed: 0, open: 0, ended: 0, unknown: 0, impossible: 0 },
      ...{ median: none, ninetieth: none },
    });
  });
  it.each([
    [[7], 7, 7],
    [[2, 1], 1, 2],
    [[3, 1, 2], 2, 3],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 5, 9],
    [[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 6, 10],
    [[0, 0, 0], 0, 0],
  ])('takes the nearest rank of %j', (days, median, ninetieth) => {
    expect(delayOf(completed(...days))).toMatchObject({ median: known(median), ninetieth: known(ninetieth) });
  });
  it('gives bounds where open cases decide', () => {
    // Of 1, 3, 5 and one open since 4 days, the second is 3 whatever comes; the fourth is open.
    expect(delayOf([...completed(5, 1, 3), ...open(4)])).toMatchObject({
      completed: 3,
      open: 1,
      median: known(3),
      ninetieth: { days: null, atLeast: 5, atMost: null },
    });
    // Open since 2 days: the second of four is 2 if it ends today, 3 if it never does.
    expect(delayOf([...completed(5, 1, 3), ...open(2)]).median).toEqual({ days: null, atLeast: 2, atMost: 3 });
    expect(delayOf(open(0, 6)).median).toEqual({ days: null, atLeast: 0, atMost: null });
  });
  it('counts apart what is in no quantile', () => {
    const cases: GiftCase[] = [
      ...completed(4, -1),
      ...open(-2),
      { kind: 'ended' },
      { kind: 'unknown' },
      { kind: 'unknown' },
    ];
    expect(delayOf(cases)).toMatchObject({
      completed: 1,
      open: 0,
      ended: 1,
      unknown: 2,
      impossible: 2,
      median: known(4),
    });
  });
});

describe('reportGiftDelays', () => {
  const events = [
    chosen('a', '2026-04-03'),
    step('a', 'delivered', '2026-04-08'),
    step('a', 'returned', '2026-04-20'),
    chosen('b', '2026-04-11'),
    step('b', 'delivered', '2026-04-13'),
    replaced('b', '2026-04-14', 'b2', 4290),
    chosen('c', '2026-04-05'),
    step('c', 'refused', '2026-04-06'),
    chosen('d', '2026-04-02'),
    replaced('d', '2026-04-06', 'd2', 1),
    step('d2', 'delivered', '2026-04-10'),
  ];
  const grants = [
    ...['a', 'b', 'c', 'd'].map((own) => grant(`k-${own}`, { state: 'chosen' })),
    grant('waiting'),
    grant('lapsed', { state: 'lapsed' }),
    grant('stranger', { incidentOn: null }),
  ];
  const report = reportGiftDelays({ grants, orders: fold(events), asOf: '2026-05-01' });
  it('from incident to grant', () => {
    // 28 March to 1 April, each time.
    expect(report.incidentToGrant).toMatchObject({ completed: 6, open: 0, unknown: 1, median: known(4) });
    const late = reportGiftDelays({
      grants: [grant('x', { incidentOn: '2026-04-02' })],
      orders: [],
      asOf: '2026-05-01',
    });
    expect(late.incidentToGrant).toMatchObject({ completed: 0, impossible: 1 });
  });
  it('from grant to choice', () => {
    // 1, 2, 4, 10 days, and two that wait for 30.
    expect(report.grantToChoice).toMatchObject({ completed: 4, open: 2, ended: 1, median: known(4) });
    expect(report.grantToChoice.ninetieth).toEqual({ days: null, atLeast: 30, atMost: null });
  });
  it('from choice to delivery', () => {
    // a after 5, d after 8 by its replacement; b is replaced after it was delivered and waits for 20; c was refused.
    expect(report.choiceToDelivery).toMatchObject({ completed: 2, open: 1, ended: 1, median: known(8) });
    expect(report.choiceToDelivery.ninetieth).toEqual({ days: null, atLeast: 20, atMost: null });
  });
  it('from incident to delivery', () => {
    // a after 11, d after 13; b and the waiting one for 34; c and the lapsed one are over.
    expect(report.incidentToDelivery).toMatchObject({ completed: 2, open: 2, ended: 2, unknown: 1, median: known(13) });
    expect(report.incidentToDelivery.ninetieth.atLeast).toBe(34);
  });
  it('takes the first of two orders on a grant', () => {
    const orders = fold([chosen('z', '2026-04-02', { award: 'k' }), chosen('y', '2026-04-03', { award: 'k' })]);
    const own = reportGiftDelays({ grants: [grant('k')], orders, asOf: '2026-05-01' });
    expect(own.grantToChoice.median).toEqual(known(1));
    expect(own.choiceToDelivery.open).toBe(1);
  });
  it('does not depend on order, and is plain JSON', () => {
    const turned = { grants: grants.slice().reverse(), orders: fold(events).slice().reverse(), asOf: '2026-05-01' };
    expect(reportGiftDelays(turned)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
  it.each<[Record<string, unknown> | null, string]>([
    [null, 'input must be an object, received null'],
    [{ grants: null }, 'option "grants" must be a list of grants of gifts, received null'],
    [{ grants: [null] }, 'option "grants" must be a list of grants of gifts, received an object'],
    [{ orders: [null] }, 'option "orders" must be a list of orders that were folded, received an object'],
    [{ asOf: 'x' }, 'option "asOf" must be a civil date YYYY-MM-DD, received "x"'],
  ])('refuses %j', (own, message) => {
    const input = own === null ? null : { grants: [], orders: [], asOf: '2026-05-01', deliveryDays: 1, ...own };
    expect(() => reportGiftDelays(input as never)).toThrow(`reportGiftDelays: ${message}`);
    expect(() => overdueGifts(input as never)).toThrow(`overdueGifts: ${message}`);
  });
});

describe('overdueGifts', () => {
  const late = (grants: readonly GiftGrant[], events: readonly GiftOrderEvent[], asOf: string) =>
    overdueGifts({ grants, orders: fold(events, asOf), asOf, deliveryDays: 10 });
  it('lists choices from the day after their last', () => {
    expect(late([grant('k')], [], '2026-06-30')).toEqual({ choices: [], deliveries: [], unknown: 0 });
    expect(late([grant('k')], [], '2026-07-02').choices).toEqual([
      { award: 'k', order: null, deadline: '2026-06-30', daysLate: 2 },
    ]);
  });
  it('passes over what was chosen, also before it is booked, and what is over', () => {
    expect(late([grant('k-o')], [chosen('o', '2026-06-01')], '2026-07-02').choices).toEqual([]);
    expect(late([grant('k', { state: 'lapsed' })], [], '2026-07-02').choices).toEqual([]);
  });
  it('counts deadlines that are not known', () => {
    expect(late([grant('k', { chooseBy: null }), grant('l')], [], '2026-06-30')).toMatchObject({
      choices: [],
      unknown: 1,
    });
  });
  it('lists deliveries from the day after the promise', () => {
    const events = [chosen('o', '2026-04-02'), step('o', 'ordered', '2026-04-03')];
    expect(late([], events, '2026-04-12').deliveries).toEqual([]);
    expect(late([], events, '2026-04-13').deliveries).toEqual([
      { award: 'k-o', order: 'o', deadline: '2026-04-12', daysLate: 1 },
    ]);
    expect(late([], [...events, step('o', 'shipped', '2026-04-04')], '2026-04-13').deliveries).toHaveLength(1);
    for (const end of ['delivered', 'refused'] as const)
      expect(late([], [...events, step('o', end, '2026-04-12')], '2026-04-13').deliveries).toEqual([]);
  });
  it('promises a replacement from its own day', () => {
    const events = [chosen('o', '2026-04-02'), replaced('o', '2026-04-20', 'p', 1)];
    expect(late([], events, '2026-04-30').deliveries).toEqual([]);
    expect(late([], events, '2026-05-01').deliveries).toMatchObject([{ order: 'p', deadline: '2026-04-30' }]);
  });
  it('puts the longest overdue first, then by grant', () => {
    const own = late(
      [grant('b'), grant('c', { chooseBy: '2026-05-01' }), grant('a')],
      [chosen('z', '2026-04-02'), chosen('y', '2026-04-02'), chosen('x', '2026-04-01')],
      '2026-07-02',
    );
    expect(own.choices.map(({ award }) => award)).toEqual(['c', 'a', 'b']);
    expect(own.deliveries.map(({ order }) => order)).toEqual(['x', 'y', 'z']);
  });
  it('takes a promise for the day itself, and refuses one that is none', () => {
    const input = { grants: [], orders: fold([chosen('o', '2026-04-02')]), asOf: '2026-04-03' };
    expect(overdueGifts({ ...input, deliveryDays: 0 }).deliveries).toMatchObject([{ deadline: '2026-04-02' }]);
    expect(() => overdueGifts({ ...input, deliveryDays: -1 })).toThrow(
      'overdueGifts: option "deliveryDays" must be a whole number of days from 0, received -1',
    );
  });
});

describe('reportGiftCatalogue', () => {
  const catalogue = compileGiftCatalogue([
    gift('basket'),
    gift('clock', { category: 'office', stock: 'out-of-stock' }),
    gift('pen', { category: 'office' }),
    gift('fax', { category: 'office', stock: 'withdrawn' }),
    gift('Zebra', { category: 'toys' }),
  ]);
  const dollars = { minorUnits: 300, currency: 'USD' };
  const orders = fold([
    chosen('a', '2026-04-02'),
    step('a', 'delivered', '2026-04-04'),
    chosen('b', '2026-04-02'),
    step('b', 'refused', '2026-04-04'),
    chosen('c', '2026-04-02', { item: 'pen', price: euros(1000) }),
    replaced('c', '2026-04-05', 'c2', 2000, 'clock'),
    chosen('d', '2026-04-02', { item: 'gone', price: dollars, reserved: 400 }),
    chosen('e', '2026-04-02', { item: 'fax', price: euros(3000) }),
    step('e', 'ordered', '2026-04-03'),
    chosen('f', '2026-04-02', { item: 'clock' }),
    step('f', 'shipped', '2026-04-03'),
    step('f', 'returned', '2026-04-09'),
  ]);
  const report = reportGiftCatalogue(catalogue, orders);
  const none = { chosen: 0, replacements: 0, delivered: 0, refused: 0, returned: 0, replaced: 0 };
  it('counts items, most chosen first', () => {
    expect(report.items).toEqual([
      { item: 'basket', category: 'gourmet', ...none, chosen: 2, delivered: 1, refused: 1 },
      { item: 'clock', category: 'office', ...none, chosen: 1, replacements: 1, returned: 1 },
      { item: 'fax', category: 'office', ...none, chosen: 1 },
      { item: 'gone', category: null, ...none, chosen: 1 },
      { item: 'pen', category: 'office', ...none, chosen: 1, replaced: 1 },
    ]);
    expect(report.neverChosen).toEqual(['Zebra']);
  });
  it('counts categories, those it does not know last', () => {
    expect(report.categories).toEqual([
      { category: 'gourmet', items: 1, ...none, chosen: 2, delivered: 1, refused: 1 },
      { category: 'office', items: 3, ...none, chosen: 3, replacements: 1, returned: 1, replaced: 1 },
      { category: 'toys', items: 1, ...none },
      { category: null, items: 0, ...none, chosen: 1 },
    ]);
  });
  it('adds money up by currency, each grant once', () => {
    // Five grants of 50.00: used 42.90 + 20.00 + 30.00; given up 42.90 twice.
    expect(report.money).toEqual([
      { currency: 'EUR', reserved: 25_000, used: 9290, returned: 15_710, givenUp: 8580, shareUsed: 9290 / 25_000 },
      { currency: 'USD', reserved: 400, used: 300, returned: 100, givenUp: 0, shareUsed: 0.75 },
    ]);
    const free = fold([chosen('a', '2026-04-02', { price: euros(0), reserved: 0 })]);
    expect(reportGiftCatalogue(catalogue, free).money).toMatchObject([{ reserved: 0, shareUsed: null }]);
  });
  it('gives rates with their counts', () => {
    expect(report.refused).toEqual({ count: 1, of: 7, share: 1 / 7 });
    expect(report.returned).toEqual({ count: 1, of: 7, share: 1 / 7 });
    expect(report.replaced).toEqual({ count: 1, of: 7, share: 1 / 7 });
    expect(report.topTen).toEqual({ count: 6, of: 6, share: 1 });
  });
  it('takes ten items for the top ten', () => {
    const many = Array.from({ length: 11 }, (_, at) => chosen(`o${at}`, '2026-04-02', { item: `i${at}` }));
    const own = reportGiftCatalogue(catalogue, fold([...many, chosen('x', '2026-04-02', { item: 'i10' })]));
    expect(own.topTen).toEqual({ count: 11, of: 12, share: 11 / 12 });
    expect(own.items[0]).toMatchObject({ item: 'i10', chosen: 2 });
  });
  it('names what is not under way and cannot be had', () => {
    expect(report.unavailable).toEqual([
      { order: 'c2', item: 'clock', stock: 'out-of-stock' },
      { order: 'd', item: 'gone', stock: null },
      { order: 'e', item: 'fax', stock: 'withdrawn' },
    ]);
  });
  it('has no shares of nothing', () => {
    const own = reportGiftCatalogue(catalogue, []);
    expect(own).toMatchObject({ items: [], money: [], unavailable: [], refused: { count: 0, of: 0, share: null } });
    expect(own.topTen.share).toBeNull();
    expect(own.neverChosen).toEqual(['Zebra', 'basket', 'clock', 'fax', 'pen']);
  });
  it('does not depend on order, and is plain JSON', () => {
    expect(reportGiftCatalogue(catalogue, orders.slice().reverse())).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
  it('refuses what is no catalogue, and orders that are none', () => {
    expect(() => reportGiftCatalogue([] as never, [])).toThrow(
      'reportGiftCatalogue: catalogue must be what compileGiftCatalogue made of items, received an object',
    );
    expect(() => reportGiftCatalogue(catalogue, {} as never)).toThrow(
      'reportGiftCatalogue: option "orders" must be a list of orders that were folded, received an object',
    );
  });
});
