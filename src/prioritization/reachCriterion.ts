import { requireOption } from '../core/options.js';
import type { Criterion } from './criterion.js';

/** What reach counts, and how much of it there is. */
export interface ReachOptions {
  /** What is counted: `'accounts'`, `'contacts'`, or revenue with its currency and unit, such as `'revenue, EUR cents'`. */
  readonly unit: string;
  /** All there is of it: the number of accounts or contacts, or the revenue of all. It is the top of the scale. */
  readonly total: number;
  /**
   * Weight against the other criteria, from 0.
   * @defaultValue 0.25
   */
  readonly weight?: number | undefined;
}

/**
 * The criterion "customers concerned", counted in accounts, contacts or revenue instead of as a share.
 *
 * Use it when the reach of initiatives is known as a count or an amount: the scale goes from nobody to everybody, so that an
 * initiative that is added to the list does not move the others.
 *
 * @param options - Unit, total and weight.
 * @returns A criterion with id `'reach'`, to be put in the place of the one in `INITIATIVE_CRITERIA`.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when the unit is no text, the total is not above 0 or the weight is negative.
 * @example
 * ```ts
 * import { INITIATIVE_CRITERIA, prioritize, reachCriterion } from 'cx-scoring/prioritization';
 *
 * const reach = reachCriterion({ unit: 'accounts', total: 200 });
 * const criteria = INITIATIVE_CRITERIA.map((criterion) => (criterion.id === 'reach' ? reach : criterion));
 * const list = [{ id: 'portal', criteria: { impact: 4, reach: 150, complexity: 2, cost: 3 } }];
 * prioritize(list, { criteria }).items[0]?.score; // => 0.6875
 * ```
 */
export function reachCriterion(options: ReachOptions): Criterion<'reach'> {
  const where = 'reachCriterion';
  const { unit, total, weight = 0.25 } = options ?? {};
  requireOption(typeof unit === 'string' && unit !== '', where, 'unit', 'a text', unit);
  requireOption(Number.isFinite(total) && total > 0, where, 'total', 'a finite number above 0', total);
  requireOption(Number.isFinite(weight) && weight >= 0, where, 'weight', 'a finite number from 0', weight);
  return {
    id: 'reach',
    names: { en: 'Customers concerned', fr: 'Clients concernés' },
    unit,
    scale: { minimum: 0, maximum: total },
    direction: 'more-is-better',
    weight: weight + 0,
    axis: 'value',
  };
}
