import { describe, expect, it } from 'vitest';
import { evaluateCondition, type EvaluateConditionOptions } from '../../../src/rewards/conditions/evaluateCondition.js';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';

const EQ = { op: 'eq', fact: ['x'], value: 1 } as const;
const METRIC = {
  op: 'metric',
  metric: 'otif',
  scope: ['network'],
  period: 'quarter',
  over: 'pooled-period',
  test: { op: 'gte', value: 0.9 },
} as const;
const RESULT: MetricFact = {
  metric: 'otif',
  scope: 'lyon',
  period: 'FY2026-Q2',
  value: 0.95,
  interval: null,
  sampleSize: 10,
  status: { point: 'green', bound: 'green' },
};

/** The message and code of what a call throws. */
function thrown(options: unknown, condition: unknown = EQ): string {
  try {
    evaluateCondition(condition as typeof EQ, {}, options as EvaluateConditionOptions);
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    return `${String(code)}: ${message}`;
  }
  return 'nothing';
}

describe('evaluateCondition', () => {
  it('gives the trace', () => {
    const trace = { op: 'eq', truth: 'true', fact: ['x'], expected: 1, actual: 1 };
    expect(evaluateCondition(EQ, { x: 1 })).toEqual(trace);
    expect(evaluateCondition(EQ, { x: 1 }, {})).toEqual(trace);
  });

  it('reads shared conditions, results, the day and the fiscal year', () => {
    const options = { shared: { green: METRIC }, results: [RESULT], on: '2026-08-01', fiscalYearStart: 4 };
    const ref = { op: 'ref', id: 'green' } as const;
    expect(evaluateCondition(ref, { network: 'lyon' }, options).truth).toBe('true');
    expect(evaluateCondition(ref, { network: 'lyon' }, { ...options, fiscalYearStart: 1 }).truth).toBe('unknown');
    expect(evaluateCondition(ref, { network: 'lyon' }, { ...options, fiscalYearStart: undefined }).truth).toBe(
      'unknown',
    );
    expect(evaluateCondition(ref, { network: 'lyon' }, { ...options, on: '2026-11-01' }).truth).toBe('unknown');
    expect(evaluateCondition(ref, { network: 'lyon' }, { ...options, on: undefined }).truth).toBe('unknown');
    expect(evaluateCondition(ref, { network: 'lyon' }, { ...options, results: undefined }).truth).toBe('unknown');
  });

  it.each([undefined, null, 5, 'text', [], [{ x: 1 }], () => 1, Symbol('a')])('finds nothing in %o', (data) => {
    expect(evaluateCondition(EQ, data)).toMatchObject({ truth: 'unknown', reason: 'missing' });
  });

  it.each([
    [null, 'evaluateCondition: options must be an object, received null'],
    [5, 'evaluateCondition: options must be an object, received 5'],
    [{ shared: null }, 'evaluateCondition: option "shared" must be conditions by id, received null'],
    [{ results: null }, 'evaluateCondition: option "results" must be a list, received null'],
    [
      { results: [null] },
      'evaluateCondition: option "results[0]" must be a result with metric, scope and period, received null',
    ],
    [{ on: '2026-02-30' }, 'evaluateCondition: option "on" must be a civil date YYYY-MM-DD, received "2026-02-30"'],
    [{ on: 5 }, 'evaluateCondition: option "on" must be a civil date YYYY-MM-DD, received 5'],
    ...[0, 13, 1.5, '4', Number.NaN, null].map((month): [unknown, string] => [
      { fiscalYearStart: month },
      'evaluateCondition: option "fiscalYearStart" must be a month from 1 to 12, received',
    ]),
  ])('refuses the options %o', (options, message) => {
    expect(thrown(options)).toMatch(`CX_INVALID_OPTION: ${message}`);
  });

  it.each([1, 12])('accepts the month %d', (fiscalYearStart) => {
    expect(thrown({ fiscalYearStart })).toBe('nothing');
  });

  it('names itself where a condition is refused', () => {
    expect(thrown({}, { op: 'all', of: [] })).toBe(
      'CX_INVALID_RULE: evaluateCondition: "of" of "all" must be a list of 1 to 32 conditions, received an object',
    );
  });
});
