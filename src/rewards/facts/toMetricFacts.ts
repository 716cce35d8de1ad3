import type { MetricDefinition } from '../../core/definition.js';
import { fieldReader, type Field } from '../../core/field.js';
import { isWhole, requireField, requireOption, requireOptions } from '../../core/options.js';
import { isPeriodKey } from '../../core/period.js';
import type { SegmentKey } from '../../core/segment.js';
import type { MetricTarget } from '../../core/target.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { readId } from '../evaluation/awardKey.js';
import { inOrder, readSegments, reasonOf, type FactSegment, type MetricFactGap } from './factSegment.js';
import { readFiscalYearStart, readSpan } from './periodSpan.js';
import { metricFactOf } from './toMetricFact.js';

/** How segments become facts. */
export interface MetricFactsOptions<Key extends object = SegmentKey> {
  /** Which dimension says whose result it is, by its name or as a function of the key: text or a whole number. */
  readonly scope: Field<Key, unknown>;
  /** Key of the period of all segments, or a function of the key where the period is a dimension. */
  readonly period: string | ((key: Key) => unknown);
  /** The target that held, for all segments or as a function of the key; `null` where there is none on purpose. */
  readonly target: MetricTarget | null | ((key: Key) => MetricTarget | null);
  /**
   * Name that rules know the metric by.
   * @defaultValue the id of the definition of the results, or of the target
   */
  readonly metric?: string | undefined;
  /**
   * Segments whose result rests on less become facts without value.
   * @defaultValue 0
   */
  readonly minimumSample?: number | undefined;
  /**
   * Month, 1..12, whose first day begins the fiscal year, as for the rules.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** The facts of segments, and what is not known of them. */
export interface MetricFacts {
  /** One fact for each segment with scope and period, in code-unit order of scope and period. */
  readonly facts: readonly MetricFact[];
  /** What is unknown, in the same order; those without scope or period first. */
  readonly gaps: readonly MetricFactGap[];
}

/** Refuses a target that is set for another part of the business than the segment is. */
function requireTargetScope(where: string, target: MetricTarget | null, key: object): void {
  for (const [dimension, value] of Object.entries(target?.scope ?? {})) {
    const own: unknown = Object.hasOwn(key, dimension) ? (key as Readonly<Record<string, unknown>>)[dimension] : value;
    const rule = `for the segment, whose "${dimension}" is ${JSON.stringify(own)}`;
    requireOption(own === value, where, `target.scope.${dimension}`, rule, value);
  }
}

/**
 * Turns segments into what reward rules read: one fact for each network or branch, and each period where that is a dimension too.
 *
 * Use it after `segmentBy`, so that a bonus for each network rests on one pass over the rows. Hidden and small segments become facts
 * without value, with the reason in `gaps`: rules hold on them, and nobody is denied for being few.
 *
 * @param segments - The segments, all of one definition, plain or protected.
 * @param options - Which dimension is the scope, the period, the target that held.
 * @returns The facts and the gaps, whatever the order of the segments. A segment without scope or period gives no fact but a gap.
 * @throws What {@link toMetricFact} throws; also `CX_DEFINITION_MISMATCH` when segments are of different definitions, `CX_INVALID_OPTION`
 * when two have the same scope and period, as where a dimension was forgotten, or a target's scope contradicts the key, and
 * `CX_INVALID_INPUT` for what is no list of segments.
 * @example
 * ```ts
 * import { npsMeasure, type MetricTarget } from 'cx-scoring';
 * import { segmentBy } from 'cx-scoring/segmentation';
 * import { toMetricFacts } from 'cx-scoring/rewards';
 *
 * const rows = [
 *   { network: 'north', score: 10 },
 *   { network: 'north', score: 9 },
 *   { network: 'south', score: 4 },
 * ];
 * const measure = npsMeasure<(typeof rows)[number]>({ score: 'score' });
 * const segments = segmentBy(rows, { measure, dimensions: ['network'] });
 * const target: MetricTarget = { definition: { id: 'nps' }, period: '2026', green: 30, amber: 10, source: 'contract' };
 * const { facts, gaps } = toMetricFacts(segments, { scope: 'network', period: '2026-Q3', target, minimumSample: 2 });
 * facts.map(({ scope, value, status }) => [scope, value, status.point]); // => [['north', 100, 'green'], ['south', null, 'unknown']]
 * gaps.map(({ scope, reason }) => [scope, reason]); // => [['south', 'small-sample']]
 * ```
 */
export function toMetricFacts<Key extends object>(
  segments: readonly FactSegment<Key>[],
  options: MetricFactsOptions<NoInfer<Key>>,
): MetricFacts {
  const where = 'toMetricFacts';
  const definition = readSegments(where, segments);
  requireOptions(where, options);
  const { scope, period, target, minimumSample = 0 } = options;
  requireField(where, 'scope', scope);
  const isPeriod = typeof period === 'function' || isPeriodKey(period);
  requireOption(isPeriod, where, 'period', 'a period key such as "2026-Q3" or a function of the key', period);
  requireOption(isWhole(minimumSample), where, 'minimumSample', 'a whole number from 0', minimumSample);
  const fiscalYearStart = readFiscalYearStart(where, options.fiscalYearStart);
  const isTarget = target === null || Object(target) === target;
  requireOption(isTarget, where, 'target', 'a target, null where there is none on purpose, or a function', target);
  const fixed = Object(target) as Partial<MetricTarget>;
  const metric = options.metric ?? definition?.id ?? (Object(fixed.definition) as Partial<MetricDefinition>).id;
  const isMetric = typeof metric === 'string' && metric !== '';
  requireOption(isMetric, where, 'metric', 'the name of the metric, as no segment has a result', metric);
  const named = metric as string;
  const readScope = fieldReader(scope);
  const facts = new Map<string, MetricFact>();
  const gaps: MetricFactGap[] = [];
  for (const [at, segment] of segments.entries()) {
    const { key, result, suppressed = null } = segment;
    const owner = readId(readScope(key, at));
    const when = typeof period === 'function' ? (period(key) ?? null) : period;
    if (owner === null || when === null) {
      const reason = owner === null ? 'no-scope' : 'no-period';
      gaps.push({ metric: named, scope: owner, period: typeof when === 'string' ? when : null, reason });
      continue;
    }
    readSpan(where, 'period', when, fiscalYearStart);
    const held = { metric: named, scope: owner, period: when as string };
    const own = typeof target === 'function' ? target(key) : target;
    requireTargetScope(where, own, key);
    const isShown = result !== null && suppressed === null;
    const full = isShown ? metricFactOf(where, result, { ...held, target: own, fiscalYearStart }) : null;
    const reason = reasonOf(segment, full, minimumSample);
    if (reason !== null) gaps.push({ ...held, reason });
    const blank = { value: null, interval: null, status: { point: 'unknown', bound: 'unknown' } } as const;
    const isUsable = full !== null && reason !== 'small-sample';
    const fact = isUsable ? full : { ...held, ...blank, sampleSize: full?.sampleSize ?? 0 };
    const place = JSON.stringify([owner, when]);
    requireOption(!facts.has(place), where, 'scope', `another one for each segment of "${held.period}"`, owner);
    facts.set(place, fact);
  }
  return { facts: Array.from(facts.values()).sort(inOrder), gaps: gaps.sort(inOrder) };
}
