import { describe, expect, it } from 'vitest';
import { toTrendChart, type PeriodResult } from '../../../src/charts/index.js';
import { computeCsat } from '../../../src/metrics/index.js';
import { quarter, quarters } from './chartCases.js';
import { rowsOf } from './chartFixtures.js';

const chart = toTrendChart(quarters, { name: 'NPS', target: 30 });
const coded = (code: string, message: RegExp): unknown =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });

describe('toTrendChart', () => {
  it('has the values of the periods, with a gap where there is none', () => {
    expect(rowsOf(chart, 'point').map(({ period, run, value }) => [period, run, value])).toEqual(
      quarters.map(({ period, result }, at) => [period, [0, 0, 0, 1, 2, 2][at], result.value]),
    );
    const points = chart.layer.at(-1)?.['encoding'] as unknown as { x: { scale: { domain: string[] } } };
    expect(points.x.scale.domain).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('has a band, and a line upwards for a period that is alone', () => {
    expect(rowsOf(chart, 'area').map(({ period }) => period)).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2026-Q3',
      '2026-Q4',
    ]);
    expect(rowsOf(chart, 'rule').map(({ period, target }) => period ?? target)).toEqual([30, '2026-Q1']);
    expect(rowsOf(chart, 'area')[0]).toMatchObject({
      lower: quarters[0]?.result.interval?.lower,
      upper: quarters[0]?.result.interval?.upper,
    });
  });

  it('draws an open side to the end of the axis, and no band without an interval', () => {
    const { result, period } = quarter('2026-Q1', 40, 30, 30);
    const open = { ...result, interval: { lower: null, upper: 40, confidence: 0.95, method: 'x' } };
    // From 10 to 40, and 8 % of the 30 between on both sides.
    expect(rowsOf(toTrendChart([{ period, result: open }]), 'rule')[0]).toMatchObject({ lower: 10 - 2.4, upper: 40 });
    expect(toTrendChart([{ period, result: open }]).title.subtitle).toEqual(['2026-Q1: +10 (95%: … – +40)']);
    expect(rowsOf(toTrendChart([{ period, result: { ...result, interval: null } }]), 'rule')).toEqual([]);
  });

  it('tells the latest value, the target and the gaps', () => {
    expect(chart.title).toEqual({
      text: 'NPS by period',
      subtitle: [
        expect.stringMatching(/^2026-Q4: \+44 \(95%: \+\d+ – \+\d+\) · Target \+30$/),
        '2 periods without data: 2025-Q4, 2026-Q2',
      ],
    });
    expect(toTrendChart(quarters.slice(0, 3)).title.subtitle).toEqual([expect.stringMatching(/^2025-Q3: \+23/)]);
    expect(toTrendChart(quarters, { locale: 'fr', name: 'NPS', target: 30 }).title).toEqual({
      text: 'NPS par période',
      subtitle: [
        expect.stringMatching(/^2026-Q4\u202f: \+44 .* · Cible \+30$/),
        '2 périodes sans données\u202f: 2025-Q4, 2026-Q2',
      ],
    });
  });

  it('counts a result that is null, or without a value, among the gaps', () => {
    const periods = [quarter('2026-Q1', 4, 3, 3), { period: '2026-Q2', result: null }, quarter('2026-Q3', 0, 0, 0)];
    expect(toTrendChart(periods).title.subtitle[1]).toBe('2 periods without data: 2026-Q2, 2026-Q3');
    expect(toTrendChart(periods.slice(1)).title.subtitle).toEqual(['No data']);
  });

  it('does not depend on the order of the periods', () => {
    expect(toTrendChart([...quarters].reverse(), { name: 'NPS', target: 30 })).toEqual(chart);
  });

  it('refuses results of different definitions', () => {
    const other = { period: '2026-Q2', result: computeCsat([5, 4, 3]) };
    expect(() => toTrendChart([...quarters, other])).toThrow(
      coded(
        'CX_DEFINITION_MISMATCH',
        /toTrendChart: periods\[6\]\.result must be of the definition of those before it, received "csat"/,
      ),
    );
  });

  it.each([
    [{}, 'CX_INVALID_INPUT', /periods must be a list of periods/],
    [[null], 'CX_INVALID_INPUT', /periods\[0\] must be a period with its result/],
    [[{ period: '2026-Q1' }], 'CX_INVALID_INPUT', /periods\[0\]\.result must be a metric result or null/],
    [[{ period: 'Q1', result: null }], 'CX_INVALID_DATE', /must be a period key/],
    [[quarters[0], { period: '2026-01', result: null }], 'CX_INVALID_DATE', /of the same kind/],
    [[quarters[0], quarters[0]], 'CX_INVALID_INPUT', /each period must be in the list once, received "2025-Q1"/],
    [
      [
        { period: '1900-01', result: null },
        { period: '1933-05', result: null },
      ],
      'CX_INVALID_INPUT',
      /at most 400 from first to last, received 401/,
    ],
  ])('refuses %j', (periods, code, message) => {
    expect(() => toTrendChart(periods as readonly PeriodResult[])).toThrow(coded(code, message));
  });

  it('takes 400 periods, and no target that is no number', () => {
    expect(() => toTrendChart([quarter('1900-01', 4, 3, 3), quarter('1933-04', 4, 3, 3)])).not.toThrow();
    expect(() => toTrendChart(quarters, { target: NaN })).toThrow(/"target" must be a finite number, received NaN/);
    expect(() => toTrendChart(quarters, { name: 7 as never })).toThrow(/"name" must be a text/);
  });
});
