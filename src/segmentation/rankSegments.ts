import type { MetricDefinition } from '../core/definition.js';
import type { Interval } from '../core/interval.js';
import { requireOption, resolveConfidence } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Segment, SegmentKey } from '../core/segment.js';
import { readSegments } from './rankInput.js';
import { clearlySmaller, type RankMethod } from './rankPairs.js';

/** Which end of the metric is rank 1. */
export type RankOrder = 'highest-first' | 'lowest-first';

/** Options of a ranking. */
export interface RankOptions {
  /**
   * Confidence that all rank intervals hold at once.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
  /**
   * How pairs are decided.
   * @defaultValue 'holm'
   */
  readonly method?: RankMethod | undefined;
  /** Which end is rank 1; the good one by the direction of the metric unless given, and needed where neither end is good. */
  readonly order?: RankOrder | undefined;
}

/** A segment with its rank and the ranks it may truly have. */
export interface RankedSegment<Key extends object = SegmentKey, Result = unknown> extends Segment<Key, Result> {
  /** 1 for the first: one more than the segments whose value is better. Equal values share a rank; `null` without a value. */
  readonly rank: number | null;
  /** Whether another segment has the same value. */
  readonly isTied: boolean;
  /** The ranks the segment may truly have among all segments; from first to last where nothing is known of it. */
  readonly rankInterval: Interval;
  /** Segments that are clearly better. */
  readonly clearlyBetter: number;
  /** Segments that are clearly worse. */
  readonly clearlyWorse: number;
}

/** Segments in order of rank. */
export interface SegmentRanking<Key extends object = SegmentKey, Result = unknown> {
  /** Definition of the results; `null` without segments. */
  readonly definition: MetricDefinition | null;
  /** Which end is rank 1. */
  readonly order: RankOrder;
  /** How pairs were decided. */
  readonly method: RankMethod;
  /** Confidence that all rank intervals hold at once. */
  readonly confidence: number;
  /** The segments by rank; equal ranks in the order of their keys, segments without a value last. */
  readonly segments: readonly RankedSegment<Key, Result>[];
}

function resolveOrder(order: RankOrder | undefined, definition: MetricDefinition | undefined): RankOrder {
  const rule = '"highest-first" or "lowest-first"; it is required where no end of the metric is good';
  const fromMetric = definition?.direction === 'lower-is-better' ? 'lowest-first' : 'highest-first';
  const resolved = order === undefined && definition?.direction !== 'contextual' ? fromMetric : order;
  requireOption(resolved === 'highest-first' || resolved === 'lowest-first', 'rankSegments', 'order', rule, resolved);
  return resolved as RankOrder;
}

/**
 * Ranks segments and tells how far each rank can be trusted.
 *
 * Use it instead of a league table: with some tens of answers each, most neighbours could stand the other way round. All rank intervals
 * hold at once with the stated confidence, so that the best and the worst may be picked out afterwards.
 *
 * @param segments - Segments with metric results of one definition, cut by the same dimensions: parts that do not overlap.
 * @param options - Confidence, method and order.
 * @returns The segments by rank. The true rank of each lies between 1 + the segments that are clearly better and K − those that are clearly
 * worse, of K segments in all. A segment without a value has rank `null` and the full range; one whose error is unknown has a rank by its
 * value, and is clearly apart from none.
 * @throws TypeError or RangeError with code `CX_DEFINITION_MISMATCH` for results of different definitions, `CX_INVALID_INPUT` for what is no
 * segment, for keys that repeat or are cut by other dimensions, and `CX_INVALID_OPTION`.
 * @remarks The intervals for ranks are those of Klein, M., Wright, T. and Wieczorek, J. (2020), JRSS A 183, 589-606,
 * doi:10.1111/rssa.12402, from intervals of the values (`'intervals'`, for independent segments); from differences of pairs, which tell
 * more, as in Mogstad, M., Romano, J., Shaikh, A. and Wilhelm, D. (2024), Review of Economic Studies 91, 476-518,
 * doi:10.1093/restud/rdad006 (`'holm'`, with Holm's critical values in place of the bootstrap) and Al Mohamad, D., Goeman, J. and van Zwet,
 * E. (2022), Biometrics 78, 238-247, doi:10.1111/biom.13419 (`'tukey'`). Respondents in several segments make these wider than needed or
 * narrower: cut by what is true of the whole account.
 * @example
 * ```ts
 * import { computeCsat } from 'cx-scoring';
 * import { rankSegments } from 'cx-scoring/segmentation';
 *
 * const zone = (name: string, good: number, bad: number) => ({ key: { zone: name }, result: computeCsat({ counts: [0, bad, 0, 0, 0, good] }) });
 * const ranking = rankSegments([zone('north', 45, 5), zone('south', 42, 8), zone('west', 12, 38)]);
 * ranking.segments.map(({ key }) => key.zone); // => ['north', 'south', 'west']
 * ranking.segments[0]?.rankInterval; // => { lower: 1, upper: 2, confidence: 0.95, method: 'holm' }
 * ranking.segments[2]?.rankInterval; // => { lower: 3, upper: 3, confidence: 0.95, method: 'holm' }
 * ```
 */
export function rankSegments<Key extends object, Result extends MetricResult>(
  segments: Iterable<Segment<Key, Result>>,
  options: RankOptions = {},
): SegmentRanking<Key, Result> {
  const where = 'rankSegments';
  const { method = 'holm', order: asked, confidence: level } = Object(options) as RankOptions;
  const confidence = resolveConfidence(where, level);
  const isMethod = method === 'holm' || method === 'tukey' || method === 'intervals';
  requireOption(isMethod, where, 'method', '"holm", "tukey" or "intervals"', method);
  const sorted = readSegments(where, segments);
  const results = sorted.map(({ result }) => result);
  const definition = results[0]?.definition;
  const order = resolveOrder(asked, definition);
  const smaller = clearlySmaller(results, method, confidence);
  const larger = results.map((_, place) => smaller.filter((places) => places.has(place)).length);
  const count = results.length;
  const isHighestFirst = order === 'highest-first';
  const ranked = sorted.map(({ key, result }, place): RankedSegment<Key, Result> => {
    const { value } = result;
    const ahead = isHighestFirst ? (larger[place] as number) : (smaller[place]?.size ?? 0);
    const behind = isHighestFirst ? (smaller[place]?.size ?? 0) : (larger[place] as number);
    const isAhead = (other: number): boolean => (isHighestFirst ? other > Number(value) : other < Number(value));
    const others = results.flatMap((other) => (other.value === null ? [] : [other.value]));
    return {
      key,
      result,
      rank: value === null ? null : 1 + others.filter(isAhead).length,
      isTied: value !== null && others.filter((other) => other === value).length > 1,
      rankInterval: { lower: 1 + ahead, upper: count - behind, confidence, method },
      clearlyBetter: ahead,
      clearlyWorse: behind,
    };
  });
  // Sorting is stable: equal ranks keep the order of their keys.
  ranked.sort((a, b) => (a.rank ?? count + 1) - (b.rank ?? count + 1));
  return { definition: definition ?? null, order, method, confidence, segments: ranked };
}
