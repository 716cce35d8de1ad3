import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random.js';
import { bootstrapReplicates } from '../../../src/statistics/bootstrapReplicates.js';
import { bootstrapStandardError } from '../../../src/statistics/bootstrapInterval.js';
import { mean } from '../../../src/statistics/sum.js';

const values = [2, 3, 3, 4, 5, 7, 8, 12, 20, 48];

describe('bootstrapReplicates', () => {
  it('draws rows by the random numbers given', () => {
    const numbers = [0, 0.5, 0.99, 0.34, 0.34, 0.34];
    const random = (): number => numbers.shift() ?? NaN;
    const seen: string[] = [];
    const note = (drawn: readonly string[]): number => seen.push(drawn.join(''));
    expect(bootstrapReplicates(['a', 'b', 'c'], note, { random, resamples: 2 })).toEqual(Float64Array.of(1, 2));
    expect(seen).toEqual(['abc', 'bbb']);
  });

  it('draws whole clusters', () => {
    const numbers = [0, 0.9, 0.6, 0.4];
    const random = (): number => numbers.shift() ?? NaN;
    const seen: string[] = [];
    const note = (drawn: readonly string[]): number => seen.push(drawn.join(''));
    bootstrapReplicates(['a', 'b', 'c'], note, { random, resamples: 2, clusters: [1, 2, 1] });
    expect(seen).toEqual(['acb', 'bac']);
  });

  it('has the standard error of the mean', () => {
    const exact = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / values.length);
    const replicates = bootstrapReplicates(values, mean, { random: createRandom(3), resamples: 20_000 });
    expect(bootstrapStandardError(replicates) / exact).toBeCloseTo(1, 1);
    expect(mean(replicates)).toBeCloseTo(mean(values), 0);
  });

  it('is the same for the same seed and another for another, 2,000 unless told otherwise', () => {
    const drawn = (seed: number): Float64Array => bootstrapReplicates(values, mean, { random: createRandom(seed) });
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
    expect(drawn(5)).toHaveLength(2000);
  });

  it('leaves the rows alone', () => {
    const rows = Object.freeze([1, 2, 3]);
    bootstrapReplicates(rows, mean, { random: createRandom(1), resamples: 5 });
    expect(rows).toEqual([1, 2, 3]);
  });

  it('is NaN without rows or with clusters that do not match', () => {
    const random = createRandom(1);
    expect(bootstrapReplicates([], mean, { random, resamples: 2 })).toEqual(Float64Array.of(NaN, NaN));
    expect(bootstrapReplicates([1, 2], mean, { random, resamples: 2, clusters: [1] })).toEqual(
      Float64Array.of(NaN, NaN),
    );
  });

  it.each([0, -1, 1.5, NaN])('is empty for %d resamples', (resamples) => {
    expect(bootstrapReplicates(values, mean, { random: createRandom(1), resamples })).toHaveLength(0);
  });
});
