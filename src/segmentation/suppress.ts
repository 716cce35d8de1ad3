import type { Grid } from './suppressGrid.js';
import { movesOf, replay, type Move } from './suppressMoves.js';

/** What the search for further cells to hide must know. */
export interface Suppression {
  /** The cells, and the finest segments they are made of. */
  readonly grid: Grid;
  /** Respondents of each cell. */
  readonly sizes: readonly number[];
  /** For each of the finest segments its respondents by class. */
  readonly classes: readonly (readonly number[])[];
  /** For each of the finest segments its accounts, or `null`. */
  readonly accounts: readonly number[] | null;
  /** Accounts in some of the finest segments together. */
  readonly accountsIn: (leaves: Iterable<number>) => number;
  /** Fewest respondents among whom somebody is hidden. */
  readonly minimum: number;
  /** Fewest accounts among which an account is hidden. */
  readonly minimumAccounts: number;
}

type Table = readonly (readonly number[])[];

/** How many classes a table tells apart. */
export const kindsOf = (table: Table): number => table.reduce((_, counts) => counts.length, 0);

/** How many respondents of a class each of some segments can spare. */
const spare = (table: Table, leaves: readonly number[], kind: number): number =>
  leaves.reduce((least, leaf) => Math.min(least, (table[leaf] as readonly number[])[kind] as number), Infinity);

/** Whether a move can be made with respondents of a class, one way or the other. */
const isPossible = (table: Table, { takes, gives }: Move, kind: number): boolean =>
  spare(table, gives, kind) > 0 || spare(table, takes, kind) > 0;

/** Respondents that moves can bring into a cell, or take from it, up to as many as are asked for. */
function shifted(table: Table, moves: readonly Move[], inward: boolean, asked: number): number {
  const left = table.map((counts) => [...counts]);
  const kinds = kindsOf(table);
  let total = 0;
  for (let before = -1; before < total && total < asked;) {
    before = total;
    for (const { takes, gives } of moves) {
      const [from, to] = inward ? [gives, takes] : [takes, gives];
      for (let kind = 0; kind < kinds; kind++) {
        const most = spare(left, from, kind);
        for (const leaf of from) (left[leaf] as number[])[kind] = (left[leaf]?.[kind] as number) - most;
        for (const leaf of to) (left[leaf] as number[])[kind] = (left[leaf]?.[kind] as number) + most;
        total += most;
      }
    }
  }
  return total;
}

/** Whether the size of a cell can, as far as the published cells tell, be anything in a range that wide. */
function isWide(table: Table, moves: readonly Move[], width: number): boolean {
  const inward = shifted(table, moves, true, width);
  return inward >= width || inward + shifted(table, moves, false, width) >= width;
}

/** Finds classes of which a respondent may have moved into or out of a cell, by moves that are allowed, up to as many as are asked for. */
export function movableClasses(
  classes: Table,
  moves: Iterable<Move>,
  isAllowed: (move: Move, kind: number) => boolean,
  asked: number,
): Set<number> {
  const found = new Set<number>();
  const kinds = kindsOf(classes);
  for (const move of moves) {
    for (let kind = 0; kind < kinds; kind++) if (!found.has(kind) && isAllowed(move, kind)) found.add(kind);
    if (found.size >= asked) break;
  }
  return found;
}

/** Classes that must be movable for a score to stay open: two, as one of two always changes it, unless all answers are of one class. */
export function askedClasses(classes: Table): number {
  const kinds = kindsOf(classes);
  let used = 0;
  for (let kind = 0; kind < kinds; kind++) if (classes.some((counts) => (counts[kind] as number) > 0)) used++;
  return Math.min(2, used);
}

/** What a hidden cell still lacks: which moves would help, or `null` when it is hidden well enough. */
function lackOf(
  facts: Suppression,
  moves: Iterable<Move>,
  hidden: ReadonlySet<number>,
  isSmall: boolean,
): ((move: Move) => boolean) | null {
  const { classes, accounts, minimum, minimumAccounts } = facts;
  const isFree = ({ cells }: Move): boolean => cells.every((at) => hidden.has(at));
  const kinds = Array.from({ length: kindsOf(classes) }, (_, kind) => kind);
  const asked = askedClasses(classes);
  const moved = movableClasses(classes, moves, (move, kind) => isPossible(classes, move, kind) && isFree(move), asked);
  if (moved.size < asked) return (move) => kinds.some((kind) => !moved.has(kind) && isPossible(classes, move, kind));
  if (!isSmall) return null;
  const free = Array.from(moves).filter(isFree);
  if (!isWide(classes, free, minimum)) return (move) => kinds.some((kind) => isPossible(classes, move, kind));
  if (accounts === null) return null;
  const table = accounts.map((count) => [count]);
  if (!isWide(table, free, minimumAccounts)) return (move) => isPossible(table, move, 0);
  const among = new Set(free.flatMap(({ takes, gives }) => [...takes, ...gives]));
  return facts.accountsIn(among) < minimumAccounts ? () => true : null;
}

/** Whether a list of cells comes before another. */
function precedes(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((cell, place) => cell !== b[place]);
  // Where `b` is at its end, the comparison with `undefined` is false.
  return (a[at] as number) < (b[at] as number);
}

/** The cells to hide besides, for the move that helps at the cost of the fewest respondents; the first cells in order among equals. */
function cheapest(
  sizes: readonly number[],
  moves: Iterable<Move>,
  hidden: ReadonlySet<number>,
  helps: (move: Move) => boolean,
): readonly number[] {
  let best: readonly number[] = [];
  let lowest = Infinity;
  for (const move of moves) {
    let cost = 0;
    for (const at of move.cells) if (!hidden.has(at)) cost += sizes[at] as number;
    if (cost === 0 || cost > lowest) continue;
    const further = move.cells.filter((at) => !hidden.has(at)).sort((a, b) => a - b);
    const isFirst = cost < lowest || precedes(further, best);
    if (isFirst && helps(move)) [best, lowest] = [further, cost];
  }
  return best;
}

/**
 * Hides further cells until none that is hidden can be worked out from those that are shown.
 *
 * Each hidden cell is given a witness: another table, with the same counts in every cell that is shown, in which the cell has one
 * respondent more or less; and one more with a respondent of another class, so that its score differs too. For a small cell there
 * are tables that differ by at least `minimum` respondents in all, so that no sum of hidden cells with fewer can be derived.
 */
export function hideFurther(facts: Suppression, small: ReadonlySet<number>, others: Iterable<number>): Set<number> {
  const hidden = new Set([...small, ...others]);
  // Where nobody answered there is nobody to hide.
  const order = (cells: Iterable<number>): number[] =>
    Array.from(cells)
      .filter((cell) => (facts.sizes[cell] as number) > 0)
      .sort((a, b) => (facts.sizes[a] as number) - (facts.sizes[b] as number) || a - b);
  const queue = order(hidden);
  for (const cell of queue) {
    const moves = replay(movesOf(facts.grid, cell));
    for (;;) {
      const helps = lackOf(facts, moves, hidden, small.has(cell));
      const further = helps === null ? [] : cheapest(facts.sizes, moves, hidden, helps);
      if (further.length === 0) break;
      for (const at of further) hidden.add(at);
      queue.push(...order(further));
    }
  }
  return hidden;
}
