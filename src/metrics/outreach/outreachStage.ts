import { ANSWER_STATUSES } from '../../core/records.js';
import { NOT_SURVEYED_REASONS, type Invitation } from './invitation.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';

/** A stage on the way from a known contact to a score. */
export type OutreachStage = (typeof OUTREACH_STAGES)[number];

/**
 * The stages on the way from a known contact to a score, in order; each implies the ones before it.
 *
 * `'sampled'` is one whom the survey was to ask, `'sent'` one who was not held back, `'scored'` one whose finished questionnaire holds
 * the score.
 */
export const OUTREACH_STAGES = [
  'eligible',
  'sampled',
  'sent',
  'delivered',
  'opened',
  'started',
  'completed',
  'scored',
] as const;

/** The fields that hold times, in the order in which they happen. */
export const TIME_FIELDS = ['sentAt', 'deliveredAt', 'openedAt', 'startedAt', 'completedAt'] as const;

/** How far an invitation came: the number of stages passed, and what kept it from the next. */
export interface Reach {
  /** Number of stages passed: 0 for a contact who is not eligible, 8 for a score. */
  readonly passed: number;
  /** Why it went no further; `null` for a score. */
  readonly reason: string | null;
  /** Whether the questionnaire was left before its end. */
  readonly isPartial: boolean;
}

/** Number of stages passed when a stage is reached. */
export function stageNumber(stage: OutreachStage): number {
  return OUTREACH_STAGES.indexOf(stage) + 1;
}

/** Reasons for which a record is set aside. */
export type InvitationExclusion = 'test' | 'spam' | 'excluded' | 'invalid';

/** Why a record is set aside before it is counted at all; `null` for one that counts. */
export function setAside(invitation: Invitation): InvitationExclusion | null {
  // A row that is missing is unreadable as well.
  if (invitationFault(invitation)) return 'invalid';
  const { status } = invitation;
  return status === 'test' || status === 'spam' || status === 'excluded' ? status : null;
}

/** What makes a record unreadable: its code and the field at fault; `null` for a record that can be read. */
export function invitationFault(
  invitation: Invitation,
): { readonly code: 'missing-id' | 'unreadable-time' | 'unknown-value'; readonly field: keyof Invitation } | null {
  for (const field of ['id', 'contactId'] as const)
    if (typeof invitation?.[field] !== 'string' || invitation[field] === '') return { code: 'missing-id', field };
  for (const field of TIME_FIELDS)
    if (!isAbsent(invitation[field]) && !readMoment(invitation[field])) return { code: 'unreadable-time', field };
  for (const field of ['bounced', 'scored'] as const)
    if (!isAbsent(invitation[field]) && typeof invitation[field] !== 'boolean') return { code: 'unknown-value', field };
  const { status, notSurveyed } = invitation;
  if (!isAbsent(status) && !ANSWER_STATUSES.includes(status)) return { code: 'unknown-value', field: 'status' };
  if (!isAbsent(notSurveyed) && !NOT_SURVEYED_REASONS.includes(notSurveyed))
    return { code: 'unknown-value', field: 'notSurveyed' };
  return null;
}

/** Data that never met the compiler says `null` for what is left out. */
function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Tells how far a readable invitation came, until `asOf` where that is given. */
export function reachOf(invitation: Invitation, asOf: Moment | null = null): Reach {
  const happened = (text: string | undefined): boolean => {
    const moment = readMoment(text);
    return moment !== null && (asOf === null || elapsed(moment, asOf) >= 0);
  };
  const happenedOrUntimed = (field: (typeof TIME_FIELDS)[number]): boolean =>
    isAbsent(invitation[field]) || happened(invitation[field]);
  const { sentAt, deliveredAt, openedAt, startedAt, completedAt, notSurveyed } = invitation;
  const bounced = invitation.bounced === true && happenedOrUntimed('sentAt');
  // What is said of an answer was learnt last: while a time of the record lies ahead, it was not known.
  const isKnown = TIME_FIELDS.every(happenedOrUntimed);
  const status = isKnown ? (invitation.status ?? undefined) : undefined;
  const hasScore = isKnown && isScored(invitation);
  const isPartial = status === 'partial';
  const completed = !isPartial && (happened(completedAt) || status === 'complete' || hasScore);
  const started = completed || isPartial || status === 'skipped' || happened(startedAt);
  const opened = started || happened(openedAt);
  const delivered = opened || (!bounced && (happened(deliveredAt) || happened(sentAt)));
  const sent = delivered || bounced;
  const reach = (stage: OutreachStage | null, reason: string | null): Reach => {
    return { passed: stage === null ? 0 : stageNumber(stage), reason, isPartial };
  };
  if (completed && hasScore) return reach('scored', null);
  if (completed) return reach('completed', status === 'skipped' || status === 'not-shown' ? status : 'not-scored');
  if (started) return reach('started', isPartial ? (hasScore ? 'partial-scored' : 'partial') : 'not-completed');
  if (opened) return reach('opened', 'not-started');
  if (delivered) return reach('delivered', 'not-opened');
  if (sent) return reach('sent', 'bounced');
  const reason = notSurveyed ?? 'not-sent';
  if (reason === 'not-sampled') return reach('eligible', reason);
  const isHeldBack = reason === 'quarantine' || reason === 'account-limit' || reason === 'not-sent';
  return isHeldBack ? reach('sampled', reason) : reach(null, reason);
}

/** Whether the record says that there is a score that counts. */
function isScored({ status, scored }: Invitation): boolean {
  if (isAbsent(status)) return scored === true;
  return status === 'complete' ? scored !== false : status === 'partial' && scored === true;
}
