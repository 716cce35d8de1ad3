import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { addCounts } from './addCounts.js';
import { isNumericArray } from '../core/numericArray.js';
import { binOf, createCounts } from './bins.js';
import type { ColumnTable } from './columns.js';
import { countArray, countField, countRows } from './countValues.js';
import { isIterable, type OffScalePolicy, type ScoreExclusion } from './input.js';

/** A scale of whole numbers. */
export interface Scale {
  /** Lowest point. */
  readonly minimum: number;
  /** Highest point. */
  readonly maximum: number;
}

/**
 * Sums of the weights at each scale point. Each number is a pair: a sum and what rounding took from it (Neumaier), so that
 * the order of rows does not matter.
 */
export interface ScaleWeights {
  /** Sums of the weights. */
  readonly sums: number[];
  /** Sums of the squared weights. */
  readonly squares: number[];
}

/** Tally of the scale family. */
export interface ScaleTally {
  /** One count per scale point, then missing answers, answers off the scale, answers without a weight, answers of weight 0. */
  readonly counts: number[];
  /** Weights, or `null` for a measure without weights. */
  readonly weights: ScaleWeights | null;
}

/** How rows are read, as the public functions hand it on: types were checked there. */
export interface ScaleOptions<Row> {
  /** Where the score is; `undefined` when the row is the score. */
  readonly score?: Field<Row, Score> | undefined;
  /** Where the weight is. */
  readonly weight?: Field<Row, Score> | undefined;
  /** What to do off the scale. */
  readonly offScale?: OffScalePolicy | undefined;
}

/** Reads the answers left out, by reason, off the end of the counts. */
export function exclusionsOf(counts: readonly number[]): Record<ScoreExclusion, number> {
  const [missing, offScale, missingWeight, zeroWeight] = counts.slice(-4) as [number, number, number, number];
  return { missing, offScale, missingWeight, zeroWeight };
}

/** Makes an empty tally. */
export function createScaleTally({ minimum, maximum }: Scale, weighted: boolean): ScaleTally {
  const pairs = (): number[] => new Array<number>(2 * (maximum - minimum + 1)).fill(0);
  const weights = weighted ? { sums: pairs(), squares: pairs() } : null;
  return { counts: createCounts(maximum - minimum), weights };
}

/** Adds a number to the compensated sum at an even position. */
function addTo(pairs: number[], at: number, value: number): void {
  const before = pairs[at] as number;
  const after = before + value;
  (pairs[at + 1] as number) += Math.abs(before) < Math.abs(value) ? value - after + before : before - after + value;
  pairs[at] = after;
}

/** Makes the function that adds one row to a tally: the reference for every faster way. */
export function scaleRowAdder<Row>(
  where: string,
  { minimum, maximum }: Scale,
  { score, weight, offScale = 'throw' }: ScaleOptions<Row>,
): (tally: ScaleTally, row: Row, index: number) => void {
  requireOption(offScale === 'throw' || offScale === 'exclude', where, 'offScale', '"throw" or "exclude"', offScale);
  const span = maximum - minimum;
  const readScore = score && fieldReader(score);
  const readWeight = weight && fieldReader(weight);
  return ({ counts, weights }, row, index) => {
    const value = readScore ? readScore(row, index) : row;
    let bin = binOf(value, minimum, span);
    if (bin > span + 1 && offScale === 'throw') {
      throw cxError(
        'CX_OFF_SCALE',
        `${where}: score at row ${index}`,
        `a whole number from ${minimum} to ${maximum}`,
        value,
      );
    }
    if (weights && readWeight && bin <= span) {
      const own = readWeight(row, index) ?? null;
      if (own === null) bin = span + 3;
      else if (own === 0) bin = span + 4;
      else if (typeof own === 'number' && own >= 1e-25 && own <= 1e25) {
        addTo(weights.sums, 2 * bin, own);
        addTo(weights.squares, 2 * bin, own * own);
      } else
        throw cxError('CX_INVALID_WEIGHT', `${where}: weight at row ${index}`, '0 or a number from 1e-25 to 1e25', own);
    }
    (counts[bin] as number)++;
  };
}

/** Adds one table of compensated sums to another. */
function addPairs(into: number[], from: readonly number[]): void {
  from.forEach((value, at) => addTo(into, at & ~1, value));
}

/** Adds one tally to another, in place. */
export function mergeScaleTallies(into: ScaleTally, from: ScaleTally): void {
  from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
  if (into.weights && from.weights) {
    addPairs(into.weights.sums, from.weights.sums);
    addPairs(into.weights.squares, from.weights.squares);
  }
}

/** Counts a whole input in one loop when nothing but its scores matters; `undefined` when its rows must be read one by one. */
function countFast<Row>(
  { minimum, maximum }: Scale,
  { score, weight }: ScaleOptions<Row>,
  input: object,
): number[] | undefined {
  if (weight) return undefined;
  const span = maximum - minimum;
  const values = score ? (input as Partial<ColumnTable<Row>>).columns?.[score as keyof Row] : input;
  if (Array.isArray(values) || isNumericArray(values)) return countArray(values, minimum, span);
  if (!(score && Array.isArray(input))) return undefined;
  return typeof score === 'function'
    ? countRows(input as Row[], score, minimum, span)
    : countField(input as Row[], score as keyof Row, minimum, span);
}

/** Tallies any of the three ways in; `classes` holds, for each class of the metric, the score that stands for it. */
export function tallyScale<Row>(
  where: string,
  scale: Scale,
  options: ScaleOptions<Row>,
  input: unknown,
  classes: Readonly<Record<string, number>>,
): ScaleTally {
  const addRow = scaleRowAdder(where, scale, options);
  const fast = isIterable(input) && countFast(scale, options, input);
  if (fast && (fast[fast.length - 3] === 0 || options.offScale === 'exclude')) return { counts: fast, weights: null };
  const tally = createScaleTally(scale, !!options.weight);
  if (isIterable(input)) {
    // Validity is read off the counts; only where it fails are the rows read one by one, and the offending one named.
    let index = 0;
    for (const row of input) addRow(tally, row as Row, index++);
    return tally;
  }
  // Counts have no weights: wrapped, they are refused like anything else without counts.
  addCounts(where, scale, classes, options.weight && input ? [input] : input, tally.counts);
  return tally;
}
