import type { Bounds } from '../core/interval.js';
import type { Alternative } from './alternative.js';
import { findRoot } from './findRoot.js';
import { cellDistribution, cellRange } from './noncentralHypergeometric.js';
import type { CellDistribution, FixedMargins } from './noncentralHypergeometric.js';

/** Counts of a 2 × 2 table, by rows: a row is a group, a column an outcome. */
export type TwoByTwoTable = readonly [readonly [number, number], readonly [number, number]];

/** Options of `fisherExactTest`. */
export interface FisherExactTestOptions {
  /** Confidence of the interval, strictly between 0 and 1, 0.95 by default. */
  readonly confidence?: number | undefined;
  /** Which side counts, `'two-sided'` by default; `'greater'` is an odds ratio above 1. The interval stays two-sided. */
  readonly alternative?: Alternative | undefined;
}

/** Outcome of `fisherExactTest`. */
export interface FisherExactTest {
  /** Conditional maximum-likelihood odds ratio; 0 or Infinity at the end of what the margins allow, NaN when they allow one table. */
  readonly oddsRatio: number;
  /** Exact limits of the odds ratio; 0 below or Infinity above where the table sets no limit. */
  readonly interval: Bounds;
  /** Probability of a table at least that extreme when the odds ratio is 1. */
  readonly pValue: number;
}

/**
 * Fisher's exact test of a 2 × 2 table, with the conditional odds ratio and its exact interval.
 *
 * Use it for two proportions when an expected count is below 1, or when a guarantee is wanted. Two-sided, the tables that are no
 * more probable than the observed one are counted, as R's `fisher.test` does.
 *
 * @param table - Whole counts by rows, such as `[[successes1, failures1], [successes2, failures2]]`.
 * @param options - Confidence and alternative.
 * @returns Odds ratio, interval and p-value; all NaN outside the domain.
 * @remarks Fisher, R. (1935), The Logic of Inductive Inference, JRSS 98, 39-82; Cornfield, J. (1956) for the interval. Limits and
 * odds ratio are solved to about 1e-12.
 * @example
 * ```ts
 * import { fisherExactTest } from 'cx-scoring/statistics';
 * fisherExactTest([[3, 1], [1, 3]]).pValue; // ~> 0.485714
 * fisherExactTest([[3, 1], [1, 3]], { alternative: 'greater' }).pValue; // ~> 0.242857
 * fisherExactTest([[56, 14], [48, 32]]).oddsRatio; // ~> 2.64918730
 * ```
 */
export function fisherExactTest(table: TwoByTwoTable, options: FisherExactTestOptions = {}): FisherExactTest {
  const { confidence = 0.95, alternative = 'two-sided' } = options;
  const [[count, failures1], [successes2, failures2]] = table;
  const cells = [count, failures1, successes2, failures2];
  const isInDomain = cells.every((cell) => Number.isSafeInteger(cell) && cell >= 0) && confidence > 0 && confidence < 1;
  if (!isInDomain) return { oddsRatio: NaN, interval: { lower: NaN, upper: NaN }, pValue: NaN };
  const margins = {
    firstRow: count + failures1,
    secondRow: successes2 + failures2,
    firstColumn: count + successes2,
  };
  return {
    oddsRatio: conditionalOddsRatio(margins, count),
    interval: exactLimits(margins, count, (1 - confidence) / 2),
    pValue: pValueOf(cellDistribution(margins, count, 1, 1e-300), alternative),
  };
}

function pValueOf({ below, at, above, noMoreProbable }: CellDistribution, alternative: Alternative): number {
  const p = alternative === 'less' ? below + at : alternative === 'greater' ? at + above : noMoreProbable;
  return Math.min(1, p);
}

// The odds ratio at which the mean of the cell is what was observed.
function conditionalOddsRatio(margins: FixedMargins, count: number): number {
  const [lowest, highest] = cellRange(margins);
  if (lowest === highest) return NaN;
  if (count === lowest) return 0;
  if (count === highest) return Infinity;
  return solveOdds(margins, count, ({ meanExcess }) => meanExcess);
}

function exactLimits(margins: FixedMargins, count: number, tail: number): Bounds {
  const [lowest, highest] = cellRange(margins);
  return {
    lower: count === lowest ? 0 : solveOdds(margins, count, ({ at, above }) => at + above - tail),
    upper: count === highest ? Infinity : solveOdds(margins, count, ({ below, at }) => tail - (below + at)),
  };
}

// The odds ratio at which something that grows with it is zero, sought on the logarithmic scale: outwards from 0 in steps that
// double, until the sign changes.
function solveOdds(margins: FixedMargins, count: number, f: (distribution: CellDistribution) => number): number {
  const at = (logOdds: number): number => f(cellDistribution(margins, count, Math.exp(logOdds), 1e-26));
  const direction = at(0) > 0 ? -1 : 1;
  let near = 0;
  let far = direction;
  while (at(far) * direction < 0) {
    near = far;
    far *= 2;
  }
  return Math.exp(findRoot(at, near, far));
}
