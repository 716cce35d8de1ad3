import { cxError } from '../core/errors.js';
import type { MetricDefinition } from '../core/definition.js';
import type { ResultOptions } from '../core/result.js';
import {
  accumulate,
  addDoubleDouble,
  divideDoubleDouble,
  multiplyDoubleDouble,
  subtractDoubleDouble,
  twoProduct,
  type DoubleDouble,
} from '../statistics/doubleDouble.js';
import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { OffScalePolicy } from './input.js';
import { meanInterval } from './meanInterval.js';
import type { RatioSums } from './ratioMeasure.js';

/** Reasons for which a row is left out of a ratio: an amount is missing, or is no amount. */
export type RatioExclusion = 'missing' | 'offScale';

/** Tally of the ratio and rate families: sums of two amounts and of their products, which lose no digits. */
export interface RatioTally {
  /** Rows that count. */
  rowCount: number;
  /** Pairs, high part and low part: sums of the denominators x and numerators y, then of x², xy and y². */
  readonly sums: number[];
  /** Rows left out: missing, off scale. */
  readonly excluded: number[];
}

const AT = { X: 0, Y: 2, XX: 4, XY: 6, YY: 8 } as const;

/** Makes an empty tally. */
export function createRatioTally(): RatioTally {
  return { rowCount: 0, sums: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], excluded: [0, 0] };
}

/** Adds the two amounts of one row to a tally, in place. */
export function addRatio(
  where: string,
  offScale: OffScalePolicy,
  { least, rule }: { readonly least: number; readonly rule: string },
  tally: RatioTally,
  [numerator, denominator]: readonly [unknown, unknown],
  index: number,
): void {
  const { sums, excluded } = tally;
  if (numerator === null || numerator === undefined || denominator === null || denominator === undefined) {
    (excluded[0] as number)++;
    return;
  }
  const isAmount = (value: unknown, from: number): value is number =>
    typeof value === 'number' && value >= from && value <= 1e90;
  const isKnown = isAmount(numerator, least);
  if (!isKnown || !isAmount(denominator, 0)) {
    if (offScale === 'throw')
      throw isKnown
        ? cxError('CX_OFF_SCALE', `${where}: denominator at row ${index}`, 'a number from 0 to 1e+90', denominator)
        : cxError('CX_OFF_SCALE', `${where}: numerator at row ${index}`, rule, numerator);
    (excluded[1] as number)++;
    return;
  }
  tally.rowCount++;
  accumulate(sums, AT.X, denominator, 0);
  accumulate(sums, AT.Y, numerator + 0, 0);
  const products = [
    [AT.XX, denominator, denominator],
    [AT.XY, denominator, numerator],
    [AT.YY, numerator, numerator],
  ] as const;
  for (const [at, a, b] of products) {
    const { high, low } = twoProduct(a, b);
    accumulate(sums, at, high, low);
  }
}

/** Adds one tally to another, in place. */
export function mergeRatioTallies(into: RatioTally, from: RatioTally): void {
  into.rowCount += from.rowCount;
  for (let at = 0; at < from.sums.length; at += 2)
    accumulate(into.sums, at, from.sums[at] as number, from.sums[at + 1] as number);
  from.excluded.forEach((count, reason) => ((into.excluded[reason] as number) += count));
}

function sumAt({ sums }: RatioTally, at: number): DoubleDouble {
  return { high: sums[at] as number, low: sums[at + 1] as number };
}

/** The two totals of a tally. */
export function ratioTotals(tally: RatioTally): { readonly numerator: number; readonly denominator: number } {
  return { numerator: sumAt(tally, AT.Y).high + 0, denominator: sumAt(tally, AT.X).high + 0 };
}

/** The sums that clustering needs; rows of a ratio of amounts have no value of their own, so the squares stay unknown. */
export function ratioSums(tally: RatioTally, scale: number): RatioSums {
  const { numerator, denominator } = ratioTotals(tally);
  return {
    scale,
    count: tally.rowCount,
    total: numerator,
    weight: denominator,
    weightedTotal: numerator,
    squaredWeight: sumAt(tally, AT.XX).high,
    weightedSquare: null,
  };
}

/** The linearised standard error of the ratio, `√(n/(n-1) Σ(y - Rx)²) / Σx` (Woodruff 1971). */
export function ratioStandardError(tally: RatioTally): number {
  const [x, y] = [sumAt(tally, AT.X), sumAt(tally, AT.Y)];
  // Σ(y - Rx)² times (Σx)², expanded so that only sums and products are needed.
  const squares = addDoubleDouble(
    subtractDoubleDouble(
      multiplyDoubleDouble(multiplyDoubleDouble(x, x), sumAt(tally, AT.YY)),
      multiplyDoubleDouble({ high: 2 * x.high, low: 2 * x.low }, multiplyDoubleDouble(y, sumAt(tally, AT.XY))),
    ),
    multiplyDoubleDouble(multiplyDoubleDouble(y, y), sumAt(tally, AT.XX)),
  );
  const spread = divideDoubleDouble(squares, multiplyDoubleDouble(x, x));
  // What rounding leaves of rows in one proportion is no spread.
  const noise = 1e-28 * sumAt(tally, AT.YY).high;
  return Math.sqrt((tally.rowCount / (tally.rowCount - 1)) * (spread > noise ? spread : 0)) / x.high;
}

/** The last step: the ratio with its t interval; unknown where the denominators add up to 0. */
export function finishRatio<Id extends string>(
  where: string,
  definition: MetricDefinition<Id>,
  tally: RatioTally,
  options: ResultOptions,
): AssembledResult<Id, RatioExclusion> {
  const [missing = 0, offScale = 0] = tally.excluded;
  const { denominator } = ratioTotals(tally);
  const isKnown = denominator > 0;
  const sampleSize = tally.rowCount;
  const value = isKnown ? divideDoubleDouble(sumAt(tally, AT.Y), sumAt(tally, AT.X)) + 0 : NaN;
  const standardError = isKnown ? ratioStandardError(tally) : NaN;
  const interval = meanInterval(where, value, standardError, sampleSize, definition.range, options);
  const figures = { sampleSize, effectiveSampleSize: sampleSize, value, standardError };
  const result = assembleResult(
    definition,
    { missing, offScale },
    { ...figures, degreesOfFreedom: sampleSize - 1, interval: isKnown ? interval : null },
  );
  if (isKnown || sampleSize === 0) return result;
  const warnings = result.warnings.filter(({ code }) => code !== 'no-interval');
  const unknown = { value: null, standardError: null, degreesOfFreedom: null };
  return { ...result, ...unknown, warnings: [...warnings, { code: 'zero-denominator' }] };
}
