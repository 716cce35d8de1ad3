import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * A call must not be slowed by the kinds of input that were seen before. An engine specialises each place that reads an
 * element for the kinds of array that have passed there: one kind is quickest, up to four are still told apart in line; beyond
 * that the place becomes "megamorphic" for good, and every later call pays 4 to 7 times as much, whatever its input.
 *
 * No clock is asked, since a shared machine would decide the answer. Instead V8 itself says what became of each place: a
 * process of its own scores every kind of input, and its log of inline caches (`--log-ic`) tells the state of each keyed load
 * by line and column. The optimiser is off, so that every read passes through the caches and nothing depends on timing. The
 * bundle begins far down its file: no other module has code on those lines.
 *
 * A shared loop, written as one would at first, runs beside the library's and does become megamorphic: the log would tell.
 */

const FIRST_LINE = 100_000;

/** Every kind of array an application may hand over, long and short, several times over. */
const DRIVER = `
import { computeNps } from './src/metrics/perception/nps.js';

function sharedLoop(values) {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum;
}

const LENGTH = 3000;
const scores = Array.from({ length: LENGTH }, (_, index) => (Math.imul(index + 1, 0x9e3779b1) >>> 8) % 11);
const isBlank = (index) => Math.imul(index + 5, 0x9e3779b1) >>> 27 === 3;
const blanked = scores.map((score, index) => (isBlank(index) ? null : score));
const fractional = scores.map((score, index) => (isBlank(index) ? NaN : score));
const fill = (values, from) => from.reduce((all, value, at) => ((all[at] = value), all), values);
// Each plain array has an expression of its own: V8 remembers by place of creation what the arrays made there came to hold.
const arrays = [
  ...[Uint8Array, Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array].map(
    (Kind) => Kind.from(scores),
  ),
  scores.slice(),
  fill(new Array(LENGTH), scores),
  fill([0.5], scores),
  fill(fill(new Array(LENGTH), [0.5]), scores),
  blanked,
  fill(new Array(LENGTH), blanked),
  fractional,
  fill(fill(new Array(LENGTH), [0.5]), fractional),
];
const rows = scores.map((score, id) => ({ id, score }));
const accessors = [(row) => row.score, ({ score }) => score, (row) => row['score'], (row) => row.score ?? null, (row, index) => scores[index]];

for (let round = 0; round < 3; round++) {
  for (const values of arrays) {
    sharedLoop(values);
    computeNps(values, { offScale: 'exclude' });
    computeNps(values.slice(0, 50), { offScale: 'exclude' });
  }
  computeNps(new Set(scores));
  computeNps(scores.values());
  for (const score of accessors) computeNps(rows, { score });
  computeNps(rows, { score: 'score' });
}
`;

const STATES = { '1': 'one kind', P: 'a few kinds', N: 'megamorphic' } as const;
type State = (typeof STATES)[keyof typeof STATES];

/** The states that the reads of elements in a function have ended in, by position. */
type Reads = ReadonlyMap<string, State>;

async function readsByFunction(folder: string): Promise<(name: string) => Reads> {
  const root = path.join(import.meta.dirname, '../../..');
  const bundle = await build({
    stdin: { contents: DRIVER, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const script = path.join(folder, 'driver.mjs');
  const log = path.join(folder, 'v8.log');
  writeFileSync(script, '\n'.repeat(FIRST_LINE) + code);
  const flags = [
    '--log-ic',
    `--logfile=${log}`,
    '--no-logfile-per-isolate',
    '--no-opt',
    '--no-lazy-feedback-allocation',
  ];
  const { status, stderr } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8', env: {} });
  if (status !== 0) throw new Error(`the driver failed: ${stderr}`);
  const changes = [...readFileSync(log, 'utf8').matchAll(/^KeyedLoadIC,0x[0-9a-f]+,\d+,(\d+),(\d+),.,([1PN]),/gm)];
  const lines = code.split('\n');
  return (name) => {
    const start = lines.findIndex((line) => line.startsWith(`function ${name}(`));
    const end = lines.indexOf('}', start);
    const reads = new Map<string, State>();
    for (const [, line = '', column = '', state = ''] of start < 0 ? [] : changes) {
      const at = Number(line) - FIRST_LINE - 1;
      if (at >= start && at <= end)
        reads.set(`${lines[at]?.trim() ?? ''} @${column}`, STATES[state as keyof typeof STATES]);
    }
    return reads;
  };
}

const isNode = !('Bun' in globalThis) && !('Deno' in globalThis);

describe.skipIf(!isNode)('after every kind of input', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'input-kinds-'));
  let readsOf: (name: string) => Reads;
  beforeAll(async () => {
    readsOf = await readsByFunction(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a loop that all kinds share is megamorphic, and the log tells', () => {
    expect([...readsOf('sharedLoop').values()]).toEqual(['megamorphic']);
  });

  it.each(['countWords', 'countBytes', 'countFloats', 'countRows', 'countField'])(
    '%s, a loop of one kind of array, has seen one kind',
    (name) => {
      const reads = readsOf(name);
      expect(reads.size).toBeGreaterThan(0);
      expect([...reads].filter(([, state]) => state !== 'one kind')).toEqual([]);
    },
  );

  // Equal arrays may be held as small integers, doubles or references, with or without holes. A program cannot ask which, so
  // these share a loop, apart from those with blanks: four kinds at most.
  it.each(['countIntegers', 'countMixed'])('%s, a loop of long plain arrays, has seen a few kinds', (name) => {
    const reads = readsOf(name);
    expect(reads.size).toBeGreaterThan(0);
    expect([...reads].filter(([, state]) => state === 'megamorphic')).toEqual([]);
  });
});
