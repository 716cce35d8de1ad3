import { describe, expect, it } from 'vitest';
import { isCxError } from '../../../src/core/errors.js';
import { formatWarning } from '../../../src/core/formatWarning.js';
import type { Warning } from '../../../src/core/warning.js';

/** `~` stands for a no-break space; whether `Intl` gives the narrow one depends on its version. */
const spaces = (text: string): string => text.replaceAll('~', '\u202f').replaceAll('\u00a0', '\u202f');

const SENTENCES: readonly (readonly [warning: Warning, en: string, fr: string])[] = [
  [
    { code: 'no-data' },
    'There is no usable answer, so no value is given.',
    'Aucune réponse n’est exploitable~: aucune valeur n’est donnée.',
  ],
  [
    { code: 'small-sample', unit: 'accounts', observed: 1, recommended: 30 },
    'The value rests on only 1 account: below 30 it is a direction to look in, not a measurement.',
    'La valeur ne repose que sur 1 compte~: en dessous de 30, elle indique une direction et non une mesure.',
  ],
  [
    { code: 'small-sample', unit: 'accounts', observed: 12, recommended: 30 },
    'The value rests on only 12 accounts: below 30 it is a direction to look in, not a measurement.',
    'La valeur ne repose que sur 12 comptes~: en dessous de 30, elle indique une direction et non une mesure.',
  ],
  [
    { code: 'no-interval', reason: 'few-accounts' },
    'No interval is given, because fewer than five accounts cannot show how much accounts differ.',
    'Aucun intervalle n’est donné~: moins de cinq comptes ne suffisent pas à montrer combien les comptes diffèrent.',
  ],
  [
    { code: 'unequal-weights', unit: 'accounts', sampleSize: 118, effectiveSampleSize: 10.3 },
    'The weights are so unequal that 118 accounts count for only 10.3 of equal weight.',
    'Les pondérations sont si inégales que 118 comptes n’en valent que 10,3 de même poids.',
  ],
  [
    { code: 'unequal-weights', unit: 'accounts', sampleSize: 1, effectiveSampleSize: 1 },
    'The weights are so unequal that 1 account counts for only 1 of equal weight.',
    'Les pondérations sont si inégales que 1 compte n’en vaut que 1 de même poids.',
  ],
  [
    { code: 'not-comparable', reason: 'few-accounts' },
    'No comparison can be made, because fewer than five accounts cannot show how much accounts differ.',
    'Aucune comparaison n’est possible~: moins de cinq comptes ne suffisent pas à montrer combien les comptes diffèrent.',
  ],
  [
    { code: 'zero-denominator' },
    'No value is given, because the amounts to divide by add up to zero.',
    'Aucune valeur n’est donnée~: les montants par lesquels diviser font une somme nulle.',
  ],
  [
    { code: 'inconsistent-revenue', count: 1 },
    'The rows of 1 account tell different revenues; the largest counts.',
    'Les lignes de 1 compte indiquent des chiffres d’affaires différents~; le plus élevé est retenu.',
  ],
  [
    { code: 'inconsistent-revenue', count: 4 },
    'The rows of 4 accounts tell different revenues; the largest of each counts.',
    'Les lignes de 4 comptes indiquent des chiffres d’affaires différents~; le plus élevé de chacun est retenu.',
  ],
  [
    { code: 'low-degrees-of-freedom', degreesOfFreedom: 1.4267, recommended: 4 },
    'A few accounts hold so much of the weight that the interval has only 1.4 degrees of freedom: below 4 read it with care.',
    'Quelques comptes pèsent si lourd que l’intervalle n’a que 1,4 degré de liberté~: en dessous de 4, il est à lire avec prudence.',
  ],
  [
    { code: 'low-degrees-of-freedom', degreesOfFreedom: 2.5, recommended: 4 },
    'A few accounts hold so much of the weight that the interval has only 2.5 degrees of freedom: below 4 read it with care.',
    'Quelques comptes pèsent si lourd que l’intervalle n’a que 2,5 degrés de liberté~: en dessous de 4, il est à lire avec prudence.',
  ],
  [
    { code: 'small-sample', observed: 12, recommended: 30 },
    'The value rests on only 12 answers: below 30 it is a direction to look in, not a measurement.',
    'La valeur ne repose que sur 12 réponses~: en dessous de 30, elle indique une direction et non une mesure.',
  ],
  [
    { code: 'small-sample', observed: 1, recommended: 30 },
    'The value rests on only 1 answer: below 30 it is a direction to look in, not a measurement.',
    'La valeur ne repose que sur 1 réponse~: en dessous de 30, elle indique une direction et non une mesure.',
  ],
  [
    {
      code: 'below-sample-policy',
      policy: 'b2b-nps-1100',
      unit: 'contacts',
      observed: 95,
      required: 1100,
      population: null,
    },
    'The score should not be read as an overall indicator: 95 contacts have answered, where the sample policy ‘b2b-nps-1100’ asks for at least 1,100; use single answers, CSAT linked to operational data and customers’ comments instead.',
    'Le score ne doit pas être lu comme un indicateur d’expérience globale~: 95 contacts ont répondu, alors que la règle d’échantillon «~b2b-nps-1100~» en demande au moins 1~100~; utilisez plutôt les réponses prises une à une, le CSAT relié aux données opérationnelles et les commentaires des clients.',
  ],
  [
    {
      code: 'below-sample-policy',
      policy: 'own',
      unit: 'contacts',
      observed: 1,
      required: 155,
      population: 180,
    },
    'The score should not be read as an overall indicator: 1 contact has answered, where the sample policy ‘own’ asks for at least 155 of 180; use single answers, CSAT linked to operational data and customers’ comments instead.',
    'Le score ne doit pas être lu comme un indicateur d’expérience globale~: 1 contact a répondu, alors que la règle d’échantillon «~own~» en demande au moins 155 sur 180~; utilisez plutôt les réponses prises une à une, le CSAT relié aux données opérationnelles et les commentaires des clients.',
  ],
  [
    {
      code: 'below-sample-policy',
      policy: 'own',
      unit: 'accounts',
      observed: 1,
      required: 20,
      population: 2500,
    },
    'The score should not be read as an overall indicator: 1 account has answered, where the sample policy ‘own’ asks for at least 20 of 2,500; use single answers, CSAT linked to operational data and customers’ comments instead.',
    'Le score ne doit pas être lu comme un indicateur d’expérience globale~: 1 compte a répondu, alors que la règle d’échantillon «~own~» en demande au moins 20 sur 2~500~; utilisez plutôt les réponses prises une à une, le CSAT relié aux données opérationnelles et les commentaires des clients.',
  ],
  [
    {
      code: 'below-sample-policy',
      policy: 'own',
      unit: 'accounts',
      observed: 3,
      required: 20,
      population: null,
    },
    'The score should not be read as an overall indicator: 3 accounts have answered, where the sample policy ‘own’ asks for at least 20; use single answers, CSAT linked to operational data and customers’ comments instead.',
    'Le score ne doit pas être lu comme un indicateur d’expérience globale~: 3 comptes ont répondu, alors que la règle d’échantillon «~own~» en demande au moins 20~; utilisez plutôt les réponses prises une à une, le CSAT relié aux données opérationnelles et les commentaires des clients.',
  ],
  [
    { code: 'no-interval', reason: 'single-answer' },
    'No interval is given, because a single answer shows no spread.',
    'Aucun intervalle n’est donné~: une seule réponse ne montre aucune dispersion.',
  ],
  [
    { code: 'no-interval', reason: 'no-variation' },
    'No interval is given, because all answers give the same result and the method would claim a certainty it does not have.',
    'Aucun intervalle n’est donné~: toutes les réponses donnent le même résultat et la méthode afficherait une certitude qu’elle n’a pas.',
  ],
  [
    { code: 'no-interval', reason: 'unbounded' },
    'No interval is given, because the answers are too few, or too much alike, to set a limit on either side.',
    'Aucun intervalle n’est donné~: les réponses sont trop peu nombreuses, ou trop semblables, pour fixer une limite d’un côté ou de l’autre.',
  ],
  [
    { code: 'quantile-not-reached', quantile: 0.5, open: 21 },
    'The median is not known, because 21 cases are still open: it lies beyond what has been observed.',
    'La médiane n’est pas connue, car 21 cas sont encore ouverts~: la valeur se situe au-delà de ce qui a été observé.',
  ],
  [
    { code: 'quantile-not-reached', quantile: 0.9, open: 1 },
    'The 90% quantile is not known, because 1 case is still open: it lies beyond what has been observed.',
    'Le quantile à 90~% n’est pas connu, car 1 cas est encore ouvert~: la valeur se situe au-delà de ce qui a été observé.',
  ],
  [
    { code: 'quantile-not-reached', quantile: 0.9999, open: 1234 },
    'The 99.99% quantile is not known, because 1,234 cases are still open: it lies beyond what has been observed.',
    'Le quantile à 99,99~% n’est pas connu, car 1~234 cas sont encore ouverts~: la valeur se situe au-delà de ce qui a été observé.',
  ],
  [
    { code: 'off-scale-excluded', count: 1 },
    '1 answer off the scale was left out.',
    '1 réponse hors de l’échelle a été écartée.',
  ],
  [
    { code: 'off-scale-excluded', count: 12345 },
    '12,345 answers off the scale were left out.',
    '12~345 réponses hors de l’échelle ont été écartées.',
  ],
  [
    { code: 'unequal-weights', sampleSize: 120, effectiveSampleSize: 31.44 },
    'The weights are so unequal that 120 answers count for only 31.4 of equal weight.',
    'Les pondérations sont si inégales que 120 réponses n’en valent que 31,4 de même poids.',
  ],
  [
    { code: 'unequal-weights', sampleSize: 1, effectiveSampleSize: 0.4 },
    'The weights are so unequal that 1 answer counts for only 0.4 of equal weight.',
    'Les pondérations sont si inégales que 1 réponse n’en vaut que 0,4 de même poids.',
  ],
  [
    { code: 'incomplete-items', count: 1 },
    '1 respondent with too few of the items was left out.',
    '1 répondant a été écarté, faute d’un nombre suffisant d’éléments renseignés.',
  ],
  [
    { code: 'incomplete-items', count: 2 },
    '2 respondents with too few of the items were left out.',
    '2 répondants ont été écartés, faute d’un nombre suffisant d’éléments renseignés.',
  ],
  [
    { code: 'not-comparable', reason: 'no-data' },
    'No comparison can be made, because one side has no value.',
    'Aucune comparaison n’est possible~: l’un des deux côtés n’a pas de valeur.',
  ],
  [
    { code: 'not-comparable', reason: 'no-standard-error' },
    'No comparison can be made, because one side has too few answers, or too little spread, to know its error.',
    'Aucune comparaison n’est possible~: l’un des deux côtés a trop peu de réponses, ou de dispersion, pour que son erreur soit connue.',
  ],
  [
    { code: 'unpaired-excluded', count: 1 },
    '1 pair that lacked a value on one side was left out.',
    '1 paire à laquelle il manquait une valeur a été écartée.',
  ],
  [
    { code: 'unpaired-excluded', count: 4 },
    '4 pairs that lacked a value on one side were left out.',
    '4 paires auxquelles il manquait une valeur ont été écartées.',
  ],
];

describe('formatWarning', () => {
  it.each(SENTENCES)('writes %j in English', (warning, en) => {
    expect(formatWarning(warning)).toBe(en);
  });

  it.each(SENTENCES)('writes %j in French', (warning, _, fr) => {
    expect(spaces(formatWarning(warning, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it('sets the narrow no-break space itself', () => {
    expect(formatWarning({ code: 'no-data' }, { locale: 'fr' })).toBe(
      'Aucune réponse n’est exploitable\u202f: aucune valeur n’est donnée.',
    );
  });

  it('takes the plural of none from the language', () => {
    const none: Warning = { code: 'off-scale-excluded', count: 0 };
    expect(formatWarning(none)).toBe('0 answers off the scale were left out.');
    expect(formatWarning(none, { locale: 'fr' })).toBe('0 réponse hors de l’échelle a été écartée.');
  });

  it.each([
    [{ code: 'from-the-future' }, 'from-the-future'],
    [{ code: 'no-interval', reason: 'from-the-future' }, 'no-interval'],
    [{ code: 'not-comparable', reason: 'from-the-future' }, 'not-comparable'],
    [{ code: 'constructor' }, 'constructor'],
  ])('names the code of what a later version wrote: %j', (later, code) => {
    const warning = later as Warning;
    expect(formatWarning(warning)).toBe(
      `The data has a problem of the kind ‘${code}’, for which this version has no words.`,
    );
    expect(formatWarning(warning, { locale: 'fr' })).toBe(
      spaces(`Les données présentent un problème de type «~${code}~», que cette version ne sait pas décrire.`),
    );
  });

  it.each([
    ['en', '1,234'],
    ['EN', '1,234'],
    ['en-GB', '1,234'],
    ['en-US', '1,234'],
    ['fr', '1~234'],
    ['fr-FR', '1~234'],
    ['fr-CA', '1~234'],
  ])('takes the locale %s', (locale, number) => {
    const text = spaces(formatWarning({ code: 'off-scale-excluded', count: 1234 }, { locale }));
    const words = locale.toLowerCase().startsWith('fr')
      ? 'réponses hors de l’échelle ont été écartées.'
      : 'answers off the scale were left out.';
    expect(text).toBe(spaces(`${number} ${words}`));
  });

  it('takes an undefined locale for none', () => {
    expect(formatWarning({ code: 'no-data' }, { locale: undefined })).toMatch(/^There is no/);
  });

  it.each(['de', 'es-ES', 'french', 'fra-', 'fr_FR', '', 'e', null, 7, ['fr']])('refuses the locale %j', (locale) => {
    let caught: unknown;
    try {
      formatWarning({ code: 'no-data' }, { locale: locale as string });
    } catch (error) {
      caught = error;
    }
    expect(isCxError(caught) && caught.code).toBe('CX_INVALID_OPTION');
    expect((caught as Error).message).toContain(
      'formatWarning: option "locale" must be a language tag of English or French, received ',
    );
  });
});
