import { requireOption } from '../../core/options.js';
import type { ConditionContext } from './compiledCondition.js';
import type { MetricFact } from './metricFact.js';

/** Refuses results that are no list of records with metric, scope and period. */
export function requireResults(where: string, results: unknown): void {
  const isKeyed = (result: unknown): boolean => {
    const { metric, scope, period } = Object(result) as Partial<MetricFact>;
    return typeof metric === 'string' && typeof scope === 'string' && typeof period === 'string';
  };
  requireOption(Array.isArray(results), where, 'results', 'a list', results);
  const list = results as readonly unknown[];
  const at = list.findIndex((result) => !isKeyed(result));
  requireOption(at < 0, where, `results[${at}]`, 'a result with metric, scope and period', list[at]);
}

/** Tells whether two results say the same to rules. */
function isSame(a: MetricFact, b: MetricFact): boolean {
  const [own, other] = [Object(a.status), Object(b.status)] as [MetricFact['status'], MetricFact['status']];
  const isSameStatus = own.point === other.point && own.bound === other.bound;
  return isSameStatus && a.value === b.value && a.sampleSize === b.sampleSize;
}

/** What is known of two results that contradict each other. */
function contradiction(a: MetricFact, b: MetricFact): MetricFact {
  const sampleSize = Math.min(a.sampleSize, b.sampleSize);
  return { ...a, value: null, interval: null, sampleSize, status: { point: 'unknown', bound: 'unknown' } };
}

/** Finds results by metric, scope and period; two that contradict each other count as unknown, whichever comes first. */
export function resultFinder(results: readonly MetricFact[]): ConditionContext['findResult'] {
  const keyOf = (metric: string, scope: string, period: string): string => JSON.stringify([metric, scope, period]);
  const index = new Map<string, MetricFact>();
  for (const result of results) {
    const key = keyOf(result.metric, result.scope, result.period);
    const before = index.get(key);
    if (before === undefined || isSame(before, result)) index.set(key, result);
    else index.set(key, contradiction(before, result));
  }
  return (metric, scope, period) => index.get(keyOf(metric, scope, period));
}
