import { describe, expect, it } from 'vitest';
import { fieldReader } from '../../../src/core/field.js';

describe('fieldReader', () => {
  it('reads a named field', () => {
    expect(fieldReader<{ q1: number }, number>('q1')({ q1: 9 }, 0)).toBe(9);
  });

  it('is the function itself', () => {
    const field = (row: { q1: number }): number => row.q1;
    expect(fieldReader(field)).toBe(field);
  });

  it('hands on the index', () => {
    expect(fieldReader((_row: unknown, index: number) => index)(null, 7)).toBe(7);
  });

  it.each([null, undefined])('reads nothing of the row %s', (row) => {
    expect(fieldReader<{ q1: number }, number>('q1')(row as unknown as { q1: number }, 0)).toBeUndefined();
  });
});
