import {
  checkHealthScore,
  computeCostToServe,
  computeGrossRevenueRetention,
  computeHealthScore,
  computeNetRevenueRetention,
  computeRepurchaseRate,
  computeRetention,
  computeShareOfWallet,
  findMetric,
  fitBgNbd,
  formatValue,
  probabilityAlive,
  toAccountHealth,
  toCohorts,
  toPurchaseHistories,
  type HealthComponent,
} from 'cx-scoring';
import type { Operations } from '../data/operations.js';
import type { PastHealth } from '../data/revenue.js';
import type { Locale } from './arguments.js';
import { rowOf, type OperationRow } from './operationRows.js';
import { OPERATION_WORDS } from './operationWords.js';

const SHARE = { unit: 'share', range: null } as const;
const EUROS = { unit: 'money', range: null, parameters: { currency: 'EUR' } } as const;

/** Weights of our own: what they are worth is told by the check beside the score. */
const COMPONENTS: readonly HealthComponent<PastHealth>[] = [
  { id: 'trend', score: 'trend', weight: 2, minimum: 0, maximum: 1 },
  { id: 'recommends', score: 'recommends', weight: 1, minimum: 0, maximum: 10 },
  { id: 'silence', score: 'silence', weight: 1, minimum: 0, maximum: 180, higherIsBetter: false },
];

/** What serving an account takes, and what each of it costs in euro cents. */
const UNIT_COSTS = { orders: 1200, lines: 250, tickets: 2600, visits: 19_000 } as const;
const ACTIVITIES = ['orders', 'lines', 'tickets', 'visits'] as const;

/** What each customer took in the quarter, with the revenue of it. */
export function servedAccounts({ customers, orders, orderLines, ticketEvents, visits, since }: Operations) {
  return customers.map(({ id }) => {
    const own = orders.filter(({ accountId, at }) => accountId === id && at >= since);
    return {
      account: id,
      orders: own.length,
      lines: orderLines.filter(({ accountId }) => accountId === id).length,
      tickets: ticketEvents.filter(({ accountId, type }) => accountId === id && type === 'created').length,
      visits: visits.filter(({ accountId, begunAt }) => accountId === id && String(begunAt) >= since).length,
      revenue: own.reduce((sum, { amount }) => sum + amount, 0),
    };
  });
}

function retentionRows({ years }: Operations, locale: Locale): OperationRow[] {
  const { notes } = OPERATION_WORDS[locale];
  const revenue = { startRevenue: 'startRevenue', endRevenue: 'endRevenue', period: 'year' } as const;
  const gross = computeGrossRevenueRetention(years, revenue);
  const share = (amount: number): string => formatValue(amount / gross.startRevenue, SHARE, { locale });
  const { churned, contraction, expansion } = gross;
  const note = notes.retention(share(churned), share(contraction), share(expansion));
  const active = { activeAtStart: 'activeAtStart', activeAtEnd: 'activeAtEnd', period: 'year' } as const;
  return [
    rowOf(computeRetention(years, active), 'accounts', locale),
    { ...rowOf(gross, 'accounts', locale), excluded: {} },
    rowOf(computeNetRevenueRetention(years, revenue), 'accounts', locale, note),
  ];
}

/** How probable it is that customers who say nothing still are customers. */
function aliveRow({ orders, customers, asOf }: Operations, locale: Locale): OperationRow {
  const { notes } = OPERATION_WORDS[locale];
  const histories = toPurchaseHistories(orders, { account: 'accountId', at: 'at', asOf, unit: 'week' });
  const fit = fitBgNbd(histories, { unit: 'week' });
  const today = new Set(customers.map(({ id }) => id));
  const alive = histories
    .filter(({ account = '' }) => today.has(account))
    .map((history) => ({ account: history.account ?? '', probability: probabilityAlive(fit, history) ?? NaN }))
    .sort((a, b) => a.probability - b.probability);
  const least = alive.slice(0, 3).map((one) => `${one.account} (${formatValue(one.probability, SHARE, { locale })})`);
  return {
    name: findMetric('probability-alive')?.names[locale] ?? '',
    value: alive.reduce((sum, { probability }) => sum + probability, 0) / alive.length,
    definition: SHARE,
    interval: null,
    sample: alive.length,
    counted: 'accounts',
    excluded: {},
    note: notes.alive(fit.sampleSize.toLocaleString(locale), least.join(', ')),
    warnings: [],
  };
}

function healthRows({ pastHealth }: Operations, locale: Locale): OperationRow[] {
  const { notes, roc } = OPERATION_WORDS[locale];
  const options = { components: COMPONENTS, minimumComponents: 2 };
  const scores = toAccountHealth(pastHealth, options).map(({ score }) => score);
  const { auc, interval, lift, sampleSize, excluded, warnings } = checkHealthScore(
    scores,
    pastHealth.map(({ left }) => left),
  );
  const [share, captured] = [lift?.share ?? null, lift?.captured ?? null].map((part) =>
    formatValue(part, SHARE, { locale, digits: 0 }),
  ) as [string, string];
  const times = formatValue(lift?.lift ?? null, { unit: 'ratio', range: null }, { locale, digits: 1 });
  return [
    rowOf(computeHealthScore(pastHealth, options), 'accounts', locale),
    {
      name: roc,
      value: auc,
      definition: { unit: 'ratio', range: null },
      interval,
      sample: sampleSize,
      counted: 'accounts',
      excluded,
      note: notes.health(share, captured, times),
      warnings,
    },
  ];
}

/** The rows of what customers bring and take. */
export function businessRows(data: Operations, locale: Locale): OperationRow[] {
  const { notes, activities } = OPERATION_WORDS[locale];
  const { asOf, won } = data;
  const first = data.orders.filter(({ accountId }) => won.has(accountId));
  const cohorts = toCohorts(first, { account: 'accountId', at: 'at', asOf, unit: 'quarter' });
  const wallet = { spend: 'spend', categorySpend: 'categorySpend' } as const;
  const cost = computeCostToServe(servedAccounts(data), {
    activities: ACTIVITIES.map((id) => ({ id, volume: id, unitCost: UNIT_COSTS[id] })),
    revenue: 'revenue',
    currency: 'EUR',
  });
  const costs = cost.activities.map(
    ({ cost: own }, at) =>
      `${activities[ACTIVITIES[at] ?? 'orders']} ${formatValue(own, EUROS, { locale, digits: 0 })}`,
  );
  return [
    ...retentionRows(data, locale),
    rowOf(computeRepurchaseRate(cohorts, { windowDays: 60 }), 'accounts', locale, notes.won),
    rowOf(computeShareOfWallet(data.wallets, wallet), 'accounts', locale),
    aliveRow(data, locale),
    rowOf(cost, 'accounts', locale, notes.cost(costs.join(', '))),
    ...healthRows(data, locale),
  ];
}
