import { countPhrase, localNumber } from '../core/locale.js';
import { requireOption } from '../core/options.js';
import type {
  ImportancePerformanceItem,
  ImportancePerformanceResult,
  ImportancePerformanceZone,
} from '../prioritization/importancePerformance.js';
import {
  colonOf,
  lookScale,
  metricText,
  noDataWords,
  pixelTexts,
  silentMark,
  toldBy,
  toSpecification,
} from './chartFrame.js';
import { resolveChart, resolveLength, type ChartOptions } from './chartOptions.js';
import { cleanText, listText, shortText } from './chartText.js';
import { axisAround, axisField, labelsBeside, pixelOn, quarterNames } from './plotFrame.js';
import type { ChartPart, ChartSpecification } from './specification.js';

import { isPlaced, requireImportance, ZONES, ZONE_WORDS } from './importanceItems.js';

/** How importance and performance are drawn. */
export interface ImportancePerformanceChartOptions extends ChartOptions {
  /**
   * Height of the plot, in pixels, 200..4000.
   * @defaultValue 400
   */
  readonly height?: number | undefined;
  /** Title of the axis of importance, with its unit or scale. */
  readonly importance?: string | undefined;
  /** Title of the axis of performance, with its unit or scale. */
  readonly performance?: string | undefined;
}

/**
 * Charts what customers hold important against how well they are served.
 *
 * Use it to choose where to work: the quarter at the top left is important and badly served. Quarters are those that were evaluated; what an
 * interval leaves open is a hollow diamond. Labels that would cover others are left out and counted; tooltips have them all.
 *
 * @param result - What `evaluateImportancePerformance` of `cx-scoring/prioritization` gave.
 * @param options - Language, title, theme, size, and titles of the axes.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without data it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no such result, and `CX_INVALID_OPTION` when an option is out of
 * its range.
 * @example
 * ```ts
 * import { toImportancePerformanceChart } from 'cx-scoring/charts';
 * import { evaluateImportancePerformance } from 'cx-scoring/prioritization';
 *
 * const result = evaluateImportancePerformance(
 *   [
 *     { id: 'advice', importance: 4.1, performance: 3.6 },
 *     { id: 'deliveries', importance: 4.6, performance: 2.8 },
 *   ],
 *   { crosshair: { importance: 4, performance: 3.5 } },
 * );
 * toImportancePerformanceChart(result).title.subtitle; // => ['Concentrate here: deliveries']
 * ```
 */
export function toImportancePerformanceChart(
  result: ImportancePerformanceResult,
  options: ImportancePerformanceChartOptions = {},
): ChartSpecification {
  const where = 'toImportancePerformanceChart';
  requireImportance(where, result);
  const chart = resolveChart(where, options);
  const height = resolveLength(where, 'height', options.height, 400);
  for (const axis of ['importance', 'performance'] as const) {
    requireOption(
      options[axis] === undefined || typeof options[axis] === 'string',
      where,
      axis,
      'a text',
      options[axis],
    );
  }
  const { locale, palette, width } = chart;
  const { language } = locale;
  const french = language === 'fr';
  const colon = colonOf(locale);
  const heading = french ? 'Importance et performance' : 'Importance and performance';
  const { crosshair } = result;
  const items = result.items.filter(isPlaced);
  const nameOf = ({ id }: ImportancePerformanceItem): string => shortText(cleanText(id), 60);
  const unplaced = result.items.filter((item) => !isPlaced(item)).map(nameOf);
  const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
  const across = axisAround(known([...items.map((item) => item.performance), crosshair.performance]), width, 0.12);
  const upwards = axisAround(known([...items.map(({ importance }) => importance), crosshair.importance]), height, 0.16);
  const lines = [
    crosshair.performance === null ? null : pixelOn(across, crosshair.performance),
    crosshair.importance === null ? null : height - pixelOn(upwards, crosshair.importance),
  ] as const;
  const quarter = (zone: ImportancePerformanceZone, isLeft: boolean, isTop: boolean) => ({
    text: ZONE_WORDS[zone][language],
    isLeft,
    isTop,
  });
  const quarters = [
    quarter('concentrate-here', true, true),
    quarter('keep-up', false, true),
    quarter('low-priority', true, false),
    quarter('possible-overkill', false, false),
  ];
  const [right, down] = lines;
  const titles = right === null || down === null ? [] : quarterNames(quarters, [right, down], [width, height]);
  const rules = [
    ...(right === null ? [] : [{ left: right, right, top: 0, bottom: height }]),
    ...(down === null ? [] : [{ left: 0, right: width, top: down, bottom: down }]),
  ];
  const marks = items.map((item) => ({ x: item.performance, y: item.importance, name: cleanText(item.id) }));
  const labels = labelsBeside(marks, [across, upwards], titles, rules);
  const write = (value: number): string => localNumber(locale, value, { maximumFractionDigits: 2 });
  const [high, wide] = [
    metricText(options.importance ?? 'Importance'),
    metricText(options.performance ?? 'Performance'),
  ];
  const isOpen = ({ zone }: ImportancePerformanceItem): boolean => zone === null || zone === 'undetermined';
  const looks = [
    {
      words: french ? 'Quadrant établi' : 'Quarter settled',
      shape: 'circle',
      colour: palette.first,
      fill: palette.first,
    },
    { words: ZONE_WORDS.undetermined[language], shape: 'diamond', colour: palette.second, fill: palette.paper },
  ];
  const shown = looks.filter((_, at) => items.some((item) => Number(isOpen(item)) === at));
  const values = items.map((item) => ({
    importance: item.importance,
    performance: item.performance,
    look: looks[Number(isOpen(item))]?.words ?? '',
    words: `${nameOf(item)}${colon}${high.toLowerCase()} ${write(item.importance)}, ${wide.toLowerCase()} ${write(item.performance)}, ${ZONE_WORDS[item.zone ?? 'undetermined'][language].toLowerCase()}`,
  }));
  const axisOf = (title: string): ChartPart => ({ title, format: ',.2~f', tickCount: 6 });
  const [x, y] = [axisField('performance', across, axisOf(wide)), axisField('importance', upwards, axisOf(high))];
  const rule = silentMark('rule', { color: palette.line, strokeDash: [6, 4] });
  const scaleOf = (range: readonly string[]): ChartPart =>
    lookScale(
      'look',
      shown.map(({ words }) => words),
      range,
    );
  const layers: ChartPart[] = [];
  if (crosshair.performance !== null)
    layers.push({ data: { values: [{ performance: crosshair.performance }] }, mark: rule, encoding: { x } });
  if (crosshair.importance !== null)
    layers.push({ data: { values: [{ importance: crosshair.importance }] }, mark: rule, encoding: { y } });
  layers.push(...pixelTexts(titles, { fontSize: 13, fontWeight: 'bold' }), {
    data: { values },
    mark: { type: 'point', size: 110, strokeWidth: 2, opacity: 1 },
    encoding: {
      x,
      y,
      shape: scaleOf(shown.map(({ shape }) => shape)),
      stroke: scaleOf(shown.map(({ colour }) => colour)),
      fill: scaleOf(shown.map(({ fill }) => fill)),
      ...toldBy('words'),
    },
  });
  layers.push(...pixelTexts(labels, {}));
  const listOf = (zone: ImportancePerformanceZone): string[] => items.filter((item) => item.zone === zone).map(nameOf);
  const told = ZONES.flatMap((zone) => {
    const list = listOf(zone);
    return list.length === 0 ? [] : [`${ZONE_WORDS[zone][language]}${colon}${listText(list, locale)}`];
  });
  const without =
    unplaced.length === 0 ? '' : `${french ? 'Sans position' : 'Without a place'}${colon}${listText(unplaced, locale)}`;
  const first = listOf('concentrate-here').map((own) => shortText(own, 28));
  const finding = `${ZONE_WORDS['concentrate-here'][language]}${colon}${first.length > 3 ? first.length : listText(first, locale)}`;
  const hidden = items.length - labels.length;
  const lost = countPhrase(
    locale,
    hidden,
    french ? '# point sans étiquette' : '# point without a label',
    french ? '# points sans étiquette' : '# points without a label',
  );
  const sentences = items.length === 0 ? [heading, noDataWords(locale), without] : [heading, ...told, without];
  return toSpecification(chart, {
    heading,
    findings: items.length === 0 ? [noDataWords(locale)] : [finding, hidden === 0 ? '' : lost],
    description: sentences
      .filter((text) => text !== '')
      .map((text) => `${text}.`)
      .join(' '),
    height,
    layers: items.length === 0 ? [] : layers,
  });
}
