import { describe, expect, it } from 'vitest';
import { isFeminine } from '../../../src/core/frenchGender.js';
import { isSampleUnit, nounForms, sampleNoun } from '../../../src/core/sampleNoun.js';
import type { SampleUnit } from '../../../src/core/sampleUnit.js';

const EN = { tag: 'en', language: 'en' } as const;
const FR = { tag: 'fr', language: 'fr' } as const;

/** English and French, each singular and plural, and the French article as dictionaries give it. */
const NOUNS: Readonly<Record<SampleUnit, readonly [string, string, string, string, 'un' | 'une']>> = {
  accounts: ['account', 'accounts', 'compte', 'comptes', 'un'],
  answers: ['answer', 'answers', 'réponse', 'réponses', 'une'],
  carts: ['cart', 'carts', 'panier', 'paniers', 'un'],
  cases: ['case', 'cases', 'cas', 'cas', 'un'],
  checks: ['check', 'checks', 'vérification', 'vérifications', 'une'],
  comments: ['comment', 'comments', 'commentaire', 'commentaires', 'un'],
  contacts: ['contact', 'contacts', 'contact', 'contacts', 'un'],
  contributors: ['contributor', 'contributors', 'contributeur', 'contributeurs', 'un'],
  customers: ['customer', 'customers', 'client', 'clients', 'un'],
  deliveries: ['delivery', 'deliveries', 'livraison', 'livraisons', 'une'],
  detractors: ['detractor', 'detractors', 'détracteur', 'détracteurs', 'un'],
  interventions: ['intervention', 'interventions', 'intervention', 'interventions', 'une'],
  invitations: ['invitation', 'invitations', 'invitation', 'invitations', 'une'],
  invoices: ['invoice', 'invoices', 'facture', 'factures', 'une'],
  items: ['item', 'items', 'article', 'articles', 'un'],
  jobs: ['job', 'jobs', 'intervention', 'interventions', 'une'],
  members: ['member', 'members', 'membre', 'membres', 'un'],
  messages: ['message', 'messages', 'message', 'messages', 'un'],
  modules: ['module', 'modules', 'module', 'modules', 'un'],
  'order-lines': ['order line', 'order lines', 'ligne de commande', 'lignes de commande', 'une'],
  orders: ['order', 'orders', 'commande', 'commandes', 'une'],
  parts: ['part', 'parts', 'pièce', 'pièces', 'une'],
  quotes: ['quote', 'quotes', 'devis', 'devis', 'un'],
  reports: ['report', 'reports', 'remontée', 'remontées', 'une'],
  requests: ['request', 'requests', 'demande', 'demandes', 'une'],
  respondents: ['respondent', 'respondents', 'répondant', 'répondants', 'un'],
  reviews: ['review', 'reviews', 'avis', 'avis', 'un'],
  rows: ['row', 'rows', 'ligne', 'lignes', 'une'],
  samples: ['sample', 'samples', 'échantillon', 'échantillons', 'un'],
  sessions: ['session', 'sessions', 'session', 'sessions', 'une'],
  'shipped-lines': ['shipped line', 'shipped lines', 'ligne expédiée', 'lignes expédiées', 'une'],
  targets: ['target', 'targets', 'engagement', 'engagements', 'un'],
  tickets: ['ticket', 'tickets', 'ticket', 'tickets', 'un'],
  units: ['unit', 'units', 'unité', 'unités', 'une'],
  users: ['user', 'users', 'utilisateur', 'utilisateurs', 'un'],
  visits: ['visit', 'visits', 'visite', 'visites', 'une'],
};

describe('sampleNoun', () => {
  it.each(Object.entries(NOUNS))('declines %s in both languages', (name, [one, many, un, plusieurs, article]) => {
    const unit = name as SampleUnit;
    expect(sampleNoun(EN, unit)).toEqual({ one, many });
    expect(sampleNoun(FR, unit)).toEqual({ one: un, many: plusieurs });
    expect(isFeminine(unit)).toBe(article === 'une');
    expect(isSampleUnit(unit)).toBe(true);
  });
});

describe('nounForms', () => {
  it('marks each word that has a plural', () => {
    expect(nounForms(FR, 'minor units', 'unité+ mineure+')).toEqual({ one: 'unité mineure', many: 'unités mineures' });
    expect(nounForms(EN, 'minor units', 'unité+ mineure+')).toEqual({ one: 'minor unit', many: 'minor units' });
  });
});

describe('isSampleUnit', () => {
  it.each([['answer'], [''], ['toString'], ['__proto__'], [null], [undefined], [7], [['orders']]])(
    'does not know %j',
    (unit) => {
      expect(isSampleUnit(unit)).toBe(false);
    },
  );
});
