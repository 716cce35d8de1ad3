import { requireOption, requireOptions } from '../../core/options.js';
import type { IntervalResult } from '../../core/result.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import type { Invitation } from './invitation.js';
import { measureOutcomes, shareDefinition, type OutcomeTally } from '../outcomeShare.js';
import { reachOf, setAside, stageNumber, type InvitationExclusion } from './outreachStage.js';

/** Which contacts a response rate is counted on: those to whom the survey was sent or delivered, or all who were eligible. */
export type ResponseDenominator = 'sent' | 'delivered' | 'eligible';

/** What counts as an answer: a finished questionnaire only, or one that was left before its end too. */
export type ResponseNumerator = 'complete' | 'partial-too';

/** What counts as an answer, for everything that asks who answered. */
export interface AnswerOptions {
  /**
   * What counts as an answer.
   * @defaultValue 'complete'
   */
  readonly numerator?: ResponseNumerator | undefined;
}

/** Options of the response rate. */
export interface ResponseRateOptions extends ShareOptions, AnswerOptions {
  /**
   * Whom the rate is counted on; another denominator is another definition, and never compared.
   * @defaultValue 'delivered'
   */
  readonly denominator?: ResponseDenominator | undefined;
}

/** Reasons for which an invitation is left out of a response rate: set aside, or never in the denominator. */
export type ResponseExclusion = InvitationExclusion | 'notEligible' | 'notSent' | 'notDelivered';

/** The share of contacts who answered, 0..1, with how the others ended. */
export interface ResponseRateResult extends IntervalResult<'response-rate', ResponseExclusion> {
  /** Contacts who finished the questionnaire. */
  readonly complete: number;
  /** Contacts who left it before its end. */
  readonly partial: number;
  /** Contacts from whom nothing came. */
  readonly silent: number;
}

/** The reasons, in the order of the way. */
export const RESPONSE_EXCLUSIONS: readonly ResponseExclusion[] = [
  'test',
  'spam',
  'excluded',
  'invalid',
  'notEligible',
  'notSent',
  'notDelivered',
];

/** Checks what counts as an answer. */
export function resolveNumerator(where: string, options: AnswerOptions): ResponseNumerator {
  requireOptions(where, options);
  const { numerator = 'complete' } = options;
  const isKnown = numerator === 'complete' || numerator === 'partial-too';
  requireOption(isKnown, where, 'numerator', '"complete" or "partial-too"', numerator);
  return numerator;
}

/** Checks whom a rate is counted on. */
export function resolveDenominator(where: string, denominator: ResponseDenominator): ResponseDenominator {
  const isKnown = denominator === 'sent' || denominator === 'delivered' || denominator === 'eligible';
  requireOption(isKnown, where, 'denominator', '"sent", "delivered" or "eligible"', denominator);
  return denominator;
}

/** Tells how an invitation ended in a rate over `denominator`, or why it is not part of it. */
export function responseOf(
  invitation: Invitation,
  denominator: ResponseDenominator,
): 'complete' | 'partial' | 'silent' | ResponseExclusion {
  const aside = setAside(invitation);
  if (aside) return aside;
  const { passed, isPartial } = reachOf(invitation);
  if (passed < stageNumber('eligible')) return 'notEligible';
  if (denominator !== 'eligible') {
    if (passed < stageNumber('sent')) return 'notSent';
    if (denominator === 'delivered' && passed < stageNumber('delivered')) return 'notDelivered';
  }
  return passed >= stageNumber('completed') ? 'complete' : isPartial ? 'partial' : 'silent';
}

/** Tells whether a contact answered, whoever the rate is counted on. */
export function hasAnswered(invitation: Invitation, numerator: ResponseNumerator): boolean {
  const response = responseOf(invitation, 'eligible');
  return response === 'complete' || (response === 'partial' && numerator === 'partial-too');
}

function measureResponses(
  where: string,
  options: ResponseRateOptions,
): RatioMeasure<Invitation, OutcomeTally, ResponseRateResult> {
  requireOptions(where, options);
  const denominator = resolveDenominator(where, options.denominator ?? 'delivered');
  const numerator = resolveNumerator(where, options);
  return measureOutcomes({
    where,
    definition: shareDefinition('response-rate', 'higher-is-better', {
      ...(denominator !== 'delivered' && { denominator }),
      ...(numerator !== 'complete' && { numerator }),
    }),
    outcomes: { complete: true, partial: numerator === 'partial-too', silent: false },
    reasons: RESPONSE_EXCLUSIONS,
    classify: (row) => responseOf(row, denominator),
    options,
  });
}

/**
 * Makes the measure behind {@link computeResponseRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per wave, sector or channel: one tally for each, merged into the whole.
 *
 * @param options - The same options as {@link computeResponseRate}.
 * @returns A measure over invitations.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, responseRateMeasure } from 'cx-scoring';
 *
 * const sent = { id: 'i1', contactId: 'anna', sentAt: '2026-03-02' };
 * computeMeasure([sent], responseRateMeasure()).value; // => 0
 * ```
 */
export function responseRateMeasure(
  options: ResponseRateOptions = {},
): RatioMeasure<Invitation, OutcomeTally, ResponseRateResult> {
  return measureResponses('responseRateMeasure', options);
}

/**
 * Computes the response rate: the share of contacts who answered, among those to whom the survey was delivered.
 *
 * Use it beside every score. Two rates say something to each other only when they are counted alike, so the denominator and what
 * counts as an answer are part of the definition.
 *
 * @param rows - One invitation per contact who was asked, or could have been.
 * @param options - `denominator` (`'delivered'` unless given), `numerator` (`'complete'` unless given), interval and confidence.
 * @returns The share, 0..1, with Wilson's interval, how the contacts ended, and those left out by reason; `value: null` when nobody
 * is in the denominator.
 * @throws TypeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @remarks `'complete'` and `'partial-too'` differ as RR1 and RR2 of AAPOR, Standard Definitions (10th edition, 2023). Tests, spam and
 * withdrawn answers are out of numerator and denominator alike. The interval speaks of how readily contacts like these answer; who
 * of them did is simply counted. Contacts of one account are alike: `clusterBy` widens the interval accordingly.
 * @example
 * ```ts
 * import { computeResponseRate } from 'cx-scoring';
 *
 * const wave = [
 *   { id: 'i1', contactId: 'anna', sentAt: '2026-03-02', completedAt: '2026-03-04', status: 'complete' },
 *   { id: 'i2', contactId: 'ben', sentAt: '2026-03-02', status: 'partial' },
 *   { id: 'i3', contactId: 'cleo', sentAt: '2026-03-02', bounced: true },
 *   { id: 'i4', contactId: 'dan', notSurveyed: 'quarantine' },
 * ] as const;
 * const rate = computeResponseRate(wave);
 * rate.value; // => 0.5
 * rate.excluded.notDelivered; // => 1
 * computeResponseRate(wave, { numerator: 'partial-too' }).value; // => 1
 * computeResponseRate(wave, { denominator: 'eligible' }).value; // => 0.25
 * ```
 */
export function computeResponseRate(rows: Iterable<Invitation>, options: ResponseRateOptions = {}): ResponseRateResult {
  return computeAs('computeResponseRate', rows, measureResponses('computeResponseRate', options));
}
