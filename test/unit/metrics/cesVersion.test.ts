import { describe, expect, it } from 'vitest';
import {
  CES_1,
  CES_2,
  CES_EASE,
  cesDefinition,
  easeValue,
  resolveCesVersion,
  type CesVersion,
} from '../../../src/metrics/perception/cesVersion.js';
import { thrownBy } from '../../tools/soundness.js';

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

describe('easeValue', () => {
  it.each([
    ['ease', CES_EASE, [-1, -1, -1, 0, 1, 1, 1]],
    ['agreement', CES_2, [-1, -1, -1, 0, 1, 1, 1]],
    ['effort, where low is good', CES_1, [1, 1, 0, -1, -1]],
  ])('sorts the points of %s into easy, neutral and hard', (_name, version, expected) => {
    expect(expected.map((_, at) => easeValue(version)(at + 1))).toEqual(expected);
  });
});
