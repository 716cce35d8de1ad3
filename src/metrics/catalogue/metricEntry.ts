import type { SampleUnit } from '../../core/sampleUnit.js';
import type { Direction, LocalizedText, MetricFamily, Statistic, Unit } from '../../core/definition.js';
import type { MetricExampleTarget } from './metricExampleTarget.js';

/** Ids of the metrics in the catalogue; they stand in definitions and in stored data, so they never change. */
export type MetricId =
  | 'nps'
  | 'partner-nps'
  | 'employee-nps'
  | 'csat'
  | 'csat-ten-point'
  | 'csat-good-bad'
  | 'csat-custom'
  | 'csat-mean'
  | 'csat-net'
  | 'ces'
  | 'ces-share'
  | 'ces-net'
  | 'ces-2'
  | 'ces-2-share'
  | 'ces-2-net'
  | 'ces-1'
  | 'ces-1-share'
  | 'ces-1-net'
  | 'satisfaction-index'
  | 'dealer-satisfaction-index'
  | 'review-rating'
  | 'net-sentiment'
  | 'account-nps'
  | 'response-rate'
  | 'account-response-rate'
  | 'revenue-coverage'
  | 'contact-coverage'
  | 'bounce-rate'
  | 'loop-closure'
  | 'time-to-first-contact'
  | 'recovery-rate'
  | 'otif'
  | 'on-time'
  | 'in-full'
  | 'perfect-order'
  | 'dispute-rate'
  | 'credit-note-rate'
  | 'first-time-fix-rate'
  | 'sla-attainment'
  | 'first-response-time'
  | 'next-response-time'
  | 'first-resolution-time'
  | 'full-resolution-time'
  | 'requester-wait'
  | 'agent-wait'
  | 'reopen-rate'
  | 'one-touch-rate'
  | 'backlog'
  | 'backlog-age'
  | 'backlog-net-flow'
  | 'time-to-quote'
  | 'quotes-in-time'
  | 'quote-conversion'
  | 'item-availability'
  | 'availability-accuracy'
  | 'critical-parts-next-day'
  | 'delivery-slot-adherence'
  | 'proactive-alert-rate'
  | 'callback-rate'
  | 'sample-uptake'
  | 'cost-per-intervention'
  | 'cost-per-contact'
  | 'portal-adoption'
  | 'portal-depth'
  | 'catalogue-completion'
  | 'learning-completion'
  | 'learning-pass-rate'
  | 'learning-currency'
  | 'sheet-views'
  | 'media-downloads'
  | 'conversion'
  | 'time-on-site'
  | 'cart-abandonment'
  | 'contact-frequency'
  | 'return-rate'
  | 'panel-participation'
  | 'field-reports'
  | 'field-report-conversion'
  | 'follow-up-time'
  | 'logo-retention'
  | 'logo-churn'
  | 'gross-revenue-retention'
  | 'net-revenue-retention'
  | 'repurchase-rate'
  | 'purchase-frequency'
  | 'average-order-value'
  | 'share-of-wallet'
  | 'historic-lifetime-value'
  | 'predicted-lifetime-value'
  | 'probability-alive'
  | 'cost-to-serve'
  | 'revenue-at-risk'
  | 'earned-growth'
  | 'health-score';

/** Role that usually answers for a metric. More may be added. */
export type MetricOwner =
  | 'customer-experience'
  | 'customer-service'
  | 'partner-network'
  | 'human-resources'
  | 'marketing'
  | 'sales'
  | 'logistics'
  | 'after-sales'
  | 'finance'
  | 'product';

/** A stretch of values that a source gives a name to. It reaches up to the next band. */
export interface MetricBand {
  /** Value at which the band begins. */
  readonly from: number;
  /** Whether the band holds that value itself, or only those above it. */
  readonly fromIncluded: boolean;
  /** Name for people. */
  readonly names: LocalizedText;
  /** Who says so. */
  readonly source: string;
}

/** What is written at the two ends of a question's scale. */
export interface MetricAnchors {
  /** At the lowest point. */
  readonly low: LocalizedText;
  /** At the highest point. */
  readonly high: LocalizedText;
}

/**
 * Group of metrics: what customers say, how far the asking reaches, how the company delivers, what customers do, and what it is worth.
 * More may be added.
 */
export type MetricGroup = 'perception' | 'outreach' | 'operational' | 'behavioural' | 'business';

/** Identity of a metric, as data: what it is called, what is asked, how its number reads and where it comes from. */
export interface MetricEntry {
  /** Identity, as in the definition of a result. */
  readonly id: MetricId;
  /** Name for people. */
  readonly names: LocalizedText;
  /** What the `sampleSize` of its results counts, unless a result's definition says otherwise. */
  readonly sampleUnit: SampleUnit;
  /** The question put to the customer, with `[…]` where a name is to be filled in; `null` when no single question is asked. */
  readonly question: LocalizedText | null;
  /** Words at the ends of the question's scale; `null` when there is no question or the scale is the user's own. */
  readonly anchors: MetricAnchors | null;
  /** The formula in words, as a noun phrase; a second form of it, such as that by amount, comes after the first. */
  readonly formula: LocalizedText;
  /** Group it belongs to. */
  readonly group: MetricGroup;
  /** Unit of the value. */
  readonly unit: Unit;
  /** Which way is good. */
  readonly direction: Direction;
  /** Family of tally it is computed from. */
  readonly family: MetricFamily;
  /** What is taken from the tally. */
  readonly statistic: Statistic;
  /** Smallest and largest value possible, on the default scale; `null` when nothing bounds the value. */
  readonly range: {
    /** Smallest value. */
    readonly minimum: number;
    /** Largest value. */
    readonly maximum: number;
  } | null;
  /** Named bands that have a source, from the lowest up; `null` when no source was found. */
  readonly bands: readonly MetricBand[] | null;
  /** Targets that a source names, from the lowest up, as examples and never as defaults; `null` when none was found. */
  readonly exampleTargets: readonly MetricExampleTarget[] | null;
  /** Role that usually answers for the metric. */
  readonly owner: MetricOwner;
  /** Where the definition comes from. */
  readonly source: string;
}

/** An entry before its words are joined to it. */
export type MetricEntryData = Omit<MetricEntry, 'names' | 'sampleUnit'>;
