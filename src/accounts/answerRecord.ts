import { fieldReader, type Field } from '../core/field.js';
import { answerMoment, type AnswerMoment } from './answerMoment.js';
import { compareText } from './weightingClasses.js';

/** An id, or nothing: missing, or an empty text, when it is not known. */
export type OptionalText = string | null | undefined;

/** Where an answer says who gave it and when. */
export interface AnswerFields<Row> {
  /** Contact who answered; an id that no other contact has. */
  readonly contact: Field<Row, OptionalText>;
  /** When it was given: a civil date, or an instant with its zone. */
  readonly at: Field<Row, OptionalText>;
  /** Id of the answer, which decides between answers of the same moment. */
  readonly id?: Field<Row, OptionalText> | undefined;
}

/** An answer whose contact and moment are known. */
export interface AnswerRecord<Row> {
  /** The row. */
  readonly row: Row;
  /** Its index. */
  readonly index: number;
  /** Contact who answered. */
  readonly contact: string;
  /** When, as written. */
  readonly at: string;
  /** When, as numbers. */
  readonly moment: AnswerMoment;
  /** Id of the answer, or `null`. */
  readonly id: string | null;
}

/** Why an answer cannot be put in order. */
export type AnswerFault = 'missingContact' | 'missingDate' | 'invalidDate';

/** A reader of answers: the record, or what is wrong with it. */
export function answerReader<Row>(
  fields: AnswerFields<Row>,
): (row: Row, index: number) => AnswerRecord<Row> | AnswerFault {
  const readContact = fieldReader<Row, unknown>(fields.contact);
  const readAt = fieldReader<Row, unknown>(fields.at);
  const readId = fields.id === undefined ? () => null : fieldReader<Row, unknown>(fields.id);
  return (row, index) => {
    const contact = textOf(readContact(row, index));
    if (contact === null) return 'missingContact';
    const at = readAt(row, index) ?? null;
    if (at === null || at === '') return 'missingDate';
    const moment = answerMoment(at);
    if (moment === null) return 'invalidDate';
    return { row, index, contact, at: at as string, moment, id: textOf(readId(row, index)) };
  };
}

/** A text that says something, or `null`. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * Orders answers by moment, then by id, then by all that they hold, so that the order of rows decides only between answers that are
 * the same.
 */
export function compareAnswers<Row>(a: AnswerRecord<Row>, b: AnswerRecord<Row>): number {
  return (
    a.moment.time - b.moment.time ||
    compareText(a.id ?? '', b.id ?? '') ||
    compareText(canonicalText(a.row), canonicalText(b.row)) ||
    a.index - b.index
  );
}

/** Leaves out answers, in order of time, that a later one of the same id and contact replaces. */
export function withoutDuplicates<Answer extends AnswerRecord<unknown>>(answers: readonly Answer[]): Answer[] {
  const keyOf = ({ id, contact }: Answer): string => JSON.stringify([id, contact]);
  const last = new Map(answers.map((answer) => [keyOf(answer), answer]));
  return answers.filter((answer) => answer.id === null || last.get(keyOf(answer)) === answer);
}

/** Depth to which two rows of the same moment are told apart. */
const DEEPEST = 8;

function canonicalText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === DEEPEST) return '';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item, depth + 1)}`).join()}}`;
}
