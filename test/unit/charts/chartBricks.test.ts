import { describe, expect, it } from 'vitest';
import { cleanText, distinctLabels, listText, shortText } from '../../../src/charts/chartText.js';
import { placeLabels, textBox, textWidth } from '../../../src/charts/placeLabels.js';
import { CHART_PALETTES } from '../../../src/charts/theme.js';

const plot = { right: 400, bottom: 300 };
const point = (x: number, y: number, ...texts: string[]) => ({ x, y, texts });

describe('placeLabels', () => {
  it.each([
    ['to the right', 200, 'left', 209, 150],
    ['to the left at the right end', 390, 'right', 381, 150],
  ])('places %s', (_, x, align, at, y) => {
    expect(placeLabels([point(x, 150, 'label')], plot, [], [])).toEqual([{ x: at, y, align, text: 'label' }]);
  });

  it('places above, then below, where neither side has room', () => {
    const narrow = { right: 40, bottom: 300 };
    expect(placeLabels([point(20, 150, 'label')], narrow, [], [])[0]).toMatchObject({ align: 'center', y: 136 });
    expect(placeLabels([point(20, 5, 'label')], narrow, [], [])[0]).toMatchObject({ align: 'center', y: 19 });
  });

  it('takes a shorter form, else none', () => {
    const small = { right: 30, bottom: 30 };
    expect(placeLabels([point(15, 8, 'far too long', 'ok')], small, [], [])[0]).toMatchObject({ text: 'ok', y: 22 });
    expect(placeLabels([point(15, 8, 'far too long', 'still long')], small, [], [])).toEqual([null]);
  });

  it('covers no point, no label and nothing else', () => {
    const wall = { left: 0, right: 400, top: 100, bottom: 110 };
    const points = Array.from({ length: 30 }, (_, i) =>
      point(40 + ((i * 37) % 320), 20 + ((i * 53) % 260), `label ${String(i)}`),
    );
    const placed = placeLabels(points, plot, [wall], []).flatMap((place) => place ?? []);
    const boxes = [wall, ...placed.map((place) => textBox(place, textWidth(place.text)))];
    const marks = points.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
    expect(placed.length).toBeGreaterThan(10);
    for (const [i, a] of boxes.entries()) {
      for (const b of [...boxes.slice(i + 1), ...(i === 0 ? [] : marks)]) {
        expect(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom).toBe(true);
      }
    }
  });

  it('crosses a line only where there is no other way', () => {
    const line = { left: 220, right: 220, top: 0, bottom: 300 };
    expect(placeLabels([point(200, 150, 'label')], plot, [], [line])[0]).toMatchObject({ align: 'right' });
    const everywhere = { left: 0, right: 400, top: 0, bottom: 300 };
    expect(placeLabels([point(200, 150, 'label')], plot, [], [everywhere])[0]).toMatchObject({ align: 'left' });
  });
});

describe('the texts of charts', () => {
  it('are one line without control characters', () => {
    expect(cleanText(' a\n\tb\u0000c\u2028d\ud800 ')).toBe('a b c d');
    expect(cleanText('é 𝒳 ')).toBe('é 𝒳');
  });

  it('are cut by characters, not by halves of them', () => {
    expect(shortText('abcde', 5)).toBe('abcde');
    expect(shortText('abcdef', 5)).toBe('abcd…');
    expect(shortText('abc def', 5)).toBe('abc…');
    expect(shortText('𝒳𝒳𝒳', 2)).toBe('𝒳…');
  });

  it('are distinct, as far as numbers go', () => {
    expect(distinctLabels(['a', 'a', 'b', 'a'])).toEqual(['a', 'a (2)', 'b', 'a (3)']);
    expect(distinctLabels(['a', 'a', 'a (2)'])).toEqual(['a', 'a (3)', 'a (2)']);
  });

  it('are listed', () => {
    const locale = { tag: 'en', language: 'en' } as const;
    expect(listText([], locale)).toBe('none');
    expect(listText(['a', 'b'], locale)).toBe('a, b');
  });
});

describe('the palettes', () => {
  const channel = (hex: string): number => {
    const part = parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (colour: string): number =>
    0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
  // Contrast of the Web Content Accessibility Guidelines 2.2.
  const contrast = (a: string, b: string): number => {
    const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const pages = { light: ['#ffffff'], dark: ['#14191c'], any: ['#ffffff', '#14191c'] } as const;

  it.each(['light', 'dark', 'any'] as const)('of %s can be read and told from the page', (theme) => {
    const { ink, first, second, third, line } = CHART_PALETTES[theme];
    for (const page of pages[theme]) {
      expect(contrast(ink, page)).toBeGreaterThan(theme === 'any' ? 3.8 : 4.5);
      for (const colour of [first, second, third, line]) expect(contrast(colour, page)).toBeGreaterThan(3);
    }
  });

  it.each(['light', 'dark', 'any'] as const)('of %s take the colours of data from Okabe and Ito', (theme) => {
    const { first, second, third } = CHART_PALETTES[theme];
    const okabeIto = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7'];
    for (const colour of [first, second, third]) expect(okabeIto).toContain(colour);
  });
});
