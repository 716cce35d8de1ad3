import { contactState, isSilence } from '../accounts/knownContact.js';
import { dayOf } from '../core/moment.js';
import type { ContactSilentRule } from './alertRule.js';
import type { AlertAnswer, AlertContact } from './alertRecords.js';
import { wordOf, type AlertSignal, type PlacedRecord, type RuleFindings } from './alertSignal.js';

/** The latest answer of a contact. */
interface LastAnswer {
  readonly day: number;
  readonly at: string;
}

/** Finds the latest answer of each contact up to a day; of two on one day the later text counts, so that order does not matter. */
export function lastAnswers(
  answers: readonly PlacedRecord<AlertAnswer>[],
  asOf: number,
): ReadonlyMap<string, LastAnswer> {
  const last = new Map<string, LastAnswer>();
  for (const { row, contact, day } of answers) {
    if (contact === null || !(day <= asOf)) continue;
    const known = last.get(contact);
    const isLater = !known || day > known.day || (day === known.day && row.at > known.at);
    if (isLater) last.set(contact, { day, at: row.at });
  }
  return last;
}

/**
 * Finds the contacts who could be asked and have not answered for the days of a rule. Who never answered is silent since becoming known;
 * where that is not told, nobody can say for how long.
 */
export function silenceSignals(
  rule: ContactSilentRule,
  contacts: ReadonlyMap<string, AlertContact>,
  last: ReadonlyMap<string, LastAnswer>,
  asOf: number,
): RuleFindings {
  const signals: AlertSignal[] = [];
  let neverHeard = 0;
  for (const contact of contacts.values()) {
    const answer = last.get(contact.id);
    const state = contactState(contact, answer ? 'before' : 'none');
    const isAsked = rule.roles?.includes(contact.role ?? '') ?? true;
    if (!isAsked || !isSilence(state)) continue;
    const from = answer ? answer.day : dayOf(wordOf(contact.knownSince));
    if (Number.isNaN(from)) {
      neverHeard++;
      continue;
    }
    const daysSince = asOf - from;
    if (daysSince < rule.days) continue;
    signals.push({
      account: wordOf(contact.accountId),
      contact: contact.id,
      day: null,
      seen: from + rule.days,
      evidence: {
        record: 'contact',
        id: contact.id,
        at: answer?.at ?? null,
        fields: { role: contact.role ?? null, daysSince, state },
      },
    });
  }
  return { signals, warnings: neverHeard > 0 ? [{ code: 'never-heard', rule: rule.id, count: neverHeard }] : [] };
}
