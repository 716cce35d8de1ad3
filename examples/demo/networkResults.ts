import {
  otifMeasure,
  portalAdoptionMeasure,
  slaAttainmentMeasure,
  toDeliveryUnits,
  toPeriod,
  toPortalAccounts,
  toSlaOutcomes,
  type MetricDefinition,
  type MetricTarget,
} from 'cx-scoring';
import { toMetricFacts, type FactSegment, type MetricFact } from 'cx-scoring/rewards';
import { segmentBy } from 'cx-scoring/segmentation';
import type { Operations } from '../data/operations.js';

const WINDOW = { earlyDays: 1, lateDays: 0 } as const;
const OTIF = otifMeasure({ window: WINDOW });
const SLA = slaAttainmentMeasure({ denominator: 'by-target' });

/** What a network has promised for the year: green from here, amber from there. */
export const CONTRACT: Readonly<Record<string, readonly [green: number, amber: number]>> = {
  otif: [0.8, 0.7],
  'sla-attainment': [0.7, 0.6],
  'portal-adoption': [0.4, 0.3],
};

/** Last days of the months of the quarter before its last one. */
const MONTH_ENDS = ['2026-07-31', '2026-08-31'] as const;

interface NetworkKey {
  readonly network: unknown;
}

function factsOf<Key extends NetworkKey>(
  segments: readonly FactSegment<Key>[],
  { id, parameters }: MetricDefinition,
  period: string | ((key: Key) => unknown),
): readonly MetricFact[] {
  const [green = 0, amber = 0] = CONTRACT[id] ?? [];
  const definition = { id, parameters };
  const target: MetricTarget = { definition, period: '2026', green, amber, source: 'network contract 2026' };
  return toMetricFacts(segments, { scope: 'network', period, target }).facts;
}

/**
 * The three metrics of the network bonus for each network, which is a country: over the quarter as a whole, and for each of its months.
 * The adoption of the portal looks back 90 days for the quarter and 30 for a month.
 */
export function networkResults(data: Operations, quarter: string): MetricFact[] {
  const { asOf, now, customers } = data;
  const countries = new Map(customers.map(({ id, country }) => [id, country]));
  const countryOf = (account: string | null | undefined): string | null => countries.get(account ?? '') ?? null;
  const units = toDeliveryUnits(data.orderLines, { window: WINDOW, asOf }).filter(
    ({ dueOn }) => dueOn !== null && toPeriod(dueOn, { unit: 'quarter' }) === quarter,
  );
  const calendars = { support: data.calendar };
  const outcomes = toSlaOutcomes(data.slaTargets, { denominator: 'by-target', asOf: now, calendars });
  const created = data.ticketEvents.filter(({ type }) => type === 'created');
  const tickets = new Map(
    created.map(({ ticketId, accountId, at }) => [ticketId, { accountId, month: String(at).slice(0, 7) }]),
  );
  const eligible = customers.map(({ id }) => id);
  const adoption = (windowDays: number, until: string): readonly MetricFact[] => {
    const accounts = toPortalAccounts(data.portalActions, eligible, { windowDays, asOf: until });
    const measure = portalAdoptionMeasure({ windowDays });
    const segments = segmentBy(accounts, { measure, dimensions: { network: ({ accountId }) => countryOf(accountId) } });
    return factsOf(segments, measure.definition, windowDays === 90 ? quarter : until.slice(0, 7));
  };
  const byNetwork = { network: ({ accountId }: (typeof units)[number]) => countryOf(accountId) };
  const ofTicket = {
    network: ({ ticketId }: (typeof outcomes)[number]) => countryOf(tickets.get(ticketId)?.accountId),
  };
  const byMonth = { ...byNetwork, month: ({ dueOn }: (typeof units)[number]) => dueOn?.slice(0, 7) };
  const ofMonth = { ...ofTicket, month: ({ ticketId }: (typeof outcomes)[number]) => tickets.get(ticketId)?.month };
  return [
    ...factsOf(segmentBy(units, { measure: OTIF, dimensions: byNetwork }), OTIF.definition, quarter),
    ...factsOf(segmentBy(outcomes, { measure: SLA, dimensions: ofTicket }), SLA.definition, quarter),
    ...adoption(90, asOf),
    ...factsOf(segmentBy(units, { measure: OTIF, dimensions: byMonth }), OTIF.definition, ({ month }) => month),
    ...factsOf(segmentBy(outcomes, { measure: SLA, dimensions: ofMonth }), SLA.definition, ({ month }) => month),
    ...[...MONTH_ENDS, asOf].flatMap((day) => adoption(30, day)),
  ];
}
