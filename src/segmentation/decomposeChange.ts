import { cxError } from '../core/errors.js';
import { resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import { compareTallies } from '../measures/compareTallies.js';
import { FEWEST_ACCOUNTS } from '../measures/evidence.js';
import { changeEffects } from './decomposeChangeEffects.js';
import type { ChangeDecomposition, DecomposeChangeOptions, SegmentChange } from './decomposeChangeResult.js';
import {
  listSegments,
  mergeSegments,
  readSide,
  requireMixMeasure,
  requireSegmentTally,
  type MixSide,
} from './mixSide.js';
import type { MixEffect } from './mixVariance.js';
import type { SegmentTally } from './segmentTally.js';

const UNKNOWN: MixEffect = { value: null, standardError: null, interval: null };

/**
 * Takes a change apart: how much comes from other segments answering (mix), and how much from segments answering otherwise (rate).
 *
 * Use it whenever a score moves between two periods, or differs between two networks, before anybody is praised or blamed: a total
 * can fall although every segment improved.
 *
 * @param before - The first period or side, cut into segments.
 * @param after - The second, cut by the same dimensions.
 * @param options - The measure and the confidence level.
 * @returns After minus before: the whole change, its mix and rate effects, which add up to it exactly, and those of each segment, each
 * with an interval. A segment on one side only is named and counts as mix alone. Effects are `null` when a side has no data; without
 * an error where a segment has a single answer, or with fewer than five accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` for what is no segment tally or dimensions that differ,
 * `CX_INVALID_OPTION` for a measure that is no mean, share or ratio, and for a confidence outside 0..1.
 * @remarks Kitagawa, E. (1955), Components of a Difference Between Two Rates, Journal of the American Statistical Association 50,
 * 1168-1194, doi:10.1080/01621459.1955.10501299: `mix = Σ (w₁ - w₀)(r₀ + r₁)/2`, `rate = Σ (r₁ - r₀)(w₀ + w₁)/2`. The mix effect of a
 * segment is taken against the mean of the two totals. Errors by the delta method: multinomial shares and the errors of the segments
 * for independent answers (with weights, shares and values are taken as uncorrelated); for a clustered measure the influence of each
 * account on both sides together, with accounts less two degrees of freedom. The mix effect of a segment that is near the average and
 * nearly keeps its share has an error that is too large rather than too small.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { decomposeChange } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const nps = (promoters: number, passives: number, detractors: number) =>
 *   tallyRows({ counts: [detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters] }, measure);
 * const keys = [{ sector: 'industry' }, { sector: 'retail' }];
 * const dimensions = ['sector' as const];
 * const before = { dimensions, keys, tallies: [nps(60, 20, 0), nps(5, 5, 10)] };
 * const after = { dimensions, keys, tallies: [nps(32, 8, 0), nps(20, 20, 20)] };
 * const { total, mix, rate, reversal } = decomposeChange(before, after, { measure });
 * total.difference; // => -23
 * mix.value; // ~> -36
 * rate.value; // ~> 13
 * reversal; // => 'segments-rose-total-fell'
 * ```
 */
export function decomposeChange<Key extends object, Row, Tally, Result extends MetricResult>(
  before: SegmentTally<Key, Tally>,
  after: SegmentTally<NoInfer<Key>, Tally>,
  options: DecomposeChangeOptions<Row, Tally, Result>,
): ChangeDecomposition<Key, Result['definition']['id']> {
  const { measure, ...rest } = Object(options) as typeof options;
  const confidence = resolveConfidence('decomposeChange', rest.confidence);
  requireMixMeasure('decomposeChange', measure);
  requireSegmentTally('decomposeChange: before', before);
  requireSegmentTally('decomposeChange: after', after);
  const { dimensions } = before;
  if ([...dimensions].sort().join('\n') !== [...after.dimensions].sort().join('\n')) {
    const rule = `those of before, ${dimensions.join(', ')}`;
    throw cxError('CX_INVALID_INPUT', 'decomposeChange: dimensions of after', rule, after.dimensions.join(', '));
  }
  const list = listSegments<Key>(dimensions, [before.keys, after.keys]);
  const [own, other] = [before, { ...after, dimensions }].map((tally) => readSide(measure, list, tally)) as [
    MixSide,
    MixSide,
  ];
  const [first, second] = [mergeSegments(measure, before.tallies), mergeSegments(measure, after.tallies)];
  const total = compareTallies(measure, second, first, { confidence });
  const isKnown = own.weight > 0 && other.weight > 0;
  const effects = isKnown ? changeEffects(own, other, confidence) : () => ({ mix: UNKNOWN, rate: UNKNOWN });
  const has = (side: MixSide, at: number): boolean => (side.weights[at] as number) > 0;
  const places = list.keys.map((_, at) => at);
  const isHere = (at: number): boolean => has(own, at) || has(other, at);
  const segments = places.filter(isHere).map((at): SegmentChange<Key> => {
    const values = [own, other].map((side) => (has(side, at) ? (side.values[at] as number) : null));
    const [was = null, is = null] = values;
    const isBoth = was !== null && is !== null;
    return {
      key: list.keys[at] as Key,
      presence: isBoth ? 'both' : was === null ? 'appeared' : 'vanished',
      shares: [shareOf(own, at), shareOf(other, at)],
      values: [was, is],
      ...effects(at),
      isAgainstTotal: isBoth && signOf(is - was, was) * signOf(total.difference ?? 0, was) < 0,
    };
  });
  return {
    definition: measure.definition,
    before: measure.toResult(first).value,
    after: measure.toResult(second).value,
    total,
    ...effects(null),
    segments,
    withoutData: list.keys.filter((_, at) => !isHere(at)),
    reversal: reversalOf(segments, total.difference ?? 0),
    warnings: warningsOf(own, other, isKnown),
  };
}

function shareOf({ weights, weight }: MixSide, at: number): number {
  return weight > 0 ? (weights[at] as number) / weight : 0;
}

/** The sign of a change; what rounding leaves is none. */
function signOf(change: number, level: number): number {
  return Math.abs(change) > 1e-12 * Math.max(1, Math.abs(level)) ? Math.sign(change) : 0;
}

function reversalOf(
  segments: readonly SegmentChange<object>[],
  change: number,
): ChangeDecomposition<object>['reversal'] {
  const common = segments.filter(({ presence }) => presence === 'both');
  if (common.length === 0 || !common.every(({ isAgainstTotal }) => isAgainstTotal)) return null;
  return change < 0 ? 'segments-rose-total-fell' : 'segments-fell-total-rose';
}

function warningsOf(before: MixSide, after: MixSide, isKnown: boolean): Warning[] {
  if (!isKnown) return [{ code: 'not-comparable', reason: 'no-data' }];
  if (before.accounts !== null && after.accounts !== null) {
    const accounts = new Set([...before.accounts.keys(), ...after.accounts.keys()]).size;
    return accounts < FEWEST_ACCOUNTS ? [{ code: 'no-interval', reason: 'few-accounts' }] : [];
  }
  const isSingle = [before, after].some(({ weights, errors }) =>
    weights.some((weight, at) => weight > 0 && Number.isNaN(errors[at])),
  );
  return isSingle ? [{ code: 'no-interval', reason: 'single-answer' }] : [];
}
