import { localCount } from '../../core/locale.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Section } from './block.js';
import { sampleText } from './figureText.js';
import { metricName, periodText, tableOf, type Page } from './page.js';
import { methodDetails, standingNotes, standingTable } from './scorecardSection.js';

/** How far the asking reached, and what each metric rests on. */
export function coverageSection(page: Page, review: QuarterlyReview): Section {
  const { words, locale } = page;
  const { coverage, metrics, period } = review;
  const rows = metrics.map(({ definition, result }): Cell[] => {
    const excluded = Object.values(result.excluded ?? {}).filter((count) => typeof count === 'number');
    return [
      metricName(page, definition),
      sampleText(page, result.sampleSize, definition),
      result.accounts === null ? words.unknown : localCount(locale, result.accounts),
      localCount(
        locale,
        excluded.reduce((sum, count) => sum + count, 0),
      ),
    ];
  });
  const asked: readonly Block[] =
    coverage.length === 0
      ? [paragraph(words.coverageNotGiven)]
      : [
          standingTable(page, words.coverageCaption, coverage),
          ...listOf('warnings', words.warnings, standingNotes(page, coverage)),
          methodDetails(page, coverage),
        ];
  const caption = words.samplesCaption(periodText(page, period.key));
  const samples = tableOf(page, caption, ['metric', 'sample', 'accounts', 'leftOut'], ['accounts', 'leftOut'], rows);
  const blocks = [...asked, ...(rows.length === 0 ? [] : [samples])];
  return { id: 'coverage', title: words.sections.coverage, blocks };
}
