import { describe, expect, it } from 'vitest';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { npsMeasure } from '../../../src/metrics/perception/nps.js';
import { mergeSegmentTallies } from '../../../src/segmentation/mergeSegmentTallies.js';
import { segmentBy } from '../../../src/segmentation/segmentBy.js';
import { protectSegments } from '../../../src/segmentation/protectSegments.js';
import { readSegmentTally, storeSegmentTally } from '../../../src/segmentation/storedSegmentTally.js';
import { tallyBy } from '../../../src/segmentation/tallyBy.js';
import { tallyCountsBy } from '../../../src/segmentation/tallyCountsBy.js';
import { toSegments } from '../../../src/segmentation/toSegments.js';

interface Row {
  readonly sector: string | null;
  readonly zone: string;
  readonly account: string;
  readonly score: number | null;
}
const rows: Row[] = [
  { sector: 'retail', zone: 'south', account: 'A', score: 10 },
  { sector: 'retail', zone: 'north', account: 'A', score: 6 },
  { sector: 'energy', zone: 'north', account: 'B', score: 9 },
  { sector: null, zone: 'north', account: 'C', score: null },
  { sector: 'energy', zone: 'north', account: 'C', score: 8 },
];
const measure = npsMeasure<Row>({ score: 'score' });
const tally = tallyBy(rows, { measure, dimensions: ['sector', 'zone'] });

describe('toSegments', () => {
  it('scores each segment as if its rows had been computed alone', () => {
    const segments = toSegments(tally, measure);
    expect(segments.map(({ key }) => key)).toEqual([
      { sector: 'energy', zone: 'north' },
      { sector: 'retail', zone: 'north' },
      { sector: 'retail', zone: 'south' },
      { sector: null, zone: 'north' },
    ]);
    for (const { key, result } of segments) {
      const own = rows.filter(({ sector, zone }) => sector === key.sector && zone === key.zone);
      expect(result).toEqual(computeMeasure(own, measure));
    }
    expect(segments[3]?.result).toMatchObject({
      value: null,
      warnings: [{ code: 'no-data' }],
      excluded: { missing: 1 },
    });
  });
  it('rolls up to the dimensions that are wanted', () => {
    expect(
      toSegments(tally, measure, { dimensions: ['zone'] }).map(({ key, result }) => [key, result.sampleSize]),
    ).toEqual([
      [{ zone: 'north' }, 3],
      [{ zone: 'south' }, 1],
    ]);
    expect(toSegments(tally, measure, { dimensions: [] }).map(({ key }) => key)).toEqual([{}]);
  });
  it('gives all marginals of a cube, of the dimensions that are wanted', () => {
    const cells = toSegments(tally, measure, { cube: true });
    expect(cells).toHaveLength(1 + 2 + 3 + 4);
    expect(cells[0]).toEqual({ key: {}, result: computeMeasure(rows, measure) });
    expect(toSegments(tally, measure, { cube: true, dimensions: ['zone'] }).map(({ key }) => key)).toEqual([
      {},
      { zone: 'north' },
      { zone: 'south' },
    ]);
  });
  it('counts an account in two segments once in the whole', () => {
    const clustered = clusterBy(measure, 'account');
    const cells = toSegments(tallyBy(rows, { measure: clustered, dimensions: ['zone'] }), clustered, { cube: true });
    expect(cells.map(({ result }) => result.accounts)).toEqual([3, 3, 1]);
  });
  it('asks for the population of each segment, and forgets that of the whole', () => {
    const known = npsMeasure<Row>({ score: 'score', population: 4, confidence: 0.8 });
    const own = tallyBy(rows, { measure: known, dimensions: ['zone'] });
    const asked: unknown[] = [];
    const segments = toSegments(own, known, {
      populationOf: (key) => (asked.push(key), key.zone === 'north' ? 3 : null),
    });
    expect(asked).toEqual([{ zone: 'north' }, { zone: 'south' }]);
    expect(segments[0]?.result.interval).toMatchObject({ lower: 0, upper: 0, confidence: 0.8 });
    expect(segments[1]?.result.interval).toEqual(computeMeasure([rows[0]!], measure, { confidence: 0.8 }).interval);
    expect(() => toSegments(own, known, { populationOf: () => 1 })).toThrow(
      expect.objectContaining({ code: 'CX_POPULATION_TOO_SMALL' }) as Error,
    );
  });
  it('takes a confidence that overrides that of the measure', () => {
    expect(toSegments(tally, measure, { confidence: 0.9 })[0]?.result.interval?.confidence).toBe(0.9);
  });
  it.each([
    ['no measure', tally, null, {}, /toSegments: measure must be a measure/],
    ['no options', tally, measure, null, /toSegments: options must be an object/],
    ['a cube that is text', tally, measure, { cube: 'yes' }, /option "cube" must be true or false, received "yes"/],
    [
      'a population that is a number',
      tally,
      measure,
      { populationOf: 3 },
      /option "populationOf" must be a function, received 3/,
    ],
    [
      'a confidence of 95',
      tally,
      measure,
      { confidence: 95 },
      /toSegments: option "confidence" must be between 0 and 1/,
    ],
    [
      'a dimension that is not cut',
      tally,
      measure,
      { dimensions: ['tier'] },
      /toSegments: dimension must be one of sector, zone, received "tier"/,
    ],
    [
      'dimensions that are text',
      tally,
      measure,
      { dimensions: 'zone' },
      /toSegments: option "dimensions" must be a list of dimensions/,
    ],
  ])('refuses %s', (_what, own, by, options, message) => {
    expect(() => toSegments(own, by as never, options as never)).toThrow(message);
  });
});

describe('segmentBy', () => {
  it('is toSegments of tallyBy', () => {
    const options = { measure, dimensions: ['sector', 'zone'] } as const;
    expect(segmentBy(rows, options)).toEqual(toSegments(tally, measure));
    expect(segmentBy(rows, { ...options, cube: true, confidence: 0.9 })).toEqual(
      toSegments(tally, measure, { cube: true, confidence: 0.9 }),
    );
    expect(segmentBy(new Set(rows), options)).toEqual(toSegments(tally, measure));
  });
  it('passes the population of each segment on', () => {
    const [first] = segmentBy(rows, { measure, dimensions: ['zone'], populationOf: () => 3 });
    expect(first?.result.interval).toMatchObject({ lower: 0, upper: 0 });
  });
  it('names itself in errors', () => {
    expect(() => segmentBy(rows, undefined as never)).toThrow(/segmentBy: options must be an object/);
    expect(() => segmentBy(null as never, { measure, dimensions: [] } as never)).toThrow(
      /segmentBy: rows must be an iterable/,
    );
    expect(() => segmentBy(rows, { measure, dimensions: [], cube: 1 as never })).toThrow(/segmentBy: option "cube"/);
  });
});

describe('segmentBy with a minimum', () => {
  const sizes = { craft: { north: 7, south: 6 }, hotels: { north: 5, south: 3 }, schools: { north: 2, south: 1 } };
  const answers = Object.entries(sizes).flatMap(([sector, zones]) =>
    Object.entries(zones).flatMap(([zone, count]) =>
      Array.from({ length: count }, (_, at) => ({ sector, zone, score: [10, 3, 7][at % 3] ?? null })),
    ),
  );
  type Answer = (typeof answers)[number];
  const nps = npsMeasure<Answer>({ score: 'score' });
  const bySector = { measure: nps, dimensions: ['sector'] } as const;

  it('hides small segments, and another so that they cannot be worked out from a total', () => {
    const segments = segmentBy(answers, { ...bySector, minimum: 5 });
    expect(
      segments.map(({ key, suppressed, result, rounded, comments }) => [
        key.sector,
        suppressed,
        result?.sampleSize ?? null,
        rounded,
        comments,
      ]),
    ).toEqual([
      ['craft', null, 13, null, true],
      ['hotels', 'complementary', null, null, false],
      ['schools', 'below-minimum', null, null, false],
    ]);
    expect(segments[0]?.result).toEqual(segmentBy(answers, bySector)[0]?.result);
  });
  it.each([
    [3, [null, null, null]],
    [4, [null, 'complementary', 'below-minimum']],
    [11, [null, 'below-minimum', 'below-minimum']],
    [12, ['complementary', 'below-minimum', 'below-minimum']],
  ])('takes %i as the floor', (minimum, expected) => {
    expect(segmentBy(answers, { ...bySector, minimum }).map(({ suppressed }) => suppressed)).toEqual(expected);
  });
  it('is protectSegments without the whole, which a cube keeps', () => {
    const both = { measure: nps, dimensions: ['sector', 'zone'] } as const;
    const cut = tallyBy(answers, both);
    expect(segmentBy(answers, { ...both, minimum: 5 })).toEqual(protectSegments(cut, nps, { minimum: 5 }).slice(1));
    const cube = segmentBy(answers, { ...both, minimum: 5, cube: true });
    expect(cube).toEqual(protectSegments(cut, nps, { minimum: 5, cube: true }));
    expect(cube[0]?.key).toEqual({});
    expect(segmentBy(answers, { measure: nps, dimensions: [], minimum: 5 })).toMatchObject([
      { key: {}, suppressed: null, result: { sampleSize: 24 } },
    ]);
  });
  it('lists the segments in the order of those without a minimum', () => {
    const both = {
      measure: nps,
      dimensions: { zone: 'zone', few: (row: Answer) => row.sector === 'schools' },
    } as const;
    expect(segmentBy(answers, { ...both, minimum: 3 }).map(({ key }) => key)).toEqual(
      segmentBy(answers, both).map(({ key }) => key),
    );
  });
  it('asks for the population of what it shows of the cut only, and takes a confidence', () => {
    const asked: unknown[] = [];
    const populationOf = (key: object): number => asked.push(key) * 13;
    const options = { ...bySector, minimum: 5, confidence: 0.9, populationOf };
    const [craft] = segmentBy(answers, options);
    expect(asked).toEqual([{ sector: 'craft' }]);
    expect(craft?.result?.interval).toMatchObject({
      lower: craft?.result?.value,
      upper: craft?.result?.value,
      confidence: 0.9,
    });
    asked.length = 0;
    segmentBy(answers, { ...bySector, minimum: 3, cube: true, populationOf: (key: object) => void asked.push(key) });
    expect(asked).toEqual([{}, { sector: 'craft' }, { sector: 'hotels' }, { sector: 'schools' }]);
  });
  it.each([
    [
      'a floor that protects nobody',
      { minimum: 2 },
      /segmentBy: option "minimum" must be a whole number from 3, received 2/,
    ],
    ['a missing floor', { minimum: null }, /segmentBy: option "minimum" must be/],
    ['a population that is no function', { minimum: 5, populationOf: 9 }, /segmentBy: option "populationOf"/],
    ['a cube that is no flag', { minimum: 5, cube: 'yes' }, /segmentBy: option "cube"/],
    [
      'a measure without sample sizes',
      { minimum: 5, measure: { ...nps, toResult: () => 'many' } },
      /segmentBy: option "measure" must be of metric results/,
    ],
  ])('refuses %s', (_what, options, message) => {
    expect(() => segmentBy(answers, { ...bySector, ...options } as never)).toThrow(message);
  });
});

describe('tallyCountsBy', () => {
  const counted = [
    { zone: 'south', score: 10, n: 2 },
    { zone: 'north', score: 9, n: 1 },
    { zone: 'north', score: null, n: 4 },
    { zone: 'south', score: 10, n: 1 },
    { zone: 'north', score: 11, n: 0 },
  ];
  const options = { measure: npsMeasure(), dimensions: ['zone'], score: 'score', count: 'n' } as const;
  it('adds counts up, missing answers among them', () => {
    const found = toSegments(tallyCountsBy(counted, options), options.measure);
    expect(found.map(({ key, result }) => [key.zone, result.sampleSize, result.excluded.missing])).toEqual([
      ['north', 1, 4],
      ['south', 3, 0],
    ]);
  });
  it('reads columns', () => {
    const table = toColumnTable({ zone: ['a', 'b'], score: Uint8Array.of(9, 3), n: Float64Array.of(3, 2) });
    expect(toSegments(tallyCountsBy(table, options), options.measure).map(({ result }) => result.value)).toEqual([
      100, -100,
    ]);
  });
  it.each([
    [
      'a fraction',
      { zone: 'a', score: 9, n: 0.5 },
      /count at row 1 must be a whole number from 0, and 0 off the scale, received 0.5/,
    ],
    ['a negative count', { zone: 'a', score: 9, n: -1 }, /received -1/],
    ['a big integer', { zone: 'a', score: 9, n: 2n }, /count at row 1/],
    ['a count off the scale', { zone: 'a', score: 11, n: 1 }, /count at row 1 .* 0 off the scale, received 1/],
    ['an object as zone', { zone: {}, score: 9, n: 1 }, /tallyCountsBy: dimension "zone" at row 1/],
  ])('refuses %s', (_what, row, message) => {
    expect(() => tallyCountsBy([counted[0]!, row as never], options)).toThrow(message);
  });
  it.each([
    [
      'a measure without bins',
      { measure: defineMean({ id: 'days', value: (own: number) => own }) },
      /option "measure" must be over a scale, without weights/,
    ],
    ['a weighted measure', { measure: npsMeasure<Row>({ score: 'score', weight: () => 1 }) }, /without weights/],
    ['no score', { score: undefined }, /option "score" must be the name of a field or a function/],
    ['no count', { count: 3 }, /option "count" must be the name of a field or a function/],
  ])('refuses %s', (_what, wrong, message) => {
    expect(() => tallyCountsBy(counted, { ...options, ...wrong } as never)).toThrow(message);
  });
  it('refuses rows that cannot be read', () => {
    expect(() => tallyCountsBy(null as never, options as never)).toThrow(
      /tallyCountsBy: rows must be an iterable of rows/,
    );
  });
});

describe('mergeSegmentTallies', () => {
  const cut = (own: readonly Row[]): typeof tally => tallyBy(own, { measure, dimensions: ['sector', 'zone'] });
  it('adds segments up, puts new ones in order and leaves the second as it was', () => {
    const [first, second] = [cut(rows.slice(0, 2)), cut(rows.slice(2))];
    const before = structuredClone(second);
    mergeSegmentTallies(measure, first, second);
    expect(first).toEqual(tally);
    mergeSegmentTallies(measure, first, tally);
    expect(second).toEqual(before);
  });
  it('adds a tally to itself', () => {
    const own = cut(rows);
    mergeSegmentTallies(measure, own, own);
    expect(own).toEqual(cut([...rows, ...rows]));
  });
  it('refuses other dimensions', () => {
    const other = tallyBy(rows, { measure, dimensions: ['zone'] });
    expect(() => mergeSegmentTallies(measure, cut(rows), other as never)).toThrow(
      /by the dimensions of the first, sector, zone, received "zone"/,
    );
  });
});

describe('readSegmentTally', () => {
  const stored = JSON.parse(JSON.stringify(storeSegmentTally(measure, tally))) as Record<string, unknown>;
  const read = (own: unknown): unknown => readSegmentTally(measure, own, ['zone', 'sector']);
  it('gives the tally back, in order and owned by the caller', () => {
    expect(read(stored)).toEqual(tally);
    const keys = [...(stored['keys'] as unknown[])].reverse();
    const tallies = [...(stored['tallies'] as unknown[])].reverse();
    expect(read({ ...stored, keys, tallies })).toEqual(tally);
  });
  const key = { sector: 'a', zone: 'b' };
  const blank = measure.createTally();
  it.each([
    ['nothing', null, 'CX_INVALID_TALLY'],
    ['another format', { ...stored, format: 2 }, 'CX_INVALID_TALLY'],
    ['no definition', { ...stored, definition: null }, 'CX_INVALID_TALLY'],
    ['no lists', { ...stored, keys: {} }, 'CX_INVALID_TALLY'],
    ['another definition', { ...stored, definition: { ...measure.definition, id: 'csat' } }, 'CX_DEFINITION_MISMATCH'],
    ['other dimensions', { ...stored, dimensions: ['zone'] }, 'CX_DEFINITION_MISMATCH'],
    ['dimensions out of order', { ...stored, dimensions: ['zone', 'sector'] }, 'CX_DEFINITION_MISMATCH'],
    ['fewer tallies', { ...stored, tallies: [] }, 'CX_INVALID_TALLY'],
    ['a key twice', { ...stored, keys: [key, key], tallies: [blank, blank] }, 'CX_INVALID_TALLY'],
    ['a key that lacks a dimension', { ...stored, keys: [{ sector: 'a' }], tallies: [blank] }, 'CX_INVALID_TALLY'],
    ['a key with more', { ...stored, keys: [{ ...key, tier: 1 }], tallies: [blank] }, 'CX_INVALID_TALLY'],
    ['empty text', { ...stored, keys: [{ ...key, zone: '' }], tallies: [blank] }, 'CX_INVALID_TALLY'],
    ['an object as value', { ...stored, keys: [{ ...key, zone: {} }], tallies: [blank] }, 'CX_INVALID_TALLY'],
    ['a key that is null', { ...stored, keys: [null], tallies: [blank] }, 'CX_INVALID_TALLY'],
    ['a tally of another shape', { ...stored, keys: [key], tallies: [{ counts: [1] }] }, 'CX_INVALID_TALLY'],
  ])('refuses %s', (_what, own, code) => {
    expect(() => read(own)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
