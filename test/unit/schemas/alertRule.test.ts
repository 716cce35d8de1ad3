import { describe, expect, it } from 'vitest';
import { B2B_ALERT_RULES } from '../../../src/reviews/b2bAlertRules.js';
import { alertRuleSchema } from '../../../src/schemas/alertRule.js';
import { readRecord } from '../../../src/schemas/readRecords.js';

function rule(id: string): object {
  return B2B_ALERT_RULES.find((own) => own.id === id) ?? {};
}

function issuesOf(record: unknown): unknown {
  const read = readRecord(alertRuleSchema, record);
  return read.success ? 'accepted' : read.issues.map(({ path, code }) => [path.join('.'), code]);
}

describe('alertRuleSchema', () => {
  it.each(B2B_ALERT_RULES)('accepts the rule $id', (own) => {
    expect(readRecord(alertRuleSchema, own)).toEqual({ success: true, record: own });
  });

  it.each([
    { ...rule('sla-breached'), priorities: ['high'] },
    { ...rule('silent-contact'), roles: ['buyer'], days: 1 },
    { ...rule('detractor'), owner: { from: 'name', owner: 'jane' }, cooldownDays: 0 },
    { ...rule('detractor'), most: 0 },
    { ...rule('detractor'), most: 10 },
    { ...rule('much-effort'), least: 1 },
  ])('accepts %j', (own) => {
    expect(issuesOf(own)).toBe('accepted');
  });

  it.each<[string, object, string, string]>([
    ['detractor', { kind: 'mood' }, 'kind', 'unknown-value'],
    ['detractor', { id: '' }, 'id', 'too-small'],
    ['detractor', { severity: 'huge' }, 'severity', 'unknown-value'],
    ['detractor', { owner: { from: 'sky' } }, 'owner.from', 'unknown-value'],
    ['detractor', { owner: { from: 'name', owner: '' } }, 'owner.owner', 'too-small'],
    ['detractor', { owner: { from: 'account' } }, 'owner.otherwise', 'missing'],
    ['detractor', { cooldownDays: -1 }, 'cooldownDays', 'too-small'],
    ['detractor', { cooldownDays: 1.5 }, 'cooldownDays', 'wrong-type'],
    ['detractor', { source: '' }, 'source', 'too-small'],
    ['detractor', { metrics: [] }, 'metrics', 'too-small'],
    ['detractor', { metrics: ['NPS'] }, 'metrics.0', 'wrong-format'],
    ['detractor', { scale: { minimum: 10, maximum: 10 } }, 'scale.maximum', 'bad-scale'],
    ['detractor', { most: 10.5 }, 'most', 'off-scale'],
    ['detractor', { most: -1 }, 'most', 'off-scale'],
    ['detractor', { least: 3 }, '', 'unknown-field'],
    ['much-effort', { least: 6 }, 'least', 'off-scale'],
    ['sla-breached', { priorities: [] }, 'priorities', 'too-small'],
    ['key-account-delivery', { accountClasses: [] }, 'accountClasses', 'too-small'],
    ['silent-contact', { days: 0 }, 'days', 'too-small'],
    ['silent-contact', { roles: 'buyer' }, 'roles', 'wrong-type'],
  ])('refuses of %s: %j', (id, changes, path, code) => {
    expect(issuesOf({ ...rule(id), ...changes })).toEqual(expect.arrayContaining([[path, code]]));
  });
});
