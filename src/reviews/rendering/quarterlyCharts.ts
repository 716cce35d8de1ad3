import type { ChartOptions } from '../../charts/chartOptions.js';
import { toPriorityMatrixChart } from '../../charts/priorityMatrixChart.js';
import { toScoreIntervalChart } from '../../charts/scoreIntervalChart.js';
import { toSegmentForestChart } from '../../charts/segmentForestChart.js';
import type { ChartSpecification } from '../../charts/specification.js';
import { cxError } from '../../core/errors.js';
import type { QuarterlyMetric, QuarterlyReview } from '../quarterlyRecord.js';
import type { PictureBlock } from './block.js';
import { metricName, nameOf, periodText, segmentValue, type Page } from './page.js';
import { oneLine } from './plainText.js';
import { requireStaticSvg } from './staticSvg.js';

/** A chart of a review, to be drawn. */
export interface QuarterlyChart {
  /** What `renderChart` is told: which chart it is, and for which pages, such as `'matrix-light'`. */
  readonly id: string;
  /** The chart: a Vega-Lite specification. */
  readonly specification: ChartSpecification;
}

/** Draws a chart as static SVG; `null` leaves the picture out, since its figures stand in a table in any case. */
export type RenderChart = (specification: ChartSpecification, id: string) => string | null;

/** The picture of a place in the document; nothing without one. */
export type Pictures = (id: string) => readonly PictureBlock[];

/** A chart that can be made for both themes. */
interface ChartMaker {
  readonly id: string;
  readonly make: (options: ChartOptions) => ChartSpecification;
}

/** A metric now and then; of a past that meant something else nothing is drawn. */
function historyMaker(page: Page, metric: QuarterlyMetric, period: string, at: number): ChartMaker[] {
  const { definition, result, changes, target } = metric;
  const label = page.isFrench ? 'trimestre' : 'quarter';
  const past = changes.filter((change) => change.break === null && change.result.value !== null).reverse();
  const shown = [...past.map((change) => ({ key: change.period.key, result: change.result })), { key: period, result }];
  if (past.length === 0 || result.value === null) return [];
  const segments = shown.map((one) => ({ key: { [label]: periodText(page, one.key) }, result: one.result }));
  const name = metricName(page, definition);
  const title = page.words.overTime(name);
  const reference = target === null ? {} : { reference: target.green };
  return [
    {
      id: `history-${at + 1}`,
      make: (options) => toScoreIntervalChart(segments, { ...options, ...reference, name, title }),
    },
  ];
}

function segmentMakers(page: Page, metric: QuarterlyMetric, review: QuarterlyReview, at: number): ChartMaker[] {
  const { definition, dimensions, segments } = metric;
  return dimensions.flatMap(({ dimension }, index): ChartMaker[] => {
    const own = segments.filter((segment) => segment.dimension === dimension);
    if (own.filter(({ comparison }) => comparison.difference !== null).length < 2) return [];
    const named = (key: QuarterlyMetric['segments'][number]['key']): Record<string, string> =>
      Object.fromEntries(Object.entries(key).map(([name, value]) => [nameOf(page, name), segmentValue(page, value)]));
    const comparisons = {
      definition,
      confidence: review.confidence,
      within: [],
      acrossCountries: null,
      adjustment: 'holm' as const,
      tested: review.segmentFamily.tested,
      omnibus: [],
      comparisons: own.map(({ key, comparison, values, adjustedPValue, minimumDetectableDifference, verdict }) => ({
        comparison,
        values: values ?? ([null, null] as const),
        adjustedPValue,
        minimumDetectableDifference,
        verdict,
        key: named(key),
        against: 'rest' as const,
        effectSize: null,
        equivalence: null,
      })),
    };
    const name = metricName(page, definition);
    const make = (options: ChartOptions): ChartSpecification => toSegmentForestChart(comparisons, { ...options, name });
    return [{ id: `segments-${at + 1}-${index + 1}`, make }];
  });
}

function matrixMaker(page: Page, { priorities }: QuarterlyReview): ChartMaker[] {
  const isPlaced = priorities?.items.some(({ value, effort }) => value !== null && effort !== null) ?? false;
  if (priorities === null || !isPlaced) return [];
  const items = priorities.items.map((item) =>
    Object.hasOwn(page.names, item.id)
      ? { ...item, names: { en: nameOf(page, item.id), fr: nameOf(page, item.id) } }
      : item,
  );
  return [{ id: 'matrix', make: (options) => toPriorityMatrixChart({ ...priorities, items }, options) }];
}

function makersOf(page: Page, review: QuarterlyReview): ChartMaker[] {
  const { metrics, period } = review;
  return [
    ...metrics.flatMap((metric, at) => historyMaker(page, metric, period.key, at)),
    ...metrics.flatMap((metric, at) => segmentMakers(page, metric, review, at)),
    ...matrixMaker(page, review),
  ];
}

/** The charts of a review, each for light and for dark pages. */
export function quarterlyCharts(page: Page, review: QuarterlyReview): QuarterlyChart[] {
  const locale = page.locale.tag;
  return makersOf(page, review).flatMap(({ id, make }) =>
    (['light', 'dark'] as const).map((theme) => ({
      id: `${id}-${theme}`,
      specification: make({ locale, theme, width: 480 }),
    })),
  );
}

/** The pictures of a review by their place, drawn and checked; none without `renderChart`. */
export function quarterlyPictures(
  where: string,
  page: Page,
  review: QuarterlyReview,
  renderChart: RenderChart | undefined,
): Pictures {
  const drawn = new Map<string, { readonly svg: string; readonly specification: ChartSpecification }>();
  if (renderChart !== undefined)
    for (const { id, specification } of quarterlyCharts(page, review)) {
      const svg: unknown = renderChart(specification, id);
      if (svg === null) continue;
      if (typeof (svg as { then?: unknown } | undefined)?.then === 'function')
        throw cxError(
          'CX_INVALID_OPTION',
          `${where}: option "renderChart"`,
          'synchronous: draw the charts of quarterlyReviewCharts first',
          svg,
        );
      requireStaticSvg(`${where}: what renderChart gave for "${id}"`, svg);
      drawn.set(id, { svg, specification });
    }
  return (id) => {
    const [light, dark] = [drawn.get(`${id}-light`), drawn.get(`${id}-dark`)];
    const own = light ?? dark;
    if (own === undefined) return [];
    const { description, title } = own.specification;
    const picture = { description: oneLine(description), title: oneLine(title.text), light: own.svg };
    return [{ kind: 'picture', ...picture, dark: light && dark ? dark.svg : null }];
  };
}
