import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases, type Tolerance } from './goldenCases.js';
import { expectSound } from '../tools/soundness.js';
import { compareResults } from '../../src/measures/compareResults.js';
import { computeNps } from '../../src/metrics/perception/nps.js';
import { npsT } from '../../src/metrics/perception/npsIntervals.js';
import {
  adjustedWaldNetInterval,
  netVariance,
  waldNetInterval,
  type NetCounts,
} from '../../src/statistics/netInterval.js';
import { scoreNetInterval } from '../../src/statistics/netScoreInterval.js';
import { normalUpperTail } from '../../src/statistics/normal.js';
import { tInterval } from '../../src/statistics/tTest.js';

interface Classes {
  detractors: number;
  passives: number;
  promoters: number;
}
interface Limits {
  lower: number;
  upper: number;
}
interface OneSample {
  n: number;
  nps: number;
  variance: number;
  se: number;
  seUnbiased: number | null;
  wald: Limits;
  waldP: number | null;
  trinomialT: Limits | { lower: null; upper: null };
  adjustedWald: Limits & { center: number; se: number; p: number };
  scoreTango: Limits;
}

const netCounts = ({ detractors, passives, promoters }: Classes): NetCounts => ({
  negative: detractors,
  neutral: passives,
  positive: promoters,
});
const sizeOf = ({ detractors, passives, promoters }: Classes): number => detractors + passives + promoters;
const middle = ({ lower, upper }: Limits): number => (lower + upper) / 2;
/** Points are a hundred times the fraction; so is what may be off. */
const points = ({ rel, abs }: Tolerance): Tolerance => ({ rel, abs: 100 * abs });
const clip = (value: number): number => 100 * Math.max(-1, Math.min(1, value));

describe('the fixture', () => {
  it('holds 61 cases, all of them met here', () => {
    const prefixes = ['one-sample d', 'one-sample conf', 'two-sample', 'raw scores', 'exact enumeration'];
    expect(prefixes.map((prefix) => goldenCases('nps', prefix).length)).toEqual([24, 4, 22, 8, 3]);
    expect(goldenCases('nps', '')).toHaveLength(61);
  });
});

describe('one score, by the kernel', () => {
  it.each(goldenCases<Classes & { confidence: number }, OneSample>('nps', 'one-sample'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const counts = netCounts(input);
      const n = sizeOf(input);
      const variance = netVariance(counts);
      const se = Math.sqrt(variance / n);
      const nps = (input.promoters - input.detractors) / n;
      const seUnbiased = n > 1 ? Math.sqrt(variance / (n - 1)) : NaN;
      const critical = 1.959963984540054;
      const adjusted = adjustedWaldNetInterval(counts, 0.95);
      const adjustedSe = (adjusted.upper - adjusted.lower) / (2 * critical);
      const limits = adjustedWaldNetInterval(counts, input.confidence);
      const got = {
        n,
        nps,
        variance,
        se,
        seUnbiased,
        wald: waldNetInterval(counts, input.confidence),
        waldP: se > 0 ? 2 * normalUpperTail(Math.abs(nps) / se) : NaN,
        trinomialT: tInterval(nps, seUnbiased, n - 1, input.confidence),
        adjustedWald: {
          center: middle(limits),
          se: adjustedSe,
          ...limits,
          p: 2 * normalUpperTail(Math.abs(middle(adjusted)) / adjustedSe),
        },
        scoreTango: scoreNetInterval(counts, input.confidence),
      };
      expect(Object.keys(expected)).toEqual(Object.keys(got));
      expectGolden(got, expected, tolerance);
    },
  );
});

describe('one score, by computeNps', () => {
  it.each(goldenCases<Classes & { confidence: number }, OneSample>('nps', 'one-sample'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { confidence, ...counts } = input;
      const usual = expectSound(computeNps({ counts }, { confidence }));
      const several = expected.n > 1;
      const limitsOf = ({ lower, upper }: Limits): Limits => ({ lower: clip(lower), upper: clip(upper) });
      expect(usual.sampleSize).toBe(expected.n);
      expectGolden(usual.value, 100 * expected.nps, points(tolerance));
      if (several) expectGolden(usual.standardError, 100 * expected.se, points(tolerance));
      else expect(usual.standardError).toBeNull();
      // The adjusted limits of a single answer miss it: the public interval reaches out to its own value.
      const adjusted = limitsOf(expected.adjustedWald);
      const lower = Math.min(adjusted.lower, 100 * expected.nps);
      const upper = Math.max(adjusted.upper, 100 * expected.nps);
      expectGolden(usual.interval, { lower, upper }, points(tolerance));
      const score = computeNps({ counts }, { confidence, interval: 'score' });
      expectGolden(score.interval, limitsOf(expected.scoreTango), points(tolerance));
      const wald = computeNps({ counts }, { confidence, interval: 'wald' });
      const t = expectSound(computeNps({ counts }, { confidence, interval: npsT() }));
      if (expected.variance > 0) {
        expectGolden(wald.interval, limitsOf(expected.wald), points(tolerance));
        expectGolden(t.interval, limitsOf(expected.trinomialT as Limits), points(tolerance));
      } else {
        // R says "certain" where all answers agree, or nothing; we say that there is no interval.
        expect(wald.interval).toBeNull();
        expect(t.interval).toBeNull();
      }
      if (several) expectGolden(t.standardError, 100 * (expected.seUnbiased ?? NaN), points(tolerance));
    },
  );
});

interface TwoSample {
  wald: Limits & { difference: number; se: number; z: number | null; p: number | null };
  adjustedWald: Limits & { difference: number; se: number; z: number; p: number };
}

describe('two scores', () => {
  it.each(goldenCases<{ a: Classes; b: Classes; confidence: number }, TwoSample>('nps', 'two-sample'))(
    '$name, Wald from the results',
    ({ input, expected, tolerance }) => {
      const [a, b] = [computeNps({ counts: input.a }), computeNps({ counts: input.b })];
      const errorOf = (counts: Classes): number => netVariance(netCounts(counts)) / sizeOf(counts);
      const se = Math.sqrt(errorOf(input.a) + errorOf(input.b));
      const difference = ((a.value ?? NaN) - (b.value ?? NaN)) / 100;
      expectGolden(difference, expected.wald.difference, tolerance);
      expectGolden(se, expected.wald.se, tolerance);
      expectGolden(se > 0 ? difference / se : NaN, expected.wald.z, tolerance);
      expectGolden(se > 0 ? 2 * normalUpperTail(Math.abs(difference) / se) : NaN, expected.wald.p, tolerance);
    },
  );

  it.each(goldenCases<{ a: Classes; b: Classes; confidence: number }, TwoSample>('nps', 'two-sample'))(
    '$name, compared',
    ({ input, expected, tolerance }) => {
      const { a, b, confidence } = input;
      const got = expectSound(compareResults(computeNps({ counts: a }), computeNps({ counts: b }), { confidence }));
      const { adjustedWald } = expected;
      expectGolden(got.difference, 100 * expected.wald.difference, points(tolerance));
      expectGolden(got.standardError, 100 * adjustedWald.se, points(tolerance));
      expectGolden(got.pValue, adjustedWald.p, tolerance);
      // The interval lies around the adjusted difference, and reaches out to the raw one where it would miss it.
      const raw = expected.wald.difference;
      const lower = 100 * Math.max(-2, Math.min(adjustedWald.lower, raw));
      const upper = 100 * Math.min(2, Math.max(adjustedWald.upper, raw));
      expectGolden(got.interval, { lower, upper }, points(tolerance));
      const verdict =
        adjustedWald.p < 1 - confidence ? (expected.wald.difference > 0 ? 'higher' : 'lower') : 'no-evidence';
      expect(got.verdict).toBe(verdict);
    },
  );
});

interface FromScores extends Classes {
  n: number;
  nps: number;
  variance: number;
  se: number;
  meanScore: number;
}

describe('plain answers', () => {
  it.each(goldenCases<{ scores: number[] }, FromScores>('nps', 'raw scores'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const got = expectSound(computeNps(input.scores));
      const { detractors, passives, promoters, sampleSize, value, standardError } = got;
      expect({ detractors, passives, promoters, n: sampleSize }).toEqual({
        detractors: expected.detractors,
        passives: expected.passives,
        promoters: expected.promoters,
        n: expected.n,
      });
      expectGolden(value, 100 * expected.nps, points(tolerance));
      expectGolden(netVariance(netCounts(got)), expected.variance, tolerance);
      if (expected.n > 1) expectGolden(standardError, 100 * expected.se, points(tolerance));
      else expect(standardError).toBeNull();
      expectGolden(input.scores.reduce((sum, score) => sum + score, 0) / expected.n, expected.meanScore, tolerance);
    },
  );
});

interface Enumeration {
  n: number;
  probabilities: Classes;
  confidence: number;
}
interface Enumerated {
  mean: number;
  variance: number;
  coverage: { wald: number; adjustedWald: number; scoreTango: number };
}

describe('coverage over every sample of a size', () => {
  it.each(goldenCases<Enumeration, Enumerated>('nps', 'exact enumeration'))(
    '$name',
    ({ input, expected, tolerance }) => {
      const { n, probabilities, confidence } = input;
      const truth = probabilities.promoters - probabilities.detractors;
      const logs = [0];
      for (let k = 1; k <= n; k++) logs.push((logs[k - 1] ?? 0) + Math.log(k));
      const logFactorial = (k: number): number => logs[k] ?? NaN;
      const coverage = { wald: 0, adjustedWald: 0, scoreTango: 0 };
      let mean = 0;
      let square = 0;
      const covers = ({ lower, upper }: Limits): number => Number(lower <= truth && truth <= upper);
      for (let detractors = 0; detractors <= n; detractors++) {
        for (let passives = 0; passives <= n - detractors; passives++) {
          const promoters = n - detractors - passives;
          const mass = Math.exp(
            logFactorial(n) -
              logFactorial(detractors) -
              logFactorial(passives) -
              logFactorial(promoters) +
              detractors * Math.log(probabilities.detractors) +
              passives * Math.log(probabilities.passives) +
              promoters * Math.log(probabilities.promoters),
          );
          const nps = (promoters - detractors) / n;
          mean += mass * nps;
          square += mass * nps * nps;
          const counts = { negative: detractors, neutral: passives, positive: promoters };
          coverage.wald += mass * covers(waldNetInterval(counts, confidence));
          coverage.adjustedWald += mass * covers(adjustedWaldNetInterval(counts, confidence));
          coverage.scoreTango += mass * covers(scoreNetInterval(counts, confidence));
        }
      }
      expectGolden({ mean, variance: square - mean * mean, coverage }, expected, tolerance);
    },
  );
});
