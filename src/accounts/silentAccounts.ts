import { cxError } from '../core/errors.js';
import type { Field, Score } from '../core/field.js';
import { requireOption } from '../core/options.js';
import { isIterable } from '../measures/input.js';
import { dayOption } from './answerMoment.js';
import type { AnswerFields, OptionalText } from './answerRecord.js';
import { compareText } from './weightingClasses.js';
import { hear } from './hearing.js';
import type { KnownAccount } from './knownAccount.js';
import { contactState, isSilence, silentRoles, type KnownContact } from './knownContact.js';
import type { Silence, SilenceRevenue, SilentAccount, SilentRole } from './silenceReport.js';

/** Where an answer says who gave it, and the window. */
export interface SilenceOptions<Row> extends AnswerFields<Row> {
  /** Account of the contact who answered; where it is missing, the account of the contact in `contacts` counts. */
  readonly account: Field<Row, OptionalText>;
  /** Role of the contact, for those who are not among `contacts`: they break the silence of their role too. */
  readonly role?: Field<Row, OptionalText> | undefined;
  /** The score: with it, rows without one do not break a silence; a skipped question is no answer. */
  readonly score?: Field<Row, Score> | undefined;
  /** First day of the window, a civil date. */
  readonly from: string;
  /** Last day of the window, itself included. */
  readonly to: string;
}

/**
 * Lists the accounts, and the roles at accounts, from which nobody answered within a window.
 *
 * Use it beside every business-to-business score: silence is not random there, and revenue that says nothing is a risk that no average
 * shows. Sort by `revenue.minorUnits` within a currency to see whom to call first.
 *
 * @remarks
 * An account is heard when anybody answered for it, listed as a contact or not. A role is silent when somebody who could be asked
 * holds it and nobody heard does; those who opted out or left are neither. An answer lies in the window by its day as written, in its
 * own zone. Nothing depends on the order of rows; of two accounts or contacts with one id the later counts.
 *
 * @param accounts - The accounts that should be heard.
 * @param contacts - The contacts known.
 * @param answers - Answers: any iterable or a column table.
 * @param options - Where account, contact and date are, and the window.
 * @returns Silent accounts and roles with their revenue, and revenue heard and silent by currency: plain data.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when a list cannot be iterated, `CX_INVALID_DATE` when `from` or `to`
 * is not a civil date, and `CX_INVALID_OPTION` when the window ends before it begins.
 * @example
 * ```ts
 * import { listSilence } from 'cx-scoring';
 *
 * const accounts = [
 *   { id: 'acme', revenue: { minorUnits: 500_000, currency: 'EUR' } },
 *   { id: 'bolt', revenue: { minorUnits: 900_000, currency: 'EUR' } },
 * ];
 * const contacts = [
 *   { id: 'ana', accountId: 'acme', role: 'buyer' },
 *   { id: 'ben', accountId: 'acme', role: 'decision-maker' },
 * ];
 * const answers = [{ client: 'acme', who: 'ana', at: '2026-09-01' }];
 * const fields = { account: 'client', contact: 'who', at: 'at' } as const;
 * const silence = listSilence(accounts, contacts, answers, { ...fields, from: '2026-07-01', to: '2026-09-30' });
 * silence.silentAccounts.map(({ account }) => account); // => ['bolt']
 * silence.silentRoles.map(({ account, role }) => [account, role]); // => [['acme', 'decision-maker']]
 * silence.revenue; // => [{ currency: 'EUR', heard: 500000, silent: 900000 }]
 * ```
 */
export function listSilence<Row>(
  accounts: Iterable<KnownAccount>,
  contacts: Iterable<KnownContact>,
  answers: Iterable<Row>,
  options: SilenceOptions<NoInfer<Row>>,
): Silence {
  for (const [name, list] of Object.entries({ accounts, contacts, answers })) {
    if (!isIterable(list)) throw cxError('CX_INVALID_INPUT', `listSilence: ${name}`, 'an iterable', list);
  }
  const { from, to } = options;
  const [first, last] = [dayOption('listSilence', 'from', from), dayOption('listSilence', 'to', to)];
  requireOption(first <= last, 'listSilence', 'to', `on or after "from", ${from}`, to);
  const listed = new Map(Array.from(accounts, (account) => [account.id, account]));
  const known = new Map(Array.from(contacts, (contact) => [contact.id, contact]));
  const { hearings, excluded } = hear(answers, options, { listed, known, first, last });
  const contactsOf = new Map<string, KnownContact[]>();
  for (const contact of [...known.values()].sort((a, b) => compareText(a.id, b.id))) {
    const own = contactsOf.get(contact.accountId);
    if (own) own.push(contact);
    else contactsOf.set(contact.accountId, [contact]);
  }
  const silentAccounts: SilentAccount[] = [];
  const rolesSilent: SilentRole[] = [];
  const revenues = new Map<string, { heard: number; silent: number }>();
  for (const [account, { name, revenue: given }] of [...listed].sort(([a], [b]) => compareText(a, b))) {
    const hearing = hearings.get(account);
    const revenue = given ? { minorUnits: given.minorUnits, currency: given.currency } : null;
    const own = { account, name: name ?? null, revenue };
    const people = (contactsOf.get(account) ?? []).map((contact) => ({
      contact: contact.id,
      role: contact.role ?? null,
      // Whether a silent contact was heard before makes no difference here.
      state: contactState(contact, hearing?.within.has(contact.id) === true ? 'within' : 'none'),
    }));
    const isHeard = hearing !== undefined && hearing.within.size > 0;
    const silent = people.filter(({ state }) => isSilence(state));
    if (isHeard) {
      for (const role of silentRoles(people).filter((silentRole) => !hearing.roles.has(silentRole))) {
        const ids = silent.filter((person) => person.role === role).map(({ contact }) => contact);
        rolesSilent.push({ ...own, role, contacts: ids });
      }
    } else {
      const roles = [...new Set(silent.flatMap(({ role }) => (role === null ? [] : [role])))].sort();
      const lastAt = hearing?.latest.at ?? null;
      const daysSince = hearing ? last - hearing.latest.moment.day : null;
      const ids = silent.map(({ contact }) => contact);
      silentAccounts.push({ ...own, contacts: ids, roles, lastAt, daysSince });
    }
    if (revenue !== null) {
      const sums = revenues.get(revenue.currency) ?? { heard: 0, silent: 0 };
      sums[isHeard ? 'heard' : 'silent'] += revenue.minorUnits;
      revenues.set(revenue.currency, sums);
    }
  }
  return {
    from,
    to,
    accounts: listed.size,
    heardAccounts: listed.size - silentAccounts.length,
    silentAccounts,
    silentRoles: rolesSilent,
    revenue: [...revenues]
      .sort(([a], [b]) => compareText(a, b))
      .map(([currency, sums]): SilenceRevenue => ({ currency, ...sums })),
    accountsWithoutRevenue: [...listed.values()].filter(({ revenue }) => !revenue).length,
    contactsWithoutAccount: [...known.values()].filter(({ accountId }) => !listed.has(accountId)).length,
    excluded,
  };
}
