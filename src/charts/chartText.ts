import type { LocalizedText } from '../core/definition.js';
import type { ResolvedLocale } from '../core/locale.js';
import type { SegmentKey, SegmentValue } from '../core/segment.js';

const MOST_NAMED = 12;

/** Text of a user as one line: control characters, which have no place in SVG, become spaces. */
export function cleanText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]+/gu, ' ').trim();
}

/** Cuts a text to so many characters, the last of which then is an ellipsis. */
export function shortText(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The name of something in one language, its id where it has none. */
export function nameOf(id: string, names: LocalizedText | null | undefined, { language }: ResolvedLocale): string {
  const name = names?.[language];
  return cleanText(typeof name === 'string' && name !== '' ? name : id);
}

/** A list in words; of a long one the beginning, and how many more there are. */
export function listText(names: readonly string[], { language }: ResolvedLocale, between: string = ', '): string {
  const french = language === 'fr';
  if (names.length === 0) return french ? 'aucun' : 'none';
  const shown = names.slice(0, MOST_NAMED);
  const rest = names.length - shown.length;
  return shown.join(between) + (rest === 0 ? '' : french ? ` et ${rest} de plus` : ` and ${rest} more`);
}

function valueText(dimension: string, value: SegmentValue, french: boolean): string {
  if (value === null) return `${dimension}${french ? '\u202f: inconnu' : ': unknown'}`;
  if (typeof value !== 'boolean') return String(value);
  const answer = french ? (value ? 'oui' : 'non') : value ? 'yes' : 'no';
  return `${dimension}${french ? '\u202f: ' : ': '}${answer}`;
}

/** A segment in words: its values, in the order of its dimensions, cut to so many characters. */
export function segmentText(key: object, { language }: ResolvedLocale, most: number = 60): string {
  const french = language === 'fr';
  const values = Object.entries(key as SegmentKey).map(([dimension, value]) => valueText(dimension, value, french));
  return values.length === 0 ? (french ? 'Ensemble' : 'All') : shortText(cleanText(values.join(' · ')), most);
}

/** The labels, each once: those that occur again are numbered, since a label is a place on the axis. */
export function distinctLabels(labels: readonly string[]): string[] {
  const taken = new Set<string>(labels);
  const used = new Set<string>();
  return labels.map((label) => {
    let own = label;
    for (let number = 2; used.has(own) || (own !== label && taken.has(own)); number++) own = `${label} (${number})`;
    used.add(own);
    return own;
  });
}
