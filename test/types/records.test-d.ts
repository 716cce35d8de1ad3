import { expectTypeOf } from 'vitest';
import type * as z from 'zod/mini';
import type { MetricResult } from '../../src/core/result.js';
import type {
  Account,
  AnswerStatus,
  Contact,
  ContactRole,
  JourneyStage,
  SurveyAnswer,
} from '../../src/core/records.js';
import { toPeriod, type PeriodUnit } from '../../src/core/period.js';
import { statusOf, type MetricStatus, type MetricTarget } from '../../src/core/target.js';
import {
  type accountSchema,
  type contactSchema,
  metricTargetSchema,
  readRecord,
  readRecords,
  surveyAnswerSchema,
  type RecordIssue,
} from '../../src/schemas/index.js';

expectTypeOf<z.output<typeof surveyAnswerSchema>>().toEqualTypeOf<SurveyAnswer>();
expectTypeOf<z.output<typeof accountSchema>>().toEqualTypeOf<Account>();
expectTypeOf<z.output<typeof contactSchema>>().toEqualTypeOf<Contact>();
expectTypeOf<z.output<typeof metricTargetSchema>>().toEqualTypeOf<MetricTarget>();

expectTypeOf(readRecords(surveyAnswerSchema, []).records).toEqualTypeOf<readonly SurveyAnswer[]>();
expectTypeOf(readRecords(surveyAnswerSchema, []).rejected[0]?.issues).toEqualTypeOf<
  readonly RecordIssue[] | undefined
>();
const read = readRecord(metricTargetSchema, null);
if (read.success) expectTypeOf(read.record).toEqualTypeOf<MetricTarget>();
else expectTypeOf(read.issues).toEqualTypeOf<readonly RecordIssue[]>();

expectTypeOf<SurveyAnswer['value']>().toEqualTypeOf<number | null>();
expectTypeOf<JourneyStage>().toEqualTypeOf<
  'pre-sales' | 'order' | 'delivery' | 'commissioning' | 'support' | 'renewal'
>();
expectTypeOf<ContactRole>().toEqualTypeOf<
  'decision-maker' | 'buyer' | 'user' | 'prescriber' | 'after-sales' | 'dealer' | 'other'
>();
expectTypeOf<AnswerStatus>().toEqualTypeOf<
  'complete' | 'partial' | 'skipped' | 'not-shown' | 'test' | 'spam' | 'excluded'
>();

// A field that is left out is absent, not undefined: a record survives JSON.
// @ts-expect-error undefined is no account
const noAccount: Pick<SurveyAnswer, 'accountId'> = { accountId: undefined };
expectTypeOf(noAccount).toEqualTypeOf<Pick<SurveyAnswer, 'accountId'>>();

declare const result: MetricResult<'nps'>;
declare const target: MetricTarget;
expectTypeOf(statusOf(result, target)).toEqualTypeOf<MetricStatus>();
expectTypeOf(statusOf(result, target, { policy: 'bound' })).toEqualTypeOf<MetricStatus>();
// @ts-expect-error there is no such policy
statusOf(result, target, { policy: 'interval' });

expectTypeOf<PeriodUnit>().toEqualTypeOf<'month' | 'quarter' | 'year'>();
// @ts-expect-error the unit is required
toPeriod('2026-11-21', {});
