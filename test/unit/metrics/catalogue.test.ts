import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import {
  METRIC_CATALOGUE,
  filterMetrics,
  findMetric,
  type MetricFilter,
} from '../../../src/metrics/catalogue/catalogue.js';
import type { MetricId } from '../../../src/metrics/catalogue/metricEntry.js';
import { computeCes } from '../../../src/metrics/perception/ces.js';
import { computeCesNet } from '../../../src/metrics/perception/cesNet.js';
import { computeCesShare } from '../../../src/metrics/perception/cesShare.js';
import { CES_1, CES_2 } from '../../../src/metrics/perception/cesVersion.js';
import { computeCsat } from '../../../src/metrics/perception/csat.js';
import { computeCsatMean } from '../../../src/metrics/perception/csatMean.js';
import { computeCsatNet } from '../../../src/metrics/perception/csatNet.js';
import { CSAT_GOOD_BAD, CSAT_TEN_POINT, defineCsatScale } from '../../../src/metrics/perception/csatScale.js';
import { computeEmployeeNps } from '../../../src/metrics/perception/employeeNps.js';
import { computeNps } from '../../../src/metrics/perception/nps.js';
import { NPS_BANDS } from '../../../src/metrics/perception/npsBands.js';
import { computePartnerNps } from '../../../src/metrics/perception/partnerNps.js';

const POINTS = { minimum: -100, maximum: 100 };
const SHARE = { minimum: 0, maximum: 1 };
const INDEX = { minimum: 0, maximum: 100 };
const FIVE = { minimum: 1, maximum: 5 };
const SEVEN = { minimum: 1, maximum: 7 };

/** Id, unit, statistic, family, direction, range and owner of the metrics that rest on answers of one person each. */
const IDENTITIES = [
  ['nps', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-experience'],
  ['partner-nps', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'partner-network'],
  ['employee-nps', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'human-resources'],
  ['csat', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-experience'],
  ['csat-ten-point', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-experience'],
  ['csat-good-bad', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-service'],
  ['csat-custom', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-experience'],
  ['csat-mean', 'score', 'mean', 'scale', 'higher-is-better', FIVE, 'customer-experience'],
  ['csat-net', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-experience'],
  ['ces', 'score', 'mean', 'scale', 'higher-is-better', SEVEN, 'customer-service'],
  ['ces-share', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-service'],
  ['ces-net', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-service'],
  ['ces-2', 'score', 'mean', 'scale', 'higher-is-better', SEVEN, 'customer-service'],
  ['ces-2-share', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-service'],
  ['ces-2-net', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-service'],
  ['ces-1', 'score', 'mean', 'scale', 'lower-is-better', FIVE, 'customer-service'],
  ['ces-1-share', 'share', 'share', 'scale', 'higher-is-better', SHARE, 'customer-service'],
  ['ces-1-net', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-service'],
  ['satisfaction-index', 'index', 'mean', 'composite', 'higher-is-better', INDEX, 'customer-experience'],
  ['dealer-satisfaction-index', 'index', 'mean', 'composite', 'higher-is-better', INDEX, 'partner-network'],
  ['review-rating', 'score', 'mean', 'scale', 'higher-is-better', FIVE, 'marketing'],
  ['net-sentiment', 'points', 'net', 'scale', 'higher-is-better', POINTS, 'customer-experience'],
] as const;

/** Every other metric by the kind of number it is. */
const KINDS: readonly (readonly [kind: string, identity: object, ids: readonly MetricId[]])[] = [
  ['net score', { family: 'scale', statistic: 'net', unit: 'points', range: POINTS }, ['account-nps']],
  [
    'share of rows',
    { family: 'proportion', statistic: 'share', unit: 'share', range: SHARE },
    [
      'response-rate',
      'account-response-rate',
      'contact-coverage',
      'bounce-rate',
      'loop-closure',
      'recovery-rate',
      'otif',
      'on-time',
      'in-full',
      'perfect-order',
      'delivery-slot-adherence',
      'proactive-alert-rate',
      'dispute-rate',
      'credit-note-rate',
      'quotes-in-time',
      'quote-conversion',
      'item-availability',
      'availability-accuracy',
      'sample-uptake',
      'sla-attainment',
      'reopen-rate',
      'one-touch-rate',
      'first-time-fix-rate',
      'critical-parts-next-day',
      'callback-rate',
      'portal-adoption',
      'portal-depth',
      'learning-completion',
      'learning-pass-rate',
      'learning-currency',
      'conversion',
      'cart-abandonment',
      'panel-participation',
      'field-report-conversion',
      'logo-retention',
      'logo-churn',
      'repurchase-rate',
    ],
  ],
  [
    'part of an amount',
    { family: 'ratio', statistic: 'ratio', unit: 'share', range: SHARE },
    ['revenue-coverage', 'catalogue-completion', 'return-rate', 'gross-revenue-retention', 'share-of-wallet'],
  ],
  [
    'ratio of amounts of one kind',
    { family: 'ratio', statistic: 'ratio', unit: 'share', range: null },
    ['net-revenue-retention', 'earned-growth', 'cost-to-serve'],
  ],
  ['ratio of counts', { family: 'ratio', statistic: 'ratio', unit: 'ratio', range: null }, ['purchase-frequency']],
  [
    'money per unit',
    { family: 'ratio', statistic: 'ratio', unit: 'money', range: null },
    ['cost-per-intervention', 'cost-per-contact', 'average-order-value'],
  ],
  ['time per user', { family: 'ratio', statistic: 'ratio', unit: 'seconds', range: null }, ['time-on-site']],
  [
    'rate of events',
    { family: 'rate', statistic: 'rate', unit: 'ratio', range: null },
    ['sheet-views', 'media-downloads', 'contact-frequency', 'field-reports'],
  ],
  [
    'duration in hours',
    { family: 'duration', statistic: 'quantile', unit: 'hours', range: null },
    [
      'time-to-first-contact',
      'time-to-quote',
      'first-response-time',
      'next-response-time',
      'first-resolution-time',
      'full-resolution-time',
      'requester-wait',
      'agent-wait',
      'follow-up-time',
    ],
  ],
  ['duration in days', { family: 'duration', statistic: 'quantile', unit: 'days', range: null }, ['backlog-age']],
  ['count', { family: 'count', statistic: 'total', unit: 'count', range: null }, ['backlog', 'backlog-net-flow']],
  ['mean amount', { family: 'mean', statistic: 'mean', unit: 'money', range: null }, ['historic-lifetime-value']],
  ['modelled amount', { family: 'model', statistic: 'mean', unit: 'money', range: null }, ['predicted-lifetime-value']],
  ['modelled total', { family: 'model', statistic: 'total', unit: 'money', range: null }, ['revenue-at-risk']],
  ['modelled chance', { family: 'model', statistic: 'mean', unit: 'share', range: SHARE }, ['probability-alive']],
  ['index', { family: 'composite', statistic: 'mean', unit: 'index', range: INDEX }, ['health-score']],
];

/** The metrics of which little is good. */
const LOWER: readonly MetricId[] = [
  'ces-1',
  'bounce-rate',
  'time-to-first-contact',
  'dispute-rate',
  'credit-note-rate',
  'time-to-quote',
  'first-response-time',
  'next-response-time',
  'first-resolution-time',
  'full-resolution-time',
  'requester-wait',
  'agent-wait',
  'reopen-rate',
  'backlog',
  'backlog-age',
  'backlog-net-flow',
  'cost-per-intervention',
  'cost-per-contact',
  'cart-abandonment',
  'contact-frequency',
  'return-rate',
  'follow-up-time',
  'logo-churn',
  'cost-to-serve',
  'revenue-at-risk',
];

/** The questions as the article of Aktiva2 prints them. */
const ARTICLE = {
  nps: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise à un ami ou collègue ?',
  csat: 'Comment évaluez-vous votre satisfaction concernant [interaction spécifique] ?',
  ces: 'Dans quelle mesure l’entreprise vous a-t-elle facilité la résolution de votre problème ?',
};

const texts = METRIC_CATALOGUE.flatMap(({ id, names, question, anchors, formula, bands, exampleTargets }) => [
  [`${id} names`, names] as const,
  [`${id} formula`, formula] as const,
  ...(question ? [[`${id} question`, question] as const] : []),
  ...(anchors ? [[`${id} low`, anchors.low] as const, [`${id} high`, anchors.high] as const] : []),
  ...(bands ?? []).map((band) => [`${id} band from ${String(band.from)}`, band.names] as const),
  ...(exampleTargets ?? []).flatMap(({ value, label, note }) => [
    [`${id} target ${String(value)}`, label] as const,
    ...(note ? [[`${id} target ${String(value)} note`, note] as const] : []),
  ]),
]);

describe('METRIC_CATALOGUE', () => {
  it('says of every metric of answers what its number is', () => {
    const found = METRIC_CATALOGUE.slice(0, IDENTITIES.length).map(
      ({ id, unit, statistic, family, direction, range, owner }) => [
        id,
        unit,
        statistic,
        family,
        direction,
        range,
        owner,
      ],
    );
    expect(found).toEqual(IDENTITIES);
  });

  it.each(KINDS.flatMap(([kind, identity, ids]) => ids.map((id) => [id, kind, identity] as const)))(
    'says that %s is a %s',
    (id, _, identity) => {
      expect(findMetric(id)).toMatchObject(identity);
    },
  );

  it('holds each metric once, as many as there are ids', () => {
    const known = [...IDENTITIES.map(([id]) => id), ...KINDS.flatMap(([, , ids]) => ids)];
    const ids = METRIC_CATALOGUE.map(({ id }) => id);
    expect([...ids].sort()).toEqual([...known].sort());
    expect(ids.length).toBe(94);
  });

  it('says of which metrics little is good, and of which neither way is', () => {
    const idsOf = (direction: string): string[] =>
      METRIC_CATALOGUE.filter((entry) => entry.direction === direction).map(({ id }) => id);
    expect(idsOf('lower-is-better')).toEqual(LOWER);
    expect(idsOf('contextual')).toEqual(['time-on-site']);
    expect(idsOf('higher-is-better').length).toBe(94 - LOWER.length - 1);
  });

  it('is ordered by group', () => {
    const runs = METRIC_CATALOGUE.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1]);
    expect(runs).toEqual(['perception', 'outreach', 'operational', 'behavioural', 'business']);
    const sizes = runs.map((group) => METRIC_CATALOGUE.filter((entry) => entry.group === group).length);
    expect(sizes).toEqual([23, 8, 31, 17, 15]);
  });

  it('has unique ids in kebab case', () => {
    const ids = METRIC_CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('has names that tell its metrics apart in both languages', () => {
    expect(new Set(METRIC_CATALOGUE.map(({ names }) => names.en)).size).toBe(94);
    expect(new Set(METRIC_CATALOGUE.map(({ names }) => names.fr)).size).toBe(94);
  });

  it.each(texts)('has %s in both languages', (_, { en, fr }) => {
    expect(en.trim()).toMatch(/\S{2}/);
    expect(fr.trim()).toMatch(/\S{2}/);
  });

  it.each(texts)('sets %s by the rules of typography', (_, { en, fr }) => {
    expect(en).not.toMatch(/['"]|\s[:;?!%]|[\u00a0\u202f]/);
    expect(fr).not.toMatch(/['"]|[^\u202f][:;?!%»]|«[^\u202f]/);
  });

  it.each(METRIC_CATALOGUE.map((entry) => [entry.id, entry] as const))(
    'puts the formula of %s in a phrase',
    (_, entry) => {
      for (const text of [entry.formula.en, entry.formula.fr]) {
        expect(text.length).toBeGreaterThan(15);
        expect(text).toMatch(/^[\p{Ll}\d]/u);
        expect(text).not.toMatch(/\.$/);
      }
    },
  );

  it.each([
    ['conversion', 'Taux de conversion'],
    ['time-on-site', 'Temps passé sur site'],
    ['cart-abandonment', 'Taux d’abandon panier'],
    ['contact-frequency', 'Fréquence de contact service client'],
    ['return-rate', 'Taux de retour produit'],
    ['share-of-wallet', 'Part de portefeuille'],
    ['learning-completion', 'Progression e-learning'],
    ['field-reports', 'Remontées terrain'],
  ])('names %s as the article does', (id, name) => {
    expect(findMetric(id)?.names.fr).toBe(name);
  });

  it.each(METRIC_CATALOGUE.map((entry) => [entry.id, entry] as const))('names the source of %s', (_, { source }) => {
    expect(source.length).toBeGreaterThan(10);
  });

  it.each([
    ['nps', ARTICLE.nps],
    ['account-nps', ARTICLE.nps],
    ['csat', ARTICLE.csat],
    ['csat-ten-point', ARTICLE.csat],
    ['csat-custom', ARTICLE.csat],
    ['csat-mean', ARTICLE.csat],
    ['csat-net', ARTICLE.csat],
    ['ces', ARTICLE.ces],
    ['ces-share', ARTICLE.ces],
    ['ces-net', ARTICLE.ces],
  ])('asks %s in the words of the article', (id, question) => {
    expect(findMetric(id)?.question?.fr.replaceAll('\u202f', ' ')).toBe(question);
  });

  it.each([
    ['ces', 'Très difficile', 'Très facile', 'Very difficult', 'Very easy'],
    ['ces-net', 'Très difficile', 'Très facile', 'Very difficult', 'Very easy'],
    ['ces-2', 'Pas du tout d’accord', 'Tout à fait d’accord', 'Strongly disagree', 'Strongly agree'],
    ['ces-1', 'Effort très faible', 'Effort très élevé', 'Very low effort', 'Very high effort'],
    ['ces-1-share', 'Effort très faible', 'Effort très élevé', 'Very low effort', 'Very high effort'],
    ['csat', 'Très insatisfait', 'Très satisfait', 'Very dissatisfied', 'Very satisfied'],
    ['csat-good-bad', 'Mauvaise', 'Bonne', 'Bad', 'Good'],
    ['nps', 'Pas du tout probable', 'Extrêmement probable', 'Not at all likely', 'Extremely likely'],
  ])('puts words at the ends of the scale of %s', (id, lowFr, highFr, lowEn, highEn) => {
    const low = { en: lowEn, fr: lowFr };
    expect(findMetric(id)?.anchors).toEqual({ low, high: { en: highEn, fr: highFr } });
  });

  it.each([
    ['nps', 'On a scale of 0 to 10, how likely are you to recommend our company to a friend or colleague?'],
    ['ces', 'To what extent did the company make it easy for you to resolve your problem?'],
    ['ces-2', '[Company] made it easy for me to handle my issue.'],
    ['ces-1', 'How much effort did you personally have to put forth to handle your request?'],
  ])('asks %s in English', (id, question) => {
    expect(findMetric(id)?.question?.en).toBe(question);
  });

  it('has no question where several or none are asked', () => {
    const perception = METRIC_CATALOGUE.filter(({ group }) => group === 'perception');
    const silent = perception.filter(({ question }) => question === null).map(({ id }) => id);
    expect(silent).toEqual(['satisfaction-index', 'dealer-satisfaction-index', 'review-rating', 'net-sentiment']);
    const open = perception.filter(({ anchors }) => anchors === null).map(({ id }) => id);
    expect(open).toEqual(['csat-custom', ...silent]);
    const others = METRIC_CATALOGUE.filter(({ group }) => group !== 'perception');
    expect(others.filter(({ question, anchors }) => question !== null || anchors !== null)).toEqual([]);
  });

  it('has bands only where there is a source', () => {
    expect(METRIC_CATALOGUE.filter(({ bands }) => bands !== null).map(({ id }) => id)).toEqual(['nps']);
    expect(findMetric('nps')?.bands).toBe(NPS_BANDS);
  });

  it('has example targets only where a source names them, from the lowest up', () => {
    const found = METRIC_CATALOGUE.filter(({ exampleTargets }) => exampleTargets !== null);
    expect(found.map(({ id, exampleTargets }) => [id, exampleTargets?.map(({ value }) => value)])).toEqual([
      ['nps', [0, 20, 50, 80]],
      ['response-rate', [0.8]],
      ['revenue-coverage', [0.8]],
      ['time-to-first-contact', [24, 48]],
      ['otif', [0.95]],
      ['on-time', [0.9, 0.98]],
      ['in-full', [0.95]],
      ['dispute-rate', [0.02, 0.05]],
      ['credit-note-rate', [0.05, 0.1]],
      ['first-time-fix-rate', [0.63, 0.75, 0.8, 0.88]],
    ]);
  });

  it('has example targets with a source, inside the range of their metric', () => {
    for (const { range, exampleTargets } of METRIC_CATALOGUE) {
      for (const { value, source } of exampleTargets ?? []) {
        expect(value).toBeGreaterThanOrEqual(range?.minimum ?? 0);
        expect(value).toBeLessThanOrEqual(range?.maximum ?? Number.MAX_VALUE);
        expect(source.length).toBeGreaterThan(10);
      }
    }
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(METRIC_CATALOGUE))).toEqual(METRIC_CATALOGUE);
  });

  const own = defineCsatScale({ minimum: 1, maximum: 6, satisfiedFrom: 5 });
  const definitions: readonly MetricDefinition[] = [
    computeNps([]),
    computePartnerNps([]),
    computeEmployeeNps([]),
    computeCsat([]),
    computeCsat([], { scale: CSAT_TEN_POINT }),
    computeCsat([], { scale: CSAT_GOOD_BAD }),
    computeCsat([], { scale: own }),
    computeCsatMean([]),
    computeCsatNet([]),
    computeCes([]),
    computeCesShare([]),
    computeCesNet([]),
    computeCes([], { version: CES_2 }),
    computeCesShare([], { version: CES_2 }),
    computeCesNet([], { version: CES_2 }),
    computeCes([], { version: CES_1 }),
    computeCesShare([], { version: CES_1 }),
    computeCesNet([], { version: CES_1 }),
  ].map(({ definition }) => definition);

  it.each(definitions.map((definition) => [definition.id, definition] as const))(
    'agrees with the definition of %s',
    (id, { family, statistic, unit, direction, range }) => {
      expect(findMetric(id)).toMatchObject({ id, family, statistic, unit, direction, range });
    },
  );
});

describe('findMetric', () => {
  it.each(METRIC_CATALOGUE.map((entry) => [entry.id, entry] as const))('finds %s', (id, entry) => {
    expect(findMetric(id)).toBe(entry);
  });

  it.each(['', 'NPS', 'effort', 'constructor'])('finds nothing for %j', (id) => {
    expect(findMetric(id)).toBeNull();
  });
});

describe('filterMetrics', () => {
  it('lists every metric when nothing is asked for', () => {
    expect(filterMetrics()).toEqual(METRIC_CATALOGUE);
    expect(filterMetrics({})).toEqual(METRIC_CATALOGUE);
    expect(filterMetrics({ group: undefined, owner: undefined, direction: undefined })).toEqual(METRIC_CATALOGUE);
    expect(filterMetrics({ unit: undefined, family: undefined })).toEqual(METRIC_CATALOGUE);
  });

  it.each<[MetricFilter, readonly MetricId[]]>([
    [{ owner: 'human-resources' }, ['employee-nps']],
    [{ direction: 'contextual' }, ['time-on-site']],
    [{ unit: 'count' }, ['backlog', 'backlog-net-flow']],
    [{ family: 'model' }, ['predicted-lifetime-value', 'probability-alive', 'revenue-at-risk']],
    [{ group: 'outreach', family: 'ratio' }, ['revenue-coverage']],
    [{ group: 'outreach', unit: 'hours' }, ['time-to-first-contact']],
    [{ owner: 'logistics', direction: 'lower-is-better' }, []],
  ])('lists what has all of %j', (filter, ids) => {
    expect(filterMetrics(filter).map(({ id }) => id)).toEqual(ids);
  });

  it('gives the very entries of the catalogue', () => {
    expect(filterMetrics({ owner: 'human-resources' })[0]).toBe(findMetric('employee-nps'));
  });

  it('lists nothing for a word that no metric uses', () => {
    expect(filterMetrics({ group: 'Perception' as 'perception' })).toEqual([]);
  });
});
