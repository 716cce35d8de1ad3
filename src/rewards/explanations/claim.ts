import type {
  Condition,
  DateCondition,
  EqualityCondition,
  InclusionCondition,
  MembershipCondition,
  MetricCondition,
  NumberTest,
  OrderCondition,
  PresenceCondition,
  RefCondition,
  SamePeriodCondition,
} from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';

/** Which elements of a list are meant: those that meet a claim, all of them (`null`), or some that a trace does not describe. */
export type ElementClaim = Claim | null | 'undescribed';

/** A claim about the elements of a list. */
export interface ElementsClaim {
  /** The operator. */
  readonly op: 'some' | 'every' | 'none';
  /** Where the list is. */
  readonly over: FactPath;
  /** What an element must meet. */
  readonly where: ElementClaim;
  /** How many elements the list needs. */
  readonly minCount: number;
}

/** A claim about how many elements there are, or what they add up to. */
export interface FigureClaim {
  /** The operator. */
  readonly op: 'count' | 'sum';
  /** Where the list is. */
  readonly over: FactPath;
  /** Which elements count. */
  readonly where: ElementClaim;
  /** What is summed; `null` where it is not known, or nothing is. */
  readonly field: FactPath | null;
  /** The test of the figure. */
  readonly test: NumberTest;
}

/** A claim about a metric. */
export interface MetricClaim {
  /** The operator. */
  readonly op: 'metric';
  /** Id of the metric. */
  readonly metric: string;
  /** Whose metric it is: where the fact says so, or the id that was found. */
  readonly scope: FactPath | string;
  /** Which period: its length and how it is covered, the key of one, or unknown. */
  readonly period: Pick<MetricCondition, 'period' | 'over'> | string | null;
  /** What must be met. */
  readonly test: MetricCondition['test'];
  /** The smallest sample; 0 for any. */
  readonly minimumSample: number;
}

/** A claim made of others. */
export type CompoundClaim =
  | { readonly op: 'all' | 'any'; readonly of: readonly Claim[] }
  | { readonly op: 'at-least'; readonly n: number; readonly of: readonly Claim[] }
  | { readonly op: 'not'; readonly of: Claim };

/** What a condition claims, whether read from the condition or back from its trace, which holds less. */
export type Claim =
  | CompoundClaim
  | ElementsClaim
  | FigureClaim
  | MetricClaim
  | EqualityCondition
  | OrderCondition
  | MembershipCondition
  | InclusionCondition
  | DateCondition
  | SamePeriodCondition
  | PresenceCondition
  | RefCondition
  | { readonly op: 'unknown'; readonly name: string };

/** What a condition claims. */
export function claimOf(condition: Condition): Claim {
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map(claimOf) };
    case 'at-least':
      return { op: condition.op, n: condition.n, of: condition.of.map(claimOf) };
    case 'not':
      return { op: condition.op, of: claimOf(condition.of) };
    case 'some':
    case 'every':
    case 'none':
      return { ...condition, where: claimOf(condition.where), minCount: condition.minCount ?? 1 };
    case 'count':
    case 'sum': {
      const { op, over, where, test } = condition;
      const field = condition.op === 'sum' ? condition.field : null;
      return { op, over, test, field, where: where === undefined ? null : claimOf(where) };
    }
    case 'metric': {
      const { op, metric, scope, period, over, test, minimumSample = 0 } = condition;
      return { op, metric, scope, period: { period, over }, test, minimumSample };
    }
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
    case 'in':
    case 'not-in':
    case 'includes':
    case 'date-in':
    case 'same-period':
    case 'known':
    case 'missing':
    case 'ref':
      return condition;
  }
}
