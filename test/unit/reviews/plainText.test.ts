import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMarkdown, oneLine } from '../../../src/reviews/rendering/plainText.js';

describe('oneLine', () => {
  it.each([
    [' a\n\t b ', 'a  b'],
    ['a\u2028\u2029b', 'a b'],
    ['a\u202eb\u2066c\u2069\u200f\u200e\u061cd\u202a', 'abcd'],
    ['a\u0000b\ufeffc\ud800d', 'a b c d'],
    ['10\u202f%, 1\u00a0000', '10\u202f%, 1\u00a0000'],
    ['مرحبا 😀', 'مرحبا 😀'],
  ])('writes %j as %j', (given, expected) => {
    expect(oneLine(given)).toBe(expected);
  });
});

describe('escapeHtml', () => {
  it('leaves no markup and no end of an attribute', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['plain text, 12.5% (as is) - so', 'plain text, 12.5% (as is) - so'],
    ['a | b', 'a \\| b'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript\\:alert(1))'],
    ['![x](y)', '\\!\\[x\\](y)'],
    ['**b** _i_ `c` ~~d~~', '\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~\\~d\\~\\~'],
    ['<img src=x onerror=y> & &amp;', '&lt;img src=x onerror=y&gt; &amp; &amp;amp;'],
    ['# head', '\\# head'],
    ['a\\|b', 'a\\\\\\|b'],
    ['$x$ {y} me@x.org', '\\$x\\$ \\{y\\} me\\@x.org'],
    ['https://x.org www.x.org WWW.x', 'https\\://x.org www\\.x.org WWW\\.x'],
    ['mailto:me data:x Zone: north', 'mailto\\:me data\\:x Zone: north'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['+', '\\+'],
    ['+40', '+40'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['3.', '3\\.'],
    ['66.7%', '66.7%'],
  ])('writes %j as %j', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });
});
