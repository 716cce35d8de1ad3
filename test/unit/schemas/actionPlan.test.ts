import { describe, expect, it } from 'vitest';
import type { ActionPlan } from '../../../src/prioritization/actionPlan.js';
import { actionPlanSchema } from '../../../src/schemas/actionPlan.js';
import { readRecord } from '../../../src/schemas/readRecords.js';
import { toJsonSchema } from '../../../src/schemas/toJsonSchema.js';

const LEAST: ActionPlan = {
  id: 'p1',
  objective: '',
  target: {
    definition: { id: 'nps' },
    baseline: { value: null, interval: null, sampleSize: 0, period: '2026-Q3' },
    target: 30,
  },
  indicators: [],
  startsOn: '2026-11-01',
  dueOn: null,
  owner: null,
  resources: { teams: [], tools: [] },
  checkpoints: [],
  status: 'draft',
};

const FULL: Required<ActionPlan> = {
  ...LEAST,
  objective: 'Dealers recommend us',
  target: {
    definition: { id: 'csat', parameters: { scale: { minimum: 1, maximum: 10 } } },
    baseline: {
      value: 0.8,
      interval: { lower: 0.7, upper: 0.9, confidence: 0.95, method: 'wilson' },
      sampleSize: 90,
      standardError: 0.05,
      degreesOfFreedom: 12.5,
      period: 'FY2026-Q3',
    },
    target: 0.9,
    largestPlausibleChange: 0.2,
  },
  indicators: [
    {
      definition: { id: 'time-to-quote' },
      baseline: {
        value: 3,
        interval: { lower: null, upper: null, confidence: 0.9, method: 'kaplan-meier' },
        sampleSize: 4,
        standardError: null,
        degreesOfFreedom: null,
        period: '2026-11',
      },
      target: 2,
    },
  ],
  dueOn: '2027-06-30',
  owner: 'Anna',
  resources: { budget: { minorUnits: 0, currency: 'EUR' }, teams: ['logistics'], tools: ['CRM'] },
  checkpoints: ['2027-03-31', '2027-01-31'],
  themes: ['delivery-delays'],
  initiatives: ['fixed-delivery-slots'],
  scope: { zone: 'north' },
  status: 'active',
};

function issuesOf(changes: object): unknown {
  const read = readRecord(actionPlanSchema, { ...FULL, ...changes });
  return read.success ? 'accepted' : read.issues.map(({ path, code }) => [path.join('.'), code]);
}

function baseline(changes: object): object {
  return { target: { ...FULL.target, baseline: { ...FULL.target.baseline, ...changes } } };
}

function interval(changes: object): object {
  return baseline({ interval: { ...FULL.target.baseline.interval, ...changes } });
}

describe('actionPlanSchema', () => {
  it.each([LEAST, FULL])('accepts %j', (record) => {
    expect(readRecord(actionPlanSchema, record)).toEqual({ success: true, record });
  });

  it.each(['draft', 'active', 'reached', 'abandoned'])('accepts the status %s', (status) => {
    expect(issuesOf({ status })).toBe('accepted');
  });

  it('accepts an interval of no width, leaving the order of dates to checkActionPlan', () => {
    expect(issuesOf(interval({ lower: 0.9 }))).toBe('accepted');
  });

  it.each<[object, string, string]>([
    [{ id: '' }, 'id', 'too-small'],
    [{ objective: null }, 'objective', 'wrong-type'],
    [{ startsOn: '2026-02-30' }, 'startsOn', 'wrong-format'],
    [{ dueOn: undefined }, 'dueOn', 'missing'],
    [{ dueOn: 'soon' }, 'dueOn', 'wrong-format'],
    [{ owner: '' }, 'owner', 'too-small'],
    [{ status: 'late' }, 'status', 'unknown-value'],
    [{ checkpoints: ['2027-01-31', '2027-13-01'] }, 'checkpoints.1', 'wrong-format'],
    [{ resources: { teams: [], tools: [''] } }, 'resources.tools.0', 'too-small'],
    [{ resources: { tools: [] } }, 'resources.teams', 'missing'],
    [
      { resources: { ...FULL.resources, budget: { minorUnits: -1, currency: 'EUR' } } },
      'resources.budget.minorUnits',
      'too-small',
    ],
    [
      { resources: { ...FULL.resources, budget: { minorUnits: 1, currency: 'euro' } } },
      'resources.budget.currency',
      'wrong-format',
    ],
    [{ themes: [1] }, 'themes.0', 'wrong-type'],
    [{ initiatives: 'x' }, 'initiatives', 'wrong-type'],
    [{ scope: { zone: 1 } }, 'scope.zone', 'wrong-type'],
    [{ more: 1 }, '', 'unknown-field'],
    [{ target: { ...FULL.target, definition: { id: 'Not an id' } } }, 'target.definition.id', 'wrong-format'],
    [{ target: { ...FULL.target, target: NaN } }, 'target.target', 'wrong-type'],
    [{ target: { ...FULL.target, largestPlausibleChange: -1 } }, 'target.largestPlausibleChange', 'too-small'],
    [baseline({ value: Infinity }), 'target.baseline.value', 'wrong-type'],
    [baseline({ sampleSize: 1.5 }), 'target.baseline.sampleSize', 'wrong-type'],
    [baseline({ standardError: -1 }), 'target.baseline.standardError', 'too-small'],
    [baseline({ degreesOfFreedom: 0 }), 'target.baseline.degreesOfFreedom', 'too-small'],
    [baseline({ period: '2026-Q5' }), 'target.baseline.period', 'wrong-format'],
    [baseline({ period: null }), 'target.baseline.period', 'wrong-type'],
    [interval({ lower: 0.91 }), 'target.baseline.interval.upper', 'contradiction'],
    [interval({ confidence: 1 }), 'target.baseline.interval.confidence', 'too-large'],
    [interval({ confidence: 0 }), 'target.baseline.interval.confidence', 'too-small'],
    [interval({ method: '' }), 'target.baseline.interval.method', 'too-small'],
    [interval({ lower: undefined }), 'target.baseline.interval.lower', 'missing'],
  ])('refuses %j at %s as %s', (changes, path, code) => {
    expect(issuesOf(changes)).toEqual([[path, code]]);
  });

  it('says in words what is wrong with an interval', () => {
    const read = readRecord(actionPlanSchema, { ...FULL, ...interval({ lower: 0.91 }) });
    expect(read.success || read.issues[0]?.message).toBe(
      'target.baseline.interval.upper must be at least lower, received 0.9',
    );
  });

  it('has a JSON Schema with its title', () => {
    expect(toJsonSchema(actionPlanSchema)).toMatchObject({ title: 'Action plan', type: 'object' });
  });
});
