import type { ParameterValue } from '../../core/definition.js';
import type { ConditionOperator } from './condition.js';
import type { FactPath } from './factPath.js';
import type { Truth } from './truth.js';

/**
 * Why a condition is unknown: `'missing'` (the fact is not there), `'wrong-type'` (it has another type than what it is compared with),
 * `'invalid'` (a number that is not finite or, in a sum, not whole; a date that does not exist), `'too-few'` (a list shorter than `minCount`),
 * `'no-result'` (no result of the metric), `'no-status'` (its status is unknown), `'small-sample'`. More reasons may be added.
 */
export type UnknownReason =
  'missing' | 'wrong-type' | 'invalid' | 'too-few' | 'no-result' | 'no-status' | 'small-sample';

/** How one condition came out, with those it is made of: plain JSON of the shape of the condition. */
export interface ConditionTrace {
  /** Operator of the condition. */
  readonly op: ConditionOperator;
  /** How it came out. */
  readonly truth: Truth;
  /** Where the fact was read. */
  readonly fact?: FactPath;
  /** What was expected; where the fact is compared with another, that fact's path and value. */
  readonly expected?: ParameterValue;
  /** What was found; `null` when nothing was. Long text and lists are shown by their length, a figure in doubt as `'1 to 3'`. */
  readonly actual?: ParameterValue;
  /** Why it is unknown. */
  readonly reason?: UnknownReason;
  /** Id of the shared condition, for `'ref'`. */
  readonly id?: string;
  /** The conditions it is made of, or one for each element of a list, for `'sum'` with the number found in it. */
  readonly of?: readonly ConditionTrace[];
}

/** A trace that is being put together: later properties cost less than a spread. */
export type TraceDraft = { -readonly [Key in keyof ConditionTrace]: ConditionTrace[Key] };

const LONGEST = 120;

/** Shows what was found as plain JSON that a trace can hold. */
export function shownFact(value: unknown): ParameterValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.length > LONGEST ? `text of ${value.length} characters` : value;
  // JSON has no NaN and no negative zero.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? `list of ${value.length}` : typeof value;
}
