import type { Bounds, Interval } from '../core/interval.js';
import { requireOption, resolveConfidence, resolvePopulation } from '../core/options.js';
import type { ResultOptions } from '../core/result.js';
import { adjustedWaldNetInterval, type NetCounts } from '../statistics/netInterval.js';
import { scoreNetInterval } from '../statistics/netScoreInterval.js';
import { assembleResult, type AssembledResult } from './assembleResult.js';
import type { ScoreExclusion } from './input.js';
import { exclusionsOf, type ScaleTally } from './scaleTally.js';
import type { ScaleStatistic } from './scaleValue.js';

/** Interval methods of a net score that are light enough to be known by name. */
export type NetIntervalName = 'adjusted-wald' | 'score' | 'wald';

/** What an interval method of a net score is given, on -1..1. */
export interface NetSummary {
  /** Counts of the three classes; with weights, weighted shares times the effective sample size. */
  readonly counts: NetCounts;
  /** Answers used. */
  readonly sampleSize: number;
  /** Whether the answers are weighted. */
  readonly weighted: boolean;
  /** The net share. */
  readonly net: number;
  /** Its standard error with divisor n - 1, linearised with weights; NaN for a single answer. */
  readonly standardError: number;
}

/** An interval method that is imported and handed in, such as `npsT()` or `npsBootstrap()`. */
export interface NetIntervalMethod {
  /** Name of the method, as it will stand in the result. */
  readonly method: string;
  /** Computes the limits on -1..1; `population` is `Infinity` unless it is known. */
  readonly limits: (summary: NetSummary, confidence: number, population: number) => Bounds;
  /** Degrees of freedom, for a method that has some; the standard error then has divisor n - 1. */
  readonly degreesOfFreedom?: ((summary: NetSummary) => number) | undefined;
}

/** Options of a net score that change its certainty, not its value. */
export interface NetOptions extends ResultOptions {
  /**
   * How the interval is computed: by name, or by an imported method.
   * @defaultValue 'adjusted-wald'
   */
  readonly interval?: NetIntervalName | NetIntervalMethod | undefined;
}

/** A net score with the answers in each of its classes. */
export interface NetEstimate<Id extends string> {
  /** What all scale metrics share. */
  readonly result: AssembledResult<Id, ScoreExclusion>;
  /** Answers counted -1, 0 and +1, without weights. */
  readonly classes: readonly [number, number, number];
}

/** Computes the interval by the chosen method, in points, for a finite population when there is one. */
function netInterval(where: string, summary: NetSummary, options: NetOptions): Interval | null {
  const { net, sampleSize, counts } = summary;
  const { interval: chosen = 'adjusted-wald' } = options;
  const confidence = resolveConfidence(where, options.confidence);
  const population = resolvePopulation(where, options.population, sampleSize);
  // `null` and records of another shape come from callers without types.
  const isMethod = typeof (chosen as Partial<NetIntervalMethod> | null)?.limits === 'function';
  const known = isMethod || chosen === 'adjusted-wald' || chosen === 'wald' || chosen === 'score';
  requireOption(known, where, 'interval', 'a known name or method', chosen);
  if (!sampleSize) return null;
  const census = population === sampleSize;
  const { lower, upper } = census
    ? { lower: net, upper: net }
    : isMethod
      ? (chosen as NetIntervalMethod).limits(summary, confidence, population)
      : chosen === 'score'
        ? scoreNetInterval(counts, confidence, population)
        : adjustedWaldNetInterval(counts, confidence, population, chosen === 'wald' ? 0 : 3);
  // Without spread, a method that claims certainty is wrong, unless everybody was asked.
  if (!(lower < upper || census)) return null;
  // Those who stayed silent can move the score of a known population only so far.
  const silent = population < Infinity ? 1 - sampleSize / population : 1;
  const sure = net * (1 - silent);
  return {
    lower: 100 * Math.max(Math.min(lower, net), sure - silent) + 0,
    upper: 100 * Math.min(Math.max(upper, net), sure + silent) + 0,
    confidence,
    method: isMethod ? (chosen as NetIntervalMethod).method : (chosen as NetIntervalName),
  };
}

/** Turns a tally into a net score in points, -100..100. */
export function estimateNet<Id extends string>(
  where: string,
  { definition, scale: { minimum }, valueAt }: ScaleStatistic<Id>,
  tally: ScaleTally,
  options: NetOptions,
): NetEstimate<Id> {
  const { counts, weights } = tally;
  // By class (-1, 0, +1): answers, weights, squared weights. What follows needs nothing else.
  const classes: [number, number, number] = [0, 0, 0];
  const sums: [number, number, number] = [0, 0, 0];
  const squares: [number, number, number] = [0, 0, 0];
  for (let bin = 0; bin < counts.length - 4; bin++) {
    const at = (valueAt(bin + minimum) + 1) as 0 | 1 | 2;
    classes[at] += counts[bin] as number;
    if (weights) {
      sums[at] += (weights.sums[2 * bin] as number) + (weights.sums[2 * bin + 1] as number);
      squares[at] += (weights.squares[2 * bin] as number) + (weights.squares[2 * bin + 1] as number);
    }
  }
  const sampleSize = classes[0] + classes[1] + classes[2];
  const [negative, neutral, positive] = weights ? sums : classes;
  const total = negative + neutral + positive;
  const [below, middle, above] = weights ? squares : classes;
  // Rounding must not make of equal weights more than there are answers.
  const effective = weights ? Math.min(sampleSize, (total * total) / (below + middle + above) || 0) : sampleSize;
  const scale = effective / total;
  const net = (positive - negative) / total;
  // Multinomial error, divisor n, as the field reports it; linearised with weights (Särndal, Swensson and Wretman 1992, §5.7).
  const error = Math.sqrt(below * (1 + net) ** 2 + middle * net ** 2 + above * (1 - net) ** 2) / total;
  const summary: NetSummary = {
    counts: { positive: positive * scale, neutral: neutral * scale, negative: negative * scale },
    sampleSize,
    weighted: !!weights,
    net,
    standardError: error * Math.sqrt(sampleSize / (sampleSize - 1)),
  };
  const method = options.interval as Partial<NetIntervalMethod> | undefined;
  const degreesOfFreedom = method?.degreesOfFreedom?.(summary) ?? (weights ? sampleSize - 1 : null);
  // The multiplication by 100 comes first, so that 7 of 100 gives 7 and not 7.000000000000001.
  const value = (100 * (positive - negative)) / total + 0;
  const standardError = 100 * (degreesOfFreedom === null ? error : summary.standardError);
  const interval = netInterval(where, summary, options);
  return {
    classes,
    result: assembleResult(definition, exclusionsOf(counts), {
      sampleSize,
      effectiveSampleSize: effective,
      value,
      standardError,
      degreesOfFreedom,
      interval,
    }),
  };
}
