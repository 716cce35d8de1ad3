import { describe, expect, it } from 'vitest';
import { checkCarts, type Cart } from '../../../../src/metrics/behavioural/cart.js';
import { cartAbandonmentMeasure } from '../../../../src/metrics/behavioural/cartAbandonment.js';
import { catalogueCompletionMeasure } from '../../../../src/metrics/behavioural/catalogueCompletion.js';
import { conversionMeasure } from '../../../../src/metrics/behavioural/conversion.js';
import { learningCompletionMeasure } from '../../../../src/metrics/behavioural/learningCompletion.js';
import { toPortalAccounts } from '../../../../src/metrics/behavioural/portalAccounts.js';
import { returnRateMeasure } from '../../../../src/metrics/behavioural/returnRate.js';
import { checkShippedLines, type ShippedLine } from '../../../../src/metrics/behavioural/shippedLine.js';

const at = '2026-03-02';
const WINDOW = { windowDays: 10, asOf: '2026-03-31' };
const MONTH = { ...WINDOW, windowDays: 31 };

describe('checkShippedLines', () => {
  const line = (fields: object): ShippedLine => ({ shippedAt: at, units: 10, ...fields });
  const back = (units: number, value?: number): object => ({
    returns: [{ at, units, ...(value !== undefined && { value }) }],
  });
  it.each<[string, object, string | null]>([
    ['the largest quantity', { units: 1e90 }, null],
    ['more than that', { units: 1.001e90 }, 'invalid-quantity'],
    ['a quantity as text', { units: '1' }, 'invalid-quantity'],
    ['an amount of nothing', { value: 0 }, null],
    ['a negative amount', { value: -1 }, 'invalid-value'],
    ['the largest amount', { value: 1e90 }, null],
    ['more than the largest amount', { value: 1.001e90 }, 'invalid-value'],
    ['an amount as text', { value: '1' }, 'invalid-value'],
    ['all of it returned', back(10), null],
    [
      'a rounding more than all',
      {
        units: 0.3,
        returns: [
          { at, units: 0.1 },
          { at, units: 0.2 },
        ],
      },
      null,
    ],
    ['a little more than all', back(10.001), 'returned-more-than-shipped'],
    ['all of its value returned', { value: 100, ...back(1, 100) }, null],
    ['a little more than its value', { value: 100, ...back(1, 100.001) }, 'returned-more-than-shipped'],
    ['a value returned of a line without one', back(1, 100), null],
    ['old parts, more than were shipped', { returns: [{ at, units: 99, core: true }] }, null],
    ['a return on the day itself', back(1), null],
  ])('says of %s: %s', (_, fields, code) => {
    expect(checkShippedLines([line(fields)]).map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
  });
});

describe('checkCarts', () => {
  const createdAt = '2026-03-02T09:00:00Z';
  const before = '2026-03-02T08:59:59Z';
  it.each<[string, Cart, string | null]>([
    ['an order at the moment of the cart', { createdAt, orderedAt: createdAt }, null],
    ['an order before it', { createdAt, orderedAt: before }, 'orderedAt'],
    ['an order offline at that moment', { createdAt, offlineOrderedAt: createdAt }, null],
    ['an order offline before it', { createdAt, offlineOrderedAt: before }, 'offlineOrderedAt'],
  ])('says of %s: %s', (_, cart, field) => {
    expect(checkCarts([cart]).map((finding) => finding.field)).toEqual(field === null ? [] : [field]);
  });
});

describe('toPortalAccounts', () => {
  it('takes of one moment written in two ways the later text, in any order', () => {
    const texts = ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z'];
    const actions = texts.map((text) => ({ accountId: 'a', at: text, kind: 'order' }));
    for (const order of [actions, [...actions].reverse()])
      expect(toPortalAccounts(order, ['a'], MONTH)[0]?.lastActionAt).toBe('2026-03-02T10:00:00+01:00');
    const earlier = { accountId: 'a', at: '2026-03-02T08:00:00Z', kind: 'order' };
    expect(toPortalAccounts([...actions, earlier], ['a', 'a'], MONTH)[0]).toMatchObject({ actions: 4 });
    expect(toPortalAccounts([...actions, earlier], ['a'], MONTH)[0]?.lastActionAt).toBe(texts[0]);
  });
});

it('says what the sample of a conversion counts', () => {
  const definitionOf = (unit: 'session' | 'user' | 'account'): object =>
    conversionMeasure<{ yes: boolean }>({ unit, converted: 'yes' }).definition;
  expect('sampleUnit' in definitionOf('session')).toBe(false);
  expect(definitionOf('user')).toMatchObject({ sampleUnit: 'users' });
  expect(definitionOf('account')).toMatchObject({ sampleUnit: 'accounts' });
});

it.each([
  ['catalogue completion', catalogueCompletionMeasure()],
  ['complete products', catalogueCompletionMeasure({ by: 'complete' })],
  ['return rate', returnRateMeasure(WINDOW)],
  ['cart abandonment', cartAbandonmentMeasure(WINDOW)],
  ['learning completion', learningCompletionMeasure({ asOf: at })],
])('%s lies between 0 and 1', (_, { definition }) => {
  expect(definition.range).toEqual({ minimum: 0, maximum: 1 });
});

it('has no weight in the definition of a completion that is not weighted', () => {
  expect(learningCompletionMeasure({ asOf: at }).definition.parameters).toEqual({});
  expect(learningCompletionMeasure({ asOf: at, weightBy: 'minutes' }).definition.parameters).toEqual({
    weightBy: 'minutes',
  });
});
