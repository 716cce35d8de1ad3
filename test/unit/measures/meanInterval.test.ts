import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../../src/measures/meanInterval.js';
import { thrownBy } from '../../tools/soundness.js';

const RANGE = { minimum: 1, maximum: 7 };

describe('meanInterval', () => {
  // SciPy: 7, 6, 6, 5, 7, 4, 6, 2, 5, 7.
  it.each([
    [{}, 4.368921418600897, 6.631078581399103],
    [{ confidence: 0.9 }, 4.583443533671882, 6.416556466328118],
    [{ population: 40 }, 4.507978459717499, 6.492021540282501],
  ])('under %j', (options, lower, upper) => {
    const interval = meanInterval('f', 5.5, 0.5, 10, RANGE, options);
    expect(interval?.lower).toBeCloseTo(lower, 11);
    expect(interval?.upper).toBeCloseTo(upper, 11);
    expect([interval?.confidence, interval?.method]).toEqual([
      'confidence' in options ? options.confidence : 0.95,
      't',
    ]);
  });

  it('is clipped to the range', () => {
    expect(meanInterval('f', 6.5, 0.5, 10, RANGE, {})).toMatchObject({ upper: 7 });
    expect(meanInterval('f', 1.5, 0.5, 10, RANGE, {})).toMatchObject({ lower: 1 });
  });

  it('has no bounds where the metric has none', () => {
    const interval = meanInterval('f', 1.5, 0.5, 10, null, {});
    expect(interval?.lower).toBeCloseTo(1.5 - 1.131078581399103, 11);
    expect(interval?.upper).toBeCloseTo(1.5 + 1.131078581399103, 11);
  });

  it('has no width at a census', () => {
    expect(meanInterval('f', 5, 0.5, 10, RANGE, { population: 10 })).toEqual({
      lower: 5,
      upper: 5,
      confidence: 0.95,
      method: 't',
    });
    expect(meanInterval('f', 5, NaN, 1, RANGE, { population: 1 })).toEqual({
      lower: 5,
      upper: 5,
      confidence: 0.95,
      method: 't',
    });
  });

  it.each([
    ['without answers', NaN, NaN, 0],
    ['for a single answer', 5, NaN, 1],
    ['for a single answer whose error is infinite', 5, Infinity, 1],
    ['without spread', 5, 0, 10],
    ['of an infinite error', 5, Infinity, 10],
  ])('is not there %s', (_name, mean, standardError, sampleSize) => {
    expect(meanInterval('f', mean, standardError, sampleSize, RANGE, {})).toBeNull();
  });

  it('is not there in a population of none', () => {
    expect(meanInterval('f', NaN, NaN, 0, RANGE, { population: 0 })).toBeNull();
  });

  it('never ends at -0', () => {
    const { lower, upper } = meanInterval('f', -1, 1, 10, { minimum: -0, maximum: -0 }, {}) ?? {};
    expect([Object.is(lower, 0), Object.is(upper, 0)]).toEqual([true, true]);
  });

  it('refuses a wrong confidence, and a population below the sample', () => {
    expect(thrownBy(() => meanInterval('f', 5, 1, 2, RANGE, { confidence: 0 })).message).toBe(
      'f: option "confidence" must be between 0 and 1, received 0',
    );
    expect(thrownBy(() => meanInterval('f', 5, 1, 2, RANGE, { population: 1 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_POPULATION_TOO_SMALL',
      message: 'f: option "population" must be a whole number, at least the sample size 2, received 1',
    });
  });
});
