import { resolveLocale, type LocaleOptions } from './locale.js';
import { requireObject, requireOption, requireOptions } from './options.js';
import { isSampleUnit } from './sampleNoun.js';
import type { SampleUnit } from './sampleUnit.js';
import type { Warning } from './warning.js';
import { warningInEnglish } from './warningInEnglish.js';
import { warningInFrench } from './warningInFrench.js';

/** How a warning is written for people. */
export interface WarningOptions extends LocaleOptions {
  /**
   * What the sample counts, such as `'orders'`; {@link formatWarnings} knows it of every result.
   * @defaultValue 'answers'
   */
  readonly sampleUnit?: SampleUnit | undefined;
}

/** What people are told of: without a better word, those who give answers are respondents, and what is open are cases. */
function unitOf(warning: Warning, sampleUnit: SampleUnit): SampleUnit {
  if ('unit' in warning && warning.unit === 'accounts') return 'accounts';
  if (sampleUnit !== 'answers') return sampleUnit;
  if (warning.code === 'incomplete-items') return 'respondents';
  return warning.code === 'quantile-not-reached' ? 'cases' : sampleUnit;
}

/**
 * Writes a warning as one full sentence, in British English or French.
 *
 * Use it wherever people read results: a code is for programs, the sentence says what to make of it. The sentence of the sample
 * policy says what to read instead of the score.
 *
 * @param warning - A warning of a result or of a comparison.
 * @param options - The `locale`: `'en'` (the default), `'fr'`, or a longer tag such as `'en-GB'` or `'fr-CA'`; and the `sampleUnit`, what
 * the sample counts where it is not answers.
 * @returns The sentence; for a code of a later version of this library, a general sentence that names the code.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when the locale is of another language, or the noun unknown;
 * `CX_INVALID_INPUT` when there is no warning.
 * @remarks What to use instead of a small sample's NPS: Qualtrics, « Mesurer l’expérience de ses clients professionnels ».
 * @example
 * ```ts
 * import { formatWarning } from 'cx-scoring';
 *
 * formatWarning({ code: 'off-scale-excluded', count: 3 }); // => '3 answers off the scale were left out.'
 * formatWarning({ code: 'off-scale-excluded', count: 1 }, { locale: 'fr' }); // => '1 réponse hors de l’échelle a été écartée.'
 * formatWarning({ code: 'no-data' }, { sampleUnit: 'orders' }); // => 'There is no usable order, so no value is given.'
 * ```
 */
export function formatWarning(warning: Warning, options: WarningOptions = {}): string {
  requireOptions('formatWarning', options);
  requireObject('formatWarning: warning', 'a warning', warning);
  const locale = resolveLocale('formatWarning', options.locale);
  const { sampleUnit = 'answers' } = options;
  const isKnown = isSampleUnit(sampleUnit);
  requireOption(isKnown, 'formatWarning', 'sampleUnit', 'a noun of SampleUnit, such as "orders"', sampleUnit);
  const unit = unitOf(warning, sampleUnit);
  return locale.language === 'fr' ? warningInFrench(locale, warning, unit) : warningInEnglish(locale, warning, unit);
}
