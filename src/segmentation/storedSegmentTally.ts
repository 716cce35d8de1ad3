import { isSameDefinition, type MetricDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import type { SegmentKey, SegmentValue } from '../core/segment.js';
import type { Measure } from '../measures/measure.js';
import { requireMeasure } from '../measures/requireMeasure.js';
import { readTally } from '../measures/storedTally.js';
import { keyText, mergeSegmentTallies, requireSegmentTally } from './mergeSegmentTallies.js';
import { compareTexts } from '../core/textOrder.js';
import type { SegmentTally } from './segmentTally.js';
import { toSegmentValue } from './slotCache.js';

/** A segment tally as it is kept: with the definition it was made under and the version of the format. */
export interface StoredSegmentTally<Key extends object, Tally> extends SegmentTally<Key, Tally> {
  /** Version of the format. */
  readonly format: 1;
  /** What the tallies count. */
  readonly definition: MetricDefinition;
}

/**
 * Wraps a segment tally with its definition, to be written to a file or a database as JSON.
 *
 * Use it for partial results that are merged later; {@link readSegmentTally} checks that they belong together.
 *
 * @param measure - The measure that made the tally.
 * @param tally - The segment tally.
 * @returns Plain data for `JSON.stringify`.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { readSegmentTally, storeSegmentTally, tallyBy } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure<{ zone: string; score: number }>({ score: 'score' });
 * const tally = tallyBy([{ zone: 'north', score: 9 }], { measure, dimensions: ['zone'] });
 * const text = JSON.stringify(storeSegmentTally(measure, tally));
 * readSegmentTally(measure, JSON.parse(text), ['zone']).keys; // => [{ zone: 'north' }]
 * ```
 */
export function storeSegmentTally<Row, Key extends object, Tally, Result>(
  measure: Measure<Row, Tally, Result>,
  tally: SegmentTally<Key, Tally>,
): StoredSegmentTally<Key, Tally> {
  requireMeasure('storeSegmentTally', measure);
  requireSegmentTally('storeSegmentTally: tally', tally);
  return { format: 1, definition: measure.definition, ...tally };
}

/** Tells whether a key has a value for every dimension, and nothing else. */
function isKey(key: unknown, dimensions: readonly string[]): boolean {
  return (
    typeof key === 'object' &&
    key !== null &&
    Object.keys(key).length === dimensions.length &&
    dimensions.every((dimension) => {
      const value = Object.hasOwn(key, dimension) ? (key as SegmentKey)[dimension] : undefined;
      return value !== undefined && Object.is(toSegmentValue(value), value);
    })
  );
}

/**
 * Reads a stored segment tally back, after checking that it was made under the measure's definition, is cut by the dimensions that are
 * expected, has each key once and tallies that rows can have made.
 *
 * Use it on anything that comes from a file, a queue or another service.
 *
 * @param measure - The measure it is to be merged or scored with.
 * @param stored - What `JSON.parse` gave.
 * @param dimensions - The dimensions it is cut by, in any order.
 * @returns The segment tally in order, a copy that the caller owns.
 * @throws TypeError with code `CX_INVALID_TALLY` when it has another shape, `CX_DEFINITION_MISMATCH` when it counts something else or is
 * cut by other dimensions.
 * @example
 * ```ts
 * import { csatMeasure, npsMeasure } from 'cx-scoring';
 * import { readSegmentTally, storeSegmentTally } from 'cx-scoring/segmentation';
 *
 * const stored = storeSegmentTally(npsMeasure(), { dimensions: [], keys: [], tallies: [] });
 * readSegmentTally(csatMeasure(), stored, []); // throws /definition/
 * ```
 */
export function readSegmentTally<Row, Tally, Result, const Dimension extends string>(
  measure: Measure<Row, Tally, Result>,
  stored: unknown,
  dimensions: readonly Dimension[],
): SegmentTally<{ readonly [Name in Dimension]: SegmentValue }, Tally> {
  const given = Object(stored) as Partial<StoredSegmentTally<SegmentKey, Tally>>;
  const { format, definition, keys, tallies } = given;
  const areLists = Array.isArray(given.dimensions) && Array.isArray(keys) && Array.isArray(tallies);
  if (format !== 1 || typeof definition !== 'object' || (definition as unknown) === null || !areLists) {
    const rule = '{ format: 1, definition, dimensions, keys, tallies }';
    throw cxError('CX_INVALID_TALLY', 'readSegmentTally: stored tally', rule, stored);
  }
  if (!isSameDefinition(definition, measure.definition)) {
    const rule = `that of "${measure.definition.id}", with equal parameters`;
    throw cxError('CX_DEFINITION_MISMATCH', 'readSegmentTally: definition', rule, definition.id);
  }
  const wanted = [...dimensions].sort(compareTexts);
  if (JSON.stringify(given.dimensions) !== JSON.stringify(wanted)) {
    const rule = wanted.length > 0 ? wanted.join(', ') : 'none';
    throw cxError('CX_DEFINITION_MISMATCH', 'readSegmentTally: dimensions', rule, String(given.dimensions));
  }
  const texts = new Set(keys.filter((key) => isKey(key, wanted)).map((key) => keyText(wanted, key)));
  if (texts.size !== keys.length || tallies.length !== keys.length)
    throw cxError('CX_INVALID_TALLY', 'readSegmentTally: keys', 'each once, with a value for every dimension', keys);
  const read = { dimensions: wanted, keys: [] as SegmentKey[], tallies: [] as Tally[] };
  const owned = tallies.map((tally) => readTally(measure, { format, definition, tally }));
  mergeSegmentTallies(measure, read, { dimensions: wanted, keys, tallies: owned });
  return read as unknown as SegmentTally<{ readonly [Name in Dimension]: SegmentValue }, Tally>;
}
