import type { Direction, MetricDefinition, ParameterValue } from '../core/definition.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import { assembleResult } from '../measures/assembleResult.js';
import type { RatioMeasure } from '../measures/ratioMeasure.js';
import { shareInterval, type ShareOptions } from '../measures/shareInterval.js';

/** Tally of a share whose rows end in one of a few ways. */
export interface OutcomeTally {
  /** Rows of each outcome, then rows left out for each reason, in the order of the metric. */
  readonly counts: number[];
}

/** A share with the rows of each outcome. */
export type OutcomeResult<Id extends string, Outcome extends string, Reason extends string> = IntervalResult<
  Id,
  Reason
> &
  Readonly<Record<Outcome, number>>;

/** A share whose rows end in one of a few ways, or are left out for one of a few reasons. */
export interface OutcomeMetric<Row, Id extends string, Outcome extends string, Reason extends string> {
  /** Function the user called, for messages. */
  readonly where: string;
  /** What the number means. */
  readonly definition: MetricDefinition<Id>;
  /** The outcomes, and whether each is a success. */
  readonly outcomes: Readonly<Record<Outcome, boolean>>;
  /** The reasons for which a row is left out. */
  readonly reasons: readonly Reason[];
  /** Tells how a row ended, or why it is left out. */
  readonly classify: (row: Row, index: number) => NoInfer<Outcome | Reason>;
  /** What changes only certainty. */
  readonly options: ShareOptions;
}

/** Makes the definition of a share. */
export function shareDefinition<Id extends string>(
  id: Id,
  direction: Direction,
  parameters: Readonly<Record<string, ParameterValue>>,
): MetricDefinition<Id> {
  const range = { minimum: 0, maximum: 1 };
  return { id, family: 'proportion', statistic: 'share', unit: 'share', direction, range, parameters };
}

/** The last step of every share here: `successes` out of `sampleSize`. */
export function finishShare<Id extends string, Reason extends string>(
  where: string,
  definition: MetricDefinition<Id>,
  successes: number,
  sampleSize: number,
  excluded: Readonly<Record<Reason, number>>,
  options: ShareOptions,
): IntervalResult<Id, Reason> {
  const value = successes / sampleSize;
  return assembleResult<Id, Reason>(definition, excluded as Readonly<Record<Reason | 'offScale', number>>, {
    sampleSize,
    effectiveSampleSize: sampleSize,
    value,
    standardError: Math.sqrt((value * (1 - value)) / sampleSize),
    degreesOfFreedom: null,
    interval: shareInterval(where, value, sampleSize, sampleSize, options),
  });
}

/** Names the counts of a tally. */
export function namedCounts<Name extends string>(
  names: readonly Name[],
  counts: readonly number[],
  from = 0,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, counts[from + at]])) as Record<Name, number>;
}

/** Makes the measure of a share whose rows end in one of a few ways. */
export function measureOutcomes<Row, Id extends string, Outcome extends string, Reason extends string>(
  metric: OutcomeMetric<Row, Id, Outcome, Reason>,
): RatioMeasure<Row, OutcomeTally, OutcomeResult<Id, Outcome, Reason>> {
  const { where, definition, reasons, classify, options } = metric;
  const outcomes = Object.keys(metric.outcomes) as Outcome[];
  const bins = new Map<Outcome | Reason, number>([...outcomes, ...reasons].map((name, bin) => [name, bin]));
  const summarize = ({ counts }: OutcomeTally): { total: number; successes: number } => {
    let total = 0;
    let successes = 0;
    outcomes.forEach((outcome, bin) => {
      total += counts[bin] as number;
      if (metric.outcomes[outcome]) successes += counts[bin] as number;
    });
    return { total, successes };
  };
  return {
    definition,
    defaults: options,
    createTally: () => ({ counts: new Array<number>(bins.size).fill(0) }),
    addRow: ({ counts }, row, index) => {
      (counts[bins.get(classify(row, index)) as number] as number)++;
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
    },
    toResult: (tally, override?: ResultOptions) => {
      const { total, successes } = summarize(tally);
      const excluded = namedCounts(reasons, tally.counts, outcomes.length);
      const result = finishShare(where, definition, successes, total, excluded, { ...options, ...override });
      return Object.assign(result, namedCounts(outcomes, tally.counts));
    },
    toSums: (tally) => {
      const { total, successes } = summarize(tally);
      return {
        scale: 1,
        count: total,
        total: successes,
        weight: total,
        weightedTotal: successes,
        squaredWeight: total,
        weightedSquare: successes,
      };
    },
  };
}
