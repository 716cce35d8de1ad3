/**
 * The statistics kernel: numbers in, numbers out, NaN outside the domain, and no word of customers.
 *
 * Distributions with both tails, intervals, tests, quantiles, exact bootstrap distributions, sample size and power, without a dependency.
 * @module cx-scoring/statistics
 * @category Statistics
 */
export { adjustPValues, type PValueAdjustment } from './adjustPValues.js';
export { normalPValue, type Alternative } from './alternative.js';
export { anova, type Anova } from './anova.js';
export { bartlettTest } from './bartlettTest.js';
export {
  bcaBiasCorrection,
  bcaProbabilities,
  jackknifeAcceleration,
  scoreAcceleration,
  type BootstrapTies,
} from './bcaAdjustment.js';
export { betaDensity, betaLowerTail, betaQuantile, betaUpperQuantile, betaUpperTail } from './beta.js';
export {
  binomialLowerTail,
  binomialMass,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from './binomial.js';
export {
  bootstrapBasicInterval,
  bootstrapBcaInterval,
  bootstrapBias,
  bootstrapNormalInterval,
  bootstrapPercentileInterval,
  bootstrapStandardError,
  type BootstrapInterpolation,
} from './bootstrapInterval.js';
export { brunnerMunzelTest, type BrunnerMunzelTest, type BrunnerMunzelTestOptions } from './brunnerMunzelTest.js';
export { type ChiSquareTest } from './chiSquareTest.js';
export {
  chiSquaredDensity,
  chiSquaredLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from './chiSquared.js';
export { chiSquaredTest, gTest, type ChiSquaredTest, type ChiSquaredTestOptions } from './chiSquaredTest.js';
export { cliffsDelta, varghaDelaneyA } from './cliffsDelta.js';
export { cochranArmitageTest, type CochranArmitageOptions, type CochranArmitageTest } from './cochranArmitageTest.js';
export { correlationPermutationTest } from './correlationPermutationTest.js';
export {
  UNDEFINED_DISTRIBUTION,
  distributionLowerTail,
  distributionMass,
  distributionMean,
  distributionQuantile,
  distributionStandardDeviation,
  distributionUpperTail,
  distributionValues,
  type CountDistribution,
} from './countDistribution.js';
export { type CountTable } from './countTable.js';
export { contingencyCoefficient, cramersV, type CramersVOptions } from './cramersV.js';
export { normalCriticalValue } from './criticalValue.js';
export { detectableDifference, differenceSampleSize } from './detectableDifference.js';
export {
  bhattacharyyaCoefficient,
  chiSquareDistance,
  earthMoversDistance,
  kullbackLeiblerDivergence,
} from './distributionDivergence.js';
export { dunnTest, type DunnComparison } from './dunnTest.js';
export { equivalenceTest, type EquivalenceTest, type EquivalenceTestOptions } from './equivalenceTest.js';
export { erf, erfc } from './erf.js';
export { exactBcaInterval, exactPercentileInterval } from './exactBootstrapInterval.js';
export {
  clopperPearsonInterval,
  jeffreysInterval,
  midPInterval,
  type JeffreysVariant,
} from './exactProportionInterval.js';
export { fDensity, fLowerTail, fQuantile, fUpperQuantile, fUpperTail } from './fDistribution.js';
export { type FTest } from './fTest.js';
export { finitePopulationFactor } from './finitePopulation.js';
export {
  fisherExactTest,
  type FisherExactTest,
  type FisherExactTestOptions,
  type TwoByTwoTable,
} from './fisherExact.js';
export { fisherExactTableTest, type FisherExactTableOptions, type FisherExactTableTest } from './fisherExactTable.js';
export { friedmanTest, type FriedmanTest } from './friedmanTest.js';
export { gammaDensity, gammaLowerTail, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from './gamma.js';
export { goodnessOfFitTest, type GoodnessOfFitOptions } from './goodnessOfFit.js';
export { hodgesLehmannShift, pseudoMedian, type RankEstimate } from './hodgesLehmann.js';
export { regularizedBeta, upperRegularizedBeta } from './incompleteBeta.js';
export { lowerRegularizedGamma, upperRegularizedGamma } from './incompleteGamma.js';
export { kolmogorovUpperTail } from './kolmogorovLaw.js';
export {
  kolmogorovSmirnovTest,
  twoSampleKolmogorovSmirnovTest,
  type KolmogorovSmirnovOptions,
  type KolmogorovSmirnovTest,
} from './kolmogorovSmirnovTest.js';
export { kruskalWallisTest, type KruskalWallisTest } from './kruskalWallisTest.js';
export { leveneTest, type LeveneTestOptions } from './leveneTest.js';
export { logBeta, logGamma } from './logGamma.js';
export { mannWhitneyTest, type MannWhitneyTest } from './mannWhitneyTest.js';
export { mcNemarExactTest, mcNemarTest, type McNemarTest } from './mcNemar.js';
export { cohenD, glassDelta, hedgesG, type HedgesGOptions } from './meanEffectSize.js';
export { geometricMean, harmonicMean, trimmedMean } from './means.js';
export { medianBootstrapDistribution } from './medianBootstrap.js';
export { midRanks } from './midRanks.js';
export { addToMoments, createMoments, mergeMoments, type Moments } from './moments.js';
export {
  momentsEffectiveSize,
  momentsMean,
  momentsStandardError,
  momentsVariance,
  type WeightedVarianceKind,
} from './momentsSummary.js';
export { goodmanIntervals } from './multinomialInterval.js';
export { netBootstrapDistribution } from './netBootstrap.js';
export { adjustedWaldNetInterval, netVariance, waldNetInterval, type NetCounts } from './netInterval.js';
export { scoreNetInterval } from './netScoreInterval.js';
export { nonCentralTLowerTail, nonCentralTUpperTail } from './nonCentralT.js';
export { normalDensity, normalLowerTail, normalUpperQuantile, normalUpperTail } from './normal.js';
export { normalQuantile } from './normalQuantile.js';
export { generalizedEsd, modifiedZScores, type EsdStep, type GeneralizedEsd } from './outliers.js';
export { type PermutationTest, type PermutationTestOptions } from './permutationTally.js';
export { clusteredPermutationTest, permutationTest } from './permutationTest.js';
export { poissonLowerTail, poissonMass, poissonQuantile, poissonUpperQuantile, poissonUpperTail } from './poisson.js';
export { arcsinePower, arcsineSampleSize, twoProportionPower, twoProportionSampleSize } from './power.js';
export { agrestiCaffoInterval, newcombeInterval, waldDifferenceInterval } from './proportionDifferenceInterval.js';
export { agrestiCoullInterval, waldInterval, wilsonContinuityInterval, wilsonInterval } from './proportionInterval.js';
export {
  exactBinomialTest,
  proportionScoreTest,
  type ProportionScoreTest,
  type ProportionScoreTestOptions,
} from './proportionTest.js';
export { median, nearestRank, quantile, quantileSorted, type QuantileType } from './quantile.js';
export { randomBinomial } from './randomBinomial.js';
export { type RankTestOptions } from './rankTest.js';
export { cohenH, oddsRatio, riskRatio, type RatioEstimate } from './ratioInterval.js';
export {
  finitePopulationSampleSize,
  meanSampleSize,
  netSampleSize,
  proportionSampleSize,
  type NetSampleSizeMethod,
  type SampleSize,
} from './sampleSize.js';
export { scoreBootstrapDistribution } from './scoreBootstrap.js';
export { meeInterval, miettinenNurminenInterval } from './scoreDifferenceInterval.js';
export { seededCountBootstrap, seededNetBootstrap, seededScoreBootstrap } from './seededBootstrap.js';
export { excessKurtosis, skewness, type ShapeType } from './shape.js';
export { signFlipTest } from './signFlipTest.js';
export {
  coefficientOfVariation,
  interquartileRange,
  medianAbsoluteDeviation,
  tukeyFences,
  tukeyHinges,
  type FiveNumbers,
} from './spread.js';
export { stuartMaxwellTest } from './stuartMaxwellTest.js';
export {
  studentTDensity,
  studentTLowerTail,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from './studentT.js';
export { studentizedRangeUpperQuantile, studentizedRangeUpperTail } from './studentizedRange.js';
export { mean, sum } from './sum.js';
export {
  oneSampleTTest,
  pairedTTest,
  tInterval,
  twoSampleTTest,
  type DifferenceTTest,
  type MeanTTest,
  type Sample,
  type SampleSummary,
  type TTest,
  type TTestOptions,
  type TwoSampleTTestOptions,
} from './tTest.js';
export { tTestPower, tTestSampleSize, type CountedRejections } from './tTestPower.js';
export { tukeyHsd, type TukeyComparison } from './tukeyHsd.js';
export {
  twoProportionTest,
  type TwoProportionMethod,
  type TwoProportionTest,
  type TwoProportionTestOptions,
} from './twoProportionTest.js';
export { standardDeviation, variance } from './variance.js';
export { varianceInterval } from './varianceInterval.js';
export { varianceRatioTest, type VarianceRatioTest, type VarianceRatioTestOptions } from './varianceRatioTest.js';
export { kishDesignEffect, kishEffectiveSize, weightedMean, weightedQuantile, weightedVariance } from './weighted.js';
export { welchAnova } from './welchAnova.js';
export { wilcoxonSignedRankTest, type WilcoxonSignedRankTest } from './wilcoxonSignedRankTest.js';
export { proportionChart, rateChart, countChart } from './attributeCharts.js';
export { type PartitionChoice, bestPartitions, partitionByCriterion } from './bestPartitions.js';
export { type BootstrapOptions, bootstrapReplicates } from './bootstrapReplicates.js';
export { calibrationResiduals } from './calibrationResiduals.js';
export { type CalibrationOptions, calibrationWeights } from './calibrationWeights.js';
export { type ClusterIntraclass, clusterIntraclass } from './clusterIntraclass.js';
export { type ClusterRobustMethod, type ClusterRobustMean, clusterRobustMean } from './clusterRobustMean.js';
export { type ClusterSums, clusterSums } from './clusterSums.js';
export { type ControlChart, type ControlChartOptions } from './controlChart.js';
export { type ControlChartConstants, controlChartConstants } from './controlChartConstants.js';
export { type CusumChartOptions, type CusumChart, cusumChart } from './cusumChart.js';
export { designEffect } from './designEffect.js';
export { type DesignProportionOptions, designProportionInterval } from './designProportionInterval.js';
export {
  totalVariation,
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
} from './distributionDistance.js';
export { type EwmaChartOptions, type EwmaChart, ewmaChart } from './ewmaChart.js';
export { type IndividualsChartOptions, type IndividualsChart, individualsChart } from './individualsChart.js';
export { jackknifeReplicates, jackknifeStandardError, clusterJackknife } from './jackknife.js';
export { type LaneyPChart, laneyPChart } from './laneyPChart.js';
export { type LinearTrendOptions, type LinearTrend, linearTrend } from './linearTrend.js';
export { linearizedCovariance } from './linearizedCovariance.js';
export {
  type DesignEstimate,
  linearizedRatio,
  linearizedMean,
  linearizedTotal,
  ratioInfluence,
} from './linearizedEstimate.js';
export { type MannKendallOptions, type MannKendallTest, mannKendallTest } from './mannKendallTest.js';
export { meanChart } from './meanChart.js';
export { type PartitionOptions, type Partition, optimalPartition, peltPartition } from './optimalPartition.js';
export { type PettittTest, pettittTest } from './pettittTest.js';
export { postStratificationWeights } from './postStratificationWeights.js';
export { type RakingOptions, rakingWeights } from './rakingWeights.js';
export { type RaoScottTest, raoScottTest } from './raoScottTest.js';
export { type RunRule, type RunRuleMatch, WESTERN_ELECTRIC_RULES, NELSON_RULES, runRules } from './runRules.js';
export { type Decomposition, type ClassicalDecomposition, classicalDecomposition } from './seasonalDecomposition.js';
export { type SeasonalMannKendallTest, seasonalMannKendallTest } from './seasonalMannKendallTest.js';
export { type SegmentCost, meanCost, meanVarianceCost, poissonCost } from './segmentCost.js';
export { type SingleChangeOptions, type SingleChangeTest, singleChangeTest } from './singleChangeTest.js';
export { exponentialSmoothing, trailingMean } from './smoothing.js';
export {
  type GroupSpread,
  standardizedMeanBalance,
  standardizedShareBalance,
  standardizedMixBalance,
} from './standardizedDifference.js';
export { type StlOptions, stlDecomposition } from './stlDecomposition.js';
export {
  type ChowTest,
  type LargestChow,
  type ResidualCusumTest,
  chowTest,
  largestChow,
  residualCusumTest,
} from './structuralChange.js';
export {
  type SubgroupChartOptions,
  type SubgroupChart,
  subgroupMeanChart,
  rangeChart,
  standardDeviationChart,
} from './subgroupCharts.js';
export { type LonelyStratum, type SurveyDesign } from './surveyDesign.js';
export { type TheilSenOptions, type TheilSenSlope, theilSenSlope } from './theilSenSlope.js';
export { type TrimmingOptions, type TrimmedWeights, trimmedWeights } from './trimmedWeights.js';
export {
  type WeightingMargin,
  type EmptyClass,
  type WeightingOutcome,
  type WeightingResult,
} from './weightingMargin.js';
