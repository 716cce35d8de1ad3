import type { Condition, ConditionOperator } from './condition.js';
import {
  requireRule,
  type CompiledCondition,
  type ConditionCompiler,
  type ConditionScope,
} from './compiledCondition.js';
import { compileDate, compileSamePeriod } from './dateConditions.js';
import { compileCount, compileSum } from './figureConditions.js';
import { compileAtLeast, compileGroup, compileNot, compileRef } from './groupConditions.js';
import {
  compileEquality,
  compileInclusion,
  compileMembership,
  compileOrder,
  compilePresence,
} from './leafConditions.js';
import { compileElements } from './listConditions.js';
import { compileMetric } from './metricCondition.js';

/** How deep conditions may lie within one another, shared ones included. */
const DEEPEST = 32;
/** How many conditions one may come to, shared ones counted wherever they are used: a few that name each other twice would explode. */
const MOST = 1000;

const COMPILERS: { readonly [Op in ConditionOperator]: ConditionCompiler<Extract<Condition, { op: Op }>> } = {
  all: compileGroup,
  any: compileGroup,
  not: compileNot,
  'at-least': compileAtLeast,
  eq: compileEquality,
  ne: compileEquality,
  lt: compileOrder,
  lte: compileOrder,
  gt: compileOrder,
  gte: compileOrder,
  in: compileMembership,
  'not-in': compileMembership,
  includes: compileInclusion,
  'date-in': compileDate,
  'same-period': compileSamePeriod,
  some: compileElements,
  every: compileElements,
  none: compileElements,
  count: compileCount,
  sum: compileSum,
  known: compilePresence,
  missing: compilePresence,
  ref: compileRef,
  metric: compileMetric,
};

/** Shared conditions, by id. */
export type SharedConditions = Readonly<Record<string, Condition>>;

/** Turns a condition into functions, after checking that it is written as the language says. */
export function compileCondition(
  where: string,
  condition: Condition,
  shared: SharedConditions,
  fiscalYearStart: number,
): CompiledCondition {
  let count = 0;
  const compile = (own: Condition, depth: number, open: readonly string[]): CompiledCondition => {
    requireRule(depth <= DEEPEST, where, 'condition', `at most ${DEEPEST} levels deep`, depth);
    requireRule(++count <= MOST, where, 'condition', `made of at most ${MOST} conditions`, count);
    const { op } = Object(own) as Condition;
    // Text first: a list of one operator would pass for it as the name of a property.
    const isOperator = typeof op === 'string' && Object.hasOwn(COMPILERS, op);
    requireRule(isOperator, where, '"op" of a condition', 'an operator of the language', op);
    const within: ConditionScope = {
      where,
      fiscalYearStart,
      compile: (inner) => compile(inner, depth + 1, open),
      resolve: (id) => {
        const isShared = typeof id === 'string' && Object.hasOwn(shared, id);
        requireRule(isShared, where, '"id" of "ref"', 'that of a shared condition', id);
        requireRule(!open.includes(id), where, '"id" of "ref"', 'free of circles', id);
        return compile(shared[id] as Condition, depth + 1, [...open, id]);
      },
    };
    return (COMPILERS[op] as ConditionCompiler<Condition>)(own, within);
  };
  return compile(condition, 1, []);
}
