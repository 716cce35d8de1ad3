import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountSheet } from '../../src/accounts/accountSheet.js';
import { latestPerContact } from '../../src/accounts/latestPerContact.js';
import { listSilence } from '../../src/accounts/silentAccounts.js';
import { expectSound } from '../tools/soundness.js';

interface Row {
  readonly id: string | null;
  readonly client: string | null;
  readonly who: string | null;
  readonly at: string | null;
  readonly q1: number | null;
}
const maybe = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { freq: 10 });
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const moments = fc.oneof(
  days,
  fc.tuple(days, fc.constantFrom('T00:30:00Z', 'T23:30:00+02:00', 'T12:00:00-05:00')).map((parts) => parts.join('')),
  fc.constantFrom('2026-02-30', 'monday'),
);
const row: fc.Arbitrary<Row> = fc.record({
  id: maybe(fc.constantFrom('1', '2', '3', '4')),
  client: maybe(fc.constantFrom('acme', 'bolt', 'cork')),
  who: maybe(fc.constantFrom('ana', 'ben', 'cle', 'dan')),
  at: maybe(moments),
  q1: maybe(fc.integer({ min: 0, max: 10 })),
});
const batches = fc.array(row, { maxLength: 25 });
const shuffled = batches.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
);
const contacts = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('ana', 'ben', 'cle', 'dan', 'eve'),
    accountId: fc.constantFrom('acme', 'bolt', 'dune'),
    role: maybe(fc.constantFrom('buyer', 'user')),
    active: fc.constantFrom(true, true, false),
    optedOut: fc.constantFrom(false, false, true),
  }),
  { selector: ({ id }) => id },
);
const fields = { contact: 'who', at: 'at', id: 'id' } as const;
const withAccount = { ...fields, account: 'client', score: 'q1' } as const;
const window = { from: '2026-03-08', to: '2026-03-20' } as const;
const total = (counts: object): number => Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);
const texts = (rows: readonly Row[]): string[] => rows.map((own) => JSON.stringify(own)).sort();

describe('the latest answer per contact', () => {
  it('is the same whatever the order of rows, one for each contact, and again the same', () => {
    fc.assert(
      fc.property(shuffled, ([rows, moved]) => {
        const { rows: kept, excluded } = latestPerContact(rows, { ...fields, ...window });
        const other = latestPerContact(moved, { ...fields, ...window });
        expect(texts(other.rows)).toEqual(texts(kept));
        expect(other.excluded).toEqual(excluded);
        expect(new Set(kept.map(({ who }) => who)).size).toBe(kept.length);
        expect(kept.length + total(excluded)).toBe(rows.length);
        expect(latestPerContact(kept, { ...fields, ...window }).rows).toEqual(kept);
      }),
    );
  });

  it('depends on order only through rows that are the same, without ids too', () => {
    fc.assert(
      fc.property(shuffled, ([rows, moved]) => {
        const { contact, at } = fields;
        expect(texts(latestPerContact(moved, { contact, at }).rows)).toEqual(
          texts(latestPerContact(rows, { contact, at }).rows),
        );
      }),
    );
  });
});

describe('the account sheet', () => {
  const options = { ...withAccount, asOf: '2026-03-20', silentAfterDays: 10 } as const;

  it('is the same whatever the order of rows and contacts, and leaves no answer unaccounted for', () => {
    fc.assert(
      fc.property(shuffled, contacts, ([rows, moved], known) => {
        const sheets = expectSound(accountSheet(rows, { ...options, contacts: known }));
        expect(accountSheet(moved, { ...options, contacts: [...known].reverse() })).toEqual(sheets);
        const answers = sheets.accounts.flatMap((sheet) => sheet.contacts.map((contact) => contact.answers));
        expect(answers.reduce((sum, count) => sum + count, 0) + total(sheets.excluded)).toBe(rows.length);
      }),
    );
  });

  it('tells the same last score as the latest answer per contact', () => {
    fc.assert(
      fc.property(batches, (rows) => {
        const own = rows.filter(({ client }) => client === 'acme');
        const latest = latestPerContact(own, { ...fields, score: 'q1', to: '2026-03-20' }).rows;
        const [sheet] = accountSheet(own, options).accounts;
        const expected = latest.map(({ who, q1 }) => `${who ?? ''} ${String(q1)}`).sort();
        expect((sheet?.contacts ?? []).map(({ contact, score }) => `${contact} ${String(score)}`).sort()).toEqual(
          expected,
        );
      }),
    );
  });

  it('finds everybody heard, silent or out of reach, and nobody twice', () => {
    fc.assert(
      fc.property(batches, contacts, (rows, known) => {
        for (const sheet of accountSheet(rows, { ...options, contacts: known }).accounts) {
          const heard = sheet.contacts.filter(({ state }) => state === 'heard').length;
          const unreachable = sheet.contacts.filter(({ state }) => state === 'left' || state === 'opted-out').length;
          expect(heard + unreachable + sheet.silentContacts.length).toBe(sheet.contacts.length);
          expect(sheet.promoters + sheet.passives + sheet.detractors).toBe(heard);
        }
      }),
    );
  });
});

describe('silence', () => {
  const accounts = ['acme', 'bolt', 'cork', 'dune'].map((id, place) => ({
    id,
    revenue: { minorUnits: 10 ** place, currency: place % 2 ? 'EUR' : 'USD' },
  }));

  it('is the same whatever the order, and parts accounts and revenue in two', () => {
    fc.assert(
      fc.property(shuffled, contacts, ([rows, moved], known) => {
        const silence = expectSound(listSilence(accounts, known, rows, { ...withAccount, ...window }));
        expect(
          listSilence([...accounts].reverse(), [...known].reverse(), moved, { ...withAccount, ...window }),
        ).toEqual(silence);
        expect(silence.heardAccounts + silence.silentAccounts.length).toBe(accounts.length);
        expect(silence.revenue.reduce((sum, { heard, silent }) => sum + heard + silent, 0)).toBe(1111);
        const silent = silence.silentAccounts.map(({ account }) => account);
        expect(silence.silentRoles.filter(({ account }) => silent.includes(account))).toEqual([]);
      }),
    );
  });

  it('agrees with the account sheet on who is silent', () => {
    fc.assert(
      fc.property(batches, contacts, (rows, known) => {
        const silence = listSilence(accounts, known, rows, { ...withAccount, ...window });
        // A window of 13 days that ends on the day of the sheet: ages of 0 to 12 days.
        const { accounts: sheets } = accountSheet(rows, {
          ...withAccount,
          contacts: known,
          asOf: window.to,
          silentAfterDays: 12,
        });
        for (const { account, contacts: silent, daysSince } of silence.silentAccounts) {
          const sheet = sheets.find((own) => own.account === account);
          expect(
            sheet?.silentContacts.filter((id) => known.some((own) => own.id === id && own.accountId === account)) ?? [],
          ).toEqual(silent);
          expect(sheet?.daysSince ?? null).toBe(daysSince);
        }
      }),
    );
  });
});
