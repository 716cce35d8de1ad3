import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import type { Money } from '../../core/records.js';
import { CREDIT_NOTE_KINDS, type CreditNote, type Invoice } from './invoice.js';

/** What makes an invoice unreadable, or impossible. */
export type InvoiceFaultCode =
  | 'missing-id'
  | 'unreadable-time'
  | 'invalid-amount'
  | 'negative-amount'
  | 'unknown-value'
  | 'mixed-currencies'
  | 'disputed-before-invoiced'
  | 'disputed-more-than-invoiced'
  | 'credited-before-invoiced'
  | 'credited-more-than-invoiced';

/** What is wrong with an invoice: the code, and the field with what it holds. */
export interface InvoiceFault {
  /** Code of the finding. */
  readonly code: InvoiceFaultCode;
  /** Path of the field. */
  readonly field: string;
  /** What it holds. */
  readonly value: unknown;
}

/** Data that never met the compiler says `null` for what is left out. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** What is wrong with an amount that belongs to an invoice in `currency`; the invoice's own has none to agree with. */
function amountFault(field: string, money: unknown, currency: string | null): InvoiceFault | null {
  const { minorUnits, currency: own } = Object(money) as Partial<Money>;
  if (!Number.isSafeInteger(minorUnits))
    return { code: 'invalid-amount', field: `${field}.minorUnits`, value: minorUnits };
  if (Number(minorUnits) < 0) return { code: 'negative-amount', field: `${field}.minorUnits`, value: minorUnits };
  if (typeof own !== 'string' || own === '') return { code: 'invalid-amount', field: `${field}.currency`, value: own };
  const isOther = currency !== null && own !== currency;
  return isOther ? { code: 'mixed-currencies', field: `${field}.currency`, value: own } : null;
}

function disputeFault({ disputed, disputedAt, disputedAmount, amount }: Invoice, issued: Moment): InvoiceFault | null {
  if (!isAbsent(disputed) && typeof disputed !== 'boolean')
    return { code: 'unknown-value', field: 'disputed', value: disputed };
  if (!isAbsent(disputedAt)) {
    const at = readMoment(disputedAt);
    if (!at) return { code: 'unreadable-time', field: 'disputedAt', value: disputedAt };
    if (elapsed(issued, at) < 0) return { code: 'disputed-before-invoiced', field: 'disputedAt', value: disputedAt };
  }
  if (isAbsent(disputedAmount)) return null;
  const fault = amountFault('disputedAmount', disputedAmount, amount.currency);
  if (fault) return fault;
  const { minorUnits: value } = disputedAmount;
  const isTooMuch = value > amount.minorUnits;
  return isTooMuch ? { code: 'disputed-more-than-invoiced', field: 'disputedAmount.minorUnits', value } : null;
}

function creditFault(invoice: Invoice, issued: Moment): InvoiceFault | null {
  const { creditNotes, amount } = invoice;
  if (isAbsent(creditNotes)) return null;
  if (!Array.isArray(creditNotes)) return { code: 'unknown-value', field: 'creditNotes', value: creditNotes };
  let credited = 0;
  for (const [index, note] of (creditNotes as readonly CreditNote[]).entries()) {
    const field = `creditNotes[${index}]`;
    if (!CREDIT_NOTE_KINDS.includes(note?.kind))
      return { code: 'unknown-value', field: `${field}.kind`, value: note?.kind };
    const at = readMoment(note.issuedAt);
    if (!at) return { code: 'unreadable-time', field: `${field}.issuedAt`, value: note.issuedAt };
    if (elapsed(issued, at) < 0)
      return { code: 'credited-before-invoiced', field: `${field}.issuedAt`, value: note.issuedAt };
    const fault = amountFault(`${field}.amount`, note.amount, amount.currency);
    if (fault) return fault;
    credited += note.amount.minorUnits;
  }
  const isTooMuch = credited > amount.minorUnits;
  return isTooMuch ? { code: 'credited-more-than-invoiced', field: 'creditNotes', value: credited } : null;
}

/** What makes an invoice impossible, `null` for one that can be: one rule for the metrics and the check. */
export function invoiceFault(invoice: Invoice): InvoiceFault | null {
  const { id, accountId } = Object(invoice) as Partial<Invoice>;
  if (typeof id !== 'string' || id === '') return { code: 'missing-id', field: 'id', value: id };
  if (!isAbsent(accountId) && typeof accountId !== 'string')
    return { code: 'unknown-value', field: 'accountId', value: accountId };
  const issued = readMoment(invoice.invoicedAt);
  if (!issued) return { code: 'unreadable-time', field: 'invoicedAt', value: invoice.invoicedAt };
  return amountFault('amount', invoice.amount, null) ?? disputeFault(invoice, issued) ?? creditFault(invoice, issued);
}
