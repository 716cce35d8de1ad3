// Every kind of input that callers hand over, with the same answers in it.
import { toPlainArray, toRows } from './answers.mjs';

/** Answers that are missing, in the kinds that have some: one in 64, without a period that a sample could step over. */
const isMissing = (_, index) => Math.imul(index + 1, 0x9e3779b1) >>> 26 === 5;

export const NAMED_KINDS = {
  'bytes (`Uint8Array`)': (bytes) => bytes,
  '`Uint8ClampedArray`': (bytes) => Uint8ClampedArray.from(bytes),
  '`Int8Array`': (bytes) => Int8Array.from(bytes),
  'words (`Uint16Array`)': (bytes) => Uint16Array.from(bytes),
  '`Int32Array`': (bytes) => Int32Array.from(bytes),
  'floats (`Float32Array`)': (bytes) => Float32Array.from(bytes),
  'doubles (`Float64Array`)': (bytes) => Float64Array.from(bytes),
  'plain array, small integers': toPlainArray,
  'plain array, made by `new Array(n)`': (bytes) => {
    const values = new Array(bytes.length);
    for (let index = 0; index < bytes.length; index++) values[index] = bytes[index];
    return values;
  },
  'plain array, held as doubles': (bytes) => {
    const values = [0.5];
    for (let index = 0; index < bytes.length; index++) values[index] = bytes[index];
    return values;
  },
  'plain array, made by `new Array(n)`, held as doubles': (bytes) => {
    const values = new Array(bytes.length);
    values[0] = 0.5;
    for (let index = 0; index < bytes.length; index++) values[index] = bytes[index];
    return values;
  },
  'plain array with `null`s': (bytes) => Array.from(bytes, (score, index) => (isMissing(score, index) ? null : score)),
  'plain array with holes and `null`s': (bytes) => {
    const values = new Array(bytes.length);
    bytes.forEach((score, index) => {
      if (!isMissing(score, index + 1e6)) values[index] = isMissing(score, index) ? null : score;
    });
    return values;
  },
  'plain arrays of 100, small integers, a call each': toPlainArray,
  generator: (bytes) => bytes,
  'rows, accessor': toRows,
  'rows, accessor, after six other accessors': toRows,
  'rows, field name': toRows,
};

/** Functions of the row that do the same: to an engine each is another function to call. */
export const OTHER_ACCESSORS = [
  (row) => row.score,
  ({ score }) => score,
  (row) => row['score'],
  (row) => row.score ?? null,
  (row) => (row === undefined ? null : row.score),
  (row, index) => (index < 0 ? null : row.score),
];

/** How a kind is handed to `computeNps`. */
export function call(kind, input, computeNps) {
  if (kind === 'generator') {
    return computeNps(
      (function* () {
        yield* input;
      })(),
    );
  }
  if (kind.includes('a call each')) {
    // Parts of equal size: their mean is the score of the whole.
    let [total, sampleSize] = [0, 0];
    for (let start = 0; start < input.length; start += 100) {
      const part = computeNps(input.slice(start, start + 100));
      total += part.value * part.sampleSize;
      sampleSize += part.sampleSize;
    }
    return { value: total / sampleSize, sampleSize };
  }
  if (kind === 'rows, field name') return computeNps(input, { score: 'score' });
  return kind.startsWith('rows') ? computeNps(input, { score: (row) => row.score }) : computeNps(input);
}
