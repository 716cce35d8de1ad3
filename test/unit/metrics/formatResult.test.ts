import { describe, expect, it } from 'vitest';
import type { MetricDefinition } from '../../../src/core/definition.js';
import { isCxError } from '../../../src/core/errors.js';
import type { Interval, OpenInterval } from '../../../src/core/interval.js';
import type { MetricResult } from '../../../src/core/result.js';
import { formatInterval, formatResult, formatValue } from '../../../src/metrics/formatResult.js';

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
const EFFORT: MetricDefinition = {
  ...EASE,
  id: 'ces-1',
  direction: 'lower-is-better',
  range: { minimum: 1, maximum: 5 },
};
const INDEX: MetricDefinition = {
  ...NPS,
  id: 'dealer-satisfaction-index',
  family: 'composite',
  statistic: 'mean',
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
const COST: MetricDefinition = {
  ...HOURS,
  family: 'ratio',
  statistic: 'ratio',
  unit: 'money',
  parameters: { currency: 'EUR' },
};

const within = (lower: number, upper: number, method: string, confidence = 0.95): Interval => ({
  lower,
  upper,
  confidence,
  method,
});

const result = (
  definition: MetricDefinition,
  value: number | null,
  given: Partial<MetricResult> = {},
): MetricResult => ({
  definition,
  value,
  standardError: null,
  degreesOfFreedom: null,
  interval: null,
  sampleSize: 4,
  effectiveSampleSize: given.sampleSize ?? 4,
  accounts: null,
  excluded: {},
  warnings: [],
  ...given,
});

const LINES: readonly (readonly [what: string, result: MetricResult, en: string, fr: string])[] = [
  [
    'points',
    result(NPS, 25, { interval: within(-44.16, 72.73, 'adjusted-wald') }),
    'Net Promoter Score: +25 (95% interval −44 to +73, adjusted Wald; 4 answers)',
    'Net Promoter Score~: +25 (intervalle à 95~% de −44 à +73, Wald ajusté~; 4 réponses)',
  ],
  [
    'a share',
    result(CSAT, 0.7578947, { sampleSize: 1295, interval: within(0.662832, 0.833, 'wilson') }),
    'Customer satisfaction (4 or 5 of 5): 75.8% (95% interval 66.3% to 83.3%, Wilson; 1,295 answers)',
    'Satisfaction client (4 ou 5 sur 5)~: 75,8~% (intervalle à 95~% de 66,3~% à 83,3~%, Wilson~; 1~295 réponses)',
  ],
  [
    'a score with its scale',
    result(EASE, 5.5, { sampleSize: 10, interval: within(4.3689, 6.6311, 't', 0.9) }),
    'Customer Effort Score (ease): 5.50 on a scale of 1 to 7 (90% interval 4.37 to 6.63, Student’s t; 10 answers)',
    'Customer Effort Score (facilité)~: 5,50 sur une échelle de 1 à 7 (intervalle à 90~% de 4,37 à 6,63, t de Student~; 10 réponses)',
  ],
  [
    'a score of which low is good',
    result(EFFORT, 2.1, { interval: within(1.5, 2.7, 't') }),
    'Customer Effort Score 1.0: 2.10 on a scale of 1 to 5, low is good (95% interval 1.50 to 2.70, Student’s t; 4 answers)',
    'Customer Effort Score 1.0~: 2,10 sur une échelle de 1 à 5, une valeur basse est bonne (intervalle à 95~% de 1,50 à 2,70, t de Student~; 4 réponses)',
  ],
  [
    'an index of accounts, weighted',
    result(INDEX, 72.44, {
      sampleSize: 120,
      effectiveSampleSize: 84.26,
      accounts: 40,
      interval: within(68, 76.96, 'cr2'),
    }),
    'Dealer satisfaction index: 72.4 out of 100 (95% interval 68.0 to 77.0, cluster-robust CR2; 120 respondents from 40 accounts, effective sample size 84.3)',
    'Indice de satisfaction du réseau~: 72,4 sur 100 (intervalle à 95~% de 68,0 à 77,0, robuste par grappes CR2~; 120 répondants de 40 comptes, taille effective 84,3)',
  ],
  [
    'one answer of one account',
    result(NPS, 100, { sampleSize: 1, accounts: 1 }),
    'Net Promoter Score: +100 (no interval; 1 answer from 1 account)',
    'Net Promoter Score~: +100 (pas d’intervalle~; 1 réponse de 1 compte)',
  ],
  [
    'no data',
    result(NPS, null, { sampleSize: 0 }),
    'Net Promoter Score: no data (0 answers)',
    'Net Promoter Score~: aucune donnée (0 réponse)',
  ],
  [
    'a duration',
    result(HOURS, 4.5, { sampleSize: 120, interval: within(3.25, 6, 'order-statistics') }),
    'own: 4.5 hours, low is good (95% interval 3.3 to 6.0 hours, order statistics; 120 answers)',
    'own~: 4,5 heures, une valeur basse est bonne (intervalle à 95~% de 3,3 à 6,0 heures, statistiques d’ordre~; 120 réponses)',
  ],
  [
    'a duration that open cases leave without upper limit',
    result(HOURS, 4.5, { interval: { lower: 1, upper: null, confidence: 0.95, method: 'brookmeyer-crowley' } }),
    'own: 4.5 hours, low is good (95% interval at least 1.0 hours, Brookmeyer-Crowley; 4 answers)',
    'own~: 4,5 heures, une valeur basse est bonne (intervalle à 95~% d’au moins 1,0 heure, Brookmeyer-Crowley~; 4 réponses)',
  ],
  [
    'a duration that open cases hide',
    result(HOURS, null, { interval: { lower: 12, upper: null, confidence: 0.95, method: 'brookmeyer-crowley' } }),
    'own: not reached, low is good (95% interval at least 12.0 hours, Brookmeyer-Crowley; 4 answers)',
    'own~: valeur non atteinte, une valeur basse est bonne (intervalle à 95~% d’au moins 12,0 heures, Brookmeyer-Crowley~; 4 réponses)',
  ],
  [
    'a duration that open cases hide altogether',
    result({ ...HOURS, direction: 'contextual' }, null),
    'own: not reached (no interval; 4 answers)',
    'own~: valeur non atteinte (pas d’intervalle~; 4 réponses)',
  ],
  [
    'a duration without data',
    result(HOURS, null, { sampleSize: 0 }),
    'own: no data (0 answers)',
    'own~: aucune donnée (0 réponse)',
  ],
  [
    'money',
    result(COST, 12345, { sampleSize: 50, interval: within(-50, 25000, 't') }),
    'own: €123.45, low is good (95% interval −€0.50 to €250.00, Student’s t; 50 answers)',
    'own~: 123,45~€, une valeur basse est bonne (intervalle à 95~% de −0,50~€ à 250,00~€, t de Student~; 50 réponses)',
  ],
  [
    'no data of a metric of which low is good',
    result(EFFORT, null, { sampleSize: 0, accounts: 0 }),
    'Customer Effort Score 1.0: no data (0 answers from 0 accounts)',
    'Customer Effort Score 1.0~: aucune donnée (0 réponse de 0 compte)',
  ],
];

describe('formatResult', () => {
  it.each(LINES)('writes %s in English', (_, given, en) => {
    expect(formatResult(given)).toBe(en);
  });

  it.each(LINES)('writes %s in French', (_, given, __, fr) => {
    expect(spaces(formatResult(given, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it('takes a longer tag', () => {
    const given = result(NPS, 25);
    expect(formatResult(given, { locale: 'en-GB' })).toBe('Net Promoter Score: +25 (no interval; 4 answers)');
    expect(formatResult(given, { locale: 'fr-CA' })).toBe(
      spaces('Net Promoter Score~: +25 (pas d’intervalle~; 4 réponses)'),
    );
  });

  it('takes a metric for unknown, and not for hidden, that is no quantile', () => {
    expect(formatResult(result(NPS, null))).toBe('Net Promoter Score: no data (4 answers)');
  });

  it('takes the digits for value and interval alike', () => {
    const given = result(NPS, 25, { interval: within(-44.16, 72.73, 'adjusted-wald') });
    expect(formatResult(given, { digits: 1 })).toContain('+25.0 (95% interval −44.2 to +72.7,');
  });

  it('names a metric by the given name, the catalogue, the definition and the id, in this order', () => {
    const names = { en: 'Own measure', fr: 'Mesure propre' };
    const nameOf = (definition: MetricDefinition, name?: string): string | undefined =>
      formatResult(result(definition, 1), { name }).split(':')[0];
    expect(nameOf({ ...NPS, names }, 'North')).toBe('North');
    expect(nameOf({ ...NPS, names })).toBe('Net Promoter Score');
    expect(nameOf({ ...NPS, id: 'own', names })).toBe('Own measure');
    expect(nameOf({ ...NPS, id: 'own' })).toBe('own');
    expect(formatResult(result({ ...NPS, id: 'own', names }, 1), { locale: 'fr' })).toMatch(/^Mesure propre\u202f: /);
  });

  it('does not tell of an effective size that is the same as written', () => {
    expect(formatResult(result(NPS, 25, { effectiveSampleSize: 4.04 }))).toContain('; 4 answers)');
    expect(formatResult(result(NPS, 25, { effectiveSampleSize: 3.94 }))).toContain(
      '; 4 answers, effective sample size 3.9)',
    );
  });

  it('refuses an option by the name of the function', () => {
    expect(() => formatResult(result(NPS, 25), { locale: 'de' })).toThrow(/^formatResult: option "locale" must be/);
    expect(() => formatResult(result(NPS, 25), { digits: 1.5 })).toThrow(
      'formatResult: option "digits" must be a whole number from 0 to 20, received 1.5',
    );
  });
});

describe('formatValue', () => {
  it.each<[number, MetricDefinition, string, string]>([
    [25, NPS, '+25', '+25'],
    [-25.4, NPS, '−25', '−25'],
    [0, NPS, '0', '0'],
    [-0, NPS, '0', '0'],
    [-0.4, NPS, '0', '0'],
    [0.4, NPS, '0', '0'],
    [0.625, CSAT, '62.5%', '62,5~%'],
    [1, CSAT, '100.0%', '100,0~%'],
    [0, CSAT, '0.0%', '0,0~%'],
    [5.5, EASE, '5.50 on a scale of 1 to 7', '5,50 sur une échelle de 1 à 7'],
    [5.5, { ...EASE, range: null }, '5.50', '5,50'],
    [
      -1.25,
      { ...EASE, range: { minimum: -3, maximum: 3 } },
      '−1.25 on a scale of −3 to 3',
      '−1,25 sur une échelle de −3 à 3',
    ],
    [-0.001, { ...EASE, range: null }, '0.00', '0,00'],
    [72.44, INDEX, '72.4 out of 100', '72,4 sur 100'],
    [72.44, { ...INDEX, range: null }, '72.4 out of 100', '72,4 sur 100'],
    [4.5, HOURS, '4.5 hours', '4,5 heures'],
    [1, HOURS, '1.0 hours', '1,0 heure'],
    [1.94, HOURS, '1.9 hours', '1,9 heure'],
    [1234.5, HOURS, '1,234.5 hours', '1~234,5 heures'],
    [1, { ...HOURS, unit: 'seconds' }, '1 second', '1 seconde'],
    [90, { ...HOURS, unit: 'seconds' }, '90 seconds', '90 secondes'],
    [12.34, { ...HOURS, unit: 'minutes' }, '12.3 minutes', '12,3 minutes'],
    [0.04, { ...HOURS, unit: 'minutes' }, '0.0 minutes', '0,0 minute'],
    [2.25, { ...HOURS, unit: 'days' }, '2.3 days', '2,3 jours'],
    [1.5, { ...HOURS, unit: 'days' }, '1.5 days', '1,5 jour'],
    [1.257, { ...HOURS, unit: 'ratio' }, '1.26', '1,26'],
    [-0.5, { ...HOURS, unit: 'ratio' }, '−0.50', '−0,50'],
    [1234, { ...HOURS, unit: 'count' }, '1,234', '1~234'],
    [12345, COST, '€123.45', '123,45~€'],
    [-12345, COST, '−€123.45', '−123,45~€'],
    [0, COST, '€0.00', '0,00~€'],
    [123456.7, COST, '€1,234.57', '1~234,57~€'],
    // A yen has no smaller unit, a Kuwaiti dinar a thousand.
    [12345, { ...COST, parameters: { currency: 'JPY' } }, '¥12,345', '12~345~JPY'],
    [12345, { ...COST, parameters: { currency: 'KWD' } }, 'KWD~12.345', '12,345~KWD'],
    [12345, { ...COST, parameters: {} }, '12,345 minor units', '12~345 unités mineures'],
    [1, { ...COST, parameters: { currency: null } }, '1 minor unit', '1 unité mineure'],
    [2, { ...COST, parameters: { currency: 'euro' } }, '2 minor units', '2 unités mineures'],
    [2, { ...COST, parameters: { currency: 'EURO' } }, '2 minor units', '2 unités mineures'],
    [2, { ...COST, parameters: { currency: '€EUR' } }, '2 minor units', '2 unités mineures'],
    // A currency does not make money of anything else.
    [2, { ...COST, unit: 'count' }, '2', '2'],
    [640, { ...INDEX, range: { minimum: 0, maximum: 1000 } }, '640.0 out of 1,000', '640,0 sur 1~000'],
  ])('writes %d', (value, definition, en, fr) => {
    expect(spaces(formatValue(value, definition))).toBe(spaces(en));
    expect(spaces(formatValue(value, definition, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it.each([null, NaN, Infinity, -Infinity])('has words for %d', (value) => {
    for (const definition of [NPS, CSAT, EASE, INDEX]) {
      expect(formatValue(value, definition)).toBe('no data');
      expect(formatValue(value, definition, { locale: 'fr' })).toBe('aucune donnée');
    }
  });

  it.each([
    [0, '63%'],
    [2, '62.50%'],
    [20, '62.50000000000000000000%'],
  ])('takes %d digits', (digits, text) => {
    expect(formatValue(0.625, CSAT, { digits })).toBe(text);
  });

  it.each([21, -1, 0.5, NaN, '1', null])('refuses %j digits', (digits) => {
    let caught: unknown;
    try {
      formatValue(1, NPS, { digits: digits as number });
    } catch (error) {
      caught = error;
    }
    expect(isCxError(caught) && caught.code).toBe('CX_INVALID_OPTION');
    expect((caught as Error).message).toMatch(/^formatValue: option "digits" must be a whole number from 0 to 20, rec/);
  });

  it('refuses another language', () => {
    expect(() => formatValue(1, NPS, { locale: 'es' })).toThrow(/^formatValue: option "locale" must be/);
  });
});

describe('formatInterval', () => {
  const open = (lower: number | null, upper: number | null): OpenInterval => ({
    lower,
    upper,
    confidence: 0.95,
    method: 'woodruff',
  });

  it.each([
    [open(4, 6), '95% interval 4.00 to 6.00, Woodruff', 'intervalle à 95~% de 4,00 à 6,00, Woodruff'],
    [open(4, null), '95% interval at least 4.00, Woodruff', 'intervalle à 95~% d’au moins 4,00, Woodruff'],
    [open(null, 6), '95% interval at most 6.00, Woodruff', 'intervalle à 95~% d’au plus 6,00, Woodruff'],
    [open(null, null), '95% interval without limits, Woodruff', 'intervalle à 95~% sans limites, Woodruff'],
    [open(-Infinity, NaN), '95% interval without limits, Woodruff', 'intervalle à 95~% sans limites, Woodruff'],
    [null, 'no interval', 'pas d’intervalle'],
  ])('writes %j', (interval, en, fr) => {
    expect(formatInterval(interval, EASE)).toBe(en);
    expect(spaces(formatInterval(interval, EASE, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it.each([
    [0.8, '80%'],
    [0.995, '99.5%'],
    [0.98333333, '98.33%'],
    [0.9998, '99.98%'],
    [0.99996, '99.996%'],
  ])('writes the confidence %d', (confidence, text) => {
    expect(formatInterval(within(0, 1, 'wald', confidence), NPS)).toBe(`${text} interval 0 to +1, Wald`);
  });

  it.each([
    [open(4, 6), '95% interval 4.0 to 6.0 hours, Woodruff', 'intervalle à 95~% de 4,0 à 6,0 heures, Woodruff'],
    [open(0.5, 1), '95% interval 0.5 to 1.0 hours, Woodruff', 'intervalle à 95~% de 0,5 à 1,0 heure, Woodruff'],
    [open(4, null), '95% interval at least 4.0 hours, Woodruff', 'intervalle à 95~% d’au moins 4,0 heures, Woodruff'],
    [open(null, 6), '95% interval at most 6.0 hours, Woodruff', 'intervalle à 95~% d’au plus 6,0 heures, Woodruff'],
    [open(null, null), '95% interval without limits, Woodruff', 'intervalle à 95~% sans limites, Woodruff'],
  ])('writes %j of hours', (interval, en, fr) => {
    expect(formatInterval(interval, HOURS)).toBe(en);
    expect(spaces(formatInterval(interval, HOURS, { locale: 'fr' }))).toBe(spaces(fr));
  });

  it('writes the limits of money in its currency', () => {
    expect(formatInterval(within(-100, 12345, 't'), COST)).toBe('95% interval −€1.00 to €123.45, Student’s t');
    expect(formatInterval(within(100, 12345, 't'), { unit: 'money' })).toBe(
      '95% interval 100 to 12,345 minor units, Student’s t',
    );
    expect(formatInterval(within(149, 12345, 't'), COST, { digits: 0 })).toBe('95% interval €1 to €123, Student’s t');
  });

  it('writes the limits of each unit', () => {
    expect(formatInterval(within(-0.2, 12.6, 'wald'), NPS)).toBe('95% interval 0 to +13, Wald');
    expect(formatInterval(within(0.1, 0.25, 'wald'), CSAT)).toBe('95% interval 10.0% to 25.0%, Wald');
    expect(formatInterval(within(60, 70, 't'), INDEX)).toBe('95% interval 60.0 to 70.0, Student’s t');
    expect(formatInterval(within(60, 70, 't'), INDEX, { digits: 0 })).toBe('95% interval 60 to 70, Student’s t');
  });

  it.each([
    ['adjusted-wald', 'adjusted Wald', 'Wald ajusté'],
    ['wald', 'Wald', 'Wald'],
    ['score', 'score', 'score'],
    ['t', 'Student’s t', 't de Student'],
    ['welch', 'Welch’s t', 't de Welch'],
    ['paired-t', 'paired t', 't apparié'],
    ['normal', 'normal', 'normal'],
    ['wilson', 'Wilson', 'Wilson'],
    ['wilson-continuity', 'Wilson with continuity correction', 'Wilson avec correction de continuité'],
    ['clopper-pearson', 'Clopper-Pearson', 'Clopper-Pearson'],
    ['mid-p', 'mid-P', 'mid-P'],
    ['jeffreys', 'Jeffreys', 'Jeffreys'],
    ['agresti-coull', 'Agresti-Coull', 'Agresti-Coull'],
    ['agresti-caffo', 'Agresti-Caffo', 'Agresti-Caffo'],
    ['newcombe', 'Newcombe', 'Newcombe'],
    ['miettinen-nurminen', 'Miettinen-Nurminen', 'Miettinen-Nurminen'],
    ['mee', 'Mee', 'Mee'],
    ['order-statistics', 'order statistics', 'statistiques d’ordre'],
    ['brookmeyer-crowley', 'Brookmeyer-Crowley', 'Brookmeyer-Crowley'],
    ['woodruff', 'Woodruff', 'Woodruff'],
    ['cr2', 'cluster-robust CR2', 'robuste par grappes CR2'],
    ['bootstrap-percentile', 'exact bootstrap (percentile)', 'bootstrap exact (percentile)'],
    ['bootstrap-bca', 'exact bootstrap (BCa)', 'bootstrap exact (BCa)'],
    ['my-own', 'my-own', 'my-own'],
    ['constructor', 'constructor', 'constructor'],
  ])('names the method %s', (method, en, fr) => {
    const interval = within(1, 2, method);
    expect(formatInterval(interval, NPS)).toBe(`95% interval +1 to +2, ${en}`);
    expect(spaces(formatInterval(interval, NPS, { locale: 'fr' }))).toBe(spaces(`intervalle à 95~% de +1 à +2, ${fr}`));
  });

  it('refuses an option by the name of the function', () => {
    expect(() => formatInterval(null, NPS, { locale: 'de' })).toThrow(/^formatInterval: option "locale" must be/);
    expect(() => formatInterval(null, NPS, { digits: -1 })).toThrow(/^formatInterval: option "digits" must be/);
  });
});
