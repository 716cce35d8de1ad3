import { describe, expect, it } from 'vitest';
import { naturalBreaks } from '../../../src/statistics/naturalBreaks.js';

describe('naturalBreaks', () => {
  it('finds the classes of the published example of Ckmeans.1d.dp', () => {
    // Wang and Song (2011): (-1, -1, -1, -1), (2, 2, 2), (4, 5, 6).
    const { breaks, withinSquares } = naturalBreaks([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3);
    expect(breaks).toEqual([2, 4]);
    expect(withinSquares).toBeCloseTo(2, 12);
  });

  it('tells the share of the squares that the classes explain', () => {
    // Mean 4, squares about it 16 + 16 + 16 + 16; within 0.
    expect(naturalBreaks([0, 0, 8, 8], 2)).toEqual({ breaks: [8], withinSquares: 0, goodnessOfFit: 1 });
    expect(naturalBreaks([0, 0, 8, 8], 1)).toEqual({ breaks: [], withinSquares: 64, goodnessOfFit: 0 });
    // Classes (0), (8, 10): within 2, about the mean 6: 36 + 4 + 16 = 56.
    expect(naturalBreaks([10, 0, 8], 2).goodnessOfFit).toBeCloseTo(1 - 2 / 56, 12);
  });

  it('weighs a value by how often it occurs', () => {
    // One 0 would join 4 rather than part 9 from 10; six of them pull the mean away.
    expect(naturalBreaks([0, 0, 0, 0, 0, 0, 4, 9, 12], 2).breaks).toEqual([9]);
    expect(naturalBreaks([0, 5, 5, 5, 5, 5, 5, 9, 12], 3).breaks).toEqual([5, 9]);
  });

  it('never parts equal values, and makes each value a class where there are few', () => {
    expect(naturalBreaks([3, 3, 3, 1, 1], 4)).toEqual({ breaks: [3], withinSquares: 0, goodnessOfFit: 1 });
    expect(naturalBreaks([5, 5], 3)).toEqual({ breaks: [], withinSquares: 0, goodnessOfFit: 1 });
    expect(naturalBreaks([-0, 0, 1], 3).breaks).toEqual([1]);
  });

  it.each([
    ['no values', [], 2],
    ['a value that is not finite', [1, Infinity], 2],
    ['a NaN', [1, NaN], 2],
    ['no class', [1, 2], 0],
    ['half a class', [1, 2], 1.5],
    ['classes that are NaN', [1, 2], NaN],
  ])('has no breaks for %s', (_, values, classes) => {
    expect(naturalBreaks(values, classes)).toEqual({ breaks: [], withinSquares: NaN, goodnessOfFit: NaN });
  });
});
