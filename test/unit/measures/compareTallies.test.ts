import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/measures/compareResults.js';
import { compareTallies } from '../../../src/measures/compareTallies.js';
import { tallyRows } from '../../../src/measures/computeMeasure.js';
import { computeNps, npsMeasure } from '../../../src/metrics/perception/nps.js';
import { deepFreeze, expectSound, thrownBy } from '../../tools/soundness.js';

const measure = npsMeasure();
const north = deepFreeze(tallyRows([10, 9, 9, 8, 7, 10], measure));
const south = deepFreeze(tallyRows([6, 7, 9, 3, 2], measure));

describe('compareTallies', () => {
  it('compares as their results', () => {
    const expected = compareResults(computeNps([10, 9, 9, 8, 7, 10]), computeNps([6, 7, 9, 3, 2]), { confidence: 0.9 });
    expect(expectSound(compareTallies(measure, north, south, { confidence: 0.9 }))).toEqual(expected);
  });

  it('is at 95 % unless said otherwise', () => {
    expect(compareTallies(measure, north, south).interval?.confidence).toBe(0.95);
  });

  it('is first minus second', () => {
    // 4 of 6 promoters; 1 of 5 promoters, 3 detractors.
    expect(compareTallies(measure, north, south).difference).toBeCloseTo(400 / 6 + 40, 10);
    expect(compareTallies(measure, south, north).difference).toBeCloseTo(-400 / 6 - 40, 10);
  });

  it('refuses a wrong confidence', () => {
    expect(thrownBy(() => compareTallies(measure, north, south, { confidence: 0 })).message).toBe(
      'compareResults: option "confidence" must be between 0 and 1, received 0',
    );
  });
});
