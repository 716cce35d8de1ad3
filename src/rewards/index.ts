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
} from './condition.js';
export { type FactPath } from './factPath.js';
export { type Truth } from './truth.js';
export { type ConditionTrace, type UnknownReason } from './conditionTrace.js';
export { type SharedConditions } from './compileCondition.js';
export { evaluateCondition, type EvaluateConditionOptions } from './evaluateCondition.js';
export { type MetricFact } from './metricFact.js';
export {
  type EventTrigger,
  type MetricResultTrigger,
  type PeriodCloseTrigger,
  type RewardFact,
  type RewardTrigger,
} from './rewardFact.js';
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
} from './grant.js';
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
} from './rewardRule.js';
export { compileRules, type CompiledRules, type CompileRulesOptions } from './compileRules.js';
export { type RewardBudget } from './budget.js';
export { type LedgerEntry, type LedgerEntryKind, type LedgerRule, type LotAllocation } from './ledgerEntry.js';
export {
  type BudgetTrace,
  type CapTrace,
  type FailingLeaf,
  type RewardDecision,
  type RewardOutcome,
} from './rewardDecision.js';
export { evaluateRewards, type RewardEvaluation, type RewardInput } from './evaluateRewards.js';
export { foldLedger, type FoldLedgerOptions, type LedgerBalance, type LotBalance } from './foldLedger.js';
export { redeem, type RedeemOptions } from './redeem.js';
export { restoreRedemption, type RestoreRedemptionOptions } from './restoreRedemption.js';
export { transferPoints, type TransferPointsOptions } from './transferPoints.js';
export { expireLots } from './expireLots.js';
export { type LedgerMove, type LedgerMoveOptions, type LedgerRefusal } from './ledgerMove.js';
export { toMemberStatement, type MemberStatement, type StatementBalance } from './toMemberStatement.js';
export { foldLiability, type LedgerLiability, type LiabilityMonth } from './foldLiability.js';
export { checkLedger, type CheckLedgerInput } from './checkLedger.js';
export { type LedgerFinding, type LedgerFindingCode } from './ledgerFinding.js';
export { type Interchange, type InterchangeLoss, type InterchangeLossCode } from './interchange.js';
export { type ExportedPair, type ExportOptions } from './exportPair.js';
export { toJsonLogic, type JsonLogicFormula } from './toJsonLogic.js';
export { toCel, type CelOptions } from './toCel.js';
export { fromJsonLogic } from './fromJsonLogic.js';
export { type QueryBuilderRule, type QueryBuilderGroup } from './queryBuilder.js';
export { toQueryBuilder } from './toQueryBuilder.js';
export { fromQueryBuilder } from './fromQueryBuilder.js';
