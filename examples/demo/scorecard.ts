import {
  cesMeasure,
  clusterBy,
  compareTallies,
  csatMeasure,
  formatComparison,
  formatResult,
  formatValue,
  formatWarnings,
  npsMeasure,
  partnerNpsMeasure,
  tallyRows,
  type Comparison,
  type Measure,
  type MetricResult,
} from 'cx-scoring';
import { createOperations } from '../data/operations.js';
import { accountLines } from './accounts.js';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { heading, table, wrap } from './layout.js';
import { operationLines } from './operations.js';
import { planningLines } from './priorities.js';
import { segmentLines } from './segments.js';
import { WORDS } from './words.js';

// The oldest quarter holds two answers of 11: they are counted, not passed over in silence.
const reading = { score: 'value', offScale: 'exclude' } as const;
/** The scores, each clustered by account: colleagues resemble each other. */
const NPS = clusterBy(npsMeasure<Answer>(reading), 'accountId');
const PARTNER_NPS = clusterBy(partnerNpsMeasure<Answer>(reading), 'accountId');
const CSAT = clusterBy(csatMeasure<Answer>(reading), 'accountId');
const CES = clusterBy(cesMeasure<Answer>(reading), 'accountId');

/** The lines that tell one result: itself, what was left out, and its warnings. */
export function describeResult(result: MetricResult, locale: Locale, name?: string): string[] {
  const words = WORDS[locale];
  const count = new Intl.NumberFormat(locale);
  const reasons = Object.entries(words.exclusions)
    .filter(([reason]) => (result.excluded[reason] ?? 0) > 0)
    .map(([reason, text]) => `${count.format(result.excluded[reason] ?? 0)} ${text}`);
  return [
    ...wrap('', formatResult(result, { locale, name, digits: result.definition.unit === 'score' ? 2 : 1 })),
    ...wrap(`  ${words.leftOut}`, reasons.length > 0 ? reasons.join(', ') : words.nothing),
    ...formatWarnings(result, { locale }).flatMap((sentence) => wrap(`  ${words.warning}`, sentence)),
  ];
}

/** The lines that tell a comparison. */
export function describeComparison(comparison: Comparison, locale: Locale, name: string): string[] {
  const { warning } = WORDS[locale];
  return [
    ...wrap('  ', formatComparison(comparison, { locale, name })),
    ...formatWarnings(comparison, { locale }).flatMap((sentence) => wrap(`  ${warning}`, sentence)),
  ];
}

/**
 * Writes the scorecard of the last quarter, compared with the one before, a line for each quarter, the segments that stand out, and what the systems of the company
 * tell beside its customers.
 */
export function scorecard(answers: readonly Answer[], locale: Locale, isTerminal: boolean): string[] {
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

  const operations = createOperations();
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
  ];
}
