import { expectedError } from './expectedError.js';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads a cell as a number, strictly: the library coerces nothing, so whoever reads text decides what a number is.
 * Blanks around it are dropped, an empty cell is `null`; `9,5`, `0x9`, `NaN` and `9 of 10` are no numbers.
 */
export function parseNumber(cell: string, where: () => string): number | null {
  const text = cell.trim();
  if (text === '') return null;
  if (NUMBER.test(text)) return Number(text);
  const hint = /^[+-]?\d+,\d+$/.test(text) ? ' (the decimal mark is a point)' : '';
  throw expectedError(`${where()}: "${text.slice(0, 40)}" is not a number${hint}`);
}
