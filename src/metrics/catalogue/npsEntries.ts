import { NPS_BANDS } from '../perception/npsBands.js';
import type { MetricAnchors, MetricEntry } from './metricEntry.js';

const LIKELIHOOD: MetricAnchors = {
  low: { en: 'Not at all likely', fr: 'Pas du tout probable' },
  high: { en: 'Extremely likely', fr: 'Extrêmement probable' },
};

/** The recommendation question, put to customers, partners and employees. The three are never pooled. */
export const NPS_ENTRIES: readonly MetricEntry[] = [
  {
    id: 'nps',
    names: { en: 'Net Promoter Score', fr: 'Net Promoter Score' },
    question: {
      en: 'On a scale of 0 to 10, how likely are you to recommend our company to a friend or colleague?',
      fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise à un ami ou collègue\u202f?',
    },
    anchors: LIKELIHOOD,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: NPS_BANDS,
    owner: 'customer-experience',
    source:
      'Reichheld (2003), Harvard Business Review 81(12), 46-54; French wording: Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'partner-nps',
    names: { en: 'Partner NPS', fr: 'NPS partenaires' },
    question: {
      en: 'On a scale of 0 to 10, how likely are you to recommend our partner programme to another company considering becoming a partner?',
      fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre programme partenaires à une autre entreprise qui envisage de devenir partenaire\u202f?',
    },
    anchors: LIKELIHOOD,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    owner: 'partner-network',
    source:
      'Question: zinfi.com/glossary/what-is-partner-nps; arithmetic: Reichheld (2003), Harvard Business Review 81(12), 46-54',
  },
  {
    id: 'employee-nps',
    names: { en: 'Employee NPS', fr: 'NPS collaborateurs' },
    question: {
      en: 'On a scale of 0 to 10, how likely are you to recommend our company as a place to work?',
      fr: 'Sur une échelle de 0 à 10, quelle est la probabilité que vous recommandiez notre entreprise comme lieu de travail\u202f?',
    },
    anchors: LIKELIHOOD,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    owner: 'human-resources',
    source: 'Arithmetic: Reichheld (2003), Harvard Business Review 81(12), 46-54',
  },
];
