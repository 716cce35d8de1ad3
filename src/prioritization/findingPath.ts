import { cxError } from '../core/errors.js';
import { recordFinding, type RecordFinding } from '../core/recordFinding.js';

/** Something wrong in data that was handed over, and where it lies. */
export interface PathFinding<Code extends string = string> {
  /** What is wrong, in kebab case. More codes may be added. */
  readonly code: Code;
  /** Where: names and indices from the argument down, such as `['initiatives', 2, 'dependsOn', 0]`. */
  readonly path: readonly (string | number)[];
  /** What lies there, as text where it is not plain JSON. */
  readonly value: RecordFinding['value'];
}

/** Makes a finding; a value that JSON would lose is shown as text. */
export function pathFinding<Code extends string>(
  code: Code,
  path: readonly (string | number)[],
  value: unknown,
): PathFinding<Code> {
  return { code, path, value: recordFinding(code, 0, null, '', value).value };
}

/** Writes a path as it would stand in a program: `initiatives[2].dependsOn[0]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Throws the first finding as an error with code `CX_INVALID_INPUT`. */
export function requireNoFinding<Code extends string>(
  where: string,
  findings: readonly PathFinding<Code>[],
  rules: Readonly<Record<Code, string>>,
): void {
  const [first] = findings;
  if (first) throw cxError('CX_INVALID_INPUT', `${where}: ${pathText(first.path)}`, rules[first.code], first.value);
}

/** Tells an object that is neither `null` nor a list. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses options that are no object; left out, they have their defaults already. */
export function requireOptionsObject(where: string, options: unknown): void {
  if (!isPlainObject(options)) throw cxError('CX_INVALID_OPTION', `${where}: "options"`, 'an object', options);
}
