import { describe, expect, it } from 'vitest';
import {
  addValue,
  createValueTally,
  mergeValueTallies,
  type ValueReading,
  type ValueTally,
} from '../../../src/measures/valueTally.js';
import { momentsMean } from '../../../src/statistics/momentsSummary.js';
import { thrownBy } from '../../tools/soundness.js';

interface Row {
  v?: unknown;
  w?: unknown;
}
const reading: ValueReading<Row> = {
  where: 'f',
  read: (row) => row.v,
  readWeight: undefined,
  range: { minimum: 0, maximum: 10 },
  offScale: 'throw',
};
const weighted: ValueReading<Row> = { ...reading, readWeight: (row) => row.w };
const excluding: ValueReading<Row> = { ...weighted, offScale: 'exclude' };

function tallied(rows: readonly Row[], how: ValueReading<Row> = reading): ValueTally {
  const tally = createValueTally();
  rows.forEach((row, index) => addValue(how, tally, row, index));
  return tally;
}

describe('addValue', () => {
  it('adds values within the range, bounds and fractions included', () => {
    const { moments, excluded } = tallied([{ v: 0 }, { v: 10 }, { v: 0.5 }]);
    expect(moments).toMatchObject({ count: 3, minimum: 0, maximum: 10 });
    expect(momentsMean(moments)).toBe(3.5);
    expect(excluded).toEqual([0, 0, 0, 0]);
  });

  it.each([null, undefined])('counts %s as missing', (v) => {
    expect(tallied([{ v }])).toMatchObject({ moments: { count: 0 }, excluded: [1, 0, 0, 0] });
  });

  it.each([
    [-0.1, 'RangeError', '-0.1'],
    [10.1, 'RangeError', '10.1'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['5', 'TypeError', '"5"'],
    [5n, 'TypeError', '5'],
    [true, 'TypeError', 'true'],
    [Symbol('5'), 'TypeError', 'Symbol(5)'],
    [new Date(5), 'TypeError', 'an object'],
  ])('refuses %s, naming its row, or counts it', (v, kind, shown) => {
    expect(thrownBy(() => tallied([{ v: 1 }, { v }]))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `f: value at row 1 must be a number from 0 to 10, received ${shown}`,
    });
    expect(tallied([{ v, w: 1 }], excluding)).toMatchObject({ moments: { count: 0 }, excluded: [0, 1, 0, 0] });
  });

  it('takes any number that can be squared without a range', () => {
    const open = { ...reading, range: null };
    expect(tallied([{ v: 1e90 }, { v: -1e90 }], open).moments).toMatchObject({
      count: 2,
      minimum: -1e90,
      maximum: 1e90,
    });
    for (const v of [1.1e90, -1.1e90, Infinity, NaN]) {
      expect(() => tallied([{ v }], open)).toThrow('f: value at row 0 must be a number from -1e+90 to 1e+90, received');
    }
  });

  it('keeps no -0, which JSON would lose', () => {
    expect(Object.is(tallied([{ v: -0 }]).moments.minimum, 0)).toBe(true);
  });

  it('weighs by weight', () => {
    expect(
      momentsMean(
        tallied(
          [
            { v: 1, w: 3 },
            { v: 5, w: 1 },
          ],
          weighted,
        ).moments,
      ),
    ).toBe(2);
  });

  it.each([
    [null, [0, 0, 1, 0]],
    [undefined, [0, 0, 1, 0]],
    [0, [0, 0, 0, 1]],
    [-0, [0, 0, 0, 1]],
  ])('leaves out what has the weight %s', (w, excluded) => {
    expect(tallied([{ v: 5, w }], weighted)).toMatchObject({ moments: { count: 0 }, excluded });
  });

  it.each([1e-25, 1e25])('takes the weight %d', (w) => {
    expect(tallied([{ v: 5, w }], weighted).moments.count).toBe(1);
  });

  it.each([
    [-1, 'RangeError', '-1'],
    [9e-26, 'RangeError', '9e-26'],
    [1.1e25, 'RangeError', '1.1e+25'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['1', 'TypeError', '"1"'],
    [{}, 'TypeError', 'an object'],
  ])('refuses the weight %s', (w, kind, shown) => {
    expect(
      thrownBy(() =>
        tallied(
          [
            { v: 5, w: 1 },
            { v: 5, w },
          ],
          weighted,
        ),
      ),
    ).toEqual({
      kind,
      code: 'CX_INVALID_WEIGHT',
      message: `f: weight at row 1 must be 0 or a number from 1e-25 to 1e25, received ${shown}`,
    });
  });

  it('does not look at the weight of a value that is left out', () => {
    expect(
      tallied(
        [
          { v: null, w: -1 },
          { v: 99, w: -1 },
        ],
        excluding,
      ).excluded,
    ).toEqual([1, 1, 0, 0]);
  });

  it('hands the index to both readers', () => {
    const indices: number[] = [];
    const spy = (_row: Row, index: number): number => indices.push(index);
    tallied([{}, {}], { ...reading, read: spy, readWeight: spy });
    expect(indices).toEqual([0, 0, 1, 1]);
  });
});

describe('mergeValueTallies', () => {
  it('adds values and exclusions', () => {
    const into = tallied([{ v: 1 }, { v: null }]);
    mergeValueTallies(
      into,
      tallied([{ v: 4, w: 1 }, { v: 99 }, { v: 1, w: null }, { v: 1, w: 0 }, { v: null }], excluding),
    );
    expect(into.excluded).toEqual([2, 1, 1, 1]);
    expect(momentsMean(into.moments)).toBe(2.5);
  });
});
