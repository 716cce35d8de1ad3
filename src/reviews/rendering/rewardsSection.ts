import { localCount, localNumber } from '../../core/locale.js';
import type { ParameterValue } from '../../core/definition.js';
import type { RewardsSummary } from '../quarterlyRecord.js';
import { listOf, paragraph, type Block, type Cell, type Section } from './block.js';
import { nameOf, dateText, tableOf, type Page } from './page.js';
import { REWARD_WORDS, type RewardWords } from './rewardWords.js';
import { plainTables } from './plainTables.js';

/** A record of a list in the summary. */
type Entry = Readonly<Record<string, ParameterValue>>;

/** The records of a list that has all the fields of its kind; `null` where it has another shape. */
function entriesOf(
  list: ParameterValue | undefined,
  numbers: readonly string[],
  texts: readonly string[],
): Entry[] | null {
  if (!Array.isArray(list)) return null;
  const isEntry = (one: unknown): one is Entry => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return false;
    const entry = one as Entry;
    return (
      numbers.every((own) => typeof entry[own] === 'number') && texts.every((own) => typeof entry[own] === 'string')
    );
  };
  return list.length > 0 && (list as unknown[]).every(isEntry) ? (list as Entry[]) : null;
}

/** An amount: money where the unit is a currency, in whole units of it; else a count with its unit. */
export function amountText(page: Page, amount: number, unit: string): string {
  const { locale } = page;
  const isCode = /^[A-Z]{3}$/.test(unit);
  const isCurrency =
    isCode && new Intl.DisplayNames(locale.tag, { type: 'currency', fallback: 'none' }).of(unit) !== undefined;
  if (!isCurrency) return `${localCount(locale, amount)} ${nameOf(page, unit)}`;
  const shape = { style: 'currency', currency: unit } as const;
  const { maximumFractionDigits = 0 } = new Intl.NumberFormat('en', shape).resolvedOptions();
  return localNumber(locale, amount / 10 ** maximumFractionDigits, shape);
}

const text = (entry: Entry, field: string): string => (typeof entry[field] === 'string' ? entry[field] : '');
const number = (entry: Entry, field: string): number => (typeof entry[field] === 'number' ? entry[field] : 0);

function amountOf(page: Page, entry: Entry, field: string): string {
  return amountText(page, number(entry, field), text(entry, 'unit'));
}

function grantedBlocks(page: Page, words: RewardWords, list: readonly Entry[]): Block[] {
  const rows = list.map((own): Cell[] => [
    nameOf(page, text(own, 'unit')),
    localCount(page.locale, number(own, 'decisions')),
    amountOf(page, own, 'granted'),
    amountOf(page, own, 'reserved'),
  ]);
  const columns = ['unit', 'decisions', 'posted', 'reserved'] as const;
  return [tableOf(page, words.grantedCaption, columns, ['decisions', 'posted', 'reserved'], rows)];
}

function outcomeBlocks(page: Page, words: RewardWords, list: readonly Entry[]): Block[] {
  const rows = list.map((own): Cell[] => [
    outcomeText(words, text(own, 'outcome')),
    localCount(page.locale, number(own, 'decisions')),
  ]);
  return [tableOf(page, words.outcomesCaption, ['outcome', 'decisions'], ['decisions'], rows)];
}

function outcomeText(words: RewardWords, outcome: string): string {
  return Object.hasOwn(words.outcomes, outcome) ? words.outcomes[outcome as keyof RewardWords['outcomes']] : outcome;
}

function budgetBlocks(page: Page, words: RewardWords, list: readonly Entry[]): Block[] {
  const left = (own: Entry): number => number(own, 'limit') - number(own, 'posted') - number(own, 'reserved');
  const rows = list.map((own): Cell[] => [
    nameOf(page, text(own, 'id')),
    amountOf(page, own, 'limit'),
    amountOf(page, own, 'posted'),
    amountOf(page, own, 'reserved'),
    amountText(page, left(own), text(own, 'unit')),
  ]);
  const columns = ['budget', 'limit', 'posted', 'reserved', 'left'] as const;
  const empty = list.filter((own) => left(own) <= 0).map((own) => words.exhausted(nameOf(page, text(own, 'id'))));
  return [
    tableOf(page, words.budgetsCaption, columns, ['limit', 'posted', 'reserved', 'left'], rows),
    ...listOf('warnings', page.words.warnings, empty),
  ];
}

function waitingBlocks(page: Page, words: RewardWords, list: readonly Entry[]): Block[] {
  const rows = list.map((own): Cell[] => {
    const missing = Array.isArray(own['missing']) ? (own['missing'] as readonly unknown[]) : [];
    const names = missing.filter((one) => typeof one === 'string').map((one) => nameOf(page, one));
    return [
      nameOf(page, text(own, 'rule')),
      // People know a thing by what it is for; the id of its fact is for machines.
      nameOf(page, text(own, 'occurrence') || text(own, 'fact')),
      dateText(page, text(own, 'on')),
      nameOf(page, text(own, 'subject')) || page.words.unknown,
      outcomeText(words, text(own, 'outcome')),
      names.join(', ') || '–',
    ];
  });
  const columns = ['rule', 'fact', 'on', 'subject', 'state', 'waiting'] as const;
  return [
    paragraph(words.heldCount(localCount(page.locale, list.length))),
    tableOf(page, words.heldCaption, columns, [], rows),
  ];
}

function liabilityBlocks(page: Page, words: RewardWords, list: readonly Entry[]): Block[] {
  const { available, pending, owed, members } = words.liability;
  const headings = [available, pending, owed, members].map((own) => ({ text: own, isNumber: true }));
  const rows = list.map((own): Cell[] => [
    nameOf(page, text(own, 'unit')),
    ...['available', 'pending', 'owed'].map((field) => amountOf(page, own, field)),
    localCount(page.locale, number(own, 'members')),
  ]);
  const table = tableOf(page, words.liabilityCaption, ['unit'], [], rows);
  return [{ ...table, columns: [...table.columns, ...headings] }];
}

/** What rewards have done: the parts that {@link toRewardsSummary} writes as tables of their own, all else as it stands. */
export function rewardsSection(page: Page, rewards: RewardsSummary | null): Section {
  const words = REWARD_WORDS[page.locale.language];
  const title = page.words.sections.rewards;
  const known = (key: string): ParameterValue | undefined =>
    rewards !== null && Object.hasOwn(rewards, key) ? rewards[key] : undefined;
  const parts = [
    ['granted', entriesOf(known('granted'), ['decisions', 'granted', 'reserved'], ['unit']), grantedBlocks],
    ['outcomes', entriesOf(known('outcomes'), ['decisions'], ['outcome']), outcomeBlocks],
    ['budgets', entriesOf(known('budgets'), ['limit', 'posted', 'reserved'], ['id', 'unit']), budgetBlocks],
    ['waiting', entriesOf(known('waiting'), [], ['rule', 'fact', 'outcome']), waitingBlocks],
    [
      'liability',
      entriesOf(known('liability'), ['available', 'pending', 'owed', 'members'], ['unit']),
      liabilityBlocks,
    ],
  ] as const;
  const told = parts.flatMap(([, list, blocks]) => (list === null ? [] : blocks(page, words, list)));
  const done = parts.filter(([, list]) => list !== null).map(([key]) => key as string);
  const rest = Object.entries(rewards ?? {}).filter(([key]) => !done.includes(key));
  const blocks = [...told, ...plainTables(page, words.factsCaption, rest)];
  return { id: 'rewards', title, blocks: blocks.length === 0 ? [paragraph(words.rewardsNotGiven)] : blocks };
}
