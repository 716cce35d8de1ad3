import {
  toDayNumber,
  type Invoice,
  type OrderLine,
  type OrderLineDelivery,
  type OrderLineExcuse,
  type Random,
  type ShippedLine,
} from 'cx-scoring';
import type { Account } from './company.js';
import { between, dateOf, FIRST_DAY, firstDayOf, isWeekday, LAST_DAY, toWeekday } from './days.js';

/** One order, as the order book has it. */
export interface Order {
  readonly id: string;
  readonly accountId: string;
  readonly at: string;
  /** Amount in euro cents. */
  readonly amount: number;
}

const QUARTERS = 12;
/** Orders in a quarter of an account with one event. */
const PACE = 1.7;
/** Whose books show no revenue yet still orders something. */
const SMALL_REVENUE = 40_000_00;

/** Makes three years of orders. Who is about to leave orders less, and some customers fall silent without a word. */
export function createOrders(random: Random, accounts: readonly Account[]): Order[] {
  const orders: Order[] = [];
  for (const { id, events, revenue, first, last } of accounts) {
    const pace = events * PACE * (0.4 + 1.2 * random());
    const leaves = last < QUARTERS - 1;
    const end = leaves ? firstDayOf(last) + between(random, 0, 80) : LAST_DAY;
    const falling = random() < 0.1 ? LAST_DAY - between(random, 90, 420) : end;
    const fading = leaves ? end - between(random, 120, 300) : end + 1;
    const amount = (revenue ?? SMALL_REVENUE) / (4 * pace);
    for (let day = Math.max(FIRST_DAY, firstDayOf(first)); day <= Math.min(end, falling); day++) {
      const chance = (pace / 65) * (day >= fading ? 0.4 : 1);
      if (!isWeekday(day) || random() >= chance) continue;
      const own = Math.round(amount * (0.5 + random()));
      orders.push({
        id: `O${String(orders.length + 1).padStart(5, '0')}`,
        accountId: id,
        at: dateOf(day),
        amount: own,
      });
    }
  }
  return orders;
}

interface Movement {
  readonly day: number;
  readonly quantity: number;
}

function deliver(random: Random, movements: readonly Movement[]): OrderLineDelivery[] {
  return movements
    .filter(({ day }) => day - 1 <= LAST_DAY)
    .map(({ day, quantity }) => ({
      shippedAt: dateOf(day - 1),
      deliveredAt: day <= LAST_DAY ? dateOf(day) : undefined,
      quantity,
      documentsOk: random() < 0.01 ? undefined : random() >= 0.025,
      damaged: random() < 0.02,
    }));
}

/** What comes of a line, and when: most comes on the day, some late, some in parts, some never. */
function movementsOf(random: Random, due: number, quantity: number): Movement[] {
  const fate = random();
  if (fate < 0.02) return [];
  const late = random();
  const days = late < 0.84 ? 0 : late < 0.92 ? -1 : late < 0.98 ? between(random, 1, 3) : between(random, 4, 12);
  const part = Math.max(1, quantity - between(random, 1, 4));
  if (fate < 0.05 && part < quantity) return [{ day: due + days, quantity: part }];
  if (fate < 0.09 && part < quantity) {
    return [
      { day: due + days, quantity: part },
      { day: due + 5, quantity: quantity - part },
    ];
  }
  return [{ day: due + days, quantity }];
}

/** Makes the lines of the newest quarter. */
export function createOrderLines(random: Random, orders: readonly Order[], firstDate: string): OrderLine[] {
  return orders
    .filter(({ at }) => at >= firstDate)
    .flatMap(({ id, accountId, at }, position) => {
      const ordered = toDayNumber(at);
      const due = toWeekday(ordered + between(random, 4, 9));
      // A truck that breaks down delays the whole order.
      const delay = random() < 0.04 ? between(random, 1, 3) : 0;
      return Array.from({ length: between(random, 1, 4) }, (_, index): OrderLine => {
        const quantityOrdered = between(random, 1, 40);
        const movements = movementsOf(random, due + delay, quantityOrdered);
        const excuse = random();
        const excludedReason: OrderLineExcuse | undefined = excuse < 0.015 ? 'customer-caused' : undefined;
        const isCancelled = excuse > 0.99;
        const closed =
          movements.reduce((sum, { quantity }) => sum + quantity, 0) < quantityOrdered && position % 2 === 0;
        return {
          orderId: id,
          lineId: String(index + 1),
          accountId,
          orderedAt: at,
          promisedAt: dateOf(due),
          quantityOrdered,
          excludedReason,
          cancelledAt: isCancelled ? dateOf(ordered + 1) : undefined,
          closedAt: closed && movements[0] && movements[0].day <= LAST_DAY ? dateOf(movements[0].day) : undefined,
          deliveries: isCancelled ? [] : deliver(random, movements),
        };
      });
    });
}

/** Spoils three lines the way exports do: a year mistyped, a return among the deliveries, a line that stands twice. */
export function spoilOrderLines(lines: readonly OrderLine[]): OrderLine[] {
  const delivered = lines.filter(
    ({ deliveries }) => deliveries.length === 1 && deliveries[0]?.deliveredAt !== undefined,
  );
  const [mistyped, negative, twice] = [delivered[40], delivered[160], delivered[280]];
  const spoilt = lines.map((line): OrderLine => {
    const [only] = line.deliveries;
    if (line === mistyped && only?.deliveredAt !== undefined) {
      const deliveredAt = only.deliveredAt.replace('2026', '2025');
      return { ...line, deliveries: [{ ...only, shippedAt: undefined, deliveredAt }] };
    }
    if (line === negative && only) return { ...line, deliveries: [{ ...only, quantity: -only.quantity }] };
    return line;
  });
  return twice ? [...spoilt, twice] : spoilt;
}

/** Makes what left the warehouse, with what came back of it. */
export function createShippedLines(
  random: Random,
  lines: readonly OrderLine[],
  dealt: ReadonlySet<string>,
): ShippedLine[] {
  return lines.flatMap(({ orderId, lineId, accountId = '', deliveries }): ShippedLine[] => {
    const shippedAt = deliveries[0]?.shippedAt;
    if (shippedAt === undefined) return [];
    const units = deliveries.reduce((sum, { quantity }) => sum + quantity, 0);
    const back = toDayNumber(shippedAt) + between(random, 5, 40);
    const isReturned = random() < 0.045 && back <= LAST_DAY;
    const returned = { at: dateOf(back), units: between(random, 1, units), core: random() < 0.2 };
    return [
      {
        id: `${orderId}/${lineId}`,
        accountId,
        shippedAt,
        units,
        consignment: dealt.has(accountId) && random() < 0.04,
        returns: isReturned ? [returned] : [],
      },
    ];
  });
}

/** Makes the invoices of half a year, ten days after their orders. */
export function createInvoices(random: Random, orders: readonly Order[], firstDate: string): Invoice[] {
  return orders
    .filter(({ at }) => at >= firstDate)
    .flatMap(({ id, accountId, at, amount }): Invoice[] => {
      const invoicedAt = dateOf(toDayNumber(at) + 10);
      const disputed = random() < 0.045;
      const disputedAt = dateOf(toDayNumber(at) + 10 + between(random, 2, 28));
      if (invoicedAt > dateOf(LAST_DAY)) return [];
      const known = disputed && disputedAt <= dateOf(LAST_DAY);
      const status = random() < 0.012 ? {} : known ? { disputed: true, disputedAt } : { disputed: false };
      return [
        { id: `F${id.slice(1)}`, accountId, invoicedAt, amount: { minorUnits: amount, currency: 'EUR' }, ...status },
      ];
    });
}
