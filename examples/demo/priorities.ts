import {
  B2B_PLAYBOOK,
  formatPriority,
  prioritize,
  rankAcceptability,
  recommendActions,
  scheduleInitiatives,
  selectPortfolio,
  type Finding,
  type PrioritizedInitiative,
  type Quadrant,
} from 'cx-scoring/prioritization';
import type { Operations } from '../data/operations.js';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { collectFindings, INITIATIVES, LIMITS, MEANS } from './initiatives.js';
import { heading, table, WIDTH, wrap } from './layout.js';
import { planLines } from './plan.js';
import { PRIORITY_WORDS } from './priorityWords.js';

const CELL = (WIDTH - 5) / 2;

function nameOf({ id, names }: Pick<PrioritizedInitiative, 'id' | 'names'>, locale: Locale): string {
  return names?.[locale] ?? id;
}

/** The four quarters as text: value upwards, effort to the right. */
export function matrixLines(items: readonly PrioritizedInitiative[], locale: Locale): string[] {
  const words = PRIORITY_WORDS[locale];
  const rule = '-'.repeat(WIDTH);
  const cell = (quadrant: Quadrant): string[] => [
    `${words.quadrants[quadrant]}${words.colon}`.trimEnd(),
    ...items
      .filter((item) => item.quadrant === quadrant)
      .map((item) => `  ${nameOf(item, locale)}${item.toConfirm ? ` ${words.toConfirm}` : ''}`),
  ];
  const row = (title: string, left: string[], right: string[]): string[] => [
    title,
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
      `  ${(left[at] ?? '').padEnd(CELL)} | ${right[at] ?? ''}`.trimEnd(),
    ),
  ];
  const unplaced = items.filter(({ quadrant }) => quadrant === null).map((item) => nameOf(item, locale));
  return [
    `  ${words.effort[0].padEnd(CELL)} | ${words.effort[1]}`,
    rule,
    ...row(words.value[0], cell('quick-win'), cell('structuring-project')),
    rule,
    ...row(words.value[1], cell('fill-in'), cell('drop')),
    rule,
    ...(unplaced.length === 0 ? [] : wrap(`${words.unplaced}${words.colon}`, unplaced.join(', '))),
  ];
}

function rankingRows(items: readonly PrioritizedInitiative[], locale: Locale): string[][] {
  const { range } = PRIORITY_WORDS[locale];
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const { items: robust } = rankAcceptability(INITIATIVES);
  return items.map((item) => {
    const { bestRank, worstRank, score, lowestScore, highestScore } = item;
    const own = robust.find(({ id }) => id === item.id);
    const [low, high] = [lowestScore, highestScore].map((share) => points.format(100 * share)) as [string, string];
    return [
      nameOf(item, locale),
      bestRank === worstRank ? `${bestRank}` : range(`${bestRank}`, `${worstRank}`),
      score === null ? range(low, high) : points.format(100 * score),
      percent.format(own?.acceptability[0] ?? 0),
      percent.format(own?.topShare ?? 0),
    ];
  });
}

/** What is chosen within the means, when it is done, and why the others are not. */
function portfolioLines(items: readonly PrioritizedInitiative[], locale: Locale): string[] {
  const words = PRIORITY_WORDS[locale];
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const { budget, developerDays, perQuarter } = LIMITS;
  const ofId = (id: string): PrioritizedInitiative | undefined => items.find((item) => item.id === id);
  const titleOf = (id: string): string => {
    const item = ofId(id);
    return item === undefined ? id : nameOf(item, locale);
  };
  const candidates = MEANS.map((means) => {
    const item = ofId(means.id);
    return { ...means, value: item?.value?.value ?? 0, quickWin: item?.quadrant === 'quick-win' };
  });
  const { chosen, leftOut, totals } = selectPortfolio(candidates, { budget, capacity: { developerDays } });
  const { quickWins, structuring } = scheduleInitiatives(
    candidates.filter(({ id }) => chosen.includes(id)),
    { start: '2026-Q4', capacity: { developerDays: perQuarter } },
  );
  const unpriced = items.filter(({ id }) => !MEANS.some((means) => means.id === id));
  const because = [
    ...leftOut.map(
      ({ id, reasons }) => `${titleOf(id)} (${reasons.map(({ code }) => words.reasons[code]).join(', ')})`,
    ),
    ...unpriced.map((item) => `${nameOf(item, locale)} (${words.unpriced})`),
  ];
  const { value, cost, capacity } = totals;
  return [
    ...table(
      [...quickWins, ...structuring].map(({ id, from, to }) => [
        `  ${titleOf(id)}`,
        from === to ? from : `${from} … ${to}`,
      ]),
    ),
    ...wrap(
      '',
      words.chosen(number.format(value), euros.format(cost / 100), number.format(capacity['developerDays'] ?? 0)),
    ),
    ...wrap(words.leftOut, `${because.join(words.semicolon)}.`),
  ];
}

/** Writes what the findings call for, the matrix, the ranking and the portfolio. */
export function priorityLines(findings: readonly Finding[], locale: Locale, isTerminal: boolean): string[] {
  const words = PRIORITY_WORDS[locale];
  const { recommended, withheld } = recommendActions(findings, B2B_PLAYBOOK);
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const { items } = prioritize(INITIATIVES);
  const [first] = items;
  return [
    heading(words.title, isTerminal),
    ...wrap('', words.origin(recommended.length.toLocaleString(locale), findings.length.toLocaleString(locale))),
    ...recommended.map(({ action }) => `  ${action.names[locale]}`),
    ...(withheld.length === 0
      ? []
      : wrap('', words.withheld(withheld.map(({ action }) => action.names[locale]).join(words.semicolon)))),
    '',
    ...matrixLines(items, locale),
    '',
    heading(words.ranking, isTerminal),
    ...table([words.columns, ...rankingRows(items, locale)]),
    ...(first === undefined ? [] : wrap(words.first, formatPriority(first, { locale }))),
    '',
    heading(
      words.portfolio(euros.format(LIMITS.budget / 100), LIMITS.developerDays.toLocaleString(locale)),
      isTerminal,
    ),
    ...portfolioLines(items, locale),
  ];
}

/** Writes the priorities of the company, and a plan for the first of them. */
export function planningLines(
  answers: readonly Answer[],
  data: Operations,
  last: string,
  previous: string,
  locale: Locale,
  isTerminal: boolean,
): string[] {
  const { findings, results } = collectFindings(answers, data, last, previous);
  return [...priorityLines(findings, locale, isTerminal), '', ...planLines(results, last, locale, isTerminal)];
}
