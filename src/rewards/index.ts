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
