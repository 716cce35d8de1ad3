import * as z from 'zod/mini';
import { ANSWER_STATUSES, CONTACT_ROLES } from '../core/records.js';
import type { Invitation, NotSurveyedReason } from '../metrics/outreach/invitation.js';
import { flag, moment, text, word, wordOf } from './fields.js';
import { issueMessage } from './issues.js';

function createInvitationSchema(): z.ZodMiniType<Invitation> {
  const notSurveyed = wordOf<NotSurveyedReason>(
    {
      'opted-out': true,
      inactive: true,
      'no-address': true,
      ineligible: true,
      'not-sampled': true,
      quarantine: true,
      'account-limit': true,
      'not-sent': true,
    },
    'Why the contact was not surveyed; left out for one who was, or is to be.',
  );
  return z
    .strictObject(
      {
        id: text('Id of the record, unique within its batch.'),
        contactId: text('Contact who was asked, or could have been.'),
        accountId: z.optional(text('Account of the contact.')),
        role: z.optional(word(CONTACT_ROLES, 'Role of the contact at that time.')),
        notSurveyed: z.optional(notSurveyed),
        sentAt: z.optional(moment('When the invitation was sent. Rule: a day that exists.')),
        deliveredAt: z.optional(moment('When it was delivered. Rule: a day that exists.')),
        bounced: z.optional(flag('true when it came back.')),
        openedAt: z.optional(moment('When it was opened. Rule: a day that exists.')),
        startedAt: z.optional(moment('When the questionnaire was begun. Rule: a day that exists.')),
        completedAt: z.optional(moment('When the questionnaire was finished. Rule: a day that exists.')),
        status: z.optional(word(ANSWER_STATUSES, 'What became of the question to be scored.')),
        scored: z.optional(flag('Whether that question has a score that counts; taken from status when left out.')),
      } satisfies { [Name in keyof Invitation]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Invitation', description: 'What became of one contact in one survey.' }));
}

/**
 * The schema of an {@link Invitation}, strict.
 *
 * Use it with {@link readRecords} for the sendings of a survey tool. It looks at each field alone: a record whose fields contradict each
 * other, such as one that was opened although it bounced, still counts for the stage it proves, and `checkInvitations` names it.
 *
 * @example
 * ```ts
 * import { invitationSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const invitation = { id: 'i1', contactId: 'anna', sentAt: '2026-03-02', completedAt: '2026-03-04', status: 'complete' };
 * readRecord(invitationSchema, invitation).success; // => true
 * readRecord(invitationSchema, { ...invitation, sentAt: 'in March' }).success; // => false
 * ```
 */
export const invitationSchema: z.ZodMiniType<Invitation> = /* @__PURE__ */ createInvitationSchema();
