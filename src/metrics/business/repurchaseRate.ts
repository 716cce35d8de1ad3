import { requireObject } from '../../core/options.js';
import { isWhole, requireOption, requireOptions, requireRows } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import type { CohortCustomer } from './cohorts.js';

/** Options of the repurchase rate. */
export interface RepurchaseRateOptions extends ShareOptions {
  /**
   * Days after the first order within which another one counts: a whole number from 1. Take at least twice the median time between
   * orders, or slow buyers pass for lost ones. It is part of the definition.
   */
  readonly windowDays: number;
}

/** Reasons for which a customer is left out: the window is still open, or the record is missing something or cannot be. */
export type RepurchaseExclusion = 'immature' | 'missing' | 'invalid';

/** The share of a cohort that ordered again within the window, 0..1, with both counts. */
export interface RepurchaseRateResult extends IntervalResult<'repurchase-rate', RepurchaseExclusion> {
  /** Customers who ordered again within the window. */
  readonly repurchased: number;
  /** Customers who did not. */
  readonly notRepurchased: number;
}

/** What can be wrong with a customer of a cohort. More codes may be added. */
export type CohortFault = 'missing-value' | 'invalid-days' | 'order-after-observation';

const REASONS: readonly RepurchaseExclusion[] = ['immature', 'missing', 'invalid'];

/** The first fault of a record, or `null`. */
function cohortFault(customer: CohortCustomer): readonly [CohortFault, keyof CohortCustomer] | null {
  // A row that is missing has missing values.
  const { daysObserved, daysToNext } = Object(customer) as CohortCustomer;
  if ((daysObserved ?? null) === null) return ['missing-value', 'daysObserved'];
  if (daysToNext === undefined) return ['missing-value', 'daysToNext'];
  if (!isWhole(daysObserved)) return ['invalid-days', 'daysObserved'];
  if (daysToNext === null) return null;
  if (!(isWhole(daysToNext) && daysToNext > 0)) return ['invalid-days', 'daysToNext'];
  return daysToNext > daysObserved ? ['order-after-observation', 'daysToNext'] : null;
}

function measureRepurchase(
  where: string,
  options: RepurchaseRateOptions,
): RatioMeasure<CohortCustomer, OutcomeTally, RepurchaseRateResult> {
  requireOptions(where, options);
  const { windowDays } = options;
  requireOption(isWhole(windowDays) && windowDays > 0, where, 'windowDays', 'a whole number from 1', windowDays);
  return measureOutcomes({
    where,
    definition: shareDefinition('repurchase-rate', 'higher-is-better', { windowDays }),
    outcomes: { repurchased: true, notRepurchased: false },
    reasons: REASONS,
    classify: (customer) => {
      const fault = cohortFault(customer);
      if (fault !== null) return fault[0] === 'missing-value' ? 'missing' : 'invalid';
      // Even one who has ordered again waits: else the quick ones would count before the slow ones can.
      if (customer.daysObserved < windowDays) return 'immature';
      return customer.daysToNext !== null && customer.daysToNext <= windowDays ? 'repurchased' : 'notRepurchased';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeRepurchaseRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per cohort: one tally for each, merged into the whole.
 *
 * @param options - The window, and interval, confidence and population.
 * @returns A measure over customers of cohorts, from {@link toCohorts}.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, repurchaseRateMeasure } from 'cx-scoring';
 *
 * const customer = { account: 'a', cohort: '2026-01', firstOrder: '2026-01-05', daysToNext: 30, daysObserved: 200 };
 * computeMeasure([customer], repurchaseRateMeasure({ windowDays: 90 })).value; // => 1
 * ```
 */
export function repurchaseRateMeasure(
  options: RepurchaseRateOptions,
): RatioMeasure<CohortCustomer, OutcomeTally, RepurchaseRateResult> {
  return measureRepurchase('repurchaseRateMeasure', options);
}

/**
 * Computes the repurchase rate: the share of new customers who order again within a window after their first order.
 *
 * Use it by cohort, to see whether a better start makes customers come back. Public formulas divide returning by all customers of a month and
 * fall when many new ones come; this one does not. Customers whose window is still open are counted as `immature`, whatever they did.
 *
 * @param customers - The customers, from {@link toCohorts}.
 * @param options - The window, and interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval and both counts; `value: null` without a customer whose window has closed.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks The window is closed on the day that many days after the first order.
 * @example
 * ```ts
 * import { computeRepurchaseRate, toCohorts } from 'cx-scoring';
 *
 * const orders = [
 *   { account: 'a', at: '2026-01-05' }, { account: 'a', at: '2026-02-04' },
 *   { account: 'b', at: '2026-01-20' }, { account: 'c', at: '2026-03-10' }, { account: 'c', at: '2026-03-12' },
 * ];
 * const customers = toCohorts(orders, { account: 'account', at: 'at', asOf: '2026-03-31', unit: 'month' });
 * const rate = computeRepurchaseRate(customers, { windowDays: 60 });
 * rate.value; // => 0.5
 * rate.excluded.immature; // => 1
 * ```
 */
export function computeRepurchaseRate(
  customers: Iterable<CohortCustomer>,
  options: RepurchaseRateOptions,
): RepurchaseRateResult {
  return computeAs('computeRepurchaseRate', customers, measureRepurchase('computeRepurchaseRate', options));
}

/**
 * Names the customers of cohorts that the repurchase rate leaves out as `missing` or `invalid`, and why.
 *
 * Use it on records of your own; those of {@link toCohorts} are in order.
 *
 * @param customers - The customers.
 * @returns One finding for each customer at fault: code, index, account, field and value.
 * @example
 * ```ts
 * import { checkCohorts } from 'cx-scoring';
 *
 * const customer = { account: 'a', cohort: '2026-01', firstOrder: '2026-01-05', daysToNext: 90, daysObserved: 85 };
 * checkCohorts([customer]); // => [{ code: 'order-after-observation', index: 0, id: 'a', field: 'daysToNext', value: 90 }]
 * ```
 */
export function checkCohorts(customers: Iterable<CohortCustomer>): RecordFinding<CohortFault>[] {
  requireRows('checkCohorts', 'customers', customers);
  const findings: RecordFinding<CohortFault>[] = [];
  let index = 0;
  for (const customer of customers) {
    requireObject(`checkCohorts: row ${index}`, 'a record', customer);
    const fault = cohortFault(customer);
    if (fault) findings.push(recordFinding(fault[0], index, customer.account, fault[1], customer[fault[1]]));
    index++;
  }
  return findings;
}
