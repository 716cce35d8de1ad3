import type { NumberTest } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { comparisonOf } from '../conditions/numberTest.js';
import { FALSE, TRUE } from '../conditions/truth.js';
import { ANY_NUMBER, ANY_TEXT, ANYTHING, NOTHING, type NumberRegion } from './region.js';
import { constraint, factVariable, type Constraint, type Want } from './want.js';

/** The comparison that holds where another does not. */
export function opposite(op: NumberTest['op']): NumberTest['op'] {
  const opposites = { eq: 'ne', ne: 'eq', lt: 'gte', gte: 'lt', gt: 'lte', lte: 'gt' } as const;
  return opposites[op];
}

/** The numbers of which a comparison holds. */
export function numbersThat(op: NumberTest['op'], given: number): NumberRegion {
  // Plus zero: -0 is 0.
  const value = given + 0;
  if (op === 'eq') return { ...ANY_NUMBER, among: [value] };
  if (op === 'ne') return { ...ANY_NUMBER, without: [value] };
  const isOpen = op === 'lt' || op === 'gt';
  return op === 'lt' || op === 'lte'
    ? { ...ANY_NUMBER, high: value, highOpen: isOpen }
    : { ...ANY_NUMBER, low: value, lowOpen: isOpen };
}

/** The numbers of which a test comes out as wanted. */
export function numbersOfTest({ op, value }: NumberTest, want: Want): NumberRegion {
  return numbersThat(want === 'true' ? op : opposite(op), value);
}

/** What two facts must be for their comparison to hold or fail: how they lie to each other is a figure of the pair. */
export function pairConstraints(op: NumberTest['op'], a: FactPath, b: FactPath, want: Want): Constraint[] {
  const [first, second] = [factVariable(a), factVariable(b)];
  const wanted = want === 'true' ? TRUE : FALSE;
  const [below, equal, above] = comparisonOf(op);
  const isTurned = first > second;
  const relations = [
    ...(below === wanted ? [isTurned ? 'above' : 'below'] : []),
    ...(equal === wanted ? ['equal'] : []),
    ...(above === wanted ? [isTurned ? 'below' : 'above'] : []),
  ].filter((relation) => first !== second || relation === 'equal');
  const isOrder = op !== 'eq' && op !== 'ne';
  const plain = isOrder
    ? { ...NOTHING, number: ANY_NUMBER }
    : { ...ANYTHING, missing: false, list: false, record: false };
  const pair = isTurned ? [second, first] : [first, second];
  return [
    constraint(`pair:${JSON.stringify(pair)}`, { ...NOTHING, text: { ...ANY_TEXT, among: relations } }),
    constraint(first, plain, a),
    constraint(second, plain, b),
  ];
}
