import { describe, expect, it } from 'vitest';
import { requireStaticSvg, toImageAddress } from '../../../src/reviews/rendering/staticSvg.js';

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inner: string, attributes = ''): string => `<svg ${NS}${attributes}>${inner}</svg>`;

describe('requireStaticSvg', () => {
  it.each([
    ['elements that draw', svg('<g><path d="M0 0h9"/><text x="1">A &amp; B &#233;</text></g>')],
    ['a prologue and space around', `<?xml version="1.0"?>\n${svg('<rect width="1" height="1"></rect>')}\n`],
    [
      'an address within',
      svg('<clipPath id="a"><rect/></clipPath><g clip-path="url(#a)"/><use href="#a" xlink:href="#b"/>'),
    ],
    ['quoted addresses within', svg(`<g fill="url( '#a')" style='fill:red'/>`)],
    ['words that look like an address', svg('<g aria-label="see url(http://x)"/>')],
    ['a greater sign in a value', svg('<g aria-label="a > b"/>')],
  ])('takes %s', (_, own) => {
    expect(() => {
      requireStaticSvg('f', own);
    }).not.toThrow();
  });

  it.each([
    [undefined, 'f must be static SVG as a text, or null, received undefined'],
    [7, 'f must be static SVG as a text, or null, received 7'],
    ['', 'f must be static SVG, a single element svg, received ""'],
    ['words', 'f must be static SVG, a single element svg, received "words"'],
  ])('refuses %s', (own, message) => {
    expect(() => {
      requireStaticSvg('f', own);
    }).toThrow(message);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>'), 'without the element script'],
    ['foreign markup', svg('<foreignObject><b/></foreignObject>'), 'without the element foreignObject'],
    ['a style of its own', svg('<style>@import url(x)</style>'), 'without the element style'],
    ['an image', svg('<image href="x.png"/>'), 'without the element image'],
    ['an animation', svg('<set attributeName="href" to="x"/>'), 'without the element set'],
    ['a link', svg('<a href="#x"/>'), 'without the element a'],
    ['another case of an element', svg('<SCRIPT/>'), 'without the element SCRIPT'],
    ['a handler', svg('<g onclick="alert(1)"/>'), 'without the event handler onclick'],
    ['a handler on the root', svg('', ' onload="alert(1)"'), 'without the event handler onload'],
    ['a handler in capitals', svg('<g ONCLICK="1"/>'), 'without the event handler ONCLICK'],
    ['an address', svg('<use href="https://x/y#z"/>'), 'without the address in href'],
    ['an address of old', svg('<use xlink:href="data:,x"/>'), 'without the address in xlink:href'],
    ['a source', svg('<g src="x"/>'), 'without the address in src'],
    ['a fetched fill', svg('<g fill="url(https://x)"/>'), 'without the address in fill'],
    ['a fetched fill in quotes', svg(`<g fill="url( '//x')"/>`), 'without the address in fill'],
    ['a fetched style', svg('<g style="fill:URL(x)"/>'), 'without the address in style'],
    ['an import', svg('<g style="@import x"/>'), 'without the address in style'],
    ['an escape of CSS', svg('<g style="fill:\\75rl(x)"/>'), 'without the address in style'],
    ['hidden letters', svg('<g fill="&#117;rl(https://x)"/>'), 'without the address in fill'],
    ['hidden letters in hexadecimal', svg('<g fill="&#x75;rl(https://x)"/>'), 'without the address in fill'],
    ['an address hidden at its head', svg('<use href="&#104;ttps://x"/>'), 'without the address in href'],
    ['named entities', svg('<text>&evil;</text>'), 'without named entities'],
    ['named entities in a value', svg('<g id="&evil;"/>'), 'without named entities'],
    ['a document type', `<!DOCTYPE svg>${svg('')}`, 'well-formed, unlike at "<!DOCTYPE svg><svg x"'],
    ['a comment', svg('<!-- x -->'), 'well-formed, unlike at "<!-- x --></svg>"'],
    ['CDATA', svg('<text><![CDATA[x]]></text>'), 'well-formed, unlike at "<![CDATA[x]]></text>"'],
    ['a value without quotes', svg('<g id=a />'), 'well-formed, unlike at "<g id=a /></svg>"'],
    ['crossed elements', svg('<g><path></g></path>'), 'well-formed, unlike at </g>'],
    ['an element that never ends', `<svg ${NS}><g></g>`, 'a single element svg'],
    ['two roots', svg('') + svg(''), 'a single element svg'],
    ['another root', `<g ${NS}/>`, 'a single element svg'],
    ['text after the root', `${svg('')}x`, 'a single element svg'],
    ['no namespace', '<svg><g/></svg>', 'of the namespace http://www.w3.org/2000/svg'],
    [
      'another namespace',
      '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>',
      'of the namespace http://www.w3.org/2000/svg',
    ],
  ])('refuses %s', (_, own, rule) => {
    let caught: unknown = null;
    try {
      requireStaticSvg('f', own);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ code: 'CX_INVALID_INPUT' });
    expect((caught as Error).message).toContain(`f must be static SVG, ${rule}, received "`);
  });
});

describe('toImageAddress', () => {
  it('holds the picture, without a quote or a space', () => {
    const own = svg(`<text>é ' " & #</text>`);
    const address = toImageAddress(own);
    expect(address).toMatch(/^data:image\/svg\+xml;charset=utf-8,[\w%.!~*()-]+$/);
    expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(own);
  });

  it('replaces half a surrogate pair', () => {
    expect(toImageAddress('a\ud800')).toBe('data:image/svg+xml;charset=utf-8,a%EF%BF%BD');
  });
});
