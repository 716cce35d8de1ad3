import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { requireOption, requireOptions } from '../core/options.js';
import { isIterable } from '../measures/input.js';
import { dayOption } from './answerMoment.js';
import {
  answerReader,
  compareAnswers,
  type AnswerFault,
  type AnswerFields,
  type AnswerRecord,
} from './answerRecord.js';

/** Options of {@link latestPerContact}. */
export interface LatestPerContactOptions<Row> extends AnswerFields<Row> {
  /** The score: with it, rows without one are left out, and do not supersede an earlier answer. */
  readonly score?: Field<Row, Score> | undefined;
  /** First day of the window, a civil date; from the beginning unless given. */
  readonly from?: string | undefined;
  /** Last day of the window, itself included; to the end unless given. */
  readonly to?: string | undefined;
}

/** Reasons for which a row is not among the latest answers. */
export type LatestExclusion = AnswerFault | 'missingScore' | 'outsideWindow' | 'superseded';

/** The latest answers, and how many rows were left out. */
export interface LatestAnswers<Row> {
  /** One row for each contact, in the order in which they were given: the rows themselves, not copies. */
  readonly rows: readonly Row[];
  /** Rows left out, by the first reason that applies in the order of these names. */
  readonly excluded: Readonly<Record<LatestExclusion, number>>;
}

/**
 * Keeps the latest answer of each contact within a window.
 *
 * Use it before any metric that should count each contact once: an eager contact who answers every month would otherwise weigh twelve
 * times. It needs all rows of a contact at once, so apply it before data is split.
 *
 * @remarks
 * Which answers are kept does not depend on the order of rows: the latest moment wins, then the greater id in code-unit order, then
 * the greater of the rows written as text; only rows that are the same in all they hold are told apart by their place.
 * An instant lies in the window by its day as written, in its own zone, and is compared by its moment; a civil date counts as the
 * start of its day in UTC.
 *
 * @param rows - Answers: any iterable or a column table.
 * @param options - Where contact and date are, and the window.
 * @returns The rows kept, and how many were left out for which reason. A date that cannot be read, or an instant without a zone,
 * counts as `invalidDate`.
 * @throws TypeError with code `CX_INVALID_INPUT` when the rows cannot be iterated, `CX_INVALID_DATE` when `from` or `to` is not a
 * civil date, and RangeError or TypeError with code `CX_INVALID_OPTION` when the window ends before it begins.
 * @example
 * ```ts
 * import { computeNps, latestPerContact } from 'cx-scoring';
 *
 * const answers = [
 *   { who: 'ana', at: '2026-03-02', q1: 3 },
 *   { who: 'ben', at: '2026-03-05', q1: 9 },
 *   { who: 'ana', at: '2026-06-01', q1: 9 },
 *   { who: null, at: '2026-06-01', q1: 0 },
 * ];
 * const { rows, excluded } = latestPerContact(answers, { contact: 'who', at: 'at' });
 * computeNps(rows, { score: 'q1' }).value; // => 100
 * excluded.superseded; // => 1
 * excluded.missingContact; // => 1
 * ```
 */
export function latestPerContact<Row>(
  rows: Iterable<Row>,
  options: LatestPerContactOptions<NoInfer<Row>>,
): LatestAnswers<Row> {
  requireOptions('latestPerContact', options);
  if (!isIterable(rows)) throw cxError('CX_INVALID_INPUT', 'latestPerContact: rows', 'an iterable of rows', rows);
  const from = options.from === undefined ? -Infinity : dayOption('latestPerContact', 'from', options.from);
  const to = options.to === undefined ? Infinity : dayOption('latestPerContact', 'to', options.to);
  requireOption(from <= to, 'latestPerContact', 'to', `on or after "from", ${options.from ?? ''}`, options.to);
  const read = answerReader<Row>(options);
  const readScore = options.score === undefined ? () => 0 : fieldReader<Row, unknown>(options.score);
  const excluded = {
    missingContact: 0,
    missingDate: 0,
    invalidDate: 0,
    missingScore: 0,
    outsideWindow: 0,
    superseded: 0,
  };
  const latest = new Map<string, AnswerRecord<Row>>();
  let index = -1;
  for (const row of rows) {
    index++;
    const answer = read(row, index);
    if (typeof answer === 'string') {
      excluded[answer]++;
      continue;
    }
    if ((readScore(row, index) ?? null) === null) {
      excluded.missingScore++;
      continue;
    }
    if (answer.moment.day < from || answer.moment.day > to) {
      excluded.outsideWindow++;
      continue;
    }
    const known = latest.get(answer.contact);
    if (known) excluded.superseded++;
    if (!known || compareAnswers(answer, known) > 0) latest.set(answer.contact, answer);
  }
  const kept = [...latest.values()].sort((a, b) => a.index - b.index);
  return { rows: kept.map(({ row }) => row), excluded };
}
