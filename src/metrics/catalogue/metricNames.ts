import type { LocalizedText, MetricDefinition } from '../../core/definition.js';
import { isSampleUnit } from '../../core/sampleNoun.js';
import type { SampleUnit } from '../../core/sampleUnit.js';
import type { MetricId } from './metricEntry.js';

/** What a sample counts, the French name, and the English one where it is more than the id in words, with bars between them. */
type MetricWords = `${SampleUnit}|${string}`;

/**
 * The words of every metric, for people. Apart from the entries, since who writes results in words needs no more of the catalogue;
 * brief, since all of them travel with a single sentence.
 */
const METRIC_NAMES: Readonly<Record<MetricId, MetricWords>> = {
  nps: 'answers|Net Promoter Score|Net Promoter Score',
  'partner-nps': 'answers|NPS partenaires|Partner NPS',
  'employee-nps': 'answers|NPS collaborateurs|Employee NPS',
  csat: 'answers|Satisfaction client (4 ou 5 sur 5)|Customer satisfaction (4 or 5 of 5)',
  'csat-ten-point': 'answers|Satisfaction client (8 à 10 sur 10)|Customer satisfaction (8 to 10 of 10)',
  'csat-good-bad': 'answers|Satisfaction client (bonne ou mauvaise)|Customer satisfaction (good or bad)',
  'csat-custom': 'answers|Satisfaction client (échelle propre)|Customer satisfaction (own scale)',
  'csat-mean': 'answers|Satisfaction moyenne|Mean satisfaction',
  'csat-net': 'answers|Satisfaction nette|Net satisfaction',
  ces: 'answers|Customer Effort Score (facilité)|Customer Effort Score (ease)',
  'ces-share': 'answers|Réponses «\u202ffacile\u202f» (5 à 7 sur 7)|Easy answers (5 to 7 of 7)',
  'ces-net': 'answers|Facilité nette (facile moins difficile)|Net ease (easy minus hard)',
  'ces-2': 'answers|Customer Effort Score 2.0|Customer Effort Score 2.0',
  'ces-2-share':
    'answers|Customer Effort Score 2.0 (d’accord, 5 à 7 sur 7)|Customer Effort Score 2.0 (agreement, 5 to 7 of 7)',
  'ces-2-net': 'answers|Customer Effort Score 2.0 (accord net)|Customer Effort Score 2.0 (net agreement)',
  'ces-1': 'answers|Customer Effort Score 1.0|Customer Effort Score 1.0',
  'ces-1-share':
    'answers|Customer Effort Score 1.0 (effort faible, 1 ou 2 sur 5)|Customer Effort Score 1.0 (low effort, 1 or 2 of 5)',
  'ces-1-net':
    'answers|Customer Effort Score 1.0 (effort faible moins élevé)|Customer Effort Score 1.0 (low minus high effort)',
  'satisfaction-index': 'respondents|Indice de satisfaction client|Customer satisfaction index',
  'dealer-satisfaction-index': 'respondents|Indice de satisfaction du réseau',
  'review-rating': 'reviews|Note des avis',
  'net-sentiment': 'comments|Sentiment net',
  'account-nps': 'answers|NPS par compte|Account NPS',
  'response-rate': 'invitations|Taux de réponse',
  'account-response-rate': 'accounts|Taux de comptes répondants',
  'revenue-coverage': 'accounts|Couverture du chiffre d’affaires',
  'contact-coverage': 'contacts|Couverture des contacts',
  'bounce-rate': 'invitations|Taux de rejet des invitations',
  'loop-closure': 'detractors|Boucle fermée dans le délai',
  'time-to-first-contact': 'detractors|Délai de premier contact',
  'recovery-rate': 'detractors|Taux de reconquête',
  otif: 'order-lines|Livraison à temps et complète (OTIF)|On time in full (OTIF)',
  'on-time': 'order-lines|Ponctualité des livraisons|On-time rate',
  'in-full': 'order-lines|Complétude des livraisons|In-full rate',
  'perfect-order': 'orders|Taux de commandes parfaites|Perfect order fulfilment',
  'delivery-slot-adherence': 'deliveries|Respect des créneaux de livraison|Delivery-slot adherence',
  'proactive-alert-rate': 'orders|Taux d’alertes proactives',
  'dispute-rate': 'invoices|Taux de litiges',
  'credit-note-rate': 'invoices|Taux d’avoirs|Credit-note rate',
  'time-to-quote': 'requests|Délai de devis (Time-to-Quote)',
  'quotes-in-time': 'requests|Devis remis dans le délai',
  'quote-conversion': 'quotes|Taux de transformation des devis',
  'item-availability': 'requests|Disponibilité des références A',
  'availability-accuracy': 'checks|Exactitude des disponibilités affichées',
  'sample-uptake': 'samples|Taux de transformation des échantillons et démos',
  'sla-attainment': 'targets|Respect des SLA|SLA attainment',
  'first-response-time': 'tickets|Délai de première réponse',
  'next-response-time': 'messages|Délai de réponse suivante',
  'first-resolution-time': 'tickets|Délai de première résolution',
  'full-resolution-time': 'tickets|Délai de résolution finale',
  'requester-wait': 'tickets|Attente du client',
  'agent-wait': 'tickets|Attente de l’agent',
  'reopen-rate': 'tickets|Taux de réouverture',
  'one-touch-rate': 'tickets|Taux de résolution en un échange|One-touch rate',
  backlog: 'tickets|Encours de tickets (backlog)',
  'backlog-age': 'tickets|Âge de l’encours',
  'backlog-net-flow': 'tickets|Flux net de l’encours',
  'first-time-fix-rate': 'jobs|Taux de résolution à la première visite (FTFR)|First-time fix rate (FTFR)',
  'critical-parts-next-day': 'parts|Pièces critiques en J+1',
  'callback-rate': 'interventions|Taux de rappels proactifs après intervention|Proactive call-back rate',
  'cost-per-intervention': 'interventions|Coût par intervention',
  'cost-per-contact': 'contacts|Coût par contact',
  'portal-adoption': 'accounts|Adoption du portail pro',
  'portal-depth': 'orders|Profondeur d’usage du portail pro',
  'catalogue-completion': 'items|Complétion des catalogues',
  'learning-completion': 'modules|Progression e-learning|E-learning completion',
  'learning-pass-rate': 'modules|Taux de réussite e-learning|E-learning pass rate',
  'learning-currency': 'modules|Validité des acquis e-learning|E-learning currency',
  'sheet-views': 'accounts|Consultation des fiches',
  'media-downloads': 'accounts|Téléchargement des médias',
  conversion: 'sessions|Taux de conversion|Conversion rate',
  'time-on-site': 'users|Temps passé sur site',
  'cart-abandonment': 'carts|Taux d’abandon panier',
  'contact-frequency': 'accounts|Fréquence de contact service client',
  'return-rate': 'shipped-lines|Taux de retour produit',
  'panel-participation': 'members|Participation aux panels',
  'field-reports': 'contributors|Remontées terrain',
  'field-report-conversion': 'reports|Taux de transformation des remontées terrain|Field-report conversion',
  'follow-up-time': 'reports|Délai de suivi des remontées terrain|Follow-up time',
  'logo-retention': 'customers|Taux de rétention|Customer retention',
  'logo-churn': 'customers|Taux d’attrition (churn)|Customer churn',
  'gross-revenue-retention': 'customers|Rétention brute du chiffre d’affaires (GRR)|Gross revenue retention (GRR)',
  'net-revenue-retention': 'customers|Rétention nette du chiffre d’affaires (NRR)|Net revenue retention (NRR)',
  'repurchase-rate': 'customers|Taux de réachat',
  'earned-growth': 'customers|Croissance méritée|Earned growth rate',
  'purchase-frequency': 'accounts|Fréquence d’achat',
  'average-order-value': 'orders|Montant moyen de commande',
  'share-of-wallet': 'accounts|Part de portefeuille',
  'historic-lifetime-value': 'accounts|Valeur vie client historique',
  'predicted-lifetime-value': 'accounts|Valeur vie client prédite',
  'probability-alive': 'accounts|Probabilité d’activité',
  'cost-to-serve': 'accounts|Coût de service',
  'revenue-at-risk': 'accounts|Chiffre d’affaires à risque',
  'health-score': 'accounts|Score de santé client',
};

function wordsOf(id: string): readonly string[] {
  return Object.hasOwn(METRIC_NAMES, id) ? METRIC_NAMES[id as MetricId].split('|') : [];
}

/** The name of a metric of the catalogue; `undefined` for any other id. */
export function metricNames(id: MetricId): LocalizedText;
export function metricNames(id: string): LocalizedText | undefined;
export function metricNames(id: string): LocalizedText | undefined {
  const [, fr, en = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')] = wordsOf(id);
  return fr === undefined ? undefined : { en, fr };
}

/**
 * Tells what the sample of a metric counts: order lines, tickets, customers.
 *
 * Use it to write a count of your own, or to hand it to {@link formatWarning}; {@link formatResult} and {@link formatWarnings} know it.
 *
 * @param definition - The definition of a result, a comparison or a measure.
 * @returns The noun the definition declares, else that of the metric in the catalogue, else `'answers'`.
 * @example
 * ```ts
 * import { computeOtif, sampleUnitOf } from 'cx-scoring';
 *
 * sampleUnitOf(computeOtif([], { asOf: '2026-03-31' }).definition); // => 'order-lines'
 * sampleUnitOf(computeOtif([], { asOf: '2026-03-31', level: 'order' }).definition); // => 'orders'
 * ```
 */
export function sampleUnitOf(definition: Pick<MetricDefinition, 'id' | 'sampleUnit'>): SampleUnit {
  const { id, sampleUnit } = Object(definition) as typeof definition;
  // A definition may come from stored data, written by hand or by a later version.
  return isSampleUnit(sampleUnit) ? sampleUnit : ((wordsOf(id)[0] ?? 'answers') as SampleUnit);
}
