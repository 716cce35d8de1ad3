import { Validator, type Schema } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import type { RewardBudget } from '../../../src/rewards/rules/budget.js';
import type { LedgerEntry } from '../../../src/rewards/ledger/ledgerEntry.js';
import type { MetricFact } from '../../../src/rewards/conditions/metricFact.js';
import type { RewardFact } from '../../../src/rewards/rules/rewardFact.js';
import type { RewardRule } from '../../../src/rewards/rules/rewardRule.js';
import { ledgerEntrySchema, rewardBudgetSchema } from '../../../src/schemas/ledgerEntry.js';
import { readRecord } from '../../../src/schemas/readRecords.js';
import { conditionSchema } from '../../../src/schemas/rewardCondition.js';
import { metricFactSchema, rewardFactSchema } from '../../../src/schemas/rewardFact.js';
import { rewardProgramSchema, sharedConditionsSchema } from '../../../src/schemas/rewardProgram.js';
import { rewardRuleSchema } from '../../../src/schemas/rewardRule.js';
import { toJsonSchema } from '../../../src/schemas/toJsonSchema.js';
import { goodDocument, hostileValue } from '../../tools/hostileDocuments.js';
import { drawFrom } from '../../tools/randomConditions.js';

const KNOWN = { op: 'known', fact: ['a'] } as const;
const RULE: RewardRule = {
  format: 1,
  id: 'r1',
  version: 2,
  generation: 3,
  names: { en: 'Insight', fr: 'Remontée' },
  state: 'paused',
  validity: { from: '2026-01-01', through: '2026-12-31' },
  trigger: { kind: 'metric-result', metric: 'otif' },
  subject: ['author', 'id'],
  occurrence: ['insight', 'id'],
  account: ['account'],
  network: ['network'],
  when: KNOWN,
  grant: {
    kind: 'money',
    unit: 'EUR',
    amount: { kind: 'table', fact: ['severity'], rows: { '2': 2500 }, otherwise: 0 },
    split: { over: ['members'], id: ['id'], weight: ['share'] },
  },
  settle: { mode: 'two-phase', on: ['done'], post: KNOWN, void: KNOWN, postAmount: ['price'], voidAfterDays: 60 },
  approval: { above: 5000, fact: ['approved'] },
  caps: [{ scope: 'account', period: 'fiscal-year', limit: 0, overflow: 'clip', across: 'all-rules' }],
  budget: 'goodwill',
  exclusiveGroup: 'challenges',
  priority: -3,
  reversal: { on: ['undone'], when: KNOWN, policy: 'full', booking: 'original-period', release: true },
  expiry: { endOf: 'fiscal-year', plusYears: 1 },
  correctionWindowDays: 30,
  onUnknown: 'deny',
};
const FACT: RewardFact = {
  id: 'f1',
  trigger: { kind: 'period-close', period: 'quarter' },
  on: '2026-09-30',
  data: { a: { b: [1, null, 'x', true] } },
};
const METRIC: MetricFact = {
  metric: 'otif',
  scope: 'north',
  period: '2026-Q3',
  value: 0.97,
  interval: { lower: 0.95, upper: null, confidence: 0.95, method: 'wilson' },
  sampleSize: 410,
  status: { point: 'green', bound: 'unknown' },
};
const ENTRY: LedgerEntry = {
  key: '["award","r1",1,"lea","i7"]',
  kind: 'award',
  on: '2026-11-02',
  bookedOn: '2026-11-30',
  member: 'lea',
  asset: 'points',
  unit: 'pt',
  amount: 50,
  pending: 0,
  desired: null,
  rule: { id: 'r1', version: 1, generation: 1 },
  subject: 'lea',
  occurrence: 'i7',
  account: null,
  network: null,
  fact: 'f1',
  budget: 'b',
  budgetEffect: { posted: 50, reserved: 0 },
  award: '["award","r1",1,"lea","i7"]',
  of: null,
  expiresOn: '2027-11-02',
  lots: [{ lot: 'k', amount: 1 }],
  negative: false,
  payload: ['award', 50],
};
const BUDGET: RewardBudget = { id: 'b', unit: 'pt', limit: 100, posted: 50, reserved: 0, overflow: 'clip' };

/** Any schema of zod 4. */
type Schema4 = Parameters<typeof readRecord>[0];

const CASES: readonly { readonly title: string; readonly schema: Schema4; readonly good: object }[] = [
  { title: 'Reward rule', schema: rewardRuleSchema, good: RULE },
  { title: 'Reward fact', schema: rewardFactSchema, good: FACT },
  { title: 'Metric fact', schema: metricFactSchema, good: METRIC },
  { title: 'Ledger entry', schema: ledgerEntrySchema, good: ENTRY },
  { title: 'Reward budget', schema: rewardBudgetSchema, good: BUDGET },
  { title: 'Condition', schema: conditionSchema, good: KNOWN },
];

function issuesOf(schema: Schema4, record: unknown): string[] {
  const read = readRecord(schema, record);
  return read.success ? [] : read.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
}

describe.each(CASES)('the schema of: $title', ({ title, schema, good }) => {
  it('accepts a record with everything', () => {
    expect(readRecord(schema, good)).toEqual({ success: true, record: good });
  });

  it('refuses an unknown field, and anything but an object', () => {
    expect(issuesOf(schema, { ...good, more: 1 })).toEqual([' unknown-field']);
    expect(issuesOf(schema, 7)).toHaveLength(1);
  });

  it('gives a JSON Schema that accepts the record and refuses one with an unknown field', () => {
    const json = toJsonSchema(schema);
    expect(json['title']).toBe(title);
    const validator = new Validator(json, '2020-12');
    expect(validator.validate(good).valid).toBe(true);
    expect(validator.validate({ ...good, more: 1 }).valid).toBe(false);
  });

  it('survives anything hostile', () => {
    for (let seed = 0; seed < 60; seed++)
      expect([true, false]).toContain(readRecord(schema, hostileValue(drawFrom(seed))).success);
    expect('polluted' in {}).toBe(false);
  });
});

describe('the rules of reward records', () => {
  it.each<[string, Schema4, unknown, string]>([
    [
      'an interval that crosses',
      metricFactSchema,
      { ...METRIC, interval: { ...METRIC.interval, upper: 0.9 } },
      'interval.upper out-of-order',
    ],
    [
      'a confidence above 1',
      metricFactSchema,
      { ...METRIC, interval: { ...METRIC.interval, confidence: 1.5 } },
      'interval.confidence too-large',
    ],
    ['a period that is none', metricFactSchema, { ...METRIC, period: '2026-W3' }, 'period wrong-format'],
    ['data with a number that is none', rewardFactSchema, { ...FACT, data: { a: { b: NaN } } }, 'data.a.b wrong-type'],
    [
      'data with a name of a prototype',
      rewardFactSchema,
      { ...FACT, data: JSON.parse('{"a":{"__proto__":1}}') as unknown },
      'data.a.__proto__ reserved-name',
    ],
    ['a day that does not exist', rewardFactSchema, { ...FACT, on: '2026-11-31' }, 'on wrong-format'],
    ['an amount that is not whole', ledgerEntrySchema, { ...ENTRY, amount: 0.5 }, 'amount wrong-type'],
    ['an amount that is not exact', ledgerEntrySchema, { ...ENTRY, amount: 2 ** 53 }, 'amount too-large'],
    ['a lot of nothing', ledgerEntrySchema, { ...ENTRY, lots: [{ lot: 'k', amount: 0 }] }, 'lots.0.amount too-small'],
    ['a budget below zero', rewardBudgetSchema, { ...BUDGET, limit: -1 }, 'limit too-small'],
    [
      'a currency that is none',
      rewardRuleSchema,
      { ...RULE, grant: { ...RULE.grant, unit: 'euro' } },
      'grant.unit wrong-format',
    ],
    [
      'points that expire before',
      rewardRuleSchema,
      { ...RULE, expiry: { afterDays: -1 } },
      'expiry.afterDays too-small',
    ],
    [
      'a shared condition under a name of a prototype',
      sharedConditionsSchema,
      { prototype: KNOWN },
      'prototype reserved-name',
    ],
    [
      'a month that is none',
      rewardProgramSchema,
      { format: 1, rules: [], fiscalYearStart: 13 },
      'fiscalYearStart too-large',
    ],
    [
      'a metric by a status and a comparison',
      conditionSchema,
      { op: 'metric', metric: 'otif', scope: ['n'], period: 'month', over: 'every-month', test: { status: 'green' } },
      'test wrong-type',
    ],
  ])('refuse %s', (_, schema, record, issue) => {
    expect(issuesOf(schema, record)).toEqual([issue]);
  });

  it('make 0 of -0', () => {
    const read = readRecord(ledgerEntrySchema, { ...ENTRY, pending: -0 });
    expect(read.success && Object.is(read.record.pending, 0)).toBe(true);
  });
});

describe('the JSON Schema of a document', () => {
  const json = toJsonSchema(rewardProgramSchema) as unknown as Schema;
  const validator = new Validator(json, '2020-12', false);

  it('refers to conditions instead of repeating them', () => {
    expect(Object.keys(json.$defs as object)).toHaveLength(1);
    expect(JSON.stringify(json).length).toBeLessThan(60_000);
  });

  it('accepts what is in order', () => {
    for (let seed = 0; seed < 100; seed++) {
      const document = JSON.parse(JSON.stringify(goodDocument(drawFrom(seed)))) as unknown;
      expect(validator.validate(document).errors).toEqual([]);
    }
  });

  it.each([
    { format: 2, rules: [] },
    { format: 1, rules: [{ ...RULE, when: { op: 'all', of: [] } }] },
    { format: 1, rules: [{ ...RULE, when: { op: 'not', of: { op: 'not', of: { op: 'matches', fact: ['a'] } } } }] },
    { format: 1, rules: [], shared: { a: 7 } },
  ])('refuses %j', (document) => {
    expect(validator.validate(document).valid).toBe(false);
  });
});
