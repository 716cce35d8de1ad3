import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { IntervalResult, ResultOptions } from '../core/result.js';
import { poissonInterval } from '../statistics/poissonInterval.js';
import type { ScoreOptions } from './input.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';
import type { RatioMeasure } from './ratioMeasure.js';
import {
  addRatio,
  createRatioTally,
  finishRatio,
  mergeRatioTallies,
  ratioSums,
  ratioTotals,
  type RatioExclusion,
  type RatioTally,
} from './ratioTally.js';

/** Declaration of a rate of events. */
export interface RateDeclaration<Row, Id extends string>
  extends MeasureIdentity<Id>, ScoreOptions, Pick<ResultOptions, 'confidence'> {
  /** Events of a row: a whole number from 0, or missing. */
  readonly events: Field<Row, Score>;
  /** What they were counted over: orders, days, machines; a finite number from 0, or missing. */
  readonly exposure: Field<Row, Score>;
  /**
   * Exposure the rate is stated for: 100 for events per 100 orders. It is part of the definition.
   * @defaultValue 1
   */
  readonly per?: number | undefined;
}

/** A rate of events, with events and exposure. */
export interface RateResult<Id extends string> extends IntervalResult<Id, RatioExclusion> {
  /** Events of the rows that count. */
  readonly events: number;
  /** Their exposure. */
  readonly exposure: number;
}

/**
 * Makes a measure of your own: events over what they were counted over, with an exact interval.
 *
 * Use it for things that happen any number of times: contacts per order, incidents per machine and month, tickets per account.
 *
 * @param declaration - Identity of the metric, where events and exposure are, and what exposure the rate is stated for.
 * @returns A measure for {@link computeMeasure}. Where the exposure adds up to 0 the value is `null`, with the warning
 * `zero-denominator`.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` when the declaration is wrong, `CX_INVALID_OPTION` for an unknown
 * policy, or a `population`, which a process that goes on has not. While reading rows: `CX_OFF_SCALE`.
 * @remarks The interval is Garwood's (1936, doi:10.1093/biomet/28.3-4.437), exact when events are independent of each other. Where
 * some accounts have many and most have none it is too narrow: {@link clusterBy} the account.
 * @example
 * ```ts
 * import { computeMeasure, defineRate } from 'cx-scoring';
 *
 * const incidents = defineRate<{ incidents: number; orders: number }, 'incidents'>({
 *   id: 'incidents',
 *   direction: 'lower-is-better',
 *   events: 'incidents',
 *   exposure: 'orders',
 *   per: 100,
 * });
 * const result = computeMeasure([{ incidents: 7, orders: 300 }, { incidents: 3, orders: 200 }], incidents);
 * result.value; // => 2
 * result.interval?.upper; // ~> 3.678071
 * ```
 */
export function defineRate<Row, const Id extends string = string>(
  declaration: RateDeclaration<Row, Id>,
): RatioMeasure<Row, RatioTally, RateResult<Id>> {
  requireOptions('defineRate', declaration);
  const { id, per = 1, offScale = 'throw', confidence } = declaration;
  if (!(Number.isFinite(per) && per > 0))
    throw cxError('CX_INVALID_DEFINITION', 'defineRate: "per"', 'a finite number above 0', per);
  const parameters = { ...(per !== 1 && { per }), ...declaration.parameters };
  const definition = identify('defineRate', { ...declaration, parameters }, 'rate', 'rate', 'ratio', null);
  const known = offScale === 'throw' || offScale === 'exclude';
  requireOption(known, 'defineRate', 'offScale', '"throw" or "exclude"', offScale);
  const readEvents = fieldReader<Row, unknown>(declaration.events);
  const readExposure = fieldReader<Row, unknown>(declaration.exposure);
  const limits = { least: 0, rule: 'a whole number from 0' };
  return {
    definition,
    defaults: { confidence },
    createTally: createRatioTally,
    addRow: (tally, row, index) => {
      const events = readEvents(row, index);
      // A fraction of an event is no count, and is refused as a number below 0 is.
      const own = typeof events === 'number' && !Number.isInteger(events) ? NaN : events;
      if (own !== events && !Number.isNaN(events) && offScale === 'throw')
        throw cxError('CX_OFF_SCALE', `${id}: numerator at row ${index}`, limits.rule, events);
      addRatio(id, offScale, limits, tally, [own, readExposure(row, index)], index);
    },
    mergeTallies: mergeRatioTallies,
    toSums: (tally) => ratioSums(tally, per),
    toResult: (tally, override) => {
      const options = { confidence, ...override };
      requireOption(options.population === undefined, id, 'population', 'left out of a rate', options.population);
      const level = resolveConfidence(id, options.confidence);
      const result = finishRatio(id, definition, tally, { confidence: level });
      const { numerator: events, denominator: exposure } = ratioTotals(tally);
      if (result.value === null) return { ...result, events, exposure };
      const { lower, upper } = poissonInterval(events, level);
      return {
        ...result,
        value: (per * events) / exposure,
        standardError: (per * Math.sqrt(events)) / exposure,
        degreesOfFreedom: null,
        interval: {
          lower: (per * lower) / exposure,
          upper: (per * upper) / exposure,
          confidence: level,
          method: 'garwood',
        },
        warnings: result.warnings.filter(({ code }) => code !== 'no-interval'),
        events,
        exposure,
      };
    },
  };
}
