import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { createRandom } from '../../src/core/random.js';
import { rateChart, proportionChart } from '../../src/statistics/attributeCharts.js';
import {
  bootstrapPercentileInterval,
  bootstrapBcaInterval,
  bootstrapStandardError,
} from '../../src/statistics/bootstrapInterval.js';
import { bootstrapReplicates } from '../../src/statistics/bootstrapReplicates.js';
import { jackknifeAcceleration } from '../../src/statistics/bcaAdjustment.js';
import { calibrationWeights } from '../../src/statistics/calibrationWeights.js';
import type { CalibrationOptions } from '../../src/statistics/calibrationWeights.js';
import { clusterRobustMean } from '../../src/statistics/clusterRobustMean.js';
import { clusterSums } from '../../src/statistics/clusterSums.js';
import { cusumChart } from '../../src/statistics/cusumChart.js';
import {
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
  totalVariation,
} from '../../src/statistics/distributionDistance.js';
import { ewmaChart } from '../../src/statistics/ewmaChart.js';
import { individualsChart } from '../../src/statistics/individualsChart.js';
import { clusterJackknife, jackknifeReplicates } from '../../src/statistics/jackknife.js';
import { laneyPChart } from '../../src/statistics/laneyPChart.js';
import { linearizedMean, linearizedTotal } from '../../src/statistics/linearizedEstimate.js';
import { mannKendallTest } from '../../src/statistics/mannKendallTest.js';
import { rakingWeights } from '../../src/statistics/rakingWeights.js';
import { raoScottTest } from '../../src/statistics/raoScottTest.js';
import { classicalDecomposition } from '../../src/statistics/seasonalDecomposition.js';
import { standardizedMixBalance, standardizedShareBalance } from '../../src/statistics/standardizedDifference.js';
import { stlDecomposition } from '../../src/statistics/stlDecomposition.js';
import type { StlOptions } from '../../src/statistics/stlDecomposition.js';
import type { LonelyStratum } from '../../src/statistics/surveyDesign.js';
import { theilSenSlope } from '../../src/statistics/theilSenSlope.js';
import { oneSampleTTest, tInterval } from '../../src/statistics/tTest.js';
import { kishDesignEffect, kishEffectiveSize } from '../../src/statistics/weighted.js';

const TOPIC = 'designs_and_series';

describe('designs_and_series.json, made with R for what the shared fixtures leave out', () => {
  it('is covered in full', () => {
    const prefixes = ['cluster-robust', 'apiclus1', 'lonely', 'Rao-Scott', 'calibration', 'decompose', 'stl', 'Nile'];
    expect(prefixes.map((prefix) => goldenCases(TOPIC, prefix).length)).toEqual([2, 1, 3, 3, 3, 2, 7, 1]);
    expect(goldenCases(TOPIC, '')).toHaveLength(22);
  });

  it.each(goldenCases<{ values: number[]; weights: number[]; clusters: number[] }, object>(TOPIC, 'cluster-robust'))(
    '$name',
    ({ input: { values, weights, clusters }, expected, tolerance }) => {
      const sums = clusterSums(values, clusters, weights);
      const got = {
        cr0: clusterRobustMean(sums, 'cr0'),
        cr1: clusterRobustMean(sums, 'cr1'),
        cr2: clusterRobustMean(sums, 'cr2'),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );

  interface Districts {
    count: number[];
    total: number[];
    weight: number;
    population: number;
  }
  it.each(goldenCases<Districts, object>(TOPIC, 'apiclus1'))('$name', ({ input, expected, tolerance }) => {
    const { count, total, weight, population } = input;
    // Only the cluster totals matter: each row gets the mean of its district.
    const clusters = count.flatMap((size, place) => Array.from({ length: size }, () => place));
    const values = clusters.map((place) => (total[place] ?? NaN) / (count[place] ?? NaN));
    const weights = clusters.map(() => weight);
    const mean = linearizedMean(values, { weights, clusters, population });
    const got = { mean: mean.estimate, se: mean.standardError, df: mean.degreesOfFreedom };
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ values: number[]; weights: number[]; strata: string[] }, object>(TOPIC, 'lonely'))(
    '$name',
    ({ name, input: { values, weights, strata }, expected, tolerance }) => {
      const lonelyStratum = name.split(', ')[1] as LonelyStratum;
      const mean = linearizedMean(values, { weights, strata, lonelyStratum });
      const total = linearizedTotal(values, { weights, strata, lonelyStratum });
      const got = {
        mean: mean.estimate,
        seMean: mean.standardError,
        total: total.estimate,
        seTotal: total.standardError,
        df: mean.degreesOfFreedom,
      };
      expectGolden(got, expected, tolerance);
      expect(linearizedMean(values, { weights, strata }).standardError).toBeNaN();
    },
  );

  interface TwoWay {
    rows: number[];
    columns: number[];
    weights: number[];
    clusters?: number[];
  }
  it.each(goldenCases<TwoWay, object>(TOPIC, 'Rao-Scott'))('$name', ({ input, expected, tolerance }) => {
    const { rows, columns, ...design } = input;
    expectGolden(raoScottTest(rows, columns, design), expected, tolerance);
  });

  it.each(goldenCases<{ a: number[]; x: number[]; weights: number[]; totals: number[] }, object>(TOPIC, 'calibration'))(
    '$name',
    ({ name, input: { a, x, weights, totals }, expected, tolerance }) => {
      const distance = name.split(', ')[1] as Exclude<CalibrationOptions['distance'], undefined>;
      const bounds = { lower: 0.3, upper: 3 };
      const auxiliaries = [a.map(() => 1), a, x];
      const got = calibrationWeights(auxiliaries, totals, { weights, distance, bounds, tolerance: 1e-13 });
      expect(got.outcome).toBe('converged');
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ y: number[]; period: number }, object>(TOPIC, 'decompose'))(
    '$name',
    ({ name, input: { y, period }, expected, tolerance }) => {
      const kind = name.includes('multiplicative') ? 'multiplicative' : 'additive';
      expectGolden(classicalDecomposition(y, period, kind), expected, tolerance);
    },
  );

  it.each(goldenCases<{ y: number[]; period: number } & StlOptions, object>(TOPIC, 'stl'))(
    '$name',
    ({ input: { y, period, ...options }, expected, tolerance }) => {
      const got = stlDecomposition(y, period, options);
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<{ y: number[] }, object>(TOPIC, 'Nile'))('$name', ({ input: { y }, expected, tolerance }) => {
    const { score, variance, statistic, pValue } = mannKendallTest(y);
    expectGolden({ z: statistic, p: pValue }, expected, tolerance);
    expect(score).toBe(-1387);
    expect(variance).toBeCloseTo(112728.333333, 6);
    expect(theilSenSlope(y).slope).toBeCloseTo(-2.6, 12);
  });
});

describe('published.json', () => {
  const prefix = 'Montgomery, Introduction to SQC';
  it('has one such case', () => {
    expect(goldenCases('published', prefix)).toHaveLength(1);
  });

  it.each(goldenCases<{ x: number[] }, Record<string, number>>('published', prefix))(
    '$name',
    ({ input: { x }, expected, tolerance }) => {
      const { upper } = cusumChart(x, 10, 1);
      const { averages } = ewmaChart(x, 10, 1, { share: 0.1 });
      const got = { cusum29: upper[28], cusum30: upper[29], ewma1: averages[0], ewma2: averages[1] };
      expect(Object.keys(got)).toEqual(Object.keys(expected));
      expectGolden(got, expected, tolerance);
    },
  );
});

describe('the Monte Carlo reference of bootstrap_power.json', () => {
  interface Reference {
    se: number;
    percentile: unknown;
  }
  const cases = goldenCases<{ x: number[]; confidence: number }, Reference>('bootstrap_power', 'monte carlo');
  it('has one case', () => {
    expect(cases).toHaveLength(1);
  });

  it.each(cases)('$name, by resampling rows', ({ input: { x, confidence }, expected, tolerance }) => {
    const nps = (scores: readonly number[]): number => {
      let net = 0;
      for (const score of scores) net += score >= 9 ? 1 : score <= 6 ? -1 : 0;
      return net / scores.length;
    };
    const replicates = bootstrapReplicates(x, nps, { random: createRandom(42), resamples: 40_000 });
    const acceleration = jackknifeAcceleration(jackknifeReplicates(x, nps));
    const got = {
      estimate: nps(x),
      se: bootstrapStandardError(replicates),
      acceleration,
      percentile: bootstrapPercentileInterval(replicates, confidence),
      bca: bootstrapBcaInterval(replicates, nps(x), acceleration, confidence, 'strict'),
      bcaMidRankZ0: bootstrapBcaInterval(replicates, nps(x), acceleration, confidence),
    };
    expect(Object.keys(expected).sort()).toEqual(Object.keys(got).sort());
    expectGolden(got, expected, tolerance);
  });
});

/** Ten accounts with 28 answers: the worked example of the reference. */
const ACCOUNTS: Record<string, number[]> = {
  A: [9, 10, 9, 8, 7],
  B: [6, 7, 5],
  C: [10],
  D: [9, 8],
  E: [10, 9, 9, 10],
  F: [3],
  G: [7, 8, 8],
  H: [9, 6],
  I: [8],
  J: [4, 5, 6, 7, 8, 6],
};
const REVENUE = [500, 120, 30, 80, 900, 15, 60, 40, 10, 300];
const net = (score: number): number => (score >= 9 ? 1 : score <= 6 ? -1 : 0);

describe('worked examples of the statistical reference', () => {
  const close = (got: number, expected: number): void => {
    expect(Math.abs(got - expected), `${got} is ${expected}`).toBeLessThan(1e-6);
  };
  const answers = Object.entries(ACCOUNTS).flatMap(([account, scores]) =>
    scores.map((score) => ({ account, value: net(score) })),
  );
  const values = answers.map(({ value }) => value);
  const clusters = answers.map(({ account }) => account);

  it('25: Kish', () => {
    close(kishEffectiveSize([1, 1, 1, 1, 2, 2, 3, 5]), 5.5652173913);
    close(kishDesignEffect([1, 1, 1, 1, 2, 2, 3, 5]), 1.4375);
  });

  it('26: raking of two by two', () => {
    const counts = [40, 20, 10, 30];
    const cells = counts.flatMap((count, cell) => Array.from({ length: count }, () => cell));
    const { weights } = rakingWeights([
      { codes: cells.map((cell) => Math.floor(cell / 2)), targets: [70, 30] },
      { codes: cells.map((cell) => cell % 2), targets: [45, 55] },
    ]);
    const expected = [0.9909684142, 1.5180631716, 0.5361263432, 0.821291219];
    expected.forEach((weight, cell) => close(weights[cells.indexOf(cell)] ?? NaN, weight));
    close(kishDesignEffect(weights), 1.084809);
    expect(kishEffectiveSize(weights)).toBeCloseTo(92.1821, 4);
  });

  it('27: weighted net score', () => {
    const scores = [10, 9, 8, 6, 10, 3, 7, 9].map(net);
    const { estimate, standardError } = linearizedMean(scores, { weights: [1, 1, 1, 1, 2, 2, 3, 5] });
    close(estimate, 0.375);
    close(standardError, 0.320217211);
  });

  it('28: answers clustered by account', () => {
    const simple = linearizedMean(values);
    const clustered = linearizedMean(values, { clusters });
    close(simple.estimate, 0.0714285714);
    close(simple.standardError, 0.153689815);
    close(clustered.standardError, 0.261125043);
    expect(clustered.degreesOfFreedom).toBe(9);
    close(clusterJackknife(clusterSums(values, clusters)).standardError, 0.283762);
  });

  it('29: CR2 with its degrees of freedom', () => {
    const { estimate, standardError, degreesOfFreedom } = clusterRobustMean(clusterSums(values, clusters));
    close(standardError, 0.272004496);
    close(degreesOfFreedom, 6.431728969);
    const { lower, upper } = tInterval(estimate, standardError, degreesOfFreedom);
    expect(lower).toBeCloseTo(-0.5835, 4);
    expect(upper).toBeCloseTo(0.7263, 4);
  });

  it('30: mean of account scores', () => {
    const means = clusterSums(values, clusters).map(({ count, total }) => total / count);
    const { mean, standardError, interval } = oneSampleTTest(means);
    close(mean, 0.0766666667);
    close(standardError, 0.222113862);
    close(interval.lower, -0.425789798);
    close(interval.upper, 0.579123131);
  });

  it('31: mean of account scores weighted by revenue', () => {
    const means = clusterSums(values, clusters).map(({ count, total }) => total / count);
    const { estimate, standardError } = linearizedMean(means, { weights: REVENUE });
    close(estimate, 0.4744525547);
    expect(standardError).toBeCloseTo(0.31, 3);
    expect(kishEffectiveSize(REVENUE)).toBeCloseTo(3.59, 2);
  });

  it('39: distances of two mixes', () => {
    const mix = [0.5, 0.3, 0.2];
    const other = [0.4, 0.25, 0.35];
    close(totalVariation(mix, other), 0.15);
    close(standardizedMixBalance(mix, other), 0.3412097836);
    close(standardizedShareBalance(0.5, 0.4), 0.2020305089);
    close(hellingerDistance(mix, other), 0.119791);
    close(populationStabilityIndex(mix, other), 0.115373);
    // scipy.spatial.distance.jensenshannon(mix, other, 2).
    expect(jensenShannonDistance(mix, other)).toBeCloseTo(0.14353007054781547, 12);
  });

  it('42: four values can show no trend', () => {
    const { pValue, smallestPValue } = mannKendallTest([31, 34, 36, 40]);
    close(smallestPValue, 1 / 12);
    expect(pValue).toBe(smallestPValue);
    close(mannKendallTest([31, 34, 30, 36, 38, 37, 41, 40, 44, 43]).pValue, 0.000946);
  });

  it('43: XmR with mean and median moving range', () => {
    const series = [32, 35, 30, 38, 33, 36, 31, 34, 52, 35];
    const byMean = individualsChart(series, { constants: 'tables' });
    const byMedian = individualsChart(series, { constants: 'tables', movingRange: 'median' });
    close(byMean.lower[0] ?? NaN, 15.7977777778);
    close(byMean.upper[0] ?? NaN, 55.4022222222);
    expect(byMean.outside).toEqual([]);
    close(byMedian.upper[0] ?? NaN, 51.325);
    expect(byMedian.outside).toEqual([8]);
  });

  it('44: p, u and p′ charts', () => {
    const { lower, upper } = proportionChart([10], [50], { center: 0.2313 });
    close(lower[0] ?? NaN, 0.0524032259);
    close(upper[0] ?? NaN, 0.4101967741);
    const rates = rateChart([3, 5, 2, 8, 4], [120, 150, 100, 140, 130]);
    close(rates.center, 0.034375);
    close(rates.upper[3] ?? NaN, 0.081384);
    const counts = [12, 15, 9, 20, 14, 8, 25, 11];
    const sizes = [100, 120, 90, 110, 105, 80, 115, 95];
    close(proportionChart(counts, sizes).center, 0.139877);
    close(proportionChart(counts, sizes).upper[6] ?? NaN, 0.236912);
    // The reference rounds d2 to 1.128.
    close((laneyPChart(counts, sizes).variationRatio * 2) / Math.sqrt(Math.PI) / 1.128, 1.504241);
    close(laneyPChart(counts, sizes).upper[6] ?? NaN, 0.285791533765);
  });

  it('45: EWMA of the NIST example', () => {
    const x = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]; // prettier-ignore
    const chart = ewmaChart(x, 50, 2.0539, { share: 0.3, sigmas: 3, limits: 'asymptotic' });
    [50.6, 49.52, 50.564, 50.1848, 50.15936].forEach((average, i) => close(chart.averages[i] ?? NaN, average));
    expect(chart.averages.at(-1)).toBeCloseTo(51.9882, 4);
    close(chart.lower[0] ?? NaN, 47.4115682619);
    close(chart.upper[19] ?? NaN, 52.5884317381);
  });

  it('46: CUSUM of the Montgomery example', () => {
    const { input } = goldenCases<{ x: number[] }, object>('spc', 'cusum')[0] ?? { input: { x: [] } };
    const { upper, signals } = cusumChart(input.x, 10, 1);
    expect(signals[0]).toBe(28);
    close(upper[28] ?? NaN, 5.28);
  });
});
