// The smoke test for runtimes without a file system: every entry point of the built package, in one bundle.
import { describe, expect, it } from 'vitest';
import { entries } from 'built-entries';

describe('the built package', () => {
  it.each(Object.keys(entries))('opens %s', (name) => {
    expect(Object.keys(entries[name]).length).toBeGreaterThan(0);
  });

  it('scores, and tells a mistake by its code', () => {
    const { computeNps, isCxError } = entries['.'];
    const result = computeNps([10, 9, 8, 6]);
    expect(result.value).toBe(25);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    try {
      computeNps([10], { confidence: 95 });
    } catch (error) {
      expect(isCxError(error)).toBe(true);
      expect(error.code).toMatch(/^CX_[A-Z_]+$/);
      return;
    }
    throw new Error('a confidence of 95 is refused');
  });
});
