import { expect, it } from 'vitest';
import { wholeRow } from '../../../src/measures/measure.js';

it('wholeRow reads the row as its score', () => {
  expect(wholeRow(9)).toBe(9);
  expect(wholeRow(null)).toBeNull();
});
