import { requireOption } from '../core/options.js';
import { readRfm, type RfmFields, type RfmRecord } from './rfmRecords.js';

/**
 * How the groups are formed: `'independent'` sorts all customers three times; `'nested'` sorts by recency, then by frequency within each
 * recency group, then by monetary value within each of those, so that the cells are of about equal size.
 */
export type RfmBinning = 'independent' | 'nested';

/** Options of RFM scores. */
export interface RfmOptions<Row> extends RfmFields<Row> {
  /**
   * Number of groups, 2 to 9: 5 for quintiles.
   * @defaultValue 5
   */
  readonly groups?: number | undefined;
  /**
   * How the groups are formed.
   * @defaultValue 'independent'
   */
  readonly binning?: RfmBinning | undefined;
}

/** The scores of one customer. */
export interface RfmScore extends RfmRecord {
  /** Recency, from 1 to the number of groups: the highest bought most lately. */
  readonly r: number;
  /** Frequency: the highest bought most often. */
  readonly f: number;
  /** Monetary value: the highest bought for most. */
  readonly m: number;
  /** The three side by side, recency first: `'555'` is the best of five groups. */
  readonly code: string;
}

/** The scores of a set of customers; they are relative to that set. */
export interface RfmScores {
  /** Number of groups. */
  readonly groups: number;
  /** How they were formed. */
  readonly binning: RfmBinning;
  /** Civil date from which recency was counted, where it was a date. */
  readonly asOf: string | null;
  /** The customers, in code-unit order of their ids. */
  readonly customers: readonly RfmScore[];
  /** Customers left out: a value is missing, or cannot be; `checkRfmCustomers` names them. */
  readonly excluded: {
    /** A value is missing. */
    readonly missing: number;
    /** A value cannot be, or the customer occurs twice. */
    readonly impossible: number;
  };
}

/**
 * The group of each value by its rank: with the share of customers below it, and half of those equal to it, of all. Whole numbers
 * throughout, so that no rounding moves a customer.
 */
function groupsOf(values: readonly number[], groups: number): Map<number, number> {
  const sorted = values.slice().sort((a, b) => a - b);
  const result = new Map<number, number>();
  for (let below = 0; below < sorted.length;) {
    const value = sorted[below] as number;
    let next = below + 1;
    while (next < sorted.length && sorted[next] === value) next++;
    result.set(value, 1 + Math.floor((groups * (below + next)) / (2 * sorted.length)));
    below = next;
  }
  return result;
}

/** Splits customers by a key; the order within each part is kept. */
function partsBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Item[][] {
  const parts = new Map<number, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const part = parts.get(key);
    if (part) part.push(item);
    else parts.set(key, [item]);
  }
  return Array.from(parts.values());
}

/** Adds a score to each customer by one of its values. */
function scoreBy<Item, const Name extends string>(
  items: readonly Item[],
  groups: number,
  letter: Name,
  valueOf: (item: Item) => number,
): (Item & Record<Name, number>)[] {
  const group = groupsOf(items.map(valueOf), groups);
  return items.map((item) => ({ ...item, [letter]: group.get(valueOf(item)) }) as Item & Record<Name, number>);
}

/**
 * Scores customers by how lately, how often and for how much they bought: each from 1 to 5.
 *
 * Use it to cut a base by buying behaviour with nothing but its orders, and to ask each part other questions. The scores are relative to
 * the customers given: a score of 3 says nothing across two bases. For predictions see the purchase models.
 *
 * @param customers - One row per customer; `toOrderHistories` makes them of orders.
 * @param options - Where account, recency, frequency and monetary value are, `asOf`, the number of groups and how they are formed.
 * @returns Scores and code of each customer, and how many were left out. Equal values have equal scores: a value's group is that of the
 * middle of its ranks, `1 + ⌊groups · (below + ½ equal) / n⌋`, so that a value all share scores in the middle. Groups are of equal size
 * only where the values differ.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no iterable, `CX_INVALID_OPTION` for an option out of its range,
 * a field that is none, or dates without `asOf`, and `CX_INVALID_DATE` for an `asOf` that is none.
 * @remarks Quintiles of recency, frequency and monetary value: Hughes, A. (1994), Strategic Database Marketing, Probus; what they predict
 * and what they lose: Fader, P., Hardie, B. and Lee, K. (2005), RFM and CLV, Journal of Marketing Research 42, 415-430,
 * doi:10.1509/jmkr.2005.42.4.415. Neither says what to do with ties. Names such as "champions" are left out: vendors define them differently,
 * and no source is common to them.
 * @example
 * ```ts
 * import { toRfmScores } from 'cx-scoring/segmentation';
 *
 * const customers = [
 *   { id: 'A', last: '2026-06-28', orders: 12, spent: 90_000 },
 *   { id: 'B', last: '2026-05-30', orders: 4, spent: 20_000 },
 *   { id: 'C', last: '2026-01-15', orders: 4, spent: 45_000 },
 *   { id: 'D', last: '2025-09-01', orders: 1, spent: 2_000 },
 *   { id: 'E', last: '2025-08-01', orders: 1, spent: null },
 * ];
 * const fields = { account: 'id', recency: 'last', frequency: 'orders', monetary: 'spent', asOf: '2026-06-30' } as const;
 * const scores = toRfmScores(customers, { ...fields, groups: 2 });
 * scores.customers.map(({ account, code }) => `${account} ${code}`); // => ['A 222', 'B 221', 'C 122', 'D 111']
 * scores.excluded; // => { missing: 1, impossible: 0 }
 * ```
 */
export function toRfmScores<Row>(customers: Iterable<Row>, options: RfmOptions<NoInfer<Row>>): RfmScores {
  const where = 'toRfmScores';
  const { groups = 5, binning = 'independent', asOf = null } = Object(options) as RfmOptions<Row>;
  const isCount = Number.isInteger(groups) && groups >= 2 && groups <= 9;
  requireOption(isCount, where, 'groups', 'a whole number from 2 to 9', groups);
  const isBinning = binning === 'independent' || binning === 'nested';
  requireOption(isBinning, where, 'binning', '"independent" or "nested"', binning);
  const { records, findings } = readRfm<Row>(where, customers, options);
  const isNested = binning === 'nested';
  const within = <Item>(items: readonly Item[], keyOf: (item: Item) => number): readonly (readonly Item[])[] =>
    isNested ? partsBy(items, keyOf) : [items];
  const byRecency = scoreBy(records, groups, 'r', ({ recencyDays }) => -recencyDays);
  const byFrequency = within(byRecency, ({ r }) => r).flatMap((part) =>
    scoreBy(part, groups, 'f', ({ frequency }) => frequency),
  );
  const scored = within(byFrequency, ({ r, f }) => r * 10 + f)
    .flatMap((part) => scoreBy(part, groups, 'm', ({ monetary }) => monetary))
    .map((customer): RfmScore => ({ ...customer, code: `${customer.r}${customer.f}${customer.m}` }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  const missing = findings.filter(({ code }) => code === 'missing-value').length;
  return {
    groups,
    binning,
    asOf,
    customers: scored,
    excluded: { missing, impossible: findings.length - missing },
  };
}
