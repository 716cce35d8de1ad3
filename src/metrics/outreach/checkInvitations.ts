import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import type { Invitation } from './invitation.js';
import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { TIME_FIELDS, invitationFault, reachOf, stageNumber } from './outreachStage.js';

/**
 * What can be wrong with an invitation. More codes may be added.
 *
 * The first three make a record unreadable; it is left out of every rate and counted as `invalid`:
 *
 * - `'missing-id'`: `id` or `contactId` is missing;
 * - `'unreadable-time'`: a time is neither a civil date nor an instant with its zone;
 * - `'unknown-value'`: a word or a flag that does not exist.
 *
 * The others are contradictions; such a record still counts, for the furthest stage it proves:
 *
 * - `'duplicate-id'`: an earlier record of the batch has this id;
 * - `'out-of-order'`: a time lies before that of an earlier stage, such as delivered before sent;
 * - `'not-sent'`: an answer, an opening or a delivery without a sending;
 * - `'opened-without-delivery'`, `'completed-without-delivery'`: opened or completed although it bounced;
 * - `'delivered-and-bounced'`: both, and never opened; it counts as bounced;
 * - `'sent-although-withheld'`: sent to a contact who was not to be surveyed;
 * - `'completed-but-partial'`: finished at a time, and left before its end; it counts as partial;
 * - `'scored-without-answer'`: a score of a question that was not answered; it does not count as a score.
 */
export type InvitationFindingCode =
  | 'missing-id'
  | 'unreadable-time'
  | 'unknown-value'
  | 'duplicate-id'
  | 'out-of-order'
  | 'not-sent'
  | 'opened-without-delivery'
  | 'completed-without-delivery'
  | 'delivered-and-bounced'
  | 'sent-although-withheld'
  | 'completed-but-partial'
  | 'scored-without-answer';

/** Lists what contradicts itself in a readable invitation, each with the field to look at. */
function contradictions(invitation: Invitation): [InvitationFindingCode, keyof Invitation][] {
  const found: [InvitationFindingCode, keyof Invitation][] = [];
  const { sentAt, bounced, notSurveyed, status, scored } = invitation;
  const { passed } = reachOf(invitation);
  let before: Moment | null = null;
  for (const field of TIME_FIELDS) {
    const moment = readMoment(invitation[field]);
    if (before && moment && elapsed(before, moment) < 0) found.push(['out-of-order', field]);
    before = moment ?? before;
  }
  const isSent = passed >= stageNumber('sent');
  if (isSent && (sentAt ?? null) === null) found.push(['not-sent', 'sentAt']);
  if (bounced === true) {
    if (passed >= stageNumber('completed')) found.push(['completed-without-delivery', 'bounced']);
    else if (passed >= stageNumber('opened')) found.push(['opened-without-delivery', 'bounced']);
    else if ((invitation.deliveredAt ?? null) !== null) found.push(['delivered-and-bounced', 'bounced']);
  }
  if (isSent && (notSurveyed ?? null) !== null) found.push(['sent-although-withheld', 'notSurveyed']);
  if (status === 'partial' && (invitation.completedAt ?? null) !== null)
    found.push(['completed-but-partial', 'completedAt']);
  if (scored === true && (status ?? 'complete') !== 'complete' && status !== 'partial')
    found.push(['scored-without-answer', 'scored']);
  return found;
}

/**
 * Checks invitations for what cannot be: times out of order, answers to what came back, unknown words.
 *
 * Use it once per import, before any rate: a few findings are the noise of every export, many mean that a column was read wrong.
 *
 * @param rows - One record per contact asked.
 * @returns The findings in the order of the rows; none when all is well. See {@link InvitationFindingCode} for what each does to a rate.
 * @remarks Instants are compared as instants. Where a side is a civil date, days as written are compared, so that an opening on the
 * day of the sending is in order.
 * @example
 * ```ts
 * import { checkInvitations } from 'cx-scoring';
 *
 * const findings = checkInvitations([
 *   { id: 'i1', contactId: 'anna', sentAt: '2026-03-02', deliveredAt: '2026-03-01' },
 *   { id: 'i2', contactId: 'ben', sentAt: '2026-03-02', completedAt: '2026-03-04', status: 'complete' },
 * ]);
 * findings; // => [{ code: 'out-of-order', index: 0, id: 'i1', field: 'deliveredAt', value: '2026-03-01' }]
 * ```
 */
export function checkInvitations(rows: Iterable<Invitation>): RecordFinding<InvitationFindingCode>[] {
  requireRows('checkInvitations', 'rows', rows);
  const found: RecordFinding<InvitationFindingCode>[] = [];
  const ids = new Set<string>();
  let index = 0;
  for (const row of rows) {
    const add = (code: InvitationFindingCode, field: keyof Invitation): void => {
      found.push(recordFinding(code, index, row?.id, field, row?.[field]));
    };
    const fault = invitationFault(row);
    if (fault) add(fault.code, fault.field);
    else {
      if (ids.has(row.id)) add('duplicate-id', 'id');
      for (const [code, field] of contradictions(row)) add(code, field);
    }
    ids.add(row?.id);
    index++;
  }
  return found;
}
