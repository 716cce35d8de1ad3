import { describe, expect, it } from 'vitest';
import { checkInvoices } from '../../../../src/metrics/operational/checkInvoices.js';
import { computeDisputeRate } from '../../../../src/metrics/operational/disputeRate.js';
import type { Invoice } from '../../../../src/metrics/operational/invoice.js';

const EUR = 'EUR';
const money = (minorUnits: unknown, currency: unknown = EUR): object => ({ minorUnits, currency });
const note = (change: object = {}): object => {
  return { creditNotes: [{ issuedAt: '2026-02-01', amount: money(100), kind: 'price', ...change }] };
};
const own = {
  id: 'f1',
  accountId: 'a',
  invoicedAt: '2026-01-15',
  amount: { minorUnits: 1000, currency: EUR },
  disputed: true,
  disputedAt: '2026-01-15',
  disputedAmount: { minorUnits: 1000, currency: EUR },
  creditNotes: [{ issuedAt: '2026-01-15', amount: { minorUnits: 1000, currency: EUR }, kind: 'return' }],
} as const;

describe('checkInvoices', () => {
  it('finds nothing where all is well', () => {
    const bare = { id: 'f2', invoicedAt: '2026-01-15T10:00:00Z', amount: { minorUnits: 0, currency: EUR } };
    const nulls = { accountId: null, disputed: null, disputedAt: null, disputedAmount: null, creditNotes: null };
    expect(checkInvoices([own, bare, { ...bare, id: 'f3', ...nulls } as never])).toEqual([]);
    expect(checkInvoices([])).toEqual([]);
  });

  it.each([
    [{ id: '' }, 'missing-id', 'id', ''],
    [{ id: 7 }, 'missing-id', 'id', 7],
    [{ accountId: 7 }, 'unknown-value', 'accountId', 7],
    [{ invoicedAt: '15/01/2026' }, 'unreadable-time', 'invoicedAt', '15/01/2026'],
    [{ invoicedAt: undefined }, 'unreadable-time', 'invoicedAt', null],
    [{ amount: 1000 }, 'invalid-amount', 'amount.minorUnits', null],
    [{ amount: null }, 'invalid-amount', 'amount.minorUnits', null],
    [{ amount: money(10.5) }, 'invalid-amount', 'amount.minorUnits', 10.5],
    [{ amount: money(-1) }, 'negative-amount', 'amount.minorUnits', -1],
    [{ amount: money(1000, '') }, 'invalid-amount', 'amount.currency', ''],
    [{ amount: money(1000, 978) }, 'invalid-amount', 'amount.currency', 978],
    [{ disputed: 'yes' }, 'unknown-value', 'disputed', 'yes'],
    [{ disputedAt: 'x' }, 'unreadable-time', 'disputedAt', 'x'],
    [{ disputedAt: '2026-01-14' }, 'disputed-before-invoiced', 'disputedAt', '2026-01-14'],
    [{ disputedAmount: money(NaN) }, 'invalid-amount', 'disputedAmount.minorUnits', 'NaN'],
    [{ disputedAmount: money(1000, 'CHF') }, 'mixed-currencies', 'disputedAmount.currency', 'CHF'],
    [{ disputedAmount: money(1001) }, 'disputed-more-than-invoiced', 'disputedAmount.minorUnits', 1001],
    [{ creditNotes: 'none' }, 'unknown-value', 'creditNotes', 'none'],
    [{ creditNotes: [null] }, 'unknown-value', 'creditNotes[0].kind', null],
    [note({ kind: 'gift' }), 'unknown-value', 'creditNotes[0].kind', 'gift'],
    [note({ issuedAt: 'x' }), 'unreadable-time', 'creditNotes[0].issuedAt', 'x'],
    [note({ issuedAt: '2026-01-14' }), 'credited-before-invoiced', 'creditNotes[0].issuedAt', '2026-01-14'],
    [note({ amount: money(-100) }), 'negative-amount', 'creditNotes[0].amount.minorUnits', -100],
    [note({ amount: money(100, 'CHF') }), 'mixed-currencies', 'creditNotes[0].amount.currency', 'CHF'],
    [{ creditNotes: [...own.creditNotes, ...own.creditNotes] }, 'credited-more-than-invoiced', 'creditNotes', 2000],
    [{ creditNotes: [own.creditNotes[0], null] }, 'unknown-value', 'creditNotes[1].kind', null],
  ])('finds %j: %s', (change, code, field, value) => {
    const record = { ...own, ...change } as unknown as Invoice;
    const found = checkInvoices([{ ...own, id: 'f0' }, record]);
    expect(found).toEqual([{ code, index: 1, id: typeof record.id === 'string' ? record.id : null, field, value }]);
    expect(computeDisputeRate([record], { asOf: '2026-06-30', maturityDays: 60 }).excluded.invalid).toBe(1);
  });

  it('finds what is no record', () => {
    expect(checkInvoices([null] as never)).toEqual([
      { code: 'missing-id', index: 0, id: null, field: 'id', value: null },
    ]);
  });

  it('finds numbers used twice', () => {
    expect(checkInvoices([own, { ...own, id: 'f2' }, own]).map(({ code, index }) => [code, index])).toEqual([
      ['duplicate-id', 2],
    ]);
  });
});
