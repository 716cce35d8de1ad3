import { cxError } from '../../core/errors.js';
import { requireObject, requireOption, requireOptions } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { mergeData } from './plainData.js';

/** The review of an action plan, as `reviewActionPlan` gives it. */
export interface PlanReview {
  /** Id of the plan. */
  readonly id: string;
  /** Civil date of the review. */
  readonly asOf: string;
  /** How its target stands. */
  readonly target: {
    /** State of the plan: `'reached'`, `'late'`, `'not-measurable'` … */
    readonly state: string;
    /** Whether even the unfavourable end of the interval is at the target or beyond; `null` without such an end. */
    readonly reachedByBound: boolean | null;
  };
}

/** Whose plan it is. */
export interface PlanFactOptions {
  /** Id of the team. */
  readonly team: string;
  /** What else rules read, plain JSON: `{ team: { members } }`. */
  readonly data?: object | undefined;
}

/**
 * Turns the review of an action plan into the fact `plan.reviewed`.
 *
 * Use it to recognise teams whose target is reached, and measurably so.
 *
 * @param review - The review.
 * @param options - The team, and further data.
 * @returns The fact of that day, with `team` (`id`) and `plan`: `id`, `state`, `proven` (the unfavourable end of the interval has reached the
 * target too). A plan that cannot be measured has the state `null`, and one without interval is neither proven nor not: rules hold.
 * @throws TypeError with code `CX_INVALID_DATE` when the day is no civil date, `CX_INVALID_INPUT` for what is no review, and
 * `CX_INVALID_OPTION` when an option is out of place.
 * @example
 * ```ts
 * import { toPlanFact } from 'cx-scoring/rewards';
 *
 * const review = { id: 'delivery-2027', asOf: '2027-07-02', target: { state: 'reached', reachedByBound: false } };
 * const fact = toPlanFact(review, { team: 'logistics' });
 * fact.id; // => '["plan.reviewed","delivery-2027","2027-07-02"]'
 * fact.data; // => { team: { id: 'logistics' }, plan: { id: 'delivery-2027', state: 'reached', proven: false } }
 * ```
 */
export function toPlanFact(review: PlanReview, options: PlanFactOptions): RewardFact {
  const where = 'toPlanFact';
  requireObject(`${where}: review`, 'the review of a plan', review);
  const { id, asOf, target } = review;
  if (!(typeof id === 'string' && id !== '')) throw cxError('CX_INVALID_INPUT', `${where}: "id"`, 'text', id);
  if (!isCivilDate(asOf))
    throw cxError('CX_INVALID_DATE', `${where}: "asOf"`, 'a civil date YYYY-MM-DD that exists', asOf);
  requireObject(`${where}: "target"`, '{ state, reachedByBound }', target);
  const { state, reachedByBound } = target;
  if (typeof state !== 'string') throw cxError('CX_INVALID_INPUT', `${where}: "target.state"`, 'text', state);
  const isKnown = typeof reachedByBound === 'boolean' || reachedByBound === null;
  if (!isKnown)
    throw cxError('CX_INVALID_INPUT', `${where}: "target.reachedByBound"`, 'true, false or null', reachedByBound);
  requireOptions(where, options);
  const { team, data } = options;
  requireOption(typeof team === 'string' && team !== '', where, 'team', 'the id of a team', team);
  const plan = { id, state: state === 'not-measurable' ? null : state, proven: reachedByBound };
  return {
    id: JSON.stringify(['plan.reviewed', id, asOf]),
    trigger: { kind: 'event', event: 'plan.reviewed' },
    on: asOf,
    data: mergeData(where, { team: { id: team }, plan }, data),
  };
}
