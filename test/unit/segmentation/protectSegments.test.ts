import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import type { ScaleTally } from '../../../src/measures/scaleTally.js';
import { csatMeanMeasure } from '../../../src/metrics/perception/csatMean.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { reviewRatingMeasure } from '../../../src/metrics/perception/reviewRating.js';
import { cubeCells } from '../../../src/segmentation/cube.js';
import { protectSegments } from '../../../src/segmentation/protectSegments.js';
import { shownSegments, shownTally, type ProtectOptions } from '../../../src/segmentation/protectedSegment.js';
import type { SegmentTally } from '../../../src/segmentation/segmentTally.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

type Key = Readonly<Record<string, string | null>>;
type Answers = readonly (number | null)[];
const nps = npsMeasure();

/** A table over one dimension `s`. */
function line(answers: Readonly<Record<string, Answers>>): SegmentTally<Key, ScaleTally> {
  return table(['s'], Object.fromEntries(Object.entries(answers)));
}

/** A table whose keys are written `a/b`. */
function table(dimensions: string[], answers: Readonly<Record<string, Answers>>): SegmentTally<Key, ScaleTally> {
  return {
    dimensions,
    keys: Object.keys(answers).map((text) =>
      Object.fromEntries(text.split('/').map((value, at) => [dimensions[at] as string, value])),
    ),
    tallies: Object.values(answers).map((own) => tallyRows(own, nps)),
  };
}

/** So many answers, of all three classes in turn. */
const mixed = (count: number): number[] => Array.from({ length: count }, (_, at) => [10, 3, 7][at % 3] as number);
const same = (count: number, score = 10): number[] => new Array<number>(count).fill(score);

const SIGNS = { 'below-minimum': '-', complementary: 'c' };

/** Key and state of each segment: how many respondents are shown, `-` below the minimum, `c` complementary. */
function states(tally: SegmentTally<Key, ScaleTally>, options?: ProtectOptions): Record<string, number | string> {
  const segments = protectSegments(tally, nps, options);
  return Object.fromEntries(
    segments.map(({ key, result, suppressed }) => [
      Object.values(key).join('/') || 'all',
      result?.sampleSize ?? (suppressed ? SIGNS[suppressed] : '?'),
    ]),
  );
}

describe('protectSegments over one cut', () => {
  it.each<[string, Record<string, Answers>, Record<string, number | string>]>([
    ['shows all from the minimum on', { a: mixed(5), b: mixed(6) }, { all: 11, a: 5, b: 6 }],
    [
      'hides one below it, and the smallest other',
      { a: mixed(4), b: mixed(9), c: mixed(8) },
      { all: 21, a: '-', b: 9, c: 'c' },
    ],
    [
      'hides the first of two equal others',
      { a: mixed(4), b: mixed(8), c: mixed(8) },
      { all: 20, a: '-', b: 'c', c: 8 },
    ],
    [
      'hides no other where two small ones make up the minimum',
      { a: mixed(3), b: mixed(2), c: mixed(9) },
      { all: 14, a: '-', b: '-', c: 9 },
    ],
    [
      'hides another where they do not',
      { a: mixed(2), b: [10, 3], c: mixed(9), d: mixed(8) },
      { all: 21, a: '-', b: '-', c: 9, d: 'c' },
    ],
    [
      'hides another where the second small one is empty',
      { a: mixed(3), b: [null], c: mixed(9) },
      { all: 12, a: '-', b: '-', c: 'c' },
    ],
    [
      'hides nothing for a segment that nobody answered',
      { a: mixed(6), b: [null, null], c: mixed(9) },
      { all: 15, a: 6, b: '-', c: 9 },
    ],
    [
      'does not say "below 5" of both when 4 and 4 are left',
      { a: mixed(4), b: mixed(4), c: mixed(9) },
      { all: 17, a: 'c', b: '-', c: 9 },
    ],
    [
      'says it of both when 4 and 3 are left',
      { a: mixed(4), b: mixed(3), c: mixed(9) },
      { all: 16, a: '-', b: '-', c: 9 },
    ],
    [
      'hides one more where those hidden all said the same',
      { a: same(3), b: same(5), c: mixed(9), d: mixed(10) },
      { all: 27, a: '-', b: 'c', c: 'c', d: 10 },
    ],
    [
      'shows the whole though all said the same',
      { a: same(2), b: same(5), c: same(9) },
      { all: 16, a: '-', b: 'c', c: 9 },
    ],
    ['shows nothing when the whole is below the minimum', { a: mixed(2), b: mixed(2) }, { all: '-', a: '-', b: '-' }],
    [
      'shows only the whole when every segment is small',
      { a: mixed(2), b: mixed(2), c: mixed(2) },
      { all: 6, a: '-', b: '-', c: '-' },
    ],
    ['shows a single segment that is large enough', { a: mixed(5) }, { all: 5, a: 5 }],
    ['hides a single segment that is not', { a: mixed(4) }, { all: '-', a: '-' }],
    [
      'counts answers used, not rows',
      { a: [...mixed(4), null, null], b: mixed(7), c: mixed(9) },
      { all: 20, a: '-', b: 'c', c: 9 },
    ],
  ])('%s', (_, answers, expected) => {
    expect(states(line(answers))).toEqual(expected);
  });

  it('gives the whole of nothing as hidden', () => {
    expect(protectSegments({ dimensions: ['s'], keys: [], tallies: [] }, nps)).toEqual([
      { key: {}, suppressed: 'below-minimum', result: null, rounded: null, comments: false },
    ]);
  });

  it('takes a missing value of a dimension for a segment like others', () => {
    const tally: SegmentTally<Key, ScaleTally> = {
      dimensions: ['s'],
      keys: [{ s: null }, { s: 'a' }],
      tallies: [mixed(2), mixed(9)].map((own) => tallyRows(own, nps)),
    };
    expect(protectSegments(tally, nps).map(({ key, suppressed }) => [key, suppressed])).toEqual([
      [{}, null],
      [{ s: 'a' }, 'complementary'],
      [{ s: null }, 'below-minimum'],
    ]);
  });

  it('leaves nothing but key and reason of a hidden segment', () => {
    expect(protectSegments(line({ a: mixed(4), b: mixed(9) }), nps)[1]).toEqual({
      key: { s: 'a' },
      suppressed: 'below-minimum',
      result: null,
      rounded: null,
      comments: false,
    });
  });

  it('gives the very result of the measure for a segment that is shown, at the confidence asked for', () => {
    const [whole, a] = protectSegments(line({ a: mixed(5), b: mixed(6) }), nps, { confidence: 0.9 });
    expect(a?.result).toEqual(nps.toResult(tallyRows(mixed(5), nps), { confidence: 0.9 }));
    expect(whole?.result).toEqual(nps.toResult(tallyRows([...mixed(5), ...mixed(6)], nps), { confidence: 0.9 }));
  });

  it('never changes what it is given, and gives plain data', () => {
    expectSound(protectSegments(deepFreeze(line({ a: mixed(4), b: mixed(9), c: mixed(7) })), nps));
  });

  it('obeys another minimum, on both sides of it', () => {
    const tally = line({ a: mixed(3), b: mixed(9), c: mixed(8) });
    expect(states(tally, { minimum: 3 })).toEqual({ all: 20, a: 3, b: 9, c: 8 });
    expect(states(tally, { minimum: 4 })).toEqual({ all: 20, a: '-', b: 9, c: 'c' });
    expect(states(tally, { minimum: 20 })).toEqual({ all: 20, a: '-', b: '-', c: '-' });
    expect(states(tally, { minimum: 21 })).toEqual({ all: '-', a: '-', b: '-', c: '-' });
  });

  it('hides segments that all gave the same answer where that is asked for, under the reason that does not say so', () => {
    const tally = line({ a: same(6), b: mixed(8), c: mixed(9) });
    expect(states(tally)).toEqual({ all: 23, a: 6, b: 8, c: 9 });
    expect(states(tally, { sameAnswer: 'hidden' })).toEqual({ all: 23, a: 'c', b: 'c', c: 9 });
    expect(states(line({ a: same(6), b: same(2) }), { sameAnswer: 'hidden' })).toEqual({ all: 'c', a: 'c', b: '-' });
  });

  it('reads the classes of any measure', () => {
    const means = csatMeanMeasure();
    const ratings = reviewRatingMeasure<{ s: number }>({ score: 's' });
    const all = { a: [5, 5, 5], b: [5, 5, 5, 5, 5], c: [1, 2, 3, 4, 5, 5, 4, 3], d: [1, 2, 3, 4, 5, 5, 4, 3, 2] };
    const keys = Object.keys(all).map((s) => ({ s }));
    const tally = { dimensions: ['s' as const], keys, tallies: Object.values(all).map((own) => tallyRows(own, means)) };
    const expected = [null, 'below-minimum', 'complementary', 'complementary', null];
    expect(protectSegments(tally, means).map(({ suppressed }) => suppressed)).toEqual(expected);
    const stars = Object.values(all).map((own) =>
      tallyRows(
        own.map((s) => ({ s })),
        ratings,
      ),
    );
    expect(protectSegments({ ...tally, tallies: stars }, ratings).map(({ suppressed }) => suppressed)).toEqual(
      expected,
    );
  });

  it('works with weights', () => {
    const weighted = npsMeasure<{ s: number; w: number }>({ score: 's', weight: 'w' });
    const rows = (count: number): { s: number; w: number }[] => mixed(count).map((s, at) => ({ s, w: 1 + (at % 2) }));
    const tally = {
      dimensions: ['s' as const],
      keys: [{ s: 'a' }, { s: 'b' }, { s: 'c' }],
      tallies: [4, 9, 8].map((count) => tallyRows(rows(count), weighted)),
    };
    const segments = protectSegments(tally, weighted);
    expect(segments.map(({ suppressed }) => suppressed)).toEqual([null, 'below-minimum', null, 'complementary']);
    expect(segments[2]?.result).toEqual(weighted.toResult(tallyRows(rows(9), weighted)));
  });
});

describe('protectSegments over several cuts', () => {
  const grid = {
    'x/p': [10, 3],
    'x/q': mixed(6),
    'x/r': mixed(9),
    'y/p': mixed(7),
    'y/q': mixed(8),
    'y/r': mixed(9),
    'z/p': mixed(10),
    'z/q': mixed(11),
    'z/r': mixed(12),
  };

  it('hides the corners of the smallest rectangle and keeps both margins', () => {
    expect(states(table(['a', 'b'], grid), { cube: true })).toEqual({
      all: 74,
      p: 19,
      q: 25,
      r: 30,
      x: 17,
      'x/p': '-',
      'x/q': 'c',
      'x/r': 9,
      y: 24,
      'y/p': 'c',
      'y/q': 'c',
      'y/r': 9,
      z: 33,
      'z/p': 10,
      'z/q': 11,
      'z/r': 12,
    });
  });

  it('protects one margin less where it is not published', () => {
    const found = states(table(['a', 'b'], grid), { cuts: [['a'], ['a', 'b']] });
    expect(found).toMatchObject({ x: 17, 'x/p': '-', 'x/q': 'c', 'y/p': 7 });
    expect(found).not.toHaveProperty('p');
  });

  it('cuts by every dimension at once unless told otherwise', () => {
    expect(Object.keys(states(table(['a', 'b'], grid)))).toEqual(['all', ...Object.keys(grid)]);
  });

  it('publishes a cut once, however often and in whatever order it is named', () => {
    const once = protectSegments(table(['a', 'b'], grid), nps, { cuts: [['a', 'b']] });
    expect(protectSegments(table(['b', 'a'], flipped(grid)), nps, { cuts: [['b', 'a'], [], ['a', 'b']] })).toEqual(
      once,
    );
  });

  it('keeps countries where a region has a neighbour to hide among', () => {
    const tally = table(['country', 'region'], { 'f/1': mixed(2), 'f/2': mixed(9), 'g/3': mixed(8), 'g/4': mixed(7) });
    expect(states(tally, { cuts: [['country'], ['country', 'region']] })).toEqual({
      all: 26,
      f: 11,
      'f/1': '-',
      'f/2': 'c',
      g: 15,
      'g/3': 8,
      'g/4': 7,
    });
  });

  it('hides another country where a country has one region alone', () => {
    const tally = table(['country', 'region'], { 'f/1': mixed(3), 'g/3': mixed(8), 'g/4': mixed(7) });
    expect(states(tally, { cuts: [['country'], ['country', 'region']] })).toEqual({
      all: 18,
      f: '-',
      'f/1': '-',
      g: 'c',
      'g/3': 8,
      'g/4': 'c',
    });
  });

  it('sees through dimensions that say the same', () => {
    const tally = table(['a', 'b'], { 'x/p': mixed(3), 'y/q': mixed(8), 'z/r': mixed(9) });
    expect(states(tally, { cube: true })).toEqual({
      all: 20,
      p: '-',
      q: 'c',
      r: 9,
      x: '-',
      'x/p': '-',
      y: 'c',
      'y/q': 'c',
      z: 9,
      'z/r': 9,
    });
  });

  it('has the cells of a cube, in their order and with their results', () => {
    const tally = table(['a', 'b'], Object.fromEntries(Object.keys(grid).map((key) => [key, mixed(6)])));
    const cells = cubeCells(nps, tally).map(({ key, tally: own }) => ({ key, result: nps.toResult(own) }));
    expect(shownSegments(protectSegments(tally, nps, { cube: true }))).toEqual(cells);
  });

  it('takes an empty list of cuts as the whole alone', () => {
    expect(states(table(['a', 'b'], grid), { cuts: [] })).toEqual({ all: 74 });
  });
});

describe('protectSegments of accounts', () => {
  interface Row {
    readonly account: string;
    readonly score: number;
  }
  const measure = clusterBy(npsMeasure<Row>({ score: 'score' }), 'account');
  const rows = (count: number, accounts: string): Row[] =>
    mixed(count).map((score, at) => ({ score, account: accounts[at % accounts.length] as string }));
  const reasons = (
    answers: Readonly<Record<string, Row[]>>,
    options?: ProtectOptions<{ s: string }>,
  ): (string | null)[] =>
    protectSegments(
      {
        dimensions: ['s' as const],
        keys: Object.keys(answers).map((s) => ({ s })),
        tallies: Object.values(answers).map((own) => tallyRows(own, measure)),
      },
      measure,
      options,
    ).map(({ suppressed }) => suppressed);

  it('hides segments of too few accounts, however many answer', () => {
    const answers = { a: rows(12, 'AB'), b: rows(9, 'CDE'), c: rows(12, 'FGHI') };
    expect(reasons(answers)).toEqual([null, 'below-minimum', 'complementary', null]);
    expect(reasons(answers, { minimumAccounts: 2 })).toEqual([null, null, null, null]);
    expect(reasons(answers, { minimumAccounts: 4 })).toEqual([null, 'below-minimum', 'below-minimum', null]);
  });

  it('hides another where those hidden make up too few accounts', () => {
    expect(reasons({ a: rows(12, 'A'), b: rows(12, 'B'), c: rows(12, 'CDEF') })).toEqual([
      null,
      'below-minimum',
      'below-minimum',
      'complementary',
    ]);
    expect(reasons({ a: rows(12, 'AB'), b: rows(12, 'C'), c: rows(12, 'DEF') })).toEqual([
      null,
      'below-minimum',
      'below-minimum',
      null,
    ]);
  });

  it('counts an account once that lies in two of them', () => {
    expect(reasons({ a: rows(12, 'AB'), b: rows(12, 'BA'), c: rows(12, 'CDEF') })).toEqual([
      null,
      'below-minimum',
      'below-minimum',
      'complementary',
    ]);
  });

  it('shows nothing where the whole has too few accounts', () => {
    expect(reasons({ a: rows(12, 'A'), b: rows(12, 'B') })).toEqual([
      'below-minimum',
      'below-minimum',
      'below-minimum',
    ]);
  });

  it('names no account', () => {
    const tally = { dimensions: [], keys: [{}], tallies: [tallyRows(rows(12, 'ABCDEF'), measure)] };
    const [whole] = protectSegments(tally, measure);
    expect(measure.toResult(tally.tallies[0] as never).largestAccount?.account).toBe('A');
    expect(whole?.result?.largestAccount).toBeNull();
    expect(whole?.result?.accounts).toBe(6);
  });
});

describe('the strict mode', () => {
  it('gives a rounded value and interval, and no count', () => {
    const segments = protectSegments(line({ a: mixed(4), b: mixed(7), c: mixed(9) }), nps, { counts: 'hidden' });
    // 7 answers: 3 promoters, 2 detractors: 14.29; 20 answers: 8 promoters, 6 detractors: 10.
    expect(
      segments.map(({ key, suppressed, result, rounded }) => [key, suppressed, result, rounded?.value ?? null]),
    ).toEqual([
      [{}, null, null, 10],
      [{ s: 'a' }, 'below-minimum', null, null],
      [{ s: 'b' }, 'complementary', null, null],
      [{ s: 'c' }, null, null, 0],
    ]);
    expect(segments[1]?.rounded).toBeNull();
    expect(Object.keys(segments[0]?.rounded ?? {})).toEqual(['value', 'step', 'interval']);
    expectSound(segments);
    expect(shownSegments(segments)).toEqual([]);
  });

  it('leaves the rounded figure out where counts are shown', () => {
    expect(protectSegments(line({ a: mixed(9) }), nps).map(({ rounded }) => rounded)).toEqual([null, null]);
  });
});

describe('comments', () => {
  const comments = (answers: Readonly<Record<string, Answers>>, options?: ProtectOptions): boolean[] =>
    protectSegments(line(answers), nps, options).map((segment) => segment.comments);

  it('need a floor of their own', () => {
    expect(comments({ a: mixed(8), b: mixed(8) })).toEqual([true, true, true]);
    expect(comments({ a: mixed(7), b: mixed(8) }, { minimumForComments: 7 })).toEqual([true, true, true]);
    expect(comments({ a: mixed(9), b: mixed(9) }, { minimum: 9 })).toEqual([true, true, true]);
    expect(comments({ a: mixed(8), b: mixed(8), c: mixed(9) }, { minimum: 9 })).toEqual([true, false, false, true]);
  });

  it('are not read where those of the others would be left over', () => {
    expect(comments({ a: mixed(7), b: mixed(8), c: mixed(9) })).toEqual([true, false, false, true]);
  });

  it('are never read where the score is hidden', () => {
    const answers = { a: mixed(4), b: mixed(20), c: mixed(30) };
    expect(comments(answers)).toEqual([true, false, false, true]);
  });
});

describe('the population of segments', () => {
  const tally = line({ a: mixed(4), b: mixed(9), c: mixed(8) });

  it('is that of each, and asked for those that are shown only', () => {
    const asked: unknown[] = [];
    const populationOf = (key: Partial<Key>): number | null => {
      asked.push(key);
      return key['s'] === 'b' ? 9 : null;
    };
    const [whole, , b] = protectSegments(tally, npsMeasure({ population: 21 }), { populationOf });
    expect(asked).toEqual([{}, { s: 'b' }]);
    expect(b?.result?.interval).toMatchObject({ lower: 0, upper: 0 });
    expect(whole?.result).toEqual(nps.toResult(tallyRows([4, 9, 8].flatMap(mixed), nps)));
  });

  it('of a hidden segment cannot be too small', () => {
    expect(protectSegments(tally, nps, { populationOf: ({ s }) => (s === 'a' ? 1 : null) })[1]?.result).toBeNull();
  });
});

describe('shownTally', () => {
  it('keeps the segments that are shown, whatever the order of their dimensions', () => {
    const tally = table(['a', 'b'], { 'x/p': mixed(3), 'x/q': mixed(9), 'y/p': mixed(8), 'y/q': mixed(12) });
    const kept = shownTally(tally, protectSegments(tally, nps));
    expect(kept).toEqual({
      dimensions: ['a', 'b'],
      keys: [
        { a: 'x', b: 'q' },
        { a: 'y', b: 'q' },
      ],
      tallies: [tally.tallies[1], tally.tallies[3]],
    });
    const turned = { ...tally, keys: tally.keys.map(({ a, b }) => ({ b: b ?? '', a: a ?? '' })) };
    expect(shownTally(turned, protectSegments(tally, nps)).tallies).toEqual(kept.tallies);
  });

  it('keeps nothing of a cut that was not published', () => {
    const tally = table(['a', 'b'], { 'x/p': mixed(9), 'x/q': mixed(9) });
    expect(shownTally(tally, protectSegments(tally, nps, { cuts: [['a']] })).keys).toEqual([]);
  });
});

describe('what protectSegments refuses', () => {
  const tally = line({ a: mixed(6), b: mixed(6) });
  const loose = protectSegments as (...given: unknown[]) => unknown;
  it.each<[string, () => unknown, string, string]>([
    [
      'options that are none',
      () => loose(tally, nps, null),
      'CX_INVALID_OPTION',
      'protectSegments: options must be an object, received null',
    ],
    [
      'a tally that is none',
      () => loose(null, nps),
      'CX_INVALID_TALLY',
      'protectSegments: tally must be { dimensions, keys, tallies }, a tally for each key, received null',
    ],
    [
      'keys without tallies',
      () => loose({ ...tally, tallies: [] }, nps),
      'CX_INVALID_TALLY',
      'protectSegments: tally must be { dimensions, keys, tallies }, a tally for each key, received an object',
    ],
    [
      'a key that comes twice',
      () => loose({ ...tally, keys: [{ s: 'a' }, { s: 'a' }] }, nps),
      'CX_INVALID_TALLY',
      'protectSegments: tally must be one with each key once, received "2 keys"',
    ],
    [
      'a cube with cuts',
      () => loose(tally, nps, { cube: true, cuts: [] }),
      'CX_INVALID_OPTION',
      'protectSegments: option "cuts" must be left out when "cube" is true, received an object',
    ],
    [
      'a cube that is no truth value',
      () => loose(tally, nps, { cube: 1 }),
      'CX_INVALID_OPTION',
      'protectSegments: option "cube" must be true or false, received 1',
    ],
    [
      'cuts of unknown dimensions',
      () => loose(tally, nps, { cuts: [['t']] }),
      'CX_INVALID_OPTION',
      'protectSegments: option "cuts" must be lists of dimensions of the tally: s, received an object',
    ],
    [
      'cuts that are no lists',
      () => loose(tally, nps, { cuts: ['s'] }),
      'CX_INVALID_OPTION',
      'protectSegments: option "cuts" must be lists of dimensions of the tally: s, received an object',
    ],
    [
      'cuts that are no list',
      () => loose(tally, nps, { cuts: 's' }),
      'CX_INVALID_OPTION',
      'protectSegments: option "cuts" must be lists of dimensions of the tally: s, received "s"',
    ],
    [
      'a confidence out of range',
      () => loose({ ...tally, keys: [], tallies: [] }, nps, { confidence: 1 }),
      'CX_INVALID_OPTION',
      'protectSegments: option "confidence" must be between 0 and 1, received 1',
    ],
    [
      'a minimum that protects nobody',
      () => loose(tally, nps, { minimum: 2 }),
      'CX_INVALID_OPTION',
      'protectSegments: option "minimum" must be a whole number from 3, received 2',
    ],
    [
      'more than six dimensions of a cube',
      () => loose({ dimensions: Array.from('abcdefg'), keys: [], tallies: [] }, nps, { cube: true }),
      'CX_INVALID_OPTION',
      'protectSegments: dimensions of a cube must be at most 6, received 7',
    ],
  ])('%s', (_, call, code, message) => {
    expect(thrownBy(call)).toMatchObject({ code, message });
  });

  it('anything that is no measure or no function', () => {
    expect(thrownBy(() => loose(tally, {}))).toMatchObject({
      code: 'CX_INVALID_INPUT',
      message: 'protectSegments: measure must be a measure, such as npsMeasure(), received an object',
    });
    expect(thrownBy(() => loose(tally, nps, { populationOf: 9 }))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: 'protectSegments: option "populationOf" must be a function, received 9',
    });
  });

  it.each([null, {}, [null], [{ key: null }]])('segments that are none: %j', (segments) => {
    const message = /: segments must be a list of protected segments, received an? object|received null/;
    for (const call of [() => shownSegments(segments as never), () => shownTally(tally, segments as never)]) {
      expect(thrownBy(call)).toMatchObject({
        code: 'CX_INVALID_INPUT',
        message: expect.stringMatching(message) as string,
      });
    }
  });

  it('a tally that is none, in shownTally', () => {
    expect(thrownBy(() => shownTally(null as never, []))).toMatchObject({
      code: 'CX_INVALID_TALLY',
      message: 'shownTally: tally must be { dimensions, keys, tallies }, received null',
    });
  });

  it('takes six dimensions of a cube', () => {
    const [whole] = protectSegments({ dimensions: Array.from('abcdef'), keys: [], tallies: [] }, nps, { cube: true });
    expect(whole?.key).toEqual({});
  });
});

/** The same table with its two dimensions the other way round. */
function flipped(answers: Readonly<Record<string, Answers>>): Record<string, Answers> {
  return Object.fromEntries(Object.entries(answers).map(([key, own]) => [key.split('/').reverse().join('/'), own]));
}
