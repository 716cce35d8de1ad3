import { describe, expect, it } from 'vitest';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { foldGiftOrders } from '../../../src/rewards/gifts/foldGiftOrders.js';
import type { GiftOrderEvent } from '../../../src/rewards/gifts/giftOrder.js';
import { giftOrderFacts } from '../../../src/rewards/gifts/giftOrderFacts.js';
import { toGiftGrants } from '../../../src/rewards/gifts/giftGrant.js';
import { checkLedger } from '../../../src/rewards/ledger/checkLedger.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { chosen, euros, GIFT_RULE, replaced, step } from './giftSamples.js';
import { eventFact, GOODWILL_BUDGET } from './mechanics.js';

const LAST = '2026-06-30';
const keyOf = (id: string): string => JSON.stringify(['award', 'goodwill-incident', 1, 'acme', id, null]);
const incident = (id: string, on = '2026-04-01') =>
  eventFact(`f-${id}`, 'incident.closed', on, {
    customer: { id: 'acme' },
    incident: { id, attributableTo: 'supplier', severity: 3 },
  });
const INCIDENTS = [incident('x'), incident('y', '2026-04-02')];
const CHOSEN = chosen('o', '2026-04-05', { award: keyOf('x') });

interface Books {
  readonly ledger: readonly LedgerEntry[];
  readonly budgets: readonly RewardBudget[];
}
const granted = evaluateRewards({
  rules: [GIFT_RULE],
  facts: INCIDENTS,
  budgets: [GOODWILL_BUDGET],
  asOf: '2026-04-02',
});
const OPEN: Books = { ledger: granted.entries, budgets: granted.budgets };

const factsOf = (events: readonly GiftOrderEvent[], { ledger }: Books, rule = GIFT_RULE) =>
  giftOrderFacts({ orders: foldGiftOrders(events, { asOf: LAST }).orders, ledger, rules: [rule], asOf: LAST });
/** Books what orders come to, by adding only. */
function append(events: readonly GiftOrderEvent[], books: Books = OPEN): Books {
  const { facts } = factsOf(events, books);
  const done = evaluateRewards({ rules: [GIFT_RULE], facts, ...books, asOf: LAST });
  return { ledger: [...books.ledger, ...done.entries], budgets: done.budgets };
}
/** Books what orders come to, deciding anew. */
function rebuild(events: readonly GiftOrderEvent[], books: Books): Books & { readonly added: readonly LedgerEntry[] } {
  const { facts, rebuildFrom } = factsOf(events, books);
  const done = evaluateRewards({
    rules: [GIFT_RULE],
    facts: [...INCIDENTS, ...facts],
    ...books,
    asOf: LAST,
    mode: 'rebuild',
    rebuildFrom: rebuildFrom ?? '2026-04-01',
  });
  return { ledger: [...books.ledger, ...done.entries], budgets: done.budgets, added: done.entries };
}
const moneyOf = ({ ledger, budgets }: Books) => {
  expect(checkLedger({ ledger, budgets, rules: [GIFT_RULE] })).toEqual([]);
  const [x] = toGiftGrants({ ledger, rules: [GIFT_RULE], asOf: LAST });
  return [x?.state, x?.posted, x?.pending, x?.returned, budgets[0]?.posted, budgets[0]?.reserved];
};

describe('what money does', () => {
  it('is set aside before the choice', () => {
    expect(moneyOf(OPEN)).toEqual(['pending', 0, 5000, 0, 0, 10_000]);
  });
  it('is posted with the price when a gift is chosen, and not again', () => {
    const once = append([CHOSEN]);
    expect(moneyOf(once)).toEqual(['chosen', 4290, 0, 710, 4290, 5000]);
    expect(append([CHOSEN], once)).toEqual(once);
    const onWay = [CHOSEN, step('o', 'shipped', '2026-04-06'), step('o', 'delivered', '2026-04-07')];
    expect(append(onWay, once)).toEqual(once);
  });
  it('goes back to the budget when a gift is refused or returned', () => {
    const back = ['taken-back', 0, 0, 5000, 0, 5000];
    const refused = [CHOSEN, step('o', 'refused', '2026-04-06')];
    const returned = [CHOSEN, step('o', 'delivered', '2026-04-07'), step('o', 'returned', '2026-04-09')];
    // At once, and after the choice was booked.
    for (const events of [refused, returned]) {
      expect(moneyOf(append(events))).toEqual(back);
      expect(moneyOf(append(events, append([CHOSEN])))).toEqual(back);
      const once = append(events);
      expect(append(events, once)).toEqual(once);
    }
  });
  it('is corrected by the difference when a gift is replaced, from the first day that must be decided anew', () => {
    const once = append([CHOSEN]);
    const dearer = [CHOSEN, replaced('o', '2026-04-08', 'p', 4500)];
    expect(factsOf(dearer, once)).toMatchObject({
      rebuildFrom: '2026-04-01',
      findings: [{ code: 'posted-otherwise', order: 'p', event: null, value: [4290, 4500] }],
    });
    const corrected = rebuild(dearer, once);
    expect(corrected.added).toMatchObject([
      { kind: 'correct', amount: 210, pending: 0, budgetEffect: { posted: 210 } },
    ]);
    expect(moneyOf(corrected)).toEqual(['chosen', 4500, 0, 500, 4500, 5000]);
    expect(factsOf(dearer, corrected)).toMatchObject({ rebuildFrom: null, findings: [] });
    const cheaper = rebuild([CHOSEN, replaced('o', '2026-04-08', 'p', 4000)], once);
    expect(cheaper.added).toMatchObject([{ amount: -290, budgetEffect: { posted: -290 } }]);
    expect(moneyOf(cheaper)).toEqual(['chosen', 4000, 0, 1000, 4000, 5000]);
  });
  it('stays as it is when the same is sent once more, and where nothing but adding is asked for', () => {
    const once = append([CHOSEN]);
    expect(factsOf([CHOSEN, replaced('o', '2026-04-08', 'p', 4290)], once)).toMatchObject({
      rebuildFrom: null,
      findings: [],
    });
    expect(append([CHOSEN, replaced('o', '2026-04-08', 'p', 4500)], once)).toEqual(once);
  });
  it('is posted with the price of the replacement where the choice was not booked before', () => {
    const dearer = [CHOSEN, replaced('o', '2026-04-08', 'p', 4500)];
    expect(factsOf(dearer, OPEN)).toMatchObject({ rebuildFrom: null, findings: [] });
    expect(moneyOf(append(dearer))).toEqual(['chosen', 4500, 0, 500, 4500, 5000]);
  });
  it('comes once more when what was returned is replaced', () => {
    const events = [CHOSEN, step('o', 'refused', '2026-04-06')];
    const back = append(events);
    const again = [...events, replaced('o', '2026-04-09', 'p', 3000)];
    expect(factsOf(again, back).findings).toMatchObject([{ code: 'posted-otherwise', value: [0, 3000] }]);
    expect(moneyOf(rebuild(again, back))).toEqual(['chosen', 3000, 0, 2000, 3000, 5000]);
  });
  it('goes back whatever a replaced gift cost that is returned', () => {
    const events = [CHOSEN, replaced('o', '2026-04-08', 'p', 4500), step('p', 'refused', '2026-04-10')];
    expect(factsOf(events, append([CHOSEN]))).toMatchObject({ rebuildFrom: null, findings: [] });
    expect(moneyOf(append(events, append([CHOSEN])))).toEqual(['taken-back', 0, 0, 5000, 0, 5000]);
  });
});

describe('giftOrderFacts', () => {
  it('restates the choice on the day of the first, with what stands', () => {
    const events = [CHOSEN, replaced('o', '2026-04-08', 'p', 4500)];
    expect(factsOf(events, OPEN).facts).toEqual([
      {
        id: JSON.stringify(['gift-choice', keyOf('x')]),
        trigger: { kind: 'event', event: 'gift.chosen' },
        on: '2026-04-05',
        data: {
          choice: { sku: 'clock', priceMinor: 4500, currency: 'EUR' },
          customer: { id: 'acme' },
          incident: { id: 'x' },
        },
      },
    ]);
  });
  it('says what was refused or returned', () => {
    const events = [CHOSEN, step('o', 'shipped', '2026-04-07'), step('o', 'returned', '2026-04-09')];
    expect(factsOf(events, OPEN).facts[1]).toEqual({
      id: JSON.stringify(['gift.returned', keyOf('x')]),
      trigger: { kind: 'event', event: 'gift.returned' },
      on: '2026-04-09',
      data: {
        order: { id: 'o', state: 'returned', sku: 'basket', priceMinor: 4290 },
        customer: { id: 'acme' },
        incident: { id: 'x' },
      },
    });
  });
  it('names what the rule does not take back', () => {
    const events = [CHOSEN, step('o', 'refused', '2026-04-09')];
    const { reversal, ...never } = GIFT_RULE;
    const other: RewardRule = { ...GIFT_RULE, reversal: { ...reversal, on: ['gift.returned'] } as never };
    for (const rule of [never, other]) {
      const { facts, findings, rebuildFrom } = factsOf(events, OPEN, rule);
      expect(facts).toHaveLength(1);
      expect(findings).toEqual([{ code: 'no-reversal', order: 'o', event: null, value: 'gift.refused' }]);
      expect(rebuildFrom).toBeNull();
    }
  });
  it('expects all to be posted where the rule reads no amount', () => {
    const rule = { ...GIFT_RULE, settle: { ...GIFT_RULE.settle, postAmount: undefined } } as RewardRule;
    expect(factsOf([CHOSEN], append([CHOSEN]), rule).findings).toMatchObject([{ value: [4290, 5000] }]);
  });
  it('takes the first of two orders on one grant, and names the second', () => {
    const second = chosen('a', '2026-04-06', { award: keyOf('x'), item: 'pen', price: euros(100) });
    const { facts, findings } = factsOf([second, CHOSEN], OPEN);
    expect(facts).toHaveLength(1);
    expect(facts[0]?.data['choice']).toMatchObject({ sku: 'basket' });
    expect(findings).toEqual([{ code: 'chosen-twice', order: 'a', event: null, value: keyOf('x') }]);
  });
  it('names grants and rules it does not know', () => {
    const { findings, facts } = factsOf([chosen('o', '2026-04-05')], OPEN);
    expect(facts).toEqual([]);
    expect(findings).toEqual([{ code: 'unknown-award', order: 'o', event: null, value: 'k-o' }]);
    const { orders } = foldGiftOrders([CHOSEN], { asOf: LAST });
    expect(giftOrderFacts({ orders, ledger: OPEN.ledger, rules: [], asOf: LAST }).findings).toEqual([
      { code: 'unknown-rule', order: 'o', event: null, value: 'goodwill-incident' },
    ]);
  });
  it('begins a rebuild with the earliest of the grants that differ, and orders facts by id', () => {
    const both = [CHOSEN, chosen('q', '2026-04-04', { award: keyOf('y') })];
    const once = append(both);
    const events = [...both, replaced('o', '2026-04-08', 'p', 1), replaced('q', '2026-04-08', 'r', 2)];
    const { facts, rebuildFrom } = factsOf(events, once);
    expect(rebuildFrom).toBe('2026-04-01');
    expect(facts.map(({ data }) => data['choice'])).toMatchObject([{ priceMinor: 1 }, { priceMinor: 2 }]);
    expect(factsOf([...both, replaced('q', '2026-04-08', 'r', 2)], once).rebuildFrom).toBe('2026-04-02');
  });
  it.each<[Record<string, unknown> | null, string]>([
    [null, 'input must be an object, received null'],
    [{ orders: null }, 'option "orders" must be a list of orders that were folded, received null'],
    [{ orders: [{}] }, 'option "orders" must be a list of orders that were folded, received an object'],
    [{ orders: [CHOSEN] }, 'option "orders" must be a list of orders that were folded, received an object'],
  ])('refuses %j', (own, message) => {
    const input = own === null ? null : { orders: [], ledger: [], rules: [], asOf: LAST, ...own };
    expect(() => giftOrderFacts(input as never)).toThrow(`giftOrderFacts: ${message}`);
  });
  it('refuses a ledger, rules and days that are none', () => {
    const input = { orders: [], ledger: [], rules: [], asOf: LAST };
    for (const [own, message] of [
      [{ ledger: null }, 'ledger must be a list of entries, received null'],
      [{ rules: null }, 'option "rules" must be a list of rules, received null'],
      [{ asOf: 'x' }, 'option "asOf" must be a civil date YYYY-MM-DD, received "x"'],
    ] as const)
      expect(() => giftOrderFacts({ ...input, ...own } as never)).toThrow(`giftOrderFacts: ${message}`);
  });
});
