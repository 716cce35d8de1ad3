import { cxError } from '../core/errors.js';
import type { Score } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { isIterable } from '../measures/input.js';

/** Most bands: a cut that nobody can read is no cut. */
const MOST_BANDS = 99;

/** The numbers that bands are found from, in rising order, and how many were missing. */
export interface BandValues {
  /** The numbers, rising. */
  readonly sorted: readonly number[];
  /** Missing values. */
  readonly missing: number;
}

/** Reads the values that bands are found from; anything but a finite number or nothing is an error that names the place. */
export function readBandValues(where: string, values: Iterable<Score>): BandValues {
  if (!isIterable(values)) throw cxError('CX_INVALID_INPUT', `${where}: "values"`, 'an iterable of numbers', values);
  const numbers: number[] = [];
  let index = 0;
  let missing = 0;
  for (const value of values as Iterable<unknown>) {
    if (value === null || value === undefined) missing++;
    else if (typeof value === 'number' && Number.isFinite(value)) numbers.push(value + 0);
    else throw cxError('CX_INVALID_INPUT', `${where}: value ${index}`, 'a finite number or missing', value);
    index++;
  }
  return { sorted: numbers.sort((a, b) => a - b), missing };
}

/** Refuses a number of bands that makes none, or more than anybody reads. */
export function requireBandCount(where: string, bands: unknown): void {
  const isCount = Number.isInteger(bands) && (bands as number) >= 2 && (bands as number) <= MOST_BANDS;
  requireOption(isCount, where, 'bands', `a whole number from 2 to ${MOST_BANDS}`, bands);
}
