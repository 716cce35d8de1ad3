import type { MetricDefinition } from '../../core/definition.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { measureAmountRatio, type AmountTally } from './amountRatio.js';
import { movementParameters, movementReader, type RevenueMovementOptions } from './revenueMovement.js';

/** Reasons for which a customer is left out: a revenue is missing or cannot be, or there was none at the start. */
export type RevenueRetentionExclusion = 'missing' | 'invalid' | 'notAtStart';

/** The share of the revenue at the start that is left at the end, with what became of it. Amounts are those of the rows. */
export interface RevenueRetentionResult<Id extends string> extends IntervalResult<Id, RevenueRetentionExclusion> {
  /** Revenue at the start. */
  readonly startRevenue: number;
  /** Revenue lost with customers who left. */
  readonly churned: number;
  /** Revenue lost with customers who stayed and buy less. */
  readonly contraction: number;
  /** Revenue won with customers who buy more. */
  readonly expansion: number;
}

const REASONS: readonly RevenueRetentionExclusion[] = ['missing', 'invalid', 'notAtStart'];

type RetentionId = 'gross-revenue-retention' | 'net-revenue-retention';

function definitionOf<Id extends RetentionId>(
  id: Id,
  parameters: MetricDefinition['parameters'],
): MetricDefinition<Id> {
  const isGross = id === 'gross-revenue-retention';
  return {
    id,
    family: 'ratio',
    statistic: 'ratio',
    unit: 'share',
    direction: 'higher-is-better',
    range: isGross ? { minimum: 0, maximum: 1 } : null,
    parameters,
  };
}

function measureRevenue<Row, Id extends RetentionId>(
  where: string,
  id: Id,
  options: RevenueMovementOptions<Row>,
): RatioMeasure<Row, AmountTally, RevenueRetentionResult<Id>> {
  const read = movementReader(where, options);
  const isGross = id === 'gross-revenue-retention';
  return measureAmountRatio(
    {
      where,
      definition: definitionOf(id, movementParameters(options)),
      reasons: REASONS,
      parts: 3,
      isNonNegative: true,
      read: (row, index) => {
        const movement = read(row, index);
        if (typeof movement === 'string') return movement;
        const { start, end } = movement;
        if (start === 0) return 'notAtStart';
        const lost = Math.max(0, start - end);
        const parts = [end === 0 ? lost : 0, end === 0 ? 0 : lost, Math.max(0, end - start)];
        return { numerator: isGross ? start - lost : end, denominator: start, parts };
      },
      options,
    },
    ({ denominator, parts: [churned = 0, contraction = 0, expansion = 0] }) => {
      return { startRevenue: denominator, churned, contraction, expansion };
    },
  );
}

/**
 * Makes the measure behind {@link computeGrossRevenueRetention}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the revenue at the start and at the end is; currency, period, confidence and population.
 * @returns A measure over customers.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, grossRevenueRetentionMeasure } from 'cx-scoring';
 *
 * const measure = grossRevenueRetentionMeasure<{ start: number; end: number }>({ startRevenue: 'start', endRevenue: 'end' });
 * computeMeasure([{ start: 80, end: 100 }, { start: 20, end: 10 }], measure).value; // => 0.9
 * ```
 */
export function grossRevenueRetentionMeasure<Row>(
  options: RevenueMovementOptions<Row>,
): RatioMeasure<Row, AmountTally, RevenueRetentionResult<'gross-revenue-retention'>> {
  return measureRevenue('grossRevenueRetentionMeasure', 'gross-revenue-retention', options);
}

/**
 * Makes the measure behind {@link computeNetRevenueRetention}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where the revenue at the start and at the end is; currency, period, confidence and population.
 * @returns A measure over customers.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, netRevenueRetentionMeasure } from 'cx-scoring';
 *
 * const measure = netRevenueRetentionMeasure<{ start: number; end: number }>({ startRevenue: 'start', endRevenue: 'end' });
 * computeMeasure([{ start: 80, end: 100 }, { start: 20, end: 10 }], measure).value; // => 1.1
 * ```
 */
export function netRevenueRetentionMeasure<Row>(
  options: RevenueMovementOptions<Row>,
): RatioMeasure<Row, AmountTally, RevenueRetentionResult<'net-revenue-retention'>> {
  return measureRevenue('netRevenueRetentionMeasure', 'net-revenue-retention', options);
}

/**
 * Computes gross revenue retention (GRR): the share of the revenue at the start that is left, no customer counting for more than before.
 *
 * Use it to see what is lost: the growth of some customers does not hide the losses with others, which is why it never passes 1.
 *
 * @param rows - One row per customer; those without revenue at the start are counted as `notAtStart`.
 * @param options - Where the revenue at the start and at the end is; currency, period, confidence and population.
 * @returns The share, 0..1, with a t interval by linearisation, and what was lost and won; `value: null` without revenue at the start.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * amount in another currency than the declared one.
 * @remarks Definition: Pulse RevOps, pulserevops.com/sales-trainings/q97, capped customer by customer. Standard error: Woodruff (1971),
 * doi:10.1080/01621459.1971.10482279.
 * @example
 * ```ts
 * import { computeGrossRevenueRetention } from 'cx-scoring';
 *
 * const customers = [{ start: 400, end: 580 }, { start: 300, end: 240 }, { start: 90, end: 0 }, { start: 210, end: 210 }];
 * const gross = computeGrossRevenueRetention(customers, { startRevenue: 'start', endRevenue: 'end', period: 'year' });
 * gross.value; // => 0.85
 * gross.churned; // => 90
 * ```
 */
export function computeGrossRevenueRetention<Row>(
  rows: Iterable<Row>,
  options: RevenueMovementOptions<NoInfer<Row>>,
): RevenueRetentionResult<'gross-revenue-retention'> {
  const id = 'gross-revenue-retention';
  return computeAs(
    'computeGrossRevenueRetention',
    rows,
    measureRevenue<Row, typeof id>('computeGrossRevenueRetention', id, options),
  );
}

/**
 * Computes net revenue retention (NRR): the revenue at the end with the customers of the start, over the revenue at the start.
 *
 * Use it beside {@link computeGrossRevenueRetention}, which it is never below: above 1, the customers who stay buy more than is lost.
 *
 * @param rows - One row per customer; those without revenue at the start are counted as `notAtStart`.
 * @param options - Where the revenue at the start and at the end is; currency, period, confidence and population.
 * @returns The ratio, from 0, with a t interval by linearisation, and what was lost and won; `value: null` without revenue at the start.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for an
 * amount in another currency than the declared one.
 * @remarks Definition: Pulse RevOps, pulserevops.com/sales-trainings/q97. Price clauses are no expansion: take them off with `escalation`.
 * @example
 * ```ts
 * import { computeNetRevenueRetention } from 'cx-scoring';
 *
 * const customers = [{ start: 400, end: 580 }, { start: 300, end: 240 }, { start: 90, end: 0 }, { start: 210, end: 210 }];
 * const net = computeNetRevenueRetention(customers, { startRevenue: 'start', endRevenue: 'end', period: 'year' });
 * net.value; // => 1.03
 * net.expansion; // => 180
 * ```
 */
export function computeNetRevenueRetention<Row>(
  rows: Iterable<Row>,
  options: RevenueMovementOptions<NoInfer<Row>>,
): RevenueRetentionResult<'net-revenue-retention'> {
  const id = 'net-revenue-retention';
  return computeAs(
    'computeNetRevenueRetention',
    rows,
    measureRevenue<Row, typeof id>('computeNetRevenueRetention', id, options),
  );
}
