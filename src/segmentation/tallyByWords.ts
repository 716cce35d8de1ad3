import type { ColumnTable } from '../measures/columns.js';
import { isDictionaryColumn, type DictionaryColumn } from '../measures/dictionaryColumn.js';
import type { Binned, Measure } from '../measures/measure.js';
import { assembleSegments, type CodedSegment } from './assembleSegments.js';
import { columnOf } from './codeColumns.js';
import { countWords } from './countWords.js';
import type { Dimension } from './dimensions.js';
import type { SegmentTally } from './segmentTally.js';
import { toSegmentValue } from './slotCache.js';

/** A score takes half a byte. */
const SCORE_BITS = 4;
/** Codes and score together take half a word, so that two rows are packed at once. */
const MOST_BITS = 16;

/** Columns of bytes that start on the same byte of a word and pack into half of one. */
interface ByteColumns {
  readonly scores: Uint8Array;
  readonly codes: readonly Uint8Array[];
  readonly values: readonly (readonly unknown[])[];
  /** Bits that the codes of each dimension take. */
  readonly bits: readonly number[];
  /** Places by which the codes of each dimension are shifted. */
  readonly shifts: readonly number[];
}

function byteColumns(
  table: ColumnTable<unknown>,
  dimensions: readonly Dimension<unknown>[],
  field: unknown,
): ByteColumns | undefined {
  const scores = columnOf(table, field);
  const columns = dimensions.map((own) => columnOf(table, own.field));
  const areCoded = columns.every(
    (column): column is DictionaryColumn<unknown> => isDictionaryColumn(column) && column.codes instanceof Uint8Array,
  );
  if (!(scores instanceof Uint8Array && areCoded && columns.length >= 1 && columns.length <= 3)) return undefined;
  const codes = columns.map((column) => column.codes as Uint8Array);
  const bits = columns.map(({ values }) => Math.ceil(Math.log2(Math.max(1, values.length))));
  const shifts = bits.map((_, at) => bits.slice(at + 1).reduce((sum, own) => sum + own, SCORE_BITS));
  const fits = (shifts[0] as number) + (bits[0] as number) <= MOST_BITS;
  const aligned = codes.every((own) => ((own.byteOffset ^ scores.byteOffset) & 3) === 0);
  return fits && aligned ? { scores, codes, values: columns.map(({ values }) => values), bits, shifts } : undefined;
}

/** Counts rows one by one, those before the first word and after the last; `false` when a number has no room. */
function countBytes(counts: Uint32Array, columns: ByteColumns, from: number, to: number): boolean {
  const { scores, codes, bits, shifts } = columns;
  for (let row = from; row < to; row++) {
    let cell = scores[row] as number;
    if (cell >> SCORE_BITS !== 0) return false;
    for (let at = 0; at < codes.length; at++) {
      const code = (codes[at] as Uint8Array)[row] as number;
      if (code >> (bits[at] as number) !== 0) return false;
      cell |= code << (shifts[at] as number);
    }
    (counts[cell] as number)++;
  }
  return true;
}

/** Counts all rows; `false` when a score or a code has no room. */
function countRows(counts: Uint32Array, columns: ByteColumns): boolean {
  const { scores, codes, bits, shifts } = columns;
  const head = Math.min(scores.length, (4 - (scores.byteOffset & 3)) & 3);
  const words = (scores.length - head) >> 2;
  const toWords = (bytes: Uint8Array): Int32Array =>
    words > 0 ? new Int32Array(bytes.buffer, bytes.byteOffset + head, words) : new Int32Array(0);
  const seen = countWords(counts, { scores: toWords(scores), codes: codes.map(toWords), shifts });
  const fit = [SCORE_BITS, ...bits].every((width, at) => {
    const room = (1 << width) - 1;
    // The same room in each byte of the word.
    return ((seen[at] as number) & ~Math.imul(room, 0x01010101)) === 0;
  });
  return fit && countBytes(counts, columns, 0, head) && countBytes(counts, columns, head + 4 * words, scores.length);
}

/**
 * Counts columns of bytes, dictionary-encoded dimensions and whole scores up to 15, at the pace of memory; `undefined` for anything
 * else, and for whatever the slow way has to name: a score off the scale, a code without a value, a value that cannot be a segment.
 */
export function tallyByWords<Tally>(
  table: ColumnTable<unknown>,
  dimensions: readonly Dimension<unknown>[],
  measure: Measure<never, Tally, unknown>,
  { field, minimum, maximum, addCounts }: Binned<unknown, Tally>,
): SegmentTally<object, Tally> | undefined {
  const columns = minimum >= 0 && maximum < 1 << SCORE_BITS ? byteColumns(table, dimensions, field) : undefined;
  if (columns === undefined) return undefined;
  const { values, bits, shifts } = columns;
  const cells = 2 ** ((shifts[0] as number) + (bits[0] as number));
  const counts = new Uint32Array(cells);
  if (!countRows(counts, columns)) return undefined;
  const segments: CodedSegment<Tally>[] = [];
  // Bytes are never missing: the last two bins hold nothing.
  const bins = new Array<number>(maximum - minimum + 3).fill(0);
  const coded = values.map((own) => own.map(toSegmentValue));
  for (let at = 0; at < cells; at += 1 << SCORE_BITS) {
    let [rows, fitting] = [0, 0];
    for (let score = 0; score < 1 << SCORE_BITS; score++) rows += counts[at + score] as number;
    if (rows === 0) continue;
    for (let score = minimum; score <= maximum; score++) {
      const count = counts[at + score] as number;
      bins[score - minimum] = count;
      fitting += count;
    }
    const codes = shifts.map((shift, dimension) => (at >> shift) & ((1 << (bits[dimension] as number)) - 1));
    if (fitting < rows || codes.some((code, dimension) => coded[dimension]?.[code] === undefined)) return undefined;
    const tally = measure.createTally();
    addCounts(tally, bins, 0);
    segments.push({ codes, tally });
  }
  return assembleSegments(
    measure.mergeTallies,
    dimensions.map(({ dimension }, at) => ({ dimension, values: (coded[at] ?? []).map((value) => value ?? null) })),
    segments,
  );
}
