import { cxError } from '../core/errors.js';
import { fieldReader, type Field, type Score } from '../core/field.js';
import { isWhole, requireOption, requireOptions } from '../core/options.js';
import { isIterable, type OffScalePolicy } from '../measures/input.js';
import { NPS_SCALE } from '../metrics/perception/npsScore.js';
import { dayOption } from './answerMoment.js';
import {
  answerReader,
  compareAnswers,
  textOf,
  withoutDuplicates,
  type AnswerFault,
  type AnswerFields,
  type OptionalText,
} from './answerRecord.js';
import { describeAccount, type AccountSheet, type ScoredAnswer } from './accountSheetEntry.js';
import { compareText } from './weightingClasses.js';
import type { KnownContact } from './knownContact.js';

/** Options of {@link accountSheet}. */
export interface AccountSheetOptions<Row> extends AnswerFields<Row> {
  /** Account of the contact who answered; where it is missing, the account of the contact in `contacts` counts. */
  readonly account: Field<Row, OptionalText>;
  /** The answer to the recommendation question, 0..10. */
  readonly score: Field<Row, Score>;
  /** Role of the contact, for those who are not among `contacts`. */
  readonly role?: Field<Row, OptionalText> | undefined;
  /** Contacts that are known, so that the silent can be told; of two with one id the later counts. */
  readonly contacts?: Iterable<KnownContact> | undefined;
  /** Id of the only account wanted; all unless given. */
  readonly only?: string | undefined;
  /** Day on which the sheet is read, a civil date: later answers are left out. */
  readonly asOf: string;
  /** Days after which an answer no longer counts as being heard, 1 or more; answers never age unless given. */
  readonly silentAfterDays?: number | undefined;
  /**
   * What to do with a score off 0..10.
   * @defaultValue `'throw'`
   */
  readonly offScale?: OffScalePolicy | undefined;
}

/** Reasons for which an answer is not on the sheet. */
export type SheetExclusion = AnswerFault | 'missingAccount' | 'missingScore' | 'offScale' | 'afterAsOf' | 'duplicate';

/** The sheets of the accounts. */
export interface AccountSheets {
  /** Day on which they were read. */
  readonly asOf: string;
  /** Days after which an answer no longer counts as being heard; `null` when answers never age. */
  readonly silentAfterDays: number | null;
  /** One sheet for each account with a contact or an answer, in code-unit order of the ids. */
  readonly accounts: readonly AccountSheet[];
  /** Answers left out, by reason, over all accounts. */
  readonly excluded: Readonly<Record<SheetExclusion, number>>;
}

/**
 * Lays out each account person by person: last score, class, change since the one before, age, and who is silent.
 *
 * Use it where samples are too small for an average, the usual case in business-to-business: there the single score of each contact is
 * what can be acted on, and a decision-maker who does not answer says more than a decimal of the score.
 *
 * @remarks
 * Contacts are told apart by id within an account. Answers of the same moment are put in order by id, then by all that they hold, so
 * that the order of rows does not matter; with `id`, answers of the same id, contact and account are one, the latest, and the others count as `duplicate`. Days
 * are counted from the day of the answer as written, in its own zone. Classes are those of {@link classifyNps}.
 *
 * @param answers - Answers of all accounts: any iterable or a column table.
 * @param options - Where account, contact, date and score are, the contacts known, and the day.
 * @returns One sheet for each account: plain data, `null` where there is nothing to say.
 * @throws TypeError or RangeError with code `CX_INVALID_INPUT` when answers or contacts cannot be iterated, `CX_INVALID_DATE` when
 * `asOf` is not a civil date, `CX_INVALID_OPTION`, and `CX_OFF_SCALE` for a score that is not a whole number from 0 to 10.
 * @example
 * ```ts
 * import { accountSheet } from 'cx-scoring';
 *
 * const answers = [
 *   { client: 'acme', who: 'ana', at: '2026-03-02', q1: 9 },
 *   { client: 'acme', who: 'ana', at: '2026-09-01', q1: 6 },
 * ];
 * const contacts = [
 *   { id: 'ana', accountId: 'acme', role: 'buyer' },
 *   { id: 'ben', accountId: 'acme', role: 'decision-maker' },
 * ];
 * const fields = { account: 'client', contact: 'who', at: 'at', score: 'q1' } as const;
 * const sheet = accountSheet(answers, { ...fields, contacts, asOf: '2026-09-30', silentAfterDays: 180 }).accounts[0];
 * sheet?.contacts[0]?.class; // => 'detractor'
 * sheet?.contacts[0]?.change; // => -3
 * sheet?.contacts[0]?.daysSince; // => 29
 * sheet?.silentContacts; // => ['ben']
 * sheet?.silentRoles; // => ['decision-maker']
 * ```
 */
export function accountSheet<Row>(answers: Iterable<Row>, options: AccountSheetOptions<NoInfer<Row>>): AccountSheets {
  requireOptions('accountSheet', options);
  const where = 'accountSheet';
  if (!isIterable(answers)) throw cxError('CX_INVALID_INPUT', `${where}: answers`, 'an iterable of rows', answers);
  const { contacts = [], only, asOf, silentAfterDays, offScale = 'throw' } = options;
  if (!isIterable(contacts)) throw cxError('CX_INVALID_INPUT', `${where}: contacts`, 'an iterable', contacts);
  const today = dayOption(where, 'asOf', asOf);
  const isLength = silentAfterDays === undefined || (isWhole(silentAfterDays) && silentAfterDays >= 1);
  requireOption(isLength, where, 'silentAfterDays', 'a whole number from 1', silentAfterDays);
  requireOption(offScale === 'throw' || offScale === 'exclude', where, 'offScale', '"throw" or "exclude"', offScale);
  const known = [...contacts];
  const accountOfContact = new Map(known.map(({ id, accountId }) => [id, accountId]));
  const read = answerReader<Row>(options);
  const readAccount = fieldReader<Row, unknown>(options.account);
  const readScore = fieldReader<Row, unknown>(options.score);
  const readRole = options.role === undefined ? () => null : fieldReader<Row, unknown>(options.role);
  const excluded = {
    missingContact: 0,
    missingDate: 0,
    invalidDate: 0,
    missingAccount: 0,
    missingScore: 0,
    offScale: 0,
    afterAsOf: 0,
    duplicate: 0,
  };
  const byAccount = new Map<string, ScoredAnswer<Row>[]>();
  const judge = (row: Row, index: number): SheetExclusion | null => {
    const answer = read(row, index);
    if (typeof answer === 'string') return answer;
    const account = textOf(readAccount(row, index)) ?? accountOfContact.get(answer.contact);
    if (account === undefined) return 'missingAccount';
    const score = readScore(row, index) ?? null;
    if (score === null) return 'missingScore';
    const { minimum, maximum } = NPS_SCALE;
    if (!(Number.isInteger(score) && (score as number) >= minimum && (score as number) <= maximum)) {
      if (offScale === 'exclude') return 'offScale';
      throw cxError(
        'CX_OFF_SCALE',
        `${where}: score at row ${index}`,
        `a whole number from ${minimum} to ${maximum}`,
        score,
      );
    }
    if (answer.moment.day > today) return 'afterAsOf';
    const scored = { ...answer, score: (score as number) + 0, role: textOf(readRole(row, index)) };
    const own = byAccount.get(account);
    if (own) own.push(scored);
    else byAccount.set(account, [scored]);
    return null;
  };
  let index = 0;
  for (const row of answers) {
    const reason = judge(row, index++);
    if (reason !== null) excluded[reason]++;
  }
  const contactsOf = new Map<string, KnownContact[]>();
  for (const contact of known) {
    const own = contactsOf.get(contact.accountId);
    if (own) own.push(contact);
    else contactsOf.set(contact.accountId, [contact]);
  }
  const ids = [...new Set([...byAccount.keys(), ...contactsOf.keys()])].sort(compareText);
  const sheets = ids.map((account) => {
    const own = (byAccount.get(account) ?? []).sort(compareAnswers);
    const single = withoutDuplicates(own);
    excluded.duplicate += own.length - single.length;
    return describeAccount(account, single, contactsOf.get(account) ?? [], today, silentAfterDays ?? Infinity);
  });
  return {
    asOf,
    silentAfterDays: silentAfterDays ?? null,
    accounts: only === undefined ? sheets : sheets.filter(({ account }) => account === only),
    excluded,
  };
}
