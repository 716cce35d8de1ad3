import type { LocalizedText } from '../core/definition.js';
import type { CasePolicy, CaseRange } from './axisPosition.js';
import type { CriteriaOptions, InitiativeFinding } from './checkInitiatives.js';
import type { Contribution } from './contribution.js';
import type { LinePolicy, Quadrant } from './quadrant.js';
import type { RankRange } from './rankScores.js';

/** How initiatives are ranked. */
export interface PrioritizeOptions extends CriteriaOptions {
  /**
   * How the lines of the matrix are drawn.
   * @defaultValue `'middle'`
   */
  readonly lines?: LinePolicy | undefined;
  /**
   * How near a line, as a share of the axis, an initiative is to be confirmed, 0..1; the border itself counts as near.
   * @defaultValue 0.05
   */
  readonly border?: number | undefined;
  /**
   * What the best and worst cases cover.
   * @defaultValue `'missing'`
   */
  readonly cases?: CasePolicy | undefined;
}

/** One initiative of a ranking. Positions and scores are shares, 0..1. */
export interface PrioritizedInitiative extends RankRange {
  /** Id of the initiative. */
  readonly id: string;
  /** Its name, where it has one. */
  readonly names: LocalizedText | null;
  /** Ids of others whose score is the same, in code-unit order. */
  readonly tiedWith: readonly string[];
  /** Weighted sum over all criteria, 1 when it is the best possible under each; `null` while a criterion that counts is unknown. */
  readonly score: number | null;
  /** Score in the worst case. */
  readonly lowestScore: number;
  /** Score in the best case. */
  readonly highestScore: number;
  /** What it brings: its place on the axis of value; `null` when no criterion of value counts. */
  readonly value: CaseRange | null;
  /** What it takes: its place on the axis of effort, 1 the most; `null` when no criterion of effort counts. */
  readonly effort: CaseRange | null;
  /** Its quarter of the matrix; `null` while a position is not known. */
  readonly quadrant: Quadrant | null;
  /** `true` when it lies so near a line, or its cases so far apart, that the quarter is to be confirmed. */
  readonly toConfirm: boolean;
  /** Ids of criteria that are unknown and count, in code-unit order. */
  readonly missing: readonly string[];
  /** Ids of initiatives that are at least as good under every criterion and better under one. */
  readonly dominatedBy: readonly string[];
  /** Why: what each criterion adds to the score, in code-unit order of the criteria. */
  readonly contributions: readonly Contribution[];
}

/** A ranking of initiatives. */
export interface Prioritization {
  /** The initiatives by worst rank, best rank, score in the worst case, and id: what is unknown puts nothing ahead. */
  readonly items: readonly PrioritizedInitiative[];
  /** Where the lines of the matrix are; `null` for the median of an axis on which nothing is known. */
  readonly lines: {
    /** Line across the axis of value. */
    readonly value: number | null;
    /** Line across the axis of effort. */
    readonly effort: number | null;
  };
  /** What was wrong with the initiatives. */
  readonly findings: readonly InitiativeFinding[];
}
