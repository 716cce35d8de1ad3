import { cxError } from '../core/errors.js';
import type { MetricDefinition } from '../core/definition.js';
import type { ResultOptions } from '../core/result.js';
import { addToMoments, createMoments, mergeMoments, type Moments } from '../statistics/moments.js';
import {
  momentsEffectiveSize,
  momentsMean,
  momentsSquares,
  momentsStandardError,
  momentsSums,
} from '../statistics/momentsSummary.js';
import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { OffScalePolicy } from './input.js';
import { meanInterval } from './meanInterval.js';
import type { RatioSums } from './ratioMeasure.js';

/** Reasons for which a row is left out of a mean. */
export type ValueExclusion = 'missing' | 'offScale' | 'missingWeight' | 'zeroWeight';

/** Tally of the mean family: running sums of the values, which lose no digits, and the rows left out. */
export interface ValueTally {
  /** Sums of the values and their weights. */
  readonly moments: Moments;
  /** Rows left out: missing, off scale, without a weight, of weight 0. */
  readonly excluded: number[];
}

/** How values are read. */
export interface ValueReading<Row> {
  /** Function the user called, for messages. */
  readonly where: string;
  /** The value of a row. */
  readonly read: (row: Row, index: number) => unknown;
  /** The weight of a row, if the measure has weights. */
  readonly readWeight: ((row: Row, index: number) => unknown) | undefined;
  /** Smallest and largest value that counts. */
  readonly range: MetricDefinition['range'];
  /** What to do with any other number. */
  readonly offScale: OffScalePolicy;
}

/** Makes an empty tally. */
export function createValueTally(): ValueTally {
  return { moments: createMoments(), excluded: [0, 0, 0, 0] };
}

/** Adds one row to a tally, in place. */
export function addValue<Row>(reading: ValueReading<Row>, tally: ValueTally, row: Row, index: number): void {
  const { where, range, offScale } = reading;
  const exclude = (reason: number): void => {
    (tally.excluded[reason] as number)++;
  };
  const value = reading.read(row, index) ?? null;
  if (value === null) {
    exclude(0);
    return;
  }
  const { minimum, maximum } = range ?? { minimum: -1e90, maximum: 1e90 };
  if (!(typeof value === 'number' && value >= minimum && value <= maximum)) {
    const rule = `a number from ${minimum} to ${maximum}`;
    if (offScale === 'throw') throw cxError('CX_OFF_SCALE', `${where}: value at row ${index}`, rule, value);
    exclude(1);
    return;
  }
  const weight = reading.readWeight ? (reading.readWeight(row, index) ?? null) : 1;
  if (weight === null || weight === 0) exclude(weight === null ? 2 : 3);
  else if (typeof weight === 'number' && weight >= 1e-25 && weight <= 1e25)
    addToMoments(tally.moments, value + 0, weight);
  else
    throw cxError('CX_INVALID_WEIGHT', `${where}: weight at row ${index}`, '0 or a number from 1e-25 to 1e25', weight);
}

/** Adds one tally to another, in place. */
export function mergeValueTallies(into: ValueTally, from: ValueTally): void {
  mergeMoments(into.moments, from.moments);
  from.excluded.forEach((count, reason) => ((into.excluded[reason] as number) += count));
}

/** The five sums of the mean family, from which its error over clusters follows. */
export function valueSums({ moments }: Pick<ValueTally, 'moments'>): RatioSums {
  return { scale: 1, ...momentsSums(moments), weightedSquare: momentsSquares(moments) };
}

/** The last step: the mean with its t interval. */
export function finishMean<Id extends string>(
  where: string,
  definition: MetricDefinition<Id>,
  { moments, excluded }: ValueTally,
  options: ResultOptions,
): AssembledResult<Id, ValueExclusion> {
  const [missing = 0, offScale = 0, missingWeight = 0, zeroWeight = 0] = excluded;
  const sampleSize = moments.count;
  const value = momentsMean(moments) + 0;
  const standardError = momentsStandardError(moments);
  return assembleResult(
    definition,
    { missing, offScale, missingWeight, zeroWeight },
    {
      sampleSize,
      effectiveSampleSize: sampleSize && momentsEffectiveSize(moments),
      value,
      standardError,
      degreesOfFreedom: sampleSize - 1,
      interval: meanInterval(where, value, standardError, sampleSize, definition.range, options),
    },
  );
}
