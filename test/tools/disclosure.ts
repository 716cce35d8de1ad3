/** A small table as an intruder sees it: unknown counts of respondents, by class, in some leaves; sums of leaves that are published. */
export interface Puzzle {
  /** True counts: for each leaf, by class. Used for nothing but the published sums. */
  readonly truth: readonly (readonly number[])[];
  /** Sets of leaves whose counts are published. */
  readonly shown: readonly (readonly number[])[];
  /** Sets of leaves that are hidden, with an upper limit to their respondents where one is known. */
  readonly hidden: readonly { readonly leaves: readonly number[]; readonly atMost: number }[];
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Lists every way to fill the leaves with whole numbers from 0 that agrees with the sums: by depth-first search, leaf after leaf. */
export function fillings(leaves: number, sets: readonly (readonly number[])[], sums: readonly number[]): number[][] {
  const of = Array.from({ length: leaves }, (_, leaf) => sets.flatMap((set, at) => (set.includes(leaf) ? [at] : [])));
  const last = sets.map((set) => Math.max(...set));
  const found: number[][] = [];
  const rest = [...sums];
  const own: number[] = [];
  const fill = (leaf: number): void => {
    if (leaf === leaves) {
      found.push([...own]);
      return;
    }
    const sets = of[leaf] as number[];
    const most = Math.min(...sets.map((at) => rest[at] as number));
    for (let count = 0; count <= most; count++) {
      if (sets.some((at) => last[at] === leaf && rest[at] !== count)) continue;
      for (const at of sets) rest[at] = (rest[at] as number) - count;
      own.push(count);
      fill(leaf + 1);
      own.pop();
      for (const at of sets) rest[at] = (rest[at] as number) + count;
    }
  };
  fill(0);
  return found;
}

/** What an intruder can work out of a set of leaves. */
export interface Knowledge {
  /** Fewest and most respondents, as far as sums tell. */
  readonly range: readonly [number, number];
  /** Numbers of respondents that agree with sums and limits, as far as two had to be found. */
  readonly sizes: ReadonlySet<number>;
  /** Scores that do, for the points of each class; as far as two had to be found. */
  readonly scores: ReadonlySet<number>;
}

/** Every table of one class that agrees with what is published, for each class. */
export function tablesOf({ truth, shown }: Puzzle): number[][][] {
  const classes = truth[0]?.length ?? 0;
  return Array.from({ length: classes }, (_, kind) =>
    fillings(
      truth.length,
      shown,
      shown.map((set) => total(set.map((leaf) => truth[leaf]?.[kind] as number))),
    ),
  );
}

/** Works out what is known of every hidden set, by trying all tables. */
export function intrude(
  puzzle: Puzzle,
  points: readonly number[],
  tables: number[][][] = tablesOf(puzzle),
): Knowledge[] {
  const { hidden } = puzzle;
  const sizes = hidden.map(() => new Set<number>());
  const scores = hidden.map(() => new Set<number>());
  const isOpen = (): boolean => sizes.some((own) => own.size < 2) || scores.some((own) => own.size < 2);
  const look = (chosen: readonly number[][]): void => {
    const counts = hidden.map(({ leaves }) =>
      chosen.map((table) => total(leaves.map((leaf) => table[leaf] as number))),
    );
    if (counts.some((own, at) => total(own) > (hidden[at]?.atMost ?? Infinity))) return;
    for (const [at, own] of counts.entries()) {
      const size = total(own);
      sizes[at]?.add(size);
      // Rounded, as a score is the same whichever way it was divided.
      if (size > 0) scores[at]?.add(total(own.map((count, kind) => count * (points[kind] as number))) / size);
    }
  };
  const base = tables.map((_, kind) => puzzle.truth.map((counts) => counts[kind] as number));
  for (const [kind, own] of tables.entries()) {
    for (const table of own) {
      if (!isOpen()) break;
      look(base.map((other, at) => (at === kind ? table : other)));
    }
  }
  const product = (chosen: number[][]): void => {
    if (!isOpen()) return;
    const next = tables[chosen.length];
    if (!next) look(chosen);
    else for (const table of next) product([...chosen, table]);
  };
  if (tables.reduce((count, own) => count * own.length, 1) <= 200_000) product([]);
  return hidden.map(({ leaves }, at) => ({
    range: rangeOf(tables, leaves),
    sizes: sizes[at] as Set<number>,
    scores: scores[at] as Set<number>,
  }));
}

/** Fewest and most respondents in a set of leaves, over all tables; classes do not limit each other. */
export function rangeOf(tables: readonly number[][][], leaves: readonly number[]): readonly [number, number] {
  let range: readonly [number, number] = [0, 0];
  for (const own of tables) {
    const sums = own.map((table) => total(leaves.map((leaf) => table[leaf] as number)));
    range = [range[0] + Math.min(...sums), range[1] + Math.max(...sums)];
  }
  return range;
}
