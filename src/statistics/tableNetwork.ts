import { logGamma } from './logGamma.js';

/** Row totals still to be filled, from the column of the stage on, and the ways to get there by the logarithm of their weight. */
interface Node {
  readonly rest: readonly number[];
  readonly paths: Map<number, Path>;
}

interface Path {
  readonly logWeight: number;
  ways: number;
}

interface Extremes {
  readonly most: number;
  readonly least: number;
}

/** The most steps before a table is called too large, about a second: one for each column filled, more when a node is looked up. */
const MOST_STEPS = 1e7;
const LOOK_UP = 20;

/** The most units, for the table of factorials. */
const MOST_UNITS = 1e5;

/** Paths whose weights differ by less are one. */
const QUANTUM = 1e-11;

/**
 * The probability, margins given, of all tables whose weight `∏ 1 / n!` over the cells has a logarithm of at most `limit`.
 *
 * Column after column is filled. Partial tables that leave the same row totals meet in one node, whatever the order of the rows;
 * those of which all completions count, or none, go no further.
 *
 * @param rowTotals - Above zero; fewer of them are quicker.
 * @param columnTotals - Above zero, with the same sum.
 * @param limit - Logarithm of the weight.
 * @returns The probability; undefined when there are too many tables.
 * @remarks Mehta and Patel (1983), https://doi.org/10.1080/01621459.1983.10477989, with exact longest and shortest paths.
 * @internal
 */
export function rareTables(
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  limit: number,
): number | undefined {
  // The last column is what is left, so the largest is the one that costs nothing.
  const columns = columnTotals.slice().sort((a, b) => a - b);
  const last = columns.length - 1;
  const total = columns.reduce((sum, count) => sum + count, 0);
  if (total > MOST_UNITS) return undefined;
  const logFactorials = Float64Array.from({ length: total + 1 }, (_, n) => logGamma(n + 1));
  const weightOf = (counts: readonly number[]): number => {
    let logWeight = 0;
    for (let i = 0; i < counts.length; i++) logWeight -= logFactorials[counts[i] as number] as number;
    return logWeight;
  };
  // The sum of the weights of all completions is known: N! / (∏ rows! ∏ columns!).
  const constants = columns.map((_, k) => {
    const later = columns.slice(k);
    return weightOf(later) + (logFactorials[later.reduce((sum, count) => sum + count, 0)] as number);
  });
  const logCompletions = (rest: readonly number[], k: number): number => weightOf(rest) + (constants[k] as number);

  let steps = 0;
  const known = columns.map(() => new Map<string, Extremes>());
  // Largest and smallest weight of a completion.
  const extremes = (rest: readonly number[], k: number): Extremes => {
    if (k === last) return { most: weightOf(rest), least: weightOf(rest) };
    const key = rest.join();
    const found = known[k]?.get(key);
    if (found !== undefined) return found;
    let most = -Infinity;
    let least = Infinity;
    eachColumn(rest, columns[k] as number, logFactorials, (after, logWeight) => {
      if (k + 1 === last) {
        const complete = logWeight + weightOf(after);
        if (complete > most) most = complete;
        if (complete < least) least = complete;
        steps++;
      } else {
        const further = extremes(descending(after), k + 1);
        most = Math.max(most, logWeight + further.most);
        least = Math.min(least, logWeight + further.least);
        steps += LOOK_UP;
      }
      return steps <= MOST_STEPS;
    });
    known[k]?.set(key, { most, least });
    return { most, least };
  };

  const start = descending(rowTotals);
  const logAll = logCompletions(start, 0);
  let probability = 0;
  let nodes = new Map<string, Node>([['', { rest: start, paths: new Map([[0, { logWeight: 0, ways: 1 }]]) }]]);
  for (let k = 0; nodes.size > 0; k++) {
    const next = new Map<string, Node>();
    for (const { rest, paths } of nodes.values()) {
      const { most, least } = extremes(rest, k);
      if (steps > MOST_STEPS) return undefined;
      const share = logCompletions(rest, k) - logAll;
      const undecided: Path[] = [];
      for (const path of paths.values()) {
        if (path.logWeight + most <= limit) probability += path.ways * Math.exp(path.logWeight + share);
        else if (path.logWeight + least <= limit) undecided.push(path);
      }
      if (undecided.length === 0) continue;
      eachColumn(rest, columns[k] as number, logFactorials, (after, logWeight) => {
        steps += k + 1 === last ? undecided.length : LOOK_UP + 5 * undecided.length;
        if (k + 1 === last) {
          const complete = logWeight + weightOf(after);
          const part = complete + (constants[last] as number) - logAll;
          for (const path of undecided) {
            if (path.logWeight + complete <= limit) probability += path.ways * Math.exp(path.logWeight + part);
          }
        } else addPaths(next, descending(after), undecided, logWeight);
        return steps <= MOST_STEPS;
      });
      if (steps > MOST_STEPS) return undefined;
    }
    nodes = next;
  }
  return probability;
}

function addPaths(nodes: Map<string, Node>, rest: readonly number[], paths: readonly Path[], logWeight: number): void {
  const key = rest.join();
  const node = nodes.get(key) ?? { rest, paths: new Map<number, Path>() };
  nodes.set(key, node);
  for (const { logWeight: before, ways } of paths) {
    const reached = before + logWeight;
    const place = Math.round(reached / QUANTUM);
    const path = node.paths.get(place);
    if (path === undefined) node.paths.set(place, { logWeight: reached, ways });
    else path.ways += ways;
  }
}

function descending(counts: readonly number[]): number[] {
  return counts.slice().sort((a, b) => b - a);
}

// Every way to fill a column of the given total, until `visit` says no: the row totals left, in an array that changes, and the
// logarithm of the column's weight.
function eachColumn(
  rest: readonly number[],
  total: number,
  logFactorials: Float64Array,
  visit: (after: readonly number[], logWeight: number) => boolean,
): void {
  const after = rest.slice();
  const fill = (row: number, left: number, capacity: number, logWeight: number): boolean => {
    const most = rest[row] as number;
    if (row === rest.length - 1) {
      after[row] = most - left;
      return visit(after, logWeight - (logFactorials[left] as number));
    }
    const others = capacity - most;
    for (let count = Math.max(0, left - others); count <= Math.min(most, left); count++) {
      after[row] = most - count;
      if (!fill(row + 1, left - count, others, logWeight - (logFactorials[count] as number))) return false;
    }
    return true;
  };
  const capacity = rest.reduce((sum, count) => sum + count, 0);
  fill(0, total, capacity, 0);
}
