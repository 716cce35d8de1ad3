import type { ResolvedLocale } from './locale.js';
import type { SampleUnit } from './sampleUnit.js';

// A plus stands where the plural has an s. English needs no table.
const FRENCH_NOUNS: Readonly<Record<SampleUnit, string>> = {
  accounts: 'compte+',
  answers: 'réponse+',
  carts: 'panier+',
  cases: 'cas',
  checks: 'vérification+',
  comments: 'commentaire+',
  contacts: 'contact+',
  contributors: 'contributeur+',
  customers: 'client+',
  deliveries: 'livraison+',
  detractors: 'détracteur+',
  interventions: 'intervention+',
  invitations: 'invitation+',
  invoices: 'facture+',
  items: 'article+',
  jobs: 'intervention+',
  members: 'membre+',
  messages: 'message+',
  modules: 'module+',
  'order-lines': 'ligne+ de commande',
  orders: 'commande+',
  parts: 'pièce+',
  quotes: 'devis',
  reports: 'remontée+',
  requests: 'demande+',
  respondents: 'répondant+',
  reviews: 'avis',
  rows: 'ligne+',
  samples: 'échantillon+',
  sessions: 'session+',
  'shipped-lines': 'ligne+ expédiée+',
  targets: 'engagement+',
  tickets: 'ticket+',
  units: 'unité+',
  users: 'utilisateur+',
  visits: 'visite+',
};

/** A noun in one language. */
export interface Noun {
  /** Its singular: `'order line'`, `'ligne de commande'`. */
  readonly one: string;
  /** Its plural: `'order lines'`, `'lignes de commande'`. */
  readonly many: string;
}

/** Makes the forms of a noun from its English plural and its French singular, marked as in the table above. */
export function nounForms({ language }: ResolvedLocale, english: string, french: string): Noun {
  if (language === 'en') {
    const many = english.replace('-', ' ');
    return { one: many.replace(/s$/, '').replace(/ie$/, 'y'), many };
  }
  return { one: french.replaceAll('+', ''), many: french.replaceAll('+', 's') };
}

/** Tells whether something names what a sample may count. */
export function isSampleUnit(unit: unknown): unit is SampleUnit {
  return typeof unit === 'string' && Object.hasOwn(FRENCH_NOUNS, unit);
}

/** The noun of what a sample counts. */
export function sampleNoun(locale: ResolvedLocale, unit: SampleUnit): Noun {
  return nounForms(locale, unit, FRENCH_NOUNS[unit]);
}
