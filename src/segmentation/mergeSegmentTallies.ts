import { cxError } from '../core/errors.js';
import type { SegmentKey, SegmentValue } from '../core/segment.js';
import type { Measure } from '../measures/measure.js';
import { compareSegmentValues } from './segmentOrder.js';
import type { SegmentTally } from './segmentTally.js';

/** The values of a key, as a text that no other key has: `1` and `'1'` differ. */
export function keyText(dimensions: readonly string[], key: object): string {
  return JSON.stringify(dimensions.map((dimension) => (key as SegmentKey)[dimension] ?? null));
}

/** Refuses what is no segment tally, as a caller without types may hand in. */
export function requireSegmentTally(where: string, tally: unknown): void {
  const { dimensions, keys, tallies } = Object(tally) as Partial<SegmentTally<object, unknown>>;
  const isTally = [dimensions, keys, tallies].every((list) => Array.isArray(list)) && keys?.length === tallies?.length;
  if (!isTally) throw cxError('CX_INVALID_INPUT', where, 'a segment tally, such as tallyBy makes', tally);
}

/** Refuses what cannot make and merge tallies. */
function requireMerging(where: string, measure: unknown): void {
  const { createTally, mergeTallies } = Object(measure) as Partial<Measure<never, never, unknown>>;
  if (typeof createTally !== 'function' || typeof mergeTallies !== 'function')
    throw cxError('CX_INVALID_INPUT', `${where}: measure`, 'a measure, such as npsMeasure()', measure);
}

/** The order of two keys, dimension by dimension. */
export function compareKeys(dimensions: readonly string[], a: object, b: object): number {
  for (const dimension of dimensions) {
    const own = (key: object): SegmentValue => (key as SegmentKey)[dimension] ?? null;
    const order = compareSegmentValues(own(a), own(b));
    if (order !== 0) return order;
  }
  return 0;
}

/** What can be merged into a segment tally: one of the same dimensions, whether tallied or read back, where values are of any type. */
export interface MergedSegments<Key extends object, Tally> {
  /** Names of the dimensions, in code-unit order. */
  readonly dimensions: readonly (keyof Key & string)[];
  /** Key of each segment. */
  readonly keys: readonly { readonly [Name in keyof Key]: SegmentValue }[];
  /** Tally of each segment. */
  readonly tallies: readonly Tally[];
}

/**
 * Adds one segment tally to another, in place: segments of equal keys are merged, others are added where they belong in the order.
 *
 * Use it to add days, shards or files up, each tallied on its own; only `into` is changed.
 *
 * @param measure - The measure that made both.
 * @param into - The tally that grows; the caller owns it.
 * @param from - The tally that is added, of the same dimensions.
 * @throws TypeError with code `CX_DEFINITION_MISMATCH` when the dimensions differ.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { mergeSegmentTallies, tallyBy } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure<{ zone: string; score: number }>({ score: 'score' });
 * const monday = tallyBy([{ zone: 'south', score: 9 }], { measure, dimensions: ['zone'] });
 * const tuesday = tallyBy([{ zone: 'north', score: 10 }], { measure, dimensions: ['zone'] });
 * mergeSegmentTallies(measure, monday, tuesday);
 * monday.keys; // => [{ zone: 'north' }, { zone: 'south' }]
 * ```
 */
export function mergeSegmentTallies<Key extends object, Tally>(
  measure: Pick<Measure<never, Tally, unknown>, 'createTally' | 'mergeTallies'>,
  into: SegmentTally<Key, Tally>,
  from: MergedSegments<NoInfer<Key>, Tally>,
): void {
  requireMerging('mergeSegmentTallies', measure);
  requireSegmentTally('mergeSegmentTallies: first tally', into);
  requireSegmentTally('mergeSegmentTallies: second tally', from);
  const { dimensions } = into;
  if (JSON.stringify(dimensions) !== JSON.stringify(from.dimensions)) {
    const rule = `by the dimensions of the first, ${dimensions.join(', ')}`;
    throw cxError('CX_DEFINITION_MISMATCH', 'mergeSegmentTallies: second tally', rule, from.dimensions.join(', '));
  }
  const places = new Map(into.keys.map((key, at) => [keyText(dimensions, key), at]));
  // All keys are read before any is added: both may be one.
  for (const [at, key] of [...from.keys].entries()) {
    const text = keyText(dimensions, key);
    let place = places.get(text);
    if (place === undefined) {
      place = into.keys.push({ ...key } as Key) - 1;
      into.tallies.push(measure.createTally());
      places.set(text, place);
    }
    measure.mergeTallies(into.tallies[place] as Tally, from.tallies[at] as Tally);
  }
  const order = into.keys.map((_, at) => at);
  order.sort((a, b) => compareKeys(dimensions, into.keys[a] as Key, into.keys[b] as Key));
  const [keys, tallies] = [into.keys.slice(), into.tallies.slice()];
  for (const [place, at] of order.entries()) {
    into.keys[place] = keys[at] as Key;
    into.tallies[place] = tallies[at] as Tally;
  }
}
