import type { Grid } from './suppressGrid.js';

/**
 * Finds the cells whose comments may be read. A comment is recognised wherever it is shown, so that lists can be laid over each other:
 * what stands in the list of a zone and in that of a sector comes from the segment where they cross, and what stands in the list of
 * the whole and in none of its parts from the parts left out. Every group of respondents that lists can tell apart has at least the
 * floor.
 */
export function commentCells(
  { cells, cellsOf }: Grid,
  sizes: readonly number[],
  leafSizes: readonly number[],
  hidden: ReadonlySet<number>,
  floor: number,
): Set<number> {
  const bySize = cells
    .map((_, at) => at)
    .filter((at) => !hidden.has(at) && (sizes[at] as number) >= floor)
    .sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || b - a);
  const shown = new Set(bySize);
  for (;;) {
    const groups = new Map<string, { lists: ReadonlySet<number>; size: number }>();
    for (const [leaf, size] of leafSizes.entries()) {
      const lists = (cellsOf[leaf] as readonly number[]).filter((at) => shown.has(at));
      if (size === 0 || lists.length === 0) continue;
      const group = groups.get(lists.join());
      if (group) group.size += size;
      else groups.set(lists.join(), { lists: new Set(lists), size });
    }
    const exposed = Array.from(groups.values()).find(({ size }) => size < floor);
    if (!exposed) return shown;
    // Without its list, the group becomes one with another.
    const joins = (list: number): boolean => {
      const lists = new Set(exposed.lists);
      if (!lists.delete(list)) lists.add(list);
      return groups.has(
        Array.from(lists)
          .sort((a, b) => a - b)
          .join(),
      );
    };
    const rest = bySize.filter((list) => shown.has(list));
    shown.delete((rest.find(joins) ?? rest.find((list) => exposed.lists.has(list))) as number);
  }
}
