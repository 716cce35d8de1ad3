import { fieldReader, type Field } from '../../core/field.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from './amountRatio.js';
import { movementParameters, movementReader, type RevenueMovementOptions } from './revenueMovement.js';

/** Options of earned growth. */
export interface EarnedGrowthOptions<Row> extends RevenueMovementOptions<Row> {
  /**
   * Whether a new customer was earned (came by recommendation or reputation) or bought (by advertising, discount, prospection). Asked of
   * customers without revenue at the start only.
   */
  readonly earned: Field<Row, boolean | null | undefined>;
}

/** Reasons for which a customer is left out: a revenue is missing or cannot be, or nobody knows why a new customer came. */
export type EarnedGrowthExclusion = 'missing' | 'invalid' | 'unknownReason';

/** Growth that was earned, with what it is made of. Amounts are those of the rows. */
export interface EarnedGrowthResult extends IntervalResult<'earned-growth', EarnedGrowthExclusion> {
  /** Revenue at the start. */
  readonly startRevenue: number;
  /** Revenue at the end with the customers of the start. */
  readonly retainedRevenue: number;
  /** Revenue at the end with new customers who were earned. */
  readonly earnedRevenue: number;
  /** Revenue at the end with new customers who were bought: it is no earned growth. */
  readonly boughtRevenue: number;
  /** Revenue at the end with new customers of whom it is not known: were they asked, it could only add to earned growth. */
  readonly unknownRevenue: number;
  /** Revenue retained over revenue at the start (net revenue retention), or `null` without revenue at the start. */
  readonly netRevenueRetention: number | null;
  /** Earned new revenue over revenue at the start, or `null` without it. */
  readonly earnedNewCustomers: number | null;
}

const REASONS: readonly EarnedGrowthExclusion[] = ['missing', 'invalid', 'unknownReason'];

function measureGrowth<Row>(
  where: string,
  options: EarnedGrowthOptions<Row>,
): RatioMeasure<Row, AmountTally, EarnedGrowthResult> {
  const read = movementReader(where, options);
  const readEarned = fieldReader<Row, unknown>(options.earned);
  return measureAmountRatio(
    {
      where,
      definition: {
        id: 'earned-growth',
        family: 'ratio',
        statistic: 'ratio',
        unit: 'share',
        direction: 'higher-is-better',
        range: null,
        parameters: movementParameters(options),
      },
      reasons: REASONS,
      parts: 4,
      read: (row, index) => {
        const movement = read(row, index);
        if (typeof movement === 'string') return movement;
        const { start, end } = movement;
        if (start > 0) return { numerator: end - start, denominator: start, parts: [end] };
        const earned = readEarned(row, index) ?? null;
        if (earned === null) return { reason: 'unknownReason', parts: [0, 0, 0, end] };
        if (typeof earned !== 'boolean') return 'invalid';
        return { numerator: earned ? end : 0, denominator: 0, parts: earned ? [0, end] : [0, 0, end] };
      },
      options,
    },
    ({ denominator, parts: [retained = 0, earned = 0, bought = 0, unknown = 0] }) => {
      const share = (amount: number): number | null => (denominator > 0 ? amount / denominator : null);
      return {
        startRevenue: denominator,
        retainedRevenue: retained,
        earnedRevenue: earned,
        boughtRevenue: bought,
        unknownRevenue: unknown,
        netRevenueRetention: share(retained),
        earnedNewCustomers: share(earned),
      };
    },
  );
}

/**
 * Makes the measure behind {@link computeEarnedGrowth}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the revenue at the start and at the end is, and whether a new customer was earned; currency, period, confidence.
 * @returns A measure over customers.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, earnedGrowthMeasure } from 'cx-scoring';
 *
 * type Customer = { start: number; end: number; referred: boolean };
 * const measure = earnedGrowthMeasure<Customer>({ startRevenue: 'start', endRevenue: 'end', earned: 'referred' });
 * computeMeasure([{ start: 100, end: 90, referred: false }, { start: 0, end: 20, referred: true }], measure).value; // ~> 0.1
 * ```
 */
export function earnedGrowthMeasure<Row>(
  options: EarnedGrowthOptions<Row>,
): RatioMeasure<Row, AmountTally, EarnedGrowthResult> {
  return measureGrowth('earnedGrowthMeasure', options);
}

/**
 * Computes the earned growth rate: the growth that customers bring by coming back and by bringing others, without what was bought.
 *
 * Use it beside an NPS, as its authors do: a survey can be gamed, an invoice cannot. It is as good as the reasons for which new customers
 * came; those of whom the reason is not known are left out, and `unknownRevenue` tells what hangs on them.
 *
 * @param rows - One row per customer, those who left and those who came included.
 * @param options - Where the revenue at the start and at the end is, and whether a new customer was earned; currency, period, confidence.
 * @returns The ratio, 0 for no growth, with a t interval by linearisation and its parts; `value: null` without revenue at the start.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * amount in another currency than the declared one.
 * @remarks Net revenue retention + earned new customers - 1: Reichheld, Darnell and Burns (2021), Net Promoter 3.0, Harvard Business Review
 * 99(6), 80-89.
 * @example
 * ```ts
 * import { computeEarnedGrowth } from 'cx-scoring';
 *
 * const customers = [
 *   { start: 600, end: 630, referred: null }, { start: 400, end: 340, referred: null },
 *   { start: 0, end: 150, referred: true }, { start: 0, end: 200, referred: false },
 * ];
 * const growth = computeEarnedGrowth(customers, { startRevenue: 'start', endRevenue: 'end', earned: 'referred' });
 * growth.value; // ~> 0.12
 * growth.netRevenueRetention; // => 0.97
 * growth.earnedNewCustomers; // => 0.15
 * growth.boughtRevenue; // => 200
 * ```
 */
export function computeEarnedGrowth<Row>(
  rows: Iterable<Row>,
  options: EarnedGrowthOptions<NoInfer<Row>>,
): EarnedGrowthResult {
  return computeAs('computeEarnedGrowth', rows, measureGrowth<Row>('computeEarnedGrowth', options));
}
