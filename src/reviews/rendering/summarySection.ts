import type { QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, type Block, type Section } from './block.js';
import { differenceOf } from './figureText.js';
import { metricName, periodText, type Page } from './page.js';
import { scorecardFigures, type Standing } from './scorecardSection.js';
import { verdictTone } from './verdictMark.js';

function targetSentences(page: Page, review: QuarterlyReview): string[] {
  const { words } = page;
  const all: readonly Standing[] = [...review.metrics, ...review.coverage];
  const judged = all.filter(({ target }) => target !== null);
  if (judged.length === 0) return [];
  const namesOf = (status: string): string =>
    judged
      .filter((own) => own.status.point === status)
      .map(({ result }) => metricName(page, result.definition))
      .join(', ');
  const reached = judged.filter((own) => own.status.point === 'green').length;
  const [missed, open] = [namesOf('red'), namesOf('unknown')];
  return [
    words.summary.targets(String(reached), String(judged.length)),
    ...(missed === '' ? [] : [words.summary.missed(missed)]),
    ...(open === '' ? [] : [words.summary.unknown(open)]),
  ];
}

function changeSentences(page: Page, { metrics }: QuarterlyReview): string[] {
  const { words } = page;
  const changes = metrics.flatMap(({ definition, changes }) => changes.map((change) => ({ definition, change })));
  const shown = changes.flatMap(({ definition, change: { verdict, period, comparison } }) => {
    if (verdict !== 'higher' && verdict !== 'lower') return [];
    const tone = verdictTone(verdict, definition.direction);
    const difference = differenceOf(page, comparison.difference, definition, true);
    const told = tone === null ? difference : `${difference}, ${words.tones[tone]}`;
    const name = metricName(page, definition);
    return [words.summary.changed(name, words.summary[verdict], periodText(page, period.key), told)];
  });
  return shown.length === 0 && changes.length > 0 ? [words.summary.silent] : shown;
}

/** The numbers to be seen first, and what is real, in sentences. */
export function summarySection(page: Page, review: QuarterlyReview): Section {
  const { words } = page;
  const { plans, notGiven } = review;
  const late = plans.filter(({ target }) => target.state === 'late' || target.state === 'missed').length;
  const parts = notGiven.map((part) => words.summary.parts[part] ?? part).join(', ');
  const sentences = [
    ...targetSentences(page, review),
    ...changeSentences(page, review),
    ...(plans.length === 0 ? [] : [words.summary.plans(String(late), String(plans.length))]),
    ...(parts === '' ? [] : [words.summary.notGiven(parts)]),
  ];
  const figures = scorecardFigures(page, review);
  const blocks: readonly Block[] = [
    ...(figures.length === 0 ? [] : [{ kind: 'figures', items: figures } as const]),
    ...listOf('list', '', sentences),
  ];
  return { id: 'summary', title: words.sections.summary, blocks };
}
