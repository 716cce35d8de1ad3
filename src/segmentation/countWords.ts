/*
 * Four rows with one load of each column: the even and the odd bytes of a word are two numbers of 16 bits each, in which the codes and the
 * score of two rows are packed at once. All bits that were set are kept, so that a code without room shows after the loop, not within it.
 */

/** Columns of bytes as words, and how far their codes are shifted to make room for those after them and for the score. */
export interface WordColumns {
  /** Scores, four in each number. */
  readonly scores: Int32Array;
  /** Codes of each dimension. */
  readonly codes: readonly Int32Array[];
  /** Places by which the codes of each dimension are shifted. */
  readonly shifts: readonly number[];
}

function countOne(counts: Uint32Array, { scores, codes, shifts }: WordColumns): number[] {
  const first = codes[0] as Int32Array;
  const shift = shifts[0] as number;
  let seen = 0;
  let seenFirst = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    const a = first[at] as number;
    seen |= score;
    seenFirst |= a;
    const even = ((a & 0xff00ff) << shift) | (score & 0xff00ff);
    const odd = (((a >>> 8) & 0xff00ff) << shift) | ((score >>> 8) & 0xff00ff);
    (counts[even & 0xffff] as number)++;
    (counts[even >>> 16] as number)++;
    (counts[odd & 0xffff] as number)++;
    (counts[odd >>> 16] as number)++;
  }
  return [seen, seenFirst];
}

function countTwo(counts: Uint32Array, { scores, codes, shifts }: WordColumns): number[] {
  const [first, second] = codes as readonly [Int32Array, Int32Array];
  const [shift, next] = shifts as readonly [number, number];
  let seen = 0;
  let seenFirst = 0;
  let seenSecond = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    const a = first[at] as number;
    const b = second[at] as number;
    seen |= score;
    seenFirst |= a;
    seenSecond |= b;
    const even = ((a & 0xff00ff) << shift) | ((b & 0xff00ff) << next) | (score & 0xff00ff);
    const odd = (((a >>> 8) & 0xff00ff) << shift) | (((b >>> 8) & 0xff00ff) << next) | ((score >>> 8) & 0xff00ff);
    (counts[even & 0xffff] as number)++;
    (counts[even >>> 16] as number)++;
    (counts[odd & 0xffff] as number)++;
    (counts[odd >>> 16] as number)++;
  }
  return [seen, seenFirst, seenSecond];
}

function countThree(counts: Uint32Array, { scores, codes, shifts }: WordColumns): number[] {
  const [first, second, third] = codes as readonly [Int32Array, Int32Array, Int32Array];
  const [shift, next, last] = shifts as readonly [number, number, number];
  let seen = 0;
  let seenFirst = 0;
  let seenSecond = 0;
  let seenThird = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    const a = first[at] as number;
    const b = second[at] as number;
    const c = third[at] as number;
    seen |= score;
    seenFirst |= a;
    seenSecond |= b;
    seenThird |= c;
    const even = ((a & 0xff00ff) << shift) | ((b & 0xff00ff) << next) | ((c & 0xff00ff) << last) | (score & 0xff00ff);
    const odd =
      (((a >>> 8) & 0xff00ff) << shift) |
      (((b >>> 8) & 0xff00ff) << next) |
      (((c >>> 8) & 0xff00ff) << last) |
      ((score >>> 8) & 0xff00ff);
    (counts[even & 0xffff] as number)++;
    (counts[even >>> 16] as number)++;
    (counts[odd & 0xffff] as number)++;
    (counts[odd >>> 16] as number)++;
  }
  return [seen, seenFirst, seenSecond, seenThird];
}

/** Counts words into a table of all packed numbers, one loop for each number of dimensions; gives the bits met in scores and codes. */
export function countWords(counts: Uint32Array, columns: WordColumns): number[] {
  if (columns.codes.length === 1) return countOne(counts, columns);
  return columns.codes.length === 2 ? countTwo(counts, columns) : countThree(counts, columns);
}
