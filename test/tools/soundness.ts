import { expect } from 'vitest';
import { isCxError } from '../../src/core/errors.js';

/** What is wrong with a value that must be plain JSON: paths of NaN, infinities, -0, `undefined` and anything but plain records. */
export function unsoundPaths(value: unknown, path = 'result'): string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path} is ${show(value)}`];
  if (typeof value !== 'object') return [`${path} is ${typeof value}`];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return [`${path} is no plain record`];
  return Object.entries(value).flatMap(([key, item]) => unsoundPaths(item, `${path}.${key}`));
}

function show(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Holds a result against the promise of plain data: it survives JSON as it is, and no number in it is none. */
export function expectSound<Result>(result: Result): Result {
  expect(unsoundPaths(result)).toEqual([]);
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  return result;
}

/** What a call throws: kind, code and message; fails when it throws nothing, or something of another origin. */
export function thrownBy(call: () => unknown): { kind: string; code: string; message: string } {
  try {
    call();
  } catch (error) {
    if (!isCxError(error)) throw error;
    return { kind: error.name, code: error.code, message: error.message };
  }
  throw new Error('nothing was thrown');
}

/** Freezes a value and all it holds, so that a change of the input throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

/** An iterable that can be read once, as a stream is, and counts how often it was asked. */
export function readOnce<Value>(values: readonly Value[]): Iterable<Value> & { readonly readings: () => number } {
  let readings = 0;
  return {
    readings: () => readings,
    [Symbol.iterator]: () => {
      readings++;
      if (readings > 1) throw new Error('read twice');
      return values[Symbol.iterator]();
    },
  };
}
