import type { MetricEntryData } from './metricEntry.js';

/** What customers cost, what may be lost with them and how they are. */
export const RISK_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'cost-to-serve',
    question: null,
    anchors: null,
    formula: {
      en: 'volumes of activity times their unit costs over revenue; in money, without the division',
      fr: 'volumes d’activité multipliés par leurs coûts unitaires, rapportés au chiffre d’affaires\u202f; en argent, sans cette division',
    },
    group: 'business',
    unit: 'share',
    direction: 'lower-is-better',
    family: 'ratio',
    statistic: 'ratio',
    range: null,
    bands: null,
    exampleTargets: null,
    owner: 'finance',
    source:
      'Costs of service named by Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»; ratio declared here',
  },
  {
    id: 'revenue-at-risk',
    question: null,
    anchors: null,
    formula: {
      en: 'sum over flagged accounts of revenue times probability of churn',
      fr: 'somme, sur les comptes signalés, du chiffre d’affaires multiplié par la probabilité de départ',
    },
    group: 'business',
    unit: 'money',
    direction: 'lower-is-better',
    family: 'model',
    statistic: 'total',
    range: null,
    bands: null,
    exampleTargets: null,
    owner: 'sales',
    source: 'Promoter.io, revenue at risk, help.promoter.io, with one’s own probabilities instead of its constants',
  },
  {
    id: 'health-score',
    question: null,
    anchors: null,
    formula: {
      en: 'weighted mean of declared components, each on 0–100, averaged over accounts',
      fr: 'moyenne pondérée de composantes déclarées, chacune sur 0–100, en moyenne par compte',
    },
    group: 'business',
    unit: 'index',
    direction: 'higher-is-better',
    family: 'composite',
    statistic: 'mean',
    range: { minimum: 0, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-experience',
    source: 'No standard weights exist: declared by the user; lyniro.com/blog/customer-health-score-formula',
  },
];
