import type { ParameterValue } from '../../core/definition.js';
import { isCivilDate, toPeriod } from '../../core/period.js';
import type { MetricCondition, StatusTest } from './condition.js';
import { requireRule, type ConditionCompiler, type ConditionContext } from './compiledCondition.js';
import { shownFact, type ConditionTrace, type TraceDraft, type UnknownReason } from './conditionTrace.js';
import { requireText, requireWhole, requireWord } from './requireParts.js';
import { factReader } from './factPath.js';
import type { MetricFact } from './metricFact.js';
import { compileTest, numberTruth } from './numberTest.js';
import { FALSE, TRUE, truthCode, truthName, UNKNOWN, type TruthCode } from './truth.js';

const STATUSES: readonly string[] = ['green', 'amber', 'red'];
const MONTHS = { month: 1, quarter: 3, year: 12 };

function isStatusTest(test: MetricCondition['test']): test is StatusTest {
  return Object.hasOwn(Object(test) as object, 'status');
}

/** The months of the period that holds a day: from its first month, which a fiscal year shifts. */
function monthsAround(day: string, unit: MetricCondition['period'], fiscalYearStart: number): string[] {
  const length = MONTHS[unit];
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const elapsed = (month + 13 - fiscalYearStart) % length;
  return Array.from({ length }, (_, at) => {
    const ordinal = month - elapsed + at;
    return `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;
  });
}

/** How one result comes out, what was found, and why it is unknown. */
type Judgement = readonly [truth: TruthCode, actual: ParameterValue, reason: UnknownReason | null];

/** Says how a result that is there and large enough comes out. */
type Judge = (result: MetricFact) => Judgement;

/** Compiles the test of a metric, with what a trace says was expected. */
function compileJudge(
  test: MetricCondition['test'],
  where: string,
  op: string,
): { readonly judge: Judge; readonly expected: Readonly<Record<string, ParameterValue>> } {
  if (!isStatusTest(test)) {
    const tested = compileTest(where, op, test);
    const judge: Judge = ({ value }) =>
      Number.isFinite(value)
        ? [numberTruth(tested, value as number), shownFact(value), null]
        : [UNKNOWN, shownFact(value), 'no-result'];
    return { judge, expected: tested.expected as Readonly<Record<string, ParameterValue>> };
  }
  const { status, by } = test;
  requireWord(where, `"test.status" of "${op}"`, STATUSES, status);
  requireWord(where, `"test.by" of "${op}"`, ['point', 'bound'], by);
  const judge: Judge = (result) => {
    const found = (Object(result.status) as Partial<MetricFact['status']>)[by];
    return (STATUSES as readonly unknown[]).includes(found)
      ? [truthCode(found === status), shownFact(found), null]
      : [UNKNOWN, shownFact(found), 'no-status'];
  };
  return { judge, expected: { status, by } };
}

/** Compiles `metric`: the result of each period that counts is looked up and must pass; one that is missing leaves it unknown. */
export const compileMetric: ConditionCompiler<MetricCondition> = (condition, { where, fiscalYearStart }) => {
  const { op, metric, scope, period, over, test, minimumSample = 0 } = condition;
  requireText(where, `"metric" of "${op}"`, 'the id of a metric', metric);
  const isUnit = typeof period === 'string' && Object.hasOwn(MONTHS, period);
  requireRule(isUnit, where, `"period" of "${op}"`, '"month", "quarter" or "year"', period);
  requireWord(where, `"over" of "${op}"`, ['every-month', 'pooled-period'], over);
  requireWhole(where, `"minimumSample" of "${op}"`, minimumSample);
  const { judge, expected } = compileJudge(test, where, op);
  const read = factReader(`${where}: scope of "${op}"`, scope);

  const judgeResult = (result: MetricFact | undefined): Judgement => {
    if (result === undefined) return [UNKNOWN, null, 'no-result'];
    // Written so that a sample that is no number is too small.
    const isSmall = minimumSample > 0 && !(result.sampleSize >= minimumSample);
    return isSmall ? [UNKNOWN, { sampleSize: shownFact(result.sampleSize) }, 'small-sample'] : judge(result);
  };
  /** The periods that must pass; none when the fact has no day. */
  const keysOf = ({ on }: ConditionContext): readonly string[] => {
    if (!isCivilDate(on)) return [];
    const day = on as string;
    if (over === 'every-month') return monthsAround(day, period, fiscalYearStart);
    return [toPeriod(day, { unit: period, fiscalYearStart })];
  };
  const isId = (own: unknown): own is string | number => typeof own === 'string' || Number.isSafeInteger(own);
  const all = (truth: TruthCode, own: TruthCode): TruthCode => Math.min(truth, own) as TruthCode;
  return {
    test: (context) => {
      const own = read(context.data);
      const keys = isId(own) ? keysOf(context) : [];
      let truth: TruthCode = keys.length === 0 ? UNKNOWN : TRUE;
      for (const key of keys) {
        truth = all(truth, judgeResult(context.findResult(metric, String(own), key))[0]);
        if (truth === FALSE) break;
      }
      return truth;
    },
    explain: (context) => {
      const own = read(context.data);
      const trace: TraceDraft = { op, truth: 'unknown', fact: scope, expected: { metric, ...expected } };
      if (!isId(own)) {
        trace.actual = shownFact(own);
        trace.reason = own === undefined ? 'missing' : 'wrong-type';
        return trace;
      }
      const whose = String(own);
      let truth: TruthCode = TRUE;
      const parts = keysOf(context).map((key): ConditionTrace => {
        const [found, actual, reason] = judgeResult(context.findResult(metric, whose, key));
        truth = all(truth, found);
        const told = { metric, scope: whose, period: key, ...expected };
        const part: TraceDraft = { op, truth: truthName(found), fact: scope, expected: told, actual };
        if (reason !== null) part.reason = reason;
        return part;
      });
      const [only] = parts;
      if (only !== undefined && over === 'pooled-period') return only;
      trace.expected = { metric, scope: whose, ...expected };
      if (only === undefined) {
        trace.actual = null;
        trace.reason = 'no-result';
        return trace;
      }
      trace.truth = truthName(truth);
      trace.of = parts;
      return trace;
    },
  };
};
