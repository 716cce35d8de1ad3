import type { MetricDefinition } from '../core/definition.js';
import type { MetricResult } from '../core/result.js';
import { FEWEST_ACCOUNTS, normalEvidence, tEvidence, type Evidence } from '../measures/evidence.js';
import { normalCriticalValue } from '../statistics/criticalValue.js';
import type { Benchmark } from './benchmark.js';

/** Where the error of a benchmark was taken from; `'from-size'` is the largest possible for a net score. */
export type BenchmarkErrorSource = 'stated' | 'from-interval' | 'from-size' | 'unknown';

/** The error of a benchmark's value. */
export interface BenchmarkError {
  /** Standard error; `null` when unknown. */
  readonly standardError: number | null;
  /** Where it was taken from. */
  readonly errorSource: BenchmarkErrorSource;
}

/** Reads the error of the value of a benchmark: as stated, from its interval, or from the number of answers of a share or net score. */
export function benchmarkError(
  { statistic }: Pick<MetricDefinition, 'statistic'>,
  { value = NaN, standardError, interval, n }: Benchmark,
): BenchmarkError {
  if (standardError !== undefined) return { standardError: standardError + 0, errorSource: 'stated' };
  if (interval !== undefined) {
    const halfWidth = (interval.upper - interval.lower) / 2;
    return { standardError: halfWidth / normalCriticalValue(interval.confidence), errorSource: 'from-interval' };
  }
  const isKnown = n !== undefined && !Number.isNaN(value) && (statistic === 'share' || statistic === 'net');
  if (!isKnown) return { standardError: null, errorSource: 'unknown' };
  // Of a net score the most that the answers can spread is without passives.
  const variance = statistic === 'share' ? value * (1 - value) : 100 ** 2 - value ** 2;
  return { standardError: Math.sqrt(variance / n), errorSource: 'from-size' };
}

/** An error with its degrees of freedom, infinite for a normal one. */
export interface KnownError {
  /** Standard error, zero or more. */
  readonly standardError: number;
  /** Degrees of freedom. */
  readonly freedom: number;
}

/** The error of a result; `null` where it has none, or too few accounts to know it. */
export function resultError({ standardError, degreesOfFreedom, accounts }: MetricResult): KnownError | null {
  const isFew = accounts !== null && accounts < FEWEST_ACCOUNTS;
  if (standardError === null || !(standardError > 0) || isFew) return null;
  return { standardError, freedom: degreesOfFreedom ?? Infinity };
}

/** Evidence of a difference from independent errors, with Welch's degrees of freedom. */
export function evidenceOfErrors(
  difference: number,
  errors: readonly KnownError[],
  confidence: number,
): Evidence | null {
  const error = Math.hypot(...errors.map(({ standardError }) => standardError));
  if (!(error > 0)) return null;
  // Shares of the variance, so that squares of small errors do not vanish.
  const inverse = errors.reduce((sum, own) => sum + (own.standardError / error) ** 4 / own.freedom, 0);
  return inverse > 0
    ? tEvidence(difference, error, 1 / inverse, confidence, 'welch')
    : normalEvidence(difference, error, confidence, 'normal');
}
