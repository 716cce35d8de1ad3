import type { AtLeastCondition, Condition, GroupCondition, NotCondition, RefCondition } from './condition.js';
import {
  requireRule,
  type CompiledCondition,
  type ConditionCompiler,
  type ConditionScope,
} from './compiledCondition.js';
import type { ConditionTrace } from './conditionTrace.js';
import { codeOf, FALSE, negation, TRUE, truthName, UNKNOWN, type TruthCode } from './truth.js';

const LARGEST_GROUP = 32;

/** Compiles the members of a group; an empty one would hold for everybody or nobody, by accident. */
function compileMembers(op: string, of: readonly Condition[], scope: ConditionScope): readonly CompiledCondition[] {
  const isGroup = Array.isArray(of) && of.length >= 1 && of.length <= LARGEST_GROUP;
  requireRule(isGroup, scope.where, `"of" of "${op}"`, `a list of 1 to ${LARGEST_GROUP} conditions`, of);
  return Array.from(of, (condition) => scope.compile(condition));
}

/** Compiles `all` and `any`: a trace shows every member, also where the first has decided. */
export const compileGroup: ConditionCompiler<GroupCondition> = ({ op, of }, scope) => {
  const members = compileMembers(op, of, scope);
  // What one member alone decides, and what holds when none does.
  const decided = op === 'all' ? FALSE : TRUE;
  const otherwise = negation(decided);
  return {
    test: (context) => {
      let truth: TruthCode = otherwise;
      for (const member of members) {
        const own = member.test(context);
        if (own === decided) return decided;
        if (own === UNKNOWN) truth = UNKNOWN;
      }
      return truth;
    },
    explain: (context) => {
      // As long as it will be: growing it takes time, and space that is never used.
      const traces = Array<ConditionTrace>(members.length);
      let truth: TruthCode = otherwise;
      let place = 0;
      for (const member of members) {
        const trace = member.explain(context);
        const own = codeOf(trace.truth);
        if (own === decided || truth === otherwise) truth = own;
        traces[place++] = trace;
      }
      return { op, truth: truthName(truth), of: traces };
    },
  };
};

/** Compiles `not`. */
export const compileNot: ConditionCompiler<NotCondition> = ({ op, of }, scope) => {
  const member = scope.compile(of);
  return {
    test: (context) => negation(member.test(context)),
    explain: (context) => {
      const trace = member.explain(context);
      return { op, truth: truthName(negation(codeOf(trace.truth))), of: [trace] };
    },
  };
};

/** How many hold against how many must: unknown while those that are unknown could make the difference. */
function reached(holding: number, open: number, n: number): TruthCode {
  return holding >= n ? TRUE : holding + open >= n ? UNKNOWN : FALSE;
}

/** Compiles `at-least`. */
export const compileAtLeast: ConditionCompiler<AtLeastCondition> = ({ op, n, of }, scope) => {
  const members = compileMembers(op, of, scope);
  const isPossible = Number.isInteger(n) && n >= 1 && n <= members.length;
  requireRule(
    isPossible,
    scope.where,
    `"n" of "${op}"`,
    `a whole number from 1 to ${members.length}, the number of conditions`,
    n,
  );
  return {
    test: (context) => {
      let holding = 0;
      let open = 0;
      for (const member of members) {
        const own = member.test(context);
        if (own === TRUE) holding++;
        else if (own === UNKNOWN) open++;
      }
      return reached(holding, open, n);
    },
    explain: (context) => {
      let holding = 0;
      let open = 0;
      const traces = members.map((member) => {
        const trace = member.explain(context);
        if (trace.truth === 'true') holding++;
        else if (trace.truth === 'unknown') open++;
        return trace;
      });
      const actual = open === 0 ? holding : `${holding} to ${holding + open}`;
      return { op, truth: truthName(reached(holding, open, n)), expected: n, actual, of: traces };
    },
  };
};

/** Compiles `ref`. */
export const compileRef: ConditionCompiler<RefCondition> = ({ op, id }, scope) => {
  const member = scope.resolve(id);
  return {
    test: member.test,
    explain: (context) => {
      const trace = member.explain(context);
      return { op, truth: trace.truth, id, of: [trace] };
    },
  };
};
