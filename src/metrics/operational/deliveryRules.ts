import type { ParameterValue } from '../../core/definition.js';
import type { Moment } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { BusinessCalendar } from './businessCalendar.js';
import { resolveWindow, shiftDay, type DeliveryWindow, type WindowRule } from './deliveryWindow.js';

/** What is counted: orders, lines, or the pieces of the lines. */
export type DeliveryLevel = 'order' | 'line' | 'unit';

/** Which date is held against a delivery: the one asked for, the one promised first, or the one promised last. */
export type DeliveryDateBasis = 'requested' | 'promised' | 'last-confirmed';

/** What happens on time: the arrival, or the departure. */
export type DeliveryEvent = 'delivered' | 'shipped';

/**
 * How a line is judged that comes in several deliveries:
 *
 * - `'all'`: on time when every delivery comes within the window and nothing more is awaited, in full by all that came;
 * - `'first'`: by what comes on the first day alone;
 * - `'cumulative-by-due'`: by what comes within the window; what comes outside of it is not looked at.
 */
export type DeliverySplitRule = 'all' | 'first' | 'cumulative-by-due';

/** How far a quantity may be off. */
export interface QuantityTolerance {
  /**
   * Share of the ordered quantity that may lack, from 0 to below 1.
   * @defaultValue 0
   */
  readonly under?: number | undefined;
  /**
   * Share of the ordered quantity that may come on top, from 0, or `'any'` where too much is never a miss.
   * @defaultValue 0
   */
  readonly over?: number | 'any' | undefined;
}

/** The rules by which deliveries are judged. There is no standard: each one is part of the definition, and never compared with another. */
export interface DeliveryRuleOptions {
  /**
   * What is counted. An order is a hit when each of its lines is; pieces weigh lines by their quantity, each piece judged by its own
   * delivery, so that `quantityTolerance` and `splitRule` have no part in it.
   * @defaultValue 'line'
   */
  readonly level?: DeliveryLevel | undefined;
  /**
   * Which date is held against a delivery. The last confirmed one forgives every delay that was announced.
   * @defaultValue 'promised'
   */
  readonly dateBasis?: DeliveryDateBasis | undefined;
  /**
   * What has to happen on time. The departure tells nothing of the carrier.
   * @defaultValue 'delivered'
   */
  readonly event?: DeliveryEvent | undefined;
  /**
   * How far from the due date a delivery may come.
   * @defaultValue the due date itself: earlier is a miss, and so is later
   */
  readonly window?: DeliveryWindow | undefined;
  /** Calendar by which days of the window and of the cut-off are working days; all days count without. Give its schedule an `id`. */
  readonly calendar?: BusinessCalendar | undefined;
  /** How far the quantity may be off. */
  readonly quantityTolerance?: QuantityTolerance | undefined;
  /**
   * How a line is judged that comes in several deliveries.
   * @defaultValue 'all'
   */
  readonly splitRule?: DeliverySplitRule | undefined;
  /**
   * How many days before the due date a line has to be cancelled to be left out; cancelled later, it was still owed.
   * @defaultValue 0: on the due date at the latest
   */
  readonly cancellationCutoffDays?: number | undefined;
}

/** The rules, checked and made ready. */
export interface DeliveryRules {
  /** What is counted. */
  readonly level: DeliveryLevel;
  /** Field of the line that holds the due date. */
  readonly dueField: 'requestedAt' | 'promisedAt' | 'lastConfirmedAt';
  /** Field of a delivery that holds its time. */
  readonly eventField: 'deliveredAt' | 'shippedAt';
  /** Tells where a moment lies in the window. */
  readonly place: WindowRule['place'];
  /** Tells whether a quantity is enough. */
  readonly isEnough: (quantity: number, ordered: number) => boolean;
  /** Tells whether a quantity is too much. */
  readonly isTooMuch: (quantity: number, ordered: number) => boolean;
  /** How split lines are judged. */
  readonly splitRule: DeliverySplitRule;
  /** Tells whether a line was cancelled before the cut-off. */
  readonly isCancelledInTime: (due: Moment, cancelled: Moment) => boolean;
  /** What stands in the definition. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

const DUE_FIELDS = { requested: 'requestedAt', promised: 'promisedAt', 'last-confirmed': 'lastConfirmedAt' } as const;
const EVENT_FIELDS = { delivered: 'deliveredAt', shipped: 'shippedAt' } as const;
/** Quantities may be fractions, whose sums are off by a digit. */
const SLACK = 1e-12;

function requireWord(where: string, name: string, words: readonly string[], value: string): void {
  const rule = words.map((word) => JSON.stringify(word)).join(' or ');
  requireOption(words.includes(value), where, name, rule, value);
}

/** Checks the rules, and makes them ready. */
export function resolveDeliveryRules(where: string, options: DeliveryRuleOptions): DeliveryRules {
  requireOptions(where, options);
  const { level = 'line', dateBasis = 'promised', event = 'delivered', splitRule = 'all', calendar } = options;
  requireWord(where, 'level', ['order', 'line', 'unit'], level);
  requireWord(where, 'dateBasis', Object.keys(DUE_FIELDS), dateBasis);
  requireWord(where, 'event', Object.keys(EVENT_FIELDS), event);
  requireWord(where, 'splitRule', ['all', 'first', 'cumulative-by-due'], splitRule);
  const { under = 0, over = 0 } = options.quantityTolerance ?? {};
  const isUnder = typeof under === 'number' && under >= 0 && under < 1;
  requireOption(isUnder, where, 'quantityTolerance.under', 'a share from 0 to below 1', under);
  const isOver = over === 'any' || (Number.isFinite(over) && over >= 0);
  requireOption(isOver, where, 'quantityTolerance.over', 'a finite share from 0, or "any"', over);
  const cutoff = options.cancellationCutoffDays ?? 0;
  const isCutoff = Number.isSafeInteger(cutoff) && cutoff >= 0;
  requireOption(isCutoff, where, 'cancellationCutoffDays', 'a whole number from 0', cutoff);
  const isCalendar = calendar === undefined || typeof calendar?.workingDaysBefore === 'function';
  requireOption(isCalendar, where, 'calendar', 'one that toBusinessCalendar made', calendar);
  const { place, parameters: ofWindow } = resolveWindow(where, options.window, calendar);
  const usesCalendar = calendar && (cutoff > 0 || 'lateDays' in Object(ofWindow['window']));
  return {
    level,
    dueField: DUE_FIELDS[dateBasis],
    eventField: EVENT_FIELDS[event],
    place,
    isEnough: (quantity, ordered) => ordered - quantity <= (under + SLACK) * ordered,
    isTooMuch: (quantity, ordered) => over !== 'any' && quantity - ordered > (over + SLACK) * ordered,
    splitRule,
    isCancelledInTime: (due, cancelled) => cancelled.day <= shiftDay(due.day, -cutoff, calendar),
    parameters: {
      ...(level !== 'line' && { level }),
      ...(dateBasis !== 'promised' && { dateBasis }),
      ...(event !== 'delivered' && { event }),
      ...ofWindow,
      ...(usesCalendar && { calendar: calendar.id }),
      ...(level !== 'unit' && (under !== 0 || over !== 0) && { quantityTolerance: { under, over } }),
      ...(level !== 'unit' && splitRule !== 'all' && { splitRule }),
      ...(cutoff !== 0 && { cancellationCutoffDays: cutoff }),
    },
  };
}
