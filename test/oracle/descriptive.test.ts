import { describe, expect, it } from 'vitest';
import { expectGolden, goldenCases } from './goldenCases.js';
import { geometricMean, harmonicMean, trimmedMean } from '../../src/statistics/means.js';
import { addToMoments, createMoments } from '../../src/statistics/moments.js';
import { momentsEffectiveSize, momentsMean, momentsVariance } from '../../src/statistics/momentsSummary.js';
import { generalizedEsd, modifiedZScores } from '../../src/statistics/outliers.js';
import { median, quantile } from '../../src/statistics/quantile.js';
import type { QuantileType } from '../../src/statistics/quantile.js';
import { excessKurtosis, skewness } from '../../src/statistics/shape.js';
import {
  coefficientOfVariation,
  interquartileRange,
  medianAbsoluteDeviation,
  tukeyFences,
  tukeyHinges,
} from '../../src/statistics/spread.js';
import { mean } from '../../src/statistics/sum.js';
import { standardDeviation, variance } from '../../src/statistics/variance.js';
import {
  kishDesignEffect,
  kishEffectiveSize,
  weightedMean,
  weightedQuantile,
  weightedVariance,
} from '../../src/statistics/weighted.js';

/**
 * With two rows the reliability variance is (x1 - x2)² / 2 whatever the weights. For weights 1e-6 and 1 the fixture holds that
 * formula evaluated in doubles, 1.17e-10 off its exact value 4900.5 and so beyond its own tolerance of 1e-10: this one number is
 * held against the exact value.
 */
function withExactVariance<Case extends { name: string; expected: Record<string, unknown> }>(golden: Case): Case {
  if (golden.name !== 'weighted one dominant') return golden;
  expect(golden.expected['varianceReliability']).toBe(4900.500000571674);
  return { ...golden, expected: { ...golden.expected, varianceReliability: (1 - 100) ** 2 / 2 } };
}

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('descriptive.json', () => {
  it('is covered in full', () => {
    const total = goldenCases('descriptive', '').length;
    const selected = ['quantile types ', 'summary ', 'weighted ', 'generalized ESD ', 'modified z scores '];
    expect(selected.map((prefix) => goldenCases('descriptive', prefix).length)).toEqual([6, 4, 5, 1, 1]);
    expect(total).toBe(17);
  });

  const quantileCases = goldenCases<{ x: number[]; p: number[] }, Record<string, number[]>>(
    'descriptive',
    'quantile types ',
  );
  it.each(quantileCases)('$name', ({ input: { x, p }, expected, tolerance }) => {
    const got = Object.fromEntries(
      types.map((type) => [`type${String(type)}`, p.map((share) => quantile(x, share, type))]),
    );
    expect(Object.keys(expected).sort()).toEqual(Object.keys(got).sort());
    expectGolden(got, expected, tolerance);
  });

  it.each(goldenCases<{ x: number[] }, unknown>('descriptive', 'summary '))(
    '$name',
    ({ input: { x }, expected, tolerance }) => {
      const hinges = tukeyHinges(x);
      const got = {
        n: x.length,
        mean: mean(x),
        variance: variance(x),
        sd: standardDeviation(x),
        median: median(x),
        mad: medianAbsoluteDeviation(x),
        madRaw: medianAbsoluteDeviation(x, 1),
        iqr: interquartileRange(x),
        tukeyHinges: [hinges.minimum, hinges.lowerHinge, hinges.median, hinges.upperHinge, hinges.maximum],
        fences: tukeyFences(x),
        trimmedMean20: trimmedMean(x, 0.2),
        skewness: { g1: skewness(x, 1), G1: skewness(x, 2), b1: skewness(x, 3) },
        excessKurtosis: { g2: excessKurtosis(x, 1), G2: excessKurtosis(x, 2), b2: excessKurtosis(x, 3) },
        geometricMean: geometricMean(x),
        harmonicMean: harmonicMean(x),
        cv: coefficientOfVariation(x),
      };
      expectGolden(got, expected, tolerance);
    },
  );

  interface WeightedInput {
    x: number[];
    weights: number[];
    p: number[];
  }
  const weightedCases = goldenCases<WeightedInput, Record<string, unknown>>('descriptive', 'weighted ').map(
    withExactVariance,
  );
  it.each(weightedCases)('$name', ({ input: { x, weights, p }, expected, tolerance }) => {
    const populationVariance = weightedVariance(
      weights,
      weights.map(() => 1),
      'mle',
    );
    const got = {
      mean: weightedMean(x, weights),
      varianceMle: weightedVariance(x, weights, 'mle'),
      varianceFrequency: weightedVariance(x, weights, 'frequency'),
      varianceReliability: weightedVariance(x, weights, 'reliability'),
      kishEffectiveN: kishEffectiveSize(weights),
      kishDeff: kishDesignEffect(weights),
      deffFromCv: 1 + populationVariance / mean(weights) ** 2,
      seMeanKish: Math.sqrt(weightedVariance(x, weights, 'mle') / kishEffectiveSize(weights)),
      quantileInverseCdf: p.map((share) => weightedQuantile(x, weights, share)),
    };
    expectGolden(got, expected, tolerance);

    const moments = createMoments();
    x.forEach((value, i) => {
      addToMoments(moments, value, weights[i]);
    });
    const fromMoments = {
      ...got,
      mean: momentsMean(moments),
      varianceMle: momentsVariance(moments, 'mle'),
      varianceFrequency: momentsVariance(moments, 'frequency'),
      varianceReliability: momentsVariance(moments, 'reliability'),
      kishEffectiveN: momentsEffectiveSize(moments),
    };
    expectGolden(fromMoments, expected, tolerance);
  });

  interface EsdExpected {
    outliers: number;
    steps: { value: number; R: number; lambda: number }[];
  }
  const esdCases = goldenCases<{ x: number[]; maxOutliers: number; alpha: number }, EsdExpected>(
    'descriptive',
    'generalized ESD ',
  );
  it.each(esdCases)('$name', ({ input, expected, tolerance }) => {
    const { outliers, steps } = generalizedEsd(input.x, input.maxOutliers, input.alpha);
    expect(steps).toHaveLength(expected.steps.length);
    const renamed = steps.map(({ value, statistic, criticalValue }) => ({
      value,
      R: statistic,
      lambda: criticalValue,
    }));
    expectGolden({ outliers, steps: renamed }, expected, tolerance);
  });

  it.each(goldenCases<{ x: number[] }, unknown>('descriptive', 'modified z scores '))(
    '$name',
    ({ input: { x }, expected, tolerance }) => {
      expectGolden({ modifiedZ: modifiedZScores(x) }, expected, tolerance);
    },
  );
});
