import { describe, expect, it } from 'vitest';
import { FARTHEST_LOG, searchWarnings } from '../../../src/metrics/business/modelWarning.js';

describe('searchWarnings', () => {
  const settled = { point: [0, 0], converged: true, iterations: 7 };

  it('has nothing to say of a search that settled', () => {
    expect(searchWarnings(['a', 'b'], settled)).toEqual([]);
  });

  it('says that a search has not settled', () => {
    expect(searchWarnings(['a', 'b'], { ...settled, converged: false })).toEqual([
      { code: 'not-converged', iterations: 7 },
    ]);
  });

  it('names parameters within a factor e³ of the edge, on both sides', () => {
    const edge = FARTHEST_LOG - 3;
    const point = [edge, edge + 1e-9, -edge, -edge - 1e-9];
    expect(searchWarnings(['a', 'b', 'c', 'd'], { ...settled, point })).toEqual([
      { code: 'parameter-at-edge', parameter: 'b' },
      { code: 'parameter-at-edge', parameter: 'd' },
    ]);
  });
});
