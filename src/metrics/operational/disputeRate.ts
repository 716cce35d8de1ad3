import { elapsed, readMoment, type Moment } from '../../core/moment.js';
import { computeAs } from '../../measures/computeMeasure.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import type { Invoice } from './invoice.js';
import {
  measureInvoices,
  type InvoiceMetric,
  type InvoiceRateOptions,
  type InvoiceShareResult,
  type InvoiceTally,
} from './invoiceShare.js';

/** Options of the dispute rate. */
export type DisputeRateOptions = InvoiceRateOptions;

/** The share of invoices in dispute, or of the invoiced amount, 0..1. */
export type DisputeRateResult = InvoiceShareResult<'dispute-rate'>;

/** Whether an invoice was in dispute by a moment; `null` when that is not known. */
function isDisputed({ disputed, disputedAt }: Invoice, asOf: Moment): boolean | null {
  if (disputed === false) return false;
  const at = readMoment(disputedAt);
  return at ? elapsed(at, asOf) >= 0 : (disputed ?? null);
}

const DISPUTES: InvoiceMetric<'dispute-rate'> = {
  id: 'dispute-rate',
  parameters: {},
  isAffected: isDisputed,
  affectedAmount: (invoice, asOf) =>
    isDisputed(invoice, asOf) === true ? (invoice.disputedAmount?.minorUnits ?? null) : 0,
};

/**
 * Makes the measure behind {@link computeDisputeRate}: a tally that can be added to, merged, stored and scored later.
 *
 * Use it per branch, account or month of invoice: one tally for each, merged into the whole. Tallies of different `asOf` do not belong together.
 *
 * @param options - The same options as {@link computeDisputeRate}.
 * @returns A measure over invoices.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range.
 * @example
 * ```ts
 * import { computeMeasure, disputeRateMeasure } from 'cx-scoring';
 *
 * const invoice = { id: 'f1', invoicedAt: '2026-01-12', amount: { minorUnits: 500_00, currency: 'EUR' }, disputed: true };
 * computeMeasure([invoice], disputeRateMeasure({ asOf: '2026-06-30', maturityDays: 60 })).value; // => 1
 * ```
 */
export function disputeRateMeasure(
  options: DisputeRateOptions,
): RatioMeasure<Invoice, InvoiceTally, DisputeRateResult> {
  return measureInvoices('disputeRateMeasure', DISPUTES, options);
}

/**
 * Computes the dispute rate: the share of invoices that customers dispute, or of the invoiced amount.
 *
 * Use it beside {@link computeOtif}: what is late or short comes back as a dispute. By count it tells how often, by amount how much; a large
 * invoice in dispute shows in the one and hardly in the other.
 *
 * @param rows - One record for each invoice.
 * @param options - `asOf` and `maturityDays`; `by` (`'count'` unless given) and, for amounts, the `currency`; interval and confidence.
 * @returns The share, 0..1, with its interval (Wilson's for counts, by linearisation for amounts), and what was left out by reason;
 * `value: null` when no invoice is old enough.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` or `CX_INVALID_DATE` when an option is out of its range. Records never throw:
 * {@link checkInvoices} names those counted as `invalid`.
 * @remarks A dispute belongs to the period of its invoice, not to that in which it was raised. Invoices younger than `maturityDays` are
 * `immature`, disputed or not: disputes take time, and a recent month always looks good. An invoice of which it is not known whether it is
 * disputed is `missing`; by amount, a disputed one without `disputedAmount` is too.
 * @example
 * ```ts
 * import { computeDisputeRate } from 'cx-scoring';
 *
 * const euros = (amount: number) => ({ minorUnits: amount * 100, currency: 'EUR' });
 * const invoices = [
 *   { id: 'f1', invoicedAt: '2026-01-12', amount: euros(1000), disputed: true, disputedAmount: euros(400) },
 *   { id: 'f2', invoicedAt: '2026-01-20', amount: euros(2000), disputed: false },
 *   { id: 'f3', invoicedAt: '2026-02-03', amount: euros(5000), disputed: false },
 *   { id: 'f4', invoicedAt: '2026-06-20', amount: euros(1000), disputed: false },
 * ];
 * const rate = computeDisputeRate(invoices, { asOf: '2026-06-30', maturityDays: 60 });
 * rate.value; // ~> 0.3333
 * rate.excluded.immature; // => 1
 * computeDisputeRate(invoices, { asOf: '2026-06-30', maturityDays: 60, by: 'amount', currency: 'EUR' }).value; // => 0.05
 * ```
 */
export function computeDisputeRate(rows: Iterable<Invoice>, options: DisputeRateOptions): DisputeRateResult {
  return computeAs('computeDisputeRate', rows, measureInvoices('computeDisputeRate', DISPUTES, options));
}
