import { describe, expect, it } from 'vitest';
import {
  addDuration,
  createDurationTally,
  durationCount,
  durationMisfit,
  mergeDurationTallies,
  type DurationReading,
  type DurationTally,
} from '../../../src/measures/durationTally.js';
import { isPossibleTally } from '../../../src/measures/possibleTally.js';
import { quantileSketch } from '../../../src/statistics/quantileSketch.js';
import { thrownBy } from '../../tools/soundness.js';

interface Row {
  v?: unknown;
  o?: unknown;
}
const plain: DurationReading<Row> = { where: 'f', read: (row) => row.v, readOpen: undefined, offScale: 'throw' };
const reading: DurationReading<Row> = { ...plain, readOpen: (row) => row.o };
const excluding: DurationReading<Row> = { ...reading, offScale: 'exclude' };

function tallied(
  rows: readonly Row[],
  how: DurationReading<Row> = reading,
  storage: 'exact' | 'sketch' = 'exact',
): DurationTally {
  const tally = createDurationTally(storage);
  rows.forEach((row, index) => addDuration(how, tally, row, index));
  return tally;
}

const CASES = [
  { v: 3, o: false },
  { v: 0, o: false },
  { v: 5.5, o: true },
  { v: 1e90, o: true },
];

describe('addDuration', () => {
  it('keeps closed and open cases apart', () => {
    expect(tallied(CASES)).toEqual({ closed: [3, 0], open: [5.5, 1e90], excluded: [0, 0, 0] });
    expect(tallied(CASES, reading, 'sketch')).toEqual({
      closed: quantileSketch([3, 0]),
      open: quantileSketch([5.5, 1e90]),
      excluded: [0, 0, 0],
    });
  });

  it('takes all for closed without a field that tells', () => {
    expect(tallied(CASES, plain)).toEqual({ closed: [3, 0, 5.5, 1e90], open: [], excluded: [0, 0, 0] });
  });

  it('counts what is missing: first the duration, then whether it is over', () => {
    const rows = [{ v: null, o: null }, { v: undefined, o: true }, { v: 1, o: null }, { v: 2 }, { v: 3, o: false }];
    expect(tallied(rows)).toEqual({ closed: [3], open: [], excluded: [2, 0, 2] });
  });

  it.each([
    [-0.1, 'RangeError', '-0.1'],
    [1.1e90, 'RangeError', '1.1e+90'],
    [Infinity, 'RangeError', 'Infinity'],
    [NaN, 'RangeError', 'NaN'],
    ['5', 'TypeError', '"5"'],
    [true, 'TypeError', 'true'],
    [5n, 'TypeError', '5'],
  ])('refuses the duration %s, naming its row, or counts it', (v, kind, shown) => {
    expect(
      thrownBy(() =>
        tallied([
          { v: 1, o: false },
          { v, o: false },
        ]),
      ),
    ).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `f: value at row 1 must be a number from 0 to 1e+90, received ${shown}`,
    });
    expect(tallied([{ v, o: false }], excluding)).toEqual({ closed: [], open: [], excluded: [0, 1, 0] });
  });

  it.each([
    [1, 'RangeError', '1'],
    ['true', 'TypeError', '"true"'],
  ])('refuses %j for open, naming its row, or counts it', (o, kind, shown) => {
    expect(
      thrownBy(() =>
        tallied([
          { v: 1, o: false },
          { v: 1, o },
        ]),
      ),
    ).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `f: open at row 1 must be true, false or missing, received ${shown}`,
    });
    expect(tallied([{ v: 1, o }], excluding)).toEqual({ closed: [], open: [], excluded: [0, 1, 0] });
  });

  it('keeps no -0, which JSON would lose', () => {
    expect(Object.is((tallied([{ v: -0 }], plain).closed as number[])[0], 0)).toBe(true);
  });

  it('hands the index to both readers', () => {
    const indices: number[] = [];
    const spy = (_row: Row, index: number): number => indices.push(index);
    tallied([{}, {}], { ...excluding, read: spy, readOpen: spy });
    expect(indices).toEqual([0, 0, 1, 1]);
  });
});

describe('durationCount', () => {
  it('is the number of durations, however they are kept', () => {
    expect(durationCount([3, 3, 1])).toBe(3);
    expect(durationCount(quantileSketch([3, 3, 1]))).toBe(3);
  });
});

describe('mergeDurationTallies', () => {
  it.each(['exact', 'sketch'] as const)('adds durations and exclusions, %s', (storage) => {
    const into = tallied([{ v: 1, o: false }, { v: null }], excluding, storage);
    const from = tallied([{ v: 4, o: false }, { v: 6, o: true }, { v: -1 }, { v: 1 }], excluding, storage);
    const before = JSON.stringify(from);
    mergeDurationTallies(into, from);
    const keep = (values: number[]): DurationTally['closed'] => (storage === 'exact' ? values : quantileSketch(values));
    expect(into).toEqual({ closed: keep([1, 4]), open: keep([6]), excluded: [1, 1, 1] });
    expect(JSON.stringify(from)).toBe(before);
  });

  it('takes more than an argument list can hold', () => {
    const many = createDurationTally('exact');
    for (let i = 0; i < 300_000; i++) (many.closed as number[]).push(i);
    const into = createDurationTally('exact');
    mergeDurationTallies(into, many);
    expect(durationCount(into.closed)).toBe(300_000);
  });
});

describe('durationMisfit', () => {
  const exact = (tally: unknown, hasOpen = true): string | undefined =>
    durationMisfit('exact', hasOpen, 'tally', tally);
  const sketch = (tally: unknown, hasOpen = true): string | undefined =>
    durationMisfit('sketch', hasOpen, 'tally', tally);
  const none = [0, 0, 0];
  const fit = tallied(CASES);
  const sketched = tallied(CASES, reading, 'sketch');
  const three = quantileSketch([3]);

  it('finds nothing where a measure made it', () => {
    expect(exact(fit)).toBeUndefined();
    expect(sketch(sketched)).toBeUndefined();
    expect(exact(createDurationTally('exact'), false)).toBeUndefined();
    expect(sketch(createDurationTally('sketch'), false)).toBeUndefined();
    expect(exact({ ...fit, open: [] }, false)).toBeUndefined();
  });

  it.each<[unknown, string]>([
    [undefined, 'tally'],
    [null, 'tally'],
    ['text', 'tally'],
    [[], 'tally'],
    [{ ...fit, more: 1 }, 'tally'],
    [{ closed: [], open: [] }, 'tally'],
    [{ closed: [], opened: [], excluded: none }, 'tally.open'],
    [{ ...fit, closed: undefined }, 'tally.closed'],
    [{ ...fit, closed: { length: 0 } }, 'tally.closed'],
    [{ ...fit, closed: quantileSketch([]) }, 'tally.closed'],
    [{ ...fit, closed: [1, -1] }, 'tally.closed[1]'],
    [{ ...fit, closed: [null] }, 'tally.closed[0]'],
    [{ ...fit, open: ['1'] }, 'tally.open[0]'],
    [{ ...fit, open: [1, 2, 1.1e90] }, 'tally.open[2]'],
    [{ ...fit, excluded: [0, 0] }, 'tally.excluded'],
    [{ ...fit, excluded: [0, 0.5, 0] }, 'tally.excluded[1]'],
    [{ ...fit, excluded: [0, 0, -1] }, 'tally.excluded[2]'],
  ])('finds what is no list of durations: %j', (tally, where) => {
    expect(exact(tally)).toBe(where);
  });

  it.each<[unknown, string]>([
    [{ ...sketched, closed: [3] }, 'tally.closed'],
    [{ ...sketched, closed: null }, 'tally.closed'],
    [{ ...sketched, closed: { ...three, more: 1 } }, 'tally.closed'],
    [{ ...sketched, closed: { ...three, count: 1.5 } }, 'tally.closed.count'],
    [{ ...sketched, closed: { ...three, invalid: '0' } }, 'tally.closed.invalid'],
    [{ ...sketched, closed: { ...three, minimum: -1 } }, 'tally.closed.minimum'],
    [{ ...sketched, closed: { ...three, maximum: 2e90 } }, 'tally.closed.maximum'],
    [{ ...sketched, closed: { ...three, octaves: {} } }, 'tally.closed.octaves'],
    [{ ...sketched, open: { ...three, octaves: [null] } }, 'tally.open.octaves[0]'],
    [{ ...sketched, open: { ...three, octaves: [{ octave: 1, first: 1 }] } }, 'tally.open.octaves[0]'],
    [
      { ...sketched, open: { ...three, octaves: [{ octave: 'x', first: 1, counts: [1] }] } },
      'tally.open.octaves[0].octave',
    ],
    [
      { ...sketched, open: { ...three, octaves: [{ octave: 1, first: 1, counts: [-1] }] } },
      'tally.open.octaves[0].counts[0]',
    ],
    [
      { ...sketched, open: { ...three, octaves: [{ octave: 1, first: 1, counts: 1 }] } },
      'tally.open.octaves[0].counts',
    ],
    [{ ...sketched, excluded: [] }, 'tally.excluded'],
  ])('finds what is no sketch of durations: %j', (tally, where) => {
    expect(sketch(tally)).toBe(where);
  });

  it('finds open cases where the measure knows none', () => {
    expect(exact(fit, false)).toBe('tally.open');
    expect(sketch(sketched, false)).toBe('tally.open');
  });
});

describe('isPossibleTally', () => {
  // 3 lies in the octave of 2 (exponent 1 + 1023), half-way: bucket 64. 20 in that of 16, bucket 32.
  const made = quantileSketch([3, 3, 20]);
  const [low, high] = made.octaves as [(typeof made.octaves)[0], (typeof made.octaves)[0]];
  const of = (change: Partial<typeof made>): object => ({
    closed: { ...made, ...change },
    open: [],
    excluded: [0, 0, 0],
  });

  it('lets durations pass', () => {
    expect(made).toEqual({
      count: 3,
      minimum: 3,
      maximum: 20,
      invalid: 0,
      octaves: [
        { octave: 1024, first: 64, counts: [2] },
        { octave: 1027, first: 32, counts: [1] },
      ],
    });
    for (const tally of [
      tallied(CASES),
      tallied(CASES, reading, 'sketch'),
      tallied([{ v: 0 }], plain, 'sketch'),
      createDurationTally('exact'),
      createDurationTally('sketch'),
      of({}),
      of({ minimum: 3.01, maximum: 20.12 }),
    ])
      expect(isPossibleTally(tally)).toBe(true);
  });

  it.each([
    ['other counts than buckets hold', { count: 4 }],
    ['invalid values', { invalid: 1 }],
    ['a smallest value below the first bucket', { minimum: 2.98 }],
    ['a smallest value above it', { minimum: 3.02 }],
    ['a largest value below the last bucket', { maximum: 19.9 }],
    ['a largest value above it', { maximum: 20.13 }],
    ['no buckets', { octaves: [] }],
    ['no values but a smallest', { count: 0, octaves: [], minimum: 3, maximum: 0 }],
    ['no values but a largest', { count: 0, octaves: [], minimum: 0, maximum: 3 }],
    ['octaves in disorder', { octaves: [high, low] }],
    ['an octave twice', { octaves: [{ ...low, counts: [1] }, { ...low, counts: [1] }, high] }],
    ['an octave that is no whole number', { octaves: [low, { ...high, octave: 1024.5 }] }],
    ['an octave without counts', { octaves: [low, { ...high, octave: 1025, counts: [] }, high] }],
    ['a count of 0 first', { octaves: [{ ...low, first: 63, counts: [0, 2] }, high] }],
    ['a count of 0 last', { octaves: [{ ...low, counts: [2, 0] }, high] }],
    ['a bucket before the first', { octaves: [low, { octave: 1027, first: -1, counts: [1] }] }],
    ['a bucket that is no whole number', { octaves: [{ ...low, first: 64.5 }, high] }],
    ['a bucket beyond the last', { octaves: [low, { ...high, first: 128 }] }],
    ['one value that is two', { count: 1, minimum: 3, maximum: 3.01, octaves: [{ ...low, counts: [1] }] }],
    ['a smallest value above the largest', { count: 2, minimum: 3.01, maximum: 3, octaves: [low] }],
  ])('stops %s', (_, change) => {
    expect(isPossibleTally(of(change))).toBe(false);
  });
});
