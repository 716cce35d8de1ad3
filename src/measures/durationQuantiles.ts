import type { OpenInterval } from '../core/interval.js';
import { countedRiskTable, countedValues, type SketchExtremes } from '../statistics/countedValues.js';
import { quantileIntervalRanks } from '../statistics/quantileInterval.js';
import { quantilePlace, quantiles, valueAtPlace } from '../statistics/quantile.js';
import { sketchQuantile } from '../statistics/sketchQuantile.js';
import { survivalCrossing } from '../statistics/survivalCrossing.js';
import { survivalCurve } from '../statistics/survivalCurve.js';
import { survivalQuantileInterval } from '../statistics/survivalQuantileInterval.js';
import { durationCount, type DurationTally } from './durationTally.js';

/** A quantile of durations. */
export interface DurationQuantile {
  /** The share of the cases that take no longer, strictly between 0 and 1. */
  readonly quantile: number;
  /** The duration; `null` without cases, and when too many of them are still open to know it. */
  readonly value: number | null;
  /** Its interval, without upper limit where the cases set none; `null` when they set none at all. */
  readonly interval: OpenInterval | null;
}

/** Quantiles of type 7 of closed cases, with limits by order statistics. */
export function closedQuantiles(
  closed: DurationTally['closed'],
  shares: readonly number[],
  confidence: number,
): DurationQuantile[] {
  const n = durationCount(closed);
  const places = shares.map((share) => ({
    share,
    place: quantilePlace(share, n, 7),
    limits: quantileIntervalRanks(n, share, confidence),
  }));
  const ranks = places.flatMap(({ place, limits }) => [
    place?.lower ?? 0,
    place?.upper ?? 0,
    limits.lowerRank,
    limits.upperRank,
  ]);
  const valueOf = valuesByRank(closed, n, new Set(ranks.filter((rank) => rank >= 1 && rank <= n)));
  return places.map(({ share, place, limits }) => {
    const value = valueAtPlace(place, valueOf);
    // At a low confidence both limits may be the one value beside the quantile.
    const lower = Math.min(valueOf(limits.lowerRank), value);
    const upper = Math.max(valueOf(limits.upperRank), value);
    return durationQuantile(share, value, lower, upper, confidence, 'order-statistics');
  });
}

// NaN for the ranks 0 and n + 1, which stand for no limit.
function valuesByRank(store: DurationTally['closed'], n: number, ranks: ReadonlySet<number>): (rank: number) => number {
  const wanted = Array.from(ranks);
  // By type 1 the share k / n of n values is the k-th.
  const shares = wanted.map((rank) => rank / n);
  const found = Array.isArray(store)
    ? quantiles(store, shares, 1)
    : shares.map((share) => sketchQuantile(store, share, 1));
  const byRank = new Map(wanted.map((rank, at) => [rank, found[at] as number]));
  return (rank) => byRank.get(rank) ?? NaN;
}

/** Quantiles of Kaplan and Meier where some cases are open, with limits of Brookmeyer and Crowley. */
export function censoredQuantiles(
  { closed, open }: DurationTally,
  shares: readonly number[],
  confidence: number,
): DurationQuantile[] {
  const extremes = extremesOf(closed, open);
  const table = countedRiskTable(countedValues(closed, extremes), countedValues(open, extremes));
  const curve = survivalCurve(table, { confidence });
  return shares.map((share) => {
    const value = survivalCrossing(curve, share, ({ survival }) => survival);
    const { lower, upper } = survivalQuantileInterval(curve, share);
    return durationQuantile(share, value, lower, upper, confidence, 'brookmeyer-crowley');
  });
}

// Of two sketches; lists have values of their own.
function extremesOf(...stores: readonly DurationTally['closed'][]): SketchExtremes | undefined {
  const sketches = stores.flatMap((store) => (Array.isArray(store) || store.count === 0 ? [] : [store]));
  if (sketches.length === 0) return undefined;
  return {
    minimum: Math.min(...sketches.map(({ minimum }) => minimum)),
    maximum: Math.max(...sketches.map(({ maximum }) => maximum)),
  };
}

/** No duration is below 0, so that a lower limit that is not known is 0; both sides unknown are no interval. */
function durationQuantile(
  quantile: number,
  value: number,
  lower: number,
  upper: number,
  confidence: number,
  method: string,
): DurationQuantile {
  const least = lower > 0 ? lower : 0;
  const most = upper < Infinity ? upper : null;
  return {
    quantile,
    value: Number.isNaN(value) ? null : value,
    interval: least === 0 && most === null ? null : { lower: least, upper: most, confidence, method },
  };
}
