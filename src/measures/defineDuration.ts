import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions, resolveConfidence } from '../core/options.js';
import type { Direction } from '../core/definition.js';
import type { ResultOptions } from '../core/result.js';
import { censoredQuantiles, closedQuantiles } from './durationQuantiles.js';
import { finishDuration, type DurationResult } from './durationResult.js';
import {
  addDuration,
  createDurationTally,
  durationMisfit,
  mergeDurationTallies,
  type DurationReading,
  type DurationStorage,
  type DurationTally,
} from './durationTally.js';
import type { ScoreOptions } from './input.js';
import type { Measure } from './measure.js';
import { identify, type MeasureIdentity } from './measureIdentity.js';

const UNITS: readonly unknown[] = ['seconds', 'minutes', 'hours', 'days'];
/** Parameters of the definition that the declaration itself sets. */
const RESERVED = ['quantile', 'censoring', 'storage'];

/** Unit of a duration. */
export type DurationUnit = 'seconds' | 'minutes' | 'hours' | 'days';

/** Declaration of a duration. */
export interface DurationDeclaration<Row, Id extends string>
  extends MeasureIdentity<Id>, ScoreOptions, Pick<ResultOptions, 'confidence'> {
  /** How long a case took, in the unit; of an open case, the time so far. A finite number from 0, or missing. */
  readonly value: Field<Row, Score>;
  /**
   * Whether the case is still open: then it takes longer than its value, nobody knows how much. Give it wherever there may be open
   * cases: leaving them out makes a team look fast that leaves the slow ones lying.
   */
  readonly open?: Field<Row, boolean | null | undefined> | undefined;
  /** Unit of the values. */
  readonly unit: DurationUnit;
  /**
   * The quantile that is the value of the metric, strictly between 0 and 1: 0.5 for the median, 0.9 for the time within which nine of
   * ten cases are done. It is part of the definition.
   * @defaultValue 0.5
   */
  readonly quantile?: number | undefined;
  /**
   * Quantiles reported beside the value.
   * @defaultValue [0.5, 0.9, 0.95]
   */
  readonly quantiles?: readonly number[] | undefined;
  /**
   * `'exact'` keeps every duration; `'sketch'` a summary of a few kilobytes, whatever their number, that is right within 0.4 % of the
   * value. It is part of the definition.
   * @defaultValue 'exact'
   */
  readonly storage?: DurationStorage | undefined;
  /**
   * Which way is good.
   * @defaultValue 'lower-is-better'
   */
  readonly direction?: Direction | undefined;
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 1;
}

/**
 * Makes a measure of your own: a quantile of how long something takes, the median unless told, with cases that are still open.
 *
 * Use it for response, resolution, quoting and delivery times. A mean is drawn by a few long cases, and closed cases alone say how long
 * the quick ones took: with an `open` field each open case counts as one that takes longer than its time so far. A duration cannot be
 * clustered by account ({@link clusterBy} refuses it): where a few accounts have most cases, its interval is too narrow.
 *
 * @param declaration - Identity of the metric, where the duration is, its unit, and which cases are open.
 * @returns A measure for {@link computeMeasure}. Its value is `null`, with the warning `quantile-not-reached`, when too many cases are
 * open to know it; its interval has no upper limit where the cases set none. It has no standard error, so that {@link compareResults}
 * gives no verdict, and a `population` is refused.
 * @throws TypeError or RangeError with code `CX_INVALID_DEFINITION` when the declaration is wrong, `CX_INVALID_OPTION` for an unknown
 * policy, reported quantiles that are none, or a `population`. While reading rows: `CX_OFF_SCALE` for a duration that is negative or
 * not finite, or an `open` that is neither `true`, `false` nor missing.
 * @remarks
 * Without an `open` field: the quantile of type 7 (Hyndman and Fan 1996, doi:10.2307/2684934) and limits by order statistics (Conover
 * 1999, §3.2). With one, also while no case is open: Kaplan and Meier (1958, doi:10.1080/01621459.1958.10501452) and Brookmeyer and
 * Crowley (1982, doi:10.2307/2530286) on the log-log scale; the definition then says `censoring: 'kaplan-meier'`. Both medians agree
 * while no case is open. It assumes that a case is not open because it is a slow one, but because it began late. A sketch does not know
 * which of two cases within 0.8 % of each other was longer, and takes the closed one to be done before the other was last seen.
 * @example
 * ```ts
 * import { computeMeasure, defineDuration } from 'cx-scoring';
 *
 * const resolution = defineDuration<{ hours: number; open: boolean }, 'resolution'>({
 *   id: 'resolution',
 *   unit: 'hours',
 *   value: 'hours',
 *   open: 'open',
 * });
 * const hours = [2, 3, 5, 8, 13, 21, 34, 55];
 * const result = computeMeasure(hours.map((own) => ({ hours: own, open: own === 8 || own > 30 })), resolution);
 * result.value; // => 13
 * result.open; // => 3
 * result.interval; // => { lower: 2, upper: null, confidence: 0.95, method: 'brookmeyer-crowley' }
 * result.quantiles.map(({ value }) => value); // => [13, null, null]
 * ```
 */
export function defineDuration<Row, const Id extends string = string>(
  declaration: DurationDeclaration<Row, Id>,
): Measure<Row, DurationTally, DurationResult<Id>> {
  requireOptions('defineDuration', declaration);
  const where = 'defineDuration';
  const { id, value, open, unit, quantile = 0.5, quantiles = [0.5, 0.9, 0.95], storage = 'exact' } = declaration;
  const { offScale = 'throw', direction = 'lower-is-better', parameters: own = {}, confidence } = declaration;
  const invalid = (name: string, rule: string, received: unknown): Error =>
    cxError('CX_INVALID_DEFINITION', `${where}: "${name}"`, rule, received);
  if (!UNITS.includes(unit)) throw invalid('unit', UNITS.join(' or '), unit);
  if (!isShare(quantile)) throw invalid('quantile', 'strictly between 0 and 1', quantile);
  if (storage !== 'exact' && storage !== 'sketch') throw invalid('storage', 'exact or sketch', storage);
  const taken = RESERVED.find((name) => Object.hasOwn(own, name));
  if (taken !== undefined) throw invalid('parameters', 'without those that the declaration sets itself', taken);
  const parameters = {
    ...own,
    ...(quantile !== 0.5 && { quantile }),
    ...(open !== undefined && { censoring: 'kaplan-meier' }),
    ...(storage === 'sketch' && { storage }),
  };
  const identity = { ...declaration, direction, parameters };
  const definition = identify(where, identity, 'duration', 'quantile', unit, null);
  requireOption(offScale === 'throw' || offScale === 'exclude', where, 'offScale', '"throw" or "exclude"', offScale);
  const areShares = Array.isArray(quantiles) && quantiles.every(isShare);
  requireOption(areShares, where, 'quantiles', 'a list of numbers strictly between 0 and 1', quantiles);
  const shares = Array.from(new Set([...quantiles, quantile])).sort((a, b) => a - b);
  const reading: DurationReading<Row> = {
    where: id,
    read: fieldReader<Row, unknown>(value),
    readOpen: open === undefined ? undefined : fieldReader<Row, unknown>(open),
    offScale,
  };
  return {
    definition,
    createTally: () => createDurationTally(storage),
    addRow: (tally, row, index) => addDuration(reading, tally, row, index),
    mergeTallies: mergeDurationTallies,
    misfit: (path, tally) => durationMisfit(storage, open !== undefined, path, tally),
    toResult: (tally, override) => {
      const options: ResultOptions = { confidence, ...override };
      const level = resolveConfidence(id, options.confidence);
      requireOption(options.population === undefined, id, 'population', 'left out of a duration', options.population);
      const found =
        open === undefined ? closedQuantiles(tally.closed, shares, level) : censoredQuantiles(tally, shares, level);
      return finishDuration(definition, quantile, tally, found);
    },
  };
}
