import { isSameDefinition } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { countPhrase, localCount } from '../core/locale.js';
import { requireObject, requireOption } from '../core/options.js';
import { periodDistance, periodsBetween } from '../core/period.js';
import { requireDefinition } from '../core/requireDefinition.js';
import type { MetricResult } from '../core/result.js';
import {
  colonOf,
  metricText,
  noDataWords,
  requireName,
  toSpecification,
  type MetricChartOptions,
} from './chartFrame.js';
import { resolveChart } from './chartOptions.js';
import { listText } from './chartText.js';
import { chartUnit, metricName } from './chartUnit.js';
import { estimateText } from './estimateText.js';
import type { ChartSpecification } from './specification.js';
import { trendLayers, type TrendPoint } from './trendLayers.js';

/** A period and what was computed for it. */
export interface PeriodResult {
  /** Key of the period, such as `'2026-11'`, `'2026-Q3'` or `'FY2026'`. */
  readonly period: string;
  /** Its result; `null` when it is hidden or was not measured. */
  readonly result: MetricResult | null;
}

/** How a trend is drawn. */
export interface TrendChartOptions extends MetricChartOptions {
  /** A value marked by a line across all periods, in the unit of the metric. */
  readonly target?: number | undefined;
}

const HEIGHT = 280;
const MOST_PERIODS = 400;

function requirePeriods(where: string, periods: readonly PeriodResult[]): PeriodResult[] {
  if (!Array.isArray(periods)) throw cxError('CX_INVALID_INPUT', `${where}: periods`, 'a list of periods', periods);
  const list: readonly PeriodResult[] = periods;
  let known: MetricResult | null = null;
  for (const [index, entry] of list.entries()) {
    const at = `${where}: periods[${index}]`;
    requireObject(at, 'a period with its result', entry);
    const { result } = entry;
    if (result === null) continue;
    requireDefinition(`${at}.result`, 'a metric result or null', result);
    if (known !== null && !isSameDefinition(known.definition, result.definition)) {
      const rule = 'of the definition of those before it';
      throw cxError('CX_DEFINITION_MISMATCH', `${at}.result`, rule, result.definition.id);
    }
    known = result;
  }
  const first = list[0];
  // Reads the key of a single period as well, which no sort would look at.
  for (const { period } of list) periodDistance(period, first?.period ?? period);
  const sorted = [...list].sort((a, b) => periodDistance(a.period, b.period));
  const twice = sorted.find(({ period }, at) => sorted[at + 1]?.period === period);
  if (twice) throw cxError('CX_INVALID_INPUT', `${where}: each period`, 'in the list once', twice.period);
  const [from, to] = [sorted[0], sorted[sorted.length - 1]];
  const span = from && to ? periodDistance(to.period, from.period) + 1 : 0;
  if (span > MOST_PERIODS)
    throw cxError('CX_INVALID_INPUT', `${where}: periods`, 'at most 400 from first to last', span);
  return sorted;
}

/**
 * Charts a metric over time, with the band of its intervals.
 *
 * Use it for the run of months or quarters of one definition. A period without data is a gap, never a line across. A band that another
 * value lies within does not show that nothing changed: compare two periods with `compareResults`.
 *
 * @param periods - Results by period, in any order, all of one length of period: `{ period: '2026-Q3', result }`.
 * @param options - Language, title, theme, width, name of the metric, and the target.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without data it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when something is no period with a result, comes twice, or the periods
 * span more than 400; `CX_INVALID_DATE` for a key that is none or of another length, `CX_DEFINITION_MISMATCH` when two results have
 * different definitions, and `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { toTrendChart } from 'cx-scoring/charts';
 *
 * const quarter = (period: string, promoters: number, passives: number, detractors: number) => ({
 *   period,
 *   result: computeNps({ counts: { promoters, passives, detractors } }),
 * });
 * const periods = [quarter('2026-Q1', 40, 30, 30), quarter('2026-Q2', 48, 28, 24), quarter('2026-Q4', 55, 25, 20)];
 * const chart = toTrendChart(periods, { name: 'NPS', target: 30 });
 * chart.title.subtitle; // => ['2026-Q4: +35 (95%: +19 – +49) · Target +30', '1 period without data: 2026-Q3']
 * ```
 */
export function toTrendChart(periods: readonly PeriodResult[], options: TrendChartOptions = {}): ChartSpecification {
  const where = 'toTrendChart';
  const sorted = requirePeriods(where, periods);
  const chart = resolveChart(where, options);
  const { name, target } = options;
  requireName(where, name);
  requireOption(target === undefined || Number.isFinite(target), where, 'target', 'a finite number', target);
  const { locale } = chart;
  const french = locale.language === 'fr';
  const colon = colonOf(locale);
  const definition = sorted.find(({ result }) => result !== null)?.result?.definition ?? null;
  const metric = metricText((definition === null ? name : metricName(definition, name, locale)) ?? 'Score');
  const heading = french ? `${metric} par période` : `${metric} by period`;
  const known = sorted.filter(({ result }) => typeof result?.value === 'number');
  const [from, to] = [sorted[0], sorted[sorted.length - 1]];
  if (definition === null || known.length === 0 || !from || !to) {
    const words = noDataWords(locale);
    return toSpecification(chart, {
      heading,
      findings: [words],
      description: `${heading}. ${words}.`,
      height: HEIGHT,
      layers: [],
    });
  }
  const unit = chartUnit(definition, locale);
  const write = (value: number): string => unit.write(value, false);
  const resultOf = new Map(sorted.map(({ period, result }) => [period, result]));
  const points = periodsBetween(from.period, to.period).map((period): TrendPoint => {
    const result = resultOf.get(period) ?? null;
    const { value = null, interval = null, sampleSize = 0 } = result ?? {};
    const size = localCount(locale, sampleSize);
    const figure =
      result === null || value === null ? noDataWords(locale).toLowerCase() : estimateText(result, write, locale);
    const words = value === null ? `${period}${colon}${figure}` : `${period}${colon}${figure}, n = ${size}`;
    return { period, value, interval, words };
  });
  const missing = points.filter(({ value }) => value === null).map(({ period }) => period);
  const latest = known[known.length - 1];
  const finding = latest?.result ? `${latest.period}${colon}${estimateText(latest.result, write, locale)}` : '';
  const goal = target === undefined ? '' : `${french ? 'Cible' : 'Target'} ${write(target)}`;
  const gaps = countPhrase(
    locale,
    missing.length,
    french ? '# période sans données' : '# period without data',
    french ? '# périodes sans données' : '# periods without data',
  );
  const gap = missing.length === 0 ? '' : `${gaps}${colon}${listText(missing, locale)}`;
  const told = points.filter(({ value }) => value !== null).map(({ words }) => words);
  const sentences = [heading, finding, goal, gap, listText(told, locale)].filter((text) => text !== '');
  return toSpecification(chart, {
    heading,
    findings: [[finding, goal].filter((text) => text !== '').join(' · '), gap],
    description: `${sentences.join('. ')}.`,
    height: HEIGHT,
    layers: trendLayers(
      points,
      unit,
      target ?? null,
      goal,
      unit.noun === null ? metric : `${metric}, ${unit.noun}`,
      chart,
    ),
  });
}
