import { describe, expect, it } from 'vitest';
import { countedRiskTable, countedValues } from '../../../src/statistics/countedValues.js';
import { quantileSketch } from '../../../src/statistics/quantileSketch.js';
import { riskTable } from '../../../src/statistics/riskTable.js';

describe('countedValues', () => {
  it('counts distinct values, ascending', () => {
    expect(countedValues([3, 1, 3, 2, 3, 1])).toEqual([
      { value: 1, count: 2 },
      { value: 2, count: 1 },
      { value: 3, count: 3 },
    ]);
    expect(countedValues([])).toEqual([]);
  });

  it('takes -0 for 0', () => {
    const [zero] = countedValues([0, -0]);
    expect(zero).toEqual({ value: 0, count: 2 });
  });

  it('gives the middles of the buckets of a sketch, within its values', () => {
    // Between 16 and 32 a bucket is 1/8 wide: 20 and 20.1 share one, from 20 to 20.125.
    expect(countedValues(quantileSketch([20, 20.1, 17, 30, 0]))).toEqual([
      { value: 0, count: 1 },
      { value: 17.0625, count: 1 },
      { value: 20.0625, count: 2 },
      { value: 30, count: 1 },
    ]);
    expect(countedValues(quantileSketch([20.1, 20.1]))).toEqual([{ value: 20.1, count: 2 }]);
    expect(countedValues(quantileSketch([]))).toEqual([]);
  });

  it('keeps those of one bucket equal in two sketches', () => {
    const extremes = { minimum: 20.07, maximum: 40 };
    for (const values of [[20.07], [20.1, 40]])
      expect(countedValues(quantileSketch(values), extremes)[0]).toEqual({ value: 20.07, count: 1 });
  });
});

describe('countedRiskTable', () => {
  it('is the table of the rows one by one', () => {
    const closed = [4, 2, 7, 7, 9, 1, 5];
    const open = [2, 7, 12, 12, 3];
    const times = [...closed, ...open];
    const events = times.map((_, at) => Number(at < closed.length));
    expect(countedRiskTable(countedValues(closed), countedValues(open))).toEqual(riskTable(times, events));
    expect(countedRiskTable(countedValues(closed), [])).toEqual(riskTable(closed, events.slice(0, closed.length)));
    expect(countedRiskTable([], countedValues(open))).toEqual(riskTable(open, [0, 0, 0, 0, 0]));
    expect(countedRiskTable([], [])).toEqual([]);
  });
});
