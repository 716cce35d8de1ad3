import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { cesNetMeasure, computeCesNet } from '../../../src/metrics/perception/cesNet.js';
import { CES_1, CES_2, type CesVersion } from '../../../src/metrics/perception/cesVersion.js';
import { expectSound } from '../../tools/soundness.js';

describe('computeCesNet', () => {
  it.each([
    [1, undefined, 'hard'],
    [3, undefined, 'hard'],
    [4, undefined, 'neutral'],
    [5, undefined, 'easy'],
    [7, CES_2, 'easy'],
    [1, CES_1, 'easy'],
    [2, CES_1, 'easy'],
    [3, CES_1, 'neutral'],
    [4, CES_1, 'hard'],
    [5, CES_1, 'hard'],
  ] as [number, CesVersion | undefined, string][])('takes %i under %o for %s', (answer, version, name) => {
    expect(computeCesNet([answer], { version })).toMatchObject({ easy: 0, neutral: 0, hard: 0, [name]: 1 });
  });

  it('is a net score, higher is better', () => {
    const got = expectSound(computeCesNet({ counts: { easy: 48, neutral: 28, hard: 19 }, missing: 3 }));
    expect(got).toMatchObject({
      definition: { id: 'ces-net', direction: 'higher-is-better', statistic: 'net', unit: 'points' },
      value: 2900 / 95,
      easy: 48,
      neutral: 28,
      hard: 19,
      excluded: { missing: 3 },
    });
    expect(got.interval?.lower).toBeCloseTo(14.110730141294486, 10);
    expect(got.warnings).toEqual([]);
  });

  it('takes counts by class for CES 1.0 too', () => {
    expect(computeCesNet({ counts: { easy: 60, neutral: 25, hard: 15 } }, { version: CES_1 })).toMatchObject({
      definition: { id: 'ces-1-net', direction: 'higher-is-better' },
      value: 45,
      easy: 60,
      neutral: 25,
      hard: 15,
    });
    expect(computeCesNet({ counts: [0, 40, 20, 25, 10, 5] }, { version: CES_1 })).toMatchObject({
      value: 45,
      easy: 60,
      hard: 15,
    });
    expect(computeCesNet({ counts: { easy: 60, neutral: 25, hard: 15 } }, { version: CES_2 })).toMatchObject({
      value: 45,
    });
  });

  it('turns CES 1.0 round, weights included', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((q, at) => ({ q, w: weights[at] ?? 0 }));
    const got = expectSound(computeCesNet(rows, { score: 'q', weight: 'w', version: CES_1 }));
    expect(got).toMatchObject({ value: -56.25, easy: 2, neutral: 1, hard: 5 });
    // Python.
    expect(got.standardError).toBeCloseTo(30.014644862966477, 10);
    expect(got.interval?.lower).toBeCloseTo(-90.56950202806853, 9);
    expect(got.interval?.upper).toBeCloseTo(17.473055327560916, 9);
  });

  it('takes interval, confidence and population', () => {
    const got = computeCesNet([7, 6, 4, 2], { interval: 'score', confidence: 0.9, population: 4 });
    expect(got.interval).toEqual({ lower: 25, upper: 25, confidence: 0.9, method: 'score' });
  });

  it('names itself in errors', () => {
    expect(() => computeCesNet([8])).toThrow(
      'computeCesNet: score at row 0 must be a whole number from 1 to 7, received 8',
    );
    expect(() => computeCesNet([1], { version: {} as CesVersion })).toThrow('computeCesNet: option "version"');
    expect(() => computeCesNet({ counts: { easy: 1, hard: 1 } as never })).toThrow('computeCesNet: count of neutral');
  });
});

describe('cesNetMeasure', () => {
  it('gives what computeCesNet gives', () => {
    expect(computeMeasure([7, 6, 4, 2], cesNetMeasure())).toEqual(computeCesNet([7, 6, 4, 2]));
    expect(computeMeasure([1, 2, 5], cesNetMeasure({ version: CES_1 }))).toEqual(
      computeCesNet([1, 2, 5], { version: CES_1 }),
    );
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([8], cesNetMeasure())).toThrow('cesNetMeasure: score at row 0');
    expect(() => cesNetMeasure({ version: {} as CesVersion })).toThrow('cesNetMeasure: option "version"');
  });
});
