import { describe, expect, it } from 'vitest';
import { comparePairs } from '../../src/measures/comparePairs.js';
import { compareResults } from '../../src/measures/compareResults.js';
import { computeCes } from '../../src/metrics/perception/ces.js';
import { computeCsat } from '../../src/metrics/perception/csat.js';
import { computeNps, npsMeasure } from '../../src/metrics/perception/nps.js';
import { npsT } from '../../src/metrics/perception/npsIntervals.js';
import type { NpsOptions, NpsResult } from '../../src/metrics/perception/npsScore.js';
import { npsSilence } from '../../src/metrics/perception/npsSilence.js';
import { requiredAnswers } from '../../src/metrics/perception/samplePolicy.js';
import { agrestiCoull, clopperPearson, jeffreys } from '../../src/metrics/perception/shareIntervals.js';
import { minimumDetectableDifference, requiredSampleSize } from '../../src/metrics/samplePlan.js';
import { jackknifeAcceleration } from '../../src/statistics/bcaAdjustment.js';
import { bootstrapBcaInterval, bootstrapPercentileInterval } from '../../src/statistics/bootstrapInterval.js';
import { distributionStandardDeviation } from '../../src/statistics/countDistribution.js';
import { finitePopulationFactor } from '../../src/statistics/finitePopulation.js';
import { adjustedWaldNetInterval } from '../../src/statistics/netInterval.js';
import { normalQuantile } from '../../src/statistics/normalQuantile.js';
import { netSampleSize } from '../../src/statistics/sampleSize.js';
import { scoreBootstrapDistribution } from '../../src/statistics/scoreBootstrap.js';
import { kishDesignEffect, kishEffectiveSize } from '../../src/statistics/weighted.js';

/*
 * The acceptance cases of the statistics reference that concern perception metrics, by their numbers there. Expected values were
 * computed with R 4.2 or with the R package NPS. They are fractions; the library's NPS is in points.
 */
type Net = readonly [detractors: number, passives: number, promoters: number];

const nps = ([detractors, passives, promoters]: Net, options: NpsOptions = {}): NpsResult =>
  computeNps({ counts: { detractors, passives, promoters } }, options);
const share = (value: number | null | undefined): number => (value ?? NaN) / 100;
const limitsOf = ({ interval }: NpsResult): number[] => [share(interval?.lower), share(interval?.upper)];

function expectNear(got: readonly (number | null | undefined)[], expected: readonly number[], digits = 1e-9): void {
  expect(got).toHaveLength(expected.length);
  got.forEach((value, at) => {
    expect(
      Math.abs((value ?? NaN) - (expected[at] ?? NaN)),
      `${String(value)} is ${String(expected[at])}`,
    ).toBeLessThan(digits);
  });
}

const MEETINGS: Net = [8, 13, 15];
const OTHERS: Net = [12, 7, 12];
const WAVE: Net = [19, 28, 48];
const NEXT: Net = [30, 32, 35];

describe('acceptance cases', () => {
  it('1: a score and its standard error', () => {
    const { value, standardError } = nps(MEETINGS);
    expectNear([share(value), share(standardError)], [0.1944444444, 0.1292156087]);
  });

  it.each([
    [2, 'wald', [-0.0588134948, 0.4477023837], 1e-9],
    [3, 'adjusted-wald', [-0.0628025944, 0.4217769534], 1e-9],
    [4, 'score', [-0.0676975, 0.4286696], 1e-6],
  ] as const)('%i: its %s interval', (_case, interval, expected, digits) => {
    expectNear(limitsOf(nps(MEETINGS, { interval })), expected, digits);
  });

  it('5: the score of Cross Validated 18603', () => {
    const { value, standardError } = nps([54, 108, 162]);
    expectNear([share(value), share(standardError) ** 2 * 324, share(standardError)], [1 / 3, 5 / 9, 0.0414086662]);
  });

  it('6: a Wald interval of a thousand answers', () => {
    expectNear(limitsOf(nps([75, 675, 250], { interval: 'wald' })), [0.1413721925, 0.2086278075]);
  });

  it('7: nothing but promoters', () => {
    const raw = adjustedWaldNetInterval({ negative: 0, neutral: 0, positive: 10 }, 0.95);
    expectNear([raw.lower, raw.upper], [0.4750355154, 1.063426023]);
    expectNear(limitsOf(nps([0, 0, 10])), [0.4750355154, 1]);
    expectNear(limitsOf(nps([0, 0, 10], { interval: 'score' })), [0.4449344, 1], 1e-7);
  });

  it('8: two scores without evidence of a difference', () => {
    const { standardError, interval, pValue, verdict } = compareResults(nps(MEETINGS), nps(OTHERS));
    const [lower, upper] = [share(interval?.lower), share(interval?.upper)];
    const centre = (lower + upper) / 2;
    const expected = [0.1794871795, 0.1932371731, -0.1992507203, 0.5582250793, 0.3529699631];
    expectNear([centre, share(standardError), lower, upper, pValue], expected);
    expect(verdict).toBe('no-evidence');
  });

  it('9: two scores that differ, with the sign of the difference', () => {
    const forth = compareResults(nps(WAVE), nps(NEXT));
    const back = compareResults(nps(NEXT), nps(WAVE));
    const z = ({ interval, standardError }: typeof forth): number =>
      ((interval?.lower ?? NaN) + (interval?.upper ?? NaN)) / 2 / (standardError ?? NaN);
    expectNear(
      [z(forth), z(back), forth.pValue, back.pValue],
      [2.168226704, -2.168226704, 0.03014144201, 0.03014144201],
    );
    expect([forth.verdict, back.verdict]).toEqual(['higher', 'lower']);
  });

  it('10: the same by Welch', () => {
    const options = { interval: npsT() };
    const { difference, standardError, degreesOfFreedom, pValue } = compareResults(
      nps(WAVE, options),
      nps(NEXT, options),
    );
    expectNear([(difference ?? NaN) / (standardError ?? NaN)], [2.18656145], 1e-8);
    expectNear([degreesOfFreedom], [189.9061006], 1e-7);
    expectNear([pValue], [0.029996917], 1e-10);
  });

  it('11: answers for a margin', () => {
    expectNear([netSampleSize(1, 0.06, 0.95).continuous], [1067.0719], 1e-4);
    expect(netSampleSize(1, 0.06, 0.95, Infinity, 'adjusted-wald').required).toBe(1065);
    expect(netSampleSize(0.67, 0.05, 0.95, Infinity, 'adjusted-wald').required).toBe(1027);
    expect(requiredSampleSize({ statistic: 'net', margin: 6 })).toBe(1068);
  });

  it('12: answers for a margin in a finite population', () => {
    expectNear([netSampleSize(1, 0.06, 0.95, 180).continuous], [154.1427], 1e-4);
    expect(requiredSampleSize({ statistic: 'net', margin: 6, population: 180 })).toBe(155);
    expect(requiredAnswers({ id: 'p', unit: 'accounts', base: 1067 }, 180)).toBe(155);
  });

  it('13: the finite-population factor', () => {
    expectNear([finitePopulationFactor(95, 180)], [0.6891011067]);
  });

  it('14: pseudo-answers scaled by the unsampled share', () => {
    expectNear(limitsOf(nps(WAVE, { population: 180 })), [0.193192664, 0.408363083]);
  });

  it('15: a census collapses to the score', () => {
    expectNear(limitsOf(nps([2, 6, 22], { population: 30 })), [0.6666666667, 0.6666666667], 1e-10);
  });

  it('16: 28 of 30 asked: clipped to what the two silent ones can do, and around the score', () => {
    const raw = adjustedWaldNetInterval({ negative: 2, neutral: 6, positive: 20 }, 0.95, 30);
    expectNear([raw.lower, raw.upper], [0.578843235, 0.69775251]);
    const result = nps([2, 6, 20], { population: 30 });
    expectNear(limitsOf(result), [0.578843235, 0.6666666667]);
    expectNear([share(result.value)], [0.6428571429]);
  });

  it('17: the minimum detectable difference of two small waves', () => {
    const options = { statistic: 'net', sampleSizes: [30, 30], variance: 0.6, power: 0.8 } as const;
    expectNear([share(minimumDetectableDifference(options))], [0.5603170436]);
  });

  it.each([
    [81, 263, [0.2552885199, 0.366209577]],
    [0, 20, [0, 0.1611251581]],
    [29, 29, [0.8830302015, 1]],
  ] as const)('18: Wilson of %i out of %i', (satisfied, n, expected) => {
    const { interval } = computeCsat({ counts: { satisfied, unsatisfied: n - satisfied } });
    expectNear([interval?.lower, interval?.upper], expected);
  });

  it.each([
    ['19: Clopper-Pearson', 1, 29, clopperPearson(), [0.0008726469, 0.1776442955]],
    ['19: Jeffreys', 1, 29, jeffreys(), [0.0037461736, 0.150077686]],
    ['20: Agresti-Coull', 15, 148, agrestiCoull(), [0.0613859749, 0.1614876663]],
  ] as const)('%s of %i out of %i', (_name, satisfied, n, interval, expected) => {
    const result = computeCsat({ counts: { satisfied, unsatisfied: n - satisfied } }, { interval });
    expectNear([result.interval?.lower, result.interval?.upper], expected);
  });

  it('21 and 22: the difference of two shares, by Newcombe and by the N - 1 test', () => {
    const a = computeCsat({ counts: { satisfied: 56, unsatisfied: 14 } });
    const b = computeCsat({ counts: { satisfied: 48, unsatisfied: 32 } });
    const { difference, interval, standardError, pValue } = compareResults(a, b);
    expectNear([interval?.lower, interval?.upper], [0.0524314724, 0.333872654]);
    expectNear([(difference ?? NaN) / (standardError ?? NaN), pValue], [2.6413232723, 0.0082582879]);
  });

  it('23: the mean of an effort question', () => {
    const { value, interval } = computeCes([7, 6, 6, 5, 7, 4, 6, 2, 5, 7]);
    expectNear([value, interval?.lower, interval?.upper], [5.5, 4.3689214186, 6.6310785814]);
  });

  it('24: the bootstrap of five answers over all of their 3,125 resamples', () => {
    const answers = [7, 6, 4, 2, 7];
    const means: number[] = [];
    for (let code = 0; code < 3125; code++) {
      let sum = 0;
      for (let draw = 0, rest = code; draw < 5; draw++, rest = Math.floor(rest / 5)) sum += answers[rest % 5] ?? NaN;
      means.push(sum / 5);
    }
    means.sort((a, b) => a - b);
    const below = means.filter((value) => value < 5.2 - 1e-9).length / 3125;
    const jackknife = answers.map((left) => (26 - left) / 4);
    const a = jackknifeAcceleration(jackknife);
    expectNear([below, normalQuantile(below), a], [0.43584, -0.1615249019, -0.0456358523]);
    const percentile = bootstrapPercentileInterval(means, 0.95);
    expectNear([percentile.lower, percentile.upper], [3.4, 6.8]);
    const bca = bootstrapBcaInterval(means, 5.2, a, 0.95, 'strict');
    expectNear([bca.lower, bca.upper], [2.8, 6.4]);
    // By score from 0: one 2, one 4, one 6, two 7.
    const exact = scoreBootstrapDistribution([0, 0, 1, 0, 1, 0, 1, 2]);
    expectNear([distributionStandardDeviation(exact)], [Math.sqrt(18.8 / 5 / 5)]);
  });

  it('25: the effective size of unequal weights', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    expectNear([kishEffectiveSize(weights), kishDesignEffect(weights)], [5.5652173913, 1.4375]);
    const result = computeNps([10, 9, 8, 6, 10, 3, 7, 9], { weight: (_score, index) => weights[index] });
    expectNear([result.effectiveSampleSize], [5.5652173913]);
  });

  it('27: a weighted score with its linearised error', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const { value, standardError } = computeNps([10, 9, 8, 6, 10, 3, 7, 9], {
      weight: (_score, index) => weights[index],
    });
    expectNear([share(value), share(standardError)], [0.375, 0.320217211]);
  });

  it('40: a panel of eighty accounts, whose error has divisor n - 1', () => {
    const transitions = [
      [10, 4, 1],
      [3, 20, 7],
      [1, 5, 29],
    ];
    const score = [0, 7, 10];
    const panel = transitions.flatMap((row, before) =>
      row.flatMap((times, after) =>
        Array.from({ length: times }, () => ({ before: score[before], after: score[after] })),
      ),
    );
    const change = comparePairs(panel, { measure: npsMeasure(), first: 'after', second: 'before' });
    expect(change.difference).toBe(3.75);
    expect(change.sampleSizes).toEqual([80, 80]);
    expectNear([change.standardError], [100 * 0.0648164476 * Math.sqrt(80 / 79)], 1e-7);
  });

  it('55: the worst that 85 silent contacts of 180 can mean', () => {
    const { lower, upper } = npsSilence(nps(WAVE), 180);
    expectNear([share(lower), share(upper)], [-0.3111111111, 0.6333333333]);
  });
});

describe('golden vectors of the metrics reference', () => {
  it('has no score without answers', () => {
    expect(computeNps([]).value).toBeNull();
  });

  it('gives 0 for 9, 10, 7, 0, 6, 8', () => {
    expect(computeNps([9, 10, 7, 0, 6, 8]).value).toBe(0);
  });

  it('does not take eight promoters for a certainty', () => {
    const counts = { promoters: 8, passives: 0, detractors: 0 };
    expect(computeNps({ counts }, { interval: 'wald' }).interval).toBeNull();
    const raw = adjustedWaldNetInterval({ negative: 0, neutral: 0, positive: 8 }, 0.95);
    expectNear([raw.lower, raw.upper, (raw.lower + raw.upper) / 2], [0.385, 1.069, 0.727], 5.1e-4);
    const { interval } = computeNps({ counts });
    expectNear([interval?.lower, interval?.upper], [38.5, 100], 0.051);
  });

  it.each([
    [6.5, 'received 6.5'],
    [-1, 'received -1'],
    [11, 'received 11'],
    ['9', 'received "9"'],
  ])('refuses %j, naming it', (answer, received) => {
    expect(() => computeNps([10, answer as number])).toThrow(received);
  });

  it('skips a missing answer and counts it', () => {
    expect(computeNps([10, null]).excluded.missing).toBe(1);
  });
});
