import type { ParameterValue } from '../../core/definition.js';
import { cxError } from '../../core/errors.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult, ResultOptions } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from '../business/amountRatio.js';
import { foreignCurrency, requireCurrency } from '../business/money.js';
import { readAsOf, readMoment, type Moment } from '../../core/moment.js';
import { isInTime, isMature, resolveWindowDays } from './activityWindow.js';
import { lineTotals, shippedLineFault, type ShippedLine } from './shippedLine.js';

/** Options of the return rate. */
export interface ReturnRateOptions extends ResultOptions {
  /** The moment the figure speaks of: lines shipped too late to have had their days are not judged yet. */
  readonly asOf: string;
  /** Days after shipping within which a return counts; part of the definition. */
  readonly windowDays: number;
  /**
   * `'units'`, or `'value'`: part of the definition.
   * @defaultValue 'units'
   */
  readonly by?: 'units' | 'value' | undefined;
  /** Currency of the values, as an ISO 4217 code; part of the definition, and needed by value. */
  readonly currency?: string | undefined;
}

/** Reasons for which a line is left out: a value is missing, something is impossible, it is on consignment, or its days are not over. */
export type ReturnExclusion = 'missing' | 'invalid' | 'consignment' | 'notMature';

/** What came back of what was shipped, 0..1. */
export interface ReturnRateResult extends IntervalResult<'return-rate', ReturnExclusion> {
  /** Units that came back within the window, or their value in minor units. */
  readonly returned: number;
  /** Units shipped, or their value in minor units. */
  readonly shipped: number;
}

/** Refuses values in another currency: sums over two of them mean nothing. */
function requireOneCurrency(where: string, { value, returns }: ShippedLine, currency: string, index: number): void {
  for (const amount of [value, ...(returns ?? []).map((back) => back.value)]) {
    const foreign = foreignCurrency(amount, currency);
    if (foreign !== null)
      throw cxError('CX_INVALID_INPUT', `${where}: value at row ${index}`, `in ${currency}`, foreign);
  }
}

/** Makes the measure; `where` is the function the user called. */
export function measureReturns(
  where: string,
  options: ReturnRateOptions,
): RatioMeasure<ShippedLine, AmountTally, ReturnRateResult> {
  requireOptions(where, options);
  const { by = 'units', currency, confidence, population } = options;
  requireOption(by === 'units' || by === 'value', where, 'by', '"units" or "value"', by);
  if (by === 'value') requireCurrency(where, currency);
  else requireOption(currency === undefined, where, 'currency', 'left out by units', currency);
  const asOf = readAsOf(where, options.asOf);
  const windowDays = resolveWindowDays(where, options.windowDays);
  const parameters: Record<string, ParameterValue> = {
    windowDays,
    ...(by === 'value' && { by, currency: currency as string }),
  };
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'return-rate',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'lower-is-better',
        range: { minimum: 0, maximum: 1 },
        parameters,
      },
      reasons: ['missing', 'invalid', 'consignment', 'notMature'],
      parts: 0,
      read: (line: ShippedLine, index) => {
        if (by === 'value') requireOneCurrency(where, line, currency as string, index);
        if (line.consignment === true) return 'consignment';
        if (shippedLineFault(line)) return 'invalid';
        const shippedAt = readMoment(line.shippedAt) as Moment;
        if (!isMature(shippedAt, asOf, windowDays)) return 'notMature';
        const totals = lineTotals(line, by, (at) => isInTime(shippedAt, at, windowDays));
        return totals ? { numerator: totals.returned, denominator: totals.shipped } : 'missing';
      },
      options: { confidence, population },
    },
    ({ numerator, denominator }) => ({ returned: numerator, shipped: denominator }),
  );
}

/**
 * Makes the measure behind {@link computeReturnRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per range or region: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeReturnRate}.
 * @returns A measure over shipped lines.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, returnRateMeasure } from 'cx-scoring';
 *
 * const measure = returnRateMeasure({ windowDays: 30, asOf: '2026-04-30' });
 * const line = { shippedAt: '2026-03-02', units: 10, returns: [{ at: '2026-03-09', units: 1 }] };
 * computeMeasure([line], measure).value; // => 0.1
 * ```
 */
export function returnRateMeasure(
  options: ReturnRateOptions,
): RatioMeasure<ShippedLine, AmountTally, ReturnRateResult> {
  return measureReturns('returnRateMeasure', options);
}

/**
 * Computes the return rate: what came back within the window of what was shipped, of the same lines.
 *
 * Use it by range, where it shows how well the goods fit what was expected. Returns of a month over shipments of that month mix two sets of
 * lines, and fall whenever sales rise.
 *
 * @param lines - One row per shipped line, with its returns.
 * @param options - `asOf` and `windowDays`; units or value, currency; confidence and population.
 * @returns The share, 0..1, low is good, with a t interval by linearisation; `value: null` while no line is old enough.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range, `CX_INVALID_INPUT` for a value in another currency than the declared one.
 * @remarks Lines on consignment are left out, core returns are not counted, and lines younger than the window at `asOf` are left out,
 * whatever came back of them. {@link checkShippedLines} names impossible lines. Standard error: Woodruff (1971),
 * doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computeReturnRate } from 'cx-scoring';
 *
 * const lines = [
 *   { shippedAt: '2026-03-02', units: 10, returns: [{ at: '2026-03-09', units: 1 }, { at: '2026-03-10', units: 2, core: true }] },
 *   { shippedAt: '2026-03-03', units: 10, returns: [{ at: '2026-04-20', units: 5 }] },
 *   { shippedAt: '2026-03-04', units: 90, consignment: true },
 *   { shippedAt: '2026-04-15', units: 10 },
 * ];
 * const rate = computeReturnRate(lines, { windowDays: 30, asOf: '2026-04-30' });
 * rate.value; // => 0.05
 * rate.excluded.notMature; // => 1
 * ```
 */
export function computeReturnRate(lines: Iterable<ShippedLine>, options: ReturnRateOptions): ReturnRateResult {
  return computeAs('computeReturnRate', lines, measureReturns('computeReturnRate', options));
}
