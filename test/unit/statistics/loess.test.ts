import { describe, expect, it } from 'vitest';
import { loess, loessAt } from '../../../src/statistics/loess.js';

const line = [1, 3, 5, 7, 9, 11, 13];

describe('loess', () => {
  it('keeps a line by local lines, whatever is computed in between', () => {
    for (const width of [3, 5, 7, 31]) {
      for (const jump of [1, 2, 4, 10]) {
        const smooth = loess(line, { width, degree: 1, jump }, null);
        line.forEach((value, i) => {
          expect(smooth[i]).toBeCloseTo(value, 12);
        });
      }
    }
  });

  it('is a weighted mean for degree 0', () => {
    // Distances 0 and 1 of a reach of 1 at the middle of three: only the middle counts; at the ends both, by (1 - 1/8)³.
    const smooth = loess([0, 6, 0], { width: 3, degree: 0, jump: 1 }, null);
    expect(smooth[1]).toBeCloseTo(6, 12);
    const near = (7 / 8) ** 3;
    expect(smooth[0]).toBeCloseTo((6 * near) / (1 + near), 12);
    expect(smooth[2]).toBeCloseTo(smooth[0]!, 12);
  });

  it('draws straight lines between computed places', () => {
    const smooth = loess([0, 9, 0, 9, 0, 9], { width: 3, degree: 0, jump: 2 }, null);
    expect(smooth[1]).toBeCloseTo((smooth[0]! + smooth[2]!) / 2, 12);
    expect(smooth[3]).toBeCloseTo((smooth[2]! + smooth[4]!) / 2, 12);
  });

  it('leaves values alone whose neighbours have no weight', () => {
    expect(Array.from(loess(line, { width: 3, degree: 1, jump: 1 }, new Float64Array(7)))).toEqual(line);
    expect(loessAt(line, { width: 3, degree: 1, jump: 1 }, 2, 1, 3, new Float64Array(7))).toBeNaN();
  });

  it('does not follow what robustness leaves out', () => {
    const smooth = loess([1, 3, 99, 7, 9], { width: 5, degree: 1, jump: 1 }, [1, 1, 0, 1, 1]);
    expect(smooth[2]).toBeCloseTo(5, 12);
  });

  it('is the value itself for a series of one, and nothing for none', () => {
    expect(Array.from(loess([4], { width: 3, degree: 1, jump: 1 }, null))).toEqual([4]);
    expect(loess([], { width: 3, degree: 1, jump: 1 }, null)).toHaveLength(0);
  });

  it('reaches beyond the ends', () => {
    expect(loessAt(line, { width: 3, degree: 1, jump: 1 }, 0, 1, 3, null)).toBeCloseTo(-1, 12);
    expect(loessAt(line, { width: 3, degree: 1, jump: 1 }, 8, 5, 7, null)).toBeCloseTo(15, 12);
  });
});
