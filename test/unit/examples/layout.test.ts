import { describe, expect, it } from 'vitest';
import { WIDTH, heading, table, wrap } from '../../../examples/demo/layout.js';

describe('wrap', () => {
  it('leaves a short text in one line', () => {
    expect(wrap('- ', 'a b')).toEqual(['- a b']);
  });

  it('fills a line up to the width and indents what follows', () => {
    const fits = 'x'.repeat(WIDTH - 4);
    expect(wrap('- ', `a ${fits}`)).toEqual([`- a ${fits}`]);
    expect(wrap('- ', `a ${fits}x b`)).toEqual(['- a', `  ${fits}x`, '  b']);
  });

  it('breaks at blanks only, not at those that bind', () => {
    const bound = `${'x'.repeat(60)}\u202f${'y'.repeat(60)}`;
    expect(wrap('', `a ${bound} b`)).toEqual(['a', bound, 'b']);
  });
});

describe('table', () => {
  it('sets the first column to the left and the others to the right', () => {
    expect(
      table([
        ['Quarter', 'NPS'],
        ['Q1', '+7'],
        ['Q2', '+1234'],
      ]),
    ).toEqual(['Quarter    NPS', 'Q1          +7', 'Q2       +1234']);
  });
});

describe('heading', () => {
  it('is bold on a terminal only', () => {
    expect(heading('NPS', true)).toBe('\u001B[1mNPS\u001B[22m');
    expect(heading('NPS', false)).toBe('NPS');
  });
});
