import type { ParameterValue } from '../../core/definition.js';
import { isCivilDate } from '../../core/period.js';
import { isCurrency, isText } from './checkGiftItems.js';
import { GIFT_ORDER_STEPS, type GiftOrderEvent } from './giftOrder.js';

/**
 * What does not fit among the events of orders: `'not-an-event'` (a field is missing or of a wrong kind: `value` names it),
 * `'conflicting-event'` (one id, several contents: the first in text order stands), `'unknown-order'` (nobody chose anything),
 * `'before-choice'`, `'illegal-step'`, `'order-exists'` (chosen twice, or a replacement under the id of another order), `'too-dear'`
 * (more than is reserved), `'other-currency'`. About money: `'unknown-award'`, `'unknown-rule'`, `'chosen-twice'` (a second order on one
 * grant), `'no-reversal'` (the rule takes nothing back on that event), `'posted-otherwise'` (the ledger has another price: a rebuild
 * corrects it). More codes may be added.
 */
export type GiftOrderFindingCode =
  | 'not-an-event'
  | 'conflicting-event'
  | 'unknown-order'
  | 'before-choice'
  | 'illegal-step'
  | 'order-exists'
  | 'too-dear'
  | 'other-currency'
  | 'unknown-award'
  | 'unknown-rule'
  | 'chosen-twice'
  | 'no-reversal'
  | 'posted-otherwise';

/** Something that does not fit among orders; what it names is left out, and the rest goes on. */
export interface GiftOrderFinding {
  /** What is wrong. */
  readonly code: GiftOrderFindingCode;
  /** Id of the order; `null` where it is not known. */
  readonly order: string | null;
  /** Id of the event; `null` where it is about an order as a whole. */
  readonly event: string | null;
  /** What was found, and where it is a figure what was expected. */
  readonly value: ParameterValue;
}

/** Makes a finding. */
export function orderFinding(
  code: GiftOrderFindingCode,
  order: unknown,
  event: unknown,
  value: ParameterValue,
): GiftOrderFinding {
  return { code, order: isText(order) ? order : null, event: isText(event) ? event : null, value };
}

/** Findings in an order that does not depend on that of the events. */
export function inTextOrder(findings: readonly GiftOrderFinding[]): readonly GiftOrderFinding[] {
  const texts = findings.map((finding) => ({ finding, text: JSON.stringify(Object.values(finding)) }));
  return texts.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ finding }) => finding);
}

function isPrice(price: unknown): boolean {
  const { minorUnits, currency } = Object(price) as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(minorUnits) && (minorUnits as number) >= 0 && isCurrency(currency);
}

/** The first field of an event that is not what the types say; `null` where all are. */
export function faultyField(given: unknown): string | null {
  const { id, order, kind, on, award, item, price, reserved, replacement } = Object(given) as Readonly<
    Record<string, unknown>
  >;
  const next = Object(replacement) as { readonly [Name in 'order' | 'item' | 'price']?: unknown };
  const isReserved = Number.isSafeInteger(reserved) && (reserved as number) >= 0;
  const isFirst = kind === 'chosen';
  const isLast = kind === 'replaced';
  const parts: readonly (readonly [boolean, string])[] = [
    [isText(id), 'id'],
    [isText(order), 'order'],
    [isText(kind) && Object.hasOwn(GIFT_ORDER_STEPS, kind), 'kind'],
    [isCivilDate(on), 'on'],
    [!isFirst || isText(award), 'award'],
    [!isFirst || isText(item), 'item'],
    [!isFirst || isPrice(price), 'price'],
    [!isFirst || isReserved, 'reserved'],
    [!isLast || isText(next.order), 'replacement.order'],
    [!isLast || isText(next.item), 'replacement.item'],
    [!isLast || isPrice(next.price), 'replacement.price'],
  ];
  return parts.find(([isRight]) => !isRight)?.[1] ?? null;
}

/** Of what an order costs, what is at fault with regard to what is reserved; `null` where nothing is. */
export function priceFault(
  { minorUnits, currency }: { readonly minorUnits: number; readonly currency: string },
  reserved: number,
  reservedIn: string,
): readonly [GiftOrderFindingCode, ParameterValue] | null {
  if (currency !== reservedIn) return ['other-currency', [currency, reservedIn]];
  return minorUnits > reserved ? ['too-dear', [minorUnits, reserved]] : null;
}

/** Orders events by day; of one day in the order of the states; of one state by id. */
export function inOrderOfEffect(a: GiftOrderEvent, b: GiftOrderEvent): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  const states = Object.keys(GIFT_ORDER_STEPS);
  return states.indexOf(a.kind) - states.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}
