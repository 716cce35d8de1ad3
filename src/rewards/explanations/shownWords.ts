import type { ParameterValue } from '../../core/definition.js';
import { countPhrase } from '../../core/locale.js';
import { isCivilDate } from '../../core/period.js';
import type { Speech } from './speech.js';

const STATUSES: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  green: { en: 'green', fr: 'vert' },
  amber: { en: 'amber', fr: 'orange' },
  red: { en: 'red', fr: 'rouge' },
};

/** Writes a plain value: numbers as numbers, text between quotation marks, dates without. */
export function valueWords(speech: Speech, value: unknown): string {
  const { say, quote, number } = speech;
  if (value === null || value === undefined) return say({ en: 'nothing', fr: 'rien' });
  if (typeof value === 'boolean') return say(value ? { en: 'true', fr: 'vrai' } : { en: 'false', fr: 'faux' });
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return say({ en: 'something else', fr: 'autre chose' });
  const long = /^text of (\d+) characters$/.exec(value);
  if (long) return say({ en: `a text of ${long[1]} characters`, fr: `un texte de ${long[1]} caractères` });
  return isCivilDate(value) ? value : quote(value);
}

/** Writes values one of which is meant, or none. */
export function choiceWords(speech: Speech, values: readonly unknown[], last: string): string {
  const words = values.map((value) => valueWords(speech, value));
  const before = words.slice(0, -1).join(', ');
  return `${before}${before === '' ? '' : ` ${last} `}${words.at(-1) ?? ''}`;
}

/** Writes a figure that a trace tells, also where it is a range. */
export function figureWords(speech: Speech, figure: ParameterValue | undefined): string {
  const range = typeof figure === 'string' ? /^(-?\d+) to (-?\d+)$/.exec(figure) : null;
  if (range === null) return valueWords(speech, figure);
  const [low, high] = [speech.number(Number(range[1])), speech.number(Number(range[2]))];
  return speech.say({ en: `between ${low} and ${high}`, fr: `entre ${low} et ${high}` });
}

/** Writes what was found in the place of a value or list: traces tell by words what is no plain value. */
export function substituteWords(speech: Speech, found: ParameterValue | undefined): string {
  const { locale, say } = speech;
  if (found === 'object') return say({ en: 'an object', fr: 'un objet' });
  if (found === 'NaN') return say({ en: 'not a number', fr: 'pas un nombre' });
  if (found === 'Infinity' || found === '-Infinity') return say({ en: 'an infinite number', fr: 'un nombre infini' });
  const list = typeof found === 'string' ? /^list of (\d+)$/.exec(found) : null;
  if (list === null) return valueWords(speech, found);
  const count = Number(list[1]);
  return say({
    en: countPhrase(locale, count, 'a list of # element', 'a list of # elements'),
    fr: countPhrase(locale, count, 'une liste de # élément', 'une liste de # éléments'),
  });
}

/** Writes the status of a metric. */
export function statusWords(speech: Speech, status: ParameterValue | undefined): string {
  const known = typeof status === 'string' && Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  return known === undefined ? valueWords(speech, status) : speech.say(known);
}
