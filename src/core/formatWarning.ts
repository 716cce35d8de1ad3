import {
  countPhrase,
  localCount,
  localNumber,
  resolveLocale,
  type LocaleOptions,
  type ResolvedLocale,
} from './locale.js';
import type { BelowSamplePolicyWarning, QuantileNotReachedWarning, Warning } from './warning.js';

// In French a narrow no-break space (U+202F) stands before : ; ? ! and inside « ».

function unknownInEnglish({ code }: { readonly code: string }): string {
  return `The data has a problem of the kind ‘${code}’, for which this version has no words.`;
}

function unknownInFrench({ code }: { readonly code: string }): string {
  return `Les données présentent un problème de type «\u202f${code}\u202f», que cette version ne sait pas décrire.`;
}

function policyInEnglish(locale: ResolvedLocale, warning: BelowSamplePolicyWarning): string {
  const { policy, unit, observed, required, population } = warning;
  const answered =
    unit === 'accounts'
      ? countPhrase(locale, observed, '# account has answered', '# accounts have answered')
      : countPhrase(locale, observed, '# contact has answered', '# contacts have answered');
  const needed = localCount(locale, required) + (population === null ? '' : ` of ${localCount(locale, population)}`);
  return (
    `The score should not be read as an overall indicator: ${answered}, where the sample policy ‘${policy}’ asks for ` +
    `at least ${needed}; use single answers, CSAT linked to operational data and customers’ comments instead.`
  );
}

function policyInFrench(locale: ResolvedLocale, warning: BelowSamplePolicyWarning): string {
  const { policy, unit, observed, required, population } = warning;
  const answered =
    unit === 'accounts'
      ? countPhrase(locale, observed, '# compte a répondu', '# comptes ont répondu')
      : countPhrase(locale, observed, '# contact a répondu', '# contacts ont répondu');
  const needed = localCount(locale, required) + (population === null ? '' : ` sur ${localCount(locale, population)}`);
  return (
    `Le score ne doit pas être lu comme un indicateur d’expérience globale\u202f: ${answered}, alors que la règle ` +
    `d’échantillon «\u202f${policy}\u202f» en demande au moins ${needed}\u202f; utilisez plutôt les réponses prises ` +
    'une à une, le CSAT relié aux données opérationnelles et les commentaires des clients.'
  );
}

function notReachedInEnglish(locale: ResolvedLocale, { quantile, open }: QuantileNotReachedWarning): string {
  const name = quantile === 0.5 ? 'median' : `${quantileShare(locale, quantile)} quantile`;
  const cases = countPhrase(locale, open, '# case is', '# cases are');
  return `The ${name} is not known, because ${cases} still open: it lies beyond what has been observed.`;
}

function notReachedInFrench(locale: ResolvedLocale, { quantile, open }: QuantileNotReachedWarning): string {
  const name =
    quantile === 0.5
      ? 'La médiane n’est pas connue'
      : `Le quantile à ${quantileShare(locale, quantile)} n’est pas connu`;
  const cases = countPhrase(locale, open, '# cas est encore ouvert', '# cas sont encore ouverts');
  return `${name}, car ${cases}\u202f: la valeur se situe au-delà de ce qui a été observé.`;
}

function quantileShare(locale: ResolvedLocale, quantile: number): string {
  return localNumber(locale, quantile, { style: 'percent', maximumFractionDigits: 10 });
}

function inEnglish(locale: ResolvedLocale, warning: Warning): string {
  const number = (value: number): string => localCount(locale, value);
  const count = (value: number, one: string, many: string): string => countPhrase(locale, value, one, many);
  switch (warning.code) {
    case 'no-data':
      return 'There is no usable answer, so no value is given.';
    case 'small-sample':
      return `The value rests on only ${warning.unit === 'accounts' ? count(warning.observed, '# account', '# accounts') : count(warning.observed, '# answer', '# answers')}: below ${number(warning.recommended)} it is a direction to look in, not a measurement.`;
    case 'below-sample-policy':
      return policyInEnglish(locale, warning);
    case 'no-interval':
      if (warning.reason === 'single-answer') return 'No interval is given, because a single answer shows no spread.';
      if (warning.reason === 'no-variation')
        return 'No interval is given, because all answers are equal and the method would claim a certainty it does not have.';
      if (warning.reason === 'few-accounts')
        return 'No interval is given, because fewer than five accounts cannot show how much accounts differ.';
      if (warning.reason === 'unbounded')
        return 'No interval is given, because the answers are too few, or too much alike, to set a limit on either side.';
      return unknownInEnglish(warning);
    case 'off-scale-excluded':
      return count(warning.count, '# answer off the scale was left out.', '# answers off the scale were left out.');
    case 'unequal-weights':
      return `The weights are so unequal that ${warning.unit === 'accounts' ? count(warning.sampleSize, '# account counts', '# accounts count') : count(warning.sampleSize, '# answer counts', '# answers count')} for only ${number(warning.effectiveSampleSize)} of equal weight.`;
    case 'zero-denominator':
      return 'No value is given, because the amounts to divide by add up to zero.';
    case 'inconsistent-revenue':
      return count(
        warning.count,
        'The rows of # account tell different revenues; the largest counts.',
        'The rows of # accounts tell different revenues; the largest of each counts.',
      );
    case 'low-degrees-of-freedom':
      return `A few accounts hold so much of the weight that the interval has only ${localNumber(locale, warning.degreesOfFreedom, { maximumFractionDigits: 1 })} degrees of freedom: below ${number(warning.recommended)} read it with care.`;
    case 'incomplete-items':
      return count(
        warning.count,
        '# respondent was left out for having answered too few of the items.',
        '# respondents were left out for having answered too few of the items.',
      );
    case 'quantile-not-reached':
      return notReachedInEnglish(locale, warning);
    case 'not-comparable':
      if (warning.reason === 'no-data') return 'No comparison can be made, because one side has no value.';
      if (warning.reason === 'no-standard-error')
        return 'No comparison can be made, because one side has too few answers, or too little spread, to know its error.';
      if (warning.reason === 'few-accounts')
        return 'No comparison can be made, because fewer than five accounts cannot show how much accounts differ.';
      return unknownInEnglish(warning);
    case 'unpaired-excluded':
      return count(
        warning.count,
        '# pair that lacked an answer on one side was left out.',
        '# pairs that lacked an answer on one side were left out.',
      );
    default:
      // The compiler asks for every code it knows; data written by a later version may hold another.
      return unknownInEnglish(warning satisfies never);
  }
}

function inFrench(locale: ResolvedLocale, warning: Warning): string {
  const number = (value: number): string => localCount(locale, value);
  const count = (value: number, one: string, many: string): string => countPhrase(locale, value, one, many);
  switch (warning.code) {
    case 'no-data':
      return 'Aucune réponse n’est exploitable\u202f: aucune valeur n’est donnée.';
    case 'small-sample':
      return `La valeur ne repose que sur ${warning.unit === 'accounts' ? count(warning.observed, '# compte', '# comptes') : count(warning.observed, '# réponse', '# réponses')}\u202f: en dessous de ${number(warning.recommended)}, elle indique une direction et non une mesure.`;
    case 'below-sample-policy':
      return policyInFrench(locale, warning);
    case 'no-interval':
      if (warning.reason === 'single-answer')
        return 'Aucun intervalle n’est donné\u202f: une seule réponse ne montre aucune dispersion.';
      if (warning.reason === 'no-variation')
        return 'Aucun intervalle n’est donné\u202f: toutes les réponses sont identiques et la méthode afficherait une certitude qu’elle n’a pas.';
      if (warning.reason === 'few-accounts')
        return 'Aucun intervalle n’est donné\u202f: moins de cinq comptes ne montrent pas combien les comptes diffèrent.';
      if (warning.reason === 'unbounded')
        return 'Aucun intervalle n’est donné\u202f: les réponses sont trop peu nombreuses, ou trop semblables, pour fixer une limite d’un côté ou de l’autre.';
      return unknownInFrench(warning);
    case 'off-scale-excluded':
      return count(
        warning.count,
        '# réponse hors de l’échelle a été écartée.',
        '# réponses hors de l’échelle ont été écartées.',
      );
    case 'unequal-weights':
      return `Les pondérations sont si inégales que ${warning.unit === 'accounts' ? count(warning.sampleSize, '# compte n’en vaut', '# comptes n’en valent') : count(warning.sampleSize, '# réponse n’en vaut', '# réponses n’en valent')} que ${number(warning.effectiveSampleSize)} de même poids.`;
    case 'zero-denominator':
      return 'Aucune valeur n’est donnée\u202f: les montants par lesquels diviser font une somme nulle.';
    case 'inconsistent-revenue':
      return count(
        warning.count,
        'Les lignes de # compte indiquent des chiffres d’affaires différents\u202f; le plus élevé est retenu.',
        'Les lignes de # comptes indiquent des chiffres d’affaires différents\u202f; le plus élevé de chacun est retenu.',
      );
    case 'low-degrees-of-freedom':
      return `Quelques comptes pèsent si lourd que l’intervalle n’a que ${countPhrase(locale, Math.round(warning.degreesOfFreedom * 10) / 10, '# degré', '# degrés')} de liberté\u202f: en dessous de ${number(warning.recommended)}, il est à lire avec prudence.`;
    case 'incomplete-items':
      return count(
        warning.count,
        '# répondant a été écarté, faute d’avoir répondu à assez de questions.',
        '# répondants ont été écartés, faute d’avoir répondu à assez de questions.',
      );
    case 'quantile-not-reached':
      return notReachedInFrench(locale, warning);
    case 'not-comparable':
      if (warning.reason === 'no-data')
        return 'Aucune comparaison n’est possible\u202f: l’un des deux côtés n’a pas de valeur.';
      if (warning.reason === 'no-standard-error')
        return 'Aucune comparaison n’est possible\u202f: l’un des deux côtés a trop peu de réponses, ou de dispersion, pour que son erreur soit connue.';
      if (warning.reason === 'few-accounts')
        return 'Aucune comparaison n’est possible\u202f: moins de cinq comptes ne montrent pas combien les comptes diffèrent.';
      return unknownInFrench(warning);
    case 'unpaired-excluded':
      return count(
        warning.count,
        '# paire à laquelle il manquait une réponse a été écartée.',
        '# paires auxquelles il manquait une réponse ont été écartées.',
      );
    default:
      return unknownInFrench(warning satisfies never);
  }
}

/**
 * Writes a warning as one full sentence, in British English or French.
 *
 * Use it wherever people read results: a code is for programs, the sentence says what to make of it. The sentence of the sample
 * policy says what to read instead of the score.
 *
 * @param warning - A warning of a result or of a comparison.
 * @param options - The `locale`: `'en'` (the default), `'fr'`, or a longer tag such as `'en-GB'` or `'fr-CA'`.
 * @returns The sentence; for a code of a later version of this library, a general sentence that names the code.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when the locale is of another language.
 * @remarks What to use instead of a small sample's NPS: Qualtrics, « Mesurer l’expérience de ses clients professionnels ».
 * @example
 * ```ts
 * import { formatWarning } from 'cx-scoring';
 *
 * formatWarning({ code: 'off-scale-excluded', count: 3 }); // => '3 answers off the scale were left out.'
 * formatWarning({ code: 'off-scale-excluded', count: 1 }, { locale: 'fr' }); // => '1 réponse hors de l’échelle a été écartée.'
 * ```
 */
export function formatWarning(warning: Warning, options: LocaleOptions = {}): string {
  const locale = resolveLocale('formatWarning', options.locale);
  return locale.language === 'fr' ? inFrench(locale, warning) : inEnglish(locale, warning);
}
