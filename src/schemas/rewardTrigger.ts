import * as z from 'zod/mini';
import type {
  EventTrigger,
  MetricResultTrigger,
  PeriodCloseTrigger,
  RewardTrigger,
} from '../rewards/rules/rewardFact.js';
import { metricId, text, word } from './fields.js';
import { issueMessage } from './issues.js';
import { periodUnit } from './rewardFields.js';

/** What makes a rule look at a fact. */
export function triggerSchema(description: string): z.ZodMiniType<RewardTrigger> {
  const happened = {
    kind: word(['event'], 'Something happened.'),
    event: text('Name of the event.'),
  } satisfies { [Name in keyof EventTrigger]-?: unknown };
  const closed = {
    kind: word(['period-close'], 'A period came to its end.'),
    period: periodUnit('Length of the period.'),
  } satisfies { [Name in keyof PeriodCloseTrigger]-?: unknown };
  const computed = {
    kind: word(['metric-result'], 'A metric was computed.'),
    metric: metricId('Id of the metric.'),
  } satisfies { [Name in keyof MetricResultTrigger]-?: unknown };
  return z
    .discriminatedUnion(
      'kind',
      [
        z.strictObject(happened, { error: issueMessage }),
        z.strictObject(closed, { error: issueMessage }),
        z.strictObject(computed, { error: issueMessage }),
      ],
      { error: issueMessage },
    )
    .check(z.describe(description));
}
