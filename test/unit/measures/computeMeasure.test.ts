import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { defineScale } from '../../../src/measures/defineScale.js';
import type { Measure } from '../../../src/measures/measure.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { deepFreeze, readOnce, thrownBy } from '../../tools/soundness.js';

interface Row {
  q: number | null;
}
const plain = npsMeasure();
const named = npsMeasure<Row>({ score: 'q' });
const byFunction = npsMeasure<Row>({ score: (row) => row.q });
const excluding = npsMeasure<Row>({ score: 'q', offScale: 'exclude' });
const scores = [10, 9, 8, 6, null];
const COUNTS = [0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0];

/** A measure whose `addRow` tells how often it was called. */
function watched<R, T, Result>(measure: Measure<R, T, Result>): { measure: Measure<R, T, Result>; calls: number[] } {
  const calls: number[] = [];
  const addRow = (tally: T, row: R, index: number): void => {
    calls.push(index);
    measure.addRow(tally, row, index);
  };
  return { measure: { ...measure, addRow }, calls };
}

describe('tallyRows', () => {
  it.each([
    ['an array', scores],
    ['a stream', readOnce(scores)],
    ['a frozen array', deepFreeze([...scores])],
  ])('counts plain answers from %s', (_name, input) => {
    expect(tallyRows(input, plain).counts).toEqual(COUNTS);
  });

  it.each([
    ['rows', () => scores.map((q) => ({ q }))],
    ['a stream of rows', () => readOnce(scores.map((q) => ({ q })))],
    ['a table', () => toColumnTable({ q: scores })],
  ])('counts a field from %s, by name and by function', (_name, input) => {
    expect(tallyRows(input(), named).counts).toEqual(COUNTS);
    expect(tallyRows(input(), byFunction).counts).toEqual(COUNTS);
  });

  it('counts a typed array and a typed column', () => {
    expect(tallyRows(Uint8Array.of(10, 6), plain).counts[10]).toBe(1);
    expect(tallyRows(toColumnTable({ q: Float64Array.of(10, 6) }), named).counts[6]).toBe(1);
  });

  it('counts plain answers and named columns at once, everything else row by row', () => {
    const values = watched(plain);
    tallyRows([10, 9], values.measure);
    expect(values.calls).toEqual([]);
    const column = watched(named);
    tallyRows(toColumnTable({ q: [10, 9] }), column.measure);
    expect(column.calls).toEqual([]);
    tallyRows([{ q: 1 }, { q: 2 }], column.measure);
    expect(column.calls).toEqual([0, 1]);
    const computed = watched(byFunction);
    tallyRows(toColumnTable({ q: [10, 9] }), computed.measure);
    expect(computed.calls).toEqual([0, 1]);
  });

  it('hands each row its index', () => {
    const { measure, calls } = watched(plain);
    tallyRows(readOnce([10, 9, 8]), measure);
    expect(calls).toEqual([0, 1, 2]);
  });

  it('names the row of an answer off the scale, on every way', () => {
    const message = 'npsMeasure: score at row 1 must be a whole number from 0 to 10, received 11';
    expect(() => tallyRows([10, 11], plain)).toThrow(message);
    expect(() => tallyRows(Uint8Array.of(10, 11), plain)).toThrow(message);
    expect(() => tallyRows([{ q: 10 }, { q: 11 }], named)).toThrow(message);
    expect(() => tallyRows(toColumnTable({ q: [10, 11] }), named)).toThrow(message);
  });

  it('excludes answers off the scale where the measure says so', () => {
    expect(tallyRows(toColumnTable({ q: [10, 11] }), excluding).counts.slice(10)).toEqual([1, 0, 1, 0, 0]);
    expect(tallyRows([{ q: 10 }, { q: 11 }], excluding).counts.slice(10)).toEqual([1, 0, 1, 0, 0]);
  });

  it('reads a table without the named column as rows', () => {
    const table = toColumnTable({ other: [1, 2] }) as unknown as Iterable<Row>;
    expect(tallyRows(table, named).counts[11]).toBe(2);
  });

  it('gives an empty tally for no rows', () => {
    expect(tallyRows([], plain)).toEqual(plain.createTally());
  });

  it('takes counts by score, with the missing answers beside them', () => {
    const trust = defineScale({ id: 'trust', minimum: 3, maximum: 5, statistic: 'mean' });
    expect(tallyRows({ counts: [0, 0, 0, 1, 2, 3] }, trust).counts).toEqual([1, 2, 3, 0, 0, 0, 0]);
    expect(tallyRows({ counts: Uint16Array.of(0, 0, 0, 1, 2, 3) }, trust).counts).toEqual([1, 2, 3, 0, 0, 0, 0]);
    expect(tallyRows({ counts: [0, 0, 0, 1, 2, 3], missing: 4 }, trust).counts).toEqual([1, 2, 3, 4, 0, 0, 0]);
  });

  it('takes counts by score on a scale that begins below zero', () => {
    const mood = defineScale({ id: 'mood', minimum: -2, maximum: 2, statistic: 'mean' });
    expect(tallyRows({ counts: [1, 2, 3], missing: 4 }, mood).counts).toEqual([0, 0, 1, 2, 3, 4, 0, 0, 0]);
  });

  it('takes scores that nobody gave as holes, or left off at the end', () => {
    const trust = defineScale({ id: 'trust', minimum: 3, maximum: 5, statistic: 'mean' });
    const counts: number[] = [];
    counts[4] = 2;
    expect(tallyRows({ counts }, trust).counts).toEqual([0, 2, 0, 0, 0, 0, 0]);
  });

  it.each([
    [2, [0, 0, 1]],
    [6, [0, 0, 0, 1, 1, 1, 1]],
  ])('refuses counts off the scale, at %i', (score, counts) => {
    const trust = defineScale({ id: 'trust', minimum: 3, maximum: 5, statistic: 'mean' });
    expect(thrownBy(() => tallyRows({ counts }, trust))).toEqual({
      kind: 'RangeError',
      code: 'CX_INVALID_COUNTS',
      message: `tallyRows: count of ${score} must be a whole number from 0, and 0 off the scale, received 1`,
    });
  });

  it.each([
    [-1, 'RangeError', '-1'],
    [0.5, 'RangeError', '0.5'],
    [NaN, 'RangeError', 'NaN'],
    ['1', 'TypeError', '"1"'],
    [null, 'TypeError', 'null'],
    [undefined, 'TypeError', 'undefined'],
    [1n, 'TypeError', '1'],
  ])('refuses the count %s', (count, kind, shown) => {
    const trust = defineScale({ id: 'trust', minimum: 3, maximum: 5, statistic: 'mean' });
    expect(thrownBy(() => tallyRows({ counts: [0, 0, 0, 1, count as number] }, trust))).toEqual({
      kind,
      code: 'CX_INVALID_COUNTS',
      message: `tallyRows: count of 4 must be a whole number from 0, and 0 off the scale, received ${shown}`,
    });
  });

  it.each([
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['text', '10', '"10"'],
    ['a number', 7, '7'],
    ['a record', {}, 'an object'],
    ['counts of null', { counts: null }, 'an object'],
    ['counts in text', { counts: '123' }, 'an object'],
  ])('refuses %s', (_name, input, shown) => {
    expect(thrownBy(() => tallyRows(input as unknown as number[], plain))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: `tallyRows: input must be an iterable, or { counts } without weights, received ${shown}`,
    });
  });

  it('refuses counts for a measure that has no bins', () => {
    const mean = defineMean<number>({ id: 'm', value: (row) => row });
    expect(thrownBy(() => tallyRows({ counts: [1] }, mean))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_INPUT',
      message: 'tallyRows: input must be an iterable of rows, received an object',
    });
  });

  it('reads columns as rows for a measure that has no bins', () => {
    const mean = defineMean<Row>({ id: 'm', value: 'q' });
    expect(mean.toResult(tallyRows(toColumnTable({ q: [1, 3] }), mean)).value).toBe(2);
  });
});

describe('computeMeasure', () => {
  it('is the result of the tally', () => {
    expect(computeMeasure(scores, plain)).toEqual(plain.toResult(tallyRows(scores, plain)));
  });

  it('overrides the defaults of the measure', () => {
    const measure = npsMeasure({ confidence: 0.9 });
    expect(computeMeasure(scores, measure).interval?.confidence).toBe(0.9);
    expect(computeMeasure(scores, measure, { confidence: 0.8 }).interval?.confidence).toBe(0.8);
    expect(computeMeasure(scores, measure, { population: 4 }).interval).toMatchObject({
      lower: 25,
      upper: 25,
      confidence: 0.9,
    });
  });
});
