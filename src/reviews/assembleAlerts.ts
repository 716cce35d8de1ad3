import { toCivilDate, toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { readMoment, timeOf } from '../core/moment.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import type { Alert, AlertEvidence, FormerAlert, SuppressedAlert } from './alert.js';
import { ALERT_SEVERITIES, type AlertRule } from './alertRule.js';
import type { AlertAccount } from './alertRecords.js';
import type { AlertSignal } from './alertSignal.js';

/** What rules and former alerts are held against. */
export interface AlertDay {
  /** The day of the review. */
  readonly asOf: string;
  /** Accounts by id. */
  readonly accounts: ReadonlyMap<string, AlertAccount>;
  /** Alerts that were raised up to that day. */
  readonly former: readonly FormerAlert[];
}

type Subject = Pick<Alert, 'account' | 'contact'>;

/** What a record is known by: fields may be mended, ids stay; the source keeps ids of two tools apart. */
function recordKey({ record, id, at, fields }: AlertEvidence): string {
  if (id === null) return JSON.stringify([record, at, entriesOf(fields)]);
  const { source = null, lineId = null, metric = null, policyId = null } = fields;
  // A ticket may be late for its replies more than once.
  return JSON.stringify([record, id, source, lineId, metric, policyId, record === 'sla-outcome' ? at : null]);
}

function entriesOf(fields: AlertEvidence['fields']): unknown[] {
  return Object.entries(fields).sort(([a], [b]) => compareTexts(a, b));
}

/** Contact and account, or nothing for what belongs to neither. */
function subjectKey(rule: string, { account, contact }: Subject): string | null {
  return account === null && contact === null ? null : JSON.stringify([rule, account, contact]);
}

/** Sorts records by time, then by all that they hold. */
function sortEvidence(evidence: readonly AlertEvidence[]): AlertEvidence[] {
  const placed = evidence.map((own) => {
    const moment = readMoment(own.at);
    return {
      own,
      time: moment ? timeOf(moment) : Infinity,
      text: JSON.stringify([own.id, own.at, entriesOf(own.fields)]),
    };
  });
  // Compared before subtracting: two records without a time are infinitely late.
  placed.sort((a, b) => (a.time === b.time ? compareTexts(a.text, b.text) : a.time - b.time));
  return placed.filter(({ text }, at) => text !== placed[at - 1]?.text).map(({ own }) => own);
}

function ownerOf({ owner }: AlertRule, account: AlertAccount | undefined): string | null {
  return owner.from === 'name' ? owner.owner : (account?.owner ?? '') || owner.otherwise;
}

function thresholdOf(rule: AlertRule): number | null {
  if (rule.kind === 'contact-silent') return rule.days;
  if (rule.kind === 'effort-at-least') return rule.least;
  return 'most' in rule ? rule.most : null;
}

/** Checks former alerts as far as they are read; those of later reviews are not known yet. */
export function readFormer(where: string, former: unknown, asOf: string): FormerAlert[] {
  const rule = 'a list of alerts with rule, raisedOn and evidence';
  const isAlert = (one: unknown): boolean =>
    isPlainObject(one) && !Number.isNaN(toDayNumber(one['raisedOn'])) && Array.isArray(one['evidence']);
  if (!Array.isArray(former) || !former.every(isAlert))
    throw cxError('CX_INVALID_INPUT', `${where}: option "formerAlerts"`, rule, former);
  return (former as FormerAlert[]).filter(({ raisedOn }) => raisedOn <= asOf);
}

/** Puts the records of one rule together by contact or account, and keeps quiet where it spoke a short while ago. */
export function assembleAlerts(
  rule: AlertRule,
  signals: readonly AlertSignal[],
  { asOf, accounts, former }: AlertDay,
): { readonly alerts: Alert[]; readonly suppressed: SuppressedAlert[] } {
  const own = former.filter((alert) => alert.rule === rule.id);
  const known = new Set(own.flatMap(({ evidence }) => evidence.map(recordKey)));
  const groups = new Map<string, AlertSignal[]>();
  for (const signal of signals) {
    const key = subjectKey(rule.id, signal) ?? recordKey(signal.evidence);
    const group = groups.get(key);
    if (group) group.push(signal);
    else groups.set(key, [signal]);
  }
  const lastRaised = new Map<string | null, number>();
  for (const one of own) {
    const key = subjectKey(rule.id, one);
    lastRaised.set(key, Math.max(toDayNumber(one.raisedOn), lastRaised.get(key) ?? -Infinity));
  }
  const alerts: Alert[] = [];
  const suppressed: SuppressedAlert[] = [];
  for (const group of groups.values()) {
    const [{ account, contact }] = group as [AlertSignal];
    // Silence goes on, so that the contact may be told of again; an event is told of once.
    const fresh = group.filter(({ evidence }) => evidence.record === 'contact' || !known.has(recordKey(evidence)));
    const told = fresh.length > 0 ? fresh : group;
    const seen = told.map((signal) => signal.seen).filter((day) => day !== null);
    const alert: Alert = {
      rule: rule.id,
      kind: rule.kind,
      severity: rule.severity,
      threshold: thresholdOf(rule),
      account,
      contact,
      owner: ownerOf(rule, accounts.get(account ?? '')),
      raisedOn: asOf,
      firstSeen: seen.length > 0 ? toCivilDate(Math.min(...seen)) : null,
      evidence: sortEvidence(told.map(({ evidence }) => evidence)),
    };
    const key = subjectKey(rule.id, alert);
    const last = key === null ? -Infinity : (lastRaised.get(key) ?? -Infinity);
    const quietUntil = last + rule.cooldownDays;
    if (fresh.length === 0) suppressed.push({ ...alert, reason: 'already-raised', quietUntil: null });
    else if (quietUntil > toDayNumber(asOf))
      suppressed.push({ ...alert, reason: 'cooldown', quietUntil: toCivilDate(quietUntil) });
    else alerts.push(alert);
  }
  return { alerts, suppressed };
}

/** Orders what is unknown last. */
function byKnown(a: string | null, b: string | null): number {
  return Number(a === null) - Number(b === null) || compareTexts(a ?? '', b ?? '');
}

/** Orders alerts: the worst first, then by account, rule, contact and first record. */
export function compareAlerts(a: Alert, b: Alert): number {
  return (
    ALERT_SEVERITIES.indexOf(a.severity) - ALERT_SEVERITIES.indexOf(b.severity) ||
    byKnown(a.account, b.account) ||
    compareTexts(a.rule, b.rule) ||
    byKnown(a.contact, b.contact) ||
    byKnown(a.evidence[0]?.id ?? null, b.evidence[0]?.id ?? null) ||
    compareTexts(JSON.stringify(a), JSON.stringify(b))
  );
}
