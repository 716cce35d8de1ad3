import type { LocalizedText } from './definition.js';
import { requireOption } from './options.js';

/** A language the library speaks. */
export type Language = keyof LocalizedText;

/** In which language, and by which region's rules for numbers, words for people are written. */
export interface LocaleOptions {
  /**
   * `'en'`, `'fr'` or a longer BCP 47 tag of one of them, such as `'en-GB'` or `'fr-CA'`.
   * @defaultValue 'en'
   */
  readonly locale?: string | undefined;
}

/** A locale that was checked. */
export interface ResolvedLocale {
  /** The tag as it was given, for `Intl`. */
  readonly tag: string;
  /** Its language. */
  readonly language: Language;
}

function languageOf(tag: unknown): string | null {
  if (typeof tag !== 'string') return null;
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}

/** Resolves the locale, English unless given; any other language than English and French is refused. */
export function resolveLocale(where: string, locale: string | undefined): ResolvedLocale {
  // Not by `??`: null is no way to ask for the default.
  const tag = locale === undefined ? 'en' : locale;
  const language = languageOf(tag);
  const spoken = language === 'en' || language === 'fr';
  requireOption(spoken, where, 'locale', 'a language tag of English or French', tag);
  return { tag, language: language as Language };
}

/** Writes a number: with a true minus sign, never a negative zero, and with a plus sign when `signed` asks for it. */
export function localNumber(
  { tag }: ResolvedLocale,
  value: number,
  format: Intl.NumberFormatOptions,
  signed: boolean = false,
): string {
  // 'exceptZero' looks at the rounded number, so that -0.04 to one decimal has no sign.
  const text = new Intl.NumberFormat(tag, { ...format, signDisplay: 'exceptZero' }).format(value);
  return (signed ? text : text.replace('+', '')).replace('-', '\u2212');
}

/** Writes a count of answers or the like; one that is not whole keeps one decimal. */
export function localCount(locale: ResolvedLocale, count: number): string {
  return localNumber(locale, count, { maximumFractionDigits: 1 });
}

/** Writes a share in per cent, with as many decimals as it needs. */
export function localPercent(locale: ResolvedLocale, share: number): string {
  return localNumber(locale, share, { style: 'percent', maximumFractionDigits: 10 });
}

/** Tells whether a number written with that many decimals asks for the singular: 1 in English, up to 1,9 in French. */
export function isSingular({ tag }: ResolvedLocale, value: number, digits: number = 0): boolean {
  const rules = new Intl.PluralRules(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return rules.select(Math.abs(value)) === 'one';
}

/** Writes a count into the form it asks for, in place of `#`: `'# answer'` or `'# answers'`. */
export function countPhrase(locale: ResolvedLocale, count: number, one: string, many: string): string {
  return (isSingular(locale, count) ? one : many).replace('#', localCount(locale, count));
}
