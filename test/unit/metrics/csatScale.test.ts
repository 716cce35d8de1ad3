import { describe, expect, it } from 'vitest';
import {
  CSAT_FIVE_POINT,
  CSAT_GOOD_BAD,
  CSAT_TEN_POINT,
  csatDefinition,
  defineCsatScale,
  dissatisfiedTo,
  resolveCsatScale,
  scaleParameters,
  type CsatScale,
} from '../../../src/metrics/perception/csatScale.js';
import { thrownBy } from '../../tools/soundness.js';

const six = { minimum: 1, maximum: 6, satisfiedFrom: 5 };

describe('the scales', () => {
  it('are those of the articles and of ticketing tools', () => {
    expect(CSAT_FIVE_POINT).toEqual({ id: 'five-point', minimum: 1, maximum: 5, satisfiedFrom: 4 });
    expect(CSAT_TEN_POINT).toEqual({ id: 'ten-point', minimum: 1, maximum: 10, satisfiedFrom: 8 });
    expect(CSAT_GOOD_BAD).toEqual({ id: 'good-bad', minimum: 0, maximum: 1, satisfiedFrom: 1 });
  });
});

describe('defineCsatScale', () => {
  it.each([
    [six],
    [{ minimum: 0, maximum: 1000, satisfiedFrom: 1000 }],
    [{ minimum: -3, maximum: 3, satisfiedFrom: -2 }],
  ])('declares %j', (scale) => {
    expect(defineCsatScale(scale)).toEqual({ id: 'custom', ...scale });
  });

  it('takes nothing else over', () => {
    expect(defineCsatScale({ ...six, id: 'five-point' } as never)).toEqual({ id: 'custom', ...six });
  });

  it.each([
    [{ ...six, minimum: 0.5 }, 'RangeError', 'minimum', 'a whole number, received 0.5'],
    [{ ...six, maximum: NaN }, 'RangeError', 'maximum', 'a whole number, received NaN'],
    [{ ...six, satisfiedFrom: '5' }, 'TypeError', 'satisfiedFrom', 'a whole number, received "5"'],
    [{ minimum: 1, maximum: 6 }, 'TypeError', 'satisfiedFrom', 'a whole number, received undefined'],
    [{ ...six, maximum: 1 }, 'RangeError', 'maximum', 'above 1, by at most 1000, received 1'],
    [{ ...six, maximum: 1002 }, 'RangeError', 'maximum', 'above 1, by at most 1000, received 1002'],
    [{ ...six, satisfiedFrom: 1 }, 'RangeError', 'satisfiedFrom', 'above 1 and at most 6, received 1'],
    [{ ...six, satisfiedFrom: 7 }, 'RangeError', 'satisfiedFrom', 'above 1 and at most 6, received 7'],
  ])('refuses %j', (scale, kind, name, message) => {
    expect(thrownBy(() => defineCsatScale(scale as typeof six))).toEqual({
      kind,
      code: 'CX_INVALID_DEFINITION',
      message: `defineCsatScale: "${name}" must be ${message}`,
    });
  });

  it('takes a scale of a thousand steps', () => {
    expect(defineCsatScale({ minimum: 1, maximum: 1001, satisfiedFrom: 6 }).maximum).toBe(1001);
  });
});

describe('dissatisfiedTo', () => {
  it('leaves as many points at the bottom as are satisfied at the top', () => {
    expect([CSAT_FIVE_POINT, CSAT_TEN_POINT, CSAT_GOOD_BAD].map(dissatisfiedTo)).toEqual([2, 3, 0]);
  });
});

describe('scaleParameters', () => {
  it('says nothing of the default scale', () => {
    expect(scaleParameters(CSAT_FIVE_POINT)).toEqual({});
    expect(scaleParameters(CSAT_TEN_POINT)).toEqual({ minimum: 1, maximum: 10, satisfiedFrom: 8 });
    expect(scaleParameters(defineCsatScale(six))).toEqual(six);
  });
});

describe('resolveCsatScale', () => {
  it('is the five-point one unless given', () => {
    expect(resolveCsatScale('f', undefined)).toBe(CSAT_FIVE_POINT);
  });

  const widest: CsatScale = { id: 'custom', minimum: 0, maximum: 1000, satisfiedFrom: 1000 };
  it.each([CSAT_FIVE_POINT, CSAT_TEN_POINT, CSAT_GOOD_BAD, defineCsatScale(six), widest])('takes %j', (scale) => {
    expect(resolveCsatScale('f', scale)).toBe(scale);
    expect(resolveCsatScale('f', JSON.parse(JSON.stringify(scale)) as CsatScale)).toEqual(scale);
  });

  it.each([
    [null, 'null'],
    ['five-point', '"five-point"'],
    [5, '5'],
    [{}, 'an object'],
    [six, 'an object'],
    [{ ...CSAT_FIVE_POINT, minimum: 0 }, 'an object'],
    [{ ...CSAT_FIVE_POINT, maximum: 7 }, 'an object'],
    [{ ...CSAT_FIVE_POINT, satisfiedFrom: 5 }, 'an object'],
    [{ ...CSAT_TEN_POINT, id: 'other' }, 'an object'],
    [{ id: 'custom' }, 'an object'],
    [{ ...widest, minimum: 0.5 }, 'an object'],
    [{ ...widest, maximum: 999.5, satisfiedFrom: 9 }, 'an object'],
    [{ ...widest, satisfiedFrom: 9.5 }, 'an object'],
    [{ ...widest, maximum: 1001 }, 'an object'],
    [{ ...widest, satisfiedFrom: 0 }, 'an object'],
    [{ ...widest, satisfiedFrom: 1001 }, 'an object'],
  ])('refuses %j', (scale, shown) => {
    expect(thrownBy(() => resolveCsatScale('f', scale as CsatScale))).toMatchObject({
      code: 'CX_INVALID_OPTION',
      message: `f: option "scale" must be a CSAT scale, such as CSAT_TEN_POINT, received ${shown}`,
    });
  });
});

describe('csatDefinition', () => {
  it.each([
    [CSAT_FIVE_POINT, 'csat', {}],
    [CSAT_TEN_POINT, 'csat-ten-point', {}],
    [CSAT_GOOD_BAD, 'csat-good-bad', {}],
    [defineCsatScale(six), 'csat-custom', six],
  ])('of %j', (scale, id, parameters) => {
    expect(csatDefinition(scale)).toEqual({
      id,
      family: 'scale',
      statistic: 'share',
      unit: 'share',
      direction: 'higher-is-better',
      range: { minimum: 0, maximum: 1 },
      parameters,
    });
  });
});
