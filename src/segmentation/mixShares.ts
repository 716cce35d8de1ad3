import { cxError } from '../core/errors.js';
import type { MetricResult } from '../core/result.js';
import { sum } from '../statistics/sum.js';
import {
  keyText,
  listSegments,
  readSide,
  requireMixMeasure,
  requireSegmentTally,
  type MixMeasure,
  type SegmentList,
} from './mixSide.js';
import type { SegmentTally } from './segmentTally.js';

/** A segment and its share of a mix. */
export interface MixShare<Key extends object = object> {
  /** Values of the dimensions. */
  readonly key: Key;
  /** Its share, zero or more: shares, percentages or counts, which are brought to a total of 1. */
  readonly share: number;
}

/** Options of {@link toMix}. */
export interface ToMixOptions<Row, Tally, Result> {
  /** The measure that made the tallies: shares are those of its weights, or of the amounts below the line of a ratio. */
  readonly measure: MixMeasure<Row, Tally, Result>;
}

/**
 * The mix of a segmented sample: the share of each segment.
 *
 * Use it to bring another sample to the mix of this one with {@link standardizeMix}, or to see what a score is made of.
 *
 * @param tally - The sample, cut into segments.
 * @param options - The measure that made the tallies.
 * @returns Segments in order with their shares, 0..1, which add up to 1; segments without data have none and are left out.
 * @throws TypeError with code `CX_INVALID_INPUT` for what is no segment tally, `CX_INVALID_OPTION` for a measure without shares, such
 * as a median.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { toMix } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const tally = {
 *   dimensions: ['sector' as const],
 *   keys: [{ sector: 'retail' }, { sector: 'industry' }],
 *   tallies: [tallyRows([10, 9, 7], measure), tallyRows([6], measure)],
 * };
 * toMix(tally, { measure }); // => [{ key: { sector: 'industry' }, share: 0.25 }, { key: { sector: 'retail' }, share: 0.75 }]
 * ```
 */
export function toMix<Key extends object, Row, Tally, Result extends MetricResult>(
  tally: SegmentTally<Key, Tally>,
  options: ToMixOptions<Row, Tally, Result>,
): MixShare<Key>[] {
  const { measure } = Object(options) as typeof options;
  requireMixMeasure('toMix', measure);
  requireSegmentTally('toMix: tally', tally);
  const list = listSegments<Key>(tally.dimensions, [tally.keys]);
  const { weights, weight } = readSide(measure, list, tally);
  return list.keys
    .map((key, at) => ({ key, share: (weights[at] as number) / weight }))
    .filter((_, at) => (weights[at] as number) > 0);
}

/** Aligns a target mix with a list of segments: shares as they were given, 0 for segments it does not name. */
export function targetShares<Key extends object>(
  where: string,
  dimensions: readonly string[],
  target: readonly MixShare<Key>[],
  { places }: SegmentList<Key>,
): number[] {
  const shares = new Array<number>(places.size).fill(0);
  for (const { key, share } of target) shares[places.get(keyText(dimensions, key)) as number] = share;
  if (!(sum(shares) > 0))
    throw cxError('CX_INVALID_OPTION', `${where}: total of the target mix`, 'above 0', sum(shares));
  return shares;
}

/** Refuses what is no target mix over these dimensions. */
export function requireTargetMix(where: string, dimensions: readonly string[], target: unknown): void {
  if (!Array.isArray(target))
    throw cxError('CX_INVALID_OPTION', `${where}: target mix`, 'a list of { key, share }', target);
  const seen = new Set<string>();
  for (const [index, entry] of target.entries()) {
    const { key, share } = Object(entry) as Partial<MixShare>;
    const place = `${where}: target mix at ${index}`;
    const isKey = Object(key) === key && dimensions.every((dimension) => dimension in (key as object));
    if (!isKey) throw cxError('CX_INVALID_OPTION', `${place}: key`, `of ${dimensions.join(', ')}`, key);
    if (!(Number.isFinite(share) && (share as number) >= 0))
      throw cxError('CX_INVALID_OPTION', `${place}: share`, 'a number from 0', share);
    const text = keyText(dimensions, key as object);
    if (seen.has(text)) throw cxError('CX_INVALID_OPTION', `${place}: key`, 'there once', text);
    seen.add(text);
  }
}
