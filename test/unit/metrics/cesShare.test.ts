import { describe, expect, it } from 'vitest';
import { computeMeasure } from '../../../src/measures/computeMeasure.js';
import { cesShareMeasure, computeCesShare } from '../../../src/metrics/perception/cesShare.js';
import { CES_1, CES_2, type CesVersion } from '../../../src/metrics/perception/cesVersion.js';
import { clopperPearson } from '../../../src/metrics/perception/shareIntervals.js';
import { expectSound } from '../../tools/soundness.js';

describe('computeCesShare', () => {
  it.each([
    [4, undefined, 0],
    [5, undefined, 1],
    [7, undefined, 1],
    [4, CES_2, 0],
    [5, CES_2, 1],
    [1, CES_1, 1],
    [2, CES_1, 1],
    [3, CES_1, 0],
    [5, CES_1, 0],
  ] as [number, CesVersion | undefined, number][])('takes %i under %o for %i easy answers', (answer, version, easy) => {
    expect(computeCesShare([answer], { version })).toMatchObject({ value: easy, easy });
  });

  it('is a share with Wilson’s interval, higher is better', () => {
    const got = expectSound(computeCesShare({ counts: [0, 10, 10, 3, 0, 30, 30, 12], missing: 2 }));
    expect(got).toMatchObject({
      definition: { id: 'ces-share', direction: 'higher-is-better', statistic: 'share', unit: 'share' },
      value: 72 / 95,
      easy: 72,
      sampleSize: 95,
      excluded: { missing: 2 },
    });
    expect(got.interval?.lower).toBeCloseTo(0.6628317922510378, 12);
  });

  it('turns CES 1.0 round, weights included', () => {
    const weights = [1, 1, 1, 1, 2, 2, 3, 5];
    const rows = [5, 4, 3, 2, 5, 1, 4, 4].map((q, at) => ({ q, w: weights[at] ?? 0 }));
    const got = expectSound(computeCesShare(rows, { score: 'q', weight: 'w', version: CES_1 }));
    expect(got.definition).toMatchObject({ id: 'ces-1-share', direction: 'higher-is-better' });
    expect(got).toMatchObject({ value: 0.1875, easy: 2 });
    // SciPy.
    expect(got.standardError).toBeCloseTo(0.14550079006903807, 13);
    expect(got.interval?.lower).toBeCloseTo(0.03493943958984369, 12);
    expect(got.interval?.upper).toBeCloseTo(0.5952954285851021, 12);
  });

  it('takes interval, confidence and population', () => {
    const options = { interval: clopperPearson(), confidence: 0.9, population: 4 };
    expect(computeCesShare([7, 6, 4, 2], options).interval).toEqual({
      lower: 0.5,
      upper: 0.5,
      confidence: 0.9,
      method: 'clopper-pearson',
    });
  });

  it('counts no excluded answer as easy', () => {
    expect(computeCesShare([7, 9, null], { offScale: 'exclude' })).toMatchObject({ easy: 1, sampleSize: 1 });
    expect(expectSound(computeCesShare([null]))).toMatchObject({ easy: 0, value: null });
  });

  it('names itself in errors', () => {
    expect(() => computeCesShare([8])).toThrow(
      'computeCesShare: score at row 0 must be a whole number from 1 to 7, received 8',
    );
    expect(() => computeCesShare([1], { version: {} as CesVersion })).toThrow('computeCesShare: option "version"');
    expect(() => computeCesShare([1], { interval: 'score' as 'wald' })).toThrow('computeCesShare: option "interval"');
  });
});

describe('cesShareMeasure', () => {
  it('gives what computeCesShare gives', () => {
    expect(computeMeasure([7, 6, 4, 2], cesShareMeasure())).toEqual(computeCesShare([7, 6, 4, 2]));
    expect(computeMeasure([1, 2, 5], cesShareMeasure({ version: CES_1 }))).toEqual(
      computeCesShare([1, 2, 5], { version: CES_1 }),
    );
  });

  it('names itself in errors', () => {
    expect(() => computeMeasure([8], cesShareMeasure())).toThrow('cesShareMeasure: score at row 0');
    expect(() => cesShareMeasure({ version: {} as CesVersion })).toThrow('cesShareMeasure: option "version"');
  });
});
