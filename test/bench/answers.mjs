// Answers as customers give them. Each is drawn independently: a repeated sequence would be learnt by the branch predictor
// and flatter code with branches.
import { createRandom } from '../../dist/index.js';

/** Shares of the scores 0..10, of a typical profile. */
const PROFILE = [0.03, 0.01, 0.02, 0.02, 0.03, 0.07, 0.08, 0.14, 0.21, 0.18, 0.21];

/** Draws `size` answers as bytes. */
export function drawAnswers(size, seed = 42) {
  const random = createRandom(seed);
  // A table of thousandths turns one random number into one score.
  const table = PROFILE.flatMap((share, score) => new Array(Math.round(share * 1000)).fill(score));
  return Uint8Array.from({ length: size }, () => table[Math.floor(random() * table.length)]);
}

/** A packed array of small integers, built as programs build them. */
export function toPlainArray(bytes) {
  const plain = [];
  for (const score of bytes) plain.push(score);
  return plain;
}

/** Rows that hold an answer each. */
export function toRows(bytes) {
  const rows = [];
  bytes.forEach((score, id) => rows.push({ id, score }));
  return rows;
}

/** Net Promoter Score from counts by score: an array, an object or a Map. */
export function npsOfCounts(counts) {
  let [size, net] = [0, 0];
  for (const [score, count] of counts instanceof Map ? counts : Object.entries(counts)) {
    size += Number(count);
    net += Number(score) >= 9 ? Number(count) : Number(score) <= 6 ? -Number(count) : 0;
  }
  return (100 * net) / size;
}

/** What every case must find. */
export function expectations(bytes) {
  const counts = new Array(11).fill(0);
  let sum = 0;
  for (const score of bytes) {
    counts[score]++;
    sum += score;
  }
  return { nps: npsOfCounts(counts), sum, counts };
}
