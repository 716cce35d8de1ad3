import type { Measure } from '../measures/measure.js';
import { assembleSegments, type CodedSegment } from './assembleSegments.js';
import { invalidDimension, type Dimension } from './dimensions.js';
import { numberedCell } from './leafTable.js';
import { createPairIndex } from './pairIndex.js';
import type { SegmentTally } from './segmentTally.js';
import { codeOf, createDictionary, INVALID } from './slotCache.js';

/** What is done with a row of a segment. */
export type AddRow<Tally> = (tally: Tally, row: unknown, index: number) => void;

/** Tallies rows one by one, whatever they are and however they are measured: the reference for every faster way. */
export function tallyByRows<Tally>(
  where: string,
  rows: Iterable<unknown>,
  dimensions: readonly Dimension<unknown>[],
  createTally: () => Tally,
  addRow: AddRow<Tally>,
  mergeTallies: Measure<never, Tally, unknown>['mergeTallies'],
): SegmentTally<object, Tally> {
  const coded = dimensions.map((own) => ({ ...own, dictionary: createDictionary() }));
  const pairs = dimensions.slice(1).map(createPairIndex);
  const segments: CodedSegment<Tally>[] = [];
  const codes = dimensions.map(() => 0);
  let index = 0;
  for (const row of rows) {
    for (let at = 0; at < coded.length; at++) {
      const { dimension, read, dictionary } = coded[at] as (typeof coded)[number];
      const value = read(row, index);
      const code = codeOf(dictionary, value);
      if (code === INVALID) throw invalidDimension(where, dimension, index, value);
      codes[at] = code;
    }
    const cell = codes.length > 0 ? numberedCell(pairs, codes) : 0;
    // Cells are numbered as they come, so that a new one is always the next.
    const own = (segments[cell] ??= { codes: codes.slice(), tally: createTally() });
    addRow(own.tally, row, index++);
  }
  if (dimensions.length === 0) segments[0] ??= { codes: [], tally: createTally() };
  return assembleSegments(
    mergeTallies,
    coded.map(({ dimension, dictionary: { values } }) => ({ dimension, values })),
    segments,
  );
}
