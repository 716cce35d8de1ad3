import { classifyNps, type NpsClass } from '../metrics/perception/nps.js';
import type { AnswerRecord } from './answerRecord.js';
import { contactState, isSilence, silentRoles, type ContactState, type KnownContact } from './knownContact.js';
import { compareText } from './weightingClasses.js';

/** One contact of an account: what it last said, and whether it is still heard. */
export interface AccountSheetContact {
  /** Id of the contact. */
  readonly contact: string;
  /** Role: that of the list of contacts, otherwise that of the latest answer with a role; `null` when unknown. */
  readonly role: string | null;
  /** Whether it was heard within the window. */
  readonly state: ContactState;
  /** Last score, 0..10; `null` when it never answered. */
  readonly score: number | null;
  /** Class of the last score. */
  readonly class: NpsClass | null;
  /** When the last answer was given, as written. */
  readonly at: string | null;
  /** Whole days from the day of the last answer to the day of the sheet. */
  readonly daysSince: number | null;
  /** Score of the answer before the last. */
  readonly previousScore: number | null;
  /** When the answer before the last was given, as written. */
  readonly previousAt: string | null;
  /** Last score minus the one before, -10..10. */
  readonly change: number | null;
  /** Answers in all. */
  readonly answers: number;
}

/** One account, person by person. */
export interface AccountSheet {
  /** Id of the account. */
  readonly account: string;
  /** Its contacts, heard or known, in code-unit order of the ids. */
  readonly contacts: readonly AccountSheetContact[];
  /** Contacts heard within the window whose last score is 9 or 10. */
  readonly promoters: number;
  /** Contacts heard within the window whose last score is 7 or 8. */
  readonly passives: number;
  /** Contacts heard within the window whose last score is 0 to 6. */
  readonly detractors: number;
  /** Lowest last score among the contacts heard; `null` when nobody was. */
  readonly lowest: number | null;
  /** Highest last score among the contacts heard; `null` when nobody was. */
  readonly highest: number | null;
  /** Ids of the contacts who could be asked and were not heard within the window. */
  readonly silentContacts: readonly string[];
  /** Roles that somebody silent holds and nobody who was heard. */
  readonly silentRoles: readonly string[];
  /** Whole days since the last answer of anybody; `null` when nobody ever answered. */
  readonly daysSince: number | null;
}

/** An answer with its score. */
export interface ScoredAnswer<Row> extends AnswerRecord<Row> {
  /** The score, 0..10. */
  readonly score: number;
  /** Role of the contact at that time, if the answer says so. */
  readonly role: string | null;
}

/** Describes an account by its answers, which come in order of time, and its known contacts. */
export function describeAccount<Row>(
  account: string,
  answers: readonly ScoredAnswer<Row>[],
  known: readonly KnownContact[],
  today: number,
  silentAfterDays: number,
): AccountSheet {
  const byContact = new Map<string, ScoredAnswer<Row>[]>();
  for (const { id } of known) byContact.set(id, []);
  for (const answer of answers) {
    const own = byContact.get(answer.contact);
    if (own) own.push(answer);
    else byContact.set(answer.contact, [answer]);
  }
  const record = new Map(known.map((contact) => [contact.id, contact]));
  const contacts = [...byContact]
    .sort(([a], [b]) => compareText(a, b))
    .map(([contact, own]) => describeContact(contact, own, record.get(contact), today, silentAfterDays));
  const heard = contacts.filter(({ state }) => state === 'heard');
  const scores = heard.map(({ score }) => score as number).sort((a, b) => a - b);
  const countOf = (wanted: NpsClass): number => heard.filter((contact) => contact.class === wanted).length;
  const ages = contacts.flatMap(({ daysSince }) => (daysSince === null ? [] : [daysSince]));
  return {
    account,
    contacts,
    promoters: countOf('promoter'),
    passives: countOf('passive'),
    detractors: countOf('detractor'),
    lowest: scores[0] ?? null,
    highest: scores[scores.length - 1] ?? null,
    silentContacts: contacts.filter(({ state }) => isSilence(state)).map(({ contact }) => contact),
    silentRoles: silentRoles(contacts),
    daysSince: ages.length > 0 ? ages.reduce((a, b) => Math.min(a, b)) : null,
  };
}

function describeContact<Row>(
  contact: string,
  answers: readonly ScoredAnswer<Row>[],
  known: KnownContact | undefined,
  today: number,
  silentAfterDays: number,
): AccountSheetContact {
  const [last, previous] = [answers[answers.length - 1], answers[answers.length - 2]];
  const daysSince = last ? today - last.moment.day : null;
  const age = daysSince === null ? 'none' : daysSince <= silentAfterDays ? 'within' : 'before';
  const saidRole = answers.reduce<string | null>((role, answer) => answer.role ?? role, null);
  return {
    contact,
    role: known?.role ?? saidRole,
    state: contactState(known, age),
    score: last?.score ?? null,
    class: classifyNps(last?.score),
    at: last?.at ?? null,
    daysSince,
    previousScore: previous?.score ?? null,
    previousAt: previous?.at ?? null,
    change: last && previous ? last.score - previous.score : null,
    answers: answers.length,
  };
}
