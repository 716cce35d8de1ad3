// `node --expose-gc kindWorker.mjs <number of the kind> <size> <fresh | seasoned>` prints the best time in nanoseconds per answer.
import { computeNps } from '../../dist/index.js';
import { drawAnswers, expectations, toRows } from './answers.mjs';
import { startClock } from './race.mjs';
import { call, NAMED_KINDS, OTHER_ACCESSORS } from './kinds.mjs';

const [number, size, state] = process.argv.slice(2);
const kinds = Object.entries(NAMED_KINDS);
const [kind, make] = kinds[Number(number)];
const bytes = drawAnswers(Number(size));

if (state === 'seasoned') {
  // Long and short inputs of every kind, until all loops have been optimised for them.
  const few = drawAnswers(20_000, 7);
  for (let round = 0; round < 20; round++) {
    for (const [name, prepare] of kinds) {
      call(name, prepare(few), computeNps);
      for (let turn = 0; turn < 10; turn++) call(name, prepare(few.subarray(turn * 100, turn * 100 + 100)), computeNps);
    }
    if (kind.includes('other accessors')) for (const score of OTHER_ACCESSORS) computeNps(toRows(few), { score });
  }
}

const input = make(bytes);
const { value, sampleSize } = call(kind, input, computeNps);
const { nps } = expectations(bytes);
// Kinds with missing answers have a score of their own, close by.
if (!(Math.abs(value - nps) <= (sampleSize === bytes.length ? 1e-9 : 2)))
  throw new Error(`${kind}: ${value}, not ${nps}`);

let best = Infinity;
const until = performance.now() + 600;
for (let turn = 0; turn < 10 || performance.now() < until; turn++) {
  const stop = startClock();
  call(kind, input, computeNps);
  best = Math.min(best, stop());
}
process.stdout.write(String((1e6 * best) / bytes.length));
