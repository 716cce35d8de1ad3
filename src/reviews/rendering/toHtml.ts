import type { Block, Cell, FiguresBlock, Mark, PictureBlock, ReviewDocument, Section, TableBlock } from './block.js';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './pageStyle.js';
import { escapeHtml } from './plainText.js';
import { toImageAddress } from './staticSvg.js';
import { TONE_SIGNS } from './toMarkdown.js';

/** Gives each table and picture an id of its own. */
interface Numbering {
  next: number;
}

function markHtml({ text, tone }: Mark): string {
  // The sign is for eyes only: the words say the same.
  return `<span class="mark ${tone}"><span aria-hidden="true">${TONE_SIGNS[tone]}</span> ${escapeHtml(text)}</span>`;
}

function cellHtml(cell: Cell): string {
  return typeof cell === 'string' ? escapeHtml(cell) : markHtml(cell);
}

/** What may be wider than the screen scrolls by itself, by keyboard too. */
function scrolling(label: string, content: string): string {
  return `<div class="scroll" role="region" tabindex="0" ${label}>${content}</div>`;
}

function tableHtml({ caption, columns, rows }: TableBlock, numbering: Numbering): string {
  const id = `table-${numbering.next++}`;
  const classOf = (at: number): string => (columns[at]?.isNumber ? ' class="number"' : '');
  const head = columns.map(({ text }, at) => `<th scope="col"${classOf(at)}>${escapeHtml(text)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === 0 ? `<th scope="row">${cellHtml(cell)}</th>` : `<td${classOf(at)}>${cellHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return scrolling(
    `aria-labelledby="${id}"`,
    `<table><caption id="${id}"><span>${escapeHtml(caption)}</span></caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  );
}

function listHtml(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

function figuresHtml({ items }: FiguresBlock): string {
  const cards = items.map(({ name, value, detail, mark }) => {
    const lines = [
      `<span>${escapeHtml(name)}</span>`,
      `<span class="value">${escapeHtml(value)}</span>`,
      ...(detail === '' ? [] : [`<span class="detail">${escapeHtml(detail)}</span>`]),
      ...(mark === null ? [] : [markHtml(mark)]),
    ];
    return `<li>${lines.join(' ')}</li>`;
  });
  return `<ul class="figures">${cards.join('')}</ul>`;
}

function pictureHtml({ title, description, light, dark }: PictureBlock): string {
  const source =
    dark === null ? '' : `<source media="screen and (prefers-color-scheme: dark)" srcset="${toImageAddress(dark)}">`;
  const image = `<img alt="${escapeHtml(description)}" src="${toImageAddress(light)}">`;
  return `<figure>${scrolling(`aria-label="${escapeHtml(title)}"`, `<picture>${source}${image}</picture>`)}</figure>`;
}

function blockHtml(block: Block, numbering: Numbering): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'list':
      return listHtml(block.items);
    case 'warnings':
      return `<div class="warnings"><h3>${escapeHtml(block.title)}</h3>${listHtml(block.items)}</div>`;
    case 'table':
      return tableHtml(block, numbering);
    case 'figures':
      return figuresHtml(block);
    case 'picture':
      return pictureHtml(block);
    case 'details':
      return `<details open><summary>${escapeHtml(block.summary)}</summary>${block.blocks.map((one) => blockHtml(one, numbering)).join('\n')}</details>`;
  }
}

function sectionHtml({ id, title, blocks }: Section, numbering: Numbering): string {
  const heading = `<h2 id="${id}">${escapeHtml(title)}</h2>`;
  const body = blocks.map((block) => blockHtml(block, numbering));
  return [`<section aria-labelledby="${id}">`, heading, ...body, '</section>'].join('\n');
}

/** Writes a document as one HTML page that runs no script, fetches nothing, and allows itself neither. */
export function toHtml({ language, title, lead, sections, footer, words }: ReviewDocument): string {
  const numbering: Numbering = { next: 1 };
  const policy = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const links = sections.map((section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`);
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#content">${escapeHtml(words.skip)}</a>`,
    `<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p></header>`,
    `<nav aria-labelledby="contents"><h2 id="contents">${escapeHtml(words.contents)}</h2><ul>${links.join('')}</ul></nav>`,
    '<main id="content" tabindex="-1">',
    ...sections.map((section) => sectionHtml(section, numbering)),
    '</main>',
    `<footer><p>${escapeHtml(footer)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
