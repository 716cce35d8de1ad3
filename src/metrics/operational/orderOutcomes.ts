import type { Moment } from '../../core/moment.js';
import { lineOutcome, pieceOutcomes } from './deliveryOutcome.js';
import type { DeliveryRules } from './deliveryRules.js';
import type { OrderLine } from './orderLine.js';
import { orderLineReader } from './orderLineFault.js';
import { OUTCOME } from './outcomeBits.js';
import { groupLines, repeatedLines } from './repeatedLines.js';

/** Takes an outcome: its weight, the lines of its order, and which of them it is, -1 for the order as a whole. */
export type TakeOutcome = (outcome: number, weight: number, order: readonly OrderLine[], at: number) => void;

/** Judges order lines and hands on an outcome for each order, line or part of a line, orders in the order in which they first appear. */
export function judgeOrders(lines: Iterable<OrderLine>, rules: DeliveryRules, asOf: Moment, take: TakeOutcome): void {
  const { read, times } = orderLineReader();
  const { level } = rules;
  groupLines(Array.isArray(lines) ? (lines as readonly OrderLine[]) : [...lines], (order) => {
    const repeated = repeatedLines(order, read);
    let whole = 0;
    for (let at = 0; at < order.length; at++) {
      const line = order[at] as OrderLine;
      const isImpossible = read(line) !== null;
      const set = isImpossible ? OUTCOME.invalid : repeated?.get(at);
      if (level !== 'unit') {
        const outcome = set ?? lineOutcome(line, times, rules, asOf);
        if (level === 'line') take(outcome, 1, order, at);
        else whole |= outcome;
      } else if (set !== undefined) take(set, isImpossible ? 0 : line.quantityOrdered, order, at);
      else pieceOutcomes(line, times, rules, asOf, (outcome, quantity) => take(outcome, quantity, order, at));
    }
    if (level === 'order') take(whole, 1, order, -1);
  });
}
