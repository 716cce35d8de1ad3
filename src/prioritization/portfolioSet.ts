import type { PortfolioItem } from './portfolioProblem.js';

/** A set of items that may be chosen together, and what it comes to. */
export interface PortfolioSet {
  /** The bits of its items. */
  readonly chosen: bigint;
  /** Sum of the values, in grid steps. */
  readonly value: number;
  /** Sum of the costs. */
  readonly cost: number;
  /** How many items it has. */
  readonly count: number;
  /** What it takes of each limit. */
  readonly uses: readonly number[];
}

/** The set without items. */
export function emptySet(limits: readonly number[]): PortfolioSet {
  return { chosen: 0n, value: 0, cost: 0, count: 0, uses: limits.map(() => 0) };
}

/** The set with one item more; whether it may be added is for the caller to know. */
export function withItem(set: PortfolioSet, item: PortfolioItem): PortfolioSet {
  return {
    chosen: set.chosen | item.bit,
    value: set.value + item.value,
    cost: set.cost + item.cost,
    count: set.count + 1,
    uses: set.uses.map((used, limit) => used + item.uses[limit]!),
  };
}

/** Orders sets from the best: more value, lower cost, fewer items, then the ids that come first in code-unit order. */
export function compareSets(a: PortfolioSet, b: PortfolioSet): number {
  if (a.value !== b.value) return b.value - a.value;
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.count !== b.count) return a.count - b.count;
  return a.chosen === b.chosen ? 0 : a.chosen > b.chosen ? -1 : 1;
}

/** Tells whether a set stays within the limits. */
export function fits({ uses }: PortfolioSet, limits: readonly number[]): boolean {
  return uses.every((used, limit) => used <= limits[limit]!);
}

/** An item together with what it needs and the set does not have yet. */
export function packageOf(set: PortfolioSet, item: PortfolioItem): PortfolioItem[] {
  return [item, ...item.needed.filter(({ bit }) => (set.chosen & bit) === 0n)];
}

/** Adds, again and again, the item with what it needs that is worth most for the part of the limits it takes. */
export function fillGreedily(
  start: PortfolioSet,
  items: readonly PortfolioItem[],
  limits: readonly number[],
): PortfolioSet {
  let set = start;
  for (;;) {
    let best: PortfolioSet | null = null;
    let highest = 0;
    for (const item of items) {
      if ((set.chosen & item.bit) !== 0n) continue;
      const added = packageOf(set, item);
      if (added.some(({ bars }) => (bars & set.chosen) !== 0n)) continue;
      const next = added.reduce(withItem, set);
      if (next.value <= set.value || !fits(next, limits)) continue;
      const effort = limits.reduce((all, limit, at) => all + (next.uses[at]! - set.uses[at]!) / (limit || 1), 0);
      const density = (next.value - set.value) / (effort + 1e-9);
      if (density > highest) [best, highest] = [next, density];
    }
    if (best === null) return set;
    set = best;
  }
}
