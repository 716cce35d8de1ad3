import type { MetricEntryData } from './metricEntry.js';
import { LIKELIHOOD, RECOMMENDATION_QUESTION } from './npsEntries.js';

/** Scores of accounts rather than of respondents. */
export const ACCOUNT_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'account-nps',
    question: RECOMMENDATION_QUESTION,
    anchors: LIKELIHOOD,
    formula: {
      en: 'share of promoter accounts minus share of detractor accounts, in points, once a declared rule has made one answer of those of each account',
      fr: 'part des comptes promoteurs moins part des comptes détracteurs, en points, une fois les réponses de chaque compte réduites à une seule par une règle déclarée',
    },
    group: 'perception',
    unit: 'points',
    direction: 'higher-is-better',
    family: 'scale',
    statistic: 'net',
    range: { minimum: -100, maximum: 100 },
    bands: null,
    exampleTargets: null,
    owner: 'customer-experience',
    source:
      'No standard roll-up exists: a rule declared by the user; arithmetic: Reichheld (2003), Harvard Business Review 81(12), 46-54',
  },
];
