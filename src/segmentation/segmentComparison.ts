import type { Comparison, Verdict } from '../core/comparison.js';
import type { Interval } from '../core/interval.js';
import type { Warning } from '../core/warning.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { equivalenceTest } from '../statistics/equivalenceTest.js';
import { studentTQuantile } from '../statistics/studentT.js';
import type { EffectSize } from './effectSize.js';

/** Whether a difference is shown to be too small to matter. */
export interface SegmentEquivalence {
  /** The largest difference that does not matter, in the unit of the metric. */
  readonly margin: number;
  /** The larger of the two one-sided p-values, not adjusted; `null` when unknown. */
  readonly pValue: number | null;
  /** Interval of the difference of confidence `2 * confidence - 1`, within the margin when equivalence is shown; `null` when unknown. */
  readonly interval: Interval | null;
  /** `'not-shown'` is not "different". */
  readonly verdict: 'equivalent' | 'not-shown' | 'unknown';
}

/** A segment compared with another, or with the rest. */
export interface SegmentComparison<Key extends object, Id extends string = string> {
  /** The segment. */
  readonly key: Key;
  /** What it is compared with: `'rest'`, or the key of another segment. */
  readonly against: 'rest' | Key;
  /** The comparison on its own: segment minus the other side, with a p-value that knows nothing of the other comparisons. */
  readonly comparison: Comparison<Id>;
  /** The values of the segment and of the other side; `null` where unknown. */
  readonly values: readonly [number | null, number | null];
  /** The p-value, adjusted for the number of comparisons; `null` when there is none. */
  readonly adjustedPValue: number | null;
  /**
   * The smallest true difference that this comparison would show with 80 % power whatever the other comparisons show: at `1 - confidence`
   * divided by their number, which both Holm and Benjamini-Hochberg never undercut; without adjustment that of the comparison itself.
   */
  readonly minimumDetectableDifference: number | null;
  /** The size of the difference, free of units; `null` where there is none. For a net score the points are the first size to read. */
  readonly effectSize: EffectSize | null;
  /** Whether the difference is shown to be too small to matter; `null` without a margin. */
  readonly equivalence: SegmentEquivalence | null;
  /** What the evidence says after adjustment; `'no-evidence'` is not "equal". */
  readonly verdict: Verdict;
}

/** A comparison that cannot be made, and why; of a segment with itself there is a difference, 0, and no evidence. */
export function untestedComparison<Id extends string>(
  definition: Comparison<Id>['definition'],
  sampleSizes: readonly [number, number],
  difference: number | null,
  warnings: readonly Warning[],
): Comparison<Id> {
  return {
    definition,
    difference,
    standardError: null,
    degreesOfFreedom: null,
    interval: null,
    pValue: null,
    minimumDetectableDifference: null,
    verdict: difference === null ? 'unknown' : 'no-evidence',
    sampleSizes,
    warnings,
  };
}

/** Two one-sided tests of a comparison. */
export function equivalenceOf(
  { difference, standardError, degreesOfFreedom }: Comparison,
  margin: number,
  confidence: number,
): SegmentEquivalence {
  const { pValue, interval } = equivalenceTest(difference ?? NaN, standardError ?? NaN, margin, {
    degreesOfFreedom: degreesOfFreedom ?? Infinity,
    alpha: 1 - confidence,
  });
  if (!Number.isFinite(pValue)) return { margin, pValue: null, interval: null, verdict: 'unknown' };
  const bounds = { lower: interval.lower + 0, upper: interval.upper + 0 };
  return {
    margin,
    pValue,
    interval: { ...bounds, confidence: 2 * confidence - 1, method: degreesOfFreedom === null ? 'normal' : 't' },
    verdict: pValue < 1 - confidence ? 'equivalent' : 'not-shown',
  };
}

/** The verdict once the p-value is adjusted: the comparison's own, if it still stands. */
export function adjustedVerdict({ verdict }: Comparison, adjusted: number | null, confidence: number): Verdict {
  if (verdict === 'unknown' || verdict === 'no-evidence') return verdict;
  return adjusted !== null && adjusted < 1 - confidence ? verdict : 'no-evidence';
}

/** The smallest difference shown with 80 % power at the level that is left to one of several comparisons. */
export function adjustedDetectableDifference(
  { minimumDetectableDifference, standardError, degreesOfFreedom }: Comparison,
  confidence: number,
  tested: number,
): number | null {
  if (minimumDetectableDifference === null || standardError === null || tested < 2) return minimumDetectableDifference;
  const level = 1 - (1 - confidence) / tested;
  const isNormal = degreesOfFreedom === null;
  const [atCommon, atOwn] = [confidence, level].map((own) =>
    isNormal ? normalCriticalValue(own) : studentTQuantile((1 + own) / 2, degreesOfFreedom),
  ) as [number, number];
  return minimumDetectableDifference + (atOwn - atCommon) * standardError;
}
