const CATALOGUE = 'pure data: the words, scales and sources of the catalogue, which no code computes from';

/**
 * Constants that are left out of mutation testing, each with its reason. Of an approximation table the only mutants are
 * changed signs of published coefficients: the oracle tests compare the function made of all of them, and the sign of a
 * late term moves it by less than a rounding error, so that its survival says nothing about the tests. Of pure data a test
 * could only repeat what stands there.
 *
 * @type {readonly { file: string, constant: string, reason: string }[]}
 */
export const TABLES = [
  {
    file: 'src/statistics/logGamma.ts',
    constant: 'NEAR_TWO',
    reason:
      'approximation table: Taylor coefficients of DLMF 5.7.3; the late ones are below a rounding error of the sum',
  },
  {
    file: 'src/statistics/stirling.ts',
    constant: 'SERIES',
    reason: 'approximation table: Stirling series of DLMF 5.11.1; the late ones are below a rounding error of the sum',
  },
  { file: 'src/metrics/catalogue/csatEntries.ts', constant: 'SATISFACTION_QUESTION', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/csatEntries.ts', constant: 'SATISFACTION', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/csatEntries.ts', constant: 'CSAT_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'EASE_QUESTION', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'EASE', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'AGREEMENT_STATEMENT', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'AGREEMENT', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'EFFORT_QUESTION', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'EFFORT', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/effortEntries.ts', constant: 'EFFORT_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/indexEntries.ts', constant: 'INDEX_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/npsEntries.ts', constant: 'LIKELIHOOD', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/npsEntries.ts', constant: 'NPS_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/accountEntries.ts', constant: 'ACCOUNT_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/outreachEntries.ts', constant: 'OUTREACH_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/closedLoopEntries.ts', constant: 'CLOSED_LOOP_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/deliveryEntries.ts', constant: 'DELIVERY_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/invoiceEntries.ts', constant: 'INVOICE_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/preSalesEntries.ts', constant: 'PRE_SALES_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/ticketEntries.ts', constant: 'TICKET_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/backlogEntries.ts', constant: 'BACKLOG_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/afterSalesEntries.ts', constant: 'AFTER_SALES_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/portalEntries.ts', constant: 'PORTAL_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/behaviouralEntries.ts', constant: 'BEHAVIOURAL_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/fieldEntries.ts', constant: 'FIELD_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/retentionEntries.ts', constant: 'RETENTION_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/valueEntries.ts', constant: 'VALUE_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/riskEntries.ts', constant: 'RISK_ENTRIES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/metricNames.ts', constant: 'METRIC_NAMES', reason: CATALOGUE },
  { file: 'src/metrics/catalogue/npsEntries.ts', constant: 'RECOMMENDATION_QUESTION', reason: CATALOGUE },
];
