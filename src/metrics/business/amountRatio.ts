import type { MetricDefinition } from '../../core/definition.js';
import type { Interval } from '../../core/interval.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import {
  addRatio,
  createRatioTally,
  finishRatio,
  mergeRatioTallies,
  ratioSums,
  ratioTotals,
  type RatioTally,
} from '../../measures/ratioTally.js';
import { accumulate } from '../../statistics/doubleDouble.js';
import { namedCounts } from '../outcomeShare.js';

/** Tally of a ratio of two amounts and of what they are made of. */
export interface AmountTally extends RatioTally {
  /** Sums of the parts, each as a pair of high part and low part. */
  readonly parts: number[];
}

/** What a row adds: the amounts above and below the line, and the parts. */
export interface AmountRow {
  /** Amount above the line. */
  readonly numerator: number;
  /** Amount below the line, from 0. */
  readonly denominator: number;
  /** Amounts of the parts, in their order. */
  readonly parts?: readonly number[] | undefined;
}

/** A row that is left out, but whose parts are summed. */
export interface LeftOutRow<Reason extends string> {
  /** Why it is left out. */
  readonly reason: Reason;
  /** Amounts of the parts, in their order. */
  readonly parts: readonly number[];
}

/** A ratio of sums over rows that may be left out for one of a few reasons. */
export interface AmountRatio<Row, Id extends string, Reason extends string> {
  /** Function the user called, for messages. */
  readonly where: string;
  /** What the number means. */
  readonly definition: MetricDefinition<Id>;
  /** The reasons for which a row is left out. */
  readonly reasons: readonly Reason[];
  /** How many parts are summed beside. */
  readonly parts: number;
  /** What a row adds, or why it is left out. */
  readonly read: (row: Row, index: number) => AmountRow | LeftOutRow<NoInfer<Reason>> | NoInfer<Reason>;
  /** Whether no amount can be below 0, so that the interval cannot either. */
  readonly isNonNegative?: boolean | undefined;
  /** What changes only certainty. */
  readonly options: ResultOptions;
}

/** The sums of a ratio. */
export interface AmountSums {
  /** Sum of the amounts above the line. */
  readonly numerator: number;
  /** Sum of the amounts below the line. */
  readonly denominator: number;
  /** Sums of the parts, in their order. */
  readonly parts: readonly number[];
}

/** Clips an interval at 0. */
function fromZero(interval: Interval): Interval {
  return { ...interval, lower: Math.max(0, interval.lower) };
}

const LIMITS = { least: -1e90, rule: 'an amount' };

/** Makes the measure of a ratio of sums: `name` gives the sums the names they have in the result of the metric. */
export function measureAmountRatio<Row, Id extends string, Reason extends string, Named extends object>(
  metric: AmountRatio<Row, Id, Reason>,
  name: (sums: AmountSums) => Named,
): RatioMeasure<Row, AmountTally, IntervalResult<Id, Reason> & Named> {
  const { where, definition, reasons, parts, read, isNonNegative, options } = metric;
  // The first two places belong to the family; the reasons of the metric follow.
  const places = new Map<Reason, number>(reasons.map((reason, at) => [reason, at + 2]));
  return {
    definition,
    defaults: { confidence: options.confidence, population: options.population },
    createTally: () => ({
      ...createRatioTally(),
      excluded: new Array<number>(places.size + 2).fill(0),
      parts: new Array<number>(2 * parts).fill(0),
    }),
    addRow: (tally, row, index) => {
      const found = read(row, index);
      const amounts = typeof found === 'string' ? { reason: found, parts: [] } : found;
      if ('reason' in amounts) (tally.excluded[places.get(amounts.reason) as number] as number)++;
      else addRatio(where, 'throw', LIMITS, tally, [amounts.numerator, amounts.denominator], index);
      amounts.parts?.forEach((part, at) => accumulate(tally.parts, 2 * at, part + 0, 0));
    },
    mergeTallies: (into, from) => {
      mergeRatioTallies(into, from);
      for (let at = 0; at < from.parts.length; at += 2)
        accumulate(into.parts, at, from.parts[at] as number, from.parts[at + 1] as number);
    },
    toSums: (tally) => ratioSums(tally, 1),
    toResult: (tally, override) => {
      const result = finishRatio(where, definition, tally, { ...options, ...override });
      const excluded = namedCounts(reasons, tally.excluded, 2);
      const sums = tally.parts.filter((_, at) => at % 2 === 0).map((sum) => sum + 0);
      const interval = isNonNegative && result.interval ? fromZero(result.interval) : result.interval;
      return { ...result, interval, excluded, ...name({ ...ratioTotals(tally), parts: sums }) };
    },
  };
}
