import { FIRST_DAY, LAST_DAY, toDayNumber } from '../../core/civilDay.js';
import type {
  Condition,
  DateCondition,
  EqualityCondition,
  GroupCondition,
  MembershipCondition,
  OrderCondition,
  Scalar,
} from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import { canonicalText } from '../evaluation/canonicalText.js';
import { listConstraints } from './listCases.js';
import { metricConstraints } from './metricCases.js';
import { numbersThat, opposite, pairConstraints } from './numberCases.js';
import { ANY_NUMBER, ANY_TEXT, ANYTHING, NOTHING, type Region } from './region.js';
import { constraint, factVariable, type Case, type Constraint, type Want } from './want.js';

/** Conditions that are no group of others. */
export type LeafCondition = Exclude<Condition, GroupCondition | { readonly op: 'not' | 'at-least' | 'ref' }>;

/** What a condition on one plain fact leaves possible, type by type: what holds, and what does not. */
function judged(want: Want, holding: Partial<Region>, failing: Partial<Region>): Region {
  const own = want === 'true' || want === 'not-false' ? holding : failing;
  // A fact of a type that the condition does not judge leaves it unknown.
  return { ...(want === 'true' || want === 'false' ? NOTHING : ANYTHING), ...own };
}

function among(values: readonly Scalar[], isIn: boolean): Partial<Region> {
  const numbers = values.filter((value) => typeof value === 'number').map((value) => value + 0);
  const texts = values.filter((value) => typeof value === 'string');
  const booleans = values.filter((value) => typeof value === 'boolean');
  return {
    ...(numbers.length === 0
      ? {}
      : { number: isIn ? { ...ANY_NUMBER, among: numbers } : { ...ANY_NUMBER, without: numbers } }),
    ...(texts.length === 0 ? {} : { text: isIn ? { ...ANY_TEXT, among: texts } : { ...ANY_TEXT, without: texts } }),
    ...(booleans.length === 0 ? {} : { booleans: [false, true].filter((value) => booleans.includes(value) === isIn) }),
  };
}

function valueRegion(condition: EqualityCondition | OrderCondition | MembershipCondition, want: Want): Region {
  if ('values' in condition) {
    const { op, values } = condition;
    return judged(want, among(values, op === 'in'), among(values, op === 'not-in'));
  }
  const { op } = condition;
  const value = condition.value as Scalar;
  if (op === 'eq' || op === 'ne') return judged(want, among([value], op === 'eq'), among([value], op === 'ne'));
  const [holding, failing] = [numbersThat(op, value as number), numbersThat(opposite(op), value as number)];
  return judged(want, { number: holding }, { number: failing });
}

/** The windows in which a civil date may lie; where the condition need only not hold or not fail, it may also be no date. */
function dateRegions({ from, through }: DateCondition, want: Want): Region[] {
  const first = from === undefined ? FIRST_DAY : toDayNumber(from);
  const last = through === undefined ? LAST_DAY : toDayNumber(through);
  const within = (days: readonly [number, number]): Region => ({ ...NOTHING, text: { ...ANY_TEXT, days } });
  if (want === 'true') return [within([first, last])];
  if (want !== 'false') return [ANYTHING];
  return [
    ...(first > FIRST_DAY ? [within([FIRST_DAY, first - 1])] : []),
    ...(last < LAST_DAY ? [within([last + 1, LAST_DAY])] : []),
  ];
}

function dayOf(path: FactPath): Constraint {
  return constraint(factVariable(path), { ...NOTHING, text: { ...ANY_TEXT, days: [FIRST_DAY, LAST_DAY] } }, path);
}

/** What must be so for a condition to come out as wanted, the condition itself apart. */
function constraints(condition: LeafCondition, want: Want): Constraint[][] {
  const isDecided = want === 'true' || want === 'false';
  switch (condition.op) {
    case 'known':
    case 'missing': {
      const { op, fact } = condition;
      // Presence is never unknown.
      const isKnown = (op === 'known') === (want === 'true' || want === 'not-false');
      const region = isKnown ? { ...ANYTHING, missing: false } : { ...NOTHING, missing: true };
      return [[constraint(factVariable(fact), region, fact)]];
    }
    case 'date-in':
      return dateRegions(condition, want).map((region) => [
        constraint(factVariable(condition.fact), region, condition.fact),
      ]);
    case 'same-period': {
      const isSame = canonicalText(condition.a) === canonicalText(condition.b);
      if (isSame && want === 'false') return [];
      return [isDecided ? [dayOf(condition.a), dayOf(condition.b)] : []];
    }
    case 'metric':
      return [isDecided ? metricConstraints(condition, want) : []];
    case 'some':
    case 'every':
    case 'none':
    case 'includes':
    case 'count':
    case 'sum':
      return [isDecided ? listConstraints(condition, want) : []];
    case 'in':
    case 'not-in':
      return [[constraint(factVariable(condition.fact), valueRegion(condition, want), condition.fact)]];
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const { op, fact, value } = condition;
      if (typeof value === 'object') return [isDecided ? pairConstraints(op, fact, value.fact, want) : []];
      return [[constraint(factVariable(fact), valueRegion(condition, want), fact)]];
    }
  }
}

/**
 * The cases in which a condition without parts comes out as wanted. Together they hold for every fact of which it does; for others they
 * may hold too, so that only the absence of cases proves anything.
 */
export function leafCases(condition: LeafCondition, want: Want): Case[] {
  const outcomes = {
    true: ['true'],
    false: ['false'],
    'not-true': ['false', 'unknown'],
    'not-false': ['true', 'unknown'],
  };
  // However little is known of a condition, it comes out one way for one fact.
  const region = { ...NOTHING, text: { ...ANY_TEXT, among: outcomes[want] } };
  const outcome = constraint(`outcome:${canonicalText(condition)}`, region);
  return constraints(condition, want).map((own) => [outcome, ...own]);
}
