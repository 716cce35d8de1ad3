/**
 * Reward rules as JSON: conditions in which missing is not false, grants within caps and budgets, decided the same way for ever.
 * @module cx-scoring/rewards
 * @category Rewards
 */
export {
  type AtLeastCondition,
  type Condition,
  type ConditionOperator,
  type CountCondition,
  type DateCondition,
  type ElementsCondition,
  type EqualityCondition,
  type FactReference,
  type GroupCondition,
  type InclusionCondition,
  type MembershipCondition,
  type MetricCondition,
  type NotCondition,
  type NumberTest,
  type OrderCondition,
  type PresenceCondition,
  type RefCondition,
  type SamePeriodCondition,
  type Scalar,
  type StatusTest,
  type SumCondition,
} from './conditions/condition.js';
export { type FactPath } from './conditions/factPath.js';
export { type Truth } from './conditions/truth.js';
export { type ConditionTrace, type UnknownReason } from './conditions/conditionTrace.js';
export { type SharedConditions } from './conditions/compileCondition.js';
export { evaluateCondition, type EvaluateConditionOptions } from './conditions/evaluateCondition.js';
export { type MetricFact } from './conditions/metricFact.js';
export {
  type EventTrigger,
  type MetricResultTrigger,
  type PeriodCloseTrigger,
  type RewardFact,
  type RewardTrigger,
} from './rules/rewardFact.js';
export {
  type BadgeGrant,
  type FixedAmount,
  type GiftChoiceGrant,
  type Grant,
  type GrantAmount,
  type GrantSplit,
  type MoneyGrant,
  type PointsGrant,
  type ProportionalAmount,
  type RoundingMode,
  type TableAmount,
} from './rules/grant.js';
export {
  type Cap,
  type CapPeriod,
  type CapScope,
  type ImmediateSettlement,
  type RewardRule,
  type RuleApproval,
  type RuleExpiry,
  type RuleReversal,
  type RuleState,
  type RuleValidity,
  type TwoPhaseSettlement,
} from './rules/rewardRule.js';
export { compileRules, type CompiledRules, type CompileRulesOptions } from './rules/compileRules.js';
export { type RewardBudget } from './rules/budget.js';
export { type LedgerEntry, type LedgerEntryKind, type LedgerRule, type LotAllocation } from './ledger/ledgerEntry.js';
export {
  type BudgetTrace,
  type CapTrace,
  type FailingLeaf,
  type RewardDecision,
  type RewardOutcome,
} from './evaluation/rewardDecision.js';
export { evaluateRewards, type RewardEvaluation, type RewardInput } from './evaluation/evaluateRewards.js';
export { foldLedger, type FoldLedgerOptions, type LedgerBalance, type LotBalance } from './ledger/foldLedger.js';
export { redeem, type RedeemOptions } from './ledger/redeem.js';
export { restoreRedemption, type RestoreRedemptionOptions } from './ledger/restoreRedemption.js';
export { transferPoints, type TransferPointsOptions } from './ledger/transferPoints.js';
export { expireLots } from './ledger/expireLots.js';
export { type LedgerMove, type LedgerMoveOptions, type LedgerRefusal } from './ledger/ledgerMove.js';
export { toMemberStatement, type MemberStatement, type StatementBalance } from './ledger/toMemberStatement.js';
export { foldLiability, type LedgerLiability, type LiabilityMonth } from './ledger/foldLiability.js';
export { checkLedger, type CheckLedgerInput } from './ledger/checkLedger.js';
export { type LedgerFinding, type LedgerFindingCode } from './ledger/ledgerFinding.js';
export { type Interchange, type InterchangeLoss, type InterchangeLossCode } from './interchange/interchange.js';
export { type ExportedPair, type ExportOptions } from './interchange/exportPair.js';
export { toJsonLogic, type JsonLogicFormula } from './interchange/toJsonLogic.js';
export { toCel, type CelOptions } from './interchange/toCel.js';
export { fromJsonLogic } from './interchange/fromJsonLogic.js';
export { type QueryBuilderRule, type QueryBuilderGroup } from './interchange/queryBuilder.js';
export { toQueryBuilder } from './interchange/toQueryBuilder.js';
export { fromQueryBuilder } from './interchange/fromQueryBuilder.js';
export { explainDecision, type RewardExplanation } from './explanations/explainDecision.js';
export { describeRule } from './explanations/describeRule.js';
export { describeCondition } from './explanations/describeCondition.js';
export {
  type ExplainOptions,
  type DescribeOptions,
  type FactLabel,
  type UnitNames,
} from './explanations/explainOptions.js';
export { type GiftItem, type GiftStock } from './gifts/giftItem.js';
export { checkGiftItems, type GiftItemFindingCode } from './gifts/checkGiftItems.js';
export {
  compileGiftCatalogue,
  type CompiledGiftCatalogue,
  type GiftRange,
  type GiftShelf,
} from './gifts/giftCatalogue.js';
export { type GiftExclusion, type GiftRestrictions } from './gifts/giftRestrictions.js';
export { eligibleGifts, type EligibleGifts, type EligibleGiftsOptions } from './gifts/eligibleGifts.js';
export { toGiftGrants, type GiftGrant, type GiftGrantState, type GiftGrantsInput } from './gifts/giftGrant.js';
export { chooseGift } from './gifts/chooseGift.js';
export { type GiftChoice, type GiftChoiceInput, type GiftRefusal } from './gifts/giftChoice.js';
export {
  GIFT_ORDER_STEPS,
  type GiftOrder,
  type GiftOrderEvent,
  type GiftOrderState,
  type GiftChosenEvent,
  type GiftStepEvent,
  type GiftReplacedEvent,
} from './gifts/giftOrder.js';
export { foldGiftOrders, type FoldGiftOrdersOptions, type GiftOrders } from './gifts/foldGiftOrders.js';
export { type GiftOrderFinding, type GiftOrderFindingCode } from './gifts/checkGiftEvent.js';
export { giftOrderFacts, type GiftOrderFacts, type GiftOrderFactsInput } from './gifts/giftOrderFacts.js';
export {
  reportGiftDelays,
  overdueGifts,
  type GiftDelays,
  type GiftDelaysInput,
  type OverdueGift,
  type OverdueGifts,
  type OverdueGiftsInput,
} from './gifts/giftDelays.js';
export { type GiftDelay, type GiftQuantile } from './gifts/giftQuantile.js';
export {
  type GiftCatalogueReport,
  type GiftCategoryReport,
  type GiftItemReport,
  type GiftMoney,
  type GiftShare,
  type GiftTally,
  type UnavailableGift,
} from './gifts/giftReport.js';
export { reportGiftCatalogue } from './gifts/reportGiftCatalogue.js';
export { type TrialInput, type DraftHandling } from './trials/trialInput.js';
export { simulate, type SimulationInput } from './trials/simulate.js';
export {
  type RewardSimulation,
  type SimulatedMember,
  type SimulatedRule,
  type SimulatedMonth,
  type OutcomeCounts,
} from './trials/rewardSimulation.js';
export { type RewardSum } from './trials/rewardSum.js';
export { type RefusalCause, type RefusalReason } from './trials/refusalReason.js';
export { type BudgetUse, type BudgetDay } from './trials/budgetUse.js';
export {
  diffRules,
  type DiffRulesInput,
  type RuleDiff,
  type MemberChange,
  type TotalChange,
} from './trials/diffRules.js';
export { type DecisionChange } from './trials/decisionChange.js';
export { checkRules, type CheckRulesOptions } from './trials/checkRules.js';
export {
  type RuleFinding,
  type RuleFindingCode,
  type RuleFindingBase,
  type PlainRuleFinding,
  type OutsideValidityFinding,
  type UnknownEventFinding,
  type UnknownBudgetFinding,
  type CapAboveBudgetFinding,
  type SharedCapMissingFinding,
  type OverlappingFinding,
  type ShadowedFinding,
  type RewardsScoreFinding,
  type TableWithoutOtherwiseFinding,
  type UnusedCorrectionWindowFinding,
  type MetricSampleFinding,
} from './trials/ruleFinding.js';
export { formatRuleFinding, type RuleFindingFormat } from './trials/formatRuleFinding.js';
export { toMetricFact, type FactResult, type MetricFactOptions } from './facts/toMetricFact.js';
export { toMetricFacts, type MetricFactsOptions, type MetricFacts } from './facts/toMetricFacts.js';
export { type FactSegment, type MetricFactGap, type MetricFactGapReason } from './facts/factSegment.js';
export { toPeriodFact, type PeriodFactOptions, type ClosedPeriod, type PeriodSubject } from './facts/toPeriodFact.js';
export { toPeriodFacts, type PeriodFactsOptions, type PeriodSubjectData } from './facts/toPeriodFacts.js';
export {
  periodCompleteness,
  type PeriodCompletenessOptions,
  type PeriodCompleteness,
  type CompletenessPart,
  type MissingResult,
} from './facts/periodCompleteness.js';
export { toEventFact, type EventFactOptions } from './facts/toEventFact.js';
export { toEventFacts, type EventFacts } from './facts/toEventFacts.js';
export { type EventFactFault } from './facts/eventRecord.js';
export {
  toInsightFacts,
  type FieldInsight,
  type InsightReview,
  type InsightFactsOptions,
} from './facts/toInsightFacts.js';
export { toPlanFact, type PlanReview, type PlanFactOptions } from './facts/toPlanFact.js';
export {
  toProgressFact,
  type ChallengeProgress,
  type ProgressStep,
  type CatalogueProgress,
  type ProgressFactOptions,
} from './facts/toProgressFact.js';
