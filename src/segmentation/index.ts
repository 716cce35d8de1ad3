/**
 * Segments: measures cut by any dimensions, compared fairly, and shown without giving respondents away.
 * @module cx-scoring/segmentation
 * @category Segmentation
 */
export { bandOf, type Bands, type BandMethod, type BandOptions } from './bands.js';
export { bandsFromEdges } from './bandsFromEdges.js';
export { bandsFromQuantiles, type CutOptions } from './bandsFromQuantiles.js';
export { bandsFromNaturalBreaks } from './bandsFromNaturalBreaks.js';
export { bandBy } from './bandBy.js';
export { toRfmScores, type RfmBinning, type RfmOptions, type RfmScore, type RfmScores } from './rfmScores.js';
export { checkRfmCustomers, type RfmFields, type RfmFault, type RfmRecord } from './rfmRecords.js';
export {
  toOrderHistories,
  type OrderHistoryOptions,
  type OrderHistory,
  type OrderHistories,
} from './rfmOrderHistories.js';
export { seniorityYears, seniorityBy, type SeniorityOptions } from './seniority.js';
export { channelOf, deviceOf, type ChannelWords, type DeviceWords } from './channelOf.js';
export {
  type SegmentDimensionId,
  type SegmentDimensionGroup,
  type SuggestedBands,
  type SegmentDimension,
} from './dimensionCatalogue.js';
export { SEGMENT_DIMENSIONS } from './segmentDimensions.js';
export { shrinkSegments, type ShrinkOptions, type ShrunkenSegment, type ShrunkenSegments } from './shrinkSegments.js';
export { type ShrinkErrorSource, type FewSegmentsWarning, type NoStandardErrorWarning } from './shrinkErrors.js';
export {
  rankSegments,
  type RankOrder,
  type RankOptions,
  type RankedSegment,
  type SegmentRanking,
} from './rankSegments.js';
export { type RankMethod } from './rankPairs.js';
export { checkComparability } from './comparability.js';
export {
  type ComparabilityOptions,
  type ComparabilityThresholds,
  type SharedProperty,
  type StatedSides,
  type SampleText,
  type CompanyAttribute,
  type CategoryAttribute,
  type NumberAttribute,
} from './comparabilityOptions.js';
export {
  type ComparabilityReport,
  type ComparabilityCheck,
  type ComparabilityReason,
  type ComparabilityVerdict,
  type ComparabilityOverride,
  type RecordedOverride,
  type SampleDistance,
  type DistanceThresholds,
} from './comparabilityReport.js';
export { compareSamples, type CompareSamplesOptions, type SampleComparison } from './compareSamples.js';
export { toMix, type MixShare, type ToMixOptions } from './mixShares.js';
export { type MixMeasure } from './mixSide.js';
export { type MixEffect } from './mixVariance.js';
export { standardizeMix } from './standardizeMix.js';
export {
  type StandardizeMixOptions,
  type StandardizedResult,
  type StandardizedSegment,
} from './standardizeMixResult.js';
export { decomposeChange } from './decomposeChange.js';
export { type DecomposeChangeOptions, type ChangeDecomposition, type SegmentChange } from './decomposeChangeResult.js';
export { type Benchmark, type BenchmarkKind, type BenchmarkPoint, type BenchmarkInterval } from './benchmark.js';
export { type BenchmarkErrorSource } from './benchmarkError.js';
export { type BenchmarkPosition } from './benchmarkPosition.js';
export { compareToBenchmark, type CompareToBenchmarkOptions, type BenchmarkComparison } from './compareToBenchmark.js';
export { compareRelative, type RelativeSide, type RelativeComparison } from './benchmarkRelative.js';
export { protectSegments } from './protectSegments.js';
export {
  shownSegments,
  shownTally,
  type ProtectedSegment,
  type ProtectOptions,
  type SuppressionReason,
} from './protectedSegment.js';
export { type ProtectionPolicy } from './floors.js';
export { type RoundedFigure } from './protectRounding.js';
export { type Dimensions, type DimensionKey, type DimensionKeyValue, type DimensionValue } from './dimensions.js';
export { tallyBy, type TallyByOptions } from './tallyBy.js';
export { tallyCountsBy, type TallyCountsByOptions } from './tallyCountsBy.js';
export { mergeSegmentTallies, type MergedSegments } from './mergeSegmentTallies.js';
export { storeSegmentTally, readSegmentTally, type StoredSegmentTally } from './storedSegmentTally.js';
export { toSegments, type SegmentOptions, type ToSegmentsOptions, type CutKey } from './toSegments.js';
export { segmentBy, type SegmentByOptions, type SegmentsBy } from './segmentBy.js';
export { compareSegments } from './compareSegments.js';
export { type CompareSegmentsOptions, type SegmentComparisons, type SegmentAdjustment } from './comparedSegments.js';
export { type CompareAgainst, type CompareWithSegment } from './comparisonPlan.js';
export { type SegmentComparison, type SegmentEquivalence } from './segmentComparison.js';
export { type OmnibusTest } from './omnibus.js';
export { type EffectSize } from './effectSize.js';
export { type SegmentTally } from './segmentTally.js';
