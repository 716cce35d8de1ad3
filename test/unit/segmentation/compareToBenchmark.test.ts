import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../../src/core/result.js';
import { clusterBy } from '../../../src/measures/clusterBy.js';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { computeCsat } from '../../../src/metrics/perception/csat.js';
import { computeNps, npsMeasure } from '../../../src/metrics/perception/nps.js';
import type { Benchmark } from '../../../src/segmentation/benchmark.js';
import { compareRelative } from '../../../src/segmentation/benchmarkRelative.js';
import { compareToBenchmark } from '../../../src/segmentation/compareToBenchmark.js';

const BASE = {
  kind: 'sector',
  definition: { id: 'nps' },
  country: 'FR',
  sector: 'retail',
  year: 2026,
  mode: 'email',
  source: 'panel',
  licence: 'internal',
} as const;
const of = (own: Partial<Record<keyof Benchmark, unknown>> = {}): Benchmark =>
  ({ ...BASE, value: 22, standardError: 3, ...own }) as Benchmark;
const without = (own: Partial<Record<keyof Benchmark, unknown>>): Benchmark => ({ ...BASE, ...own }) as Benchmark;
/** NPS 30 of 100 answers, standard error 100 √(.61/100). */
const nps = computeNps({ counts: { promoters: 50, passives: 30, detractors: 20 } });
const FRANCE = { country: 'FR' } as const;
const code = (reason: string) => [{ code: 'not-comparable', reason }];

describe('compareToBenchmark with a value', () => {
  it('gives the difference with both errors', () => {
    const found = compareToBenchmark(nps, of(), FRANCE);
    const error = Math.hypot(nps.standardError ?? NaN, 3);
    expect(found).toEqual({
      definition: nps.definition,
      difference: 8,
      standardError: expect.closeTo(error, 10) as number,
      degreesOfFreedom: null,
      interval: {
        lower: expect.closeTo(8 - 1.959963984540054 * error, 8) as number,
        upper: expect.closeTo(8 + 1.959963984540054 * error, 8) as number,
        confidence: 0.95,
        method: 'normal',
      },
      pValue: expect.closeTo(0.338964, 4) as number,
      minimumDetectableDifference: expect.closeTo((1.959963984540054 + 0.8416212335729143) * error, 6) as number,
      verdict: 'no-evidence',
      sampleSizes: [100, 0],
      warnings: [],
      benchmark: of(),
      errorSource: 'stated',
      position: null,
      overridden: null,
    });
  });

  it.each([
    [0, 'higher'],
    [60, 'lower'],
  ])('judges against a fixed value of %d', (value, verdict) => {
    const found = compareToBenchmark(nps, of({ value, standardError: 0 }), FRANCE);
    expect(found.verdict).toBe(verdict);
    expect(found.standardError).toBeCloseTo(nps.standardError ?? NaN, 12);
  });

  it.each<[string, Partial<Benchmark>, string, number]>([
    ['a standard error', { standardError: 3, n: 10, interval: { lower: 0, upper: 40, confidence: 0.9 } }, 'stated', 3],
    // qnorm(.95) = 1.6448536.
    ['an interval', { interval: { lower: 12, upper: 32, confidence: 0.9 }, n: 10 }, 'from-interval', 10 / 1.644853627],
    // The largest a net score can have: 100² - 22².
    ['its size', { n: 400 }, 'from-size', Math.sqrt((10000 - 484) / 400)],
  ])('reads the error of the benchmark from %s', (_, own, source, error) => {
    const found = compareToBenchmark(nps, without({ value: 22, ...own }), FRANCE);
    expect(found.errorSource).toBe(source);
    expect(found.standardError).toBeCloseTo(Math.hypot(nps.standardError ?? NaN, error), 6);
    expect(found.sampleSizes[1]).toBe(own.n ?? 0);
  });

  it('counts the size of a benchmark as degrees of freedom', () => {
    const mean = defineMean<{ v: number }>({ id: 'level', value: 'v' });
    const result = computeMeasure(
      [1, 2, 3, 4, 5].map((v) => ({ v })),
      mean,
    );
    const benchmark = without({ definition: { id: 'level' }, value: 2, standardError: 0.5, n: 9 });
    const found = compareToBenchmark(result, benchmark, FRANCE);
    // Variances 1/2 with 4 and 1/4 with 8 degrees of freedom.
    expect(found.degreesOfFreedom).toBeCloseTo(0.5625 / (0.25 / 4 + 0.0625 / 8), 10);
    expect(found.interval?.method).toBe('welch');
    expect(compareToBenchmark(result, { ...benchmark, n: 1 }, FRANCE).degreesOfFreedom).toBeCloseTo(
      0.5625 / (0.25 / 4),
      10,
    );
    expect(compareToBenchmark(result, without({ definition: { id: 'level' }, value: 2, n: 9 }), FRANCE)).toMatchObject({
      errorSource: 'unknown',
      difference: 1,
      standardError: null,
      warnings: code('no-standard-error'),
    });
  });

  it('gives a share the error of its size', () => {
    const csat = computeCsat([5, 4, 4, 2, 1]);
    const found = compareToBenchmark(csat, without({ definition: { id: 'csat' }, value: 0.8, n: 100 }), FRANCE);
    expect(found.difference).toBeCloseTo(-0.2, 12);
    expect(found.standardError).toBeCloseTo(Math.hypot(csat.standardError ?? NaN, 0.04), 12);
  });

  it.each<[string, MetricResult<'nps'>, Benchmark, string, number | null]>([
    ['no value', computeNps([]), of(), 'no-data', null],
    ['a single answer', computeNps([10]), of(), 'no-standard-error', 78],
    ['equal answers', computeNps([10, 10, 9]), of(), 'no-standard-error', 78],
    ['no error of the benchmark', nps, without({ value: 22 }), 'no-standard-error', 8],
  ])('is unknown with %s', (_, result, benchmark, reason, difference) => {
    const found = compareToBenchmark(result, benchmark, FRANCE);
    expect(found).toMatchObject({ difference, interval: null, verdict: 'unknown', warnings: code(reason) });
  });

  it.each([
    [4, 'few-accounts'],
    [5, null],
  ])('of %d accounts', (accounts, reason) => {
    const rows = Array.from({ length: 20 }, (_, at) => ({
      account: at % accounts,
      score: [10, 9, 8, 3, 6][at % 5] as number,
    }));
    const result = computeMeasure(rows, clusterBy(npsMeasure<(typeof rows)[number]>({ score: 'score' }), 'account'));
    const found = compareToBenchmark(result, of(), FRANCE);
    expect(found.warnings).toEqual(reason === null ? [] : code(reason));
    expect(found.interval === null).toBe(reason !== null);
  });
});

describe('compareToBenchmark as a gate', () => {
  it.each([
    [{ country: 'DE' }, of(), 'country'],
    [{ country: null }, of(), 'country'],
    [{ country: '' }, of(), 'country'],
    [{ country: 'FR' }, of({ country: null }), 'country'],
    [{ country: null }, of({ country: null }), 'country'],
    [{ country: 'FR', mode: 'phone' }, of(), 'instrument'],
    [{ country: 'FR', mode: 'email' }, of({ mode: null }), 'instrument'],
    [{ country: 'FR', sector: 'industry' }, of(), 'mix'],
  ])('refuses %j', (options, benchmark, reason) => {
    const found = compareToBenchmark(nps, benchmark, options);
    expect(found).toMatchObject({
      difference: null,
      verdict: 'unknown',
      position: null,
      warnings: code(reason),
      overridden: null,
    });
    expect(found.sampleSizes).toEqual([100, 0]);
  });

  it('passes with what is equal, and does not ask for what is not stated', () => {
    expect(compareToBenchmark(nps, of(), { country: 'FR', mode: 'email', sector: 'retail' }).difference).toBe(8);
    expect(compareToBenchmark(nps, of({ mode: null, sector: null }), FRANCE).difference).toBe(8);
  });

  it('gives each reason', () => {
    const found = compareToBenchmark(nps, of(), { country: 'DE', mode: 'phone', sector: 'x' });
    expect(found.warnings).toEqual([...code('country'), ...code('instrument'), ...code('mix')]);
  });

  it('records an override', () => {
    const override = { reason: 'the only benchmark there is' };
    const found = compareToBenchmark(nps, of(), { country: 'DE', sector: 'x', override });
    expect(found.difference).toBe(8);
    expect(found.overridden).toEqual({ ...override, attributes: ['country', 'sector'] });
    expect(compareToBenchmark(nps, of(), { ...FRANCE, override }).overridden).toEqual({ ...override, attributes: [] });
  });

  it.each(['sector', 'competitor', 'department'])('takes a benchmark of the kind %s', (kind) => {
    expect(compareToBenchmark(nps, of({ kind, label: 'x' }), FRANCE).benchmark.kind).toBe(kind);
  });

  it('refuses a benchmark of another definition', () => {
    const call = (own: object) => (): unknown => compareToBenchmark(nps, of(own), FRANCE);
    expect(call({ definition: { id: 'csat' } })).toThrow(
      'compareToBenchmark: the definition of the benchmark must be that of the result, "nps", received "csat"',
    );
    expect(call({ definition: { id: 'nps', parameters: { level: 'account' } } })).toThrow('with parameters {}');
    expect(call({ definition: { id: 'csat' } })).toThrow(
      expect.objectContaining({ code: 'CX_DEFINITION_MISMATCH' }) as Error,
    );
    const level = (parameters: { scale?: number }) =>
      computeMeasure([{ v: 1 }, { v: 2 }], defineMean<{ v: number }>({ id: 'level', value: 'v', parameters }));
    const benchmark = without({ definition: { id: 'level', parameters: { scale: 5 } }, value: 1, standardError: 1 });
    expect(compareToBenchmark(level({ scale: 5 }), benchmark, FRANCE).difference).toBe(0.5);
    for (const other of [level({ scale: 10 }), level({})]) {
      expect(() => compareToBenchmark(other, benchmark, FRANCE)).toThrow(
        expect.objectContaining({ code: 'CX_DEFINITION_MISMATCH' }) as Error,
      );
    }
  });
});

describe('compareToBenchmark with a curve', () => {
  const CURVE = [
    { share: 0.1, value: -10 },
    { share: 0.25, value: 10 },
    { share: 0.5, value: 30 },
    { share: 0.75, value: 50 },
    { share: 0.9, value: 60 },
  ];
  const curve = without({ curve: CURVE });
  const at = (value: number | null, interval: MetricResult['interval'] = null) =>
    compareToBenchmark({ ...nps, value, interval }, curve, FRANCE);
  const within = (lower: number | null, upper: number | null) => ({ lower, upper, confidence: 0.95, method: 'x' });

  it.each([
    [-10, 0.1],
    [0, 0.175],
    [10, 0.25],
    [30, 0.5],
    [35, 0.5625],
    [60, 0.9],
  ])('places %d at %d', (value, share) => {
    const { position } = at(value);
    expect(position?.share).toBeCloseTo(share, 12);
    expect(position).toMatchObject({ beyond: null, ends: [0.1, 0.9], interval: null });
  });

  it.each([
    [-10.001, 'below'],
    [60.001, 'above'],
  ])('says of %d no more than that it lies %s the ends', (value, beyond) => {
    expect(at(value).position).toEqual({ share: null, beyond, ends: [0.1, 0.9], interval: null });
  });

  it('gives the middle of a flat stretch', () => {
    const flat = without({
      curve: [
        { share: 0.2, value: 0 },
        { share: 0.4, value: 10 },
        { share: 0.8, value: 10 },
        { share: 0.9, value: 20 },
      ],
    });
    const place = (value: number) => compareToBenchmark({ ...nps, value }, flat, FRANCE).position?.share;
    expect(place(10)).toBeCloseTo(0.6, 12);
    expect(place(5)).toBeCloseTo(0.3, 12);
    expect(place(15)).toBeCloseTo(0.85, 12);
  });

  it('carries the interval of the result over', () => {
    expect(at(30, within(10, 40)).position?.interval).toEqual({
      lower: expect.closeTo(0.25, 12) as number,
      upper: expect.closeTo(0.625, 12) as number,
      confidence: 0.95,
      method: 'interpolated',
    });
  });

  it.each([
    [30, within(-20, 40), [null, 0.625]],
    [30, within(10, 70), [0.25, null]],
    [30, within(null, null), [null, null]],
    [70, within(50, 80), [0.75, null]],
    [70, within(65, 80), [null, null]],
    [-20, within(-40, 10), [null, 0.25]],
  ])('leaves bounds beyond the ends open: %d', (value, interval, [lower, upper]) => {
    const found = at(value, interval).position?.interval;
    expect(found?.lower ?? null).toEqual(lower === null ? null : expect.closeTo(lower as number, 12));
    expect(found?.upper ?? null).toEqual(upper === null ? null : expect.closeTo(upper as number, 12));
  });

  it('adds the sampling error of the curve', () => {
    const found = compareToBenchmark({ ...nps, interval: within(20, 40) }, { ...curve, n: 100 }, FRANCE).position
      ?.interval;
    // √(.125² + (1.96 × .05)²).
    const half = Math.hypot(0.125, 1.959963984540054 * 0.05);
    expect(found).toMatchObject({
      lower: expect.closeTo(0.5 - half, 10) as number,
      upper: expect.closeTo(0.5 + half, 10) as number,
      method: 'interpolated-mover',
    });
    const few = compareToBenchmark({ ...nps, interval: within(20, 40) }, { ...curve, n: 3 }, FRANCE).position?.interval;
    expect(few).toMatchObject({ lower: null, upper: null });
  });

  it('has no difference without a value, and no warning', () => {
    expect(at(30)).toMatchObject({ difference: null, verdict: 'unknown', warnings: [], sampleSizes: [100, 0] });
  });

  it('has both with a value', () => {
    const found = compareToBenchmark(nps, of({ curve: CURVE }), FRANCE);
    expect([found.difference, found.position?.share]).toEqual([8, expect.closeTo(0.5, 12)]);
  });

  it('has no position without a value of the result', () => {
    expect(at(null)).toMatchObject({ position: null, warnings: code('no-data') });
  });

  it('gives plain JSON', () => {
    const found = at(70, within(50, 80));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe('compareToBenchmark refuses', () => {
  it.each<[unknown, string]>([
    [null, 'definition of the benchmark must be { id, parameters }'],
    [{ ...BASE, definition: 'nps' }, 'definition of the benchmark must be { id, parameters }'],
    [{ ...BASE }, 'benchmark must be one with a value or a curve'],
    [of({ value: '22' }), 'value of the benchmark must be from -100 to 100, received "22"'],
    [of({ value: 101 }), 'value of the benchmark must be from -100 to 100'],
    [of({ value: -101 }), 'value of the benchmark must be from -100 to 100'],
    [of({ standardError: -1 }), 'standard error of the benchmark must be a number from 0'],
    [of({ standardError: Infinity }), 'standard error of the benchmark must be a number from 0'],
    [of({ n: 0 }), 'n of the benchmark must be a whole number above 0'],
    [of({ n: 1.5 }), 'n of the benchmark must be a whole number above 0'],
    [
      of({ interval: { lower: 5, upper: 4, confidence: 0.9 } }),
      'interval of the benchmark must be { lower, upper, confidence }',
    ],
    [of({ interval: { lower: 5, upper: 6, confidence: 1 } }), 'interval of the benchmark'],
    [of({ interval: { lower: 5, upper: 6, confidence: 0 } }), 'interval of the benchmark'],
    [of({ interval: null }), 'interval of the benchmark'],
    [of({ curve: [{ share: 0.5, value: 1 }] }), 'curve of the benchmark must be at least two points'],
    [of({ curve: null }), 'curve of the benchmark'],
    [of({ curve: [null, { share: 0.5, value: 1 }] }), 'curve of the benchmark'],
    [
      of({
        curve: [
          { share: 0.5, value: 1 },
          { share: 0.5, value: 2 },
        ],
      }),
      'curve of the benchmark',
    ],
    [
      of({
        curve: [
          { share: 0.5, value: 1 },
          { share: 0.6, value: 0 },
        ],
      }),
      'curve of the benchmark',
    ],
    [
      of({
        curve: [
          { share: 0, value: 1 },
          { share: 0.6, value: 2 },
        ],
      }),
      'curve of the benchmark',
    ],
    [
      of({
        curve: [
          { share: 0.1, value: 1 },
          { share: 1, value: 2 },
        ],
      }),
      'curve of the benchmark',
    ],
    [
      of({
        curve: [
          { share: 0.1, value: 1 },
          { share: 0.9, value: 200 },
        ],
      }),
      'curve of the benchmark',
    ],
  ])('the benchmark %#', (benchmark, message) => {
    const call = (): unknown => compareToBenchmark(nps, benchmark as Benchmark, FRANCE);
    expect(call).toThrow(`compareToBenchmark: ${message}`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }) as Error);
  });

  it.each<[unknown, string]>([
    [{ country: 5 }, 'option "country" must be text or missing'],
    [{ country: 'FR', mode: 5 }, 'option "mode" must be text or missing'],
    [{ country: 'FR', sector: 5 }, 'option "sector" must be text or missing'],
    [{ country: 'FR', confidence: 95 }, 'option "confidence" must be between 0 and 1'],
    [{ country: 'FR', override: {} }, 'option "override.reason" must be a reason in words'],
  ])('the options %j', (options, message) => {
    const call = (): unknown => compareToBenchmark(nps, of(), options as never);
    expect(call).toThrow(`compareToBenchmark: ${message}`);
    expect(call).toThrow(expect.objectContaining({ code: 'CX_INVALID_OPTION' }) as Error);
  });

  it('a result that is none, and takes no options for an unknown country', () => {
    expect(() => compareToBenchmark(null as never, of(), FRANCE)).toThrow(
      'compareToBenchmark: result must be a metric result',
    );
    expect(compareToBenchmark(nps, of(), undefined as never).warnings).toEqual(code('country'));
  });
});

describe('compareRelative', () => {
  const brazil = {
    result: computeNps({ counts: { promoters: 70, passives: 20, detractors: 10 } }),
    country: 'BR',
    benchmark: of({ country: 'BR', value: 55, standardError: 2 }),
  };
  const japan = {
    result: computeNps({ counts: { promoters: 25, passives: 50, detractors: 25 } }),
    country: 'JP',
    benchmark: of({ country: 'JP', value: -20, standardError: 1 }),
  };

  it('sets leads side by side, with the errors of results and benchmarks', () => {
    const found = compareRelative(brazil, japan);
    expect(found.relative.map(({ difference }) => difference)).toEqual([5, 20]);
    expect(found.difference).toBe(-15);
    const errors = [brazil.result.standardError ?? NaN, japan.result.standardError ?? NaN, 2, 1];
    expect(found.standardError).toBeCloseTo(Math.hypot(...errors), 10);
    expect(found.sampleSizes).toEqual([100, 100]);
    expect(found.warnings).toEqual([]);
    expect(compareRelative(brazil, japan, { confidence: 0.9 }).interval?.confidence).toBe(0.9);
  });

  it('is another number than the value', () => {
    const { definition } = compareRelative(brazil, japan);
    expect(definition.parameters).toEqual({ relativeTo: 'country-benchmark' });
    expect(definition.range).toEqual({ minimum: -200, maximum: 200 });
    const mean = defineMean<{ v: number }>({ id: 'level', value: 'v' });
    const side = {
      result: computeMeasure([{ v: 1 }, { v: 2 }], mean),
      country: 'FR',
      benchmark: without({ definition: { id: 'level' }, value: 1, standardError: 1 }),
    };
    expect(compareRelative(side, side).definition.range).toBeNull();
  });

  it('refuses a benchmark of another country', () => {
    const found = compareRelative(brazil, { ...japan, country: 'DE' });
    expect(found).toMatchObject({ difference: null, verdict: 'unknown', warnings: code('country') });
  });

  it('is unknown without an error of a benchmark', () => {
    const found = compareRelative(brazil, { ...japan, benchmark: without({ country: 'JP', value: -20 }) });
    expect(found).toMatchObject({ difference: -15, interval: null, warnings: code('no-standard-error') });
  });

  it('is unknown without a value', () => {
    expect(compareRelative({ ...brazil, result: computeNps([]) }, japan)).toMatchObject({
      difference: null,
      warnings: code('no-data'),
    });
  });

  it('refuses sides of different definitions, and no sides', () => {
    const csat = {
      result: computeCsat([5, 4, 2]),
      country: 'FR',
      benchmark: without({ definition: { id: 'csat' }, value: 0.5, n: 9 }),
    };
    expect(() => compareRelative(brazil, csat as never)).toThrow(
      'compareRelative: definition of b must be that of a, "nps"',
    );
    expect(() => compareRelative(brazil, csat as never)).toThrow(
      expect.objectContaining({ code: 'CX_DEFINITION_MISMATCH' }) as Error,
    );
    expect(() => compareRelative(null as never, japan)).toThrow('compareRelative: a: result must be a metric result');
    expect(() => compareRelative(brazil, {} as never)).toThrow('compareRelative: b: result must be a metric result');
    expect(() => compareRelative(brazil, japan, { confidence: 2 })).toThrow('compareRelative: option "confidence"');
  });
});
