import type { PortfolioItem } from './portfolioProblem.js';
import { portfolioRelaxations, type PortfolioRelaxation } from './portfolioRelaxation.js';
import type { PortfolioSet } from './portfolioSet.js';

/** A function that says what a set can at most become worth when the items before a position are settled. */
export type UpperBound = (set: PortfolioSet, from: number) => number;

function greatestCommonDivisor(values: readonly number[]): number {
  let divisor = 0;
  for (const value of values) {
    let [a, b] = [divisor, Math.abs(value)];
    while (b > 0) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor || 1;
}

/**
 * Makes the bound for items in the order they are settled. For each limit by itself, and for all of them added up with multipliers, the
 * rest may be filled with fractions of items; the least of these sums bounds what all limits allow together. Items whose needs were
 * settled against, or that something chosen excludes, do not count.
 */
export function portfolioBound(order: readonly PortfolioItem[], limits: readonly number[]): UpperBound {
  const step = greatestCommonDivisor(order.map(({ value }) => value));
  const settled: bigint[] = [0n];
  for (const { bit } of order) settled.push(settled.at(-1)! | bit);
  const worthwhile = order.map((_, at) => at).filter((at) => order[at]!.value > 0);
  const relaxations = portfolioRelaxations(order, limits);
  const isOpen = ({ needs, bars }: PortfolioItem, { chosen }: PortfolioSet, from: number): boolean =>
    (bars === 0n || (bars & chosen) === 0n) && (needs === 0n || (needs & settled[from]! & ~chosen) === 0n);
  const filled = (set: PortfolioSet, from: number, relaxation: PortfolioRelaxation): number => {
    const { multipliers, uses, ranked, slack } = relaxation;
    let room = 0;
    for (let limit = 0; limit < limits.length; limit++)
      room += multipliers[limit]! * (limits[limit]! - set.uses[limit]!) * slack;
    let total = set.value;
    for (const at of ranked) {
      const item = order[at]!;
      if (at < from || !isOpen(item, set, from)) continue;
      const use = uses[at]!;
      // An eighth of a step covers the rounding of the quotient and of the densities that are ranked.
      if (use > room) return total + Math.floor((item.value * room) / use + 0.125);
      room -= use;
      total += item.value;
    }
    return total;
  };
  return (set, from) => {
    let bound = set.value;
    for (const at of worthwhile) if (at >= from && isOpen(order[at]!, set, from)) bound += order[at]!.value;
    for (const relaxation of relaxations) {
      if (bound <= set.value) break;
      bound = Math.min(bound, filled(set, from, relaxation));
    }
    return Math.floor(bound / step) * step;
  };
}
