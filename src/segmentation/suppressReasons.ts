import { askedClasses, kindsOf, movableClasses, type Suppression } from './suppress.js';
import { movesOf, replay, type Move } from './suppressMoves.js';

/** Cells that the move would push out of what their reason says of them, by respondents of a class; `null` where it cannot be made. */
function contradicted(
  { classes, sizes, minimum }: Suppression,
  stated: ReadonlySet<number>,
  { takes, gives, cells, signs }: Move,
  kind: number,
): readonly number[] | null {
  const can = (leaves: readonly number[]): boolean =>
    leaves.every((leaf) => ((classes[leaf] as readonly number[])[kind] as number) > 0);
  const broken = (way: number): number[] =>
    cells.filter((cell, at) => stated.has(cell) && (sizes[cell] as number) + way * (signs[at] as number) >= minimum);
  const ways = [...(can(gives) ? [broken(1)] : []), ...(can(takes) ? [broken(-1)] : [])];
  return ways.length === 0 ? null : ways.reduce((least, own) => (own.length < least.length ? own : least));
}

/**
 * Decides of which hidden cells it may be said that they are below the minimum. The reason is itself a number given away: of two
 * hidden segments of 4 each, 8 in all, both "below 5", everything would be known. Cells whose reason would tell too much are left
 * out; they go by the reason that says nothing of their size.
 */
export function statedSmall(facts: Suppression, small: ReadonlySet<number>, hidden: ReadonlySet<number>): Set<number> {
  const { grid, classes, sizes, minimum } = facts;
  // Of cells with many respondents and few accounts the reason sets the number of respondents no limit.
  const stated = new Set(Array.from(small).filter((cell) => (sizes[cell] as number) < minimum));
  const limitless = Array.from(small).filter((cell) => !stated.has(cell));
  const isFree = ({ cells }: Move): boolean => cells.every((at) => hidden.has(at));
  const asked = askedClasses(classes);
  const peopled = Array.from(hidden).filter((cell) => (sizes[cell] as number) > 0);
  for (const cell of peopled.sort((a, b) => a - b)) {
    const moves = replay(movesOf(grid, cell));
    for (;;) {
      const isKept = (move: Move, kind: number): boolean =>
        isFree(move) && contradicted(facts, stated, move, kind)?.length === 0;
      const kept = movableClasses(classes, moves, isKept, asked);
      if (kept.size >= asked) break;
      let fewest: readonly number[] = [];
      for (const move of moves) {
        if (!isFree(move)) continue;
        for (let kind = 0; kind < kindsOf(classes); kind++) {
          const broken = kept.has(kind) ? null : contradicted(facts, stated, move, kind);
          if (broken && (fewest.length === 0 || broken.length < fewest.length)) fewest = broken;
        }
      }
      if (fewest.length === 0) break;
      for (const at of fewest) stated.delete(at);
    }
  }
  return new Set([...stated, ...limitless]);
}
