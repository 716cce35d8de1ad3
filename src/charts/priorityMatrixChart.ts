import { requireOption } from '../core/options.js';
import type { Prioritization } from '../prioritization/prioritization.js';
import { resolveChart, resolveLength, type ChartOptions } from './chartOptions.js';
import { shortText } from './chartText.js';
import { pixelAcross, pixelDown, type PlotSize } from './matrixAxes.js';
import { placeLabels } from './placeLabels.js';
import { matrixGround, textLayers } from './priorityMatrixGround.js';
import { pointLayer, rangeBoxes, rangeLayers } from './priorityMatrixMarks.js';
import { MATRIX_WORDS, matrixDescription, matrixSubtitle } from './priorityMatrixWords.js';
import { priorityPoints, requirePrioritization } from './priorityPoints.js';
import type { ChartSpecification } from './specification.js';
import { chartConfig } from './theme.js';

/** How the matrix is drawn. */
export interface PriorityMatrixChartOptions extends ChartOptions {
  /**
   * Height of the plot, in pixels, 200..4000.
   * @defaultValue 440
   */
  readonly height?: number | undefined;
  /**
   * Half the width of the border along the lines, 0..1: that by which the initiatives were ranked.
   * @defaultValue 0.05
   */
  readonly border?: number | undefined;
}

const LABEL_LENGTHS: readonly number[] = [28, 16];

/**
 * Charts a ranking of initiatives as the matrix of value and effort.
 *
 * Use it to show what comes first and how sure that is: quarters with their names, the border along the lines, a circle for each settled
 * initiative, a hollow diamond for one to confirm, a hollow triangle amid its worst and best case where criteria are missing. Labels that
 * would cover others are left out and counted in the subtitle; tooltips have them all.
 *
 * @param prioritization - What `prioritize` of `cx-scoring/prioritization` gave.
 * @param options - Language, title, theme, size, and the border that `prioritize` was given.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`.
 * @throws TypeError with code `CX_INVALID_INPUT` when it is no ranking, TypeError or RangeError with code `CX_INVALID_OPTION` when an option
 * is out of its range.
 * @example
 * ```ts
 * import { toPriorityMatrixChart } from 'cx-scoring/charts';
 * import { prioritize } from 'cx-scoring/prioritization';
 *
 * const prioritization = prioritize([
 *   { id: 'delivery-slots', criteria: { impact: 4, reach: 0.8, complexity: 2, cost: 2 } },
 *   { id: 'new-erp', criteria: { impact: 5, reach: 0.9, complexity: 5, cost: 5 } },
 * ]);
 * const chart = toPriorityMatrixChart(prioritization);
 * chart.title.subtitle; // => ['1 quick win, 1 structuring project']
 * toPriorityMatrixChart(prioritization, { locale: 'fr' }).title.text; // => 'Priorités selon la valeur et l’effort'
 * ```
 */
export function toPriorityMatrixChart(
  prioritization: Prioritization,
  options: PriorityMatrixChartOptions = {},
): ChartSpecification {
  const where = 'toPriorityMatrixChart';
  requirePrioritization(where, prioritization);
  const { locale, title, palette, width } = resolveChart(where, options);
  const { border = 0.05 } = options;
  requireOption(typeof border === 'number' && border >= 0 && border <= 1, where, 'border', 'between 0 and 1', border);
  const size: PlotSize = { width, height: resolveLength(where, 'height', options.height, 440) };
  const points = priorityPoints(prioritization, locale);
  const ground = matrixGround(prioritization.lines, border, size, palette, locale);
  const labels = points.map(({ name, value, effort }) => ({
    x: pixelAcross(effort, size),
    y: pixelDown(value, size),
    texts: LABEL_LENGTHS.map((length) => shortText(name, length)),
  }));
  const covered = [...ground.boxes, ...points.flatMap((point) => rangeBoxes(point, size))];
  const texts = placeLabels(labels, { right: width, bottom: size.height }, covered, ground.lines).filter(
    (text) => text !== null,
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: matrixDescription(prioritization, points, locale),
    title: {
      text: title ?? MATRIX_WORDS.title[locale.language],
      subtitle: matrixSubtitle(prioritization, points, points.length - texts.length, locale),
    },
    ...size,
    background: 'transparent',
    config: chartConfig(palette, locale),
    layer: [
      ...ground.layers,
      ...rangeLayers(points, palette),
      pointLayer(points, palette, locale),
      ...textLayers(texts, size, {}),
    ],
  };
}
