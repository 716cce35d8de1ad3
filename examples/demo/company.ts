import { createOperations } from '../data/operations.js';
import { readAnswers } from './answers.js';
import type { Locale } from './arguments.js';
import { closeQuarter } from './quarter.js';
import { renderReview, reviewQuarter } from './review.js';
import { REWARD_SECTION_WORDS } from './rewardWords.js';
import { scorecard } from './scorecard.js';
import { writeReview } from './writeReview.js';

/** Prints the scorecard of the invented company, then writes its quarterly review and says where. */
export async function showCompany(locale: Locale, file: string | undefined): Promise<void> {
  const answers = await readAnswers();
  const operations = createOperations();
  const closed = closeQuarter(answers, operations);
  console.log(scorecard(answers, locale, process.stdout.isTTY, { operations, closed }).join('\n'));
  const { html } = await renderReview(reviewQuarter(answers, operations, closed, locale), closed, locale);
  console.log(`\n${REWARD_SECTION_WORDS[locale].review(await writeReview(html, locale, file))}`);
}
