import type { ParameterValue } from '../../core/definition.js';
import { requireObject, requireOption, requireOptions } from '../../core/options.js';
import { isFactPath } from '../conditions/factPath.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { requireResults, resultFinder } from '../conditions/resultFinder.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { mergeData, type PlainData } from './plainData.js';
import { readFiscalYearStart, readSpan, type PeriodSpan } from './periodSpan.js';

/** Who or what a period closed for. */
export interface PeriodSubject {
  /** What it is, in a word that rules read it by: `'network'`, `'branch'`, `'person'`. */
  readonly kind: string;
  /** Its id: the `scope` of its results. */
  readonly id: string;
}

/** A period that closed. */
export interface ClosedPeriod {
  /** Key of the period: `'2026-09'`, `'2026-Q3'`, `'FY2026-Q2'`. */
  readonly period: string;
  /** Results of metrics, of this subject and others: its months are listed under `kpis`. */
  readonly results?: readonly MetricFact[] | undefined;
  /**
   * Month, 1..12, whose first day begins the fiscal year, as for the rules.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** A period that closed for one subject. */
export interface PeriodFactOptions extends ClosedPeriod {
  /** For whom it closed. */
  readonly subject: PeriodSubject;
  /** What else rules read, plain JSON: `{ network: { members } }` is added to what is said of the network. */
  readonly data?: object | undefined;
}

const TAKEN: readonly unknown[] = ['period', 'kpis'];

/** A period that was read, with a way to find results. */
export interface ReadPeriod extends PeriodSpan {
  /** Its key. */
  readonly key: string;
  /** Names of the metrics for each scope. */
  readonly metricsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Finds a result. */
  readonly find: (metric: string, scope: string, period: string) => MetricFact | undefined;
}

/** Reads what all subjects have in common. */
export function readPeriod(where: string, { period, results = [], fiscalYearStart }: ClosedPeriod): ReadPeriod {
  const span = readSpan(where, 'period', period, readFiscalYearStart(where, fiscalYearStart));
  requireResults(where, results);
  const months = new Set(span.months);
  const metricsOf = new Map<string, Set<string>>();
  for (const { metric, scope, period: month } of results) {
    if (!months.has(month)) continue;
    const metrics = metricsOf.get(scope) ?? new Set();
    metricsOf.set(scope, metrics.add(metric));
  }
  return { ...span, key: period, metricsOf, find: resultFinder(results) };
}

/** One month as a rule over lists reads it. What is unknown is `null`, so that such a rule holds. */
function monthOf(period: string, result: MetricFact | undefined): ParameterValue {
  const { point = 'unknown', bound = 'unknown' } = (result?.status ?? {}) as Partial<MetricFact['status']>;
  return {
    period,
    status: point === 'unknown' ? null : point,
    statusByBound: bound === 'unknown' ? null : bound,
    value: result?.value ?? null,
    sampleSize: result?.sampleSize ?? 0,
  };
}

/** Makes the fact of one subject. */
export function periodFactOf(where: string, read: ReadPeriod, subject: PeriodSubject, data: unknown): RewardFact {
  requireObject(`${where}: subject`, '{ kind, id }', subject);
  const { kind, id } = subject;
  const isKind = typeof kind === 'string' && kind !== '' && isFactPath([kind]) && !TAKEN.includes(kind);
  requireOption(isKind, where, 'subject.kind', 'a word such as "network", neither "period" nor "kpis"', kind);
  requireOption(typeof id === 'string' && id !== '', where, 'subject.id', 'text', id);
  const { key, unit, months, from, through, metricsOf, find } = read;
  const metrics = Array.from(metricsOf.get(id) ?? []).sort();
  const listed = metrics.map((metric) => [metric, months.map((month) => monthOf(month, find(metric, id, month)))]);
  const kpis = listed.length === 0 ? {} : { kpis: Object.fromEntries(listed) as PlainData };
  const own: PlainData = { [kind]: { id }, period: { key, from, through }, ...kpis };
  return {
    id: JSON.stringify(['period-close', unit, key, kind, id]),
    trigger: { kind: 'period-close', period: unit },
    on: through,
    data: mergeData(where, own, data),
  };
}

/**
 * Makes the fact that a month, quarter or year has closed for one subject, which makes rules of that period look at it.
 *
 * Use it once the period is over; {@link toPeriodFacts} makes those of many subjects. Rules may test the results themselves with `metric`
 * conditions, or the months under `kpis` with conditions on lists.
 *
 * @param options - The period, the subject, its data and results.
 * @returns The fact. Its id is made of period and subject, its day is the last of the period. Its data holds the subject under its kind,
 * `period` with `key`, `from` and `through`, and for each metric with a result in one of the months `kpis[metric]`: every month of the
 * period in order, `{ period, status, statusByBound, value, sampleSize }`, with `null` for what is unknown, months without result included.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for what is no period key, or one of another fiscal year, `CX_INVALID_OPTION`
 * for anything else out of place, data that contradicts what the function says included, and `CX_INVALID_INPUT` for data that is not plain JSON.
 * @remarks Two results of one month that contradict each other count as unknown, as they do for rules.
 * @example
 * ```ts
 * import { toPeriodFact } from 'cx-scoring/rewards';
 *
 * const fact = toPeriodFact({
 *   period: 'FY2026-Q4',
 *   fiscalYearStart: 4,
 *   subject: { kind: 'network', id: 'north' },
 *   data: { network: { members: [{ id: 'lille' }, { id: 'arras' }] } },
 * });
 * fact.id; // => '["period-close","quarter","FY2026-Q4","network","north"]'
 * fact.on; // => '2027-03-31'
 * fact.data['period']; // => { key: 'FY2026-Q4', from: '2027-01-01', through: '2027-03-31' }
 * ```
 */
export function toPeriodFact(options: PeriodFactOptions): RewardFact {
  requireOptions('toPeriodFact', options);
  const { subject, data } = options;
  return periodFactOf('toPeriodFact', readPeriod('toPeriodFact', options), subject, data);
}
