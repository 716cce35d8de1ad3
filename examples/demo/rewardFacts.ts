import { toDayNumber, type OrderLine } from 'cx-scoring';
import {
  toEventFact,
  toInsightFacts,
  toPeriodFacts,
  toPlanFact,
  toProgressFact,
  type MetricFact,
  type RewardFact,
} from 'cx-scoring/rewards';
import { reviewActionPlan } from 'cx-scoring/prioritization';
import { createInsights } from '../data/insights.js';
import type { Operations } from '../data/operations.js';
import type { Answer } from './answers.js';
import { easeOf, portalPlan } from './portalPlan.js';

/** A delivery so many days late is an incident, and so many a grave one. */
const LATE = { least: 9, grave: 12 } as const;

/** An order that came far too late through the fault of the company. */
function incidentFacts({ orderLines, customers }: Operations): RewardFact[] {
  const sizes = new Map(customers.map(({ id, size }) => [id, size]));
  const lateness = ({ promisedAt, deliveries }: OrderLine): number =>
    Math.max(...deliveries.map(({ deliveredAt }) => toDayNumber(deliveredAt ?? '') - toDayNumber(promisedAt ?? '')));
  return orderLines
    .filter(({ cancelledAt, deliveries }) => cancelledAt === undefined && deliveries.every((own) => own.quantity > 0))
    .map((line) => ({ line, days: lateness(line), on: line.deliveries.at(-1)?.deliveredAt ?? '' }))
    .filter(({ days }) => days >= LATE.least)
    .map((incident) =>
      toEventFact(incident, {
        event: 'incident.closed',
        id: ({ line }) => `${line.orderId}/${line.lineId}`,
        on: 'on',
        data: ({ line: { orderId, accountId = '', excludedReason }, days }) => ({
          customer: { id: accountId },
          incident: {
            id: orderId,
            attributableTo: excludedReason === undefined ? 'supplier' : 'customer',
            severity: days >= LATE.grave || sizes.get(accountId) === 'key' ? 3 : 2,
          },
        }),
      }),
    );
}

/** How far each person of the dealers has come with the courses. */
function courseFacts({ learning, asOf }: Operations, edition: string): RewardFact[] {
  const people = new Map<string, (typeof learning)[number][]>();
  for (const assignment of learning) {
    const { id = '' } = assignment;
    const person = id.slice(0, id.indexOf('-'));
    people.set(person, [...(people.get(person) ?? []), assignment]);
  }
  return [...people].map(([personId, own]) => {
    const steps = own.flatMap(({ moduleId, completedAt }) =>
      completedAt ? [{ type: 'elearning.passed', id: moduleId, at: completedAt }] : [],
    );
    return toProgressFact({ personId, edition, at: asOf, steps });
  });
}

/** The facts of a quarter that rules look at: insights, the close of the quarter for each network, incidents, courses, a plan. */
export function rewardFacts(
  answers: readonly Answer[],
  data: Operations,
  results: readonly MetricFact[],
  { quarter, asOf }: { readonly quarter: string; readonly asOf: string },
): RewardFact[] {
  const members = new Map<string, { id: string }[]>();
  for (const { id, country } of data.dealers) members.set(country, [...(members.get(country) ?? []), { id }]);
  const subjects = [...members].map(([id, own]) => ({ kind: 'network', id, data: { network: { members: own } } }));
  const plan = portalPlan(answers, quarter);
  const review = reviewActionPlan(plan, [easeOf(answers, quarter)], { asOf });
  return [
    ...createInsights(data.fieldReports, data.contributors).flatMap((insight) => toInsightFacts(insight)),
    ...toPeriodFacts({ period: quarter, subjects, results }),
    ...incidentFacts(data),
    ...courseFacts(data, quarter),
    toPlanFact(review, { team: plan.owner ?? '' }),
  ];
}
