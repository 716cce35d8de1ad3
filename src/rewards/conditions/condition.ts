import type { PeriodUnit } from '../../core/period.js';
import type { FactPath } from './factPath.js';

/** A plain value that facts are compared with. Numbers are finite; text is compared by code units. */
export type Scalar = string | number | boolean;

/** Another fact to compare with, in place of a value. */
export interface FactReference {
  /** Where the other fact is. */
  readonly fact: FactPath;
}

/** How a number is compared. */
export interface NumberTest {
  /** The comparison. */
  readonly op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  /** What the number is compared with. */
  readonly value: number;
}

/** All of the conditions hold, or any of them: 1 to 32, so that no empty group grants to everybody. */
export interface GroupCondition {
  /** `'all'` or `'any'`. */
  readonly op: 'all' | 'any';
  /** The conditions. */
  readonly of: readonly Condition[];
}

/** A condition does not hold; what is unknown stays unknown. */
export interface NotCondition {
  /** `'not'`. */
  readonly op: 'not';
  /** The condition. */
  readonly of: Condition;
}

/** At least so many of the conditions hold. */
export interface AtLeastCondition {
  /** `'at-least'`. */
  readonly op: 'at-least';
  /** How many must hold, from 1 to the number of conditions. */
  readonly n: number;
  /** The conditions. */
  readonly of: readonly Condition[];
}

/** A fact equals a value or another fact, or does not. Another type is unknown, never coerced; so is a fact that is missing. */
export interface EqualityCondition {
  /** `'eq'` or `'ne'`. */
  readonly op: 'eq' | 'ne';
  /** Where the fact is. */
  readonly fact: FactPath;
  /** What it is compared with. */
  readonly value: Scalar | FactReference;
}

/** A number lies below or above another. */
export interface OrderCondition {
  /** The comparison: fact first. */
  readonly op: 'lt' | 'lte' | 'gt' | 'gte';
  /** Where the fact is. */
  readonly fact: FactPath;
  /** What it is compared with. */
  readonly value: number | FactReference;
}

/** A fact is one of some values, or none of them. */
export interface MembershipCondition {
  /** `'in'` or `'not-in'`. */
  readonly op: 'in' | 'not-in';
  /** Where the fact is. */
  readonly fact: FactPath;
  /** The values, at least one. */
  readonly values: readonly Scalar[];
}

/** A list of plain values holds a value. An element that is missing or of another type could be it, so the condition is unknown. */
export interface InclusionCondition {
  /** `'includes'`. */
  readonly op: 'includes';
  /** Where the list is. */
  readonly fact: FactPath;
  /** The value looked for. */
  readonly value: Scalar;
}

/** A civil date lies between two days, both included; at least one of them is given. */
export interface DateCondition {
  /** `'date-in'`. */
  readonly op: 'date-in';
  /** Where the date is, `YYYY-MM-DD`. */
  readonly fact: FactPath;
  /** First day. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly through?: string | undefined;
}

/** Two civil dates lie in the same month, quarter or year; fiscal where the programme's year is. */
export interface SamePeriodCondition {
  /** `'same-period'`. */
  readonly op: 'same-period';
  /** Where one date is. */
  readonly a: FactPath;
  /** Where the other date is. */
  readonly b: FactPath;
  /** Length of the period. */
  readonly period: PeriodUnit;
}

/** Some, every or none of the elements of a list meet a condition, whose paths begin at the element. */
export interface ElementsCondition {
  /** `'some'`, `'every'` or `'none'`. */
  readonly op: 'some' | 'every' | 'none';
  /** Where the list is. */
  readonly over: FactPath;
  /** What an element must meet. */
  readonly where: Condition;
  /**
   * Elements that a shorter list lacks are unknown: two green months do not make a green quarter, while one red month unmakes it.
   * @defaultValue 1
   */
  readonly minCount?: number | undefined;
}

/** How many elements of a list meet a condition. Elements of which that is unknown leave a range, and the test may be unknown. */
export interface CountCondition {
  /** `'count'`. */
  readonly op: 'count';
  /** Where the list is. */
  readonly over: FactPath;
  /** What an element must meet to count; left out, all count. */
  readonly where?: Condition | undefined;
  /** The test of the count. */
  readonly test: NumberTest;
}

/** The sum of a whole number over the elements of a list that meet a condition; unknown where one that may count is missing. */
export interface SumCondition {
  /** `'sum'`. */
  readonly op: 'sum';
  /** Where the list is. */
  readonly over: FactPath;
  /** Where the number is in an element. */
  readonly field: FactPath;
  /** What an element must meet to count; left out, all count. */
  readonly where?: Condition | undefined;
  /** The test of the sum. */
  readonly test: NumberTest;
}

/** A fact is known, or missing: the only conditions that absence decides. */
export interface PresenceCondition {
  /** `'known'` or `'missing'`. */
  readonly op: 'known' | 'missing';
  /** Where the fact is. */
  readonly fact: FactPath;
}

/** A shared condition, by its id. */
export interface RefCondition {
  /** `'ref'`. */
  readonly op: 'ref';
  /** Id of the shared condition. */
  readonly id: string;
}

/** The status a metric must have. */
export interface StatusTest {
  /** The status. */
  readonly status: 'green' | 'amber' | 'red';
  /** `'point'` judges the value, `'bound'` the unfavourable end of its interval: luck does not pay. */
  readonly by: 'point' | 'bound';
}

/** A metric passes a test, for a scope that the fact names and the period that holds the day of the fact. */
export interface MetricCondition {
  /** `'metric'`. */
  readonly op: 'metric';
  /** Id of the metric, such as `'otif'`. */
  readonly metric: string;
  /** Where the fact says whose metric it is. */
  readonly scope: FactPath;
  /** Which period around the day of the fact. */
  readonly period: PeriodUnit;
  /**
   * `'pooled-period'` tests the metric computed over the period, `'every-month'` that of each of its months. They pay differently: a
   * good quarter may hold a bad month, and months too small to be green may make a quarter that is.
   */
  readonly over: 'every-month' | 'pooled-period';
  /** What must be met: a status, or a comparison of the value. */
  readonly test: StatusTest | NumberTest;
  /** A result that rests on less is unknown. */
  readonly minimumSample?: number | undefined;
}

/**
 * A condition of a reward rule: a closed language of plain JSON, in which missing is neither true nor false.
 *
 * There is no regular expression, no arithmetic, no dotted path and no empty group, on purpose.
 */
export type Condition =
  | GroupCondition
  | NotCondition
  | AtLeastCondition
  | EqualityCondition
  | OrderCondition
  | MembershipCondition
  | InclusionCondition
  | DateCondition
  | SamePeriodCondition
  | ElementsCondition
  | CountCondition
  | SumCondition
  | PresenceCondition
  | RefCondition
  | MetricCondition;

/** Name of an operator of the language. */
export type ConditionOperator = Condition['op'];
