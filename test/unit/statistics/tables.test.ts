import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { chiSquaredTest, gTest } from '../../../src/statistics/chiSquaredTest.js';
import { cochranArmitageTest } from '../../../src/statistics/cochranArmitageTest.js';
import { contingencyCoefficient, cramersV } from '../../../src/statistics/cramersV.js';
import {
  bhattacharyyaCoefficient,
  chiSquareDistance,
  earthMoversDistance,
  kullbackLeiblerDivergence,
} from '../../../src/statistics/distributionDivergence.js';
import { fisherExactTest } from '../../../src/statistics/fisherExact.js';
import { fisherExactTableTest } from '../../../src/statistics/fisherExactTable.js';
import { goodnessOfFitTest } from '../../../src/statistics/goodnessOfFit.js';
import { mcNemarTest } from '../../../src/statistics/mcNemar.js';
import { goodmanIntervals } from '../../../src/statistics/multinomialInterval.js';
import { wilsonInterval } from '../../../src/statistics/proportionInterval.js';
import { stuartMaxwellTest } from '../../../src/statistics/stuartMaxwellTest.js';
import { pairedTTest } from '../../../src/statistics/tTest.js';
import { twoProportionTest } from '../../../src/statistics/twoProportionTest.js';
import { expectRelative } from './relative.js';

const segments = [
  [19, 28, 48],
  [30, 32, 35],
  [10, 20, 40],
];
// A panel of 80 accounts: detractors, passives and promoters before and after.
const panel = [
  [10, 4, 1],
  [3, 20, 7],
  [1, 5, 29],
];
const noTables: [string, number[][]][] = [
  ['no rows', []],
  ['no columns', [[], []]],
  ['one row', [[1, 2]]],
  ['one column', [[1], [2]]],
  ['one filled row', [[1, 2], [0, 0]]],
  ['one filled column', [[1, 0], [2, 0]]],
  ['no counts', [[0, 0], [0, 0]]],
  ['rows of different lengths', [[1, 2], [3]]],
  ['a longer second row', [[1, 2], [3, 4, 5]]],
  ['a negative count', [[1, -2], [3, 4]]],
  ['a NaN', [[1, NaN], [3, 4]]],
  ['an infinite count', [[1, Infinity], [3, 4]]],
]; // prettier-ignore

describe('chiSquaredTest and gTest', () => {
  it('agree with R on three segments', () => {
    const test = chiSquaredTest(segments);
    expect(test.statistic).toBeCloseTo(9.98357952945, 10);
    expect(test.pValue).toBeCloseTo(0.0407051929, 9);
    expect(gTest(segments).statistic).toBeCloseTo(10.0937004395, 9);
    expect(gTest(segments).pValue).toBeCloseTo(0.0388785456, 9);
    expect(cramersV(segments)).toBeCloseTo(0.138031, 5);
  });

  it('leave out rows and columns without counts', () => {
    const padded = [[0, 0, 0, 0], ...segments.map(([a, b, c]) => [a ?? 0, 0, b ?? 0, c ?? 0])];
    const { expected, adjustedResiduals, ...rest } = chiSquaredTest(padded);
    const { expected: plainExpected, adjustedResiduals: plainResiduals, ...plain } = chiSquaredTest(segments);
    expect(rest).toEqual(plain);
    expect(gTest(padded)).toEqual(gTest(segments));
    expect(cramersV(padded)).toBe(cramersV(segments));
    expect(cramersV(padded, { correction: 'bergsma' })).toBe(cramersV(segments, { correction: 'bergsma' }));
    expect(expected[0]).toEqual([0, 0, 0, 0]);
    expect(adjustedResiduals[0]).toEqual([0, 0, 0, 0]);
    expect(adjustedResiduals[1]?.[1]).toBe(0);
    expect(expected[1]?.[3]).toBe(plainExpected[0]?.[2]);
    expect(adjustedResiduals[3]?.[2]).toBe(plainResiduals[2]?.[1]);
  });

  it('are the pooled z test in a 2 x 2 table, with its correction', () => {
    const table = [[56, 14], [48, 32]]; // prettier-ignore
    const z = twoProportionTest(56, 70, 48, 80, { method: 'pooled' });
    const yates = twoProportionTest(56, 70, 48, 80, { method: 'yates' });
    expectRelative(chiSquaredTest(table).statistic, z.statistic ** 2);
    expectRelative(chiSquaredTest(table, { continuity: 'none' }).pValue, z.pValue);
    expectRelative(chiSquaredTest(table, { continuity: 'yates' }).statistic, yates.statistic ** 2);
    expectRelative(Math.abs(chiSquaredTest(table).adjustedResiduals[0]?.[0] ?? NaN), Math.abs(z.statistic));
  });

  it('correct at most to the expectation', () => {
    // Differences of a quarter: half a unit would go too far.
    const table = [[1, 2], [2, 3]]; // prettier-ignore
    expect(chiSquaredTest(table, { continuity: 'yates' })).toMatchObject({ statistic: 0, pValue: 1 });
    expect(chiSquaredTest(table).statistic).toBeGreaterThan(0);
    expect(chiSquaredTest(segments, { continuity: 'yates' })).toEqual(chiSquaredTest(segments));
  });

  it('are exactly zero for independent rows', () => {
    const table = [[1, 2, 7], [3, 6, 21]]; // prettier-ignore
    expect(chiSquaredTest(table)).toMatchObject({ statistic: 0, degreesOfFreedom: 2, pValue: 1, smallestExpected: 1 });
    expect(gTest(table)).toEqual({ statistic: 0, degreesOfFreedom: 2, pValue: 1 });
    expect(cramersV(table)).toBe(0);
    expect(contingencyCoefficient(table)).toBe(0);
  });

  it('have a p-value as small as a double for counts far apart', () => {
    const test = chiSquaredTest([[300, 0], [0, 300]]); // prettier-ignore
    expect(test.statistic).toBe(600);
    expect(test.pValue).toBeGreaterThan(0);
    expect(test.pValue).toBeLessThan(1e-130);
    expectRelative(gTest([[300, 0], [0, 300]]).statistic, 1200 * Math.LN2); // prettier-ignore
  });

  it.each(noTables)('are NaN with %s', (_, table) => {
    const { statistic, degreesOfFreedom, pValue, smallestExpected } = chiSquaredTest(table);
    for (const value of [statistic, degreesOfFreedom, pValue, smallestExpected]) expect(value).toBeNaN();
    expect(gTest(table)).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
    expect(cramersV(table)).toBeNaN();
    expect(cramersV(table, { correction: 'bergsma' })).toBeNaN();
    expect(contingencyCoefficient(table)).toBeNaN();
  });
});

describe('cramersV', () => {
  it.each([[[3, 0], [0, 5]], [[5, 0, 0], [0, 2, 3]], [[0, 7, 0], [3, 0, 0], [0, 0, 1]]])('is 1 for a table that tells all: %j', (...table) => {
    expect(cramersV(table)).toBe(1);
    expect(cramersV(table, { correction: 'none' })).toBe(1);
    expect(cramersV(table, { correction: 'bergsma' })).toBeLessThanOrEqual(1);
  }); // prettier-ignore

  it('is 0 without bias where each unit is a class of its own', () => {
    expect(cramersV([[1, 0, 0], [0, 1, 0], [0, 0, 1]], { correction: 'bergsma' })).toBe(0); // prettier-ignore
    expect(cramersV([[1, 0], [0, 1], [1, 0]], { correction: 'bergsma' })).toBe(0); // prettier-ignore
  });

  it('is 0 without bias below what chance gives', () => {
    expect(cramersV([[10, 11], [11, 10]], { correction: 'bergsma' })).toBe(0); // prettier-ignore
    expect(cramersV([[10, 11], [11, 10]])).toBeGreaterThan(0); // prettier-ignore
  });
});

describe('goodnessOfFitTest', () => {
  it('takes equal shares by default, and shares in proportion', () => {
    expect(goodnessOfFitTest([8, 12, 10, 14, 16])).toEqual(goodnessOfFitTest([8, 12, 10, 14, 16], [3, 3, 3, 3, 3]));
    expect(goodnessOfFitTest([20, 30, 50], [1, 1, 2]).statistic).toBe(2);
    expect(goodnessOfFitTest([20, 30, 50], [1, 1, 2], { statistic: 'pearson' }).pValue).toBeCloseTo(Math.exp(-1), 15);
    expect(goodnessOfFitTest([1, 1, 2], [0.25, 0.25, 0.5])).toEqual({ statistic: 0, degreesOfFreedom: 2, pValue: 1 });
  });

  it('leaves out impossible classes without counts', () => {
    expect(goodnessOfFitTest([20, 0, 30, 50], [1, 0, 1, 2])).toEqual(goodnessOfFitTest([20, 30, 50], [1, 1, 2]));
  });

  it('counts an empty class that was expected', () => {
    expect(goodnessOfFitTest([0, 10], [1, 1])).toMatchObject({ statistic: 10, degreesOfFreedom: 1 });
    expectRelative(goodnessOfFitTest([0, 10], [1, 1], { statistic: 'likelihood-ratio' }).statistic, 20 * Math.LN2);
  });

  it.each<[number[], number[]]>([
    [[], []],
    [[5], [1]],
    [[5, 0], [1, 0]],
    [[5, 1], [1, 0]],
    [[0, 0], [1, 1]],
    [[1, 2], [1, 2, 3]],
    [[1, 2, 3], [1, 2]],
    [[-1, 5], [1, 1]],
    [[1, 5], [-1, 3]],
    [[1, NaN], [1, 1]],
    [[1, 2], [1, NaN]],
    [[1, 2], [1, Infinity]],
    [[1, Infinity], [1, 1]],
  ])('is NaN for %j and %j', (counts, shares) => {
    expect(goodnessOfFitTest(counts, shares)).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
  }); // prettier-ignore
});

describe('fisherExactTableTest', () => {
  // All tables counted out in rational numbers (Python fractions).
  it.each([
    [[[3, 1, 2], [1, 4, 0], [2, 2, 5]], 0.13953628930409115],
    [[[2, 0, 1, 3], [1, 4, 0, 0], [2, 2, 3, 1]], 0.10318783383798864],
    [[[1, 1], [3, 0], [0, 4]], 0.023809523809523808],
    [[[2, 2], [2, 2], [2, 2]], 1],
  ] as const)('of %j is %d, whichever way it is turned', (table, expected) => {
    const turned = (table[0] as readonly number[]).map((_, j) => table.map((row) => row[j] as number));
    expectRelative(fisherExactTableTest(table).pValue, expected);
    expectRelative(fisherExactTableTest(turned).pValue, expected);
    expectRelative(fisherExactTableTest(table.slice().reverse()).pValue, expected);
    expect(fisherExactTableTest(table).method).toBe('exact');
  }); // prettier-ignore

  it('is the test of a 2 x 2 table, beside empty rows and columns too', () => {
    const expected = fisherExactTest([[56, 14], [48, 32]]).pValue; // prettier-ignore
    expect(fisherExactTableTest([[56, 14], [48, 32]]).pValue).toBe(expected); // prettier-ignore
    expect(fisherExactTableTest([[0, 56, 14], [0, 0, 0], [0, 48, 32]]).pValue).toBe(expected); // prettier-ignore
    expect(fisherExactTableTest([[56, 0, 14], [48, 0, 32]]).pValue).toBe(expected); // prettier-ignore
  });

  it.each([
    [[[3, 4]]],
    [[[3], [4]]],
    [
      [
        [3, 4],
        [0, 0],
      ],
    ],
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])('is 1 when only one table is possible: %j', (table) => {
    expect(fisherExactTableTest(table)).toEqual({ pValue: 1, method: 'exact' });
  });

  it.each([[[[1.5, 2], [3, 4]]], [[[1, -2], [3, 4]]], [[[1, 2], [3]]], [[[1, NaN], [3, 4]]], [[[1, Infinity], [3, 4]]]])('is NaN for %j', (table) => {
    expect(fisherExactTableTest(table).pValue).toBeNaN();
  }); // prettier-ignore

  it('gives up on too many tables, or draws at random', () => {
    const large = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => 20 + ((i * j) % 5)));
    const { pValue, method } = fisherExactTableTest(large, { random: createRandom(42), resamples: 400 });
    expect(method).toBe('simulated');
    // The chi-square approximation is good here.
    expect(Math.abs(pValue - chiSquaredTest(large).pValue)).toBeLessThan(0.1);
  });

  // So many units that no table is counted.
  const huge = [[40_000, 41_000, 40_500], [20_000, 20_500, 20_250]]; // prettier-ignore
  it('needs a source of random numbers and a whole number of tables then', () => {
    expect(fisherExactTableTest(huge)).toEqual({ pValue: NaN, method: 'simulated' });
    for (const resamples of [0, -1, 1.5, NaN]) {
      expect(fisherExactTableTest(huge, { random: createRandom(1), resamples }).pValue).toBeNaN();
    }
    const { pValue, method } = fisherExactTableTest(huge, { random: createRandom(5), resamples: 15 });
    expect(method).toBe('simulated');
    expect(fisherExactTableTest(huge, { random: createRandom(5), resamples: 15 }).pValue).toBe(pValue);
    expect(pValue * 16).toBe(Math.round(pValue * 16));
  });

  it('counts every random table where the observed one is the most probable', () => {
    // The rows are in proportion, so that no table is more probable.
    expect(fisherExactTableTest(huge, { random: createRandom(2), resamples: 2 })).toEqual({
      pValue: 1,
      method: 'simulated',
    });
  });

  it('never simulates a p-value of zero', () => {
    const apart = [[0, 0, 40_000], [0, 40_000, 0], [40_000, 0, 0]]; // prettier-ignore
    expect(fisherExactTableTest(apart, { random: createRandom(3), resamples: 9 }).pValue).toBe(0.1);
  });
});

describe('stuartMaxwellTest', () => {
  it('agrees with the worked panel', () => {
    const test = stuartMaxwellTest(panel);
    expect(test.statistic).toBeCloseTo(0.3442622951, 10);
    expect(test.pValue).toBeCloseTo(0.8418687569, 10);
    expect(test.degreesOfFreedom).toBe(2);
    // The paired difference of the net score of the same panel.
    const scores = panel.flatMap((row, i) =>
      row.flatMap((count, j) => Array.from({ length: count }, () => [j - 1, i - 1] as const)),
    );
    const paired = pairedTTest(scores.map(([after]) => after), scores.map(([, before]) => before)); // prettier-ignore
    expect(paired.difference).toBeCloseTo(0.0375, 14);
    // Its standard error divides by n, the t test's by n - 1.
    expect(paired.standardError * Math.sqrt(79 / 80)).toBeCloseTo(0.0648164476, 10);
  });

  it("is McNemar's test for two classes", () => {
    expectRelative(stuartMaxwellTest([[3, 12], [5, 9]]).statistic, mcNemarTest(12, 5).statistic); // prettier-ignore
    expect(stuartMaxwellTest([[3, 12], [5, 9]]).degreesOfFreedom).toBe(1); // prettier-ignore
  });

  it('leaves out classes that nobody leaves or enters, and judges separate exchanges apart', () => {
    const apart = [
      [3, 12, 0, 0, 0],
      [5, 9, 0, 0, 0],
      [0, 0, 8, 0, 0],
      [0, 0, 0, 1, 7],
      [0, 0, 0, 2, 4],
    ];
    const test = stuartMaxwellTest(apart);
    expectRelative(test.statistic, mcNemarTest(12, 5).statistic + mcNemarTest(7, 2).statistic);
    expect(test.degreesOfFreedom).toBe(2);
  });

  it('does not depend on the order of the classes', () => {
    const order = [2, 0, 1];
    const turned = order.map((i) => order.map((j) => panel[i]?.[j] ?? NaN));
    expectRelative(stuartMaxwellTest(turned).statistic, stuartMaxwellTest(panel).statistic);
  });

  it('has a p-value of 1 when as many went as came', () => {
    expect(stuartMaxwellTest([[1, 2], [2, 5]])).toEqual({ statistic: 0, degreesOfFreedom: 1, pValue: 1 }); // prettier-ignore
  });

  it.each([[[[3, 0], [0, 4]]], [[[5]]], [[]], [[[0, 0], [0, 0]]], [[[1, 2, 3], [4, 5, 6]]], [[[1, 2], [3, 4], [5, 6]]], [[[1, -2], [3, 4]]]])('is NaN for %j', (table) => {
    expect(stuartMaxwellTest(table)).toEqual({ statistic: NaN, degreesOfFreedom: NaN, pValue: NaN });
  }); // prettier-ignore
});

describe('cochranArmitageTest', () => {
  it('is signed and takes a side', () => {
    const rising = cochranArmitageTest([1, 4, 8], [10, 10, 10]);
    const falling = cochranArmitageTest([8, 4, 1], [10, 10, 10]);
    expectRelative(rising.slope, 0.35);
    expectRelative(falling.statistic, -rising.statistic);
    expectRelative(cochranArmitageTest([1, 4, 8], [10, 10, 10], { alternative: 'greater' }).pValue, rising.pValue / 2);
    expectRelative(cochranArmitageTest([8, 4, 1], [10, 10, 10], { alternative: 'less' }).pValue, rising.pValue / 2);
  });

  it('does not depend on the origin and the unit of the scores', () => {
    const plain = cochranArmitageTest([1, 4, 8], [10, 12, 10]);
    const moved = cochranArmitageTest([1, 4, 8], [10, 12, 10], { scores: [1e9, 1e9 + 2, 1e9 + 4] });
    expectRelative(moved.statistic, plain.statistic);
    expectRelative(moved.slope, plain.slope / 2);
    expect(cochranArmitageTest([1, 4, 8], [10, 12, 10], { scores: [1, 2, 3] })).toEqual(plain);
  });

  it('is the pooled z test for two groups', () => {
    const z = twoProportionTest(48, 80, 56, 70, { method: 'pooled' });
    expectRelative(cochranArmitageTest([48, 56], [80, 70]).statistic, -z.statistic);
    expectRelative(cochranArmitageTest([48, 56], [80, 70]).slope, -z.difference);
  });

  it.each([[[0, 0], [5, 5]], [[5, 5], [5, 5]]])('has no p-value when all fare alike: %j of %j', (successes, trials) => {
    expect(cochranArmitageTest(successes, trials)).toEqual({ slope: 0, statistic: NaN, pValue: NaN });
  }); // prettier-ignore

  it.each<[number[], number[], number[]]>([
    [[1, 2], [5, 5], [3, 3]],
    [[1], [5], [1]],
    [[1, 2], [5, 5], [1]],
    [[1, 2, 3], [5, 5], [1, 2]],
    [[1, 6], [5, 5], [1, 2]],
    [[-1, 2], [5, 5], [1, 2]],
    [[1, 2], [5, 0], [1, 2]],
    [[1, 2], [5, 5], [1, NaN]],
    [[1, 2], [5, 5], [1, Infinity]],
    [[], [], []],
  ])('is NaN for %j of %j at %j', (successes, trials, scores) => {
    expect(cochranArmitageTest(successes, trials, { scores })).toEqual({ slope: NaN, statistic: NaN, pValue: NaN });
  }); // prettier-ignore
});

describe('goodmanIntervals', () => {
  it("are Wilson's at the level divided by the number of classes", () => {
    expect(goodmanIntervals([5, 15], 0.9)).toEqual([wilsonInterval(5, 20, 0.95), wilsonInterval(15, 20, 0.95)]);
    expect(goodmanIntervals([5, 15])).toEqual(goodmanIntervals([5, 15], 0.95));
    expect(goodmanIntervals([0, 20])[0]?.lower).toBe(0);
    expect(goodmanIntervals([])).toEqual([]);
  });

  it.each<[number[], number]>([
    [[0, 0], 0.95],
    [[-1, 5], 0.95],
    [[NaN, 5], 0.95],
    [[1, 5], 1],
    [[1, 5], 0],
    [[1, 5], NaN],
  ])('are NaN for %j at %d', (counts, confidence) => {
    for (const { lower, upper } of goodmanIntervals(counts, confidence)) expect([lower, upper]).toEqual([NaN, NaN]);
  });
});

describe('divergences of distributions', () => {
  it('are those of simple shares', () => {
    expectRelative(kullbackLeiblerDivergence([1, 1], [1, 3]), 0.5 * Math.log(4 / 3));
    expectRelative(kullbackLeiblerDivergence([0, 2], [1, 3]), Math.log(4 / 3));
    expect(kullbackLeiblerDivergence([1, 1], [1, 0])).toBe(Infinity);
    expectRelative(chiSquareDistance([1, 1], [1, 3]), 1 / 15);
    expectRelative(bhattacharyyaCoefficient([1, 1], [1, 3]), (1 + Math.sqrt(3)) / Math.sqrt(8));
    expect(earthMoversDistance([1, 0, 0], [0, 0, 5])).toBe(2);
    expect(earthMoversDistance([1, 0, 0], [0, 5, 0])).toBe(1);
    expect(earthMoversDistance([3], [4])).toBe(0);
  });

  it.each<[number[], number[]]>([
    [[1, 2], [1, 2, 3]],
    [[], []],
    [[0, 0], [1, 1]],
    [[1, 1], [0, 0]],
    [[-1, 2], [1, 1]],
    [[1, 1], [-1, 2]],
    [[NaN, 2], [1, 1]],
  ])('are NaN for %j and %j', (first, second) => {
    for (const distance of [kullbackLeiblerDivergence, chiSquareDistance, bhattacharyyaCoefficient, earthMoversDistance]) {
      expect(distance(first, second)).toBeNaN();
    }
  }); // prettier-ignore
});
