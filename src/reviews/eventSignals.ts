import { dayOf } from '../core/moment.js';
import type { OtifMissedRule, SlaBreachedRule } from './alertRule.js';
import type { AlertAccount, AlertContact, AlertDelivery, AlertSlaOutcome } from './alertRecords.js';
import { wordOf, type AlertSignal, type PlacedRecord, type RuleFindings } from './alertSignal.js';

/** Places breached service levels; one whose time is not told is a state, and has no day to be read. */
export function placeBreaches(
  outcomes: Iterable<AlertSlaOutcome>,
  contacts: ReadonlyMap<string, AlertContact>,
): PlacedRecord<AlertSlaOutcome>[] {
  const placed: PlacedRecord<AlertSlaOutcome>[] = [];
  for (const row of outcomes) {
    if (row.state !== 'breached') continue;
    const contact = wordOf(row.contactId);
    const account = wordOf(row.accountId) ?? wordOf(contacts.get(contact ?? '')?.accountId);
    const at = wordOf(row.breachedAt);
    placed.push({ row, record: 'sla-outcome', account, contact, day: at === null ? Infinity : dayOf(at) });
  }
  return placed;
}

/** Finds the breaches that a rule looks at. */
export function slaSignals(rule: SlaBreachedRule, breaches: readonly PlacedRecord<AlertSlaOutcome>[]): RuleFindings {
  const { priorities } = rule;
  const signals = breaches
    .filter(({ row, day }) => !Number.isNaN(day) && (priorities?.includes(row.priority ?? '') ?? true))
    .map(({ row, account, contact, day }): AlertSignal => {
      const known = day === Infinity ? null : day;
      const { ticketId, policyId, metric, priority } = row;
      const fields = { policyId: policyId ?? null, metric: metric ?? null, priority: priority ?? null };
      const at = wordOf(row.breachedAt);
      const evidence = { record: 'sla-outcome' as const, id: wordOf(ticketId), at, fields };
      return { account, contact, day: known, seen: known, evidence };
    });
  return { signals, warnings: [] };
}

/** Places deliveries that were missed, by the day they were due. */
export function placeMisses(deliveries: Iterable<AlertDelivery>): PlacedRecord<AlertDelivery>[] {
  const placed: PlacedRecord<AlertDelivery>[] = [];
  for (const row of deliveries) {
    if (row.otif !== false) continue;
    const account = wordOf(row.accountId);
    placed.push({ row, record: 'delivery', account, contact: null, day: dayOf(row.dueOn) });
  }
  return placed;
}

/** Finds the misses at accounts of the classes that a rule looks at. */
export function otifSignals(
  rule: OtifMissedRule,
  misses: readonly PlacedRecord<AlertDelivery>[],
  accounts: ReadonlyMap<string, AlertAccount>,
): RuleFindings {
  const dated = misses.filter(({ day }) => !Number.isNaN(day));
  const classOf = ({ account }: PlacedRecord<AlertDelivery>): string | null =>
    wordOf(accounts.get(account ?? '')?.accountClass);
  const signals = dated
    .filter((miss) => rule.accountClasses.includes(classOf(miss) ?? ''))
    .map(({ row, account, day }): AlertSignal => {
      const { level, orderId, lineId, dueOn, onTime, inFull } = row;
      const fields = { level, lineId: lineId ?? null, onTime: onTime ?? null, inFull: inFull ?? null };
      const evidence = { record: 'delivery' as const, id: wordOf(orderId), at: dueOn, fields };
      return { account, contact: null, day, seen: day, evidence };
    });
  const count = dated.filter((miss) => classOf(miss) === null).length;
  return { signals, warnings: count > 0 ? [{ code: 'unknown-class', rule: rule.id, count }] : [] };
}
