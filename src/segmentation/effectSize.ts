import type { MetricResult } from '../core/result.js';
import type { Measure } from '../measures/measure.js';
import type { RatioSums } from '../measures/ratioMeasure.js';
import type { ScaleTally } from '../measures/scaleTally.js';
import { accountSumsOf } from './clusteredWald.js';

/** The size of a difference, free of units. */
export interface EffectSize {
  /**
   * `'cliffs-delta'` (net scores): how much more often an answer of the first is above one of the second than below it, -1..1.
   * `'cohens-h'` (shares): the difference of the angles of two shares. `'cohens-d'` (means): the difference in pooled standard deviations.
   */
  readonly method: 'cliffs-delta' | 'cohens-h' | 'cohens-d';
  /** The size; of the sign of the difference where the method compares values, and of the order of the answers for Cliff's delta. */
  readonly value: number;
}

/** Answers, or their weights, at each point of the scale, of tallies over a scale and of those by account. */
function pointsOf(tally: unknown): readonly number[] | null {
  const { counts, weights, tallies } = Object(tally) as Partial<ScaleTally> & { readonly tallies?: readonly unknown[] };
  if (Array.isArray(tallies)) {
    const own = tallies.map(pointsOf);
    return own.reduce(
      (sum, points) => sum && points && points.map((point, at) => point + (sum[at] ?? 0)),
      own[0]?.map(() => 0) ?? null,
    );
  }
  if (!Array.isArray(counts)) return null;
  const points = counts.slice(0, -4);
  return weights ? points.map((_, at) => (weights.sums[2 * at] ?? 0) + (weights.sums[2 * at + 1] ?? 0)) : points;
}

/** Cliff's delta from the points of a scale. */
function cliffsDelta(a: readonly number[], b: readonly number[]): number {
  const total = b.reduce((sum, own) => sum + own, 0);
  let below = 0;
  let balance = 0;
  let size = 0;
  for (const [at, own] of a.entries()) {
    const tied = b[at] ?? 0;
    balance += own * (2 * below + tied - total);
    below += tied;
    size += own;
  }
  return balance / (size * total);
}

/** The sums of a tally, whole, where the measure has sums. */
function sumsOf<Tally>(measure: Measure<never, Tally, unknown>, tally: Tally): RatioSums | null {
  const { toSums } = measure as { readonly toSums?: (tally: Tally) => RatioSums };
  if (toSums) return toSums(tally);
  const accounts = accountSumsOf(measure)?.(tally);
  if (!accounts) return null;
  const keys = Array.from(accounts.keys()).sort();
  return keys.reduce<RatioSums | null>((sum, key) => {
    const own = accounts.get(key);
    if (!own || !sum) return own ?? null;
    const square =
      sum.weightedSquare === null || own.weightedSquare === null ? null : sum.weightedSquare + own.weightedSquare;
    return {
      scale: own.scale,
      count: sum.count + own.count,
      total: sum.total + own.total,
      weight: sum.weight + own.weight,
      weightedTotal: sum.weightedTotal + own.weightedTotal,
      squaredWeight: sum.squaredWeight + own.squaredWeight,
      weightedSquare: square,
    };
  }, null);
}

/** Squares around the mean: from the error of independent answers, which loses no digits, else from sums, weights scaled to the answers. */
function squaresOf(
  { standardError, sampleSize, effectiveSampleSize, accounts }: MetricResult,
  sums: RatioSums | null,
): number {
  if (accounts === null && sampleSize === effectiveSampleSize)
    return (standardError ?? 0) ** 2 * sampleSize * (sampleSize - 1);
  if (!sums || sums.weightedSquare === null) return NaN;
  return (sums.weightedSquare / sums.weight - (sums.weightedTotal / sums.weight) ** 2) * sums.count;
}

/** The size of the difference between two sides, by the method that fits the statistic; `null` where there is none. */
export function effectSizeOf<Tally>(
  measure: Measure<never, Tally, unknown>,
  [a, b]: readonly [Tally, Tally],
  [first, second]: readonly [MetricResult, MetricResult],
): EffectSize | null {
  const { family, statistic } = measure.definition;
  if (first.value === null || second.value === null) return null;
  let size: EffectSize | null = null;
  if (statistic === 'net' && family === 'scale') {
    const [points, others] = [pointsOf(a), pointsOf(b)];
    if (points && others) size = { method: 'cliffs-delta', value: cliffsDelta(points, others) };
  } else if (statistic === 'share') {
    const value = 2 * Math.asin(Math.sqrt(first.value)) - 2 * Math.asin(Math.sqrt(second.value));
    size = { method: 'cohens-h', value };
  } else if (statistic === 'mean') {
    const squares = squaresOf(first, sumsOf(measure, a)) + squaresOf(second, sumsOf(measure, b));
    const variance = squares / (first.sampleSize + second.sampleSize - 2);
    if (variance > 1e-24) size = { method: 'cohens-d', value: (first.value - second.value) / Math.sqrt(variance) };
  }
  return size && Number.isFinite(size.value) ? { method: size.method, value: size.value + 0 } : null;
}
