import type { PortfolioItem } from './portfolioProblem.js';

/** One limit, or several added up with multipliers, under which items may be taken in fractions. */
export interface PortfolioRelaxation {
  /** Multiplier of each limit. */
  readonly multipliers: readonly number[];
  /** What each item takes, in the order of the items. */
  readonly uses: readonly number[];
  /** Places of the items of positive value, the most valuable for their use first. */
  readonly ranked: readonly number[];
  /** Widens the room, so that the rounding of a sum never rules out what is allowed; 1 where sums are whole. */
  readonly slack: number;
}

/** Rounds at which the multipliers are adjusted. */
const ROUNDS = 40;

function relaxation(
  order: readonly PortfolioItem[],
  multipliers: readonly number[],
  slack: number,
): PortfolioRelaxation {
  const uses = order.map((item) => multipliers.reduce((total, factor, limit) => total + factor * item.uses[limit]!, 0));
  const worthwhile = order.map((_, at) => at).filter((at) => order[at]!.value > 0);
  const density = (at: number): number => order[at]!.value / uses[at]!;
  // What takes nothing has an infinite density and comes before all.
  const ranked = worthwhile.sort((a, b) => (density(a) === density(b) ? a - b : density(b) - density(a)));
  return { multipliers, uses, ranked, slack };
}

/** Fills the room with fractions: the value, and what it takes of each limit. */
function fractional(
  order: readonly PortfolioItem[],
  limits: readonly number[],
  { multipliers, uses, ranked, slack }: PortfolioRelaxation,
): { value: number; taken: number[] } {
  let room = limits.reduce((total, limit, at) => total + multipliers[at]! * limit, 0) * slack;
  const taken = limits.map(() => 0);
  let value = 0;
  for (const at of ranked) {
    const part = uses[at]! > room ? room / uses[at]! : 1;
    value += part * order[at]!.value;
    for (let limit = 0; limit < taken.length; limit++) taken[limit]! += part * order[at]!.uses[limit]!;
    room -= part * uses[at]!;
    if (part < 1) break;
  }
  return { value, taken };
}

/**
 * Every limit by itself, and all of them added up with the multipliers that make the bound least: those of a limit that the fractions
 * overrun grow, the others shrink.
 */
export function portfolioRelaxations(
  order: readonly PortfolioItem[],
  limits: readonly number[],
): PortfolioRelaxation[] {
  const single = limits.map((_, limit) =>
    relaxation(
      order,
      limits.map((__, at) => (at === limit ? 1 : 0)),
      1,
    ),
  );
  const scales = limits.map((limit) => 1 / (limit || 1));
  if (limits.length < 2) return single;
  let shares = limits.map(() => 1);
  let best = single[0]!;
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const next = relaxation(
      order,
      scales.map((scale, limit) => scale * shares[limit]!),
      1 + 1e-9,
    );
    const { value, taken } = fractional(order, limits, next);
    if (value < least) [best, least] = [next, value];
    const pace = 1 / (1 + round / 4);
    shares = shares.map((share, limit) => share * Math.max(taken[limit]! * scales[limit]!, 0.01) ** pace);
    const total = shares.reduce((sum, share) => sum + share, 0);
    shares = shares.map((share) => Math.max((share * limits.length) / total, 1e-6));
  }
  return [...single, best];
}
