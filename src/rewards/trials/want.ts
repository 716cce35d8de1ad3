import type { Condition } from '../conditions/condition.js';
import type { FactPath } from '../conditions/factPath.js';
import type { Region } from './region.js';

/** How a condition is wanted to come out: of three values, `'not-true'` is false or unknown. */
export type Want = 'true' | 'false' | 'not-true' | 'not-false';

/** A condition and how it is wanted to come out. */
export interface Goal {
  /** The condition. */
  readonly condition: Condition;
  /** How it is to come out. */
  readonly want: Want;
}

/** Something that must be so: of a fact or a figure, or of the elements of a list. */
export interface Constraint {
  /** Name of the fact or figure; facts by their path as JSON, the others with a prefix. */
  readonly variable: string;
  /** What it may be. */
  readonly region: Region;
  /** Where the fact is; `null` for a figure. */
  readonly path: FactPath | null;
  /** What an element of the list meets. */
  readonly some: Goal | null;
  /** What every element of the list meets, of which there is at least one. */
  readonly each: Goal | null;
}

/** Constraints that must all be met. */
export type Case = readonly Constraint[];

/** The opposite want: that of a condition within `not`. */
export function wantWithinNot(want: Want): Want {
  if (want === 'true' || want === 'false') return want === 'true' ? 'false' : 'true';
  return want === 'not-true' ? 'not-false' : 'not-true';
}

/** Name of a fact. */
export function factVariable(path: FactPath): string {
  return JSON.stringify(path);
}

/** Makes a constraint on a fact, or without a path on a figure. */
export function constraint(
  variable: string,
  region: Region,
  path: FactPath | null = null,
  of: Partial<Constraint> = {},
): Constraint {
  return { variable, region, path, some: null, each: null, ...of };
}
