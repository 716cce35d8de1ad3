import { dayOf } from '../core/moment.js';
import type { AlertEvidence, AlertRecordKind, AlertWarning } from './alert.js';
import type { AlertAnswer, AlertContact, AlertReview, OptionalWord } from './alertRecords.js';

/** A record that meets a rule, before records of one contact are put together. */
export interface AlertSignal {
  /** Account; `null` when unknown. */
  readonly account: string | null;
  /** Contact; `null` when unknown, or when the rule is about accounts. */
  readonly contact: string | null;
  /** Day number of the event; `null` for a state, which holds on the day of the review. */
  readonly day: number | null;
  /** Day number on which it was first to be seen; `null` when unknown. */
  readonly seen: number | null;
  /** The record. */
  readonly evidence: AlertEvidence;
}

/** What a rule found, and what kept it from judging. */
export interface RuleFindings {
  /** Records that meet it. */
  readonly signals: readonly AlertSignal[];
  /** What it could not judge. */
  readonly warnings: readonly AlertWarning[];
}

/** A record with its account and its day. */
export interface PlacedRecord<Row> {
  /** The record. */
  readonly row: Row;
  /** What it is. */
  readonly record: AlertRecordKind;
  /** Account; `null` when unknown. */
  readonly account: string | null;
  /** Contact; `null` when unknown. */
  readonly contact: string | null;
  /** Day number, NaN where the date cannot be read. */
  readonly day: number;
}

/** A text that says something, or `null`. */
export function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The account of a record: its own, or that of its contact. */
function accountOf(
  { accountId, contactId }: { readonly accountId?: OptionalWord; readonly contactId?: OptionalWord },
  contacts: ReadonlyMap<string, AlertContact>,
): string | null {
  return wordOf(accountId) ?? wordOf(contacts.get(contactId ?? '')?.accountId);
}

const ASIDE = ['skipped', 'not-shown', 'test', 'spam', 'excluded'];

/** Places answers that count, with a value. */
export function placeAnswers(
  answers: Iterable<AlertAnswer>,
  contacts: ReadonlyMap<string, AlertContact>,
): PlacedRecord<AlertAnswer>[] {
  const placed: PlacedRecord<AlertAnswer>[] = [];
  for (const row of answers) {
    if (ASIDE.includes(row.status ?? '') || typeof row.value !== 'number') continue;
    const contact = wordOf(row.contactId);
    placed.push({ row, record: 'answer', account: accountOf(row, contacts), contact, day: dayOf(row.at) });
  }
  return placed;
}

/** Places reviews as answers to the metric `'review-rating'`. */
export function placeReviews(
  reviews: Iterable<AlertReview>,
  contacts: ReadonlyMap<string, AlertContact>,
): PlacedRecord<AlertAnswer>[] {
  const scale = { minimum: 1, maximum: 5, higherIsBetter: true };
  const answers = Array.from(reviews, ({ stars, ...rest }) => ({
    ...rest,
    metric: 'review-rating',
    value: stars,
    scale,
  }));
  return placeAnswers(answers, contacts).map((placed) => ({ ...placed, record: 'review' }));
}

/** Counts records whose date cannot be read. */
export function undatedWarnings(placed: readonly PlacedRecord<unknown>[]): AlertWarning[] {
  const counts = new Map<AlertRecordKind, number>();
  for (const { record, day } of placed) if (Number.isNaN(day)) counts.set(record, (counts.get(record) ?? 0) + 1);
  return [...counts].map(([record, count]) => ({ code: 'undated-records', record, count }));
}
