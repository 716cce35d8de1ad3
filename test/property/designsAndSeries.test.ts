import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.js';
import { proportionChart, rateChart } from '../../src/statistics/attributeCharts.js';
import { calibrationWeights } from '../../src/statistics/calibrationWeights.js';
import { clusterRobustMean } from '../../src/statistics/clusterRobustMean.js';
import { clusterSums } from '../../src/statistics/clusterSums.js';
import { cusumChart } from '../../src/statistics/cusumChart.js';
import { designEffect } from '../../src/statistics/designEffect.js';
import {
  hellingerDistance,
  jensenShannonDistance,
  populationStabilityIndex,
  totalVariation,
} from '../../src/statistics/distributionDistance.js';
import { ewmaChart } from '../../src/statistics/ewmaChart.js';
import { individualsChart } from '../../src/statistics/individualsChart.js';
import { clusterJackknife } from '../../src/statistics/jackknife.js';
import { linearizedMean, linearizedRatio, linearizedTotal } from '../../src/statistics/linearizedEstimate.js';
import { linearTrend } from '../../src/statistics/linearTrend.js';
import { mannKendallTest } from '../../src/statistics/mannKendallTest.js';
import { meanChart } from '../../src/statistics/meanChart.js';
import { optimalPartition, peltPartition } from '../../src/statistics/optimalPartition.js';
import { pettittTest } from '../../src/statistics/pettittTest.js';
import { postStratificationWeights } from '../../src/statistics/postStratificationWeights.js';
import { rakingWeights } from '../../src/statistics/rakingWeights.js';
import { runRules } from '../../src/statistics/runRules.js';
import { classicalDecomposition } from '../../src/statistics/seasonalDecomposition.js';
import { seasonalMannKendallTest } from '../../src/statistics/seasonalMannKendallTest.js';
import { meanCost, poissonCost } from '../../src/statistics/segmentCost.js';
import { singleChangeTest } from '../../src/statistics/singleChangeTest.js';
import { stlDecomposition } from '../../src/statistics/stlDecomposition.js';
import { standardizedMixBalance } from '../../src/statistics/standardizedDifference.js';
import { theilSenSlope } from '../../src/statistics/theilSenSlope.js';
import { trimmedWeights } from '../../src/statistics/trimmedWeights.js';

interface Row {
  readonly value: number;
  readonly weight: number;
  readonly cluster: number;
  readonly stratum: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  value: fc.integer({ min: 0, max: 10 }),
  weight: fc.integer({ min: 1, max: 40 }).map((eighths) => eighths / 8),
  cluster: fc.integer({ min: 0, max: 6 }),
  stratum: fc.integer({ min: 0, max: 1 }),
});
const rows = fc.array(row, { minLength: 4, maxLength: 40 });
const shuffledRows = rows.chain((own) =>
  fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length })),
);
const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 24 });
const positives = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 6 });

const valuesOf = (own: readonly Row[]): number[] => own.map(({ value }) => value);
const weightsOf = (own: readonly Row[]): number[] => own.map(({ weight }) => weight);
const clustersOf = (own: readonly Row[]): number[] => own.map(({ cluster }) => cluster);
const strataOf = (own: readonly Row[]): number[] => own.map(({ stratum }) => stratum);
const sumsOf = (own: readonly Row[]): ReturnType<typeof clusterSums> =>
  clusterSums(valuesOf(own), clustersOf(own), weightsOf(own));
const estimatesOf = (own: readonly Row[]): number[] => {
  const design = {
    weights: weightsOf(own),
    clusters: clustersOf(own),
    strata: strataOf(own),
    lonelyStratum: 'adjust',
  } as const;
  const results = [
    linearizedMean(valuesOf(own), design),
    linearizedTotal(valuesOf(own), design),
    clusterRobustMean(sumsOf(own)),
    clusterRobustMean(sumsOf(own), 'cr0'),
    clusterJackknife(sumsOf(own)),
  ];
  return results.flatMap(({ estimate, standardError, degreesOfFreedom }) => [
    estimate,
    standardError,
    degreesOfFreedom,
  ]);
};

function expectNear(got: number, expected: number, tolerance = 1e-9): void {
  const isNear = Number.isNaN(expected)
    ? Number.isNaN(got)
    : Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
  expect(isNear, `${String(got)} is near ${String(expected)}`).toBe(true);
}

function expectAllNear(got: readonly number[], expected: readonly number[], tolerance?: number): void {
  expect(got).toHaveLength(expected.length);
  got.forEach((value, i) => {
    expectNear(value, expected[i] ?? NaN, tolerance);
  });
}

/** Dense matrices instead of five sums: Bell and McCaffrey as they wrote it, for working independence. */
function denseRobustMean(own: readonly Row[]): { standardError: number; degreesOfFreedom: number } {
  const n = own.length;
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const estimate = own.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  const annihilator = own.map((_, i) => own.map(({ weight }, j) => (i === j ? 1 : 0) - weight / total));
  const contributions: number[][] = [];
  let variance = 0;
  for (const cluster of new Set(clustersOf(own))) {
    const inside = own.flatMap((other, i) => (other.cluster === cluster ? [i] : []));
    const target = inside.map((i) =>
      inside.map((j) => annihilator[i]!.reduce((sum, value, k) => sum + value * annihilator[j]![k]!, 0)),
    );
    const corrected = inverseRootTimes(target, inside.map((i) => own[i]!.weight)); // prettier-ignore
    const score = inside.reduce((sum, i, at) => sum + corrected[at]! * (own[i]!.value - estimate), 0) / total;
    variance += score * score;
    contributions.push(
      Array.from({ length: n }, (_, k) => inside.reduce((sum, i, at) => sum + corrected[at]! * annihilator[i]![k]!, 0)),
    );
  }
  let trace = 0;
  let squares = 0;
  contributions.forEach((a, i) => {
    contributions.forEach((b, j) => {
      const own = a.reduce((sum, value, k) => sum + value * b[k]!, 0);
      if (i === j) trace += own;
      squares += own * own;
    });
  });
  return { standardError: Math.sqrt(variance), degreesOfFreedom: trace ** 2 / squares };
}

/** `A^(-1/2) b` of a positive definite matrix, by the coupled iteration of Denman and Beavers. */
function inverseRootTimes(matrix: number[][], right: number[]): number[] {
  const size = matrix.length;
  let y = matrix;
  let z = matrix.map((_, i) => matrix.map((_other, j) => Number(i === j)));
  for (let step = 0; step < 60; step++) {
    const [inverseY, inverseZ] = [inverseOf(y), inverseOf(z)];
    y = y.map((line, i) => line.map((value, j) => (value + inverseZ[i]![j]!) / 2));
    z = z.map((line, i) => line.map((value, j) => (value + inverseY[i]![j]!) / 2));
  }
  return Array.from({ length: size }, (_, i) => z[i]!.reduce((sum, value, j) => sum + value * right[j]!, 0));
}

function inverseOf(matrix: number[][]): number[][] {
  const size = matrix.length;
  const lines = matrix.map((line, i) => [...line, ...line.map((_, j) => Number(i === j))]);
  for (let i = 0; i < size; i++) {
    const pivot = lines.findIndex((line, k) => k >= i && Math.abs(line[i]!) === Math.max(...lines.slice(i).map((l) => Math.abs(l[i]!)))); // prettier-ignore
    [lines[i], lines[pivot]] = [lines[pivot]!, lines[i]!];
    const own = lines[i]!.map((value) => value / lines[i]![i]!);
    lines[i] = own;
    lines.forEach((line, k) => {
      if (k !== i) lines[k] = line.map((value, j) => value - line[i]! * own[j]!);
    });
  }
  return lines.map((line) => line.slice(size));
}

describe('estimates under a design', () => {
  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(shuffledRows, ([own, shuffled]) => {
        expectAllNear(estimatesOf(shuffled), estimatesOf(own));
      }),
    );
  });

  it('do not care about the unit of the weights, totals apart', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 1000 }), (own, factor) => {
        const scaled = own.map((other) => ({ ...other, weight: factor * other.weight }));
        const before = estimatesOf(own);
        const after = estimatesOf(scaled);
        // The estimate and the error of the total.
        after[3] = (after[3] ?? NaN) / factor;
        after[4] = (after[4] ?? NaN) / factor;
        expectAllNear(after, before);
        const effects = [own, scaled].map((some) => designEffect(1, valuesOf(some), weightsOf(some)));
        expectNear(effects[1] ?? NaN, effects[0] ?? NaN);
      }),
    );
  });

  it('take weight 2 for the row twice', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (own, pick) => {
        const chosen = pick % own.length;
        const twice = own.flatMap((other, i) => (i === chosen ? [other, other] : [other]));
        const heavier = own.map((other, i) => (i === chosen ? { ...other, weight: 2 * other.weight } : other));
        // Within one cluster the error is the same as well.
        const design = (some: readonly Row[]): object => ({ weights: weightsOf(some), clusters: clustersOf(some) });
        const a = linearizedMean(valuesOf(twice), design(twice));
        const b = linearizedMean(valuesOf(heavier), design(heavier));
        expectAllNear(Object.values(a) as number[], Object.values(b) as number[]);
        expectNear(clusterRobustMean(sumsOf(twice)).estimate, clusterRobustMean(sumsOf(heavier)).estimate);
      }),
    );
  });

  it('ignore rows of weight 0 in the estimate', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const weights = [...weightsOf(own), 0];
        expect(linearizedMean([...valuesOf(own), 99], { weights }).estimate).toBe(
          linearizedMean(valuesOf(own), { weights: weightsOf(own) }).estimate,
        );
        expect(clusterSums([...valuesOf(own), 99], [...clustersOf(own), 77], weights)).toEqual(sumsOf(own));
      }),
    );
  });

  it('move and stretch with the values', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (own, shift, factor) => {
        const moved = own.map((other) => ({ ...other, value: factor * other.value + shift }));
        const before = clusterRobustMean(sumsOf(own));
        const after = clusterRobustMean(sumsOf(moved));
        expectNear(after.estimate, factor * before.estimate + shift);
        expectNear(after.standardError, factor * before.standardError, 1e-7);
        expectNear(after.degreesOfFreedom, before.degreesOfFreedom);
      }),
    );
  });

  it('shrink with the population, to nothing in a census', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 100 }), (own, more) => {
        const values = valuesOf(own);
        const whole = linearizedMean(values).standardError;
        const part = linearizedMean(values, { population: values.length + more }).standardError;
        expectNear(part, whole * Math.sqrt(more / (values.length + more)));
        expect(linearizedMean(values, { population: values.length }).standardError).toBe(0);
      }),
    );
  });

  it('are ratios to 1', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const design = { weights: weightsOf(own), clusters: clustersOf(own) };
        const ones = own.map(() => 1);
        expect(linearizedRatio(valuesOf(own), ones, design)).toEqual(linearizedMean(valuesOf(own), design));
      }),
    );
  });
});

describe('clusterRobustMean', () => {
  it('is CR2 with the degrees of freedom of the dense matrices', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 16 }), (own) => {
        fc.pre(new Set(clustersOf(own)).size >= 3);
        const dense = denseRobustMean(own);
        const got = clusterRobustMean(sumsOf(own));
        expectNear(got.standardError, dense.standardError, 1e-7);
        expectNear(got.degreesOfFreedom, dense.degreesOfFreedom, 1e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('orders its corrections and keeps its degrees of freedom below the clusters', () => {
    fc.assert(
      fc.property(rows, (own) => {
        const sums = clusterSums(valuesOf(own), clustersOf(own));
        fc.pre(sums.length >= 2);
        const [cr0, cr1, cr2] = (['cr0', 'cr1', 'cr2'] as const).map((method) => clusterRobustMean(sums, method));
        const slack = 1 + 1e-12;
        expect(cr0!.standardError).toBeLessThanOrEqual(cr1!.standardError * slack);
        expect(cr0!.standardError).toBeLessThanOrEqual(cr2!.standardError * slack);
        expect(cr2!.degreesOfFreedom).toBeLessThanOrEqual(sums.length - 1 + 1e-9);
        expect(cr2!.degreesOfFreedom).toBeGreaterThan(0);
      }),
    );
  });
});

describe('weights', () => {
  const coded = fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.integer({ min: 1, max: 9 })), {
    minLength: 12,
    maxLength: 60,
  });

  it('of raking reproduce every margin', () => {
    fc.assert(
      fc.property(coded, positives, (own, cells) => {
        // Every combination is there, and the targets come from a full table.
        const complete = [
          ...own,
          ...[0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b, 1] as [number, number, number])),
        ];
        const table = [0, 1, 2].map((a) => [0, 1].map((b) => cells[(2 * a + b) % cells.length] ?? 1));
        const first = table.map((line) => line.reduce((sum, value) => sum + value, 0));
        const second = [0, 1].map((b) => table.reduce((sum, line) => sum + line[b]!, 0));
        const margins = [
          { codes: complete.map(([a]) => a), targets: first },
          { codes: complete.map(([, b]) => b), targets: second },
        ];
        const { outcome, weights } = rakingWeights(margins, { weights: complete.map(([, , weight]) => weight) });
        expect(outcome).toBe('converged');
        for (const { codes, targets } of margins) {
          targets.forEach((target, code) => {
            const reached = weights.reduce((sum, weight, i) => sum + (codes[i] === code ? weight : 0), 0);
            expectNear(reached, target);
          });
        }
        // Within a combination the weights keep their proportions.
        const ratio = (place: number): number => weights[place]! / complete[place]![2];
        complete.forEach(([a, b], i) => {
          const same = complete.findIndex(([c, d]) => a === c && b === d);
          expectNear(ratio(i), ratio(same));
        });
      }),
    );
  });

  it('of one margin are those of post-stratification and of calibration', () => {
    fc.assert(
      fc.property(coded, (own) => {
        const codes = [...own.map(([a]) => a), 0, 1, 2];
        const weights = [...own.map(([, , weight]) => weight), 1, 1, 1];
        const margin = { codes, targets: [5, 7, 9] };
        const post = postStratificationWeights(margin, weights).weights;
        expectAllNear(rakingWeights([margin], { weights }).weights, post);
        const indicators = [0, 1, 2].map((code) => codes.map((other) => (other === code ? 1 : 0)));
        expectAllNear(calibrationWeights(indicators, margin.targets, { weights }).weights, post);
      }),
    );
  });

  it('of calibration by relative entropy are those of raking', () => {
    fc.assert(
      fc.property(coded, (own) => {
        const complete = [
          ...own,
          ...[0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b, 1] as [number, number, number])),
        ];
        const first = complete.map(([a]) => a);
        const second = complete.map(([, b]) => b);
        const targets = [
          [30, 40, 50],
          [70, 50],
        ];
        const weights = complete.map(([, , weight]) => (weight * 120) / complete.length);
        const raked = rakingWeights(
          [
            { codes: first, targets: targets[0]! },
            { codes: second, targets: targets[1]! },
          ],
          { weights, tolerance: 1e-13 },
        );
        const indicators = [
          ...[0, 1, 2].map((code) => first.map((other) => (other === code ? 1 : 0))),
          ...[0, 1].map((code) => second.map((other) => (other === code ? 1 : 0))),
        ];
        const calibrated = calibrationWeights(indicators, targets.flat(), { weights, distance: 'raking' });
        fc.pre(calibrated.outcome === 'converged');
        expectAllNear(calibrated.weights, raked.weights, 1e-7);
      }),
    );
  });

  it('keep their total when trimmed, within the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 30 }), (eighths) => {
        const weights = eighths.map((eighth) => eighth / 8);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const upper = (1.5 * total) / weights.length;
        const { weights: trimmed, designEffectBefore, designEffectAfter } = trimmedWeights(weights, { upper });
        expectNear(trimmed.reduce((sum, weight) => sum + weight, 0), total); // prettier-ignore
        expect(Math.max(...trimmed)).toBeLessThanOrEqual(upper * (1 + 1e-12));
        expect(designEffectAfter).toBeLessThanOrEqual(designEffectBefore + 1e-12);
        trimmed.forEach((weight, i) => {
          expect(weight).toBeGreaterThanOrEqual(Math.min(weights[i]!, upper) - 1e-12);
        });
      }),
    );
  });
});

describe('tests of trend', () => {
  it('turn with the series', () => {
    fc.assert(
      fc.property(series, (values) => {
        const mirrored = values.map((value) => -value);
        const there = mannKendallTest(values);
        const back = mannKendallTest(mirrored);
        expect(back.score).toBe(0 - there.score);
        expectNear(back.pValue, there.pValue, 1e-12);
        const { slope, interval } = theilSenSlope(values);
        const turned = theilSenSlope(mirrored);
        expectNear(turned.slope, -slope, 1e-12);
        expectNear(turned.interval.lower, -interval.upper, 1e-12);
        expectNear(linearTrend(mirrored).slope, -linearTrend(values).slope, 1e-12);
        expect(pettittTest(mirrored).changePoint).toBe(pettittTest(values).changePoint);
      }),
    );
  });

  it('see ranks only', () => {
    fc.assert(
      fc.property(series, (values) => {
        const stretched = values.map((value) => Math.exp(value / 20));
        expect(mannKendallTest(stretched)).toEqual(mannKendallTest(values));
        expect(pettittTest(stretched)).toEqual(pettittTest(values));
      }),
    );
  });

  it('have p-values from the smallest possible to 1, the exact near the normal for long series', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 30 }), (values) => {
        const exact = mannKendallTest(values, { method: 'exact' });
        const normal = mannKendallTest(values, { method: 'normal' });
        expect(exact.pValue).toBeGreaterThanOrEqual(exact.smallestPValue - 1e-15);
        expect(exact.pValue).toBeLessThanOrEqual(1);
        expect(normal.pValue).toBeGreaterThanOrEqual(normal.smallestPValue - 1e-15);
        if (values.length >= 20) expect(Math.abs(exact.pValue - normal.pValue)).toBeLessThan(0.02);
      }),
    );
  });

  it('have a level under the null that is at most what they say', () => {
    const random = createRandom(11);
    const runs = 2000;
    let trends = 0;
    let changes = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: 7 }, random);
      if (mannKendallTest(values).pValue <= 0.1) trends++;
      if (run < 200 && singleChangeTest(values.slice(0, 5), random).pValue <= 0.2) changes++;
    }
    // Of S at n = 7 the level nearest below 10 % is 6.9 %.
    expect(trends / runs).toBeGreaterThan(0.05);
    expect(trends / runs).toBeLessThan(0.09);
    expect(changes / 200).toBeLessThan(0.27);
  });

  it('contain their slope, wider for more confidence', () => {
    fc.assert(
      fc.property(series, (values) => {
        const narrow = theilSenSlope(values, { confidence: 0.8 });
        const wide = theilSenSlope(values, { confidence: 0.99 });
        expect(wide.interval.lower).toBeLessThanOrEqual(narrow.interval.lower);
        expect(wide.interval.upper).toBeGreaterThanOrEqual(narrow.interval.upper);
        expect(narrow.interval.lower).toBeLessThanOrEqual(narrow.slope);
        expect(narrow.interval.upper).toBeGreaterThanOrEqual(narrow.slope);
      }),
    );
  });

  it('do not see a season added to all cycles alike', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 24 }), (values) => {
        const moved = values.map((value, i) => value + [100, 0, -30][i % 3]!);
        expect(seasonalMannKendallTest(moved, 3)).toEqual(seasonalMannKendallTest(values, 3));
      }),
    );
  });
});

describe('decompositions', () => {
  it('add up, and move with the level', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 13, maxLength: 24 }), (values) => {
        const moved = values.map((value) => value + 1000);
        for (const decompose of [classicalDecomposition, stlDecomposition]) {
          const own = decompose(values, 4);
          const other = decompose(moved, 4);
          values.forEach((value, i) => {
            if (Number.isNaN(own.trend[i])) return;
            expectNear(own.trend[i]! + own.seasonal[i]! + own.remainder[i]!, value);
            expectNear(other.trend[i]!, own.trend[i]! + 1000, 1e-8);
            expectNear(other.seasonal[i]!, own.seasonal[i]!, 1e-8);
          });
        }
      }),
    );
  });
});

describe('control charts', () => {
  it('move their limits with the series, and flag the same points', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
        const moved = values.map((value) => value + shift);
        const sizes = values.map((_, i) => 5 + i);
        const charts = (own: number[], target: number): { center: number; lower: number[]; upper: number[] }[] => [
          individualsChart(own),
          individualsChart(own, { movingRange: 'median' }),
          ewmaChart(own, target, 10),
          meanChart(own, sizes, 20),
        ];
        const before = charts(values, 0);
        charts(moved, shift).forEach((chart, i) => {
          expectNear(chart.center, before[i]!.center + shift, 1e-12);
          expectAllNear(chart.lower, before[i]!.lower.map((limit) => limit + shift), 1e-11); // prettier-ignore
          expectAllNear(chart.upper, before[i]!.upper.map((limit) => limit + shift), 1e-11); // prettier-ignore
        });
        expect(cusumChart(moved, shift, 10)).toEqual(cusumChart(values, 0, 10));
      }),
    );
  });

  it('mirror proportions when successes and failures swap', () => {
    const groups = fc.array(
      fc.integer({ min: 1, max: 200 }).chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size))),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(groups, (own) => {
        const sizes = own.map(([, size]) => size);
        const there = proportionChart(own.map(([count]) => count), sizes); // prettier-ignore
        const back = proportionChart(own.map(([count, size]) => size - count), sizes); // prettier-ignore
        expectAllNear(back.lower, there.upper.map((limit) => 1 - limit), 1e-12); // prettier-ignore
        expectAllNear(back.upper, there.lower.map((limit) => 1 - limit), 1e-12); // prettier-ignore
      }),
    );
  });

  it('have tighter limits for more exposure', () => {
    fc.assert(
      fc.property(positives, (counts) => {
        const { lower, upper } = rateChart(counts, counts.map((_, i) => i + 1)); // prettier-ignore
        for (let i = 1; i < counts.length; i++) {
          expect(upper[i]).toBeLessThan(upper[i - 1]!);
          expect(lower[i]).toBeGreaterThanOrEqual(lower[i - 1]!);
        }
      }),
    );
  });

  it('mirror their run rules', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { maxLength: 40 }), (scores) => {
        expect(runRules(scores.map((score) => -score))).toEqual(runRules(scores)); // prettier-ignore
      }),
    );
  });
});

describe('partitions', () => {
  it('are the same with and without pruning, and never cost more than no change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (values, penalty, minimumLength) => {
          for (const costOf of [meanCost, poissonCost]) {
            const cost = costOf(values);
            const full = optimalPartition(cost, { penalty, minimumLength });
            expectNear(peltPartition(cost, { penalty, minimumLength }).cost, full.cost);
            expect(full.cost).toBeLessThanOrEqual(cost.between(0, values.length) + 1e-9);
          }
        },
      ),
    );
  });

  it('move with a shift of the series and mirror with its direction', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 500 }), (values, penalty) => {
        const there = optimalPartition(meanCost(values), { penalty });
        const moved = optimalPartition(meanCost(values.map((value) => value + 777)), { penalty }); // prettier-ignore
        const back = optimalPartition(meanCost([...values].reverse()), { penalty });
        expectNear(moved.cost, there.cost, 1e-8);
        expectNear(back.cost, there.cost, 1e-8);
      }),
    );
  });
});

describe('distances', () => {
  const mixes = fc
    .integer({ min: 2, max: 6 })
    .chain((size) =>
      fc.tuple(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: size, maxLength: size }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: size, maxLength: size }),
      ),
    );

  it('are symmetric and have no unit', () => {
    fc.assert(
      fc.property(mixes, ([first, second]) => {
        const all = [totalVariation, hellingerDistance, jensenShannonDistance, populationStabilityIndex];
        for (const distance of [...all, standardizedMixBalance]) {
          const own = distance(first, second);
          expectNear(distance(second, first), own, 1e-8);
          expectNear(distance(first.map((count) => 7 * count), second), own, 1e-8); // prettier-ignore
          expect(own).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('keep to their order: squared Hellinger, total variation, √2 Hellinger', () => {
    fc.assert(
      fc.property(mixes, ([first, second]) => {
        const hellinger = hellingerDistance(first, second);
        const variation = totalVariation(first, second);
        expect(hellinger ** 2).toBeLessThanOrEqual(variation + 1e-12);
        expect(variation).toBeLessThanOrEqual(Math.SQRT2 * hellinger + 1e-12);
        expect(jensenShannonDistance(first, second) ** 2).toBeLessThanOrEqual(variation + 1e-12);
      }),
    );
  });
});
