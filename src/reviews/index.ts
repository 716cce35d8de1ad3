/**
 * The rituals of measuring: the alerts of the week, the analysis of the month, the balance of the quarter, and the scorecard of each
 * person, branch or dealer.
 * @module cx-scoring/reviews
 * @category Reviews
 */
export {
  type Alert,
  type AlertEvidence,
  type AlertInputName,
  type AlertRecordKind,
  type AlertRuleReport,
  type AlertWarning,
  type FormerAlert,
  type SuppressedAlert,
  type WeeklyAlerts,
} from './alert.js';
export {
  type AlertAccount,
  type AlertAnswer,
  type AlertContact,
  type AlertDelivery,
  type AlertReview,
  type AlertSlaOutcome,
  type OptionalWord,
} from './alertRecords.js';
export {
  ALERT_SEVERITIES,
  type AlertOwnerRule,
  type AlertRule,
  type AlertRuleBase,
  type AlertRuleKind,
  type AlertScale,
  type AlertSeverity,
  type ContactSilentRule,
  type EffortAtLeastRule,
  type EffortAtMostRule,
  type LevelAlertRule,
  type OtifMissedRule,
  type ScoreAtMostRule,
  type SlaBreachedRule,
  type StarsAtMostRule,
} from './alertRule.js';
export { B2B_ALERT_RULES } from './b2bAlertRules.js';
export { findTarget, type FindTargetOptions, type FoundTarget, type TargetStanding } from './findTarget.js';
export { formatAlert } from './formatAlert.js';
export {
  type DefinitionBreak,
  type MeasuredRows,
  type MeasuredRowsOptions,
  type RowSelection,
  type RowText,
} from './measuredRows.js';
export { toMeasuredRows } from './toMeasuredRows.js';
export { monthlyReview, type MonthlyReview, type MonthlyReviewInput } from './monthlyReview.js';
export {
  type CoverageLine,
  type InitiativesToRank,
  type PlanUnderReview,
  type QuarterlyMetric,
  type QuarterlyPart,
  type QuarterlyPlan,
  type QuarterlyReview,
  type RewardsSummary,
} from './quarterlyRecord.js';
export { quarterlyReview, type QuarterlyReviewInput } from './quarterlyReview.js';
export {
  type AdjustedComparison,
  type ComparisonFamily,
  type DimensionTest,
  type PeriodChange,
  type ReviewedMetric,
  type ReviewedPeriods,
  type SegmentPeriodChange,
} from './reviewedMetric.js';
export { type ReviewPeriod } from './reviewPeriod.js';
export { type ReviewNames } from './rendering/page.js';
export { type QuarterlyChart, type RenderChart } from './rendering/quarterlyCharts.js';
export {
  quarterlyReviewCharts,
  renderQuarterlyReview,
  type QuarterlyChartOptions,
  type RenderedReview,
  type RenderQuarterlyReviewOptions,
} from './rendering/renderQuarterlyReview.js';
export {
  scorecardFor,
  type Scope,
  type Scorecard,
  type ScorecardInput,
  type ScorecardLine,
  type UncutMetric,
} from './scorecardFor.js';
export { toRewardsSummary, type RewardsSummaryInput } from './toRewardsSummary.js';
export { weeklyAlerts } from './weeklyAlerts.js';
export { type WeeklyAlertsInput } from './weeklyAlertsInput.js';
