import { describe, expect, it } from 'vitest';
import { bandBy } from '../../../src/segmentation/bandBy.js';
import { bandOf, type Bands } from '../../../src/segmentation/bands.js';
import { bandsFromEdges } from '../../../src/segmentation/bandsFromEdges.js';
import { bandsFromNaturalBreaks } from '../../../src/segmentation/bandsFromNaturalBreaks.js';
import { bandsFromQuantiles } from '../../../src/segmentation/bandsFromQuantiles.js';

/** Calls a function as somebody without types would. */
const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

describe('bandsFromEdges', () => {
  it('gives a plain record that states its edges, labels and closed side', () => {
    const bands = bandsFromEdges([10, 50]);
    expect(bands).toEqual({
      method: 'edges',
      edges: [10, 50],
      closed: 'lower',
      labels: ['1: < 10', '2: ≥ 10, < 50', '3: ≥ 50'],
      requested: 3,
      sampleSize: null,
      missing: null,
    });
    expect(JSON.parse(JSON.stringify(bands))).toEqual(bands);
  });

  it('makes two bands of one edge', () => {
    expect(bandsFromEdges([0]).labels).toEqual(['1: < 0', '2: ≥ 0']);
    expect(bandsFromEdges([-0]).edges[0]).toBe(0);
  });

  it('writes places with as many digits as it takes to sort them', () => {
    const { labels } = bandsFromEdges([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(labels[0]).toBe('01: < 1');
    expect(labels[9]).toBe('10: ≥ 9');
    expect([...labels].sort()).toEqual(labels);
    expect(bandsFromEdges([1, 2, 3, 4, 5, 6, 7, 8]).labels[8]).toBe('9: ≥ 8');
  });

  it('rounds labels to six digits unless two edges would look alike', () => {
    expect(bandsFromEdges([1 / 3, 2]).labels).toEqual(['1: < 0.333333', '2: ≥ 0.333333, < 2', '3: ≥ 2']);
    expect(bandsFromEdges([1.0000001, 1.0000002]).labels[1]).toBe('2: ≥ 1.0000001, < 1.0000002');
  });

  it('takes names, each with its place before it', () => {
    expect(bandsFromEdges([10, 50], { labels: ['small', 'middle', 'large'] }).labels).toEqual([
      '1: small',
      '2: middle',
      '3: large',
    ]);
  });

  it.each([
    [[], 'bandsFromEdges: "edges" must be a list of at least one number, received an object'],
    [null, 'bandsFromEdges: "edges" must be a list of at least one number, received null'],
    [[1, 1], 'bandsFromEdges: edge 1 must be a finite number above the one before, received 1'],
    [[2, 1], 'bandsFromEdges: edge 1 must be a finite number above the one before, received 1'],
    [[NaN], 'bandsFromEdges: edge 0 must be a finite number above the one before, received NaN'],
    [[1, Infinity], 'bandsFromEdges: edge 1 must be a finite number above the one before, received Infinity'],
    [['1'], 'bandsFromEdges: edge 0 must be a finite number above the one before, received "1"'],
  ])('refuses the edges %j', (edges, message) => {
    expect(() => untyped(bandsFromEdges, edges)).toThrow(
      expect.objectContaining({ code: 'CX_INVALID_OPTION', message }) as Error,
    );
  });

  it.each([[['one']], [['a', 'b', 'c']], [['a', ' ']], [['a', 7]], ['ab'], [null]])(
    'refuses the labels %j',
    (labels) => {
      expect(() => untyped(bandsFromEdges, [1], { labels })).toThrow(
        /^bandsFromEdges: option "labels" must be 2 texts, one for each band, received/,
      );
    },
  );

  it('takes options that are null for none', () => {
    expect(untyped(bandsFromEdges, [1], null)).toEqual(bandsFromEdges([1]));
  });
});

describe('bandOf', () => {
  const bands = bandsFromEdges([10, 50]);

  it.each([
    [-1e9, '1: < 10'],
    [9.999, '1: < 10'],
    [10, '2: ≥ 10, < 50'],
    [49.999, '2: ≥ 10, < 50'],
    [50, '3: ≥ 50'],
    [1e9, '3: ≥ 50'],
    [null, null],
    [undefined, null],
  ])('puts %d into %j', (value, label) => {
    expect(bandOf(value, bands)).toBe(label);
  });

  it.each([NaN, Infinity, -Infinity, '12', true])('refuses %j', (value) => {
    expect(() => untyped(bandOf, value, bands)).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_INPUT',
        message: expect.stringMatching(/^bandOf: "value" must be a finite number or missing/) as string,
      }) as Error,
    );
  });

  it.each([
    null,
    {},
    { ...bandsFromEdges([1]), closed: 'upper' },
    { ...bandsFromEdges([1]), labels: ['a'] },
    { ...bandsFromEdges([1]), labels: ['a', 7] },
    { ...bandsFromEdges([1]), labels: null },
    { ...bandsFromEdges([1, 2]), edges: [2, 2] },
    { ...bandsFromEdges([1, 2]), edges: [2, 1] },
    { ...bandsFromEdges([1]), edges: [NaN] },
    { ...bandsFromEdges([1]), edges: null },
  ])('refuses %j for bands', (record) => {
    expect(() => untyped(bandOf, 1, record)).toThrow(/^bandOf: "bands" must be a record of bands with rising "edges"/);
  });

  it('reads bands that went through JSON', () => {
    expect(bandOf(10, JSON.parse(JSON.stringify(bands)) as Bands)).toBe('2: ≥ 10, < 50');
  });
});

describe('bandsFromQuantiles', () => {
  it('cuts quarters at quantiles of type 7 unless told otherwise', () => {
    // NumPy: quantile([1, 2, 4, 8, 16, 32], [.25, .5, .75]) gives 2.5, 6, 14.
    expect(bandsFromQuantiles([32, 1, 16, 2, 8, 4])).toEqual({
      method: 'quantiles',
      edges: [2.5, 6, 14],
      closed: 'lower',
      labels: ['1: < 2.5', '2: ≥ 2.5, < 6', '3: ≥ 6, < 14', '4: ≥ 14'],
      requested: 4,
      sampleSize: 6,
      missing: 0,
    });
  });

  it('counts missing values', () => {
    const { sampleSize, missing } = bandsFromQuantiles([1, null, 2, undefined, 3], { bands: 2 });
    expect([sampleSize, missing]).toEqual([3, 2]);
  });

  it.each([
    ['ties at the bottom', [0, 0, 0, 0, 0, 0, 1, 2, 3], 4, [1]],
    ['ties at the top', [1, 5, 5, 5, 5], 4, [5]],
    ['ties in the middle', [1, 5, 5, 5, 5, 5, 5, 9], 4, [5]],
    ['two values for four bands', [0, 8], 4, [2]],
    ['equal values', [7, 7, 7], 4, []],
    ['no values', [], 4, []],
  ])('drops an edge that leaves a band empty: %s', (_, values, bands, edges) => {
    const cut = bandsFromQuantiles(values, { bands });
    expect(cut.edges).toEqual(edges);
    expect(cut.requested).toBe(bands);
    expect(cut.labels).toHaveLength(edges.length + 1);
  });

  it('names a single band by what it holds', () => {
    expect(bandsFromQuantiles([7, 7]).labels).toEqual(['1: any']);
  });

  it.each([1, 100, 2.5, NaN, '4', null])('refuses %j bands', (bands) => {
    expect(() => untyped(bandsFromQuantiles, [1], { bands })).toThrow(
      /^bandsFromQuantiles: option "bands" must be a whole number from 2 to 99, received/,
    );
  });

  it.each([2, 99])('takes %j bands', (bands) => {
    expect(bandsFromQuantiles([1, 2, 3], { bands }).requested).toBe(bands);
  });

  it.each([[NaN], [Infinity], ['2']])('refuses the value %j, naming its place', (value) => {
    expect(() => untyped(bandsFromQuantiles, [1, null, value])).toThrow(
      /^bandsFromQuantiles: value 2 must be a finite number or missing, received/,
    );
  });

  it.each([null, 7, '12'])('refuses %j for values', (values) => {
    expect(() => untyped(bandsFromQuantiles, values)).toThrow(
      /^bandsFromQuantiles: "values" must be an iterable of numbers, received/,
    );
  });

  it('takes names', () => {
    expect(bandsFromQuantiles([1, 2], { bands: 2, labels: ['low', 'high'] }).labels).toEqual(['1: low', '2: high']);
  });
});

describe('bandsFromNaturalBreaks', () => {
  it('cuts at the least value of each class', () => {
    // The example of Ckmeans.1d.dp, Wang and Song (2011).
    expect(bandsFromNaturalBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1, null], { bands: 3 })).toEqual({
      method: 'natural-breaks',
      edges: [2, 4],
      closed: 'lower',
      labels: ['1: < 2', '2: ≥ 2, < 4', '3: ≥ 4'],
      requested: 3,
      sampleSize: 10,
      missing: 1,
    });
  });

  it('makes each value a band where there are fewer than bands, four unless told otherwise', () => {
    const { edges, requested } = bandsFromNaturalBreaks([3, 1, 3, 1, 8]);
    expect(edges).toEqual([3, 8]);
    expect(requested).toBe(4);
    expect(bandsFromNaturalBreaks([]).labels).toEqual(['1: any']);
    expect(bandsFromNaturalBreaks([5, 5]).edges).toEqual([]);
  });

  it('refuses what is no number of bands and what is no number', () => {
    expect(() => bandsFromNaturalBreaks([1], { bands: 1 })).toThrow(/^bandsFromNaturalBreaks: option "bands"/);
    expect(() => bandsFromNaturalBreaks([NaN])).toThrow(/^bandsFromNaturalBreaks: value 0/);
    expect(() => bandsFromNaturalBreaks([1, 9], { bands: 2, labels: ['x'] })).toThrow(/option "labels"/);
  });
});

describe('bandBy', () => {
  const bands = bandsFromEdges([100]);

  it('reads a field by name or by function', () => {
    expect(bandBy<{ revenue: number }>('revenue', bands)({ revenue: 100 }, 0)).toBe('2: ≥ 100');
    expect(bandBy<number>((value, index) => value + index, bands)(99, 1)).toBe('2: ≥ 100');
    expect(bandBy<{ revenue?: number | null }>('revenue', bands)({}, 0)).toBeNull();
  });

  it('names the row of what is no number', () => {
    expect(() => bandBy<{ revenue: number }>('revenue', bands)({ revenue: NaN }, 4)).toThrow(
      'bandBy: value at row 4 must be a finite number or missing, received NaN',
    );
  });

  it('refuses what is no field and what are no bands', () => {
    expect(() => untyped(bandBy, 7, bands)).toThrow(
      'bandBy: "field" must be the name of a field or a function, received 7',
    );
    expect(() => untyped(bandBy, 'revenue', undefined)).toThrow(/^bandBy: "bands" must be a record of bands/);
  });
});
