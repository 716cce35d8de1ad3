/**
 * Schemas for data from outside: records in, typed records or a list of issues out. The only room that needs zod.
 *
 * @module cx-scoring/schemas
 * @category Schemas
 */
export { accountSchema } from './account.js';
export { contactSchema } from './contact.js';
export { metricTargetSchema } from './metricTarget.js';
export { surveyAnswerSchema } from './surveyAnswer.js';
export { readRecord, readRecords, type ReadRecord, type ReadRecords, type RejectedRecord } from './readRecords.js';
export { toJsonSchema, type JsonSchema } from './toJsonSchema.js';
export type { RecordIssue, RecordIssueCode } from './issues.js';
