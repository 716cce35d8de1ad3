import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { calibrationResiduals } from '../../src/statistics/calibrationResiduals.js';
import { calibrationWeights } from '../../src/statistics/calibrationWeights.js';
import { clusterIntraclass } from '../../src/statistics/clusterIntraclass.js';
import { clusterRobustMean } from '../../src/statistics/clusterRobustMean.js';
import { clusterSums } from '../../src/statistics/clusterSums.js';
import { designEffect } from '../../src/statistics/designEffect.js';
import { designProportionInterval } from '../../src/statistics/designProportionInterval.js';
import { clusterJackknife, jackknifeReplicates, jackknifeStandardError } from '../../src/statistics/jackknife.js';
import { linearizedCovariance } from '../../src/statistics/linearizedCovariance.js';
import {
  linearizedMean,
  linearizedRatio,
  linearizedTotal,
  ratioInfluence,
} from '../../src/statistics/linearizedEstimate.js';
import { postStratificationWeights } from '../../src/statistics/postStratificationWeights.js';
import { rakingWeights } from '../../src/statistics/rakingWeights.js';
import { raoScottTest } from '../../src/statistics/raoScottTest.js';
import { studentTUpperTail } from '../../src/statistics/studentT.js';
import type { SurveyDesign } from '../../src/statistics/surveyDesign.js';
import { trimmedWeights } from '../../src/statistics/trimmedWeights.js';
import { tInterval } from '../../src/statistics/tTest.js';
import { standardDeviation } from '../../src/statistics/variance.js';
import { kishDesignEffect, kishEffectiveSize, weightedMean } from '../../src/statistics/weighted.js';
import type { WeightingMargin } from '../../src/statistics/weightingMargin.js';

interface Data {
  nps: number[];
  score: number[];
  top: number[];
  w?: number[];
  account?: number[];
  region?: string[];
  size: string[];
}
interface Input {
  data: Data;
  /** Left out for the census. */
  populationSize?: number;
  populationByRegion: Record<string, number>;
  targets: Record<string, Record<string, number>>;
  confidence: number;
}
type Expected = Record<string, unknown>;

const TOPIC = 'survey_weighting';
const PREFIXES = {
  means: [
    'weighted NPS',
    'weighted mean score',
    'unweighted',
    'clustered by account',
    'stratified by',
    'stratified and',
  ],
  finite: ['finite population'],
  others: [
    'stratified with fpc',
    'domain means',
    'ratio of totals',
    'weighted proportion',
    'jackknife',
    'Rao-Scott',
    'post-stratified',
    'raked',
    'linear calibration',
    'weight trimming',
    'cluster-robust',
  ],
};

const designOf = ({ w, account, region }: Data): SurveyDesign => ({ weights: w, clusters: account, strata: region });
const ones = (rows: ArrayLike<unknown>): number[] => Array.from(rows, () => 1);
const labelsOf = (data: Data, attribute: string): string[] =>
  (data as unknown as Record<string, string[]>)[attribute] ?? [];

function marginOf(data: Data, attribute: string, targets: Record<string, number>): WeightingMargin {
  const classes = Object.keys(targets);
  return { codes: labelsOf(data, attribute).map((label) => classes.indexOf(label)), targets: Object.values(targets) };
}

function indicatorsOf({ data, targets }: Input): number[][] {
  return Object.entries(targets).flatMap(([attribute, classes]) =>
    Object.keys(classes).map((own) => labelsOf(data, attribute).map((label) => (label === own ? 1 : 0))),
  );
}

/** The standard error of a calibrated mean: from what the auxiliaries leave of the influences. */
function calibratedError(input: Input, weights: number[], fitted: number[] | undefined, design: SurveyDesign): number {
  const { nps } = input.data;
  const perWeight = ratioInfluence(nps, ones(nps), weights).map((value, i) => value / (weights[i] ?? NaN));
  const residuals = calibrationResiduals(perWeight, indicatorsOf(input), fitted);
  const influence = residuals.map((value, i) => value * (weights[i] ?? NaN));
  return Math.sqrt(linearizedCovariance([influence], design)[0]?.[0] ?? NaN);
}

describe('survey_weighting.json', () => {
  it('is covered in full', () => {
    const counts = (prefixes: string[]): number[] => prefixes.map((prefix) => goldenCases(TOPIC, prefix).length);
    expect(counts(PREFIXES.means)).toEqual([1, 1, 1, 2, 1, 1]);
    expect(counts(PREFIXES.finite)).toEqual([5]);
    expect(counts(PREFIXES.others)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]);
    expect(goldenCases(TOPIC, '')).toHaveLength(24);
  });

  it.each(PREFIXES.means.flatMap((prefix) => goldenCases<Input, Expected>(TOPIC, prefix)))(
    '$name',
    ({ input: { data }, expected, tolerance }) => {
      const values = 'nps' in data ? data.nps : (data as Data).score;
      const { estimate, standardError, degreesOfFreedom } = linearizedMean(values, designOf(data));
      const variance = standardError ** 2;
      const got = {
        mean: estimate,
        se: standardError,
        deff: designEffect(variance, values, data.w, 'without-replacement'),
        deffReplace: designEffect(variance, values, data.w),
        df: degreesOfFreedom,
      };
      expect(Object.keys(got)).toEqual(Object.keys(expected));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'finite population'))(
    '$name',
    ({ input: { data, populationSize }, expected, tolerance }) => {
      const population = populationSize ?? data.nps.length;
      const weights = ones(data.nps).map(() => population / data.nps.length);
      const design = { weights, population };
      const mean = linearizedMean(data.nps, design);
      const total = linearizedTotal(data.nps, design);
      const got = { mean: mean.estimate, se: mean.standardError, total: total.estimate, seTotal: total.standardError };
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'stratified with fpc'))(
    '$name',
    ({ input: { data, populationByRegion }, expected, tolerance }) => {
      const region = data.region ?? [];
      const { weights } = postStratificationWeights(marginOf(data, 'region', populationByRegion));
      const population = region.map((label) => populationByRegion[label] ?? NaN);
      const { estimate, standardError } = linearizedMean(data.nps, { weights, strata: region, population });
      expectGolden({ mean: estimate, se: standardError, weights }, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'domain means'))('$name', ({ input: { data }, expected, tolerance }) => {
    const groups = ['large', 'small'];
    const inside = groups.map((group) => data.size.map((label) => (label === group ? 1 : 0)));
    const within = inside.map((domain) => domain.map((isIn, i) => isIn * (data.nps[i] ?? NaN)));
    const estimates = inside.map((domain, k) => linearizedRatio(within[k] ?? [], domain, designOf(data)));
    const influences = inside.map((domain, k) => ratioInfluence(within[k] ?? [], domain, data.w));
    const covariance = linearizedCovariance(influences, designOf(data));
    const difference = influences[0]?.map((value, i) => value - (influences[1]?.[i] ?? NaN)) ?? [];
    const se = Math.sqrt(linearizedCovariance([difference], designOf(data))[0]?.[0] ?? NaN);
    const estimate = (estimates[0]?.estimate ?? NaN) - (estimates[1]?.estimate ?? NaN);
    const df = (estimates[0]?.degreesOfFreedom ?? NaN) - 1;
    expect(groups).toEqual(expected['groups']);
    const got = {
      mean: estimates.map((own) => own.estimate),
      se: estimates.map((own) => own.standardError),
      covariance,
      difference: { estimate, se },
      tTest: { estimate: -estimate, t: -estimate / se, df, p: 2 * studentTUpperTail(Math.abs(estimate / se), df) },
    };
    expectGolden({ ...got, groups: {} }, { ...expected, groups: {} }, tolerance);
  });

  it.each(goldenCases<Input, Expected>(TOPIC, 'ratio of totals'))(
    '$name',
    ({ input: { data }, expected, tolerance }) => {
      const { estimate, standardError } = linearizedRatio(data.nps, data.score, designOf(data));
      expectGolden({ ratio: estimate, se: standardError }, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'weighted proportion'))(
    '$name',
    ({ input: { data, confidence }, expected, tolerance }) => {
      const { estimate, standardError, degreesOfFreedom } = linearizedMean(data.top, designOf(data));
      const logit = designProportionInterval(estimate, standardError, degreesOfFreedom, { confidence });
      const beta = designProportionInterval(estimate, standardError, degreesOfFreedom, {
        confidence,
        method: 'korn-graubard',
        sampleSize: data.top.length,
      });
      const normal = tInterval(estimate, standardError, degreesOfFreedom, confidence);
      const got = { proportion: estimate, se: standardError, logit, beta, normal, xlogit: logit };
      expect(Object.keys(got)).toEqual(Object.keys(expected));
      expectGolden(got, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'jackknife'))('$name', ({ input: { data }, expected, tolerance }) => {
    const { estimate, standardError } = clusterJackknife(clusterSums(data.nps, data.account ?? [], data.w));
    expectGolden({ mean: estimate, se: standardError }, expected, tolerance);
    const rows = data.nps.map((value, i) => ({ value, weight: data.w?.[i] ?? NaN }));
    const meanOf = (rest: readonly { value: number; weight: number }[]): number =>
      weightedMean(rest.map(({ value }) => value), rest.map(({ weight }) => weight)); // prettier-ignore
    const replicates = jackknifeReplicates(rows, meanOf, data.account);
    expectGolden({ mean: meanOf(rows), se: jackknifeStandardError(replicates) }, expected, tolerance);
  });

  it.each(goldenCases<Input, Expected>(TOPIC, 'Rao-Scott'))('$name', ({ input: { data }, expected, tolerance }) => {
    const test = raoScottTest(data.top, data.size, designOf(data));
    const got = {
      F: test.statistic,
      ndf: test.numeratorDegreesOfFreedom,
      ddf: test.denominatorDegreesOfFreedom,
      p: test.pValue,
    };
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Input, Expected>(TOPIC, 'post-stratified'))('$name', ({ input, expected, tolerance }) => {
    const { data, targets } = input;
    const { outcome, weights } = postStratificationWeights(marginOf(data, 'size', targets['size'] ?? {}), data.w);
    expect(outcome).toBe('converged');
    const got = {
      weights,
      mean: weightedMean(data.nps, weights),
      se: calibratedError(input, weights, data.w, {}),
      kishEffectiveN: kishEffectiveSize(weights),
    };
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Input, Expected>(TOPIC, 'raked'))('$name', ({ input, expected, tolerance }) => {
    const { data, targets } = input;
    const margins = Object.entries(targets).map(([attribute, classes]) => marginOf(data, attribute, classes));
    const { outcome, weights } = rakingWeights(margins, { weights: data.w });
    expect(outcome).toBe('converged');
    const got = {
      weights,
      mean: weightedMean(data.nps, weights),
      se: calibratedError(input, weights, undefined, {}),
      seClustered: calibratedError(input, weights, undefined, { clusters: data.account }),
      kishEffectiveN: kishEffectiveSize(weights),
      kishDeff: kishDesignEffect(weights),
    };
    expect(Object.keys(got)).toEqual(Object.keys(expected));
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<Input, Expected>(TOPIC, 'linear calibration'))('$name', ({ input, expected, tolerance }) => {
    const { data, targets } = input;
    const totals = Object.values(targets).flatMap((classes) => Object.values(classes));
    const { outcome, weights } = calibrationWeights(indicatorsOf(input), totals, { weights: data.w });
    expect(outcome).toBe('converged');
    const got = { weights, mean: weightedMean(data.nps, weights), se: calibratedError(input, weights, data.w, {}) };
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ w: number[]; lower: number; upper: number }, Expected>(TOPIC, 'weight trimming'))(
    '$name',
    ({ input: { w, lower, upper }, expected, tolerance }) => {
      const strict = trimmedWeights(w, { lower, upper }).weights;
      const onePass = trimmedWeights(w, { lower, upper, rounds: 'once' }).weights;
      const total = strict.reduce((sum, weight) => sum + weight, 0);
      expectGolden({ onePass, strict, total }, expected, tolerance);
    },
  );

  it.each(goldenCases<Input, Expected>(TOPIC, 'cluster-robust'))(
    '$name',
    ({ input: { data }, expected, tolerance }) => {
      const account = data.account ?? [];
      const sums = clusterSums(data.nps, account);
      const { correlation, effectiveClusterSize, designEffect: effect } = clusterIntraclass(data.nps, account);
      const got = {
        mean: clusterRobustMean(sums).estimate,
        naiveSe: standardDeviation(data.nps) / Math.sqrt(data.nps.length),
        CR0: clusterRobustMean(sums, 'cr0').standardError,
        CR1: clusterRobustMean(sums, 'cr1').standardError,
        // With one coefficient the two corrections of degrees of freedom are the same.
        CR1p: clusterRobustMean(sums, 'cr1').standardError,
        CR2: clusterRobustMean(sums, 'cr2').standardError,
        clusters: clusterRobustMean(sums).clusters,
        iccAnova: correlation,
        n0: effectiveClusterSize,
        deffIcc: effect,
      };
      expect(Object.keys(got)).toEqual(Object.keys(expected));
      expectGolden(got, expected, tolerance);
    },
  );
});
