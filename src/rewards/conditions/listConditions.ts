import type { ElementsCondition } from './condition.js';
import {
  requireRule,
  type CompiledCondition,
  type ConditionCompiler,
  type ConditionContext,
} from './compiledCondition.js';
import { shownFact, type ConditionTrace, type TraceDraft, type UnknownReason } from './conditionTrace.js';
import { factReader } from './factPath.js';
import { codeOf, FALSE, negation, TRUE, truthName, UNKNOWN, type TruthCode } from './truth.js';

/** The same context with an element in the place of the data. */
export function within({ on, findResult }: ConditionContext, data: unknown): ConditionContext {
  return { data, on, findResult };
}

/** A list that is not there, or something else in its place. */
export function listFault(list: unknown): UnknownReason {
  return list === undefined ? 'missing' : 'wrong-type';
}

/** Explains a condition on each element, holes included. */
export function explainElements(
  member: CompiledCondition,
  context: ConditionContext,
  list: readonly unknown[],
): ConditionTrace[] {
  const traces: ConditionTrace[] = [];
  for (let at = 0; at < list.length; at++) traces.push(member.explain(within(context, list[at])));
  return traces;
}

/** Compiles `some`, `every` and `none`: the elements that a list shorter than `minCount` lacks count as unknown. */
export const compileElements: ConditionCompiler<ElementsCondition> = ({ op, over, where, minCount = 1 }, scope) => {
  const isCount = Number.isSafeInteger(minCount) && minCount >= 1;
  requireRule(isCount, scope.where, `"minCount" of "${op}"`, 'a whole number from 1', minCount);
  const read = factReader(`${scope.where}: over of "${op}"`, over);
  const member = scope.compile(where);
  // What one element alone decides, and what holds when none does.
  const decided = op === 'every' ? FALSE : TRUE;
  const otherwise = negation(decided);
  const outcome = (truth: TruthCode): TruthCode => (op === 'none' ? negation(truth) : truth);
  const expected = { minCount };
  return {
    test: (context) => {
      const list = read(context.data);
      if (!Array.isArray(list)) return UNKNOWN;
      let truth: TruthCode = list.length < minCount ? UNKNOWN : otherwise;
      for (let at = 0; at < list.length; at++) {
        const own = member.test(within(context, list[at]));
        if (own === decided) return outcome(decided);
        if (own === UNKNOWN) truth = UNKNOWN;
      }
      return outcome(truth);
    },
    explain: (context) => {
      const list = read(context.data);
      const trace: TraceDraft = { op, truth: 'unknown', fact: over, expected, actual: shownFact(list) };
      if (!Array.isArray(list)) {
        trace.reason = listFault(list);
        return trace;
      }
      const traces = explainElements(member, context, list);
      let truth: TruthCode = list.length < minCount ? UNKNOWN : otherwise;
      for (const element of traces) {
        const own = codeOf(element.truth);
        if (own === decided || truth === otherwise) truth = own;
      }
      trace.truth = truthName(outcome(truth));
      if (truth === UNKNOWN && list.length < minCount) trace.reason = 'too-few';
      trace.of = traces;
      return trace;
    },
  };
};
