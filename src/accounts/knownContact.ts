/** A contact that is known, whether heard or not: every `Contact` record is one. */
export interface KnownContact {
  /** Id of the contact. */
  readonly id: string;
  /** Account the contact belongs to. */
  readonly accountId: string;
  /** Role in the decisions of the account: one of `CONTACT_ROLES`, or a word of one's own. */
  readonly role?: string | null | undefined;
  /** `false` for one who has left; active when left out. */
  readonly active?: boolean | null | undefined;
  /** `true` for one who does not want to be asked. */
  readonly optedOut?: boolean | null | undefined;
}

/**
 * Whether a contact was heard within the window:
 *
 * - `'heard'`: answered within it;
 * - `'silent'`: answered before, not within it;
 * - `'never-heard'`: has never answered;
 * - `'opted-out'`: not heard within it, and does not want to be asked;
 * - `'left'`: has left the account, heard or not.
 *
 * Only `'silent'` and `'never-heard'` count as silence, since the others cannot be asked.
 */
export type ContactState = 'heard' | 'silent' | 'never-heard' | 'opted-out' | 'left';

/** Judges a contact by its last answer. */
export function contactState(
  contact: KnownContact | undefined,
  lastAnswer: 'within' | 'before' | 'none',
): ContactState {
  if (contact?.active === false) return 'left';
  if (lastAnswer === 'within') return 'heard';
  if (contact?.optedOut === true) return 'opted-out';
  return lastAnswer === 'before' ? 'silent' : 'never-heard';
}

/** Tells whether a state is silence of somebody who could be asked. */
export function isSilence(state: ContactState): boolean {
  return state === 'silent' || state === 'never-heard';
}

/** Roles, in code-unit order, that somebody silent holds and nobody who was heard. */
export function silentRoles(
  contacts: readonly { readonly role: string | null; readonly state: ContactState }[],
): string[] {
  const heard = new Set(contacts.filter(({ state }) => state === 'heard').map(({ role }) => role));
  const silent = contacts.filter(({ role, state }) => isSilence(state) && role !== null && !heard.has(role));
  return [...new Set(silent.map(({ role }) => role as string))].sort();
}
