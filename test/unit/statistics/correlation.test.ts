import { describe, expect, it } from 'vitest';
import { correlationDifferenceTest, dependentCorrelationTest } from '../../../src/statistics/correlationDifference.js';
import { correlationInterval } from '../../../src/statistics/correlationInterval.js';
import { correlationMatrix } from '../../../src/statistics/correlationMatrix.js';
import { kendallTau } from '../../../src/statistics/kendallTau.js';
import { partialCorrelation } from '../../../src/statistics/partialCorrelation.js';
import { pearsonCorrelation } from '../../../src/statistics/pearsonCorrelation.js';
import { spearmanCorrelation } from '../../../src/statistics/spearmanCorrelation.js';
import { weightedCorrelation } from '../../../src/statistics/weightedCorrelation.js';

const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
const y = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
const NOWHERE = { lower: NaN, upper: NaN };

describe('pearsonCorrelation', () => {
  // R's cor.test on its own example, and SciPy 1.17 for the sides.
  it('has the numbers of R', () => {
    const test = pearsonCorrelation(x, y);
    expect(test.coefficient).toBeCloseTo(0.5711815576, 10);
    expect(test.interval.lower).toBeCloseTo(-0.149742633, 9);
    expect(test.interval.upper).toBeCloseTo(0.8955794618, 9);
    expect(test.degreesOfFreedom).toBe(7);
    expect(test.pValue).toBeCloseTo(0.1081730543, 10);
  });

  it.each([
    ['two-sided', 0.10817305434949381],
    ['less', 0.9459134728252531],
    ['greater', 0.05408652717474691],
  ] as const)('counts the side %s', (alternative, p) => {
    expect(pearsonCorrelation(x, y, { alternative }).pValue).toBeCloseTo(p, 12);
    expect(pearsonCorrelation(x, y, { alternative }).interval).toEqual(pearsonCorrelation(x, y).interval);
  });

  it('keeps its digits on a large offset', () => {
    const far = pearsonCorrelation([1e15 + 2, 1e15 + 4, 1e15 + 8], [1, 2, 4]);
    expect(far.coefficient).toBeCloseTo(1, 15);
    expect(pearsonCorrelation([1e9 + 1, 1e9 + 2, 1e9 + 3], [1, 3, 2]).coefficient).toBeCloseTo(0.5, 15);
  });

  it.each([1e300, 1e-300, 1e160, 1e-160])('works in units of %d', (unit) => {
    const scaled = [1, 3, 2].map((value) => value * unit);
    expect(pearsonCorrelation([1, 2, 3], scaled).coefficient).toBeCloseTo(0.5, 14);
  });

  it('is exactly certain of a perfect line', () => {
    const test = pearsonCorrelation([1, 2, 3, 4], [2, 4, 6, 8]);
    expect(test).toEqual({
      coefficient: 1,
      statistic: Infinity,
      degreesOfFreedom: 2,
      pValue: 0,
      interval: { lower: 1, upper: 1 },
    });
    expect(pearsonCorrelation([1, 2, 3, 4], [8, 6, 4, 2])).toMatchObject({
      coefficient: -1,
      statistic: -Infinity,
      interval: { lower: -1, upper: -1 },
    });
  });

  it('has a coefficient from two pairs, a test from three, an interval from four', () => {
    expect(pearsonCorrelation([1, 2], [5, 3])).toMatchObject({ coefficient: -1, statistic: NaN, pValue: NaN });
    const three = pearsonCorrelation([1, 2, 3], [1, 3, 2]);
    expect(three.pValue).toBeCloseTo(2 / 3, 14);
    expect(three.interval).toEqual(NOWHERE);
    expect(pearsonCorrelation([1, 2, 3, 4], [1, 3, 2, 4]).interval.lower).toBeGreaterThan(-1);
  });

  it.each([
    ['no pair', [], []],
    ['one pair', [1], [2]],
    ['a constant first column', [0.1, 0.1, 0.1], [1, 2, 3]],
    ['a constant second column', [1, 2, 3], [0.1, 0.1, 0.1]],
    ['different lengths', [1, 2, 3], [1, 2]],
    ['NaN', [1, NaN, 3], [1, 2, 4]],
    ['NaN in a constant', [1, 1, NaN], [1, 2, 4]],
    ['Infinity', [1, 2, 3], [1, 2, Infinity]],
    ['Infinity throughout', [Infinity, Infinity], [1, 2]],
  ])('is NaN for %s', (_, first, second) => {
    expect(pearsonCorrelation(first, second)).toEqual({
      coefficient: NaN,
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
      interval: NOWHERE,
    });
  });
});

describe('correlationInterval', () => {
  it('is for Pearson by default, at 95 %', () => {
    expect(correlationInterval(0.3, 50)).toEqual(correlationInterval(0.3, 50, 0.95, 'pearson'));
    // tanh(atanh(.3) ± 1.96 / sqrt(47))
    expect(correlationInterval(0.3, 50).lower).toBeCloseTo(Math.tanh(Math.atanh(0.3) - 1.959963985 / Math.sqrt(47)), 9);
  });

  it.each([
    ['pearson', 3],
    ['spearman', 3],
    ['kendall', 4],
  ] as const)('needs more than so many pairs for %s', (kind, size) => {
    expect(correlationInterval(0.3, size, 0.95, kind)).toEqual(NOWHERE);
    const { lower, upper } = correlationInterval(0.3, size + 0.5, 0.95, kind);
    expect(lower).toBeLessThan(0.3);
    expect(upper).toBeGreaterThan(0.3);
  });

  it('has the variances of Bonett and Wright and of Fieller', () => {
    expect(correlationInterval(0.6, 9, 0.95, 'spearman').lower).toBeCloseTo(-0.17424407, 8);
    const kendall = Math.tanh(Math.atanh(0.6) + 1.959963984540054 * Math.sqrt(0.437 / 16));
    expect(correlationInterval(0.6, 20, 0.95, 'kendall').upper).toBeCloseTo(kendall, 14);
  });

  it.each([
    [1.01, 20, 0.95],
    [-1.01, 20, 0.95],
    [NaN, 20, 0.95],
    [0.5, NaN, 0.95],
    [0.5, Infinity * 0, 0.95],
    [0.5, 20, 0],
    [0.5, 20, 1],
  ])('is NaN for %d, %d, %d', (r, n, confidence) => {
    expect(correlationInterval(r, n, confidence)).toEqual(NOWHERE);
  });
});

describe('spearmanCorrelation', () => {
  it('has the numbers of the acceptance case', () => {
    const test = spearmanCorrelation(x, y);
    expect(test.coefficient).toBeCloseTo(0.6, 15);
    expect(test.pValue).toBeCloseTo(0.0967978395, 10);
    expect(test.method).toBe('exact');
    expect(test.interval.upper).toBeCloseTo(0.915798, 6);
  });

  // SciPy 1.17.
  it.each([
    ['two-sided', 0.08762282904140249],
    ['less', 0.9561885854792987],
    ['greater', 0.043811414520701246],
  ] as const)('has the t form for %s', (alternative, p) => {
    const test = spearmanCorrelation(x, y, { alternative, method: 'asymptotic' });
    expect(test.pValue).toBeCloseTo(p, 12);
    expect(test.method).toBe('asymptotic');
  });

  // All 40,320 orders counted one by one.
  it.each([
    ['two-sided', 2 * 0.010887896825396825],
    ['less', 0.010887896825396825],
    ['greater', 0.9923115079365079],
  ] as const)('counts all orders for %s', (alternative, p) => {
    const test = spearmanCorrelation([3, 1, 4, 1.5, 5, 9, 2, 6], [2, 7, 1, 8, 2.8, 1.8, 2.9, 0.5], { alternative });
    expect(test.pValue).toBeCloseTo(p, 14);
  });

  it('shares the ranks of ties, in tables and sorted alike', () => {
    const a = [1, 2, 2, 3, 3, 3, 5, 7, 7, 9];
    const b = [2, 1, 4, 4, 4, 6, 5, 5, 9, 9];
    const table = spearmanCorrelation(a, b);
    expect(table.coefficient).toBeCloseTo(0.8616352201257862, 14);
    expect(table.pValue).toBeCloseTo(0.0013523396882539178, 14);
    expect(table.method).toBe('asymptotic');
    expect(
      spearmanCorrelation(
        a.map((value) => value / 3),
        b,
      ).coefficient,
    ).toBeCloseTo(table.coefficient, 15);
  });

  it('is exact by default up to ten pairs', () => {
    const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => (i * 7) % 11);
    const order = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
    expect(spearmanCorrelation(order(10), upTo(10)).method).toBe('exact');
    expect(spearmanCorrelation(order(11), upTo(11)).method).toBe('asymptotic');
    expect(spearmanCorrelation(order(11), upTo(11), { method: 'exact' })).toMatchObject({
      method: 'exact',
      pValue: NaN,
    });
    expect(spearmanCorrelation([1, 1, 2], [1, 2, 3], { method: 'exact' }).pValue).toBeNaN();
    // Fractions are ranked by sorting; a tie on either side counts.
    expect(spearmanCorrelation([0.1, 0.2, 0.3], [0.1, 0.2, 0.3]).method).toBe('exact');
    expect(spearmanCorrelation([0.1, 0.1, 0.3], [0.1, 0.2, 0.3]).method).toBe('asymptotic');
    expect(spearmanCorrelation([0.1, 0.2, 0.3], [0.1, 0.2, 0.2]).method).toBe('asymptotic');
  });

  it('counts the only order of ten that rises throughout, both ways', () => {
    const order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(spearmanCorrelation(order, order).pValue).toBeCloseTo(2 / 3628800, 20);
    expect(spearmanCorrelation(order, order, { alternative: 'less' }).pValue).toBe(1);
    expect(spearmanCorrelation(order, [...order].reverse(), { alternative: 'less' }).pValue).toBeCloseTo(
      1 / 3628800,
      20,
    );
  });

  it('ranks infinite values and takes -0 for 0', () => {
    expect(spearmanCorrelation([-Infinity, 0.5, Infinity], [1, 2, 3]).coefficient).toBe(1);
    expect(spearmanCorrelation([-0, 0, 1.5], [3, 3, 4]).coefficient).toBe(1);
  });

  it.each([
    ['no pair', [], []],
    ['one pair', [1], [2]],
    ['a constant of whole numbers', [2, 2, 2], [1, 2, 3]],
    ['a constant of fractions', [1, 2, 3], [0.1, 0.1, 0.1]],
    ['different lengths', [1, 2, 3], [1, 2]],
    ['NaN first', [1, NaN, 3], [1, 2, 4]],
    ['NaN second', [1, 2, 3], [1, 2, NaN]],
  ])('is NaN for %s', (_, first, second) => {
    expect(spearmanCorrelation(first, second)).toMatchObject({
      coefficient: NaN,
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
      interval: NOWHERE,
    });
  });
});

describe('kendallTau', () => {
  it('has the numbers of the acceptance case', () => {
    const test = kendallTau(x, y);
    expect(test.coefficient).toBeCloseTo(0.4444444444, 10);
    expect(test.pValue).toBeCloseTo(0.119438933, 10);
    expect(test.score).toBe(16);
    expect(test.method).toBe('exact');
  });

  // SciPy 1.17.
  it.each([
    ['exact', 'two-sided', 0.11943893298059964],
    ['exact', 'less', 0.9624118165784833],
    ['exact', 'greater', 0.05971946649029982],
    ['asymptotic', 'two-sided', 0.09529283802345664],
    ['asymptotic', 'less', 0.9523535809882717],
    ['asymptotic', 'greater', 0.04764641901172832],
  ] as const)('is %s for %s', (method, alternative, p) => {
    expect(kendallTau(x, y, { method, alternative }).pValue).toBeCloseTo(p, 12);
  });

  it.each([
    ['two-sided', 0.03115079365079365],
    ['less', 0.015575396825396826],
    ['greater', 0.9929315476190476],
  ] as const)('counts falling columns for %s', (alternative, p) => {
    const test = kendallTau([3, 1, 4, 1.5, 5, 9, 2, 6], [2, 7, 1, 8, 2.8, 1.8, 2.9, 0.5], { alternative });
    expect(test.coefficient).toBeCloseTo(-0.6428571428571428, 15);
    expect(test.pValue).toBeCloseTo(p, 14);
  });

  it('allows for ties, in tables and sorted alike', () => {
    const a = [1, 2, 2, 3, 3, 3, 5, 7, 7, 9];
    const b = [2, 1, 4, 4, 4, 6, 5, 5, 9, 9];
    const table = kendallTau(a, b);
    expect(table.coefficient).toBeCloseTo(0.75, 15);
    expect(table.pValue).toBeCloseTo(0.005001228733196879, 14);
    const sorted = kendallTau(
      a.map((value) => value / 3),
      b,
    );
    expect(sorted).toEqual(table);
  });

  it('is exact by default below fifty pairs', () => {
    const order = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
    const mixed = (n: number): number[] => order(n).map((i) => (i * 37) % 53);
    expect(kendallTau(order(49), mixed(49)).pValue).toBeCloseTo(0.8706107020010827, 12);
    expect(kendallTau(order(50), mixed(50)).pValue).toBeCloseTo(0.6942099409152269, 12);
    expect(kendallTau(order(50), mixed(50)).method).toBe('asymptotic');
    const sixty = order(60).map((i) => (i * 37) % 61);
    expect(kendallTau(order(60), sixty, { method: 'exact' }).pValue).toBeCloseTo(0.28817884944304617, 12);
    expect(kendallTau(order(1000), order(1000), { method: 'exact' }).pValue).toBe(0);
    expect(kendallTau(order(1001), order(1001), { method: 'exact' }).pValue).toBeNaN();
    expect(kendallTau([1, 1, 2], [1, 2, 3], { method: 'exact' }).pValue).toBeNaN();
  });

  it('counts the orders of three, up to certainty', () => {
    expect(kendallTau([1, 2, 3], [1, 3, 2]).pValue).toBe(1);
    expect(kendallTau([1, 2, 3], [3, 2, 1], { alternative: 'greater' }).pValue).toBe(1);
    expect(kendallTau([1, 2, 3], [3, 2, 1], { alternative: 'less' }).pValue).toBeCloseTo(1 / 6, 15);
    expect(kendallTau([1, 2], [1, 2])).toMatchObject({ coefficient: 1, score: 1, statistic: 1, pValue: 1 });
  });

  it('agrees with counting pairs one by one on many sorted values', () => {
    const a = Array.from({ length: 500 }, (_, i) => ((i * 7919) % 523) / 7);
    const b = a.map((value, i) => value + ((i * 104729) % 97) / 3);
    const sign = (values: readonly number[], i: number, j: number): number =>
      Math.sign((values[i] as number) - (values[j] as number));
    let score = 0;
    for (let i = 0; i < 500; i++) for (let j = 0; j < i; j++) score += sign(a, i, j) * sign(b, i, j);
    expect(kendallTau(a, b).score).toBe(score);
  });

  it.each([
    ['no pair', [], []],
    ['one pair', [1], [2]],
    ['a constant', [2, 2, 2], [1, 2, 3]],
    ['a constant of fractions', [1, 2, 3], [0.1, 0.1, 0.1]],
    ['different lengths', [1, 2, 3], [1, 2]],
    ['NaN first', [1, NaN, 3], [1, 2, 4]],
    ['NaN second', [1, 2, 3], [1, 2, NaN]],
  ])('is NaN for %s', (_, first, second) => {
    expect(kendallTau(first, second)).toMatchObject({
      coefficient: NaN,
      score: NaN,
      statistic: NaN,
      pValue: NaN,
      interval: NOWHERE,
    });
  });
});

describe('partialCorrelation', () => {
  it('is the plain correlation without controls', () => {
    const { semiPartial, ...partial } = partialCorrelation(x, y, []);
    const plain = pearsonCorrelation(x, y);
    expect(partial.coefficient).toBeCloseTo(plain.coefficient, 14);
    expect(semiPartial).toBeCloseTo(plain.coefficient, 14);
    expect(partial.pValue).toBeCloseTo(plain.pValue, 14);
    expect(partial.interval.lower).toBeCloseTo(plain.interval.lower, 13);
  });

  it('follows the formula of one control', () => {
    const z = [1, 5, 2, 8, 3, 9, 4, 7, 6];
    const [xy, xz, yz] = [pearsonCorrelation(x, y), pearsonCorrelation(x, z), pearsonCorrelation(y, z)].map(
      ({ coefficient }) => coefficient,
    ) as [number, number, number];
    const partial = partialCorrelation(x, y, [z]);
    expect(partial.coefficient).toBeCloseTo((xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2)), 14);
    expect(partial.semiPartial).toBeCloseTo((xy - xz * yz) / Math.sqrt(1 - yz ** 2), 14);
    expect(partial.degreesOfFreedom).toBe(6);
  });

  it('does not count a control twice', () => {
    const z = [1, 5, 2, 8, 3, 9, 4, 7, 6];
    const twice = partialCorrelation(x, y, [z, z.map((value) => 3 - 2 * value), z.map(() => 4)]);
    expect(twice.degreesOfFreedom).toBe(6);
    expect(twice.coefficient).toBeCloseTo(partialCorrelation(x, y, [z]).coefficient, 14);
  });

  it.each([
    ['a control that determines the other', x, y, [y]],
    ['different lengths', x, y.slice(1), []],
    ['a second of more values', x, [...y, 1], []],
    ['a control of another length', x, y, [[1, 2]]],
    ['NaN among the controls', [1, 2, 3, 4], [1, 3, 2, 4], [[1, NaN, 2, 5]]],
    ['NaN', [1, NaN, 3, 4], [1, 3, 2, 4], [[1, 7, 2, 5]]],
    ['nothing', [], [], []],
  ])('is NaN for %s', (_, first, second, controls) => {
    expect(partialCorrelation(first, second, controls)).toEqual({
      coefficient: NaN,
      semiPartial: NaN,
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
      interval: NOWHERE,
    });
  });
});

describe('partialCorrelation where the controls determine a column', () => {
  it('is NaN, but for the semi-partial coefficient of the first', () => {
    const controls = [x.map((value) => 2 * value + 1)];
    expect(partialCorrelation(x, y, controls)).toMatchObject({ coefficient: NaN, pValue: NaN, semiPartial: 0 });
    expect(partialCorrelation(y, x, controls)).toMatchObject({ coefficient: NaN, pValue: NaN, semiPartial: NaN });
  });
});

describe('weightedCorrelation', () => {
  it('is the plain correlation with equal weights', () => {
    const { effectiveSize, ...weighted } = weightedCorrelation(
      x,
      y,
      x.map(() => 2),
    );
    expect(effectiveSize).toBe(9);
    expect(weighted.coefficient).toBeCloseTo(pearsonCorrelation(x, y).coefficient, 14);
    expect(weighted.pValue).toBeCloseTo(pearsonCorrelation(x, y).pValue, 13);
  });

  it('takes a weight of two for two rows, and one of zero for none', () => {
    const ignored = weightedCorrelation([1, 2, 3, NaN], [2, 1, 4, 7], [2, 1, 1, 0]);
    expect(ignored.coefficient).toBeCloseTo(pearsonCorrelation([1, 1, 2, 3], [2, 2, 1, 4]).coefficient, 14);
    expect(ignored.effectiveSize).toBeCloseTo(16 / 6, 14);
  });

  it.each([
    ['a constant among the weighted', [1, 1, 5], [1, 2, 3], [1, 1, 0]],
    ['a constant', [1, 2, 3], [0.1, 0.1, 0.1], [1, 2, 3]],
    ['a weight below zero', [1, 2, 3], [1, 3, 2], [1, -1, 1]],
    ['weights of another length', [1, 2, 3], [1, 3, 2], [1, 1]],
    ['columns of different length', [1, 2, 3], [1, 3], [1, 1, 1]],
    ['NaN', [1, NaN, 3], [1, 3, 2], [1, 1, 1]],
    ['no weight', [1, 2, 3], [1, 3, 2], [0, 0, 0]],
  ])('is NaN for %s', (_, first, second, weights) => {
    expect(weightedCorrelation(first, second, weights)).toMatchObject({
      coefficient: NaN,
      statistic: NaN,
      pValue: NaN,
      interval: NOWHERE,
    });
  });
});

describe('correlationMatrix', () => {
  it.each([1, 2, 3, 4])('has the correlations of all pairs of %d columns', (size) => {
    const columns = Array.from({ length: size }, (_, k) =>
      Float64Array.from({ length: 5000 }, (__, i) => (i * (k + 3)) % 101),
    );
    const matrix = correlationMatrix(columns);
    for (const [i, row] of matrix.entries()) {
      for (const [j, value] of row.entries()) {
        const plain = pearsonCorrelation(columns[i] as Float64Array, columns[j] as Float64Array);
        expect(value).toBeCloseTo(plain.coefficient, 12);
        expect(value).toBe(matrix[j]?.[i]);
      }
      expect(row[i]).toBe(1);
    }
  });

  it('takes typed columns', () => {
    const [first] = correlationMatrix([Uint8Array.of(1, 2, 3), Int16Array.of(-3, -2, -1)]);
    expect(first?.[1]).toBeCloseTo(1, 14);
  });

  it('is NaN for a column without spread or with NaN, and nowhere else', () => {
    const matrix = correlationMatrix([
      [1, 2, 3],
      [5, 5, 5],
      [1, NaN, 2],
      [3, 1, 2],
    ]);
    expect(matrix[1]).toEqual([NaN, NaN, NaN, NaN]);
    expect(matrix[2]).toEqual([NaN, NaN, NaN, NaN]);
    expect(matrix[0]?.[3]).toBeCloseTo(-0.5, 14);
  });

  it('is NaN throughout for different lengths, and empty for no column', () => {
    expect(
      correlationMatrix([
        [1, 2, 3],
        [1, 2],
      ]),
    ).toEqual([
      [NaN, NaN],
      [NaN, NaN],
    ]);
    expect(correlationMatrix([])).toEqual([]);
  });
});

describe('correlationDifferenceTest', () => {
  it('is zero for equal correlations', () => {
    expect(correlationDifferenceTest(0.4, 20, 0.4, 30)).toEqual({ cohenQ: 0, statistic: 0, pValue: 1 });
  });

  it.each([
    [1, 20, 0.4, 30],
    [0.4, 20, -1, 30],
    [0.4, 3, 0.5, 30],
    [0.4, 30, 0.5, 3],
    [NaN, 30, 0.5, 30],
  ])('is NaN for %d (%d), %d (%d)', (first, firstSize, second, secondSize) => {
    expect(correlationDifferenceTest(first, firstSize, second, secondSize)).toEqual({
      cohenQ: NaN,
      statistic: NaN,
      pValue: NaN,
    });
  });
});

describe('dependentCorrelationTest', () => {
  it('is zero for equal correlations, and turns its sign with them', () => {
    expect(dependentCorrelationTest(0.4, 0.4, 0.1, 20)).toEqual({ statistic: 0, degreesOfFreedom: 17, pValue: 1 });
    const { statistic } = dependentCorrelationTest(0.5, 0.2, 0.1, 20);
    expect(dependentCorrelationTest(0.2, 0.5, 0.1, 20).statistic).toBeCloseTo(-statistic, 14);
  });

  it.each([
    [1.1, 0.2, 0.1, 20],
    [0.2, -1.1, 0.1, 20],
    [0.2, 0.3, 1, 20],
    [0.2, 0.3, 0.4, 3],
    [0.9, -0.9, 0.9, 20],
    [NaN, 0.3, 0.4, 20],
  ])('is NaN for %d, %d, %d, %d', (first, second, between, n) => {
    expect(dependentCorrelationTest(first, second, between, n)).toEqual({
      statistic: NaN,
      degreesOfFreedom: NaN,
      pValue: NaN,
    });
  });
});
