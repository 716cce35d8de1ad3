import { fieldReader, type Field, type Score } from '../core/field.js';
import {
  answerReader,
  compareAnswers,
  textOf,
  type AnswerFields,
  type AnswerRecord,
  type OptionalText,
} from './answerRecord.js';
import type { KnownAccount } from './knownAccount.js';
import type { KnownContact } from './knownContact.js';
import type { SilenceExclusion } from './silenceReport.js';

/** What was heard of one account. */
export interface Hearing {
  /** Its latest answer up to the end of the window. */
  latest: AnswerRecord<unknown>;
  /** Contacts who answered within the window. */
  readonly within: Set<string>;
  /** Roles, as their answers say, of those within the window who are on no list. */
  readonly roles: Set<string>;
}

/** Who is to be heard, and when. */
export interface HearingScope {
  /** The accounts, by id. */
  readonly listed: ReadonlyMap<string, KnownAccount>;
  /** The contacts, by id. */
  readonly known: ReadonlyMap<string, KnownContact>;
  /** First day of the window, as a day number. */
  readonly first: number;
  /** Last day of the window, as a day number. */
  readonly last: number;
}

/** Where an answer says who gave it for whom. */
export interface HearingFields<Row> extends AnswerFields<Row> {
  /** Account of the contact. */
  readonly account: Field<Row, OptionalText>;
  /** Role of the contact. */
  readonly role?: Field<Row, OptionalText> | undefined;
  /** The score. */
  readonly score?: Field<Row, Score> | undefined;
}

/** Finds out who was heard, account by account, within the window and before it. */
export function hear<Row>(
  answers: Iterable<Row>,
  options: HearingFields<Row>,
  { listed, known, first, last }: HearingScope,
): { readonly hearings: ReadonlyMap<string, Hearing>; readonly excluded: Readonly<Record<SilenceExclusion, number>> } {
  const read = answerReader<Row>(options);
  const readAccount = fieldReader<Row, unknown>(options.account);
  const readScore = options.score === undefined ? () => 0 : fieldReader<Row, unknown>(options.score);
  const readRole = options.role === undefined ? () => null : fieldReader<Row, unknown>(options.role);
  const hearings = new Map<string, Hearing>();
  const excluded = {
    missingContact: 0,
    missingDate: 0,
    invalidDate: 0,
    missingAccount: 0,
    unknownAccount: 0,
    missingScore: 0,
    beforeWindow: 0,
    afterWindow: 0,
  };
  const judge = (row: Row, index: number): SilenceExclusion | null => {
    const answer = read(row, index);
    if (typeof answer === 'string') return answer;
    const account = textOf(readAccount(row, index)) ?? known.get(answer.contact)?.accountId;
    if (account === undefined) return 'missingAccount';
    if (!listed.has(account)) return 'unknownAccount';
    if ((readScore(row, index) ?? null) === null) return 'missingScore';
    const { day } = answer.moment;
    if (day > last) return 'afterWindow';
    const hearing = hearings.get(account) ?? { latest: answer, within: new Set(), roles: new Set() };
    hearings.set(account, hearing);
    if (compareAnswers(answer, hearing.latest) > 0) hearing.latest = answer;
    if (day < first) return 'beforeWindow';
    hearing.within.add(answer.contact);
    const role = known.has(answer.contact) ? null : textOf(readRole(row, index));
    if (role !== null) hearing.roles.add(role);
    return null;
  };
  let index = 0;
  for (const row of answers) {
    const reason = judge(row, index++);
    if (reason !== null) excluded[reason]++;
  }
  return { hearings, excluded };
}
