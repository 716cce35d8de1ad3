import { describe, expect, it } from 'vitest';
import { marginOfError, minimumDetectableDifference, requiredSampleSize } from '../../../src/metrics/samplePlan.js';
import { thrownBy } from '../../tools/soundness.js';

describe('requiredSampleSize', () => {
  // SciPy: (z / margin)² v, with Cochran's correction.
  it.each([
    [{ statistic: 'net', margin: 6 }, 1068],
    [{ statistic: 'net', margin: 6, variance: 1 }, 1068],
    [{ statistic: 'net', margin: 5, variance: 0.67 }, 1030],
    [{ statistic: 'net', margin: 6, population: 180 }, 155],
    [{ statistic: 'net', margin: 200 }, 1],
    [{ statistic: 'net', margin: 1e200 }, 1],
    [{ statistic: 'net', margin: 0.0001, population: 50 }, 50],
    [{ statistic: 'net', margin: 6, population: 1 }, 1],
    [{ statistic: 'share', margin: 0.05 }, 385],
    [{ statistic: 'share', margin: 0.05, variance: 0.25 }, 385],
    [{ statistic: 'share', margin: 0.05, population: 500 }, 218],
    [{ statistic: 'mean', margin: 0.3, variance: 2, confidence: 0.9 }, 61],
  ] as const)('for %j is %i', (options, expected) => {
    expect(requiredSampleSize(options)).toBe(expected);
  });

  it.each([
    [{ statistic: 'net', margin: 0 }, 'margin', 'a finite number above 0, received 0'],
    [{ statistic: 'net', margin: -5 }, 'margin', 'a finite number above 0, received -5'],
    [{ statistic: 'net', margin: Infinity }, 'margin', 'a finite number above 0, received Infinity'],
    [{ statistic: 'net', margin: NaN }, 'margin', 'a finite number above 0, received NaN'],
    [{ statistic: 'net', margin: '5' }, 'margin', 'a finite number above 0, received "5"'],
    [{ statistic: 'net' }, 'margin', 'a finite number above 0, received undefined'],
    [{ statistic: 'median', margin: 5 }, 'statistic', '"net", "share" or "mean", received "median"'],
    [{ margin: 5 }, 'statistic', '"net", "share" or "mean", received undefined'],
    [{ statistic: 'constructor', margin: 5 }, 'statistic', '"net", "share" or "mean", received "constructor"'],
    [{ statistic: 'net', margin: 5, variance: 1.01 }, 'variance', 'above 0 and at most 1, received 1.01'],
    [{ statistic: 'net', margin: 5, variance: 0 }, 'variance', 'above 0 and at most 1, received 0'],
    [{ statistic: 'net', margin: 5, variance: '0.5' }, 'variance', 'above 0 and at most 1, received "0.5"'],
    [{ statistic: 'share', margin: 5, variance: 0.26 }, 'variance', 'above 0 and at most 0.25, received 0.26'],
    [{ statistic: 'mean', margin: 5 }, 'variance', 'given, a finite number above 0, received undefined'],
    [
      { statistic: 'mean', margin: 5, variance: Infinity },
      'variance',
      'given, a finite number above 0, received Infinity',
    ],
    [{ statistic: 'mean', margin: 5, variance: -1 }, 'variance', 'given, a finite number above 0, received -1'],
    [{ statistic: 'net', margin: 5, confidence: 1 }, 'confidence', 'between 0 and 1, received 1'],
    [
      { statistic: 'net', margin: 5, population: 1.5 },
      'population',
      'a whole number, at least the sample size 1, received 1.5',
    ],
  ])('refuses %j', (options, name, message) => {
    expect(thrownBy(() => requiredSampleSize(options as never))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: `requiredSampleSize: option "${name}" must be ${message}`,
    });
  });

  it('refuses a population of none', () => {
    expect(thrownBy(() => requiredSampleSize({ statistic: 'net', margin: 5, population: 0 })).code).toBe(
      'CX_POPULATION_TOO_SMALL',
    );
  });
});

describe('marginOfError', () => {
  // SciPy: z sqrt(v / n).
  it.each([
    [{ statistic: 'net', sampleSize: 1100 }, 5.909513763026627],
    [{ statistic: 'net', sampleSize: 95, population: 180 }, 13.857000599106806],
    [{ statistic: 'share', sampleSize: 400, variance: 0.16 }, 0.03919927969080108],
    [{ statistic: 'mean', sampleSize: 50, variance: 2.25, confidence: 0.9 }, 0.3489261461030021],
    [{ statistic: 'net', sampleSize: 1 }, 195.9963984540054],
    [{ statistic: 'net', sampleSize: 30, population: 30 }, 0],
  ] as const)('for %j is %d', (options, expected) => {
    expect(marginOfError(options)).toBeCloseTo(expected, 10);
  });

  it.each([
    [{ statistic: 'net', sampleSize: 0.9 }, 'sampleSize', 'a finite number from 1, received 0.9'],
    [{ statistic: 'net', sampleSize: Infinity }, 'sampleSize', 'a finite number from 1, received Infinity'],
    [{ statistic: 'net', sampleSize: NaN }, 'sampleSize', 'a finite number from 1, received NaN'],
    [{ statistic: 'net', sampleSize: '95' }, 'sampleSize', 'a finite number from 1, received "95"'],
    [{ statistic: 'net', sampleSize: 95, variance: 2 }, 'variance', 'above 0 and at most 1, received 2'],
    [{ statistic: 'x', sampleSize: 95 }, 'statistic', '"net", "share" or "mean", received "x"'],
    [{ statistic: 'net', sampleSize: 95, confidence: 0 }, 'confidence', 'between 0 and 1, received 0'],
  ])('refuses %j', (options, name, message) => {
    expect(thrownBy(() => marginOfError(options as never))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: `marginOfError: option "${name}" must be ${message}`,
    });
  });

  it('refuses a population smaller than the sample', () => {
    expect(thrownBy(() => marginOfError({ statistic: 'net', sampleSize: 95, population: 94 }))).toEqual({
      kind: 'RangeError',
      code: 'CX_POPULATION_TOO_SMALL',
      message: 'marginOfError: option "population" must be a whole number, at least the sample size 95, received 94',
    });
  });
});

describe('minimumDetectableDifference', () => {
  // SciPy: (z of the level + z of the power) sqrt(v / n + v / m).
  it.each([
    [{ statistic: 'net', sampleSizes: [30, 30], variance: 0.6 }, 56.031704362259376],
    [{ statistic: 'share', sampleSizes: [100, 200], variance: 0.2, power: 0.9 }, 0.17754511872851322],
    [{ statistic: 'net', sampleSizes: [95, 97], population: 180 }, 27.704277949542778],
    [{ statistic: 'mean', sampleSizes: [40, 60], variance: 4, confidence: 0.9 }, 1.015099111090453],
  ] as const)('for %j is %d', (options, expected) => {
    expect(minimumDetectableDifference(options)).toBeCloseTo(expected, 10);
  });

  it.each([
    [{ power: 0 }, 'power', 'between 0 and 1, received 0'],
    [{ power: 1 }, 'power', 'between 0 and 1, received 1'],
    [{ power: 80 }, 'power', 'between 0 and 1, received 80'],
    [{ power: '0.8' }, 'power', 'between 0 and 1, received "0.8"'],
    [{ power: null }, 'power', 'between 0 and 1, received null'],
    [{ sampleSizes: 30 }, 'sampleSizes', 'a pair of numbers, received 30'],
    [{ sampleSizes: [30] }, 'sampleSizes', 'a pair of numbers, received an object'],
    [{ sampleSizes: [30, 30, 30] }, 'sampleSizes', 'a pair of numbers, received an object'],
    [{ sampleSizes: [30, 0] }, 'sampleSize', 'a finite number from 1, received 0'],
    [{ sampleSizes: ['30', 30] }, 'sampleSize', 'a finite number from 1, received "30"'],
    [{ variance: 7 }, 'variance', 'above 0 and at most 1, received 7'],
    [{ confidence: 2 }, 'confidence', 'between 0 and 1, received 2'],
  ])('refuses %j', (change, name, message) => {
    const options = { statistic: 'net', sampleSizes: [30, 30], ...change };
    expect(thrownBy(() => minimumDetectableDifference(options as never))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: `minimumDetectableDifference: option "${name}" must be ${message}`,
    });
  });

  it('refuses a population smaller than a side', () => {
    expect(
      thrownBy(() => minimumDetectableDifference({ statistic: 'net', sampleSizes: [30, 50], population: 40 })).message,
    ).toBe(
      'minimumDetectableDifference: option "population" must be a whole number, at least the sample size 50, received 40',
    );
  });
});
