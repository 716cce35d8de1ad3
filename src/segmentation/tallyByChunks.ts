import type { ColumnTable } from '../measures/columns.js';
import type { Binned, Measure } from '../measures/measure.js';
import { assembleSegments } from './assembleSegments.js';
import { binReader } from './binScores.js';
import { codeColumn } from './codeColumns.js';
import { codeFunctions, codeNames, type ChunkReader, type Coding, type RowReader } from './codeRows.js';
import { countChunk } from './countChunk.js';
import type { Dimension } from './dimensions.js';
import { createLeafTable, fitTable, leavesOf } from './leafTable.js';
import type { SegmentTally } from './segmentTally.js';
import { createDictionary } from './slotCache.js';
import { countThreeNames, type CountedRows } from './tallyThree.js';

/** Rows of a chunk: few enough to stay in the cache while their codes and scores are read and counted. */
const CHUNK = 1024;

function areThreeNames(names: readonly unknown[]): names is readonly [string, string, string] {
  return names.length === 3 && names.every((name) => typeof name === 'string');
}

/** Counts rows or columns into histograms of the finest cells; `undefined` for anything that the slow way has to read or to name. */
export function tallyByChunks<Tally>(
  source: readonly unknown[] | ColumnTable<unknown>,
  dimensions: readonly Dimension<unknown>[],
  measure: Measure<never, Tally, unknown>,
  { field, minimum, maximum, addCounts }: Binned<unknown, Tally>,
): SegmentTally<object, Tally> | undefined {
  const span = maximum - minimum;
  const names = dimensions.map((own) => own.field);
  if (Array.isArray(source) && areThreeNames(names) && typeof field === 'string') {
    const counted = countThreeNames(source, names, field, minimum, span);
    if (counted) return segmentsOf(counted, dimensions, measure, addCounts);
  }
  const codings = dimensions.map((own): Coding<string | RowReader> => ({
    how: own.field,
    dictionary: createDictionary(),
    into: new Int32Array(CHUNK),
  }));
  const named = codings.filter((own): own is Coding<string> => typeof own.how === 'string');
  const computed = codings.filter((own): own is Coding<RowReader> => typeof own.how === 'function');
  const bins = new Int32Array(CHUNK);
  const scores = binReader(source, field, { minimum, span, into: bins });
  let readers: (ChunkReader | undefined)[];
  if (Array.isArray(source)) readers = [scores, ...codeNames(source, named), ...codeFunctions(source, computed)];
  else if (computed.length > 0) return undefined;
  else readers = [scores, ...named.map((own) => codeColumn(source as ColumnTable<unknown>, own))];
  if (!readers.every((reader) => reader !== undefined)) return undefined;
  const table = createLeafTable(dimensions.length, span + 3);
  const codes = codings.map(({ into }) => into);
  for (let from = 0; from < source.length; from += CHUNK) {
    const rows = Math.min(CHUNK, source.length - from);
    for (const read of readers) if (!read(from, rows)) return undefined;
    fitTable(
      table,
      codings.map(({ dictionary }) => dictionary.values.length),
    );
    countChunk(table, codes, bins, rows);
  }
  return segmentsOf(
    { table, dictionaries: codings.map(({ dictionary }) => dictionary) },
    dimensions,
    measure,
    addCounts,
  );
}

/** Turns histograms into tallies. */
function segmentsOf<Tally>(
  { table, dictionaries }: CountedRows,
  dimensions: readonly Dimension<unknown>[],
  measure: Measure<never, Tally, unknown>,
  addCounts: Binned<unknown, Tally>['addCounts'],
): SegmentTally<object, Tally> {
  const segments = leavesOf(table).map((leaf) => {
    const tally = measure.createTally();
    addCounts(tally, table.counts, leaf.at);
    return { codes: leaf.codes, tally };
  });
  if (dimensions.length === 0 && segments.length === 0) segments.push({ codes: [], tally: measure.createTally() });
  return assembleSegments(
    measure.mergeTallies,
    dimensions.map(({ dimension }, at) => ({ dimension, values: dictionaries[at]?.values ?? [] })),
    segments,
  );
}
