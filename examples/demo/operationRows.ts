import {
  computeBacklog,
  computeCartAbandonment,
  computeCatalogueCompletion,
  computeDisputeRate,
  computeFieldReports,
  computeFirstResponseTime,
  computeFirstTimeFixRate,
  computeFullResolutionTime,
  computeLearningCompletion,
  computeOtif,
  computePerfectOrder,
  computePortalAdoption,
  computeReturnRate,
  computeSlaAttainment,
  computeTimeToQuote,
  findMetric,
  toCases,
  type DurationResult,
  type FormatDefinition,
  type MetricDefinition,
  type Interval,
  type MetricResult,
  type OpenInterval,
  type Warning,
} from 'cx-scoring';
import type { Operations } from '../data/operations.js';
import type { Locale } from './arguments.js';
import { OPERATION_WORDS, type Counted } from './operationWords.js';

/** One row of the table: a metric, and what has to be said of it. */
export interface OperationRow {
  readonly name: string;
  readonly value: number | null;
  readonly definition: FormatDefinition & Partial<Pick<MetricDefinition, 'id' | 'sampleUnit'>>;
  readonly interval: Interval | OpenInterval | null;
  readonly sample: number;
  readonly counted: Counted;
  readonly excluded: Readonly<Record<string, number>>;
  readonly note: string;
  readonly warnings: readonly Warning[];
}

/** The quantiles that are shown. */
const QUANTILES = [0.5, 0.9] as const;

/** How deliveries are judged: a day early is as good as on the day. */
const DELIVERY = { window: { earlyDays: 1, lateDays: 0 } } as const;

/** Makes the row of a result, named by the catalogue. */
export function rowOf(result: MetricResult, counted: Counted, locale: Locale, note = '', part = ''): OperationRow {
  const { definition, value, interval, sampleSize, excluded, warnings } = result;
  const name = findMetric(definition.id)?.names[locale] ?? definition.id;
  return {
    name: part === '' ? name : `${name}, ${part}`,
    value,
    definition,
    interval,
    sample: sampleSize,
    counted,
    excluded,
    note,
    warnings,
  };
}

/** Median and ninetieth percentile of a duration; what was left out is told once. */
function durationRows(
  result: MetricResult & Pick<DurationResult<string>, 'quantiles' | 'open'>,
  counted: Counted,
  locale: Locale,
): OperationRow[] {
  const { median, ninth, notes } = OPERATION_WORDS[locale];
  const slow = result.quantiles.find(({ quantile }) => quantile === 0.9);
  return [
    { ...rowOf(result, counted, locale, '', median), excluded: {}, warnings: [] },
    {
      ...rowOf(result, counted, locale, notes.businessHours(result.open.toLocaleString(locale)), ninth),
      value: slow?.value ?? null,
      interval: slow?.interval ?? null,
    },
  ];
}

/** Counts the lines that should have come and did not: they are misses, and leaving them out would flatter. */
export function openPastDue({ orderLines, asOf }: Pick<Operations, 'orderLines' | 'asOf'>): number {
  return orderLines.filter(
    ({ promisedAt = asOf, quantityOrdered, deliveries, cancelledAt, closedAt, excludedReason }) => {
      const came = deliveries.reduce(
        (sum, { deliveredAt, quantity }) => sum + (deliveredAt === undefined ? 0 : quantity),
        0,
      );
      const isOwed = (cancelledAt ?? closedAt ?? excludedReason) === undefined && came >= 0;
      return isOwed && promisedAt < asOf && came < quantityOrdered;
    },
  ).length;
}

/** The rows of deliveries, invoices, service and quotes. */
export function operationalRows(data: Operations, locale: Locale): OperationRow[] {
  const { byLine, byOrder, notes } = OPERATION_WORDS[locale];
  const { orderLines, asOf, now, calendar } = data;
  const cases = toCases(data.ticketEvents, { asOf: now });
  const delivery = { ...DELIVERY, asOf };
  const open = openPastDue(data).toLocaleString(locale);
  const sla = { denominator: 'by-target', asOf: now, calendars: { support: calendar } } as const;
  return [
    rowOf(computeOtif(orderLines, delivery), 'lines', locale, notes.otif(open), byLine),
    rowOf(computeOtif(orderLines, { ...delivery, level: 'order' }), 'orders', locale, notes.orders, byOrder),
    rowOf(computePerfectOrder(orderLines, delivery), 'orders', locale),
    rowOf(computeDisputeRate(data.invoices, { asOf, maturityDays: 30 }), 'invoices', locale),
    ...durationRows(computeFirstResponseTime(cases, { calendar, quantiles: QUANTILES }), 'tickets', locale),
    ...durationRows(computeFullResolutionTime(cases, { calendar, quantiles: QUANTILES }), 'tickets', locale),
    rowOf(computeSlaAttainment(data.slaTargets, sla), 'targets', locale, notes.sla),
    rowOf(computeBacklog(cases, { at: now }), 'tickets', locale),
    rowOf(computeFirstTimeFixRate(data.visits, { windowDays: 30, asOf: now }), 'jobs', locale),
    ...durationRows(computeTimeToQuote(data.quotes, { calendar, asOf: now, quantiles: QUANTILES }), 'requests', locale),
  ];
}

/** The rows of what customers, dealers and salespeople do. */
export function behaviouralRows(data: Operations, locale: Locale): OperationRow[] {
  const { notes } = OPERATION_WORDS[locale];
  const { asOf } = data;
  const eligible = data.customers.map(({ id }) => id);
  const reports = computeFieldReports(data.fieldReports, data.contributors, { windowDays: 92, asOf });
  return [
    rowOf(computePortalAdoption(data.portalActions, eligible, { windowDays: 90, asOf }), 'accounts', locale),
    rowOf(computeCatalogueCompletion(data.catalogue), 'entries', locale),
    rowOf(computeLearningCompletion(data.learning, { asOf }), 'modules', locale),
    rowOf(computeCartAbandonment(data.carts, { windowDays: 14, asOf }), 'carts', locale),
    rowOf(computeReturnRate(data.shippedLines, { windowDays: 30, asOf }), 'lines', locale, notes.returns),
    rowOf(reports, 'people', locale, notes.reports(reports.reporting.toLocaleString(locale))),
  ];
}
