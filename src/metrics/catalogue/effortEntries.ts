import type { LocalizedText } from '../../core/definition.js';
import type { MetricAnchors, MetricEntryData } from './metricEntry.js';

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
export const EFFORT_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'ces',
    question: EASE_QUESTION,
    anchors: EASE,
    formula: {
      en: 'mean of the answers, from 1 (very difficult) to 7 (very easy)',
      fr: 'moyenne des réponses, de 1 (très difficile) à 7 (très facile)',
    },
    group: 'perception',
    unit: 'score',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 7 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-share',
    question: EASE_QUESTION,
    anchors: EASE,
    formula: {
      en: 'share of answers 5–7, from 1 (very difficult) to 7 (very easy)',
      fr: 'part des réponses 5–7, de 1 (très difficile) à 7 (très facile)',
    },
    group: 'perception',
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Answers 5-7 to the question of Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-net',
    question: EASE_QUESTION,
    anchors: EASE,
    formula: {
      en: 'share of answers 5–7 minus share of answers 1–3, from 1 (very difficult) to 7 (very easy), in points',
      fr: 'part des réponses 5–7 moins part des réponses 1–3, de 1 (très difficile) à 7 (très facile), en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source:
      'Easy (5-7) minus hard (1-3) answers to the question of Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»',
  },
  {
    id: 'ces-2',
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    formula: {
      en: 'mean of the answers, from 1 (strongly disagree) to 7 (strongly agree)',
      fr: 'moyenne des réponses, de 1 (pas du tout d’accord) à 7 (tout à fait d’accord)',
    },
    group: 'perception',
    unit: 'score',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 7 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-2-share',
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    formula: {
      en: 'share of answers 5–7, from 1 (strongly disagree) to 7 (strongly agree)',
      fr: 'part des réponses 5–7, de 1 (pas du tout d’accord) à 7 (tout à fait d’accord)',
    },
    group: 'perception',
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-2-net',
    question: AGREEMENT_STATEMENT,
    anchors: AGREEMENT,
    formula: {
      en: 'share of answers 5–7 minus share of answers 1–3, from 1 (strongly disagree) to 7 (strongly agree), in points',
      fr: 'part des réponses 5–7 moins part des réponses 1–3, de 1 (pas du tout d’accord) à 7 (tout à fait d’accord), en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source:
      'Agreement (5-7) minus disagreement (1-3); Dixon, Toman and DeLisi (2013), The Effortless Experience, Portfolio (CES 2.0)',
  },
  {
    id: 'ces-1',
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    formula: {
      en: 'mean of the answers, from 1 (very low effort) to 5 (very high effort)',
      fr: 'moyenne des réponses, de 1 (effort très faible) à 5 (effort très élevé)',
    },
    group: 'perception',
    unit: 'score',
    direction: 'lower-is-better',
    family: 'scale',
    statistic: 'mean',
    range: { minimum: 1, maximum: 5 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
  {
    id: 'ces-1-share',
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    formula: {
      en: 'share of answers 1–2, from 1 (very low effort) to 5 (very high effort)',
      fr: 'part des réponses 1–2, de 1 (effort très faible) à 5 (effort très élevé)',
    },
    group: 'perception',
    unit: 'share',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source: 'Answers 1-2; Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
  {
    id: 'ces-1-net',
    question: EFFORT_QUESTION,
    anchors: EFFORT,
    formula: {
      en: 'share of answers 1–2 minus share of answers 4–5, from 1 (very low effort) to 5 (very high effort), in points',
      fr: 'part des réponses 1–2 moins part des réponses 4–5, de 1 (effort très faible) à 5 (effort très élevé), en points',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-service',
    source:
      'Low (1-2) minus high (4-5) effort; Dixon, Freeman and Toman (2010), Harvard Business Review 88(7/8), 116-122 (CES 1.0)',
  },
];
