/**
 * The algebra of measures: tallies that can be added to, merged, stored and scored; measures of your own; comparisons.
 * @module cx-scoring/measures
 * @category Measures
 */
export { type Binned, type Measure } from './measure.js';
export {
  type CountedInput,
  type OffScalePolicy,
  type RowFields,
  type ScoreArguments,
  type ScoreExclusion,
  type ScoreInput,
  type ScoreOptions,
  type ValueFields,
} from './input.js';
export { toColumnTable, type ColumnRow, type ColumnTable, type Columns } from './columns.js';
export { clusterBy, type ClusterFigures, type Clustered, type ClusteredMeasure } from './clusterBy.js';
export { type Id, type KeyedTally } from './keyedTally.js';
export { type RatioMeasure, type RatioSums, type ScaleMeasure } from './ratioMeasure.js';
export { type ScaleStatistic } from './scaleValue.js';
export { type Scale, type ScaleTally, type ScaleWeights } from './scaleTally.js';
export { type NetIntervalMethod, type NetIntervalName, type NetOptions, type NetSummary } from './netEstimate.js';
export { type ShareIntervalMethod, type ShareIntervalName, type ShareOptions } from './shareInterval.js';
export { type ValueExclusion, type ValueTally } from './valueTally.js';
export { computeMeasure, tallyRows, type MeasureInput } from './computeMeasure.js';
export { type MeasureIdentity } from './measureIdentity.js';
export { defineProportion, type ProportionDeclaration, type ProportionResult } from './defineProportion.js';
export { defineMean, type MeanDeclaration } from './defineMean.js';
export { defineRate, type RateDeclaration, type RateResult } from './defineRate.js';
export { defineRatio, type RatioDeclaration, type RatioResult } from './defineRatio.js';
export { type RatioExclusion, type RatioTally } from './ratioTally.js';
export { defineScale, type ScaleDeclaration } from './defineScale.js';
export {
  defineComposite,
  type CompositeDeclaration,
  type CompositeExclusion,
  type CompositeItem,
  type CompositeItemResult,
  type CompositeResult,
  type CompositeTally,
} from './defineComposite.js';
export { readTally, storeTally, type StoredTally } from './storedTally.js';
export { compareResults, type CompareOptions } from './compareResults.js';
export { compareTallies } from './compareTallies.js';
export { comparePairs, type ComparePairsOptions } from './comparePairs.js';
export { defineDuration, type DurationDeclaration, type DurationUnit } from './defineDuration.js';
export { type DurationResult } from './durationResult.js';
export { type DurationQuantile } from './durationQuantiles.js';
export { type DurationTally, type DurationExclusion, type DurationStorage } from './durationTally.js';
export { toDictionaryColumn, type DictionaryColumn } from './dictionaryColumn.js';
