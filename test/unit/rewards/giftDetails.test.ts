import { describe, expect, it } from 'vitest';

import { inOrderOfEffect, inTextOrder, orderFinding } from '../../../src/rewards/gifts/checkGiftEvent.js';
import { checkGiftItems, isCountry, isCurrency } from '../../../src/rewards/gifts/checkGiftItems.js';
import { chooseGift } from '../../../src/rewards/gifts/chooseGift.js';
import { eligibleGifts } from '../../../src/rewards/gifts/eligibleGifts.js';
import { foldGiftOrders } from '../../../src/rewards/gifts/foldGiftOrders.js';
import { compileGiftCatalogue } from '../../../src/rewards/gifts/giftCatalogue.js';
import { chainsOf, requireOrders } from '../../../src/rewards/gifts/giftChains.js';
import type { GiftChoiceInput } from '../../../src/rewards/gifts/giftChoice.js';
import { overdueGifts, reportGiftDelays } from '../../../src/rewards/gifts/giftDelays.js';
import { toGiftGrants, type GiftGrant } from '../../../src/rewards/gifts/giftGrant.js';
import type { GiftItem } from '../../../src/rewards/gifts/giftItem.js';
import type { GiftOrder, GiftOrderEvent } from '../../../src/rewards/gifts/giftOrder.js';
import { giftOrderFacts } from '../../../src/rewards/gifts/giftOrderFacts.js';
import { reportGiftCatalogue } from '../../../src/rewards/gifts/reportGiftCatalogue.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { coded } from '../../tools/coded.js';
import { entryOf } from './entriesOfLedger.js';
import { chosen, euros, gift, GIFT_RULE, replaced, step } from './giftSamples.js';

const ordersOf = (events: readonly GiftOrderEvent[], asOf = '2026-12-31') => foldGiftOrders(events, { asOf }).orders;

/** Some items in a few orders: what comes of them must not depend on it. */
function shuffles<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return [
    items,
    items.slice().reverse(),
    [...items.slice(2), ...items.slice(0, 2)],
    [...items.slice(3), ...items.slice(0, 3)],
  ];
}

describe('a catalogue', () => {
  const ids = ['d', 'b', 'e', 'a', 'c'];
  it('keeps items in the order of their ids, and those of one price too, and leaves the list as it is', () => {
    for (const own of shuffles(ids)) {
      const items = own.map((id) => gift(id));
      const catalogue = compileGiftCatalogue(items);
      expect(catalogue.items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(
        catalogue
          .range('EUR', 'main')
          ?.shelves.get(null)
          ?.items.map(({ id }) => id),
      ).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(items.map(({ id }) => id)).toEqual(own);
    }
  });
  it('keeps what cannot be had apart, by price', () => {
    const catalogue = compileGiftCatalogue([
      gift('a', { stock: 'out-of-stock', price: euros(1) }),
      gift('b', { stock: 'withdrawn', price: euros(2) }),
      gift('c', { stock: 'out-of-stock', price: euros(3) }),
      gift('d'),
      gift('e', { stock: 'low-stock', price: euros(5000) }),
    ]);
    const range = catalogue.range('EUR', null);
    expect([range?.outOfStock, range?.withdrawn]).toEqual([[3, 1], [2]]);
    expect(range?.shelves.get('gourmet')?.items.map(({ id }) => id)).toEqual(['e', 'd']);
    expect(catalogue.range('USD', null)).toBe(null);
    expect(catalogue.range('EUR', 'other')).toBe(null);
  });
  it('of one category counts the others as left out, but for what is too dear', () => {
    const catalogue = compileGiftCatalogue([
      gift('a', { price: euros(9) }),
      gift('b', { price: euros(5) }),
      gift('c', { price: euros(5), category: 'toys' }),
      gift('d', { price: euros(4), category: 'toys' }),
      gift('e', { price: euros(9), category: 'toys' }),
    ]);
    const found = (category: string) =>
      eligibleGifts(catalogue, { upTo: 5, currency: 'EUR', asOf: '2026-03-02', category });
    expect(found('toys')).toMatchObject({ total: 2, excluded: { 'too-dear': 2, 'other-category': 1 } });
    expect(found('gourmet')).toMatchObject({ total: 1, excluded: { 'too-dear': 2, 'other-category': 2 } });
    expect(found('none')).toMatchObject({ items: [], total: 0, excluded: { 'too-dear': 2, 'other-category': 3 } });
  });
  it('is asked for by what was compiled only', () => {
    expect(coded(() => eligibleGifts([] as never, { upTo: 5, currency: 'EUR', asOf: '2026-03-02' }))).toBe(
      'CX_INVALID_INPUT eligibleGifts: catalogue must be what compileGiftCatalogue made of items, received an object',
    );
  });
});

describe('items of a catalogue', () => {
  it('are at fault by their place, whatever is wrong with them', () => {
    const bad = { ...gift('z'), stock: 'gone' } as unknown as GiftItem;
    const found = checkGiftItems([gift('a'), gift('b'), bad, gift('b'), gift('a'), gift('b'), bad]);
    expect(found.map(({ code, index }) => [code, index])).toEqual([
      ['unknown-stock', 2],
      ['duplicate-item', 3],
      ['duplicate-item', 4],
      ['duplicate-item', 5],
      ['unknown-stock', 6],
    ]);
    const differing = checkGiftItems([gift('a'), gift('b'), gift('a', { category: 'x' }), gift('b'), gift('a')]);
    expect(differing.map(({ code, index, id }) => [code, index, id])).toEqual([
      ['conflicting-item', 0, 'a'],
      ['conflicting-item', 2, 'a'],
      ['duplicate-item', 3, 'b'],
      ['conflicting-item', 4, 'a'],
    ]);
  });
  it('that are none are told without a field', () => {
    for (const item of [null, 5, []] as unknown as GiftItem[])
      expect(checkGiftItems([item])).toMatchObject([{ code: 'not-an-item', index: 0, field: '' }]);
  });
  it('may be offered from a day, through a day, or between two', () => {
    const codes = (own: Partial<GiftItem>) => checkGiftItems([gift('a', own)]).map(({ code }) => code);
    expect(codes({ validFrom: '2026-03-02' })).toEqual([]);
    expect(codes({ validThrough: '2026-03-02' })).toEqual([]);
    expect(codes({ validFrom: '2026-03-02', validThrough: '2026-03-02' })).toEqual([]);
    expect(codes({ validFrom: '2026-03-03', validThrough: '2026-03-02' })).toEqual(['reversed-dates']);
  });
  it('codes are text', () => {
    expect([isCurrency('EUR'), isCurrency(['EUR']), isCurrency('eur'), isCurrency('EURO')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([isCountry('FR'), isCountry(['FR']), isCountry('fr'), isCountry('FRA')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('events and findings', () => {
  it('come by day, then by state, then by id', () => {
    const events = [
      step('o', 'shipped', '2026-03-02', 'b'),
      step('o', 'shipped', '2026-03-02', 'a'),
      step('o', 'ordered', '2026-03-02', 'z'),
      chosen('o', '2026-03-02'),
      step('o', 'delivered', '2026-03-01', 'y'),
      step('o', 'shipped', '2026-03-02', 'c'),
    ];
    for (const own of shuffles(events))
      expect(
        own
          .slice()
          .sort(inOrderOfEffect)
          .map(({ id }) => id),
      ).toEqual(['y', 'o-chosen', 'z', 'a', 'b', 'c']);
  });
  it('are told in the order of their texts', () => {
    const findings = ['c', 'a', 'd', 'b'].map((order) => orderFinding('unknown-award', order, null, 1));
    for (const own of shuffles(findings))
      expect(inTextOrder(own).map(({ order }) => order)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('chains of orders', () => {
  const order = (id: string, own: Partial<GiftOrder> = {}): GiftOrder => ({
    ...(ordersOf([chosen(id, '2026-03-02')])[0] as GiftOrder),
    ...own,
  });
  it('come by the day of the choice, then by id', () => {
    const events = [
      chosen('c', '2026-03-02'),
      chosen('a', '2026-03-02'),
      chosen('z', '2026-03-01'),
      chosen('b', '2026-03-02'),
      chosen('d', '2026-03-03'),
    ];
    for (const own of shuffles(ordersOf(events)))
      expect(chainsOf(own).map(({ first }) => first.id)).toEqual(['z', 'a', 'b', 'c', 'd']);
  });
  it('end with what took the place of the last, and end at all', () => {
    const events = [
      chosen('a', '2026-03-02'),
      replaced('a', '2026-03-03', 'b', 100),
      replaced('b', '2026-03-04', 'c', 200),
    ];
    for (const own of shuffles(ordersOf(events)))
      expect(chainsOf(own).map(({ first, last }) => [first.id, last.id])).toEqual([['a', 'c']]);
    const circle = [order('a', { replacedBy: 'b' }), order('b', { replacedBy: 'a', replaces: 'a' })];
    expect(chainsOf(circle)).toHaveLength(1);
  });
  it('are of orders that were folded', () => {
    const refusal = (own: object) => coded(() => requireOrders('here', [{ ...order('a'), ...own }]));
    const text =
      'CX_INVALID_OPTION here: option "orders" must be a list of orders that were folded, received an object';
    for (const own of [{ id: 5 }, { award: 5 }, { days: null }, { price: 5 }]) expect(refusal(own)).toBe(text);
    expect(refusal({})).toBe('nothing');
  });
});

describe('grants of gifts', () => {
  const rule = GIFT_RULE;
  const reserve = (own: Partial<LedgerEntry> = {}) =>
    entryOf({
      kind: 'reserve',
      asset: 'gift-choice',
      unit: 'EUR',
      pending: 5000,
      rule: { id: rule.id, version: 2, generation: 1 },
      payload: { desired: 5000 },
      ...own,
    });
  const grants = (...ledger: LedgerEntry[]) => toGiftGrants({ ledger, rules: [rule], asOf: '2026-12-31' });
  const state = (...ledger: LedgerEntry[]) => {
    const [own] = grants(...ledger);
    return [own?.state, own?.reserved, own?.posted, own?.pending, own?.returned];
  };
  const post = (amount: number, own: Partial<LedgerEntry> = {}) =>
    reserve({ kind: 'post', key: 'p', amount, pending: -5000, ...own });
  it('are those of which all is known', () => {
    expect(grants(reserve())).toHaveLength(1);
    for (const own of [
      { rule: null },
      { subject: null },
      { occurrence: null },
      { award: null },
      { asset: 'money' },
    ] as const)
      expect(grants(reserve(own))).toEqual([]);
  });
  it('come in the order of their keys', () => {
    for (const own of shuffles(['c', 'a', 'd', 'b'].map((award) => reserve({ key: award, award }))))
      expect(grants(...own).map(({ award }) => award)).toEqual(['a', 'b', 'c', 'd']);
  });
  it('tell what became of them', () => {
    expect(state(reserve())).toEqual(['pending', 5000, 0, 5000, 0]);
    expect(state(reserve(), post(4290))).toEqual(['chosen', 5000, 4290, 0, 710]);
    expect(state(reserve(), post(0))).toEqual(['chosen', 5000, 0, 0, 5000]);
    expect(state(reserve(), reserve({ kind: 'void', key: 'v', pending: -5000 }))).toEqual(['lapsed', 5000, 0, 0, 5000]);
    expect(state(reserve({ amount: 10, pending: 4990 }))).toEqual(['pending', 5000, 10, 4990, 0]);
    const corrected = reserve({ kind: 'correct', key: '["correct","a",1]', amount: 4290, pending: -5000 });
    expect(state(reserve(), corrected)).toEqual(['chosen', 5000, 4290, 0, 710]);
    const other = { ...corrected, payload: { desired: 6000 } };
    expect(state(reserve(), { ...other, amount: 0, pending: 1000 })).toEqual(['pending', 6000, 0, 6000, 0]);
    expect(state(reserve(), { ...other, amount: 0, pending: 1000, payload: { desired: 'x' } })).toEqual([
      'pending',
      5000,
      0,
      6000,
      -1000,
    ]);
  });
  it('have a last day where their rule sets one', () => {
    expect(grants(reserve())[0]?.chooseBy).toBe('2026-05-31');
    const immediate: RewardRule = { ...rule, settle: { mode: 'immediate' } };
    expect(toGiftGrants({ ledger: [reserve()], rules: [immediate], asOf: '2026-12-31' })[0]?.chooseBy).toBe(null);
    const none: RewardRule = { ...rule, settle: undefined };
    expect(toGiftGrants({ ledger: [reserve()], rules: [none], asOf: '2026-12-31' })[0]?.chooseBy).toBe(null);
    expect(coded(() => toGiftGrants(5 as never))).toBe(
      'CX_INVALID_INPUT toGiftGrants: input must be an object, received 5',
    );
  });

  it('that were posted otherwise are decided anew from the first of them', () => {
    const grantOf = (occurrence: string, on: string) =>
      reserve({ key: `k-${occurrence}`, award: `k-${occurrence}`, occurrence, on });
    const posted = (occurrence: string, on: string) =>
      post(1, { key: `p-${occurrence}`, award: `k-${occurrence}`, occurrence, on });
    const days = [
      ['b', '2026-03-03'],
      ['a', '2026-03-05'],
      ['c', '2026-03-04'],
    ] as const;
    const ledger = days.flatMap(([occurrence, on]) => [grantOf(occurrence, on), posted(occurrence, '2026-03-09')]);
    const orders = ordersOf(days.map(([id]) => chosen(id, '2026-03-09')));
    const told = giftOrderFacts({ orders, ledger, rules: [rule], asOf: '2026-12-31' });
    expect(told.findings.map(({ code, order, value }) => [code, order, value])).toEqual([
      ['posted-otherwise', 'a', [1, 4290]],
      ['posted-otherwise', 'b', [1, 4290]],
      ['posted-otherwise', 'c', [1, 4290]],
    ]);
    expect(told.rebuildFrom).toBe('2026-03-03');
  });
});

describe('a choice', () => {
  const catalogue = compileGiftCatalogue([gift('basket')]);
  const pending = entryOf({
    kind: 'reserve',
    asset: 'gift-choice',
    unit: 'EUR',
    pending: 5000,
    rule: { id: GIFT_RULE.id, version: 2, generation: 1 },
  });
  const choose = (own: Partial<GiftChoiceInput>) =>
    chooseGift({ grant: pending, rule: GIFT_RULE, catalogue, item: 'basket', on: '2026-03-03', ...own });
  it('is refused where it is not what the types say, word for word', () => {
    const refusal = (own: object) => coded(() => choose(own));
    const where = 'CX_INVALID_OPTION chooseGift: option ';
    expect(refusal({ order: 5 })).toBe(`${where}"order" must be text, received 5`);
    expect(refusal({ data: 5 })).toBe(`${where}"data" must be an object, received 5`);
    expect(refusal({ data: [] })).toBe(`${where}"data" must be an object, received an object`);
    expect(refusal({ grant: { ...pending, rule: { id: 'other', version: 1, generation: 1 } } })).toBe(
      `${where}"rule" must be the rule of the grant, received "${GIFT_RULE.id}"`,
    );
    expect(refusal({ rule: { ...GIFT_RULE, subject: ['customer'], occurrence: ['customer', 'id'] } })).toContain(
      'CX_INVALID_RULE chooseGift: rule "goodwill-incident"',
    );
    const named = { ...GIFT_RULE, id: 'x'.repeat(41), subject: ['customer'], occurrence: ['customer', 'id'] };
    expect(
      refusal({ rule: named, grant: { ...pending, rule: { id: named.id, version: 1, generation: 1 } } }),
    ).toContain(`chooseGift: rule "${'x'.repeat(40)}"`);
  });
  it('looks at its own grant in the ledger', () => {
    const other = entryOf({ ...pending, key: 'a0', award: 'a0', occurrence: 'y', pending: 7000 });
    const spent = entryOf({
      ...pending,
      kind: 'post',
      key: 'p0',
      award: 'a0',
      occurrence: 'y',
      amount: 7000,
      pending: -7000,
    });
    expect(choose({ ledger: [other, spent, pending] })).toMatchObject({ outcome: 'accepted', reserved: 5000 });
    expect(choose({ ledger: [other, spent] })).toMatchObject({ outcome: 'accepted', reserved: 5000 });
    expect(choose({ ledger: [pending, { ...spent, award: 'a', occurrence: 'x', pending: -5000 }] })).toMatchObject({
      reason: 'already-chosen',
    });
  });
});

describe('reports', () => {
  const catalogue = compileGiftCatalogue([
    gift('basket'),
    gift('clock', { category: 'home' }),
    gift('lamp', { category: 'art', stock: 'withdrawn' }),
    gift('mug', { category: 'zen', stock: 'out-of-stock' }),
  ]);
  const eur = (order: string, item: string) => chosen(order, '2026-03-02', { item });
  const usd = (order: string, currency: string) =>
    chosen(order, '2026-03-02', { item: 'gone', price: { minorUnits: 10, currency }, reserved: 20 });
  const events = [
    eur('o5', 'clock'),
    eur('o3', 'basket'),
    eur('o1', 'lamp'),
    eur('o4', 'mug'),
    usd('o2', 'USD'),
    usd('o6', 'AUD'),
    eur('o7', 'basket'),
  ];
  it('come in order: currencies, items, categories, and orders that cannot be had', () => {
    for (const own of shuffles(ordersOf(events))) {
      const report = reportGiftCatalogue(catalogue, own);
      expect(report.money.map(({ currency }) => currency)).toEqual(['AUD', 'EUR', 'USD']);
      expect(report.items.map(({ item, chosen: times }) => [item, times])).toEqual([
        ['basket', 2],
        ['gone', 2],
        ['clock', 1],
        ['lamp', 1],
        ['mug', 1],
      ]);
      expect(report.categories.map(({ category }) => category)).toEqual(['art', 'gourmet', 'home', 'zen', null]);
      expect(report.unavailable).toEqual([
        { order: 'o1', item: 'lamp', stock: 'withdrawn' },
        { order: 'o2', item: 'gone', stock: null },
        { order: 'o4', item: 'mug', stock: 'out-of-stock' },
        { order: 'o6', item: 'gone', stock: null },
      ]);
    }
  });
  it('tell of an incident without a day nothing, and of one with a day how long the grant took', () => {
    const grant = (award: string, own: Partial<GiftGrant> = {}): GiftGrant => ({
      award,
      rule: 'r',
      subject: 's',
      occurrence: award,
      budget: null,
      catalogue: 'main',
      currency: 'EUR',
      reserved: 5000,
      posted: 0,
      pending: 5000,
      returned: 0,
      state: 'pending',
      incidentOn: null,
      grantedOn: '2026-03-05',
      chooseBy: '2026-03-10',
      ...own,
    });
    const grants = [
      grant('k2'),
      grant('k1', { incidentOn: '2026-03-01' }),
      grant('k3', { chooseBy: '2026-03-09' }),
      grant('k0'),
    ];
    const delays = reportGiftDelays({ grants, orders: [], asOf: '2026-03-12' });
    expect(delays.incidentToGrant).toMatchObject({ completed: 1, open: 0, unknown: 3, median: { days: 4 } });
    expect(delays.grantToChoice).toMatchObject({ completed: 0, open: 4 });
    const lost = reportGiftDelays({ grants: [grant('k1', { state: 'lapsed' })], orders: [], asOf: '2026-03-12' });
    expect(lost.grantToChoice).toMatchObject({ completed: 0, open: 0, ended: 1 });
    for (const own of shuffles(grants))
      expect(
        overdueGifts({ grants: own, orders: [], asOf: '2026-03-11', deliveryDays: 3 }).choices.map(
          ({ award }) => award,
        ),
      ).toEqual(['k3', 'k0', 'k1', 'k2']);
  });
});
