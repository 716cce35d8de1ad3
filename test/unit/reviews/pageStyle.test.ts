import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../../src/reviews/rendering/pageStyle.js';

/** The colours of a theme, by name. */
function colours(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([a-z]+):#([0-9a-f]{3,6})\b/g)].map(([, name = '', hex = '']) => [name, hex]));
}

function luminance(hex: string): number {
  const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const roots = [...PAGE_STYLE.matchAll(/:root\{([^}]*)\}/g)].map(([, block = '']) => colours(block));

describe('the style of the page', () => {
  it('is known to the policy by its hash', () => {
    expect(PAGE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`);
  });

  it('fetches nothing and ends nowhere', () => {
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|<|\/\*/);
  });

  it('has a light, a dark and a printed theme', () => {
    expect(roots).toHaveLength(3);
  });

  it.each(['light', 'dark', 'print'].map((name, at) => [name, at] as const))('has 4.5:1 for all text, %s', (_, at) => {
    const theme = new Map([
      ...(roots[0] ?? []),
      ...(at === 1 ? (roots[1] ?? []) : []),
      ...(at === 2 ? (roots[2] ?? []) : []),
    ]);
    const low = ['ink', 'soft', 'link', 'good', 'fair', 'bad'].flatMap((ink) =>
      ['paper', 'card', 'warn']
        .filter((ground) => contrast(theme.get(ink) ?? '', theme.get(ground) ?? '') < 4.5)
        .map((ground) => `${ink} on ${ground}`),
    );
    expect(low).toEqual([]);
  });
});
