import type { MetricDefinition } from '../core/definition.js';
import type { Interval } from '../core/interval.js';
import { requireOption, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Segment, SegmentKey } from '../core/segment.js';
import type { NoDataWarning } from '../core/warning.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { shrunkenMeans, type ShrunkenMean } from '../statistics/shrunkenMeans.js';
import { readSegments } from './rankInput.js';
import {
  FEWEST_SHRUNKEN,
  shrinkErrors,
  type FewSegmentsWarning,
  type NoStandardErrorWarning,
  type ShrinkErrorSource,
} from './shrinkErrors.js';

/** Options of shrunken estimates. */
export interface ShrinkOptions {
  /**
   * Confidence level of the intervals.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * How the variance between segments is estimated.
   * @defaultValue 'paule-mandel'
   */
  readonly variance?: 'paule-mandel' | 'reml' | undefined;
  /**
   * Where the errors of the raw values come from: `'own'` takes each segment's standard error; `'pooled'` one spread for all, over each
   * segment's effective sample size. Small segments know their own spread badly, and an all-satisfied one seems to have none: pool there.
   * @defaultValue 'own'
   */
  readonly errors?: ShrinkErrorSource | undefined;
}

/** A segment's shrunken value beside its raw one. */
export interface ShrunkenSegment<Key extends object = SegmentKey> {
  /** Values of the dimensions. */
  readonly key: Key;
  /** The value drawn towards the mean of the segments; `null` where it is unknown. */
  readonly shrunkenValue: number | null;
  /** Its standard error, which allows for mean and variance being estimated. */
  readonly shrunkenStandardError: number | null;
  /** Its interval, within the range of the metric. */
  readonly shrunkenInterval: Interval | null;
  /** Share of the pooled mean in the shrunken value, 0..1. */
  readonly weightOfMean: number | null;
  /** The value as it was computed, not shrunken. */
  readonly rawValue: number | null;
  /** The standard error of the raw value that the shrinking used. */
  readonly rawStandardError: number | null;
  /** Why there is no shrunken value. */
  readonly warnings: readonly (NoDataWarning | NoStandardErrorWarning)[];
}

/** Segments drawn together. */
export interface ShrunkenSegments<Key extends object = SegmentKey> {
  /** Definition of the shrunken values: that of the metric with the parameter `estimator: 'shrunken'`; `null` without segments. */
  readonly definition: MetricDefinition | null;
  /** How the segments were drawn together. */
  readonly method: 'morris-paule-mandel' | 'morris-reml';
  /** Where the errors came from. */
  readonly errors: ShrinkErrorSource;
  /** Mean of the segments, by their certainty; `null` when unknown. */
  readonly pooledMean: number | null;
  /** Standard error of that mean. */
  readonly pooledStandardError: number | null;
  /** Standard deviation of the true values between segments, in the unit of the metric: 0 when they differ by no more than chance. */
  readonly betweenDeviation: number | null;
  /** The segments, in the order of their keys. */
  readonly segments: readonly ShrunkenSegment<Key>[];
  /** Problems of the whole. */
  readonly warnings: readonly FewSegmentsWarning[];
}

/**
 * Draws the values of segments towards their mean, the more the less certain they are, so that small segments stop leading both ends of
 * the table (partial pooling, empirical Bayes).
 *
 * Use it to target or to compare many small segments. It gives better values on the whole at the price of a small bias for each: report
 * the raw value beside it, and never compare a shrunken value with a raw one (the definition says which it is).
 *
 * @param segments - Segments with metric results of one definition, cut by the same dimensions: parts that do not overlap.
 * @param options - Confidence, how the variance between segments is estimated, and whose errors are used.
 * @returns Each segment's shrunken value with error, interval and weight of the mean, the raw value beside it. A segment without a value
 * stays `null`: the pooled mean would be a guess that looks like a measurement. So does one without a standard error above 0, and all do
 * when fewer than four can be used.
 * @throws TypeError or RangeError with code `CX_DEFINITION_MISMATCH` for results of different definitions, `CX_INVALID_INPUT` for what is no
 * segment, for keys that repeat or are cut by other dimensions, and `CX_INVALID_OPTION`.
 * @remarks Morris (1983), doi:10.1080/01621459.1983.10477920: normal values and true values; weights of the mean reduced by (k − 3)/(k − 1)
 * and errors widened, because the variance between segments is estimated (Paule and Mandel, 1982, or REML). The interval is
 * value ± z · standard error; it covers the true values of the segments at its confidence on average, not each of them alone.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { shrinkSegments } from 'cx-scoring/segmentation';
 *
 * const zone = (name: string, promoters: number, passives: number, detractors: number) =>
 *   ({ key: { zone: name }, result: computeNps({ counts: { promoters, passives, detractors } }) });
 * const zones = [zone('east', 5, 3, 1), zone('north', 60, 30, 25), zone('south', 40, 30, 40), zone('west', 1, 2, 5)];
 * const { segments, definition } = shrinkSegments(zones);
 * segments[3]?.rawValue; // => -50
 * (segments[3]?.shrunkenValue ?? 0) > -50; // => true
 * definition?.parameters; // => { estimator: 'shrunken' }
 * ```
 */
export function shrinkSegments<Key extends object, Result extends MetricResult>(
  segments: Iterable<Segment<Key, Result>>,
  options: ShrinkOptions = {},
): ShrunkenSegments<Key> {
  const where = 'shrinkSegments';
  const { confidence: level, variance = 'paule-mandel', errors = 'own' } = Object(options) as ShrinkOptions;
  const confidence = resolveConfidence(where, level);
  const isMethod = variance === 'paule-mandel' || variance === 'reml';
  requireOption(isMethod, where, 'variance', '"paule-mandel" or "reml"', variance);
  requireOption(errors === 'own' || errors === 'pooled', where, 'errors', '"own" or "pooled"', errors);
  const sorted = readSegments(where, segments);
  const used = shrinkErrors(
    sorted.map(({ result }) => result),
    errors,
  );
  const usable = sorted.flatMap(({ result }, place) => {
    const error = used[place] as number | null;
    return result.value !== null && error !== null ? [{ place, value: result.value, error }] : [];
  });
  const pooled = shrunkenMeans(
    usable.map(({ value }) => value),
    usable.map(({ error }) => error),
    { method: variance },
  );
  const isKnown = !Number.isNaN(pooled.mean);
  const shrunken = new Map(isKnown ? usable.map(({ place }, i) => [place, pooled.groups[i] as ShrunkenMean]) : []);
  const critical = normalCriticalValue(confidence);
  const method = `morris-${variance}` as const;
  const definition = sorted[0]?.result.definition ?? null;
  const { minimum, maximum } = definition?.range ?? { minimum: -Infinity, maximum: Infinity };
  return {
    definition: definition && { ...definition, parameters: { ...definition.parameters, estimator: 'shrunken' } },
    method,
    errors,
    pooledMean: isKnown ? pooled.mean : null,
    pooledStandardError: isKnown ? pooled.standardError : null,
    betweenDeviation: isKnown ? Math.sqrt(pooled.betweenVariance) : null,
    segments: sorted.map(({ key, result }, place): ShrunkenSegment<Key> => {
      const { value, standardError, weightOfMean } = shrunken.get(place) ?? {
        value: null,
        standardError: null,
        weightOfMean: null,
      };
      const error = used[place] as number | null;
      return {
        key,
        shrunkenValue: value,
        shrunkenStandardError: standardError,
        shrunkenInterval:
          value === null
            ? null
            : {
                lower: Math.max(minimum, value - critical * standardError) + 0,
                upper: Math.min(maximum, value + critical * standardError) + 0,
                confidence,
                method,
              },
        weightOfMean,
        rawValue: result.value,
        rawStandardError: error,
        warnings: result.value === null ? [{ code: 'no-data' }] : error === null ? [{ code: 'no-standard-error' }] : [],
      };
    }),
    warnings: isKnown ? [] : [{ code: 'few-segments', observed: usable.length, required: FEWEST_SHRUNKEN }],
  };
}
