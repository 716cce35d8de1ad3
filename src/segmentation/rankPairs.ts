import type { MetricResult } from '../core/result.js';
import { compareResults } from '../measures/compareResults.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import { studentTQuantile } from '../statistics/studentT.js';
import { studentizedRangeUpperQuantile } from '../statistics/studentizedRange.js';

/**
 * How it is decided that one segment is clearly ahead of another, for all pairs at once:
 *
 * - `'holm'`: the comparison of the library for every pair (see `compareResults`), Holm's procedure over both directions of all pairs;
 * - `'tukey'`: differences in units of their standard error against Tukey's studentized range;
 * - `'intervals'`: an interval for each segment, widened so that all hold at once (Šidák); one is ahead where the intervals part.
 */
export type RankMethod = 'holm' | 'tukey' | 'intervals';

/** For each place of the results, the places of those whose number is clearly smaller. */
export type ClearlySmaller = readonly ReadonlySet<number>[];

/** Finds the pairs that clearly differ, all statements being right at once with the given confidence. */
export function clearlySmaller(
  results: readonly MetricResult[],
  method: RankMethod,
  confidence: number,
): ClearlySmaller {
  const known = results.flatMap(({ value }, place) => (value === null ? [] : [place]));
  if (method === 'holm') return byHolm(results, known, confidence);
  const smaller = results.map(() => new Set<number>());
  if (known.length < 2) return smaller;
  const isSmaller =
    method === 'tukey'
      ? byTukey(studentizedRangeUpperQuantile(1 - confidence, known.length, Infinity))
      : byIntervals(confidence ** (1 / known.length));
  for (const place of known) {
    for (const other of known) {
      if (isSmaller(results[other] as MetricResult, results[place] as MetricResult)) smaller[place]?.add(other);
    }
  }
  return smaller;
}

type PairRule = (a: MetricResult, b: MetricResult) => boolean;

/** All equal answers show no spread: an error of 0 is no evidence. */
function errorOf({ standardError }: MetricResult): number {
  return standardError !== null && standardError > 0 ? standardError : Infinity;
}

function byTukey(quantile: number): PairRule {
  return (a, b) => {
    const error = Math.hypot(errorOf(a), errorOf(b));
    return (b.value as number) - (a.value as number) > (quantile / Math.SQRT2) * error;
  };
}

function byIntervals(single: number): PairRule {
  const reach = (result: MetricResult): number => {
    const { degreesOfFreedom } = result;
    const critical =
      degreesOfFreedom === null ? normalCriticalValue(single) : studentTQuantile((1 + single) / 2, degreesOfFreedom);
    return critical * errorOf(result);
  };
  return (a, b) => (a.value as number) + reach(a) < (b.value as number) - reach(b);
}

function byHolm(results: readonly MetricResult[], known: readonly number[], confidence: number): ClearlySmaller {
  const smaller = results.map(() => new Set<number>());
  const pairs: { readonly higher: number; readonly lower: number; readonly pValue: number }[] = [];
  for (const [at, first] of known.entries()) {
    for (const second of known.slice(at + 1)) {
      // At so low a confidence the verdict tells the direction wherever the evidence leans to one side at all.
      const comparison = compareResults(results[first] as MetricResult, results[second] as MetricResult, {
        confidence: 0.5,
      });
      const { verdict, pValue } = comparison;
      if (pValue === null || (verdict !== 'higher' && verdict !== 'lower')) continue;
      const [higher, lower] = verdict === 'higher' ? [first, second] : [second, first];
      pairs.push({ higher, lower, pValue: pValue / 2 });
    }
  }
  pairs.sort((a, b) => a.pValue - b.pValue);
  // Both directions of every pair are hypotheses, so that a wrong direction counts as an error too.
  const hypotheses = known.length * (known.length - 1);
  for (const [step, { higher, lower, pValue }] of pairs.entries()) {
    if (!(pValue < (1 - confidence) / (hypotheses - step))) break;
    smaller[higher]?.add(lower);
  }
  return smaller;
}
