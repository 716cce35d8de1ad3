import type { ParameterValue } from '../../core/definition.js';
import type { MetricResult, ResultOptions } from '../../core/result.js';
import { defineDuration, type DurationUnit } from '../../measures/defineDuration.js';
import type { DurationQuantile } from '../../measures/durationQuantiles.js';
import type { DurationStorage, DurationTally } from '../../measures/durationTally.js';
import type { Measure } from '../../measures/measure.js';
import { misfit } from '../../measures/misfit.js';
import { namedCounts } from '../outcomeShare.js';

/** Options that all waiting times share. */
export interface WaitOptions extends Pick<ResultOptions, 'confidence'> {
  /** The quantile that is the value, strictly between 0 and 1; part of the definition. The median unless the metric says otherwise. */
  readonly quantile?: number | undefined;
  /**
   * Quantiles reported beside the value.
   * @defaultValue [0.5, 0.9, 0.95]
   */
  readonly quantiles?: readonly number[] | undefined;
  /**
   * `'exact'` keeps every duration, `'sketch'` a summary of a few kilobytes; part of the definition.
   * @defaultValue 'exact'
   */
  readonly storage?: DurationStorage | undefined;
}

/** One wait: how long it took, or how long it has been going on. */
export interface Wait {
  /** Duration in the unit of the metric. */
  readonly value: number;
  /** Whether it goes on. */
  readonly open: boolean;
}

/** Tally of waiting times. */
export interface WaitTally {
  /** Durations of waits that ended, and times so far of those that go on. */
  readonly durations: DurationTally;
  /** Rows or waits left out, by reason, in the order of the metric. */
  readonly counts: number[];
}

/** A quantile of waiting times, with others beside it. */
export interface WaitResult<Id extends string, Reason extends string> extends MetricResult<Id, Reason> {
  /** Waits that ended. */
  readonly closed: number;
  /** Waits that go on; each counts as longer than so far. */
  readonly open: number;
  /** The quantiles asked for and that of the value, ascending. */
  readonly quantiles: readonly DurationQuantile[];
}

/** A metric of waiting times. */
export interface WaitMetric<Row, Id extends string, Reason extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** Unit of the durations. */
  readonly unit: DurationUnit;
  /** What changes the number. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** The reasons for which something is left out. */
  readonly reasons: readonly Reason[];
  /** The waits of a row, and the reasons for which some are left out. */
  readonly read: (row: Row, index: number) => readonly (Wait | NoInfer<Reason>)[];
  /** Whether waits can go on: then they are censored. */
  readonly censored: boolean;
  /** The options of the user. */
  readonly options: WaitOptions;
}

/** Makes the measure of a metric of waiting times. */
export function measureWaits<Row, Id extends string, Reason extends string>(
  metric: WaitMetric<Row, Id, Reason>,
): Measure<Row, WaitTally, WaitResult<Id, Reason>> {
  const { id, unit, parameters, reasons, read, censored } = metric;
  const { quantile, quantiles, storage, confidence } = metric.options;
  const durations = defineDuration<Wait, Id>({
    id,
    unit,
    value: 'value',
    open: censored ? 'open' : undefined,
    quantile,
    quantiles,
    storage,
    confidence,
    parameters,
  });
  const createTally = (): WaitTally => ({ durations: durations.createTally(), counts: reasons.map(() => 0) });
  return {
    definition: durations.definition,
    createTally,
    addRow: (tally, row, index) => {
      for (const wait of read(row, index)) {
        if (typeof wait === 'string') (tally.counts[reasons.indexOf(wait)] as number)++;
        else durations.addRow(tally.durations, wait, index);
      }
    },
    mergeTallies: (into, from) => {
      durations.mergeTallies(into.durations, from.durations);
      from.counts.forEach((count, reason) => ((into.counts[reason] as number) += count));
    },
    misfit: (path, tally) => {
      const { durations: own, ...rest } = Object(tally) as Partial<WaitTally>;
      return durations.misfit?.(`${path}.durations`, own) ?? misfit(path, { counts: createTally().counts }, rest);
    },
    toResult: (tally, override) => ({
      ...durations.toResult(tally.durations, override),
      excluded: namedCounts(reasons, tally.counts),
    }),
  };
}
