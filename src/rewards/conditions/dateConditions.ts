import { isCivilDate, toPeriod } from '../../core/period.js';
import type { DateCondition, SamePeriodCondition } from './condition.js';
import { requireRule, type ConditionCompiler } from './compiledCondition.js';
import type { UnknownReason } from './conditionTrace.js';
import { factReader } from './factPath.js';
import { leaf, pairLeaf } from './leaf.js';
import { truthCode, UNKNOWN, type TruthCode } from './truth.js';

/** Why something is no civil date. */
function dateFault(actual: unknown): UnknownReason {
  return actual === undefined ? 'missing' : typeof actual === 'string' ? 'invalid' : 'wrong-type';
}

/** Compiles `date-in`: both ends included. */
export const compileDate: ConditionCompiler<DateCondition> = ({ op, fact, from, through }, { where }) => {
  for (const day of [from, through])
    requireRule(day === undefined || isCivilDate(day), where, `end of "${op}"`, 'a civil date YYYY-MM-DD', day);
  requireRule(from ?? through, where, `"${op}"`, 'given "from", "through" or both', undefined);
  // Civil dates sort by time in code-unit order.
  const isSpan = from === undefined || through === undefined || from <= through;
  requireRule(isSpan, where, `"through" of "${op}"`, `no day before "${from}"`, through);
  const judge = (actual: unknown): TruthCode => {
    if (!isCivilDate(actual)) return UNKNOWN;
    const day = actual as string;
    return truthCode((from === undefined || day >= from) && (through === undefined || day <= through));
  };
  const expected = { ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }) };
  return leaf({ op, fact, expected }, factReader(`${where}: fact of "${op}"`, fact), judge, dateFault);
};

/** Compiles `same-period`. */
export const compileSamePeriod: ConditionCompiler<SamePeriodCondition> = ({ op, a, b, period }, scope) => {
  const { where, fiscalYearStart } = scope;
  const isUnit = period === 'month' || period === 'quarter' || period === 'year';
  requireRule(isUnit, where, `period of "${op}"`, '"month", "quarter" or "year"', period);
  const keyOf = (day: unknown): string => toPeriod(day as string, { unit: period, fiscalYearStart });
  return pairLeaf({
    op,
    fact: a,
    read: factReader(`${where}: a of "${op}"`, a),
    readOther: factReader(`${where}: b of "${op}"`, b),
    judge: (actual, other) =>
      isCivilDate(actual) && isCivilDate(other) ? truthCode(keyOf(actual) === keyOf(other)) : UNKNOWN,
    faultOf: (day) => (isCivilDate(day) ? null : dateFault(day)),
    expectedOf: (other) => ({ fact: b, value: other, period }),
  });
};
