/**
 * The statistics kernel: numbers in, numbers out, NaN outside the domain, and no word of customers.
 *
 * Distributions with both tails, intervals, tests, quantiles, exact bootstrap distributions, sample size and power, without a dependency.
 * @module cx-scoring/statistics
 * @category Statistics
 */
export { normalPValue, type Alternative } from './alternative.js';
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
export {
  chiSquaredDensity,
  chiSquaredLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from './chiSquared.js';
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
export { normalCriticalValue } from './criticalValue.js';
export { detectableDifference, differenceSampleSize } from './detectableDifference.js';
export { erf, erfc } from './erf.js';
export { exactBcaInterval, exactPercentileInterval } from './exactBootstrapInterval.js';
export {
  clopperPearsonInterval,
  jeffreysInterval,
  midPInterval,
  type JeffreysVariant,
} from './exactProportionInterval.js';
export { fDensity, fLowerTail, fQuantile, fUpperQuantile, fUpperTail } from './fDistribution.js';
export { finitePopulationFactor } from './finitePopulation.js';
export {
  fisherExactTest,
  type FisherExactTest,
  type FisherExactTestOptions,
  type TwoByTwoTable,
} from './fisherExact.js';
export { gammaDensity, gammaLowerTail, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from './gamma.js';
export { regularizedBeta, upperRegularizedBeta } from './incompleteBeta.js';
export { lowerRegularizedGamma, upperRegularizedGamma } from './incompleteGamma.js';
export { logBeta, logGamma } from './logGamma.js';
export { mcNemarExactTest, mcNemarTest, type McNemarTest } from './mcNemar.js';
export { geometricMean, harmonicMean, trimmedMean } from './means.js';
export { medianBootstrapDistribution } from './medianBootstrap.js';
export { addToMoments, createMoments, mergeMoments, type Moments } from './moments.js';
export {
  momentsEffectiveSize,
  momentsMean,
  momentsStandardError,
  momentsVariance,
  type WeightedVarianceKind,
} from './momentsSummary.js';
export { netBootstrapDistribution } from './netBootstrap.js';
export { adjustedWaldNetInterval, netVariance, waldNetInterval, type NetCounts } from './netInterval.js';
export { scoreNetInterval } from './netScoreInterval.js';
export { nonCentralTLowerTail, nonCentralTUpperTail } from './nonCentralT.js';
export { normalDensity, normalLowerTail, normalUpperQuantile, normalUpperTail } from './normal.js';
export { normalQuantile } from './normalQuantile.js';
export { generalizedEsd, modifiedZScores, type EsdStep, type GeneralizedEsd } from './outliers.js';
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
export {
  coefficientOfVariation,
  interquartileRange,
  medianAbsoluteDeviation,
  tukeyFences,
  tukeyHinges,
  type FiveNumbers,
} from './spread.js';
export {
  studentTDensity,
  studentTLowerTail,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from './studentT.js';
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
export {
  twoProportionTest,
  type TwoProportionMethod,
  type TwoProportionTest,
  type TwoProportionTestOptions,
} from './twoProportionTest.js';
export { standardDeviation, variance } from './variance.js';
export { varianceInterval } from './varianceInterval.js';
export { kishDesignEffect, kishEffectiveSize, weightedMean, weightedQuantile, weightedVariance } from './weighted.js';
