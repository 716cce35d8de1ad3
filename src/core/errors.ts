/**
 * Codes of the errors this library throws. A code, once published, keeps its meaning; new ones may be added, so treat a `switch` over them as open.
 *
 * - `CX_INVALID_INPUT`: the data is not an iterable, a column table or `{ counts }`, or a row is not an object.
 * - `CX_INVALID_OPTION`: an option has a wrong type or lies outside its range.
 * - `CX_INVALID_COUNTS`: a count is not a whole number from 0, or the counts do not fit the scale.
 * - `CX_INVALID_WEIGHT`: a weight is negative or not a finite number.
 * - `CX_INVALID_DEFINITION`: a measure or metric is declared with contradictory or missing parts.
 * - `CX_INVALID_TALLY`: a stored tally does not have the shape of its measure.
 * - `CX_INVALID_DATE`: a civil date or period key cannot be read.
 * - `CX_OFF_SCALE`: an answer lies off the declared scale.
 * - `CX_POPULATION_TOO_SMALL`: the population is smaller than the sample drawn from it.
 * - `CX_DEFINITION_MISMATCH`: two numbers of different definitions were to be compared or merged.
 * - `CX_INVALID_RULE`: a reward rule is not written as the language says.
 */
export type CxErrorCode =
  | 'CX_INVALID_INPUT'
  | 'CX_INVALID_OPTION'
  | 'CX_INVALID_COUNTS'
  | 'CX_INVALID_WEIGHT'
  | 'CX_INVALID_DEFINITION'
  | 'CX_INVALID_TALLY'
  | 'CX_INVALID_DATE'
  | 'CX_OFF_SCALE'
  | 'CX_POPULATION_TOO_SMALL'
  | 'CX_DEFINITION_MISMATCH'
  | 'CX_INVALID_RULE';

/** An error thrown by this library: a built-in `TypeError` or `RangeError` that carries a stable code. */
export interface CxError extends Error {
  /** What went wrong, for programs; the message is for people and may change. */
  readonly code: CxErrorCode;
}

/**
 * Tells whether something caught was thrown by this library.
 *
 * Use it in a `catch` instead of `instanceof`, which fails when an application loads both the ESM and the CJS build.
 *
 * @param error - Anything that was caught.
 * @returns `true` when `error` is an `Error` whose `code` begins with `CX_`.
 * @example
 * ```ts
 * import { computeNps, isCxError } from 'cx-scoring';
 *
 * let code = '';
 * try {
 *   computeNps([9, 11]);
 * } catch (error) {
 *   if (isCxError(error)) code = error.code;
 * }
 * code; // => 'CX_OFF_SCALE'
 * ```
 */
export function isCxError(error: unknown): error is CxError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CX_');
}

/**
 * Makes the error `where must be rule, received value`; `where` begins with the function the user called: `computeNps: option "confidence"`.
 * A number out of place gives a `RangeError`, anything of a wrong type a `TypeError`. User data is never dumped: text is cut short.
 */
export function cxError(code: CxErrorCode, where: string, rule: string, received: unknown): CxError {
  const shown =
    Object(received) === received
      ? typeof received === 'object'
        ? 'an object'
        : 'a function'
      : typeof received === 'string'
        ? JSON.stringify(received.slice(0, 40))
        : String(received);
  const kind = typeof received === 'number' ? RangeError : TypeError;
  return Object.assign(new kind(`${where} must be ${rule}, received ${shown}`), { code });
}
