import type { Field, Score } from '../core/field.js';

/** Answers already counted, as a database returns them: by score, or in the classes of the metric. */
export interface CountedInput<Counts> {
  /** An array indexed by score (for a scale from 1 the count of 0 is 0), or one count per class of the metric. */
  readonly counts: ArrayLike<number> | Counts;
  /** Missing answers, if the database counted them too. */
  readonly missing?: number | undefined;
}

/** The three ways in: plain values or rows (any iterable, array or typed array, read once), or counts. */
export type ScoreInput<Row, Counts> = Iterable<Row> | CountedInput<Counts>;

/** Fields of plain values: the value itself is the score; a weight can be computed from it or from its index. */
export interface ValueFields<Row> {
  /** Plain values need no field. */
  readonly score?: undefined;
  /** Weight of an answer, 0 or a number from 1e-25 to 1e25; `null` and 0 leave the answer out, counted. */
  readonly weight?: Field<Row, Score> | undefined;
}

/** Fields of rows: where the score is, and its weight. */
export interface RowFields<Row> {
  /** Name of the field that holds the score, or a function of the row. */
  readonly score: Field<Row, Score>;
  /** Weight of an answer, 0 or a number from 1e-25 to 1e25; `null` and 0 leave the answer out, counted. */
  readonly weight?: Field<Row, Score> | undefined;
}

/** The option argument: optional for plain values and counts, required for rows, because rows need `score`. */
export type ScoreArguments<Row, Options> = 0 extends 1 & Row
  ? [options?: Options & (ValueFields<Row> | RowFields<Row>)]
  : [Row] extends [Score]
    ? [options?: Options & ValueFields<Row>]
    : [options: Options & RowFields<Row>];

/** What to do with an answer off the scale: throw, naming the row, or leave it out and count it. */
export type OffScalePolicy = 'throw' | 'exclude';

/** Reasons for which an answer is left out of a scale metric. */
export type ScoreExclusion = 'missing' | 'offScale' | 'missingWeight' | 'zeroWeight';

/** Options common to all metrics over a scale, besides the fields. */
export interface ScoreOptions {
  /**
   * Answers off the scale (11, 8.5, NaN, "9") throw by default, because they mean that the wrong column was read.
   * @defaultValue 'throw'
   */
  readonly offScale?: OffScalePolicy | undefined;
}

/** Tells data that can be read row by row. A string can be iterated too, but is never data. */
export function isIterable(input: unknown): input is Iterable<unknown> {
  return Object(input) === input && Symbol.iterator in (input as object);
}
