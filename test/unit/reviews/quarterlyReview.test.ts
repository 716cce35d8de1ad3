import { describe, expect, it } from 'vitest';
import type { MetricTarget } from '../../../src/core/target.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { defineProportion } from '../../../src/measures/defineProportion.js';
import { computeCsat, csatMeasure } from '../../../src/metrics/perception/csat.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import type { ActionPlan } from '../../../src/prioritization/actionPlan.js';
import type { Finding } from '../../../src/prioritization/finding.js';
import { prioritize } from '../../../src/prioritization/prioritize.js';
import { reviewActionPlan } from '../../../src/prioritization/reviewActionPlan.js';
import { quarterlyReview, type QuarterlyReviewInput } from '../../../src/reviews/quarterlyReview.js';
import { toMeasuredRows } from '../../../src/reviews/toMeasuredRows.js';

interface Row {
  readonly on: string;
  readonly branch: string;
  readonly score: number;
}
const quarter = (on: string, good: number, bad: number, branch = 'lyon'): Row[] =>
  Array.from({ length: good + bad }, (_, at) => ({ on, branch, score: at < good ? 5 : 1 }));
const rows = [
  ...quarter('2026-05-10', 70, 30),
  ...quarter('2026-08-10', 20, 30),
  ...quarter('2026-09-30', 25, 25, 'lille'),
  ...quarter('2025-07-01', 45, 55),
];
const csat = toMeasuredRows(rows, {
  measure: csatMeasure<Row>({ score: 'score' }),
  at: 'on',
  scopes: { branch: 'branch' },
});
const ASOF = '2026-10-05';
const target: MetricTarget = { definition: { id: 'csat' }, period: '2026-Q3', green: 0.9, amber: 0.45, source: 'test' };

function review(changes: Partial<QuarterlyReviewInput> = {}) {
  return quarterlyReview({ asOf: ASOF, measures: [csat], ...changes });
}

function plan(id: string, changes: Partial<ActionPlan> = {}): ActionPlan {
  const baseline = { value: 0.7, interval: null, standardError: 0.05, sampleSize: 100, period: '2026-Q2' };
  return {
    id,
    objective: 'o',
    target: { definition: { id: 'csat' }, baseline, target: 0.9 },
    indicators: [],
    startsOn: '2026-07-01',
    dueOn: '2026-12-31',
    owner: 'jane',
    resources: { teams: ['t'], tools: [] },
    checkpoints: ['2026-10-05'],
    status: 'active',
    ...changes,
  };
}

describe('quarterlyReview', () => {
  it('compares the quarter with the one before and with that of a year ago, and with its target', () => {
    const { kind, period, previous, yearBefore, metrics, periodFamily } = review({ targets: [target] });
    expect([kind, period.key, previous.key, yearBefore.key]).toEqual([
      'quarterly-review',
      '2026-Q3',
      '2026-Q2',
      '2025-Q3',
    ]);
    expect(metrics[0]?.result).toEqual(computeCsat([...Array(45).fill(5), ...Array(55).fill(1)] as number[]));
    expect(metrics[0]?.changes.map(({ result, verdict }) => [result.value, verdict])).toEqual([
      [0.7, 'lower'],
      [0.45, 'no-evidence'],
    ]);
    expect(periodFamily).toEqual({ adjustment: 'holm', tested: 2, shown: 1, unknown: 0 });
    expect([metrics[0]?.target, metrics[0]?.status]).toEqual([target, { point: 'amber', bound: 'red' }]);
  });

  it('knows fiscal quarters', () => {
    const { period, previous, yearBefore, metrics } = review({
      fiscalYearStart: 3,
      targets: [{ ...target, period: 'FY2026-Q2' }],
    });
    expect(period).toEqual({ key: 'FY2026-Q2', from: '2026-06-01', through: '2026-08-31' });
    expect([previous.key, yearBefore.key]).toEqual(['FY2026-Q1', 'FY2025-Q2']);
    expect([metrics[0]?.result.sampleSize, metrics[0]?.status.point]).toEqual([50, 'red']);
  });

  it('leaves targets of a part of the business to scorecards', () => {
    expect(review({ targets: [{ ...target, scope: { branch: 'lyon' } }] }).metrics[0]?.target).toBeNull();
  });

  it('turns what is real into findings, and these into actions', () => {
    const extra: Finding = { kind: 'theme', theme: 'spare-parts', metric: 'nps', impact: 'negative', segment: {} };
    const triggers = [{ metric: 'csat' }, { theme: 'spare-parts' }];
    const playbook = [
      { id: 'call', area: 'network', names: { en: 'Call', fr: 'Appeler' }, metrics: ['csat'], triggers },
    ];
    const found = review({ targets: [target], findings: [extra], playbook });
    expect(found.findings).toEqual([
      { kind: 'status', metric: 'csat', level: 'amber', segment: {} },
      { kind: 'comparison', metric: 'csat', verdict: 'lower', direction: 'higher-is-better', segment: {} },
      extra,
    ]);
    expect(found.recommendations.recommended.map(({ action, triggeredBy }) => [action.id, triggeredBy.length])).toEqual(
      [['call', 3]],
    );
  });

  it('reviews plans with the results of the quarter, cut to their scope', () => {
    const of = (own: ActionPlan) => review({ plans: [{ plan: own }] }).plans[0]?.target;
    const expected = (own: ActionPlan, scores: readonly number[]) =>
      reviewActionPlan(own, [computeCsat(scores)], { asOf: ASOF }).target;
    const all = [...Array(45).fill(5), ...Array(55).fill(1)] as number[];
    expect(of(plan('p'))).toEqual(expected(plan('p'), all));
    const lille = plan('p', { scope: { branch: 'lille' } });
    expect(of(lille)).toEqual(expected(lille, [...all.slice(20, 45), ...all.slice(45, 70)]));
    const north = plan('p', { scope: { network: 'north' } });
    expect(of(north)).toEqual(reviewActionPlan(north, [], { asOf: ASOF }).target);
  });

  it('takes results that are handed over, and orders plans by id', () => {
    const results = [computeCsat([5, 5, 5, 5, 1])];
    const control = { before: computeCsat([5, 1, 5, 1]), after: computeCsat([5, 1, 5, 1, 1]) };
    const { plans } = review({ plans: [{ plan: plan('b'), results, control }, { plan: plan('a') }] });
    expect(plans.map(({ id, asOf }) => [id, asOf])).toEqual([
      ['a', ASOF],
      ['b', ASOF],
    ]);
    expect(plans[1]).toEqual({
      ...reviewActionPlan(plan('b'), results, { asOf: ASOF, control }),
      objective: 'o',
      owner: 'jane',
      startsOn: '2026-07-01',
      dueOn: '2026-12-31',
      scope: {},
      status: 'active',
    });
  });

  it('ranks initiatives, or takes a ranking', () => {
    const initiatives = [{ id: 'x', criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 2 } }];
    const ranking = prioritize(initiatives);
    expect(review({ priorities: { initiatives } }).priorities).toEqual(ranking);
    expect(review({ priorities: { initiatives, options: { border: 0.5 } } }).priorities).toEqual(
      prioritize(initiatives, { border: 0.5 }),
    );
    expect(review({ priorities: ranking }).priorities).toBe(ranking);
    expect(review().priorities).toBeNull();
  });

  it('shows coverage against its targets, in the order of the catalogue', () => {
    const share = (id: string, good: number) =>
      computeMeasure(
        Array.from({ length: 10 }, (_, at) => at < good),
        defineProportion({ id, direction: 'higher-is-better', success: (row: boolean) => row }),
      );
    const coverage = [share('revenue-coverage', 6), share('response-rate', 3)];
    const targets: MetricTarget[] = [
      { definition: { id: 'response-rate' }, period: null, green: 0.5, amber: 0.4, source: 'test' },
    ];
    const found = review({ coverage, targets });
    expect(found.coverage.map(({ result, status }) => [result.definition.id, result.value, status.point])).toEqual([
      ['response-rate', 0.3, 'red'],
      ['revenue-coverage', 0.6, 'unknown'],
    ]);
    expect(found.findings[0]).toEqual({ kind: 'status', metric: 'response-rate', level: 'red', segment: {} });
  });

  it('tells what was not handed over', () => {
    expect(review().notGiven).toEqual(['targets', 'plans', 'priorities', 'coverage', 'rewards']);
    const rewards = { granted: 12, points: 600 };
    const full = review({ targets: [], plans: [], priorities: { initiatives: [] }, coverage: [], rewards });
    expect([full.notGiven, full.rewards, review().rewards]).toEqual([[], rewards, null]);
  });

  it('is plain data', () => {
    const found = review({ targets: [target], plans: [{ plan: plan('p') }], coverage: [computeNps([9])] });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it.each<[() => unknown, RegExp]>([
    [() => quarterlyReview(undefined as never), /^quarterlyReview: options must be an object/],
    [() => review({ asOf: '2026' }), /^quarterlyReview: option "asOf" must be/],
    [() => review({ fiscalYearStart: 0 }), /^quarterlyReview: option "fiscalYearStart" must be a month from 1 to 12/],
    [() => review({ fiscalYearStart: 12.5 }), /^quarterlyReview: option "fiscalYearStart" must be/],
    [() => review({ confidence: 2 }), /^quarterlyReview: option "confidence" must be/],
    [() => review({ measures: {} as never }), /^quarterlyReview: option "measures" must be/],
    [() => review({ targets: [5] as never }), /^quarterlyReview: targets must be/],
    [() => review({ coverage: [{}] as never }), /^quarterlyReview: option "coverage" must be a list of metric results/],
    [() => review({ plans: [plan('p')] as never }), /^quarterlyReview: option "plans" must be a list of \{ plan \}/],
    [
      () => review({ plans: [{ plan: plan('p') }, { plan: plan('p') }] }),
      /^quarterlyReview: option "plans" must be a list with each id once/,
    ],
    [() => review({ findings: ['x'] as never }), /^quarterlyReview: option "findings" must be a list of findings/],
    [
      () => review({ priorities: 5 as never }),
      /^quarterlyReview: option "priorities" must be a ranking, or \{ initiatives \}/,
    ],
  ])('refuses what is none', (make, message) => {
    expect(make).toThrow(message);
  });
});
