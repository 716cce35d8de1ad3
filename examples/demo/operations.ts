import {
  checkCarts,
  checkCatalogueItems,
  checkOrderLines,
  checkTicketEvents,
  checkWallets,
  formatValue,
  formatWarning,
  sampleUnitOf,
  toPeriod,
} from 'cx-scoring';
import type { Operations } from '../data/operations.js';
import type { Locale } from './arguments.js';
import { businessRows } from './businessRows.js';
import { heading, table, wrap } from './layout.js';
import { behaviouralRows, operationalRows, type OperationRow } from './operationRows.js';
import { OPERATION_WORDS } from './operationWords.js';
import { WORDS } from './words.js';

/** Shares of a few percent need their decimals, and so do ratios of them. */
const RATIO_DIGITS = 3;

/** The limits of an interval without the words of `formatInterval`, which are too long for a cell. */
function limits({ interval, definition }: OperationRow, locale: Locale): string {
  if (interval === null) return '–';
  const { unit } = definition;
  // Hours are told beside the value.
  const own = unit === 'hours' || unit === 'index' ? ({ unit: 'score', range: null } as const) : definition;
  const digits = unit === 'share' || own !== definition ? 1 : 2;
  const write = (limit: number): string =>
    formatValue(limit, own, { locale, digits: isSmallRatio(definition, limit) ? RATIO_DIGITS : digits });
  const { lower, upper } = interval;
  if (lower === null) return upper === null ? '–' : `≤ ${write(upper)}`;
  return upper === null ? `≥ ${write(lower)}` : `${write(lower)}…${write(upper)}`;
}

function isSmallRatio({ unit }: OperationRow['definition'], value: number): boolean {
  return unit === 'ratio' && Math.abs(value) < 0.1;
}

function cells(row: OperationRow, locale: Locale): string[] {
  const { counted } = OPERATION_WORDS[locale];
  const { value, definition, sample, name } = row;
  const digits = value !== null && isSmallRatio(definition, value) ? RATIO_DIGITS : undefined;
  const base = `${sample.toLocaleString(locale)} ${counted[row.counted]}`;
  return [`  ${name}`, formatValue(value, definition, { locale, digits }), limits(row, locale), base];
}

/** What has to be said below a row: how it is judged, what was left out, and every warning. */
function remarks({ note, excluded, warnings, definition }: OperationRow, locale: Locale): string[] {
  const { leftOut, reasons } = OPERATION_WORDS[locale];
  const left = Object.entries(excluded)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count.toLocaleString(locale)} ${reasons[reason] ?? reason}`);
  const text = [note, left.length > 0 ? `${leftOut}${left.join(', ')}.` : ''].filter((part) => part !== '').join(' ');
  const sampleUnit = sampleUnitOf({ id: '', ...definition });
  const warned = warnings.flatMap((each) =>
    wrap(`      ${WORDS[locale].warning}`, formatWarning(each, { locale, sampleUnit })),
  );
  return [...(text === '' ? [] : wrap('      ', text)), ...warned];
}

/** Names the records that the metrics count as impossible. */
function findingRows({ orderLines, ticketEvents, carts, catalogue, wallets }: Operations): string[][] {
  return [
    ...checkOrderLines(orderLines),
    ...checkTicketEvents(ticketEvents),
    ...checkCarts(carts),
    ...checkCatalogueItems(catalogue),
    ...checkWallets(wallets, { account: 'account', spend: 'spend', categorySpend: 'categorySpend' }).filter(
      ({ code }) => code !== 'missing-value',
    ),
  ].map(({ id, field, value, code }) => [id ?? '', field, String(value), code]);
}

/** Writes what the systems of the company tell, beside what its customers say. */
export function operationLines(data: Operations, locale: Locale, isTerminal: boolean): string[] {
  const words = OPERATION_WORDS[locale];
  const groups = [
    { title: words.groups.operations, rows: operationalRows(data, locale) },
    { title: words.groups.behaviour, rows: behaviouralRows(data, locale) },
    { title: words.groups.business, rows: businessRows(data, locale) },
  ];
  const rows = groups.flatMap((group) => group.rows);
  // One table, so that the columns of the groups stand below each other.
  const [head = '', ...lines] = table([words.columns, ...rows.map((row) => cells(row, locale))]);
  let at = 0;
  return [
    heading(words.title, isTerminal),
    ...wrap('', words.origin(toPeriod(data.asOf, { unit: 'quarter' }))),
    '',
    head,
    ...groups.flatMap((group) => [
      heading(group.title, isTerminal),
      ...group.rows.flatMap((row) => [lines[at++] ?? '', ...remarks(row, locale)]),
    ]),
    '',
    heading(words.findings, isTerminal),
    ...table([words.findingColumns, ...findingRows(data)]),
  ];
}
