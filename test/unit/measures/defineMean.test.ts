import { describe, expect, it } from 'vitest';
import { computeMeasure, tallyRows } from '../../../src/measures/computeMeasure.js';
import { defineMean } from '../../../src/measures/defineMean.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

interface Quote {
  days?: number | null;
  value?: number | null;
}
const days = defineMean<Quote, 'days-to-quote'>({ id: 'days-to-quote', value: 'days', direction: 'lower-is-better' });
const of = (...values: (number | null | undefined)[]): Quote[] => values.map((value) => ({ days: value }) as Quote);

describe('defineMean', () => {
  it('declares a mean without range', () => {
    expect(days.definition).toStrictEqual({
      id: 'days-to-quote',
      family: 'mean',
      statistic: 'mean',
      unit: 'score',
      direction: 'lower-is-better',
      range: null,
      parameters: {},
    });
    expect(days.binned).toBeUndefined();
  });

  it('takes bounds, names and parameters', () => {
    const names = { en: 'Days', fr: 'Jours' };
    const bounded = defineMean<Quote>({
      id: 'd',
      value: 'days',
      minimum: 0,
      maximum: 90,
      names,
      parameters: { clock: 'business' },
    });
    expect(bounded.definition).toMatchObject({
      range: { minimum: 0, maximum: 90 },
      names,
      parameters: { clock: 'business' },
    });
  });

  it('computes mean, error and t interval', () => {
    // 2, 4, 9: mean 5, sample variance 13; t(2) = 4.302652729749464 (SciPy).
    const got = expectSound(computeMeasure(of(2, 4, 9, null, undefined), days));
    expect(got).toMatchObject({
      value: 5,
      sampleSize: 3,
      effectiveSampleSize: 3,
      degreesOfFreedom: 2,
      excluded: { missing: 2 },
    });
    expect(got.standardError).toBeCloseTo(Math.sqrt(13 / 3), 13);
    expect(got.interval?.lower).toBeCloseTo(5 - 4.302652729749464 * Math.sqrt(13 / 3), 10);
    expect(got.interval?.upper).toBeCloseTo(5 + 4.302652729749464 * Math.sqrt(13 / 3), 10);
  });

  it('clips the interval to its bounds', () => {
    const bounded = defineMean<Quote>({ id: 'd', value: 'days', minimum: 0, maximum: 10 });
    expect(computeMeasure(of(2, 4, 9), bounded).interval).toMatchObject({ lower: 0, upper: 10 });
  });

  it('loses no digits of large values', () => {
    const { value, standardError } = computeMeasure(of(10000000.2, 10000000.1, 10000000.3), days);
    expect(value).toBe(10000000.2);
    // The sample standard deviation of the doubles nearest to these is 0.1 to nine digits.
    expect(standardError).toBeCloseTo(0.1 / Math.sqrt(3), 9);
  });

  it('weighs by weight, with the linearised error', () => {
    const weighted = defineMean<Quote>({ id: 'd', value: 'days', weight: 'value' });
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((value, at) => ({ days: value, value: weights[at] ?? 0 }));
    const got = expectSound(computeMeasure(rows, weighted));
    expect(got.value).toBe(3.625);
    // SciPy.
    expect(got.standardError).toBeCloseTo(0.4480550727469623, 13);
    expect(got.effectiveSampleSize).toBeCloseTo(5.565217391304348, 12);
    expect(got.interval?.lower).toBeCloseTo(2.5655181089333636, 11);
    expect(got.interval?.upper).toBeCloseTo(4.684481891066636, 11);
  });

  it('counts what has no weight', () => {
    const weighted = defineMean<Quote>({ id: 'd', value: 'days', weight: 'value' });
    const rows = [{ days: 1, value: 1 }, { days: 9, value: 0 }, { days: 9, value: null }, { days: 9 }];
    expect(computeMeasure(rows, weighted)).toMatchObject({ value: 1, excluded: { zeroWeight: 1, missingWeight: 2 } });
  });

  it.each([
    [
      'no value',
      [],
      { value: null, standardError: null, degreesOfFreedom: null, interval: null, effectiveSampleSize: 0 },
    ],
    ['one value', [3], { value: 3, standardError: null, degreesOfFreedom: null, interval: null }],
    ['equal values', [3, 3], { value: 3, standardError: 0, interval: null }],
    ['values that rounding tells apart', [0.1 + 0.2, 0.3], { interval: null }],
    ['values that differ in the twelfth digit', [1, 1 + 1e-11], { interval: { method: 't' } }],
    ['values around 0', [-1, 1], { value: 0 }],
    ['-0', [-0], { value: 0 }],
  ])('of %s', (_name, values, expected) => {
    expect(expectSound(computeMeasure(of(...values), days))).toMatchObject(expected);
  });

  it('stays finite as far as values and weights go', () => {
    const weighted = defineMean<Quote>({ id: 'd', value: 'days', weight: 'value' });
    const rows = [
      { days: 1e90, value: 1e25 },
      { days: -1e90, value: 1e25 },
      { days: 3, value: 1e-25 },
    ];
    expectSound(computeMeasure(rows, weighted));
    expectSound(
      computeMeasure(
        [
          { days: 1e-90, value: 1e-25 },
          { days: 0, value: 1e-25 },
        ],
        weighted,
      ),
    );
  });

  it('takes confidence and population as defaults, which are overridden', () => {
    const known = defineMean<Quote>({ id: 'd', value: 'days', confidence: 0.9, population: 3 });
    expect(computeMeasure(of(2, 4, 9), known).interval).toEqual({ lower: 5, upper: 5, confidence: 0.9, method: 't' });
    expect(computeMeasure(of(2, 4, 9), known, { population: 4, confidence: 0.8 }).interval?.confidence).toBe(0.8);
  });

  it('throws off the scale, or excludes where asked', () => {
    const bounded = { id: 'd', value: 'days', minimum: 0, maximum: 10 } as const;
    expect(thrownBy(() => computeMeasure(of(5, 11), defineMean<Quote>(bounded)))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: 'd: value at row 1 must be a number from 0 to 10, received 11',
    });
    const got = computeMeasure(of(5, 11), defineMean<Quote>({ ...bounded, offScale: 'exclude' }));
    expect(got).toMatchObject({ value: 5, excluded: { offScale: 1 } });
    expect(got.warnings).toContainEqual({ code: 'off-scale-excluded', count: 1 });
  });

  it('merges, and reads streams and frozen rows', () => {
    const tally = tallyRows(readOnce(of(2)), days);
    days.mergeTallies(tally, tallyRows(deepFreeze(of(4, 9, null)), days));
    expect(days.toResult(tally)).toEqual(computeMeasure(of(2, 4, 9, null), days));
  });

  it.each([
    [{ minimum: 5, maximum: 5 }, 'RangeError', 'above the minimum 5, received 5'],
    [{ minimum: 0 }, 'RangeError', 'above the minimum 0, received NaN'],
    [{ maximum: 10 }, 'RangeError', 'above the minimum NaN, received 10'],
  ])('refuses the bounds %j', (bounds, kind, message) => {
    expect(thrownBy(() => defineMean<Quote>({ id: 'd', value: 'days', ...bounds }))).toEqual({
      kind,
      code: 'CX_INVALID_DEFINITION',
      message: `defineMean: "maximum" must be ${message}`,
    });
  });

  it('refuses another policy off the scale', () => {
    expect(thrownBy(() => defineMean<Quote>({ id: 'd', value: 'days', offScale: 'ignore' as 'throw' }))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'defineMean: option "offScale" must be "throw" or "exclude", received "ignore"',
    });
  });

  it('refuses an identity that is none', () => {
    expect(() => defineMean<Quote>({ id: '', value: 'days' })).toThrow('defineMean: "id" must be a name in kebab case');
  });
});
