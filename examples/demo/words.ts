import type { ScoreExclusion } from 'cx-scoring';
import type { Locale } from './arguments.js';

/** The scorecard's own words; those of results, warnings and comparisons come from the library. */
export interface Words {
  readonly title: (quarter: string) => string;
  readonly origin: (answers: string, accounts: string, dealers: string, first: string, last: string) => string;
  readonly byRevenue: string;
  readonly leftOut: string;
  readonly nothing: string;
  readonly warning: string;
  readonly against: (quarter: string, previous: string) => string;
  readonly exclusions: Readonly<Record<ScoreExclusion, string>>;
  readonly years: string;
  /** Heads of the table of quarters. */
  readonly columns: readonly string[];
  readonly caution: string;
  readonly rows: (rows: string) => string;
  readonly chosen: (chosen: string, rows: string) => string;
}

const en: Words = {
  title: (quarter) => `Nordhaven Thermal, what customers said in ${quarter}`,
  origin: (answers, accounts, dealers, first, last) =>
    `An invented maker of heating equipment: ${answers} questions put to the people of ${accounts} customers and ` +
    `${dealers} dealers, ${first} to ${last}.`,
  byRevenue: 'Net Promoter Score, weighted by revenue',
  leftOut: 'Left out: ',
  nothing: 'nothing',
  warning: 'Warning: ',
  against: (quarter, previous) => `${quarter} against ${previous}`,
  exclusions: {
    missing: 'missing answers',
    offScale: 'answers off the scale',
    missingWeight: 'answers without a weight',
    zeroWeight: 'answers of weight 0',
  },
  years: 'Three years, quarter by quarter',
  columns: [
    'Quarter',
    'NPS',
    '95% interval',
    'Answers',
    'Missing',
    'Off scale',
    'Partner NPS',
    'CSAT',
    'Effort (ease)',
  ],
  caution:
    'The intervals take answers as independent. Those of one account resemble each other, so that the true uncertainty is wider.',
  rows: (rows) => `${rows} rows read`,
  chosen: (chosen, rows) => `${chosen} of the ${rows} rows read are used`,
};

const fr: Words = {
  title: (quarter) => `Nordhaven Thermal, la voix des clients, ${quarter}`,
  origin: (answers, accounts, dealers, first, last) =>
    `Un fabricant imaginaire de matériel de chauffage\u202f: ${answers} questions posées aux interlocuteurs de ` +
    `${accounts} clients et ${dealers} distributeurs, de ${first} à ${last}.`,
  byRevenue: 'Net Promoter Score, pondéré par le chiffre d’affaires',
  leftOut: 'Écartées\u202f: ',
  nothing: 'aucune',
  warning: 'Attention\u202f: ',
  against: (quarter, previous) => `${quarter} face à ${previous}`,
  exclusions: {
    missing: 'réponses manquantes',
    offScale: 'réponses hors de l’échelle',
    missingWeight: 'réponses sans pondération',
    zeroWeight: 'réponses de pondération nulle',
  },
  years: 'Trois ans, trimestre par trimestre',
  columns: [
    'Trimestre',
    'NPS',
    'Int. à 95\u00a0%',
    'Réponses',
    'Manquantes',
    'Hors éch.',
    'NPS part.',
    'CSAT',
    'Effort (facilité)',
  ],
  caution:
    'Les intervalles supposent des réponses indépendantes. Celles d’un même compte se ressemblent\u202f: ' +
    'l’incertitude réelle est plus large.',
  rows: (rows) => `${rows} lignes lues`,
  chosen: (chosen, rows) => `${chosen} lignes retenues sur ${rows} lues`,
};

/** Words by language. */
export const WORDS: Readonly<Record<Locale, Words>> = { en, fr };
