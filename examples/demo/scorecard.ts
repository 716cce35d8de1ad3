import {
  cesMeasure,
  clusterBy,
  compareTallies,
  csatMeasure,
  formatValue,
  npsMeasure,
  partnerNpsMeasure,
  tallyRows,
  type Measure,
  type MetricResult,
} from 'cx-scoring';
import { createOperations, type Operations } from '../data/operations.js';
import { accountLines } from './accounts.js';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { describeComparison, describeResult } from './describeResult.js';
import { heading, table, wrap } from './layout.js';
import { operationLines } from './operations.js';
import { planningLines } from './priorities.js';
import { closeQuarter, type ClosedQuarter } from './quarter.js';
import { rewardLines } from './rewards.js';
import { segmentLines } from './segments.js';
import { WORDS } from './words.js';

// The oldest quarter holds two answers of 11: they are counted, not passed over in silence.
const reading = { score: 'value', offScale: 'exclude' } as const;
/** The scores, each clustered by account: colleagues resemble each other. */
const NPS = clusterBy(npsMeasure<Answer>(reading), 'accountId');
const PARTNER_NPS = clusterBy(partnerNpsMeasure<Answer>(reading), 'accountId');
const CSAT = clusterBy(csatMeasure<Answer>(reading), 'accountId');
const CES = clusterBy(cesMeasure<Answer>(reading), 'accountId');

/** The records of the company, and what the close of its quarter came to, where they are there already. */
export interface ScorecardRecords {
  readonly operations: Operations;
  readonly closed: ClosedQuarter;
}

/**
 * Writes the scorecard of the last quarter, compared with the one before, a line for each quarter, the segments that stand out, what the
 * systems of the company tell beside its customers, what comes first, and what is rewarded.
 */
export function scorecard(
  answers: readonly Answer[],
  locale: Locale,
  isTerminal: boolean,
  records?: ScorecardRecords,
): string[] {
  const words = WORDS[locale];
  const count = new Intl.NumberFormat(locale);
  const quarters = [...new Set(answers.map(({ quarter }) => quarter))].sort();
  const [previous, last] = quarters.slice(-2);
  if (previous === undefined || last === undefined) throw new Error('The scorecard compares two quarters.');
  const against = words.against(last, previous);
  const of = (metric: string, quarter: string): Answer[] =>
    answers.filter((answer) => answer.metric === metric && answer.quarter === quarter);
  const idsOf = (isDealer: boolean): string =>
    count.format(
      new Set(answers.filter(({ role }) => (role === 'dealer') === isDealer).map(({ accountId }) => accountId)).size,
    );

  const section = <Tally, Result extends MetricResult>(metric: string, measure: Measure<Answer, Tally, Result>) => {
    const [now, before] = [last, previous].map((quarter) => tallyRows(of(metric, quarter), measure)) as [Tally, Tally];
    const [first = '', ...lines] = describeResult(measure.toResult(now), locale);
    const comparison = compareTallies(measure, now, before);
    return ['', heading(first, isTerminal), ...lines, ...describeComparison(comparison, locale, against)];
  };

  const rows = quarters.map((quarter) => {
    const nps = NPS.toResult(tallyRows(of('nps', quarter), NPS));
    const { interval, definition, sampleSize, accounts, excluded } = nps;
    const others = [
      PARTNER_NPS.toResult(tallyRows(of('partner-nps', quarter), PARTNER_NPS)),
      CSAT.toResult(tallyRows(of('csat', quarter), CSAT)),
    ];
    const ces = CES.toResult(tallyRows(of('ces', quarter), CES));
    const limit = (bound: number | null | undefined): string => formatValue(bound ?? null, definition, { locale });
    return [
      quarter,
      formatValue(nps.value, definition, { locale }),
      `${limit(interval?.lower)}…${limit(interval?.upper)}`,
      ...[sampleSize, accounts, excluded.missing, excluded.offScale].map((number) => count.format(number)),
      ...others.map((other) => formatValue(other.value, other.definition, { locale })),
      formatValue(ces.value, { unit: 'score', range: null }, { locale }),
    ];
  });

  const operations = records?.operations ?? createOperations();
  return [
    heading(words.title(last), isTerminal),
    ...wrap('', words.origin(count.format(answers.length), idsOf(false), idsOf(true), quarters[0] ?? '', last)),
    ...section('nps', NPS),
    ...section('partner-nps', PARTNER_NPS),
    ...section('csat', CSAT),
    ...section('ces', CES),
    ...accountLines(answers, last, previous, locale, isTerminal),
    '',
    heading(words.years, isTerminal),
    ...table([words.columns, ...rows]),
    '',
    ...wrap('', words.caution),
    '',
    ...segmentLines(answers, quarters.slice(-4), locale, isTerminal),
    '',
    ...operationLines(operations, locale, isTerminal),
    '',
    ...planningLines(answers, operations, last, previous, locale, isTerminal),
    '',
    ...rewardLines(records?.closed ?? closeQuarter(answers, operations), locale, isTerminal),
  ];
}
