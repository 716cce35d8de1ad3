/**
 * The front door: what an application needs to score customer experience. `statistics` and `schemas` have doors of their own.
 * @module cx-scoring
 * @category Start here
 */
// prettier-ignore
export {
  ANSWER_STATUSES, CONTACT_ROLES, createRandom, DEFAULT_SEED, formatWarning, isCivilDate, isCxError, isPeriodKey,
  isSameDefinition, JOURNEY_STAGES, periodDistance, periodsBetween, shiftPeriod, statusOf, toPeriod, type Account,
  type AnswerScale, type AnswerStatus, type BelowSamplePolicyWarning, type Bounds, type Comparison, type Contact,
  type ContactRole, type CxError, type CxErrorCode, type DefinedEstimate, type Direction, type Estimate, type Field,
  type FieldName, type IncompleteItemsWarning, type Interval, type IntervalResult, type JourneyStage, type Language, type LowDegreesOfFreedomWarning, type ZeroDenominatorWarning,
  type LocaleOptions, type LocalizedText, type MetricDefinition, type MetricFamily, type MetricResult,
  type MetricStatus, type MetricTarget, type Money, type NoDataWarning, type NoIntervalWarning,
  type NotComparableWarning, type NumericArray, type OffScaleExcludedWarning, type OpenInterval, type ParameterValue,
  type PeriodOptions, type PeriodUnit, type Random, type ResultOptions, type Score, type SmallSampleWarning,
  type Statistic, type StatusOptions, type StatusPolicy, type SurveyAnswer, type TargetDefinition,
  type UnequalWeightsWarning, type Unit, type UnpairedWarning, type Verdict, type Warning,
} from './core/index.js';
// prettier-ignore
export {
  clusterBy, comparePairs, compareResults, compareTallies, computeMeasure, defineComposite, defineMean, defineProportion,
  defineRate, defineRatio, defineScale, readTally, storeTally, tallyRows, toColumnTable, type Binned, type Clustered, type ClusterFigures, type Id, type KeyedTally, type RateDeclaration, type RateResult, type RatioDeclaration, type RatioExclusion, type RatioMeasure, type RatioResult, type RatioSums, type RatioTally, type ScaleMeasure, type ScaleStatistic, type ColumnRow, type Columns,
  type ColumnTable, type CompareOptions, type ComparePairsOptions, type CompositeDeclaration,
  type CompositeExclusion, type CompositeItem, type CompositeItemResult, type CompositeResult, type CompositeTally,
  type CountedInput, type MeanDeclaration, type Measure, type MeasureIdentity, type MeasureInput,
  type NetIntervalMethod, type NetIntervalName, type NetOptions, type NetSummary, type OffScalePolicy,
  type ProportionDeclaration, type ProportionResult, type RowFields, type ScaleDeclaration, type ScaleTally,
  type ScaleWeights, type ScoreArguments, type ScoreExclusion, type ScoreInput, type ScoreOptions,
  type ShareIntervalMethod, type ShareIntervalName, type ShareOptions, type StoredTally, type ValueExclusion,
  type ValueFields, type ValueTally,
} from './measures/index.js';
// prettier-ignore
export {
  agrestiCoull, B2B_NPS_SAMPLE_POLICY, CES_1, CES_2, CES_EASE, cesMeasure, cesNetMeasure, cesShareMeasure,
  classifyNps, clopperPearson, computeCes, computeCesNet, computeCesShare, computeCsat, computeCsatMean,
  computeCsatNet, computeDsi, computeEmployeeNps, computeNetSentiment, computeNps, computePartnerNps,
  computeReviewRating, computeSatisfactionIndex, CSAT_FIVE_POINT, CSAT_GOOD_BAD, CSAT_TEN_POINT, csatMeanMeasure,
  csatMeasure, csatNetMeasure, defineCsatScale, dsiMeasure, employeeNpsMeasure, filterMetrics, findMetric,
  formatComparison, formatInterval, formatResult, formatValue, interpretNps, jeffreys, marginOfError,
  METRIC_CATALOGUE, minimumDetectableDifference, netSentimentMeasure, NPS_BANDS, NPS_BANDS_SOURCE, NPS_SCALE,
  npsBootstrap, npsMeasure, npsSilence, npsT, partnerNpsMeasure, requiredAnswers, requiredSampleSize,
  reviewRatingMeasure, satisfactionIndexMeasure, type CesNetCounts, type CesNetOptions, type CesNetResult,
  type CesOptions, type CesResult, type CesShareOptions, type CesShareResult, type CesVersion, type CsatCounts,
  type CsatId, type CsatMeanOptions, type CsatMeanResult, type CsatNetCounts, type CsatNetOptions,
  type CsatNetResult, type CsatOptions, type CsatResult, type CsatScale, type DsiDimension, type DsiDimensionResult,
  type DsiOptions, type DsiResult, type FormatDefinition, type FormatOptions, type MarginOfErrorOptions,
  type MetricAnchors, type MetricBand, type MetricEntry, type MetricExampleTarget, type MetricFilter,
  type MetricGroup, type MetricId, type MetricOwner, type MinimumDetectableDifferenceOptions,
  type NamedFormatOptions, type NetSentimentOptions, type NetSentimentResult, type NpsBand, type NpsBandId,
  type NpsBootstrapOptions, type NpsClass, type NpsCounts, type NpsId, type NpsOptions, type NpsResult,
  type NpsSilence, type RequiredSampleSizeOptions, type ReviewPrior, type ReviewRatingOptions,
  type ReviewRatingResult, type ReviewTally, type SamplePolicy, type SatisfactionIndexOptions,
  type SatisfactionIndexResult, type SatisfactionItem, type Sentiment, type SentimentCounts, type SpreadOptions,
} from './metrics/index.js';
