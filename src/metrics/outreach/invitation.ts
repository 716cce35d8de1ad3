import type { AnswerStatus, ContactRole } from '../../core/records.js';

/** Why a known contact was not surveyed. */
export type NotSurveyedReason = (typeof NOT_SURVEYED_REASONS)[number];

/**
 * The reasons for which a known contact is not surveyed, in the order of the way to an answer. They are the honest denominator of a
 * response rate, so they are kept with the contact:
 *
 * - `'opted-out'`, `'inactive'` (has left), `'no-address'`, `'ineligible'` (another rule, such as a dispute in progress): the contact
 *   is not eligible;
 * - `'not-sampled'`: eligible, and not drawn;
 * - `'quarantine'` (asked too recently), `'account-limit'` (colleagues were asked already), `'not-sent'` (another cause): drawn, and
 *   held back.
 */
export const NOT_SURVEYED_REASONS = [
  'opted-out',
  'inactive',
  'no-address',
  'ineligible',
  'not-sampled',
  'quarantine',
  'account-limit',
  'not-sent',
] as const;

/**
 * What became of one contact in one survey: one record for each contact who was asked, or could have been.
 *
 * Times are civil dates `YYYY-MM-DD` or instants with their zone, such as `2026-11-21T09:30:00+01:00`. A time that is left out means
 * that it did not happen, or that the tool does not tell; a later stage proves the earlier ones.
 */
export interface Invitation {
  /** Id of the record, unique within its batch. */
  readonly id: string;
  /** Contact who was asked, or could have been. */
  readonly contactId: string;
  /** Account of the contact. */
  readonly accountId?: string | undefined;
  /** Role of the contact at that time. */
  readonly role?: ContactRole | undefined;
  /** Why the contact was not surveyed; left out for one who was, or is to be. */
  readonly notSurveyed?: NotSurveyedReason | undefined;
  /** When the invitation was sent; reminders are no invitations of their own. */
  readonly sentAt?: string | undefined;
  /** When it was delivered. What was sent counts as delivered unless it bounced, because few tools confirm delivery. */
  readonly deliveredAt?: string | undefined;
  /** `true` when it came back. A bounce outweighs `deliveredAt`: a server may accept first and refuse later. */
  readonly bounced?: boolean | undefined;
  /** When it was opened. */
  readonly openedAt?: string | undefined;
  /** When the questionnaire was begun. */
  readonly startedAt?: string | undefined;
  /** When the questionnaire was finished; not read with the status `'partial'`, since tools close what was left. */
  readonly completedAt?: string | undefined;
  /** What became of the question to be scored. `'test'`, `'spam'` and `'excluded'` take the record out of every rate, counted. */
  readonly status?: AnswerStatus | undefined;
  /** Whether that question has a score that counts; taken from `status` when left out, `true` for `'complete'` only. */
  readonly scored?: boolean | undefined;
}
