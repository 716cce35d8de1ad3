import type { Comparison } from '../core/comparison.js';
import type { MetricDefinition } from '../core/definition.js';
import type { Field, Score } from '../core/field.js';
import type { ResultOptions } from '../core/result.js';
import type { CompareOptions } from './compareResults.js';

/**
 * A measure computes a metric from rows: a tally that can be added to, merged, stored as JSON and scored later.
 *
 * In the words of algebra it is a commutative monoid with a last step, so the same measure serves an array, a stream,
 * a cube of segments and the partial counts of a distributed engine.
 */
export interface Measure<in Row, in out Tally, out Result> {
  /** What the number means. */
  readonly definition: MetricDefinition;
  /** Makes an empty tally: plain data that survives JSON. */
  readonly createTally: () => Tally;
  /** Adds one row to a tally the caller owns, in place. `index` names the row in errors. */
  readonly addRow: (tally: Tally, row: Row, index: number) => void;
  /** Adds one tally to another, in place; associative and commutative. */
  readonly mergeTallies: (into: Tally, from: Tally) => void;
  /** Turns a tally into a result. */
  readonly toResult: (tally: Tally, options?: ResultOptions) => Result;
  /** Compares two tallies, first minus second, where the measure knows more of them than two results do. */
  readonly compareTallies?: ((a: Tally, b: Tally, options: CompareOptions) => Comparison) | undefined;
  /** Finds where something read from outside is not shaped as a tally, where its length varies; `undefined` when it is well. */
  readonly misfit?: ((path: string, tally: unknown) => string | undefined) | undefined;
  /** The door for columns, cubes and counts, on measures whose rows fall into a few bins. */
  readonly binned?: Binned<Row, Tally> | undefined;
}

/** The door by which counted answers enter a measure. */
export interface Binned<in Row, in Tally> {
  /** Where a row's score is. */
  readonly field: Field<Row, Score>;
  /** Lowest point of the scale. */
  readonly minimum: number;
  /** Highest point of the scale. */
  readonly maximum: number;
  /** Adds the counts found from position `at` on: one per scale point, then missing, then off scale. */
  readonly addCounts: (tally: Tally, counts: ArrayLike<number>, at: number) => void;
}

/** The field of plain answers: the row is the score. Known by identity, so that whole arrays can be counted without calling it. */
export function wholeRow(row: unknown): Score {
  return row as Score;
}
