import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../examples/demo/parseNumber.js';

const read = (cell: string): number | null => parseNumber(cell, () => 'line 7');

describe('parseNumber', () => {
  it.each([
    ['9', 9],
    [' 9 ', 9],
    ['-1', -1],
    ['+2', 2],
    ['8.5', 8.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['2.5E-1', 0.25],
    ['', null],
    ['  ', null],
  ])('reads "%s"', (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it.each(['nine', '0x9', 'NaN', 'Infinity', '9 of 10', '1_000', '.', '-', '1e', '--1', '1 2'])(
    'refuses "%s"',
    (cell) => {
      expect(() => read(cell)).toThrow(`line 7: "${cell}" is not a number`);
    },
  );

  it('says which decimal mark it reads', () => {
    expect(() => read('9,5')).toThrow(/^line 7: "9,5" is not a number \(the decimal mark is a point\)$/);
    expect(() => read('1,2,3')).toThrow(/^line 7: "1,2,3" is not a number$/);
  });

  it('shows no more than the beginning of a long cell', () => {
    expect(() => read('x'.repeat(100))).toThrow(`"${'x'.repeat(40)}" is`);
  });
});
