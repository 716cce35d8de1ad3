import { requireOptions, requireRows } from '../../core/options.js';
import type { Contact, ContactRole } from '../../core/records.js';
import type { Invitation } from './invitation.js';
import { reachOf, setAside, stageNumber } from './outreachStage.js';
import { hasAnswered, resolveNumerator, type AnswerOptions } from './responseRate.js';

/** A known contact and whether it was asked and heard. */
export interface ContactReach {
  /** Id of the contact. */
  readonly contactId: string;
  /** Account of the contact; `null` when it is not known. */
  readonly accountId: string | null;
  /** Role of the contact; `null` when it is not known. */
  readonly role: ContactRole | null;
  /** Whether an invitation was sent. */
  readonly invited: boolean;
  /** Whether the contact answered. */
  readonly answered: boolean;
}

/**
 * Joins known contacts to their invitations: who was invited, and who answered.
 *
 * Use it before {@link computeContactCoverage}. Contacts are known from the records of the accounts; a survey alone does not know
 * whom it never asked.
 *
 * @param contacts - The contacts known; those who have left (`active: false`) are passed over unless they answered.
 * @param invitations - Their invitations, in any number; one whose contact is not among the contacts adds a contact.
 * @param options - What counts as an answer: `numerator`, `'complete'` unless given.
 * @returns One row per contact, in code-unit order of the ids.
 * @throws TypeError with code `CX_INVALID_OPTION` for another numerator.
 * @example
 * ```ts
 * import { toContactReach } from 'cx-scoring';
 *
 * toContactReach(
 *   [{ id: 'anna', accountId: 'A', role: 'buyer' }],
 *   [{ id: 'i1', contactId: 'anna', sentAt: '2026-03-02', status: 'complete' }],
 * ); // => [{ contactId: 'anna', accountId: 'A', role: 'buyer', invited: true, answered: true }]
 * ```
 */
export function toContactReach(
  contacts: Iterable<Contact>,
  invitations: Iterable<Invitation>,
  options: AnswerOptions = {},
): ContactReach[] {
  requireOptions('toContactReach', options);
  requireRows('toContactReach', 'invitations', invitations);
  const numerator = resolveNumerator('toContactReach', options);
  const listed = new Map(Array.from(contacts, (contact) => [contact.id, contact]));
  const reaches = new Map<string, ContactReach>();
  for (const { id, accountId, role, active } of listed.values()) {
    if (active === false) continue;
    reaches.set(id, {
      contactId: id,
      accountId: accountId ?? null,
      role: role ?? null,
      invited: false,
      answered: false,
    });
  }
  for (const invitation of invitations) {
    if (setAside(invitation)) continue;
    const { contactId } = invitation;
    const contact = listed.get(contactId);
    const answered = hasAnswered(invitation, numerator);
    if (contact?.active === false && !answered) continue;
    const before = reaches.get(contactId);
    const source = contact ?? invitation;
    reaches.set(contactId, {
      contactId,
      accountId: least(before?.accountId, source.accountId),
      role: least(before?.role, source.role),
      invited: before?.invited === true || reachOf(invitation).passed >= stageNumber('sent'),
      answered: before?.answered === true || answered,
    });
  }
  return [...reaches.values()].sort((a, b) => (a.contactId < b.contactId ? -1 : 1));
}

/** The first of two words in code-unit order, so that invitations that disagree give one answer in any order. */
function least<Word extends string>(a: Word | null | undefined, b: Word | null | undefined): Word | null {
  if (a === null || a === undefined) return b ?? null;
  return b === null || b === undefined || a < b ? a : b;
}
