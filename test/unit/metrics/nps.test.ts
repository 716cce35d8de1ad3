import { describe, expect, it } from 'vitest';
import { toColumnTable } from '../../../src/measures/columns.js';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { classifyNps, computeNps, npsMeasure } from '../../../src/metrics/perception/nps.js';
import { npsBootstrap, npsT } from '../../../src/metrics/perception/npsIntervals.js';
import { NPS_SCALE, type NpsOptions } from '../../../src/metrics/perception/npsScore.js';
import { B2B_NPS_SAMPLE_POLICY } from '../../../src/metrics/perception/samplePolicy.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

const SMALL = { code: 'small-sample', observed: 4, recommended: 30 };
const POLICY = {
  code: 'below-sample-policy',
  policy: 'b2b-nps-1100',
  unit: 'contacts',
  observed: 4,
  required: 1100,
  population: null,
};
const NONE = { missing: 0, offScale: 0, missingWeight: 0, zeroWeight: 0 };

describe('computeNps', () => {
  it('gives the score with all that an honest number needs', () => {
    const got = expectSound(computeNps([10, 9, 8, 6, null]));
    expect(got).toMatchObject({
      definition: {
        id: 'nps',
        family: 'scale',
        statistic: 'net',
        unit: 'points',
        direction: 'higher-is-better',
        range: { minimum: -100, maximum: 100 },
        parameters: {},
      },
      value: 25,
      degreesOfFreedom: null,
      sampleSize: 4,
      effectiveSampleSize: 4,
      accounts: null,
      excluded: { ...NONE, missing: 1 },
      warnings: [SMALL, POLICY],
      promoters: 2,
      passives: 1,
      detractors: 1,
    });
    // sqrt((3/4 - 1/16) / 4)
    expect(got.standardError).toBeCloseTo(100 * Math.sqrt(0.6875 / 4), 12);
  });

  it.each([
    [0, 'detractors'],
    [6, 'detractors'],
    [7, 'passives'],
    [8, 'passives'],
    [9, 'promoters'],
    [10, 'promoters'],
  ])('counts an answer of %i among %s', (score, name) => {
    expect(computeNps([score])).toMatchObject({ promoters: 0, passives: 0, detractors: 0, [name]: 1 });
  });

  const rows = [{ q1: 10 }, { q1: 9 }, { q1: 8 }, { q1: 6 }];
  const reference = computeNps([10, 9, 8, 6]);
  it.each([
    ['bytes', Uint8Array.of(10, 9, 8, 6)],
    ['clamped bytes', Uint8ClampedArray.of(10, 9, 8, 6)],
    ['floats', Float32Array.of(10, 9, 8, 6)],
    ['a set', new Set([10, 9, 8, 6])],
    ['a stream', readOnce([10, 9, 8, 6])],
    ['a frozen array', deepFreeze([10, 9, 8, 6])],
    ['counts by score', { counts: [0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1] }],
    ['counts by score in a typed array', { counts: Uint32Array.of(0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1) }],
    ['counts by class', { counts: { promoters: 2, passives: 1, detractors: 1 } }],
  ])('gives the same for %s', (_name, input) => {
    expect(computeNps(input)).toEqual(reference);
  });

  it.each([
    ['rows by name', rows, { score: 'q1' }],
    ['rows by function', rows, { score: (row: { q1: number }) => row.q1 }],
    ['a stream of rows', readOnce(rows), { score: 'q1' }],
    ['frozen rows', deepFreeze(rows.map((row) => ({ ...row }))), { score: 'q1' }],
    ['a table', toColumnTable({ q1: [10, 9, 8, 6] }), { score: 'q1' }],
    ['a table of bytes', toColumnTable({ q1: Uint8Array.of(10, 9, 8, 6) }), { score: 'q1' }],
  ] as const)('gives the same for %s', (_name, input, options) => {
    expect(computeNps(input as Iterable<{ q1: number }>, options as { score: 'q1' })).toEqual(reference);
  });

  it.each([
    [[], { value: null, interval: null, sampleSize: 0, warnings: [{ code: 'no-data' }] }],
    [
      [null, undefined],
      { value: null, sampleSize: 0, excluded: { ...NONE, missing: 2 }, warnings: [{ code: 'no-data' }] },
    ],
    [[10], { value: 100, standardError: null }],
    [[0], { value: -100, standardError: null }],
    [[7], { value: 0, standardError: null }],
    [[-0], { value: -100, detractors: 1 }],
    [Array<number>(40).fill(10), { value: 100, standardError: 0, promoters: 40 }],
  ])('of %j is an answer, not an exception', (input, expected) => {
    expect(expectSound(computeNps(input))).toMatchObject(expected);
  });

  it('counts a thousand million answers', () => {
    const got = expectSound(computeNps({ counts: { promoters: 1e9, passives: 0, detractors: 0 } }));
    expect(got).toMatchObject({ value: 100, sampleSize: 1e9, effectiveSampleSize: 1e9, warnings: [] });
    expect(got.interval?.upper).toBe(100);
    expect(got.interval?.lower).toBeGreaterThan(99.99999);
  });

  it('takes missing answers that were counted', () => {
    expect(computeNps({ counts: [0, 1], missing: 5 }).excluded).toEqual({ ...NONE, missing: 5 });
  });

  it.each([
    [11, 'RangeError', '11'],
    [8.5, 'RangeError', '8.5'],
    [-1, 'RangeError', '-1'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['9', 'TypeError', '"9"'],
    [9n, 'TypeError', '9'],
    [Symbol('9'), 'TypeError', 'Symbol(9)'],
    [new Date(0), 'TypeError', 'an object'],
    [[9], 'TypeError', 'an object'],
    [true, 'TypeError', 'true'],
  ])('refuses %s by its row, or counts it where asked', (answer, kind, shown) => {
    const input = [10, answer as number, 3];
    expect(thrownBy(() => computeNps(input))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `computeNps: score at row 1 must be a whole number from 0 to 10, received ${shown}`,
    });
    const got = expectSound(computeNps(input, { offScale: 'exclude' }));
    expect(got).toMatchObject({ value: 0, sampleSize: 2, excluded: { ...NONE, offScale: 1 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
  });

  it('is refused nested arrays', () => {
    expect(() => computeNps([[10], [9]] as unknown as number[])).toThrow('score at row 0');
  });

  describe('weighted', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const weighted = [10, 9, 8, 6, 10, 3, 7, 9].map((score, at) => ({ score, w: weights[at] ?? 0 }));

    it('has a linearised error and an interval on the effective size', () => {
      const got = expectSound(computeNps(weighted, { score: 'score', weight: 'w' }));
      // R: survey; Python.
      expect(got.value).toBe(37.5);
      expect(got.standardError).toBeCloseTo(32.02172114362374, 10);
      expect(got.degreesOfFreedom).toBe(7);
      expect(got.effectiveSampleSize).toBeCloseTo(5.565217391304348, 12);
      expect(got.interval?.lower).toBeCloseTo(-27.64158376618313, 9);
      expect(got.interval?.upper).toBeCloseTo(76.3725482331882, 9);
      expect(got).toMatchObject({ promoters: 4, passives: 2, detractors: 2 });
    });

    it('leaves out what has no weight', () => {
      const rest = [{ score: 10, w: 0 }, { score: 10, w: null }, { score: 10 }];
      const got = computeNps<{ score: number; w?: number | null }>([...weighted, ...rest], {
        score: 'score',
        weight: 'w',
      });
      expect(got).toMatchObject({ value: 37.5, sampleSize: 8, excluded: { ...NONE, zeroWeight: 1, missingWeight: 2 } });
    });

    it('warns of weights so unequal that answers count for less than half', () => {
      const got = computeNps([10, 3, 9], { weight: (_score, index) => [100, 1, 1][index] });
      expect(got.warnings).toContainEqual({
        code: 'unequal-weights',
        sampleSize: 3,
        effectiveSampleSize: got.effectiveSampleSize,
      });
      // (102)² / 10002
      expect(got.effectiveSampleSize).toBeCloseTo(10404 / 10002, 12);
    });

    it.each([
      [-1, '-1'],
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      [1e26, '1e+26'],
    ])('refuses the weight %d', (w, shown) => {
      expect(thrownBy(() => computeNps([{ score: 9, w }], { score: 'score', weight: 'w' }))).toEqual({
        kind: 'RangeError',
        code: 'CX_INVALID_WEIGHT',
        message: `computeNps: weight at row 0 must be 0 or a number from 1e-25 to 1e25, received ${shown}`,
      });
    });

    it('knows nothing when all weights are 0', () => {
      expect(expectSound(computeNps([9, 3], { weight: () => 0 }))).toMatchObject({
        value: null,
        effectiveSampleSize: 0,
        excluded: { ...NONE, zeroWeight: 2 },
      });
    });

    it('refuses counts', () => {
      const options = { weight: () => 1 };
      expect(thrownBy(() => computeNps({ counts: [1] }, options)).code).toBe('CX_INVALID_INPUT');
    });
  });

  describe('the sample policy', () => {
    const codes = (n: number, options: NpsOptions = {}): string[] =>
      computeNps({ counts: { promoters: n, passives: 0, detractors: 0 } }, options).warnings.map(({ code }) => code);

    it.each([
      [1099, ['below-sample-policy']],
      [1100, []],
    ])('asks for 1,100 answers: %i', (n, expected) => {
      expect(codes(n)).toEqual(expected);
    });

    it.each([
      [154, 1067, ['below-sample-policy']],
      [155, 1067, []],
      [154, 1100, ['below-sample-policy']],
      [155, 1100, []],
    ])('asks for its equivalent in a population of 180: %i on a base of %i', (n, base, expected) => {
      expect(codes(n, { population: 180, samplePolicy: { ...B2B_NPS_SAMPLE_POLICY, base } })).toEqual(expected);
    });

    it('says what it asks for', () => {
      const { warnings } = computeNps({ counts: { promoters: 95, passives: 0, detractors: 0 } }, { population: 180 });
      expect(warnings).toEqual([
        {
          code: 'below-sample-policy',
          policy: 'b2b-nps-1100',
          unit: 'contacts',
          observed: 95,
          required: 155,
          population: 180,
        },
      ]);
    });

    it('may be another, or none', () => {
      const samplePolicy = { id: 'mine', unit: 'accounts', base: 50 } as const;
      expect(codes(49, { samplePolicy })).toEqual(['below-sample-policy']);
      expect(codes(50, { samplePolicy })).toEqual([]);
      expect(codes(49, { samplePolicy: null })).toEqual([]);
      expect(codes(49, { samplePolicy: undefined })).toEqual(['below-sample-policy']);
    });

    it('does not speak without answers', () => {
      expect(computeNps([]).warnings).toEqual([{ code: 'no-data' }]);
    });
  });

  it('warns below thirty answers', () => {
    const codes = (n: number): string[] =>
      computeNps({ counts: { promoters: n, passives: 0, detractors: 1 } }, { samplePolicy: null }).warnings.map(
        ({ code }) => code,
      );
    expect(codes(28)).toEqual(['small-sample']);
    expect(codes(29)).toEqual([]);
  });

  it('does not let what changes only certainty into the definition', () => {
    const options = { confidence: 0.8, interval: npsT(), population: 50, samplePolicy: null } as const;
    expect(computeNps([10, 3], options).definition).toEqual(reference.definition);
  });

  it.each([
    ['adjusted-wald', 'adjusted-wald'],
    ['score', 'score'],
    ['wald', 'wald'],
    [npsT(), 't'],
    [npsBootstrap(), 'bootstrap-percentile'],
    [npsBootstrap({ type: 'bca' }), 'bootstrap-bca'],
  ] as const)('takes the interval method %o', (interval, method) => {
    expect(expectSound(computeNps([10, 9, 8, 6], { interval })).interval?.method).toBe(method);
    expect(expectSound(computeNps([], { interval })).interval).toBeNull();
    expectSound(computeNps([10], { interval }));
    expectSound(computeNps([10, 10], { interval }));
    expectSound(computeNps([10, 10, 3], { interval, population: 3 }));
  });

  it.each([
    [{ confidence: 95 }, 'RangeError', 'CX_INVALID_OPTION', 'option "confidence" must be between 0 and 1, received 95'],
    [
      { population: 3 },
      'RangeError',
      'CX_POPULATION_TOO_SMALL',
      'option "population" must be a whole number, at least the sample size 4, received 3',
    ],
    [
      { population: null },
      'TypeError',
      'CX_INVALID_OPTION',
      'option "population" must be a whole number, at least the sample size 4, received null',
    ],
    [
      { interval: null },
      'TypeError',
      'CX_INVALID_OPTION',
      'option "interval" must be a known name or method, received null',
    ],
    [
      { interval: npsT },
      'TypeError',
      'CX_INVALID_OPTION',
      'option "interval" must be a known name or method, received a function',
    ],
    [
      { offScale: 'skip' },
      'TypeError',
      'CX_INVALID_OPTION',
      'option "offScale" must be "throw" or "exclude", received "skip"',
    ],
  ])('refuses %j', (options, kind, code, message) => {
    expect(thrownBy(() => computeNps([10, 9, 8, 6], options as object))).toEqual({
      kind,
      code,
      message: `computeNps: ${message}`,
    });
  });

  it.each([
    [
      { counts: { promoters: 1, passives: 1 } },
      'TypeError',
      'CX_INVALID_COUNTS',
      'count of detractors must be a whole number from 0, and 0 off the scale, received undefined',
    ],
    [
      { counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
      'RangeError',
      'CX_INVALID_COUNTS',
      'count of 11 must be a whole number from 0, and 0 off the scale (promoters, passives, detractors), received 1',
    ],
    [
      { counts: { promoters: 2, passives: 0, detractors: 0, promotors: 3 } },
      'RangeError',
      'CX_INVALID_COUNTS',
      'count of promotors must be a whole number from 0, and 0 off the scale (promoters, passives, detractors), received 3',
    ],
    [
      { counts: null },
      'TypeError',
      'CX_INVALID_INPUT',
      'input must be an iterable, or { counts } without weights, received an object',
    ],
    ['10', 'TypeError', 'CX_INVALID_INPUT', 'input must be an iterable, or { counts } without weights, received "10"'],
    [null, 'TypeError', 'CX_INVALID_INPUT', 'input must be an iterable, or { counts } without weights, received null'],
  ])('refuses the input %j', (input, kind, code, message) => {
    expect(thrownBy(() => computeNps(input as unknown as number[]))).toEqual({
      kind,
      code,
      message: `computeNps: ${message}`,
    });
  });

  it('cannot be led to a prototype', () => {
    const hostile = JSON.parse('[{"q1":10,"__proto__":{"q1":0}}]') as { q1: number }[];
    expect(computeNps(hostile, { score: 'q1' }).value).toBe(100);
    const named = (): unknown => computeNps([{ q1: 1 }], { score: '__proto__' as 'q1' }).value;
    // Deno has removed the way to the prototype, so that nothing is found there.
    if (Reflect.get({}, '__proto__') !== undefined) expect(named).toThrow('received an object');
    else expect(named()).toBeNull();
  });

  it('shares one definition among its results', () => {
    expect(computeNps([1]).definition).toBe(computeNps([2]).definition);
  });
});

describe('npsMeasure', () => {
  it('gives what computeNps gives', () => {
    const answers = [10, 9, 8, 6, null];
    expect(computeMeasure(answers, npsMeasure())).toEqual(computeNps(answers));
    const rows = answers.map((q, at) => ({ q, w: at + 1 }));
    type Row = (typeof rows)[number];
    const options = { score: 'q', weight: 'w', confidence: 0.9, interval: 'score', population: 99 } as const;
    expect(computeMeasure(rows, npsMeasure<Row>(options))).toEqual(computeNps(rows, options));
  });

  it('merges', () => {
    const measure = npsMeasure();
    const tally = tallyRows([10, 9], measure);
    measure.mergeTallies(tally, tallyRows([8, 6, null], measure));
    expect(measure.toResult(tally)).toEqual(computeNps([10, 9, 8, 6, null]));
  });

  it('lets the last step override confidence and population', () => {
    const measure = npsMeasure({ confidence: 0.9 });
    const tally = tallyRows([10, 9, 8, 6], measure);
    expect(measure.toResult(tally).interval?.confidence).toBe(0.9);
    expect(measure.toResult(tally, { confidence: 0.8 }).interval?.confidence).toBe(0.8);
    expect(measure.toResult(tally, { population: 4 }).interval).toMatchObject({ lower: 25, upper: 25 });
    expect(measure.toResult(tally, { population: 4 }).warnings).toEqual([]);
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([11], npsMeasure())).toThrow('npsMeasure: score at row 0');
    expect(() => computeMeasure([1], npsMeasure({ confidence: 2 }))).toThrow('npsMeasure: option "confidence"');
  });
});

describe('classifyNps', () => {
  it.each([
    [0, 'detractor'],
    [-0, 'detractor'],
    [6, 'detractor'],
    [7, 'passive'],
    [8, 'passive'],
    [9, 'promoter'],
    [10, 'promoter'],
    [null, null],
    [undefined, null],
  ])('calls %s a %s', (score, expected) => {
    expect(classifyNps(score)).toBe(expected);
  });

  it.each([
    [11, 'RangeError', '11'],
    [-1, 'RangeError', '-1'],
    [8.5, 'RangeError', '8.5'],
    [NaN, 'RangeError', 'NaN'],
    ['9', 'TypeError', '"9"'],
    [9n, 'TypeError', '9'],
  ])('refuses %s', (score, kind, shown) => {
    expect(thrownBy(() => classifyNps(score as number))).toEqual({
      kind,
      code: 'CX_OFF_SCALE',
      message: `classifyNps: score must be a whole number from 0 to 10, received ${shown}`,
    });
  });
});

it('NPS_SCALE is the published one', () => {
  expect(NPS_SCALE).toEqual({ minimum: 0, maximum: 10, negativeTo: 6, positiveFrom: 9 });
});
