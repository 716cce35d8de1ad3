import type { MetricResult, ResultOptions } from '../core/result.js';
import type { Binned, Measure } from '../measures/measure.js';
import type { Grid, GridCell } from './suppressGrid.js';

/** What a table tells about its respondents, cell by cell. */
export interface TableFacts<Result> {
  /** Respondents of each cell. */
  readonly sizes: readonly number[];
  /** Accounts of each cell, or `null` when the measure does not know accounts. */
  readonly accountsOf: readonly (number | null)[];
  /** Scores a cell. */
  readonly score: (cell: number, options: ResultOptions) => Result;
  /** For each of the finest segments its respondents by class of answer. */
  readonly classes: readonly (readonly number[])[];
  /** For each of the finest segments its accounts, or `null` when the measure does not know accounts. */
  readonly accounts: readonly number[] | null;
  /** Accounts in some of the finest segments together. */
  readonly accountsIn: (leaves: Iterable<number>) => number;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const isZero = (value: unknown): boolean => value === 0;

/** Makes what reads the respondents by class off a result: the counts that are 0 where nobody answered, or a list of such counts. */
function classReader(empty: object): (result: object) => readonly number[] {
  const general = ['sampleSize', 'effectiveSampleSize', 'accounts'];
  const entries = Object.entries(empty).filter(([field]) => !general.includes(field));
  const lists = entries.filter(([, value]) => Array.isArray(value) && value.length > 1 && value.every(isZero));
  const fields = (lists.length > 0 ? lists : entries.filter(([, value]) => isZero(value))).map(([field]) => field);
  return (result) =>
    fields.flatMap(
      (field) => (result as Readonly<Record<string, number | readonly number[]>>)[field] as number | number[],
    );
}

/** Reads the answers at each point of a scale off the tally of a binned measure. */
function binsOf(binned: Pick<Binned<never, never>, 'minimum' | 'maximum'> | undefined, tally: unknown): number[] {
  const counts: unknown = (Object(tally) as { readonly counts?: unknown }).counts;
  return binned && Array.isArray(counts) ? (counts as number[]).slice(0, binned.maximum - binned.minimum + 1) : [];
}

/**
 * Merges and scores every cell, and finds the classes of answer. Those the result counts are taken; where it counts none, the points
 * of the scale, which are finer than what a mean tells; where there is no scale, all answers are of one class.
 */
export function factsOf<Tally, Result extends MetricResult>(
  measure: Measure<never, Tally, Result>,
  tallies: readonly Tally[],
  { places, cells }: Grid,
): TableFacts<Result> {
  const own = places.map((place) => tallies[place] as Tally);
  // The population a measure was made with is that of the whole.
  const score = (leaves: Iterable<number>, options: ResultOptions = { population: undefined }): Result => {
    const merged = measure.createTally();
    for (const leaf of leaves) measure.mergeTallies(merged, own[leaf] as Tally);
    return measure.toResult(merged, options);
  };
  const finest = own.map((_, leaf) => score([leaf]));
  const readers = [
    classReader(score([])),
    (_: object, leaf: number) => binsOf(measure.binned, own[leaf]),
    (_: object, leaf: number) => [(finest[leaf] as Result).sampleSize],
  ];
  const classes = readers
    .map((read) => finest.map((result, leaf) => read(result, leaf)))
    .find((table) => table.every((counts, leaf) => counts.length > 0 && sum(counts) === finest[leaf]?.sampleSize));
  const known = score(own.keys()).accounts !== null;
  const results = cells.map(({ leaves }) => score(leaves));
  return {
    sizes: results.map(({ sampleSize }) => sampleSize),
    accountsOf: results.map(({ accounts }) => accounts),
    score: (cell, options) => score((cells[cell] as GridCell).leaves, options),
    classes: classes as readonly (readonly number[])[],
    accounts: known ? finest.map(({ accounts }) => Number(accounts)) : null,
    accountsIn: (leaves) => Number(score(leaves).accounts),
  };
}
