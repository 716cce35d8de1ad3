import { describe, expect, it } from 'vitest';
import { accountSheet, type AccountSheetOptions } from '../../../src/accounts/accountSheet.js';
import type { Contact } from '../../../src/core/records.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  id?: string | null;
  client?: string | null;
  who?: string | null;
  at?: string | null;
  q1?: number | null;
  role?: string | null;
}
const fields = { account: 'client', contact: 'who', at: 'at', score: 'q1', id: 'id', role: 'role' } as const;
const sheets = (rows: readonly Row[], more: Partial<AccountSheetOptions<Row>> = {}) =>
  expectSound(accountSheet(deepFreeze([...rows]), { ...fields, asOf: '2026-09-30', ...more }));
const answer = (client: string, who: string, at: string, q1: number, more: Row = {}): Row => ({
  client,
  who,
  at,
  q1,
  ...more,
});
const contact = (id: string, accountId: string, role: Contact['role'], more: Partial<Contact> = {}): Contact => ({
  id,
  accountId,
  role,
  ...more,
});

describe('accountSheet', () => {
  it('gives the last answer of each contact, its class, age and change', () => {
    const rows = [
      answer('acme', 'ana', '2026-09-01', 6),
      answer('acme', 'ana', '2026-03-02', 9),
      answer('acme', 'ana', '2025-09-01', 10),
    ];
    const [sheet] = sheets(rows).accounts;
    expect(sheet?.contacts).toEqual([
      {
        contact: 'ana',
        role: null,
        state: 'heard',
        score: 6,
        class: 'detractor',
        at: '2026-09-01',
        daysSince: 29,
        previousScore: 9,
        previousAt: '2026-03-02',
        change: -3,
        answers: 3,
      },
    ]);
  });

  it('counts the classes of those heard, with the extremes', () => {
    const scores = { a: 10, b: 9, c: 8, d: 7, e: 6, f: 0 };
    const rows = Object.entries(scores).map(([who, q1]) => answer('acme', who, '2026-09-01', q1));
    const old = answer('acme', 'g', '2025-01-01', 10);
    expect(sheets([...rows, old], { silentAfterDays: 90 }).accounts[0]).toMatchObject({
      promoters: 2,
      passives: 2,
      detractors: 2,
      lowest: 0,
      highest: 10,
      daysSince: 29,
      silentContacts: ['g'],
    });
  });

  it('says what there is to say of one answer, and of none', () => {
    const known = [contact('ben', 'acme', 'user')];
    const { accounts } = sheets([answer('bolt', 'ana', '2026-09-30', 0)], { contacts: known });
    expect(accounts.map(({ account }) => account)).toEqual(['acme', 'bolt']);
    expect(accounts[0]).toEqual({
      account: 'acme',
      contacts: [
        {
          contact: 'ben',
          role: 'user',
          state: 'never-heard',
          score: null,
          class: null,
          at: null,
          daysSince: null,
          previousScore: null,
          previousAt: null,
          change: null,
          answers: 0,
        },
      ],
      promoters: 0,
      passives: 0,
      detractors: 0,
      lowest: null,
      highest: null,
      silentContacts: ['ben'],
      silentRoles: ['user'],
      daysSince: null,
    });
    expect(accounts[1]).toMatchObject({
      lowest: 0,
      highest: 0,
      daysSince: 0,
      silentContacts: [],
      contacts: [{ daysSince: 0, previousScore: null, previousAt: null, change: null, answers: 1, class: 'detractor' }],
    });
  });

  it.each([
    ['2026-04-03', 'heard'],
    ['2026-04-02', 'silent'],
  ])('takes an answer of %s, 180 days being the limit, for %s', (at, state) => {
    const { accounts, silentAfterDays } = sheets([answer('acme', 'ana', at, 9)], { silentAfterDays: 180 });
    expect(accounts[0]?.contacts[0]?.state).toBe(state);
    expect(silentAfterDays).toBe(180);
  });

  it('takes a limit of one day', () => {
    const rows = ['2026-09-29', '2026-09-28'].map((at, place) => answer('acme', String(place), at, 9));
    expect(sheets(rows, { silentAfterDays: 1 }).accounts[0]?.silentContacts).toEqual(['1']);
  });

  it('takes -0 for 0', () => {
    expect(sheets([answer('acme', 'ana', '2026-09-01', -0)]).accounts[0]?.lowest).toBe(0);
  });

  it('never lets answers age unless asked', () => {
    const { accounts, silentAfterDays, asOf } = sheets([answer('acme', 'ana', '1999-01-01', 9)]);
    expect(accounts[0]?.contacts[0]?.state).toBe('heard');
    expect([silentAfterDays, asOf]).toEqual([null, '2026-09-30']);
  });

  it('counts days from the day as written', () => {
    const late = answer('acme', 'ana', '2026-09-29T23:30:00-05:00', 9);
    expect(sheets([late]).accounts[0]?.contacts[0]).toMatchObject({ daysSince: 1, at: '2026-09-29T23:30:00-05:00' });
  });

  it('tells those who cannot be asked from the silent', () => {
    const contacts = [
      contact('a', 'acme', 'user', { optedOut: true }),
      contact('b', 'acme', 'user', { active: false }),
      contact('c', 'acme', 'user', { active: false, optedOut: true }),
      contact('d', 'acme', 'user', { optedOut: true }),
      contact('e', 'acme', 'user', { active: true, optedOut: false }),
      contact('f', 'acme', 'user', { optedOut: true }),
    ];
    const rows = [
      answer('acme', 'c', '2026-09-01', 9),
      answer('acme', 'd', '2026-09-01', 3),
      answer('acme', 'e', '2026-01-01', 9),
      answer('acme', 'f', '2026-01-01', 9),
    ];
    const [sheet] = sheets(rows, { contacts, silentAfterDays: 90 }).accounts;
    expect(sheet?.contacts.map(({ contact: id, state }) => [id, state])).toEqual([
      ['a', 'opted-out'],
      ['b', 'left'],
      ['c', 'left'],
      ['d', 'heard'],
      ['e', 'silent'],
      ['f', 'opted-out'],
    ]);
    // The one who left does not count among those heard.
    expect(sheet).toMatchObject({ promoters: 0, detractors: 1, silentContacts: ['e'], silentRoles: [] });
  });

  it('lists roles that somebody silent holds and nobody heard', () => {
    const contacts = [
      contact('a', 'acme', 'user'),
      contact('b', 'acme', 'user'),
      contact('c', 'acme', 'decision-maker'),
      contact('d', 'acme', 'buyer'),
      contact('e', 'acme', 'prescriber', { active: false }),
      { id: 'f', accountId: 'acme' },
      { id: 'g', accountId: 'acme', role: 'buyer' },
    ];
    const [sheet] = sheets([answer('acme', 'a', '2026-09-01', 9)], { contacts }).accounts;
    expect(sheet?.silentContacts).toEqual(['b', 'c', 'd', 'f', 'g']);
    expect(sheet?.silentRoles).toEqual(['buyer', 'decision-maker']);
  });

  it('takes the role from the list, otherwise from the latest answer with one', () => {
    const rows = [
      answer('acme', 'ana', '2026-01-01', 9, { role: 'user' }),
      answer('acme', 'ana', '2026-02-01', 9, { role: 'buyer' }),
      answer('acme', 'ana', '2026-03-01', 9, { role: null }),
      answer('acme', 'ben', '2026-03-01', 9, { role: 'user' }),
    ];
    const [sheet] = sheets(rows, { contacts: [contact('ben', 'acme', 'dealer')] }).accounts;
    expect(sheet?.contacts.map(({ role }) => role)).toEqual(['buyer', 'dealer']);
    expect(sheets(rows, { role: undefined }).accounts[0]?.contacts[0]?.role).toBeNull();
  });

  it('finds the account of a listed contact where the answer does not say it', () => {
    const rows = [
      { ...answer('', 'ana', '2026-09-01', 9) },
      { ...answer('bolt', 'ana', '2026-08-01', 3) },
      { who: 'ben', at: '2026-09-01', q1: 9 },
    ];
    const { accounts, excluded } = sheets(rows, { contacts: [contact('ana', 'acme', 'user')] });
    expect(accounts.map(({ account, contacts }) => [account, contacts[0]?.score])).toEqual([
      ['acme', 9],
      ['bolt', 3],
    ]);
    expect(excluded.missingAccount).toBe(1);
  });

  it('shows one account on request, and sorts by code units', () => {
    const rows = ['b', 'a', 'Z', 'é'].map((client) => answer(client, 'ana', '2026-09-01', 9));
    expect(sheets(rows).accounts.map(({ account }) => account)).toEqual(['Z', 'a', 'b', 'é']);
    expect(sheets(rows, { only: 'a' }).accounts.map(({ account }) => account)).toEqual(['a']);
    expect(sheets(rows, { only: 'none' }).accounts).toEqual([]);
    const people = ['b', 'a', 'Z'].map((who) => answer('acme', who, '2026-09-01', 9));
    expect(sheets(people).accounts[0]?.contacts.map(({ contact: id }) => id)).toEqual(['Z', 'a', 'b']);
  });

  it('orders answers of one day by id', () => {
    const rows = [
      answer('acme', 'ana', '2026-09-01', 3, { id: 'x2' }),
      answer('acme', 'ana', '2026-09-01', 9, { id: 'x1' }),
    ];
    for (const own of [rows, [...rows].reverse()]) {
      expect(sheets(own).accounts[0]?.contacts[0]).toMatchObject({ score: 3, previousScore: 9, change: -6 });
    }
  });

  it('counts an export that was read twice once, and takes its correction', () => {
    const rows = [
      answer('acme', 'ana', '2026-08-01', 3, { id: 'x1' }),
      answer('acme', 'ana', '2026-08-02', 4, { id: 'x1' }),
      answer('acme', 'ana', '2026-09-01', 9, { id: 'x2' }),
      answer('acme', 'ana', '2026-09-01', 9, { id: 'x2' }),
      answer('acme', 'ben', '2026-09-01', 9, { id: 'x2' }),
      answer('acme', 'ana', '2026-07-01', 8, { id: null }),
      answer('acme', 'ana', '2026-07-01', 8, { id: null }),
    ];
    const { accounts, excluded } = sheets(rows);
    expect(excluded.duplicate).toBe(2);
    expect(accounts[0]?.contacts[0]).toMatchObject({ score: 9, previousScore: 4, change: 5, answers: 4 });
    expect(accounts[0]?.contacts[1]).toMatchObject({ contact: 'ben', answers: 1 });
  });

  it('counts what it leaves out, by the first reason', () => {
    const rows: Row[] = [
      { client: 'acme', at: '2026-09-01', q1: 9 },
      { client: 'acme', who: 'ana', q1: 9 },
      { client: 'acme', who: 'ana', at: 'monday', q1: 9 },
      { who: 'ana', at: '2026-09-01', q1: 9 },
      { client: 'acme', who: 'ana', at: '2026-09-01', q1: null },
      { client: 'acme', who: 'ana', at: '2026-10-01', q1: 9 },
      { client: 'acme', who: 'ana', at: '2026-10-01', q1: 11 },
    ];
    const { accounts, excluded } = sheets(rows, { offScale: 'exclude' });
    expect(accounts).toEqual([]);
    expect(excluded).toEqual({
      missingContact: 1,
      missingDate: 1,
      invalidDate: 1,
      missingAccount: 1,
      missingScore: 1,
      offScale: 1,
      afterAsOf: 1,
      duplicate: 0,
    });
  });

  it.each([11, -1, 8.5, NaN, '9'])('throws for the score %s, naming the row', (q1) => {
    const rows = [answer('acme', 'ana', '2026-09-01', 9), answer('acme', 'ana', '2026-09-01', q1 as number)];
    expect(thrownBy(() => accountSheet(rows, { ...fields, asOf: '2026-09-30' }))).toMatchObject({
      code: 'CX_OFF_SCALE',
      message: expect.stringContaining(
        'accountSheet: score at row 1 must be a whole number from 0 to 10, received',
      ) as string,
    });
  });

  it('reads a stream once, and gives nothing for nothing', () => {
    const stream = readOnce([answer('acme', 'ana', '2026-09-01', 9)]);
    const contacts = readOnce([contact('ben', 'acme', 'user')]);
    expect(accountSheet(stream, { ...fields, contacts, asOf: '2026-09-30' }).accounts[0]?.contacts).toHaveLength(2);
    expect(sheets([]).accounts).toEqual([]);
  });

  it.each([
    [
      { asOf: '2026-09-31' },
      'CX_INVALID_DATE',
      'option "asOf" must be a civil date YYYY-MM-DD that exists, received "2026-09-31"',
    ],
    [
      { asOf: undefined },
      'CX_INVALID_DATE',
      'option "asOf" must be a civil date YYYY-MM-DD that exists, received undefined',
    ],
    [{ silentAfterDays: 0 }, 'CX_INVALID_OPTION', 'option "silentAfterDays" must be a whole number from 1, received 0'],
    [
      { silentAfterDays: 1.5 },
      'CX_INVALID_OPTION',
      'option "silentAfterDays" must be a whole number from 1, received 1.5',
    ],
    [{ offScale: 'keep' }, 'CX_INVALID_OPTION', 'option "offScale" must be "throw" or "exclude", received "keep"'],
    [{ contacts: 3 }, 'CX_INVALID_INPUT', 'contacts must be an iterable, received 3'],
  ])('refuses %j', (more, code, message) => {
    const options = { ...fields, asOf: '2026-09-30', ...more } as never;
    expect(thrownBy(() => accountSheet([], options))).toMatchObject({ code, message: `accountSheet: ${message}` });
  });

  it('refuses answers that cannot be iterated', () => {
    expect(thrownBy(() => accountSheet(3 as never, fields as never))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'accountSheet: answers must be an iterable of rows, received 3',
    });
  });
});
