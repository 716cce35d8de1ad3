import { requireDefinition } from '../core/requireDefinition.js';
import { requireOptions } from '../core/options.js';
import type { Comparison, Verdict } from '../core/comparison.js';
import type { MetricDefinition, Unit } from '../core/definition.js';
import {
  isSingular,
  localCount,
  localNumber,
  resolveLocale,
  type Language,
  type ResolvedLocale,
} from '../core/locale.js';
import { formatWarning } from '../core/formatWarning.js';
import { intervalText } from './formatResult.js';
import { isKnown, resolveDigits, resolveName, unitNumber, unitWord, type NamedFormatOptions } from './unitNumber.js';

/** Writes a difference without its unit; that of two shares in percentage points. */
function differenceNumber(
  locale: ResolvedLocale,
  difference: number,
  definition: MetricDefinition,
  digits: number,
  signed: boolean,
): string {
  if (definition.unit !== 'share') return unitNumber(locale, difference, definition, digits, signed);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return localNumber(locale, 100 * difference, format, signed);
}

/** Why there is no difference: what a warning says of it, within a line; else a side has no data. */
function reasonText({ warnings, definition }: Comparison, { language }: ResolvedLocale): string {
  const refused = warnings.find((warning) => warning.code === 'not-comparable' && warning.reason !== 'no-data');
  if (refused === undefined)
    return language === 'fr' ? 'pas de comparaison, un côté est sans données' : 'no comparison, a side has no data';
  const { sampleUnit } = definition;
  const sentence = formatWarning(refused, { locale: language, sampleUnit });
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** Units of which a difference is told in points of some kind. */
const POINTS: readonly Unit[] = ['points', 'share', 'index'];

/** Writes a difference with its unit. */
export function differenceText(
  locale: ResolvedLocale,
  difference: number,
  definition: MetricDefinition,
  digits: number,
  signed: boolean,
): string {
  const french = locale.language === 'fr';
  const { unit, range } = definition;
  const number = differenceNumber(locale, difference, definition, digits, signed);
  if (unit === 'score') {
    if (range === null) return number;
    const minimum = localCount(locale, range.minimum);
    const maximum = localCount(locale, range.maximum);
    return french
      ? `${number} sur l’échelle de ${minimum} à ${maximum}`
      : `${number} on the scale of ${minimum} to ${maximum}`;
  }
  if (!POINTS.includes(unit)) return number + unitWord(locale, difference, definition, digits);
  const point = isSingular(locale, unit === 'share' ? 100 * difference : difference, digits) ? 'point' : 'points';
  if (unit === 'share') return french ? `${number} ${point} de pourcentage` : `${number} percentage ${point}`;
  if (unit === 'index') return french ? `${number} ${point} d’indice` : `${number} index ${point}`;
  return `${number} ${point}`;
}

/** Writes a p-value to three significant digits, down to 0.001. */
function pValueText(locale: ResolvedLocale, pValue: number): string {
  const small = pValue < 0.001;
  return `p ${small ? '<' : '='} ${localNumber(locale, small ? 0.001 : pValue, { maximumSignificantDigits: 3 })}`;
}

// Of an unknown difference nothing more is said; 'unknown' beside a number means that its error is not known.
const VERDICTS: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  en: {
    higher: 'the first is higher, difference',
    lower: 'the first is lower, difference',
    'no-evidence': 'no evidence of a difference, observed difference',
    unknown: 'no verdict, observed difference',
  },
  fr: {
    higher: 'le premier est supérieur, écart de',
    lower: 'le premier est inférieur, écart de',
    'no-evidence': 'aucune preuve d’un écart, écart observé de',
    unknown: 'pas de verdict, écart observé de',
  },
};

/** Writes the smallest difference that could have been shown. */
function detectableText(locale: ResolvedLocale, comparison: Comparison, digits: number): string {
  const french = locale.language === 'fr';
  const { minimumDetectableDifference: smallest, definition } = comparison;
  const known = isKnown(smallest) ? differenceText(locale, smallest, definition, digits, false) : null;
  if (known === null) return french ? 'plus petit écart détectable inconnu' : 'smallest detectable difference unknown';
  const power = localNumber(locale, 0.8, { style: 'percent' });
  return french
    ? `plus petit écart détectable avec une puissance de ${power}\u202f: ${known}`
    : `smallest difference detectable with ${power} power: ${known}`;
}

/**
 * Writes a comparison as one line, in British English or French: verdict, difference, interval, p-value and sample sizes.
 *
 * Use it wherever a comparison is read by people. "No evidence" is not "equal": beside it stands the smallest true difference that
 * samples of this size would show with 80 % power. Higher and lower speak of the number, not of good and bad.
 *
 * @param comparison - Any comparison of two results of one definition.
 * @param options - The `locale` (`'en'` unless given), the number of `digits`, and a `name` in place of the metric's own.
 * @returns One line without a full stop.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps, formatComparison, type Comparison } from 'cx-scoring';
 *
 * const comparison: Comparison = {
 *   definition: computeNps([]).definition,
 *   difference: 12,
 *   standardError: 4.5,
 *   degreesOfFreedom: null,
 *   interval: { lower: 3.18, upper: 20.82, confidence: 0.95, method: 'wald' },
 *   pValue: 0.0077,
 *   minimumDetectableDifference: 12.6,
 *   verdict: 'higher',
 *   sampleSizes: [400, 380],
 *   warnings: [],
 * };
 * const text = formatComparison(comparison, { name: 'North against South' });
 * text; // => 'North against South: the first is higher, difference +12.0 points (95% interval +3.2 to +20.8, Wald; p = 0.0077; sample sizes 400 and 380)'
 * ```
 */
export function formatComparison(comparison: Comparison, options: NamedFormatOptions = {}): string {
  requireOptions('formatComparison', options);
  requireDefinition('formatComparison: comparison', 'a comparison', comparison);
  const { definition, difference, interval, pValue, verdict, sampleSizes } = comparison;
  const locale = resolveLocale('formatComparison', options.locale);
  // A difference of points is told to a decimal, although the points themselves are not.
  const given = options.digits === undefined && definition.unit === 'points' ? 1 : options.digits;
  const digits = resolveDigits('formatComparison', given, definition);
  const french = locale.language === 'fr';
  const thin = french ? '\u202f' : '';
  const name = resolveName(definition, locale, options.name) + thin;
  const [first, second] = sampleSizes.map((size) => localCount(locale, size));
  const sizes = french ? `effectifs ${first} et ${second}` : `sample sizes ${first} and ${second}`;
  if (!isKnown(difference)) return `${name}: ${reasonText(comparison, locale)} (${sizes})`;
  const found = `${VERDICTS[locale.language][verdict]} ${differenceText(locale, difference, definition, digits, true)}`;
  const limits = intervalText(
    locale,
    interval,
    (limit, isLast) =>
      differenceNumber(locale, limit, definition, digits, true) +
      (isLast ? unitWord(locale, limit, definition, digits) : ''),
  );
  const details = [limits];
  if (isKnown(pValue)) details.push(pValueText(locale, pValue));
  details.push(sizes);
  if (verdict === 'no-evidence') details.push(detectableText(locale, comparison, digits));
  return `${name}: ${found} (${details.join(`${thin}; `)})`;
}
