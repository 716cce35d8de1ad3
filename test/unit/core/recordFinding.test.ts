import { describe, expect, it } from 'vitest';
import { recordFinding } from '../../../src/core/recordFinding.js';

describe('recordFinding', () => {
  it.each([
    ['text', 'a', 'a'],
    ['a number', -1, -1],
    ['a truth value', false, false],
    ['null', null, null],
    ['nothing', undefined, null],
    ['NaN', NaN, 'NaN'],
    ['an infinite number', -Infinity, '-Infinity'],
    ['a list', [1], 'array'],
    ['a record', {}, 'object'],
    ['a function', () => 1, 'function'],
  ])('shows %s so that JSON keeps it', (_name, value, shown) => {
    const finding = recordFinding('negative-quantity', 3, 'L1', 'quantity', value);
    expect(finding).toEqual({ code: 'negative-quantity', index: 3, id: 'L1', field: 'quantity', value: shown });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
  });

  it('has no id where the record has none', () => {
    expect(recordFinding('x', 0, 7, 'f', 1).id).toBeNull();
  });
});
