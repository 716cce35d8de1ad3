import type { ResolvedCriterion } from './checkCriteria.js';
import type { CriterionAxis } from './criterion.js';
import type { ReadInitiative } from './checkInitiatives.js';
import type { Standing } from './readScore.js';

/**
 * What the best and the worst case of an initiative cover: `'missing'`, that unknown criteria turn out at either end of their scales;
 * `'intervals'`, that all others turn out at either end of their intervals or judgements as well.
 */
export type CasePolicy = 'missing' | 'intervals';

/** A weighted mean that may not be known, with its worst and best case. */
export interface CaseRange {
  /** The mean, or `null` when a criterion it needs is unknown. */
  readonly value: number | null;
  /** The lowest it can be. */
  readonly lower: number;
  /** The highest it can be. */
  readonly upper: number;
}

/** Scores and positions that differ by no more than this are equal: less than any judgement, more than rounding. */
export const EQUAL_WITHIN = 1e-12;

/**
 * The weighted mean of an initiative over all criteria, or over those of one axis: 0 is the worst, 1 the best. `null` when the axis has
 * no criterion that counts.
 */
export function weightedRange(
  { standings }: ReadInitiative,
  criteria: readonly ResolvedCriterion[],
  cases: CasePolicy,
  axis?: CriterionAxis,
): CaseRange | null {
  const counted = criteria.flatMap((criterion, index) =>
    criterion.share > 0 && (axis === undefined || criterion.axis === axis)
      ? [{ share: criterion.share, standing: standings[index] ?? null }]
      : [],
  );
  if (counted.length === 0) return null;
  const total = counted.reduce((sum, { share }) => sum + share, 0);
  const meanOf = (pick: (standing: Standing) => number, unknown: number): number =>
    counted.reduce((sum, { share, standing }) => {
      return sum + (share / total) * (standing === null ? unknown : pick(standing));
    }, 0);
  const likely = (standing: Standing): number => standing.likely;
  // An interval may lie beside its value; its worst end is then no worse than the value.
  const worst = cases === 'missing' ? likely : (standing: Standing): number => Math.min(standing.low, standing.likely);
  const best = cases === 'missing' ? likely : (standing: Standing): number => Math.max(standing.high, standing.likely);
  // Shares that add up to a hair above 1 may not lift a mean above the scale.
  const inside = (mean: number): number => Math.min(mean, 1);
  const isKnown = counted.every(({ standing }) => standing !== null);
  return {
    value: isKnown ? inside(meanOf(likely, 0)) : null,
    lower: inside(meanOf(worst, 0)),
    upper: inside(meanOf(best, 1)),
  };
}
