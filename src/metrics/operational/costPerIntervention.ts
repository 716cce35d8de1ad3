import { requireOptions } from '../../core/options.js';
import type { Field, Score } from '../../core/field.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { AmountTally } from '../business/amountRatio.js';
import { measureUnitCost, type CostOptions, type UnitCostResult } from './unitCost.js';

/** Options of the cost per intervention. */
export interface CostPerInterventionOptions<Row> extends CostOptions<Row> {
  /**
   * Interventions behind the cost, from 0, where a row stands for several.
   * @defaultValue 1
   */
  readonly interventions?: Field<Row, Score> | undefined;
}

/** Cost per intervention in minor units, with both. */
export interface CostPerInterventionResult extends UnitCostResult<'cost-per-intervention'> {
  /** Interventions that count. */
  readonly interventions: number;
}

/**
 * Makes the measure behind {@link computeCostPerIntervention}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeCostPerIntervention}.
 * @returns A measure over rows.
 * @throws TypeError with code `CX_INVALID_OPTION` for a currency that is none.
 * @example
 * ```ts
 * import { computeMeasure, costPerInterventionMeasure } from 'cx-scoring';
 *
 * const measure = costPerInterventionMeasure<{ cost: number }>({ cost: 'cost', currency: 'EUR' });
 * computeMeasure([{ cost: 12000 }, { cost: 18000 }], measure).value; // => 15000
 * ```
 */
export function costPerInterventionMeasure<Row>(
  options: CostPerInterventionOptions<Row>,
): RatioMeasure<Row, AmountTally, CostPerInterventionResult> {
  requireOptions('costPerInterventionMeasure', options);
  return measureUnitCost(
    'costPerInterventionMeasure',
    'cost-per-intervention',
    'interventions',
    options.interventions,
    options,
  );
}

/**
 * Computes the cost per intervention: what visits and repairs cost, over their number.
 *
 * Use it beside {@link computeFirstTimeFixRate}: a cheap visit that is followed by another is dear.
 *
 * @param rows - One row per intervention, or per period, team or account with the number of interventions.
 * @param options - Where `cost` and `interventions` are, and the `currency`; confidence and population.
 * @returns Minor units per intervention, low is good, with a t interval by linearisation; `value: null` without interventions.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` for wrong options, `CX_INVALID_INPUT` for a cost in
 * another currency than the declared one.
 * @remarks A ratio of sums; a cost of rows without interventions counts above the line. Costs below 0 and what is no amount are `invalid`.
 * @example
 * ```ts
 * import { computeCostPerIntervention } from 'cx-scoring';
 *
 * const months = [{ cost: 900000, interventions: 60 }, { cost: 1100000, interventions: 40 }];
 * const result = computeCostPerIntervention(months, { cost: 'cost', interventions: 'interventions', currency: 'EUR' });
 * result.value; // => 20000
 * result.interventions; // => 100
 * ```
 */
export function computeCostPerIntervention<Row>(
  rows: Iterable<Row>,
  options: CostPerInterventionOptions<NoInfer<Row>>,
): CostPerInterventionResult {
  requireOptions('computeCostPerIntervention', options);
  const measure = measureUnitCost<Row, 'cost-per-intervention', 'interventions'>(
    'computeCostPerIntervention',
    'cost-per-intervention',
    'interventions',
    options.interventions,
    options,
  );
  return computeAs('computeCostPerIntervention', rows, measure);
}
