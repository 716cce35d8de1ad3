import { describe, expect, it } from 'vitest';
import { compileMetric } from '../../../src/rewards/conditions/metricCondition.js';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import { refusal, traceOf, truthBy, truthOf } from '../../tools/conditions.js';

type Status = MetricFact['status']['point'];

function result(period: string, own: Partial<MetricFact> = {}, status: Status = 'green'): MetricFact {
  const named = { metric: 'otif', scope: 'lyon', period };
  return { ...named, value: 0.95, interval: null, sampleSize: 100, status: { point: status, bound: status }, ...own };
}

function condition(own: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const test = { status: 'green', by: 'bound' };
  return { op: 'metric', metric: 'otif', scope: ['network'], period: 'quarter', over: 'pooled-period', test, ...own };
}

const DATA = { network: 'lyon' };
const on = '2026-08-15';

describe('a metric over the pooled period', () => {
  it.each([
    ['month', 1, '2026-08'],
    ['month', 4, '2026-08'],
    ['quarter', 1, '2026-Q3'],
    ['year', 1, '2026'],
    ['quarter', 4, 'FY2026-Q2'],
    ['quarter', 9, 'FY2025-Q4'],
    ['year', 4, 'FY2026'],
    ['year', 9, 'FY2025'],
  ])('of a %s, fiscal year from month %d, is that of %s', (period, fiscalYearStart, key) => {
    const surroundings = { on, fiscalYearStart, results: [result(key)] };
    expect(traceOf(condition({ period }), DATA, surroundings)).toEqual({
      op: 'metric',
      truth: 'true',
      fact: ['network'],
      expected: { metric: 'otif', scope: 'lyon', period: key, status: 'green', by: 'bound' },
      actual: 'green',
    });
    expect(truthOf(condition({ period }), DATA, { ...surroundings, results: [] })).toBe('unknown');
  });

  it.each([
    ['green', 'true', undefined],
    ['amber', 'false', undefined],
    ['red', 'false', undefined],
    ['unknown', 'unknown', 'no-status'],
  ] as const)('of status %s is %s', (status, truth, reason) => {
    const trace = traceOf(condition(), DATA, { on, results: [result('2026-Q3', {}, status)] });
    expect([trace.truth, trace.actual, trace.reason]).toEqual([truth, status, reason]);
  });

  it('is judged by the value or by the unfavourable end, as asked', () => {
    const results = [result('2026-Q3', { status: { point: 'green', bound: 'amber' } })];
    expect(truthOf(condition({ test: { status: 'green', by: 'point' } }), DATA, { on, results })).toBe('true');
    expect(truthOf(condition({ test: { status: 'green', by: 'bound' } }), DATA, { on, results })).toBe('false');
    expect(truthOf(condition({ test: { status: 'amber', by: 'bound' } }), DATA, { on, results })).toBe('true');
  });

  it.each([
    [0.95, 'true', undefined, 0.95],
    [0.949, 'false', undefined, 0.949],
    [-0, 'false', undefined, 0],
    [null, 'unknown', 'no-result', null],
    [Number.NaN, 'unknown', 'no-result', 'NaN'],
    [Infinity, 'unknown', 'no-result', 'Infinity'],
  ])('whose value is %o against at least 0.95 is %s', (value, truth, reason, actual) => {
    const own = condition({ test: { op: 'gte', value: 0.95 } });
    const trace = traceOf(own, DATA, { on, results: [result('2026-Q3', { value })] });
    expect([trace.truth, trace.reason, trace.actual]).toEqual([truth, reason, actual]);
    expect(trace.expected).toEqual({ metric: 'otif', scope: 'lyon', period: '2026-Q3', op: 'gte', value: 0.95 });
  });

  it.each([
    [29, 30, 'unknown', 'small-sample', { sampleSize: 29 }],
    [30, 30, 'true', undefined, 'green'],
    [0, 0, 'true', undefined, 'green'],
    [Number.NaN, 0, 'true', undefined, 'green'],
    [0, 1, 'unknown', 'small-sample', { sampleSize: 0 }],
    [Number.NaN, 1, 'unknown', 'small-sample', { sampleSize: 'NaN' }],
    [undefined, 1, 'unknown', 'small-sample', { sampleSize: null }],
  ])('rests on %o of %o: %s', (sampleSize, minimumSample, truth, reason, actual) => {
    const results = [result('2026-Q3', { sampleSize: sampleSize as number })];
    const trace = traceOf(condition({ minimumSample }), DATA, { on, results });
    expect([trace.truth, trace.reason, trace.actual]).toEqual([truth, reason, actual]);
  });

  it.each([
    [undefined, 'missing', null],
    [null, 'missing', null],
    [{ id: 'lyon' }, 'wrong-type', 'object'],
    [0.5, 'wrong-type', 0.5],
    [true, 'wrong-type', true],
  ])('of the scope %o is unknown: %s', (network, reason, actual) => {
    expect(traceOf(condition(), { network }, { on, results: [result('2026-Q3')] })).toEqual({
      op: 'metric',
      truth: 'unknown',
      fact: ['network'],
      expected: { metric: 'otif', status: 'green', by: 'bound' },
      actual,
      reason,
    });
  });

  it('may have a whole number for a scope', () => {
    const results = [result('2026-Q3', { scope: '7' })];
    expect(truthOf(condition(), { network: 7 }, { on, results })).toBe('true');
  });

  it.each([null, '2026-02-30'])('of a fact on the day %o is unknown', (day) => {
    const expected = { metric: 'otif', scope: 'lyon', status: 'green', by: 'bound' };
    for (const over of ['pooled-period', 'every-month'])
      expect(traceOf(condition({ over }), DATA, { on: day, results: [result('2026-Q3')] })).toEqual({
        op: 'metric',
        truth: 'unknown',
        fact: ['network'],
        expected,
        actual: null,
        reason: 'no-result',
      });
  });

  it('without a status is unknown', () => {
    const results = [{ ...result('2026-Q3'), status: undefined as unknown as MetricFact['status'] }];
    const trace = traceOf(condition(), DATA, { on, results });
    expect([trace.truth, trace.actual, trace.reason]).toEqual(['unknown', null, 'no-status']);
  });
});

describe('a metric over every month', () => {
  const monthsOf = (fiscalYearStart: number, period: string, day: string): unknown => {
    const trace = traceOf(condition({ over: 'every-month', period }), DATA, { on: day, fiscalYearStart });
    return trace.of?.map(({ expected }) => (expected as { readonly period: string }).period);
  };

  it.each([
    [1, 'quarter', '2026-08-15', ['2026-07', '2026-08', '2026-09']],
    [1, 'quarter', '2026-12-31', ['2026-10', '2026-11', '2026-12']],
    [1, 'quarter', '2026-01-01', ['2026-01', '2026-02', '2026-03']],
    [1, 'month', '2026-08-15', ['2026-08']],
    [4, 'month', '2026-08-15', ['2026-08']],
    [2, 'quarter', '2026-01-31', ['2025-11', '2025-12', '2026-01']],
    [2, 'quarter', '2026-02-01', ['2026-02', '2026-03', '2026-04']],
    [12, 'quarter', '2026-02-28', ['2025-12', '2026-01', '2026-02']],
    [12, 'quarter', '2026-12-01', ['2026-12', '2027-01', '2027-02']],
    [4, 'quarter', '0001-01-01', ['0001-01', '0001-02', '0001-03']],
    [3, 'quarter', '0001-01-01', ['0000-12', '0001-01', '0001-02']],
  ])('fiscal year from month %d, the %s of %s', (fiscalYearStart, period, day, months) => {
    expect(monthsOf(fiscalYearStart, period, day)).toEqual(months);
  });

  it('of a year has twelve, from the first of the fiscal year', () => {
    const months = monthsOf(4, 'year', '2026-03-31') as string[];
    expect([months.length, months[0], months[8], months[9], months[11]]).toEqual([
      12,
      '2025-04',
      '2025-12',
      '2026-01',
      '2026-03',
    ]);
    expect((monthsOf(1, 'year', '2026-03-31') as string[])[0]).toBe('2026-01');
  });

  it('may reach beyond the last year that has a date', () => {
    expect(monthsOf(12, 'quarter', '9999-12-31')).toEqual(['9999-12', '10000-01', '10000-02']);
  });

  it.each([
    [['green', 'green', 'green'], 'true'],
    [['green', 'red', 'green'], 'false'],
    [['green', 'unknown', 'green'], 'unknown'],
    [['green', null, 'green'], 'unknown'],
    [['red', null, 'unknown'], 'false'],
    [[null, 'unknown', 'red'], 'false'],
  ] as const)('of %o is %s', (statuses, truth) => {
    const results = statuses.flatMap((status, at) => (status === null ? [] : [result(`2026-0${7 + at}`, {}, status)]));
    const own = traceOf(condition({ over: 'every-month' }), DATA, { on, results });
    expect(own.truth).toBe(truth);
    expect(own.of?.map(({ actual }) => actual)).toEqual(statuses);
    expect(own.of?.map(({ reason }) => reason)).toEqual(
      statuses.map((status) => (status === null ? 'no-result' : status === 'unknown' ? 'no-status' : undefined)),
    );
    expect(own.reason).toBeUndefined();
  });

  it('does not take the pooled quarter for its months, nor a month for the quarter', () => {
    const results = [result('2026-Q3')];
    expect(truthOf(condition({ over: 'every-month' }), DATA, { on, results })).toBe('unknown');
    const months = ['07', '08', '09'].map((month) => result(`2026-${month}`));
    expect(truthOf(condition({ over: 'pooled-period' }), DATA, { on, results: months })).toBe('unknown');
  });

  it('of a single month has one part', () => {
    const own = traceOf(condition({ over: 'every-month', period: 'month' }), DATA, {
      on,
      results: [result('2026-08')],
    });
    expect(own.expected).toEqual({ metric: 'otif', scope: 'lyon', status: 'green', by: 'bound' });
    expect(own.of?.map(({ truth }) => truth)).toEqual(['true']);
  });
});

describe('a metric is refused', () => {
  it.each([
    [{ metric: '' }, '"metric" of "metric" must be the id of a metric, received ""'],
    [{ metric: 5 }, '"metric" of "metric" must be the id of a metric, received 5'],
    [{ scope: 'network' }, 'scope of "metric" must be a path'],
    [{ period: 'week' }, '"period" of "metric" must be "month", "quarter" or "year", received "week"'],
    [{ period: ['month'] }, '"period" of "metric" must be "month", "quarter" or "year", received an object'],
    [{ period: 'toString' }, '"period" of "metric" must be "month", "quarter" or "year", received "toString"'],
    [{ over: 'each-month' }, '"over" of "metric" must be "every-month" or "pooled-period", received "each-month"'],
    [{ minimumSample: -1 }, '"minimumSample" of "metric" must be a whole number from 0, received -1'],
    [{ minimumSample: 0.5 }, '"minimumSample" of "metric" must be a whole number from 0, received 0.5'],
    [{ minimumSample: null }, '"minimumSample" of "metric" must be a whole number from 0, received null'],
    [
      { test: { status: 'unknown', by: 'point' } },
      '"test.status" of "metric" must be green, amber, red, received "unknown"',
    ],
    [{ test: { status: 'green', by: 'luck' } }, '"test.by" of "metric" must be "point" or "bound", received "luck"'],
    [{ test: { status: 'green' } }, '"test.by" of "metric" must be "point" or "bound", received undefined'],
    [{ test: undefined }, '"test.op" of "metric" must be eq, ne, lt, lte, gt, gte, received undefined'],
    [{ test: { op: 'gte', value: '1' } }, '"test.value" of "metric" must be a finite number, received "1"'],
  ])('with %o', (own, message) => {
    expect(refusal(condition(own))).toMatch(`CX_INVALID_RULE: rule "r": ${message}`);
  });
});

it('compileMetric finds nothing where there are no results', () => {
  const test = { status: 'green', by: 'bound' } as const;
  const own = {
    op: 'metric',
    metric: 'otif',
    scope: ['network'],
    period: 'month',
    over: 'pooled-period',
    test,
  } as const;
  expect(truthBy(compileMetric, own, DATA)).toBe('unknown');
});
