import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import { CREDIT_NOTE_KINDS, type CreditNote, type CreditNoteKind, type Invoice } from './invoice.js';
import {
  measureInvoices,
  type InvoiceRateOptions,
  type InvoiceShareResult,
  type InvoiceTally,
} from './invoiceShare.js';

/** Options of the credit note rate. */
export interface CreditNoteRateOptions extends InvoiceRateOptions {
  /**
   * Kinds of credit note that count.
   * @defaultValue all but `'rebate'` and `'bonus'`
   */
  readonly kinds?: readonly CreditNoteKind[] | undefined;
}

/** The share of invoices with a credit note, or of the invoiced amount that was credited, 0..1. */
export type CreditNoteRateResult = InvoiceShareResult<'credit-note-rate'>;

function measureCredits(
  where: string,
  options: CreditNoteRateOptions,
): RatioMeasure<Invoice, InvoiceTally, CreditNoteRateResult> {
  requireOptions(where, options);
  const usual = CREDIT_NOTE_KINDS.filter((kind) => kind !== 'rebate' && kind !== 'bonus');
  const { kinds = usual } = options;
  const areKinds =
    Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind: CreditNoteKind) => CREDIT_NOTE_KINDS.includes(kind));
  requireOption(areKinds, where, 'kinds', 'a list of kinds of credit note', kinds);
  const own = CREDIT_NOTE_KINDS.filter((kind) => kinds.includes(kind));
  const counted = ({ creditNotes }: Invoice, asOf: Moment): readonly CreditNote[] | null =>
    creditNotes?.filter(
      ({ kind, issuedAt }) => own.includes(kind) && elapsed(readMoment(issuedAt) as Moment, asOf) >= 0,
    ) ?? null;
  return measureInvoices(
    where,
    {
      id: 'credit-note-rate',
      parameters: own.join() === usual.join() ? {} : { kinds: own },
      isAffected: (invoice, asOf) => {
        const notes = counted(invoice, asOf);
        return notes && notes.length > 0;
      },
      affectedAmount: (invoice, asOf) =>
        counted(invoice, asOf)?.reduce((sum, { amount }) => sum + amount.minorUnits, 0) ?? null,
    },
    options,
  );
}

/**
 * Makes the measure behind {@link computeCreditNoteRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per branch, account or month of invoice: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeCreditNoteRate}.
 * @returns A measure over invoices.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, creditNoteRateMeasure } from 'cx-scoring';
 *
 * const invoice = { id: 'f1', invoicedAt: '2026-01-12', amount: { minorUnits: 500_00, currency: 'EUR' }, creditNotes: [] };
 * computeMeasure([invoice], creditNoteRateMeasure({ asOf: '2026-06-30', maturityDays: 60 })).value; // => 0
 * ```
 */
export function creditNoteRateMeasure(
  options: CreditNoteRateOptions,
): RatioMeasure<Invoice, InvoiceTally, CreditNoteRateResult> {
  return measureCredits('creditNoteRateMeasure', options);
}

/**
 * Computes the credit note rate: the share of invoices that had to be corrected by a credit note, or of the invoiced amount.
 *
 * Use it for what poor quality gives back. Commercial rebates and bonuses do not count: with them, the best customers would look the
 * worst served. Near zero may mean that credit is refused: read it beside {@link computeDisputeRate}.
 *
 * @param rows - One record for each invoice, with its credit notes.
 * @param options - `asOf` and `maturityDays`; `by` (`'count'` unless given) and, for amounts, the `currency`; the `kinds` that count; interval
 * and confidence.
 * @returns The share, 0..1, with its interval (Wilson's for counts, by linearisation for amounts), and what was left out by reason;
 * `value: null` when no invoice is old enough.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never throw:
 * {@link checkInvoices} names those counted as `invalid`.
 * @remarks A credit note belongs to the period of its invoice, not to that in which it was issued. Invoices younger than `maturityDays` are
 * `immature`, credited or not. An invoice without a list of credit notes is `missing`; an empty list says that there are none.
 * @example
 * ```ts
 * import { computeCreditNoteRate } from 'cx-scoring';
 *
 * const euros = (amount: number) => ({ minorUnits: amount * 100, currency: 'EUR' });
 * const invoices = [
 *   { id: 'f1', invoicedAt: '2026-01-12', amount: euros(1000), creditNotes: [{ issuedAt: '2026-02-01', amount: euros(200), kind: 'price' }] },
 *   { id: 'f2', invoicedAt: '2026-01-20', amount: euros(4000), creditNotes: [{ issuedAt: '2026-03-31', amount: euros(400), kind: 'bonus' }] },
 * ] as const;
 * computeCreditNoteRate(invoices, { asOf: '2026-06-30', maturityDays: 60 }).value; // => 0.5
 * computeCreditNoteRate(invoices, { asOf: '2026-06-30', maturityDays: 60, by: 'amount', currency: 'EUR' }).value; // => 0.04
 * ```
 */
export function computeCreditNoteRate(rows: Iterable<Invoice>, options: CreditNoteRateOptions): CreditNoteRateResult {
  return computeAs('computeCreditNoteRate', rows, measureCredits('computeCreditNoteRate', options));
}
