import { toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { fieldReader, type Field } from '../core/field.js';
import { bandsFromEdges } from './bandsFromEdges.js';
import { labelOf, requireBands, type Bands } from './bands.js';

/** Options of the dimension of seniority. */
export interface SeniorityOptions {
  /** Civil date at which seniority is told. One date for a whole cut: with the date of each answer the segments would drift. */
  readonly asOf: string;
  /** Bands in years; under 1, 1 to 3, 3 to 5, 5 to 10, and 10 years or more unless given. */
  readonly bands?: Bands | undefined;
}

function readAsOfDay(where: string, asOf: unknown): string {
  if (Number.isNaN(toDayNumber(asOf)))
    throw cxError('CX_INVALID_DATE', `${where}: "asOf"`, 'a civil date YYYY-MM-DD that exists', asOf);
  return asOf as string;
}

/** Completed years between two civil dates, of which texts compare as dates do; `null` where the first is later or missing. */
function completedYears(place: string, since: unknown, asOf: string): number | null {
  if (since === null || since === undefined || since === '') return null;
  if (Number.isNaN(toDayNumber(since)))
    throw cxError('CX_INVALID_DATE', place, 'a civil date YYYY-MM-DD that exists, or missing', since);
  const start = since as string;
  if (start > asOf) return null;
  const years = Number(asOf.slice(0, 4)) - Number(start.slice(0, 4));
  return asOf.slice(5) < start.slice(5) ? years - 1 : years;
}

/**
 * Counts the completed years that a company has been a customer.
 *
 * Use it to cut by seniority. It is the seniority of the company, never of the person who answers: the age of a respondent is no business
 * of a supplier's.
 *
 * @param since - Civil date the company became a customer; `null`, `undefined` and an empty text are missing.
 * @param asOf - Civil date at which the years are counted.
 * @returns Completed years, a whole number from 0. Who came on 29 February completes a year on 1 March where there is no such day. `null`
 * where the date is missing or lies after `asOf`: not yet a customer.
 * @throws TypeError with code `CX_INVALID_DATE` for a text that is no civil date.
 * @example
 * ```ts
 * import { seniorityYears } from 'cx-scoring/segmentation';
 *
 * seniorityYears('2021-07-01', '2026-06-30'); // => 4
 * seniorityYears('2021-06-30', '2026-06-30'); // => 5
 * seniorityYears(null, '2026-06-30'); // => null
 * ```
 */
export function seniorityYears(since: string | null | undefined, asOf: string): number | null {
  return completedYears('seniorityYears: "since"', since, readAsOfDay('seniorityYears', asOf));
}

/**
 * Makes a dimension of the seniority of a company as a customer, in bands of years.
 *
 * Use it among the dimensions of a segmentation: `dimensions: { seniority: seniorityBy('customerSince', { asOf: '2026-06-30' }) }`.
 *
 * @param field - Where the civil date is since when the company has been a customer.
 * @param options - The date at which seniority is told, and bands of your own.
 * @returns A function of a row that gives the label of the band, or `null` where the date is missing or lies after `asOf`. It throws
 * `CX_INVALID_DATE`, naming the row, for a text that is no civil date.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` for a field that is none or a record that is none of bands, and
 * `CX_INVALID_DATE` for an `asOf` that is none.
 * @example
 * ```ts
 * import { seniorityBy } from 'cx-scoring/segmentation';
 *
 * const seniority = seniorityBy<{ customerSince: string }>('customerSince', { asOf: '2026-06-30' });
 * seniority({ customerSince: '2024-01-15' }, 0); // => '2: ≥ 1, < 3'
 * ```
 */
export function seniorityBy<Row>(
  field: Field<Row, string | null | undefined>,
  options: SeniorityOptions,
): (row: Row, index: number) => string | null {
  const where = 'seniorityBy';
  if (typeof field !== 'string' && typeof field !== 'function')
    throw cxError('CX_INVALID_OPTION', `${where}: "field"`, 'the name of a field or a function', field);
  const { asOf: date, bands = bandsFromEdges([1, 3, 5, 10]) } = Object(options) as SeniorityOptions;
  const asOf = readAsOfDay(where, date);
  requireBands(where, bands);
  const read = fieldReader<Row, string | null | undefined>(field);
  return (row, index) => {
    const place = `${where}: value at row ${index}`;
    return labelOf(place, completedYears(place, read(row, index), asOf), bands);
  };
}
