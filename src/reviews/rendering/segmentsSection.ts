import { localCount, localNumber } from '../../core/locale.js';
import type { QuarterlyMetric, QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Section } from './block.js';
import { familyNumbers } from './changesSection.js';
import { comparedText, differenceOf, valueText } from './figureText.js';
import { metricName, nameOf, segmentValue, tableOf, warningTexts, type Page } from './page.js';
import type { Pictures } from './quarterlyCharts.js';
import { verdictMark } from './verdictMark.js';

/** What a segment is called: the value of its dimension; with a country or the like, that as well. */
export function segmentName(page: Page, key: QuarterlyMetric['segments'][number]['key']): string {
  return Object.values(key)
    .map((value) => segmentValue(page, value))
    .join(' · ');
}

function pValueText({ locale }: Page, pValue: number): string {
  const isSmall = pValue < 0.001;
  return `${isSmall ? '< ' : ''}${localNumber(locale, isSmall ? 0.001 : pValue, { maximumSignificantDigits: 2 })}`;
}

function metricBlocks(page: Page, metric: QuarterlyMetric, at: number, pictures: Pictures): Block[] {
  const { words } = page;
  const { definition, segments, dimensions } = metric;
  const name = metricName(page, definition);
  const tables = dimensions.flatMap(({ dimension, tests }, index): Block[] => {
    const own = segments.filter((segment) => segment.dimension === dimension);
    const called = nameOf(page, dimension);
    const rows = own.map(({ key, comparison, values, verdict, minimumDetectableDifference }): Cell[] => [
      segmentName(page, key),
      localCount(page.locale, comparison.sampleSizes[0]),
      valueText(page, values?.[0] ?? null, definition),
      valueText(page, values?.[1] ?? null, definition),
      comparedText(page, comparison),
      verdictMark(page, verdict, definition.direction, words.noDifference),
      differenceOf(page, minimumDetectableDifference, definition, false),
    ]);
    const columns = ['segment', 'size', 'value', 'rest', 'difference', 'verdict', 'smallest'] as const;
    const known = tests.flatMap(({ pValue }) => (pValue === null ? [] : [pValue]));
    return [
      ...known.map((pValue) => paragraph(words.allAlike(called, pValueText(page, pValue)))),
      tableOf(page, words.bySegment(name, called), columns, ['size', 'value', 'rest', 'difference', 'smallest'], rows),
      ...pictures(`segments-${at + 1}-${index + 1}`),
    ];
  });
  const notes = segments.flatMap(({ key, comparison }) =>
    warningTexts(page, `${name}, ${segmentName(page, key)}`, comparison),
  );
  return [{ kind: 'heading', text: name }, ...tables, ...listOf('warnings', words.warnings, notes)];
}

/** Which segments differ from the rest. */
export function segmentsSection(page: Page, review: QuarterlyReview, pictures: Pictures): Section {
  const { words } = page;
  const { metrics, segmentFamily, confidence } = review;
  const blocks = metrics.flatMap((metric, at) =>
    metric.dimensions.length === 0 ? [] : metricBlocks(page, metric, at, pictures),
  );
  const opening = [
    paragraph(words.familyOfSegments(...familyNumbers(page, segmentFamily, confidence))),
    paragraph(words.silenceOfSegments),
  ];
  return {
    id: 'segments',
    title: words.sections.segments,
    blocks: blocks.length === 0 ? [paragraph(words.noSegments)] : [...opening, ...blocks],
  };
}
