import { describe, expect, it } from 'vitest';
import { raoScottTest } from '../../../src/statistics/raoScottTest.js';

const rows = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'b'];
const columns = [0, 0, 0, 1, 1, 1, 1, 0, 1, 1];

describe('raoScottTest', () => {
  it('has the statistic of Pearson for equal weights', () => {
    // 3 1 | 1 5: 10 (15 - 1)² / (4 6 4 6).
    expect(raoScottTest(rows, columns).chiSquared).toBeCloseTo(1960 / 576, 10);
    expect(raoScottTest(rows, columns, { weights: rows.map(() => 3) }).chiSquared).toBeCloseTo(1960 / 576, 10);
  });

  it('has one numerator degree of freedom for two by two', () => {
    const { numeratorDegreesOfFreedom, denominatorDegreesOfFreedom } = raoScottTest(rows, columns);
    expect(numeratorDegreesOfFreedom).toBeCloseTo(1, 10);
    expect(denominatorDegreesOfFreedom).toBeCloseTo(9, 10);
  });

  it('does not care which side is which, or about the order of classes', () => {
    const there = raoScottTest(rows, columns);
    const back = raoScottTest(columns, rows);
    const turned = raoScottTest([...rows].reverse(), [...columns].reverse());
    expect(back.pValue).toBeCloseTo(there.pValue, 12);
    expect(turned.pValue).toBeCloseTo(there.pValue, 12);
  });

  it('finds less in doubled rows of the same clusters than in as many independent ones', () => {
    const twice = [...rows, ...rows];
    const twiceColumns = [...columns, ...columns];
    const clusters = [...rows.keys(), ...rows.keys()];
    const clustered = raoScottTest(twice, twiceColumns, { clusters });
    expect(clustered.pValue).toBeGreaterThan(raoScottTest(twice, twiceColumns).pValue);
    expect(clustered.statistic).toBeCloseTo(raoScottTest(rows, columns).statistic, 10);
  });

  it('does not count classes without weight', () => {
    const weights = [...rows.map(() => 1), 0];
    const { chiSquared } = raoScottTest([...rows, 'c'], [...columns, 0], { weights });
    expect(chiSquared).toBeCloseTo(1960 / 576, 10);
  });

  it.each([
    ['one class on a side', ['a', 'a'], [0, 1], {}],
    ['one class on the other', ['a', 'b'], [0, 0], {}],
    ['unequal lengths', ['a', 'b'], [0], {}],
    ['no rows', [], [], {}],
    ['a negative weight', ['a', 'b'], [0, 1], { weights: [1, -1] }],
    ['one cluster', ['a', 'b', 'a', 'b'], [0, 1, 1, 0], { clusters: [1, 1, 1, 1] }],
  ])('is NaN with %s', (_, own, other, design) => {
    const { statistic, pValue } = raoScottTest(own, other, design);
    expect(statistic).toBeNaN();
    expect(pValue).toBeNaN();
  });
});
