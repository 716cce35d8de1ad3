import * as z from 'zod/mini';
import type { Money } from '../core/records.js';
import type { CreditNote, CreditNoteKind, Invoice } from '../metrics/operational/invoice.js';
import { flag, list, moment, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { money } from './money.js';
import { inOrder, orderFindings } from './timeRules.js';

function currencyFindings(own: Money, invoiced: Money, path: readonly PropertyKey[]): Finding[] {
  if (own.currency === invoiced.currency) return [];
  const rule = `the currency of the invoice, "${invoiced.currency}"`;
  return [{ code: 'contradiction', rule, input: own.currency, path: [...path, 'currency'] }];
}

function tooMuch(minorUnits: number, invoiced: Money, path: readonly PropertyKey[]): Finding[] {
  // An invoice below 0 is told of by its own limit.
  if (minorUnits <= invoiced.minorUnits || invoiced.minorUnits < 0) return [];
  return [{ code: 'too-large', rule: `at most what was invoiced, ${invoiced.minorUnits}`, input: minorUnits, path }];
}

function disputeFindings({ disputedAmount, amount }: Invoice): Finding[] {
  if (!disputedAmount) return [];
  const foreign = currencyFindings(disputedAmount, amount, ['disputedAmount']);
  // Amounts of two currencies cannot be compared.
  if (foreign.length > 0) return foreign;
  return tooMuch(disputedAmount.minorUnits, amount, ['disputedAmount', 'minorUnits']);
}

function creditFindings({ creditNotes = [], amount, invoicedAt }: Invoice): Finding[] {
  const foreign = creditNotes.flatMap((note, index) =>
    currencyFindings(note.amount, amount, ['creditNotes', index, 'amount']),
  );
  const credited = creditNotes.reduce((sum, note) => sum + note.amount.minorUnits, 0);
  return [
    ...creditNotes.flatMap(({ issuedAt }, index) =>
      orderFindings('invoicedAt', invoicedAt, issuedAt, ['creditNotes', index, 'issuedAt']),
    ),
    ...(foreign.length > 0 ? foreign : tooMuch(credited, amount, ['creditNotes'])),
  ];
}

function createCreditNoteSchema(): z.ZodMiniType<CreditNote> {
  const kinds: Readonly<Record<CreditNoteKind, true>> = {
    price: true,
    quantity: true,
    quality: true,
    return: true,
    goodwill: true,
    other: true,
    rebate: true,
    bonus: true,
  };
  return z
    .strictObject(
      {
        issuedAt: moment('When it was issued. Rule: at or after invoicedAt.'),
        amount: money('Amount credited, from 0. Rule: in the currency of the invoice.', 0),
        kind: wordOf(kinds, 'Why it was issued.'),
      } satisfies { [Name in keyof CreditNote]-?: unknown },
      { error: issueMessage },
    )
    .check(z.describe('A credit note against the invoice.'));
}

function createInvoiceSchema(): z.ZodMiniType<Invoice> {
  const creditNotes =
    'The credit notes issued against it; left out when that is not known. Rule: together at most the amount.';
  return z
    .strictObject(
      {
        id: text('Number of the invoice.'),
        accountId: z.optional(text('Account that was invoiced.')),
        invoicedAt: moment('Date of the invoice. Rule: a day that exists.'),
        amount: money('Amount invoiced, from 0.', 0),
        disputed: z.optional(flag('Whether the customer disputed it; left out when that is not known.')),
        disputedAt: z.optional(moment('When the customer disputed it. Rule: at or after invoicedAt.')),
        disputedAmount: z.optional(
          money('Amount in dispute, from 0. Rule: in the currency of the invoice, at most the amount.', 0),
        ),
        creditNotes: z.optional(list(createCreditNoteSchema(), creditNotes)),
      } satisfies { [Name in keyof Invoice]-?: unknown },
      { error: issueMessage },
    )
    .check(
      findings(inOrder<Invoice>(['invoicedAt', 'disputedAt'])),
      findings(disputeFindings),
      findings(creditFindings),
      z.meta({ title: 'Invoice', description: 'An invoice with its disputes and credit notes.' }),
    );
}

/**
 * The schema of an {@link Invoice}, strict.
 *
 * Use it with {@link readRecords} for rows of an ERP. It refuses what `checkInvoices` would find in an invoice by itself: credit notes and
 * disputes before the invoice, above its amount, or in another currency.
 *
 * @example
 * ```ts
 * import { invoiceSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const amount = { minorUnits: 100_00, currency: 'EUR' };
 * const invoice = { id: 'f1', invoicedAt: '2026-03-02', amount, creditNotes: [] };
 * readRecord(invoiceSchema, invoice).success; // => true
 * const refused = readRecord(invoiceSchema, { ...invoice, disputedAmount: { ...amount, minorUnits: 120_00 } });
 * if (!refused.success) refused.issues[0]?.code; // => 'too-large'
 * ```
 */
export const invoiceSchema: z.ZodMiniType<Invoice> = /* @__PURE__ */ createInvoiceSchema();
