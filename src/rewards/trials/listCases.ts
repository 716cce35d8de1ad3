import type { CountCondition, ElementsCondition, InclusionCondition, SumCondition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import { numbersOfTest } from './numberCases.js';
import { ANY_NUMBER, intersection, NOTHING, type Region } from './region.js';
import { constraint, factVariable, type Constraint, type Goal, type Want } from './want.js';

const LIST: Region = { missing: false, record: false, list: true, booleans: [], number: null, text: null };

function atLeast(low: number): Region {
  return { ...NOTHING, number: { ...ANY_NUMBER, low, whole: true } };
}

function lengthOf(path: FactPath, low: number): Constraint {
  return constraint(`length:${factVariable(path)}`, atLeast(low));
}

/** A list with an element that meets a goal, or all of whose elements do. */
function elementsConstraints({ op, over, where, minCount = 1 }: ElementsCondition, want: Want): Constraint[] {
  const isHolding = want === 'true';
  // An element decides: one that holds makes `some`, one that fails unmakes `every`.
  const decides = (op === 'some') === isHolding;
  const own: Goal = { condition: where, want: (op === 'none') === isHolding ? 'false' : 'true' };
  const variable = factVariable(over);
  return decides
    ? [constraint(variable, LIST, over, { some: own }), lengthOf(over, 1)]
    : [constraint(variable, LIST, over, { each: own }), lengthOf(over, minCount)];
}

function countConstraints({ over, where, test }: CountCondition, want: Want): Constraint[] {
  const numbers = numbersOfTest(test, want);
  const variable = factVariable(over);
  const region = intersection({ ...NOTHING, number: numbers }, atLeast(0));
  if (where === undefined) return [constraint(variable, LIST, over), constraint(`length:${variable}`, region)];
  // Decided only where every count that is possible agrees: where none is no answer, an element holds for certain.
  const isNone = intersection({ ...NOTHING, number: numbers }, { ...NOTHING, number: { ...ANY_NUMBER, among: [0] } });
  const some: Goal | null = isNone.number === null ? { condition: where, want: 'true' } : null;
  return [constraint(variable, LIST, over, { some }), constraint(`count:${variable}:${canonicalText(where)}`, region)];
}

function sumConstraints({ over, field, where, test }: SumCondition, want: Want): Constraint[] {
  const variable = factVariable(over);
  const name = `sum:${variable}:${factVariable(field)}:${canonicalText(where ?? null)}`;
  const whole = { ...NOTHING, number: { ...ANY_NUMBER, whole: true } };
  return [
    constraint(variable, LIST, over),
    constraint(name, intersection({ ...NOTHING, number: numbersOfTest(test, want) }, whole)),
  ];
}

/** What must be so for a condition on a list to hold or to fail. */
export function listConstraints(
  condition: ElementsCondition | InclusionCondition | CountCondition | SumCondition,
  want: Want,
): Constraint[] {
  switch (condition.op) {
    case 'count':
      return countConstraints(condition, want);
    case 'sum':
      return sumConstraints(condition, want);
    case 'includes': {
      const { fact } = condition;
      return [constraint(factVariable(fact), LIST, fact), lengthOf(fact, want === 'true' ? 1 : 0)];
    }
    case 'some':
    case 'every':
    case 'none':
      return elementsConstraints(condition, want);
  }
}
