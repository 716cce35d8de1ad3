import {
  compareResults,
  computeCes,
  computeCsat,
  computeNps,
  computePartnerNps,
  formatComparison,
  formatResult,
  formatValue,
  formatWarning,
  type Comparison,
  type MetricResult,
  type ScoreExclusion,
} from 'cx-scoring';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { heading, table, wrap } from './layout.js';
import { WORDS } from './words.js';

/** The scores of one quarter. */
function scoresOf(answers: readonly Answer[]) {
  const of = (metric: string): Answer[] => answers.filter((answer) => answer.metric === metric);
  // The oldest quarter holds two answers of 11: they are counted, not passed over in silence.
  const offScale = 'exclude';
  return {
    nps: computeNps(of('nps'), { score: 'value', offScale }),
    // The same answers as above, where the warning of the sample policy stands already.
    byRevenue: computeNps(of('nps'), { score: 'value', weight: 'revenue', offScale, samplePolicy: null }),
    partnerNps: computePartnerNps(of('partner-nps'), { score: 'value', offScale }),
    csat: computeCsat(of('csat'), { score: 'value', offScale }),
    ces: computeCes(of('ces'), { score: 'value', offScale }),
  };
}

/** The lines that tell one result: itself, what was left out, and its warnings. */
export function describeResult(result: MetricResult<string, ScoreExclusion>, locale: Locale, name?: string): string[] {
  const words = WORDS[locale];
  const count = new Intl.NumberFormat(locale);
  const reasons = (Object.keys(words.exclusions) as ScoreExclusion[])
    .filter((reason) => result.excluded[reason] > 0)
    .map((reason) => `${count.format(result.excluded[reason])} ${words.exclusions[reason]}`);
  return [
    ...wrap('', formatResult(result, { locale, name, digits: result.definition.unit === 'score' ? 2 : 1 })),
    ...wrap(`  ${words.leftOut}`, reasons.length > 0 ? reasons.join(', ') : words.nothing),
    ...result.warnings.flatMap((warning) => wrap(`  ${words.warning}`, formatWarning(warning, { locale }))),
  ];
}

function describeComparison(comparison: Comparison, locale: Locale, name: string): string[] {
  const { warning } = WORDS[locale];
  return [
    ...wrap('  ', formatComparison(comparison, { locale, name })),
    ...comparison.warnings.flatMap((each) => wrap(`  ${warning}`, formatWarning(each, { locale }))),
  ];
}

/** Writes the scorecard of the last quarter, compared with the one before, and a line for each quarter. */
export function scorecard(answers: readonly Answer[], locale: Locale, isTerminal: boolean): string[] {
  const words = WORDS[locale];
  const count = new Intl.NumberFormat(locale);
  const quarters = [...new Set(answers.map(({ quarter }) => quarter))].sort();
  const all = quarters.map((quarter) => scoresOf(answers.filter((answer) => answer.quarter === quarter)));
  const [previous, last] = all.slice(-2);
  if (previous === undefined || last === undefined) throw new Error('The scorecard compares two quarters.');
  const against = words.against(quarters.at(-1) ?? '', quarters.at(-2) ?? '');
  const idsOf = (isDealer: boolean): string =>
    count.format(
      new Set(answers.filter(({ role }) => (role === 'dealer') === isDealer).map(({ accountId }) => accountId)).size,
    );

  const sections = [
    [describeResult(last.nps, locale), compareResults(last.nps, previous.nps)],
    [describeResult(last.byRevenue, locale, words.byRevenue), compareResults(last.byRevenue, previous.byRevenue)],
    [describeResult(last.partnerNps, locale), compareResults(last.partnerNps, previous.partnerNps)],
    [describeResult(last.csat, locale), compareResults(last.csat, previous.csat)],
    [describeResult(last.ces, locale), compareResults(last.ces, previous.ces)],
  ] as const;

  const rows = all.map(({ nps, partnerNps, csat, ces }, index) => {
    const { interval, definition, sampleSize, excluded } = nps;
    const limit = (bound: number | null | undefined): string => formatValue(bound ?? null, definition, { locale });
    return [
      quarters[index] ?? '',
      formatValue(nps.value, definition, { locale }),
      `${limit(interval?.lower)}…${limit(interval?.upper)}`,
      ...[sampleSize, excluded.missing, excluded.offScale].map((number) => count.format(number)),
      formatValue(partnerNps.value, partnerNps.definition, { locale }),
      formatValue(csat.value, csat.definition, { locale }),
      formatValue(ces.value, { unit: 'score', range: null }, { locale }),
    ];
  });

  return [
    heading(words.title(quarters.at(-1) ?? ''), isTerminal),
    ...wrap(
      '',
      words.origin(count.format(answers.length), idsOf(false), idsOf(true), quarters[0] ?? '', quarters.at(-1) ?? ''),
    ),
    ...sections.flatMap(([[first = '', ...lines], comparison]) => [
      '',
      heading(first, isTerminal),
      ...lines,
      ...describeComparison(comparison, locale, against),
    ]),
    '',
    heading(words.years, isTerminal),
    ...table([words.columns, ...rows]),
    '',
    ...wrap('', words.caution),
  ];
}
