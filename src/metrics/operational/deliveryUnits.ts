import { readAsOf } from '../../core/moment.js';
import {
  resolveDeliveryRules,
  type DeliveryLevel,
  type DeliveryRuleOptions,
  type DeliveryRules,
} from './deliveryRules.js';
import type { OrderLine } from './orderLine.js';
import { judgeOrders } from './orderOutcomes.js';
import { ASKED, exclusionOf, stateOf, type DeliveryExclusion } from './outcomeBits.js';

/** Options of everything that reads order lines. */
export interface DeliveryOptions extends DeliveryRuleOptions {
  /** The moment the figure speaks of: what happened later has not happened, and what is open past its window is a miss. */
  readonly asOf: string;
}

/** How one order, line or part of a line was delivered. A component is `null` where it is not known, or does not count. */
export interface DeliveryUnit {
  /** What it is. */
  readonly level: DeliveryLevel;
  /** Order it belongs to; `null` when that is not known. */
  readonly orderId: string | null;
  /** Line it belongs to; `null` for a whole order. */
  readonly lineId: string | null;
  /** Account that ordered; `null` when that is not known, or when the lines of an order name several. */
  readonly accountId: string | null;
  /** Civil date it was due, as written; of an order the latest of its lines. `null` where none is known. */
  readonly dueOn: string | null;
  /** Why it does not count; `null` when it does. */
  readonly exclusion: Exclude<DeliveryExclusion, 'missing'> | null;
  /** Whether it came within the window. */
  readonly onTime: boolean | null;
  /** Whether the quantity was right. */
  readonly inFull: boolean | null;
  /** Whether it came within the window and in full. */
  readonly otif: boolean | null;
  /** Whether all its documents were complete and right. */
  readonly documentsOk: boolean | null;
  /** Whether nothing was damaged. */
  readonly undamaged: boolean | null;
  /** Whether all four hold together. */
  readonly perfect: boolean | null;
  /** What it weighs: 1, or the number of pieces at the level `'unit'`. */
  readonly weight: number;
}

function textOf(id: unknown): string | null {
  return typeof id === 'string' && id !== '' ? id : null;
}

/** The one account that lines name, or `null`. */
function accountOf(lines: readonly OrderLine[]): string | null {
  const accounts = new Set(lines.map((line) => textOf(line?.accountId)).filter((account) => account !== null));
  const [account = null] = accounts;
  return accounts.size === 1 ? account : null;
}

/** The latest due date that lines name, as written. */
function dueOf(lines: readonly OrderLine[], { dueField }: DeliveryRules): string | null {
  return lines.reduce<string | null>((latest, line) => {
    const due = textOf(line?.[dueField])?.slice(0, 10) ?? null;
    return due !== null && (latest === null || due > latest) ? due : latest;
  }, null);
}

/** What an outcome says of a component; `null` for one that does not count. */
function unitOf(outcome: number, weight: number, lines: readonly OrderLine[], rules: DeliveryRules): DeliveryUnit {
  const exclusion = exclusionOf(outcome);
  const state = (asked: number): boolean | null => (exclusion === null ? stateOf(outcome, asked) : null);
  return {
    level: rules.level,
    orderId: textOf(lines[0]?.orderId),
    lineId: rules.level === 'order' ? null : textOf(lines[0]?.lineId),
    accountId: accountOf(lines),
    dueOn: exclusion === 'invalid' ? null : dueOf(lines, rules),
    exclusion,
    onTime: state(ASKED.onTime),
    inFull: state(ASKED.inFull),
    otif: state(ASKED.otif),
    documentsOk: state(ASKED.documentsOk),
    undamaged: state(ASKED.undamaged),
    perfect: state(ASKED.perfect),
    weight,
  };
}

/**
 * Judges order lines and gives one unit for each order, line or part of a line: the link between records and delivery metrics.
 *
 * Use it to list what was missed, to bring units into periods by `dueOn`, and to tally units for {@link otifMeasure} and its neighbours.
 * {@link computeOtif} does both steps at once. All lines of an order must be in one call: half an order is another order.
 *
 * @param lines - One record for each order line, in any order.
 * @param options - `asOf`, and the rules: level, date, window, tolerance, splitting.
 * @returns The units, those left out included with their reason; orders in the order in which they first appear. At the level `'unit'`
 * a line gives one unit for each delivery, up to the quantity ordered, and one for the pieces that did not come.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never
 * throw: {@link checkOrderLines} names those that are `invalid`.
 * @remarks A line that is complete, or closed short, counts at once. One that is open counts as missed once its window is over, and is
 * `notDue` before. An order is `notDue` as long as one of its lines is; lines cancelled in time or excused do not touch it. An order with
 * an impossible line is `invalid`. Copies of a line count once, contradicting ones not at all. Where days are counted they are those of
 * the dates as written: write instants with the offset of the place of delivery.
 * @example
 * ```ts
 * import { toDeliveryUnits } from 'cx-scoring';
 *
 * const lines = [
 *   { orderId: 'o1', lineId: '1', promisedAt: '2026-03-02', quantityOrdered: 10, deliveries: [{ deliveredAt: '2026-03-02', quantity: 10 }] },
 *   { orderId: 'o1', lineId: '2', promisedAt: '2026-03-02', quantityOrdered: 5, deliveries: [{ deliveredAt: '2026-03-02', quantity: 4 }] },
 *   { orderId: 'o2', lineId: '1', promisedAt: '2026-03-20', quantityOrdered: 5, deliveries: [] },
 * ];
 * const asOf = '2026-03-10';
 * toDeliveryUnits(lines, { asOf }).map(({ otif }) => otif); // => [true, false, null]
 * toDeliveryUnits(lines, { asOf, level: 'order' }).map(({ exclusion }) => exclusion); // => [null, 'notDue']
 * toDeliveryUnits(lines, { asOf, level: 'unit' }).map(({ weight }) => weight); // => [10, 4, 1, 5]
 * ```
 */
export function toDeliveryUnits(lines: Iterable<OrderLine>, options: DeliveryOptions): DeliveryUnit[] {
  const rules = resolveDeliveryRules('toDeliveryUnits', options);
  const asOf = readAsOf('toDeliveryUnits', options.asOf);
  const units: DeliveryUnit[] = [];
  judgeOrders(lines, rules, asOf, (outcome, weight, order, at) => {
    units.push(unitOf(outcome, weight, at < 0 ? order : [order[at] as OrderLine], rules));
  });
  return units;
}
