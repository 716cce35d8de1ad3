import { fieldReader, type Field } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';

/** Options of customer retention and churn. */
export interface RetentionOptions<Row> extends ShareOptions {
  /** Whether the customer was one at the start of the period. */
  readonly activeAtStart: Field<Row, boolean | null | undefined>;
  /** Whether the customer still was one at its end. */
  readonly activeAtEnd: Field<Row, boolean | null | undefined>;
  /** Length of the period in your own words, such as `'year'`: a monthly and a yearly rate are then never compared. */
  readonly period?: string | undefined;
}

/** Reasons for which a customer is left out: something is missing, is neither true nor false, or the customer came later. */
export type RetentionExclusion = 'missing' | 'invalid' | 'notAtStart';

/** A share of the customers at the start, 0..1, with both counts. */
export interface RetentionResult<Id extends string> extends IntervalResult<Id, RetentionExclusion> {
  /** Customers at the start who still were at the end. */
  readonly kept: number;
  /** Customers at the start who no longer were. */
  readonly lost: number;
}

const REASONS: readonly RetentionExclusion[] = ['missing', 'invalid', 'notAtStart'];

function measureCustomers<Row, Id extends 'logo-retention' | 'logo-churn'>(
  where: string,
  id: Id,
  options: RetentionOptions<Row>,
): RatioMeasure<Row, OutcomeTally, RetentionResult<Id>> {
  requireOptions(where, options);
  const { period } = options;
  requireOption(period === undefined || typeof period === 'string', where, 'period', 'a text', period);
  const readStart = fieldReader<Row, unknown>(options.activeAtStart);
  const readEnd = fieldReader<Row, unknown>(options.activeAtEnd);
  const isRetention = id === 'logo-retention';
  const parameters = period === undefined ? {} : { period };
  return measureOutcomes({
    where,
    definition: shareDefinition(id, isRetention ? 'higher-is-better' : 'lower-is-better', parameters),
    outcomes: { kept: isRetention, lost: !isRetention },
    reasons: REASONS,
    classify: (row, index) => {
      const start = readStart(row, index) ?? null;
      if (start === false) return 'notAtStart';
      const end = readEnd(row, index) ?? null;
      if (start === null || end === null) return 'missing';
      if (start !== true || typeof end !== 'boolean') return 'invalid';
      return end ? 'kept' : 'lost';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeRetention}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where it is said who was a customer at the start and at the end; period, interval, confidence and population.
 * @returns A measure over customers.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, retentionMeasure } from 'cx-scoring';
 *
 * const measure = retentionMeasure<{ start: boolean; end: boolean }>({ activeAtStart: 'start', activeAtEnd: 'end' });
 * computeMeasure([{ start: true, end: true }, { start: true, end: false }], measure).value; // => 0.5
 * ```
 */
export function retentionMeasure<Row>(
  options: RetentionOptions<Row>,
): RatioMeasure<Row, OutcomeTally, RetentionResult<'logo-retention'>> {
  return measureCustomers('retentionMeasure', 'logo-retention', options);
}

/**
 * Makes the measure behind {@link computeChurn}: a tally that can be added to, merged, stored and scored later.
 *
 * @param options - Where it is said who was a customer at the start and at the end; period, interval, confidence and population.
 * @returns A measure over customers.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { churnMeasure, computeMeasure } from 'cx-scoring';
 *
 * const measure = churnMeasure<{ start: boolean; end: boolean }>({ activeAtStart: 'start', activeAtEnd: 'end' });
 * computeMeasure([{ start: true, end: true }, { start: true, end: false }], measure).value; // => 0.5
 * ```
 */
export function churnMeasure<Row>(
  options: RetentionOptions<Row>,
): RatioMeasure<Row, OutcomeTally, RetentionResult<'logo-churn'>> {
  return measureCustomers('churnMeasure', 'logo-churn', options);
}

/**
 * Computes customer retention (logo retention): the share of the customers at the start of a period who still are at its end.
 *
 * Use it where a contract or a date of leaving tells who is a customer; where nobody says goodbye, {@link probabilityAlive} tells more. Beside
 * it belongs {@link computeGrossRevenueRetention}: ten small losses and one large one are not the same.
 *
 * @param rows - One row per customer; those who came during the period are counted as `notAtStart` and do not help.
 * @param options - Where it is said who was a customer at the start and at the end; period, interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval, `kept` and `lost`; `value: null` without customers at the start.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Definition: Pulse RevOps, pulserevops.com/sales-trainings/q97. All customers of a company are no sample: give `population` to
 * describe just them, leave it out to compare periods.
 * @example
 * ```ts
 * import { computeRetention } from 'cx-scoring';
 *
 * const customers = [
 *   { start: true, end: true }, { start: true, end: true }, { start: true, end: true }, { start: true, end: false }, { start: false, end: true },
 * ];
 * const retention = computeRetention(customers, { activeAtStart: 'start', activeAtEnd: 'end' });
 * retention.value; // => 0.75
 * retention.excluded.notAtStart; // => 1
 * ```
 */
export function computeRetention<Row>(
  rows: Iterable<Row>,
  options: RetentionOptions<NoInfer<Row>>,
): RetentionResult<'logo-retention'> {
  return computeAs(
    'computeRetention',
    rows,
    measureCustomers<Row, 'logo-retention'>('computeRetention', 'logo-retention', options),
  );
}

/**
 * Computes customer churn (logo churn): the share of the customers at the start of a period who no longer are at its end.
 *
 * Use it beside {@link computeRetention}, of which it is the other side, where low is good.
 *
 * @param rows - One row per customer; those who came during the period are counted as `notAtStart`.
 * @param options - Where it is said who was a customer at the start and at the end; period, interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval, `kept` and `lost`; `value: null` without customers at the start.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks Definition: Pulse RevOps, pulserevops.com/sales-trainings/q97.
 * @example
 * ```ts
 * import { computeChurn } from 'cx-scoring';
 *
 * const customers = [{ start: true, end: true }, { start: true, end: false }, { start: true, end: true }, { start: true, end: true }];
 * computeChurn(customers, { activeAtStart: 'start', activeAtEnd: 'end', period: 'year' }).value; // => 0.25
 * ```
 */
export function computeChurn<Row>(
  rows: Iterable<Row>,
  options: RetentionOptions<NoInfer<Row>>,
): RetentionResult<'logo-churn'> {
  return computeAs('computeChurn', rows, measureCustomers<Row, 'logo-churn'>('computeChurn', 'logo-churn', options));
}
