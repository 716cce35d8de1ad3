import { describe, expect, it } from 'vitest';

import type { MetricDefinition } from '../../../src/core/definition.js';
import type { MetricTarget } from '../../../src/core/target.js';
import { toMetricFact, type FactResult, type MetricFactOptions } from '../../../src/rewards/facts/toMetricFact.js';
import { coded } from '../../tools/coded.js';

const definition: MetricDefinition = {
  id: 'otif',
  family: 'proportion',
  statistic: 'share',
  unit: 'share',
  direction: 'higher-is-better',
  range: { minimum: 0, maximum: 1 },
  parameters: {},
};
const interval = { lower: 0.94, upper: 0.98, confidence: 0.95, method: 'wilson' };
const result: FactResult = { definition, value: 0.96, interval, sampleSize: 300 };
const target: MetricTarget = { definition: { id: 'otif' }, period: null, green: 0.95, amber: 0.9, source: 'contract' };
const options: MetricFactOptions = { scope: 'north', period: '2026-Q3', target };

const made = (own: object, more: object = {}) => toMetricFact({ ...result, ...own }, { ...options, ...more });

describe('toMetricFact', () => {
  it('gives scope, period, value and both statuses', () => {
    expect(toMetricFact(result, options)).toEqual({
      metric: 'otif',
      scope: 'north',
      period: '2026-Q3',
      value: 0.96,
      interval,
      sampleSize: 300,
      status: { point: 'green', bound: 'amber' },
    });
  });
  it('takes the unfavourable end in the direction of the metric', () => {
    const low = { ...definition, direction: 'lower-is-better' } as const;
    const most = { ...target, green: 0.97, amber: 0.98 };
    expect(made({ definition: low }, { target: most }).status).toEqual({ point: 'green', bound: 'amber' });
  });
  it.each([
    ['a value', { value: null }, { point: 'unknown', bound: 'unknown' }],
    ['an interval', { interval: null }, { point: 'green', bound: 'unknown' }],
    ['a lower end', { interval: { ...interval, lower: null } }, { point: 'green', bound: 'unknown' }],
    [
      'a good direction',
      { definition: { ...definition, direction: 'contextual' } },
      { point: 'unknown', bound: 'unknown' },
    ],
  ])('leaves unknown what has not %s', (_, own, status) => {
    expect(made(own).status).toEqual(status);
  });
  it('keeps an unknown value unknown', () => {
    expect(made({ value: null, interval: null, sampleSize: 0 })).toMatchObject({
      value: null,
      interval: null,
      sampleSize: 0,
    });
  });
  it('has no status where there is no target on purpose', () => {
    expect(made({}, { target: null })).toMatchObject({ value: 0.96, status: { point: 'unknown', bound: 'unknown' } });
  });
  it('is known by another name where that is asked for', () => {
    expect(made({}, { metric: 'otif-by-order' }).metric).toBe('otif-by-order');
  });

  it.each([
    ['2026-Q3', '2026-Q3', 1],
    ['2026-07', '2026-Q3', 1],
    ['2026-09', '2026-Q3', 1],
    ['2026-09', '2026', 1],
    ['2026-Q3', '2026', 1],
    ['2026-07', '2026-07', 1],
    ['2027-03', 'FY2026', 4],
    ['FY2026-Q4', 'FY2026', 4],
  ])('of %s is judged by a target for %s, fiscal year from month %d', (period, held, fiscalYearStart) => {
    expect(made({}, { period, fiscalYearStart, target: { ...target, period: held } }).status.point).toBe('green');
  });
  it.each([
    ['2026-06', '2026-Q3', 1],
    ['2026-10', '2026-Q3', 1],
    ['2026-Q3', '2026-07', 1],
    ['2026', '2026-Q3', 1],
    ['2026-07', '2025', 1],
    ['2027-04', 'FY2026', 4],
  ])('of %s is not judged by a target for %s, fiscal year from month %d', (period, held, fiscalYearStart) => {
    expect(coded(() => made({}, { period, fiscalYearStart, target: { ...target, period: held } }))).toBe(
      `CX_INVALID_OPTION toMetricFact: option "target.period" must be one that holds "${period}", or null, received "${held}"`,
    );
  });
  it('takes a target whose period a caller without types left out', () => {
    expect(made({}, { target: { ...target, period: undefined } }).status.point).toBe('green');
  });
  it('as a total is judged by a target of its own period alone', () => {
    const total = { definition: { ...definition, statistic: 'total' } };
    expect(made(total, { target: { ...target, period: '2026-Q3' } }).status.point).toBe('green');
    expect(made(total).status.point).toBe('green');
    expect(coded(() => made(total, { target: { ...target, period: '2026' } }))).toBe(
      'CX_INVALID_OPTION toMetricFact: option "target.period" must be "2026-Q3", as a total is for its own period, received "2026"',
    );
  });

  it.each([
    [
      { target: undefined },
      'CX_INVALID_OPTION toMetricFact: option "target" must be a target, or null where there is none on purpose, received undefined',
    ],
    [
      { target: 95 },
      'CX_INVALID_OPTION toMetricFact: option "target" must be a target, or null where there is none on purpose, received 95',
    ],
    [
      { target: { ...target, definition: { id: 'nps' } } },
      'CX_DEFINITION_MISMATCH statusOf: the definition of the target must be that of the result, "otif", received "nps"',
    ],
    [
      { target: { ...target, definition: { id: 'otif', parameters: { level: 'order' } } } },
      'CX_DEFINITION_MISMATCH statusOf: the definition of the target must be that of the result, "otif" with parameters {}, received "{\\"level\\":\\"order\\"}"',
    ],
    [
      { target: { ...target, green: 95 } },
      'CX_INVALID_OPTION statusOf: threshold "green" must be between 0 and 1, the range of the metric, received 95',
    ],
    [
      { target: { ...target, period: 'Q3' } },
      'CX_INVALID_DATE toMetricFact: option "target.period" must be a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026", received "Q3"',
    ],
    [{ scope: '' }, 'CX_INVALID_OPTION toMetricFact: option "scope" must be the id of whose result it is, received ""'],
    [{ scope: 7 }, 'CX_INVALID_OPTION toMetricFact: option "scope" must be the id of whose result it is, received 7'],
    [{ metric: '' }, 'CX_INVALID_OPTION toMetricFact: option "metric" must be the name of the metric, received ""'],
    [{ metric: 7 }, 'CX_INVALID_OPTION toMetricFact: option "metric" must be the name of the metric, received 7'],
    [
      { period: '2026-13' },
      'CX_INVALID_DATE toMetricFact: option "period" must be a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026", received "2026-13"',
    ],
    [
      { period: 'FY2026-Q3' },
      'CX_INVALID_DATE toMetricFact: option "period" must be a civil period, as the fiscal year starts in January, received "FY2026-Q3"',
    ],
    [
      { fiscalYearStart: 4 },
      'CX_INVALID_DATE toMetricFact: option "period" must be a fiscal period, as the fiscal year starts in month 4, received "2026-Q3"',
    ],
    [
      { fiscalYearStart: 0 },
      'CX_INVALID_OPTION toMetricFact: option "fiscalYearStart" must be a month from 1 to 12, received 0',
    ],
    [
      { fiscalYearStart: 13 },
      'CX_INVALID_OPTION toMetricFact: option "fiscalYearStart" must be a month from 1 to 12, received 13',
    ],
    [
      { fiscalYearStart: 1.5 },
      'CX_INVALID_OPTION toMetricFact: option "fiscalYearStart" must be a month from 1 to 12, received 1.5',
    ],
  ])('refuses the options %o', (own, message) => {
    expect(coded(() => made({}, own))).toBe(message);
  });
  it.each([
    [{ definition: undefined }, 'CX_INVALID_INPUT toMetricFact: result must be a result, received an object'],
    [{ definition: {} }, 'CX_INVALID_INPUT toMetricFact: the id of the definition must be text, received undefined'],
    [
      { definition: { ...definition, id: '' } },
      'CX_INVALID_INPUT toMetricFact: the id of the definition must be text, received ""',
    ],
    [
      { value: NaN },
      'CX_INVALID_INPUT toMetricFact: "value" of the result must be a finite number or null, received NaN',
    ],
    [
      { value: undefined },
      'CX_INVALID_INPUT toMetricFact: "value" of the result must be a finite number or null, received undefined',
    ],
    [
      { interval: 7 },
      'CX_INVALID_INPUT toMetricFact: "interval" of the result must be an interval or null, received 7',
    ],
    [
      { sampleSize: -1 },
      'CX_INVALID_INPUT toMetricFact: "sampleSize" of the result must be a number from 0, received -1',
    ],
    [
      { sampleSize: Infinity },
      'CX_INVALID_INPUT toMetricFact: "sampleSize" of the result must be a number from 0, received Infinity',
    ],
  ])('refuses the result %o', (own, message) => {
    expect(coded(() => made(own))).toBe(message);
  });
  it('refuses options that are none', () => {
    expect(coded(() => toMetricFact(result, null as never))).toBe(
      'CX_INVALID_OPTION toMetricFact: options must be an object, received null',
    );
  });
});
