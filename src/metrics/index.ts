/**
 * The metrics, each defined once: NPS, CSAT, effort, satisfaction indices, review ratings and net sentiment, with their words.
 * @module cx-scoring/metrics
 * @category Metrics
 */
export { cesMeasure, computeCes, type CesOptions, type CesResult } from './perception/ces.js';
export {
  cesNetMeasure,
  computeCesNet,
  type CesNetCounts,
  type CesNetOptions,
  type CesNetResult,
} from './perception/cesNet.js';
export { cesShareMeasure, computeCesShare, type CesShareOptions, type CesShareResult } from './perception/cesShare.js';
export { CES_1, CES_2, CES_EASE, type CesVersion } from './perception/cesVersion.js';
export { computeCsat, csatMeasure, type CsatCounts, type CsatOptions, type CsatResult } from './perception/csat.js';
export { computeCsatMean, csatMeanMeasure, type CsatMeanOptions, type CsatMeanResult } from './perception/csatMean.js';
export {
  computeCsatNet,
  csatNetMeasure,
  type CsatNetCounts,
  type CsatNetOptions,
  type CsatNetResult,
} from './perception/csatNet.js';
export {
  CSAT_FIVE_POINT,
  CSAT_GOOD_BAD,
  CSAT_TEN_POINT,
  defineCsatScale,
  type CsatId,
  type CsatScale,
} from './perception/csatScale.js';
export {
  computeDsi,
  dsiMeasure,
  type DsiDimension,
  type DsiDimensionResult,
  type DsiOptions,
  type DsiResult,
} from './perception/dsi.js';
export { computeEmployeeNps, employeeNpsMeasure } from './perception/employeeNps.js';
export {
  computeNetSentiment,
  netSentimentMeasure,
  type NetSentimentOptions,
  type NetSentimentResult,
  type Sentiment,
  type SentimentCounts,
} from './perception/netSentiment.js';
export { classifyNps, computeNps, npsMeasure, type NpsClass } from './perception/nps.js';
export { NPS_BANDS, NPS_BANDS_SOURCE, interpretNps, type NpsBand, type NpsBandId } from './perception/npsBands.js';
export { npsBootstrap, npsT, type NpsBootstrapOptions } from './perception/npsIntervals.js';
export { NPS_SCALE, type NpsCounts, type NpsId, type NpsOptions, type NpsResult } from './perception/npsScore.js';
export { npsSilence, type NpsSilence } from './perception/npsSilence.js';
export { computePartnerNps, partnerNpsMeasure } from './perception/partnerNps.js';
export {
  computeReviewRating,
  reviewRatingMeasure,
  type ReviewPrior,
  type ReviewRatingOptions,
  type ReviewRatingResult,
  type ReviewTally,
} from './perception/reviewRating.js';
export { B2B_NPS_SAMPLE_POLICY, requiredAnswers, type SamplePolicy } from './perception/samplePolicy.js';
export {
  computeSatisfactionIndex,
  satisfactionIndexMeasure,
  type SatisfactionIndexOptions,
  type SatisfactionIndexResult,
  type SatisfactionItem,
} from './perception/satisfactionIndex.js';
export { agrestiCoull, clopperPearson, jeffreys } from './perception/shareIntervals.js';
export { formatComparison } from './formatComparison.js';
export { formatInterval, formatResult, formatValue, type FormatDefinition } from './formatResult.js';
export {
  marginOfError,
  minimumDetectableDifference,
  requiredSampleSize,
  type MarginOfErrorOptions,
  type MinimumDetectableDifferenceOptions,
  type RequiredSampleSizeOptions,
  type SpreadOptions,
} from './samplePlan.js';
export { type FormatOptions, type NamedFormatOptions } from './unitNumber.js';
export { METRIC_CATALOGUE, filterMetrics, findMetric, type MetricFilter } from './catalogue/catalogue.js';
export {
  type MetricAnchors,
  type MetricBand,
  type MetricEntry,
  type MetricGroup,
  type MetricId,
  type MetricOwner,
} from './catalogue/metricEntry.js';
export { type MetricExampleTarget } from './catalogue/metricExampleTarget.js';
export { NOT_SURVEYED_REASONS, type Invitation, type NotSurveyedReason } from './outreach/invitation.js';
export { OUTREACH_STAGES, type OutreachStage, type InvitationExclusion } from './outreach/outreachStage.js';
export { checkInvitations, type InvitationFindingCode } from './outreach/checkInvitations.js';
export {
  computeResponseRate,
  responseRateMeasure,
  type ResponseRateOptions,
  type ResponseRateResult,
  type ResponseExclusion,
  type ResponseDenominator,
  type ResponseNumerator,
  type AnswerOptions,
} from './outreach/responseRate.js';
export {
  computeAccountResponseRate,
  accountResponseRateMeasure,
  type AccountResponseRateOptions,
  type AccountResponseRateResult,
  type AccountResponseExclusion,
} from './outreach/accountResponseRate.js';
export { toAnsweringAccounts } from './outreach/answeringAccounts.js';
export {
  computeRevenueCoverage,
  revenueCoverageMeasure,
  type RevenueCoverageOptions,
  type RevenueCoverageResult,
  type UnheardAccount,
} from './outreach/revenueCoverage.js';
export { type RevenueTally, type RevenueExclusion, type RevenueFault } from './outreach/revenue.js';
export { toContactReach, type ContactReach } from './outreach/contactReach.js';
export {
  computeContactCoverage,
  contactCoverageMeasure,
  type ContactCoverageResult,
  type RoleCoverage,
  type ContactExclusion,
} from './outreach/contactCoverage.js';
export {
  computeBounceRate,
  bounceRateMeasure,
  type BounceRateResult,
  type BounceExclusion,
} from './outreach/bounceRate.js';
export {
  outreachLedger,
  type OutreachLedger,
  type OutreachLedgerOptions,
  type OutreachRevenue,
} from './outreach/outreachLedger.js';
export { type OutreachStageResult } from './outreach/outreachLosses.js';
export { silenceBounds, type SilenceBounds, type SilenceBoundsOptions } from './outreach/silenceBounds.js';
export {
  computeLoopClosure,
  loopClosureMeasure,
  type LoopClosureOptions,
  type LoopClosureResult,
  type LoopExclusion,
} from './outreach/loopClosure.js';
export { type ContactFields, type AttemptExclusion } from './outreach/detractorAttempt.js';
export { type DetractorScale, type DetractorOptions } from './outreach/detractorScale.js';
export { type LoopState, type AttemptFault } from './outreach/contactAttempt.js';
export { checkContacts, type CheckContactsOptions, type ContactFindingCode } from './outreach/checkContacts.js';
export {
  computeTimeToFirstContact,
  timeToFirstContactMeasure,
  type TimeToFirstContactOptions,
  type TimeToFirstContactResult,
  type FirstContactTally,
} from './outreach/timeToFirstContact.js';
export { toRecoveries, type Recovery, type RecoveryFields } from './outreach/recoveries.js';
export {
  computeRecoveryRate,
  recoveryRateMeasure,
  type RecoveryMeasureOptions,
  type RecoveryRateOptions,
  type RecoveryRateResult,
  type RecoveryExclusion,
} from './outreach/recoveryRate.js';
export { followUpQueue, type FollowUpOptions, type FollowUpQueue } from './outreach/followUpQueue.js';
export { type FollowUp } from './outreach/followUp.js';
export { type OutcomeTally } from './outreach/outcomeShare.js';
export {
  WEEKDAYS,
  type Weekday,
  type OpeningHours,
  type WeekHours,
  type ScheduleWeek,
  type Holiday,
  type BusinessSchedule,
} from './operational/businessSchedule.js';
export { toBusinessCalendar, type BusinessCalendar } from './operational/businessCalendar.js';
export {
  businessMinutesBetween,
  addBusinessMinutes,
  isBusinessTime,
  type BusinessTimeOptions,
} from './operational/businessTime.js';
export { type Pause } from './operational/pause.js';
export { isBusinessDay, businessDaysBetween, addBusinessDays } from './operational/businessDays.js';
export {
  businessMinutesAcross,
  type ScheduleChange,
  type ScheduleHistory,
  type ScheduleConvention,
  type ScheduleHistoryOptions,
} from './operational/scheduleHistory.js';
export {
  checkPurchaseHistories,
  type PurchaseHistory,
  type PurchaseTimeUnit,
  type PurchaseHistoryFault,
  type PurchaseHistoryExclusions,
} from './business/purchaseHistory.js';
export {
  toPurchaseHistories,
  checkPurchaseOrders,
  type PurchaseHistoryOptions,
  type PurchaseOrderFault,
} from './business/purchaseHistories.js';
export { bgNbdLogLikelihood, type BgNbdParameters } from './business/bgNbdLikelihood.js';
export { fitBgNbd, type BgNbdOptions, type BgNbdFit, type BgNbdModel } from './business/bgNbd.js';
export {
  predictPurchases,
  predictNewCustomerPurchases,
  probabilityAlive,
  probabilityNoRepeat,
} from './business/bgNbdPrediction.js';
export {
  fitGammaGamma,
  type GammaGammaParameters,
  type GammaGammaFit,
  type GammaGammaModel,
} from './business/gammaGamma.js';
export { predictSpend } from './business/predictedSpend.js';
export {
  predictLifetimeValue,
  type LifetimeValueModels,
  type LifetimeValueOptions,
  type PredictedLifetimeValue,
} from './business/predictedLifetimeValue.js';
export {
  type ModelWarning,
  type NotConvergedWarning,
  type ParameterAtEdgeWarning,
  type InfiniteMeanWarning,
} from './business/modelWarning.js';
export { type MoneyValue } from './business/money.js';
export { type AmountFault, type AmountExclusion } from './business/amounts.js';
export { type AmountTally } from './business/amountRatio.js';
export {
  computeRetention,
  retentionMeasure,
  computeChurn,
  churnMeasure,
  type RetentionOptions,
  type RetentionExclusion,
  type RetentionResult,
} from './business/retention.js';
export { checkRevenueMovements, type RevenueMovementOptions } from './business/revenueMovement.js';
export {
  computeGrossRevenueRetention,
  grossRevenueRetentionMeasure,
  computeNetRevenueRetention,
  netRevenueRetentionMeasure,
  type RevenueRetentionExclusion,
  type RevenueRetentionResult,
} from './business/revenueRetention.js';
export {
  computeEarnedGrowth,
  earnedGrowthMeasure,
  type EarnedGrowthOptions,
  type EarnedGrowthExclusion,
  type EarnedGrowthResult,
} from './business/earnedGrowth.js';
export { toCohorts, type CohortOptions, type CohortCustomer } from './business/cohorts.js';
export {
  computeRepurchaseRate,
  repurchaseRateMeasure,
  checkCohorts,
  type RepurchaseRateOptions,
  type RepurchaseExclusion,
  type RepurchaseRateResult,
  type CohortFault,
} from './business/repurchaseRate.js';
export {
  computePurchaseFrequency,
  purchaseFrequencyMeasure,
  type PurchaseFrequencyOptions,
  type PurchaseFrequencyExclusion,
  type PurchaseFrequencyResult,
} from './business/purchaseFrequency.js';
export {
  computeAverageOrderValue,
  averageOrderValueMeasure,
  checkOrderAmounts,
  type AverageOrderValueOptions,
  type AverageOrderValueResult,
} from './business/averageOrderValue.js';
export {
  computeHistoricLifetimeValue,
  historicLifetimeValueMeasure,
  checkMargins,
  type HistoricLifetimeValueOptions,
  type HistoricLifetimeValueExclusion,
  type HistoricLifetimeValueResult,
  type MarginTally,
} from './business/historicLifetimeValue.js';
export { walletAllocation, allocateWallet } from './business/walletAllocation.js';
export {
  computeShareOfWallet,
  shareOfWalletMeasure,
  checkWallets,
  type ShareOfWalletOptions,
  type DeclaredWalletOptions,
  type RankedWalletOptions,
  type ShareOfWalletResult,
} from './business/shareOfWallet.js';
export { type ServiceActivity } from './business/serviceActivity.js';
export {
  computeCostToServe,
  costToServeMeasure,
  checkServiceCosts,
  type CostToServeOptions,
  type CostToServeResult,
  type ServiceActivityResult,
} from './business/costToServe.js';
export {
  checkRevenueAtRisk,
  type RevenueAtRiskOptions,
  type RevenueAtRiskExclusion,
  type RiskFault,
} from './business/riskAccount.js';
export {
  computeRevenueAtRisk,
  revenueAtRiskMeasure,
  type RevenueAtRiskResult,
  type RevenueAtRiskTally,
} from './business/revenueAtRisk.js';
export {
  computeHealthScore,
  healthScoreMeasure,
  toAccountHealth,
  type HealthComponent,
  type HealthScoreOptions,
  type HealthScoreResult,
  type AccountHealth,
} from './business/healthScore.js';
export { type HealthBand, type HealthLift } from './business/healthBands.js';
export {
  checkHealthScore,
  type HealthScoreCheckOptions,
  type HealthScoreCheck,
  type HealthCalibration,
} from './business/healthScoreCheck.js';
