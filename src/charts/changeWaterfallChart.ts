import { requireOption } from '../core/options.js';
import type { ChangeDecomposition } from '../segmentation/decomposeChangeResult.js';
import { changeSteps, type ChangeDetail } from './changeSteps.js';
import { betweenOf, colonOf, metricText, noDataWords, requireName, toSpecification } from './chartFrame.js';
import type { MetricChartOptions } from './chartFrame.js';
import { resolveChart } from './chartOptions.js';
import { listText } from './chartText.js';
import { chartUnit, metricName } from './chartUnit.js';
import { estimateText } from './estimateText.js';
import { rowsHeight } from './intervalRows.js';
import type { ChartSpecification } from './specification.js';

import { levelText, stepLayers } from './changeLayers.js';
import { requireChange } from './requireChange.js';

/** How a change is drawn. */
export interface ChangeWaterfallChartOptions extends MetricChartOptions {
  /**
   * `'effects'` for one step of mix and one of rate, with their intervals; `'segments'` for a step for each segment's, those of the smallest
   * taken together.
   * @defaultValue 'effects'
   */
  readonly detail?: ChangeDetail | undefined;
}

/**
 * Charts a change as a waterfall: from before to after by what the mix of segments brought and what the segments brought themselves.
 *
 * Use it where a total moved and the question is whether customers judged otherwise, or other customers answered. Values are diamonds and
 * effects are bars, so that the axis need not begin at 0.
 *
 * @param change - What `decomposeChange` of `cx-scoring/segmentation` gave.
 * @param options - The detail, language, title, theme, width, and the name of the metric.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`; without data on a side it says so.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no such change, and `CX_INVALID_OPTION` when an option is out of
 * its range.
 * @example
 * ```ts
 * import { npsMeasure, tallyRows } from 'cx-scoring';
 * import { toChangeWaterfallChart } from 'cx-scoring/charts';
 * import { decomposeChange } from 'cx-scoring/segmentation';
 *
 * const measure = npsMeasure();
 * const nps = (promoters: number, passives: number, detractors: number) =>
 *   tallyRows({ counts: [detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters] }, measure);
 * const keys = [{ sector: 'industry' }, { sector: 'retail' }];
 * const dimensions = ['sector' as const];
 * const before = { dimensions, keys, tallies: [nps(60, 20, 0), nps(5, 5, 10)] };
 * const after = { dimensions, keys, tallies: [nps(32, 8, 0), nps(20, 20, 20)] };
 * const chart = toChangeWaterfallChart(decomposeChange(before, after, { measure }), { name: 'NPS' });
 * chart.title.subtitle; // => ['+55 before, +32 after: mix \u221236, rate +13', 'Every segment rose, and the whole fell: the mix changed']
 * ```
 */
export function toChangeWaterfallChart<Key extends object>(
  change: ChangeDecomposition<Key>,
  options: ChangeWaterfallChartOptions = {},
): ChartSpecification {
  const where = 'toChangeWaterfallChart';
  requireChange(where, change);
  const chart = resolveChart(where, options);
  const { name, detail = 'effects' } = options;
  requireName(where, name);
  requireOption(detail === 'effects' || detail === 'segments', where, 'detail', '"effects" or "segments"', detail);
  const { locale } = chart;
  const french = locale.language === 'fr';
  const { definition, before, after, mix, rate, reversal } = change;
  const metric = metricText(metricName(definition, name, locale));
  const unit = chartUnit(definition, locale);
  const heading = french ? `${metric}\u202f: composition et valeurs` : `${metric}: mix and rate`;
  const steps = changeSteps(change, detail, locale);
  // With the decimals of the effects, so that the figures add up.
  const level = (value: number | null): string => (value === null ? '–' : levelText(value, definition, unit));
  const moved = (value: number | null): string => (value === null ? '–' : unit.write(value, true));
  const finding = french
    ? `${level(before)} avant, ${level(after)} après\u202f: composition ${moved(mix.value)}, valeurs ${moved(rate.value)}`
    : `${level(before)} before, ${level(after)} after: mix ${moved(mix.value)}, rate ${moved(rate.value)}`;
  const rose = french
    ? 'Chaque segment a monté et l’ensemble a baissé\u202f: la composition a changé'
    : 'Every segment rose, and the whole fell: the mix changed';
  const fell = french
    ? 'Chaque segment a baissé et l’ensemble a monté\u202f: la composition a changé'
    : 'Every segment fell, and the whole rose: the mix changed';
  const turned = reversal === null ? '' : reversal === 'segments-rose-total-fell' ? rose : fell;
  const layers =
    steps === null
      ? []
      : stepLayers(steps, unit, unit.noun === null ? metric : `${metric}, ${unit.noun}`, level, chart);
  const told =
    steps === null
      ? ''
      : listText(
          steps.map(
            ({ label, kind, effect }) =>
              `${label}${colonOf(locale)}${estimateText(effect, (value) => (kind === 'total' ? level(value) : moved(value)), locale)}`,
          ),
          locale,
          betweenOf(locale),
        );
  const lack = noDataWords(locale);
  return toSpecification(chart, {
    heading,
    findings: steps === null ? [lack] : [finding, turned],
    description: (steps === null ? [heading, lack] : [heading, finding, turned, told])
      .filter((text) => text !== '')
      .map((text) => `${text}.`)
      .join(' '),
    height: rowsHeight(steps?.length ?? 4),
    layers,
  });
}
