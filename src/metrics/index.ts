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
export { formatWarnings, type Warned } from './formatWarnings.js';
export { sampleUnitOf } from './catalogue/metricNames.js';
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
export { type OutcomeTally } from './outcomeShare.js';
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
export { toHealthStatuses, type AccountHealthStatus, type HealthStatusOptions } from './business/healthStatus.js';
export { type HealthBand, type HealthLift } from './business/healthBands.js';
export {
  checkHealthScore,
  type HealthScoreCheckOptions,
  type HealthScoreCheck,
  type HealthCalibration,
} from './business/healthScoreCheck.js';
export { checkPortalActions, type PortalAction, type PortalActionFault } from './behavioural/portalAction.js';
export {
  toPortalAccounts,
  type PortalAccount,
  type PortalAccountOptions,
  type PortalWindowOptions,
} from './behavioural/portalAccounts.js';
export {
  computePortalAdoption,
  portalAdoptionMeasure,
  type PortalAdoptionOptions,
  type PortalAdoptionMeasureOptions,
  type PortalAdoptionResult,
  type PortalAdoptionExclusion,
} from './behavioural/portalAdoption.js';
export {
  computePortalDepth,
  portalDepthMeasure,
  type PortalDepthOptions,
  type PortalDepthResult,
  type PortalDepthExclusion,
} from './behavioural/portalDepth.js';
export { checkCatalogueItems, type CatalogueItem, type CatalogueFault } from './behavioural/catalogueItem.js';
export {
  computeCatalogueCompletion,
  catalogueCompletionMeasure,
  type CatalogueCompletionOptions,
  type CatalogueCompletionResult,
  type CatalogueExclusion,
  type CatalogueBasis,
} from './behavioural/catalogueCompletion.js';
export { checkLearning, type LearningAssignment, type LearningFault } from './behavioural/learningAssignment.js';
export {
  computeLearningCompletion,
  learningCompletionMeasure,
  type LearningCompletionOptions,
  type LearningCompletionResult,
  type LearningCompletionExclusion,
} from './behavioural/learningCompletion.js';
export {
  computeLearningPassRate,
  learningPassRateMeasure,
  type LearningOptions,
  type LearningPassRateResult,
  type LearningPassExclusion,
} from './behavioural/learningPassRate.js';
export {
  computeLearningCurrency,
  learningCurrencyMeasure,
  type LearningCurrencyResult,
  type LearningCurrencyExclusion,
} from './behavioural/learningCurrency.js';
export { type ActivityRateOptions, type ActivityExclusion } from './behavioural/activityRate.js';
export {
  computeSheetViews,
  sheetViewsMeasure,
  type SheetViewsOptions,
  type SheetViewsResult,
} from './behavioural/sheetViews.js';
export {
  computeMediaDownloads,
  mediaDownloadsMeasure,
  type MediaDownloadsOptions,
  type MediaDownloadsResult,
} from './behavioural/mediaDownloads.js';
export { toConversionUnits, type ConversionUnit, type ConversionUnitOptions } from './behavioural/conversionUnits.js';
export {
  computeConversion,
  conversionMeasure,
  type ConversionOptions,
  type ConversionResult,
  type ConversionExclusion,
  type ConversionUnitName,
} from './behavioural/conversion.js';
export {
  computeTimeOnSite,
  timeOnSiteMeasure,
  type TimeOnSiteOptions,
  type TimeOnSiteResult,
} from './behavioural/timeOnSite.js';
export { checkCarts, type Cart, type CartFault } from './behavioural/cart.js';
export {
  computeCartAbandonment,
  cartAbandonmentMeasure,
  type CartAbandonmentOptions,
  type CartAbandonmentResult,
  type CartExclusion,
} from './behavioural/cartAbandonment.js';
export {
  toContactLoads,
  checkContactLoads,
  type ServiceContact,
  type AccountActivity,
  type ContactLoad,
  type ContactLoadFault,
} from './behavioural/contactLoad.js';
export {
  computeContactFrequency,
  contactFrequencyMeasure,
  type ContactFrequencyOptions,
  type ContactFrequencyResult,
  type ContactFrequencyExclusion,
  type ContactReasonRate,
} from './behavioural/contactFrequency.js';
export {
  contactReasons,
  type ContactReasons,
  type ContactReasonsOptions,
  type ContactReasonShare,
} from './behavioural/contactReasons.js';
export {
  checkShippedLines,
  type ShippedLine,
  type ReturnedGoods,
  type ShippedLineFault,
} from './behavioural/shippedLine.js';
export {
  computeReturnRate,
  returnRateMeasure,
  type ReturnRateOptions,
  type ReturnRateResult,
  type ReturnExclusion,
} from './behavioural/returnRate.js';
export { returnCohorts, type ReturnCohort, type ReturnCohortOptions } from './behavioural/returnCohorts.js';
export { type FieldReportHead } from './behavioural/fieldReportHead.js';
export { type VisitReport } from './behavioural/visitReport.js';
export { type PanelSession, type OfferTest, type RoadmapVote } from './behavioural/panelSession.js';
export { HOTLINE_REASONS, type HotlineContact, type HotlineReason } from './behavioural/hotlineContact.js';
export { type QuickReport } from './behavioural/quickReport.js';
export {
  FIELD_REPORT_KINDS,
  type FieldReport,
  type FieldReportKind,
  type FieldReportFault,
} from './behavioural/fieldReport.js';
export { checkFieldReports, type FieldReportFindingCode } from './behavioural/checkFieldReports.js';
export { toDistinctReports } from './behavioural/repeatedReports.js';
export {
  toFieldContributors,
  type FieldContributor,
  type ContributorOptions,
} from './behavioural/fieldContributors.js';
export {
  computeFieldReports,
  fieldReportsMeasure,
  type FieldReportsOptions,
  type FieldReportsMeasureOptions,
  type FieldReportsResult,
  type FieldReportsExclusion,
  type FieldReportKindRate,
} from './behavioural/fieldReports.js';
export {
  computeFieldReportConversion,
  fieldReportConversionMeasure,
  type FieldReportConversionOptions,
  type FieldReportConversionResult,
  type FieldReportConversionExclusion,
} from './behavioural/fieldReportConversion.js';
export {
  computeFollowUpTime,
  followUpTimeMeasure,
  type FollowUpTimeOptions,
  type FollowUpTimeResult,
  type FollowUpTally,
  type FollowUpExclusion,
} from './behavioural/followUpTime.js';
export { toPanelMembers, type PanelMember } from './behavioural/panelMembers.js';
export {
  computePanelParticipation,
  panelParticipationMeasure,
  type PanelParticipationResult,
  type PanelExclusion,
} from './behavioural/panelParticipation.js';
export { type EventTally, type PartTally, type RateOptions } from './behavioural/eventRate.js';
export { type WeightedShareTally } from './behavioural/weightedShare.js';
export {
  TICKET_STATUSES,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketEventType,
  type TicketStatus,
  type TicketEventFaultCode,
} from './operational/ticketEvent.js';
export {
  type TicketCase,
  type CaseExclusion,
  type StatusStretch,
  type ReplyWait,
  type PriorityChange,
} from './operational/ticketCase.js';
export { toCases, type CaseOptions } from './operational/toCases.js';
export { checkTicketEvents, type TicketEventFindingCode } from './operational/checkTicketEvents.js';
export { type ClockOptions } from './operational/businessClock.js';
export { type WaitOptions, type WaitTally, type WaitResult } from './operational/waitMetric.js';
export { type CaseTimeOptions } from './operational/caseMetric.js';
export {
  computeFirstResponseTime,
  firstResponseTimeMeasure,
  type FirstResponseTimeExclusion,
  type FirstResponseTimeResult,
} from './operational/firstResponseTime.js';
export {
  computeNextResponseTime,
  nextResponseTimeMeasure,
  type NextResponseTimeExclusion,
  type NextResponseTimeResult,
} from './operational/nextResponseTime.js';
export {
  computeFirstResolutionTime,
  firstResolutionTimeMeasure,
  type FirstResolutionTimeExclusion,
  type FirstResolutionTimeResult,
} from './operational/firstResolutionTime.js';
export {
  computeFullResolutionTime,
  fullResolutionTimeMeasure,
  type FullResolutionTimeExclusion,
  type FullResolutionTimeResult,
} from './operational/fullResolutionTime.js';
export {
  computeRequesterWait,
  requesterWaitMeasure,
  type RequesterWaitExclusion,
  type RequesterWaitResult,
} from './operational/requesterWait.js';
export {
  computeAgentWait,
  agentWaitMeasure,
  type AgentWaitExclusion,
  type AgentWaitResult,
} from './operational/agentWait.js';
export {
  computeReopenRate,
  reopenRateMeasure,
  type ReopenExclusion,
  type ReopenRateResult,
} from './operational/reopenRate.js';
export {
  computeOneTouchRate,
  oneTouchRateMeasure,
  type OneTouchRule,
  type OneTouchRateOptions,
  type OneTouchExclusion,
  type OneTouchRateResult,
} from './operational/oneTouchRate.js';
export { type SlaTarget, type SlaFaultCode } from './operational/slaTarget.js';
export {
  toSlaOutcomes,
  type SlaOptions,
  type SlaOutcome,
  type SlaState,
  type SlaDenominator,
  type SlaJudgement,
} from './operational/slaOutcomes.js';
export {
  computeSlaAttainment,
  slaAttainmentMeasure,
  type SlaAttainmentOptions,
  type SlaMeasureOptions,
  type SlaExclusion,
  type SlaAttainmentResult,
} from './operational/slaAttainment.js';
export { checkSlaTargets } from './operational/checkSlaTargets.js';
export { type TotalResult } from './operational/totalMetric.js';
export {
  computeBacklog,
  backlogMeasure,
  backlogAt,
  type BacklogOptions,
  type BacklogExclusion,
  type BacklogResult,
  type BacklogPoint,
} from './operational/backlog.js';
export {
  computeBacklogAge,
  backlogAgeMeasure,
  type BacklogAgeOptions,
  type BacklogAgeExclusion,
  type BacklogAgeResult,
} from './operational/backlogAge.js';
export {
  computeBacklogByAge,
  backlogByAgeMeasure,
  type BacklogBucket,
  type BacklogByAgeOptions,
  type BacklogByAgeResult,
} from './operational/backlogByAge.js';
export {
  computeBacklogNetFlow,
  backlogNetFlowMeasure,
  type BacklogNetFlowOptions,
  type BacklogNetFlowResult,
} from './operational/backlogNetFlow.js';
export { type Visit, type VisitOutcome, type VisitPurpose, type VisitFaultCode } from './operational/visit.js';
export { type Fix, type FixOptions, type FixExclusion } from './operational/fix.js';
export { toFixes } from './operational/toFixes.js';
export { checkVisits, type VisitFindingCode } from './operational/checkVisits.js';
export {
  computeFirstTimeFixRate,
  firstTimeFixRateMeasure,
  type FirstTimeFixRateOptions,
  type FirstTimeFixMeasureOptions,
  type FirstTimeFixRateResult,
} from './operational/firstTimeFixRate.js';
export {
  computeCallbackRate,
  callbackRateMeasure,
  type CallbackRateOptions,
  type CallbackExclusion,
  type CallbackRateResult,
} from './operational/callbackRate.js';
export { type QuoteRequest, type QuoteFaultCode } from './operational/quoteRequest.js';
export { checkQuotes } from './operational/checkQuotes.js';
export {
  computeTimeToQuote,
  timeToQuoteMeasure,
  type TimeToQuoteOptions,
  type TimeToQuoteExclusion,
  type TimeToQuoteResult,
} from './operational/timeToQuote.js';
export {
  computeQuotesInTime,
  quotesInTimeMeasure,
  type QuotesInTimeOptions,
  type QuotesInTimeExclusion,
  type QuotesInTimeResult,
} from './operational/quotesInTime.js';
export {
  computeQuoteConversion,
  quoteConversionMeasure,
  type QuoteWindow,
  type QuoteConversionOptions,
  type QuoteExclusion,
  type QuoteConversionResult,
} from './operational/quoteConversion.js';
export {
  computeQuoteConversionByValue,
  quoteConversionByValueMeasure,
  type QuoteConversionByValueOptions,
  type QuoteValueExclusion,
  type QuoteConversionByValueResult,
} from './operational/quoteConversionByValue.js';
export { type CostOptions, type UnitCostResult } from './operational/unitCost.js';
export {
  computeCostPerIntervention,
  costPerInterventionMeasure,
  type CostPerInterventionOptions,
  type CostPerInterventionResult,
} from './operational/costPerIntervention.js';
export {
  computeCostPerContact,
  costPerContactMeasure,
  type CostPerContactOptions,
  type CostPerContactResult,
} from './operational/costPerContact.js';
export {
  ORDER_LINE_EXCUSES,
  type OrderLine,
  type OrderLineDelivery,
  type OrderLineExcuse,
} from './operational/orderLine.js';
export {
  type DeliveryLevel,
  type DeliveryDateBasis,
  type DeliveryEvent,
  type DeliverySplitRule,
  type QuantityTolerance,
  type DeliveryRuleOptions,
} from './operational/deliveryRules.js';
export { type DeliveryWindow, type DayWindow, type HourWindow } from './operational/deliveryWindow.js';
export { toDeliveryUnits, type DeliveryOptions, type DeliveryUnit } from './operational/deliveryUnits.js';
export {
  type DeliveryShareResult,
  type DeliveryTally,
  type DeliveryMeasureOptions,
  type DeliveryMetricOptions,
} from './operational/deliveryShare.js';
export { type DeliveryExclusion } from './operational/outcomeBits.js';
export { computeOtif, otifMeasure, type OtifResult } from './operational/otif.js';
export { computeOnTime, onTimeMeasure, type OnTimeResult } from './operational/onTime.js';
export { computeInFull, inFullMeasure, type InFullResult } from './operational/inFull.js';
export {
  computePerfectOrder,
  perfectOrderMeasure,
  type PerfectOrderOptions,
  type PerfectOrderMeasureOptions,
  type PerfectOrderResult,
} from './operational/perfectOrder.js';
export { checkOrderLines, type OrderLineFindingCode } from './operational/checkOrderLines.js';
export { CREDIT_NOTE_KINDS, type Invoice, type CreditNote, type CreditNoteKind } from './operational/invoice.js';
export {
  type InvoiceRateOptions,
  type InvoiceExclusion,
  type InvoiceShareResult,
  type InvoiceTally,
} from './operational/invoiceShare.js';
export {
  computeDisputeRate,
  disputeRateMeasure,
  type DisputeRateOptions,
  type DisputeRateResult,
} from './operational/disputeRate.js';
export {
  computeCreditNoteRate,
  creditNoteRateMeasure,
  type CreditNoteRateOptions,
  type CreditNoteRateResult,
} from './operational/creditNoteRate.js';
export { checkInvoices, type InvoiceFindingCode } from './operational/checkInvoices.js';
export {
  computeItemAvailability,
  itemAvailabilityMeasure,
  type ItemAvailabilityOptions,
  type ItemAvailabilityExclusion,
  type ItemAvailabilityResult,
} from './operational/itemAvailability.js';
export {
  computeAvailabilityAccuracy,
  availabilityAccuracyMeasure,
  type AvailabilityAccuracyOptions,
  type AvailabilityAccuracyExclusion,
  type AvailabilityAccuracyResult,
} from './operational/availabilityAccuracy.js';
export {
  computeCriticalPartsNextDay,
  criticalPartsNextDayMeasure,
  type CriticalPartsNextDayOptions,
  type CriticalPartsExclusion,
  type CriticalPartsNextDayResult,
} from './operational/criticalPartsNextDay.js';
export {
  computeDeliverySlotAdherence,
  deliverySlotAdherenceMeasure,
  type DeliverySlotAdherenceOptions,
  type DeliverySlotExclusion,
  type DeliverySlotAdherenceResult,
} from './operational/deliverySlotAdherence.js';
export {
  computeProactiveAlertRate,
  proactiveAlertRateMeasure,
  type ProactiveAlertRateOptions,
  type ProactiveAlertExclusion,
  type ProactiveAlertRateResult,
} from './operational/proactiveAlertRate.js';
export {
  computeSampleUptake,
  sampleUptakeMeasure,
  type SampleUptakeOptions,
  type SampleUptakeExclusion,
  type SampleUptakeResult,
} from './operational/sampleUptake.js';
export { type InvoiceFaultCode } from './operational/invoiceFault.js';
export { type OrderLineFaultCode } from './operational/orderLineFault.js';
