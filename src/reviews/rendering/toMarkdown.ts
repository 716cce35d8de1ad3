import type { Block, Cell, Figure, Mark, ReviewDocument, TableBlock, Tone } from './block.js';
import { escapeMarkdown } from './plainText.js';

/** A sign for each tone, told apart by its shape. */
export const TONE_SIGNS: Readonly<Record<Tone, string>> = { good: '✓', fair: '△', bad: '✗', unknown: '?' };

function markText({ text, tone }: Mark): string {
  return `${TONE_SIGNS[tone]} ${escapeMarkdown(text)}`;
}

function cellText(cell: Cell): string {
  return typeof cell === 'string' ? escapeMarkdown(cell) : markText(cell);
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function tableText({ caption, columns, rows }: TableBlock): string {
  const head = rowText(columns.map(({ text }) => escapeMarkdown(text)));
  const rule = rowText(columns.map(({ isNumber }) => (isNumber ? '---:' : '---')));
  const body = rows.map((row) => rowText(row.map(cellText)));
  return [`*${escapeMarkdown(caption)}*`, '', head, rule, ...body].join('\n');
}

function listText(items: readonly string[], bullet: '-' | '*' = '-'): string {
  return items.map((item) => `${bullet} ${item}`).join('\n');
}

function figureText({ name, value, detail, mark }: Figure): string {
  const texts = [value, detail].filter((text) => text !== '').map(escapeMarkdown);
  return `**${escapeMarkdown(name)}** – ${[...texts, ...(mark === null ? [] : [markText(mark)])].join(' · ')}`;
}

/** The paragraphs of a block; of a picture there are none, since its figures stand in a table beside it. */
function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [escapeMarkdown(block.text)];
    case 'heading':
      return [`### ${escapeMarkdown(block.text)}`];
    case 'list':
      return [listText(block.items.map(escapeMarkdown))];
    case 'warnings':
      return [`**${escapeMarkdown(block.title)}**`, listText(block.items.map(escapeMarkdown))];
    case 'table':
      return [tableText(block)];
    case 'figures':
      // With a bullet of its own, so that a list below it stays a list of its own.
      return [listText(block.items.map(figureText), '*')];
    case 'picture':
      return [];
    case 'details':
      return [`**${escapeMarkdown(block.summary)}**`, ...block.blocks.flatMap(blockText)];
  }
}

/** Writes a document as Markdown, with the tables of GitHub. */
export function toMarkdown({ title, lead, sections, footer }: ReviewDocument): string {
  const parts = sections.flatMap((section) => [
    `## ${escapeMarkdown(section.title)}`,
    ...section.blocks.flatMap(blockText),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(lead), ...parts, '---', escapeMarkdown(footer)].join('\n\n')}\n`;
}
