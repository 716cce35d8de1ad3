import type { Merging } from './cube.js';

/**
 * For each tally the merge of all others: those before it, carried along, and those after it, merged once from behind. Three merges for
 * each tally, however many there are; no tally is subtracted, because what accounts share cannot be.
 */
export function restTallies<Tally>(measure: Merging<Tally>, tallies: readonly Tally[]): Tally[] {
  const after: Tally[] = [];
  let last = measure.createTally();
  for (const tally of [...tallies].reverse()) {
    after.push(last);
    const next = measure.createTally();
    measure.mergeTallies(next, last);
    measure.mergeTallies(next, tally);
    last = next;
  }
  after.reverse();
  const before = measure.createTally();
  return tallies.map((tally, at) => {
    const rest = after[at] as Tally;
    measure.mergeTallies(rest, before);
    measure.mergeTallies(before, tally);
    return rest;
  });
}
