import { isNumericArray, type NumericArray } from '../core/numericArray.js';
import { binOf, createCounts } from './bins.js';

/*
 * Plain answers are counted into bins: one per scale point, then missing, then off scale.
 *
 * Each kind of array has a loop of its own. Engines specialise a loop for the kinds it has seen, and one shared loop
 * that has seen many costs several times as much. Long arrays count pairs of answers, which halves the updates and
 * keeps an update from waiting for the one before it on the same score.
 */

/** Below this length, allocating tables of pairs costs more than it saves. */
const LONG = 1024;
/** Two answers share a cell of 256 as four-bit halves, so pairs serve scales of up to 16 points. */
const PAIRED_SPAN = 15;

/** Adds two tables of pairs to the counts; a half stands for the answer `half + offset`. */
function addPairs(pairs: Uint32Array, counts: number[], minimum: number, span: number, offset: number): void {
  for (let pair = 0; pair < 256; pair++) {
    const count = (pairs[pair] as number) + (pairs[256 + pair] as number);
    if (count > 0) {
      (counts[binOf((pair & 15) + offset, minimum, span)] as number) += count;
      (counts[binOf((pair >>> 4) + offset, minimum, span)] as number) += count;
    }
  }
}

/** Counts the body of a long byte array four bytes at a time; returns false, with nothing counted, if a byte exceeds four bits. */
function countWords(words: Int32Array, counts: number[], minimum: number, span: number): boolean {
  const pairs = new Uint32Array(512);
  let seen = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as number;
    seen |= word;
    (pairs[(word & 15) | ((word >>> 4) & 240)] as number)++;
    (pairs[256 | ((word >>> 16) & 15) | ((word >>> 20) & 240)] as number)++;
  }
  if ((seen & 0xf0f0f0f0) !== 0) return false;
  addPairs(pairs, counts, minimum, span, 0);
  return true;
}

function countBytes(values: Uint8Array, counts: number[], minimum: number, span: number, from: number): void {
  for (let index = from; index < values.length; index++) {
    (counts[binOf(values[index], minimum, span)] as number)++;
  }
}

function countFloats(values: Float64Array, counts: number[], minimum: number, span: number): void {
  for (let index = 0; index < values.length; index++) {
    (counts[binOf(values[index], minimum, span)] as number)++;
  }
}

/** For short arrays of any kind. Apart from the next, equal loop, so that the kinds seen here do not slow long arrays down. */
function countShort(values: readonly unknown[], counts: number[], minimum: number, span: number): void {
  for (let index = 0; index < values.length; index++) {
    (counts[binOf(values[index], minimum, span)] as number)++;
  }
}

/** For long arrays that hold more than small integers: `null`, fractions, text. */
function countMixed(values: readonly unknown[], counts: number[], minimum: number, span: number): void {
  for (let index = 0; index < values.length; index++) {
    (counts[binOf(values[index], minimum, span)] as number)++;
  }
}

/** For long arrays of integers; an odd quadruple now and then is counted one by one. */
function countIntegers(values: readonly unknown[], counts: number[], minimum: number, span: number): void {
  const pairs = new Uint32Array(512);
  const end = values.length - 3;
  let index = 0;
  for (; index < end; index += 4) {
    const a = values[index] as number;
    const b = values[index + 1] as number;
    const c = values[index + 2] as number;
    const d = values[index + 3] as number;
    const i = a | 0;
    const j = b | 0;
    const k = c | 0;
    const l = d | 0;
    const fits = ((i - minimum) | (j - minimum) | (k - minimum) | (l - minimum)) >>> 0 <= PAIRED_SPAN;
    if (fits && i === a && j === b && k === c && l === d) {
      (pairs[(i - minimum) | ((j - minimum) << 4)] as number)++;
      (pairs[256 | (k - minimum) | ((l - minimum) << 4)] as number)++;
    } else {
      countShort(values.slice(index, index + 4), counts, minimum, span);
    }
  }
  addPairs(pairs, counts, minimum, span, minimum);
  countShort(values.slice(index), counts, minimum, span);
}

/** Looks at up to 256 answers, evenly spread, to choose a loop. It decides speed only: every loop gives the same counts. */
function looksLikeIntegers(values: readonly unknown[]): boolean {
  // An odd step, so that a blank in every second, fourth or tenth answer is not stepped over.
  const step = Math.max(64, values.length >>> 8) | 1;
  for (let index = 0; index < values.length; index += step) if (!Number.isInteger(values[index])) return false;
  return true;
}

/** Counts an array or typed array of answers, without looking for what is off scale. */
export function countArray(values: readonly unknown[] | NumericArray, minimum: number, span: number): number[] {
  const counts = createCounts(span);
  if (!isNumericArray(values)) {
    const long = values.length >= LONG;
    if (long && span <= PAIRED_SPAN && looksLikeIntegers(values)) {
      try {
        countIntegers(values, counts, minimum, span);
        return counts;
      } catch {
        // A bigint among integers makes their arithmetic throw; one by one, it is just off scale.
        counts.fill(0);
      }
    }
    (long ? countMixed : countShort)(values, counts, minimum, span);
  } else if (/^Uint8/.test(values[Symbol.toStringTag])) {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.length);
    const head = (4 - (bytes.byteOffset & 3)) & 3;
    const fits = bytes.length >= LONG && minimum + span <= PAIRED_SPAN;
    const words = fits ? (bytes.length - head) >>> 2 : 0;
    if (words > 0 && countWords(new Int32Array(bytes.buffer, bytes.byteOffset + head, words), counts, minimum, span)) {
      countBytes(bytes.subarray(0, head), counts, minimum, span, 0);
      countBytes(bytes, counts, minimum, span, head + words * 4);
    } else {
      countBytes(bytes, counts, minimum, span, 0);
    }
  } else if (values instanceof Float64Array) {
    countFloats(values, counts, minimum, span);
  } else {
    // The rarer kinds go through doubles, a piece at a time, rather than having a loop each.
    for (let start = 0; start < values.length; start += 8192) {
      countFloats(new Float64Array(values.subarray(start, start + 8192)), counts, minimum, span);
    }
  }
  return counts;
}

/** Counts an array of rows by a function of the row, without looking for what is off scale. */
export function countRows<Row>(
  rows: readonly Row[],
  read: (row: Row, index: number) => unknown,
  minimum: number,
  span: number,
): number[] {
  const counts = createCounts(span);
  for (let index = 0; index < rows.length; index++) {
    (counts[binOf(read(rows[index] as Row, index), minimum, span)] as number)++;
  }
  return counts;
}

/** Counts an array of rows by the name of a field, without looking for what is off scale. */
export function countField<Row>(rows: readonly Row[], name: keyof Row, minimum: number, span: number): number[] {
  const counts = createCounts(span);
  for (let index = 0; index < rows.length; index++) {
    (counts[binOf(rows[index]?.[name], minimum, span)] as number)++;
  }
  return counts;
}
