import { requireOption, requireOptions, requireRows } from '../../core/options.js';
import type { RecordFinding } from '../../core/recordFinding.js';
import type { Account } from '../../core/records.js';
import { requireCurrency } from '../business/money.js';
import { checkInvitations, type InvitationFindingCode } from './checkInvitations.js';
import type { Invitation } from './invitation.js';
import { readAsOf } from '../../core/moment.js';
import { keepFurthest, toStages, type Furthest, type OutreachStageResult } from './outreachLosses.js';
import { reachOf, setAside, type InvitationExclusion } from './outreachStage.js';
import { readRevenue, type RevenueFault } from './revenue.js';

/** Options of the ledger. */
export interface OutreachLedgerOptions {
  /** The accounts: they bring the revenue, and those of whom no contact is in the invitations. */
  readonly accounts?: Iterable<Account> | undefined;
  /** Currency of the revenue, as an ISO 4217 code; needed only where the accounts have several. */
  readonly currency?: string | undefined;
  /** The moment the ledger speaks of: what happened later is not counted. All that is in the records when left out. */
  readonly asOf?: string | undefined;
}

/** The revenue in a ledger. */
export interface OutreachRevenue {
  /** Currency of the amounts, which are in its minor units. */
  readonly currency: string;
  /** The stages. */
  readonly stages: readonly OutreachStageResult[];
  /** Accounts whose revenue does not count, by reason; `noRevenue` where it is not above 0. */
  readonly excluded: Readonly<Record<RevenueFault | 'noRevenue', number>>;
}

/** What became of a survey, stage by stage, for contacts, accounts and revenue. */
export interface OutreachLedger {
  /** Contacts: each once, at the furthest stage of its invitations. */
  readonly contacts: readonly OutreachStageResult[];
  /** Accounts: each once, at the furthest stage of its contacts. */
  readonly accounts: readonly OutreachStageResult[];
  /** Revenue of the accounts at their stages; `null` without accounts that have revenue. */
  readonly revenue: OutreachRevenue | null;
  /** Invitations set aside, by reason. */
  readonly excluded: Readonly<Record<InvitationExclusion, number>>;
  /** Invitations without an account; they count as contacts only. */
  readonly missingAccount: number;
  /** What is wrong with the invitations; see {@link checkInvitations}. */
  readonly findings: readonly RecordFinding<InvitationFindingCode>[];
}

/** Finds the one currency of the accounts, or takes the one given. */
function resolveCurrency(accounts: readonly Account[], given: string | undefined): string | null {
  if (given !== undefined) {
    requireCurrency('outreachLedger', given);
    return given;
  }
  const found = new Set(
    accounts.flatMap(({ revenue }) => (typeof revenue?.currency === 'string' ? [revenue.currency] : [])),
  );
  requireOption(found.size < 2, 'outreachLedger', 'currency', 'given, as the accounts have several', given);
  return [...found][0] ?? null;
}

function toRevenue(
  units: ReadonlyMap<string, Furthest>,
  accounts: readonly Account[],
  currency: string,
): OutreachRevenue {
  const excluded = { missingRevenue: 0, invalidRevenue: 0, otherCurrency: 0, noRevenue: 0 };
  const amounts = new Map<string, number>();
  for (const { id, revenue } of accounts) {
    const amount = readRevenue(revenue, currency);
    if (typeof amount === 'string') excluded[amount]++;
    else amounts.set(id, (amounts.get(id) ?? 0) + amount);
  }
  const listed = new Set(accounts.map(({ id }) => id));
  for (const account of units.keys()) if (!listed.has(account)) excluded.missingRevenue++;
  for (const amount of amounts.values()) if (amount <= 0) excluded.noRevenue++;
  return { currency, stages: toStages(units, (account) => Math.max(0, amounts.get(account) ?? 0)), excluded };
}

/**
 * Lays out what became of a survey, from the contacts who could be asked to the scores, with what was lost at each stage and why.
 *
 * Use it for each wave, beside the score: it is the honest denominator, at the level of contacts, of accounts and of revenue. A wave
 * that loses its accounts to quarantine needs another plan than one that loses them between opening and starting.
 *
 * @param invitations - One record per contact who was asked, or could have been; read once.
 * @param options - The `accounts` with their revenue, the `currency` where they have several, and `asOf`.
 * @returns The stages of contacts, accounts and revenue; each count is at most the one before.
 * @throws TypeError with code `CX_INVALID_DATE` when `asOf` cannot be read, `CX_INVALID_OPTION` when the currency is none, or is left out
 * although the accounts have several.
 * @remarks A later stage proves the earlier ones, so an answer to an invitation that bounced was delivered; what contradicts itself is in
 * `findings`. What was sent and did not bounce counts as delivered. Tests, spam, withdrawn answers and unreadable records are set
 * aside before the first stage. An answer left before its end stays at `'started'`, scored or not: `'partial-scored'` counts those
 * with a score. Only times are held against `asOf`; a reason or a bounce, which have none, stand.
 * @example
 * ```ts
 * import { outreachLedger } from 'cx-scoring';
 *
 * const ledger = outreachLedger(
 *   [
 *     { id: 'i1', contactId: 'anna', accountId: 'A', sentAt: '2026-03-02', completedAt: '2026-03-04', status: 'complete' },
 *     { id: 'i2', contactId: 'ben', accountId: 'A', sentAt: '2026-03-02', bounced: true },
 *     { id: 'i3', contactId: 'cleo', accountId: 'B', notSurveyed: 'quarantine' },
 *   ],
 *   { accounts: [{ id: 'A', revenue: { minorUnits: 900, currency: 'EUR' } }, { id: 'B', revenue: { minorUnits: 100, currency: 'EUR' } }] },
 * );
 * ledger.contacts.map(({ count }) => count); // => [3, 3, 2, 1, 1, 1, 1, 1]
 * ledger.contacts[2]?.reasons; // => { quarantine: 1 }
 * ledger.accounts.map(({ count }) => count); // => [2, 2, 1, 1, 1, 1, 1, 1]
 * ledger.revenue?.stages[7]?.ofFirst; // => 0.9
 * ```
 */
export function outreachLedger(invitations: Iterable<Invitation>, options: OutreachLedgerOptions = {}): OutreachLedger {
  requireRows('outreachLedger', 'invitations', invitations);
  requireOptions('outreachLedger', options);
  const asOf = options.asOf === undefined ? null : readAsOf('outreachLedger', options.asOf);
  const known = options.accounts ? Array.from(options.accounts) : [];
  const currency = resolveCurrency(known, options.currency);
  const rows = Array.from(invitations);
  const excluded = { test: 0, spam: 0, excluded: 0, invalid: 0 };
  const contacts = new Map<string, Furthest>();
  const accounts = new Map<string, Furthest>();
  let missingAccount = 0;
  for (const row of rows) {
    const aside = setAside(row);
    if (aside) {
      excluded[aside]++;
      continue;
    }
    const reach = reachOf(row, asOf);
    keepFurthest(contacts, row.contactId, reach);
    if (row.accountId) keepFurthest(accounts, row.accountId, reach);
    else missingAccount++;
  }
  for (const { id } of known) if (!accounts.has(id)) accounts.set(id, { passed: 0, reason: 'no-contact' });
  return {
    contacts: toStages(contacts, () => 1),
    accounts: toStages(accounts, () => 1),
    revenue: currency === null ? null : toRevenue(accounts, known, currency),
    excluded,
    missingAccount,
    findings: checkInvitations(rows),
  };
}
