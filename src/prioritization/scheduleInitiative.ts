import type { PortfolioInitiative } from './portfolioInitiative.js';

/** Something that is to be done, with what it takes. What it uses of a resource is spread evenly over its quarters. */
export interface ScheduleInitiative extends PortfolioInitiative {
  /**
   * `false` for one that is short but no quick win, such as a small thing of little value.
   * @defaultValue `true` for an initiative of one quarter that depends on nothing
   */
  readonly quickWin?: boolean | undefined;
}

/** From when, for how long and with how much a schedule is made. */
export interface ScheduleOptions {
  /** Key of the first quarter, civil or fiscal: `'2026-Q1'`, `'FY2026-Q1'`. */
  readonly start: string;
  /**
   * How many quarters there are, from 1 to 400.
   * @defaultValue 400
   */
  readonly horizon?: number | undefined;
  /**
   * Most there is of each resource in one quarter, by name. Given at all, it must name every resource that an initiative uses.
   * @defaultValue no limit
   */
  readonly capacity?: Readonly<Record<string, number>> | undefined;
}

/** `'quick-win'`: depends on nothing and is done within a quarter. `'structuring'`: everything else. */
export type ScheduleKind = 'quick-win' | 'structuring';

/** An initiative and its quarters. */
export interface ScheduledInitiative {
  /** Its id. */
  readonly id: string;
  /** Whether it is a quick win or a structuring project. */
  readonly kind: ScheduleKind;
  /** Key of its first quarter. */
  readonly from: string;
  /** Key of its last quarter. */
  readonly to: string;
}

/** An initiative that found no place. */
export interface UnscheduledInitiative {
  /** Its id. */
  readonly id: string;
  /**
   * `'capacity'`: a quarter of it takes more than a quarter has. `'horizon'`: it would end too late. `'needs'`: something it depends on
   * found no place.
   */
  readonly reason: 'capacity' | 'horizon' | 'needs';
}

/** What a quarter holds. */
export interface ScheduleQuarter {
  /** Key of the quarter. */
  readonly period: string;
  /** Ids at work in it, in code-unit order. */
  readonly ids: readonly string[];
  /** What is used of each resource, by name in code-unit order. */
  readonly used: Readonly<Record<string, number>>;
}

/** Who does what when. */
export interface Schedule {
  /** The quick wins, by quarter, then id in code-unit order. */
  readonly quickWins: readonly ScheduledInitiative[];
  /** The structuring projects, by first quarter, then id in code-unit order. */
  readonly structuring: readonly ScheduledInitiative[];
  /** Those without a place, by id in code-unit order. */
  readonly unscheduled: readonly UnscheduledInitiative[];
  /** The quarters from the first to the last one used. */
  readonly quarters: readonly ScheduleQuarter[];
}
