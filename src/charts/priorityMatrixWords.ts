import type { LocalizedText } from '../core/definition.js';
import { countPhrase, type Language, type ResolvedLocale } from '../core/locale.js';
import type { Quadrant } from '../prioritization/quadrant.js';
import type { Prioritization } from '../prioritization/prioritization.js';
import { listText, nameOf, shortText } from './chartText.js';
import type { PriorityPoint, PriorityState } from './priorityPoints.js';

/** The quarters of the matrix in words, the first the one to begin with. */
export const QUADRANT_WORDS: { readonly [quadrant in Quadrant]: LocalizedText } = {
  'quick-win': { en: 'Quick wins', fr: 'Gains rapides' },
  'structuring-project': { en: 'Structuring projects', fr: 'Chantiers structurants' },
  'fill-in': { en: 'Fill-ins', fr: 'Compléments' },
  drop: { en: 'Drop', fr: 'À abandonner' },
};

/** How sure a place is, in words. */
export const STATE_WORDS: { readonly [state in PriorityState]: LocalizedText } = {
  settled: { en: 'Settled', fr: 'Établi' },
  'to-confirm': { en: 'To confirm', fr: 'À confirmer' },
  unknown: { en: 'Criteria missing: worst to best case', fr: 'Critères manquants\u202f: du pire au meilleur cas' },
};

const LONGEST_NAME = 60;

const APART_WORDS: { readonly [state in Exclude<PriorityState, 'settled'>]: LocalizedText } = {
  'to-confirm': { en: 'To confirm', fr: 'À confirmer' },
  unknown: { en: 'With missing criteria', fr: 'À critères manquants' },
};

/** What stands on the chart, beside names. */
export const MATRIX_WORDS: {
  readonly [
    key in 'title' | 'value' | 'effort' | 'initiative' | 'quadrant' | 'state' | 'rank' | 'missing'
  ]: LocalizedText;
} = {
  title: { en: 'Priorities by value and effort', fr: 'Priorités selon la valeur et l’effort' },
  value: { en: 'Value (100% is the most)', fr: 'Valeur (100\u202f%\u202f: le plus)' },
  effort: { en: 'Effort (100% is the most)', fr: 'Effort (100\u202f%\u202f: le plus)' },
  initiative: { en: 'Initiative', fr: 'Initiative' },
  quadrant: { en: 'Quarter', fr: 'Quadrant' },
  state: { en: 'Place', fr: 'Position' },
  rank: { en: 'Rank', fr: 'Rang' },
  missing: { en: 'Missing criteria', fr: 'Critères manquants' },
};

interface CountWords {
  readonly one: string;
  readonly many: string;
}

const COUNTS: Readonly<
  Record<Quadrant | 'to-confirm' | 'unknown' | 'unplaced' | 'unlabelled', Record<Language, CountWords>>
> = {
  'quick-win': {
    en: { one: '# quick win', many: '# quick wins' },
    fr: { one: '# gain rapide', many: '# gains rapides' },
  },
  'structuring-project': {
    en: { one: '# structuring project', many: '# structuring projects' },
    fr: { one: '# chantier structurant', many: '# chantiers structurants' },
  },
  'fill-in': {
    en: { one: '# fill-in', many: '# fill-ins' },
    fr: { one: '# complément', many: '# compléments' },
  },
  drop: {
    en: { one: '# to drop', many: '# to drop' },
    fr: { one: '# à abandonner', many: '# à abandonner' },
  },
  'to-confirm': {
    en: { one: '# to confirm', many: '# to confirm' },
    fr: { one: '# à confirmer', many: '# à confirmer' },
  },
  unknown: {
    en: { one: '# with missing criteria', many: '# with missing criteria' },
    fr: { one: '# à critères manquants', many: '# à critères manquants' },
  },
  unplaced: {
    en: { one: '# without a place on the chart', many: '# without a place on the chart' },
    fr: { one: '# sans position sur le graphique', many: '# sans position sur le graphique' },
  },
  unlabelled: {
    en: { one: '# point without a label', many: '# points without a label' },
    fr: { one: '# point sans étiquette', many: '# points sans étiquette' },
  },
};

/** The finding in short: how many initiatives lie where, and what is not shown. */
export function matrixSubtitle(
  { items }: Prioritization,
  points: readonly PriorityPoint[],
  unlabelled: number,
  locale: ResolvedLocale,
): string[] {
  const { language } = locale;
  if (items.length === 0) return [language === 'fr' ? 'Aucune initiative' : 'No initiatives'];
  const counts: Record<keyof typeof COUNTS, number> = {
    'quick-win': 0,
    'structuring-project': 0,
    'fill-in': 0,
    drop: 0,
    'to-confirm': points.filter(({ state }) => state === 'to-confirm').length,
    unknown: points.filter(({ state }) => state === 'unknown').length,
    unplaced: items.length - points.length,
    unlabelled,
  };
  for (const { quadrant } of items) if (quadrant !== null) counts[quadrant] += 1;
  const phrases = (keys: readonly (keyof typeof COUNTS)[]): string =>
    keys
      .filter((key) => counts[key] > 0)
      .map((key) => countPhrase(locale, counts[key], COUNTS[key][language].one, COUNTS[key][language].many))
      .join(', ');
  const lines = [
    phrases(['quick-win', 'structuring-project', 'fill-in', 'drop']),
    phrases(['to-confirm', 'unknown', 'unplaced', 'unlabelled']),
  ];
  return lines.filter((line) => line !== '');
}

/** The finding in words, for readers who do not see the chart. */
export function matrixDescription(
  { items }: Prioritization,
  points: readonly PriorityPoint[],
  locale: ResolvedLocale,
): string {
  const { language } = locale;
  const french = language === 'fr';
  const colon = french ? '\u202f: ' : ': ';
  const size = countPhrase(locale, items.length, '# initiative', '# initiatives');
  const opening = french
    ? `Matrice de priorisation, valeur en ordonnée et effort en abscisse, ${size}.`
    : `Priority matrix, value upwards and effort to the right, ${size}.`;
  const namesOf = (list: readonly PriorityPoint[]): string[] => list.map(({ name }) => shortText(name, LONGEST_NAME));
  const quarters = Object.entries(QUADRANT_WORDS).map(([quadrant, words]) => {
    const list = namesOf(points.filter(({ item }) => item.quadrant === quadrant));
    return `${words[language]}${colon}${listText(list, locale)}.`;
  });
  const apart = (['to-confirm', 'unknown'] as const).flatMap((state) => {
    const list = namesOf(points.filter((point) => point.state === state));
    return list.length === 0 ? [] : [`${APART_WORDS[state][language]}${colon}${listText(list, locale)}.`];
  });
  const placed = new Set(points.map(({ item }) => item));
  const unplaced = items
    .filter((item) => !placed.has(item))
    .map(({ id, names }) => shortText(nameOf(id, names, locale), LONGEST_NAME));
  const rest =
    unplaced.length === 0
      ? []
      : [`${french ? 'Sans position' : 'Without a place'}${colon}${listText(unplaced, locale)}.`];
  return items.length === 0 ? opening : [opening, ...quarters, ...apart, ...rest].join(' ');
}
