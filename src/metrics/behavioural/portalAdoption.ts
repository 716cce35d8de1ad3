import type { ParameterValue } from '../../core/definition.js';
import { isWhole, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { tallyAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { resolveWindowDays } from './activityWindow.js';
import type { PortalAction } from './portalAction.js';
import {
  linkPortalActions,
  resolveIgnored,
  type PortalAccount,
  type PortalAccountOptions,
  type PortalWindowOptions,
} from './portalAccounts.js';

/** Options of the measure behind the adoption of the portal. */
export interface PortalAdoptionMeasureOptions extends PortalWindowOptions, ShareOptions {}

/** Options of the adoption of the portal. */
export interface PortalAdoptionOptions extends PortalAccountOptions, ShareOptions {}

/**
 * Reasons for which something is left out: an eligible account without id, and of the actions those that cannot be read, those of
 * accounts that are not eligible, and those of a kind that does not count or outside the window.
 */
export type PortalAdoptionExclusion = 'missing' | 'invalidAction' | 'ineligibleAction' | 'uncountedAction';

/** The share of the eligible accounts that did something in the portal, 0..1. */
export interface PortalAdoptionResult extends IntervalResult<'portal-adoption', PortalAdoptionExclusion> {
  /** Accounts with at least one meaningful action within the window. */
  readonly active: number;
  /** Eligible accounts without any. */
  readonly inactive: number;
}

const REASONS: readonly PortalAdoptionExclusion[] = ['missing', 'invalidAction', 'ineligibleAction', 'uncountedAction'];

function measureAdoption(
  where: string,
  options: PortalAdoptionMeasureOptions,
): RatioMeasure<PortalAccount, OutcomeTally, PortalAdoptionResult> {
  requireOptions(where, options);
  const windowDays = resolveWindowDays(where, options.windowDays);
  const ignored = [...new Set(resolveIgnored(where, options.ignored))].sort();
  const isDefault = ignored.length === 1 && ignored[0] === 'log-in';
  const parameters: Record<string, ParameterValue> = { windowDays, ...(!isDefault && { ignored }) };
  const { interval, confidence, population } = options;
  return measureOutcomes({
    where,
    definition: shareDefinition('portal-adoption', 'higher-is-better', parameters),
    outcomes: { active: true, inactive: false },
    reasons: REASONS,
    classify: ({ actions }) => {
      if (!isWhole(actions)) return 'missing';
      return actions > 0 ? 'active' : 'inactive';
    },
    options: { interval, confidence, population },
  });
}

/**
 * Makes the measure behind {@link computePortalAdoption}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per segment or region, over the records of {@link toPortalAccounts}.
 *
 * @param options - `windowDays` and `ignored` as given to {@link toPortalAccounts}, so that they stand in the definition; interval,
 * confidence, population.
 * @returns A measure over eligible accounts.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, portalAdoptionMeasure, toPortalAccounts } from 'cx-scoring';
 *
 * const actions = [{ accountId: 'a', at: '2026-03-30', kind: 'order' }];
 * const accounts = toPortalAccounts(actions, ['a', 'b'], { windowDays: 30, asOf: '2026-03-31' });
 * computeMeasure(accounts, portalAdoptionMeasure({ windowDays: 30 })).value; // => 0.5
 * ```
 */
export function portalAdoptionMeasure(
  options: PortalAdoptionMeasureOptions,
): RatioMeasure<PortalAccount, OutcomeTally, PortalAdoptionResult> {
  return measureAdoption('portalAdoptionMeasure', options);
}

/**
 * Computes the adoption of the portal: the share of the eligible accounts with at least one meaningful action within the window.
 *
 * Use it with a window of 30 or 90 days, beside {@link computePortalDepth}. Log-ins alone do not count unless declared.
 *
 * @param actions - One row per action, in any order; all actions of an account in one piece.
 * @param eligible - Ids of the eligible accounts, invited or not; an id that comes twice is one account.
 * @param options - The window and its end, the kinds of action that do not count; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` without eligible accounts. What is left out is counted by reason.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of
 * its range.
 * @remarks All eligible accounts are known as a rule; then the interval speaks of a process that goes on, and `population` of just them.
 * @example
 * ```ts
 * import { computePortalAdoption } from 'cx-scoring';
 *
 * const actions = [
 *   { accountId: 'a', at: '2026-03-30', kind: 'order' },
 *   { accountId: 'b', at: '2026-03-31', kind: 'log-in' },
 *   { accountId: 'c', at: '2026-01-15', kind: 'order' },
 * ];
 * const adoption = computePortalAdoption(actions, ['a', 'b', 'c', 'd'], { windowDays: 30, asOf: '2026-03-31' });
 * adoption.value; // => 0.25
 * adoption.excluded.uncountedAction; // => 2
 * ```
 */
export function computePortalAdoption(
  actions: Iterable<PortalAction>,
  eligible: Iterable<string | null | undefined>,
  options: PortalAdoptionOptions,
): PortalAdoptionResult {
  const where = 'computePortalAdoption';
  const measure = measureAdoption(where, options);
  const { accounts, ...left } = linkPortalActions(where, actions, eligible, options);
  const tally = tallyAs('computePortalAdoption', accounts, measure);
  // The first two counts are the outcomes.
  REASONS.forEach((reason, at) => (tally.counts[2 + at] = left[reason]));
  return measure.toResult(tally);
}
