import { describe, expect, it } from 'vitest';
import { createScaleTally, scaleRowAdder } from '../../../src/measures/scaleTally.js';
import {
  CES_1,
  CES_2,
  CES_EASE,
  cesDefinition,
  easyFrom,
  fromHardToEasy,
  resolveCesVersion,
  type CesVersion,
} from '../../../src/metrics/perception/cesVersion.js';
import { deepFreeze, thrownBy } from '../../tools/soundness.js';

describe('the three versions', () => {
  it('are what their sources say', () => {
    expect(CES_EASE).toEqual({ id: 'ces', minimum: 1, maximum: 7, easyPoints: 3, direction: 'higher-is-better' });
    expect(CES_2).toEqual({ id: 'ces-2', minimum: 1, maximum: 7, easyPoints: 3, direction: 'higher-is-better' });
    expect(CES_1).toEqual({ id: 'ces-1', minimum: 1, maximum: 5, easyPoints: 2, direction: 'lower-is-better' });
  });
});

describe('resolveCesVersion', () => {
  it('is the ease question unless given', () => {
    expect(resolveCesVersion('f', undefined)).toBe(CES_EASE);
  });

  it.each([CES_EASE, CES_2, CES_1])('takes $id, and its copy through JSON', (version) => {
    expect(resolveCesVersion('f', version)).toBe(version);
    expect(resolveCesVersion('f', JSON.parse(JSON.stringify(version)) as CesVersion)).toEqual(version);
  });

  it.each([
    [null, 'null'],
    ['ces', '"ces"'],
    [1, '1'],
    [{}, 'an object'],
    [{ id: 'ces-2' }, 'an object'],
    [{ ...CES_EASE, id: 'ces-3' }, 'an object'],
    [{ ...CES_EASE, maximum: 5 }, 'an object'],
    [{ ...CES_EASE, minimum: 0 }, 'an object'],
    [{ ...CES_EASE, easyPoints: 2 }, 'an object'],
    [{ ...CES_EASE, direction: 'lower-is-better' }, 'an object'],
    [{ ...CES_EASE, more: 1 }, 'an object'],
  ])('refuses %j', (version, shown) => {
    expect(() => resolveCesVersion('f', version as CesVersion)).toThrow(
      `f: option "version" must be CES_EASE, CES_2 or CES_1, received ${shown}`,
    );
    expect(thrownBy(() => resolveCesVersion('f', version as CesVersion)).code).toBe('CX_INVALID_OPTION');
  });
});

describe('cesDefinition', () => {
  it.each([
    [CES_EASE, 'mean', 'score', 'higher-is-better', { minimum: 1, maximum: 7 }],
    [CES_1, 'mean', 'score', 'lower-is-better', { minimum: 1, maximum: 5 }],
    [CES_1, 'share', 'share', 'higher-is-better', { minimum: 0, maximum: 1 }],
    [CES_1, 'net', 'points', 'higher-is-better', { minimum: -100, maximum: 100 }],
  ] as const)('of %o as %s', (version, statistic, unit, direction, range) => {
    expect(cesDefinition('x', version, statistic)).toEqual({
      id: 'x',
      family: 'scale',
      statistic,
      unit,
      direction,
      range,
      parameters: {},
    });
  });
});

describe('easyFrom', () => {
  it('is 5 of 7, and 4 of 5 once turned', () => {
    expect([CES_EASE, CES_2, CES_1].map(easyFrom)).toEqual([5, 5, 4]);
  });
});

describe('fromHardToEasy', () => {
  it('leaves a scale alone that runs from hard to easy', () => {
    const tally = createScaleTally(CES_EASE, true);
    expect(fromHardToEasy(CES_EASE, tally)).toBe(tally);
  });

  it('turns counts and weights of CES 1.0 round, and nothing that was left out', () => {
    const add = scaleRowAdder<number | null>('f', CES_1, { weight: (score) => score ?? 1 });
    const tally = createScaleTally(CES_1, true);
    [1, 1, 2, 5, null].forEach((score, index) => add(tally, score, index));
    tally.weights!.sums[1] = 0.25;
    const turned = fromHardToEasy(CES_1, deepFreeze(tally));
    expect(turned).toEqual({
      counts: [1, 0, 0, 1, 2, 1, 0, 0, 0],
      weights: { sums: [5, 0, 0, 0, 0, 0, 2, 0, 2, 0.25], squares: [25, 0, 0, 0, 0, 0, 4, 0, 2, 0] },
    });
  });

  it('turns a tally without weights', () => {
    expect(fromHardToEasy(CES_1, { counts: [1, 2, 3, 4, 5, 6, 7, 8, 9], weights: null })).toEqual({
      counts: [5, 4, 3, 2, 1, 6, 7, 8, 9],
      weights: null,
    });
  });
});
