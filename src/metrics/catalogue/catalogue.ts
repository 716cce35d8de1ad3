import { requireOptions } from '../../core/options.js';
import type { Direction, MetricFamily, Unit } from '../../core/definition.js';
import { ACCOUNT_ENTRIES } from './accountEntries.js';
import { AFTER_SALES_ENTRIES } from './afterSalesEntries.js';
import { BACKLOG_ENTRIES } from './backlogEntries.js';
import { BEHAVIOURAL_ENTRIES } from './behaviouralEntries.js';
import { CLOSED_LOOP_ENTRIES } from './closedLoopEntries.js';
import { CSAT_ENTRIES } from './csatEntries.js';
import { DELIVERY_ENTRIES } from './deliveryEntries.js';
import { EFFORT_ENTRIES } from './effortEntries.js';
import { FIELD_ENTRIES } from './fieldEntries.js';
import { INDEX_ENTRIES } from './indexEntries.js';
import { INVOICE_ENTRIES } from './invoiceEntries.js';
import type { MetricEntry, MetricGroup, MetricOwner } from './metricEntry.js';
import { metricNames, sampleUnitOf } from './metricNames.js';
import { NPS_ENTRIES } from './npsEntries.js';
import { OUTREACH_ENTRIES } from './outreachEntries.js';
import { PORTAL_ENTRIES } from './portalEntries.js';
import { PRE_SALES_ENTRIES } from './preSalesEntries.js';
import { RETENTION_ENTRIES } from './retentionEntries.js';
import { RISK_ENTRIES } from './riskEntries.js';
import { TICKET_ENTRIES } from './ticketEntries.js';
import { VALUE_ENTRIES } from './valueEntries.js';

function assembleCatalogue(): readonly MetricEntry[] {
  return NPS_ENTRIES.concat(
    CSAT_ENTRIES,
    EFFORT_ENTRIES,
    INDEX_ENTRIES,
    ACCOUNT_ENTRIES,
    OUTREACH_ENTRIES,
    CLOSED_LOOP_ENTRIES,
    DELIVERY_ENTRIES,
    INVOICE_ENTRIES,
    PRE_SALES_ENTRIES,
    TICKET_ENTRIES,
    BACKLOG_ENTRIES,
    AFTER_SALES_ENTRIES,
    PORTAL_ENTRIES,
    BEHAVIOURAL_ENTRIES,
    FIELD_ENTRIES,
    RETENTION_ENTRIES,
    VALUE_ENTRIES,
    RISK_ENTRIES,
  ).map(({ id, ...rest }) => ({ id, names: metricNames(id), sampleUnit: sampleUnitOf({ id }), ...rest }));
}

/**
 * Every metric's identity as data: names, question, scale ends, formula, group, unit, direction, bands, example targets, owner and
 * source. Group by group.
 */
export const METRIC_CATALOGUE: readonly MetricEntry[] = /* @__PURE__ */ assembleCatalogue();

/**
 * Finds a metric in the catalogue by its id.
 *
 * Use it for the words of a questionnaire, a column heading or a legend; a result knows its id as `definition.id`.
 *
 * @param id - Id of a metric, such as `'nps'`.
 * @returns The entry, or `null` for an id that is not in the catalogue, as those of a user's own measures.
 * @remarks Each entry names its own source.
 * @example
 * ```ts
 * import { findMetric } from 'cx-scoring';
 *
 * findMetric('ces-1')?.direction; // => 'lower-is-better'
 * findMetric('csat')?.names.fr; // => 'Satisfaction client (4 ou 5 sur 5)'
 * findMetric('otif')?.exampleTargets?.map(({ value }) => value); // => [0.95]
 * findMetric('my-own'); // => null
 * ```
 */
export function findMetric(id: string): MetricEntry | null {
  return METRIC_CATALOGUE.find((entry) => entry.id === id) ?? null;
}

/** Which metrics are wanted; a feature left out is not looked at. */
export interface MetricFilter {
  /** Group they belong to. */
  readonly group?: MetricGroup | undefined;
  /** Role that usually answers for them. */
  readonly owner?: MetricOwner | undefined;
  /** Which way is good. */
  readonly direction?: Direction | undefined;
  /** Unit of their values. */
  readonly unit?: Unit | undefined;
  /** Family of tally they are computed from. */
  readonly family?: MetricFamily | undefined;
}

/**
 * Lists the metrics of the catalogue that have all the features asked for.
 *
 * Use it for the scorecard of a team, a menu of metrics, or to find those whose direction needs care.
 *
 * @param filter - The group, owner, direction, unit and family wanted; with none of them every metric is listed.
 * @returns The entries in the order of the catalogue; an empty list when none has all features, or for a word that none uses.
 * @remarks Each entry names its own source.
 * @example
 * ```ts
 * import { filterMetrics } from 'cx-scoring';
 *
 * filterMetrics({ owner: 'finance', direction: 'lower-is-better' }).map(({ id }) => id); // => ['dispute-rate', 'credit-note-rate', 'cost-to-serve']
 * filterMetrics({ direction: 'contextual' }).map(({ names }) => names.fr); // => ['Temps passé sur site']
 * filterMetrics({ group: 'perception', family: 'duration' }); // => []
 * ```
 */
export function filterMetrics(filter: MetricFilter = {}): readonly MetricEntry[] {
  requireOptions('filterMetrics', filter);
  const { group, owner, direction, unit, family } = filter;
  return METRIC_CATALOGUE.filter(
    (entry) =>
      (group === undefined || entry.group === group) &&
      (owner === undefined || entry.owner === owner) &&
      (direction === undefined || entry.direction === direction) &&
      (unit === undefined || entry.unit === unit) &&
      (family === undefined || entry.family === family),
  );
}
