import { isFeminine } from './frenchGender.js';
import { countPhrase, localCount, localPercent, type ResolvedLocale } from './locale.js';
import { notComparableWords } from './notComparableWords.js';
import { sampleNoun } from './sampleNoun.js';
import type { SampleUnit } from './sampleUnit.js';
import type { BelowSamplePolicyWarning, QuantileNotReachedWarning, Warning } from './warning.js';

// A narrow no-break space (U+202F) stands before : ; ? ! and inside « ».

function unknownInFrench({ code }: { readonly code: string }): string {
  return `Les données présentent un problème de type «\u202f${code}\u202f», que cette version ne sait pas décrire.`;
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

function notReachedInFrench(
  locale: ResolvedLocale,
  { quantile, open }: QuantileNotReachedWarning,
  unit: SampleUnit,
): string {
  const { one, many } = sampleNoun(locale, unit);
  const e = isFeminine(unit) ? 'e' : '';
  const name =
    quantile === 0.5
      ? 'La médiane n’est pas connue'
      : `Le quantile à ${localPercent(locale, quantile)} n’est pas connu`;
  const cases = countPhrase(locale, open, `# ${one} est encore ouvert${e}`, `# ${many} sont encore ouvert${e}s`);
  return `${name}, car ${cases}\u202f: la valeur se situe au-delà de ce qui a été observé.`;
}

/** Writes a warning as a French sentence. */
export function warningInFrench(locale: ResolvedLocale, warning: Warning, unit: SampleUnit): string {
  const { one, many } = sampleNoun(locale, unit);
  const e = isFeminine(unit) ? 'e' : '';
  const number = (value: number): string => localCount(locale, value);
  const count = (value: number, one: string, many: string): string => countPhrase(locale, value, one, many);
  switch (warning.code) {
    case 'no-data':
      return `Aucun${e} ${one} n’est exploitable\u202f: aucune valeur n’est donnée.`;
    case 'small-sample':
      return `La valeur ne repose que sur ${count(warning.observed, `# ${one}`, `# ${many}`)}\u202f: en dessous de ${number(warning.recommended)}, elle indique une direction et non une mesure.`;
    case 'below-sample-policy':
      return policyInFrench(locale, warning);
    case 'no-interval':
      if (warning.reason === 'single-answer')
        return `Aucun intervalle n’est donné\u202f: un${e} seul${e} ${one} ne montre aucune dispersion.`;
      if (warning.reason === 'no-variation')
        return `Aucun intervalle n’est donné\u202f: ${e ? 'toutes' : 'tous'} les ${many} donnent le même résultat et la méthode afficherait une certitude qu’elle n’a pas.`;
      if (warning.reason === 'few-accounts')
        return 'Aucun intervalle n’est donné\u202f: moins de cinq comptes ne suffisent pas à montrer combien les comptes diffèrent.';
      if (warning.reason === 'unbounded')
        return `Aucun intervalle n’est donné\u202f: les ${many} sont trop peu ${e ? 'nombreuses' : 'nombreux'}, ou trop semblables, pour fixer une limite d’un côté ou de l’autre.`;
      return unknownInFrench(warning);
    case 'off-scale-excluded':
      return count(
        warning.count,
        `# ${one} hors de l’échelle a été écarté${e}.`,
        `# ${many} hors de l’échelle ont été écarté${e}s.`,
      );
    case 'unequal-weights':
      return `Les pondérations sont si inégales que ${count(warning.sampleSize, `# ${one} n’en vaut`, `# ${many} n’en valent`)} que ${number(warning.effectiveSampleSize)} de même poids.`;
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
        `# ${one} a été écarté${e}, faute d’un nombre suffisant d’éléments renseignés.`,
        `# ${many} ont été écarté${e}s, faute d’un nombre suffisant d’éléments renseignés.`,
      );
    case 'quantile-not-reached':
      return notReachedInFrench(locale, warning, unit);
    case 'not-comparable':
      return notComparableWords(warning.reason, many)?.fr ?? unknownInFrench(warning);
    case 'unpaired-excluded':
      return count(
        warning.count,
        '# paire à laquelle il manquait une valeur a été écartée.',
        '# paires auxquelles il manquait une valeur ont été écartées.',
      );
    default:
      return unknownInFrench(warning satisfies never);
  }
}
