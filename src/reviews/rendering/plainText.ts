// Marks that turn the direction of text around: they can make a name look like another, and say nothing themselves.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]+/gu;

/** A text as one line, without control characters and without marks of direction. */
export function oneLine(text: string): string {
  return text.replaceAll(DIRECTION_MARKS, '').replaceAll(UNPRINTABLE, ' ').trim();
}

const HTML: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, in elements and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return oneLine(text).replaceAll(/[&<>"']/g, (character) => HTML[character] ?? '');
}

/**
 * A text as Markdown that shows just that text: nothing in it becomes markup, a link, an address or a cell of its own, in CommonMark
 * and in the dialect of GitHub.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*_[\]|~#$!@{}]/g, '\\$&')
      .replaceAll(/[&<>]/g, (character) => HTML[character] ?? '')
      // Addresses that dialects turn into links by themselves.
      .replaceAll(/:(?=\/\/)|(?<=mailto|xmpp|javascript|data):/gi, '\\:')
      .replaceAll(/(?<=www)\./gi, '\\.')
      // What would begin a list, a rule or an underlined heading.
      .replace(/^[-+=](?=[-+=\s]|$)/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}
