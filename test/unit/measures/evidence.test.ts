import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { normalEvidence, tEvidence, toComparison, type Evidence } from '../../../src/measures/evidence.js';
import { expectSound } from '../../tools/soundness.js';

const definition: MetricDefinition<'n'> = {
  id: 'n',
  family: 'scale',
  statistic: 'net',
  unit: 'points',
  direction: 'higher-is-better',
  range: { minimum: -100, maximum: 100 },
  parameters: {},
};
const evidence: Evidence = {
  standardError: 5,
  degreesOfFreedom: null,
  bounds: { lower: 2, upper: 22 },
  pValue: 0.02,
  method: 'm',
};
const of = (
  difference: number | null,
  given: Partial<Evidence> | null = {},
  confidence = 0.95,
  metric = definition,
): ReturnType<typeof toComparison<'n'>> =>
  expectSound(toComparison(metric, difference, given && { ...evidence, ...given }, [10, 20], confidence, []));

describe('normalEvidence', () => {
  // SciPy: norm.ppf and norm.sf.
  it('has limits and a two-sided p-value', () => {
    const got = normalEvidence(-10, 5, 0.95, 'm');
    expect(got.bounds.lower).toBeCloseTo(-19.79981992270027, 10);
    expect(got.bounds.upper).toBeCloseTo(-0.2001800772997298, 10);
    expect(got.pValue).toBeCloseTo(0.0455002638963584, 12);
    expect(got).toMatchObject({ standardError: 5, degreesOfFreedom: null, method: 'm' });
  });
});

describe('tEvidence', () => {
  // SciPy: t.ppf(.975, 7) = 2.3646242515927853, 2 t.sf(2, 7).
  it('has limits and a two-sided p-value', () => {
    const got = tEvidence(-10, 5, 7, 0.95, 'm');
    expect(got.bounds.lower).toBeCloseTo(-10 - 5 * 2.3646242515927853, 9);
    expect(got.bounds.upper).toBeCloseTo(-10 + 5 * 2.3646242515927853, 9);
    expect(got.pValue).toBeCloseTo(0.08561932856297605, 11);
    expect(got).toMatchObject({ standardError: 5, degreesOfFreedom: 7, method: 'm' });
  });
});

describe('toComparison', () => {
  it('hands on its evidence, with what could have been seen', () => {
    const got = of(12);
    expect(got).toMatchObject({
      definition,
      difference: 12,
      standardError: 5,
      degreesOfFreedom: null,
      interval: { lower: 2, upper: 22, confidence: 0.95, method: 'm' },
      pValue: 0.02,
      verdict: 'higher',
      sampleSizes: [10, 20],
      warnings: [],
    });
    // (1.959963984540054 + 0.8416212335729143) × 5
    expect(got.minimumDetectableDifference).toBeCloseTo(14.007926090564842, 10);
  });

  it('plans with t where the evidence has degrees of freedom', () => {
    // SciPy: (t.ppf(.95, 7) + t.ppf(.8, 7)) × 5.
    expect(of(12, { degreesOfFreedom: 7 }, 0.9).minimumDetectableDifference).toBeCloseTo(13.953041247018858, 9);
  });

  it.each([
    [12, { lower: 2, upper: 22 }, 0.0499, 'higher'],
    [12, { lower: 2, upper: 22 }, 0.0501, 'no-evidence'],
    [-12, { lower: -22, upper: -2 }, 0.0499, 'lower'],
    [-12, { lower: -22, upper: -2 }, 0.0501, 'no-evidence'],
  ])('of %i with limits %j and p = %d is %s', (difference, bounds, pValue, verdict) => {
    expect(of(difference, { bounds, pValue }).verdict).toBe(verdict);
  });

  it('judges at its confidence', () => {
    expect(of(12, { pValue: 0.02 }, 0.99).verdict).toBe('no-evidence');
    expect(of(12, { pValue: 0.02 }, 0.9).verdict).toBe('higher');
  });

  it.each([
    ['none', 0],
    ['against the evidence', -1],
  ])('gives no verdict on a difference that is %s', (_name, difference) => {
    expect(of(difference).verdict).toBe('no-evidence');
  });

  it('clips the interval to what a difference can be', () => {
    expect(of(190, { bounds: { lower: 150, upper: 230 } }).interval).toMatchObject({ lower: 150, upper: 200 });
    expect(of(-190, { bounds: { lower: -230, upper: -150 } }).interval).toMatchObject({ lower: -200, upper: -150 });
    const share = { ...definition, range: { minimum: 0, maximum: 1 } };
    expect(of(0.5, { bounds: { lower: -2, upper: 2 } }, 0.95, share).interval).toMatchObject({ lower: -1, upper: 1 });
  });

  it('stretches the interval to the difference, which an adjusted one may miss', () => {
    expect(of(30).interval).toMatchObject({ lower: 2, upper: 30 });
    expect(of(-5).interval).toMatchObject({ lower: -5, upper: 22 });
  });

  it('has no bounds where the metric has none', () => {
    const open = { ...definition, range: null };
    expect(of(12, { bounds: { lower: -1e9, upper: 1e9 } }, 0.95, open).interval).toMatchObject({
      lower: -1e9,
      upper: 1e9,
    });
  });

  it('never ends at -0', () => {
    of(12, { bounds: { lower: -0, upper: -0 } });
  });

  it('knows an interval but no error where the test has none', () => {
    expect(of(3, { standardError: 0, pValue: NaN })).toMatchObject({
      standardError: null,
      pValue: 1,
      minimumDetectableDifference: null,
      verdict: 'no-evidence',
      interval: { lower: 2, upper: 22 },
    });
  });

  it('keeps a p-value within 1', () => {
    expect(of(12, { pValue: 1.0000000000000002 }).pValue).toBe(1);
  });

  it.each([
    [null, {}, 'no-data', null],
    [null, null, 'no-data', null],
    [12, null, 'no-standard-error', 12],
  ] as const)('of %s with %j is unknown: %s', (difference, given, reason, kept) => {
    expect(of(difference, given)).toEqual({
      definition,
      difference: kept,
      standardError: null,
      degreesOfFreedom: null,
      interval: null,
      pValue: null,
      minimumDetectableDifference: null,
      verdict: 'unknown',
      sampleSizes: [10, 20],
      warnings: [{ code: 'not-comparable', reason }],
    });
  });

  it('keeps the warnings it is given', () => {
    const unpaired = { code: 'unpaired-excluded', count: 2 } as const;
    expect(toComparison(definition, 12, evidence, [1, 1], 0.95, [unpaired]).warnings).toEqual([unpaired]);
    expect(toComparison(definition, null, null, [0, 0], 0.95, [unpaired]).warnings).toEqual([
      unpaired,
      { code: 'not-comparable', reason: 'no-data' },
    ]);
  });
});
