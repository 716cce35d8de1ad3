import type { MetricDefinition, Unit } from '../core/definition.js';
import { isSingular, localNumber, type Language, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import { isWhole, requireOption } from '../core/options.js';
import type { MetricId } from './catalogue/metricEntry.js';
import { METRIC_NAMES } from './catalogue/metricNames.js';

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

/** Decimals of a value unless given; money of a known currency has its own. */
const VALUE_DIGITS: Readonly<Record<Unit, number>> = {
  points: 0,
  share: 1,
  score: 2,
  index: 1,
  ratio: 2,
  count: 0,
  money: 0,
  seconds: 0,
  minutes: 1,
  hours: 1,
  days: 1,
};

/** The words of the units that follow their number. */
const UNIT_WORDS: { readonly [unit in Unit]?: Readonly<Record<Language, readonly [one: string, many: string]>> } = {
  seconds: { en: ['second', 'seconds'], fr: ['seconde', 'secondes'] },
  minutes: { en: ['minute', 'minutes'], fr: ['minute', 'minutes'] },
  hours: { en: ['hour', 'hours'], fr: ['heure', 'heures'] },
  days: { en: ['day', 'days'], fr: ['jour', 'jours'] },
  money: { en: ['minor unit', 'minor units'], fr: ['unité mineure', 'unités mineures'] },
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
  const resolved = digits === undefined ? (currencyOf(definition)?.exponent ?? VALUE_DIGITS[definition.unit]) : digits;
  requireOption(isWhole(resolved) && resolved <= 20, where, 'digits', 'a whole number from 0 to 20', resolved);
  return resolved;
}

/** Resolves the name of a number. */
export function resolveName(
  { id, names }: MetricDefinition,
  { language }: ResolvedLocale,
  name: string | undefined,
): string {
  const known = Object.hasOwn(METRIC_NAMES, id) ? METRIC_NAMES[id as MetricId] : names;
  return name ?? known?.[language] ?? id;
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
  const words = currencyOf(definition) ? undefined : UNIT_WORDS[definition.unit]?.[locale.language];
  return words ? ` ${words[isSingular(locale, value, digits) ? 0 : 1]}` : '';
}
