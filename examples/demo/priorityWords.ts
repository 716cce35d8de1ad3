import type { LeftOutReason, Quadrant, SmartLetter } from 'cx-scoring/prioritization';
import type { Locale } from './arguments.js';

/** The words of priorities and of the plan; those of initiatives and findings on a plan come from the library. */
export interface PriorityWords {
  readonly title: string;
  readonly origin: (actions: string, findings: string) => string;
  readonly withheld: (actions: string) => string;
  /** Heads of the matrix. */
  readonly effort: readonly [low: string, high: string];
  readonly value: readonly [high: string, low: string];
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  readonly unplaced: string;
  readonly toConfirm: string;
  readonly ranking: string;
  /** Heads of the ranking. */
  readonly columns: readonly string[];
  readonly range: (from: string, to: string) => string;
  readonly first: string;
  readonly portfolio: (budget: string, days: string) => string;
  readonly chosen: (value: string, cost: string, days: string) => string;
  readonly leftOut: string;
  readonly reasons: Readonly<Record<LeftOutReason['code'], string>>;
  readonly unpriced: string;
  readonly plan: string;
  readonly objective: string;
  readonly owner: string;
  readonly draft: (metric: string, from: string, to: string, on: string) => string;
  readonly revised: (answers: string) => string;
  /** What stands between two of a list, and between a title and its text. */
  readonly semicolon: string;
  readonly colon: string;
  readonly nothing: string;
  readonly letters: Readonly<Record<SmartLetter, string>>;
}

const en: PriorityWords = {
  title: 'Priorities: what the numbers call for',
  origin: (actions, findings) =>
    `Findings of the quarter: ${findings}. The playbook has ${actions} actions for them. Impact, reach, complexity and cost are what the ` +
    'people of the company think.',
  withheld: (actions) => `Left alone, because effort is getting less already: ${actions}.`,
  effort: ['Little effort', 'Much effort'],
  value: ['Much value', 'Little value'],
  quadrants: {
    'quick-win': 'Quick wins',
    'structuring-project': 'Structuring projects',
    'fill-in': 'Fill-ins',
    drop: 'To drop',
  },
  unplaced: 'Not placed yet',
  toConfirm: '(to confirm)',
  ranking: 'Ranking',
  columns: ['Initiative', 'Rank', 'Score of 100', 'First for', 'First three for'],
  range: (from, to) => `${from} to ${to}`,
  first: 'Why the first comes first: ',
  portfolio: (budget, days) => `Portfolio within ${budget} and ${days} days of developers`,
  chosen: (value, cost, days) => `Value ${value}, cost ${cost}, ${days} days; no other choice is worth more.`,
  leftOut: 'Left out: ',
  reasons: {
    'no-value': 'adds no value',
    needs: 'needs what was not chosen',
    'excluded-by': 'excluded by what was chosen',
    budget: 'not enough money left',
    capacity: 'not enough days left',
    horizon: 'not in time',
  },
  unpriced: 'no price yet',
  plan: 'Action plan',
  objective: 'Every delivery on the day, and complete',
  owner: 'Head of logistics',
  draft: (metric, from, to, on) => `The draft: ${metric} from ${from} to ${to} by ${on}.`,
  revised: (answers) => `Revised: OTIF to 88%, customer satisfaction to 85%, and ${answers} answers asked for.`,
  semicolon: '; ',
  colon: ': ',
  nothing: 'Nothing found.',
  letters: {
    specific: 'specific',
    measurable: 'measurable',
    achievable: 'achievable',
    realistic: 'realistic',
    'time-bound': 'time-bound',
  },
};

const fr: PriorityWords = {
  title: 'Priorités\u202f: ce que les chiffres appellent',
  origin: (actions, findings) =>
    `Constats du trimestre\u202f: ${findings}. Le répertoire y répond par ${actions} actions. Impact, portée, complexité et coût sont ` +
    'l’avis des équipes de l’entreprise.',
  withheld: (actions) => `Laissées de côté, car l’effort diminue déjà\u202f: ${actions}.`,
  effort: ['Peu d’effort', 'Beaucoup d’effort'],
  value: ['Beaucoup de valeur', 'Peu de valeur'],
  quadrants: {
    'quick-win': 'Gains rapides',
    'structuring-project': 'Chantiers structurants',
    'fill-in': 'Compléments',
    drop: 'À abandonner',
  },
  unplaced: 'Pas encore placées',
  toConfirm: '(à confirmer)',
  ranking: 'Classement',
  columns: ['Initiative', 'Rang', 'Score sur 100', 'Première pour', 'Trois premières pour'],
  range: (from, to) => `${from} à ${to}`,
  first: 'Pourquoi la première l’est\u202f: ',
  portfolio: (budget, days) => `Portefeuille dans la limite de ${budget} et de ${days} jours de développeurs`,
  chosen: (value, cost, days) => `Valeur ${value}, coût ${cost}, ${days} jours\u202f; aucun autre choix ne vaut plus.`,
  leftOut: 'Écartées\u202f: ',
  reasons: {
    'no-value': 'sans valeur ajoutée',
    needs: 'dépend de ce qui n’est pas retenu',
    'excluded-by': 'exclue par ce qui est retenu',
    budget: 'budget restant insuffisant',
    capacity: 'jours restants insuffisants',
    horizon: 'hors délai',
  },
  unpriced: 'prix encore inconnu',
  plan: 'Plan d’action',
  objective: 'Chaque livraison complète et au jour dit',
  owner: 'Responsable logistique',
  draft: (metric, from, to, on) => `Le projet\u202f: ${metric} de ${from} à ${to} d’ici au ${on}.`,
  revised: (answers) =>
    `Révisé\u202f: OTIF à 88\u00a0%, satisfaction client à 85\u00a0%, et ${answers} réponses à recueillir.`,
  semicolon: '\u202f; ',
  colon: '\u202f: ',
  nothing: 'Aucun défaut trouvé.',
  letters: {
    specific: 'spécifique',
    measurable: 'mesurable',
    achievable: 'atteignable',
    realistic: 'réaliste',
    'time-bound': 'temporel',
  },
};

/** Words by language. */
export const PRIORITY_WORDS: Readonly<Record<Locale, PriorityWords>> = { en, fr };
