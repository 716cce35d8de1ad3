import { requireDefinition } from '../core/requireDefinition.js';
import { requireObject, requireOptions } from '../core/options.js';
import type { MetricDefinition } from '../core/definition.js';
import type { Interval, OpenInterval } from '../core/interval.js';
import { countPhrase, localCount, localNumber, resolveLocale, type ResolvedLocale } from '../core/locale.js';
import { sampleNoun } from '../core/sampleNoun.js';
import type { SampleUnit } from '../core/sampleUnit.js';
import type { MetricResult } from '../core/result.js';
import { sampleUnitOf } from './catalogue/metricNames.js';
import { intervalMethodName } from './intervalMethodNames.js';
import {
  isKnown,
  resolveDigits,
  resolveName,
  unitNumber,
  unitWord,
  type FormatOptions,
  type NamedFormatOptions,
  type UnitDefinition,
} from './unitNumber.js';

/** What has to be known of a metric to write its value; of money also the `currency` among the parameters. */
export type FormatDefinition = Pick<MetricDefinition, 'unit' | 'range'> & Partial<Pick<MetricDefinition, 'parameters'>>;

/** Writes a value with the words its unit needs. */
function valueText(locale: ResolvedLocale, value: number | null, definition: FormatDefinition, digits: number): string {
  const french = locale.language === 'fr';
  if (!isKnown(value)) return french ? 'aucune donnée' : 'no data';
  const { unit, range } = definition;
  const number = unitNumber(locale, value, definition, digits);
  if (unit === 'index') return `${number} ${french ? 'sur' : 'out of'} ${localCount(locale, range?.maximum ?? 100)}`;
  if (unit !== 'score' || range === null) return number + unitWord(locale, value, definition, digits);
  const minimum = localCount(locale, range.minimum);
  const maximum = localCount(locale, range.maximum);
  return french
    ? `${number} sur une échelle de ${minimum} à ${maximum}`
    : `${number} on a scale of ${minimum} to ${maximum}`;
}

/** Writes the limits of an interval; an open side is told as "at least" or "at most". */
function limitsText(french: boolean, lower: string | null, upper: string | null): string {
  if (lower !== null && upper !== null) return french ? `de ${lower} à ${upper}` : `${lower} to ${upper}`;
  if (lower !== null) return french ? `d’au moins ${lower}` : `at least ${lower}`;
  if (upper !== null) return french ? `d’au plus ${upper}` : `at most ${upper}`;
  return french ? 'sans limites' : 'without limits';
}

/** Writes a limit of a value; the last one of an interval has the word of its unit. */
function limitWriter(
  locale: ResolvedLocale,
  definition: UnitDefinition,
  digits: number,
): (limit: number, isLast: boolean) => string {
  return (limit, isLast) =>
    unitNumber(locale, limit, definition, digits) + (isLast ? unitWord(locale, limit, definition, digits) : '');
}

/** Writes an interval whose limits are written by `write`, which is told of the last one. */
export function intervalText(
  locale: ResolvedLocale,
  interval: Interval | OpenInterval | null,
  write: (limit: number, isLast: boolean) => string,
): string {
  const french = locale.language === 'fr';
  if (interval === null) return french ? 'pas d’intervalle' : 'no interval';
  const { lower, upper, confidence, method } = interval;
  // Two decimals, unless they would round to certainty.
  const maximumFractionDigits = confidence < 0.9999 ? 2 : 12;
  const level = localNumber(locale, confidence, { style: 'percent', maximumFractionDigits });
  const limits = limitsText(
    french,
    isKnown(lower) ? write(lower, !isKnown(upper)) : null,
    isKnown(upper) ? write(upper, true) : null,
  );
  const name = intervalMethodName(method, locale.language);
  return french ? `intervalle à ${level} ${limits}, ${name}` : `${level} interval ${limits}, ${name}`;
}

/** Writes a count with its noun. */
function countText(locale: ResolvedLocale, count: number, unit: SampleUnit): string {
  const { one, many } = sampleNoun(locale, unit);
  return countPhrase(locale, count, `# ${one}`, `# ${many}`);
}

/** Writes how many answers, orders … there are, from how many accounts, and what they are worth where that differs. */
function sampleText(
  locale: ResolvedLocale,
  { definition, sampleSize, effectiveSampleSize, accounts }: MetricResult,
): string {
  const french = locale.language === 'fr';
  const unit = sampleUnitOf(definition);
  // Accounts that stand for themselves come from no others.
  const from =
    accounts === null || (unit === 'accounts' && accounts === sampleSize)
      ? ''
      : `${french ? ' de' : ' from'} ${countText(locale, accounts, 'accounts')}`;
  const sample = countText(locale, sampleSize, unit) + from;
  const worth = localCount(locale, effectiveSampleSize);
  // Compared as written, so that rounding of the weights does not make a difference of nothing.
  if (worth === localCount(locale, sampleSize)) return sample;
  return `${sample}, ${french ? 'taille effective' : 'effective sample size'} ${worth}`;
}

/**
 * Writes a bare value in its unit, in British English or French: points with their sign, a share in per cent, a score with its
 * scale, an index out of 100, a duration with its unit, money in its currency.
 *
 * Use it for a cell or a label where {@link formatResult} would be too long; keep the interval close by.
 *
 * @param value - The value, in the unit of the definition; `null` when unknown.
 * @param definition - What the number means.
 * @param options - The `locale` (`'en'` unless given) and the number of `digits`.
 * @returns The text, and the words for "no data" when the value is `null` or not a finite number.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { formatValue } from 'cx-scoring';
 *
 * formatValue(25, { unit: 'points', range: null }); // => '+25'
 * formatValue(0.625, { unit: 'share', range: null }); // => '62.5%'
 * formatValue(5.5, { unit: 'score', range: { minimum: 1, maximum: 7 } }); // => '5.50 on a scale of 1 to 7'
 * formatValue(4.5, { unit: 'hours', range: null }); // => '4.5 hours'
 * formatValue(12345, { unit: 'money', range: null, parameters: { currency: 'EUR' } }); // => '€123.45'
 * formatValue(null, { unit: 'index', range: null }, { locale: 'fr' }); // => 'aucune donnée'
 * ```
 */
export function formatValue(value: number | null, definition: FormatDefinition, options: FormatOptions = {}): string {
  requireOptions('formatValue', options);
  const locale = resolveLocale('formatValue', options.locale);
  requireObject('formatValue: definition', 'a definition, with its unit', definition);
  return valueText(locale, value, definition, resolveDigits('formatValue', options.digits, definition));
}

/**
 * Writes an interval with its confidence and its method, in British English or French.
 *
 * Use it beside {@link formatValue}, or in a tooltip. An open side, left by censoring, is written as "at least" or "at most".
 *
 * @param interval - The interval, in the unit of the definition; `null` when there is none.
 * @param definition - What the number means.
 * @param options - The `locale` (`'en'` unless given) and the number of `digits`.
 * @returns The text, and the words for "no interval" when there is none.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps, formatInterval } from 'cx-scoring';
 *
 * const { interval, definition } = computeNps([10, 9, 8, 6]);
 * formatInterval(interval, definition); // => '95% interval −44 to +73, adjusted Wald'
 * formatInterval(null, definition); // => 'no interval'
 * ```
 */
export function formatInterval(
  interval: Interval | OpenInterval | null,
  definition: Pick<FormatDefinition, 'unit' | 'parameters'>,
  options: FormatOptions = {},
): string {
  requireOptions('formatInterval', options);
  const locale = resolveLocale('formatInterval', options.locale);
  requireObject('formatInterval: definition', 'a definition, with its unit', definition);
  const digits = resolveDigits('formatInterval', options.digits, definition);
  return intervalText(locale, interval, limitWriter(locale, definition, digits));
}

/**
 * Writes a result as one line, in British English or French: name, value, interval with its method, and sample.
 *
 * Use it in reports, alerts and logs. Problems of the data are told by {@link formatWarning}, one sentence each. A metric of which
 * low values are good says so, and a duration whose quantile too many open cases hide is "not reached".
 *
 * @param result - Any metric result.
 * @param options - The `locale` (`'en'` unless given), the number of `digits`, and a `name` in place of the metric's own.
 * @returns One line without a full stop.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps, formatResult } from 'cx-scoring';
 *
 * const nps = computeNps([10, 9, 8, 6]);
 * formatResult(nps); // => 'Net Promoter Score: +25 (95% interval −44 to +73, adjusted Wald; 4 answers)'
 * formatResult(computeNps([]), { name: 'North' }); // => 'North: no data (0 answers)'
 * ```
 */
export function formatResult(result: MetricResult, options: NamedFormatOptions = {}): string {
  requireOptions('formatResult', options);
  requireDefinition('formatResult: result', 'a result', result);
  const { value, definition, interval } = result;
  const { statistic, direction } = definition;
  const locale = resolveLocale('formatResult', options.locale);
  const digits = resolveDigits('formatResult', options.digits, definition);
  const french = locale.language === 'fr';
  const name = resolveName(definition, locale, options.name) + (french ? '\u202f' : '');
  const text = valueText(locale, value, definition, digits);
  const sample = sampleText(locale, result);
  // Open cases may hide a quantile and yet tell a limit of it.
  const isHidden = !isKnown(value) && statistic === 'quantile' && result.sampleSize > 0;
  if (!isKnown(value) && !isHidden) return `${name}: ${text} (${sample})`;
  const limits = intervalText(locale, interval, limitWriter(locale, definition, digits));
  const low = direction !== 'lower-is-better' ? '' : french ? ', une valeur basse est bonne' : ', low is good';
  const found = isHidden ? (french ? 'valeur non atteinte' : 'not reached') : text;
  return `${name}: ${found}${low} (${limits}${french ? '\u202f' : ''}; ${sample})`;
}
