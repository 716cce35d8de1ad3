import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { toDictionaryColumn } from '../../../src/measures/dictionaryColumn.js';
import { defineProportion } from '../../../src/measures/defineProportion.js';
import { csatMeasure } from '../../../src/metrics/perception/csat.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { tallyBy } from '../../../src/segmentation/tallyBy.js';

interface Row {
  readonly sector?: string | number | boolean | null;
  readonly score: number | null;
}
const measure = npsMeasure<Row>({ score: 'score' });
const answers = (tally: { readonly counts: readonly number[] }): number => tally.counts.reduce((a, b) => a + b, 0);
const odd = (sector: unknown): Row => ({ sector: sector as string, score: 9 });

/** The three ways in which rows are read: an array, an iterable read once, and columns. */
const WAYS = [
  ['an array', (rows: readonly Row[]): Iterable<Row> => rows],
  ['an iterable', (rows: readonly Row[]): Iterable<Row> => new Set(rows)],
  [
    'columns',
    (rows: readonly Row[]): Iterable<Row> =>
      toColumnTable({
        sector: rows.map(({ sector }) => sector),
        score: rows.map(({ score }) => score),
      }) as Iterable<Row>,
  ],
] as const;

describe.each(WAYS)('tallyBy of %s', (_, way) => {
  const keysOf = (sectors: readonly unknown[]): unknown[] =>
    tallyBy(way(sectors.map(odd)), { measure, dimensions: ['sector'] }).keys.map(({ sector }) => sector);
  it('sorts truth values, numbers, texts in code units, and the missing value last', () => {
    expect(keysOf(['b', null, 10, 'B', true, 9, 'é', false, -1.5])).toEqual([
      false,
      true,
      -1.5,
      9,
      10,
      'B',
      'b',
      'é',
      null,
    ]);
  });
  it('takes undefined, null and empty text for one segment, the missing', () => {
    const { keys, tallies } = tallyBy(way([undefined, null, ''].map(odd)), { measure, dimensions: ['sector'] });
    expect(keys).toEqual([{ sector: null }]);
    expect(tallies.map(answers)).toEqual([3]);
  });
  it('keeps 1, "1" and true apart, and 0 and -0 together', () => {
    expect(keysOf([1, '1', true, -0, 0])).toEqual([true, 0, 1, '1']);
    expect(keysOf([-0]).every((value) => Object.is(value, 0))).toBe(true);
  });
  it.each([
    ['NaN', NaN, 'NaN'],
    ['infinite', Infinity, 'Infinity'],
    ['an object', {}, 'an object'],
    ['a big integer', 1n, '1'],
    ['a symbol', Symbol('s'), 'Symbol'],
  ])('refuses a value that is %s, naming the dimension and the row', (_what, value, shown) => {
    const rows = way([odd('a'), odd('b'), odd(value)]);
    const call = (): unknown => tallyBy(rows, { measure, dimensions: ['sector'] });
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error);
    expect(call).toThrow('tallyBy: dimension "sector" at row 2 must be text, a finite number, true, false or missing');
    expect(call).toThrow(shown);
  });
  it('names the row of an answer off the scale', () => {
    const rows = way([odd('a'), { sector: 'a', score: 11 }]);
    expect(() => tallyBy(rows, { measure, dimensions: ['sector'] })).toThrow(/score at row 1 must be .* received 11/);
  });
  it('counts answers off the scale where the measure leaves them out', () => {
    const lenient = npsMeasure<Row>({ score: 'score', offScale: 'exclude' });
    const rows = way([{ sector: 'a', score: 11 }, odd('a'), { sector: 'b', score: null }]);
    const { tallies } = tallyBy(rows, { measure: lenient, dimensions: ['sector'] });
    expect(tallies.map((tally) => lenient.toResult(tally).excluded)).toMatchObject([
      { offScale: 1, missing: 0 },
      { offScale: 0, missing: 1 },
    ]);
  });
  it('gives the whole for no dimension, even of nothing', () => {
    expect(tallyBy(way([odd('a'), odd('b')]), { measure, dimensions: [] })).toMatchObject({
      keys: [{}],
      dimensions: [],
    });
    expect(tallyBy(way([]), { measure, dimensions: [] }).tallies.map(answers)).toEqual([0]);
    expect(tallyBy(way([]), { measure, dimensions: ['sector'] })).toEqual({
      dimensions: ['sector'],
      keys: [],
      tallies: [],
    });
  });
});

describe('tallyBy', () => {
  it('reads dimensions by other names and by function, with the index of the row', () => {
    const rows = [odd('a'), odd('b')];
    const { dimensions, keys } = tallyBy(rows, {
      measure,
      dimensions: { kind: 'sector', even: (_row, index) => index % 2 === 0 },
    });
    expect(dimensions).toEqual(['even', 'kind']);
    expect(keys).toEqual([
      { even: false, kind: 'b' },
      { even: true, kind: 'a' },
    ]);
  });
  it('has keys of their own for a dimension called __proto__', () => {
    const cut = { ['__proto__']: (): string => 'x' };
    const { keys } = tallyBy([odd('a')], { measure, dimensions: cut });
    expect(Object.keys(keys[0] as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(keys[0])).toBe(Object.prototype);
  });
  it('cuts by four and more dimensions', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      a: i % 2,
      b: i % 3,
      c: i % 5,
      d: `${i % 4}`,
      e: i % 7,
      score: i % 11,
    }));
    const deep = npsMeasure<(typeof rows)[number]>({ score: 'score' });
    const { keys, tallies } = tallyBy(rows, { measure: deep, dimensions: ['a', 'b', 'c', 'd', 'e'] });
    expect(keys).toHaveLength(40);
    expect(tallies.map(answers)).toEqual(new Array(40).fill(1));
  });
  it('tallies measures that are not over a scale, and clustered ones', () => {
    const rows = [
      { zone: 'n', account: 'A', score: 10 },
      { zone: 's', account: 'A', score: 0 },
      { zone: 'n', account: 'B', score: 9 },
    ];
    const share = defineProportion<(typeof rows)[number]>({ id: 'high', success: (row) => row.score > 8 });
    const shares = tallyBy(rows, { measure: share, dimensions: ['zone'] });
    expect(shares.tallies.map((tally) => share.toResult(tally).value)).toEqual([1, 0]);
    const clustered = clusterBy(npsMeasure<(typeof rows)[number]>({ score: 'score' }), 'account');
    const { tallies } = tallyBy(rows, { measure: clustered, dimensions: ['zone'] });
    expect(tallies.map(({ keys }) => keys)).toEqual([['A', 'B'], ['A']]);
  });
  it.each([
    ['no options', undefined, /tallyBy: options must be an object/],
    ['no measure', { dimensions: [] }, /tallyBy: measure must be a measure/],
    ['no dimensions', { measure }, /tallyBy: option "dimensions" must be a list of field names, or a record/],
    [
      'an empty name',
      { measure, dimensions: [''] },
      /dimension "" must be the name of a field or a function of the row/,
    ],
    ['a function in a list', { measure, dimensions: [(): number => 1] }, /must be the name of a field/],
    ['a dimension of a wrong type', { measure, dimensions: { a: 3 } }, /dimension "a" must be .* received 3/],
    [
      'a repeated dimension',
      { measure, dimensions: ['sector', 'sector'] },
      /a list without repetition, received "sector"/,
    ],
  ])('refuses %s', (_what, options, message) => {
    expect(() => tallyBy([odd('a')], options as never)).toThrow(message);
  });
  it.each([[null], [undefined], [3], ['text'], [{}]])('refuses rows that are %j', (rows) => {
    expect(() => tallyBy(rows as never, { measure, dimensions: ['sector'] } as never)).toThrow(
      /tallyBy: rows must be an iterable/,
    );
  });
});

describe('tallyBy of columns', () => {
  const sectors = ['energy', 'retail', null] as const;
  const codes = Uint8Array.from({ length: 23 }, (_, row) => row % 3);
  const scores = Uint8Array.from({ length: 23 }, (_, row) => (row * 7) % 11);
  const plain = Array.from(codes, (code, row) => ({ sector: sectors[code]!, score: scores[row]! }));
  const expected = tallyBy(plain, { measure, dimensions: ['sector'] });
  it.each([
    ['bytes', codes, scores],
    ['words of 16 bits', Uint16Array.from(codes), scores],
    ['words of 32 bits', Uint32Array.from(codes), scores],
    ['bytes beside scores that are doubles', codes, Float64Array.from(scores)],
    ['bytes that start within a word', Uint8Array.of(9, ...codes).subarray(1), Uint8Array.of(9, ...scores).subarray(1)],
    ['bytes that are not aligned with the scores', Uint8Array.of(9, ...codes).subarray(1), scores],
  ])('counts dictionary codes that are %s', (_what, own, values) => {
    const table = toColumnTable({ sector: toDictionaryColumn(own, sectors), score: values });
    expect(tallyBy(table, { measure, dimensions: ['sector'] })).toEqual(expected);
  });
  it('counts a scale that does not start at 0', () => {
    const csat = csatMeasure<{ sector: string | null; score: number }>({ score: 'score' });
    const five = scores.map((score) => 1 + (score % 5));
    const table = toColumnTable({ sector: toDictionaryColumn(codes, sectors), score: five });
    const { tallies } = tallyBy(table, { measure: csat, dimensions: ['sector'] });
    const direct = sectors.map((_, code) =>
      computeMeasure(
        Array.from(five).filter((_own, row) => codes[row] === code),
        csatMeasure(),
      ),
    );
    expect(tallies.map((tally) => csat.toResult(tally).value)).toEqual(direct.map(({ value }) => value));
  });
  it('merges codes whose values are one segment', () => {
    const table = toColumnTable({
      sector: toDictionaryColumn(Uint8Array.of(0, 1, 2, 3), ['a', 'a', '', null]),
      score: Uint8Array.of(9, 9, 9, 9),
    });
    const { keys, tallies } = tallyBy(table, { measure, dimensions: ['sector'] });
    expect(keys).toEqual([{ sector: 'a' }, { sector: null }]);
    expect(tallies.map(answers)).toEqual([2, 2]);
  });
  it.each([[Uint8Array], [Uint16Array]])(
    'names the row of a code without a value that was written later (%o)',
    (Kind) => {
      const own = new Kind(9);
      const table = toColumnTable({
        sector: toDictionaryColumn(own, ['a', 'b', 'c']),
        score: new Uint8Array(9).fill(9),
      });
      own[6] = 3;
      expect(() => tallyBy(table, { measure, dimensions: ['sector'] })).toThrow(
        /column "sector": code at row 6 must be the position of one of 3 values, received 3/,
      );
    },
  );
  it('names the row of a byte off the scale', () => {
    const table = toColumnTable({
      sector: toDictionaryColumn(codes, sectors),
      score: scores.map((score, row) => (row === 17 ? 11 : score)),
    });
    expect(() => tallyBy(table, { measure, dimensions: ['sector'] })).toThrow(/score at row 17 .* received 11/);
    const far = toColumnTable({
      sector: toDictionaryColumn(codes, sectors),
      score: scores.map((score, row) => (row === 18 ? 200 : score)),
    });
    expect(() => tallyBy(far, { measure, dimensions: ['sector'] })).toThrow(/score at row 18 .* received 200/);
  });
  it('refuses a value of a dictionary that cannot be a segment only where a row has it', () => {
    const make = (own: Uint8Array): unknown =>
      tallyBy(toColumnTable({ sector: toDictionaryColumn(own, ['a', NaN]), score: new Uint8Array(own.length) }), {
        measure: measure as never,
        dimensions: ['sector'],
      });
    expect(make(Uint8Array.of(0, 0))).toMatchObject({ keys: [{ sector: 'a' }] });
    expect(() => make(Uint8Array.of(0, 1))).toThrow(/dimension "sector" at row 1 .* received NaN/);
  });
  it('reads a dimension by function from columns, and numbers as values', () => {
    const table = toColumnTable({ year: Uint16Array.of(2017, 2018, 2017), score: Uint8Array.of(9, 3, 10) });
    const own = npsMeasure<{ year: number; score: number }>({ score: 'score' });
    const byName = tallyBy(table, { measure: own, dimensions: ['year'] });
    expect(byName.keys).toEqual([{ year: 2017 }, { year: 2018 }]);
    expect(tallyBy(table, { measure: own, dimensions: { year: (row) => row.year } })).toEqual(byName);
  });
});

describe('toDictionaryColumn', () => {
  it('makes rows of a table', () => {
    const table = toColumnTable({ zone: toDictionaryColumn(Uint8Array.of(1, 0), ['north', 'south']) });
    expect(Array.from(table)).toEqual([{ zone: 'south' }, { zone: 'north' }]);
  });
  it.each([
    ['codes that are an array', [0, 1], ['a'], /codes must be a Uint8Array, Uint16Array or Uint32Array/],
    ['codes with a sign', Int8Array.of(0), ['a'], /codes must be a Uint8Array/],
    ['clamped codes', Uint8ClampedArray.of(0), ['a'], /codes must be a Uint8Array/],
    ['no codes', null, ['a'], /codes must be a Uint8Array/],
    ['no values', Uint8Array.of(0), null, /values must be an array/],
    [
      'a code without a value',
      Uint8Array.of(0, 1),
      ['a'],
      /code at row 1 must be the position of one of 1 values, received 1/,
    ],
  ])('refuses %s', (_what, codes, values, message) => {
    expect(() => toDictionaryColumn(codes as never, values as never)).toThrow(message);
  });
});
