import type { LocalizedText } from '../core/definition.js';
import type { Estimate } from '../core/estimate.js';

/** A judgement of three points, all on the scale of the criterion. */
export interface TriangularScore {
  /** Lowest value that is thought possible. */
  readonly low: number;
  /** The value that is thought most likely, from `low` to `high`. */
  readonly likely: number;
  /** Highest value that is thought possible. */
  readonly high: number;
}

/**
 * What is known of an initiative under one criterion: a value, a value with its interval (any metric result, driver or theme impact
 * is one), a judgement of three points, or `null` for unknown, which is never taken for 0.
 */
export type CriterionScore = number | Estimate | TriangularScore | null;

/** Something that could be done: an improvement, a project. */
export interface Initiative {
  /** Id, unique in its list. */
  readonly id: string;
  /** Name for people. */
  readonly names?: LocalizedText | undefined;
  /** What is known, by id of the criterion; a criterion left out is unknown. */
  readonly criteria: Readonly<Record<string, CriterionScore | undefined>>;
}
