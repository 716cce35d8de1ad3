import { isSameDefinition, type MetricDefinition } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { requireObject } from '../../core/options.js';
import type { SegmentKey } from '../../core/segment.js';
import type { MetricFact } from '../conditions/metricFact.js';
import type { FactResult } from './toMetricFact.js';

/** A segment with its result, shown or not: those of `segmentBy` and of `protectSegments` alike. */
export interface FactSegment<Key extends object = SegmentKey> {
  /** The values of the dimensions that are cut. */
  readonly key: Key;
  /** The result; `null` where the segment is not shown. */
  readonly result: FactResult | null;
  /** Why the segment is not shown; `null` or left out where it is. */
  readonly suppressed?: string | null | undefined;
}

/**
 * Why something is unknown: `'no-scope'` or `'no-period'` (the key does not say: a cube's totals, rows without network), so that there is
 * no fact; `'below-minimum'`, `'complementary'` (the segment is hidden for the sake of its respondents) or `'hidden'` (for another reason,
 * or shown without counts); `'small-sample'`; `'no-value'`; `'no-status'` (no target, or a metric that is neither good nor bad);
 * `'no-bound'` (a status by value only, as the unfavourable end is not known). More reasons may be added.
 */
export type MetricFactGapReason =
  | 'no-scope'
  | 'no-period'
  | 'below-minimum'
  | 'complementary'
  | 'hidden'
  | 'small-sample'
  | 'no-value'
  | 'no-status'
  | 'no-bound';

/** Something that rules will find unknown, and why. */
export interface MetricFactGap {
  /** Name of the metric. */
  readonly metric: string;
  /** Whose result it is; `null` when the key does not say. */
  readonly scope: string | null;
  /** Key of the period; `null` when the key does not say. */
  readonly period: string | null;
  /** Why it is unknown. */
  readonly reason: MetricFactGapReason;
}

const SHOWN_REASONS: readonly unknown[] = ['below-minimum', 'complementary'];

/** Reads the segments and the one definition that their results share; `null` where none is shown. */
export function readSegments<Key extends object>(
  where: string,
  segments: readonly FactSegment<Key>[],
): MetricDefinition | null {
  if (!Array.isArray(segments)) throw cxError('CX_INVALID_INPUT', `${where}: segments`, 'a list of segments', segments);
  let first: MetricDefinition | null = null;
  for (const [at, segment] of Array.from(segments as readonly FactSegment<Key>[]).entries()) {
    requireObject(`${where}: segments[${at}]`, 'a segment', segment);
    requireObject(`${where}: "key" of segments[${at}]`, 'an object', segment.key);
    const { result } = segment;
    if (result === null) continue;
    requireObject(`${where}: "result" of segments[${at}]`, 'a result or null', result);
    requireObject(`${where}: the definition of segments[${at}]`, 'an object', result.definition);
    first ??= result.definition;
    if (!isSameDefinition(first, result.definition)) {
      const what = `${where}: the definition of segments[${at}]`;
      throw cxError('CX_DEFINITION_MISMATCH', what, `that of the others, "${first.id}"`, result.definition.id);
    }
  }
  return first;
}

/** Says what is unknown of a fact. */
export function reasonOf(
  { suppressed }: FactSegment<object>,
  fact: MetricFact | null,
  minimum: number,
): MetricFactGapReason | null {
  if (fact === null) return SHOWN_REASONS.includes(suppressed) ? (suppressed as MetricFactGapReason) : 'hidden';
  if (fact.sampleSize < minimum) return 'small-sample';
  if (fact.value === null) return 'no-value';
  if (fact.status.point === 'unknown') return 'no-status';
  return fact.status.bound === 'unknown' ? 'no-bound' : null;
}

/** The order of facts and gaps: by scope, then by period; what has none first. */
export function inOrder(a: MetricFact | MetricFactGap, b: MetricFact | MetricFactGap): number {
  const [own, other] = [a, b].map(({ scope, period }) => [scope ?? '', period ?? '']) as [string[], string[]];
  const at = own.findIndex((part, place) => part !== other[place]);
  return at < 0 ? 0 : (own[at] as string) < (other[at] as string) ? -1 : 1;
}
