import { describe, expect, it } from 'vitest';
import { formatWarning } from '../../../src/core/formatWarning.js';

describe('the words of a comparison that is not made', () => {
  it.each([
    [
      'country',
      'No comparison is made, because the two sides are not known to be of one and the same country.',
      'Aucune comparaison n’est faite~: rien n’assure que les deux côtés sont d’un seul et même pays.',
    ],
    [
      'instrument',
      'No comparison is made, because the two sides are not known to have answered the same questionnaire.',
      'Aucune comparaison n’est faite~: rien n’assure que les deux côtés ont répondu au même questionnaire.',
    ],
    [
      'definition',
      'No comparison is made, because the two sides are not known to share one scale and one definition.',
      'Aucune comparaison n’est faite~: rien n’assure que les deux côtés ont la même échelle et la même définition.',
    ],
    [
      'mix',
      'No comparison is made, because the two sides are made up too differently, or of companies about which too little is known.',
      'Aucune comparaison n’est faite~: les deux côtés sont composés trop différemment, ou d’entreprises dont on sait trop peu.',
    ],
  ] as const)('for the reason %s', (reason, en, fr) => {
    expect(formatWarning({ code: 'not-comparable', reason })).toBe(en);
    expect(formatWarning({ code: 'not-comparable', reason }, { locale: 'fr' })).toBe(fr.replace('~', '\u202f'));
  });
});
