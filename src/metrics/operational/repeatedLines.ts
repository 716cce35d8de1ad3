import type { OrderLine } from './orderLine.js';
import type { OrderLineReader } from './orderLineFault.js';
import { OUTCOME } from './outcomeBits.js';

/** From so many lines on, a set finds repeated ids faster than looking at each pair. */
const MANY = 12;

function addTo<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Takes the lines of an order, and tells where each stood. */
export type TakeOrder = (order: readonly OrderLine[], positionOf: (at: number) => number) => void;

/** Hands on the lines of each order, orders in the order in which they first appear. A line that names no order stands alone. */
export function groupLines(lines: readonly OrderLine[], take: TakeOrder): void {
  // The lines of an order mostly stand together, so that an order is one run of lines, rarely several.
  const starts: number[] = [];
  const laterRuns = new Map<number, number[]>();
  const isLater: boolean[] = [];
  const firstRun = new Map<string, number>();
  let lastId: unknown = null;
  for (let index = 0; index < lines.length; index++) {
    const id: unknown = lines[index]?.orderId;
    const isNamed = typeof id === 'string' && id !== '';
    if (isNamed && id === lastId) continue;
    lastId = isNamed ? id : null;
    const run = starts.length;
    starts.push(index);
    const first = isNamed ? firstRun.get(id) : undefined;
    isLater.push(first !== undefined);
    if (first !== undefined) addTo(laterRuns, first, run);
    else if (isNamed) firstRun.set(id, run);
  }
  starts.push(lines.length);
  const startOf = (run: number): number => starts[run] as number;
  for (let run = 0; run < isLater.length; run++) {
    if (isLater[run]) continue;
    const later = laterRuns.get(run);
    if (!later) {
      const start = startOf(run);
      take(lines.slice(start, startOf(run + 1)), (at) => start + at);
      continue;
    }
    const positions: number[] = [];
    for (const own of [run, ...later])
      for (let index = startOf(own); index < startOf(own + 1); index++) positions.push(index);
    take(
      positions.map((index) => lines[index] as OrderLine),
      (at) => positions[at] as number,
    );
  }
}

function hasRepeats(order: readonly OrderLine[]): boolean {
  const count = order.length;
  if (count >= MANY) return new Set(order.map(({ lineId }) => lineId)).size < count;
  for (let a = 1; a < count; a++) for (let b = 0; b < a; b++) if (order[a]?.lineId === order[b]?.lineId) return true;
  return false;
}

/** What a record says, as text, to tell copies from contradictions. */
function recordText(line: OrderLine): string {
  const { accountId, sku, itemClass, orderedAt, requestedAt, promisedAt, lastConfirmedAt, cancelledAt } = line;
  const words = [accountId, typeof sku === 'string' ? sku : null, typeof itemClass === 'string' ? itemClass : null];
  const times = [orderedAt, requestedAt, promisedAt, lastConfirmedAt, cancelledAt, line.closedAt];
  const deliveries = line.deliveries.map(({ shippedAt, deliveredAt, quantity, documentsOk, damaged }) =>
    JSON.stringify([shippedAt, deliveredAt, quantity, documentsOk, damaged]),
  );
  return JSON.stringify([words, times, line.quantityOrdered, line.excludedReason, deliveries.sort()]);
}

/**
 * The outcomes that records of an order have for standing more than once in it, by their position; `null` when none does. Copies count
 * once, and records of one line that contradict each other not at all, so that it does not matter which came first.
 */
export function repeatedLines(order: readonly OrderLine[], read: OrderLineReader['read']): Map<number, number> | null {
  if (!hasRepeats(order)) return null;
  const byLine = new Map<string, number[]>();
  order.forEach((line, at) => {
    if (read(line) !== null) return;
    addTo(byLine, line.lineId, at);
  });
  const outcomes = new Map<number, number>();
  for (const positions of byLine.values()) {
    const texts = new Set(positions.map((at) => recordText(order[at] as OrderLine)));
    positions.forEach((at, rank) => {
      if (texts.size > 1) outcomes.set(at, OUTCOME.invalid);
      else if (rank > 0) outcomes.set(at, OUTCOME.duplicate);
    });
  }
  return outcomes;
}
