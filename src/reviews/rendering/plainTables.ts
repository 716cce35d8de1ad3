import type { ParameterValue } from '../../core/definition.js';
import { localNumber } from '../../core/locale.js';
import type { Block, Cell } from './block.js';
import { nameOf, tableOf, type Page } from './page.js';

const DEEPEST = 6;

/** A plain value in words: unknown for what is not known, never 0. */
function valueText(page: Page, value: ParameterValue): string {
  const { words, locale } = page;
  if (value === null || value === undefined) return words.unknown;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number')
    return Number.isFinite(value) ? localNumber(locale, value, { maximumFractionDigits: 4 }) : words.unknown;
  return typeof value === 'string' ? nameOf(page, value) : page.words.unknown;
}

/** The leaves of a value of any depth, each with its path; what lies too deep is left to an ellipsis. */
function leavesOf(page: Page, path: readonly string[], value: ParameterValue): Cell[][] {
  const label = path.map((own) => nameOf(page, own)).join(' › ');
  if (typeof value !== 'object' || value === null) return [[label, valueText(page, value)]];
  if (path.length > DEEPEST) return [[label, '…']];
  if (Array.isArray(value)) {
    const items = value as readonly ParameterValue[];
    const isFlat = items.every((item) => typeof item !== 'object' || item === null);
    if (isFlat) return [[label, items.map((item) => valueText(page, item)).join(', ') || page.words.none]];
    return items.flatMap((item, at) => leavesOf(page, [...path, String(at + 1)], item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return [[label, page.words.none]];
  return entries.flatMap(([own, item]) => leavesOf(page, [...path, own], item));
}

/** Plain data of any shape as a table of its leaves; nothing where there is none. */
export function plainTables(
  page: Page,
  caption: string,
  entries: readonly (readonly [string, ParameterValue])[],
): Block[] {
  const rows = entries.flatMap(([key, value]) => leavesOf(page, [key], value));
  return rows.length === 0 ? [] : [tableOf(page, caption, ['item', 'value'], [], rows)];
}
