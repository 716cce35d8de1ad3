import type { LocalizedText } from '../../core/definition.js';
import { NPS_BANDS } from '../perception/npsBands.js';
import type { MetricAnchors, MetricEntryData } from './metricEntry.js';

/** The recommendation question, as it is put to customers. */
export const RECOMMENDATION_QUESTION: LocalizedText = {
  en: 'On a scale of 0 to 10, how likely are you to recommend our company to a friend or colleague?',
  fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise à un ami ou collègue\u202f?',
};
/** The ends of its scale. */
export const LIKELIHOOD: MetricAnchors = {
  low: { en: 'Not at all likely', fr: 'Pas du tout probable' },
  high: { en: 'Extremely likely', fr: 'Extrêmement probable' },
};

/** The recommendation question, put to customers, partners and employees. The three are never pooled. */
export const NPS_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'nps',
    question: RECOMMENDATION_QUESTION,
    anchors: LIKELIHOOD,
    formula: {
      en: 'share of answers 9–10 minus share of answers 0–6, in points',
      fr: 'part des réponses 9–10 moins part des réponses 0–6, en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: NPS_BANDS,
    exampleTargets: [
      {
        value: 0,
        label: { en: 'good above', fr: 'bon au-dessus' },
        source: 'profound-tips.com/common/is-40-a-good-nps-score, quoting Bain',
        note: null,
      },
      {
        value: 20,
        label: { en: 'favourable above', fr: 'favorable au-dessus' },
        source: 'profound-tips.com/common/is-40-a-good-nps-score, quoting Bain',
        note: null,
      },
      {
        value: 50,
        label: { en: 'excellent above', fr: 'excellent au-dessus' },
        source: 'Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
        note: null,
      },
      {
        value: 80,
        label: { en: 'world class above', fr: 'de classe mondiale au-dessus' },
        source: 'profound-tips.com/common/is-40-a-good-nps-score, quoting Bain',
        note: null,
      },
    ],
    owner: 'customer-experience',
    source:
      'Reichheld (2003), Harvard Business Review 81(12), 46-54; French wording: Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'partner-nps',
    question: {
      en: 'On a scale of 0 to 10, how likely are you to recommend our partner programme to another company considering becoming a partner?',
      fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre programme partenaires à une autre entreprise qui envisage de devenir partenaire\u202f?',
    },
    anchors: LIKELIHOOD,
    formula: {
      en: 'among partners, share of answers 9–10 minus share of answers 0–6, in points',
      fr: 'chez les partenaires, part des réponses 9–10 moins part des réponses 0–6, en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'partner-network',
    source:
      'Question: zinfi.com/glossary/what-is-partner-nps; arithmetic: Reichheld (2003), Harvard Business Review 81(12), 46-54',
  },
  {
    id: 'employee-nps',
    question: {
      en: 'On a scale of 0 to 10, how likely are you to recommend our company as a place to work?',
      fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise comme lieu de travail\u202f?',
    },
    anchors: LIKELIHOOD,
    formula: {
      en: 'among employees, share of answers 9–10 minus share of answers 0–6, in points',
      fr: 'chez les collaborateurs, part des réponses 9–10 moins part des réponses 0–6, en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'human-resources',
    source: 'Arithmetic: Reichheld (2003), Harvard Business Review 81(12), 46-54',
  },
];
