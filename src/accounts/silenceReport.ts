import type { Money } from '../core/records.js';
import type { AnswerFault } from './answerRecord.js';

/** An account from which nobody answered within the window. */
export interface SilentAccount {
  /** Id of the account. */
  readonly account: string;
  /** Its name; `null` when unknown. */
  readonly name: string | null;
  /** Revenue with it; `null` when unknown. */
  readonly revenue: Money | null;
  /** Contacts who could be asked, in code-unit order: none means that nobody is known to ask. */
  readonly contacts: readonly string[];
  /** Roles of these contacts, in code-unit order. */
  readonly roles: readonly string[];
  /** When it was last heard before the window, as written; `null` when never. */
  readonly lastAt: string | null;
  /** Whole days from then to the end of the window; `null` when never heard. */
  readonly daysSince: number | null;
}

/** A role from which nobody answered, at an account where somebody else did. */
export interface SilentRole {
  /** Id of the account. */
  readonly account: string;
  /** Name of the account; `null` when unknown. */
  readonly name: string | null;
  /** The role. */
  readonly role: string;
  /** Contacts of that role who could be asked, in code-unit order. */
  readonly contacts: readonly string[];
  /** Revenue with the account; `null` when unknown. */
  readonly revenue: Money | null;
}

/** Revenue of one currency, heard and silent. */
export interface SilenceRevenue {
  /** Currency as an ISO 4217 code. */
  readonly currency: string;
  /** Revenue with accounts that were heard, in minor units. */
  readonly heard: number;
  /** Revenue with accounts that were silent, in minor units. */
  readonly silent: number;
}

/** Reasons for which an answer does not break the silence of an account. */
export type SilenceExclusion =
  AnswerFault | 'missingAccount' | 'unknownAccount' | 'missingScore' | 'beforeWindow' | 'afterWindow';

/** Who was not heard within a window. */
export interface Silence {
  /** First day of the window. */
  readonly from: string;
  /** Last day of the window. */
  readonly to: string;
  /** Accounts listed. */
  readonly accounts: number;
  /** Accounts heard within the window. */
  readonly heardAccounts: number;
  /** Accounts from which nobody answered, in code-unit order of the ids. */
  readonly silentAccounts: readonly SilentAccount[];
  /** Roles from which nobody answered at accounts that were heard, in code-unit order of account and role. */
  readonly silentRoles: readonly SilentRole[];
  /** Revenue heard and silent, by currency in code-unit order. */
  readonly revenue: readonly SilenceRevenue[];
  /** Accounts whose revenue is not known. */
  readonly accountsWithoutRevenue: number;
  /** Contacts of accounts that are not listed. */
  readonly contactsWithoutAccount: number;
  /** Answers that count for nothing here, by reason. Those before the window still date the last time an account was heard. */
  readonly excluded: Readonly<Record<SilenceExclusion, number>>;
}
