import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import {
  createScaleTally,
  exclusionsOf,
  mergeScaleTallies,
  scaleRowAdder,
  tallyScale,
  type ScaleOptions,
  type ScaleTally,
} from '../../../src/measures/scaleTally.js';
import { deepFreeze, readOnce, thrownBy } from '../../tools/soundness.js';

const SCALE = { minimum: 1, maximum: 3 };
const CLASSES = { bad: 1, fair: 2, good: 3 };
const EMPTY = [0, 0, 0, 0, 0, 0, 0];

interface Row {
  s?: unknown;
  w?: unknown;
}
type Reading = ScaleOptions<never> & Record<string, unknown>;
const named = { score: 's' } as unknown as Reading;
const weighted = { score: 's', weight: 'w' } as unknown as Reading;

const tally = (input: unknown, options: Reading = {}): ScaleTally => tallyScale('f', SCALE, options, input, CLASSES);
const countsOf = (input: unknown, options?: Reading): readonly number[] => tally(input, options).counts;

describe('createScaleTally', () => {
  it('counts points and four reasons to leave out', () => {
    expect(createScaleTally(SCALE, false)).toEqual({ counts: EMPTY, weights: null });
  });

  it('keeps sums of weights and of their squares in pairs', () => {
    const pairs = [0, 0, 0, 0, 0, 0];
    expect(createScaleTally(SCALE, true)).toEqual({ counts: EMPTY, weights: { sums: pairs, squares: pairs } });
  });

  it('makes each tally, and each table in it, anew', () => {
    const one = createScaleTally(SCALE, true);
    one.counts[0] = 9;
    one.weights!.sums[0] = 9;
    expect(one.weights!.squares[0]).toBe(0);
    expect(createScaleTally(SCALE, true).counts).toEqual(EMPTY);
  });
});

describe('exclusionsOf', () => {
  it('reads the four reasons off the end', () => {
    expect(exclusionsOf([9, 9, 9, 1, 2, 3, 4])).toEqual({ missing: 1, offScale: 2, missingWeight: 3, zeroWeight: 4 });
  });
});

describe('plain answers', () => {
  it.each([
    ['an array', [1, 3, 3, 2]],
    ['bytes', Uint8Array.of(1, 3, 3, 2)],
    ['signed bytes', Int8Array.of(1, 3, 3, 2)],
    ['doubles', Float64Array.of(1, 3, 3, 2)],
    ['a set of distinct answers and one more', [1, 2, 3, 3].values()],
    ['a stream', readOnce([1, 3, 3, 2])],
  ])('are counted from %s', (_name, input) => {
    expect(countsOf(input)).toEqual([1, 1, 2, 0, 0, 0, 0]);
  });

  it('that are missing are counted apart', () => {
    expect(countsOf([1, null, undefined, 3])).toEqual([1, 0, 1, 2, 0, 0, 0]);
    expect(countsOf(readOnce([1, null, undefined, 3]))).toEqual([1, 0, 1, 2, 0, 0, 0]);
  });

  it('that are none give an empty tally', () => {
    expect(countsOf([])).toEqual(EMPTY);
    expect(countsOf(new Set())).toEqual(EMPTY);
  });

  const offScale: [unknown, string, string][] = [
    [4, 'RangeError', '4'],
    [0, 'RangeError', '0'],
    [1.5, 'RangeError', '1.5'],
    [-1, 'RangeError', '-1'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['2', 'TypeError', '"2"'],
    [2n, 'TypeError', '2'],
    [true, 'TypeError', 'true'],
    [Symbol('2'), 'TypeError', 'Symbol(2)'],
    [new Date(0), 'TypeError', 'an object'],
    [[2], 'TypeError', 'an object'],
    [JSON.parse('{"__proto__":{"valueOf":2}}'), 'TypeError', 'an object'],
  ];

  it.each(offScale)('off the scale are refused by row: %s', (answer, kind, shown) => {
    const expected = {
      kind,
      code: 'CX_OFF_SCALE',
      message: `f: score at row 2 must be a whole number from 1 to 3, received ${shown}`,
    };
    expect(thrownBy(() => tally([1, 2, answer, 4]))).toEqual(expected);
    expect(thrownBy(() => tally(readOnce([1, 2, answer, 4])))).toEqual(expected);
  });

  it.each(offScale)('off the scale are counted where asked: %s', (answer) => {
    expect(countsOf([1, answer, 3], { offScale: 'exclude' })).toEqual([1, 0, 1, 0, 1, 0, 0]);
    expect(countsOf(readOnce([1, answer, 3]), { offScale: 'exclude' })).toEqual([1, 0, 1, 0, 1, 0, 0]);
  });

  it('throw by default and where "throw" is said', () => {
    expect(() => tally([4], { offScale: 'throw' })).toThrow('row 0');
  });

  it.each([['ignore'], [null], [true]])('refuse the policy %j', (offScale) => {
    const shown = typeof offScale === 'string' ? `"${offScale}"` : String(offScale);
    expect(thrownBy(() => tally([1], { offScale: offScale as 'throw' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: `f: option "offScale" must be "throw" or "exclude", received ${shown}`,
    });
  });

  it('are not changed', () => {
    expect(countsOf(deepFreeze([1, 2, null]))).toEqual([1, 1, 0, 1, 0, 0, 0]);
  });

  it('from a stream are read once', () => {
    const stream = readOnce([1, 2]);
    tally(stream);
    expect(stream.readings()).toBe(1);
  });
});

describe('rows', () => {
  const rows: Row[] = [{ s: 1 }, { s: 3 }, { s: null }, {}, { s: 3 }];

  it.each([
    ['an array, by name', rows, named],
    ['an array, by function', rows, { score: (row: Row) => row.s } as unknown as Reading],
    ['a stream, by name', rows.values(), named],
    ['a table, by name', toColumnTable({ s: [1, 3, null, undefined, 3] }), named],
    [
      'a table, by function',
      toColumnTable({ s: [1, 3, null, undefined, 3] }),
      { score: (row: Row) => row.s } as unknown as Reading,
    ],
    ['a table of bytes and a stream of the rest', toColumnTable({ s: [1, 3, null, null, 3] }), named],
  ])('are counted from %s', (_name, input, options) => {
    expect(countsOf(input, options)).toEqual([1, 0, 2, 2, 0, 0, 0]);
  });

  it('that are missing have a missing score', () => {
    expect(countsOf([{ s: 1 }, null, undefined], named)).toEqual([1, 0, 0, 2, 0, 0, 0]);
  });

  it('hand their index to the function, in both ways of reading', () => {
    const options = { score: (_row: Row, index: number) => index + 1 } as unknown as Reading;
    expect(countsOf([{}, {}, {}], options)).toEqual([1, 1, 1, 0, 0, 0, 0]);
    expect(countsOf([{}, {}, {}].values(), options)).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('are named when off the scale', () => {
    expect(() => tally([{ s: 1 }, { s: '2' }], named)).toThrow(
      'f: score at row 1 must be a whole number from 1 to 3, received "2"',
    );
  });

  it('of an array are excluded where asked', () => {
    expect(countsOf([{ s: 1 }, { s: 9 }], { ...named, offScale: 'exclude' })).toEqual([1, 0, 0, 0, 1, 0, 0]);
  });

  it('that are frozen stay as they are', () => {
    expect(countsOf(deepFreeze([{ s: 1 }, { s: 2 }]), named)).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  it('given without a field are off the scale', () => {
    expect(() => tally([{ s: 1 }])).toThrow('received an object');
  });
});

describe('weights', () => {
  const rows: Row[] = [
    { s: 1, w: 2 },
    { s: 3, w: 0.5 },
    { s: 3, w: 4 },
  ];

  it('are summed by point, with their squares', () => {
    const { counts, weights } = tally(rows, weighted);
    expect(counts).toEqual([1, 0, 2, 0, 0, 0, 0]);
    expect(weights).toEqual({ sums: [2, 0, 0, 0, 4.5, 0], squares: [4, 0, 0, 0, 16.25, 0] });
  });

  it('are read from plain answers by index', () => {
    const options = { weight: (_row: unknown, index: number) => index + 1 } as unknown as Reading;
    expect(tally([1, 3], options).weights).toEqual({ sums: [1, 0, 0, 0, 2, 0], squares: [1, 0, 0, 0, 4, 0] });
  });

  it('lose no digits, whatever their order', () => {
    // 1e16 + 1 + 1 is 1e16 + 2, which plain addition misses.
    const ascending = tally(
      [1, 1, 1e16].map((w) => ({ s: 1, w })),
      weighted,
    ).weights!.sums;
    const descending = tally(
      [1e16, 1, 1].map((w) => ({ s: 1, w })),
      weighted,
    ).weights!.sums;
    expect((ascending[0] ?? 0) + (ascending[1] ?? 0)).toBe(10000000000000002);
    expect((descending[0] ?? 0) + (descending[1] ?? 0)).toBe(10000000000000002);
  });

  it.each([
    [null, [0, 0, 0, 0, 0, 1, 0]],
    [undefined, [0, 0, 0, 0, 0, 1, 0]],
    [0, [0, 0, 0, 0, 0, 0, 1]],
    [-0, [0, 0, 0, 0, 0, 0, 1]],
  ])('of %s leave the answer out', (w, counts) => {
    const got = tally([{ s: 2, w }], weighted);
    expect(got.counts).toEqual(counts);
    expect(got.weights).toEqual({ sums: [0, 0, 0, 0, 0, 0], squares: [0, 0, 0, 0, 0, 0] });
  });

  it('of answers that are missing or off the scale are not looked at', () => {
    const options = { ...weighted, offScale: 'exclude' } as Reading;
    expect(
      countsOf(
        [
          { s: null, w: -1 },
          { s: 9, w: -1 },
        ],
        options,
      ),
    ).toEqual([0, 0, 0, 1, 1, 0, 0]);
  });

  it.each([1e-25, 1e25, 0.1])('may be %d', (w) => {
    expect(countsOf([{ s: 2, w }], weighted)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });

  it.each([
    [-1, 'RangeError', '-1'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    [9e-26, 'RangeError', '9e-26'],
    [1.1e25, 'RangeError', '1.1e+25'],
    ['1', 'TypeError', '"1"'],
    [1n, 'TypeError', '1'],
    [Symbol('w'), 'TypeError', 'Symbol(w)'],
    [{}, 'TypeError', 'an object'],
  ])('may not be %s', (w, kind, shown) => {
    expect(
      thrownBy(() =>
        tally(
          [
            { s: 2, w: 1 },
            { s: 2, w },
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
});

describe('counts', () => {
  it('by score are an array indexed by score', () => {
    expect(countsOf({ counts: [0, 4, 5, 6] })).toEqual([4, 5, 6, 0, 0, 0, 0]);
  });

  it('by score may be a typed array, and longer or shorter than the scale', () => {
    expect(countsOf({ counts: Uint32Array.of(0, 4, 5, 6, 0, 0) })).toEqual([4, 5, 6, 0, 0, 0, 0]);
    expect(countsOf({ counts: [0, 4] })).toEqual([4, 0, 0, 0, 0, 0, 0]);
    expect(countsOf({ counts: [] })).toEqual(EMPTY);
  });

  it('by class go to the score that stands for the class', () => {
    expect(countsOf({ counts: { good: 6, bad: 4, fair: 5 } })).toEqual([4, 5, 6, 0, 0, 0, 0]);
  });

  it('may come with the number of missing answers', () => {
    expect(countsOf({ counts: [0, 1], missing: 7 })).toEqual([1, 0, 0, 7, 0, 0, 0]);
  });

  it('may be huge', () => {
    expect(countsOf({ counts: [0, 1e9, 1e9, 1e9] })).toEqual([1e9, 1e9, 1e9, 0, 0, 0, 0]);
  });

  it('are not changed', () => {
    expect(countsOf(deepFreeze({ counts: { good: 1, bad: 0, fair: 0 }, missing: 1 }))).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  const rule = 'a whole number from 0, and 0 off the scale';
  // A count that is one stands under a wrong name: the right ones are told.
  const names = ' (bad, fair, good)';
  it.each([
    ['a negative one', { counts: [0, -1] }, '1', 'RangeError', '-1'],
    ['a fraction', { counts: [0, 0.5] }, '1', 'RangeError', '0.5'],
    ['NaN', { counts: [0, NaN] }, '1', 'RangeError', 'NaN'],
    ['infinity', { counts: [0, Infinity] }, '1', 'RangeError', 'Infinity'],
    ['one beyond 2⁵³', { counts: [0, 2 ** 53] }, '1', 'RangeError', '9007199254740992'],
    ['text', { counts: [0, '1'] }, '1', 'TypeError', '"1"'],
    ['a bigint', { counts: [0, 1n] }, '1', 'TypeError', '1'],
    ['null', { counts: [0, null] }, '1', 'TypeError', 'null'],
    ['one below the scale', { counts: [1, 0] }, '0', 'RangeError', '1', names],
    ['one above the scale', { counts: [0, 0, 0, 0, 1] }, '4', 'RangeError', '1', names],
    ['a class that is missing', { counts: { good: 1, bad: 1 } }, 'fair', 'TypeError', 'undefined'],
    ['a class of another metric', { counts: { good: 1, bad: 1, fair: 1, ugly: 1 } }, 'ugly', 'RangeError', '1', names],
    [
      'an inherited name',
      { counts: { good: 1, bad: 1, fair: 1, constructor: 1 } },
      'constructor',
      'RangeError',
      '1',
      names,
    ],
    [
      'a hostile name',
      { counts: JSON.parse('{"good":1,"bad":1,"fair":1,"__proto__":1}') },
      '__proto__',
      'RangeError',
      '1',
      names,
    ],
    ['missing answers below 0', { counts: [0], missing: -1 }, 'missing', 'RangeError', '-1'],
    ['missing answers in text', { counts: [0], missing: '1' }, 'missing', 'TypeError', '"1"'],
    ['no number of missing answers', { counts: [0], missing: null }, 'missing', 'TypeError', 'null'],
  ])('refuse %s', (_name, input, name, kind, shown, told = '') => {
    expect(thrownBy(() => tally(input))).toEqual({
      kind,
      code: 'CX_INVALID_COUNTS',
      message: `f: count of ${name} must be ${rule}${told}, received ${shown}`,
    });
  });

  it('may name a class of another metric when it is empty', () => {
    expect(countsOf({ counts: { good: 1, bad: 1, fair: 1, ugly: 0 } })).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });
});

describe('input of another kind', () => {
  it.each([
    ['text', '123', '"123"'],
    ['a number', 5, '5'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['a bigint', 5n, '5'],
    ['a symbol', Symbol('s'), 'Symbol(s)'],
    ['a date', new Date(0), 'an object'],
    ['a record without counts', {}, 'an object'],
    ['counts of null', { counts: null }, 'an object'],
    ['counts of text', { counts: '123' }, 'an object'],
    ['counts of a function', { counts: () => 1 }, 'an object'],
    ['a function', () => 1, 'a function'],
  ])('is refused: %s', (_name, input, shown) => {
    expect(thrownBy(() => tally(input))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: `f: input must be an iterable, or { counts } without weights, received ${shown}`,
    });
  });

  it('is refused: counts with weights', () => {
    expect(thrownBy(() => tally({ counts: [0, 1] }, weighted))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_INPUT',
      message: 'f: input must be an iterable, or { counts } without weights, received an object',
    });
  });
});

describe('mergeScaleTallies', () => {
  it('adds counts', () => {
    const into = tally([1, 2, null]);
    mergeScaleTallies(into, tally([1, 3, null]));
    expect(into).toEqual({ counts: [2, 1, 1, 2, 0, 0, 0], weights: null });
  });

  it('adds weights, and what rounding took from them', () => {
    const into = tally([{ s: 1, w: 1e16 }], weighted);
    mergeScaleTallies(into, tally([{ s: 1, w: 1 }], weighted));
    mergeScaleTallies(into, tally([{ s: 1, w: 1 }], weighted));
    const { sums, squares } = into.weights!;
    expect((sums[0] ?? 0) + (sums[1] ?? 0)).toBe(10000000000000002);
    expect((squares[0] ?? 0) + (squares[1] ?? 0)).toBe(1e32);
    expect(into.counts).toEqual([3, 0, 0, 0, 0, 0, 0]);
  });

  it('carries the lost part of the other side over', () => {
    const from = tally(
      [1e16, 1].map((w) => ({ s: 1, w })),
      weighted,
    );
    const into = tally([{ s: 1, w: 1 }], weighted);
    mergeScaleTallies(into, from);
    const { sums } = into.weights!;
    expect((sums[0] ?? 0) + (sums[1] ?? 0)).toBe(10000000000000002);
  });

  it('adds the lost part to the sum it was lost from', () => {
    // The second number of the first pair is far larger than what is added to it.
    const into = {
      counts: [1, 0, 0, 0, 0, 0, 0],
      weights: { sums: [0, 1e16, 0, 0, 0, 0], squares: [0, 0, 0, 0, 0, 0] },
    };
    const from = { counts: [1, 0, 0, 0, 0, 0, 0], weights: { sums: [0, 1, 0, 0, 0, 0], squares: [0, 0, 0, 0, 0, 0] } };
    mergeScaleTallies(into, from);
    expect(into.weights.sums).toEqual([1, 1e16, 0, 0, 0, 0]);
  });

  it('leaves the other side as it is', () => {
    const from = deepFreeze(tally([{ s: 1, w: 1 }], weighted));
    mergeScaleTallies(tally([{ s: 2, w: 3 }], weighted), from);
    expect(from.counts).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('scaleRowAdder', () => {
  it('adds to the tally of its caller and nothing else', () => {
    const add = scaleRowAdder<number>('f', SCALE, {});
    const one = createScaleTally(SCALE, false);
    const other = createScaleTally(SCALE, false);
    add(one, 3, 0);
    expect(one.counts).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(other.counts).toEqual(EMPTY);
  });
});
