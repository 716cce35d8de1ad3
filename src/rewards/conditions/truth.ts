/** Kleene's three values: what is unknown is neither true nor false. */
export type Truth = 'true' | 'false' | 'unknown';

/** The three values as numbers, in which `and` is the smaller, `or` the larger and `not` the difference from 2. */
export type TruthCode = 0 | 1 | 2;

/** Code of false. */
export const FALSE = 0;
/** Code of unknown. */
export const UNKNOWN = 1;
/** Code of true. */
export const TRUE = 2;

const NAMES = ['false', 'unknown', 'true'] as const;

/** The code of something known. */
export function truthCode(holds: boolean): TruthCode {
  return holds ? TRUE : FALSE;
}

/** The opposite; of unknown, unknown. */
export function negation(truth: TruthCode): TruthCode {
  return (TRUE - truth) as TruthCode;
}

/** The name of a code. */
export function truthName(truth: TruthCode): Truth {
  return NAMES[truth];
}

/** The code of a name. */
export function codeOf(truth: Truth): TruthCode {
  return truth === 'true' ? TRUE : truth === 'false' ? FALSE : UNKNOWN;
}
