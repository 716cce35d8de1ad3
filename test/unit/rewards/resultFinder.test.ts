import { describe, expect, it } from 'vitest';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import { requireResults, resultFinder } from '../../../src/rewards/conditions/resultFinder.js';

const RESULT: MetricFact = {
  metric: 'otif',
  scope: 'lyon',
  period: '2026-Q3',
  value: 0.9,
  interval: { low: 0.8, high: 0.95, confidence: 0.95 } as unknown as MetricFact['interval'],
  sampleSize: 100,
  status: { point: 'green', bound: 'amber' },
};

describe('resultFinder', () => {
  it('finds by metric, scope and period', () => {
    const find = resultFinder([RESULT]);
    expect(find('otif', 'lyon', '2026-Q3')).toBe(RESULT);
    expect(find('sla', 'lyon', '2026-Q3')).toBeUndefined();
    expect(find('otif', 'nice', '2026-Q3')).toBeUndefined();
    expect(find('otif', 'lyon', '2026-Q4')).toBeUndefined();
  });

  it('keeps apart names that would run into one another', () => {
    const find = resultFinder([{ ...RESULT, metric: 'a,b', scope: 'c' }]);
    expect(find('a', 'b,c', '2026-Q3')).toBeUndefined();
    expect(find('a,b', 'c', '2026-Q3')?.value).toBe(0.9);
  });

  it('takes the same said twice for one', () => {
    expect(resultFinder([RESULT, { ...RESULT }])('otif', 'lyon', '2026-Q3')).toEqual(RESULT);
  });

  it.each([
    { value: 0.8 },
    { sampleSize: 101 },
    { status: { point: 'amber', bound: 'amber' } },
    { status: { point: 'green', bound: 'red' } },
    { value: Number.NaN },
    { status: undefined },
  ])('takes two that contradict each other for unknown, in any order: %o', (change) => {
    const other = { ...RESULT, ...change } as MetricFact;
    const found = resultFinder([RESULT, other])('otif', 'lyon', '2026-Q3');
    expect(found).toEqual({
      ...RESULT,
      value: null,
      interval: null,
      sampleSize: 100,
      status: { point: 'unknown', bound: 'unknown' },
    });
    expect(resultFinder([other, RESULT])('otif', 'lyon', '2026-Q3')).toEqual(found);
    expect(resultFinder([other, RESULT, other])('otif', 'lyon', '2026-Q3')).toEqual(found);
  });
});

describe('requireResults', () => {
  it('accepts results', () => {
    expect(() => requireResults('f', [])).not.toThrow();
    expect(() => requireResults('f', [RESULT])).not.toThrow();
  });

  it.each([null, undefined, 'results', {}])('refuses %o for a list', (results) => {
    expect(() => requireResults('f', results)).toThrow('f: option "results" must be a list, received');
  });

  it.each([null, 5, {}, { ...RESULT, metric: 5 }, { ...RESULT, scope: 5 }, { ...RESULT, period: undefined }])(
    'refuses the result %o',
    (result) => {
      expect(() => requireResults('f', [RESULT, result])).toThrow(
        expect.objectContaining({
          code: 'CX_INVALID_OPTION',
          message: expect.stringContaining(
            'f: option "results[1]" must be a result with metric, scope and period, received',
          ) as string,
        }),
      );
    },
  );
});
