import { requireOption, requireOptions, requireRows } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import {
  faultyField,
  inOrderOfEffect,
  inTextOrder,
  orderFinding,
  priceFault,
  type GiftOrderFinding,
} from './checkGiftEvent.js';
import {
  GIFT_ORDER_STEPS,
  type GiftChosenEvent,
  type GiftOrder,
  type GiftOrderEvent,
  type GiftOrderState,
} from './giftOrder.js';

/** Options of {@link foldGiftOrders}. */
export interface FoldGiftOrdersOptions {
  /** Civil date: events of a later day do not count yet. */
  readonly asOf: string;
}

/** Orders as their events make them: plain JSON. */
export interface GiftOrders {
  /** The orders, in code-unit order of their ids. */
  readonly orders: readonly GiftOrder[];
  /** What does not fit, in text order. */
  readonly findings: readonly GiftOrderFinding[];
  /** Ids of the events that lie after the day, in code-unit order. */
  readonly later: readonly string[];
}

type Draft = { -readonly [Name in keyof GiftOrder]: GiftOrder[Name] } & {
  days: Record<GiftOrderState, string | null>;
  events: string[];
};

/** Each event once, in order of effect, by order. */
function sortOut(
  events: Iterable<GiftOrderEvent>,
  asOf: string,
  findings: GiftOrderFinding[],
): { readonly byOrder: ReadonlyMap<string, readonly GiftOrderEvent[]>; readonly later: readonly string[] } {
  const texts = new Map<string, Map<string, GiftOrderEvent>>();
  for (const given of events) {
    const field = faultyField(given);
    if (field !== null) {
      const { order, id } = Object(given) as Partial<GiftOrderEvent>;
      findings.push(orderFinding('not-an-event', order, id, field));
      continue;
    }
    const own = texts.get(given.id) ?? new Map<string, GiftOrderEvent>();
    texts.set(given.id, own.set(canonicalText(given), given));
  }
  const byOrder = new Map<string, GiftOrderEvent[]>();
  const later: string[] = [];
  for (const [id, versions] of texts) {
    const [[, own]] = Array.from(versions).sort(([a], [b]) => (a < b ? -1 : 1)) as [[string, GiftOrderEvent]];
    if (versions.size > 1) findings.push(orderFinding('conflicting-event', own.order, id, versions.size));
    if (own.on > asOf) later.push(id);
    else {
      const list = byOrder.get(own.order);
      if (list === undefined) byOrder.set(own.order, [own]);
      else list.push(own);
    }
  }
  for (const list of byOrder.values()) list.sort(inOrderOfEffect);
  return { byOrder, later: later.sort() };
}

function begin(chosen: GiftChosenEvent, replaces: string | null): Draft {
  const { order: id, on, award, item, price, reserved } = chosen;
  const none = { ordered: null, shipped: null, delivered: null, refused: null, returned: null, replaced: null };
  const days = { chosen: on, ...none };
  return { id, state: 'chosen', award, item, price, reserved, replaces, replacedBy: null, days, events: [chosen.id] };
}

type Fault = readonly [GiftOrderFinding['code'], GiftOrderFinding['value']];

/** Why a step changes nothing; `null` where it may be taken. */
function faultOfStep(order: Draft, step: GiftOrderEvent, isKnown: (id: string) => boolean): Fault | null {
  const { days, state, price, reserved } = order;
  if (step.kind === 'chosen') return ['order-exists', order.id];
  if (days.chosen !== null && step.on < days.chosen) return ['before-choice', [step.on, days.chosen]];
  if (!GIFT_ORDER_STEPS[state].includes(step.kind)) return ['illegal-step', [state, step.kind]];
  if (step.kind !== 'replaced') return null;
  const { replacement } = step;
  if (isKnown(replacement.order)) return ['order-exists', replacement.order];
  return priceFault(replacement.price, reserved, price.currency);
}

/**
 * Folds what happened to gifts that were ordered into where each order stands.
 *
 * Use it on all events that came from the shop, the supplier and the carrier, however often and in whatever order they came. Events of
 * one day take effect in the order of the states, from chosen to replaced. A step that cannot follow changes nothing and is named.
 *
 * @param events - The events, in any order; one that came twice counts once, by its id. None is changed.
 * @param options - The day.
 * @returns The orders, what does not fit, and what lies after the day.
 * @throws TypeError with code `CX_INVALID_INPUT` for something else than rows and `CX_INVALID_OPTION` for a day that is none.
 * @remarks Where a gift is replaced, the order ends and another begins on that day, on the same grant.
 * @example
 * ```ts
 * import { foldGiftOrders, type GiftOrderEvent } from 'cx-scoring/rewards';
 *
 * const price = { minorUnits: 4290, currency: 'EUR' };
 * const chosen: GiftOrderEvent = {
 *   ...{ id: 'e1', order: 'o1', kind: 'chosen', on: '2026-04-02' },
 *   ...{ award: 'k1', item: 'basket', price, reserved: 5000 },
 * };
 * const shipped: GiftOrderEvent = { id: 'e2', order: 'o1', kind: 'shipped', on: '2026-04-04' };
 * const ordered: GiftOrderEvent = { id: 'e3', order: 'o1', kind: 'ordered', on: '2026-04-05' };
 * const folded = foldGiftOrders([ordered, shipped, chosen, shipped], { asOf: '2026-04-30' });
 * folded.orders[0]?.state; // => 'shipped'
 * folded.findings[0]?.code; // => 'illegal-step'
 * folded.findings[0]?.value; // => ['shipped', 'ordered']
 * ```
 */
export function foldGiftOrders(events: Iterable<GiftOrderEvent>, options: FoldGiftOrdersOptions): GiftOrders {
  requireRows('foldGiftOrders', 'events', events);
  requireOptions('foldGiftOrders', options);
  const { asOf } = options;
  requireOption(isCivilDate(asOf), 'foldGiftOrders', 'asOf', 'a civil date YYYY-MM-DD', asOf);
  const findings: GiftOrderFinding[] = [];
  const { byOrder, later } = sortOut(events, asOf, findings);
  const orders = new Map<string, Draft>();
  const isKnown = (id: string): boolean =>
    orders.has(id) || (byOrder.get(id) ?? []).some(({ kind }) => kind === 'chosen');
  const told = new Set<string>();
  const tell = (order: string, id: string, [code, value]: Fault): void => {
    findings.push(orderFinding(code, order, id, value));
    told.add(id);
  };
  const first = Array.from(byOrder.values(), (list) => list.find(({ kind }) => kind === 'chosen'));
  const chosen = first.filter((own): own is GiftChosenEvent => own !== undefined).sort(inOrderOfEffect);
  for (let own of chosen) {
    const fault = priceFault(own.price, own.reserved, own.price.currency);
    if (fault !== null) tell(own.order, own.id, fault);
    let replaces: string | null = null;
    for (let isOpen = fault === null; isOpen;) {
      const order = begin(own, replaces);
      orders.set(order.id, order);
      isOpen = false;
      for (const step of byOrder.get(order.id) ?? []) {
        if (step.id === own.id) continue;
        const wrong = faultOfStep(order, step, isKnown);
        if (wrong !== null) {
          tell(order.id, step.id, wrong);
          continue;
        }
        order.state = step.kind;
        order.days[step.kind] = step.on;
        order.events.push(step.id);
        if (step.kind === 'replaced') order.replacedBy = step.replacement.order;
      }
      const last = (byOrder.get(order.id) ?? []).find(({ id }) => id === order.events.at(-1));
      if (last?.kind !== 'replaced') continue;
      own = { ...last.replacement, id: last.id, kind: 'chosen', on: last.on, award: own.award, reserved: own.reserved };
      replaces = order.id;
      isOpen = true;
    }
  }
  for (const [id, list] of byOrder)
    if (!orders.has(id)) for (const own of list) if (!told.has(own.id)) tell(id, own.id, ['unknown-order', own.kind]);
  const inOrder = Array.from(orders.values()).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { orders: inOrder, findings: inTextOrder(findings), later };
}
