import { countPhrase, localCount } from '../core/locale.js';
import { requireOption, requireOptions } from '../core/options.js';
import type { SegmentValue } from '../core/segment.js';
import {
  betweenOf,
  colonOf,
  metricText,
  noDataWords,
  requireName,
  toSpecification,
  type MetricChartOptions,
} from './chartFrame.js';
import { resolveChart } from './chartOptions.js';
import { cleanText, distinctLabels, listText, segmentText, shortText } from './chartText.js';
import { chartUnit, metricName } from './chartUnit.js';
import { heatGrid, type HeatMapSegment } from './heatMapCells.js';
import { heatLayers, type HeatRow } from './heatMapLayers.js';
import { heatLegend, heatScale } from './heatMapColours.js';
import { textWidth } from './placeLabels.js';
import type { ChartSpecification } from './specification.js';

/** How a cube is drawn. */
export interface HeatMapChartOptions extends MetricChartOptions {
  /** The dimension that is cut into rows. */
  readonly rows: string;
  /** The dimension that is cut into columns. */
  readonly columns: string;
  /**
   * The value that colours are centred on, in the unit of the metric.
   * @defaultValue that of the whole, the segment with the key `{}`
   */
  readonly overall?: number | undefined;
}

const CELL_HEIGHT = 46;

/**
 * Charts two dimensions of a cube as a map, coloured by how far each cell lies from the whole.
 *
 * Use it to look for patterns over many cells. It is no test: a strong colour on few answers may be chance, so each cell says how many
 * answered; {@link toSegmentForestChart} says which segments differ. A hidden cell is hatched by a word and has no colour.
 *
 * @param segments - The cells of a cube and the whole, as `toSegments` or `segmentBy` with `cube: true`, or `protectSegments` give them; other cuts
 * are passed over. A result that is `null` is hidden.
 * @param options - The dimensions, the value of the whole where it is not among the segments, language, title, theme, width, and name.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without data it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when a segment is none or comes twice, `CX_DEFINITION_MISMATCH` when two
 * results have different definitions, and `CX_INVALID_OPTION` when a dimension is missing, the value of the whole is not known, or
 * an option is out of its range.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { toHeatMapChart } from 'cx-scoring/charts';
 * import { segmentBy } from 'cx-scoring/segmentation';
 *
 * const rows = ['north', 'south'].flatMap((zone, south) =>
 *   ['energy', 'retail'].flatMap((sector, retail) =>
 *     [10, 10, 9, 8, 3].map((score, at) => ({ zone, sector, score: at === 1 && south && retail ? 2 : score })),
 *   ),
 * );
 * const cube = segmentBy(rows, {
 *   measure: npsMeasure<(typeof rows)[number]>({ score: 'score' }),
 *   dimensions: ['zone', 'sector'],
 *   cube: true,
 * });
 * const chart = toHeatMapChart(cube, { rows: 'zone', columns: 'sector', name: 'NPS' });
 * chart.title.subtitle; // => ['4 cells, +30 as a whole', 'Highest: north · energy +40. Lowest: south · retail 0']
 * ```
 */
export function toHeatMapChart(segments: readonly HeatMapSegment[], options: HeatMapChartOptions): ChartSpecification {
  const where = 'toHeatMapChart';
  requireOptions(where, options);
  const { rows, columns, name, overall } = options;
  requireOption(typeof rows === 'string', where, 'rows', 'the name of a dimension', rows);
  const isOther = typeof columns === 'string' && columns !== rows;
  requireOption(isOther, where, 'columns', 'the name of another dimension', columns);
  requireName(where, name);
  requireOption(overall === undefined || Number.isFinite(overall), where, 'overall', 'a finite number', overall);
  const chart = resolveChart(where, options);
  const grid = heatGrid(where, segments, rows, columns);
  const { locale, palette, width } = chart;
  const french = locale.language === 'fr';
  const colon = colonOf(locale);
  const { definition, cells } = grid;
  const metric = metricText((definition === null ? name : metricName(definition, name, locale)) ?? 'Score');
  const sides = [rows, columns].map((side) => shortText(cleanText(side), 28)).join(french ? ' et ' : ' and ');
  const heading = french ? `${metric} par ${sides}` : `${metric} by ${sides}`;
  const height = Math.max(grid.rows.length, 3) * CELL_HEIGHT;
  const known = cells.flatMap((cell) =>
    typeof cell.result?.value === 'number' ? [{ ...cell, value: cell.result.value }] : [],
  );
  const centre = overall ?? grid.overall;
  if (known.length > 0)
    requireOption(centre !== null, where, 'overall', 'given, as the segments lack the whole', centre);
  if (definition === null || centre === null || cells.length === 0) {
    const hidden =
      cells.length === 0 ? noDataWords(locale) : french ? 'Toutes les cellules sont masquées' : 'All cells are hidden';
    return toSpecification(chart, {
      heading,
      findings: [hidden],
      description: `${heading}. ${hidden}.`,
      height,
      layers: [],
    });
  }
  const unit = chartUnit(definition, locale);
  const write = (value: number): string => unit.write(value, false);
  const scale = heatScale(
    known.map(({ value }) => value - centre),
    unit,
    chart,
  );
  const textOf = (dimension: string, value: SegmentValue): string => segmentText({ [dimension]: value }, locale, 28);
  const rowLabels = distinctLabels(grid.rows.map((value) => textOf(rows, value)));
  const cellWidth = width / grid.columns.length;
  // Cut here, since renderers cut between the halves of a character.
  const most = Math.max(4, Math.floor((cellWidth - 8) / 7));
  const columnLabels = distinctLabels(grid.columns.map((value) => shortText(textOf(columns, value), most)));
  const values = cells.map(({ row, column, result }): HeatRow => {
    const value = result?.value ?? null;
    const band = value === null ? null : (scale.bands[scale.bandOf(value - centre)] ?? null);
    const place = { row: rowLabels[row] ?? '', column: columnLabels[column] ?? '' };
    const title = `${place.row} · ${place.column}`;
    const size = result === null ? '' : `n = ${localCount(locale, result.sampleSize)}`;
    const lack = result === null ? (french ? 'masqué' : 'hidden') : noDataWords(locale).toLowerCase();
    const figure = value === null ? lack : write(value);
    const words = `${title}${colon}${figure}${size === '' ? '' : `, ${size}`}`;
    const fits = (text: string): string => (textWidth(text) + 6 <= cellWidth ? text : '');
    return {
      ...place,
      figure: fits(figure),
      size: fits(size),
      band: band?.words ?? '',
      ink: band?.ink ?? palette.ink,
      words,
    };
  });
  const layers = heatLayers(
    values,
    [rowLabels, columnLabels],
    scale.bands,
    heatLegend(write(centre), unit, chart),
    chart,
  );
  const ranked = [...known].sort((a, b) => b.value - a.value || a.row - b.row || a.column - b.column);
  const nameOfCell = (cell: (typeof ranked)[number] | undefined): string =>
    cell === undefined
      ? ''
      : `${shortText(`${rowLabels[cell.row] ?? ''} · ${columnLabels[cell.column] ?? ''}`, 40)} ${write(cell.value)}`;
  const [highest, lowest] = [nameOfCell(ranked[0]), nameOfCell(ranked[ranked.length - 1])];
  const count = countPhrase(locale, cells.length, french ? '# cellule' : '# cell', french ? '# cellules' : '# cells');
  const hiddenCount = cells.filter(({ result }) => result === null).length;
  const hidden =
    hiddenCount === 0
      ? ''
      : countPhrase(locale, hiddenCount, french ? ', # masquée' : ', # hidden', french ? ', # masquées' : ', # hidden');
  const finding = `${count}, ${write(centre)} ${french ? 'pour l’ensemble' : 'as a whole'}${hidden}`;
  const ends =
    known.length < 2
      ? ''
      : french
        ? `Plus haut${colon}${highest}. Plus bas${colon}${lowest}`
        : `Highest${colon}${highest}. Lowest${colon}${lowest}`;
  const list = listText(
    values.map(({ words }) => words),
    locale,
    betweenOf(locale),
  );
  return toSpecification(chart, {
    heading,
    findings: [finding, ends],
    description: [heading, finding, ends, list]
      .filter((text) => text !== '')
      .map((text) => `${text}.`)
      .join(' '),
    height,
    layers,
  });
}
