import { countPhrase, localCount, localPercent, type ResolvedLocale } from '../core/locale.js';
import { requireOption } from '../core/options.js';
import type { MetricResult } from '../core/result.js';
import type { Segment } from '../core/segment.js';
import { resolveChart, type ChartOptions } from './chartOptions.js';
import { cleanText, listText, segmentText } from './chartText.js';
import { chartUnit, metricName, type ChartUnit } from './chartUnit.js';
import { intervalLayers, rowsHeight, type IntervalRow, type RowLook } from './intervalRows.js';
import { requireSegments } from './requireSegments.js';
import type { ChartSpecification } from './specification.js';
import { chartConfig, type ChartPalette } from './theme.js';

/** How scores are drawn. */
export interface ScoreIntervalChartOptions extends ChartOptions {
  /**
   * Name of the metric.
   * @defaultValue the name in its definition, else its id
   */
  readonly name?: string | undefined;
  /** A value marked by a line across all scores, such as a target, in the unit of the metric. */
  readonly reference?: number | undefined;
}

type Scored = Segment<object, MetricResult | null>;

function looksOf({ first, second }: ChartPalette, french: boolean): RowLook[] {
  const withInterval = french ? 'Valeur et intervalle' : 'Value and interval';
  const alone = french ? 'Valeur sans intervalle' : 'Value without interval';
  return [
    { words: withInterval, shape: 'circle', colour: first, isFilled: true },
    { words: alone, shape: 'diamond', colour: second, isFilled: false },
    { words: french ? 'Aucune donnée' : 'No data', shape: 'circle', colour: first, isFilled: false },
    { words: french ? 'Masqué' : 'Hidden', shape: 'circle', colour: first, isFilled: false },
  ];
}

function rowOf({ key, result }: Scored, unit: ChartUnit | null, locale: ResolvedLocale): IntervalRow {
  const french = locale.language === 'fr';
  const colon = french ? '\u202f: ' : ': ';
  const segment = segmentText(key, locale);
  const empty = { value: null, lower: null, upper: null, hasInterval: false };
  if (result === null || unit === null)
    return {
      ...empty,
      label: segmentText(key, locale, 40),
      look: 3,
      words: `${segment}${colon}${french ? 'masqué' : 'hidden'}`,
    };
  const { value, interval, sampleSize } = result;
  const size = localCount(locale, sampleSize);
  const label = `${segmentText(key, locale, 28)} (n = ${size})`;
  if (value === null)
    return {
      ...empty,
      label,
      look: 2,
      words: `${segment} (n = ${size})${colon}${french ? 'aucune donnée' : 'no data'}`,
    };
  const [lower, upper] = [interval?.lower ?? null, interval?.upper ?? null];
  const write = (bound: number | null): string => (bound === null ? '…' : unit.write(bound, false));
  const limits =
    interval === null ? '' : ` (${localPercent(locale, interval.confidence)}${colon}${write(lower)} – ${write(upper)})`;
  const words = `${segment} (n = ${size})${colon}${unit.write(value, false)}${limits}`;
  return { label, value, lower, upper, hasInterval: interval !== null, look: interval === null ? 1 : 0, words };
}

/**
 * Charts scores side by side, each with its interval and sample size.
 *
 * Use it for the results of segments, periods or teams under one definition. Overlapping intervals do not tell whether two of them differ:
 * compare them with `compareSegments`, and draw that with {@link toSegmentForestChart}. A segment that was hidden to protect respondents
 * stays a row without a number.
 *
 * @param segments - Segments with their results, as `segmentBy` or `protectSegments` give them, or `{ key: { team: 'A' }, result }`.
 * @param options - Language, title, theme, width, name of the metric, and a line such as a target.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`.
 * @throws TypeError with code `CX_INVALID_INPUT` when a segment is none, `CX_DEFINITION_MISMATCH` when two results have different
 * definitions, TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range.
 * @example
 * ```ts
 * import { computeNps } from 'cx-scoring';
 * import { toScoreIntervalChart } from 'cx-scoring/charts';
 *
 * const segments = [
 *   { key: { team: 'Lyon' }, result: computeNps([10, 9, 8, 6]) },
 *   { key: { team: 'Nantes' }, result: computeNps([]) },
 * ];
 * const chart = toScoreIntervalChart(segments, { name: 'NPS' });
 * chart.description; // => 'NPS with intervals, 2 results. Lyon (n = 4): +25 (95%: −44 – +73), Nantes (n = 0): no data.'
 * ```
 */
export function toScoreIntervalChart(
  segments: readonly Segment<object, MetricResult | null>[],
  options: ScoreIntervalChartOptions = {},
): ChartSpecification {
  const where = 'toScoreIntervalChart';
  requireSegments(where, segments);
  const { locale, title, palette, width } = resolveChart(where, options);
  const { name, reference } = options;
  requireOption(name === undefined || typeof name === 'string', where, 'name', 'a text', name);
  const isReference = reference === undefined || Number.isFinite(reference);
  requireOption(isReference, where, 'reference', 'a finite number', reference);
  const french = locale.language === 'fr';
  const definition = segments.find(({ result }) => result !== null)?.result?.definition ?? null;
  const unit = definition === null ? null : chartUnit(definition, locale);
  const named = definition === null ? name : metricName(definition, name, locale);
  const metric = cleanText(named ?? 'Score');
  const rows = segments.map((segment) => rowOf(segment, unit, locale));
  const count = countPhrase(
    locale,
    rows.length,
    french ? '# résultat' : '# result',
    french ? '# résultats' : '# results',
  );
  const heading = french ? `${metric} avec intervalles` : `${metric} with intervals`;
  const list =
    rows.length === 0
      ? ''
      : ` ${listText(
          rows.map(({ words }) => words),
          locale,
        )}.`;
  const lines =
    reference === undefined || unit === null ? '' : `${french ? 'Repère' : 'Line'} ${unit.write(reference, false)}`;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${heading}, ${count}.${list}`,
    title: { text: title ?? heading, subtitle: [count, lines].filter((line) => line !== '').join(' · ') },
    width,
    height: rowsHeight(rows.length),
    background: 'transparent',
    config: chartConfig(palette, locale),
    layer: intervalLayers({
      rows,
      looks: looksOf(palette, french),
      axisTitle: unit?.noun ? `${metric}, ${unit.noun}` : metric,
      unit: unit ?? { divisor: 1, format: ',.2~f', noun: null, write: String },
      reference: reference ?? null,
      palette,
    }),
  };
}
