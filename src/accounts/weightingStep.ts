import type { Bounds } from '../core/interval.js';
import type { Field, Score } from '../core/field.js';
import type { ClassField, ClassTargets } from './weightingClasses.js';

/**
 * What to do with rows whose class has no target: `'throw'` names the class; `'exclude'` takes the rows out and counts them.
 * A third way is to merge the class into another, with `collapse`.
 */
export type WithoutTargetPolicy = 'throw' | 'exclude';

/** An attribute, or several combined, with what the population looks like in it. */
export interface WeightingTarget<Row> {
  /** The attribute that puts rows in classes; several for classes that combine them. */
  readonly by: ClassField<Row> | readonly ClassField<Row>[];
  /**
   * A number for each class: totals of the population in any unit (accounts, contacts, revenue), or shares. Numbers that add up to 1
   * are shares, which take the total that the other margins have or, without one, that the weights already have.
   */
  readonly targets: ClassTargets;
  /**
   * Rows of a class without target.
   * @defaultValue `'throw'`
   */
  readonly withoutTarget?: WithoutTargetPolicy | undefined;
}

/** When a step that iterates stops. */
export interface IterationLimits {
  /**
   * Largest distance from a target, as a share of it, that counts as reached.
   * @defaultValue 1e-10
   */
  readonly tolerance?: number | undefined;
  /**
   * Most rounds.
   * @defaultValue 1000 for `'rake'`, 50 for `'calibrate'`
   */
  readonly maxIterations?: number | undefined;
}

/** Non-response: each class is weighted by the inverse of its response rate, invited over answered. */
export interface NonResponseStep<Row> {
  /** Kind of the step. */
  readonly kind: 'non-response';
  /** The attribute that puts rows in classes; several for classes that combine them. */
  readonly by: ClassField<Row> | readonly ClassField<Row>[];
  /** How many were invited in each class, at least as many as answered; {@link toClassTargets} counts them from a list. */
  readonly invited: ClassTargets;
  /**
   * Rows of a class in which nobody was invited.
   * @defaultValue `'throw'`
   */
  readonly withoutTarget?: WithoutTargetPolicy | undefined;
}

/** Post-stratification: each class is brought to its target at once. */
export interface PostStratifyStep<Row> extends WeightingTarget<Row> {
  /** Kind of the step. */
  readonly kind: 'post-stratify';
}

/** Raking: several margins are brought to their targets in turn, until all hold. */
export interface RakeStep<Row> extends IterationLimits {
  /** Kind of the step. */
  readonly kind: 'rake';
  /** The margins, in the order in which they are raked. Totals must agree between them. */
  readonly margins: readonly WeightingTarget<Row>[];
}

/** An amount whose total in the population is known. */
export interface CalibrationAmount<Row> {
  /** The amount of a row, such as its revenue; `() => 1` to calibrate to the number of units. */
  readonly field: Field<Row, Score>;
  /** Its total in the population. */
  readonly total: number;
  /** Name in reports and errors; the field's own name unless given. */
  readonly name?: string | undefined;
}

/** Calibration: the closest weights under which amounts, and classes where wanted, have their known totals. */
export interface CalibrateStep<Row> extends IterationLimits {
  /** Kind of the step. */
  readonly kind: 'calibrate';
  /** Amounts with their totals. */
  readonly amounts?: readonly CalibrationAmount<Row>[] | undefined;
  /** Margins with their targets, as for `'rake'`. */
  readonly margins?: readonly WeightingTarget<Row>[] | undefined;
  /**
   * How far from the weights before is measured: `'raking'` keeps every weight above zero; `'logit'` keeps the factors within `bounds`
   * and, where totals are out of reach, reports how near it came instead of throwing; `'linear'` is the regression estimator, which
   * can ask for negative weights and then throws.
   * @defaultValue `'raking'`
   */
  readonly distance?: 'raking' | 'logit' | 'linear' | undefined;
  /**
   * Lowest and highest factor for `'logit'`, either side of 1.
   * @defaultValue 0.2 and 5
   */
  readonly bounds?: Bounds | undefined;
}

/** Trimming: weights beyond limits are cut, and what was cut is shared equally among the others, so that the total stays. */
export interface TrimStep {
  /** Kind of the step. */
  readonly kind: 'trim';
  /**
   * Smallest weight allowed, in the unit of `limits`.
   * @defaultValue 0
   */
  readonly lower?: number | undefined;
  /**
   * Largest weight allowed, in the unit of `limits`; `'iqr'` is the third quartile plus three times the interquartile range of the
   * weights, or no limit when half of the weights are equal and that range is 0.
   * @defaultValue unlimited
   */
  readonly upper?: number | 'iqr' | undefined;
  /**
   * What the limits are measured in: multiples of the mean weight, or weights as they are after the step before.
   * @defaultValue `'mean'`
   */
  readonly limits?: 'mean' | 'weight' | undefined;
  /**
   * `'strict'` repeats until no weight is outside the limits; `'once'` shares what was cut a single time.
   * @defaultValue `'strict'`
   */
  readonly rounds?: 'strict' | 'once' | undefined;
}

/** One step of weighting, as data. */
export type WeightingStep<Row> =
  NonResponseStep<Row> | PostStratifyStep<Row> | RakeStep<Row> | CalibrateStep<Row> | TrimStep;
