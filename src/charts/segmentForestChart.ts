import type { Verdict } from '../core/comparison.js';
import type { LocalizedText } from '../core/definition.js';
import { cxError } from '../core/errors.js';
import { localCount, localPercent, countPhrase, type ResolvedLocale } from '../core/locale.js';
import { requireObject, requireOption } from '../core/options.js';
import { requireDefinition } from '../core/requireDefinition.js';
import type { SegmentComparisons } from '../segmentation/comparedSegments.js';
import type { SegmentComparison } from '../segmentation/segmentComparison.js';
import { resolveChart, type ChartOptions } from './chartOptions.js';
import { cleanText, listText, segmentText } from './chartText.js';
import { chartUnit, metricName, type ChartUnit } from './chartUnit.js';
import { intervalLayers, rowsHeight, type IntervalRow, type RowLook } from './intervalRows.js';
import type { ChartSpecification } from './specification.js';
import { chartConfig, type ChartPalette } from './theme.js';

/** How compared segments are drawn. */
export interface SegmentForestChartOptions extends ChartOptions {
  /**
   * Name of the metric.
   * @defaultValue the name in its definition, else its id
   */
  readonly name?: string | undefined;
}

const VERDICTS: readonly Verdict[] = ['higher', 'lower', 'no-evidence', 'unknown'];
const VERDICT_WORDS: { readonly [verdict in Verdict]: LocalizedText } = {
  higher: { en: 'Higher', fr: 'Plus haut' },
  lower: { en: 'Lower', fr: 'Plus bas' },
  'no-evidence': { en: 'No evidence of a difference', fr: 'Aucune preuve d’un écart' },
  unknown: { en: 'Not compared', fr: 'Non comparé' },
};

function requireComparisons<Key extends object>(where: string, comparisons: SegmentComparisons<Key>): void {
  requireDefinition(`${where}: comparisons`, 'what compareSegments gave', comparisons);
  if (!Array.isArray(comparisons.comparisons))
    throw cxError('CX_INVALID_INPUT', `${where}: comparisons.comparisons`, 'a list', comparisons.comparisons);
  const entries: readonly SegmentComparison<Key>[] = comparisons.comparisons;
  for (const [index, entry] of entries.entries()) {
    const at = `${where}: comparisons[${index}]`;
    requireObject(at, 'a comparison of segments', entry);
    requireObject(`${at}.key`, 'the key of a segment', entry.key);
    requireDefinition(`${at}.comparison`, 'a comparison', entry.comparison);
    const isVerdict = VERDICTS.includes(entry.verdict);
    if (!isVerdict) throw cxError('CX_INVALID_INPUT', `${at}.verdict`, 'a verdict', entry.verdict);
  }
}

function lookOf(verdict: Verdict, { first, second, line }: ChartPalette, { language }: ResolvedLocale): RowLook {
  const words = VERDICT_WORDS[verdict][language];
  if (verdict === 'higher') return { words, shape: 'triangle-up', colour: first, isFilled: true };
  if (verdict === 'lower') return { words, shape: 'triangle-down', colour: second, isFilled: true };
  return { words, shape: 'circle', colour: line, isFilled: false };
}

function rowOf(
  { key, against, comparison, verdict }: SegmentComparison<object>,
  { write }: ChartUnit,
  locale: ResolvedLocale,
): IntervalRow {
  const french = locale.language === 'fr';
  const { difference, interval, sampleSizes } = comparison;
  const sizes = Array.from(sampleSizes, (size) => localCount(locale, size)).join(' / ');
  const other = against === 'rest' ? '' : ` − ${segmentText(against, locale, 28)}`;
  const label = `${segmentText(key, locale, 28)}${other} (n = ${sizes})`;
  const limits =
    interval === null
      ? ''
      : ` (${localPercent(locale, interval.confidence)}${french ? '\u202f: ' : ': '}${write(interval.lower, true)} – ${write(interval.upper, true)})`;
  const figure = difference === null ? '' : ` ${write(difference, true)}${limits}`;
  return {
    label,
    value: difference,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    hasInterval: interval !== null && difference !== null,
    look: VERDICTS.indexOf(verdict),
    words: `${segmentText(key, locale)}${other}${french ? '\u202f: ' : ': '}${VERDICT_WORDS[verdict][locale.language]}${figure}`,
  };
}

/**
 * Charts compared segments as a forest plot: for each comparison the difference with its interval, and what the evidence says.
 *
 * Use it to show which segments stand out. The shape of a mark tells the verdict after adjustment for the number of comparisons, so an
 * interval that leaves out 0 may still be "no evidence". To show the scores themselves, use {@link toScoreIntervalChart}.
 *
 * @param comparisons - What `compareSegments` of `cx-scoring/segmentation` gave.
 * @param options - Language, title, theme, width, and the name of the metric.
 * @returns A Vega-Lite 6 specification, with the finding in words as its `description`.
 * @throws TypeError with code `CX_INVALID_INPUT` when nothing was compared, TypeError or RangeError with code `CX_INVALID_OPTION` when an
 * option is out of its range.
 * @example
 * ```ts
 * import { npsMeasure } from 'cx-scoring';
 * import { toSegmentForestChart } from 'cx-scoring/charts';
 * import { compareSegments, tallyCountsBy } from 'cx-scoring/segmentation';
 *
 * const counted = Object.entries({ north: [19, 28, 48], south: [30, 32, 35], west: [10, 20, 40] }).flatMap(([zone, counts]) =>
 *   counts.map((n, at) => ({ zone, score: [0, 7, 10][at] ?? null, n })),
 * );
 * const measure = npsMeasure();
 * const tally = tallyCountsBy(counted, { measure, dimensions: ['zone'], score: 'score', count: 'n' });
 * const chart = toSegmentForestChart(compareSegments(tally, measure), { name: 'NPS' });
 * chart.title.subtitle; // => '1 higher, 1 lower, 1 without evidence of a difference'
 * ```
 */
export function toSegmentForestChart<Key extends object>(
  comparisons: SegmentComparisons<Key>,
  options: SegmentForestChartOptions = {},
): ChartSpecification {
  const where = 'toSegmentForestChart';
  requireComparisons(where, comparisons);
  const { locale, title, palette, width } = resolveChart(where, options);
  const isName = options.name === undefined || typeof options.name === 'string';
  requireOption(isName, where, 'name', 'a text', options.name);
  const french = locale.language === 'fr';
  const { definition, confidence, comparisons: entries } = comparisons;
  const metric = cleanText(metricName(definition, options.name, locale));
  const unit = chartUnit(definition, locale);
  const rows = entries.map((entry) => rowOf(entry, unit, locale));
  const noun = unit.noun === null ? '' : `, ${unit.noun}`;
  const isRest = entries.every(({ against }) => against === 'rest');
  const against = isRest ? (french ? 'segment moins le reste' : 'segment minus the rest') : '';
  const axis = french ? `Différence de ${metric}${noun}` : `Difference in ${metric}${noun}`;
  const heading = french ? `${metric}\u202f: écarts entre segments` : `${metric}: differences between segments`;
  const counts = VERDICTS.map((verdict) => entries.filter((entry) => entry.verdict === verdict).length);
  const phrases: readonly LocalizedText[] = [
    { en: '# higher', fr: '# plus haut' },
    { en: '# lower', fr: '# plus bas' },
    { en: '# without evidence of a difference', fr: '# sans différence démontrée' },
    { en: '# not compared', fr: '# non comparé' },
  ];
  const subtitle = phrases
    .flatMap((phrase, index) => {
      const count = counts[index] ?? 0;
      return count === 0 ? [] : [countPhrase(locale, count, phrase[locale.language], phrase[locale.language])];
    })
    .join(', ');
  const level = localPercent(locale, confidence);
  const told = VERDICTS.flatMap((verdict, look) => {
    const list = rows.filter((row) => row.look === look).map(({ label }) => label);
    const colon = french ? '\u202f: ' : ': ';
    return list.length === 0 ? [] : [`${VERDICT_WORDS[verdict][locale.language]}${colon}${listText(list, locale)}.`];
  });
  const opening = french ? `${heading}, confiance ${level}.` : `${heading}, confidence ${level}.`;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: [opening, ...told].join(' '),
    title: { text: title ?? heading, subtitle: subtitle || (french ? 'Aucune comparaison' : 'No comparisons') },
    width,
    height: rowsHeight(rows.length),
    background: 'transparent',
    config: chartConfig(palette, locale),
    layer: intervalLayers({
      rows,
      looks: VERDICTS.map((verdict) => lookOf(verdict, palette, locale)),
      axisTitle: against === '' ? axis : `${axis} (${against})`,
      unit,
      reference: 0,
      palette,
    }),
  };
}
