import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import type { Bounds } from '../../src/core/interval.js';
import {
  bcaBiasCorrection,
  bcaProbabilities,
  jackknifeAcceleration,
  scoreAcceleration,
} from '../../src/statistics/bcaAdjustment.js';
import {
  bootstrapBasicInterval,
  bootstrapBcaInterval,
  bootstrapBias,
  bootstrapNormalInterval,
  bootstrapPercentileInterval,
  bootstrapStandardError,
} from '../../src/statistics/bootstrapInterval.js';
import {
  distributionMean,
  distributionQuantile,
  distributionStandardDeviation,
  type CountDistribution,
} from '../../src/statistics/countDistribution.js';
import { differenceSampleSize, detectableDifference } from '../../src/statistics/detectableDifference.js';
import { exactBcaInterval, exactPercentileInterval } from '../../src/statistics/exactBootstrapInterval.js';
import { medianBootstrapDistribution } from '../../src/statistics/medianBootstrap.js';
import { netBootstrapDistribution } from '../../src/statistics/netBootstrap.js';
import { netVariance, type NetCounts } from '../../src/statistics/netInterval.js';
import { arcsinePower, twoProportionPower, twoProportionSampleSize } from '../../src/statistics/power.js';
import {
  finitePopulationSampleSize,
  netSampleSize,
  proportionSampleSize,
  type SampleSize,
} from '../../src/statistics/sampleSize.js';
import { scoreBootstrapDistribution } from '../../src/statistics/scoreBootstrap.js';
import { mean } from '../../src/statistics/sum.js';
import { tTestPower, tTestSampleSize } from '../../src/statistics/tTestPower.js';
import { standardDeviation } from '../../src/statistics/variance.js';

const netCounts = (scores: readonly number[]): NetCounts => ({
  negative: scores.filter((score) => score <= 6).length,
  neutral: scores.filter((score) => score === 7 || score === 8).length,
  positive: scores.filter((score) => score >= 9).length,
});
const nps = (scores: readonly number[]): number => {
  const { negative, positive } = netCounts(scores);
  return (positive - negative) / scores.length;
};
const countsFrom0 = (scores: readonly number[]): number[] => {
  const counts = new Array<number>(Math.max(...scores) + 1).fill(0);
  for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
};
const STATISTICS: Record<string, (values: readonly number[]) => number> = { mean, nps, sd: standardDeviation };
const sizes = ({ continuous, required }: SampleSize): object => ({ nContinuous: continuous, n: required });

describe('bootstrap_power.json', () => {
  it('is covered in full', () => {
    const prefixes = [
      'given resamples',
      'exact bootstrap',
      'monte carlo',
      'sample size',
      'two-proportion',
      'two-sample t',
    ];
    const selected = prefixes.map((prefix) => goldenCases('bootstrap_power', prefix).length);
    expect(selected).toEqual([3, 3, 1, 6, 3, 2]);
    expect(goldenCases('bootstrap_power', '')).toHaveLength(18);
  });

  interface Resamples {
    x: number[];
    statistic: string;
    confidence: number;
    indices1Based: number[][];
  }
  it.each(goldenCases<Resamples, object>('bootstrap_power', 'given resamples'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { x, confidence } = input;
      const statistic = STATISTICS[input.statistic] ?? nps;
      const estimate = statistic(x);
      const t = input.indices1Based.map((indices) => statistic(indices.map((index) => x[index - 1] ?? NaN)));
      const jackknife = x.map((_, left) => statistic(x.filter((_value, index) => index !== left)));
      const acceleration = jackknifeAcceleration(jackknife);
      const z0 = bcaBiasCorrection(t.filter((value) => value < estimate).length / t.length, 0, 'strict');
      const adjusted = bcaProbabilities(z0, acceleration, confidence);
      const got = {
        estimate,
        bias: bootstrapBias(t, estimate),
        se: bootstrapStandardError(t),
        z0,
        acceleration,
        jackknife,
        percentile: bootstrapPercentileInterval(t, confidence),
        basic: bootstrapBasicInterval(t, estimate, confidence),
        normalBiasCorrected: bootstrapNormalInterval(t, estimate, confidence),
        bca: {
          ...bootstrapBcaInterval(t, estimate, acceleration, confidence, 'strict'),
          adjustedAlpha: [adjusted.lower, adjusted.upper],
        },
        percentileType7: bootstrapPercentileInterval(t, confidence, 'type-7'),
      };
      expect(Object.keys(got).sort()).toEqual(Object.keys(expected).sort());
      expectGolden(got, expected, tolerance);
    },
  );

  interface Exact {
    x: number[];
    statistic: 'mean' | 'median' | 'nps';
  }
  interface ExactExpected {
    resamples: number;
    quantilesInverseCdf: { p: number[]; value: number[] };
  }
  const exactDistribution: Record<Exact['statistic'], (x: readonly number[]) => CountDistribution> = {
    mean: (x) => scoreBootstrapDistribution(countsFrom0(x)),
    median: (x) => medianBootstrapDistribution(countsFrom0(x)),
    nps: (x) => netBootstrapDistribution(netCounts(x)),
  };
  it.each(goldenCases<Exact, ExactExpected>('bootstrap_power', 'exact bootstrap'))(
    '$name',
    ({ input: { x, statistic }, expected, tolerance }) => {
      const distribution = exactDistribution[statistic](x);
      const { p } = expected.quantilesInverseCdf;
      const got = {
        resamples: x.length ** x.length,
        mean: distributionMean(distribution),
        se: distributionStandardDeviation(distribution),
        quantilesInverseCdf: { p, value: p.map((share) => distributionQuantile(distribution, share)) },
      };
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ x: number[]; confidence: number }, object>('bootstrap_power', 'monte carlo'))(
    '$name',
    ({ input: { x, confidence }, expected, tolerance }) => {
      const counts = netCounts(x);
      const distribution = netBootstrapDistribution(counts);
      const acceleration = scoreAcceleration([counts.negative, counts.neutral, counts.positive]);
      const got = {
        estimate: nps(x),
        se: distributionStandardDeviation(distribution),
        acceleration,
        percentile: exactPercentileInterval(distribution, confidence),
        bca: exactBcaInterval(distribution, nps(x), acceleration, confidence, 'strict'),
        bcaMidRankZ0: exactBcaInterval(distribution, nps(x), acceleration, confidence),
      };
      expectGolden(got, expected, tolerance);
    },
  );

  interface Share {
    p: number;
    margin: number;
    confidence: number;
    populationSize: number | null;
  }
  it.each(goldenCases<Share, object>('bootstrap_power', 'sample size for a prop'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { p, margin, confidence, populationSize } = input;
      expectGolden(sizes(proportionSampleSize(p, margin, confidence, populationSize ?? Infinity)), expected, tolerance);
    },
  );

  interface Net {
    detractors: number;
    passives: number;
    promoters: number;
    margin: number;
    confidence: number;
  }
  it.each(goldenCases<Net, object>('bootstrap_power', 'sample size for an NPS'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { detractors, passives, promoters, margin, confidence } = input;
      const variance = netVariance({ negative: detractors, neutral: passives, positive: promoters });
      expectGolden(sizes(netSampleSize(variance, margin, confidence)), expected, tolerance);
    },
  );

  interface Shares {
    p1: number;
    p2: number;
    nPerGroup: number;
    alpha: number;
  }
  it.each(goldenCases<Shares, object>('bootstrap_power', 'two-proportion'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { p1, p2, nPerGroup, alpha } = input;
      const got = {
        power: twoProportionPower(p1, p2, nPerGroup, alpha),
        nFor80: twoProportionSampleSize(p1, p2, 0.8, alpha).continuous,
        powerArcsine: arcsinePower(p1, p2, nPerGroup, alpha),
      };
      expectGolden(got, expected, tolerance);
    },
  );

  interface Means {
    d: number;
    nPerGroup: number;
    alpha: number;
  }
  it.each(goldenCases<Means, object>('bootstrap_power', 'two-sample t'))('$name', ({ input, expected, tolerance }) => {
    const { d, nPerGroup, alpha } = input;
    // The reference counts both sides for the power, but left R's default, one side, for the size.
    const got = {
      power: tTestPower(d, nPerGroup, alpha),
      nFor80: tTestSampleSize(d, 0.8, alpha, 'expected-side').continuous,
    };
    expectGolden(got, expected, tolerance);
  });
});

describe('planning, from the literature', () => {
  it('takes 1,067.07 answers for 6 points at the worst variance, 1,065 with the pseudo-observations', () => {
    expect(netSampleSize(1, 0.06, 0.95).continuous).toBeCloseTo(1067.0719, 4);
    expect(netSampleSize(1, 0.06, 0.95, Infinity, 'adjusted-wald').required).toBe(1065);
    expect(netSampleSize(0.67, 0.05, 0.95, Infinity, 'adjusted-wald').required).toBe(1027);
  });

  it('takes 155 of 180 customers in their place', () => {
    expect(finitePopulationSampleSize(1067.0719, 180)).toBeCloseTo(154.1427, 4);
    expect(netSampleSize(1, 0.06, 0.95, 180).required).toBe(155);
    expect(netSampleSize(1, 0.06, 0.95, 500).required).toBe(341);
    expect(netSampleSize(1, 0.06, 0.95, 5000).required).toBe(880);
  });

  it('sees 56 points between 30 and 30 answers, and 31 between 95 and 97', () => {
    expect(detectableDifference(0.6, 30, 0.6, 30, 0.8, 0.05)).toBeCloseTo(0.5603170436, 10);
    expect(detectableDifference(0.6, 95, 0.6, 97)).toBeCloseTo(0.313, 3);
  });

  it('takes 1,098.8 answers per wave to see ten points', () => {
    expect(differenceSampleSize(0.7, 0.7, 0.1).continuous).toBeCloseTo(1098.8, 1);
  });
});

describe('the exhaustive bootstrap of 7, 6, 4, 2, 7', () => {
  const answers = [7, 6, 4, 2, 7];
  const estimate = 5.2;
  const percentile: Bounds = { lower: 3.4, upper: 6.8 };
  const bca: Bounds = { lower: 2.8, upper: 6.4 };
  const draw = (depth: number): number[] =>
    depth === 0 ? [0] : draw(depth - 1).flatMap((sum) => answers.map((answer) => sum + answer));
  const replicates = draw(5).map((sum) => sum / 5);
  const counts = countsFrom0(answers);
  const distributionOf = (): CountDistribution => scoreBootstrapDistribution(counts);
  const accelerationOf = (): number => scoreAcceleration(counts);

  it('has an acceleration of -0.0456358523 and, ties left out, a bias correction of -0.1615249019', () => {
    expect(accelerationOf()).toBeCloseTo(-0.0456358523, 10);
    const below = replicates.filter((value) => value < estimate).length / 3125;
    expect(below).toBe(0.43584);
    expect(bcaBiasCorrection(below, 0, 'strict')).toBeCloseTo(-0.1615249019, 10);
  });

  it('has a standard deviation of .867179', () => {
    expect(distributionStandardDeviation(distributionOf())).toBeCloseTo(0.867179, 6);
  });

  it('gives the published intervals from all 3,125 resamples', () => {
    expect(bootstrapPercentileInterval(replicates, 0.95)).toEqual(percentile);
    expect(bootstrapBcaInterval(replicates, estimate, accelerationOf(), 0.95, 'strict')).toEqual(bca);
  });

  it('gives the same intervals from the exact distribution', () => {
    expect(exactPercentileInterval(distributionOf(), 0.95)).toEqual(percentile);
    expect(exactBcaInterval(distributionOf(), estimate, accelerationOf(), 0.95, 'strict')).toEqual(bca);
  });
});
