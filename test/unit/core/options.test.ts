import { describe, expect, it } from 'vitest';
import { isWhole, requireOption, resolveConfidence, resolvePopulation } from '../../../src/core/options.js';
import { thrownBy } from '../../tools/soundness.js';

describe('requireOption', () => {
  it('passes what keeps its rule', () => {
    expect(() => requireOption(true, 'f', 'o', 'r', 1)).not.toThrow();
  });

  it('names function, option, rule and what it received', () => {
    expect(thrownBy(() => requireOption(false, 'f', 'o', 'small', 'big'))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'f: option "o" must be small, received "big"',
    });
  });
});

describe('isWhole', () => {
  it.each([
    [0, true],
    [-0, true],
    [1, true],
    [2 ** 53 - 1, true],
    [2 ** 53, false],
    [-1, false],
    [0.5, false],
    [NaN, false],
    [Infinity, false],
    ['1', false],
    [1n, false],
    [null, false],
  ])('judges %s: %s', (value, expected) => {
    expect(isWhole(value)).toBe(expected);
  });
});

describe('resolveConfidence', () => {
  it('is 0.95 unless given', () => {
    expect(resolveConfidence('f', undefined)).toBe(0.95);
  });

  it.each([0.5, 0.999, Number.MIN_VALUE, 1 - 2 ** -53])('takes %s', (confidence) => {
    expect(resolveConfidence('f', confidence)).toBe(confidence);
  });

  it.each([
    [0, 'RangeError', '0'],
    [1, 'RangeError', '1'],
    [95, 'RangeError', '95'],
    [-0.5, 'RangeError', '-0.5'],
    [NaN, 'RangeError', 'NaN'],
    [Infinity, 'RangeError', 'Infinity'],
    ['0.9', 'TypeError', '"0.9"'],
    [null, 'TypeError', 'null'],
    [Symbol('c'), 'TypeError', 'Symbol(c)'],
    [1n, 'TypeError', '1'],
    [{ valueOf: (): number => 0.9 }, 'TypeError', 'an object'],
  ])('refuses %s', (confidence, kind, shown) => {
    expect(thrownBy(() => resolveConfidence('f', confidence as number))).toEqual({
      kind,
      code: 'CX_INVALID_OPTION',
      message: `f: option "confidence" must be between 0 and 1, received ${shown}`,
    });
  });
});

describe('resolvePopulation', () => {
  it('is infinite unless given', () => {
    expect(resolvePopulation('f', undefined, 5)).toBe(Infinity);
  });

  it.each([
    [5, 5],
    [6, 5],
    [0, 0],
    [2 ** 53 - 1, 5],
  ])('takes %s for a sample of %s', (population, sampleSize) => {
    expect(resolvePopulation('f', population, sampleSize)).toBe(population);
  });

  it.each([
    [4, 'RangeError', 'CX_POPULATION_TOO_SMALL', '4'],
    [-1, 'RangeError', 'CX_POPULATION_TOO_SMALL', '-1'],
    [-Infinity, 'RangeError', 'CX_POPULATION_TOO_SMALL', '-Infinity'],
    [4.5, 'RangeError', 'CX_POPULATION_TOO_SMALL', '4.5'],
    [5.5, 'RangeError', 'CX_INVALID_OPTION', '5.5'],
    [2 ** 53, 'RangeError', 'CX_INVALID_OPTION', '9007199254740992'],
    [NaN, 'RangeError', 'CX_INVALID_OPTION', 'NaN'],
    [Infinity, 'RangeError', 'CX_INVALID_OPTION', 'Infinity'],
    ['4', 'TypeError', 'CX_INVALID_OPTION', '"4"'],
    ['180', 'TypeError', 'CX_INVALID_OPTION', '"180"'],
    [null, 'TypeError', 'CX_INVALID_OPTION', 'null'],
    [180n, 'TypeError', 'CX_INVALID_OPTION', '180'],
    [Symbol('p'), 'TypeError', 'CX_INVALID_OPTION', 'Symbol(p)'],
    [{}, 'TypeError', 'CX_INVALID_OPTION', 'an object'],
  ])('refuses %s for a sample of 5', (population, kind, code, shown) => {
    expect(thrownBy(() => resolvePopulation('f', population as number, 5))).toEqual({
      kind,
      code,
      message: `f: option "population" must be a whole number, at least the sample size 5, received ${shown}`,
    });
  });
});
