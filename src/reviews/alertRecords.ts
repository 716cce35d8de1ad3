import type { AnswerScale, AnswerStatus } from '../core/records.js';
import type { KnownContact } from '../accounts/knownContact.js';
import type { SlaOutcome } from '../metrics/operational/slaOutcomes.js';
import type { DeliveryUnit } from '../metrics/operational/deliveryUnits.js';

/** An id or a word that may be unknown. */
export type OptionalWord = string | null | undefined;

/** An answer that rules read: every `SurveyAnswer` is one. */
export interface AlertAnswer {
  /** Id of the answer. */
  readonly id: string;
  /** When it was given: a civil date, or an instant with its zone. */
  readonly at: string;
  /** Id of the metric that the question serves. */
  readonly metric: string;
  /** The answer, or `null`. */
  readonly value: number | null;
  /** The scale it was given on. */
  readonly scale: Pick<AnswerScale, 'minimum' | 'maximum' | 'higherIsBetter'>;
  /** What became of the question; only `'complete'` and `'partial'` count, and so does an answer without a status. */
  readonly status?: AnswerStatus | undefined;
  /** Account of the contact; where it is missing, that of the contact in `contacts`. */
  readonly accountId?: OptionalWord;
  /** Contact who answered. */
  readonly contactId?: OptionalWord;
  /** Tool and survey it comes from, within which its id is unique. */
  readonly source?: OptionalWord;
}

/** A public review, for those who do not keep reviews as answers to the metric `'review-rating'`. */
export interface AlertReview {
  /** Id of the review. */
  readonly id: string;
  /** When it was written: a civil date, or an instant with its zone. */
  readonly at: string;
  /** Stars, 1..5. */
  readonly stars: number | null;
  /** Account that wrote it. */
  readonly accountId?: OptionalWord;
  /** Contact who wrote it. */
  readonly contactId?: OptionalWord;
  /** Site it comes from, within which its id is unique. */
  readonly source?: OptionalWord;
}

/** A judged service level with what is known of its ticket: a row of `toSlaOutcomes`, with the account of the ticket added. */
export interface AlertSlaOutcome extends Pick<SlaOutcome, 'ticketId' | 'policyId' | 'metric' | 'priority' | 'state'> {
  /** When it was breached; where that is not known, a breach is news until it has been raised. */
  readonly breachedAt?: OptionalWord;
  /** Account of the ticket. */
  readonly accountId?: OptionalWord;
  /** Contact who asked. */
  readonly contactId?: OptionalWord;
}

/** A judged delivery: a row of `toDeliveryUnits`. It is placed in time by the day it was due. */
export type AlertDelivery = Pick<
  DeliveryUnit,
  'level' | 'orderId' | 'lineId' | 'accountId' | 'dueOn' | 'otif' | 'onTime' | 'inFull'
>;

/** An account with its class and its owner. */
export interface AlertAccount {
  /** Id of the account. */
  readonly id: string;
  /** Class in the company's own words, such as `'A'`. */
  readonly accountClass?: OptionalWord;
  /** Person or team that looks after it. */
  readonly owner?: OptionalWord;
}

/** A contact who may fall silent: every `Contact` is one. */
export interface AlertContact extends KnownContact {
  /** Civil date since which the contact is known; for those who never answered, silence is counted from it. */
  readonly knownSince?: OptionalWord;
}
