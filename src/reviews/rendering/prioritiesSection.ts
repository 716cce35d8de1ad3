import { localCount } from '../../core/locale.js';
import type { InitiativeFinding } from '../../prioritization/checkInitiatives.js';
import type { Criterion } from '../../prioritization/criterion.js';
import { formatPriority } from '../../prioritization/formatPriority.js';
import type { PrioritizedInitiative } from '../../prioritization/prioritization.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Mark, type Section } from './block.js';
import { nameOf, tableOf, type Page } from './page.js';
import type { Pictures } from './quarterlyCharts.js';

/** What an initiative is called. */
export function initiativeName(page: Page, { id, names }: Pick<PrioritizedInitiative, 'id' | 'names'>): string {
  return Object.hasOwn(page.names, id) ? nameOf(page, id) : (names?.[page.locale.language] ?? id);
}

/** A share as parts of 100; unknown as the range it may be in. */
function hundredths(page: Page, known: number | null, lower: number, upper: number): string {
  const [own, low, high] = [known, lower, upper].map((share) =>
    share === null ? null : localCount(page.locale, Math.round(share * 1e12) / 1e10),
  );
  return own ?? page.words.range(low ?? '', high ?? '');
}

function certainty(page: Page, { quadrant, toConfirm, missing }: PrioritizedInitiative): Mark {
  const { words } = page;
  if (missing.length > 0)
    return { text: words.missingCriteria(missing.map((id) => nameOf(page, id)).join(', ')), tone: 'unknown' };
  if (quadrant === null) return { text: words.unknown, tone: 'unknown' };
  return toConfirm ? { text: words.confirm, tone: 'fair' } : { text: words.settled, tone: 'good' };
}

function rowOf(page: Page, item: PrioritizedInitiative): Cell[] {
  const { words, locale } = page;
  const { bestRank, worstRank, quadrant, value, effort, score, lowestScore, highestScore } = item;
  const [best, worst] = [bestRank, worstRank].map((rank) => localCount(locale, rank)) as [string, string];
  const axis = (range: typeof value): string =>
    range === null ? words.unknown : hundredths(page, range.value, range.lower, range.upper);
  return [
    initiativeName(page, item),
    best === worst ? best : words.range(best, worst),
    hundredths(page, score, lowestScore, highestScore),
    quadrant === null ? words.unknown : words.quadrants[quadrant],
    axis(value),
    axis(effort),
    certainty(page, item),
  ];
}

function findingText(page: Page, { code, index, id, field }: InitiativeFinding): string {
  const { words } = page;
  const write = Object.hasOwn(words.initiativeFindings, code) ? words.initiativeFindings[code] : null;
  const who = words.initiative(id === null ? words.place(localCount(page.locale, index + 1)) : nameOf(page, id));
  return `${who}${page.words.colon}${write ? write(field) : words.otherFinding(code)}.`;
}

/** What comes first: the matrix, the list, and why. */
export function prioritiesSection(
  page: Page,
  { priorities }: QuarterlyReview,
  pictures: Pictures,
  criteria: readonly Criterion[] | undefined,
): Section {
  const { words, locale } = page;
  const title = words.sections.priorities;
  if (priorities === null || (priorities.items.length === 0 && priorities.findings.length === 0))
    return { id: 'priorities', title, blocks: [paragraph(words.prioritiesNotGiven)] };
  const { items, findings } = priorities;
  const columns = ['initiative', 'rank', 'score', 'quarter', 'gain', 'effort', 'certainty'] as const;
  const rows = items.map((item) => rowOf(page, item));
  const called = new Map(items.map((item) => [item.id, initiativeName(page, item)]));
  const namesOf = (ids: readonly string[]): string[] => ids.map((id) => called.get(id) ?? nameOf(page, id));
  const why = items.map(({ tiedWith, dominatedBy, ...item }) =>
    formatPriority(
      { ...item, tiedWith: namesOf(tiedWith), dominatedBy: namesOf(dominatedBy) },
      { locale: locale.tag, criteria, name: initiativeName(page, item) },
    ),
  );
  const blocks: readonly Block[] = [
    ...pictures('matrix'),
    tableOf(page, words.prioritiesCaption, columns, ['rank', 'score', 'gain', 'effort'], rows),
    { kind: 'details', summary: words.why, blocks: [{ kind: 'list', title: '', items: why }] },
    ...listOf(
      'warnings',
      words.warnings,
      findings.map((finding) => findingText(page, finding)),
    ),
  ];
  return { id: 'priorities', title, blocks };
}
