import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { caseExclusion } from './caseMetric.js';
import { CASE_EXCLUSIONS, type CaseExclusion, type TicketCase } from './ticketCase.js';

/**
 * What makes a solution a single touch:
 *
 * - `'single-reply'`: exactly one public reply of an agent, as in dbt_zendesk;
 * - `'no-handback'`: at least one public reply, never pending or on hold, never reopened, as in Zendesk Explore.
 */
export type OneTouchRule = 'single-reply' | 'no-handback';

/** Options of the one-touch rate. */
export interface OneTouchRateOptions extends ShareOptions {
  /**
   * What makes a solution a single touch; part of the definition.
   * @defaultValue 'single-reply'
   */
  readonly rule?: OneTouchRule | undefined;
}

/** Reasons for which a ticket is left out of the one-touch rate. */
export type OneTouchExclusion = CaseExclusion | 'notSolved';

/** The share of solved tickets that took a single touch, 0..1. */
export interface OneTouchRateResult extends IntervalResult<'one-touch-rate', OneTouchExclusion> {
  /** Tickets solved in one touch. */
  readonly oneTouch: number;
  /** Solved tickets that took more, or had no reply at all. */
  readonly otherwise: number;
}

function isOneTouch({ replies, reopens, statuses }: TicketCase, rule: OneTouchRule): boolean {
  if (rule === 'single-reply') return replies === 1;
  return replies > 0 && reopens === 0 && !statuses.some(({ status }) => status === 'pending' || status === 'on-hold');
}

function measureOneTouch(
  where: string,
  options: OneTouchRateOptions,
): RatioMeasure<TicketCase, OutcomeTally, OneTouchRateResult> {
  requireOptions(where, options);
  const { rule = 'single-reply' } = options;
  const isKnown = rule === 'single-reply' || rule === 'no-handback';
  requireOption(isKnown, where, 'rule', '"single-reply" or "no-handback"', rule);
  return measureOutcomes<TicketCase, 'one-touch-rate', 'oneTouch' | 'otherwise', OneTouchExclusion>({
    where,
    definition: shareDefinition('one-touch-rate', 'higher-is-better', rule === 'single-reply' ? {} : { rule }),
    outcomes: { oneTouch: true, otherwise: false },
    reasons: [...CASE_EXCLUSIONS, 'notSolved'],
    classify: (own, index) => {
      const exclusion = caseExclusion(where, own, index);
      if (exclusion !== null) return exclusion;
      if (own.isOpen) return 'notSolved';
      return isOneTouch(own, rule) ? 'oneTouch' : 'otherwise';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeOneTouchRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per team or branch: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeOneTouchRate}.
 * @returns A measure over cases.
 * @throws TypeError with code `CX_INVALID_OPTION` for another rule.
 * @example
 * ```ts
 * import { oneTouchRateMeasure } from 'cx-scoring';
 *
 * oneTouchRateMeasure({ rule: 'no-handback' }).definition.parameters; // => { rule: 'no-handback' }
 * ```
 */
export function oneTouchRateMeasure(
  options: OneTouchRateOptions = {},
): RatioMeasure<TicketCase, OutcomeTally, OneTouchRateResult> {
  return measureOneTouch('oneTouchRateMeasure', options);
}

/**
 * Computes the one-touch rate: solved tickets that took a single touch, over solved tickets.
 *
 * Use it for how often one answer is enough, and say by which rule: two tools call two numbers by this name.
 *
 * @param cases - The cases, from {@link toCases}.
 * @param options - `rule`; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when no ticket is solved.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range,
 * `CX_INVALID_INPUT` for rows that are no cases.
 * @remarks Tickets that are solved at the moment of the cases: one that was reopened and is open does not count yet. The opening message
 * of an agent is no reply.
 * @example
 * ```ts
 * import { computeOneTouchRate, toCases, type TicketEvent } from 'cx-scoring';
 *
 * const events: TicketEvent[] = [
 *   { ticketId: 't1', at: '2026-03-02T09:00:00Z', type: 'created' },
 *   { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'public-agent-reply' },
 *   { ticketId: 't1', at: '2026-03-02T10:00:00Z', type: 'status', status: 'pending' },
 *   { ticketId: 't1', at: '2026-03-04T10:00:00Z', type: 'status', status: 'solved' },
 * ];
 * const cases = toCases(events, { asOf: '2026-03-10T00:00:00Z' });
 * computeOneTouchRate(cases).value; // => 1
 * computeOneTouchRate(cases, { rule: 'no-handback' }).value; // => 0
 * ```
 */
export function computeOneTouchRate(
  cases: Iterable<TicketCase>,
  options: OneTouchRateOptions = {},
): OneTouchRateResult {
  return computeAs('computeOneTouchRate', cases, measureOneTouch('computeOneTouchRate', options));
}
