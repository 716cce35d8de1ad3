import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import type { Invitation } from './invitation.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { reachOf, setAside, stageNumber, type InvitationExclusion } from './outreachStage.js';

/** Reasons for which an invitation is left out of the bounce rate. */
export type BounceExclusion = InvitationExclusion | 'notSent';

/** The share of invitations that came back, 0..1. */
export interface BounceRateResult extends IntervalResult<'bounce-rate', BounceExclusion> {
  /** Invitations that came back. */
  readonly bounced: number;
  /** Invitations that did not. */
  readonly delivered: number;
}

const REASONS: readonly BounceExclusion[] = ['test', 'spam', 'excluded', 'invalid', 'notSent'];

function measureBounces(
  where: string,
  options: ShareOptions,
): RatioMeasure<Invitation, OutcomeTally, BounceRateResult> {
  return measureOutcomes({
    where,
    definition: shareDefinition('bounce-rate', 'lower-is-better', {}),
    outcomes: { bounced: true, delivered: false },
    reasons: REASONS,
    classify: (row) => {
      const aside = setAside(row);
      if (aside) return aside;
      const { passed } = reachOf(row);
      if (passed < stageNumber('sent')) return 'notSent';
      return passed < stageNumber('delivered') ? 'bounced' : 'delivered';
    },
    options,
  });
}

/**
 * Makes the measure behind {@link computeBounceRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per source of addresses: one tally for each, merged into the whole.
 *
 * @param options - Interval, confidence and population.
 * @returns A measure over invitations.
 * @example
 * ```ts
 * import { bounceRateMeasure, computeMeasure } from 'cx-scoring';
 *
 * const sent = { id: 'i1', contactId: 'anna', sentAt: '2026-03-02', bounced: true };
 * computeMeasure([sent], bounceRateMeasure()).value; // => 1
 * ```
 */
export function bounceRateMeasure(
  options: ShareOptions = {},
): RatioMeasure<Invitation, OutcomeTally, BounceRateResult> {
  return measureBounces('bounceRateMeasure', options);
}

/**
 * Computes the bounce rate: the share of invitations sent that came back.
 *
 * Use it to judge the addresses: a contact who cannot be reached is a gap in the account, not a refusal.
 *
 * @param rows - One invitation per contact.
 * @param options - Interval, confidence and population.
 * @returns The share, 0..1, low is good, with Wilson's interval; `value: null` when nothing was sent.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_POPULATION_TOO_SMALL` when an option is out of its range.
 * @remarks What was sent and did not bounce counts as delivered. One that bounced and was opened all the same was delivered.
 * @example
 * ```ts
 * import { computeBounceRate } from 'cx-scoring';
 *
 * const wave = [
 *   { id: 'i1', contactId: 'anna', sentAt: '2026-03-02' },
 *   { id: 'i2', contactId: 'ben', sentAt: '2026-03-02', bounced: true },
 *   { id: 'i3', contactId: 'cleo', notSurveyed: 'opted-out' },
 * ] as const;
 * computeBounceRate(wave).value; // => 0.5
 * ```
 */
export function computeBounceRate(rows: Iterable<Invitation>, options: ShareOptions = {}): BounceRateResult {
  return computeAs('computeBounceRate', rows, measureBounces('computeBounceRate', options));
}
