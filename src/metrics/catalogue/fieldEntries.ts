import type { MetricEntryData } from './metricEntry.js';

/** What comes back from the field, and what is made of it. */
export const FIELD_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'panel-participation',
    question: null,
    anchors: null,
    formula: {
      en: 'panel members who took part over panel members invited',
      fr: 'membres de panel ayant participé rapportés aux membres invités',
    },
    group: 'behavioural',
    unit: 'share',
    direction: 'higher-is-better',
    family: 'proportion',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: null,
    owner: 'partner-network',
    source:
      'Dealer panels and customer committees named by Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»; ratio declared here',
  },
  {
    id: 'field-reports',
    question: null,
    anchors: null,
    formula: {
      en: 'field reports received over contributors: salespeople or dealers',
      fr: 'remontées terrain reçues rapportées aux contributeurs\u202f: commerciaux ou revendeurs',
    },
    group: 'behavioural',
    unit: 'ratio',
    direction: 'higher-is-better',
    family: 'rate',
    statistic: 'rate',
    range: null,
    bands: null,
    exampleTargets: null,
    owner: 'sales',
    source:
      'Field reports named by Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»; ratio declared here',
  },
  {
    id: 'field-report-conversion',
    question: null,
    anchors: null,
    formula: {
      en: 'field reports that led to a ticket or a validated action over field reports received',
      fr: 'remontées terrain ayant donné lieu à un ticket ou à une action validée rapportées aux remontées reçues',
    },
    group: 'behavioural',
    unit: 'share',
    direction: 'higher-is-better',
    family: 'proportion',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: null,
    owner: 'sales',
    source:
      'Field reports that are acted upon named by Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»; ratio declared here',
  },
  {
    id: 'follow-up-time',
    question: null,
    anchors: null,
    formula: {
      en: 'median, or another declared quantile, of the time from a field report to its first follow-up',
      fr: 'médiane, ou autre quantile déclaré, du délai entre une remontée terrain et son premier suivi',
    },
    group: 'behavioural',
    unit: 'hours',
    direction: 'lower-is-better',
    family: 'duration',
    statistic: 'quantile',
    range: null,
    bands: null,
    exampleTargets: null,
    owner: 'sales',
    source:
      'Follow-up of field reports named by Aktiva2, «\u202fComment mesurer l’expérience client\u202f?\u202f»; time declared here',
  },
];
