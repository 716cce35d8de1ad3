import type { MetricDefinition } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import { scaleSums, type RatioMeasure } from '../../measures/ratioMeasure.js';
import { createScaleTally, mergeScaleTallies, scaleRowAdder, type ScaleTally } from '../../measures/scaleTally.js';
import { ownValue } from '../../measures/scaleValue.js';
import { estimateShare } from '../../measures/shareEstimate.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { namedCounts } from '../outcomeShare.js';

/** Tells whether a row can have this weight: its square is neither lost nor infinite. */
export function isWeight(value: unknown): value is number {
  return typeof value === 'number' && value >= 1e-25 && value <= 1e25;
}

const SCALE = { minimum: 0, maximum: 1 };

/** Tally of a share whose rows may have weights. */
export interface WeightedShareTally extends ScaleTally {
  /** Rows left out, by reason. */
  readonly excluded: number[];
}

/** What a row adds to a share. */
export interface WeightedOutcome {
  /** Whether it is a success. */
  readonly success: boolean;
  /** Its weight, from 1e-25 to 1e25; not read where the share has no weights. */
  readonly weight: number;
}

/** A share of rows, or of what they weigh. */
export interface WeightedShare<Row, Id extends string, Reason extends string> {
  /** Function the user called, for messages. */
  readonly where: string;
  /** What the number means. */
  readonly definition: MetricDefinition<Id>;
  /** Whether rows have weights. */
  readonly isWeighted: boolean;
  /** The reasons for which a row is left out. */
  readonly reasons: readonly Reason[];
  /** What a row adds, or why it is left out. */
  readonly read: (row: Row, index: number) => WeightedOutcome | NoInfer<Reason>;
  /** What changes only certainty. */
  readonly options: ShareOptions;
}

/** Makes the measure of a share: `name` gives what is above the line, and the whole, the names they have in the result. */
export function measureWeightedShare<Row, Id extends string, Reason extends string, Named extends object>(
  metric: WeightedShare<Row, Id, Reason>,
  name: (successes: number, total: number) => Named,
): RatioMeasure<Row, WeightedShareTally, IntervalResult<Id, Reason> & Named> {
  const { where, definition, isWeighted, reasons, read, options } = metric;
  const statistic = { definition, scale: SCALE, valueAt: ownValue };
  const addOutcome = scaleRowAdder<WeightedOutcome>(where, SCALE, {
    score: ({ success }) => Number(success),
    weight: isWeighted ? 'weight' : undefined,
  });
  return {
    definition,
    defaults: options,
    createTally: () => ({ ...createScaleTally(SCALE, isWeighted), excluded: reasons.map(() => 0) }),
    addRow: (tally, row, index) => {
      const found = read(row, index);
      if (typeof found === 'string') (tally.excluded[reasons.indexOf(found)] as number)++;
      else addOutcome(tally, found, index);
    },
    mergeTallies: (into, from) => {
      mergeScaleTallies(into, from);
      from.excluded.forEach((count, at) => ((into.excluded[at] as number) += count));
    },
    toSums: (tally) => scaleSums(statistic, tally),
    toResult: (tally, override) => {
      const result = estimateShare(where, statistic, tally, { ...options, ...override });
      const { weight, weightedTotal } = scaleSums(statistic, tally);
      return { ...result, excluded: namedCounts(reasons, tally.excluded), ...name(weightedTotal, weight) };
    },
  };
}
