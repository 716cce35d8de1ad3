import * as z from 'zod/mini';
import type { GiftChosenEvent, GiftOrderEvent, GiftReplacedEvent, GiftStepEvent } from '../rewards/gifts/giftOrder.js';
import { civilDate, text, word } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { money } from './money.js';
import { whole } from './rewardFields.js';

const LONGEST_KEY = 4096;

function priceFindings({ price, reserved }: GiftChosenEvent): Finding[] {
  if (price.minorUnits <= reserved) return [];
  const rule = `at most what is reserved, ${reserved}`;
  return [{ code: 'too-large', rule, input: price.minorUnits, path: ['price', 'minorUnits'] }];
}

function createEventSchema(): z.ZodMiniType<GiftOrderEvent> {
  const key = (description: string): z.ZodMiniType<string> =>
    z.string({ error: issueMessage }).check(z.minLength(1), z.maxLength(LONGEST_KEY), z.describe(description));
  // Keys of grants hold ids, and the ids of choices hold keys of grants.
  const shared = {
    id: key('Id of the event.'),
    order: key('Id of the order.'),
    on: civilDate('Civil date.'),
  };
  const steps = ['ordered', 'shipped', 'delivered', 'refused', 'returned'] as const;
  const chosen = z
    .strictObject(
      {
        ...shared,
        kind: word(['chosen'], 'Somebody chose a gift.'),
        award: key('Key of the grant that pays.'),
        item: text('Id of the item.'),
        price: money('What it costs. Rule: at most what is reserved.', 0),
        reserved: whole('The value that was reserved, in minor units of the same currency.', 0),
      } satisfies { [Name in keyof GiftChosenEvent]-?: unknown },
      { error: issueMessage },
    )
    .check(findings(priceFindings), z.describe('A choice.'));
  const step = z
    .strictObject(
      { ...shared, kind: word(steps, 'The step.') } satisfies { [Name in keyof GiftStepEvent]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('A step of an order.'));
  const replacement = z
    .strictObject(
      {
        order: key('Id of the order that begins.'),
        item: text('Id of the item.'),
        price: money('What is charged for it in all.', 0),
      } satisfies { [Name in keyof GiftReplacedEvent['replacement']]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('The order that takes its place.'));
  const replaced = z
    .strictObject(
      { ...shared, kind: word(['replaced'], 'Another gift takes its place.'), replacement } satisfies {
        [Name in keyof GiftReplacedEvent]-?: unknown;
      },
      { error: issueMessage },
    )
    .check(z.describe('A replacement.'));
  return z
    .discriminatedUnion('kind', [chosen, step, replaced], { error: issueMessage })
    .check(z.meta({ title: 'Gift order event', description: 'What happened to an order for a gift.' }));
}

/**
 * The schema of a {@link GiftOrderEvent}, strict.
 *
 * Use it with {@link readRecords} for what comes from the shop, the supplier and the carrier, before `foldGiftOrders`. Whether a step
 * can follow another, it does not check.
 *
 * @example
 * ```ts
 * import { giftOrderEventSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const shipped = { id: 'e2', order: 'o1', kind: 'shipped', on: '2026-04-04' };
 * readRecord(giftOrderEventSchema, shipped).success; // => true
 * const lost = readRecord(giftOrderEventSchema, { ...shipped, kind: 'lost' });
 * if (!lost.success) lost.issues[0]?.path; // => ['kind']
 * ```
 */
export const giftOrderEventSchema: z.ZodMiniType<GiftOrderEvent> = /* @__PURE__ */ createEventSchema();
