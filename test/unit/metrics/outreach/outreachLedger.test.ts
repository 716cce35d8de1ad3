import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/core/records.js';
import type { Invitation } from '../../../../src/metrics/outreach/invitation.js';
import { outreachLedger } from '../../../../src/metrics/outreach/outreachLedger.js';
import { OUTREACH_STAGES } from '../../../../src/metrics/outreach/outreachStage.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../../tools/soundness.js';
import { WAVE, invitation } from './rates.js';

const sentAt = '2026-03-01';
const account = (id: string, minorUnits: number | null, currency = 'EUR'): Account => {
  return { id, ...(minorUnits !== null && { revenue: { minorUnits, currency } }) };
};
const of = (contactId: string, accountId: string, fields: Partial<Invitation>): Invitation => {
  return invitation({ id: contactId, contactId, accountId, ...fields });
};

describe('outreachLedger', () => {
  it('lays out every stage, with what was lost and why', () => {
    const ledger = expectSound(outreachLedger(readOnce(deepFreeze(WAVE))));
    expect(ledger.contacts).toEqual([
      { stage: 'eligible', count: 12, ofPrevious: 12 / 13, ofFirst: 1, lost: 1, reasons: { 'opted-out': 1 } },
      { stage: 'sampled', count: 11, ofPrevious: 11 / 12, ofFirst: 11 / 12, lost: 1, reasons: { 'not-sampled': 1 } },
      {
        stage: 'sent',
        count: 9,
        ofPrevious: 9 / 11,
        ofFirst: 9 / 12,
        lost: 2,
        reasons: { 'not-sent': 1, quarantine: 1 },
      },
      { stage: 'delivered', count: 7, ofPrevious: 7 / 9, ofFirst: 7 / 12, lost: 2, reasons: { bounced: 2 } },
      { stage: 'opened', count: 6, ofPrevious: 6 / 7, ofFirst: 6 / 12, lost: 1, reasons: { 'not-opened': 1 } },
      { stage: 'started', count: 5, ofPrevious: 5 / 6, ofFirst: 5 / 12, lost: 1, reasons: { 'not-started': 1 } },
      {
        stage: 'completed',
        count: 2,
        ofPrevious: 2 / 5,
        ofFirst: 2 / 12,
        lost: 3,
        reasons: { 'not-completed': 1, partial: 1, 'partial-scored': 1 },
      },
      { stage: 'scored', count: 1, ofPrevious: 1 / 2, ofFirst: 1 / 12, lost: 1, reasons: { 'not-scored': 1 } },
    ]);
    expect(Object.keys(ledger.contacts[2]?.reasons ?? {})).toEqual(['not-sent', 'quarantine']);
    expect(ledger.excluded).toEqual({ test: 1, spam: 1, excluded: 1, invalid: 1 });
    expect(ledger.missingAccount).toBe(13);
    expect(ledger.accounts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(ledger.revenue).toBeNull();
    expect(ledger.findings.filter(({ code }) => code === 'unreadable-time')).toEqual([
      { code: 'unreadable-time', index: 16, id: 'i16', field: 'sentAt', value: 'soon' },
    ]);
  });

  it('gives the reasons in code-unit order, whichever came first', () => {
    const order = [...WAVE].reverse();
    const [, , sent] = outreachLedger(order).contacts;
    const completed = outreachLedger(order).contacts.find(({ stage }) => stage === 'completed');
    expect(Object.keys(sent?.reasons ?? {})).toEqual(['not-sent', 'quarantine']);
    expect(Object.keys(completed?.reasons ?? {})).toEqual(['not-completed', 'partial', 'partial-scored']);
  });

  it('is empty without invitations', () => {
    const ledger = expectSound(outreachLedger([]));
    expect(ledger.contacts).toEqual(
      OUTREACH_STAGES.map((stage) => ({ stage, count: 0, ofPrevious: null, ofFirst: null, lost: 0, reasons: {} })),
    );
    expect(ledger).toMatchObject({ missingAccount: 0, findings: [], revenue: null });
  });

  it('has no share of what never came to the stage before', () => {
    const [eligible, sampled] = outreachLedger([invitation({ notSurveyed: 'opted-out' })]).contacts;
    expect(eligible).toMatchObject({ count: 0, ofPrevious: 0, ofFirst: null });
    expect(sampled).toMatchObject({ count: 0, ofPrevious: null, ofFirst: null });
  });

  const rows = [
    of('anna', 'A', { sentAt, status: 'complete' }),
    of('ben', 'A', { sentAt, bounced: true }),
    of('cleo', 'B', { sentAt }),
    of('dan', 'B', { notSurveyed: 'quarantine' }),
    of('eve', 'C', { notSurveyed: 'quarantine' }),
    of('fay', 'C', { notSurveyed: 'account-limit' }),
  ];
  const accounts = [account('A', 600), account('B', 300), account('C', 100), account('D', 1000)];

  it('takes an account at the furthest stage of its contacts, and revenue with it', () => {
    const ledger = expectSound(outreachLedger(rows, { accounts: readOnce(deepFreeze(accounts)) }));
    expect(ledger.contacts.map(({ count }) => count)).toEqual([6, 6, 3, 2, 1, 1, 1, 1]);
    expect(ledger.accounts.map(({ count }) => count)).toEqual([3, 3, 2, 2, 1, 1, 1, 1]);
    expect(ledger.accounts[0]).toMatchObject({ ofPrevious: 0.75, lost: 1, reasons: { 'no-contact': 1 } });
    expect(ledger.accounts[2]).toMatchObject({ lost: 1, reasons: { several: 1 } });
    expect(ledger.accounts[4]).toMatchObject({ lost: 1, reasons: { 'not-opened': 1 } });
    expect(ledger.revenue).toMatchObject({
      currency: 'EUR',
      excluded: { missingRevenue: 0, invalidRevenue: 0, otherCurrency: 0, noRevenue: 0 },
    });
    expect(ledger.revenue?.stages.map(({ count }) => count)).toEqual([1000, 1000, 900, 900, 600, 600, 600, 600]);
    expect(ledger.revenue?.stages[0]).toMatchObject({ ofPrevious: 0.5, lost: 1000, reasons: { 'no-contact': 1000 } });
    expect(ledger.revenue?.stages[7]).toMatchObject({ ofFirst: 0.6, ofPrevious: 1 });
  });

  it('takes a contact with several invitations once, at the furthest', () => {
    const twice = [
      of('anna', 'A', { notSurveyed: 'quarantine' }),
      of('anna', 'A', { sentAt, status: 'partial' }),
      of('anna', 'A', { sentAt }),
      of('ben', 'A', { notSurveyed: 'quarantine' }),
      of('ben', 'A', { notSurveyed: 'quarantine' }),
      of('cleo', 'A', { notSurveyed: 'quarantine' }),
      of('cleo', 'A', { notSurveyed: 'account-limit' }),
      of('cleo', 'A', { notSurveyed: 'quarantine' }),
    ];
    const ledger = outreachLedger(twice);
    expect(ledger.contacts.map(({ count }) => count)).toEqual([3, 3, 1, 1, 1, 1, 0, 0]);
    expect(ledger.contacts[2]?.reasons).toEqual({ quarantine: 1, several: 1 });
    expect(ledger.contacts[6]?.reasons).toEqual({ partial: 1 });
    expect(outreachLedger([...twice].reverse()).contacts).toEqual(ledger.contacts);
  });

  it('counts accounts whose revenue does not count, by reason', () => {
    const odd = [account('A', 0), account('B', -5), account('C', null), account('D', 7, 'USD'), account('E', 0.5)];
    const ledger = expectSound(
      outreachLedger([...rows, of('gus', 'F', { sentAt })], { accounts: odd, currency: 'EUR' }),
    );
    expect(ledger.revenue?.excluded).toEqual({
      missingRevenue: 2,
      invalidRevenue: 1,
      otherCurrency: 1,
      noRevenue: 2,
    });
    expect(ledger.revenue?.stages[0]).toEqual({
      stage: 'eligible',
      count: 0,
      ofPrevious: null,
      ofFirst: null,
      lost: 0,
      reasons: {},
    });
  });

  it('adds up the revenue of an account that is there twice', () => {
    const ledger = outreachLedger(rows, { accounts: [account('A', 100), account('A', 20)] });
    expect(ledger.revenue?.stages[7]?.count).toBe(120);
  });

  it('has no revenue where no account has any, unless the currency is given', () => {
    expect(outreachLedger(rows, { accounts: [account('A', null)] }).revenue).toBeNull();
    const given = outreachLedger(rows, { accounts: [account('A', null)], currency: 'EUR' });
    // B and C are not among the accounts.
    expect(given.revenue?.excluded.missingRevenue).toBe(3);
  });

  it('stands as it stood', () => {
    const row = of('anna', 'A', { sentAt, openedAt: '2026-03-03', completedAt: '2026-03-05', status: 'complete' });
    const reached = (asOf?: string): number =>
      outreachLedger([row], { asOf }).contacts.filter(({ count }) => count > 0).length;
    expect([reached('2026-02-28'), reached(sentAt), reached('2026-03-04'), reached('2026-03-05'), reached()]).toEqual([
      2, 4, 5, 8, 8,
    ]);
  });

  it('refuses currencies it would have to convert', () => {
    const mixed = [account('A', 1), account('B', 1, 'USD')];
    expect(thrownBy(() => outreachLedger(rows, { accounts: mixed }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'outreachLedger: option "currency" must be given, as the accounts have several, received undefined',
    });
    expect(outreachLedger(rows, { accounts: mixed, currency: 'USD' }).revenue?.excluded.otherCurrency).toBe(1);
  });

  it.each(['eur', '', 'EURO'])('refuses the currency "%s"', (currency) => {
    expect(thrownBy(() => outreachLedger(rows, { currency })).message).toBe(
      `outreachLedger: option "currency" must be three capital letters of ISO 4217, such as "EUR", received ${JSON.stringify(currency)}`,
    );
  });

  it('refuses an asOf that is none', () => {
    expect(thrownBy(() => outreachLedger(rows, { asOf: 'now' }))).toMatchObject({ code: 'CX_INVALID_DATE' });
  });
});
