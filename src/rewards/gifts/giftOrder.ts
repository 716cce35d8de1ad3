import type { Money } from '../../core/records.js';

/** Somebody chose a gift: an order begins. */
export interface GiftChosenEvent {
  /** Id of the event; two events of one id are one. */
  readonly id: string;
  /** Id of the order. */
  readonly order: string;
  /** `'chosen'`. */
  readonly kind: 'chosen';
  /** Civil date. */
  readonly on: string;
  /** Key of the grant that pays. */
  readonly award: string;
  /** Id of the item. */
  readonly item: string;
  /** What it costs. */
  readonly price: Money;
  /** The value that was reserved, in minor units of the same currency: no gift of this grant may cost more. */
  readonly reserved: number;
}

/** An order went on: at the supplier, with the carrier, to the customer, or back. */
export interface GiftStepEvent {
  /** Id of the event; two events of one id are one. */
  readonly id: string;
  /** Id of the order. */
  readonly order: string;
  /**
   * `'ordered'` from the supplier, `'shipped'`, `'delivered'`; `'refused'` by the one who should have it, before or at delivery, as where
   * a customer may take no gifts; `'returned'` after it was shipped or delivered.
   */
  readonly kind: 'ordered' | 'shipped' | 'delivered' | 'refused' | 'returned';
  /** Civil date. */
  readonly on: string;
}

/** Another gift takes the place of one: of the same or another item, as after damage or where it cannot be had. */
export interface GiftReplacedEvent {
  /** Id of the event; two events of one id are one. */
  readonly id: string;
  /** Id of the order that ends. */
  readonly order: string;
  /** `'replaced'`. */
  readonly kind: 'replaced';
  /** Civil date. */
  readonly on: string;
  /** The order that begins on that day. */
  readonly replacement: {
    /** Its id, which no other order has. */
    readonly order: string;
    /** Id of the item. */
    readonly item: string;
    /** What is charged for it in all, within the reserved value: the old price where it is sent once more. */
    readonly price: Money;
  };
}

/** What happened to an order for a gift: only ever added to. */
export type GiftOrderEvent = GiftChosenEvent | GiftStepEvent | GiftReplacedEvent;

/** Where an order stands: the kind of its last event. */
export type GiftOrderState = GiftOrderEvent['kind'];

/** An order for a gift, folded from its events: plain JSON. */
export interface GiftOrder {
  /** Id of the order. */
  readonly id: string;
  /** Where it stands. */
  readonly state: GiftOrderState;
  /** Key of the grant that pays. */
  readonly award: string;
  /** Id of the item. */
  readonly item: string;
  /** What it costs. */
  readonly price: Money;
  /** The value that was reserved, in minor units. */
  readonly reserved: number;
  /** Id of the order it takes the place of; `null` for the first. */
  readonly replaces: string | null;
  /** Id of the order that takes its place; `null` while there is none. */
  readonly replacedBy: string | null;
  /** Civil date of each step that was taken; `null` of those that were not. */
  readonly days: Readonly<Record<GiftOrderState, string | null>>;
  /** Ids of its events, in the order in which they took effect. */
  readonly events: readonly string[];
}

/**
 * Which steps may follow a state. Steps forward may be passed over, since a voucher is delivered as it is chosen and not every supplier
 * tells of each; none leads back. What was refused or returned may be replaced yet; what was replaced goes on as another order.
 */
export const GIFT_ORDER_STEPS: Readonly<Record<GiftOrderState, readonly GiftOrderState[]>> = {
  chosen: ['ordered', 'shipped', 'delivered', 'refused', 'replaced'],
  ordered: ['shipped', 'delivered', 'refused', 'replaced'],
  shipped: ['delivered', 'refused', 'returned', 'replaced'],
  delivered: ['returned', 'replaced'],
  refused: ['replaced'],
  returned: ['replaced'],
  replaced: [],
};
