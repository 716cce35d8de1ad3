import type { LeftOutReason, PortfolioOptions } from './portfolioInitiative.js';
import { MILLIONTHS, type PortfolioItem, type PortfolioProblem } from './portfolioProblem.js';
import { packageOf, withItem, type PortfolioSet } from './portfolioSet.js';

/** Every reason for which an item, with what it needs and is not chosen, cannot or need not join the chosen set. */
export function leftOutReasons(
  item: PortfolioItem,
  chosen: PortfolioSet,
  { items, resources, limits, step }: PortfolioProblem,
  { budget, horizon }: PortfolioOptions,
): LeftOutReason[] {
  const added = packageOf(chosen, item);
  const all = added.reduce(withItem, chosen);
  const reasons: LeftOutReason[] = [];
  if (horizon !== undefined && item.finish > horizon) reasons.push({ code: 'horizon', required: item.finish, horizon });
  const needs = added
    .slice(1)
    .map(({ id }) => id)
    .sort();
  if (needs.length > 0) reasons.push({ code: 'needs', ids: needs });
  const bars = added.reduce((bits, other) => bits | other.bars, 0n) & chosen.chosen;
  const excluders = items.filter(({ bit }) => (bars & bit) !== 0n).map(({ id }) => id);
  if (excluders.length > 0) reasons.push({ code: 'excluded-by', ids: excluders });
  for (const [at, limit] of limits.entries()) {
    const [used, total] = [chosen.uses[at]!, all.uses[at]!];
    if (total <= limit) continue;
    const isMoney = budget !== undefined && at === 0;
    const unit = isMoney ? 1 : MILLIONTHS;
    const amounts = { required: (total - used) / unit, left: (limit - used) / unit };
    if (isMoney) reasons.push({ code: 'budget', ...amounts });
    else reasons.push({ code: 'capacity', resource: resources[budget === undefined ? at : at - 1]!, ...amounts });
  }
  if (all.value <= chosen.value) reasons.push({ code: 'no-value', value: (all.value - chosen.value) * step + 0 });
  return reasons;
}
