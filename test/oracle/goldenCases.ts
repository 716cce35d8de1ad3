import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** How far a number may be from the reference: `abs + rel × |expected|`. */
export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

/** One case of a fixture made with R or SciPy. */
export interface GoldenCase<Input, Expected> {
  readonly name: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly tolerance: Tolerance;
}

/** The cases of a fixture whose name starts with a prefix. The types are what the test says the fixture holds. */
export function goldenCases<Input, Expected>(topic: string, prefix: string): GoldenCase<Input, Expected>[] {
  const text = readFileSync(new URL(`./fixtures/${topic}.json`, import.meta.url), 'utf8');
  const { cases } = JSON.parse(text) as { cases: GoldenCase<Input, Expected>[] };
  return cases.filter(({ name }) => name.startsWith(prefix));
}

/**
 * Holds every number of `expected` against its counterpart: `null` stands for "not defined" and asks for NaN throughout, and the
 * strings `"Infinity"` and `"-Infinity"` for themselves.
 */
export function expectGolden(got: unknown, expected: unknown, tolerance: Tolerance, path = ''): void {
  if (expected === null) {
    for (const leaf of leavesOf(got)) expect(leaf, `${path} is not defined`).toBeNaN();
  } else if (typeof expected === 'number') {
    expect(got, path).toBeTypeOf('number');
    const error = Math.abs((got as number) - expected);
    const allowed = tolerance.abs + tolerance.rel * Math.abs(expected);
    expect(error <= allowed, `${path}: got ${String(got)}, expected ${String(expected)}, off by ${String(error)}`).toBe(
      true,
    );
  } else if (typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      expectGolden((got as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`);
    }
  } else expect(got, path).toBe(Number(expected));
}

function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}
