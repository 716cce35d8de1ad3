/**
 * Schemas for data from outside: records in, typed records or a list of issues out. The only room that needs zod.
 *
 * @module cx-scoring/schemas
 * @category Schemas
 */
export { accountSchema } from './account.js';
export { contactSchema } from './contact.js';
export { businessScheduleSchema } from './businessSchedule.js';
export { cartSchema } from './cart.js';
export { catalogueItemSchema } from './catalogueItem.js';
export { giftItemSchema } from './giftItem.js';
export { giftOrderEventSchema } from './giftOrder.js';
export {
  fieldReportSchema,
  hotlineContactSchema,
  panelSessionSchema,
  quickReportSchema,
  visitReportSchema,
} from './fieldReport.js';
export { invitationSchema } from './invitation.js';
export { invoiceSchema } from './invoice.js';
export { learningAssignmentSchema } from './learningAssignment.js';
export { orderLineSchema } from './orderLine.js';
export { portalActionSchema } from './portalAction.js';
export { purchaseHistorySchema } from './purchaseHistory.js';
export { quoteRequestSchema } from './quoteRequest.js';
export { shippedLineSchema } from './shippedLine.js';
export { slaTargetSchema } from './slaTarget.js';
export { ticketEventSchema } from './ticketEvent.js';
export { visitSchema } from './visit.js';
export { metricTargetSchema } from './metricTarget.js';
export { surveyAnswerSchema } from './surveyAnswer.js';
export { readRecord, readRecords, type ReadRecord, type ReadRecords, type RejectedRecord } from './readRecords.js';
export { toJsonSchema, type JsonSchema } from './toJsonSchema.js';
export type { RecordIssue, RecordIssueCode } from './issues.js';
export { benchmarkSchema } from './benchmark.js';
export { actionPlanSchema } from './actionPlan.js';
export { alertRuleSchema } from './alertRule.js';
export { conditionSchema } from './rewardCondition.js';
export { rewardRuleSchema } from './rewardRule.js';
export { rewardFactSchema, metricFactSchema } from './rewardFact.js';
export { ledgerEntrySchema, rewardBudgetSchema } from './ledgerEntry.js';
export { rewardProgramSchema, sharedConditionsSchema, type RewardProgram } from './rewardProgram.js';
export { parseRewardRules, type ParsedRewardRules } from './parseRewardRules.js';
export { migrateRewardRules, type MigratedRewardRules, type RewardDocument } from './migrateRewardRules.js';
export { type RewardIssue, type RewardIssueCode } from './rewardIssue.js';
export { type TextPlace } from './jsonText.js';
