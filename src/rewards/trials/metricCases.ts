import type { MetricCondition } from '../conditions/condition.js';
import { factVariable, constraint, type Constraint, type Want } from './want.js';
import { numbersOfTest } from './numberCases.js';
import { ANY_NUMBER, ANY_TEXT, NOTHING, type Region } from './region.js';

/** What must be so for a condition on a metric to hold or to fail: whose it is is named, and its figure passes or not. */
export function metricConstraints({ metric, scope, period, over, test }: MetricCondition, want: Want): Constraint[] {
  const id: Region = { ...NOTHING, text: ANY_TEXT, number: { ...ANY_NUMBER, whole: true } };
  const whose = constraint(factVariable(scope), id, scope);
  // Of several months that do not all pass, none need fail by itself in the same way.
  if (over === 'every-month' && want === 'false') return [whose];
  const name = JSON.stringify([metric, scope, period, over]);
  if ('status' in test) {
    const among = ['green', 'amber', 'red'].filter((status) => (status === test.status) === (want === 'true'));
    return [whose, constraint(`status:${test.by}:${name}`, { ...NOTHING, text: { ...ANY_TEXT, among } })];
  }
  return [whose, constraint(`value:${name}`, { ...NOTHING, number: numbersOfTest(test, want) })];
}
