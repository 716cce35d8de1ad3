import { describe, expect, it } from 'vitest';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { npsSilence } from '../../../src/metrics/perception/npsSilence.js';
import { computePartnerNps } from '../../../src/metrics/perception/partnerNps.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

const wave = { promoters: 48, passives: 28, detractors: 19 };

describe('npsSilence', () => {
  it('bounds the score by what the silent could say', () => {
    // (29 - 85) / 180 and (29 + 85) / 180.
    expect(expectSound(npsSilence(wave, 180))).toEqual({
      lower: -5600 / 180,
      upper: 11400 / 180,
      silent: 85,
      answered: 95 / 180,
    });
  });

  it('takes the result of a score, of customers or partners', () => {
    expect(npsSilence(computeNps({ counts: wave }), 180)).toEqual(npsSilence(wave, 180));
    expect(npsSilence(computePartnerNps({ counts: wave }), 180)).toEqual(npsSilence(wave, 180));
  });

  it('is the score when nobody was silent', () => {
    expect(npsSilence(wave, 95)).toEqual({ lower: 2900 / 95, upper: 2900 / 95, silent: 0, answered: 1 });
  });

  it('is everything when nobody answered', () => {
    const nobody = { promoters: 0, passives: 0, detractors: 0 };
    expect(expectSound(npsSilence(nobody, 7))).toEqual({ lower: -100, upper: 100, silent: 7, answered: 0 });
  });

  it('has no -0', () => {
    expect(expectSound(npsSilence({ promoters: 1, passives: 0, detractors: 0 }, 2)).lower).toBe(0);
    expectSound(npsSilence({ promoters: 0, passives: 0, detractors: 1 }, 2));
  });

  it('does not change what it is given', () => {
    expect(npsSilence(deepFreeze({ ...wave }), 180).silent).toBe(85);
  });

  it.each([
    [94, 'RangeError', 'CX_POPULATION_TOO_SMALL', '94'],
    [95.5, 'RangeError', 'CX_INVALID_OPTION', '95.5'],
    [NaN, 'RangeError', 'CX_INVALID_OPTION', 'NaN'],
    [Infinity, 'RangeError', 'CX_INVALID_OPTION', 'Infinity'],
    ['180', 'TypeError', 'CX_INVALID_OPTION', '"180"'],
    [null, 'TypeError', 'CX_INVALID_OPTION', 'null'],
  ])('refuses the population %s', (population, kind, code, shown) => {
    expect(thrownBy(() => npsSilence(wave, population as number))).toEqual({
      kind,
      code,
      message: `npsSilence: option "population" must be a whole number, at least the sample size 95, received ${shown}`,
    });
  });

  it('refuses a population of none when nobody answered', () => {
    const nobody = { promoters: 0, passives: 0, detractors: 0 };
    expect(thrownBy(() => npsSilence(nobody, 0))).toMatchObject({ code: 'CX_POPULATION_TOO_SMALL' });
  });

  it('wants a population', () => {
    expect(thrownBy(() => npsSilence(wave, undefined as unknown as number))).toEqual({
      kind: 'TypeError',
      code: 'CX_INVALID_OPTION',
      message: 'npsSilence: option "population" must be given, received undefined',
    });
  });

  it.each([
    [{ ...wave, promoters: -1 }, 'RangeError', 'promoters', '-1'],
    [{ ...wave, passives: 0.5 }, 'RangeError', 'passives', '0.5'],
    [{ promoters: 1, passives: 1 }, 'TypeError', 'detractors', 'undefined'],
  ])('refuses the counts %j', (counts, kind, name, shown) => {
    expect(thrownBy(() => npsSilence(counts as typeof wave, 180))).toEqual({
      kind,
      code: 'CX_INVALID_COUNTS',
      message: `npsSilence: count of ${name} must be a whole number from 0, received ${shown}`,
    });
  });
});
