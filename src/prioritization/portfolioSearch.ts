import type { PortfolioItem, PortfolioProblem } from './portfolioProblem.js';
import { portfolioBound } from './portfolioBound.js';
import { compareTexts } from '../core/textOrder.js';
import { compareSets, emptySet, fillGreedily, fits, withItem, type PortfolioSet } from './portfolioSet.js';

/** What a search found. */
export interface PortfolioSearch {
  /** The best set found. */
  readonly best: PortfolioSet;
  /** No allowed set is worth more, in grid steps. */
  readonly bound: number;
  /** Whether nothing was left aside for want of room. */
  readonly isExact: boolean;
}

/** A set on its way, and what it can at most become. */
interface Candidate {
  readonly set: PortfolioSet;
  readonly bound: number;
}

/** How many kept sets a new one is measured against, where several limits make domination a question of each. */
const MOST_RIVALS = 200;

/** Related items stand side by side, needed ones first, the most valuable for their use at the head. */
function searchOrder(items: readonly PortfolioItem[], limits: readonly number[]): PortfolioItem[] {
  const density = new Map(
    items.map(({ id, value, uses }) => {
      const effort = uses.reduce((all, used, limit) => all + used / (limits[limit]! || 1), 0);
      return [id, value / (effort + 1e-9)];
    }),
  );
  const ranked = [...items].sort((a, b) => density.get(b.id)! - density.get(a.id)! || compareTexts(a.id, b.id));
  const order: PortfolioItem[] = [];
  let placed = 0n;
  let near = 0n;
  while (order.length < ranked.length) {
    const ready = ranked.filter(({ bit, needs }) => (placed & bit) === 0n && (needs & ~placed) === 0n);
    const next = ready.find(({ bit, needs, bars }) => (near & bit) !== 0n || ((needs | bars) & placed) !== 0n);
    // With no relative of what is placed, the best that is left, or what a relative of it needs first.
    const item = next ?? ready[0]!;
    order.push(item);
    placed |= item.bit;
    near |= item.needs | item.bars;
    for (const other of ranked) if ((other.needs & item.bit) !== 0n) near |= other.bit | other.needs;
  }
  return order;
}

/** Keeps, of sets with the same say in what may follow, those that none beats in rank and in every limit. */
function withoutDominated(candidates: readonly Candidate[], future: bigint): Candidate[] {
  const groups = new Map<bigint, Candidate[]>();
  for (const candidate of candidates) {
    const key = candidate.set.chosen & future;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return [...groups.values()].flatMap((group) => {
    const kept: Candidate[] = [];
    let least = Infinity;
    for (const candidate of group.sort((a, b) => compareSets(a.set, b.set))) {
      const { uses } = candidate.set;
      if (uses.length <= 1) {
        const [used = 0] = uses;
        if (used >= least) continue;
        least = used;
      } else if (kept.slice(-MOST_RIVALS).some(({ set }) => set.uses.every((used, at) => used <= uses[at]!))) continue;
      kept.push(candidate);
    }
    return kept;
  });
}

/**
 * Settles item after item and keeps the sets that may still become the best: branch and bound, with domination between sets that have
 * the same say in what may follow. Where more than `width` remain, those with the lowest bounds are left aside.
 */
export function searchPortfolio(
  { limits }: Pick<PortfolioProblem, 'limits'>,
  items: readonly PortfolioItem[],
  width: number,
): PortfolioSearch {
  const order = searchOrder(items, limits);
  const boundOf = portfolioBound(order, limits);
  const start = emptySet(limits);
  let best = fillGreedily(start, items, limits);
  const root = boundOf(start, 0);
  let aside = -Infinity;
  let sets: Candidate[] = [{ set: start, bound: root }];
  const related = order.map(({ needs, bars }) => needs | bars);
  for (const [at, item] of order.entries()) {
    const next: PortfolioSet[] = [];
    for (const { set } of sets) {
      next.push(set);
      if ((item.bars & set.chosen) !== 0n || (item.needs & ~set.chosen) !== 0n) continue;
      const taken = withItem(set, item);
      if (!fits(taken, limits)) continue;
      next.push(taken);
      if (compareSets(taken, best) < 0) best = taken;
    }
    const { value, cost } = best;
    const open = next
      .map((set) => ({ set, bound: boundOf(set, at + 1) }))
      .filter(({ set, bound }) => bound > value || (bound === value && set.cost <= cost));
    sets = withoutDominated(
      open,
      related.slice(at + 1).reduce((all, bits) => all | bits, 0n),
    );
    if (sets.length > width) {
      sets.sort((a, b) => b.bound - a.bound || compareSets(a.set, b.set));
      aside = Math.max(aside, sets[width]!.bound);
      sets = sets.slice(0, width);
    }
  }
  best = fillGreedily(best, items, limits);
  const bound = Math.max(best.value, Math.min(root, aside));
  return { best, bound, isExact: aside === -Infinity };
}
