import type { Direction, ParameterValue } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import { defineRate } from '../../measures/defineRate.js';
import {
  createKeyedTally,
  keyedMisfit,
  keyedTallyFinder,
  sortedTallies,
  type KeyedTally,
} from '../../measures/keyedTally.js';
import { misfit } from '../../measures/misfit.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { createRatioTally, type RatioTally } from '../../measures/ratioTally.js';
import { namedCounts } from '../outcomeShare.js';

/** Tally of a rate of events, and of the parts that are counted beside it. */
export interface EventTally extends RatioTally {
  /** A count for each part. */
  readonly parts: KeyedTally<PartTally>;
}

/** Count of one part. */
export interface PartTally {
  /** Number of events. */
  count: number;
}

/** What a row adds to a rate. */
export interface EventRow {
  /** Events, a whole number from 0. */
  readonly events: number;
  /** What they are counted over, from 0. */
  readonly exposure: number;
  /** Names and counts of the parts. */
  readonly parts?: Iterable<readonly [string, number]> | undefined;
}

/** What changes only certainty of a rate; a population has no meaning for it. */
export interface RateOptions {
  /**
   * Confidence level of the interval, strictly between 0 and 1.
   * @defaultValue 0.95
   */
  readonly confidence?: number | undefined;
}

/** A rate of events over rows that may be left out for one of a few reasons. */
export interface EventRate<Row, Id extends string, Reason extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** Which way is good. */
  readonly direction: Direction;
  /** What changes the number. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** The reasons for which a row is left out. */
  readonly reasons: readonly Reason[];
  /** What a row adds, or why it is left out. */
  readonly read: (row: Row, index: number) => EventRow | NoInfer<Reason>;
  /** Confidence. */
  readonly options: RateOptions;
}

/** The totals of a rate. */
export interface EventTotals {
  /** Events that count. */
  readonly events: number;
  /** What they were counted over. */
  readonly exposure: number;
  /** Names and counts of the parts, in code-unit order of the names. */
  readonly parts: readonly (readonly [string, number])[];
}

const createPart = (): PartTally => ({ count: 0 });

/** Makes the measure of a rate of events: `name` gives the totals the names they have in the result of the metric. */
export function measureEvents<Row, const Id extends string, Reason extends string, Named extends object>(
  metric: EventRate<Row, Id, Reason>,
  name: (totals: EventTotals) => Named,
): RatioMeasure<Row, EventTally, IntervalResult<Id, Reason> & Named> {
  const { id, direction, parameters, reasons, read, options } = metric;
  const rate = defineRate<EventRow, Id>({
    id,
    direction,
    parameters,
    events: (row) => row.events,
    exposure: (row) => row.exposure,
    confidence: options.confidence,
  });
  // The first two places belong to the family; the reasons of the metric follow.
  const places = new Map<Reason, number>(reasons.map((reason, at) => [reason, at + 2]));
  const partOf = keyedTallyFinder(createPart);
  const createSums = (): RatioTally => ({
    ...createRatioTally(),
    excluded: new Array<number>(places.size + 2).fill(0),
  });
  return {
    definition: rate.definition,
    defaults: rate.defaults,
    createTally: () => ({ ...createSums(), parts: createKeyedTally({ createTally: createPart }) }),
    addRow: (tally, row, index) => {
      const found = read(row, index);
      if (typeof found === 'string') {
        (tally.excluded[places.get(found) as number] as number)++;
        return;
      }
      rate.addRow(tally, found, index);
      for (const [part, count] of found.parts ?? []) partOf(tally.parts, part).count += count;
    },
    mergeTallies: (into, from) => {
      rate.mergeTallies(into, from);
      from.parts.keys.forEach((part, at) => {
        partOf(into.parts, part).count += (from.parts.tallies[at] as PartTally).count;
      });
    },
    misfit: (path, tally) => {
      const { parts, ...rest } = Object(tally) as Partial<EventTally>;
      return misfit(path, createSums(), rest) ?? keyedMisfit({ createTally: createPart }, `${path}.parts`, parts);
    },
    toSums: rate.toSums,
    toResult: (tally, override) => {
      const { events, exposure, ...result } = rate.toResult(tally, override);
      const parts = sortedTallies(tally.parts).map(([part, { count }]) => [part, count] as const);
      const excluded = namedCounts(reasons, tally.excluded, 2);
      return { ...result, excluded, ...name({ events, exposure, parts }) };
    },
  };
}
