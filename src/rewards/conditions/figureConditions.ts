import type { CountCondition, SumCondition } from './condition.js';
import type { ConditionCompiler } from './compiledCondition.js';
import { shownFact, type ConditionTrace, type TraceDraft, type UnknownReason } from './conditionTrace.js';
import { factReader, type FactPath } from './factPath.js';
import { onList, within } from './listConditions.js';
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

/** Compiles `count` and `sum`: elements of which it is unknown whether they count leave a range; of a sum, a number that is missing none. */
const compileFigure: ConditionCompiler<CountCondition | SumCondition> = (condition, scope) => {
  const { op, over, where, test } = condition;
  const tested = compileTest(scope.where, op, test);
  const read = factReader(`${scope.where}: over of "${op}"`, over);
  const member = where === undefined ? null : scope.compile(where);
  const field = condition.op === 'sum' ? condition.field : null;
  // Every element counts for one.
  const readAmount = field === null ? () => 1 : factReader(`${scope.where}: field of "${op}"`, field);
  return onList(
    { op, fact: over, expected: tested.expected },
    read,
    (list, context) => {
      const figure = { plus: 0, minus: 0, openPlus: 0, openMinus: 0 };
      for (let at = 0; at < list.length; at++) {
        const element = list[at];
        const truth = member === null ? TRUE : member.test(within(context, element));
        if (truth === FALSE) continue;
        const amount = readAmount(element);
        if (!Number.isSafeInteger(amount)) return UNKNOWN;
        addAmount(figure, amount as number, truth);
      }
      return figureTruth(tested, figure);
    },
    (trace, list, context) => {
      const figure = { plus: 0, minus: 0, openPlus: 0, openMinus: 0 };
      const traces: ConditionTrace[] = [];
      let isKnown = true;
      for (let at = 0; at < list.length; at++) {
        const element = list[at];
        const amount = readAmount(element);
        const own = member && member.explain(within(context, element));
        const told = field === null ? own : summandTrace(field, amount, own);
        if (told !== null) traces.push(told);
        if (field !== null && told?.reason !== undefined) isKnown = false;
        else addAmount(figure, amount as number, own === null ? TRUE : codeOf(own.truth));
      }
      if (isKnown) tellFigure(trace, tested, figure);
      if (field !== null || member !== null) trace.of = traces;
    },
  );
};

/** Compiles `count`. */
export const compileCount: ConditionCompiler<CountCondition> = compileFigure;

/** Compiles `sum`: whole numbers only. */
export const compileSum: ConditionCompiler<SumCondition> = compileFigure;
