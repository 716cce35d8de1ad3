import { isWhole, requireOption, requireOptions } from '../../core/options.js';
import type { UnknownReason } from '../conditions/conditionTrace.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { requireResults, resultFinder } from '../conditions/resultFinder.js';
import { readFiscalYearStart, readSpan } from './periodSpan.js';

/** What must be there for a period to be complete: the same words as in the rule. */
export interface PeriodCompletenessOptions {
  /** Key of the period: `'2026-Q3'`. */
  readonly period: string;
  /** Names of the metrics, one at least. */
  readonly metrics: readonly string[];
  /** Whose results, one at least: ids of networks, branches, persons. */
  readonly scopes: readonly string[];
  /**
   * `'every-month'` looks for each month of the period, `'pooled-period'` for the period as a whole.
   * @defaultValue `'every-month'`
   */
  readonly over?: 'every-month' | 'pooled-period' | undefined;
  /**
   * What the rule tests: the status by `'point'` or by `'bound'`, or the `'value'`.
   * @defaultValue `'point'`
   */
  readonly by?: 'point' | 'bound' | 'value' | undefined;
  /**
   * A result that rests on less is missing.
   * @defaultValue 0
   */
  readonly minimumSample?: number | undefined;
  /**
   * Month, 1..12, whose first day begins the fiscal year, as for the rules.
   * @defaultValue 1
   */
  readonly fiscalYearStart?: number | undefined;
}

/** A result that rules find unknown. */
export interface MissingResult {
  /** Key of its period. */
  readonly period: string;
  /** Why, as the trace of a decision says it: `'no-result'`, `'no-status'` or `'small-sample'`. */
  readonly reason: Extract<UnknownReason, 'no-result' | 'no-status' | 'small-sample'>;
}

/** What is there of one metric for one scope. */
export interface CompletenessPart {
  /** Name of the metric. */
  readonly metric: string;
  /** Whose results. */
  readonly scope: string;
  /** Whether nothing is missing. */
  readonly isComplete: boolean;
  /** Keys of the periods that are there, in order. */
  readonly present: readonly string[];
  /** Those that are not, in order. */
  readonly missing: readonly MissingResult[];
}

/** Whether all is there that rules need to decide on a period. */
export interface PeriodCompleteness {
  /** Key of the period. */
  readonly period: string;
  /** Keys of the periods that must be there, in order: its months, or itself. */
  readonly expected: readonly string[];
  /** Whether nothing is missing. */
  readonly isComplete: boolean;
  /** Each metric for each scope, in code-unit order. */
  readonly parts: readonly CompletenessPart[];
}

const KNOWN: readonly unknown[] = ['green', 'amber', 'red'];
const WAYS: readonly unknown[] = ['point', 'bound', 'value'];

/** Reads a list of ids, each once and in order. */
function readIds(where: string, field: string, ids: readonly string[]): readonly string[] {
  const isList =
    Array.isArray(ids) && ids.length > 0 && Array.from(ids).every((id) => typeof id === 'string' && id !== '');
  requireOption(isList, where, field, 'a list of one id at least', ids);
  return Array.from(new Set(ids)).sort();
}

/**
 * Says which months of a period are there, for each metric and scope, and which are missing and why.
 *
 * Use it before the close of a quarter, to ask for what is missing while there is time: rules hold on exactly what is missing here.
 *
 * @param results - The results as rules are given them.
 * @param options - The period, the metrics and scopes, and what the rule tests.
 * @returns What is present and missing. Complete means that each month can be judged, not that it is green: a rule with `'every-month'` is
 * held when something is missing and nothing that is there fails.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` for what is no period key, or one of another fiscal year, and
 * `CX_INVALID_OPTION` for anything else out of place.
 * @example
 * ```ts
 * import { periodCompleteness, type MetricFact } from 'cx-scoring/rewards';
 *
 * const month = (period: string): MetricFact => ({
 *   metric: 'otif',
 *   scope: 'north',
 *   period,
 *   value: 0.97,
 *   interval: null,
 *   sampleSize: 120,
 *   status: { point: 'green', bound: 'unknown' },
 * });
 * const results = [month('2026-07'), month('2026-09')];
 * const otif = { period: '2026-Q3', metrics: ['otif'], scopes: ['north'] };
 * periodCompleteness(results, otif).parts[0]?.missing; // => [{ period: '2026-08', reason: 'no-result' }]
 * periodCompleteness([...results, month('2026-08')], otif).isComplete; // => true
 * periodCompleteness([...results, month('2026-08')], { ...otif, by: 'bound' }).isComplete; // => false
 * ```
 */
export function periodCompleteness(
  results: readonly MetricFact[],
  options: PeriodCompletenessOptions,
): PeriodCompleteness {
  const where = 'periodCompleteness';
  requireResults(where, results);
  requireOptions(where, options);
  const { period, over = 'every-month', by = 'point', minimumSample = 0 } = options;
  const { months } = readSpan(where, 'period', period, readFiscalYearStart(where, options.fiscalYearStart));
  const isWay = over === 'every-month' || over === 'pooled-period';
  requireOption(isWay, where, 'over', '"every-month" or "pooled-period"', over);
  requireOption(WAYS.includes(by), where, 'by', '"point", "bound" or "value"', by);
  requireOption(isWhole(minimumSample), where, 'minimumSample', 'a whole number from 0', minimumSample);
  const metrics = readIds(where, 'metrics', options.metrics);
  const scopes = readIds(where, 'scopes', options.scopes);
  const find = resultFinder(results);
  const expected = over === 'every-month' ? months : [period];
  const reasonFor = (result: MetricFact | undefined): MissingResult['reason'] | null => {
    if (result === undefined) return 'no-result';
    // Written so that a sample that is no number is too small.
    if (minimumSample > 0 && !(result.sampleSize >= minimumSample)) return 'small-sample';
    if (by === 'value') return Number.isFinite(result.value) ? null : 'no-result';
    return KNOWN.includes((Object(result.status) as Partial<MetricFact['status']>)[by]) ? null : 'no-status';
  };
  const parts = metrics.flatMap((metric) =>
    scopes.map((scope): CompletenessPart => {
      const found = expected.map((key) => ({ period: key, reason: reasonFor(find(metric, scope, key)) }));
      const missing = found.filter((own): own is MissingResult => own.reason !== null);
      const present = found.filter(({ reason }) => reason === null).map((own) => own.period);
      return { metric, scope, isComplete: missing.length === 0, present, missing };
    }),
  );
  return { period, expected, isComplete: parts.every(({ isComplete }) => isComplete), parts };
}
