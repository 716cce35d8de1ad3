import { describe, expect, it } from 'vitest';
import { cellDistribution, cellRange } from '../../../src/statistics/noncentralHypergeometric.js';
import { expectRelative } from './relative.js';

const margins = { firstRow: 10, secondRow: 14, firstColumn: 9 };
// SciPy 1.17, nchypergeom_fisher(24, 10, 9, odds).pmf.
const EVEN = [
  0.001531161663750165, 0.022967424956252546, 0.11811818548929867, 0.2756090994750309, 0.3215439493875351,
  0.19292636963252147, 0.05846253625227911, 0.008351790893182744, 0.00048183408999131116, 7.648160158592235e-6,
];
const UNEVEN = [
  2.7033526202157023e-5, 0.001013757232580897, 0.01303402156175434, 0.07603179244356724, 0.2217593946270703,
  0.3326390919406064, 0.25199931207621584, 0.08999975431293414, 0.012980733795134761, 0.0005151084839339174,
];
const total = (masses: readonly number[]): number => masses.reduce((sum, mass) => sum + mass, 0);

describe('cellRange', () => {
  it.each([
    [10, 14, 9, 0, 9],
    [5, 3, 6, 3, 5],
    [5, 6, 6, 0, 5],
    [0, 6, 6, 0, 0],
  ])('of rows %d and %d and a column %d is %d to %d', (firstRow, secondRow, firstColumn, lowest, highest) => {
    expect(cellRange({ firstRow, secondRow, firstColumn })).toEqual([lowest, highest]);
  });
});

describe('cellDistribution', () => {
  describe.each([
    [1, EVEN, 3.75],
    [2.5, UNEVEN, 5.055886215262422],
  ])('at odds of %d', (odds, masses, mean) => {
    it.each(masses.map((mass, count) => [count, mass]))('of a cell of %d', (count, mass) => {
      const got = cellDistribution(margins, count, odds, 0);
      expectRelative(got.at, mass);
      expect(got.below).toBeCloseTo(total(masses.slice(0, count)), 13);
      expect(got.above).toBeCloseTo(total(masses.slice(count + 1)), 13);
      expect(got.noMoreProbable).toBeCloseTo(total(masses.filter((other) => other <= mass)), 13);
      expect(got.meanExcess).toBeCloseTo(mean - count, 12);
    });
  });

  it('stops at the ends of a range that does not begin at 0', () => {
    // SciPy 1.17, nchypergeom_fisher(8, 5, 6, 1.7).
    const got = cellDistribution({ firstRow: 5, secondRow: 3, firstColumn: 6 }, 4, 1.7, 0);
    expectRelative(got.below, 0.22639800769753232);
    expectRelative(got.at, 0.5773149196287072);
    expectRelative(got.above, 0.1962870726737605);
    expect(got.meanExcess).toBeCloseTo(3.969889064976228 - 4, 13);
  });

  it('leaves out what is negligible', () => {
    const got = cellDistribution(margins, 4, 1, 0.1);
    // Beyond 1 and 6 the mass is below a tenth of that of 4; the first such mass is still added.
    expectRelative(got.above, total(EVEN.slice(5, 8)) / total(EVEN.slice(1, 8)), 1e-11);
  });

  it('counts masses that are equal on paper', () => {
    // Symmetric: 1 and 5 of 6 are equally probable.
    const got = cellDistribution({ firstRow: 6, secondRow: 6, firstColumn: 6 }, 1, 1, 0);
    expectRelative(got.noMoreProbable, (2 * (1 + 36)) / 924);
  });
});
