import { describe, expect, it } from 'vitest';

import type { MetricTarget } from '../../../src/core/target.js';
import { computeOtif, otifMeasure } from '../../../src/metrics/operational/otif.js';
import { toDeliveryUnits } from '../../../src/metrics/operational/deliveryUnits.js';
import type { OrderLine } from '../../../src/metrics/operational/orderLine.js';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import { evaluateRewards } from '../../../src/rewards/evaluation/evaluateRewards.js';
import { periodCompleteness } from '../../../src/rewards/facts/periodCompleteness.js';
import { toMetricFact } from '../../../src/rewards/facts/toMetricFact.js';
import { toMetricFacts } from '../../../src/rewards/facts/toMetricFacts.js';
import { toPeriodFacts } from '../../../src/rewards/facts/toPeriodFacts.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { segmentBy } from '../../../src/segmentation/segmentBy.js';

/** Green from 95 % of the lines delivered on time and in full, amber from 90 %. */
const TARGET: MetricTarget = {
  definition: { id: 'otif' },
  period: '2026',
  green: 0.95,
  amber: 0.9,
  source: 'network contract 2026',
};

const MONTHS = ['2026-07', '2026-08', '2026-09'] as const;

/**
 * The bonus of a quarter in the four ways. `[hits, lines]` of each month and of the quarter, and the lower end of Wilson's interval at
 * 95 %, worked out apart from the library. By point a figure is green when hits / lines reach 0.95, by bound when that end does.
 */
const CASES = {
  // Each month and the quarter are green, even by bound: 0.9746 each month.
  strong: {
    months: [
      [396, 400],
      [396, 400],
      [396, 400],
    ],
    quarter: [1188, 1200],
    lower: [0.974573, 0.974573, 0.974573, 0.982602],
  },
  // 97 % each month, on too few lines to be sure; 600 lines are enough.
  steady: {
    months: [
      [194, 200],
      [194, 200],
      [194, 200],
    ],
    quarter: [582, 600],
    lower: [0.936106, 0.936106, 0.936106, 0.953079],
  },
  // The same quarter with a bad August: 93 %.
  uneven: {
    months: [
      [198, 200],
      [186, 200],
      [198, 200],
    ],
    quarter: [582, 600],
    lower: [0.964278, 0.885945, 0.964278, 0.953079],
  },
  // A bad August, and a quarter of which 96 % may be luck.
  lucky: {
    months: [
      [49, 50],
      [47, 50],
      [48, 50],
    ],
    quarter: [144, 150],
    lower: [0.895046, 0.837829, 0.865399, 0.915487],
  },
  // Nothing was due in August.
  gap: { months: [[294, 300], null, [294, 300]], quarter: [588, 600], lower: [0.95706, null, 0.95706, 0.96537] },
} as const;

const PAID = [
  // network, each month by point, by bound, the quarter by point, by bound
  ['strong', 'granted', 'granted', 'granted', 'granted'],
  ['steady', 'granted', 'denied', 'granted', 'granted'],
  ['uneven', 'denied', 'denied', 'granted', 'granted'],
  ['lucky', 'denied', 'denied', 'granted', 'denied'],
  ['gap', 'held', 'held', 'granted', 'granted'],
] as const;

/** What the four rules pay in all, at 20,000 points each. */
const TOTALS = {
  'every-month by point': 40_000,
  'every-month by bound': 20_000,
  'pooled-period by point': 100_000,
  'pooled-period by bound': 80_000,
};

interface NetworkLine extends OrderLine {
  readonly accountId: string;
  readonly promisedAt: string;
}

const lines: NetworkLine[] = Object.entries(CASES).flatMap(([network, { months }]) =>
  months.flatMap((counts, at) => {
    const [hits, due] = counts ?? [0, 0];
    return Array.from({ length: due }, (_, line) => ({
      orderId: `${network}-${MONTHS[at] ?? ''}-${line}`,
      lineId: '1',
      accountId: network,
      promisedAt: `${MONTHS[at] ?? ''}-15`,
      quantityOrdered: 1,
      deliveries: [{ deliveredAt: `${MONTHS[at] ?? ''}-${line < hits ? '15' : '17'}`, quantity: 1 }],
    }));
  }),
);

const asOf = '2026-10-05';
const units = toDeliveryUnits(lines, { asOf });
const measure = otifMeasure();
const byMonth = segmentBy(units, {
  measure,
  dimensions: { network: ({ accountId }) => accountId, month: ({ dueOn }) => dueOn?.slice(0, 7) ?? null },
});
const byQuarter = segmentBy(units, { measure, dimensions: { network: ({ accountId }) => accountId } });
const monthly = toMetricFacts(byMonth, { scope: 'network', period: ({ month }) => month, target: TARGET });
const quarterly = toMetricFacts(byQuarter, { scope: 'network', period: '2026-Q3', target: TARGET });
const results: readonly MetricFact[] = [...monthly.facts, ...quarterly.facts];

const rule = (over: 'every-month' | 'pooled-period', by: 'point' | 'bound'): RewardRule => ({
  format: 1,
  id: `${over} by ${by}`,
  version: 1,
  state: 'active',
  trigger: { kind: 'period-close', period: 'quarter' },
  subject: ['network', 'id'],
  occurrence: ['period', 'key'],
  when: {
    op: 'metric',
    metric: 'otif',
    scope: ['network', 'id'],
    period: 'quarter',
    over,
    test: { status: 'green', by },
  },
  grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 20_000 } },
  onUnknown: 'hold',
});
const RULES = [
  rule('every-month', 'point'),
  rule('every-month', 'bound'),
  rule('pooled-period', 'point'),
  rule('pooled-period', 'bound'),
];
const networks = Object.keys(CASES);
const facts = toPeriodFacts({
  period: '2026-Q3',
  subjects: networks.map((id) => ({ kind: 'network', id })),
  results,
});
const evaluation = evaluateRewards({ rules: RULES, facts, results, asOf });

/** The lower end of Wilson's interval by its definition: the least share under which so many hits are no surprise, by bisection. */
function lowerEnd(hits: number, due: number): number {
  const z = 1.959963984540054;
  let [low, high] = [0, hits / due];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if ((hits / due - middle) / Math.sqrt((middle * (1 - middle)) / due) > z) low = middle;
    else high = middle;
  }
  return low;
}

const found = (network: string, period: string): MetricFact | undefined =>
  results.find((own) => own.scope === network && own.period === period);

describe('the bonus of a quarter', () => {
  it.each(Object.entries(CASES))('rests on the counts of %s', (network, { months, quarter, lower }) => {
    [...months, quarter].forEach((counts, at) => {
      const fact = found(network, [...MONTHS, '2026-Q3'][at] ?? '');
      if (counts === null) {
        expect(fact).toBeUndefined();
        return;
      }
      const [hits, due] = counts;
      expect(fact).toMatchObject({ metric: 'otif', value: hits / due, sampleSize: due });
      expect(lowerEnd(hits, due)).toBeCloseTo(lower[at] ?? NaN, 6);
      expect(fact?.interval?.lower).toBeCloseTo(lowerEnd(hits, due), 9);
      const lightOf = (value: number) => (value >= 0.95 ? 'green' : value >= 0.9 ? 'amber' : 'red');
      expect(fact?.status).toEqual({ point: lightOf(hits / due), bound: lightOf(lower[at] ?? NaN) });
    });
  });

  it('is the same from plain rows as from segments', () => {
    const own = lines.filter(({ accountId, promisedAt }) => accountId === 'uneven' && promisedAt.startsWith('2026-08'));
    const fact = toMetricFact(computeOtif(own, { asOf }), { scope: 'uneven', period: '2026-08', target: TARGET });
    expect(fact).toEqual(found('uneven', '2026-08'));
    expect(fact.status).toEqual({ point: 'amber', bound: 'red' });
  });

  it.each(PAID)(
    'pays %s: each month by point %s, by bound %s; the quarter by point %s, by bound %s',
    (network, ...paid) => {
      const outcomes = RULES.map(
        ({ id }) => evaluation.decisions.find((own) => own.rule === id && own.subject === network)?.outcome,
      );
      expect(outcomes).toEqual(paid);
    },
  );

  it('costs four different sums', () => {
    const totals = RULES.map(({ id }) => [
      id,
      evaluation.entries.reduce((sum, entry) => sum + (entry.rule?.id === id ? entry.amount : 0), 0),
    ]);
    expect(Object.fromEntries(totals)).toEqual(TOTALS);
  });

  it('is held for the month that is missing, which completeness names', () => {
    const asked = { period: '2026-Q3', metrics: ['otif'], scopes: networks };
    const incomplete = periodCompleteness(results, asked).parts.filter(({ isComplete }) => !isComplete);
    expect(incomplete).toEqual([
      {
        metric: 'otif',
        scope: 'gap',
        isComplete: false,
        present: ['2026-07', '2026-09'],
        missing: [{ period: '2026-08', reason: 'no-result' }],
      },
    ]);
    expect(periodCompleteness(results, { ...asked, over: 'pooled-period', by: 'bound' }).isComplete).toBe(true);
  });

  it('leaves no gap unsaid', () => {
    expect([monthly.gaps, quarterly.gaps]).toEqual([[], []]);
  });
});
