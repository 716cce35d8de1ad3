import { fieldReader, type Field, type Score } from '../../core/field.js';
import { requireOption, requireOptions } from '../../core/options.js';
import { recordFinding, type RecordFinding } from '../../core/recordFinding.js';
import type { ContactFindingCode } from './checkContacts.js';
import { attemptAsOf, loopState, readAttempt, resolveDeadline } from './contactAttempt.js';
import { detractorReader, type DetractorScale } from './detractorScale.js';
import { byDueDate, type FollowUp } from './followUp.js';
import { laterText, readAsOf } from '../../core/moment.js';

/** Where the parts of an answer are, and by when somebody has to call. */
export interface FollowUpOptions<Row> {
  /** Where the id of the answer is. */
  readonly id: Field<Row, string | null | undefined>;
  /** When the answer was given: a civil date, or an instant with its zone. */
  readonly at: Field<Row, string | null | undefined>;
  /** When the customer was first contacted about it; missing while nobody did. */
  readonly contactedAt?: Field<Row, string | null | undefined> | undefined;
  /** Where the score is; leave it out for comments without scores. */
  readonly score?: Field<Row, Score> | undefined;
  /**
   * The scale of the question, and up to which answer it is a detractor's.
   * @defaultValue 0 to 10, up to 6: the recommendation question
   */
  readonly scale?: DetractorScale | undefined;
  /** Whether the comment is negative, as you or your scorer of sentiment judged it; missing counts as not. */
  readonly isNegativeComment?: Field<Row, boolean | null | undefined> | undefined;
  /** Who has to call. */
  readonly owner?: Field<Row, string | null | undefined> | undefined;
  /** Hours after the answer by which to call, as elapsed time: 48 for two days. */
  readonly deadlineHours: number;
  /** The moment the queue speaks of: what happened later has not happened. */
  readonly asOf: string;
}

/** Whom to call, whom not any more, and what became of every other answer. */
export interface FollowUpQueue {
  /** To call: those due first come first, then in code-unit order of the ids. */
  readonly open: readonly FollowUp[];
  /** Already contacted, in the same order. */
  readonly contacted: readonly FollowUp[];
  /** How many of the open are past their deadline. */
  readonly overdue: number;
  /** How many of the open have no owner. */
  readonly unassigned: number;
  /** Answers not in the lists: no cause to call, neither score nor comment judged, not given yet, or named in `findings`. */
  readonly excluded: Readonly<Record<'noCause' | 'missing' | 'notYetAnswered' | 'invalid', number>>;
  /** Answers that could not be queued: a score off the scale, or times that cannot be. */
  readonly findings: readonly RecordFinding<ContactFindingCode | 'off-scale'>[];
}

/**
 * Lists the customers to call back: detractors and authors of negative comments, with the date by which to call and who has to.
 *
 * Use it each morning. Every answer ends in one place: open, contacted, or counted with the reason why it is neither.
 *
 * @param answers - One row per answer.
 * @param options - Where `id`, `at`, `score`, `isNegativeComment`, `contactedAt` and `owner` are, `deadlineHours` and `asOf`.
 * @returns The queue, those due first first; and those already contacted.
 * @throws TypeError or RangeError with code `CX_INVALID_OPTION` when an option is out of its range or there is neither `score` nor
 * `isNegativeComment`, `CX_INVALID_DATE` when `asOf` cannot be read.
 * @remarks Elapsed time, nights and holidays included. A score off the scale does not stop the batch: it is a finding, since the other
 * customers are waiting.
 * @example
 * ```ts
 * import { followUpQueue } from 'cx-scoring';
 *
 * const answers = [
 *   { id: 'a1', score: 4, at: '2026-03-09T15:00:00Z', called: null, sales: 'Lea' },
 *   { id: 'a2', score: 0, at: '2026-03-02T09:00:00Z', called: null, sales: null },
 *   { id: 'a3', score: 9, at: '2026-03-02T09:00:00Z', called: null, sales: 'Lea' },
 * ];
 * const queue = followUpQueue(answers, {
 *   id: 'id',
 *   score: 'score',
 *   at: 'at',
 *   contactedAt: 'called',
 *   owner: 'sales',
 *   deadlineHours: 48,
 *   asOf: '2026-03-10T09:00:00Z',
 * });
 * queue.open.map(({ id, state }) => [id, state]); // => [['a2', 'overdue'], ['a1', 'not-yet-due']]
 * queue.open[1]?.dueAt; // => '2026-03-11T15:00:00Z'
 * queue.unassigned; // => 1
 * queue.excluded.noCause; // => 1
 * ```
 */
export function followUpQueue<Row>(answers: Iterable<Row>, options: FollowUpOptions<NoInfer<Row>>): FollowUpQueue {
  requireOptions('followUpQueue', options);
  const { score, isNegativeComment, scale } = options;
  const deadlineHours = resolveDeadline('followUpQueue', options.deadlineHours);
  const asOf = readAsOf('followUpQueue', options.asOf);
  requireOption(score ?? isNegativeComment, 'followUpQueue', 'score', 'given, or "isNegativeComment"', score);
  const reader = <Value>(field: Field<Row, Value> | undefined): ((row: Row, index: number) => unknown) =>
    field === undefined ? () => null : fieldReader(field);
  const read = {
    score: score && detractorReader<Row>('followUpQueue', { score, scale, offScale: 'exclude' }),
    negative: reader(isNegativeComment),
    id: reader(options.id),
    at: reader(options.at),
    contactedAt: reader(options.contactedAt),
    owner: reader(options.owner),
  };
  const lists: { open: FollowUp[]; contacted: FollowUp[] } = { open: [], contacted: [] };
  const excluded = { noCause: 0, missing: 0, notYetAnswered: 0, invalid: 0 };
  const findings: RecordFinding<ContactFindingCode | 'off-scale'>[] = [];
  const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  let position = 0;
  for (const row of answers) {
    const index = position++;
    const id = read.id(row, index);
    const grade = read.score?.(row, index) ?? 'missing';
    const negative = read.negative(row, index);
    const refuse = (code: ContactFindingCode | 'off-scale', field: string, value: unknown): void => {
      excluded.invalid++;
      findings.push(recordFinding(code, index, id, field, value));
    };
    if (grade === 'offScale') {
      refuse('off-scale', 'score', reader(score)(row, index));
      continue;
    }
    if (grade !== 'detractor' && negative !== true) {
      excluded[grade === 'missing' && typeof negative !== 'boolean' ? 'missing' : 'noCause']++;
      continue;
    }
    const times = readAttempt(read.at(row, index), read.contactedAt(row, index));
    if ('code' in times) {
      refuse(times.code, times.field, read[times.field](row, index));
      continue;
    }
    const attempt = attemptAsOf(times, asOf);
    if (!attempt) {
      excluded.notYetAnswered++;
      continue;
    }
    const contacted = attempt.contacted !== null;
    lists[contacted ? 'contacted' : 'open'].push({
      id: word(id),
      reason: grade !== 'detractor' ? 'negative-comment' : negative === true ? 'both' : 'detractor',
      at: read.at(row, index) as string,
      dueAt: laterText(attempt.at, deadlineHours),
      owner: word(read.owner(row, index)),
      contactedAt: contacted ? (read.contactedAt(row, index) as string) : null,
      state: loopState(attempt, deadlineHours, asOf),
    });
  }
  lists.open.sort(byDueDate);
  lists.contacted.sort(byDueDate);
  const overdue = lists.open.filter(({ state }) => state === 'overdue').length;
  const unassigned = lists.open.filter(({ owner }) => owner === null).length;
  return { ...lists, overdue, unassigned, excluded, findings };
}
