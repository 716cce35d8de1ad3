import { resolveLocale, type LocaleOptions } from '../../core/locale.js';
import { requireOption, requireOptions } from '../../core/options.js';
import type { Criterion } from '../../prioritization/criterion.js';
import { isPlainObject } from '../../prioritization/findingPath.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { makePage, type Page, type ReviewNames } from './page.js';
import { quarterlyCharts, quarterlyPictures, type QuarterlyChart, type RenderChart } from './quarterlyCharts.js';
import { quarterlyDocument } from './quarterlyDocument.js';
import { requireReview } from './requireReview.js';
import { toHtml } from './toHtml.js';
import { toMarkdown } from './toMarkdown.js';

/** How the charts of a review are made. */
export interface QuarterlyChartOptions extends LocaleOptions {
  /**
   * Names for people by id: of metrics, dimensions, values of segments, plans, owners, initiatives, criteria, actions, rules, budgets.
   * @defaultValue names of the catalogue and of the data, else ids
   */
  readonly names?: ReviewNames | undefined;
}

/** How a review is written. */
export interface RenderQuarterlyReviewOptions extends QuarterlyChartOptions {
  /**
   * Title of the document.
   * @defaultValue the quarter, in words
   */
  readonly title?: string | undefined;
  /** Draws a chart as static SVG; without it the page has tables only. */
  readonly renderChart?: RenderChart | undefined;
  /**
   * The criteria that initiatives were ranked by, for their names.
   * @defaultValue `INITIATIVE_CRITERIA`
   */
  readonly criteria?: readonly Criterion[] | undefined;
}

/** A review written down: the same document in two formats. */
export interface RenderedReview {
  /** Its title. */
  readonly title: string;
  /** Markdown with tables, without pictures. */
  readonly markdown: string;
  /** One HTML page with everything in it. */
  readonly html: string;
}

function pageOf(where: string, review: QuarterlyReview, options: QuarterlyChartOptions): Page {
  requireReview(where, review);
  requireOptions(where, options);
  const { names = {} } = options;
  const isNames = isPlainObject(names) && Object.values(names).every((name) => typeof name === 'string');
  requireOption(isNames, where, 'names', 'texts by id', names);
  return makePage(resolveLocale(where, options.locale), names, review);
}

/**
 * Writes the quarterly review as Markdown and as one self-contained HTML page, in British English or French.
 *
 * Use it for the document that is read, sent and printed: scorecard, what changed and whether it is real, segments, coverage, priorities,
 * progress of the plans, actions, rewards, with every warning. The page runs no script and fetches nothing, and its content security
 * policy says so; it is made for light and dark screens, for paper, and for screen readers.
 *
 * @remarks
 * Everything that comes from data (names, objectives, reasons) is shown as plain text: no markup in it is obeyed in either format, and
 * marks that turn the direction of text around are dropped. Pictures are what `renderChart` draws, checked to be static SVG and put into
 * the page as images; beside each stands its table. Markdown has the tables only. Status and verdicts are told in words and by a sign,
 * never by colour alone.
 *
 * @param review - What {@link quarterlyReview} gave, stored as JSON in between or not.
 * @param options - The `locale`, English unless given, `names`, a `title`, and `renderChart`.
 * @returns The title, the Markdown and the HTML page.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no quarterly review or a picture is not static SVG,
 * `CX_INVALID_OPTION` when an option breaks its rule.
 * @example
 * ```ts
 * import { csatMeasure } from 'cx-scoring';
 * import { quarterlyReview, renderQuarterlyReview, toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const answers = Array.from({ length: 60 }, (_, at) => ({ on: at < 30 ? '2026-05-04' : '2026-08-03', score: at % 3 === 0 ? 2 : 5 }));
 * const measure = csatMeasure<(typeof answers)[number]>({ score: 'score' });
 * const review = quarterlyReview({ asOf: '2026-10-05', measures: [toMeasuredRows(answers, { measure, at: 'on' })] });
 * const { title, markdown, html } = renderQuarterlyReview(review);
 * title; // => 'Quarterly review, Q3 2026'
 * markdown.split('\n')[2]; // => 'From 1 July 2026 to 30 September 2026. Reviewed on 5 October 2026, with 95% confidence.'
 * html.includes('<script'); // => false
 * renderQuarterlyReview(review, { locale: 'fr' }).title; // => 'Bilan trimestriel, T3 2026'
 * ```
 */
export function renderQuarterlyReview(
  review: QuarterlyReview,
  options: RenderQuarterlyReviewOptions = {},
): RenderedReview {
  const where = 'renderQuarterlyReview';
  const page = pageOf(where, review, options);
  const { title, renderChart, criteria } = options;
  requireOption(title === undefined || typeof title === 'string', where, 'title', 'a text', title);
  const isDrawing = renderChart === undefined || typeof renderChart === 'function';
  requireOption(isDrawing, where, 'renderChart', 'a function that gives static SVG', renderChart);
  const pictures = quarterlyPictures(where, page, review, renderChart);
  const written = quarterlyDocument(page, review, { title, pictures, criteria });
  return { title: written.title, markdown: toMarkdown(written), html: toHtml(written) };
}

/**
 * Lists the charts of a quarterly review, each for light and for dark pages.
 *
 * Use it where charts are drawn asynchronously, as Vega does: draw these first, and let `renderChart` of
 * {@link renderQuarterlyReview} look the pictures up by their id.
 *
 * @param review - What {@link quarterlyReview} gave.
 * @param options - The `locale` and the `names`, the same as those of the document.
 * @returns The charts in the order of the document: each metric now and then, segments, and the matrix of priorities.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when it is no quarterly review, `CX_INVALID_OPTION` when an option breaks
 * its rule.
 * @example
 * ```ts
 * import { csatMeasure } from 'cx-scoring';
 * import { quarterlyReview, quarterlyReviewCharts, renderQuarterlyReview, toMeasuredRows } from 'cx-scoring/reviews';
 *
 * const answers = Array.from({ length: 60 }, (_, at) => ({ on: at < 30 ? '2026-05-04' : '2026-08-03', score: at % 3 === 0 ? 2 : 5 }));
 * const measure = csatMeasure<(typeof answers)[number]>({ score: 'score' });
 * const review = quarterlyReview({ asOf: '2026-10-05', measures: [toMeasuredRows(answers, { measure, at: 'on' })] });
 * const charts = quarterlyReviewCharts(review);
 * charts.map(({ id }) => id); // => ['history-1-light', 'history-1-dark']
 *
 * const pictures = new Map<string, string>();
 * for (const { id } of charts) pictures.set(id, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>');
 * const { html } = renderQuarterlyReview(review, { renderChart: (_, id) => pictures.get(id) ?? null });
 * html.includes('<picture>'); // => true
 * ```
 */
export function quarterlyReviewCharts(review: QuarterlyReview, options: QuarterlyChartOptions = {}): QuarterlyChart[] {
  return quarterlyCharts(pageOf('quarterlyReviewCharts', review, options), review);
}
