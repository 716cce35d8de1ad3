import type { Happening, Plan } from './ledgerPlans.js';

/** A line of the books. `at` tells when it counts: four times the day, and 0 for overdue, 1 for grants, 2 for the rest. */
export interface Line {
  readonly kind: string;
  readonly key: string;
  readonly on: number;
  readonly at: number;
  readonly member: string;
  readonly unit: string;
  readonly amount: number;
  readonly pending: number;
  readonly posted: number;
  readonly reserved: number;
  readonly expiresOn: number | null;
  readonly award: string | null;
  readonly lots: readonly (readonly [string, number])[];
}

/** What caps and budgets count. */
export interface Counted {
  readonly member: string;
  readonly at: number;
  readonly amount: number;
  readonly spent: number;
}

/** A grant and what became of it. */
export interface Grant {
  readonly key: string;
  readonly plan: Plan;
  readonly who: string;
  readonly what: string;
  readonly on: number;
  readonly account: string;
  readonly network: string;
  readonly round: number;
  readonly reversed: boolean;
  readonly lines: readonly Line[];
  readonly counted: readonly Counted[];
  /** What stays counted although a rebuild would not grant it, since it has expired. */
  readonly excess: number;
}

/** A spend, to be given back. */
export interface Spend {
  readonly id: string;
  readonly line: Line;
  readonly restores: readonly Line[];
}

/** Everything the model knows; replaced, never changed. */
export interface Books {
  readonly plans: readonly Plan[];
  readonly budgets: ReadonlyMap<string, { readonly limit: number; readonly clips: boolean }>;
  readonly today: number;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly moves: readonly Line[];
  readonly spends: readonly Spend[];
  readonly facts: readonly Happening[];
}

export const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const sum = <Item>(items: Iterable<Item>, of: (item: Item) => number): number => {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
};

export function line(own: Pick<Line, 'kind' | 'key' | 'on' | 'member' | 'unit'> & Partial<Line>): Line {
  const none = { amount: 0, pending: 0, posted: 0, reserved: 0, expiresOn: null, award: null, lots: [] };
  return { ...none, at: own.on * 4 + 2, ...own };
}

export function linesOf({ grants, moves }: Pick<Books, 'grants' | 'moves'>): Line[] {
  return [...Array.from(grants.values()).flatMap(({ lines }) => lines), ...moves];
}

/** All that was ever counted, less what was given back before the grants of a day. */
export function usedOn(counted: readonly Counted[], day: number, of: (part: Counted) => number): number {
  return sum(counted, (part) => (of(part) > 0 || part.at <= day * 4 + 1 ? of(part) : 0));
}

/** What a budget has posted and reserved. */
export function budgetOf({ grants }: Books, id: string): { posted: number; reserved: number } {
  const own = Array.from(grants.values()).filter(({ plan }) => plan.budget === id);
  const lines = own.flatMap((grant) => grant.lines);
  return { posted: sum(lines, ({ posted }) => posted), reserved: sum(lines, ({ reserved }) => reserved) };
}

/** What a member has of a grant: what has expired of it is gone. */
export function partOf({ moves }: Books, { key, lines }: Grant, member: string): { amount: number; pending: number } {
  const own = lines.filter((item) => item.member === member);
  const gone = moves.filter((item) => item.kind === 'expire' && item.award === key && item.member === member);
  return { amount: sum([...own, ...gone], ({ amount }) => amount), pending: sum(own, ({ pending }) => pending) };
}

export function membersOf({ lines }: Grant): string[] {
  return Array.from(new Set(lines.map(({ member }) => member))).sort(before);
}

export interface ModelLot {
  readonly key: string;
  readonly award: string | null;
  readonly on: number;
  readonly expiresOn: number | null;
  left: number;
  restoredOn: number;
  expiries: number;
}

/** What a member has of a unit. */
export interface Account {
  readonly granted: number;
  readonly pending: number;
  readonly transferred: number;
  readonly spent: number;
  readonly writtenOff: number;
  readonly debt: number;
  readonly lots: readonly ModelLot[];
}

const endOf = ({ expiresOn }: Pick<ModelLot, 'expiresOn'>): number => expiresOn ?? Infinity;

/** What can be spent of lots on a day. */
export const isOpen = (lot: ModelLot, day: number): boolean => endOf(lot) >= day;

/**
 * The books of one member and unit: lines that name their lots take from those; then what names none takes from the lot of its own
 * grant, from the first to expire of the lots there were, and from the lots that came later.
 */
export function accountOf(lines: readonly Line[], member: string, unit: string, through: number): Account {
  const own = lines.filter((item) => item.member === member && item.unit === unit && item.on <= through);
  const lots = new Map<string, ModelLot>();
  for (const { key, award, on, expiresOn, amount, lots: named } of own)
    if (amount > 0 && named.length === 0)
      lots.set(key, { key, award, on, expiresOn, left: amount, restoredOn: -1, expiries: 0 });
  for (const { kind, on, amount, lots: named } of own)
    for (const [key, part] of named) {
      const lot = lots.get(key);
      if (lot === undefined) continue;
      lot.left += amount < 0 ? -part : part;
      if (kind === 'expire') lot.expiries++;
      if (kind === 'restore') lot.restoredOn = Math.max(lot.restoredOn, on);
    }
  const inOrder = Array.from(lots.values()).sort(
    (a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b)) || a.on - b.on || before(a.key, b.key),
  );
  // A rebuild finds lots named that are not granted yet.
  const loose = own
    .map((item) => ({ ...item, rest: -item.amount - sum(item.lots, ([key, part]) => (lots.has(key) ? part : 0)) }))
    .filter(({ amount, rest }) => amount < 0 && rest > 0);
  let debt = 0;
  // Seen from a day in the past, a later spend may have taken what only came back to its lot since.
  for (const lot of inOrder) {
    debt += Math.max(0, -lot.left);
    lot.left = Math.max(0, lot.left);
  }
  for (const { on, award, rest: whole } of loose.sort((a, b) => a.on - b.on || before(a.key, b.key))) {
    let rest = whole;
    const later = inOrder.filter((lot) => lot.on > on).sort((a, b) => a.on - b.on);
    const there = inOrder.filter((lot) => lot.on <= on);
    const open = [...there, ...later].filter((lot) => isOpen(lot, on));
    for (const lot of [...inOrder.filter((item) => award !== null && item.award === award), ...open]) {
      const taken = Math.min(lot.left, rest);
      lot.left -= taken;
      rest -= taken;
    }
    debt += rest;
  }
  const of = (kinds: readonly string[]): number => sum(own, ({ kind, amount }) => (kinds.includes(kind) ? amount : 0));
  return {
    granted: of(['award', 'reserve', 'post', 'void', 'reverse', 'correct']),
    pending: sum(own, ({ pending }) => pending),
    transferred: of(['transfer-in', 'transfer-out']),
    spent: -of(['redeem', 'restore']),
    writtenOff: -of(['expire']),
    debt,
    lots: inOrder,
  };
}

/** What can be spent on a day. */
export function spendable({ lots, debt }: Account, day: number): number {
  return sum(lots, (lot) => (lot.on <= day && isOpen(lot, day) ? lot.left : 0)) - debt;
}
