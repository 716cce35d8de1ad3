import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { METRIC_CATALOGUE, findMetric } from '../../../src/metrics/catalogue/catalogue.js';
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

/** Id, unit, statistic, family, direction, range and owner of every metric. */
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

/** The questions as the article of Aktiva2 prints them. */
const ARTICLE = {
  nps: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise à un ami ou collègue ?',
  csat: 'Comment évaluez-vous votre satisfaction concernant [interaction spécifique] ?',
  ces: 'Dans quelle mesure l’entreprise vous a-t-elle facilité la résolution de votre problème ?',
};

const texts = METRIC_CATALOGUE.flatMap(({ id, names, question, anchors, bands }) => [
  [`${id} names`, names] as const,
  ...(question ? [[`${id} question`, question] as const] : []),
  ...(anchors ? [[`${id} low`, anchors.low] as const, [`${id} high`, anchors.high] as const] : []),
  ...(bands ?? []).map((band) => [`${id} band from ${String(band.from)}`, band.names] as const),
]);

describe('METRIC_CATALOGUE', () => {
  it('says of every metric what its number is', () => {
    const found = METRIC_CATALOGUE.map(({ id, unit, statistic, family, direction, range, owner }) => [
      id,
      unit,
      statistic,
      family,
      direction,
      range,
      owner,
    ]);
    expect(found).toEqual(IDENTITIES);
  });

  it('has unique ids in kebab case', () => {
    const ids = METRIC_CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('has names that tell its metrics apart in both languages', () => {
    expect(new Set(METRIC_CATALOGUE.map(({ names }) => names.en)).size).toBe(22);
    expect(new Set(METRIC_CATALOGUE.map(({ names }) => names.fr)).size).toBe(22);
  });

  it.each(texts)('has %s in both languages', (_, { en, fr }) => {
    expect(en.trim()).toMatch(/\S{2}/);
    expect(fr.trim()).toMatch(/\S{2}/);
  });

  it.each(texts)('sets %s by the rules of typography', (_, { en, fr }) => {
    expect(en).not.toMatch(/['"]|\s[:;?!%]|[\u00a0\u202f]/);
    expect(fr).not.toMatch(/['"]|[^\u202f][:;?!%»]|«[^\u202f]/);
  });

  it.each(METRIC_CATALOGUE.map((entry) => [entry.id, entry] as const))('names the source of %s', (_, { source }) => {
    expect(source.length).toBeGreaterThan(10);
  });

  it.each([
    ['nps', ARTICLE.nps],
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
    const silent = METRIC_CATALOGUE.filter(({ question }) => question === null).map(({ id }) => id);
    expect(silent).toEqual(['satisfaction-index', 'dealer-satisfaction-index', 'review-rating', 'net-sentiment']);
    const open = METRIC_CATALOGUE.filter(({ anchors }) => anchors === null).map(({ id }) => id);
    expect(open).toEqual(['csat-custom', ...silent]);
  });

  it('has bands only where there is a source', () => {
    expect(METRIC_CATALOGUE.filter(({ bands }) => bands !== null).map(({ id }) => id)).toEqual(['nps']);
    expect(findMetric('nps')?.bands).toBe(NPS_BANDS);
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
