import type { MetricDefinition, ParameterValue } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import type { Measure } from '../../measures/measure.js';
import { namedCounts, type OutcomeTally } from '../outcomeShare.js';

/** A count of things, with the rows of each kind. */
export type TotalResult<Id extends string, Kind extends string, Reason extends string> = IntervalResult<Id, Reason> &
  Readonly<Record<Kind, number>>;

/** A metric that counts rows of some kinds, added or taken off. */
export interface TotalMetric<Row, Id extends string, Kind extends string, Reason extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** What changes the number. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** The kinds, and what a row of each adds to the value. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** The reasons for which a row is left out. */
  readonly reasons: readonly Reason[];
  /** The kinds of a row, or why it is left out. */
  readonly classify: (row: Row, index: number) => readonly NoInfer<Kind>[] | NoInfer<Reason>;
}

/** Makes the definition of a count, of which less is better. */
export function totalDefinition<Id extends string>(
  id: Id,
  parameters: Readonly<Record<string, ParameterValue>>,
): MetricDefinition<Id> {
  return {
    id,
    family: 'count',
    statistic: 'total',
    unit: 'count',
    direction: 'lower-is-better',
    range: null,
    parameters,
  };
}

/** The last step of every count here: `total` out of `sampleSize` rows; `null` without rows. */
export function totalResult<Id extends string, Reason extends string>(
  definition: MetricDefinition<Id>,
  total: number,
  sampleSize: number,
  excluded: Readonly<Record<Reason, number>>,
): IntervalResult<Id, Reason> {
  return {
    definition,
    value: sampleSize > 0 ? total : null,
    standardError: null,
    degreesOfFreedom: null,
    interval: null,
    sampleSize,
    effectiveSampleSize: sampleSize,
    accounts: null,
    excluded,
    warnings: sampleSize > 0 ? [] : [{ code: 'no-data' }],
  };
}

/** Makes the measure of a count. It is complete, not a sample: it has no standard error and no interval. */
export function measureTotal<Row, Id extends string, Kind extends string, Reason extends string>(
  metric: TotalMetric<Row, Id, Kind, Reason>,
): Measure<Row, OutcomeTally, TotalResult<Id, Kind, Reason>> {
  const { id, parameters, reasons, classify } = metric;
  const kinds = Object.keys(metric.kinds) as Kind[];
  const definition = totalDefinition(id, parameters);
  // The rows that count, then the kinds, then the reasons.
  return {
    definition,
    createTally: () => ({ counts: new Array<number>(1 + kinds.length + reasons.length).fill(0) }),
    addRow: ({ counts }, row, index) => {
      const found = classify(row, index);
      if (typeof found === 'string') (counts[1 + kinds.length + reasons.indexOf(found)] as number)++;
      else {
        (counts[0] as number)++;
        for (const kind of found) (counts[1 + kinds.indexOf(kind)] as number)++;
      }
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, at) => ((into.counts[at] as number) += count));
    },
    toResult: ({ counts }) => {
      const [sampleSize = 0] = counts;
      const total = kinds.reduce((sum, kind, at) => sum + metric.kinds[kind] * (counts[1 + at] as number), 0);
      return {
        ...totalResult(definition, total, sampleSize, namedCounts(reasons, counts, 1 + kinds.length)),
        ...namedCounts(kinds, counts, 1),
      };
    },
  };
}
