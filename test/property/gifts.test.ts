import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRewards } from '../../src/rewards/evaluation/evaluateRewards.js';
import { chooseGift } from '../../src/rewards/gifts/chooseGift.js';
import { eligibleGifts, type EligibleGiftsOptions } from '../../src/rewards/gifts/eligibleGifts.js';
import { foldGiftOrders } from '../../src/rewards/gifts/foldGiftOrders.js';
import { compileGiftCatalogue } from '../../src/rewards/gifts/giftCatalogue.js';
import { toGiftGrants } from '../../src/rewards/gifts/giftGrant.js';
import type { GiftItem } from '../../src/rewards/gifts/giftItem.js';
import { GIFT_ORDER_STEPS, type GiftOrderEvent } from '../../src/rewards/gifts/giftOrder.js';
import { giftOrderFacts } from '../../src/rewards/gifts/giftOrderFacts.js';
import { delayOf } from '../../src/rewards/gifts/giftQuantile.js';
import { reportGiftCatalogue } from '../../src/rewards/gifts/reportGiftCatalogue.js';
import { checkLedger } from '../../src/rewards/ledger/checkLedger.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';
import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import type { RewardFact } from '../../src/rewards/rules/rewardFact.js';
import { euros, gift, GIFT_RULE } from '../unit/rewards/giftSamples.js';
import { eventFact, GOODWILL_BUDGET } from '../unit/rewards/mechanics.js';

const DAYS = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-09'];
const day = fc.constantFrom(...DAYS);
const price = fc.integer({ min: 0, max: 6 }).map((own) => own * 1000);

const item: fc.Arbitrary<GiftItem> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'Z', 'é', 'c', 'd', 'e', 'f', 'g', 'h'),
    catalogue: fc.constantFrom('main', 'small'),
    category: fc.constantFrom('gourmet', 'office'),
    minorUnits: price,
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    stock: fc.constantFrom('in-stock', 'in-stock', 'low-stock', 'out-of-stock', 'withdrawn'),
    countries: fc.option(fc.subarray(['FR', 'DE']), { nil: undefined }),
    validFrom: fc.option(day, { nil: undefined }),
    tags: fc.option(fc.subarray(['alcohol', 'french']), { nil: undefined }),
    minimumAge: fc.option(fc.constantFrom(0, 18), { nil: undefined }),
  })
  .map(({ minorUnits, currency, ...own }) => gift(own.id, { ...own, price: { minorUnits, currency } }));

const query: fc.Arbitrary<EligibleGiftsOptions> = fc.record({
  upTo: price,
  currency: fc.constantFrom('EUR', 'USD', 'CHF'),
  asOf: day,
  catalogue: fc.option(fc.constantFrom('main', 'small', 'none'), { nil: undefined }),
  category: fc.option(fc.constantFrom('gourmet', 'office', 'toys'), { nil: undefined }),
  country: fc.option(fc.constantFrom('FR', 'DE', 'BE'), { nil: undefined }),
  excludedTags: fc.option(fc.subarray(['alcohol', 'french', 'x']), { nil: undefined }),
  age: fc.option(fc.constantFrom(17, 18), { nil: undefined }),
  limit: fc.integer({ min: 0, max: 12 }),
  offset: fc.integer({ min: 0, max: 6 }),
});

/** The plainest filter there is. */
function mayHave(own: GiftItem, asked: EligibleGiftsOptions): boolean {
  return (
    own.price.currency === asked.currency &&
    own.price.minorUnits <= asked.upTo &&
    ['in-stock', 'low-stock'].includes(own.stock) &&
    (asked.catalogue === undefined || own.catalogue === asked.catalogue) &&
    (asked.category === undefined || own.category === asked.category) &&
    !(own.validFrom !== undefined && asked.asOf < own.validFrom) &&
    !(asked.country !== undefined && own.countries !== undefined && !own.countries.includes(asked.country)) &&
    !(own.tags ?? []).some((tag) => (asked.excludedTags ?? []).includes(tag)) &&
    (own.minimumAge === undefined || (asked.age ?? -1) >= own.minimumAge)
  );
}

describe('eligible gifts', () => {
  const items = fc.uniqueArray(item, { selector: ({ id }) => id });
  it('are those a plain filter finds, and the others are counted', () => {
    fc.assert(
      fc.property(items, query, (list, asked) => {
        const found = eligibleGifts(compileGiftCatalogue(list), asked);
        const all = list
          .filter((own) => mayHave(own, asked))
          .sort((a, b) => b.price.minorUnits - a.price.minorUnits || (a.id < b.id ? -1 : 1));
        expect(found.total).toBe(all.length);
        const { offset = 0, limit = 50 } = asked;
        expect(found.items).toEqual(all.slice(offset, offset + limit));
        expect(found.total + Object.values(found.excluded).reduce((sum, own) => sum + own, 0)).toBe(list.length);
      }),
    );
  });
  it('do not depend on the order of the file, and none is lost without a finding', () => {
    fc.assert(
      fc.property(fc.array(item), query, (list, asked) => {
        const catalogue = compileGiftCatalogue(list);
        const turned = compileGiftCatalogue(list.slice().reverse());
        expect(eligibleGifts(turned, asked)).toEqual(eligibleGifts(catalogue, asked));
        expect(catalogue.size + catalogue.findings.length).toBe(list.length);
      }),
    );
  });
});

const name = fc.constantFrom('o', 'p', 'q');
const event: fc.Arbitrary<GiftOrderEvent> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
    order: name,
    kind: fc.constantFrom(...(Object.keys(GIFT_ORDER_STEPS) as GiftOrderEvent['kind'][]), 'chosen', 'replaced'),
    on: day,
    award: fc.constantFrom('k', 'l'),
    next: name,
    price: price.map(euros),
  })
  .map(({ id, order, kind, on, award, next, price: own }): GiftOrderEvent => {
    if (kind === 'chosen') return { id, order, kind, on, award, item: 'basket', price: own, reserved: 5000 };
    if (kind === 'replaced') return { id, order, kind, on, replacement: { order: next, item: 'clock', price: own } };
    return { id, order, kind, on };
  });

describe('the fold of orders', () => {
  const batches = fc.array(event, { maxLength: 24 }).chain((events) =>
    fc.record({
      events: fc.constant(events),
      mixed: fc.shuffledSubarray(events, { minLength: events.length }),
      again: fc.subarray(events),
    }),
  );
  it('does not depend on order, on batches, or on how often an event came', () => {
    fc.assert(
      fc.property(batches, ({ events, mixed, again }) => {
        const folded = foldGiftOrders(events, { asOf: '2026-04-05' });
        expect(foldGiftOrders([...again, ...mixed], { asOf: '2026-04-05' })).toEqual(folded);
        expect(foldGiftOrders(new Set([...mixed, ...again]), { asOf: '2026-04-05' })).toEqual(folded);
        expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
      }),
    );
  });
  it('loses no event: each took effect, is named, or waits', () => {
    fc.assert(
      fc.property(batches, ({ events }) => {
        const { orders, findings, later } = foldGiftOrders(events, { asOf: '2026-04-05' });
        const seen = new Set([...orders.flatMap((own) => own.events), ...findings.map((own) => own.event), ...later]);
        for (const { id } of events) expect(seen.has(id)).toBe(true);
      }),
    );
  });
  it('takes legal steps only, within what is reserved, and each order replaces one at most', () => {
    fc.assert(
      fc.property(batches, ({ events }) => {
        const { orders } = foldGiftOrders(events, { asOf: '2026-04-09' });
        const byId = new Map(orders.map((own) => [own.id, own]));
        for (const own of orders) {
          expect(own.price.minorUnits).toBeLessThanOrEqual(own.reserved);
          const days = Object.values(own.days).filter((on) => on !== null);
          expect(days.every((on) => on >= (own.days.chosen ?? ''))).toBe(true);
          expect(own.state === 'replaced').toBe(own.replacedBy !== null);
          if (own.replacedBy !== null) expect(byId.get(own.replacedBy)?.replaces).toBe(own.id);
          if (own.replaces !== null) expect(byId.get(own.replaces)?.replacedBy).toBe(own.id);
        }
        const { money } = reportGiftCatalogue(compileGiftCatalogue([]), orders);
        for (const { reserved, used, returned } of money) expect(used + returned).toBe(reserved);
      }),
    );
  });
});

interface Story {
  readonly severity: number;
  readonly choice: number | null;
  readonly replacement: number | null;
  readonly end: 'refused' | 'returned' | null;
}
const story: fc.Arbitrary<Story> = fc.record({
  severity: fc.constantFrom(2, 3),
  choice: fc.option(price, { nil: null }),
  replacement: fc.option(price, { nil: null }),
  end: fc.constantFrom('refused', 'returned', null),
});
const CATALOGUE = compileGiftCatalogue(
  [0, 1, 2, 3, 4, 5, 6].map((own) => gift(`g${own}`, { price: euros(own * 1000) })),
);

interface Books {
  ledger: LedgerEntry[];
  budgets: readonly RewardBudget[];
}
function book(books: Books, asOf: string, facts: readonly RewardFact[], rebuildFrom?: string): void {
  const mode = rebuildFrom === undefined ? 'append' : 'rebuild';
  const done = evaluateRewards({ rules: [GIFT_RULE], facts, ...books, asOf, mode, rebuildFrom });
  books.ledger.push(...done.entries);
  books.budgets = done.budgets;
}

describe('money of gifts', () => {
  it('is conserved: what is reserved is posted or returned, whatever happens to the gifts', () => {
    fc.assert(
      fc.property(fc.array(story, { maxLength: 6 }), fc.boolean(), (stories, isStepwise) => {
        const books: Books = { ledger: [], budgets: [{ ...GOODWILL_BUDGET, limit: 100_000 }] };
        const incidents = stories.map(({ severity }, at) =>
          eventFact(`f${at}`, 'incident.closed', '2026-04-01', {
            customer: { id: 'acme' },
            incident: { id: `x${at}`, attributableTo: 'supplier', severity },
          }),
        );
        book(books, '2026-04-01', incidents);
        const events: GiftOrderEvent[] = [];
        const due: number[] = stories.map(() => 0);
        const open: number[] = stories.map(({ severity }) => (severity === 2 ? 2500 : 5000));
        const settle = (asOf: string): void => {
          const { orders, findings } = foldGiftOrders(events, { asOf });
          expect(findings).toEqual([]);
          const { facts, rebuildFrom } = giftOrderFacts({ orders, ledger: books.ledger, rules: [GIFT_RULE], asOf });
          if (rebuildFrom === null) book(books, asOf, facts);
          else book(books, asOf, [...incidents, ...facts], rebuildFrom);
        };
        stories.forEach(({ choice }, at) => {
          const grant = books.ledger[at];
          if (choice === null || grant === undefined) return;
          const own = chooseGift({
            grant: books.ledger.find(({ occurrence }) => occurrence === `x${at}`) ?? grant,
            rule: GIFT_RULE,
            catalogue: CATALOGUE,
            item: `g${choice / 1000}`,
            on: '2026-04-02',
            order: `o${at}`,
          });
          expect(own.outcome).toBe(choice <= (open[at] ?? 0) ? 'accepted' : 'refused');
          if (own.event === null) return;
          expect(own.posted + own.returned).toBe(open[at]);
          events.push(own.event);
          due[at] = choice;
          open[at] = 0;
        });
        if (isStepwise) settle('2026-04-02');
        const reserved = stories.map(({ severity }) => (severity === 2 ? 2500 : 5000));
        const last = stories.map((_, at) => `o${at}`);
        stories.forEach(({ replacement }, at) => {
          if (replacement === null || open[at] !== 0 || replacement > (reserved[at] ?? 0)) return;
          events.push({
            id: `r${at}`,
            order: `o${at}`,
            kind: 'replaced',
            on: '2026-04-03',
            replacement: { order: `p${at}`, item: 'clock', price: euros(replacement) },
          });
          due[at] = replacement;
          last[at] = `p${at}`;
        });
        if (isStepwise) settle('2026-04-03');
        stories.forEach(({ end }, at) => {
          const order = last[at];
          if (end === null || open[at] !== 0 || order === undefined) return;
          if (end === 'returned') events.push({ id: `d${at}`, order, kind: 'delivered', on: '2026-04-05' });
          events.push({ id: `e${at}`, order, kind: end, on: '2026-04-09' });
          due[at] = 0;
        });
        settle('2026-04-09');
        const { ledger, budgets } = books;
        expect(checkLedger({ ledger, budgets, rules: [GIFT_RULE] })).toEqual([]);
        const grants = toGiftGrants({ ledger, rules: [GIFT_RULE], asOf: '2026-04-09' });
        expect(grants.map(({ reserved: own }) => own)).toEqual(reserved);
        expect(grants.map(({ posted }) => posted)).toEqual(due);
        expect(grants.map(({ pending }) => pending)).toEqual(open);
        for (const own of grants) expect(own.posted + own.pending + own.returned).toBe(own.reserved);
        const sum = (list: readonly number[]): number => list.reduce((total, own) => total + own, 0);
        expect(budgets[0]).toMatchObject({ posted: sum(due), reserved: sum(open) });
        // Once more gives nothing new.
        const before = ledger.length;
        settle('2026-04-09');
        expect(books.ledger).toHaveLength(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('quantiles of delays', () => {
  const days = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 });
  it('lie within their bounds, however long the open cases last in the end', () => {
    fc.assert(
      fc.property(days, days, fc.array(fc.nat({ max: 9 }), { minLength: 9, maxLength: 9 }), (done, waiting, more) => {
        const closed = done.map((own) => ({ kind: 'completed', days: own }) as const);
        const now = delayOf([...closed, ...waiting.map((own) => ({ kind: 'open', days: own }) as const)]);
        const ends = waiting.map((own, at) => ({ kind: 'completed', days: own + (more[at] ?? 0) }) as const);
        const then = delayOf([...closed, ...ends]);
        for (const which of ['median', 'ninetieth'] as const) {
          const { days: known, atLeast, atMost } = now[which];
          const truth = then[which].days;
          if (known !== null) expect(truth).toBe(known);
          if (truth !== null) expect(atLeast).toBeLessThanOrEqual(truth);
          if (truth !== null && atMost !== null) expect(truth).toBeLessThanOrEqual(atMost);
        }
      }),
    );
  });
});
