import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/core/comparison.js';
import type { MetricDefinition } from '../../../src/core/definition.js';
import type { NotComparableWarning } from '../../../src/core/warning.js';
import { formatComparison } from '../../../src/metrics/formatComparison.js';

/** `~` stands for a no-break space; whether `Intl` gives the narrow one depends on its version. */
const spaces = (text: string): string => text.replaceAll('~', '\u202f').replaceAll('\u00a0', '\u202f');

const NPS: MetricDefinition = {
  id: 'nps',
  family: 'scale',
  statistic: 'net',
  unit: 'points',
  direction: 'higher-is-better',
  range: { minimum: -100, maximum: 100 },
  parameters: {},
};
const CSAT: MetricDefinition = {
  ...NPS,
  id: 'csat',
  statistic: 'share',
  unit: 'share',
  range: { minimum: 0, maximum: 1 },
};
const EASE: MetricDefinition = {
  ...NPS,
  id: 'ces',
  statistic: 'mean',
  unit: 'score',
  range: { minimum: 1, maximum: 7 },
};
const INDEX: MetricDefinition = {
  ...NPS,
  id: 'satisfaction-index',
  unit: 'index',
  range: { minimum: 0, maximum: 100 },
};

const HOURS: MetricDefinition = {
  ...NPS,
  id: 'own',
  family: 'duration',
  statistic: 'quantile',
  unit: 'hours',
  direction: 'lower-is-better',
  range: null,
};
const COST: MetricDefinition = { ...HOURS, statistic: 'ratio', unit: 'money', parameters: { currency: 'EUR' } };

const comparison = (given: Partial<Comparison>): Comparison => ({
  definition: NPS,
  difference: 12,
  standardError: 4.5,
  degreesOfFreedom: null,
  interval: { lower: 3.18, upper: 20.82, confidence: 0.95, method: 'wald' },
  pValue: 0.0077,
  minimumDetectableDifference: 12.6,
  verdict: 'higher',
  sampleSizes: [1400, 380],
  warnings: [],
  ...given,
});

const LINES: readonly (readonly [what: string, comparison: Comparison, en: string, fr: string])[] = [
  [
    'a higher score',
    comparison({}),
    'Net Promoter Score: the first is higher, difference +12.0 points (95% interval +3.2 to +20.8, Wald; p = 0.0077; sample sizes 1,400 and 380)',
    'Net Promoter Score~: le premier est supérieur, écart de +12,0 points (intervalle à 95~% de +3,2 à +20,8, Wald~; p = 0,0077~; effectifs 1~400 et 380)',
  ],
  [
    'a lower share, in percentage points',
    comparison({
      definition: CSAT,
      difference: -0.082,
      interval: { lower: -0.1204, upper: -0.0436, confidence: 0.9, method: 'newcombe' },
      pValue: 0.00002,
      verdict: 'lower',
      sampleSizes: [900, 800],
    }),
    'Customer satisfaction (4 or 5 of 5): the first is lower, difference −8.2 percentage points (90% interval −12.0 to −4.4, Newcombe; p < 0.001; sample sizes 900 and 800)',
    'Satisfaction client (4 ou 5 sur 5)~: le premier est inférieur, écart de −8,2 points de pourcentage (intervalle à 90~% de −12,0 à −4,4, Newcombe~; p < 0,001~; effectifs 900 et 800)',
  ],
  [
    'no evidence, with what could have been seen',
    comparison({
      difference: 4,
      interval: { lower: -8, upper: 16, confidence: 0.95, method: 'wald' },
      pValue: 0.5135,
      minimumDetectableDifference: 17.16,
      verdict: 'no-evidence',
      sampleSizes: [40, 38],
    }),
    'Net Promoter Score: no evidence of a difference, observed difference +4.0 points (95% interval −8.0 to +16.0, Wald; p = 0.514; sample sizes 40 and 38; smallest difference detectable with 80% power: 17.2 points)',
    'Net Promoter Score~: aucune preuve d’un écart, écart observé de +4,0 points (intervalle à 95~% de −8,0 à +16,0, Wald~; p = 0,514~; effectifs 40 et 38~; plus petit écart détectable avec une puissance de 80~%~: 17,2 points)',
  ],
  [
    'no evidence on a scale',
    comparison({
      definition: EASE,
      difference: 0,
      interval: { lower: -0.3, upper: 0.3, confidence: 0.95, method: 'welch' },
      pValue: 1,
      minimumDetectableDifference: 0.43,
      verdict: 'no-evidence',
      sampleSizes: [60, 60],
    }),
    'Customer Effort Score (ease): no evidence of a difference, observed difference 0.00 on the scale of 1 to 7 (95% interval −0.30 to +0.30, Welch’s t; p = 1; sample sizes 60 and 60; smallest difference detectable with 80% power: 0.43 on the scale of 1 to 7)',
    'Customer Effort Score (facilité)~: aucune preuve d’un écart, écart observé de 0,00 sur l’échelle de 1 à 7 (intervalle à 95~% de −0,30 à +0,30, t de Welch~; p = 1~; effectifs 60 et 60~; plus petit écart détectable avec une puissance de 80~%~: 0,43 sur l’échelle de 1 à 7)',
  ],
  [
    'no evidence where nothing is known of what could have been seen',
    comparison({ difference: -4, verdict: 'no-evidence', minimumDetectableDifference: null }),
    'Net Promoter Score: no evidence of a difference, observed difference −4.0 points (95% interval +3.2 to +20.8, Wald; p = 0.0077; sample sizes 1,400 and 380; smallest detectable difference unknown)',
    'Net Promoter Score~: aucune preuve d’un écart, écart observé de −4,0 points (intervalle à 95~% de +3,2 à +20,8, Wald~; p = 0,0077~; effectifs 1~400 et 380~; plus petit écart détectable inconnu)',
  ],
  [
    'a side without data',
    comparison({
      difference: null,
      interval: null,
      pValue: null,
      minimumDetectableDifference: null,
      verdict: 'unknown',
      sampleSizes: [40, 0],
    }),
    'Net Promoter Score: no comparison, a side has no data (sample sizes 40 and 0)',
    'Net Promoter Score~: pas de comparaison, un côté est sans données (effectifs 40 et 0)',
  ],
  [
    'durations, whose error is not known',
    comparison({ definition: HOURS, difference: -1.5, interval: null, pValue: null, verdict: 'unknown' }),
    'own: no verdict, observed difference −1.5 hours (no interval; sample sizes 1,400 and 380)',
    'own~: pas de verdict, écart observé de −1,5 heure (pas d’intervalle~; effectifs 1~400 et 380)',
  ],
  [
    'durations without evidence',
    comparison({ definition: HOURS, difference: 2, verdict: 'no-evidence' }),
    'own: no evidence of a difference, observed difference +2.0 hours (95% interval +3.2 to +20.8 hours, Wald; p = 0.0077; sample sizes 1,400 and 380; smallest difference detectable with 80% power: 12.6 hours)',
    'own~: aucune preuve d’un écart, écart observé de +2,0 heures (intervalle à 95~% de +3,2 à +20,8 heures, Wald~; p = 0,0077~; effectifs 1~400 et 380~; plus petit écart détectable avec une puissance de 80~%~: 12,6 heures)',
  ],
  [
    'amounts of money',
    comparison({
      definition: COST,
      difference: 1250,
      interval: { lower: -150, upper: 2650, confidence: 0.95, method: 'welch' },
    }),
    'own: the first is higher, difference +€12.50 (95% interval −€1.50 to +€26.50, Welch’s t; p = 0.0077; sample sizes 1,400 and 380)',
    'own~: le premier est supérieur, écart de +12,50~€ (intervalle à 95~% de −1,50~€ à +26,50~€, t de Welch~; p = 0,0077~; effectifs 1~400 et 380)',
  ],
  [
    'a side without a known error',
    comparison({ difference: 25, interval: null, pValue: null, verdict: 'unknown', sampleSizes: [1, 4] }),
    'Net Promoter Score: no verdict, observed difference +25.0 points (no interval; sample sizes 1 and 4)',
    'Net Promoter Score~: pas de verdict, écart observé de +25,0 points (pas d’intervalle~; effectifs 1 et 4)',
  ],
  [
    'an index',
    comparison({ definition: INDEX, difference: 3.14, interval: null, pValue: null }),
    'Customer satisfaction index: the first is higher, difference +3.1 index points (no interval; sample sizes 1,400 and 380)',
    'Indice de satisfaction client~: le premier est supérieur, écart de +3,1 points d’indice (pas d’intervalle~; effectifs 1~400 et 380)',
  ],
];

const differenceIn = (text: string): string | undefined => /(?:difference|écart de) (.*?) \(/.exec(text)?.[1];

describe('formatComparison', () => {
  it.each(LINES)('writes %s in English', (_, given, en) => {
    expect(formatComparison(given)).toBe(en);
  });

  it.each(LINES)('writes %s in French', (_, given, __, fr) => {
    expect(spaces(formatComparison(given, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it.each<[MetricDefinition, number, number, string, string]>([
    [NPS, 1, 0, '+1 point', '+1 point'],
    [NPS, -1, 0, '−1 point', '−1 point'],
    [NPS, 1, 1, '+1.0 points', '+1,0 point'],
    [NPS, 1.94, 1, '+1.9 points', '+1,9 point'],
    [NPS, 1.96, 1, '+2.0 points', '+2,0 points'],
    [NPS, -0.04, 1, '0.0 points', '0,0 point'],
    [CSAT, 0.01, 0, '+1 percentage point', '+1 point de pourcentage'],
    [CSAT, 0.07, 1, '+7.0 percentage points', '+7,0 points de pourcentage'],
    [INDEX, 1, 0, '+1 index point', '+1 point d’indice'],
    [{ ...EASE, range: null }, 0.5, 2, '+0.50', '+0,50'],
    [HOURS, 1, 1, '+1.0 hours', '+1,0 heure'],
    [{ ...HOURS, unit: 'days' }, -1, 0, '−1 day', '−1 jour'],
    [{ ...HOURS, unit: 'ratio' }, 1, 2, '+1.00', '+1,00'],
    [{ ...HOURS, unit: 'count' }, -3, 0, '−3', '−3'],
    [COST, 199, 2, '+€1.99', '+1,99~€'],
    [{ ...COST, parameters: {} }, 1, 0, '+1 minor unit', '+1 unité mineure'],
    [EASE, 0.5, 1, '+0.5 on the scale of 1 to 7', '+0,5 sur l’échelle de 1 à 7'],
  ])('writes a difference of %j', (definition, difference, digits, en, fr) => {
    const given = comparison({ definition, difference });
    expect(differenceIn(formatComparison(given, { digits }))).toBe(en);
    expect(spaces(differenceIn(formatComparison(given, { digits, locale: 'fr' })) ?? '')).toBe(spaces(fr));
  });

  it.each([
    [NPS, '+1.5 points'],
    [CSAT, '+150.0 percentage points'],
    [EASE, '+1.50 on the scale of 1 to 7'],
    [INDEX, '+1.5 index points'],
    [{ ...HOURS, unit: 'ratio' }, '+1.50'],
    [{ ...HOURS, unit: 'seconds' }, '+2 seconds'],
    [{ ...HOURS, unit: 'minutes' }, '+1.5 minutes'],
    [HOURS, '+1.5 hours'],
    [{ ...HOURS, unit: 'days' }, '+1.5 days'],
    [{ ...HOURS, unit: 'count' }, '+2'],
    [COST, '+€0.02'],
  ] as [MetricDefinition, string][])('has decimals of its own for %j', (definition, text) => {
    expect(differenceIn(formatComparison(comparison({ definition, difference: 1.5 })))).toBe(text);
  });

  it.each([
    [0, 'p < 0.001'],
    [0.00099999, 'p < 0.001'],
    [0.001, 'p = 0.001'],
    [0.04961, 'p = 0.0496'],
    [0.5, 'p = 0.5'],
  ])('writes the p-value %d', (pValue, text) => {
    expect(formatComparison(comparison({ pValue }))).toContain(`; ${text}; `);
  });

  it('says why two sides that have data are not compared', () => {
    const refused = (reason: NotComparableWarning['reason'], given: Partial<Comparison> = {}) =>
      comparison({ difference: null, verdict: 'unknown', warnings: [{ code: 'not-comparable', reason }], ...given });
    expect(formatComparison(refused('country'))).toBe(
      'Net Promoter Score: no comparison is made, because the two sides are not known to be of one and the same country (sample sizes 1,400 and 380)',
    );
    expect(formatComparison(refused('mix'), { locale: 'fr' })).toContain(
      'Score\u202f: aucune comparaison n’est faite\u202f: les deux côtés sont composés trop différemment, ou d’entreprises dont on sait trop peu (effectifs',
    );
    expect(formatComparison(refused('no-data', { sampleSizes: [4, 0] }))).toContain(
      ': no comparison, a side has no data (',
    );
    const orders = { ...HOURS, sampleUnit: 'orders' } as const;
    expect(formatComparison(refused('no-standard-error', { definition: orders }))).toContain(
      ': no comparison can be made, because one side has too few orders, or too little spread, to know its error (',
    );
  });

  it('has no text for NaN', () => {
    const given = comparison({ difference: NaN, pValue: NaN, minimumDetectableDifference: NaN });
    expect(formatComparison(given)).toBe(
      'Net Promoter Score: no comparison, a side has no data (sample sizes 1,400 and 380)',
    );
    const silent = formatComparison({ ...given, difference: 1, verdict: 'no-evidence' });
    expect(silent).not.toContain('NaN');
    expect(silent).not.toContain('p =');
    expect(silent).toContain('smallest detectable difference unknown');
  });

  it('takes a name', () => {
    expect(formatComparison(comparison({}), { name: 'North against South' })).toMatch(
      /^North against South: the first/,
    );
  });

  it('refuses an option by the name of the function', () => {
    expect(() => formatComparison(comparison({}), { locale: 'de' })).toThrow(/^formatComparison: option "locale" must/);
    expect(() => formatComparison(comparison({}), { digits: 21 })).toThrow(/^formatComparison: option "digits" must/);
  });
});
