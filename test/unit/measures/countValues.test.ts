import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { NumericArray } from '../../../src/core/numericArray.js';
import { countArray, countRows } from '../../../src/measures/countValues.js';
import { createScaleTally, scaleRowAdder, tallyScale, type ScaleOptions } from '../../../src/measures/scaleTally.js';

type Values = readonly unknown[] | NumericArray;

/** The reference: answers added one by one. */
function oneByOne(values: Values, minimum: number, span: number): readonly number[] {
  const scale = { minimum, maximum: minimum + span };
  const tally = createScaleTally(scale, false);
  const addRow = scaleRowAdder<unknown>('f', scale, { offScale: 'exclude' });
  for (let index = 0; index < values.length; index++) addRow(tally, values[index], index);
  return tally.counts;
}

function expectCounts(values: Values, minimum = 0, span = 10): void {
  expect(countArray(values, minimum, span)).toEqual(oneByOne(values, minimum, span));
}

/** Scores without a period that a loop over pairs or words could hide. */
const scoreAt = (index: number, minimum: number, span: number): number =>
  minimum + ((Math.imul(index + 1, 0x9e3779b1) >>> 8) % (span + 1));
const plain = (length: number, minimum = 0, span = 10): number[] =>
  Array.from({ length }, (_, index) => scoreAt(index, minimum, span));

/** Lengths on both sides of where the long loops begin, with every remainder of a division by eight. */
const LENGTHS = [0, 1, 2, 3, 4, 5, 7, 8, 100, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 8195];

const TYPED: readonly (readonly [string, (values: readonly number[]) => NumericArray])[] = [
  ['Uint8Array', (values) => Uint8Array.from(values)],
  ['Uint8ClampedArray', (values) => Uint8ClampedArray.from(values)],
  ['Int8Array', (values) => Int8Array.from(values)],
  ['Uint16Array', (values) => Uint16Array.from(values)],
  ['Int16Array', (values) => Int16Array.from(values)],
  ['Uint32Array', (values) => Uint32Array.from(values)],
  ['Int32Array', (values) => Int32Array.from(values)],
  ['Float32Array', (values) => Float32Array.from(values)],
  ['Float64Array', (values) => Float64Array.from(values)],
];

/** Plain arrays that an engine holds in different ways, though they are equal. */
const PLAIN: readonly (readonly [string, (values: readonly number[]) => unknown[]])[] = [
  ['small integers', (values) => values.slice()],
  ['filled in', (values) => values.reduce<unknown[]>((all, v, at) => ((all[at] = v), all), new Array(values.length))],
  ['held as doubles', (values) => [0.5, ...values].slice(1)],
  ['held as references', (values) => [null, ...values].slice(1)],
];

/** Answers that are off the scale 0..10, missing, or on it in disguise. */
const ODD: readonly unknown[] = [
  11, -1, 255, 16, 8.5, -0.5, 10.000000000000002, 4294967301, -4294967291, 1e300, 5e-324, NaN, Infinity, -Infinity, -0, null, undefined,
  '9', '', true, false, 9n, Symbol('9'), {}, [9], new Date(9), { valueOf: () => 9 }, () => 9, new Number(9),
]; // prettier-ignore

describe('countArray', () => {
  it('counts scale points, missing answers and answers off the scale', () => {
    expect(countArray([1, 3, 3, null, undefined, 4, 0, '1'], 1, 2)).toEqual([1, 0, 2, 2, 3, 0, 0]);
  });

  it('counts 4,400 answers in a long loop, none lost and none twice', () => {
    const values = Array.from({ length: 4400 }, (_, index) => index % 11);
    const counts = [...new Array<number>(11).fill(400), 0, 0, 0, 0];
    expect(countArray(values, 0, 10)).toEqual(counts);
    expect(countArray(Uint8Array.from(values), 0, 10)).toEqual(counts);
  });

  it.each(PLAIN)('of plain arrays %s equals adding one by one, at every length from 0 to 1030', (_, make) => {
    const values = plain(1030);
    for (let length = 0; length <= 1030; length++) expectCounts(make(values.slice(0, length)));
  });

  it.each(TYPED)('of %s equals adding one by one, at every length from 0 to 1030', (_, make) => {
    const values = make(plain(1030));
    for (let length = 0; length <= 1030; length++) expectCounts(values.subarray(0, length));
  });

  describe.each([
    [0, 4],
    [0, 15],
    [0, 16],
    [0, 100],
    [1, 4],
    [1, 14],
    [1, 15],
    [5, 5],
    [-5, 10],
    [-2, 4],
    [-100, 200],
    [120, 10],
  ])('on a scale from %i with a span of %i', (minimum, span) => {
    it.each([...TYPED, ...PLAIN])('of %s equals adding one by one, with points beside the scale', (_, make) => {
      for (const length of LENGTHS) {
        expectCounts(make(plain(length, minimum, span)), minimum, span);
        // Typed arrays of bytes wrap what they cannot hold: those answers are off the scale as well.
        expectCounts(make(plain(length, minimum - 1, span + 2)), minimum, span);
      }
    });
  });

  it.each([11, 15, 16, 17, 32, 128, 160, 240, 255])('finds the byte %i at every position', (odd) => {
    const bytes = Uint8Array.from(plain(1031));
    const expected = oneByOne(bytes, 0, 10);
    for (let at = 0; at < bytes.length; at++) {
      const before = bytes[at] as number;
      bytes[at] = odd;
      const counts = countArray(bytes, 0, 10);
      counts[12] = (counts[12] as number) - 1;
      counts[before] = (counts[before] as number) + 1;
      expect(counts).toEqual(expected);
      bytes[at] = before;
    }
  });

  it.each(ODD.map((odd) => [odd]))('finds %o at every position of a long array', (odd) => {
    const values: unknown[] = plain(1031);
    for (let at = 0; at < values.length; at += at < 140 || at > 1015 ? 1 : 7) {
      const before = values[at];
      values[at] = odd;
      expectCounts(values);
      values[at] = before;
    }
  });

  it('counts bytes that do not begin at a word, and not their neighbours', () => {
    const buffer = new Uint8Array(1200).fill(9);
    for (let offset = 0; offset < 9; offset++) {
      for (let length = 1018; length < 1036; length++) {
        const view = new Uint8Array(buffer.buffer, offset, length);
        view.set(plain(length));
        expectCounts(view);
        expectCounts(new Uint8ClampedArray(buffer.buffer, offset, length));
        view.fill(9);
      }
    }
  });

  it.each(TYPED)('counts a part of %s, and nothing outside of it', (_, make) => {
    const whole = make(plain(20_000));
    for (const [from, to] of [
      [1, 1025],
      [3, 1030],
      [7, 8200],
      [8191, 16_500],
    ] as const) {
      expectCounts(whole.subarray(from, to));
    }
  });

  it('tells a negative byte from the byte of equal bits', () => {
    const values = plain(1030, -5, 10);
    expect(countArray(Int8Array.from(values), -5, 10).slice(11)).toEqual([0, 0, 0, 0]);
    expect(countArray(Int8Array.of(-1), 250, 5)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(countArray(Uint8Array.of(255), -5, 10)[12]).toBe(1);
  });

  it.each([Float32Array, Float64Array])('takes fractions and NaN of %o for off the scale', (Kind) => {
    const values = Kind.from(plain(9000));
    values[0] = 8.5;
    values[4097] = NaN;
    values[8999] = 0.1;
    const counts = countArray(values, 0, 10);
    expect(counts).toEqual(oneByOne(values, 0, 10));
    expect(counts.slice(11)).toEqual([0, 3, 0, 0]);
  });

  it('takes holes for missing answers, of short and long arrays', () => {
    for (const length of [10, 1023, 1024, 5000]) {
      const values = new Array<unknown>(length);
      values[1] = 7;
      values[length - 1] = 3;
      expectCounts(values);
      expect(countArray(values, 0, 10)[11]).toBe(length - 2);
    }
  });

  it('counts a long array that is almost empty', () => {
    const values: unknown[] = [];
    values[70_000] = 4;
    expect(countArray(values, 0, 10)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 70_000, 0, 0, 0]);
  });

  it('counts a bigint, a symbol and an object that cannot be a number, however many integers stand around them', () => {
    const values: unknown[] = plain(5000);
    const unwilling = {
      valueOf() {
        throw new Error('must not be asked');
      },
    };
    // Off the scale before them, so that a loop that gives up has counted something already.
    values[501] = 99;
    values.splice(1001, 3, 9n, Symbol('9'), unwilling);
    expectCounts(values);
    expect(countArray(values, 0, 10)[12]).toBe(4);
  });

  it('counts blanks that come at regular distances', () => {
    for (const period of [2, 3, 5, 10, 64, 65, 100]) {
      for (const shift of [0, 1]) {
        expectCounts(plain(3000).map((score, index) => (index % period === shift ? null : score)));
      }
    }
  });

  it('counts frozen arrays', () => {
    expectCounts(Object.freeze(plain(50)));
    expectCounts(Object.freeze(plain(1500)));
  });

  it.each(['Array', 'Uint8Array', 'Float32Array', 'Float64Array'])('counts %s of another realm', (kind) => {
    for (const length of [100, 1500]) {
      expectCounts(runInNewContext(`${kind}.from({ length: ${length} }, (_, index) => (index * 7) % 13)`) as number[]);
    }
  });

  it('leaves its input as it was', () => {
    const values = plain(2000);
    const bytes = Uint8Array.from(values);
    countArray(values, 0, 10);
    countArray(bytes, 0, 10);
    expect(values).toEqual(plain(2000));
    expect(Array.from(bytes)).toEqual(values);
  });
});

describe('countRows', () => {
  it.each([0, 1, 1023, 1030, 5000])('equals adding one by one, of %i rows', (length) => {
    const answers = [...plain(length), ...ODD];
    const rows = answers.map((score) => ({ score }));
    expect(countRows(rows, (row) => row.score, 0, 10)).toEqual(oneByOne(answers, 0, 10));
  });

  it('hands the row and its index to the function', () => {
    const seen: unknown[] = [];
    countRows(['a', 'b'], (row, index) => seen.push([row, index]), 0, 10);
    expect(seen).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });
});

describe('rows read by the name of a field', () => {
  interface Row {
    readonly score: unknown;
  }
  const byName = { score: 'score', offScale: 'exclude' } as unknown as ScaleOptions<Row>;
  const tally = (rows: readonly unknown[]): readonly number[] =>
    tallyScale('f', { minimum: 0, maximum: 10 }, byName, rows, {}).counts;

  it.each([0, 1, 1023, 5000])('are counted as if one by one, of %i rows', (length) => {
    const answers = [...plain(length), ...ODD];
    expect(tally(answers.map((score) => ({ score })))).toEqual(oneByOne(answers, 0, 10));
  });

  it('are missing answers where the field or the row is missing', () => {
    expect(tally([{ score: 9 }, {}, null, undefined, { score: null }]).slice(9)).toEqual([1, 0, 4, 0, 0, 0]);
  });
});
