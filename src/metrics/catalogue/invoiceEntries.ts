import type { MetricEntryData } from './metricEntry.js';

/** What invoices say: disputes and credit notes. */
export const INVOICE_ENTRIES: readonly MetricEntryData[] = [
  {
    id: 'dispute-rate',
    question: null,
    anchors: null,
    formula: {
      en: 'disputed invoices over invoices issued in the same period; by amount, disputed over invoiced amount',
      fr: 'factures en litige rapportées aux factures émises dans la même période\u202f; en montant, montant en litige rapporté au montant facturé',
    },
    group: 'operational',
    unit: 'share',
    direction: 'lower-is-better',
    family: 'proportion',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: [
      {
        value: 0.02,
        label: { en: 'excellent below', fr: 'excellent en dessous' },
        source: 'kpidepot.com/kpi/percentage-invoices-disputed',
        note: null,
      },
      {
        value: 0.05,
        label: { en: 'bad above', fr: 'mauvais au-dessus' },
        source: 'kpidepot.com/kpi/percentage-invoices-disputed',
        note: null,
      },
    ],
    owner: 'finance',
    source: 'KPI Depot, percentage of invoices disputed, kpidepot.com',
  },
  {
    id: 'credit-note-rate',
    question: null,
    anchors: null,
    formula: {
      en: 'invoices with a credit note over invoices issued in the same period, commercial rebates left out; by amount, credited over invoiced amount',
      fr: 'factures ayant donné lieu à un avoir rapportées aux factures émises dans la même période, hors remises commerciales\u202f; en montant, montant des avoirs rapporté au montant facturé',
    },
    group: 'operational',
    unit: 'share',
    direction: 'lower-is-better',
    family: 'proportion',
    statistic: 'share',
    range: { minimum: 0, maximum: 1 },
    bands: null,
    exampleTargets: [
      {
        value: 0.05,
        label: { en: 'excellent below', fr: 'excellent en dessous' },
        source: 'kpidepot.com/kpi/credit-note-issuance-rate',
        note: null,
      },
      {
        value: 0.1,
        label: { en: 'red flag above', fr: 'signal d’alarme au-dessus' },
        source: 'kpidepot.com/kpi/credit-note-issuance-rate',
        note: null,
      },
    ],
    owner: 'finance',
    source: 'Infor, M3 Analytics, credit notes by count and amount, docs.infor.com',
  },
];
