import * as z from 'zod/mini';
import type { Interval, OpenInterval } from '../core/interval.js';
import { isPeriodKey } from '../core/period.js';
import type { MetricStatus } from '../core/target.js';
import type { MetricFact } from '../rewards/conditions/metricFact.js';
import type { RewardFact } from '../rewards/rules/rewardFact.js';
import { civilDate, formatted, fromZero, metricId, text, wordOf } from './fields.js';
import { findings, issueMessage, type Finding } from './issues.js';
import { figure, plainRecord } from './rewardFields.js';
import { triggerSchema } from './rewardTrigger.js';

function createFactSchema(): z.ZodMiniType<RewardFact> {
  return z
    .strictObject(
      {
        id: text('Id of the fact; two facts of one id are one.'),
        trigger: triggerSchema('What kind of thing happened.'),
        on: civilDate('Civil date it happened on; of a period that closed, its last day.'),
        data: plainRecord('What the paths of rules read. Rule: plain JSON, 32 levels deep at most.'),
      } satisfies { [Name in keyof RewardFact]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Reward fact', description: 'Something that happened and that rules may reward.' }));
}

/**
 * The schema of a {@link RewardFact}, strict.
 *
 * Use it with {@link readRecords} for events from a queue or a table.
 *
 * @example
 * ```ts
 * import { readRecord, rewardFactSchema } from 'cx-scoring/schemas';
 *
 * const trigger = { kind: 'event', event: 'incident.closed' };
 * readRecord(rewardFactSchema, { id: 'f1', trigger, on: '2026-11-02', data: { severity: 2 } }).success; // => true
 * readRecord(rewardFactSchema, { id: 'f1', trigger, on: '2026-11-31', data: {} }).success; // => false
 * ```
 */
export const rewardFactSchema: z.ZodMiniType<RewardFact> = /* @__PURE__ */ createFactSchema();

function intervalFindings({ lower, upper }: Interval | OpenInterval): Finding[] {
  if (lower === null || upper === null || lower <= upper) return [];
  return [{ code: 'out-of-order', rule: `at least lower, ${lower}`, input: upper, path: ['upper'] }];
}

function createMetricFactSchema(): z.ZodMiniType<MetricFact> {
  const rule = 'a period key such as "2026-11", "2026-Q3", "2026", "FY2026-Q3" or "FY2026"';
  const pattern = '^((FY)?\\d{4}(-Q[1-4])?|\\d{4}-(0[1-9]|1[0-2]))$';
  const statuses = { green: true, amber: true, red: true, unknown: true } satisfies Record<MetricStatus, true>;
  const limit = z.nullable(figure('A limit, null where it is open.'));
  const interval = z
    .strictObject(
      { lower: limit, upper: limit, confidence: fromZero('Confidence level, 0 to 1.', 1), method: text('Method.') },
      { error: issueMessage },
    )
    .check(findings(intervalFindings));
  const status = z.strictObject(
    {
      point: wordOf<MetricStatus>(statuses, 'By the value.'),
      bound: wordOf<MetricStatus>(statuses, 'By the unfavourable end of the interval.'),
    } satisfies { [Name in keyof MetricFact['status']]-?: unknown },
    { error: issueMessage },
  );
  return z
    .strictObject(
      {
        metric: metricId('Id of the metric.'),
        scope: text('Whose metric it is.'),
        period: formatted('Key of the period.', rule, isPeriodKey, { pattern }),
        value: z.nullable(figure('The value.')).check(z.describe('The value, null when unknown.')),
        interval: z.nullable(interval).check(z.describe('Its interval, null when there is none.')),
        sampleSize: fromZero('What the value rests on.'),
        status: status.check(z.describe('Status against the target.')),
      } satisfies { [Name in keyof MetricFact]-?: unknown },
      { error: issueMessage },
    )
    .check(z.meta({ title: 'Metric fact', description: 'The result of a metric as reward rules read it.' }));
}

/**
 * The schema of a {@link MetricFact}, strict.
 *
 * Use it with {@link readRecords} for results that another service computed.
 *
 * @example
 * ```ts
 * import { metricFactSchema, readRecord } from 'cx-scoring/schemas';
 *
 * const result = { metric: 'otif', scope: 'north', period: '2026-Q3', value: 0.97, interval: null, sampleSize: 410 };
 * readRecord(metricFactSchema, { ...result, status: { point: 'green', bound: 'amber' } }).success; // => true
 * readRecord(metricFactSchema, { ...result, status: 'green' }).success; // => false
 * ```
 */
export const metricFactSchema: z.ZodMiniType<MetricFact> = /* @__PURE__ */ createMetricFactSchema();
