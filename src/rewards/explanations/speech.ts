import type { LocalizedText } from '../../core/definition.js';
import { countPhrase, localNumber, resolveLocale, type ResolvedLocale } from '../../core/locale.js';
import type { FactPath } from '../conditions/factPath.js';
import type { Grant } from '../rules/grant.js';
import { requireWords, type DescribeOptions } from './explainOptions.js';

/** Kind of a grant; `null` where only its unit is known. */
export type GrantKind = Grant['kind'] | null;

/** The words of a caller, ready to be spoken in one language. */
export interface Speech {
  /** The locale. */
  readonly locale: ResolvedLocale;
  /** Takes what is said in the language. */
  readonly say: (text: LocalizedText) => string;
  /** Name of a fact. */
  readonly fact: (path: FactPath) => string;
  /** Name of an id, the id itself without one. */
  readonly name: (id: string) => string;
  /** Text between quotation marks. */
  readonly quote: (text: string) => string;
  /** Writes a number as it is, to its last digit. */
  readonly number: (value: number) => string;
  /** Writes an amount of a grant in its unit. */
  readonly quantity: (kind: GrantKind, unit: string, amount: number) => string;
}

/** Writes a number to its last digit; years and short codes are not grouped. */
function exactNumber(locale: ResolvedLocale, value: number): string {
  return localNumber(locale, value, { maximumSignificantDigits: 17, useGrouping: Math.abs(value) >= 10_000 });
}

/** Tells a currency by its code; where the kind of the grant is not known, by the list of ISO 4217. */
function isCurrency(kind: GrantKind, unit: string): boolean {
  if (kind === 'points' || kind === 'badge' || !/^[A-Z]{3}$/.test(unit)) return false;
  return kind !== null || Intl.supportedValuesOf('currency').includes(unit);
}

function moneyText(locale: ResolvedLocale, currency: string, minorUnits: number): string {
  const format = { style: 'currency', currency } as const;
  const digits = new Intl.NumberFormat('en', format).resolvedOptions().maximumFractionDigits ?? 0;
  return localNumber(locale, minorUnits / 10 ** digits, format);
}

/** Finds the own property of a record. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Resolves the language and the words of a caller. */
export function resolveSpeech(where: string, options: DescribeOptions): Speech {
  const locale = resolveLocale(where, options.locale);
  requireWords(where, options);
  const { labels = [], names = {}, units = {} } = options;
  const say = (text: LocalizedText): string => text[locale.language];
  const byPath = new Map(labels.map((label) => [JSON.stringify(label.fact), say(label.names)]));
  const isFrench = locale.language === 'fr';
  const number = (value: number): string => exactNumber(locale, value);
  // A no-break space between number and unit is French use.
  const gap = isFrench ? '\u00a0' : ' ';
  return {
    locale,
    say,
    number,
    fact: (path) => {
      for (let length = path.length; length > 0; length--) {
        const label = byPath.get(JSON.stringify(path.slice(0, length)));
        if (label !== undefined) return [label, ...path.slice(length)].join(' › ');
      }
      return path.join(' › ');
    },
    name: (id) => {
      const text = own(names, id);
      return text === undefined ? id : say(text);
    },
    quote: (text) => (isFrench ? `«\u202f${text}\u202f»` : `‘${text}’`),
    quantity: (kind, unit, amount) => {
      const unitNames = own(units, unit);
      if (unitNames !== undefined)
        return countPhrase(locale, amount, `#${gap}${say(unitNames.one)}`, `#${gap}${say(unitNames.many)}`);
      if (isCurrency(kind, unit)) return moneyText(locale, unit, amount);
      return `${localNumber(locale, amount, {})}${gap}${kind === 'badge' ? 'badge' : unit}`;
    },
  };
}
