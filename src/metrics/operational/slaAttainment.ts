import { cxError } from '../../core/errors.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { judgeTargets, requireSlaRules, type SlaOptions, type SlaOutcome, type SlaState } from './slaOutcomes.js';
import type { SlaTarget } from './slaTarget.js';

/** Options of the measure of SLA attainment. */
export interface SlaMeasureOptions extends ShareOptions, Pick<SlaOptions, 'denominator' | 'judgement'> {}

/** Options of the SLA attainment. */
export interface SlaAttainmentOptions extends ShareOptions, SlaOptions {}

/** Reasons for which a target or a policy is left out of the SLA attainment. */
export type SlaExclusion = Exclude<SlaState, 'met' | 'breached'>;

/** The share of targets or policies that were met, 0..1. */
export interface SlaAttainmentResult extends IntervalResult<'sla-attainment', SlaExclusion> {
  /** Done in time. */
  readonly met: number;
  /** Done late, or not done although the time is up. */
  readonly breached: number;
}

const REASONS: readonly SlaExclusion[] = ['withinTarget', 'cancelled', 'unknownSchedule', 'invalid'];

function measureSla(
  where: string,
  options: SlaMeasureOptions,
): RatioMeasure<SlaOutcome, OutcomeTally, SlaAttainmentResult> {
  requireSlaRules(where, options);
  const { denominator, judgement = 'recomputed' } = options;
  const parameters = { denominator, ...(judgement === 'recorded' && { judgement }) };
  return measureOutcomes<SlaOutcome, 'sla-attainment', 'met' | 'breached', SlaExclusion>({
    where,
    definition: shareDefinition('sla-attainment', 'higher-is-better', parameters),
    outcomes: { met: true, breached: false },
    reasons: REASONS,
    classify: (outcome, index) => {
      if (outcome?.denominator === denominator && outcome.judgement === judgement) return outcome.state;
      const rule = `one that toSlaOutcomes made ${denominator} and ${judgement}`;
      throw cxError('CX_INVALID_INPUT', `${where}: outcome at row ${index}`, rule, outcome?.denominator);
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeSlaAttainment}, over outcomes: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per priority, metric or team: the outcomes of {@link toSlaOutcomes} carry what to separate them by.
 *
 * @param options - `denominator` and `judgement`, the same as those of the outcomes; interval, confidence and population.
 * @returns A measure over outcomes.
 * @throws TypeError with code `CX_INVALID_OPTION` for another denominator or judgement. While reading rows: `CX_INVALID_INPUT` for outcomes
 * made by other rules.
 * @example
 * ```ts
 * import { computeMeasure, slaAttainmentMeasure, toSlaOutcomes } from 'cx-scoring';
 *
 * const activatedAt = '2026-03-02T09:00:00Z';
 * const outcomes = toSlaOutcomes(
 *   [{ ticketId: 't1', metric: 'first-reply', targetMinutes: 60, activatedAt, fulfilledAt: '2026-03-02T09:30:00Z' }],
 *   { denominator: 'by-target', asOf: '2026-03-02T18:00:00Z' },
 * );
 * computeMeasure(outcomes, slaAttainmentMeasure({ denominator: 'by-target' })).value; // => 1
 * ```
 */
export function slaAttainmentMeasure(
  options: SlaMeasureOptions,
): RatioMeasure<SlaOutcome, OutcomeTally, SlaAttainmentResult> {
  return measureSla('slaAttainmentMeasure', options);
}

/**
 * Computes the SLA attainment: targets met, over targets met or breached.
 *
 * Use it for what was agreed. A target that is open past its time counts as breached, so that the figure does not improve by waiting; one
 * that is open within its time is left out and counted.
 *
 * @param targets - The targets in any order; for policies, all targets of a ticket together.
 * @param options - `denominator`, `asOf`, the calendars of the schedules, and the judgement; interval, confidence and population.
 * @returns The share, 0..1, with Wilson's interval; `value: null` when nothing was met or breached.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION`, `CX_INVALID_DATE` or `CX_POPULATION_TOO_SMALL` when an option is out of its
 * range.
 * @remarks The target and the schedule are those in force when the target was applied; a target met at its very last moment is met.
 * Targets whose schedule is not among the calendars are left out as `unknownSchedule`; records that cannot be are `invalid`, and
 * {@link checkSlaTargets} names them.
 * @example
 * ```ts
 * import { computeSlaAttainment } from 'cx-scoring';
 *
 * const target = { metric: 'first-reply', policyId: 'gold', targetMinutes: 60, activatedAt: '2026-03-02T09:00:00Z' };
 * const targets = [
 *   { ...target, ticketId: 't1', fulfilledAt: '2026-03-02T10:00:00Z' },
 *   { ...target, ticketId: 't1', metric: 'resolution', targetMinutes: 480, fulfilledAt: '2026-03-02T20:00:00Z' },
 *   { ...target, ticketId: 't2', fulfilledAt: '2026-03-02T09:40:00Z' },
 *   { ...target, ticketId: 't2', metric: 'resolution', targetMinutes: 6000 },
 * ];
 * const asOf = '2026-03-03T09:00:00Z';
 * computeSlaAttainment(targets, { denominator: 'by-target', asOf }).value; // ~> 0.667
 * const byPolicy = computeSlaAttainment(targets, { denominator: 'by-policy', asOf });
 * byPolicy.value; // => 0
 * byPolicy.excluded.withinTarget; // => 1
 * ```
 */
export function computeSlaAttainment(targets: Iterable<SlaTarget>, options: SlaAttainmentOptions): SlaAttainmentResult {
  const measure = measureSla('computeSlaAttainment', options);
  return computeAs('computeSlaAttainment', judgeTargets('computeSlaAttainment', targets, options), measure);
}
