import type { ParameterValue } from '../core/definition.js';
import { requireOption, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import { assembleResult } from '../measures/assembleResult.js';
import { sum } from '../statistics/sum.js';
import { requireTargetMix, targetShares, type MixShare } from './mixShares.js';
import { listSegments, mergeSegments, readSide, requireMixMeasure, requireSegmentTally } from './mixSide.js';
import type { SegmentTally } from './segmentTally.js';
import { effectiveSize, standardizedFigures } from './standardizeMixFigures.js';
import type { StandardizedResult, StandardizeMixOptions } from './standardizeMixResult.js';

/**
 * Standardises a value to a given mix of segments: what the score would be if the sample were made up like the target.
 *
 * Use it on both sides of a comparison whose mixes differ, with one and the same target, then {@link compareResults}: the definitions
 * carry the target, so that a standardised score is never set against one that is not.
 *
 * @param tally - The sample, cut into segments.
 * @param targetMix - Share of each segment: that of the customer base, or of the other side by {@link toMix}. It is taken as given,
 * without an error of its own.
 * @param options - The measure, the confidence level, and what to do about segments without an answer.
 * @returns The standardised value with its interval, and the segments it is made of. `null` with a warning `not-comparable` when a
 * segment of the target has no answer; these are named. A segment with one answer has no known error, and so has the value.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no segment tally, `CX_INVALID_OPTION` for options and target
 * mixes that break their rule.
 * @remarks Direct standardisation, `Σ share × value`, its variance `Σ share² × variance` with Satterthwaite's degrees of freedom
 * (Cochran 1977, Sampling Techniques, 3rd edition, section 5.4); for a clustered measure linearised over accounts, with accounts less
 * one (Woodruff 1971, doi:10.1080/01621459.1971.10482279).
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { standardizeMix } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const tally = {
 *   dimensions: ['sector' as const],
 *   keys: [{ sector: 'industry' }, { sector: 'retail' }],
 *   tallies: [tallyRows([10, 9, 9, 6], measure), tallyRows([10, 7, 6, 5, 6, 6, 8, 3], measure)],
 * };
 * const half = [
 *   { key: { sector: 'industry' }, share: 50 },
 *   { key: { sector: 'retail' }, share: 50 },
 * ];
 * const { crude, value, standardError } = standardizeMix(tally, half, { measure });
 * crude; // ~> -16.6667
 * value; // => 0
 * standardError; // ~> 25
 * ```
 */
export function standardizeMix<Key extends object, Row, Tally, Result extends MetricResult>(
  tally: SegmentTally<Key, Tally>,
  targetMix: readonly MixShare<Key>[],
  options: StandardizeMixOptions<Row, Tally, Result>,
): StandardizedResult<Key, Result['definition']['id']> {
  const { measure, withoutData = 'unknown', ...rest } = Object(options) as typeof options;
  const where = 'standardizeMix';
  const confidence = resolveConfidence(where, rest.confidence);
  requireMixMeasure(where, measure);
  const isPolicy = withoutData === 'unknown' || withoutData === 'renormalize';
  requireOption(isPolicy, where, 'withoutData', '"unknown" or "renormalize"', withoutData);
  requireSegmentTally(`${where}: tally`, tally);
  const { dimensions } = tally;
  requireTargetMix(where, dimensions, targetMix);
  const list = listSegments<Key>(dimensions, [tally.keys, targetMix.map(({ key }) => key)]);
  const side = readSide(measure, list, tally);
  const wanted = targetShares(where, dimensions, targetMix, list);
  const has = (at: number): boolean => (side.weights[at] as number) > 0;
  const kept = wanted.map((share, at) => (withoutData === 'unknown' || has(at) ? share : 0));
  const total = sum(kept);
  const shares = kept.map((share) => (total > 0 ? share / total : 0));
  const keysWhere = (test: (at: number) => boolean): Key[] => list.keys.filter((_, at) => test(at));
  const missing = keysWhere((at) => (wanted[at] as number) > 0 && !has(at));
  const isKnown = total > 0 && shares.every((share, at) => share === 0 || has(at));
  const crude = measure.toResult(mergeSegments(measure, tally.tallies));
  const counted = shares.map((share, at) => (share > 0 ? (side.counts[at] as number) : 0));
  const sampleSize = sum(counted);
  const figures = isKnown ? standardizedFigures(side, shares, confidence, crude.definition.range) : null;
  const standardizedTo = list.keys.flatMap((key, at) => (shares[at] === 0 ? [] : [{ key, share: shares[at] }]));
  const parameters = { ...crude.definition.parameters, standardizedTo: standardizedTo as unknown as ParameterValue };
  const outside = sum(side.counts) - sum(wanted.map((share, at) => (share > 0 ? (side.counts[at] as number) : 0)));
  const base = assembleResult<Result['definition']['id'], string>(
    { ...crude.definition, parameters },
    { ...crude.excluded, offScale: crude.excluded['offScale'] ?? 0, outsideTarget: outside },
    {
      sampleSize,
      effectiveSampleSize: sampleSize && effectiveSize(side, shares),
      value: figures?.value ?? NaN,
      standardError: figures?.standardError ?? NaN,
      degreesOfFreedom: figures?.degreesOfFreedom ?? null,
      interval: figures?.interval ?? null,
    },
  );
  const isLacking = figures === null && sampleSize > 0;
  const others = base.warnings.filter(({ code }) => code !== 'no-interval');
  if (isLacking) others.push({ code: 'not-comparable', reason: 'mix' });
  else if (figures?.interval === null) others.push({ code: 'no-interval', reason: figures.reason });
  const segments = list.keys.map((key, at) => ({
    key,
    share: shares[at] as number,
    ownShare: has(at) ? (side.weights[at] as number) / side.weight : 0,
    value: has(at) ? (side.values[at] as number) : null,
  }));
  return {
    ...base,
    value: figures?.value ?? null,
    standardError: figures?.standardError ?? null,
    degreesOfFreedom: figures?.degreesOfFreedom ?? null,
    accounts: side.accounts === null ? null : (figures?.accounts ?? 0),
    warnings: others,
    crude: crude.value,
    segments: segments.filter(({ share }) => share > 0),
    withoutData: missing,
    outsideTarget: keysWhere((at) => wanted[at] === 0 && has(at)),
  };
}
