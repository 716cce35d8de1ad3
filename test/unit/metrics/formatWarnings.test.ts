import { describe, expect, it } from 'vitest';
import { formatWarning } from '../../../src/core/formatWarning.js';
import type { SampleUnit } from '../../../src/core/sampleUnit.js';
import type { Warning } from '../../../src/core/warning.js';
import { METRIC_CATALOGUE } from '../../../src/metrics/catalogue/catalogue.js';
import type { MetricId } from '../../../src/metrics/catalogue/metricEntry.js';
import { sampleUnitOf } from '../../../src/metrics/catalogue/metricNames.js';
import { formatResult } from '../../../src/metrics/formatResult.js';
import { formatWarnings } from '../../../src/metrics/formatWarnings.js';
import {
  computeConversion,
  computeMeasure,
  computeNetRevenueRetention,
  computeOtif,
  computePerfectOrder,
  computeRevenueAtRisk,
  defineProportion,
} from '../../../src/index.js';

/** The metrics whose sample is not answers, by what it counts. */
const UNITS: { readonly [unit in SampleUnit]?: readonly MetricId[] } = {
  respondents: ['satisfaction-index', 'dealer-satisfaction-index'],
  reviews: ['review-rating'],
  comments: ['net-sentiment'],
  invitations: ['response-rate', 'bounce-rate'],
  contacts: ['contact-coverage', 'cost-per-contact'],
  detractors: ['loop-closure', 'time-to-first-contact', 'recovery-rate'],
  'order-lines': ['otif', 'on-time', 'in-full'],
  orders: ['perfect-order', 'proactive-alert-rate', 'portal-depth', 'average-order-value'],
  deliveries: ['delivery-slot-adherence'],
  invoices: ['dispute-rate', 'credit-note-rate'],
  requests: ['time-to-quote', 'quotes-in-time', 'item-availability'],
  quotes: ['quote-conversion'],
  checks: ['availability-accuracy'],
  samples: ['sample-uptake'],
  targets: ['sla-attainment'],
  messages: ['next-response-time'],
  tickets: [
    'first-response-time',
    'first-resolution-time',
    'full-resolution-time',
    'requester-wait',
    'agent-wait',
    'reopen-rate',
    'one-touch-rate',
    'backlog',
    'backlog-age',
    'backlog-net-flow',
  ],
  jobs: ['first-time-fix-rate'],
  parts: ['critical-parts-next-day'],
  interventions: ['callback-rate', 'cost-per-intervention'],
  items: ['catalogue-completion'],
  modules: ['learning-completion', 'learning-pass-rate', 'learning-currency'],
  sessions: ['conversion'],
  users: ['time-on-site'],
  carts: ['cart-abandonment'],
  'shipped-lines': ['return-rate'],
  members: ['panel-participation'],
  contributors: ['field-reports'],
  reports: ['field-report-conversion', 'follow-up-time'],
  customers: [
    'logo-retention',
    'logo-churn',
    'gross-revenue-retention',
    'net-revenue-retention',
    'repurchase-rate',
    'earned-growth',
  ],
  accounts: [
    'account-response-rate',
    'revenue-coverage',
    'portal-adoption',
    'sheet-views',
    'media-downloads',
    'contact-frequency',
    'purchase-frequency',
    'share-of-wallet',
    'historic-lifetime-value',
    'predicted-lifetime-value',
    'probability-alive',
    'cost-to-serve',
    'revenue-at-risk',
    'health-score',
  ],
};

describe('sampleUnitOf', () => {
  const declared = new Map(Object.entries(UNITS).flatMap(([unit, ids]) => ids.map((id) => [id as string, unit])));

  it.each(METRIC_CATALOGUE.map(({ id, sampleUnit }) => [id, sampleUnit] as const))('knows %s', (id, sampleUnit) => {
    expect(sampleUnit).toBe(declared.get(id) ?? 'answers');
    expect(sampleUnitOf({ id })).toBe(sampleUnit);
  });

  it.each(['own', 'toString', '__proto__', ''])('says answers of the unknown metric "%s"', (id) => {
    expect(sampleUnitOf({ id })).toBe('answers');
  });

  it('believes the definition, unless it says what nobody knows', () => {
    expect(sampleUnitOf({ id: 'otif', sampleUnit: 'orders' })).toBe('orders');
    expect(sampleUnitOf({ id: 'otif', sampleUnit: 'lorries' as never })).toBe('order-lines');
  });

  it('follows the level of a delivery and the unit of a conversion', () => {
    const otif = (level: 'line' | 'order' | 'unit'): SampleUnit =>
      sampleUnitOf(computeOtif([], { asOf: '2026-03-31', level }).definition);
    expect([otif('line'), otif('order'), otif('unit')]).toEqual(['order-lines', 'orders', 'deliveries']);
    expect(computePerfectOrder([], { asOf: '2026-03-31' }).definition.sampleUnit).toBeUndefined();
    const conversion = (unit: 'session' | 'user' | 'account'): SampleUnit =>
      sampleUnitOf(computeConversion<{ ok: boolean }>([], { unit, converted: 'ok' }).definition);
    expect([conversion('session'), conversion('user'), conversion('account')]).toEqual([
      'sessions',
      'users',
      'accounts',
    ]);
  });
});

const MOVEMENTS = [
  { start: 100_00, end: 83_00 },
  { start: 100_00, end: 83_00 },
];
const RETENTION = { startRevenue: 'start', endRevenue: 'end', currency: 'EUR' } as const;

describe('formatResult', () => {
  it('writes what became of an amount in per cent', () => {
    const rows = [...MOVEMENTS, { start: 100_00, end: 110_00 }];
    expect(formatResult(computeNetRevenueRetention(rows, RETENTION))).toMatch(
      /^Net revenue retention \(NRR\): 92\.0% \(95% interval .*%, Student’s t; 3 customers\)$/,
    );
  });

  it('does not say that accounts come from as many accounts', () => {
    const rows = [{ revenue: 100_00, flagged: true, p: 0.5 }];
    const reading = { revenue: 'revenue', flagged: 'flagged', churnProbability: 'p', currency: 'EUR' } as const;
    const risk = computeRevenueAtRisk(rows, reading);
    expect(formatResult(risk)).toContain('; 1 account)');
    expect(formatResult({ ...risk, accounts: 7 })).toContain('; 1 account from 7 accounts)');
    expect(formatResult({ ...risk, sampleSize: 2, effectiveSampleSize: 2, accounts: 7 }, { locale: 'fr' })).toContain(
      '\u202f; 2 comptes de 7 comptes)',
    );
  });

  it('uses the noun that a measure of one’s own declares', () => {
    const own = defineProportion({ id: 'own', sampleUnit: 'quotes', success: (row: { ok: boolean }) => row.ok });
    const result = computeMeasure([{ ok: true }, { ok: false }], own);
    expect(formatResult(result, { locale: 'fr' })).toMatch(/\u202f; 2 devis\)$/);
    expect(() => defineProportion({ id: 'own', sampleUnit: 'lorries' as never, success: () => true })).toThrow(
      expect.objectContaining({
        code: 'CX_INVALID_DEFINITION',
        message: 'defineProportion: "sampleUnit" must be a noun of SampleUnit, such as "orders", received "lorries"',
      }),
    );
  });
});

describe('formatWarnings', () => {
  it('writes each warning with the noun of the metric, in both languages', () => {
    const own = defineProportion({ id: 'own', sampleUnit: 'orders', success: (row: { ok: boolean }) => row.ok });
    const rows = Array.from({ length: 7 }, (_, at) => ({ ok: at > 0 }));
    const result = computeMeasure(rows, own);
    expect(formatWarnings(result)).toEqual([
      'The value rests on only 7 orders: below 30 it is a direction to look in, not a measurement.',
    ]);
    expect(formatWarnings(result, { locale: 'fr' })).toEqual([
      'La valeur ne repose que sur 7 commandes\u202f: en dessous de 30, elle indique une direction et non une mesure.',
    ]);
  });

  it('has nothing to say where nothing warns', () => {
    expect(formatWarnings({ definition: computeOtif([], { asOf: '2026-03-31' }).definition, warnings: [] })).toEqual(
      [],
    );
  });

  it.each([[null], [undefined], [{}], [7]])('refuses %j', (warned) => {
    expect(() => formatWarnings(warned as never)).toThrow(expect.objectContaining({ code: 'CX_INVALID_INPUT' }));
  });
});

describe('formatWarning', () => {
  it.each<[Warning, SampleUnit, string, string]>([
    [
      { code: 'no-data' },
      'tickets',
      'There is no usable ticket, so no value is given.',
      'Aucun ticket n’est exploitable~: aucune valeur n’est donnée.',
    ],
    [
      { code: 'no-interval', reason: 'single-answer' },
      'reviews',
      'No interval is given, because a single review shows no spread.',
      'Aucun intervalle n’est donné~: un seul avis ne montre aucune dispersion.',
    ],
    [
      { code: 'no-interval', reason: 'no-variation' },
      'tickets',
      'No interval is given, because all tickets give the same result and the method would claim a certainty it does not have.',
      'Aucun intervalle n’est donné~: tous les tickets donnent le même résultat et la méthode afficherait une certitude qu’elle n’a pas.',
    ],
    [
      { code: 'no-interval', reason: 'unbounded' },
      'messages',
      'No interval is given, because the messages are too few, or too much alike, to set a limit on either side.',
      'Aucun intervalle n’est donné~: les messages sont trop peu nombreux, ou trop semblables, pour fixer une limite d’un côté ou de l’autre.',
    ],
    [
      { code: 'off-scale-excluded', count: 2 },
      'comments',
      '2 comments off the scale were left out.',
      '2 commentaires hors de l’échelle ont été écartés.',
    ],
    [
      { code: 'unequal-weights', sampleSize: 1, effectiveSampleSize: 0.4 },
      'deliveries',
      'The weights are so unequal that 1 delivery counts for only 0.4 of equal weight.',
      'Les pondérations sont si inégales que 1 livraison n’en vaut que 0,4 de même poids.',
    ],
    [
      { code: 'incomplete-items', count: 2 },
      'accounts',
      '2 accounts with too few of the items were left out.',
      '2 comptes ont été écartés, faute d’un nombre suffisant d’éléments renseignés.',
    ],
    [
      { code: 'quantile-not-reached', quantile: 0.5, open: 2 },
      'requests',
      'The median is not known, because 2 requests are still open: it lies beyond what has been observed.',
      'La médiane n’est pas connue, car 2 demandes sont encore ouvertes~: la valeur se situe au-delà de ce qui a été observé.',
    ],
    [
      { code: 'not-comparable', reason: 'no-standard-error' },
      'reviews',
      'No comparison can be made, because one side has too few reviews, or too little spread, to know its error.',
      'Aucune comparaison n’est possible~: l’un des deux côtés a trop peu d’avis, ou de dispersion, pour que son erreur soit connue.',
    ],
    [
      { code: 'not-comparable', reason: 'no-standard-error' },
      'samples',
      'No comparison can be made, because one side has too few samples, or too little spread, to know its error.',
      'Aucune comparaison n’est possible~: l’un des deux côtés a trop peu d’échantillons, ou de dispersion, pour que son erreur soit connue.',
    ],
    [
      { code: 'small-sample', unit: 'accounts', observed: 1, recommended: 5 },
      'tickets',
      'The value rests on only 1 account: below 5 it is a direction to look in, not a measurement.',
      'La valeur ne repose que sur 1 compte~: en dessous de 5, elle indique une direction et non une mesure.',
    ],
  ])('tells %j of %s', (warning, sampleUnit, en, fr) => {
    expect(formatWarning(warning, { sampleUnit })).toBe(en);
    expect(formatWarning(warning, { locale: 'fr', sampleUnit })).toBe(fr.replaceAll('~', '\u202f'));
  });

  it.each([['lorries'], [null], [7]])('refuses the noun %j', (sampleUnit) => {
    expect(() => formatWarning({ code: 'no-data' }, { sampleUnit: sampleUnit as never })).toThrow(
      /^formatWarning: option "sampleUnit" must be a noun of SampleUnit, such as "orders", received /,
    );
  });
});
