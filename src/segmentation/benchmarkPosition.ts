import type { OpenInterval } from '../core/interval.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import type { BenchmarkPoint } from './benchmark.js';

/** Where a value lies among those behind a benchmark. */
export interface BenchmarkPosition {
  /** Share of them whose value is this or lower, 0..1, whichever way is good; `null` beyond the ends of the curve. */
  readonly share: number | null;
  /** Which end of the curve the value lies beyond: more is not known. `null` within. */
  readonly beyond: 'below' | 'above' | null;
  /** First and last share of the curve: `'above'` with a last share of 0.9 reads "above the 90th percentile". */
  readonly ends: readonly [number, number];
  /** Interval of the share; a bound beyond the ends of the curve is `null`. `null` when the result has no interval. */
  readonly interval: OpenInterval | null;
}

/** The share at a value within the curve, clamped to its ends. On a flat stretch, where many are alike, its middle. */
function shareAt(curve: readonly BenchmarkPoint[], value: number): number {
  const first = curve[0] as BenchmarkPoint;
  const last = curve[curve.length - 1] as BenchmarkPoint;
  if (value < first.value) return first.share;
  if (value > last.value) return last.share;
  const equal = curve.filter((point) => point.value === value);
  if (equal.length > 0)
    return ((equal[0] as BenchmarkPoint).share + (equal[equal.length - 1] as BenchmarkPoint).share) / 2;
  const after = curve.findIndex((point) => point.value > value);
  const [low, high] = [curve[after - 1] as BenchmarkPoint, curve[after] as BenchmarkPoint];
  return low.share + ((high.share - low.share) * (value - low.value)) / (high.value - low.value);
}

/**
 * Places a value on a curve by linear interpolation. The interval joins that of the value with the sampling error of a curve made of
 * `n` values by the method of variance estimates recovery (Zou and Donner 2008, doi:10.1002/sim.3095).
 */
export function benchmarkPosition(
  curve: readonly BenchmarkPoint[],
  value: number,
  own: OpenInterval | null,
  n: number | undefined,
): BenchmarkPosition {
  const first = curve[0] as BenchmarkPoint;
  const last = curve[curve.length - 1] as BenchmarkPoint;
  const beyond = value < first.value ? 'below' : value > last.value ? 'above' : null;
  const share = shareAt(curve, value);
  const ends = [first.share, last.share] as const;
  const placed = beyond === null ? share : null;
  if (own === null) return { share: placed, beyond, ends, interval: null };
  const sampling = n === undefined ? 0 : normalCriticalValue(own.confidence) * Math.sqrt((share * (1 - share)) / n);
  const bound = (limit: number | null, sign: 1 | -1): number | null => {
    if (limit === null || limit < first.value || limit > last.value) return null;
    const reached = share + sign * Math.hypot(shareAt(curve, limit) - share, sampling);
    return reached < first.share || reached > last.share ? null : reached;
  };
  const interval = {
    lower: beyond === 'below' ? null : bound(own.lower, -1),
    upper: beyond === 'above' ? null : bound(own.upper, 1),
    confidence: own.confidence,
    method: n === undefined ? 'interpolated' : 'interpolated-mover',
  };
  return { share: placed, beyond, ends, interval };
}
