import { cxError } from '../../core/errors.js';
import { requireObject, requireOption, requireOptions } from '../../core/options.js';
import { requireDefinition } from '../../core/requireDefinition.js';
import { statusOf, type DefinedEstimate, type MetricStatus, type MetricTarget } from '../../core/target.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { readFiscalYearStart, readSpan } from './periodSpan.js';

/** What facts are made from: any metric result, or an estimate with its definition and what it rests on. */
export interface FactResult extends DefinedEstimate {
  /** What the value rests on. */
  readonly sampleSize: number;
}

/** What rules are to know a result by. */
export interface MetricFactOptions {
  /** Whose result it is: the id of a network, a branch, a person, as the facts of periods name it. */
  readonly scope: string;
  /** Key of the period it was computed over: `'2026-07'`, `'2026-Q3'`. */
  readonly period: string;
  /** The target that held in that period; `null` where there is none on purpose: the status is then unknown, and only the value can be tested. */
  readonly target: MetricTarget | null;
  /**
   * Name that rules know the metric by: one for each definition, where a programme uses a metric under several.
   * @defaultValue the id of the definition
   */
  readonly metric?: string | undefined;
  /**
   * Month, 1..12, whose first day begins the fiscal year, as for the rules.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** Refuses anything that is no result. */
function requireResult(where: string, result: FactResult): void {
  requireDefinition(`${where}: result`, 'a result', result);
  const { value, interval, sampleSize, definition } = result;
  const id: unknown = definition.id;
  const isId = typeof id === 'string' && id !== '';
  if (!isId) throw cxError('CX_INVALID_INPUT', `${where}: the id of the definition`, 'text', id);
  if (value !== null && !Number.isFinite(value))
    throw cxError('CX_INVALID_INPUT', `${where}: "value" of the result`, 'a finite number or null', value);
  if (interval !== null) requireObject(`${where}: "interval" of the result`, 'an interval or null', interval);
  if (!(Number.isFinite(sampleSize) && sampleSize >= 0))
    throw cxError('CX_INVALID_INPUT', `${where}: "sampleSize" of the result`, 'a number from 0', sampleSize);
}

/** Refuses a target that did not hold in the period: a total over a year says nothing of one over a month. */
function requireTargetPeriod(
  where: string,
  target: MetricTarget,
  { period, fiscalYearStart, result }: { period: string; fiscalYearStart: number; result: FactResult },
): void {
  // A caller without types may leave it out.
  const held = target.period as string | null | undefined;
  if (held === null || held === undefined || held === period) return;
  const { months } = readSpan(where, 'target.period', held, fiscalYearStart);
  const isWithin = readSpan(where, 'period', period, fiscalYearStart).months.every((month) => months.includes(month));
  const isTotal = result.definition.statistic === 'total';
  const rule = isTotal ? `"${period}", as a total is for its own period` : `one that holds "${period}", or null`;
  if (isTotal || !isWithin) throw cxError('CX_INVALID_OPTION', `${where}: option "target.period"`, rule, held);
}

/** {@link toMetricFact} for the functions of this folder; `where` is the one that the user called. */
export function metricFactOf(where: string, result: FactResult, options: MetricFactOptions): MetricFact {
  requireResult(where, result);
  const { scope, period, target, metric = result.definition.id } = options;
  const fiscalYearStart = readFiscalYearStart(where, options.fiscalYearStart);
  requireOption(typeof scope === 'string' && scope !== '', where, 'scope', 'the id of whose result it is', scope);
  requireOption(typeof metric === 'string' && metric !== '', where, 'metric', 'the name of the metric', metric);
  readSpan(where, 'period', period, fiscalYearStart);
  const isTarget = target === null || Object(target) === target;
  requireOption(isTarget, where, 'target', 'a target, or null where there is none on purpose', target);
  const judge = (policy: 'point' | 'bound'): MetricStatus =>
    target === null ? 'unknown' : statusOf(result, target, { policy });
  const status = { point: judge('point'), bound: judge('bound') };
  if (target !== null) requireTargetPeriod(where, target, { period, fiscalYearStart, result });
  const { value, interval, sampleSize } = result;
  return { metric, scope, period, value, interval, sampleSize, status };
}

/**
 * Turns the result of a metric into what reward rules read: for one scope and one period, with its status by value and by bound.
 *
 * Use it for each month and for the quarter as a whole, where rules are to look at either; {@link toMetricFacts} does so for segments.
 *
 * @param result - A metric result, or an estimate with definition and sample size.
 * @param options - Whose it is, over which period, and the target that held.
 * @returns The fact. A value that is unknown stays `null`, with status `'unknown'`: rules hold on it, they do not deny.
 * @throws TypeError or RangeError with code `CX_DEFINITION_MISMATCH` when the target is for another metric or other parameters,
 * `CX_INVALID_OPTION` when it is left out, held in another period or has thresholds outside the range of the metric, such as 95 for a
 * share of 0..1, `CX_INVALID_DATE` for what is no period key or one of another fiscal year, and `CX_INVALID_INPUT` for what is no result.
 * @remarks A target for a quarter or a year holds in each of its months, but for totals; its `scope` is the caller's to match. By bound
 * the status is that of the unfavourable end of the interval, so that a payment does not rest on luck.
 * @example
 * ```ts
 * import { computeNps, type MetricTarget } from 'cx-scoring';
 * import { toMetricFact } from 'cx-scoring/rewards';
 *
 * const target: MetricTarget = { definition: { id: 'nps' }, period: null, green: 30, amber: 10, source: 'network contract' };
 * const nps = computeNps({ counts: { promoters: 50, passives: 30, detractors: 20 } });
 * const fact = toMetricFact(nps, { scope: 'north', period: '2026-Q3', target });
 * fact.value; // => 30
 * fact.status; // => { point: 'green', bound: 'amber' }
 * toMetricFact(computeNps([]), { scope: 'north', period: '2026-Q3', target }).status.point; // => 'unknown'
 * ```
 */
export function toMetricFact(result: FactResult, options: MetricFactOptions): MetricFact {
  requireOptions('toMetricFact', options);
  return metricFactOf('toMetricFact', result, options);
}
