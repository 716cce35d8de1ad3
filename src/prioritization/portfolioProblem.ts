import type { PortfolioInitiative, PortfolioOptions } from './portfolioInitiative.js';
import type { PortfolioRelations } from './portfolioRelations.js';
import { compareTexts } from '../core/textOrder.js';

/** An initiative in whole numbers, so that sums do not depend on their order. */
export interface PortfolioItem {
  /** Its id. */
  readonly id: string;
  /** Its value in grid steps. */
  readonly value: number;
  /** Its cost in minor units. */
  readonly cost: number;
  /** What it takes of each limit: money first where it is limited, then the resources. */
  readonly uses: readonly number[];
  /** Its own bit; the first id in code-unit order has the highest. */
  readonly bit: bigint;
  /** The bits of all it needs. */
  readonly needs: bigint;
  /** The bits of all it excludes. */
  readonly bars: bigint;
  /** What it needs, as items. */
  readonly needed: readonly PortfolioItem[];
  /** Quarters until it can be done, counting what must come first. */
  readonly finish: number;
}

/** A selection problem in whole numbers. */
export interface PortfolioProblem {
  /** All items, by id in code-unit order. */
  readonly items: readonly PortfolioItem[];
  /** Names of the limited resources, in the order of the limits behind the money. */
  readonly resources: readonly string[];
  /** The limits. */
  readonly limits: readonly number[];
  /** Value of one grid step. */
  readonly step: number;
}

/** Resources are counted in millionths. */
export const MILLIONTHS = 1_000_000;

/** Turns millionths by name into amounts, names in code-unit order. */
export function amountsByName(millionths: ReadonlyMap<string, number>): Record<string, number> {
  const sorted = [...millionths].sort(([a], [b]) => compareTexts(a, b));
  return Object.fromEntries(sorted.map(([name, amount]): [string, number] => [name, amount / MILLIONTHS]));
}

/** A grid of 40 binary digits below the largest value: 4,096 values on it add up without rounding. */
function gridStep(initiatives: readonly PortfolioInitiative[]): number {
  const largest = initiatives.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? 1 : 2 ** (Math.max(Math.floor(Math.log2(largest)), -900) - 39);
}

/** Turns initiatives that were checked into whole numbers and bits. */
export function portfolioProblem(
  initiatives: readonly PortfolioInitiative[],
  { needs, bars }: PortfolioRelations,
  { budget, capacity }: PortfolioOptions,
): PortfolioProblem {
  const step = gridStep(initiatives);
  const sorted = [...initiatives].sort((a, b) => compareTexts(a.id, b.id));
  const resources = Object.keys(capacity ?? {}).sort();
  const toMillionths = (amount: number | undefined): number => Math.round((amount ?? 0) * MILLIONTHS);
  const limits = resources.map((resource) => toMillionths(capacity?.[resource]));
  if (budget !== undefined) limits.unshift(budget);
  const bits = new Map(sorted.map(({ id }, at) => [id, 1n << BigInt(sorted.length - 1 - at)]));
  const union = (ids: Iterable<string>): bigint => [...ids].reduce((all, id) => all | bits.get(id)!, 0n);
  const items = new Map<string, PortfolioItem>();
  // What is needed comes first, so that it is there to be pointed at.
  const bySize = [...sorted].sort((a, b) => needs.get(a.id)!.size - needs.get(b.id)!.size);
  for (const { id, value, cost, capacity: used = {}, quarters = 1 } of bySize) {
    const uses = resources.map((resource) => (Object.hasOwn(used, resource) ? toMillionths(used[resource]) : 0));
    if (budget !== undefined) uses.unshift(cost);
    const needed = [...needs.get(id)!].map((other) => items.get(other)!);
    items.set(id, {
      id,
      value: Math.round(value / step) + 0,
      cost,
      uses,
      bit: bits.get(id)!,
      needs: union(needs.get(id)!),
      bars: union(bars.get(id)!),
      needed,
      finish: quarters + needed.reduce((latest, { finish }) => Math.max(latest, finish), 0),
    });
  }
  return { items: sorted.map(({ id }) => items.get(id)!), resources, limits, step };
}
