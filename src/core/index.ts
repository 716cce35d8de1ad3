/**
 * What every room shares: definitions, results, intervals, warnings, errors, targets, periods and the records of a survey.
 * @module cx-scoring/core
 * @category Core
 */
export { type Comparison, type Verdict } from './comparison.js';
export {
  isSameDefinition,
  type Direction,
  type LocalizedText,
  type MetricDefinition,
  type MetricFamily,
  type ParameterValue,
  type Statistic,
  type Unit,
} from './definition.js';
export { isCxError, type CxError, type CxErrorCode } from './errors.js';
export { type Estimate } from './estimate.js';
export { type Field, type FieldName, type Score } from './field.js';
export { formatWarning, type WarningOptions } from './formatWarning.js';
export { type SampleUnit } from './sampleUnit.js';
export { type Bounds, type Interval, type OpenInterval } from './interval.js';
export { type Language, type LocaleOptions } from './locale.js';
export { type NumericArray } from './numericArray.js';
export {
  isCivilDate,
  isPeriodKey,
  periodDistance,
  periodsBetween,
  shiftPeriod,
  toPeriod,
  type PeriodOptions,
  type PeriodUnit,
} from './period.js';
export { DEFAULT_SEED, createRandom, type Random } from './random.js';
export {
  ANSWER_STATUSES,
  CONTACT_ROLES,
  JOURNEY_STAGES,
  type Account,
  type AnswerScale,
  type AnswerStatus,
  type Contact,
  type ContactRole,
  type JourneyStage,
  type Money,
  type SurveyAnswer,
} from './records.js';
export { type IntervalResult, type MetricResult, type ResultOptions } from './result.js';
export {
  statusOf,
  type DefinedEstimate,
  type MetricStatus,
  type MetricTarget,
  type StatusOptions,
  type StatusPolicy,
  type TargetDefinition,
} from './target.js';
export {
  type BelowSamplePolicyWarning,
  type IncompleteItemsWarning,
  type InconsistentRevenueWarning,
  type LowDegreesOfFreedomWarning,
  type ZeroDenominatorWarning,
  type NoDataWarning,
  type NoIntervalWarning,
  type NotComparableWarning,
  type OffScaleExcludedWarning,
  type QuantileNotReachedWarning,
  type SmallSampleWarning,
  type UnequalWeightsWarning,
  type UnpairedWarning,
  type Warning,
} from './warning.js';
export { toDayNumber, toCivilDate } from './civilDay.js';
export { toEpochMilliseconds, toInstant, type Instant } from './instant.js';
export { civilTimeAt, instantsAt } from './civilTime.js';
export { toTimeZone, type TimeZone, type OffsetSpan } from './timeZone.js';
export { type RecordFinding } from './recordFinding.js';
export { type Segment, type SegmentKey, type SegmentValue } from './segment.js';
