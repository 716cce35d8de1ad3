import { compareTallies, computeRevenueCoverage, formatResult, formatValue, tallyRows } from 'cx-scoring';
import { accountNpsMeasure, accountSheet, compareRollUps, type AccountSheet } from 'cx-scoring/accounts';
import type { Answer } from './answers.js';
import type { Locale } from './arguments.js';
import { heading, table, wrap } from './layout.js';
import { describeComparison, describeResult } from './describeResult.js';
import { WORDS } from './words.js';

const reading = { account: 'accountId', score: 'value', offScale: 'exclude' } as const;
const BY_ACCOUNT = accountNpsMeasure<Answer>(reading);
const BY_REVENUE = accountNpsMeasure<Answer>({ ...reading, revenue: 'revenue' });
const POINTS = { unit: 'points', range: null } as const;
/** A contact not heard for this many days is silent. */
const SILENT_AFTER = 365;

/** The revenue of each customer, as its latest answer tells it, and whether it answered in a quarter. */
export function customers(answers: readonly Answer[], quarter: string) {
  const known = new Map<string, { account: string; minorUnits: number | null; answered: boolean }>();
  for (const { accountId, role, revenue, quarter: own, value } of answers) {
    if (role === 'dealer') continue;
    const answered = (known.get(accountId)?.answered ?? false) || (own === quarter && value !== null);
    known.set(accountId, { account: accountId, minorUnits: revenue, answered });
  }
  return [...known.values()].map(({ account, minorUnits, answered }) => ({
    account,
    answered,
    revenue: minorUnits === null ? null : { minorUnits, currency: 'EUR' },
  }));
}

/** The contacts of one account in a table. */
function sheetRows({ contacts }: AccountSheet, locale: Locale): string[][] {
  const { states, classes } = WORDS[locale];
  const sign = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  return contacts.map(({ contact, role, score, class: own, change, at, state }) => [
    contact,
    role ?? '',
    score === null ? '' : String(score),
    own === null ? '' : classes[own],
    change === null ? '' : sign.format(change),
    at ?? '',
    states[state],
  ]);
}

/** Writes what the accounts say: their NPS under the rule and by revenue, who is heard, and the sheet of the largest. */
export function accountLines(
  answers: readonly Answer[],
  last: string,
  previous: string,
  locale: Locale,
  isTerminal: boolean,
): string[] {
  const words = WORDS[locale];
  const recommend = answers.filter(({ metric }) => metric === 'nps');
  const of = (quarter: string): Answer[] => recommend.filter((answer) => answer.quarter === quarter);
  const now = tallyRows(of(last), BY_ACCOUNT);
  const byRevenue = BY_REVENUE.toResult(tallyRows(of(last), BY_REVENUE));
  const percent = (share: number): string => formatValue(share, { unit: 'share', range: null }, { locale });
  const points = (value: number | null): string => formatValue(value, POINTS, { locale });
  const largest = byRevenue.largestAccount;
  const [first = '', ...lines] = describeResult(BY_ACCOUNT.toResult(now), locale);
  const coverage = computeRevenueCoverage(customers(answers, last), {
    account: 'account',
    revenue: 'revenue',
    answered: 'answered',
    currency: 'EUR',
    target: 0.8,
  });
  const rules = compareRollUps(of(last), reading).map(({ rollUp, result }) => [rollUp, points(result.value)]);
  const asOf = answers.reduce((latest, { at }) => (at > latest ? at : latest), '');
  const sheet = accountSheet(recommend, {
    account: 'accountId',
    contact: 'contactId',
    at: 'at',
    score: 'value',
    role: 'role',
    offScale: 'exclude',
    only: largest?.account ?? '',
    asOf,
    silentAfterDays: SILENT_AFTER,
  }).accounts[0];
  return [
    '',
    heading(first, isTerminal),
    ...lines,
    ...describeComparison(
      compareTallies(BY_ACCOUNT, now, tallyRows(of(previous), BY_ACCOUNT)),
      locale,
      words.against(last, previous),
    ),
    '',
    ...describeResult(byRevenue, locale, words.byRevenue),
    ...wrap(
      '  ',
      words.dominance(largest?.account ?? '', percent(largest?.share ?? 0), points(byRevenue.unweightedValue)),
    ),
    '',
    ...wrap('', formatResult(coverage, { locale })),
    ...wrap(
      '  ',
      words.silent(
        coverage.silentAccounts
          .slice(0, 3)
          .map(({ account }) => account)
          .join(', '),
      ),
    ),
    '',
    heading(words.rules, isTerminal),
    ...table(rules),
    ...(sheet === undefined
      ? []
      : [
          '',
          heading(words.sheet(sheet.account), isTerminal),
          ...table([words.sheetColumns, ...sheetRows(sheet, locale)]),
        ]),
  ];
}
