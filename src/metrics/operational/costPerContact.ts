import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { AmountTally } from '../business/amountRatio.js';
import { measureUnitCost, type CostOptions, type UnitCostResult } from './unitCost.js';

/** Options of the cost per contact. */
export interface CostPerContactOptions<Row> extends CostOptions<Row> {
  /**
   * Contacts handled behind the cost, from 0, where a row stands for several.
   * @defaultValue 1
   */
  readonly contacts?: Field<Row, Score> | undefined;
}

/** Cost per contact in minor units, with both. */
export interface CostPerContactResult extends UnitCostResult<'cost-per-contact'> {
  /** Contacts handled that count. */
  readonly contacts: number;
}

/**
 * Makes the measure behind {@link computeCostPerContact}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeCostPerContact}.
 * @returns A measure over rows.
 * @throws TypeError with code `CX_INVALID_OPTION` for a currency that is none.
 * @example
 * ```ts
 * import { computeMeasure, costPerContactMeasure } from 'cx-scoring';
 *
 * const measure = costPerContactMeasure<{ cost: number }>({ cost: 'cost', currency: 'EUR' });
 * computeMeasure([{ cost: 12000 }, { cost: 18000 }], measure).value; // => 15000
 * ```
 */
export function costPerContactMeasure<Row>(
  options: CostPerContactOptions<Row>,
): RatioMeasure<Row, AmountTally, CostPerContactResult> {
  requireOptions('costPerContactMeasure', options);
  return measureUnitCost('costPerContactMeasure', 'cost-per-contact', 'contacts', options.contacts, options);
}

/**
 * Computes the cost per contact: what customer service costs, over the contacts it handled.
 *
 * Use it beside the reopen and one-touch rates: contacts that need another contact make each one look cheap.
 *
 * @param rows - One row per contact, or per period, team or account with the number of contacts.
 * @param options - Where `cost` and `contacts` are, and the `currency`; confidence and population.
 * @returns Minor units per contact, low is good, with a t interval by linearisation; `value: null` without contacts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for a cost in
 * another currency than the declared one.
 * @remarks A ratio of sums; a cost of rows without contacts counts above the line. Costs below 0 and what is no amount are `invalid`.
 * @example
 * ```ts
 * import { computeCostPerContact } from 'cx-scoring';
 *
 * const months = [{ cost: 900000, contacts: 60 }, { cost: 1100000, contacts: 40 }];
 * const result = computeCostPerContact(months, { cost: 'cost', contacts: 'contacts', currency: 'EUR' });
 * result.value; // => 20000
 * result.contacts; // => 100
 * ```
 */
export function computeCostPerContact<Row>(
  rows: Iterable<Row>,
  options: CostPerContactOptions<NoInfer<Row>>,
): CostPerContactResult {
  requireOptions('computeCostPerContact', options);
  const measure = measureUnitCost<Row, 'cost-per-contact', 'contacts'>(
    'computeCostPerContact',
    'cost-per-contact',
    'contacts',
    options.contacts,
    options,
  );
  return computeAs('computeCostPerContact', rows, measure);
}
