import type { CountCondition, SumCondition } from './condition.js';
import type { CompiledCondition, ConditionCompiler, ConditionScope } from './compiledCondition.js';
import { shownFact, type ConditionTrace, type TraceDraft, type UnknownReason } from './conditionTrace.js';
import { factReader, type FactPath, type FactReader } from './factPath.js';
import { explainElements, listFault, within } from './listConditions.js';
import { compileTest, rangeTruth, type CompiledTest } from './numberTest.js';
import { codeOf, FALSE, TRUE, truthName, UNKNOWN, type TruthCode } from './truth.js';

/** What a list adds up to. What adds and what takes away are kept apart, so that the order of elements cannot matter. */
interface Figure {
  plus: number;
  minus: number;
  /** What is added if elements count of which that is unknown. */
  openPlus: number;
  /** What they take away. */
  openMinus: number;
}

function addAmount(figure: Figure, amount: number, truth: TruthCode): void {
  if (truth === FALSE) return;
  if (truth === TRUE) figure[amount < 0 ? 'minus' : 'plus'] += amount;
  else figure[amount < 0 ? 'openMinus' : 'openPlus'] += amount;
}

/** The ends between which the figure lies; `null` where it is too large to be exact. */
function endsOf({ plus, minus, openPlus, openMinus }: Figure): readonly [low: number, high: number] | null {
  if (!Number.isSafeInteger(plus + openPlus) || !Number.isSafeInteger(minus + openMinus)) return null;
  return [plus + minus + openMinus, plus + openPlus + minus];
}

function figureTruth(test: CompiledTest, figure: Figure): TruthCode {
  const ends = endsOf(figure);
  return ends === null ? UNKNOWN : rangeTruth(test, ends[0], ends[1]);
}

/** Completes the trace of a figure. */
function tellFigure(trace: TraceDraft, test: CompiledTest, figure: Figure): void {
  const ends = endsOf(figure);
  trace.truth = truthName(figureTruth(test, figure));
  if (ends === null) trace.reason = 'invalid';
  else trace.actual = ends[0] === ends[1] ? ends[0] : `${ends[0]} to ${ends[1]}`;
}

function noFigure(): Figure {
  return { plus: 0, minus: 0, openPlus: 0, openMinus: 0 };
}

/** What `count` and `sum` have in common: where the list is, which elements count, what is tested. */
function figureParts(
  { op, over, where, test }: CountCondition | SumCondition,
  scope: ConditionScope,
): { readonly read: FactReader; readonly member: CompiledCondition | null; readonly tested: CompiledTest } {
  const tested = compileTest(scope.where, op, test);
  const read = factReader(`${scope.where}: over of "${op}"`, over);
  return { read, tested, member: where === undefined ? null : scope.compile(where) };
}

/** Compiles `count`: elements of which it is unknown whether they count leave a range. */
export const compileCount: ConditionCompiler<CountCondition> = (condition, scope) => {
  const { op, over } = condition;
  const { read, member, tested } = figureParts(condition, scope);
  return {
    test: (context) => {
      const list = read(context.data);
      if (!Array.isArray(list)) return UNKNOWN;
      if (member === null) return rangeTruth(tested, list.length, list.length);
      const figure = noFigure();
      for (let at = 0; at < list.length; at++) addAmount(figure, 1, member.test(within(context, list[at])));
      return figureTruth(tested, figure);
    },
    explain: (context) => {
      const list = read(context.data);
      const { expected } = tested;
      const trace: TraceDraft = { op, truth: 'unknown', fact: over, expected, actual: shownFact(list) };
      if (!Array.isArray(list)) {
        trace.reason = listFault(list);
        return trace;
      }
      const figure = noFigure();
      const traces = member && explainElements(member, context, list);
      if (traces === null) addAmount(figure, list.length, TRUE);
      else for (const { truth } of traces) addAmount(figure, 1, codeOf(truth));
      tellFigure(trace, tested, figure);
      if (traces !== null) trace.of = traces;
      return trace;
    },
  };
};

function amountFault(found: unknown): UnknownReason {
  return found === undefined ? 'missing' : typeof found === 'number' ? 'invalid' : 'wrong-type';
}

/** How one element of a sum comes out: whether it counts, and the number in it. */
function summandTrace(field: FactPath, found: unknown, where: ConditionTrace | null): ConditionTrace {
  const truth = where === null ? 'true' : where.truth;
  const isFit = truth === 'false' || Number.isSafeInteger(found);
  const trace: TraceDraft = {
    op: 'sum',
    truth: isFit ? truth : 'unknown',
    fact: field,
    expected: 'a whole number',
    actual: shownFact(found),
  };
  if (!isFit) trace.reason = amountFault(found);
  if (where !== null) trace.of = [where];
  return trace;
}

/** Compiles `sum`: whole numbers only, and unknown where one that may count is missing. */
export const compileSum: ConditionCompiler<SumCondition> = (condition, scope) => {
  const { op, over, field } = condition;
  const { read, member, tested } = figureParts(condition, scope);
  const readAmount = factReader(`${scope.where}: field of "${op}"`, field);
  return {
    test: (context) => {
      const list = read(context.data);
      if (!Array.isArray(list)) return UNKNOWN;
      const figure = noFigure();
      for (let at = 0; at < list.length; at++) {
        const element: unknown = list[at];
        const truth = member === null ? TRUE : member.test(within(context, element));
        if (truth === FALSE) continue;
        const amount = readAmount(element);
        if (!Number.isSafeInteger(amount)) return UNKNOWN;
        addAmount(figure, amount as number, truth);
      }
      return figureTruth(tested, figure);
    },
    explain: (context) => {
      const list = read(context.data);
      const { expected } = tested;
      const trace: TraceDraft = { op, truth: 'unknown', fact: over, expected, actual: shownFact(list) };
      if (!Array.isArray(list)) {
        trace.reason = listFault(list);
        return trace;
      }
      const figure = noFigure();
      const traces: ConditionTrace[] = [];
      for (let at = 0; at < list.length; at++) {
        const element: unknown = list[at];
        const amount = readAmount(element);
        const summand = summandTrace(field, amount, member && member.explain(within(context, element)));
        traces.push(summand);
        if (summand.reason === undefined && summand.truth !== 'false')
          addAmount(figure, amount as number, codeOf(summand.truth));
      }
      if (traces.every(({ reason }) => reason === undefined)) tellFigure(trace, tested, figure);
      trace.of = traces;
      return trace;
    },
  };
};
