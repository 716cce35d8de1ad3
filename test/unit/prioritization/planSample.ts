import type { MetricDefinition } from '../../../src/core/definition.js';
import type { MetricResult } from '../../../src/core/result.js';
import type { ActionPlan, PlanBaseline, PlanIndicator, PlanMetric } from '../../../src/prioritization/actionPlan.js';

/** Metrics as the checks know them: one for each direction, and one with parameters. */
export const METRICS: readonly PlanMetric[] = [
  { id: 'nps', unit: 'points', direction: 'higher-is-better', range: { minimum: -100, maximum: 100 } },
  { id: 'dispute-rate', unit: 'share', direction: 'lower-is-better', range: { minimum: 0, maximum: 1 } },
  { id: 'time-on-site', unit: 'seconds', direction: 'contextual', range: null },
  {
    id: 'csat-mean',
    parameters: { scale: { minimum: 1, maximum: 10 } },
    unit: 'score',
    direction: 'higher-is-better',
    range: { minimum: 1, maximum: 10 },
  },
];

/** A baseline of which the standard error is not known. */
export const UNSURE: PlanBaseline = {
  value: 20,
  interval: { lower: 16, upper: 24, confidence: 0.95, method: 'adjusted-wald' },
  sampleSize: 100,
  period: '2026-Q3',
};

export const BASELINE: PlanBaseline = { ...UNSURE, standardError: 2 };

export function indicator(id: string, target: number, baseline: Partial<PlanBaseline> = {}): PlanIndicator {
  return { definition: { id }, baseline: { ...BASELINE, ...baseline }, target };
}

/** A plan in which nothing is to be found. */
export const PLAN: ActionPlan = {
  id: 'p1',
  objective: 'Dealers recommend us',
  target: indicator('nps', 30),
  indicators: [],
  startsOn: '2026-11-01',
  dueOn: '2027-06-30',
  owner: 'Anna',
  resources: { teams: ['logistics'], tools: [] },
  checkpoints: ['2027-01-31', '2027-03-31'],
  status: 'active',
};

export const NPS: MetricDefinition = {
  id: 'nps',
  family: 'scale',
  statistic: 'net',
  unit: 'points',
  direction: 'higher-is-better',
  range: { minimum: -100, maximum: 100 },
  parameters: {},
};

export function result(value: number | null, more: Partial<MetricResult> = {}): MetricResult {
  return {
    definition: NPS,
    value,
    standardError: 3,
    degreesOfFreedom: null,
    interval: value === null ? null : { lower: value - 6, upper: value + 6, confidence: 0.95, method: 'wald' },
    sampleSize: 100,
    effectiveSampleSize: 100,
    accounts: null,
    excluded: {},
    warnings: [],
    ...more,
  };
}
