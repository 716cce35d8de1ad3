import { cxError } from '../../core/errors.js';

const ELEMENTS: readonly string[] = [
  'svg',
  'g',
  'path',
  'rect',
  'line',
  'circle',
  'ellipse',
  'polygon',
  'polyline',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'clipPath',
  'mask',
  'pattern',
  'marker',
  'symbol',
  'use',
  'linearGradient',
  'radialGradient',
  'stop',
];

// Sticky, one alternative for each thing that static SVG is made of; anything else ends the reading.
const OPENING = /<([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z][\w:.-]*)\s*>/y;
const TEXT = /[^<]+/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

// Read aloud, never obeyed.
const WORDS: readonly string[] = ['aria-label', 'aria-description', 'aria-roledescription'];

const PROLOGUE = /^\s*(?:<\?xml[^>?]*\?>)?\s*/;

/** Resolves entities, which could hide letters of what is looked for. */
function decoded(value: string): string {
  const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return value.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return Number.isNaN(code) ? (named[name ?? ''] ?? '') : code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Says what of an attribute is not static; `null` when nothing is. */
function attributeProblem(name: string, written: string): string | null {
  const plain = name.toLowerCase();
  if (plain.startsWith('on')) return `without the event handler ${name}`;
  if (plain === 'xmlns' || plain.startsWith('xmlns:')) return null;
  const value = decoded(written);
  const isAddress = ['href', 'src'].includes(plain.slice(plain.indexOf(':') + 1)) && !value.startsWith('#');
  const isFetched = /url\(\s*["']?\s*(?!["'#\s])|@import|\\/i.test(value) && !WORDS.includes(plain);
  return isAddress || isFetched ? `without the address in ${name}` : null;
}

/** Says what of a picture is not static SVG; `null` when all is. */
function pictureProblem(svg: string): string | null {
  const open: string[] = [];
  let at = PROLOGUE.exec(svg)?.[0].length ?? 0;
  let roots = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(svg);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < svg.length) {
    const text = read(TEXT);
    if (text) {
      if (open.length === 0 && text[0].trim() !== '') return 'a single element svg';
      if (ENTITIES.test(text[0])) return 'without named entities';
      continue;
    }
    const closing = read(CLOSING);
    if (closing) {
      if (open.pop() !== closing[1]) return `well-formed, unlike at </${closing[1] ?? ''}>`;
      continue;
    }
    const opening = read(OPENING);
    if (!opening) return `well-formed, unlike at ${JSON.stringify(svg.slice(at, at + 20))}`;
    const [, name = '', attributes = '', isEmpty] = opening;
    if (!ELEMENTS.includes(name)) return `without the element ${name}`;
    if (open.length === 0 && (name !== 'svg' || roots++ > 0)) return 'a single element svg';
    for (const [, own = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? '';
      const problem = ENTITIES.test(value) ? 'without named entities' : attributeProblem(own, value);
      if (problem !== null) return problem;
    }
    if (open.length === 0 && !/\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(attributes))
      return 'of the namespace http://www.w3.org/2000/svg';
    if (isEmpty === '') open.push(name);
  }
  return open.length === 0 && roots === 1 ? null : 'a single element svg';
}

/** Refuses a picture that is not static SVG: elements that draw, no script, no event handler, no foreign markup, no address. */
export function requireStaticSvg(where: string, svg: unknown): asserts svg is string {
  if (typeof svg !== 'string') throw cxError('CX_INVALID_INPUT', where, 'static SVG as a text, or null', svg);
  const problem = pictureProblem(svg);
  if (problem !== null) throw cxError('CX_INVALID_INPUT', where, `static SVG, ${problem}`, svg);
}

/** The address of a picture that holds the picture itself. */
export function toImageAddress(svg: string): string {
  // Half a surrogate pair has no place in an address.
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replaceAll(/\p{Cs}/gu, '\ufffd')).replaceAll("'", '%27')}`;
}
