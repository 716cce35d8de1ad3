import type { Money } from '../core/records.js';

/** An account that is known, whether heard or not: every `Account` record is one. */
export interface KnownAccount {
  /** Id of the account. */
  readonly id: string;
  /** Name. */
  readonly name?: string | null | undefined;
  /** Revenue with it in the period under study. */
  readonly revenue?: Money | null | undefined;
}
