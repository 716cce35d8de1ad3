import { describe, expect, it } from 'vitest';

import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import { periodCompleteness } from '../../../src/rewards/facts/periodCompleteness.js';
import { toPeriodFact } from '../../../src/rewards/facts/toPeriodFact.js';
import { toPeriodFacts } from '../../../src/rewards/facts/toPeriodFacts.js';
import { coded } from '../../tools/coded.js';

const result = (period: string, own: Partial<MetricFact> = {}): MetricFact => ({
  metric: 'otif',
  scope: 'north',
  period,
  value: 0.97,
  interval: null,
  sampleSize: 120,
  status: { point: 'green', bound: 'amber' },
  ...own,
});
const north = { kind: 'network', id: 'north' };

describe('toPeriodFact', () => {
  it.each([
    ['2026-02', 1, 'month', '2026-02-01', '2026-02-28'],
    ['2028-02', 1, 'month', '2028-02-01', '2028-02-29'],
    ['2026-04', 4, 'month', '2026-04-01', '2026-04-30'],
    ['2026-Q1', 1, 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 1, 'quarter', '2026-10-01', '2026-12-31'],
    ['2026', 1, 'year', '2026-01-01', '2026-12-31'],
    ['FY2026-Q1', 4, 'quarter', '2026-04-01', '2026-06-30'],
    ['FY2026-Q4', 4, 'quarter', '2027-01-01', '2027-03-31'],
    ['FY2026', 4, 'year', '2026-04-01', '2027-03-31'],
    ['FY2027', 3, 'year', '2027-03-01', '2028-02-29'],
    ['FY2026-Q1', 12, 'quarter', '2026-12-01', '2027-02-28'],
    ['0001-01', 1, 'month', '0001-01-01', '0001-01-31'],
    ['9999-Q4', 1, 'quarter', '9999-10-01', '9999-12-31'],
  ])(
    'of %s, fiscal year from month %d, is that of a %s from %s to %s',
    (period, fiscalYearStart, unit, from, through) => {
      expect(toPeriodFact({ period, fiscalYearStart, subject: north })).toEqual({
        id: JSON.stringify(['period-close', unit, period, 'network', 'north']),
        trigger: { kind: 'period-close', period: unit },
        on: through,
        data: { network: { id: 'north' }, period: { key: period, from, through } },
      });
    },
  );
  it.each([
    ['0000', 1],
    ['0000-12', 1],
    ['FY9999', 2],
  ])('refuses %s, fiscal year from month %d, beyond the calendar', (period, fiscalYearStart) => {
    expect(coded(() => toPeriodFact({ period, fiscalYearStart, subject: north }))).toBe(
      `CX_INVALID_DATE toPeriodFact: option "period" must be a period within the years 0001 to 9999, received "${period}"`,
    );
  });
  it('lists every month of each metric of the subject, unknown ones as null', () => {
    const results = [
      result('2026-09', { status: { point: 'red', bound: 'unknown' }, value: 0.5, sampleSize: 7 }),
      result('2026-07'),
      result('2026-07', { metric: 'sla', value: null, sampleSize: 0, status: { point: 'unknown', bound: 'unknown' } }),
      result('2026-08', { scope: 'south' }),
      result('2026-06', { metric: 'nps' }),
      result('2026-Q3', { metric: 'csat' }),
    ];
    const none = { status: null, statusByBound: null, value: null, sampleSize: 0 };
    expect(toPeriodFact({ period: '2026-Q3', subject: north, results }).data['kpis']).toEqual({
      otif: [
        { period: '2026-07', status: 'green', statusByBound: 'amber', value: 0.97, sampleSize: 120 },
        { period: '2026-08', ...none },
        { period: '2026-09', status: 'red', statusByBound: null, value: 0.5, sampleSize: 7 },
      ],
      sla: [
        { period: '2026-07', ...none },
        { period: '2026-08', ...none },
        { period: '2026-09', ...none },
      ],
    });
  });
  it('lists metrics in code-unit order, whatever the order of results', () => {
    const results = ['b', 'a', 'C'].map((metric) => result('2026-07', { metric }));
    const { data } = toPeriodFact({ period: '2026-07', subject: north, results });
    expect(Object.keys(data['kpis'] as object)).toEqual(['C', 'a', 'b']);
  });
  it('takes results that contradict each other for unknown', () => {
    const results = [result('2026-07'), result('2026-07', { value: 0.8 })];
    const kpis = toPeriodFact({ period: '2026-07', subject: north, results }).data['kpis'];
    expect(kpis).toEqual({
      otif: [{ period: '2026-07', status: null, statusByBound: null, value: null, sampleSize: 120 }],
    });
  });
  it('adds what the host knows, one level deep', () => {
    const data = { network: { id: 'north', members: [{ id: 'lille' }], zone: undefined }, weather: -0, note: null };
    const fact = toPeriodFact({ period: '2026-07', subject: north, data });
    expect(fact.data).toEqual({
      network: { id: 'north', members: [{ id: 'lille' }] },
      period: { key: '2026-07', from: '2026-07-01', through: '2026-07-31' },
      weather: 0,
      note: null,
    });
    expect(Object.is(fact.data['weather'], 0)).toBe(true);
    expect(Object.keys(fact.data['network'] as object).sort()).toEqual(['id', 'members']);
  });
  it('takes no property of a prototype for said', () => {
    const data = { toString: 1, network: { valueOf: 2 } };
    const fact = toPeriodFact({ period: '2026-07', subject: north, data });
    expect(fact.data).toMatchObject({ toString: 1, network: { id: 'north', valueOf: 2 } });
  });
  it.each([
    [
      { network: { id: 'south' } },
      'CX_INVALID_OPTION toPeriodFact: option "data.network.id" must be left out or as toPeriodFact says it, received "south"',
    ],
    [
      { network: 'north' },
      'CX_INVALID_OPTION toPeriodFact: option "data.network" must be left out or as toPeriodFact says it, received "north"',
    ],
    [
      { period: ['x'] },
      'CX_INVALID_OPTION toPeriodFact: option "data.period" must be left out or as toPeriodFact says it, received an object',
    ],
    [
      { period: { key: '2026-Q4' } },
      'CX_INVALID_OPTION toPeriodFact: option "data.period.key" must be left out or as toPeriodFact says it, received "2026-Q4"',
    ],
    [null, 'CX_INVALID_INPUT toPeriodFact: "data" must be a record of plain JSON, received null'],
    [7, 'CX_INVALID_INPUT toPeriodFact: "data" must be a record of plain JSON, received 7'],
    [[], 'CX_INVALID_INPUT toPeriodFact: "data" must be a record of plain JSON, received an object'],
    [
      { a: { b: [1, NaN] } },
      'CX_INVALID_INPUT toPeriodFact: "data.a.b[1]" must be plain JSON, 32 levels deep at most, received NaN',
    ],
    [
      { a: new Map() },
      'CX_INVALID_INPUT toPeriodFact: "data.a" must be plain JSON, 32 levels deep at most, received an object',
    ],
    [
      { a: Symbol('x') },
      'CX_INVALID_INPUT toPeriodFact: "data.a" must be plain JSON, 32 levels deep at most, received Symbol(x)',
    ],
  ])('refuses the data %o', (data, message) => {
    expect(coded(() => toPeriodFact({ period: '2026-07', subject: north, data: data as never }))).toBe(message);
  });
  it('takes data 32 levels deep, and none deeper or in a circle', () => {
    const nested = (levels: number): object => (levels === 1 ? { end: true } : { in: nested(levels - 1) });
    const made = (data: object) => coded(() => toPeriodFact({ period: '2026-07', subject: north, data }));
    expect(made(nested(32))).toBe('nothing');
    expect(made(nested(33))).toContain(`must be plain JSON, 32 levels deep at most, received an object`);
    // The record is the first level, so that 31 lists are left.
    const listed = (levels: number): unknown => (levels === 0 ? 1 : [listed(levels - 1)]);
    expect(made({ in: listed(31) })).toBe('nothing');
    expect(made({ in: listed(32) })).toContain('must be plain JSON, 32 levels deep at most, received an object');
    const circle: Record<string, unknown> = {};
    circle['self'] = [circle];
    expect(made(circle)).toMatch(/^CX_INVALID_INPUT toPeriodFact: "data\.self\[0\]\.self/);
  });
  it.each([
    [null, 'CX_INVALID_INPUT toPeriodFact: subject must be { kind, id }, received null'],
    [{ kind: 'network' }, 'CX_INVALID_OPTION toPeriodFact: option "subject.id" must be text, received undefined'],
    [{ kind: 'network', id: '' }, 'CX_INVALID_OPTION toPeriodFact: option "subject.id" must be text, received ""'],
    ...['', 'period', 'kpis', '__proto__', 'constructor', 'prototype'].map((kind): [object, string] => [
      { kind, id: 'x' },
      `CX_INVALID_OPTION toPeriodFact: option "subject.kind" must be a word such as "network", neither "period" nor "kpis", received "${kind}"`,
    ]),
    [
      { kind: 7, id: 'x' },
      'CX_INVALID_OPTION toPeriodFact: option "subject.kind" must be a word such as "network", neither "period" nor "kpis", received 7',
    ],
  ])('refuses the subject %o', (subject, message) => {
    expect(coded(() => toPeriodFact({ period: '2026-07', subject: subject as never }))).toBe(message);
  });
  it('refuses options and results that are none', () => {
    expect(coded(() => toPeriodFact(null as never))).toBe(
      'CX_INVALID_OPTION toPeriodFact: options must be an object, received null',
    );
    expect(coded(() => toPeriodFact({ period: '2026-07', subject: north, results: 7 as never }))).toBe(
      'CX_INVALID_OPTION toPeriodFact: option "results" must be a list, received 7',
    );
  });
});

describe('toPeriodFacts', () => {
  const south = { kind: 'network', id: 'south', data: { network: { members: [] } } };
  it('makes the fact of each subject, in order, with its own results', () => {
    const results = [result('2026-07')];
    const made = toPeriodFacts({ period: '2026-07', subjects: new Set([south, north]), results });
    expect(made).toEqual([
      toPeriodFact({ period: '2026-07', subject: north, results }),
      toPeriodFact({ period: '2026-07', subject: south, data: south.data }),
    ]);
  });
  it('keeps the order of ids whatever that of the subjects', () => {
    const idsOf = (...ids: string[]) =>
      toPeriodFacts({ period: '2026-07', subjects: ids.map((id) => ({ kind: 'network', id })) }).map(
        ({ data }) => (data['network'] as { id: string }).id,
      );
    expect([idsOf('a', 'b', 'c'), idsOf('c', 'b', 'a'), idsOf('b', 'c', 'a')]).toEqual(Array(3).fill(['a', 'b', 'c']));
  });
  it('counts a subject that comes twice alike once', () => {
    expect(toPeriodFacts({ period: '2026-07', subjects: [south, north, { ...south }] })).toHaveLength(2);
  });
  it.each([
    [
      [south, { ...south, data: {} }],
      'CX_INVALID_INPUT toPeriodFacts: subjects[1] must be a subject of its own, or twice alike, received "south"',
    ],
    [[south, null], 'CX_INVALID_INPUT toPeriodFacts: subjects[1] must be a subject { kind, id }, received null'],
    [undefined, 'CX_INVALID_INPUT toPeriodFacts: subjects must be an iterable of rows, received undefined'],
  ])('refuses the subjects %o', (subjects, message) => {
    expect(coded(() => toPeriodFacts({ period: '2026-07', subjects: subjects as never }))).toBe(message);
  });
  it('refuses options that are none', () => {
    expect(coded(() => toPeriodFacts(7 as never))).toBe(
      'CX_INVALID_OPTION toPeriodFacts: options must be an object, received 7',
    );
  });
});

describe('periodCompleteness', () => {
  const asked = { period: '2026-Q3', metrics: ['otif'], scopes: ['north'] };
  const reasons = (results: readonly MetricFact[], own: object = {}) =>
    periodCompleteness(results, { ...asked, ...own }).parts[0]?.missing.map(({ period, reason }) => [period, reason]);
  const all = ['2026-07', '2026-08', '2026-09'].map((period) => result(period));

  it('tells what is there of each metric and scope, in order', () => {
    const own = { ...asked, metrics: ['sla', 'otif', 'sla'], scopes: ['south', 'north'] };
    const made = periodCompleteness(all, own);
    expect(made.expected).toEqual(['2026-07', '2026-08', '2026-09']);
    expect(made.isComplete).toBe(false);
    expect(made.period).toBe('2026-Q3');
    expect(made.parts.map(({ metric, scope, isComplete }) => [metric, scope, isComplete])).toEqual([
      ['otif', 'north', true],
      ['otif', 'south', false],
      ['sla', 'north', false],
      ['sla', 'south', false],
    ]);
    expect(made.parts[0]?.present).toEqual(made.expected);
    expect(periodCompleteness(all, asked).isComplete).toBe(true);
  });
  it('looks for the months of a fiscal quarter', () => {
    const own = { ...asked, period: 'FY2026-Q2', fiscalYearStart: 4 };
    expect(periodCompleteness(all, own)).toMatchObject({
      isComplete: true,
      expected: ['2026-07', '2026-08', '2026-09'],
    });
  });
  it('looks for the period as a whole', () => {
    expect(reasons(all, { over: 'pooled-period' })).toEqual([['2026-Q3', 'no-result']]);
    expect(reasons([result('2026-Q3')], { over: 'pooled-period' })).toEqual([]);
  });
  it.each([
    ['point', { status: { point: 'unknown', bound: 'green' } }, 'no-status'],
    ['point', { status: { point: 'red', bound: 'unknown' } }, undefined],
    ['point', { value: null }, undefined],
    ['bound', { status: { point: 'green', bound: 'unknown' } }, 'no-status'],
    ['bound', { status: { point: 'unknown', bound: 'amber' } }, undefined],
    ['bound', { status: null }, 'no-status'],
    ['value', { value: null }, 'no-result'],
    ['value', { value: NaN }, 'no-result'],
    ['value', { value: 0, status: { point: 'unknown', bound: 'unknown' } }, undefined],
  ])('by %s takes %o for missing as %s', (by, own, reason) => {
    const results = [...all.slice(1), result('2026-07', own as never)];
    expect(reasons(results, { by })?.[0]?.[1]).toBe(reason);
  });
  it.each([
    [119, 120, 'small-sample'],
    [120, 120, undefined],
    [NaN, 1, 'small-sample'],
    [NaN, 0, undefined],
  ])('of a sample of %d, where %d are asked for, says %s', (sampleSize, minimumSample, reason) => {
    const results = [...all.slice(1), result('2026-07', { sampleSize })];
    expect(reasons(results, { minimumSample })?.[0]?.[1]).toBe(reason);
  });
  it('takes results that contradict each other for missing', () => {
    expect(reasons([...all, result('2026-08', { value: 0.5 })])).toEqual([['2026-08', 'no-status']]);
  });
  it.each([
    [
      { metrics: [] },
      'CX_INVALID_OPTION periodCompleteness: option "metrics" must be a list of one id at least, received an object',
    ],
    [
      { metrics: 'otif' },
      'CX_INVALID_OPTION periodCompleteness: option "metrics" must be a list of one id at least, received "otif"',
    ],
    [
      { scopes: [''] },
      'CX_INVALID_OPTION periodCompleteness: option "scopes" must be a list of one id at least, received an object',
    ],
    [
      { scopes: ['a', 7] },
      'CX_INVALID_OPTION periodCompleteness: option "scopes" must be a list of one id at least, received an object',
    ],
    [
      { over: 'year' },
      'CX_INVALID_OPTION periodCompleteness: option "over" must be "every-month" or "pooled-period", received "year"',
    ],
    [
      { by: 'luck' },
      'CX_INVALID_OPTION periodCompleteness: option "by" must be "point", "bound" or "value", received "luck"',
    ],
    [
      { minimumSample: 0.5 },
      'CX_INVALID_OPTION periodCompleteness: option "minimumSample" must be a whole number from 0, received 0.5',
    ],
    [
      { period: 'Q3' },
      'CX_INVALID_DATE periodCompleteness: option "period" must be a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026", received "Q3"',
    ],
  ])('refuses the options %o', (own, message) => {
    expect(coded(() => periodCompleteness(all, { ...asked, ...own } as never))).toBe(message);
  });
  it('refuses options and results that are none', () => {
    expect(coded(() => periodCompleteness([], null as never))).toBe(
      'CX_INVALID_OPTION periodCompleteness: options must be an object, received null',
    );
    expect(coded(() => periodCompleteness(null as never, asked))).toBe(
      'CX_INVALID_OPTION periodCompleteness: option "results" must be a list, received null',
    );
  });
});
