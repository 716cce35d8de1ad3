import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.js';
import { adjustPValues } from '../../src/statistics/adjustPValues.js';
import { anova } from '../../src/statistics/anova.js';
import { bartlettTest } from '../../src/statistics/bartlettTest.js';
import { brunnerMunzelTest } from '../../src/statistics/brunnerMunzelTest.js';
import { chiSquaredTest, gTest } from '../../src/statistics/chiSquaredTest.js';
import { cliffsDelta, varghaDelaneyA } from '../../src/statistics/cliffsDelta.js';
import { cochranArmitageTest } from '../../src/statistics/cochranArmitageTest.js';
import { cramersV } from '../../src/statistics/cramersV.js';
import { equivalenceTest } from '../../src/statistics/equivalenceTest.js';
import { fisherExactTest } from '../../src/statistics/fisherExact.js';
import { fisherExactTableTest } from '../../src/statistics/fisherExactTable.js';
import { friedmanTest } from '../../src/statistics/friedmanTest.js';
import { hodgesLehmannShift, pseudoMedian } from '../../src/statistics/hodgesLehmann.js';
import { twoSampleKolmogorovSmirnovTest } from '../../src/statistics/kolmogorovSmirnovTest.js';
import { kruskalWallisTest } from '../../src/statistics/kruskalWallisTest.js';
import { leveneTest } from '../../src/statistics/leveneTest.js';
import { mannWhitneyTest } from '../../src/statistics/mannWhitneyTest.js';
import { cohenD, hedgesG } from '../../src/statistics/meanEffectSize.js';
import { midRanks } from '../../src/statistics/midRanks.js';
import { clusteredPermutationTest, permutationTest } from '../../src/statistics/permutationTest.js';
import { median } from '../../src/statistics/quantile.js';
import { signFlipTest } from '../../src/statistics/signFlipTest.js';
import { stuartMaxwellTest } from '../../src/statistics/stuartMaxwellTest.js';
import { tukeyHsd } from '../../src/statistics/tukeyHsd.js';
import { welchAnova } from '../../src/statistics/welchAnova.js';
import { wilcoxonSignedRankTest } from '../../src/statistics/wilcoxonSignedRankTest.js';

const value = fc.integer({ min: -500, max: 500 }).map((x) => x / 8);
const score = fc.integer({ min: 0, max: 10 });
const sample = fc.oneof(
  fc.array(value, { minLength: 2, maxLength: 15 }),
  fc.array(score, { minLength: 2, maxLength: 15 }),
);
const groups = fc.array(sample, { minLength: 2, maxLength: 4 });
const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const square = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

/** Equal up to rounding; two NaN are equal. */
function expectNear(got: number, expected: number, tolerance = 1e-9): void {
  const isNear = Number.isNaN(expected)
    ? Number.isNaN(got)
    : Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
  expect(isNear, `${String(got)} is near ${String(expected)}`).toBe(true);
}

function expectProbability(p: number): void {
  expect(Number.isNaN(p) || (p >= 0 && p <= 1), `${String(p)} is a probability`).toBe(true);
}

function transpose(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as number));
}

describe('tests of several groups', () => {
  it('have p-values from 0 to 1 and do not depend on origin, unit and order', () => {
    fc.assert(
      fc.property(groups, value, fc.constantFrom(-2, 0.5, 4), (samples, shift, scale) => {
        const moved = samples.map((group) => group.map((x) => x * scale + shift).reverse()).reverse();
        for (const test of [anova, welchAnova, leveneTest, bartlettTest]) {
          const { statistic, pValue } = test(samples);
          const { statistic: movedStatistic, pValue: movedPValue } = test(moved);
          expectProbability(pValue);
          expect(Number.isNaN(statistic) || statistic >= 0).toBe(true);
          // Next to no spread at all, the last digits of the centre decide.
          if (statistic < 1e6) {
            expectNear(movedStatistic, statistic, 1e-8);
            expectNear(movedPValue, pValue, 1e-8);
          }
        }
        const rising = samples.map((group) => group.map((x) => x * Math.abs(scale) + shift)).reverse();
        expectNear(kruskalWallisTest(rising).statistic, kruskalWallisTest(samples).statistic);
        expectProbability(kruskalWallisTest(samples).pValue);
      }),
    );
  });

  it('share what lies between the groups out of one', () => {
    fc.assert(
      fc.property(groups, (samples) => {
        const { etaSquared, omegaSquared, epsilonSquared } = anova(samples);
        if (Number.isNaN(etaSquared)) return;
        expect(etaSquared).toBeGreaterThanOrEqual(0);
        expect(etaSquared).toBeLessThanOrEqual(1);
        expect(Math.abs(omegaSquared)).toBeLessThanOrEqual(Math.abs(epsilonSquared) + 1e-12);
        expect(epsilonSquared).toBeLessThanOrEqual(etaSquared + 1e-12);
      }),
    );
  });

  it('of Tukey agree: an interval holds zero when its p-value is above the level', () => {
    fc.assert(
      fc.property(groups, (samples) => {
        for (const { interval, adjustedPValue, difference } of tukeyHsd(samples)) {
          if (Number.isNaN(adjustedPValue)) continue;
          expectProbability(adjustedPValue);
          expect(interval.lower <= difference && difference <= interval.upper).toBe(true);
          if (Math.abs(adjustedPValue - 0.05) < 1e-9) continue;
          expect(interval.lower <= 0 && interval.upper >= 0).toBe(adjustedPValue > 0.05);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of Friedman do not depend on the level and unit of a row, nor on the order of columns', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const test = friedmanTest(rows);
        const moved = friedmanTest(rows.map((row, i) => row.map((x) => x * (i + 1) - i).reverse()));
        expectNear(moved.statistic, test.statistic);
        expect(moved.meanRanks.slice().reverse()).toEqual(test.meanRanks);
        expectProbability(test.pValue);
      }),
    );
  });
});

describe('tests of two samples', () => {
  it('turn with the samples', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const test = mannWhitneyTest(x, y);
        const swapped = mannWhitneyTest(y, x);
        expect(swapped.firstWins).toBe(test.secondWins);
        expectNear(swapped.pValue, test.pValue);
        expectNear(swapped.statistic, -test.statistic);
        expectNear(
          mannWhitneyTest(y, x, { alternative: 'less' }).pValue,
          mannWhitneyTest(x, y, { alternative: 'greater' }).pValue,
        );
        expectNear(hodgesLehmannShift(y, x).estimate, -hodgesLehmannShift(x, y).estimate);
        expectNear(hodgesLehmannShift(y, x).interval.lower, -hodgesLehmannShift(x, y).interval.upper);
        expectNear(brunnerMunzelTest(y, x).statistic, -brunnerMunzelTest(x, y).statistic);
        expectNear(cohenD(y, x), -cohenD(x, y));
        expectNear(cliffsDelta(y, x), -cliffsDelta(x, y));
        expect(twoSampleKolmogorovSmirnovTest(y, x)).toEqual(twoSampleKolmogorovSmirnovTest(x, y));
        expectNear(permutationTest(y, x, { limit: 20 }).observed, -permutationTest(x, y, { limit: 20 }).observed);
      }),
    );
  });

  it('see ranks only', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const bend = (values: number[]): number[] => values.map((v) => Math.atan(v / 100) * 7 + 2).reverse();
        for (const method of ['exact', 'normal'] as const) {
          const test = mannWhitneyTest(x, y, { method });
          expect(mannWhitneyTest(bend(x), bend(y), { method })).toEqual(test);
          if (method === 'exact') expect(Number.isNaN(test.pValue)).toBe(false);
          expectProbability(test.pValue);
        }
        expect(cliffsDelta(bend(x), bend(y))).toBe(cliffsDelta(x, y));
        expect(varghaDelaneyA(x, y)).toBe(mannWhitneyTest(x, y).firstWins / (x.length * y.length));
        expectNear(brunnerMunzelTest(x, y).superiority, varghaDelaneyA(x, y));
        expect(twoSampleKolmogorovSmirnovTest(bend(x), bend(y))).toEqual(twoSampleKolmogorovSmirnovTest(x, y));
        expectProbability(twoSampleKolmogorovSmirnovTest(x, y).pValue);
        expect(midRanks(bend(x)).reverse()).toEqual(midRanks(x));
      }),
    );
  });

  it('move with the samples: shift and pseudo-median', () => {
    fc.assert(
      fc.property(sample, sample, value, fc.constantFrom(0.5, 2, 8), (x, y, shift, scale) => {
        const { estimate, interval, coverage } = hodgesLehmannShift(x, y);
        const moved = hodgesLehmannShift(x.map((v) => v * scale + shift), y.map((v) => v * scale)); // prettier-ignore
        expectNear(moved.estimate, estimate * scale + shift);
        expectNear(moved.interval.upper, interval.upper * scale + shift);
        expect(moved.coverage).toBe(coverage);
        expect(interval.lower <= estimate && estimate <= interval.upper).toBe(true);
        expectNear(estimate, median(x.flatMap((a) => y.map((b) => a - b))), 1e-12);
        const center = pseudoMedian(x);
        expectNear(pseudoMedian(x.map((v) => shift - v * scale)).estimate, shift - center.estimate * scale);
        expect(center.interval.lower <= center.estimate && center.estimate <= center.interval.upper).toBe(true);
      }),
    );
  });

  it('count the same permutations by sums as one by one', () => {
    const small = fc.array(score, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(small, small, fc.constantFrom('two-sided', 'less', 'greater'), (x, y, alternative) => {
        const whole = permutationTest(x, y, { alternative });
        const clusters = (values: number[]): number[][] => values.map((v) => [v]);
        const counted = clusteredPermutationTest(clusters(x), clusters(y), { alternative });
        expectNear(whole.pValue, counted.pValue, 1e-12);
        expectNear(whole.variance, counted.variance, 1e-12);
        expect(whole.permutations).toBe(counted.permutations);
        expect(whole.pValue).toBeGreaterThan(0);
        // The rank sum is a sum as well.
        const ranks = midRanks([...x, ...y]).map((rank) => 2 * rank);
        const byRank = permutationTest(ranks.slice(0, x.length), ranks.slice(x.length), { alternative });
        expectNear(byRank.pValue, mannWhitneyTest(x, y, { method: 'exact', alternative }).pValue, 1e-12);
      }),
    );
  });

  it('correct effects towards zero', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const d = cohenD(x, y);
        if (Number.isNaN(d)) return;
        const exact = hedgesG(x, y);
        const approximate = hedgesG(x, y, { correction: 'approximate' });
        expect(Math.abs(exact)).toBeLessThanOrEqual(Math.abs(d));
        expect(Math.abs(exact - approximate)).toBeLessThanOrEqual(0.02 * Math.abs(d));
      }),
    );
  });
});

describe('tests of differences', () => {
  it('turn with their signs', () => {
    fc.assert(
      fc.property(sample, (differences) => {
        const mirrored = differences.map((x) => -x);
        for (const method of ['exact', 'normal'] as const) {
          const test = wilcoxonSignedRankTest(differences, { method });
          const turned = wilcoxonSignedRankTest(mirrored, { method });
          expectNear(turned.statistic, -test.statistic);
          expectNear(turned.pValue, test.pValue);
          expect(turned.positiveRankSum + test.positiveRankSum).toBe((test.nonZero * (test.nonZero + 1)) / 2);
          if (method === 'exact') expect(Number.isNaN(test.pValue)).toBe(false);
          expectProbability(test.pValue);
        }
        const few = differences.slice(0, 8);
        expectNear(signFlipTest(few.map((x) => -x)).pValue, signFlipTest(few).pValue);
      }),
    );
  });

  it('of equivalence agree with their interval', () => {
    const positive = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(value, positive, positive, fc.integer({ min: 1, max: 50 }), (difference, error, margin, df) => {
        const { pValue, interval } = equivalenceTest(difference, error, margin, { degreesOfFreedom: df });
        expectProbability(pValue);
        if (Math.abs(pValue - 0.05) < 1e-9) return;
        expect(interval.lower > -margin && interval.upper < margin).toBe(pValue < 0.05);
      }),
    );
  });
});

describe('exact and asymptotic forms', () => {
  it('agree as samples grow', () => {
    const random = createRandom(42);
    const draw = (n: number, shift: number): number[] => Array.from({ length: n }, () => random() + shift);
    const gaps = [4, 12, 40].map((n) => {
      let gap = 0;
      for (let repeat = 0; repeat < 20; repeat++) {
        const x = draw(n, 0.1);
        const y = draw(n, 0);
        const between = (a: number, b: number): number => Math.abs(a - b);
        gap = Math.max(
          gap,
          between(mannWhitneyTest(x, y).pValue, mannWhitneyTest(x, y, { method: 'normal' }).pValue),
          between(
            wilcoxonSignedRankTest(x.map((v, i) => v - (y[i] as number))).pValue,
            wilcoxonSignedRankTest(x.map((v, i) => v - (y[i] as number)), { method: 'normal' }).pValue,
          ), // prettier-ignore
        );
      }
      return gap;
    });
    expect(gaps[1]).toBeLessThan(gaps[0] as number);
    expect(gaps[2]).toBeLessThan(gaps[1] as number);
    expect(gaps[2]).toBeLessThan(0.005);
  });

  it('have p-values that are uniform when there is no difference', () => {
    const random = createRandom(7);
    const sampleOf = (n: number): number[] => Array.from({ length: n }, () => Math.floor(random() * 1e6));
    const shares = { rank: 0, sum: 0, kruskal: 0, anova: 0, smirnov: 0 };
    const runs = 1500;
    for (let run = 0; run < runs; run++) {
      const [x, y, z] = [sampleOf(12), sampleOf(15), sampleOf(11)];
      if (mannWhitneyTest(x, y).pValue <= 0.2) shares.rank++;
      if (wilcoxonSignedRankTest(x.map((v) => v - 5e5)).pValue <= 0.2) shares.sum++;
      if (kruskalWallisTest([x, y, z]).pValue <= 0.2) shares.kruskal++;
      if (anova([x, y, z]).pValue <= 0.2) shares.anova++;
      if (twoSampleKolmogorovSmirnovTest(x, y).pValue <= 0.2) shares.smirnov++;
    }
    // Exact tests of few values stay a little below their level; four standard errors are 0.041.
    for (const [name, count] of Object.entries(shares)) {
      expect(count / runs, name).toBeLessThan(0.242);
      expect(count / runs, name).toBeGreaterThan(name === 'smirnov' ? 0.12 : 0.145);
    }
  });
});

describe('tests of tables', () => {
  it('do not depend on which way a table is turned', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const turned = transpose(rows.slice().reverse());
        for (const test of [chiSquaredTest, gTest]) {
          expectNear(test(turned).statistic, test(rows).statistic);
          expectProbability(test(rows).pValue);
        }
        for (const correction of ['none', 'bergsma'] as const) {
          expectNear(cramersV(turned, { correction }), cramersV(rows, { correction }));
          expectProbability(cramersV(rows, { correction }));
        }
      }),
    );
  });

  it('count all tables out, or those of a 2 x 2 table', () => {
    const few = table.map((rows) => rows.map((row) => row.map((count) => Math.min(count, 3))));
    fc.assert(
      fc.property(few, (rows) => {
        const { pValue } = fisherExactTableTest(rows);
        const turned = fisherExactTableTest(transpose(rows.slice().reverse())).pValue;
        expectNear(turned, pValue, 1e-11);
        expect(pValue > 0 && pValue <= 1).toBe(true);
        const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = rows;
        // A third column that is all but empty leads through the network; without it the table is 2 x 2.
        expectNear(fisherExactTableTest([[a, b, 0], [c, d, 0]]).pValue, fisherExactTest([[a, b], [c, d]]).pValue, 1e-11); // prettier-ignore
      }),
      { numRuns: 60 },
    );
  });

  it('of a panel turn with time and with the order of classes', () => {
    fc.assert(
      fc.property(square, (rows) => {
        const test = stuartMaxwellTest(rows);
        const turned = stuartMaxwellTest(transpose(rows).reverse().map((row) => row.reverse())); // prettier-ignore
        expectNear(turned.statistic, test.statistic);
        expect(turned.degreesOfFreedom).toBe(test.degreesOfFreedom);
        expectProbability(test.pValue);
      }),
    );
  });

  it('of a trend turn with successes and with the order of groups', () => {
    const trials = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(trials, (pairs) => {
        const filled = pairs.map(([successes, failures]) => [successes, successes + failures + 1] as const);
        const n = filled.map(([, size]) => size);
        const test = cochranArmitageTest(filled.map(([successes]) => successes), n); // prettier-ignore
        const failed = cochranArmitageTest(filled.map(([successes, size]) => size - successes), n); // prettier-ignore
        expectNear(failed.statistic, -test.statistic);
        const reversed = cochranArmitageTest(filled.map(([successes]) => successes).reverse(), n.slice().reverse()); // prettier-ignore
        expectNear(reversed.slope, -test.slope);
        expectProbability(test.pValue);
      }),
    );
  });
});

describe('adjustPValues', () => {
  const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
  const methods = ['bonferroni', 'holm', 'hochberg', 'hommel', 'bh', 'by', 'sidak', 'holm-sidak'] as const;

  it('raises p-values, keeps their order and does not depend on it', () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom(...methods), (p, method) => {
        const adjusted = adjustPValues(p, method);
        adjusted.forEach((value_, i) => {
          expect(value_).toBeGreaterThanOrEqual((p[i] as number) * (1 - 1e-14));
          expect(value_).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (other < (p[i] as number)) expect(adjusted[j] as number).toBeLessThanOrEqual(value_ + 1e-15);
          });
        });
        expect(adjustPValues(p.slice().reverse(), method)).toEqual(adjusted.slice().reverse());
      }),
    );
  });

  it('knows which methods are never worse than which', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const chain = ['bonferroni', 'holm', 'hochberg', 'hommel'] as const;
        chain.slice(1).forEach((method, i) => {
          const worse = adjustPValues(p, chain[i]);
          adjustPValues(p, method).forEach((q, j) => {
            expect(q).toBeLessThanOrEqual((worse[j] as number) * (1 + 1e-12));
          });
        });
        const sidak = adjustPValues(p, 'sidak');
        const bonferroni = adjustPValues(p, 'bonferroni');
        sidak.forEach((q, j) => {
          expect(q).toBeLessThanOrEqual((bonferroni[j] as number) * (1 + 1e-12));
        });
        const hommel = adjustPValues(p, 'hommel');
        adjustPValues(p, 'bh').forEach((q, j) => {
          expect(q).toBeLessThanOrEqual((hommel[j] as number) * (1 + 1e-12));
        });
      }),
    );
  });
});
