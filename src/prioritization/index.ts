/**
 * What to do first, and a plan that can be checked: priorities, portfolios, action plans and a playbook.
 * @module cx-scoring/prioritization
 * @category Prioritization
 */
export {
  INITIATIVE_CRITERIA,
  IMPACT_EFFORT_CRITERIA,
  type Criterion,
  type CriterionScale,
  type CriterionDirection,
  type CriterionAxis,
} from './criterion.js';
export { reachCriterion, type ReachOptions } from './reachCriterion.js';
export { type Initiative, type CriterionScore, type TriangularScore } from './initiative.js';
export { checkCriteria, type CriterionFindingCode } from './checkCriteria.js';
export {
  checkInitiatives,
  type InitiativeFinding,
  type InitiativeFindingCode,
  type CriteriaOptions,
} from './checkInitiatives.js';
export { type CasePolicy, type CaseRange } from './axisPosition.js';
export { type Quadrant, type MatrixLines, type LinePolicy } from './quadrant.js';
export { type RankRange } from './rankScores.js';
export { type Contribution } from './contribution.js';
export { type PrioritizeOptions, type PrioritizedInitiative, type Prioritization } from './prioritization.js';
export { prioritize } from './prioritize.js';
export { formatPriority, type PriorityFormat } from './formatPriority.js';
export { evaluateDominance, type InitiativeDominance, type DominanceResult } from './dominance.js';
export { type WeightLaw, type DirichletWeights, type BandWeights } from './weightLaw.js';
export { type WeightingMethod, type WeightingOptions, type WeightingTrace } from './weighting.js';
export {
  rankAcceptability,
  type AcceptabilityOptions,
  type InitiativeAcceptability,
  type AcceptabilityResult,
} from './rankAcceptability.js';
export { evaluatePairwiseWins, type PairwiseWins } from './pairwiseWins.js';
export {
  evaluateFlipPoints,
  type FlipPointOptions,
  type FlipPoint,
  type CriterionFlipPoints,
  type FlipPointResult,
} from './flipPoints.js';
export { type RankedScore, type RankedScores, type FactorFinding, type FactorFindingCode } from './factorScores.js';
export { rankByRice, RICE_IMPACTS, RICE_CONFIDENCES, type RiceCandidate, type RiceOptions } from './rice.js';
export { rankByIce, type IceCandidate } from './ice.js';
export { rankByWsjf, WSJF_POINTS, type WsjfCandidate, type WsjfOptions } from './wsjf.js';
export { rankByOpportunity, type OpportunityCandidate } from './opportunity.js';
export {
  evaluatePairwiseComparisons,
  type PairwiseComparison,
  type ElicitedWeights,
  type ComparisonFindingCode,
} from './pairwiseComparisons.js';
export {
  rankMaxDiff,
  type MaxDiffChoice,
  type MaxDiffItem,
  type MaxDiffResult,
  type MaxDiffFindingCode,
} from './maxDiff.js';
export {
  evaluateKano,
  toKanoCategory,
  type KanoFeeling,
  type KanoCategory,
  type KanoAnswer,
  type KanoCounts,
  type KanoResult,
} from './kano.js';
export {
  evaluateImportancePerformance,
  type ImportancePerformanceAttribute,
  type ImportancePerformanceOptions,
  type ImportancePerformanceItem,
  type ImportancePerformanceResult,
  type ImportancePerformanceZone,
  type Crosshair,
} from './importancePerformance.js';
export { evaluatePareto, type ParetoCause, type ParetoOptions, type ParetoItem, type ParetoResult } from './pareto.js';
export { type PathFinding } from './findingPath.js';
export {
  type PortfolioInitiative,
  type PortfolioOptions,
  type Portfolio,
  type PortfolioTotals,
  type LeftOutInitiative,
  type LeftOutReason,
} from './portfolioInitiative.js';
export { checkPortfolio, type PortfolioFindingCode } from './portfolioCheck.js';
export { selectPortfolio } from './portfolio.js';
export {
  type ScheduleInitiative,
  type ScheduleOptions,
  type ScheduleKind,
  type ScheduledInitiative,
  type UnscheduledInitiative,
  type ScheduleQuarter,
  type Schedule,
} from './scheduleInitiative.js';
export { scheduleInitiatives } from './schedule.js';
export {
  toPlanBaseline,
  type ActionPlan,
  type PlanBaseline,
  type PlanIndicator,
  type PlanResources,
  type PlanStatus,
  type PlanMetric,
} from './actionPlan.js';
export {
  type SmartLetter,
  type PlanFinding,
  type PlanFindingCode,
  type PlanFindingBase,
  type PlanMetricFindingBase,
  type PlanGapFinding,
  type PlanMetricFinding,
  type PlanSampleNeed,
  type TargetWithinNoiseFinding,
  type SampleTooSmallFinding,
  type TargetOffRangeFinding,
  type TargetOnWrongSideFinding,
  type TargetTooFarFinding,
  type PlanDateFinding,
} from './actionPlanFinding.js';
export { checkActionPlan, type CheckActionPlanOptions } from './checkActionPlan.js';
export { formatPlanFinding, type PlanFindingFormat } from './formatPlanFinding.js';
export { formatPlanEffect } from './formatPlanEffect.js';
export {
  planEffect,
  type MeasuredEstimate,
  type BeforeAndAfter,
  type ChangeVerdict,
  type PlanChange,
  type PlanEffect,
  type PlanEffectOptions,
} from './planEffect.js';
export { type PlanState, type PlanExpectation, type IndicatorReview } from './reviewPlanIndicator.js';
export { reviewActionPlan, type ReviewActionPlanOptions, type ActionPlanReview } from './reviewActionPlan.js';
export {
  findingTone,
  type Finding,
  type FindingBase,
  type FindingKind,
  type FindingTone,
  type StatusFinding,
  type ComparisonFinding,
  type SegmentFinding,
  type TrendFinding,
  type DriverFinding,
  type ThemeFinding,
} from './finding.js';
export { toStatusFinding, toComparisonFinding, toSegmentFinding } from './findingFrom.js';
export { type PlaybookAction, type PlaybookTrigger } from './playbookAction.js';
export { B2B_PLAYBOOK } from './playbook.js';
export { checkPlaybook, type PlaybookFindingCode, type CheckPlaybookOptions } from './playbookCheck.js';
export {
  recommendActions,
  type RecommendActionsOptions,
  type Recommendation,
  type WithheldAction,
  type Recommendations,
} from './recommendActions.js';
