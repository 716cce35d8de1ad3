import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../tools/docBlocks.js';
import { entries } from '../tools/entries.js';

/** What a caller without types may hand in, in place of the arguments. */
const CALLS: readonly (readonly unknown[])[] = [
  [],
  [null],
  [undefined],
  [{}],
  [7],
  ['x'],
  [[]],
  [[null]],
  [[], null],
  [[], 7],
  [[], {}],
  [[{}], null],
  [[{}], {}],
  [[null], {}],
  [[7], {}],
  [{}, null],
  [{}, {}],
  [null, null],
  [null, {}],
  [[], [], null],
  [[], [], {}],
  [{}, {}, null],
  [{}, {}, {}],
];

/** The kernel computes with numbers and gives NaN outside of its domain: there nothing is checked and nothing thrown. */
const doors = entries.filter(({ name }) => name !== 'statistics');

type Callable = (...args: readonly unknown[]) => unknown;

const functions = new Map<Callable, string>();
for (const { specifier, source } of doors) {
  const door = (await import(pathToFileURL(path.join(projectRoot, source)).href)) as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(door)) {
    if (typeof value !== 'function') continue;
    const own = value as Callable;
    if (!functions.has(own)) functions.set(own, `${specifier}: ${name}`);
  }
}

function isCoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CX_');
}

/** The calls on which a function throws something else than an error of ours. */
function uncodedErrors(own: Callable): string[] {
  return CALLS.flatMap((args) => {
    try {
      own(...args);
      return [];
    } catch (error) {
      return isCoded(error) ? [] : [`${JSON.stringify(args)}: ${String(error)}`];
    }
  });
}

describe('a caller without types', () => {
  it('is offered functions', () => {
    expect(functions.size).toBeGreaterThan(250);
  });

  it.each([...functions].map(([own, name]) => [name, own] as const))('gets coded errors only from %s', (_, own) => {
    expect(uncodedErrors(own)).toEqual([]);
  });

  it.each([
    ['computeNps', [[9], null]],
    ['computeOtif', [[]]],
    ['computeCostPerContact', [[]]],
    ['toCohorts', [[]]],
    ['compareResults', [{ definition: {} }, { definition: {} }, null]],
    ['clusterBy', [null, 'account']],
    ['computeMeasure', [[], null]],
    ['formatResult', [null]],
    ['formatComparison', [null]],
    ['formatWarning', [null]],
    ['statusOf', [null, {}]],
  ] as const)('is told that it called %s', (name, args) => {
    const own = [...functions].find(([, known]) => known.endsWith(`: ${name}`))?.[0];
    expect(() => own?.(...args)).toThrow(new RegExp(`^${name}: `));
  });
});
