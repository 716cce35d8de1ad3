import { requireOptions } from '../core/options.js';
import type { ResultOptions } from '../core/result.js';
import { wholeRow } from './measure.js';
import { scaleSums, type ScaleMeasure } from './ratioMeasure.js';
import {
  createScaleTally,
  mergeScaleTallies,
  scaleRowAdder,
  tallyScale,
  type ScaleOptions,
  type ScaleTally,
} from './scaleTally.js';
import type { ScaleStatistic } from './scaleValue.js';

/** A metric over a scale: a statistic, the classes of its counts, and the last step from the tally to the result. */
export interface ScaleMetric<Options, Result> extends ScaleStatistic {
  /** The classes in which counts may come, each with a score that stands for it. */
  readonly classes: Readonly<Record<string, number>>;
  /** The last step. `where` is the function the user called. */
  readonly finish: (where: string, tally: ScaleTally, options: Options) => Result;
}

/** Computes a metric from any of the three ways in. The public functions have checked the types of their arguments. */
export function computeScale<Options extends object, Result>(
  where: string,
  metric: ScaleMetric<Options, Result>,
  input: unknown,
  options = {} as Options,
): Result {
  requireOptions(where, options);
  return metric.finish(where, tallyScale(where, metric.scale, options, input, metric.classes), options);
}

/** Makes the measure of a metric. */
export function measureScale<Row, Options extends object, Result>(
  where: string,
  metric: ScaleMetric<Options, Result>,
  options = {} as Options,
): ScaleMeasure<Row, Result> {
  requireOptions(where, options);
  const reading = options as ScaleOptions<Row>;
  const { definition, scale, valueAt } = metric;
  const { minimum, maximum } = scale;
  const { confidence, population } = options as ResultOptions;
  const binned = {
    field: reading.score ?? wholeRow,
    minimum,
    maximum,
    addCounts: (tally: ScaleTally, counts: ArrayLike<number>, at: number): void => {
      // Scale points, missing and off scale, and no further: in a flat table the next cell follows.
      for (let bin = 0; bin < tally.counts.length - 2; bin++) (tally.counts[bin] as number) += counts[at + bin] ?? 0;
    },
  };
  return {
    definition,
    scale,
    valueAt,
    defaults: { confidence, population },
    createTally: () => createScaleTally(scale, !!reading.weight),
    addRow: scaleRowAdder(where, scale, reading),
    mergeTallies: mergeScaleTallies,
    toResult: (tally, override?: ResultOptions) => metric.finish(where, tally, { ...options, ...override }),
    toSums: (tally) => scaleSums(metric, tally),
    binned: reading.weight ? undefined : binned,
  };
}
