import type { ElementsCondition } from './condition.js';
import { type CompiledCondition, type ConditionCompiler, type ConditionContext } from './compiledCondition.js';
import { shownFact, type ConditionTrace, type TraceDraft, type UnknownReason } from './conditionTrace.js';
import { requireWhole } from './requireParts.js';
import { factReader, type FactReader } from './factPath.js';
import type { LeafHead } from './leaf.js';
import { codeOf, FALSE, negation, TRUE, truthName, UNKNOWN, type TruthCode } from './truth.js';

/** The same context with an element in the place of the data. */
export function within({ on, findResult }: ConditionContext, data: unknown): ConditionContext {
  return { data, on, findResult };
}

/** Why something that is no list is none: it is not there, or something else is. */
export function listFault(list: unknown): UnknownReason {
  return list === undefined ? 'missing' : 'wrong-type';
}

/** Makes a condition on a list; anything else in its place leaves it unknown. */
export function onList(
  { op, fact, expected }: LeafHead,
  read: FactReader,
  judge: (list: readonly unknown[], context: ConditionContext) => TruthCode,
  tell: (trace: TraceDraft, list: readonly unknown[], context: ConditionContext) => void,
): CompiledCondition {
  return {
    test: (context) => {
      const list = read(context.data);
      return Array.isArray(list) ? judge(list, context) : UNKNOWN;
    },
    explain: (context) => {
      const list = read(context.data);
      const trace: TraceDraft = { op, truth: 'unknown', fact, expected, actual: shownFact(list) };
      if (Array.isArray(list)) tell(trace, list, context);
      else trace.reason = listFault(list);
      return trace;
    },
  };
}

/** Compiles `some`, `every` and `none`: the elements that a list shorter than `minCount` lacks count as unknown. */
export const compileElements: ConditionCompiler<ElementsCondition> = ({ op, over, where, minCount = 1 }, scope) => {
  requireWhole(scope.where, `"minCount" of "${op}"`, minCount, 1);
  const read = factReader(`${scope.where}: over of "${op}"`, over);
  const member = scope.compile(where);
  // What one element alone decides, and what holds when none does.
  const decided = op === 'every' ? FALSE : TRUE;
  const otherwise = negation(decided);
  const outcome = (truth: TruthCode): TruthCode => (op === 'none' ? negation(truth) : truth);
  return onList(
    { op, fact: over, expected: { minCount } },
    read,
    (list, context) => {
      let truth: TruthCode = list.length < minCount ? UNKNOWN : otherwise;
      for (let at = 0; at < list.length; at++) {
        const own = member.test(within(context, list[at]));
        if (own === decided) return outcome(decided);
        if (own === UNKNOWN) truth = UNKNOWN;
      }
      return outcome(truth);
    },
    (trace, list, context) => {
      const traces: ConditionTrace[] = [];
      let truth: TruthCode = list.length < minCount ? UNKNOWN : otherwise;
      // By position: holes are elements too.
      for (let at = 0; at < list.length; at++) {
        const element = member.explain(within(context, list[at]));
        const own = codeOf(element.truth);
        if (own === decided || truth === otherwise) truth = own;
        traces.push(element);
      }
      trace.truth = truthName(outcome(truth));
      if (truth === UNKNOWN && list.length < minCount) trace.reason = 'too-few';
      trace.of = traces;
    },
  );
};
