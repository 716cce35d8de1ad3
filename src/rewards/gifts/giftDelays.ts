import { toCivilDate, toDayNumber } from '../../core/civilDay.js';
import { isWhole, requireObject, requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { chainsOf, isGivenUp, requireOrders, type GiftChain } from './giftChains.js';
import type { GiftGrant } from './giftGrant.js';
import type { GiftOrder } from './giftOrder.js';
import { delayOf, type GiftCase, type GiftDelay } from './giftQuantile.js';

/** What {@link reportGiftDelays} and {@link overdueGifts} read. */
export interface GiftDelaysInput {
  /** The grants, as {@link toGiftGrants} gives them. */
  readonly grants: readonly GiftGrant[];
  /** The orders, as {@link foldGiftOrders} gives them on the same day. */
  readonly orders: readonly GiftOrder[];
  /** Civil date of the report. */
  readonly asOf: string;
}

/** How long goodwill takes, from the incident to the gift in the customer's hands: plain JSON. */
export interface GiftDelays {
  /** From the incident to the grant. */
  readonly incidentToGrant: GiftDelay;
  /** From the grant to the choice. */
  readonly grantToChoice: GiftDelay;
  /** From the choice to the delivery, of the gift that took its place where it was replaced. */
  readonly choiceToDelivery: GiftDelay;
  /** From the incident to the delivery: the time to goodwill. */
  readonly incidentToDelivery: GiftDelay;
}

/** What {@link overdueGifts} reads. */
export interface OverdueGiftsInput extends GiftDelaysInput {
  /** Days after its choice within which a gift is promised to be delivered; from the replacement on, for one that was replaced. */
  readonly deliveryDays: number;
}

/** Something that is late. */
export interface OverdueGift {
  /** Key of the grant. */
  readonly award: string;
  /** Id of the order; `null` for a choice that was not made. */
  readonly order: string | null;
  /** Last civil date on which it was in time. */
  readonly deadline: string;
  /** Days since then, from 1. */
  readonly daysLate: number;
}

/** What is late on a day: plain JSON, longest overdue first, then by grant. */
export interface OverdueGifts {
  /** Gifts that were not chosen in time. */
  readonly choices: readonly OverdueGift[];
  /** Gifts that were not delivered in time. */
  readonly deliveries: readonly OverdueGift[];
  /** Pending grants whose deadline is not known. */
  readonly unknown: number;
}

function requireInput(where: string, input: GiftDelaysInput): void {
  requireObject(`${where}: input`, 'an object', input);
  const { grants, orders, asOf } = input;
  const isGrant = (own: unknown): boolean => isCivilDate((Object(own) as Partial<GiftGrant>).grantedOn);
  const areGrants = Array.isArray(grants) && Array.from(grants).every(isGrant);
  requireOption(areGrants, where, 'grants', 'a list of grants of gifts', grants);
  requireOrders(where, orders);
  requireOption(isCivilDate(asOf), where, 'asOf', 'a civil date YYYY-MM-DD', asOf);
}

/** The first chain of each grant. */
function chainsByAward(orders: readonly GiftOrder[]): ReadonlyMap<string, GiftChain> {
  // Set in reverse, so that the first stays.
  return new Map(
    chainsOf(orders)
      .slice()
      .reverse()
      .map((chain) => [chain.first.award, chain]),
  );
}

const daysBetween = (from: string, to: string): number => toDayNumber(to) - toDayNumber(from);

function spanOf(from: string | null, to: string | null, isOver: boolean, asOf: string): GiftCase {
  if (from === null) return { kind: 'unknown' };
  if (to !== null) return { kind: 'completed', days: daysBetween(from, to) };
  return isOver ? { kind: 'ended' } : { kind: 'open', days: daysBetween(from, asOf) };
}

/**
 * Tells how long goodwill takes: days from incident to grant, to choice, to delivery, with those still open.
 *
 * Use it to see whether a relation is mended while it can be. Those that wait are counted as open and never taken for zero: a quantile
 * is given where they cannot change it any more, and else its bounds.
 *
 * @param input - The grants, the orders and the day.
 * @returns Medians and ninetieth percentiles in whole civil days, by nearest rank, with the number of cases of each kind.
 * @throws TypeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION` for what is not as said.
 * @remarks A delivery that was sent back later is a delivery all the same.
 * @example
 * ```ts
 * import { reportGiftDelays, type GiftGrant } from 'cx-scoring/rewards';
 *
 * const grant: GiftGrant = {
 *   ...{ award: 'k1', rule: 'goodwill', subject: 'acme', occurrence: 'i7', budget: null, catalogue: 'main' },
 *   ...{ currency: 'EUR', reserved: 5000, posted: 0, pending: 5000, returned: 0, state: 'pending' },
 *   ...{ incidentOn: '2026-03-27', grantedOn: '2026-04-01', chooseBy: '2026-06-30' },
 * };
 * const { incidentToGrant, grantToChoice } = reportGiftDelays({ grants: [grant], orders: [], asOf: '2026-04-11' });
 * incidentToGrant.median; // => { days: 5, atLeast: 5, atMost: 5 }
 * grantToChoice.open; // => 1
 * grantToChoice.median; // => { days: null, atLeast: 10, atMost: null }
 * ```
 */
export function reportGiftDelays(input: GiftDelaysInput): GiftDelays {
  requireInput('reportGiftDelays', input);
  const { grants, orders, asOf } = input;
  const chains = chainsByAward(orders);
  const own = grants.map((grant) => ({ grant, chain: chains.get(grant.award) ?? null }));
  const isLost = ({ grant, chain }: (typeof own)[number]): boolean =>
    chain === null ? grant.state !== 'pending' : isGivenUp(chain.last);
  return {
    incidentToGrant: delayOf(own.map(({ grant }) => spanOf(grant.incidentOn, grant.grantedOn, false, asOf))),
    grantToChoice: delayOf(
      own.map((one) => spanOf(one.grant.grantedOn, one.chain?.first.days.chosen ?? null, isLost(one), asOf)),
    ),
    choiceToDelivery: delayOf(
      Array.from(chains.values(), ({ first, last }) =>
        spanOf(first.days.chosen, last.days.delivered, isGivenUp(last), asOf),
      ),
    ),
    incidentToDelivery: delayOf(
      own.map((one) => spanOf(one.grant.incidentOn, one.chain?.last.days.delivered ?? null, isLost(one), asOf)),
    ),
  };
}

/**
 * Lists what is late on a day: gifts that were not chosen by their last day, and gifts that are not delivered as promised.
 *
 * Use it every morning, to remind the customer or to call the carrier. The last day of a choice is that of the rule (`voidAfterDays`).
 *
 * @param input - The grants, the orders, the day, and the promise in days.
 * @returns What is late, with its deadline; on the day of the deadline nothing is late.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_OPTION` for what is not as said.
 * @example
 * ```ts
 * import { foldGiftOrders, overdueGifts } from 'cx-scoring/rewards';
 *
 * const price = { minorUnits: 4290, currency: 'EUR' };
 * const chosen = { id: 'e1', order: 'o1', kind: 'chosen', on: '2026-04-03', award: 'k1', item: 'basket', price } as const;
 * const { orders } = foldGiftOrders([{ ...chosen, reserved: 5000 }], { asOf: '2026-04-20' });
 * const late = overdueGifts({ grants: [], orders, asOf: '2026-04-20', deliveryDays: 10 });
 * late.deliveries; // => [{ award: 'k1', order: 'o1', deadline: '2026-04-13', daysLate: 7 }]
 * overdueGifts({ grants: [], orders, asOf: '2026-04-13', deliveryDays: 10 }).deliveries; // => []
 * ```
 */
export function overdueGifts(input: OverdueGiftsInput): OverdueGifts {
  requireInput('overdueGifts', input);
  const { grants, orders, asOf, deliveryDays } = input;
  requireOption(isWhole(deliveryDays), 'overdueGifts', 'deliveryDays', 'a whole number of days from 0', deliveryDays);
  const chains = chainsByAward(orders);
  const late = (award: string, order: string | null, deadline: string | null): OverdueGift[] =>
    deadline === null || asOf <= deadline ? [] : [{ award, order, deadline, daysLate: daysBetween(deadline, asOf) }];
  const inOrder = (list: OverdueGift[]): OverdueGift[] =>
    list.sort((a, b) =>
      JSON.stringify([a.deadline, a.award, a.order]) < JSON.stringify([b.deadline, b.award, b.order]) ? -1 : 1,
    );
  const waiting = grants.filter(({ state, award }) => state === 'pending' && !chains.has(award));
  const open = orders.filter(({ state }) => state === 'chosen' || state === 'ordered' || state === 'shipped');
  return {
    choices: inOrder(waiting.flatMap(({ award, chooseBy }) => late(award, null, chooseBy))),
    deliveries: inOrder(
      open.flatMap(({ award, id, days }) =>
        late(award, id, days.chosen === null ? null : toCivilDate(toDayNumber(days.chosen) + deliveryDays)),
      ),
    ),
    unknown: waiting.filter(({ chooseBy }) => chooseBy === null).length,
  };
}
