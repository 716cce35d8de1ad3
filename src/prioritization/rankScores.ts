import { EQUAL_WITHIN, type CaseRange } from './axisPosition.js';

/** The ranks an item can have, 1 being the best; items of equal scores share the better rank, and the next ranks stay empty. */
export interface RankRange {
  /** The rank, or `null` while scores that are not known leave it open. */
  readonly rank: number | null;
  /** Best rank it can have. */
  readonly bestRank: number;
  /** Worst rank it can have. */
  readonly worstRank: number;
}

/** Ranks items by the ranges of their scores, the highest first, in the order given. */
export function rankScores(scores: readonly CaseRange[]): RankRange[] {
  const lowers = Float64Array.from(scores, ({ lower }) => lower).sort();
  const uppers = Float64Array.from(scores, ({ upper }) => upper).sort();
  return scores.map(({ lower, upper }) => {
    const bestRank = 1 + countAbove(lowers, upper);
    // What lies above its own worst case includes the item itself when its cases differ.
    const isItself = upper - lower > EQUAL_WITHIN;
    const worstRank = 1 + countAbove(uppers, lower) - (isItself ? 1 : 0);
    return { rank: bestRank === worstRank ? bestRank : null, bestRank, worstRank };
  });
}

/** Counts the numbers of an ascending list that are above a limit by more than rounding. */
function countAbove(sorted: Float64Array, limit: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) - limit > EQUAL_WITHIN) to = middle;
    else from = middle + 1;
  }
  return sorted.length - from;
}

/** For each item the ids of the others whose known score equals its own, in code-unit order; none for an unknown score. */
export function listTies(ids: readonly string[], scores: readonly (number | null)[]): string[][] {
  const order = ids.map((id, index) => ({ id, index, score: scores[index] ?? null }));
  const known = order.flatMap((item) => (item.score === null ? [] : [{ ...item, score: item.score }]));
  known.sort((a, b) => b.score - a.score);
  const ties: string[][] = ids.map(() => []);
  for (let from = 0, to = 0; from < known.length; from = to) {
    const first = known[from]?.score as number;
    while (to < known.length && first - (known[to]?.score as number) <= EQUAL_WITHIN) to++;
    const group = known.slice(from, to);
    const together = group.map(({ id }) => id).sort();
    for (const { id, index } of group) ties[index] = together.filter((other) => other !== id);
  }
  return ties;
}
