import { expect, it } from 'vitest';
import type { MetricResult } from '../../../src/core/result.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import type { Measure } from '../../../src/measures/measure.js';
import { averageOrderValueMeasure } from '../../../src/metrics/business/averageOrderValue.js';
import { checkHealthScore } from '../../../src/metrics/business/healthScoreCheck.js';
import { costToServeMeasure } from '../../../src/metrics/business/costToServe.js';
import { historicLifetimeValueMeasure } from '../../../src/metrics/business/historicLifetimeValue.js';
import {
  grossRevenueRetentionMeasure,
  netRevenueRetentionMeasure,
} from '../../../src/metrics/business/revenueRetention.js';
import { costPerContactMeasure } from '../../../src/metrics/operational/costPerContact.js';

interface Row {
  readonly id: string;
  readonly amount: number;
  readonly start: number;
  readonly end: number;
  readonly n: number;
}
const row = (n: number, start: number, end: number): Row => ({ id: `a${String(n)}`, amount: 100 * n, start, end, n });
const rows = [row(1, 900, 850), row(2, 400, 420), row(3, 700, 600), row(4, 500, 500), row(5, 800, 790)];
const currency = 'EUR';

type AnyMeasure = Measure<unknown, { readonly parts?: number[] }, MetricResult>;
type Make = (options: { readonly confidence?: number; readonly population?: number }) => unknown;
const activities = [
  { id: 'calls', volume: 'n' as const, unitCost: 3 },
  { id: 'mail', volume: 'n' as const, unitCost: 0 },
];
const MEASURES: readonly (readonly [string, Make])[] = [
  ['average order value', (own) => averageOrderValueMeasure<Row>({ amount: 'amount', currency, ...own })],
  ['cost per contact', (own) => costPerContactMeasure<Row>({ cost: 'start', contacts: 'n', currency, ...own })],
  ['cost to serve', (own) => costToServeMeasure<Row>({ activities, revenue: 'start', currency, ...own })],
  ['gross retention', (own) => grossRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end', ...own })],
  ['net retention', (own) => netRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end', ...own })],
  [
    'historic lifetime value',
    (own) => historicLifetimeValueMeasure<Row>({ account: 'id', margin: 'amount', currency, ...own }),
  ],
];

it.each(MEASURES)('%s takes the confidence of the measure, or that of the result', (_, make) => {
  const measure = make({ confidence: 0.8 }) as AnyMeasure;
  expect(computeMeasure(rows, measure).interval?.confidence).toBe(0.8);
  expect(computeMeasure(rows, measure, { confidence: 0.7 }).interval?.confidence).toBe(0.7);
  expect(computeMeasure(rows, make({}) as AnyMeasure).interval?.confidence).toBe(0.95);
});

it.each(MEASURES)('%s takes the population of the measure, whatever the confidence of the result', (_, make) => {
  const { interval, value } = computeMeasure(rows, make({ population: 5 }) as AnyMeasure, { confidence: 0.7 });
  expect(interval?.lower).toBeCloseTo(value as number, 9);
  expect(interval?.upper).toBeCloseTo(value as number, 9);
});

it.each(MEASURES)('%s is the same from pieces, with all its parts', (_, make) => {
  const measure = make({}) as AnyMeasure;
  const tally = tallyRows(rows.slice(0, 2), measure);
  measure.mergeTallies(tally, tallyRows(rows.slice(2), measure));
  expect(measure.toResult(tally)).toEqual(computeMeasure(rows, measure));
});

it('says what an average counts: orders one by one, or rows of several', () => {
  const single = averageOrderValueMeasure<Row>({ amount: 'amount', currency });
  const several = averageOrderValueMeasure<Row>({ amount: 'amount', orders: 'n', currency });
  expect('sampleUnit' in single.definition).toBe(false);
  expect(several.definition.sampleUnit).toBe('rows');
  const contact = costPerContactMeasure<Row>({ cost: 'amount', currency });
  const month = costPerContactMeasure<Row>({ cost: 'amount', contacts: 'n', currency });
  expect('sampleUnit' in contact.definition).toBe(false);
  expect(month.definition.sampleUnit).toBe('rows');
});

it.each([
  ['gross', grossRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end' }) as unknown],
  ['net', netRevenueRetentionMeasure<Row>({ startRevenue: 'start', endRevenue: 'end' }) as unknown],
])('never lets the interval of %s retention fall below nothing', (_, measure) => {
  const few = [row(1, 1000, 0), row(2, 900, 1), row(3, 100, 100)];
  expect(computeMeasure(few, measure as AnyMeasure).interval?.lower).toBe(0);
});

it('gives the bands of a health score from the lowest up, in whatever order accounts come', () => {
  const { bands } = checkHealthScore([90, 50, 10, 70, 30], [false, false, true, false, true], { bands: 5 });
  expect(bands.map(({ from, churned }) => [from, churned])).toEqual([
    [10, 1],
    [30, 1],
    [50, 0],
    [70, 0],
    [90, 0],
  ]);
});
