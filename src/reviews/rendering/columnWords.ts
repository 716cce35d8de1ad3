import type { Language } from '../../core/locale.js';

/** A column of the tables of a review. */
export type ColumnName =
  | 'metric'
  | 'value'
  | 'interval'
  | 'sample'
  | 'accounts'
  | 'leftOut'
  | 'target'
  | 'point'
  | 'bound'
  | 'against'
  | 'then'
  | 'now'
  | 'difference'
  | 'verdict'
  | 'smallest'
  | 'segment'
  | 'size'
  | 'rest'
  | 'initiative'
  | 'rank'
  | 'quarter'
  | 'gain'
  | 'effort'
  | 'score'
  | 'certainty'
  | 'state'
  | 'baseline'
  | 'latest'
  | 'progress'
  | 'expected'
  | 'evidence'
  | 'action'
  | 'part'
  | 'because'
  | 'budget'
  | 'limit'
  | 'posted'
  | 'reserved'
  | 'left'
  | 'rule'
  | 'fact'
  | 'on'
  | 'subject'
  | 'waiting'
  | 'unit'
  | 'decisions'
  | 'amount'
  | 'outcome'
  | 'item';

/** Headings of the columns, by language. */
export const COLUMN_WORDS: Readonly<Record<Language, Readonly<Record<ColumnName, string>>>> = {
  en: {
    metric: 'Metric',
    value: 'Value',
    interval: 'Interval',
    sample: 'Rests on',
    accounts: 'Accounts',
    leftOut: 'Left out',
    target: 'Target',
    point: 'By the value',
    bound: 'By the unfavourable end of the interval',
    against: 'Compared with',
    then: 'Then',
    now: 'Now',
    difference: 'Difference',
    verdict: 'What the evidence says',
    smallest: 'Smallest change that would have been shown',
    segment: 'Segment',
    size: 'Size',
    rest: 'The rest',
    initiative: 'Initiative',
    rank: 'Rank',
    quarter: 'Quarter of the matrix',
    gain: 'Value, of 100',
    effort: 'Effort, of 100',
    score: 'Score, of 100',
    certainty: 'How sure',
    state: 'State',
    baseline: 'At the start',
    latest: 'Latest',
    progress: 'Way gone',
    expected: 'Way expected by now',
    evidence: 'Evidence since the start',
    action: 'Action',
    part: 'For',
    because: 'Called for by',
    budget: 'Budget',
    limit: 'Limit',
    posted: 'Granted',
    reserved: 'Reserved',
    left: 'Left',
    rule: 'Rule',
    fact: 'Record',
    on: 'Date',
    subject: 'For whom',
    waiting: 'Waiting for',
    unit: 'Unit',
    decisions: 'Decisions',
    amount: 'Amount',
    outcome: 'Outcome',
    item: 'Item',
  },
  fr: {
    metric: 'Indicateur',
    value: 'Valeur',
    interval: 'Intervalle',
    sample: 'Repose sur',
    accounts: 'Comptes',
    leftOut: 'Lignes écartées',
    target: 'Cible',
    point: 'D’après la valeur',
    bound: 'D’après la borne défavorable de l’intervalle',
    against: 'Comparé à',
    then: 'Avant',
    now: 'Maintenant',
    difference: 'Écart',
    verdict: 'Ce que disent les données',
    smallest: 'Plus petit écart qui aurait été démontré',
    segment: 'Segment',
    size: 'Effectif',
    rest: 'Le reste',
    initiative: 'Initiative',
    rank: 'Rang',
    quarter: 'Quadrant de la matrice',
    gain: 'Valeur, sur 100',
    effort: 'Effort, sur 100',
    score: 'Score, sur 100',
    certainty: 'Certitude',
    state: 'État',
    baseline: 'Au départ',
    latest: 'Dernière mesure',
    progress: 'Chemin parcouru',
    expected: 'Chemin attendu à ce jour',
    evidence: 'Preuve depuis le départ',
    action: 'Action',
    part: 'Pour',
    because: 'Motivée par',
    budget: 'Budget',
    limit: 'Plafond',
    posted: 'Accordé',
    reserved: 'Réservé',
    left: 'Reste',
    rule: 'Règle',
    fact: 'Enregistrement',
    on: 'Date',
    subject: 'Pour qui',
    waiting: 'En attente de',
    unit: 'Unité',
    decisions: 'Décisions',
    amount: 'Montant',
    outcome: 'Issue',
    item: 'Élément',
  },
};
