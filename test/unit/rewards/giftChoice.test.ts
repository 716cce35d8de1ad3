import { describe, expect, it } from 'vitest';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { chooseGift } from '../../../src/rewards/gifts/chooseGift.js';
import type { GiftChoiceInput } from '../../../src/rewards/gifts/giftChoice.js';
import { compileGiftCatalogue } from '../../../src/rewards/gifts/giftCatalogue.js';
import { toGiftGrants } from '../../../src/rewards/gifts/giftGrant.js';
import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardRule, TwoPhaseSettlement } from '../../../src/rewards/rules/rewardRule.js';
import { euros, gift, GIFT_RULE } from './giftSamples.js';
import { eventFact, GOODWILL_BUDGET } from './mechanics.js';

const CATALOGUE = compileGiftCatalogue([
  gift('basket'),
  gift('clock', { price: euros(5000) }),
  gift('watch', { price: euros(5001) }),
  gift('vase', { price: { minorUnits: 10, currency: 'USD' } }),
  gift('mug', { catalogue: 'small' }),
  gift('lamp', { stock: 'out-of-stock' }),
  gift('fax', { stock: 'withdrawn' }),
  gift('low', { stock: 'low-stock' }),
  gift('egg', { validThrough: '2026-04-06' }),
  gift('wine', { minimumAge: 18, tags: ['alcohol'] }),
  gift('tea', { countries: ['FR'] }),
  gift('free', { price: euros(0) }),
]);
const incident = eventFact('f-x', 'incident.closed', '2026-04-01', {
  customer: { id: 'acme' },
  incident: { id: 'x', attributableTo: 'supplier', severity: 3 },
});
const granted = evaluateRewards({
  rules: [GIFT_RULE],
  facts: [incident],
  budgets: [GOODWILL_BUDGET],
  asOf: '2026-04-01',
});
const RESERVE = granted.entries[0] as LedgerEntry;
const AWARD = '["award","goodwill-incident",1,"acme","x",null]';
const choose = (own: Partial<GiftChoiceInput> = {}) =>
  chooseGift({ grant: RESERVE, rule: GIFT_RULE, catalogue: CATALOGUE, item: 'basket', on: '2026-04-03', ...own });
const settling = (own: Partial<TwoPhaseSettlement>): RewardRule => ({
  ...GIFT_RULE,
  settle: { ...(GIFT_RULE.settle as TwoPhaseSettlement), ...own },
});

describe('a gift from the incident to the budget', () => {
  it('reserves 50.00, posts 42.90, and gives 7.10 back', () => {
    expect(granted.decisions.map(({ outcome }) => outcome)).toEqual(['pending']);
    expect(granted.budgets).toEqual([{ ...GOODWILL_BUDGET, posted: 0, reserved: 5000 }]);
    const choice = choose();
    expect(choice).toMatchObject({ outcome: 'accepted', reason: null, because: null, chooseBy: '2026-06-30' });
    expect([choice.reserved, choice.posted, choice.returned]).toEqual([5000, 4290, 710]);
    const done = evaluateRewards({
      rules: [GIFT_RULE],
      facts: choice.fact === null ? [] : [choice.fact],
      ledger: granted.entries,
      budgets: granted.budgets,
      asOf: '2026-04-03',
    });
    expect(done.decisions).toMatchObject([{ outcome: 'clipped', desired: 5000, granted: 4290 }]);
    expect(done.entries).toMatchObject([
      { kind: 'post', amount: 4290, pending: -5000, budgetEffect: { posted: 4290, reserved: -5000 } },
    ]);
    // 200.00 less 42.90 is 157.10: the 150.00 that were never reserved and the remainder of 7.10.
    expect(done.budgets).toEqual([{ ...GOODWILL_BUDGET, posted: 4290, reserved: 0 }]);
    const ledger = [...granted.entries, ...done.entries];
    expect(checkLedger({ ledger, budgets: done.budgets, rules: [GIFT_RULE] })).toEqual([]);
    expect(choose({ ledger })).toMatchObject({ outcome: 'refused', reason: 'already-chosen', reserved: 0 });
    expect(toGiftGrants({ ledger, rules: [GIFT_RULE], asOf: '2026-04-03', incidents: { x: '2026-03-30' } })).toEqual([
      {
        award: AWARD,
        rule: 'goodwill-incident',
        subject: 'acme',
        occurrence: 'x',
        budget: 'goodwill-2026',
        catalogue: 'main',
        currency: 'EUR',
        reserved: 5000,
        posted: 4290,
        pending: 0,
        returned: 710,
        state: 'chosen',
        incidentOn: '2026-03-30',
        grantedOn: '2026-04-01',
        chooseBy: '2026-06-30',
      },
    ]);
  });
});

describe('chooseGift', () => {
  it('writes the fact where the rule reads it', () => {
    expect(choose().fact).toEqual({
      id: JSON.stringify(['gift-choice', AWARD]),
      trigger: { kind: 'event', event: 'gift.chosen' },
      on: '2026-04-03',
      data: {
        choice: { sku: 'basket', priceMinor: 4290, currency: 'EUR' },
        customer: { id: 'acme' },
        incident: { id: 'x' },
      },
    });
  });
  it('begins the order', () => {
    expect(choose({ order: 'o1' }).event).toEqual({
      id: JSON.stringify(['gift-choice', AWARD]),
      order: 'o1',
      kind: 'chosen',
      on: '2026-04-03',
      award: AWARD,
      item: 'basket',
      price: euros(4290),
      reserved: 5000,
    });
    expect(choose().event?.order).toBe(choose().fact?.id);
  });
  it('takes the decision in the place of the entry', () => {
    const [grant] = granted.decisions;
    if (grant === undefined) throw new Error('no decision');
    expect(choose({ grant })).toEqual(choose());
    expect(choose({ grant: { ...grant, outcome: 'awaiting-approval' } })).toMatchObject({ reason: 'not-pending' });
    expect(choose({ grant: { ...grant, entries: [] } }).reason).toBe('not-pending');
    expect(choose({ grant: { ...grant, subject: null } }).reason).toBe('not-pending');
  });
  it('names the event as the rule does', () => {
    const eventOf = (on: readonly string[]) => choose({ rule: settling({ on }) }).fact?.trigger;
    expect(eventOf(['other', 'gift.chosen'])).toEqual({ kind: 'event', event: 'gift.chosen' });
    expect(eventOf(['cadeau', 'other'])).toEqual({ kind: 'event', event: 'cadeau' });
  });
  it('puts the price where the rule reads how much is posted', () => {
    const { fact } = choose({ rule: settling({ postAmount: ['gift', 'cost', 'cents'] }) });
    expect(fact?.data['gift']).toEqual({ cost: { cents: 4290 } });
  });
  it('posts all where the rule reads no amount', () => {
    const { postAmount, ...rest } = GIFT_RULE.settle as TwoPhaseSettlement;
    expect(postAmount).toEqual(['choice', 'priceMinor']);
    expect(choose({ rule: { ...GIFT_RULE, settle: rest } })).toMatchObject({ posted: 5000, returned: 0 });
  });
  it('adds what the conditions read besides', () => {
    const post = { op: 'eq', fact: ['customer', 'signed'], value: true } as const;
    const rule = settling({ post });
    expect(choose({ rule })).toMatchObject({ outcome: 'refused', reason: 'not-posted', fact: null, event: null });
    const data = { customer: { signed: true }, note: 'x' };
    expect(choose({ rule, data }).fact?.data).toMatchObject({ customer: { signed: true, id: 'acme' }, note: 'x' });
    expect(data).toEqual({ customer: { signed: true }, note: 'x' });
    const ref = settling({ post: { op: 'ref', id: 'signed' } });
    expect(choose({ rule: ref, data, shared: { signed: post } }).outcome).toBe('accepted');
  });
  it('refuses where the fact would void', () => {
    const rule = settling({ void: { op: 'eq', fact: ['choice', 'sku'], value: 'basket' } });
    expect(choose({ rule }).reason).toBe('not-posted');
    expect(choose({ rule, item: 'clock' }).outcome).toBe('accepted');
  });

  it.each<[Partial<GiftChoiceInput>, string | null, string | null]>([
    [{ item: 'clock' }, null, null],
    [{ item: 'low' }, null, null],
    [{ item: 'free' }, null, null],
    [{ item: 'watch' }, 'too-dear', null],
    [{ item: 'vase' }, 'other-currency', null],
    [{ item: 'mug' }, 'other-catalogue', null],
    [{ item: 'none' }, 'no-such-gift', null],
    [{ item: 'lamp' }, 'unavailable', 'out-of-stock'],
    [{ item: 'fax' }, 'unavailable', 'withdrawn'],
    [{ item: 'egg', on: '2026-04-06' }, null, null],
    [{ item: 'egg', on: '2026-04-07' }, 'unavailable', 'not-offered'],
    [{ item: 'wine' }, 'not-eligible', 'minimum-age'],
    [{ item: 'wine', age: 18 }, null, null],
    [{ item: 'wine', age: 18, excludedTags: ['alcohol'] }, 'not-eligible', 'excluded-tag'],
    [{ item: 'tea', country: 'FR' }, null, null],
    [{ item: 'tea', country: 'DE' }, 'not-eligible', 'country'],
    [{ on: '2026-04-01' }, null, null],
    [{ on: '2026-03-31' }, 'before-grant', null],
    [{ on: '2026-06-30' }, null, null],
    [{ on: '2026-07-01' }, 'past-deadline', null],
    [{ grant: { ...RESERVE, kind: 'post' } }, 'not-pending', null],
    [{ grant: { ...RESERVE, award: null } }, 'not-pending', null],
    [{ grant: { ...RESERVE, subject: null } }, 'not-pending', null],
    [{ grant: { ...RESERVE, occurrence: null } }, 'not-pending', null],
    [{ ledger: [] }, null, null],
    [{ ledger: [RESERVE] }, null, null],
  ])('%j', (own, reason, because) => {
    const choice = choose(own);
    expect(choice).toMatchObject({ outcome: reason === null ? 'accepted' : 'refused', reason, because });
    if (reason !== null)
      expect([choice.fact, choice.event, choice.posted, choice.returned]).toEqual([null, null, 0, 0]);
  });
  it('looks at what became of the grant', () => {
    const lapsed = evaluateRewards({ rules: [GIFT_RULE], facts: [], ledger: [RESERVE], asOf: '2026-07-01' });
    expect(choose({ ledger: [RESERVE, ...lapsed.entries] })).toMatchObject({ reason: 'lapsed', reserved: 0 });
    const refusal = eventFact('r', 'gift.refused', '2026-04-09', {
      customer: { id: 'acme' },
      incident: { id: 'x' },
      order: { state: 'refused' },
    });
    const back = evaluateRewards({ rules: [GIFT_RULE], facts: [refusal], ledger: [RESERVE], asOf: '2026-04-09' });
    expect(choose({ ledger: [RESERVE, ...back.entries] })).toMatchObject({ reason: 'taken-back', reserved: 0 });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ grant: null }, 'option "grant" must be an entry of a ledger or a decision, received null'],
    [{ grant: {} }, 'option "grant" must be an entry of a ledger or a decision, received an object'],
    [
      { grant: { ...RESERVE, rule: null } },
      'option "rule" must be the rule of the grant, received "goodwill-incident"',
    ],
    [{ rule: null }, 'option "rule" must be a rule, received null'],
    [{ rule: { ...GIFT_RULE, grant: { kind: 'points' } } }, 'option "rule" must be one that grants a gift to choose'],
    [{ ledger: {} }, 'option "ledger" must be a list of entries, received an object'],
    [{ catalogue: [] }, 'catalogue must be what compileGiftCatalogue made of items, received an object'],
    [{ item: 7 }, 'option "item" must be the id of an item, received 7'],
    [{ on: 'x' }, 'option "on" must be a civil date YYYY-MM-DD, received "x"'],
    [{ order: '' }, 'option "order" must be text, received ""'],
    [{ data: [] }, 'option "data" must be an object, received an object'],
    [{ country: 'x' }, 'option "country" must be a country code of two capital letters, received "x"'],
    [
      { data: { customer: 'acme' } },
      'rule "goodwill-incident" must be paths of which none goes through a value of another, received "customer"',
    ],
    [
      { data: { customer: [] } },
      'rule "goodwill-incident" must be paths of which none goes through a value of another',
    ],
  ])('refuses %j', (own, message) => {
    expect(() => choose(own)).toThrow(`chooseGift: ${message}`);
  });
  it('refuses nothing at all', () => {
    expect(() => chooseGift(null as never)).toThrow('chooseGift: input must be an object, received null');
  });
});

describe('toGiftGrants', () => {
  const grants = (own: Partial<Parameters<typeof toGiftGrants>[0]> = {}) =>
    toGiftGrants({ ledger: [RESERVE], rules: [GIFT_RULE], asOf: '2026-04-01', ...own });
  it('shows what is pending', () => {
    expect(grants()).toMatchObject([
      { state: 'pending', reserved: 5000, posted: 0, pending: 5000, returned: 0, incidentOn: null },
    ]);
    expect(grants({ asOf: '2026-03-31' })).toEqual([]);
  });
  it('shows what lapsed and what was taken back', () => {
    const done = evaluateRewards({ rules: [GIFT_RULE], facts: [], ledger: [RESERVE], asOf: '2026-07-01' });
    expect(grants({ ledger: [...done.entries, RESERVE], asOf: '2026-07-01' })).toMatchObject([
      { state: 'lapsed', reserved: 5000, posted: 0, pending: 0, returned: 5000 },
    ]);
    expect(grants({ ledger: [...done.entries, RESERVE], asOf: '2026-06-30' })).toMatchObject([{ state: 'pending' }]);
  });
  it('takes a gift that costs nothing for chosen', () => {
    const { fact } = choose({ item: 'free' });
    const facts = fact === null ? [] : [fact];
    const done = evaluateRewards({ rules: [GIFT_RULE], facts, ledger: [RESERVE], asOf: '2026-04-03' });
    expect(grants({ ledger: [RESERVE, ...done.entries], asOf: '2026-04-03' })).toMatchObject([
      { state: 'chosen', posted: 0, pending: 0, returned: 5000 },
    ]);
  });
  it('says less of a rule it does not know', () => {
    expect(grants({ rules: [] })).toMatchObject([{ catalogue: null, chooseBy: null, reserved: 5000 }]);
  });
  it('shows the value that a rebuild found to be due', () => {
    const worse = {
      ...incident,
      data: { ...incident.data, incident: { id: 'x', attributableTo: 'supplier', severity: 2 } },
    };
    const done = evaluateRewards({
      rules: [GIFT_RULE],
      facts: [worse],
      ledger: [RESERVE],
      budgets: granted.budgets,
      asOf: '2026-04-05',
      mode: 'rebuild',
      rebuildFrom: '2026-04-01',
    });
    expect(grants({ ledger: [RESERVE, ...done.entries], asOf: '2026-04-05' })).toMatchObject([
      { state: 'pending', reserved: 2500, pending: 2500, returned: 0 },
    ]);
  });
  it('passes over what is no gift, and orders the rest by key', () => {
    const other = { ...RESERVE, key: 'b', award: 'b', asset: 'money' } as const;
    const first = { ...RESERVE, key: 'A', award: 'A' };
    expect(
      grants({ ledger: [RESERVE, other, first, { ...RESERVE, key: 'n', award: null }] }).map(({ award }) => award),
    ).toEqual(['A', AWARD]);
    expect(grants({ ledger: [{ ...RESERVE, subject: null }] })).toEqual([]);
    expect(grants({ ledger: [{ ...RESERVE, kind: 'post' }] })).toEqual([]);
  });
  it.each<[Record<string, unknown>, string]>([
    [{ ledger: null }, 'ledger must be a list of entries, received null'],
    [{ rules: null }, 'option "rules" must be a list of rules, received null'],
    [{ rules: [null] }, 'option "rules" must be a list of rules, received an object'],
    [{ asOf: 'x' }, 'option "asOf" must be a civil date YYYY-MM-DD, received "x"'],
    [{ incidents: null }, 'option "incidents" must be civil dates YYYY-MM-DD by occurrence, received null'],
    [
      { incidents: { x: '2026' } },
      'option "incidents" must be civil dates YYYY-MM-DD by occurrence, received an object',
    ],
  ])('refuses %j', (own, message) => {
    expect(() => grants(own)).toThrow(`toGiftGrants: ${message}`);
  });
});
