import type { Estimate } from '../core/estimate.js';
import { cxError } from '../core/errors.js';
import { countPhrase, localCount, localNumber } from '../core/locale.js';
import { requireObject } from '../core/options.js';
import type { NpsResult } from '../metrics/perception/npsScore.js';
import {
  colonOf,
  lookScale,
  metricText,
  noDataWords,
  requireName,
  silentMark,
  toldBy,
  toSpecification,
} from './chartFrame.js';
import type { MetricChartOptions } from './chartFrame.js';
import { resolveChart } from './chartOptions.js';
import { estimateText } from './estimateText.js';
import { classOfScore, NPS_CLASSES, NPS_CLASS_WORDS, npsClassColours, requireCount } from './npsClasses.js';
import type { ChartPart, ChartSpecification } from './specification.js';

/** How answers to the recommendation question are drawn. */
export interface NpsDistributionChartOptions extends MetricChartOptions {
  /** What `computeNps` made of the same counts: its value and its interval are told below the title. */
  readonly result?: Pick<NpsResult, 'value' | 'interval'> | undefined;
}

const HEIGHT = 260;
const SCORES = 11;

function readCounts(where: string, input: { readonly counts: ArrayLike<number> }): number[] {
  requireObject(`${where}: input`, '{ counts }, the answers by score', input);
  const { counts } = input;
  const isList = Object(counts) === counts && counts.length === SCORES;
  if (!isList) throw cxError('CX_INVALID_COUNTS', `${where}: counts`, 'a list of 11, for the scores 0 to 10', counts);
  const list = Array.from(counts);
  for (const [score, count] of list.entries()) requireCount(`${where}: counts[${score}]`, count);
  return list;
}

/**
 * Charts the answers to the recommendation question score by score, with their classes.
 *
 * Use it to see what a score hides: two camps, a crowd at 8, or a few at 0. For several groups, use {@link toNpsClassesChart}.
 *
 * @param input - The answers by score, eleven counts for 0 to 10, as `computeNps` takes them.
 * @param options - Language, title, theme, width, name, and the result of the same counts.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without answers it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` or `CX_INVALID_COUNTS` when there are no eleven counts from 0, and
 * `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { toNpsDistributionChart } from 'cx-scoring/charts';
 *
 * const counts = [2, 0, 1, 0, 1, 3, 4, 8, 14, 11, 6];
 * const chart = toNpsDistributionChart({ counts }, { result: computeNps({ counts }) });
 * chart.title.subtitle; // => ['50 answers: 22% detractors, 44% passives, 34% promoters', 'NPS +12 (95%: \u22129 – +31)']
 * ```
 */
export function toNpsDistributionChart(
  input: { readonly counts: ArrayLike<number> },
  options: NpsDistributionChartOptions = {},
): ChartSpecification {
  const where = 'toNpsDistributionChart';
  const counts = readCounts(where, input);
  const chart = resolveChart(where, options);
  requireName(where, options.name);
  const { locale, palette } = chart;
  const french = locale.language === 'fr';
  const metric = metricText(options.name ?? 'NPS');
  const total = counts.reduce((sum, count) => sum + count, 0);
  const percent = (count: number): string =>
    localNumber(locale, total > 0 ? count / total : 0, { style: 'percent', maximumFractionDigits: 0 });
  const answers = countPhrase(locale, total, french ? '# réponse' : '# answer', french ? '# réponses' : '# answers');
  const shares = NPS_CLASSES.map((name) => {
    const own = counts.reduce((sum, count, score) => (classOfScore(score) === name ? sum + count : sum), 0);
    const [noun = ''] = NPS_CLASS_WORDS[name][locale.language].toLowerCase().split(' (');
    return `${percent(own)} ${french ? 'de ' : ''}${noun}`;
  });
  const finding = total === 0 ? noDataWords(locale) : `${answers}${colonOf(locale)}${shares.join(', ')}`;
  const result = options.result === undefined ? null : resultText(where, metric, options.result, chart);
  const heading = french ? `${metric}\u202f: réponses par note` : `${metric}: answers by score`;
  const values = counts.map((count, score) => ({
    score: String(score),
    count,
    written: count === 0 ? '' : localCount(locale, count),
    className: NPS_CLASS_WORDS[classOfScore(score)][locale.language],
    words: `${score}${colonOf(locale)}${localCount(locale, count)} (${percent(count)})`,
  }));
  const x = {
    field: 'score',
    type: 'nominal',
    sort: null,
    axis: { title: french ? 'Note' : 'Score', labelAngle: 0 },
  };
  const y = {
    field: 'count',
    type: 'quantitative',
    // Room for the figure above the highest bar.
    scale: { domain: [0, counts.reduce((most, count) => Math.max(most, count), 0) * 1.12], nice: false },
    axis: { title: french ? 'Réponses' : 'Answers', tickMinStep: 1, tickCount: 5, format: ',~f' },
  };
  const names = NPS_CLASSES.map((name) => NPS_CLASS_WORDS[name][locale.language]);
  const colours = NPS_CLASSES.map((name) => npsClassColours(name, palette)[0]);
  const layers: ChartPart[] = [
    {
      data: { values },
      mark: { type: 'bar', opacity: 1 },
      encoding: { x, y, color: lookScale('className', names, colours), ...toldBy('words') },
    },
    {
      data: { values },
      mark: silentMark('text', { baseline: 'bottom', dy: -3 }),
      encoding: { x, y, text: { field: 'written', type: 'nominal' } },
    },
  ];
  const told = values.filter(({ count }) => count > 0).map(({ words }) => words);
  return toSpecification(chart, {
    heading,
    findings: [finding, result ?? ''],
    description: [
      `${heading}.`,
      `${finding}.`,
      result === null ? '' : `${result}.`,
      told.length ? `${told.join(', ')}.` : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    height: HEIGHT,
    layers: total === 0 ? [] : layers,
  });
}

function resultText(
  where: string,
  metric: string,
  result: Estimate,
  { locale }: ReturnType<typeof resolveChart>,
): string | null {
  requireObject(`${where}: result`, 'a metric result', result);
  const write = (value: number): string => localNumber(locale, value, { maximumFractionDigits: 0 }, true);
  return result.value === null ? null : `${metric} ${estimateText(result, write, locale)}`;
}
