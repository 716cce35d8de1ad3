import type { ReviewNames } from 'cx-scoring/reviews';
import type { Locale } from './arguments.js';
import type { ClosedQuarter } from './quarter.js';
import { REWARD_NAMES } from './rewardWords.js';
import { SEGMENT_WORDS } from './segmentWords.js';

const OWN: Readonly<Record<Locale, ReviewNames>> = {
  en: {
    sector: 'sector',
    journeyStage: 'stage of the journey',
    touchpoint: 'touchpoint',
    'author.role': 'role of the author',
    pt: 'points',
    EUR: 'euros, for gifts',
    'target-reached': 'badge of a target',
    'rep-who-left': 'a salesperson who left',
  },
  fr: {
    sector: 'secteur',
    journeyStage: 'étape du parcours',
    touchpoint: 'point de contact',
    'author.role': 'rôle de l’auteur',
    pt: 'points',
    EUR: 'euros, pour des cadeaux',
    'target-reached': 'badge d’objectif',
    'rep-who-left': 'un commercial parti',
  },
};

/** What people call the segments, rules, budgets and members of the review. A plan is told by its objective. */
export function reviewNames({ rules, results }: ClosedQuarter, locale: Locale): ReviewNames {
  const given = Object.entries(REWARD_NAMES.names ?? {})
    // Metrics have the names of the catalogue there.
    .filter(([id]) => !id.startsWith('portal-') && id !== 'otif' && id !== 'sla-attainment')
    .map(([id, names]) => [id, names[locale]]);
  const nameOf = (id: string): string => REWARD_NAMES.names?.[id]?.[locale] ?? id;
  const figures = results.map(({ metric, scope, period }) => [
    `results.${metric}.${scope}.${period}`,
    `${nameOf(metric)}, ${nameOf(scope)}`,
  ]);
  const named = rules.map(({ id, names }) => [id, names?.[locale] ?? id]);
  return { ...SEGMENT_WORDS[locale].values, ...Object.fromEntries([...given, ...figures, ...named]), ...OWN[locale] };
}
