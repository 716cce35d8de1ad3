import { isWhole, requireOption } from '../core/options.js';
import { sum } from '../statistics/sum.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject, requireNoFinding, requireOptionsObject } from './findingPath.js';
import { checkPortfolio, isCapacity, PORTFOLIO_RULES } from './portfolioCheck.js';
import type { Portfolio, PortfolioInitiative, PortfolioOptions, PortfolioTotals } from './portfolioInitiative.js';
import { amountsByName, MILLIONTHS, portfolioProblem } from './portfolioProblem.js';
import { leftOutReasons } from './portfolioReasons.js';
import { portfolioRelations } from './portfolioRelations.js';
import { searchPortfolio } from './portfolioSearch.js';

const SMALL = 30;
const SMALL_WIDTH = 50_000;

function requireOptions(options: PortfolioOptions): void {
  const where = 'selectPortfolio';
  requireOptionsObject(where, options);
  const { budget, capacity, horizon, searchWidth } = options;
  requireOption(
    budget === undefined || isWhole(budget),
    where,
    'budget',
    'a whole number of minor units from 0',
    budget,
  );
  requireOption(capacity === undefined || isPlainObject(capacity), where, 'capacity', 'an object', capacity);
  for (const [resource, limit] of Object.entries(capacity ?? {}))
    requireOption(isCapacity(limit), where, `capacity.${resource}`, 'a number from 0 to 1000000000', limit);
  requireOption(horizon === undefined || isWhole(horizon), where, 'horizon', 'a whole number of quarters', horizon);
  const isWidth = searchWidth === undefined || (isWhole(searchWidth) && searchWidth > 0);
  requireOption(isWidth, where, 'searchWidth', 'a whole number from 1', searchWidth);
}

/** What initiatives come to, added up by name in code-unit order. */
function totalsOf(initiatives: readonly PortfolioInitiative[]): PortfolioTotals {
  const used = new Map<string, number>();
  for (const { capacity = {} } of initiatives) {
    for (const [resource, amount] of Object.entries(capacity))
      used.set(resource, (used.get(resource) ?? 0) + Math.round(amount * MILLIONTHS));
  }
  return {
    value: sum(initiatives.map(({ value }) => value)) + 0,
    cost: initiatives.reduce((total, { cost }) => total + cost, 0),
    capacity: amountsByName(used),
  };
}

/**
 * Selects the set of initiatives that is worth most under a budget and capacities, with what needs and excludes what.
 *
 * Use it after ranking: the best set is seldom the head of a ranking, because a large initiative may crowd out two that are together
 * worth more. The value of each is the caller's: a score on which differences mean something, or money.
 *
 * @param initiatives - Up to 4,096 initiatives; their order does not matter.
 * @param options - Budget, capacities, horizon and exclusive groups; without any, everything of value is chosen.
 * @returns What was chosen, what was left out and why, and a bound on what any other selection can be worth. Of two sets of equal value
 * the cheaper is chosen, then that with fewer initiatives, then that whose ids come first in code-unit order.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for the first finding of {@link checkPortfolio}, and
 * `CX_INVALID_OPTION` for a limit out of its range.
 * @remarks Branch and bound with domination between partial selections (Martello and Toth, 1990, Knapsack Problems, chapters 2 and 3;
 * Nemhauser and Ullmann, 1969, doi:10.1287/mnsc.15.9.494). The bound is the least of the fractional fillings (Dantzig, 1957,
 * doi:10.1287/opre.5.2.266) of each limit, and of all limits added up with multipliers (the surrogate relaxation of Glover, 1975,
 * doi:10.1287/opre.23.3.434). Exact as long as no more than `searchWidth` partial selections have to be kept, as is usual up to 30
 * initiatives and common beyond; otherwise the method is `'bounded'`, the selection is the best one found, and `gap` is what it may
 * fall short of the best. Values are told apart to twelve digits of the largest. With `'exact'`, more budget never lowers the value.
 * @example
 * ```ts
 * import { selectPortfolio } from 'cx-scoring/prioritization';
 *
 * const initiatives = [
 *   { id: 'pim', value: 5, cost: 40_000 },
 *   { id: 'portal', value: 30, cost: 90_000, dependsOn: ['pim'] },
 *   { id: 'slots', value: 20, cost: 60_000 },
 *   { id: 'parts', value: 18, cost: 70_000 },
 * ];
 * const portfolio = selectPortfolio(initiatives, { budget: 130_000 });
 * portfolio.chosen; // => ['parts', 'slots']
 * portfolio.totals; // => { value: 38, cost: 130_000, capacity: {} }
 * portfolio.gap; // => 0
 * portfolio.leftOut[0]; // => { id: 'pim', reasons: [{ code: 'budget', required: 40_000, left: 0 }] }
 * ```
 */
export function selectPortfolio(
  initiatives: readonly PortfolioInitiative[],
  options: PortfolioOptions = {},
): Portfolio {
  requireOptions(options);
  requireNoFinding('selectPortfolio', checkPortfolio(initiatives, options), PORTFOLIO_RULES);
  const relations = portfolioRelations(initiatives, options.exclusiveGroups ?? []);
  const problem = portfolioProblem(initiatives, relations, options);
  const { items, limits, step } = problem;
  const { horizon = Infinity } = options;
  const possible = items.filter(({ needed, uses, finish }) => {
    const total = limits.map((_, at) => needed.reduce((all, other) => all + other.uses[at]!, uses[at]!));
    return finish <= horizon && total.every((used, at) => used <= limits[at]!);
  });
  const { length } = possible;
  const width = options.searchWidth ?? (length <= SMALL ? SMALL_WIDTH : Math.max(10, Math.floor(1e7 / length ** 2)));
  const { best, bound, isExact } = searchPortfolio(problem, possible, width);
  const isChosen = new Set(items.filter(({ bit }) => (best.chosen & bit) !== 0n).map(({ id }) => id));
  const chosen = initiatives.filter(({ id }) => isChosen.has(id)).sort((a, b) => compareTexts(a.id, b.id));
  const totals = totalsOf(chosen);
  const gap = (bound - best.value) * step;
  return {
    chosen: chosen.map(({ id }) => id),
    leftOut: items
      .filter(({ id }) => !isChosen.has(id))
      .map((item) => ({ id: item.id, reasons: leftOutReasons(item, best, problem, options) })),
    totals,
    bound: totals.value + gap,
    gap,
    method: isExact ? 'exact' : 'bounded',
  };
}
