import type { TestFigures } from './testFigures.js';

/**
 * The Kruskal-Wallis test from tables: one row of counts for each group, one column for each value; columns of equal value are ties. The
 * same numbers as ranking the answers one by one, in as many steps as there are cells.
 */
export function kruskalWallisOfCounts(groups: readonly (readonly number[])[], values: readonly number[]): TestFigures {
  const levels = Array.from(new Set(values)).sort((a, b) => a - b);
  const levelOf = values.map((value) => levels.indexOf(value));
  const table = groups.map((counts) => {
    const row = levels.map(() => 0);
    counts.forEach((count, at) => ((row[levelOf[at] as number] as number) += count));
    return row;
  });
  const ties = levels.map((_, level) => table.reduce((sum, row) => sum + (row[level] as number), 0));
  const size = ties.reduce((sum, own) => sum + own, 0);
  let below = 0;
  // Mid-ranks around their mean, so that squares of large samples keep their digits.
  const ranks = ties.map((own) => {
    const rank = below + own / 2 - size / 2;
    below += own;
    return rank;
  });
  const variance = ranks.reduce((sum, rank, level) => sum + rank * rank * (ties[level] as number), 0) / (size - 1);
  const between = table.reduce((sum, row) => {
    const own = row.reduce((total, count) => total + count, 0);
    const ranked = row.reduce((total, count, level) => total + count * (ranks[level] as number), 0);
    return sum + (ranked * ranked) / own;
  }, 0);
  return {
    statistic: variance > 0 ? between / variance : NaN,
    degreesOfFreedom: groups.length - 1,
    denominator: Infinity,
  };
}
