import { describe, expect, it } from 'vitest';
import { cxError, isCxError } from '../../../src/core/errors.js';

describe('cxError', () => {
  it.each([
    [11, 'RangeError', '11'],
    [NaN, 'RangeError', 'NaN'],
    ['9', 'TypeError', '"9"'],
    ['', 'TypeError', '""'],
    ['a "quote"', 'TypeError', '"a \\"quote\\""'],
    [`${'x'.repeat(40)}secret`, 'TypeError', `"${'x'.repeat(40)}"`],
    [null, 'TypeError', 'null'],
    [undefined, 'TypeError', 'undefined'],
    [true, 'TypeError', 'true'],
    [9n, 'TypeError', '9'],
    [Symbol('score'), 'TypeError', 'Symbol(score)'],
    [{ password: 'x' }, 'TypeError', 'an object'],
    [[1, 2], 'TypeError', 'an object'],
    [new Date(0), 'TypeError', 'an object'],
    [Object.create(null), 'TypeError', 'an object'],
    [() => 'x', 'TypeError', 'a function'],
  ])('shows %s', (received, kind, shown) => {
    const error = cxError('CX_OFF_SCALE', 'f: score', 'a score', received);
    expect([error.name, error.code, error.message]).toEqual([
      kind,
      'CX_OFF_SCALE',
      `f: score must be a score, received ${shown}`,
    ]);
  });

  it('is a built-in error', () => {
    expect(cxError('CX_OFF_SCALE', 'f', 'x', 1)).toBeInstanceOf(RangeError);
    expect(cxError('CX_OFF_SCALE', 'f', 'x', '1')).toBeInstanceOf(TypeError);
  });
});

describe('isCxError', () => {
  it.each([
    [cxError('CX_OFF_SCALE', 'f', 'x', 1), true],
    [Object.assign(new Error('x'), { code: 'CX_ANYTHING' }), true],
    [Object.assign(new Error('x'), { code: 'ENOENT' }), false],
    [Object.assign(new Error('x'), { code: 'XCX_' }), false],
    [Object.assign(new Error('x'), { code: 7 }), false],
    [new Error('CX_OFF_SCALE'), false],
    [{ code: 'CX_OFF_SCALE' }, false],
    ['CX_OFF_SCALE', false],
    [null, false],
    [undefined, false],
  ])('judges %s: %s', (error, expected) => {
    expect(isCxError(error)).toBe(expected);
  });
});
