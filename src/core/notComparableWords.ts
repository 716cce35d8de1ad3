import type { LocalizedText } from './definition.js';
import type { NotComparableWarning } from './warning.js';

/**
 * Why a comparison says nothing, in words; `undefined` for a reason that a later version wrote. `units` is the noun of what the samples
 * count, in the language that is wanted.
 */
export function notComparableWords(reason: NotComparableWarning['reason'], units: string): LocalizedText | undefined {
  const words: ReadonlyMap<string, LocalizedText> = new Map(
    Object.entries({
      'no-data': {
        en: 'No comparison can be made, because one side has no value.',
        fr: 'Aucune comparaison n’est possible\u202f: l’un des deux côtés n’a pas de valeur.',
      },
      'no-standard-error': {
        en: `No comparison can be made, because one side has too few ${units}, or too little spread, to know its error.`,
        fr: `Aucune comparaison n’est possible\u202f: l’un des deux côtés a trop peu ${/^[aeiouyéèh]/.test(units) ? 'd’' : 'de '}${units}, ou de dispersion, pour que son erreur soit connue.`,
      },
      'few-accounts': {
        en: 'No comparison can be made, because fewer than five accounts cannot show how much accounts differ.',
        fr: 'Aucune comparaison n’est possible\u202f: moins de cinq comptes ne suffisent pas à montrer combien les comptes diffèrent.',
      },
      country: {
        en: 'No comparison is made, because the two sides are not known to be of one and the same country.',
        fr: 'Aucune comparaison n’est faite\u202f: rien n’assure que les deux côtés sont d’un seul et même pays.',
      },
      instrument: {
        en: 'No comparison is made, because the two sides are not known to have answered the same questionnaire.',
        fr: 'Aucune comparaison n’est faite\u202f: rien n’assure que les deux côtés ont répondu au même questionnaire.',
      },
      definition: {
        en: 'No comparison is made, because the two sides are not known to share one scale and one definition.',
        fr: 'Aucune comparaison n’est faite\u202f: rien n’assure que les deux côtés ont la même échelle et la même définition.',
      },
      mix: {
        en: 'No comparison is made, because the two sides are made up too differently, or of companies about which too little is known.',
        fr: 'Aucune comparaison n’est faite\u202f: les deux côtés sont composés trop différemment, ou d’entreprises dont on sait trop peu.',
      },
    } satisfies Record<NotComparableWarning['reason'], LocalizedText>),
  );
  return words.get(reason);
}
