/** Something wrong with one record of a batch: the record is left out of the number and named here, and the rest goes on. */
export interface RecordFinding<Code extends string = string> {
  /** What is wrong, in kebab case: `'delivered-before-ordered'`, `'negative-quantity'`. More codes may be added. */
  readonly code: Code;
  /** Position of the record in its batch, from 0. */
  readonly index: number;
  /** Id of the record where it has one. */
  readonly id: string | null;
  /** Field that is at fault. */
  readonly field: string;
  /** What that field holds, as text where it is not plain JSON. */
  readonly value: string | number | boolean | null;
}

/** Shows a value that JSON would lose as text: NaN as `NaN`, anything but plain values by its type. */
function shown(value: unknown): RecordFinding['value'] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Makes a finding; a value that JSON would lose is shown as text. */
export function recordFinding<Code extends string>(
  code: Code,
  index: number,
  id: unknown,
  field: string,
  value: unknown,
): RecordFinding<Code> {
  return { code, index, id: typeof id === 'string' ? id : null, field, value: shown(value) };
}
