import { requireRows } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import type { Invoice } from './invoice.js';
import { invoiceFault, type InvoiceFaultCode } from './invoiceFault.js';

/**
 * What can be wrong with an invoice. More codes may be added.
 *
 * All but the last make a record impossible; it is left out of the rates and counted as `invalid`:
 *
 * - `'missing-id'`: the invoice has no number;
 * - `'unreadable-time'`: a time is neither a civil date nor an instant with its zone;
 * - `'invalid-amount'`, `'negative-amount'`: an amount is no whole number of minor units with a currency, or is below 0;
 * - `'unknown-value'`: a word or a flag that does not exist;
 * - `'mixed-currencies'`: a dispute or a credit note in another currency than the invoice;
 * - `'disputed-before-invoiced'`, `'disputed-more-than-invoiced'`, `'credited-before-invoiced'`, `'credited-more-than-invoiced'`;
 * - `'duplicate-id'`: an earlier invoice of the batch has this number; it counts again, since rates look at one invoice at a time.
 */
export type InvoiceFindingCode = InvoiceFaultCode | 'duplicate-id';

/**
 * Checks invoices for what cannot be: negative amounts, credit notes before their invoice, two currencies on one invoice.
 *
 * Use it once per import, before {@link computeDisputeRate} and {@link computeCreditNoteRate}: a few findings are the noise of every
 * export, many mean that a column was read wrong.
 *
 * @param rows - One record for each invoice.
 * @returns The findings in the order of the rows, at most one for each reading of a record; none when all is well. See
 * {@link InvoiceFindingCode} for what each does to the rates.
 * @example
 * ```ts
 * import { checkInvoices } from 'cx-scoring';
 *
 * const amount = { minorUnits: 120_00, currency: 'EUR' };
 * const credit = { issuedAt: '2026-03-20', amount: { minorUnits: 20_00, currency: 'CHF' }, kind: 'price' } as const;
 * const findings = checkInvoices([
 *   { id: 'f1', invoicedAt: '2026-03-02', amount, disputed: false, creditNotes: [credit] },
 *   { id: 'f2', invoicedAt: '2026-03-02', amount, disputed: true, creditNotes: [] },
 * ]);
 * findings; // => [{ code: 'mixed-currencies', index: 0, id: 'f1', field: 'creditNotes[0].amount.currency', value: 'CHF' }]
 * ```
 */
export function checkInvoices(rows: Iterable<Invoice>): RecordFinding<InvoiceFindingCode>[] {
  requireRows('checkInvoices', 'rows', rows);
  const found: RecordFinding<InvoiceFindingCode>[] = [];
  const ids = new Set<unknown>();
  let index = 0;
  for (const row of rows) {
    const fault = invoiceFault(row);
    if (fault) found.push(recordFinding(fault.code, index, row?.id, fault.field, fault.value));
    else if (ids.has(row.id)) found.push(recordFinding('duplicate-id', index, row.id, 'id', row.id));
    ids.add(row?.id);
    index++;
  }
  return found;
}
