import type { NpsClass } from 'cx-scoring';
import type { ContactState } from 'cx-scoring/accounts';
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
  readonly exclusions: Readonly<Record<string, string>>;
  readonly dominance: (account: string, share: string, twin: string) => string;
  readonly silent: (accounts: string) => string;
  /** Heading of the scores under each roll-up rule. */
  readonly rules: string;
  readonly sheet: (account: string) => string;
  /** Heads of the sheet of an account. */
  readonly sheetColumns: readonly string[];
  readonly states: Readonly<Record<ContactState, string>>;
  readonly classes: Readonly<Record<NpsClass, string>>;
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
  byRevenue: 'Account NPS, weighted by revenue',
  leftOut: 'Left out: ',
  nothing: 'nothing',
  warning: 'Warning: ',
  against: (quarter, previous) => `${quarter} against ${previous}`,
  exclusions: {
    missing: 'missing answers',
    offScale: 'answers off the scale',
    missingWeight: 'answers without a weight',
    zeroWeight: 'answers of weight 0',
    missingAccount: 'answers without an account',
  },
  dominance: (account, share, twin) =>
    `The largest account, ${account}, is ${share} of the revenue; with every account weighing the same the score is ${twin}.`,
  silent: (accounts) => `The largest accounts that did not answer: ${accounts}.`,
  rules: 'The same answers under every roll-up rule',
  sheet: (account) => `Account ${account}, person by person`,
  sheetColumns: ['Contact', 'Role', 'Score', 'Class', 'Change', 'Date', 'State'],
  states: {
    heard: 'heard',
    silent: 'silent for a year',
    'never-heard': 'never answered',
    'opted-out': 'opted out',
    left: 'left',
  },
  classes: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' },
  years: 'Three years, quarter by quarter',
  columns: [
    'Quarter',
    'NPS',
    '95% interval',
    'Answers',
    'Accounts',
    'Missing',
    'Off scale',
    'Partner NPS',
    'CSAT',
    'Effort (ease)',
  ],
  caution:
    'The intervals know that answers of one account resemble each other: they are clustered by account, and so are the comparisons.',
  rows: (rows) => `${rows} rows read`,
  chosen: (chosen, rows) => `${chosen} of the ${rows} rows read are used`,
};

const fr: Words = {
  title: (quarter) => `Nordhaven Thermal, la voix des clients, ${quarter}`,
  origin: (answers, accounts, dealers, first, last) =>
    `Un fabricant imaginaire de matériel de chauffage\u202f: ${answers} questions posées aux interlocuteurs de ` +
    `${accounts} clients et ${dealers} distributeurs, de ${first} à ${last}.`,
  byRevenue: 'NPS par compte, pondéré par le chiffre d’affaires',
  leftOut: 'Écartées\u202f: ',
  nothing: 'aucune',
  warning: 'Attention\u202f: ',
  against: (quarter, previous) => `${quarter} face à ${previous}`,
  exclusions: {
    missing: 'réponses manquantes',
    offScale: 'réponses hors de l’échelle',
    missingWeight: 'réponses sans pondération',
    zeroWeight: 'réponses de pondération nulle',
    missingAccount: 'réponses sans compte',
  },
  dominance: (account, share, twin) =>
    `Le plus grand compte, ${account}, pèse ${share} du chiffre d’affaires\u202f; à poids égal pour chaque compte, le score est de ${twin}.`,
  silent: (accounts) => `Les plus grands comptes restés silencieux\u202f: ${accounts}.`,
  rules: 'Les mêmes réponses selon chaque règle d’agrégation',
  sheet: (account) => `Le compte ${account}, interlocuteur par interlocuteur`,
  sheetColumns: ['Contact', 'Rôle', 'Note', 'Classe', 'Écart', 'Date', 'État'],
  states: {
    heard: 'entendu',
    silent: 'silencieux depuis un an',
    'never-heard': 'jamais répondu',
    'opted-out': 'désabonné',
    left: 'parti',
  },
  classes: { promoter: 'promoteur', passive: 'passif', detractor: 'détracteur' },
  years: 'Trois ans, trimestre par trimestre',
  columns: [
    'Trimestre',
    'NPS',
    'Int. à 95\u00a0%',
    'Réponses',
    'Comptes',
    'Manq.',
    'Hors éch.',
    'NPS part.',
    'CSAT',
    'Effort',
  ],
  caution:
    'Les intervalles tiennent compte de la ressemblance des réponses d’un même compte\u202f: ils sont calculés par ' +
    'grappes de comptes, et les comparaisons aussi.',
  rows: (rows) => `${rows} lignes lues`,
  chosen: (chosen, rows) => `${chosen} lignes retenues sur ${rows} lues`,
};

/** Words by language. */
export const WORDS: Readonly<Record<Locale, Words>> = { en, fr };
