import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { deepFreeze, thrownBy } from '../../tools/soundness.js';

describe('toColumnTable', () => {
  const columns = { q1: Uint8Array.of(10, 3), country: ['FR', 'DE'] };

  it('keeps the columns as given', () => {
    const table = toColumnTable(columns);
    expect(table.columns).toBe(columns);
    expect(table.length).toBe(2);
  });

  it('reads as rows, again and again', () => {
    const table = toColumnTable(columns);
    const rows = [
      { q1: 10, country: 'FR' },
      { q1: 3, country: 'DE' },
    ];
    expect([...table]).toEqual(rows);
    expect([...table]).toEqual(rows);
  });

  it('copies nothing: a changed column is seen', () => {
    const q1 = [10, 10];
    const table = toColumnTable({ q1 });
    q1[1] = 0;
    expect([...table]).toEqual([{ q1: 10 }, { q1: 0 }]);
  });

  it('takes frozen columns', () => {
    expect([...toColumnTable(deepFreeze({ q1: [9] }))]).toEqual([{ q1: 9 }]);
  });

  it('takes empty columns', () => {
    const table = toColumnTable({ q1: [] });
    expect([...table]).toEqual([]);
    expect(table.length).toBe(0);
  });

  it('reads a column called __proto__ as any other', () => {
    const [row] = toColumnTable(JSON.parse('{"__proto__":[7]}') as Record<string, number[]>);
    expect(Object.keys(row ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  it('gives scores from the named column, weighted or not', () => {
    const table = toColumnTable({ q1: [10, 9, 8, 6], revenue: [120, 40, 60, 80] });
    expect(computeNps(table, { score: 'q1' }).value).toBe(25);
    // (160 - 80) / 300
    expect(computeNps(table, { score: 'q1', weight: 'revenue' }).value).toBeCloseTo(26.666666666666668, 12);
    expect(computeNps(table, { score: (row) => row.q1 }).value).toBe(25);
  });

  it('names the row of a column that is off the scale', () => {
    expect(() => computeNps(toColumnTable({ q1: [10, 11] }), { score: 'q1' })).toThrow('score at row 1');
  });

  it.each([
    ['nothing', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['no columns', {}, 'an object'],
    ['a first column that is none', { a: 5 }, 'an object'],
    ['a first column that is missing', { a: null }, 'an object'],
  ])('refuses %s', (_name, given, shown) => {
    expect(thrownBy(() => toColumnTable(given as { a: number[] }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_INPUT',
      message: `toColumnTable: columns must be an object that holds at least one array, received ${shown}`,
    });
  });

  it.each([
    [[1, 2, 3], 'RangeError', '3'],
    [[], 'RangeError', '0'],
    [null, 'TypeError', 'undefined'],
    [5, 'TypeError', 'undefined'],
  ])('refuses a second column %j of another length', (b, kind, shown) => {
    expect(thrownBy(() => toColumnTable({ a: [1, 2], b: b as number[] }))).toEqual({
      kind,
      code: 'CX_INVALID_INPUT',
      message: `toColumnTable: length of column "b" must be as long as the first, 2, received ${shown}`,
    });
  });
});
