import { describe, expect, it } from 'vitest';
import { shrinkSegments } from '../../../src/segmentation/shrinkSegments.js';
import { SCORE, zone } from './estimates.js';

const untyped = (call: unknown, ...values: unknown[]): unknown => (call as (...given: unknown[]) => unknown)(...values);

/** Values 28, 8, -3, 7 of error 5: mean 10, squares 506, so that the weight of the mean is 25/506 (James and Stein). */
const FOUR = [zone('d', 28, 5), zone('b', 8, 5), zone('c', -3, 5), zone('a', 7, 5)];
const WEIGHT = 25 / 506;

describe('shrinkSegments', () => {
  it('draws each value towards the mean, the raw value beside it', () => {
    const { segments, pooledMean, pooledStandardError, betweenDeviation, method, errors, warnings } =
      shrinkSegments(FOUR);
    expect(segments.map(({ key }) => key.zone)).toEqual(['a', 'b', 'c', 'd']);
    expect(segments.map(({ rawValue }) => rawValue)).toEqual([7, 8, -3, 28]);
    segments.forEach(({ shrunkenValue, rawValue, weightOfMean, shrunkenStandardError, rawStandardError }) => {
      expect(weightOfMean).toBeCloseTo(WEIGHT, 12);
      expect(shrunkenValue).toBeCloseTo(10 + (1 - WEIGHT) * ((rawValue as number) - 10), 11);
      expect(rawStandardError).toBe(5);
      const squared = 25 * (1 - 0.75 * WEIGHT) + 2 * WEIGHT ** 2 * ((rawValue as number) - 10) ** 2;
      expect(shrunkenStandardError).toBeCloseTo(Math.sqrt(squared), 11);
    });
    expect(pooledMean).toBeCloseTo(10, 12);
    expect(pooledStandardError).toBeCloseTo(Math.sqrt(506 / 12), 11);
    expect(betweenDeviation).toBeCloseTo(Math.sqrt(506 / 3 - 25), 11);
    expect([method, errors, warnings]).toEqual(['morris-paule-mandel', 'own', []]);
  });

  it('says in the definition that the values are shrunken, so that they are not compared with raw ones', () => {
    const own = { ...SCORE, parameters: { scale: 5 } };
    const { definition } = shrinkSegments(
      FOUR.map(({ key, result }) => ({ key, result: { ...result, definition: own } })),
    );
    expect(definition).toEqual({ ...SCORE, parameters: { scale: 5, estimator: 'shrunken' } });
  });

  it('gives intervals of the confidence asked for', () => {
    const { segments } = shrinkSegments(FOUR, { confidence: 0.9 });
    const [{ shrunkenValue, shrunkenStandardError, shrunkenInterval } = {}] = segments;
    // SciPy: norm.ppf(.95).
    const reach = 1.6448536269514722 * (shrunkenStandardError as number);
    expect(shrunkenInterval?.lower).toBeCloseTo((shrunkenValue as number) - reach, 10);
    expect(shrunkenInterval?.upper).toBeCloseTo((shrunkenValue as number) + reach, 10);
    expect(shrunkenInterval).toMatchObject({ confidence: 0.9, method: 'morris-paule-mandel' });
  });

  it('keeps intervals within the range of the metric, where it has one', () => {
    const ends = [zone('a', 99, 10), zone('b', 98, 10), zone('c', -99, 10), zone('d', -98, 10)];
    const { segments } = shrinkSegments(ends);
    expect(segments[0]?.shrunkenInterval?.upper).toBe(100);
    expect(segments[2]?.shrunkenInterval?.lower).toBe(-100);
    const free = ends.map(({ key, result }) => ({ key, result: { ...result, definition: { ...SCORE, range: null } } }));
    expect(shrinkSegments(free).segments[0]?.shrunkenInterval?.upper).toBeGreaterThan(100);
  });

  it('uses restricted maximum likelihood where asked', () => {
    const uneven = [zone('a', 0, 1), zone('b', 10, 3), zone('c', 25, 5), zone('d', 30, 7)];
    const reml = shrinkSegments(uneven, { variance: 'reml' });
    expect(reml.method).toBe('morris-reml');
    expect(reml.segments[0]?.shrunkenInterval?.method).toBe('morris-reml');
    expect(reml.betweenDeviation).not.toBeCloseTo(shrinkSegments(uneven).betweenDeviation as number, 3);
  });

  it('leaves unknown what has no value or no error, and says why', () => {
    const { segments, pooledMean } = shrinkSegments([
      ...FOUR,
      zone('e', null, null),
      zone('f', 50, null),
      zone('g', 50, 0),
    ]);
    expect(pooledMean).toBeCloseTo(10, 12);
    const unknown = {
      shrunkenValue: null,
      shrunkenStandardError: null,
      shrunkenInterval: null,
      weightOfMean: null,
      rawStandardError: null,
    };
    expect(segments.slice(4)).toEqual([
      { key: { zone: 'e' }, ...unknown, rawValue: null, warnings: [{ code: 'no-data' }] },
      { key: { zone: 'f' }, ...unknown, rawValue: 50, warnings: [{ code: 'no-standard-error' }] },
      { key: { zone: 'g' }, ...unknown, rawValue: 50, warnings: [{ code: 'no-standard-error' }] },
    ]);
    expect(segments[0]?.warnings).toEqual([]);
  });

  it('needs four segments that can be used', () => {
    const three = shrinkSegments([...FOUR.slice(0, 3), zone('z', null, null)]);
    expect(three.warnings).toEqual([{ code: 'few-segments', observed: 3, required: 4 }]);
    expect([three.pooledMean, three.pooledStandardError, three.betweenDeviation]).toEqual([null, null, null]);
    expect(three.segments.map(({ shrunkenValue }) => shrunkenValue)).toEqual([null, null, null, null]);
    expect(three.segments[0]?.rawValue).toBe(8);
    expect(shrinkSegments([])).toEqual({
      definition: null,
      method: 'morris-paule-mandel',
      errors: 'own',
      pooledMean: null,
      pooledStandardError: null,
      betweenDeviation: null,
      segments: [],
      warnings: [{ code: 'few-segments', observed: 0, required: 4 }],
    });
  });

  it('pools the spread of single answers where asked, so that equal answers are not certain', () => {
    const sized = (key: string, value: number | null, error: number | null, n: number) =>
      zone(key, value, error, { sampleSize: n, effectiveSampleSize: n });
    // Spreads of single answers: 4² · 11 = 176 with 10 degrees of freedom, 0 with 5, 2² · 21 = 84 with 20; mean (1760 + 1680)/35.
    const variance = (1760 + 1680) / 35;
    const { segments, errors } = shrinkSegments(
      [
        sized('a', 10, 4, 11),
        sized('b', 100, 0, 6),
        sized('c', 30, 2, 21),
        sized('d', 100, null, 1),
        sized('e', null, null, 0),
      ],
      { errors: 'pooled' },
    );
    expect(errors).toBe('pooled');
    [11, 6, 21, 1].forEach((n, i) => {
      expect(segments[i]?.rawStandardError).toBeCloseTo(Math.sqrt(variance / n), 11);
    });
    expect(segments[3]?.shrunkenValue).toBeLessThan(100);
    expect(segments[3]?.weightOfMean).toBeGreaterThan(segments[2]?.weightOfMean as number);
    expect(segments[4]).toMatchObject({ shrunkenValue: null, rawStandardError: null, warnings: [{ code: 'no-data' }] });
  });

  it('has no pooled spread where no segment shows any', () => {
    const { warnings } = shrinkSegments(
      ['a', 'b', 'c', 'd'].map((key) => zone(key, 5, 0)),
      { errors: 'pooled' },
    );
    expect(warnings).toEqual([{ code: 'few-segments', observed: 0, required: 4 }]);
  });

  it.each([
    ['confidence', 1],
    ['confidence', 95],
    ['variance', 'ml'],
    ['variance', null],
    ['errors', 'none'],
  ])('refuses the option %s: %j', (name, value) => {
    expect(() => untyped(shrinkSegments, FOUR, { [name]: value })).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_OPTION',
        message: expect.stringContaining(`shrinkSegments: option "${name}" must be`) as string,
      }) as Error,
    );
  });

  it.each([
    [null, 'CX_INVALID_INPUT', 'shrinkSegments: "segments" must be an iterable of segments, received null'],
    [[7], 'CX_INVALID_INPUT', 'shrinkSegments: segment 0 must be { key, result } with a metric result, received 7'],
    [[FOUR[0], { key: { zone: 'x' } }], 'CX_INVALID_INPUT', /segment 1 must be \{ key, result \}/],
    [[{ key: null, result: FOUR[0]?.result }], 'CX_INVALID_INPUT', /segment 0 must be/],
    [[{ key: { zone: 'x' }, result: { ...FOUR[0]?.result, value: NaN } }], 'CX_INVALID_INPUT', /segment 0 must be/],
    [
      [{ key: { zone: 'x' }, result: { ...FOUR[0]?.result, standardError: undefined } }],
      'CX_INVALID_INPUT',
      /segment 0/,
    ],
    [[{ key: { zone: 'x' }, result: { ...FOUR[0]?.result, definition: null } }], 'CX_INVALID_INPUT', /segment 0/],
    [
      [FOUR[0], FOUR[1], FOUR[0]],
      'CX_INVALID_INPUT',
      /"segments" must be segments of different keys, received "\{\\"zone\\":\\"d\\"\}"/,
    ],
    [
      [FOUR[0], { ...FOUR[1], key: {} }],
      'CX_INVALID_INPUT',
      /segment 1 must be cut by the dimensions of the first, \["zone"\]/,
    ],
    [
      [FOUR[0], zone('x', 1, 1, { definition: { ...SCORE, id: 'other' } })],
      'CX_DEFINITION_MISMATCH',
      'shrinkSegments: segment 1 must be of the definition of the first, "score", with equal parameters, received "other"',
    ],
  ])('refuses %j', (segments, code, message) => {
    expect(() => untyped(shrinkSegments, segments)).toThrow(
      expect.objectContaining({
        code,
        message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      }) as Error,
    );
  });

  it('orders keys by their dimensions in code-unit order, null last', () => {
    const keys = [
      { b: 2, a: 'x' },
      { b: 1, a: 'y' },
      { a: 'x', b: null },
      { a: 'x', b: 10 },
      { a: null, b: 1 },
    ];
    const { segments } = shrinkSegments(keys.map((key) => ({ key, result: zone('', 1, 1).result })));
    expect(segments.map(({ key }) => `${key.a} ${key.b}`)).toEqual(['x 2', 'x 10', 'x null', 'y 1', 'null 1']);
  });

  it('is plain JSON', () => {
    const result = shrinkSegments([...FOUR, zone('e', null, null)]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
