import type { Money } from '../../core/records.js';

/** Why a credit note was issued. */
export type CreditNoteKind = (typeof CREDIT_NOTE_KINDS)[number];

/**
 * The kinds of credit note. The last two are commercial and say nothing of quality, so that they do not count unless asked for:
 *
 * - `'price'`, `'quantity'`: the invoice was wrong;
 * - `'quality'`: the goods were damaged, defective or late;
 * - `'return'`: goods came back;
 * - `'goodwill'`: a gesture after an incident;
 * - `'other'`: a correction of another kind, or of one that is not known;
 * - `'rebate'`: a discount agreed on, such as for early payment;
 * - `'bonus'`: a bonus on volume, at the end of the year for one.
 */
export const CREDIT_NOTE_KINDS = [
  'price',
  'quantity',
  'quality',
  'return',
  'goodwill',
  'other',
  'rebate',
  'bonus',
] as const;

/** A credit note against one invoice. */
export interface CreditNote {
  /** Civil date, or instant with its zone, at which it was issued. */
  readonly issuedAt: string;
  /** Amount credited, from 0: a credit note is not a negative amount here. */
  readonly amount: Money;
  /** Why it was issued. */
  readonly kind: CreditNoteKind;
}

/** An invoice with what became of it: one record for each invoice. */
export interface Invoice {
  /** Number of the invoice. */
  readonly id: string;
  /** Account that was invoiced. */
  readonly accountId?: string | undefined;
  /** Civil date, or instant with its zone, of the invoice. What comes later is counted in the period of this date. */
  readonly invoicedAt: string;
  /** Amount invoiced, from 0. */
  readonly amount: Money;
  /** Whether the customer disputed it; left out when that is not known. */
  readonly disputed?: boolean | undefined;
  /** When the customer disputed it. A dispute without a date is taken to be known from the beginning. */
  readonly disputedAt?: string | undefined;
  /** Amount in dispute; left out when that is not known. */
  readonly disputedAmount?: Money | undefined;
  /** The credit notes issued against it, none for an empty list; left out when that is not known. */
  readonly creditNotes?: readonly CreditNote[] | undefined;
}
