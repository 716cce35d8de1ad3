import type { LocalizedText } from '../../core/definition.js';
import type { MetricAnchors, MetricEntry } from './metricEntry.js';

const EASE_QUESTION: LocalizedText = {
  en: 'To what extent did the company make it easy for you to resolve your problem?',
  fr: 'Dans quelle mesure l’entreprise vous a-t-elle facilité la résolution de votre problème\u202f?',
};
const EASE: MetricAnchors = {
  low: { en: 'Very difficult', fr: 'Très difficile' },
  high: { en: 'Very easy', fr: 'Très facile' },
};

const AGREEMENT_STATEMENT: LocalizedText = {
  en: '[Company] made it easy for me to handle my issue.',
  fr: '[Entreprise] m’a permis de régler facilement mon problème.',
};
const AGREEMENT: MetricAnchors = {
  low: { en: 'Strongly disagree', fr: 'Pas du tout d’accord' },
  high: { en: 'Strongly agree', fr: 'Tout à fait d’accord' },
};

const EFFORT_QUESTION: LocalizedText = {
  en: 'How much effort did you personally have to put forth to handle your request?',
  fr: 'Quel effort avez-vous dû fournir personnellement pour faire traiter votre demande\u202f?',
};
const EFFORT: MetricAnchors = {
  low: { en: 'Very low effort', fr: 'Effort très faible' },
  high: { en: 'Very high effort', fr: 'Effort très élevé' },
};

/** Customer effort: the ease scale of the article, agreement (CES 2.0) and effort itself (CES 1.0, where low is good). */
export const EFFORT_ENTRIES: readonly MetricEntry[] = [
  {
    id: 'ces',
    names: { en: 'Customer Effort Score (ease)', fr: 'Customer Effort Score (facilité)' },
    question: EASE_QUESTION,
    anchors: EASE,
    unit: 'score',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 7 },
    bands: null,
    owner: 'customer-service',
    source: 'Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-share',
    names: { en: 'Easy answers (5 to 7 of 7)', fr: 'Réponses «\u202ffacile\u202f» (5 à 7 sur 7)' },
    question: EASE_QUESTION,
    anchors: EASE,
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    owner: 'customer-service',
    source: 'Answers 5-7 to the question of Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-net',
    names: { en: 'Net ease (easy minus hard)', fr: 'Facilité nette (facile moins difficile)' },
    question: EASE_QUESTION,
    anchors: EASE,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    owner: 'customer-service',
    source:
      'Easy (5-7) minus hard (1-3) answers to the question of Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-2',
    names: { en: 'Customer Effort Score 2.0', fr: 'Customer Effort Score 2.0' },
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    unit: 'score',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 7 },
    bands: null,
    owner: 'customer-service',
    source: 'Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-2-share',
    names: {
      en: 'Customer Effort Score 2.0 (agreement, 5 to 7 of 7)',
      fr: 'Customer Effort Score 2.0 (d’accord, 5 à 7 sur 7)',
    },
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    owner: 'customer-service',
    source: 'Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-2-net',
    names: { en: 'Customer Effort Score 2.0 (net agreement)', fr: 'Customer Effort Score 2.0 (accord net)' },
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    owner: 'customer-service',
    source:
      'Agreement (5-7) minus disagreement (1-3); Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-1',
    names: { en: 'Customer Effort Score 1.0', fr: 'Customer Effort Score 1.0' },
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    unit: 'score',
    direction: 'lower-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 5 },
    bands: null,
    owner: 'customer-service',
    source: 'Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
  {
    id: 'ces-1-share',
    names: {
      en: 'Customer Effort Score 1.0 (low effort, 1 or 2 of 5)',
      fr: 'Customer Effort Score 1.0 (effort faible, 1 ou 2 sur 5)',
    },
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    owner: 'customer-service',
    source: 'Answers 1-2; Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
  {
    id: 'ces-1-net',
    names: {
      en: 'Customer Effort Score 1.0 (low minus high effort)',
      fr: 'Customer Effort Score 1.0 (effort faible moins élevé)',
    },
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    owner: 'customer-service',
    source:
      'Low (1-2) minus high (4-5) effort; Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
];
