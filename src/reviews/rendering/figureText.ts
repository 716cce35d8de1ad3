import type { Comparison } from '../../core/comparison.js';
import type { MetricDefinition } from '../../core/definition.js';
import type { Interval, OpenInterval } from '../../core/interval.js';
import { localCount, localNumber, localPercent } from '../../core/locale.js';
import { sampleNoun } from '../../core/sampleNoun.js';
import { sampleUnitOf } from '../../metrics/catalogue/metricNames.js';
import { differenceText } from '../../metrics/formatComparison.js';
import { formatInterval, formatValue } from '../../metrics/formatResult.js';
import { isKnown, resolveDigits, unitNumber, unitWord } from '../../metrics/unitNumber.js';
import type { Page } from './page.js';

/** A value in its unit; unknown in words. */
export function valueText(page: Page, value: number | null, definition: Parameters<typeof formatValue>[1]): string {
  if (!isKnown(value)) return page.words.unknown;
  const { unit, range } = definition;
  // The scale would be told in every row: the name of the metric has it.
  const plain = unit === 'score' ? { ...definition, range: null } : { ...definition, range };
  return formatValue(value, plain, { locale: page.locale.tag });
}

/** The limits of an interval; with confidence and method where it is open. */
export function intervalText(
  page: Page,
  interval: Interval | OpenInterval | null,
  definition: Parameters<typeof formatInterval>[1],
): string {
  const { locale, words } = page;
  if (interval === null) return words.unknown;
  const { lower, upper } = interval;
  if (!isKnown(lower) || !isKnown(upper)) return formatInterval(interval, definition, { locale: locale.tag });
  const digits = resolveDigits('renderQuarterlyReview', undefined, definition);
  const [low, high] = [lower, upper].map((limit) => unitNumber(locale, limit, definition, digits)) as [string, string];
  return `${words.range(low, high)}${unitWord(locale, upper, definition, digits)}`;
}

/** A difference with its sign, or a size without one. */
export function differenceOf(
  page: Page,
  difference: number | null,
  definition: MetricDefinition,
  isSigned: boolean,
): string {
  if (!isKnown(difference)) return page.words.unknown;
  const given = definition.unit === 'points' ? 1 : undefined;
  const digits = resolveDigits('renderQuarterlyReview', given, definition);
  const plain = definition.unit === 'score' ? { ...definition, range: null } : definition;
  return differenceText(page.locale, difference, plain, digits, isSigned);
}

/** A difference with its interval. */
export function comparedText(page: Page, { difference, interval, definition }: Comparison): string {
  const text = differenceOf(page, difference, definition, true);
  if (interval === null || !isKnown(difference)) return text;
  const [lower, upper] = [interval.lower, interval.upper].map((limit) => {
    const scale = definition.unit === 'share' ? 100 : 1;
    const digits = definition.unit === 'points' ? 1 : resolveDigits('renderQuarterlyReview', undefined, definition);
    const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return definition.unit === 'money'
      ? unitNumber(page.locale, limit, definition, digits, true)
      : localNumber(page.locale, limit * scale, format, true);
  }) as [string, string];
  return `${text} (${page.words.range(lower, upper)})`;
}

/** How many answers, orders … there are. */
export function sampleText(page: Page, size: number, definition: MetricDefinition): string {
  const { one, many } = sampleNoun(page.locale, sampleUnitOf(definition));
  const isOne = new Intl.PluralRules(page.locale.tag).select(size) === 'one';
  return `${localCount(page.locale, size)} ${isOne ? one : many}`;
}

/** A share in whole per cent, or with one decimal. */
export function shareText(page: Page, share: number | null): string {
  if (!isKnown(share)) return page.words.unknown;
  return localNumber(page.locale, share, { style: 'percent', maximumFractionDigits: 1 });
}

/** The confidence level. */
export function levelText({ locale }: Page, confidence: number): string {
  return localPercent(locale, confidence);
}
