import type { Criterion } from '../../prioritization/criterion.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { actionsSection } from './actionsSection.js';
import type { ReviewDocument } from './block.js';
import { changesSection } from './changesSection.js';
import { coverageSection } from './coverageSection.js';
import { levelText } from './figureText.js';
import { dateText, periodText, type Page } from './page.js';
import { plansSection } from './plansSection.js';
import { prioritiesSection } from './prioritiesSection.js';
import type { Pictures } from './quarterlyCharts.js';
import { rewardsSection } from './rewardsSection.js';
import { scorecardSection } from './scorecardSection.js';
import { segmentsSection } from './segmentsSection.js';
import { summarySection } from './summarySection.js';

/** What a document is made with besides the review. */
export interface DocumentParts {
  /** Its title; the quarter unless given. */
  readonly title: string | undefined;
  /** The pictures by their place. */
  readonly pictures: Pictures;
  /** The criteria that initiatives were ranked by. */
  readonly criteria: readonly Criterion[] | undefined;
}

/** Puts the document together that both formats are written from. */
export function quarterlyDocument(
  page: Page,
  review: QuarterlyReview,
  { title, pictures, criteria }: DocumentParts,
): ReviewDocument {
  const { words, locale } = page;
  const { period, asOf, confidence } = review;
  const [from, through, on] = [period.from, period.through, asOf].map((date) => dateText(page, date)) as [
    string,
    string,
    string,
  ];
  return {
    language: locale.tag,
    title: title ?? words.title(periodText(page, period.key)),
    lead: words.lead(from, through, on, levelText(page, confidence)),
    sections: [
      summarySection(page, review),
      scorecardSection(page, review),
      changesSection(page, review, pictures),
      segmentsSection(page, review, pictures),
      coverageSection(page, review),
      prioritiesSection(page, review, pictures, criteria),
      plansSection(page, review),
      actionsSection(page, review),
      rewardsSection(page, review.rewards),
    ],
    footer: words.footer,
    words: { skip: words.skip, contents: words.contents },
  };
}
