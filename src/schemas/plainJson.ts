import type { RecordIssueCode } from './issues.js';

/** How large plain data may be. */
export interface PlainLimits {
  /** Most levels: a list within an object lies on the second. */
  readonly depth: number;
  /** Most values, names not counted. */
  readonly values: number;
  /** Most characters of a text or a name. */
  readonly text: number;
}

/** Something in plain data that does not belong there. */
export interface PlainFault {
  /** Where it lies. */
  readonly path: readonly (string | number)[];
  /** What is wrong. */
  readonly code: RecordIssueCode;
  /** What it must be, as a sentence goes on. */
  readonly rule: string;
  /** What it is instead. */
  readonly received: string;
}

/** Names that would reach a prototype. */
export const RESERVED_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const MOST_FAULTS = 50;

type Parent = Record<string | number, unknown>;

interface Visit {
  readonly value: unknown;
  readonly into: Parent;
  readonly step: string | number;
  readonly path: readonly (string | number)[];
  /** The objects it lies in, innermost first; a linked list, since copies of it would cost the square of the depth. */
  readonly within: Enclosing | null;
}

interface Enclosing {
  readonly value: object;
  readonly depth: number;
  readonly outer: Enclosing | null;
}

function encloses(enclosing: Enclosing | null, value: object): boolean {
  for (let own = enclosing; own !== null; own = own.outer) if (own.value === value) return true;
  return false;
}

/** What is wrong with a value that is neither list nor object; `null` when nothing is. */
function scalarFault(value: unknown, limits: PlainLimits): Omit<PlainFault, 'path'> | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') {
    if (value.length <= limits.text) return null;
    return { code: 'too-large', rule: `text of at most ${limits.text} characters`, received: `${value.length}` };
  }
  if (typeof value !== 'number')
    return { code: 'wrong-type', rule: 'plain JSON', received: value === undefined ? 'nothing' : `a ${typeof value}` };
  if (!Number.isFinite(value)) return { code: 'wrong-type', rule: 'a finite number', received: String(value) };
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return null;
  return { code: 'too-large', rule: 'a number below 2^53, where whole numbers are exact', received: String(value) };
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Copies plain JSON without recursion, so that depth cannot exhaust the stack, and lists what does not belong in it. The copy holds data
 * properties only, no -0 and nothing twice; what was refused is left out of it.
 */
export function copyPlain(
  given: unknown,
  limits: PlainLimits,
): { readonly value: unknown; readonly faults: PlainFault[] } {
  const faults: PlainFault[] = [];
  const root: Parent = {};
  const stack: Visit[] = [{ value: given, into: root, step: 'value', path: [], within: null }];
  // Counted before they are put aside: a few lists that share their elements would otherwise fill the memory.
  let room = limits.values - 1;
  for (let next = stack.pop(); next !== undefined && faults.length < MOST_FAULTS; next = stack.pop()) {
    const { value, into, step, path, within } = next;
    const refuse = (code: RecordIssueCode, rule: string, received: string): void =>
      void faults.push({ path, code, rule, received });
    if (typeof value !== 'object' || value === null) {
      const fault = scalarFault(value, limits);
      if (fault !== null) faults.push({ path, ...fault });
      // Plus zero, since JSON has no -0.
      else into[step] = typeof value === 'number' ? value + 0 : value;
      continue;
    }
    const depth = (within?.depth ?? 0) + 1;
    if (encloses(within, value)) refuse('wrong-type', 'plain JSON', 'a circle: it lies within itself');
    else if (depth > limits.depth) refuse('too-large', `at most ${limits.depth} levels deep`, 'more');
    else
      try {
        const children = childrenOf(value, path, limits.text, room, faults);
        if (children === 'class') refuse('wrong-type', 'plain JSON', 'an object of a class');
        else if (children === 'many') {
          refuse('too-large', `part of a document of at most ${limits.values} values`, 'more');
          break;
        } else {
          room -= children.length;
          const copy = (Array.isArray(value) ? [] : {}) as Parent;
          into[step] = copy;
          const inner = { value, depth, outer: within };
          // Backwards, so that the first comes first off the stack.
          for (let at = children.length - 1; at >= 0; at--) {
            const [name, child] = children[at] as readonly [string | number, unknown];
            stack.push({ value: child, into: copy, step: name, path: [...path, name], within: inner });
          }
        }
      } catch {
        refuse('unreadable', 'readable', 'one that throws when it is read');
      }
  }
  return { value: root['value'], faults };
}

/** The values within a list or an object, each read once, unless there are too many or it is of a class. What is undefined is not there. */
function childrenOf(
  value: object,
  path: readonly (string | number)[],
  longest: number,
  room: number,
  faults: PlainFault[],
): readonly (readonly [name: string | number, child: unknown])[] | 'class' | 'many' {
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    // A hole is refused as nothing.
    return list.length > room ? 'many' : Array.from({ length: list.length }, (_, at) => [at, list[at]] as const);
  }
  if (!isPlainObject(value)) return 'class';
  const children: (readonly [string, unknown])[] = [];
  const names = Object.keys(value);
  if (names.length > room) return 'many';
  for (const name of names) {
    const isReserved = RESERVED_NAMES.includes(name);
    if (isReserved || name.length > longest) {
      const code = isReserved ? 'reserved-name' : 'too-large';
      const rule = isReserved ? 'under another name' : `under a name of at most ${longest} characters`;
      faults.push({ path: [...path, name.slice(0, 40)], code, rule, received: JSON.stringify(name.slice(0, 40)) });
      continue;
    }
    const child: unknown = (value as Readonly<Record<string, unknown>>)[name];
    if (child !== undefined) children.push([name, child]);
  }
  return children;
}
