import type { ComparisonFamily } from '../reviewedMetric.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Section } from './block.js';
import { comparedText, differenceOf, levelText, valueText } from './figureText.js';
import { dateText, metricName, periodText, tableOf, warningTexts, type Page } from './page.js';
import type { Pictures } from './quarterlyCharts.js';
import { verdictMark } from './verdictMark.js';

/** The numbers of a family of comparisons, for a sentence. */
export function familyNumbers(
  page: Page,
  { tested, shown, unknown }: ComparisonFamily,
  confidence: number,
): [string, string, string, string] {
  return [String(tested), String(shown), String(unknown), levelText(page, confidence)];
}

/** What changed, and whether it is real. */
export function changesSection(page: Page, review: QuarterlyReview, pictures: Pictures): Section {
  const { words } = page;
  const { metrics, period, periodFamily, confidence } = review;
  const title = words.sections.changes;
  if (metrics.length === 0) return { id: 'changes', title, blocks: [paragraph(words.noMetrics)] };
  const rows = metrics.flatMap(({ definition, result, changes }) =>
    changes.map((change): Cell[] => [
      metricName(page, definition),
      periodText(page, change.period.key),
      valueText(page, change.result.value, definition),
      valueText(page, result.value, definition),
      comparedText(page, change.comparison),
      verdictMark(page, change.verdict, definition.direction, words.noChange),
      differenceOf(page, change.minimumDetectableDifference, definition, false),
    ]),
  );
  const notes = metrics.flatMap(({ definition, changes }) => {
    const name = metricName(page, definition);
    return changes.flatMap((change) => {
      const past = `${name}, ${periodText(page, change.period.key)}`;
      const { break: broken } = change;
      return [
        ...(broken ? [words.broken(name, dateText(page, broken.on), broken.reason)] : []),
        ...warningTexts(page, past, change.result),
        ...warningTexts(page, past, change.comparison),
      ];
    });
  });
  const caption = words.changesCaption(periodText(page, period.key));
  const columns = ['metric', 'against', 'then', 'now', 'difference', 'verdict', 'smallest'] as const;
  const numbers = ['then', 'now', 'difference', 'smallest'] as const;
  const blocks: readonly Block[] = [
    paragraph(words.familyOfPast(...familyNumbers(page, periodFamily, confidence))),
    tableOf(page, caption, columns, numbers, rows),
    paragraph(words.silence),
    ...metrics.flatMap((_, at) => pictures(`history-${at + 1}`)),
    ...listOf('warnings', words.warnings, notes),
  ];
  return { id: 'changes', title, blocks };
}
