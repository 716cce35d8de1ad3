import { describe, expect, it } from 'vitest';
import { listSilence, type SilenceOptions } from '../../../src/accounts/silentAccounts.js';
import type { KnownAccount } from '../../../src/accounts/knownAccount.js';
import type { KnownContact } from '../../../src/accounts/knownContact.js';
import type { Account, Contact, SurveyAnswer } from '../../../src/core/records.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  client?: string | null;
  who?: string | null;
  at?: string | null;
  q1?: number | null;
  role?: string | null;
}
const fields = { account: 'client', contact: 'who', at: 'at', from: '2026-07-01', to: '2026-09-30' } as const;
const euros = (minorUnits: number): { minorUnits: number; currency: string } => ({ minorUnits, currency: 'EUR' });
const list = (
  accounts: readonly KnownAccount[],
  contacts: readonly KnownContact[],
  rows: readonly Row[],
  more: Partial<SilenceOptions<Row>> = {},
) =>
  expectSound(
    listSilence(deepFreeze([...accounts]), deepFreeze([...contacts]), deepFreeze([...rows]), { ...fields, ...more }),
  );

describe('listSilence', () => {
  it('lists accounts from which nobody answered, with what is known of them', () => {
    const accounts: Account[] = [
      { id: 'bolt', name: 'Bolt SA', revenue: euros(900) },
      { id: 'acme', revenue: euros(500) },
      { id: 'cork' },
    ];
    const contacts: Contact[] = [
      { id: 'z', accountId: 'bolt', role: 'user' },
      { id: 'y', accountId: 'bolt', role: 'buyer' },
      { id: 'x', accountId: 'bolt', role: 'user' },
      { id: 'w', accountId: 'bolt', role: 'dealer', active: false },
      { id: 'v', accountId: 'bolt', role: 'prescriber', optedOut: true },
    ];
    const rows = [
      { client: 'acme', who: 'ana', at: '2026-08-01' },
      { client: 'bolt', who: 'x', at: '2026-06-30T12:00:00Z' },
      { client: 'bolt', who: 'y', at: '2026-05-01' },
    ];
    const silence = list(accounts, contacts, rows);
    expect(silence.silentAccounts).toEqual([
      {
        account: 'bolt',
        name: 'Bolt SA',
        revenue: { minorUnits: 900, currency: 'EUR' },
        contacts: ['x', 'y', 'z'],
        roles: ['buyer', 'user'],
        lastAt: '2026-06-30T12:00:00Z',
        daysSince: 92,
      },
      { account: 'cork', name: null, revenue: null, contacts: [], roles: [], lastAt: null, daysSince: null },
    ]);
    expect(silence).toMatchObject({
      from: '2026-07-01',
      to: '2026-09-30',
      accounts: 3,
      heardAccounts: 1,
      silentRoles: [],
      revenue: [{ currency: 'EUR', heard: 500, silent: 900 }],
      accountsWithoutRevenue: 1,
      contactsWithoutAccount: 0,
    });
    expect(silence.excluded).toMatchObject({ beforeWindow: 2 });
  });

  it('lists silent roles of accounts that were heard', () => {
    const accounts = [{ id: 'b', revenue: euros(7) }, { id: 'a' }];
    const contacts = [
      { id: '1', accountId: 'a', role: 'user' },
      { id: '3', accountId: 'a', role: 'buyer' },
      { id: '2', accountId: 'a', role: 'buyer' },
      { id: '4', accountId: 'a', role: null },
      { id: '5', accountId: 'a', role: 'dealer', active: false },
      { id: '6', accountId: 'b', role: 'user' },
      { id: '7', accountId: 'b', role: 'user' },
      { id: '8', accountId: 'b', role: 'decision-maker' },
    ];
    const rows = [
      { client: 'a', who: '1', at: '2026-07-01' },
      { client: 'b', who: '6', at: '2026-09-30' },
      { client: 'b', who: '8', at: '2026-06-30' },
    ];
    expect(list(accounts, contacts, rows).silentRoles).toEqual([
      { account: 'a', name: null, role: 'buyer', contacts: ['2', '3'], revenue: null },
      { account: 'b', name: null, role: 'decision-maker', contacts: ['8'], revenue: euros(7) },
    ]);
  });

  it('hears a role through somebody who is on no list, within the window', () => {
    const accounts = [{ id: 'a' }];
    const contacts = [
      { id: '1', accountId: 'a', role: 'user' },
      { id: '2', accountId: 'a', role: 'buyer' },
    ];
    const rolesOf = (rows: Row[]): string[] =>
      list(accounts, contacts, rows, { role: 'role' }).silentRoles.map(({ role }) => role);
    const user = { client: 'a', who: '1', at: '2026-07-01', role: 'buyer' };
    const stranger = { client: 'a', who: '9', role: 'buyer' };
    expect(rolesOf([user, { ...stranger, at: '2026-07-01' }])).toEqual([]);
    expect(rolesOf([user, { ...stranger, at: '2026-06-30' }])).toEqual(['buyer']);
    // Of those on the list, the list says the role.
    expect(rolesOf([user])).toEqual(['buyer']);
    expect(rolesOf([{ ...stranger, role: null, at: '2026-07-01' }])).toEqual(['buyer', 'user']);
  });

  it.each([
    ['2026-06-30', 0, 1, 0],
    ['2026-07-01', 1, 0, 0],
    ['2026-09-30', 1, 0, 0],
    ['2026-10-01', 0, 0, 1],
    ['2026-09-30T23:30:00-05:00', 1, 0, 0],
  ])('hears an answer of %s in %s accounts', (at, heard, beforeWindow, afterWindow) => {
    const silence = list([{ id: 'a' }], [], [{ client: 'a', who: '1', at }]);
    expect(silence.heardAccounts).toBe(heard);
    expect(silence.excluded).toMatchObject({ beforeWindow, afterWindow });
  });

  it('finds the account of a listed contact where the answer does not say it', () => {
    const rows = [{ who: '1', at: '2026-07-01' }];
    expect(list([{ id: 'a' }], [{ id: '1', accountId: 'a' }], rows).heardAccounts).toBe(1);
  });

  it('does not take a skipped question for an answer', () => {
    const rows = [{ client: 'a', who: '1', at: '2026-07-01', q1: null }];
    const silence = list([{ id: 'a' }], [], rows, { score: 'q1' });
    expect([silence.heardAccounts, silence.excluded.missingScore]).toEqual([0, 1]);
    expect(list([{ id: 'a' }], [], rows).heardAccounts).toBe(1);
  });

  it('counts what it cannot use, by the first reason', () => {
    const rows: Row[] = [
      { client: 'a', at: '2026-08-01' },
      { client: 'a', who: '1' },
      { client: 'a', who: '1', at: '2026-08-32' },
      { who: '1', at: '2026-08-01' },
      { client: 'z', who: '1', at: '2026-08-01' },
      { client: 'a', who: '1', at: '2026-10-01' },
    ];
    const silence = list([{ id: 'a' }], [{ id: '5', accountId: 'z' }], rows);
    expect(silence.excluded).toEqual({
      missingContact: 1,
      missingDate: 1,
      invalidDate: 1,
      missingAccount: 1,
      unknownAccount: 1,
      missingScore: 0,
      beforeWindow: 0,
      afterWindow: 1,
    });
    expect(silence.contactsWithoutAccount).toBe(1);
    // What comes after the window is not the last time before it.
    expect(silence.silentAccounts[0]).toMatchObject({ lastAt: null, daysSince: null });
  });

  it('adds up revenue by currency', () => {
    const accounts = [
      { id: 'a', revenue: { minorUnits: 5, currency: 'USD' } },
      { id: 'b', revenue: euros(3) },
      { id: 'c', revenue: euros(4) },
      { id: 'd', revenue: euros(-1) },
      { id: 'e', revenue: null },
    ];
    const rows = [
      { client: 'a', who: '1', at: '2026-08-01' },
      { client: 'b', who: '1', at: '2026-08-01' },
    ];
    const { revenue, accountsWithoutRevenue } = list(accounts, [], rows);
    expect(revenue).toEqual([
      { currency: 'EUR', heard: 3, silent: 3 },
      { currency: 'USD', heard: 5, silent: 0 },
    ]);
    expect(accountsWithoutRevenue).toBe(1);
  });

  it('takes the records of the library', () => {
    const answers: SurveyAnswer[] = [];
    const named = {
      account: 'accountId',
      contact: 'contactId',
      at: 'at',
      id: 'id',
      role: 'role',
      score: 'value',
    } as const;
    const window = { from: '2026-07-01', to: '2026-07-01' };
    const accounts: Account[] = [{ id: 'a' }];
    const contacts: Contact[] = [{ id: '1', accountId: 'a', role: 'user' }];
    expect(listSilence(accounts, contacts, answers, { ...named, ...window }).silentAccounts).toHaveLength(1);
  });

  it('reads streams once, and gives nothing for nothing', () => {
    const accounts = readOnce([{ id: 'a' }]);
    const contacts = readOnce([{ id: '1', accountId: 'a' }]);
    const answers = readOnce<Row>([{ client: 'a', who: '1', at: '2026-08-01' }]);
    expect(listSilence(accounts, contacts, answers, fields).heardAccounts).toBe(1);
    expect(list([], [], [])).toMatchObject({ accounts: 0, heardAccounts: 0, silentAccounts: [], revenue: [] });
  });

  it('refuses lists and windows that are none', () => {
    const inputs = [
      [3, [], []],
      [[], 3, []],
      [[], [], 3],
    ] as unknown as [Account[], Contact[], Row[]][];
    const messages = inputs.map((own) => thrownBy(() => listSilence(...own, fields)));
    expect(messages.map(({ code, message }) => [code, message])).toEqual(
      ['accounts', 'contacts', 'answers'].map((name) => [
        'CX_INVALID_INPUT',
        `listSilence: ${name} must be an iterable, received 3`,
      ]),
    );
    for (const name of ['from', 'to']) {
      expect(thrownBy(() => list([], [], [], { [name]: undefined }))).toMatchObject({
        code: 'CX_INVALID_DATE',
        message: `listSilence: option "${name}" must be a civil date YYYY-MM-DD that exists, received undefined`,
      });
    }
    expect(thrownBy(() => list([], [], [], { to: '2026-06-30' }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'listSilence: option "to" must be on or after "from", 2026-07-01, received "2026-06-30"',
    });
    expect(list([], [], [], { from: '2026-09-30' }).from).toBe('2026-09-30');
  });
});
