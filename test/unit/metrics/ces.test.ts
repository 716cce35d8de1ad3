import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { cesMeasure, computeCes } from '../../../src/metrics/perception/ces.js';
import { CES_1, CES_2, type CesVersion } from '../../../src/metrics/perception/cesVersion.js';
import { deepFreeze, expectSound, readOnce, thrownBy } from '../../tools/soundness.js';

const answers = [7, 6, 6, 5, 7, 4, 6, 2, 5, 7];

describe('computeCes', () => {
  // SciPy.
  it('is the mean answer with its t interval', () => {
    const got = expectSound(computeCes([...answers, null]));
    expect(got).toMatchObject({
      definition: {
        id: 'ces',
        direction: 'higher-is-better',
        range: { minimum: 1, maximum: 7 },
        statistic: 'mean',
        unit: 'score',
      },
      value: 5.5,
      degreesOfFreedom: 9,
      sampleSize: 10,
      excluded: { missing: 1, offScale: 0, missingWeight: 0, zeroWeight: 0 },
    });
    expect(got.standardError).toBeCloseTo(0.5, 12);
    expect(got.interval?.lower).toBeCloseTo(4.368921418600897, 10);
    expect(got.interval?.upper).toBeCloseTo(6.631078581399103, 10);
  });

  it.each([
    [CES_2, 'ces-2', 'higher-is-better', 7],
    [CES_1, 'ces-1', 'lower-is-better', 5],
  ] as const)('asked as %o is another metric', (version, id, direction, maximum) => {
    expect(computeCes([1, 2, 2], { version })).toMatchObject({
      value: 5 / 3,
      definition: { id, direction, range: { minimum: 1, maximum } },
    });
  });

  it('weighs by weight, the scale of CES 1.0 as it is', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((q, at) => ({ q, w: weights[at] ?? 0 }));
    const got = expectSound(computeCes(rows, { score: 'q', weight: 'w', version: CES_1 }));
    expect(got.value).toBe(3.625);
    // SciPy.
    expect(got.standardError).toBeCloseTo(0.4480550727469623, 13);
    expect(got.interval?.lower).toBeCloseTo(2.5655181089333636, 11);
  });

  it.each([
    ['bytes', Uint8Array.from(answers)],
    ['a stream', readOnce(answers)],
    ['counts by score', { counts: [0, 0, 1, 0, 1, 2, 3, 3] }],
    ['frozen answers', deepFreeze([...answers])],
  ])('reads %s', (_name, input) => {
    expect(computeCes(input)).toEqual(computeCes(answers));
  });

  it('narrows in a known population', () => {
    const { interval } = computeCes(answers, { population: 40, confidence: 0.95 });
    expect(interval?.lower).toBeCloseTo(4.507978459717499, 10);
  });

  it('knows nothing without answers', () => {
    expect(expectSound(computeCes([]))).toMatchObject({ value: null, warnings: [{ code: 'no-data' }] });
  });

  it.each([
    [8, undefined, 7, '8'],
    [0, undefined, 7, '0'],
    [6, CES_1, 5, '6'],
  ] as [number, CesVersion | undefined, number, string][])('refuses %i under %o', (answer, version, maximum, shown) => {
    expect(thrownBy(() => computeCes([answer], { version }))).toEqual({
      kind: 'RangeError',
      code: 'CX_OFF_SCALE',
      message: `computeCes: score at row 0 must be a whole number from 1 to ${maximum}, received ${shown}`,
    });
    expect(computeCes([answer], { version, offScale: 'exclude' }).excluded.offScale).toBe(1);
  });

  it('refuses counts by class, which a mean cannot be made of', () => {
    expect(thrownBy(() => computeCes({ counts: { easy: 3, hard: 1 } as unknown as number[] })).message).toBe(
      'computeCes: count of easy must be a whole number from 0, and 0 off the scale, received 3',
    );
  });

  it('refuses a version that is none', () => {
    expect(() => computeCes([1], { version: null as unknown as CesVersion })).toThrow(
      'computeCes: option "version" must be CES_EASE, CES_2 or CES_1, received null',
    );
  });
});

describe('cesMeasure', () => {
  it('gives what computeCes gives', () => {
    expect(computeMeasure(answers, cesMeasure())).toEqual(computeCes(answers));
    expect(computeMeasure([1, 5], cesMeasure({ version: CES_1, confidence: 0.9 }))).toEqual(
      computeCes([1, 5], { version: CES_1, confidence: 0.9 }),
    );
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([8], cesMeasure())).toThrow('cesMeasure: score at row 0');
    expect(() => cesMeasure({ version: {} as CesVersion })).toThrow('cesMeasure: option "version"');
    expect(() => computeMeasure([1], cesMeasure({ confidence: 2 }))).toThrow('cesMeasure: option "confidence"');
  });
});
