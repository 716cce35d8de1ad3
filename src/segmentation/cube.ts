import { cxError } from '../core/errors.js';
import type { Measure } from '../measures/measure.js';
import { codeDimension, keyOfCodes, packCodes, type CodedDimension } from './codedKeys.js';
import { compareTexts } from '../core/textOrder.js';
import type { SegmentTally } from './segmentTally.js';

/** What merging needs of a measure. */
export type Merging<Tally> = Pick<Measure<never, Tally, unknown>, 'createTally' | 'mergeTallies'>;

/** A cell of a cube: its key, without the dimensions that are not cut, and its tally. */
export interface CubeCell<Key extends object, Tally> {
  /** Values of the dimensions that are cut; the whole has the key `{}`. */
  readonly key: Partial<Key>;
  /** Tally of the cell. A finest cell has the very tally of its segment: do not change it. */
  readonly tally: Tally;
}

/** Segments as codes, in the order of their keys. */
interface CodedCut<Tally> {
  readonly dimensions: readonly CodedDimension[];
  readonly tallies: readonly Tally[];
}

/** Merges the segments that agree on some dimensions, in the order of their keys. */
function mergeCut<Tally>(
  measure: Merging<Tally>,
  { tallies }: CodedCut<Tally>,
  kept: readonly CodedDimension[],
): CodedCut<Tally> {
  const packed = packCodes(kept, tallies.length);
  const merged = new Map<number, { readonly first: number; readonly tally: Tally }>();
  // The whole is there even where no row is.
  if (kept.length === 0) merged.set(0, { first: 0, tally: measure.createTally() });
  for (const [at, tally] of tallies.entries()) {
    const cell = packed[at] as number;
    let own = merged.get(cell);
    if (own === undefined) merged.set(cell, (own = { first: at, tally: measure.createTally() }));
    measure.mergeTallies(own.tally, tally);
  }
  const cells = Array.from(merged).sort(([a], [b]) => a - b);
  return {
    dimensions: kept.map((dimension) => ({
      ...dimension,
      codes: cells.map(([, { first }]) => dimension.codes[first] as number),
    })),
    tallies: cells.map(([, { tally }]) => tally),
  };
}

/** Codes a segment tally, its segments in order, whatever order they came in. */
function codeCut<Key extends object, Tally>({ dimensions, keys, tallies }: SegmentTally<Key, Tally>): CodedCut<Tally> {
  const coded = [...dimensions].sort(compareTexts).map((dimension) => codeDimension(keys, dimension));
  const packed = packCodes(coded, keys.length);
  const order = keys.map((_, at) => at).sort((a, b) => (packed[a] as number) - (packed[b] as number));
  return {
    dimensions: coded.map((own) => ({ ...own, codes: order.map((at) => own.codes[at] as number) })),
    tallies: order.map((at) => tallies[at] as Tally),
  };
}

/** The dimensions of a cut that are wanted, each of which must be there. */
export function requireDimensions(where: string, dimensions: readonly string[], wanted: unknown): readonly string[] {
  if (!Array.isArray(wanted))
    throw cxError('CX_INVALID_OPTION', `${where}: option "dimensions"`, 'a list of dimensions', wanted);
  for (const dimension of wanted) {
    if (!dimensions.includes(dimension as string)) {
      const rule = dimensions.length > 0 ? `one of ${dimensions.join(', ')}` : 'left out: nothing is cut';
      throw cxError('CX_INVALID_OPTION', `${where}: dimension`, rule, dimension);
    }
  }
  return wanted as readonly string[];
}

/**
 * Adds segments up to fewer dimensions. Tallies are merged, not values: accounts or orders that lie in several segments are counted
 * once by measures that know them. The result is in order, and shares no tally with what was given.
 */
export function rollUp<Key extends object, Tally, const Dimension extends keyof Key & string>(
  measure: Merging<Tally>,
  tally: SegmentTally<Key, Tally>,
  dimensions: readonly Dimension[],
): SegmentTally<Pick<Key, Dimension>, Tally> {
  const wanted = requireDimensions('rollUp', tally.dimensions, dimensions);
  const cut = codeCut(tally);
  const rolled = mergeCut(
    measure,
    cut,
    cut.dimensions.filter(({ dimension }) => wanted.includes(dimension)),
  );
  return {
    dimensions: rolled.dimensions.map(({ dimension }) => dimension as Dimension),
    keys: rolled.tallies.map((_, at) => keyOfCodes(rolled.dimensions, at) as Pick<Key, Dimension>),
    tallies: [...rolled.tallies],
  };
}

/**
 * All marginals of a cut: a cell for every combination of values of every subset of the dimensions, the whole first. Each marginal is
 * merged from the smallest that is already there and has one dimension more.
 */
export function cubeCells<Key extends object, Tally>(
  measure: Merging<Tally>,
  tally: SegmentTally<Key, Tally>,
): CubeCell<Key, Tally>[] {
  const finest = codeCut(tally);
  const depth = finest.dimensions.length;
  if (depth > 16)
    throw cxError('CX_INVALID_OPTION', 'cubeCells: dimensions', 'at most 16, of which a cube has 65,536 cuts', depth);
  const all = 2 ** depth - 1;
  const cuts: CodedCut<Tally>[] = [];
  cuts[all] = finest;
  for (let cut = all - 1; cut >= 0; cut--) {
    const parents = finest.dimensions.flatMap((_, at) =>
      cut & (1 << at) ? [] : [cuts[cut | (1 << at)] as CodedCut<Tally>],
    );
    const smallest = parents.reduce((least, own) => (own.tallies.length < least.tallies.length ? own : least));
    const names = finest.dimensions.flatMap(({ dimension }, at) => (cut & (1 << at) ? [dimension] : []));
    cuts[cut] = mergeCut(
      measure,
      smallest,
      smallest.dimensions.filter(({ dimension }) => names.includes(dimension)),
    );
  }
  // A dimension that is not cut comes before its values, so that a part follows what it is part of.
  const ranked = finest.dimensions.map(({ dimension, values }) => ({
    dimension,
    values: [null, ...values],
    codes: [] as number[],
  }));
  const cells: CubeCell<Key, Tally>[] = [];
  for (const { dimensions, tallies } of cuts) {
    const places = ranked.map((own) => ({
      into: own.codes,
      codes: dimensions.find(({ dimension }) => dimension === own.dimension)?.codes,
    }));
    for (let at = 0; at < tallies.length; at++) {
      for (const { into, codes } of places) into.push(codes === undefined ? 0 : (codes[at] as number) + 1);
      cells.push({ key: keyOfCodes(dimensions, at), tally: tallies[at] as Tally });
    }
  }
  const packed = packCodes(ranked, cells.length);
  const order = cells.map((_, at) => at).sort((a, b) => (packed[a] as number) - (packed[b] as number));
  return order.map((at) => cells[at] as CubeCell<Key, Tally>);
}
