import { toDayNumber } from '../../core/civilDay.js';
import type { MetricDefinition } from '../../core/definition.js';
import type { ResolvedLocale } from '../../core/locale.js';
import type { SegmentKey, SegmentValue } from '../../core/segment.js';
import type { TargetDefinition } from '../../core/target.js';
import { formatWarnings, type Warned } from '../../metrics/formatWarnings.js';
import { findMetric } from '../../metrics/catalogue/catalogue.js';
import { resolveName } from '../../metrics/unitNumber.js';
import { isSameMetric } from '../../prioritization/actionPlanMetric.js';
import type { QuarterlyReview } from '../quarterlyRecord.js';
import { COLUMN_WORDS, type ColumnName } from './columnWords.js';
import type { Cell, Column, TableBlock } from './block.js';
import { REVIEW_IN_ENGLISH, type ReviewWords } from './reviewWordsInEnglish.js';
import { REVIEW_IN_FRENCH } from './reviewWordsInFrench.js';

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Names for people, by id: of metrics, dimensions, segments, accounts, plans, initiatives, rules, budgets, and whatever else has one. */
export type ReviewNames = Readonly<Record<string, string>>;

/** How everything on a page is written. */
export interface Page {
  /** Language and region. */
  readonly locale: ResolvedLocale;
  /** Whether it is in French. */
  readonly isFrench: boolean;
  /** Its words. */
  readonly words: ReviewWords;
  /** The definitions that are known, to write numbers of plans. */
  readonly definitions: readonly MetricDefinition[];
  /** Names for people. */
  readonly names: ReviewNames;
}

/** Prepares the writing of a review. */
export function makePage(locale: ResolvedLocale, names: ReviewNames, review: QuarterlyReview): Page {
  const isFrench = locale.language === 'fr';
  const results = [...review.metrics, ...review.coverage].map(({ result }) => result.definition);
  return { locale, isFrench, words: isFrench ? REVIEW_IN_FRENCH : REVIEW_IN_ENGLISH, definitions: results, names };
}

/** The name of anything that has an id. */
export function nameOf({ names }: Page, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] as string) : id;
}

/** The name of a metric, with its parameters where another one bears the same. */
export function metricName(page: Page, definition: MetricDefinition): string {
  const { names, locale, definitions } = page;
  const given = Object.hasOwn(names, definition.id) ? names[definition.id] : undefined;
  const name = resolveName(definition, locale, given);
  const isShared = definitions.some(({ id, parameters }) => id === definition.id && isOther(parameters, definition));
  const parameters = Object.entries(definition.parameters ?? {}).map(
    ([own, value]) => `${own} ${JSON.stringify(value)}`,
  );
  return isShared && parameters.length > 0 ? `${name} (${parameters.sort().join(', ')})` : name;
}

function isOther(parameters: MetricDefinition['parameters'], definition: MetricDefinition): boolean {
  return !isSameMetric({ id: definition.id, parameters }, definition);
}

/** The name of a metric of which only the id may be known. */
export function metricIdName(page: Page, id: string): string {
  const definition = page.definitions.find((own) => own.id === id);
  if (definition)
    return resolveName(definition, page.locale, Object.hasOwn(page.names, id) ? page.names[id] : undefined);
  const name = nameOf(page, id);
  return name === id ? (findMetric(id)?.names[page.locale.language] ?? id) : name;
}

/** What is known of the metric of a plan: enough to write its numbers. */
export function definitionOf(
  page: Page,
  target: TargetDefinition,
): Pick<MetricDefinition, 'unit' | 'range' | 'parameters'> {
  const known = page.definitions.find((own) => isSameMetric(target, own)) ?? findMetric(target.id);
  const { unit = 'count', range = null } = known ?? {};
  return { unit, range, parameters: target.parameters ?? {} };
}

/** A civil date in words; what is none stands as it is. */
export function dateText({ locale, words, isFrench }: Page, date: string | null | undefined): string {
  const day = toDayNumber(date);
  if (Number.isNaN(day)) return date ?? words.unknown;
  // Dates of plain English are those of the prose: British.
  const tag = locale.tag === 'en' ? 'en-GB' : locale.tag;
  const text = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(
    day * DAY,
  );
  return isFrench ? text.replace(/^1 /, '1er\u00a0') : text;
}

/** A period in words: a quarter, civil or fiscal; any other key stands as it is. */
export function periodText({ words }: Page, key: string): string {
  const [, fiscal, year = '', quarter = ''] = /^(FY)?(\d{4})-Q([1-4])$/.exec(key) ?? [];
  if (quarter === '') return key;
  return fiscal === undefined ? words.quarter(quarter, year) : words.fiscalQuarter(quarter, year);
}

/** A value of a dimension. */
export function segmentValue(page: Page, value: SegmentValue): string {
  if (value === null) return page.words.unknown;
  if (typeof value === 'boolean') return value ? page.words.yes : page.words.no;
  return nameOf(page, String(value));
}

/** A part of the business in words. */
export function partText(page: Page, key: SegmentKey | undefined): string {
  const values = Object.entries(key ?? {}).map(
    ([dimension, value]) => `${nameOf(page, dimension)}${page.words.colon}${segmentValue(page, value)}`,
  );
  return values.length === 0 ? page.words.whole : values.join(', ');
}

/** Warnings as sentences that say what they are about. */
export function warningTexts(page: Page, about: string, warned: Warned): string[] {
  return formatWarnings(warned, { locale: page.locale.tag }).map((text) => `${about}${page.words.colon}${text}`);
}

/** A table; the columns named in `numbers` are set to the right. */
export function tableOf(
  page: Page,
  caption: string,
  columns: readonly ColumnName[],
  numbers: readonly ColumnName[],
  rows: readonly (readonly Cell[])[],
): TableBlock {
  const headings = COLUMN_WORDS[page.locale.language];
  const made: Column[] = columns.map((name) => ({ text: headings[name], isNumber: numbers.includes(name) }));
  return { kind: 'table', caption, columns: made, rows };
}
