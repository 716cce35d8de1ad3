import { requireMeasure } from './requireMeasure.js';
import type { MetricDefinition } from '../core/definition.js';
import { fieldReader, type Field } from '../core/field.js';
import { requireField, resolveConfidence, resolvePopulation } from '../core/options.js';
import type { MetricResult, ResultOptions } from '../core/result.js';
import type { Warning } from '../core/warning.js';
import { clusterEstimate, type ClusterEstimate } from './clusterEstimate.js';
import { FEWEST_ACCOUNTS } from './evidence.js';
import { compareSums } from './compareClusters.js';
import {
  createKeyedTally,
  keyedMisfit,
  keyOf,
  keyedTallyFinder,
  sortedTallies,
  type Id,
  type KeyedTally,
} from './keyedTally.js';
import type { Measure } from './measure.js';
import type { RatioMeasure, RatioSums } from './ratioMeasure.js';

/** What a clustered result knows beyond that of its measure. */
export interface ClusterFigures {
  /** Accounts with an answer that counts. */
  readonly accounts: number;
  /**
   * Variance of the value over that of as many independent answers of equal weight: 2 means that half as many simple answers
   * would have said as much. `null` when unknown.
   */
  readonly designEffect: number | null;
  /** The account that weighs most, and its share of all weights, 0..1; the first in code-unit order among equals. */
  readonly largestAccount: {
    /** Key of the account. */
    readonly account: string;
    /** Its share of the weights. */
    readonly share: number;
  } | null;
  /** Rows left out, by reason: answers without an account come on top of those of the measure. */
  readonly excluded: {
    /** Answers that would count, had they an account. */
    readonly missingAccount: number;
  };
}

/** The result of a clustered measure: that of the measure itself, with the error and the interval of clustered answers. */
export type Clustered<Result> = Result & ClusterFigures;

/** A measure that keeps the answers of each account apart, as {@link clusterBy} makes it. */
export interface ClusteredMeasure<in Row, in out Tally, out Result> extends Measure<Row, Tally, Result> {
  /** Reduces a tally to the five sums of each account. */
  readonly toAccountSums: (tally: Tally) => ReadonlyMap<string, RatioSums>;
}

/** The warnings of the pooled answers, with the reason of a missing interval as the accounts tell it. */
function clusterWarnings(
  pooled: readonly Warning[],
  { accounts, degreesOfFreedom, interval }: ClusterEstimate,
): Warning[] {
  const warnings = pooled.filter(({ code }) => code !== 'no-interval');
  if (accounts > 0 && interval === null)
    warnings.push({ code: 'no-interval', reason: accounts < FEWEST_ACCOUNTS ? 'few-accounts' : 'no-variation' });
  else if (interval !== null && interval.lower < interval.upper && degreesOfFreedom !== null && degreesOfFreedom < 4)
    warnings.push({ code: 'low-degrees-of-freedom', degreesOfFreedom, recommended: 4 });
  return warnings;
}

/**
 * Makes a measure that knows which answers come from the same account: the same value, with an honest error.
 *
 * Use it wherever accounts have several respondents, which in business-to-business is the rule: colleagues resemble each other, and
 * counting their answers as independent makes the interval too narrow, by 41 % in the worked example of the guide. Durations cannot be
 * clustered: a quantile is no ratio of sums, and sums per account are what this rests on.
 *
 * @remarks
 * Below 40 accounts the error is CR2 with Satterthwaite's degrees of freedom (Bell and McCaffrey 2002, Survey Methodology 28, 169-181;
 * Pustejovsky and Tipton 2018, doi:10.1080/07350015.2016.1247004), from 40 on linearised with accounts less one (Woodruff 1971,
 * doi:10.1080/01621459.1971.10482279); measures of amounts are linearised always. Below five accounts there is no interval, and below
 * four degrees of freedom a warning (Tipton 2015, doi:10.1037/met0000011). The tally keeps one tally per account: memory grows with
 * accounts, not with answers. A `population` counts accounts.
 *
 * @param measure - A measure whose value is a mean or a ratio: every perception metric, shares, means, ratios.
 * @param account - Where the id of the account is: text or a whole number; `1` and `'1'` are one account. Rows without one do not
 * count and are reported as `excluded.missingAccount`.
 * @returns A measure over the same rows, with `accounts`, `designEffect` and `largestAccount` in its result.
 * @throws TypeError with code `CX_INVALID_INPUT` for a measure without sums, as durations are, `CX_INVALID_OPTION` without an account field.
 * While reading rows: `CX_INVALID_INPUT` for an id that is neither text nor a whole number, and what the measure throws.
 * @example
 * ```ts
 * import { clusterBy, computeMeasure, npsMeasure } from 'cx-scoring';
 *
 * const scores = { A: [10, 9, 10], B: [6, 7], C: [10], D: [9, 8], E: [10, 9], F: [3] };
 * const rows = Object.entries(scores).flatMap(([account, own]) => own.map((score) => ({ account, score })));
 * const nps = computeMeasure(rows, clusterBy(npsMeasure<{ account: string; score: number }>({ score: 'score' }), 'account'));
 * nps.value; // ~> 45.4545
 * nps.accounts; // => 6
 * nps.interval?.method; // => 'cr2'
 * nps.designEffect; // ~> 1.66
 * ```
 */
export function clusterBy<Row, Tally, Result extends MetricResult>(
  measure: RatioMeasure<Row, Tally, Result>,
  account: Field<NoInfer<Row>, Id>,
): ClusteredMeasure<Row, KeyedTally<Tally>, Clustered<Result>> {
  requireMeasure('clusterBy', measure, 'toSums');
  requireField('clusterBy', 'account', account);
  const read = fieldReader<Row, unknown>(account);
  const find = keyedTallyFinder<Tally>(measure.createTally);
  const { id }: MetricDefinition = measure.definition;
  const sumsByKey = ({ keys, tallies }: KeyedTally<Tally>): Map<string, RatioSums> =>
    new Map(keys.map((key, at) => [key, measure.toSums(tallies[at] as Tally)]));
  const merged = (tallies: readonly (readonly [string, Tally])[]): Tally => {
    const whole = measure.createTally();
    for (const [, tally] of tallies) measure.mergeTallies(whole, tally);
    return whole;
  };
  return {
    definition: measure.definition,
    createTally: () => createKeyedTally(measure),
    addRow: (keyed, row, index) => measure.addRow(find(keyed, keyOf(id, read(row, index), index)), row, index),
    mergeTallies: (into, from) => {
      from.keys.forEach((key, at) => measure.mergeTallies(find(into, key), from.tallies[at] as Tally));
      measure.mergeTallies(into.unkeyed, from.unkeyed);
    },
    toResult: (keyed, override) => {
      const options: ResultOptions = { ...measure.defaults, ...override };
      const confidence = resolveConfidence(id, options.confidence);
      const tallies = sortedTallies(keyed);
      const pooled = merged(tallies);
      const clusters = tallies
        .map(([key, tally]) => ({ key, ...measure.toSums(tally) }))
        .filter(({ count }) => count > 0);
      const accounts = clusters.length;
      const population = resolvePopulation(id, options.population, accounts);
      const base = measure.toResult(pooled, {
        confidence,
        population: undefined,
        accounts,
        accountPopulation: options.population,
      });
      const whole = measure.toSums(pooled);
      const estimate = clusterEstimate(base, clusters, whole, confidence, population);
      const largest = clusters.reduce<{ key: string; weight: number } | null>(
        (most, own) => (most !== null && most.weight >= own.weight ? most : own),
        null,
      );
      const left = measure.toResult(keyed.unkeyed, { confidence, population: undefined }).excluded;
      const excluded = Object.fromEntries(
        Object.entries(base.excluded).map(([reason, count]) => [reason, count + (left[reason] ?? 0)]),
      );
      return {
        ...base,
        standardError: estimate.standardError,
        degreesOfFreedom: estimate.degreesOfFreedom,
        interval: estimate.interval,
        effectiveSampleSize:
          base.sampleSize / Math.max(1, estimate.designEffect ?? base.sampleSize / base.effectiveSampleSize) || 0,
        accounts,
        designEffect: estimate.designEffect,
        largestAccount: largest && { account: largest.key, share: largest.weight / whole.weight },
        excluded: { ...excluded, missingAccount: measure.toSums(keyed.unkeyed).count },
        warnings: clusterWarnings(base.warnings, estimate),
      };
    },
    misfit: (path, tally) => keyedMisfit(measure, path, tally),
    toAccountSums: sumsByKey,
    compareTallies: (a, b, options) => compareSums(measure.definition, sumsByKey(a), sumsByKey(b), options),
  };
}
