import { cxError } from '../../core/errors.js';

/**
 * Where a fact is: names of own properties from the top of the data, 1 to 8 of them.
 * A list, not text with dots: names may hold dots, and nothing of a prototype can be reached.
 */
export type FactPath = readonly string[];

/** Reads a fact; `undefined` when it is missing, for which `null` counts too. */
export type FactReader = (data: unknown) => unknown;

const DEEPEST = 8;
const FORBIDDEN: readonly unknown[] = ['__proto__', 'constructor', 'prototype'];

/** The own property of a record. Lists have no properties here: they are gone over by the conditions on lists. */
function step(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, name) || Array.isArray(data)) return undefined;
  return (data as Readonly<Record<string, unknown>>)[name] ?? undefined;
}

/** Tells whether something is a path. */
export function isFactPath(path: unknown): path is FactPath {
  if (!Array.isArray(path) || path.length < 1 || path.length > DEEPEST) return false;
  // Not `every`, which passes over holes.
  return Array.from(path).every((name) => typeof name === 'string' && !FORBIDDEN.includes(name));
}

/** Turns a path into a reader, checked once. */
export function factReader(where: string, path: FactPath): FactReader {
  if (!isFactPath(path)) {
    const rule = `a path: a list of 1 to ${DEEPEST} names, none of them ${FORBIDDEN.join(', ')}`;
    throw cxError('CX_INVALID_RULE', where, rule, path);
  }
  const [first, second, third] = path as readonly [string, string?, string?];
  const names = Array.from(path);
  if (names.length > 3) return (data) => names.reduce(step, data);
  // One body for the common lengths, which can be inlined where facts are read; a loop over names costs more than the reading.
  return (data) => {
    const own = step(data, first);
    if (second === undefined) return own;
    const next = step(own, second);
    return third === undefined ? next : step(next, third);
  };
}
