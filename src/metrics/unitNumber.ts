import type { MetricDefinition, Unit } from '../core/definition.js';
import { localNumber, type LocaleOptions, type ResolvedLocale } from '../core/locale.js';
import { isWhole, requireOption } from '../core/options.js';
import type { MetricId } from './catalogue/metricEntry.js';
import { METRIC_NAMES } from './catalogue/metricNames.js';

/** How a number is written for people. */
export interface FormatOptions extends LocaleOptions {
  /**
   * Decimals, a whole number up to 20; for a share, those of the percentage.
   * @defaultValue Of a value: 0 for points, 1 for shares and indices, 2 for scores. Of a difference: 1, and 2 for scores
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

/** Decimals of a value unless given. */
export const VALUE_DIGITS: Readonly<Record<Unit, number>> = {
  points: 0,
  share: 1,
  score: 2,
  index: 1,
  ratio: 2,
  count: 0,
  money: 2,
  seconds: 0,
  minutes: 1,
  hours: 1,
  days: 1,
};

/** Resolves the decimals. */
export function resolveDigits(where: string, digits: number | undefined, byDefault: number): number {
  const resolved = digits === undefined ? byDefault : digits;
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

/** Writes a value in its unit, without words: points with their sign, a share in per cent. */
export function unitNumber(locale: ResolvedLocale, value: number, unit: Unit, digits: number): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return localNumber(locale, value, unit === 'share' ? { ...format, style: 'percent' } : format, unit === 'points');
}
