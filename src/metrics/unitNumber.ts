import type { MetricDefinition, Unit } from '../core/definition.js';
import { isSingular, localNumber, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import { isWhole, requireOption } from '../core/options.js';
import { nounForms } from '../core/sampleNoun.js';
import { metricNames } from './catalogue/metricNames.js';

/** How a number is written for people. */
export interface FormatOptions extends LocaleOptions {
  /**
   * Decimals, a whole number up to 20; for a share, those of the percentage.
   * @defaultValue 0 for counts, seconds and values in points; 1 for shares, indices, minutes, hours, days and differences in points; 2
   * for scores and ratios; for money those of its currency
   */
  readonly digits?: number | undefined;
}

/** How a result or a comparison is written for people. */
export interface NamedFormatOptions extends FormatOptions {
  /**
   * Name of the number, such as that of a segment.
   * @defaultValue the name in the catalogue, else that in the definition, else the id
   */
  readonly name?: string | undefined;
}

/** What has to be known of a metric to write a number of it. */
export type UnitDefinition = Pick<MetricDefinition, 'unit'> & Partial<Pick<MetricDefinition, 'parameters'>>;

/** Decimals of a value unless given, where there are any; money of a known currency has its own. */
const VALUE_DIGITS: { readonly [unit in Unit]?: number } = {
  share: 1,
  score: 2,
  index: 1,
  ratio: 2,
  minutes: 1,
  hours: 1,
  days: 1,
};

/** The nouns of the units that follow their number, in French; English ones are the units themselves. */
const UNIT_NOUNS: { readonly [unit in Unit]?: string } = {
  seconds: 'seconde+',
  minutes: 'minute+',
  hours: 'heure+',
  days: 'jour+',
  money: 'unité+ mineure+',
};

/** The currency of an amount and how many decimals its minor units are; `null` for all else, and where the definition names none. */
function currencyOf({ unit, parameters }: UnitDefinition): { currency: string; exponent: number } | null {
  const currency = parameters?.['currency'];
  if (unit !== 'money' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return { currency, exponent: format.resolvedOptions().maximumFractionDigits ?? 0 };
}

/** Resolves the decimals of a value. */
export function resolveDigits(where: string, digits: number | undefined, definition: UnitDefinition): number {
  const resolved =
    digits === undefined ? (currencyOf(definition)?.exponent ?? VALUE_DIGITS[definition.unit] ?? 0) : digits;
  requireOption(isWhole(resolved) && resolved <= 20, where, 'digits', 'a whole number from 0 to 20', resolved);
  return resolved;
}

/** Resolves the name of a number. */
export function resolveName(
  { id, names }: MetricDefinition,
  { language }: ResolvedLocale,
  name: string | undefined,
): string {
  return name ?? (metricNames(id) ?? names)?.[language] ?? id;
}

/** Tells a number from what stands for none. */
export function isKnown(value: number | null): value is number {
  return Number.isFinite(value);
}

/**
 * Writes a value in its unit, without words: points with their sign, a share in per cent, money in its currency. `signed` gives a plus
 * sign to others than points.
 */
export function unitNumber(
  locale: ResolvedLocale,
  value: number,
  definition: UnitDefinition,
  digits: number,
  signed: boolean = definition.unit === 'points',
): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const money = currencyOf(definition);
  if (money) {
    const { currency, exponent } = money;
    return localNumber(locale, value / 10 ** exponent, { ...format, style: 'currency', currency }, signed);
  }
  return localNumber(locale, value, definition.unit === 'share' ? { ...format, style: 'percent' } : format, signed);
}

/** The word that follows a number of this unit, with the space before it; nothing where the number says all. */
export function unitWord(locale: ResolvedLocale, value: number, definition: UnitDefinition, digits: number): string {
  const { unit } = definition;
  const french = UNIT_NOUNS[unit];
  if (french === undefined || currencyOf(definition)) return '';
  const { one, many } = nounForms(locale, unit === 'money' ? 'minor units' : unit, french);
  return ` ${isSingular(locale, value, digits) ? one : many}`;
}
