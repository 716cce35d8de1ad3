import type { Bounds } from '../core/interval.js';
import type { TargetDefinition } from '../core/target.js';

/** Whom a benchmark speaks of: the average of a sector, a competitor, another department of one's own company. */
export type BenchmarkKind = 'sector' | 'competitor' | 'department';

/** A point of a curve of percentiles. */
export interface BenchmarkPoint {
  /** Share of those behind the benchmark whose value is this or lower, strictly between 0 and 1: 0.9 for the 90th percentile. */
  readonly share: number;
  /** The value, in the unit of the metric. */
  readonly value: number;
}

/** Limits of the value of a benchmark, as its source gives them. */
export interface BenchmarkInterval extends Bounds {
  /** Confidence level, strictly between 0 and 1. */
  readonly confidence: number;
}

/**
 * A number from elsewhere to be measured by: what it counts, of whom, when, how it was collected, and who says so. It has a `value`, a
 * `curve`, or both.
 */
export interface Benchmark {
  /** Whom it speaks of. */
  readonly kind: BenchmarkKind;
  /** Name of the competitor, the department or the panel. */
  readonly label?: string;
  /** The metric it is a value of, with the parameters that differ from their defaults. */
  readonly definition: TargetDefinition;
  /** The value, in the unit of the metric: shares are 0 to 1. */
  readonly value?: number;
  /** The distribution of the values behind it, shares and values ascending, at least two points. */
  readonly curve?: readonly BenchmarkPoint[];
  /** Standard error of the value, in its unit; 0 for a fixed number, such as a census. */
  readonly standardError?: number;
  /** Interval of the value, from which its error is read where no standard error is given. */
  readonly interval?: BenchmarkInterval;
  /** Answers behind the value, or those whose values the curve is made of. */
  readonly n?: number;
  /** Country as an ISO 3166-1 code of two letters; `null` when it spans several or is not known. */
  readonly country: string | null;
  /** Sector of activity; `null` when it spans several. */
  readonly sector: string | null;
  /** Year the answers are from. */
  readonly year: number;
  /** How they were collected and on what occasion, such as `'relationship/email'`; `null` when not known. */
  readonly mode: string | null;
  /** Where it comes from. */
  readonly source: string;
  /** Under what licence it may be used. */
  readonly licence: string;
}
