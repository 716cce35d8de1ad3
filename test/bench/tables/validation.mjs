import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { computeNps } from '../../../dist/index.js';
import { drawAnswers, expectations, npsOfCounts, toPlainArray } from '../answers.mjs';
import { race } from '../race.mjs';
import { atMost } from '../report.mjs';

/** Counts by score out of two tables of pairs, the way `computeNps` does it. */
function npsOfPairs(pairs) {
  const counts = new Array(16).fill(0);
  for (let pair = 0; pair < 256; pair++) {
    counts[pair & 15] += pairs[pair] + pairs[256 + pair];
    counts[pair >>> 4] += pairs[pair] + pairs[256 + pair];
  }
  return npsOfCounts(counts.slice(0, 11));
}

/** The loop of `computeNps` over bytes, with nothing looked at. */
function unvalidatedBytes(bytes) {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const pairs = new Uint32Array(512);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    pairs[(word & 15) | ((word >>> 4) & 240)]++;
    pairs[256 | ((word >>> 16) & 15) | ((word >>> 20) & 240)]++;
  }
  return npsOfPairs(pairs);
}

/** The loop of `computeNps` over plain arrays, with nothing looked at. */
function unvalidatedNumbers(scores) {
  const pairs = new Uint32Array(512);
  for (let index = 0; index < scores.length - 3; index += 4) {
    pairs[scores[index] | (scores[index + 1] << 4)]++;
    pairs[256 | scores[index + 2] | (scores[index + 3] << 4)]++;
  }
  return npsOfPairs(pairs);
}

// Two equal loops, since one loop for two kinds of array would be slowed by that.
function bareHistogramOfBytes(bytes) {
  const counts = new Uint32Array(256);
  for (let index = 0; index < bytes.length; index++) counts[bytes[index]]++;
  return npsOfCounts(Array.from(counts.subarray(0, 11)));
}

function bareHistogramOfNumbers(scores) {
  const counts = new Uint32Array(256);
  for (let index = 0; index < scores.length; index++) counts[scores[index]]++;
  return npsOfCounts(Array.from(counts.subarray(0, 11)));
}

/** Files that `dist/index.js` loads. */
function loadedFiles(file, seen = new Map()) {
  if (seen.has(file.href)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file.href, text);
  for (const [, specifier] of text.matchAll(/(?:from|import)\s*['"](\.[^'"]+)['"]/g))
    loadedFiles(new URL(specifier, file), seen);
  return seen;
}

export async function table(size) {
  const bytes = drawAnswers(size);
  const { nps } = expectations(bytes);
  const scores = toPlainArray(bytes);
  const schema = z.array(z.int().min(0).max(10));
  const timed = await race(
    [
      { name: 'computeNps, bytes', run: () => computeNps(bytes).value, repeat: 10 },
      { name: 'the same loop without validation, bytes', run: () => unvalidatedBytes(bytes), repeat: 10 },
      { name: 'histogram loop without validation, bytes', run: () => bareHistogramOfBytes(bytes), repeat: 10 },
      { name: 'histogram loop without validation, number[]', run: () => bareHistogramOfNumbers(scores), repeat: 10 },
      { name: 'computeNps, number[]', run: () => computeNps(scores).value, repeat: 10 },
      { name: 'the same loop without validation, number[]', run: () => unvalidatedNumbers(scores), repeat: 10 },
      {
        name: 'zod `z.array(z.int().min(0).max(10))`, nothing scored',
        run: () => schema.parse(scores).length,
        expected: size,
        rounds: 5,
      },
    ].map((entry) => ({ expected: nps, ...entry })),
    { rounds: 31 },
  );
  const schemas = [...loadedFiles(new URL('../../../dist/index.js', import.meta.url)).values()].filter((text) =>
    /from ['"]zod/.test(text),
  );
  return {
    title: `Validation of ${size.toLocaleString('en')} answers`,
    base: 'histogram loop without validation, number[]',
    timed,
    goals: [
      ...['bytes', 'number[]'].flatMap((kind) =>
        ['histogram loop', 'the same loop'].map((loop) =>
          atMost(
            13,
            `computeNps / ${loop} without validation, ${kind}`,
            timed.ratio(`computeNps, ${kind}`, `${loop} without validation, ${kind}`),
            1.2,
          ),
        ),
      ),
      atMost(13, 'files with a schema library that `cx-scoring` loads', schemas.length, 0, ''),
    ],
  };
}
