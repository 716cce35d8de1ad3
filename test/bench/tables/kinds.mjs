import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { NAMED_KINDS } from '../kinds.mjs';
import { atMost } from '../report.mjs';

const ROUNDS = 3;
const worker = path.join(import.meta.dirname, '../kindWorker.mjs');

/** Each kind in a fresh process and in one that has seen all of them; the best of a few processes each, in turns. */
export function table(size) {
  const rows = Object.keys(NAMED_KINDS).map((kind, number) => {
    const best = { fresh: Infinity, seasoned: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      for (const state of round % 2 === 0 ? ['fresh', 'seasoned'] : ['seasoned', 'fresh']) {
        const output = execFileSync(process.execPath, ['--expose-gc', worker, number, size, state], {
          encoding: 'utf8',
        });
        best[state] = Math.min(best[state], Number(output));
      }
    }
    return { kind, ...best, ratio: best.seasoned / best.fresh };
  });
  return {
    title: `Every kind of input, ${size.toLocaleString('en')} answers: a fresh process, and one that has seen all kinds`,
    columns: ['input', 'fresh, ns per answer', 'after all kinds, ns per answer', 'ratio'],
    rows: rows.map(({ kind, fresh, seasoned, ratio }) => [
      kind,
      fresh.toFixed(2),
      seasoned.toFixed(2),
      ratio.toFixed(2),
    ]),
    goals: rows.map(({ kind, ratio }) => atMost(4, `after all kinds / fresh: ${kind}`, ratio, 1.2)),
  };
}
