import { DAY } from '../../core/civilDay.js';
import { cxError } from '../../core/errors.js';
import { fieldReader, type Field } from '../../core/field.js';
import { LAST_INSTANT } from '../../core/instant.js';
import { requireOption, requireOptions, requireRows } from '../../core/options.js';
import type { Id } from '../../measures/keyedTally.js';
import { resolveDetractorScale, scoreReader, type DetractorOptions } from './detractorScale.js';
import { elapsed, readMoment, timeOf, type Moment } from '../../core/moment.js';

/** Where contact, time and score of an answer are. */
export interface RecoveryFields<Row> extends DetractorOptions<Row> {
  /** Where the id of the contact is. */
  readonly contact: Field<Row, Id>;
  /** When the answer was given: a civil date, or an instant with its zone. */
  readonly at: Field<Row, string | null | undefined>;
  /** Days within which the next answer must come to count as one to the recovery, as elapsed time; any time when left out. */
  readonly withinDays?: number | undefined;
}

/** A detractor's answer and the next one of the same contact. */
export interface Recovery {
  /** Id of the contact; `null` when it is not known. */
  readonly contact: string | null;
  /** When the detractor answered, as written; `null` when that cannot be read. */
  readonly at: string | null;
  /** The score. */
  readonly score: number;
  /** When the contact answered next, as written; `null` when that has not happened, or not in time. */
  readonly nextAt: string | null;
  /** The score of that answer. */
  readonly nextScore: number | null;
  /** Days between the two, elapsed; `null` without a next answer. */
  readonly days: number | null;
}

/** What came of linking: the recoveries, and the answers without a score on the scale. */
export interface LinkedAnswers {
  /** One record per detractor's answer. */
  readonly recoveries: Recovery[];
  /** Answers without a score. */
  readonly missing: number;
  /** Answers off the scale. */
  readonly offScale: number;
}

/** An answer that can be linked. */
interface Link {
  readonly at: string;
  readonly moment: Moment;
  readonly score: number;
}

/** Code-unit order with `null` at the end. */
function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Order of time; among simultaneous answers the worst comes first, so that the order of rows plays no part. */
function byTime(a: Link, b: Link): number {
  return timeOf(a.moment) - timeOf(b.moment) || a.score - b.score || order(a.at, b.at);
}

/**
 * Links each detractor's answer to the next scored answer of the same contact.
 *
 * Use it before {@link recoveryRateMeasure} and to see who came back; it needs all answers of a contact in one piece.
 *
 * @param answers - One row per answer, of as many waves as there are.
 * @param options - Where `contact`, `at` and `score` are; `withinDays`, and the `scale` of another question than the recommendation.
 * @returns One record per detractor's answer, by contact and time; without a next answer where the contact was not asked again, did not
 * answer, or not within the days. A contact who stays a detractor gives one record for each such answer.
 * @throws TypeError or RangeError with code `CX_OFF_SCALE` for a score off the scale unless `offScale` is `'exclude'`, `CX_INVALID_OPTION`,
 * `CX_INVALID_INPUT` for a contact id that is neither text nor a whole number.
 * @remarks The next answer is strictly later; of several at that moment the lowest counts. Where a time is a civil date, whole days
 * as written are counted. Answers without a score are passed over.
 * @example
 * ```ts
 * import { toRecoveries } from 'cx-scoring';
 *
 * const answers = [
 *   { contact: 'anna', at: '2026-03-02', score: 3 },
 *   { contact: 'anna', at: '2026-06-02', score: 8 },
 *   { contact: 'ben', at: '2026-03-02', score: 9 },
 * ];
 * const recoveries = toRecoveries(answers, { contact: 'contact', at: 'at', score: 'score' });
 * recoveries; // => [{ contact: 'anna', at: '2026-03-02', score: 3, nextAt: '2026-06-02', nextScore: 8, days: 92 }]
 * ```
 */
export function toRecoveries<Row>(answers: Iterable<Row>, options: RecoveryFields<NoInfer<Row>>): Recovery[] {
  return linkRecoveries('toRecoveries', answers, options).recoveries;
}

/** The linking itself; `where` is the function the user called. */
export function linkRecoveries<Row>(
  where: string,
  answers: Iterable<Row>,
  options: RecoveryFields<Row>,
): LinkedAnswers {
  requireRows(where, 'answers', answers);
  requireOptions(where, options);
  const scale = resolveDetractorScale(where, options.scale);
  const within = resolveWithin(where, options.withinDays);
  const readScore = scoreReader(where, scale, options.score, options.offScale);
  const readContact = fieldReader<Row, unknown>(options.contact);
  const readAt = fieldReader<Row, unknown>(options.at);
  const byContact = new Map<string, Link[]>();
  const found: Recovery[] = [];
  const left = { missing: 0, offScale: 0 };
  const alone = { nextAt: null, nextScore: null, days: null };
  let position = 0;
  for (const row of answers) {
    const index = position++;
    const score = readScore(row, index);
    if (typeof score === 'string') {
      left[score]++;
      continue;
    }
    const contact = contactKey(where, readContact(row, index), index);
    const at = readAt(row, index);
    const moment = readMoment(at);
    if (contact !== null && moment) {
      const links = byContact.get(contact) ?? [];
      links.push({ at: at as string, moment, score });
      byContact.set(contact, links);
    } else if (score <= scale.detractorUpTo)
      found.push({ contact, at: moment ? (at as string) : null, score, ...alone });
  }
  for (const [contact, links] of byContact) {
    links.sort(byTime);
    links.forEach(({ at, moment, score }, own) => {
      if (score > scale.detractorUpTo) return;
      const next = nextLink(links, own);
      const days = next ? elapsed(moment, next.moment) / DAY : Infinity;
      const later = next && days <= within ? { nextAt: next.at, nextScore: next.score, days } : alone;
      found.push({ contact, at, score, ...later });
    });
  }
  found.sort(
    (a, b) => order(a.contact, b.contact) || readTime(a.at) - readTime(b.at) || a.score - b.score || order(a.at, b.at),
  );
  return { recoveries: found, ...left };
}

/** Turns the id of a contact into a key, `null` when it is missing. */
function contactKey(where: string, id: unknown, index: number): string | null {
  if (id === null || id === undefined || id === '') return null;
  if (typeof id === 'string') return id;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  throw cxError('CX_INVALID_INPUT', `${where}: contact at row ${index}`, 'text, a whole number or missing', id);
}

/** The first answer that is later than one of them. */
function nextLink(links: readonly Link[], own: number): Link | undefined {
  const { moment } = links[own] as Link;
  let at = own;
  // A civil date may be placed up to 26 hours away from the instants of its day.
  while (at > 0 && timeOf((links[at - 1] as Link).moment) > timeOf(moment) - 2 * DAY) at--;
  while (at < links.length && elapsed(moment, (links[at] as Link).moment) <= 0) at++;
  return links[at];
}

/** The time of a text to sort by. */
function readTime(at: string | null): number {
  const moment = readMoment(at);
  return moment ? timeOf(moment) : LAST_INSTANT;
}

/** Checks the days within which a next answer must come. */
export function resolveWithin(where: string, withinDays: number | undefined): number {
  const isKnown = withinDays === undefined || (Number.isFinite(withinDays) && withinDays > 0);
  requireOption(isKnown, where, 'withinDays', 'a finite number above 0', withinDays);
  return withinDays ?? Infinity;
}
