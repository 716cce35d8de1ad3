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
export { countChart, proportionChart, rateChart } from './attributeCharts.js';
export {
  autocorrelation,
  crossCorrelation,
  partialAutocorrelation,
  type LaggedCorrelation,
} from './autocorrelation.js';
export { bartlettTest } from './bartlettTest.js';
export {
  bcaBiasCorrection,
  bcaProbabilities,
  jackknifeAcceleration,
  scoreAcceleration,
  type BootstrapTies,
} from './bcaAdjustment.js';
export { bestPartitions, partitionByCriterion, type PartitionChoice } from './bestPartitions.js';
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
export { bootstrapReplicates, type BootstrapOptions } from './bootstrapReplicates.js';
export { breuschPaganTest, type BreuschPaganTest } from './breuschPagan.js';
export { brunnerMunzelTest, type BrunnerMunzelTest, type BrunnerMunzelTestOptions } from './brunnerMunzelTest.js';
export { calibrationError, calibrationLine, type CalibrationError, type CalibrationLine } from './calibration.js';
export { calibrationResiduals } from './calibrationResiduals.js';
export { calibrationWeights, type CalibrationOptions } from './calibrationWeights.js';
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
export { clusterCovariance, type ClusterCovariance, type ClusterKind } from './clusterCovariance.js';
export { clusterIntraclass, type ClusterIntraclass } from './clusterIntraclass.js';
export { type ClusterRobustMethod } from './clusterCorrection.js';
export { clusterRobustMean, type ClusterRobustMean } from './clusterRobustMean.js';
export { clusterDifference, clusterRobustDifference } from './clusterDifference.js';
export { clusterSums, type ClusterSums } from './clusterSums.js';
export { cochranArmitageTest, type CochranArmitageOptions, type CochranArmitageTest } from './cochranArmitageTest.js';
export { cohensKappa, type CohensKappa, type CohensKappaOptions } from './cohensKappa.js';
export { confusionMatrix, confusionMeasures, type ConfusionMatrix, type ConfusionMeasures } from './confusionMatrix.js';
export { type ControlChart, type ControlChartOptions } from './controlChart.js';
export { controlChartConstants, type ControlChartConstants } from './controlChartConstants.js';
export {
  correlationDifferenceTest,
  dependentCorrelationTest,
  type CorrelationDifferenceTest,
  type DependentCorrelationTest,
} from './correlationDifference.js';
export { correlationInterval, type CorrelationKind } from './correlationInterval.js';
export { correlationMatrix } from './correlationMatrix.js';
export { correlationPermutationTest } from './correlationPermutationTest.js';
export { correlationRegression, type CorrelationRegression } from './correlationRegression.js';
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
export { coxRegression, type CoxOptions, type CoxRegression } from './coxRegression.js';
export { contingencyCoefficient, cramersV, type CramersVOptions } from './cramersV.js';
export { normalCriticalValue } from './criticalValue.js';
export { cronbachAlpha, type CronbachAlpha } from './cronbachAlpha.js';
export { cusumChart, type CusumChart, type CusumChartOptions } from './cusumChart.js';
export { delongTest, type DelongTest } from './delongTest.js';
export { designEffect } from './designEffect.js';
export { designProportionInterval, type DesignProportionOptions } from './designProportionInterval.js';
export { detectableDifference, differenceSampleSize } from './detectableDifference.js';
export {
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
  totalVariation,
} from './distributionDistance.js';
export {
  bhattacharyyaCoefficient,
  chiSquareDistance,
  earthMoversDistance,
  kullbackLeiblerDivergence,
} from './distributionDivergence.js';
export { dominanceAnalysis, type DominanceAnalysis } from './dominanceAnalysis.js';
export { dunnTest, type DunnComparison } from './dunnTest.js';
export { equivalenceTest, type EquivalenceTest, type EquivalenceTestOptions } from './equivalenceTest.js';
export { erf, erfc } from './erf.js';
export { ewmaChart, type EwmaChart, type EwmaChartOptions } from './ewmaChart.js';
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
export { hosmerLemeshowTest, type HosmerLemeshowTest } from './hosmerLemeshow.js';
export { hypergeometric2F1 } from './hypergeometric2F1.js';
export { regularizedBeta, upperRegularizedBeta } from './incompleteBeta.js';
export { lowerRegularizedGamma, upperRegularizedGamma } from './incompleteGamma.js';
export { individualsChart, type IndividualsChart, type IndividualsChartOptions } from './individualsChart.js';
export {
  intraclassCorrelation,
  type IntraclassCorrelation,
  type IntraclassKind,
  type IntraclassOptions,
} from './intraclassCorrelation.js';
export { clusterJackknife, jackknifeReplicates, jackknifeStandardError } from './jackknife.js';
export { kaplanMeier, survivalAt, survivalQuantile } from './kaplanMeier.js';
export { kendallTau, type KendallTau } from './kendallTau.js';
export { kolmogorovUpperTail } from './kolmogorovLaw.js';
export {
  kolmogorovSmirnovTest,
  twoSampleKolmogorovSmirnovTest,
  type KolmogorovSmirnovOptions,
  type KolmogorovSmirnovTest,
} from './kolmogorovSmirnovTest.js';
export { kruskalWallisTest, type KruskalWallisTest } from './kruskalWallisTest.js';
export { laneyPChart, type LaneyPChart } from './laneyPChart.js';
export { leastSquares, type LeastSquaresOptions } from './leastSquares.js';
export { type LeastSquaresFit } from './leastSquaresFit.js';
export { leveneTest, type LeveneTestOptions } from './leveneTest.js';
export { linearTrend, type LinearTrend, type LinearTrendOptions } from './linearTrend.js';
export { linearizedCovariance } from './linearizedCovariance.js';
export {
  linearizedMean,
  linearizedRatio,
  linearizedTotal,
  ratioInfluence,
  type DesignEstimate,
} from './linearizedEstimate.js';
export { lmgImportance } from './lmgImportance.js';
export { logBeta, logGamma } from './logGamma.js';
export { logRankTest, type LogRankTest } from './logRankTest.js';
export { averageMarginalEffects, logisticProbability } from './logisticEffects.js';
export { type LogisticFit } from './logisticFit.js';
export { logisticProfileIntervals, type LogisticProfileOptions } from './logisticProfileIntervals.js';
export { logisticRegression, type LogisticOptions } from './logisticRegression.js';
export { logisticRobustCovariance } from './logisticRobustCovariance.js';
export { mannKendallTest, type MannKendallOptions, type MannKendallTest } from './mannKendallTest.js';
export { mannWhitneyTest, type MannWhitneyTest } from './mannWhitneyTest.js';
export { mcNemarExactTest, mcNemarTest, type McNemarTest } from './mcNemar.js';
export { meanChart } from './meanChart.js';
export { cohenD, glassDelta, hedgesG, type HedgesGOptions } from './meanEffectSize.js';
export { geometricMean, harmonicMean, trimmedMean } from './means.js';
export { medianBootstrapDistribution } from './medianBootstrap.js';
export { midRanks } from './midRanks.js';
export { addToMoments, createMoments, mergeMoments, type Moments } from './moments.js';
export {
  momentsEffectiveSize,
  momentsMean,
  momentsStandardError,
  momentsSquares,
  momentsSums,
  momentsVariance,
  type WeightedVarianceKind,
} from './momentsSummary.js';
export { goodmanIntervals } from './multinomialInterval.js';
export { nelderMead, type Minimum, type NelderMeadOptions } from './nelderMead.js';
export { netBootstrapDistribution } from './netBootstrap.js';
export { adjustedWaldNetInterval, netVariance, waldNetInterval, type NetCounts } from './netInterval.js';
export { scoreNetInterval } from './netScoreInterval.js';
export { nonCentralTLowerTail, nonCentralTUpperTail } from './nonCentralT.js';
export { normalDensity, normalLowerTail, normalUpperQuantile, normalUpperTail } from './normal.js';
export { normalQuantile } from './normalQuantile.js';
export { optimalPartition, peltPartition, type Partition, type PartitionOptions } from './optimalPartition.js';
export { generalizedEsd, modifiedZScores, type EsdStep, type GeneralizedEsd } from './outliers.js';
export { partialCorrelation, type PartialCorrelation } from './partialCorrelation.js';
export { pearsonCorrelation, type Correlation, type CorrelationOptions } from './pearsonCorrelation.js';
export { type PermutationTest, type PermutationTestOptions } from './permutationTally.js';
export { clusteredPermutationTest, permutationTest } from './permutationTest.js';
export { pettittTest, type PettittTest } from './pettittTest.js';
export { poissonLowerTail, poissonMass, poissonQuantile, poissonUpperQuantile, poissonUpperTail } from './poisson.js';
export { poissonInterval } from './poissonInterval.js';
export { poissonRegression, type PoissonFit } from './poissonRegression.js';
export { durbinWatson, ljungBoxTest, type LjungBoxOptions, type LjungBoxTest } from './portmanteauTest.js';
export { postStratificationWeights } from './postStratificationWeights.js';
export { arcsinePower, arcsineSampleSize, twoProportionPower, twoProportionSampleSize } from './power.js';
export { brierScore, logLoss, type BrierScore } from './probabilityScores.js';
export { agrestiCaffoInterval, newcombeInterval, waldDifferenceInterval } from './proportionDifferenceInterval.js';
export { agrestiCoullInterval, waldInterval, wilsonContinuityInterval, wilsonInterval } from './proportionInterval.js';
export {
  exactBinomialTest,
  proportionScoreTest,
  type ProportionScoreTest,
  type ProportionScoreTestOptions,
} from './proportionTest.js';
export { median, nearestRank, quantile, quantileSorted, quantiles, type QuantileType } from './quantile.js';
export { quantileInterval, type QuantileInterval } from './quantileInterval.js';
export {
  addToQuantileSketch,
  createQuantileSketch,
  mergeQuantileSketches,
  quantileSketch,
  type QuantileSketch,
} from './quantileSketch.js';
export { rakingWeights, type RakingOptions } from './rakingWeights.js';
export { randomBinomial } from './randomBinomial.js';
export { type RankTestOptions } from './rankTest.js';
export { averagePrecision, youdenIndex } from './rankingQuality.js';
export { raoScottTest, type RaoScottTest } from './raoScottTest.js';
export { cohenH, oddsRatio, riskRatio, type RatioEstimate } from './ratioInterval.js';
export { regressionInfluence, type RegressionInfluence } from './regressionInfluence.js';
export {
  leastSquaresPrediction,
  type LeastSquaresPrediction,
  type LeastSquaresPredictionOptions,
} from './regressionPrediction.js';
export { relativeWeights, type RelativeWeights } from './relativeWeights.js';
export { ridgeRegression, type RidgeOptions, type RidgeRegression } from './ridgeRegression.js';
export { robustCovariance, type HeteroscedasticityKind, type RobustCovariance } from './robustCovariance.js';
export { hanleyMcNeilError, rocAuc, type RocAuc } from './rocAuc.js';
export { NELSON_RULES, WESTERN_ELECTRIC_RULES, runRules, type RunRule, type RunRuleMatch } from './runRules.js';
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
export { classicalDecomposition, type ClassicalDecomposition, type Decomposition } from './seasonalDecomposition.js';
export { seasonalMannKendallTest, type SeasonalMannKendallTest } from './seasonalMannKendallTest.js';
export { seededCountBootstrap, seededNetBootstrap, seededScoreBootstrap } from './seededBootstrap.js';
export { meanCost, meanVarianceCost, poissonCost, type SegmentCost } from './segmentCost.js';
export { excessKurtosis, skewness, type ShapeType } from './shape.js';
export { signFlipTest } from './signFlipTest.js';
export { singleChangeTest, type SingleChangeOptions, type SingleChangeTest } from './singleChangeTest.js';
export { exponentialSmoothing, trailingMean } from './smoothing.js';
export { type SketchOctave } from './sketchOctaves.js';
export { sketchQuantile } from './sketchQuantile.js';
export { spearmanCorrelation, type RankCorrelation, type RankCorrelationOptions } from './spearmanCorrelation.js';
export {
  coefficientOfVariation,
  interquartileRange,
  medianAbsoluteDeviation,
  tukeyFences,
  tukeyHinges,
  type FiveNumbers,
} from './spread.js';
export { standardizedCoefficients } from './standardizedCoefficients.js';
export {
  standardizedMeanBalance,
  standardizedMixBalance,
  standardizedShareBalance,
  type GroupSpread,
} from './standardizedDifference.js';
export { stlDecomposition, type StlOptions } from './stlDecomposition.js';
export {
  chowTest,
  largestChow,
  residualCusumTest,
  type ChowTest,
  type LargestChow,
  type ResidualCusumTest,
} from './structuralChange.js';
export { stuartMaxwellTest } from './stuartMaxwellTest.js';
export {
  studentTDensity,
  studentTLowerTail,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from './studentT.js';
export { studentizedRangeUpperQuantile, studentizedRangeUpperTail } from './studentizedRange.js';
export {
  rangeChart,
  standardDeviationChart,
  subgroupMeanChart,
  type SubgroupChart,
  type SubgroupChartOptions,
} from './subgroupCharts.js';
export { type DriverCorrelations } from './subsetRSquared.js';
export { mean, sum } from './sum.js';
export { type LonelyStratum, type SurveyDesign } from './surveyDesign.js';
export { type KaplanMeierOptions, type SurvivalStep } from './survivalCurve.js';
export { survivalQuantileInterval } from './survivalQuantileInterval.js';
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
export { theilSenSlope, type TheilSenOptions, type TheilSenSlope } from './theilSenSlope.js';
export { trimmedWeights, type TrimmedWeights, type TrimmingOptions } from './trimmedWeights.js';
export { tukeyHsd, type TukeyComparison } from './tukeyHsd.js';
export {
  twoProportionTest,
  type TwoProportionMethod,
  type TwoProportionTest,
  type TwoProportionTestOptions,
} from './twoProportionTest.js';
export { standardDeviation, variance } from './variance.js';
export { varianceInflation } from './varianceInflation.js';
export { varianceInterval } from './varianceInterval.js';
export { varianceRatioTest, type VarianceRatioTest, type VarianceRatioTestOptions } from './varianceRatioTest.js';
export { kishDesignEffect, kishEffectiveSize, weightedMean, weightedQuantile, weightedVariance } from './weighted.js';
export { weightedCorrelation, type WeightedCorrelation } from './weightedCorrelation.js';
export {
  type EmptyClass,
  type WeightingMargin,
  type WeightingOutcome,
  type WeightingResult,
} from './weightingMargin.js';
export { welchAnova } from './welchAnova.js';
export { wilcoxonSignedRankTest, type WilcoxonSignedRankTest } from './wilcoxonSignedRankTest.js';
export { randomEffectsMean, type BetweenVarianceMethod, type RandomEffectsMean } from './betweenVariance.js';
export {
  shrunkenMeans,
  type ShrinkageCorrection,
  type ShrinkageOptions,
  type ShrunkenMean,
  type ShrunkenMeans,
} from './shrunkenMeans.js';
export { naturalBreaks, type NaturalBreaks } from './naturalBreaks.js';
