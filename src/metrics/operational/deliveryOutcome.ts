import { elapsed, timeOf, type Moment } from '../../core/moment.js';
import type { DeliveryRules } from './deliveryRules.js';
import type { OrderLine, OrderLineDelivery } from './orderLine.js';
import type { OrderLineTimes } from './orderLineFault.js';
import { bitOf, OUTCOME } from './outcomeBits.js';

/** Takes a part of a line that ended in one way, with its quantity. */
type TakePieces = (outcome: number, quantity: number) => void;

const EXCUSES = {
  'customer-caused': 'customerCaused',
  'force-majeure': 'forceMajeure',
  other: 'otherExcuse',
} as const;

function noCare(): number {
  return OUTCOME.documentsUnknown | OUTCOME.conditionUnknown;
}

function isKnown(moment: Moment | null, asOf: Moment): moment is Moment {
  return moment !== null && elapsed(moment, asOf) >= 0;
}

/** What a delivery says of documents and condition. */
function careOf({ documentsOk, damaged }: OrderLineDelivery): number {
  const documents =
    documentsOk === true ? 0 : documentsOk === false ? OUTCOME.documentsWrong : OUTCOME.documentsUnknown;
  const condition = damaged === false ? 0 : damaged === true ? OUTCOME.damaged : OUTCOME.conditionUnknown;
  return documents | condition;
}

/** Why a line does not count whatever came, as an outcome; 0 when it does. */
function asideOf(line: OrderLine, times: OrderLineTimes, rules: DeliveryRules, asOf: Moment): number {
  if (line.excludedReason) return OUTCOME[EXCUSES[line.excludedReason]];
  const { cancelledAt } = times;
  const due = times[rules.dueField];
  const isCancelled = isKnown(cancelledAt, asOf) && (due === null || rules.isCancelledInTime(due, cancelledAt));
  return isCancelled ? OUTCOME.cancelled : 0;
}

/** Tells how a line ended, as known at a moment. */
export function lineOutcome(line: OrderLine, times: OrderLineTimes, rules: DeliveryRules, asOf: Moment): number {
  const aside = asideOf(line, times, rules, asOf);
  if (aside > 0) return aside;
  const { deliveries, quantityOrdered } = line;
  const { splitRule } = rules;
  const due = times[rules.dueField];
  const moments = times[rules.eventField];
  let care = 0;
  let total = 0;
  let firstDay = Infinity;
  // Of the deliveries that the rule of splitting reads:
  let quantity = 0;
  let hits = 0;
  let misses = 0;
  for (let index = 0; index < deliveries.length; index++) {
    const delivery = deliveries[index] as OrderLineDelivery;
    const at = moments[index] as Moment | null;
    if (!isKnown(at, asOf) || delivery.quantity === 0) continue;
    care |= careOf(delivery);
    total += delivery.quantity;
    const isWithin = due !== null && rules.place(due, at) === 0;
    if (splitRule === 'first') {
      if (at.day > firstDay) continue;
      if (at.day < firstDay) {
        firstDay = at.day;
        quantity = 0;
        hits = 0;
        misses = 0;
      }
    } else if (splitRule === 'cumulative-by-due' && !isWithin) continue;
    quantity += delivery.quantity;
    if (isWithin) hits++;
    else misses++;
  }
  const isAwaited = !rules.isEnough(total, quantityOrdered) && !isKnown(times.closedAt, asOf);
  const isOpen = isAwaited && !(splitRule === 'first' && total > 0);
  if (isOpen && due !== null && rules.place(due, asOf) <= 0) return OUTCOME.notDue;
  const judged = OUTCOME.judged | (total > 0 ? care : noCare());
  if (due === null) return judged | OUTCOME.timeUnknown | OUTCOME.quantityUnknown;
  const onTime = hits > 0 && misses === 0 && !(splitRule === 'all' && isAwaited);
  const inFull = rules.isEnough(quantity, quantityOrdered) && !rules.isTooMuch(quantity, quantityOrdered);
  return judged | bitOf(onTime, OUTCOME.offTime) | bitOf(inFull, OUTCOME.offQuantity);
}

/** Tells how the pieces of a line ended: those of each delivery up to the quantity ordered, then those that did not come. */
export function pieceOutcomes(
  line: OrderLine,
  times: OrderLineTimes,
  rules: DeliveryRules,
  asOf: Moment,
  take: TakePieces,
): void {
  const { deliveries, quantityOrdered } = line;
  const aside = asideOf(line, times, rules, asOf);
  if (aside > 0) {
    take(aside, quantityOrdered);
    return;
  }
  const due = times[rules.dueField];
  const arrived: { readonly at: Moment; readonly quantity: number; readonly care: number }[] = [];
  let rest = quantityOrdered;
  deliveries.forEach((delivery, index) => {
    const at = times[rules.eventField][index] as Moment | null;
    if (!isKnown(at, asOf) || delivery.quantity === 0) return;
    arrived.push({ at, quantity: delivery.quantity, care: careOf(delivery) });
    rest -= delivery.quantity;
  });
  const isAwaited = !rules.isEnough(quantityOrdered - rest, quantityOrdered) && !isKnown(times.closedAt, asOf);
  if (isAwaited && due !== null && rules.place(due, asOf) <= 0) {
    take(OUTCOME.notDue, quantityOrdered);
    return;
  }
  const unknown = OUTCOME.judged | OUTCOME.timeUnknown | OUTCOME.quantityUnknown;
  // What comes first fills the order; of two at one time the better, then the larger, so that their order in the record does not matter.
  arrived.sort(
    (a, b) => a.at.day - b.at.day || timeOf(a.at) - timeOf(b.at) || a.care - b.care || b.quantity - a.quantity,
  );
  rest = quantityOrdered;
  for (const { at, quantity, care } of arrived) {
    const pieces = Math.min(rest, quantity);
    if (pieces <= 0) break;
    rest -= pieces;
    const onTime = due === null ? unknown : OUTCOME.judged | bitOf(rules.place(due, at) === 0, OUTCOME.offTime);
    take(onTime | care, pieces);
  }
  if (rest <= 1e-12 * quantityOrdered) return;
  take((due === null ? unknown : OUTCOME.judged | OUTCOME.offTime | OUTCOME.offQuantity) | noCare(), rest);
}
