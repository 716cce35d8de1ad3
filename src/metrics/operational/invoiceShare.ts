import type { MetricDefinition, ParameterValue } from '../../core/definition.js';
import { readAsOf, readMoment, type Moment } from '../../core/moment.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { Money } from '../../core/records.js';
import type { IntervalResult } from '../../core/result.js';
import type { RatioMeasure } from '../../measures/ratioMeasure.js';
import {
  addRatio,
  createRatioTally,
  finishRatio,
  mergeRatioTallies,
  ratioSums,
  ratioTotals,
  type RatioTally,
} from '../../measures/ratioTally.js';
import type { ShareOptions } from '../../measures/shareInterval.js';
import { finishShare, namedCounts, shareDefinition } from '../outcomeShare.js';
import type { Invoice } from './invoice.js';
import { invoiceFault } from './invoiceFault.js';

/** Options of the rates of invoices. */
export interface InvoiceRateOptions extends ShareOptions {
  /** The moment the figure speaks of: what happened later has not happened. */
  readonly asOf: string;
  /** Days after which what can go wrong with an invoice has mostly come to light: 60 for two months. There is no usual value. */
  readonly maturityDays: number;
  /**
   * What is counted: invoices, or their amounts. Two definitions, never compared.
   * @defaultValue 'count'
   */
  readonly by?: 'count' | 'amount' | undefined;
  /** Currency of the amounts, as an ISO 4217 code; required with `by: 'amount'`. Invoices in another are left out, never converted. */
  readonly currency?: string | undefined;
}

/** Reasons for which an invoice is left out: something is not known, it is too young, in another currency, or impossible. */
export type InvoiceExclusion = 'missing' | 'immature' | 'otherCurrency' | 'invalid';

/** A share of invoices, or of their amounts, 0..1. */
export interface InvoiceShareResult<Id extends string> extends IntervalResult<Id, InvoiceExclusion> {
  /** Invoices concerned. */
  readonly affected: number;
  /** Invoices that are not. */
  readonly unaffected: number;
  /** Amount concerned; `null` where invoices are counted. */
  readonly affectedAmount: Money | null;
  /** Amount of all invoices that count; `null` where invoices are counted. */
  readonly invoicedAmount: Money | null;
}

/** Tally of the rates of invoices. */
export interface InvoiceTally {
  /** Invoices concerned, invoices that are not, then invoices left out by reason. */
  readonly counts: number[];
  /** The amounts; empty where invoices are counted. */
  readonly amounts: RatioTally;
}

/** What a rate looks for. */
export interface InvoiceMetric<Id extends string> {
  /** Identity of the metric. */
  readonly id: Id;
  /** What changes the number besides what all rates of invoices have. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Whether a possible invoice is concerned, as known at a moment; `null` when that is not known. */
  readonly isAffected: (invoice: Invoice, asOf: Moment) => boolean | null;
  /** The amount concerned in minor units; `null` when that is not known. */
  readonly affectedAmount: (invoice: Invoice, asOf: Moment) => number | null;
}

const REASONS = ['missing', 'immature', 'otherCurrency', 'invalid'] as const;
const LIMITS = { least: 0, rule: 'a number from 0' };

function definitionOf<Id extends string>(
  { id, parameters }: InvoiceMetric<Id>,
  { by, maturityDays, currency }: InvoiceRateOptions,
): MetricDefinition<Id> {
  const isAmount = by === 'amount';
  const own = { maturityDays, ...(isAmount && { by: 'amount', currency: currency as string }), ...parameters };
  const definition = shareDefinition(id, 'lower-is-better', own);
  return isAmount ? { ...definition, family: 'ratio', statistic: 'ratio' } : definition;
}

function resolve(where: string, options: InvoiceRateOptions): void {
  requireOptions(where, options);
  const { by = 'count', maturityDays, currency } = options;
  requireOption(by === 'count' || by === 'amount', where, 'by', '"count" or "amount"', by);
  const isDays = Number.isSafeInteger(maturityDays) && maturityDays >= 0;
  requireOption(isDays, where, 'maturityDays', 'a whole number from 0', maturityDays);
  const isCurrency = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  const isNeedless = by === 'count' && currency === undefined;
  requireOption(isCurrency || isNeedless, where, 'currency', 'a code of three capital letters', currency);
}

/** Makes the measure of a rate of invoices. */
export function measureInvoices<Id extends string>(
  where: string,
  metric: InvoiceMetric<Id>,
  options: InvoiceRateOptions,
): RatioMeasure<Invoice, InvoiceTally, InvoiceShareResult<Id>> {
  resolve(where, options);
  const asOf = readAsOf(where, options.asOf);
  const { by = 'count', maturityDays, currency = '' } = options;
  const definition = definitionOf(metric, options);
  const classify = (invoice: Invoice): boolean | (typeof REASONS)[number] => {
    if (invoiceFault(invoice)) return 'invalid';
    const age = asOf.day - (readMoment(invoice.invoicedAt) as Moment).day;
    if (age < maturityDays) return 'immature';
    if (by === 'amount' && invoice.amount.currency !== currency) return 'otherCurrency';
    const isAffected = metric.isAffected(invoice, asOf);
    if (isAffected === null || (by === 'amount' && metric.affectedAmount(invoice, asOf) === null)) return 'missing';
    return isAffected;
  };
  const money = (minorUnits: number): Money | null => (by === 'amount' ? { minorUnits, currency } : null);
  return {
    definition,
    defaults: options,
    createTally: () => ({ counts: [0, 0, ...REASONS.map(() => 0)], amounts: createRatioTally() }),
    addRow: ({ counts, amounts }, invoice, index) => {
      const found = classify(invoice);
      const bin = typeof found === 'boolean' ? Number(!found) : 2 + REASONS.indexOf(found);
      (counts[bin] as number)++;
      if (typeof found !== 'boolean' || by === 'count') return;
      const pair = [metric.affectedAmount(invoice, asOf), invoice.amount.minorUnits] as const;
      addRatio(where, 'throw', LIMITS, amounts, pair, index);
    },
    mergeTallies: (into, from) => {
      from.counts.forEach((count, bin) => ((into.counts[bin] as number) += count));
      mergeRatioTallies(into.amounts, from.amounts);
    },
    toSums: ({ counts, amounts }) => {
      if (by === 'amount') return ratioSums(amounts, 1);
      const [affected = 0, unaffected = 0] = counts;
      const count = affected + unaffected;
      const sums = { total: affected, weight: count, weightedTotal: affected, squaredWeight: count };
      return { scale: 1, count, ...sums, weightedSquare: affected };
    },
    toResult: ({ counts, amounts }, override) => {
      const settings = { ...options, ...override };
      const [affected = 0, unaffected = 0] = counts;
      const excluded = namedCounts(REASONS, counts, 2);
      const { numerator, denominator } = ratioTotals(amounts);
      const result =
        by === 'amount'
          ? finishRatio(where, definition, amounts, settings)
          : finishShare(where, definition, affected, affected + unaffected, excluded, settings);
      const totals = { affectedAmount: money(numerator), invoicedAmount: money(denominator) };
      return { ...result, excluded, affected, unaffected, ...totals };
    },
  };
}
