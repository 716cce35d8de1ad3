import type { ConditionTrace } from './conditionTrace.js';
import type { FactPath } from './factPath.js';
import type { FailingLeaf } from '../evaluation/rewardDecision.js';

const GROUPS: readonly string[] = ['all', 'any', 'at-least', 'ref'];
const LISTS: readonly string[] = ['some', 'every', 'none', 'count', 'sum'];

/** The conditions that made a trace come out as it did, each with its position; a `not` or a condition on a list as a whole. */
export function failingLeaves(trace: ConditionTrace, at: readonly number[] = []): FailingLeaf[] {
  const { op, truth, of = [] } = trace;
  if (!GROUPS.includes(op)) return [{ at, trace }];
  // What came out otherwise had no part in it: an unknown member does not make a group false.
  return of.flatMap((own, place) => (own.truth === truth ? failingLeaves(own, [...at, place]) : []));
}

/** What a condition expected, as far as it was more than a plain value: another fact, or the result of a metric. */
interface Expected {
  readonly fact?: FactPath;
  readonly value?: unknown;
  readonly metric?: string;
  readonly scope?: string;
  readonly period?: string;
}

/** What a condition without parts lacks: its fact, the fact it is compared with, or a result. */
function lackedBy({ op, fact = [], expected, actual }: ConditionTrace, prefix: FactPath): FactPath[] {
  const { fact: other, value, metric, scope, period } = Object(expected) as Expected;
  const own = [...prefix, ...fact];
  // A result that is missing is named by its metric, whose it is, and its period.
  if (op === 'metric' && metric !== undefined && scope !== undefined)
    return [['results', metric, scope, ...(period === undefined ? [] : [period])]];
  if (!Array.isArray(other)) return [own];
  const second = [...prefix, ...(other as FactPath)];
  if (actual === null && value !== null) return [own];
  return actual !== null && value === null ? [second] : [own, second];
}

/** Where facts are missing that leave a trace unknown; each path once, in code-unit order. Elements of lists are named by their place. */
export function missingFacts(trace: ConditionTrace): FactPath[] {
  const found = new Map<string, FactPath>();
  const add = (path: FactPath): unknown => found.set(JSON.stringify(path), path);
  const visit = (own: ConditionTrace, prefix: FactPath): void => {
    const { op, truth, fact = [], reason, of = [] } = own;
    if (truth !== 'unknown') return;
    if (!LISTS.includes(op)) {
      if (of.length === 0) lackedBy(own, prefix).forEach(add);
      for (const member of of) visit(member, prefix);
      return;
    }
    const path = [...prefix, ...fact];
    if (reason !== undefined) add(path);
    of.forEach((element, place) => {
      const at = [...path, String(place)];
      if (op !== 'sum') {
        visit(element, at);
        return;
      }
      // Of a sum, an element has the number, and within it whether it counts.
      if (element.reason !== undefined) add([...at, ...(element.fact ?? [])]);
      for (const where of element.of ?? []) visit(where, at);
    });
  };
  visit(trace, []);
  return Array.from(found)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, path]) => path);
}
