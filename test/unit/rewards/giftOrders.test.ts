import { describe, expect, it } from 'vitest';
import { foldGiftOrders } from '../../../src/rewards/gifts/foldGiftOrders.js';
import { GIFT_ORDER_STEPS, type GiftOrderEvent, type GiftOrderState } from '../../../src/rewards/gifts/giftOrder.js';
import { chosen, euros, replaced, step } from './giftSamples.js';

const fold = (events: readonly GiftOrderEvent[], asOf = '2026-12-31') => foldGiftOrders(events, { asOf });
const DAYS = {
  chosen: null,
  ordered: null,
  shipped: null,
  delivered: null,
  refused: null,
  returned: null,
  replaced: null,
};

describe('foldGiftOrders', () => {
  it('follows an order to the door', () => {
    const events = [
      chosen('o', '2026-04-02'),
      step('o', 'ordered', '2026-04-03'),
      step('o', 'shipped', '2026-04-05'),
      step('o', 'delivered', '2026-04-07'),
    ];
    expect(fold(events)).toEqual({
      orders: [
        {
          id: 'o',
          state: 'delivered',
          award: 'k-o',
          item: 'basket',
          price: euros(4290),
          reserved: 5000,
          replaces: null,
          replacedBy: null,
          days: {
            ...DAYS,
            chosen: '2026-04-02',
            ordered: '2026-04-03',
            shipped: '2026-04-05',
            delivered: '2026-04-07',
          },
          events: ['o-chosen', 'o-ordered', 'o-shipped', 'o-delivered'],
        },
      ],
      findings: [],
      later: [],
    });
  });

  const WAYS: readonly (readonly [GiftOrderState, readonly GiftOrderState[]])[] = [
    ['chosen', ['ordered', 'shipped', 'delivered', 'refused', 'replaced']],
    ['ordered', ['shipped', 'delivered', 'refused', 'replaced']],
    ['shipped', ['delivered', 'refused', 'returned', 'replaced']],
    ['delivered', ['returned', 'replaced']],
    ['refused', ['replaced']],
    ['returned', ['replaced']],
    ['replaced', []],
  ];
  const TO: Readonly<Record<GiftOrderState, readonly GiftOrderState[]>> = {
    chosen: [],
    ordered: ['ordered'],
    shipped: ['shipped'],
    delivered: ['delivered'],
    refused: ['refused'],
    returned: ['shipped', 'returned'],
    replaced: ['replaced'],
  };
  const event = (kind: GiftOrderState, on: string, id: string): GiftOrderEvent =>
    kind === 'replaced'
      ? { ...replaced('o', on, id, 4290), id }
      : kind === 'chosen'
        ? chosen('o', on, { id })
        : step('o', kind, on, id);
  const CASES = WAYS.flatMap(([from, next]) =>
    WAYS.filter(([to]) => to !== 'chosen').map(([to]) => [from, to, next.includes(to)] as const),
  );
  it.each(CASES)('from %s to %s: %s', (from, to, isLegal) => {
    const path = TO[from].map((kind, at) => event(kind, `2026-04-0${at + 3}`, `p${at}`));
    const done = fold([chosen('o', '2026-04-02'), ...path, event(to, '2026-04-09', 'last')]);
    const order = done.orders.find(({ id }) => id === 'o');
    expect(order?.state).toBe(isLegal ? to : from);
    expect(done.findings).toEqual(
      isLegal ? [] : [{ code: 'illegal-step', order: 'o', event: 'last', value: [from, to] }],
    );
  });
  it('says so in a table', () => {
    expect(GIFT_ORDER_STEPS).toEqual(Object.fromEntries(WAYS));
  });

  it('takes the events of one day in the order of the states', () => {
    const on = '2026-04-02';
    const events = [
      step('o', 'returned', on),
      step('o', 'delivered', on, 'a'),
      step('o', 'shipped', on),
      chosen('o', on),
    ];
    expect(fold(events)).toMatchObject({
      orders: [{ state: 'returned', events: ['o-chosen', 'o-shipped', 'a', 'o-returned'] }],
      findings: [],
    });
  });
  it('counts an event once, however often it comes', () => {
    const events = [chosen('o', '2026-04-02'), step('o', 'shipped', '2026-04-03')];
    expect(fold([...events, ...events])).toEqual(fold(events));
  });
  it('names an event that says different things, and takes the first in text order', () => {
    const done = fold([
      step('o', 'shipped', '2026-04-04'),
      chosen('o', '2026-04-02'),
      step('o', 'shipped', '2026-04-03'),
    ]);
    expect(done.orders[0]).toMatchObject({ state: 'shipped', days: { shipped: '2026-04-03' } });
    expect(done.findings).toEqual([{ code: 'conflicting-event', order: 'o', event: 'o-shipped', value: 2 }]);
  });
  it('takes the first of two that happen on different days, and names the second', () => {
    const done = fold([
      chosen('o', '2026-04-02'),
      step('o', 'delivered', '2026-04-05', 'b'),
      step('o', 'delivered', '2026-04-04', 'a'),
    ]);
    expect(done.orders[0]?.days.delivered).toBe('2026-04-04');
    expect(done.findings).toEqual([
      { code: 'illegal-step', order: 'o', event: 'b', value: ['delivered', 'delivered'] },
    ]);
  });
  it('leaves later events for later', () => {
    const events = [
      chosen('o', '2026-04-02'),
      step('o', 'shipped', '2026-04-04', 'b'),
      step('o', 'delivered', '2026-04-05', 'a'),
    ];
    expect(fold(events, '2026-04-04')).toMatchObject({ orders: [{ state: 'shipped' }], later: ['a'] });
    expect(fold(events, '2026-04-03')).toMatchObject({ orders: [{ state: 'chosen' }], later: ['a', 'b'] });
    expect(fold(events, '2026-04-01')).toMatchObject({ orders: [], findings: [], later: ['a', 'b', 'o-chosen'] });
  });
  it('names events of an order that nobody chose', () => {
    expect(fold([step('x', 'shipped', '2026-04-04')])).toEqual({
      orders: [],
      findings: [{ code: 'unknown-order', order: 'x', event: 'x-shipped', value: 'shipped' }],
      later: [],
    });
  });
  it('names what happens before the choice', () => {
    const done = fold([step('o', 'shipped', '2026-04-01'), chosen('o', '2026-04-02')]);
    expect(done.orders[0]?.state).toBe('chosen');
    expect(done.findings).toEqual([
      { code: 'before-choice', order: 'o', event: 'o-shipped', value: ['2026-04-01', '2026-04-02'] },
    ]);
  });
  it('names a second choice under one order', () => {
    const done = fold([chosen('o', '2026-04-02'), chosen('o', '2026-04-03', { id: 'again', item: 'pen' })]);
    expect(done.orders).toMatchObject([{ item: 'basket' }]);
    expect(done.findings).toEqual([{ code: 'order-exists', order: 'o', event: 'again', value: 'o' }]);
  });
  it('names a choice beyond the reserved value, and what follows it', () => {
    const done = fold([chosen('o', '2026-04-02', { price: euros(5001) }), step('o', 'shipped', '2026-04-03')]);
    expect(done.orders).toEqual([]);
    expect(done.findings).toEqual([
      { code: 'too-dear', order: 'o', event: 'o-chosen', value: [5001, 5000] },
      { code: 'unknown-order', order: 'o', event: 'o-shipped', value: 'shipped' },
    ]);
    expect(fold([chosen('o', '2026-04-02', { price: euros(5000) })]).orders).toHaveLength(1);
  });

  it('lets another order take the place of one, on the same grant', () => {
    const done = fold([
      chosen('o', '2026-04-02'),
      step('o', 'delivered', '2026-04-04'),
      replaced('o', '2026-04-06', 'p', 4500),
      step('p', 'shipped', '2026-04-06'),
      replaced('p', '2026-04-08', 'a', 5000, 'pen'),
    ]);
    expect(done.findings).toEqual([]);
    expect(done.orders).toMatchObject([
      { id: 'a', state: 'chosen', item: 'pen', price: euros(5000), replaces: 'p', replacedBy: null, award: 'k-o' },
      {
        id: 'o',
        state: 'replaced',
        replaces: null,
        replacedBy: 'p',
        days: { delivered: '2026-04-04', replaced: '2026-04-06' },
      },
      { id: 'p', state: 'replaced', replaces: 'o', replacedBy: 'a', reserved: 5000, days: { chosen: '2026-04-06' } },
    ]);
    expect(done.orders[0]?.events).toEqual(['p-replaced']);
  });
  it('replaces what was refused or returned', () => {
    const refused = fold([
      chosen('o', '2026-04-02'),
      step('o', 'refused', '2026-04-04'),
      replaced('o', '2026-04-06', 'p', 1),
    ]);
    expect(refused.orders).toMatchObject([{ state: 'replaced', days: { refused: '2026-04-04' } }, { state: 'chosen' }]);
  });
  it.each([
    [replaced('o', '2026-04-06', 'p', 5001), 'too-dear', [5001, 5000]],
    [replaced('o', '2026-04-06', 'o', 1), 'order-exists', 'o'],
    [replaced('o', '2026-04-06', 'q', 1), 'order-exists', 'q'],
    [
      {
        ...replaced('o', '2026-04-06', 'p', 1),
        replacement: { order: 'p', item: 'x', price: { minorUnits: 1, currency: 'USD' } },
      } as GiftOrderEvent,
      'other-currency',
      ['USD', 'EUR'],
    ],
  ])('names a replacement that cannot be', (own, code, value) => {
    const done = fold([chosen('o', '2026-04-02'), chosen('q', '2026-04-09'), own]);
    expect(done.orders.map(({ id, state }) => [id, state])).toEqual([
      ['o', 'chosen'],
      ['q', 'chosen'],
    ]);
    expect(done.findings).toEqual([{ code, order: 'o', event: 'o-replaced', value }]);
  });
  it('gives one order to the first of two that claim it', () => {
    const done = fold([
      chosen('a', '2026-04-03'),
      chosen('b', '2026-04-02'),
      replaced('a', '2026-04-06', 'p', 1),
      replaced('b', '2026-04-06', 'p', 1),
    ]);
    expect(done.orders.find(({ id }) => id === 'p')?.replaces).toBe('b');
    expect(done.findings).toMatchObject([{ code: 'order-exists', order: 'a', value: 'p' }]);
  });

  it.each<[Record<string, unknown> | null, string]>([
    [{ id: '' }, 'id'],
    [{ order: 7 }, 'order'],
    [{ kind: 'lost' }, 'kind'],
    [{ kind: 'toString' }, 'kind'],
    [{ on: '2026-02-30' }, 'on'],
    [{ award: '' }, 'award'],
    [{ item: null }, 'item'],
    [{ price: null }, 'price'],
    [{ price: euros(-1) }, 'price'],
    [{ price: euros(0.5) }, 'price'],
    [{ price: { minorUnits: 1, currency: 'e' } }, 'price'],
    [{ reserved: -1 }, 'reserved'],
    [{ reserved: 1.5 }, 'reserved'],
    [{ kind: 'replaced' }, 'replacement.order'],
    [{ kind: 'replaced', replacement: { order: 'p' } }, 'replacement.item'],
    [{ kind: 'replaced', replacement: { order: 'p', item: 'x' } }, 'replacement.price'],
  ])('names %j as no event', (own, value) => {
    const given = { ...chosen('o', '2026-04-02'), ...own } as unknown as GiftOrderEvent;
    expect(fold([given])).toMatchObject({ orders: [], findings: [{ code: 'not-an-event', value }] });
  });
  it('names who it can', () => {
    expect(fold([null as never, { id: 'e', order: 'o' } as never]).findings).toEqual([
      { code: 'not-an-event', order: 'o', event: 'e', value: 'kind' },
      { code: 'not-an-event', order: null, event: null, value: 'id' },
    ]);
  });
  it('takes the least of all', () => {
    const own = chosen('o', '2026-04-02', { price: euros(0), reserved: 0 });
    expect(fold([own]).orders[0]).toMatchObject({ price: euros(0), reserved: 0 });
  });
  it('refuses what is no list, and a day that is none', () => {
    expect(() => foldGiftOrders(7 as never, { asOf: '2026-01-01' })).toThrow(
      'foldGiftOrders: events must be an iterable of rows, received 7',
    );
    expect(() => fold([], 'x')).toThrow('foldGiftOrders: option "asOf" must be a civil date YYYY-MM-DD, received "x"');
    expect(() => foldGiftOrders([], null as never)).toThrow('foldGiftOrders: options must be an object, received null');
  });
});
