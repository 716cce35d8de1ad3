import { toCivilDate, toDayNumber } from '../core/civilDay.js';
import { cxError } from '../core/errors.js';
import { isWhole, requireOption, requireOptions } from '../core/options.js';
import { isIterable } from '../measures/input.js';
import { compareTexts } from '../core/textOrder.js';
import { isPlainObject } from '../prioritization/findingPath.js';
import type { Alert, AlertInputName, AlertWarning, SuppressedAlert, WeeklyAlerts } from './alert.js';
import type { AlertRule } from './alertRule.js';
import { placeAnswers, placeReviews, undatedWarnings, type RuleFindings } from './alertSignal.js';
import { assembleAlerts, compareAlerts, readFormer } from './assembleAlerts.js';
import { B2B_ALERT_RULES } from './b2bAlertRules.js';
import { otifSignals, placeBreaches, placeMisses, slaSignals } from './eventSignals.js';
import { levelSignals } from './levelSignals.js';
import { requireAlertRules } from './requireAlertRules.js';
import { requireReviewDay } from './reviewPeriod.js';
import { lastAnswers, silenceSignals } from './silenceSignals.js';
import type { WeeklyAlertsInput } from './weeklyAlertsInput.js';

const WHERE = 'weeklyAlerts';
const NEEDS: Readonly<Record<AlertRule['kind'], readonly (readonly AlertInputName[])[]>> = {
  'score-at-most': [['answers']],
  'effort-at-most': [['answers']],
  'effort-at-least': [['answers']],
  'stars-at-most': [['reviews', 'answers']],
  'sla-breached': [['slaOutcomes']],
  'otif-missed': [['deliveries'], ['accounts']],
  'contact-silent': [['contacts'], ['answers']],
};
const INPUTS = ['answers', 'reviews', 'slaOutcomes', 'deliveries', 'accounts', 'contacts'] as const;

/** Lists that a rule needs and that were not handed over; of two that serve alike the first is named. */
function missingOf(rule: AlertRule, input: WeeklyAlertsInput): AlertInputName[] {
  return NEEDS[rule.kind]
    .filter((names) => names.every((own) => input[own] === undefined))
    .map(([first]) => first as AlertInputName);
}

function missingWarnings(rules: readonly AlertRule[], input: WeeklyAlertsInput): AlertWarning[] {
  return INPUTS.flatMap((own): AlertWarning[] => {
    const ids = rules.filter((rule) => missingOf(rule, input).includes(own)).map(({ id }) => id);
    return ids.length > 0 ? [{ code: 'missing-input', input: own, rules: ids.sort(compareTexts) }] : [];
  });
}

/** A record of one of the lists. */
type RecordOf<Name extends AlertInputName> =
  NonNullable<WeeklyAlertsInput[Name]> extends Iterable<infer Row> ? Row : never;

/** Reads a list, empty when it was left out, and refuses what holds no records. */
function read<Name extends AlertInputName>(input: WeeklyAlertsInput, name: Name): RecordOf<Name>[] {
  const list: unknown = input[name];
  if (list === undefined) return [];
  if (!isIterable(list))
    throw cxError('CX_INVALID_INPUT', `${WHERE}: option "${name}"`, 'an iterable of records', list);
  const rows = [...list];
  const at = rows.findIndex((row) => !isPlainObject(row));
  if (at >= 0) throw cxError('CX_INVALID_INPUT', `${WHERE}: ${name}[${at}]`, 'a record', rows[at]);
  return rows as RecordOf<Name>[];
}

/**
 * Lists what calls for somebody this week: low scores, hard cases, bad reviews, breached service levels, deliveries missed at key
 * accounts, and contacts who fell silent.
 *
 * Use it for the weekly review of alerts. These rules are about single events, each of which is a reason to call, so that they need no
 * statistics; whether a metric has moved is for {@link monthlyReview} to say. Hand the alerts of former reviews back in, so that nobody
 * is called twice for one thing.
 *
 * @remarks
 * Records of one rule and one contact are one alert; where no contact is known those of one account, and where neither is known each
 * record is its own. A record that stands in a former alert of the rule is never raised again. Within the cooldown after a former alert,
 * the rule stays quiet on that contact or account, and what it would have said is listed as suppressed: nothing is lost. Days are those
 * of dates as written, in their own zone. Silence holds on the day of the review and may be told of again after the cooldown; it counts
 * answers with a value, of contacts who have neither left nor opted out. Thresholds are judged on their own scale only, and in its own
 * direction. Source of the ritual: Aktiva2, « Comment mesurer l’expérience client ? », « revues hebdomadaires des alertes ».
 *
 * @param input - The day, the rules and the records.
 * @returns The alerts with their records, owner and first day, what was suppressed, and what could not be judged: plain data.
 * @throws TypeError or RangeError with code `CX_INVALID_DATE` when a day is no civil date, `CX_INVALID_OPTION` when a rule or an option
 * breaks its demand, `CX_INVALID_INPUT` when a list cannot be iterated.
 * @example
 * ```ts
 * import { weeklyAlerts } from 'cx-scoring/reviews';
 *
 * const scale = { minimum: 0, maximum: 10, higherIsBetter: true };
 * const answers = [
 *   { id: 'r1', at: '2026-11-17', metric: 'nps', value: 3, scale, accountId: 'acme', contactId: 'ana' },
 *   { id: 'r2', at: '2026-11-18', metric: 'nps', value: 7, scale, accountId: 'bolt', contactId: 'ben' },
 * ];
 * const accounts = [{ id: 'acme', owner: 'jane' }];
 * const { alerts } = weeklyAlerts({ asOf: '2026-11-22', answers, accounts });
 * alerts.map(({ rule, contact, owner }) => [rule, contact, owner]); // => [['detractor', 'ana', 'jane']]
 * const later = weeklyAlerts({ asOf: '2026-11-23', answers, accounts, formerAlerts: alerts });
 * later.suppressed.map(({ reason }) => reason); // => ['already-raised']
 * ```
 */
export function weeklyAlerts(input: WeeklyAlertsInput): WeeklyAlerts {
  requireOptions(WHERE, input);
  const { asOf, rules = B2B_ALERT_RULES, days = 7, formerAlerts = [] } = input;
  const last = requireReviewDay(WHERE, asOf);
  requireAlertRules(WHERE, rules);
  requireOption(isWhole(days) && days >= 1 && days <= 366, WHERE, 'days', 'a whole number from 1 to 366', days);
  const from = toCivilDate(last - days + 1) as string;
  const { since = from } = input;
  const first = toDayNumber(since);
  if (!(first <= last - days + 1))
    throw cxError('CX_INVALID_DATE', `${WHERE}: option "since"`, `a civil date, ${from} at the latest`, since);
  const former = readFormer(WHERE, formerAlerts, asOf);
  const accounts = new Map(read(input, 'accounts').map((account) => [account.id, account]));
  const contacts = new Map(read(input, 'contacts').map((contact) => [contact.id, contact]));
  const answers = placeAnswers(read(input, 'answers'), contacts);
  const reviews = placeReviews(read(input, 'reviews'), contacts);
  const breaches = placeBreaches(read(input, 'slaOutcomes'), contacts);
  const misses = placeMisses(read(input, 'deliveries'));
  const heard = lastAnswers(answers, last);
  const judge = (rule: AlertRule): RuleFindings => {
    if (missingOf(rule, input).length > 0) return { signals: [], warnings: [] };
    if (rule.kind === 'sla-breached') return slaSignals(rule, breaches);
    if (rule.kind === 'otif-missed') return otifSignals(rule, misses.filter(isWithin), accounts);
    if (rule.kind === 'contact-silent') return silenceSignals(rule, contacts, heard, last);
    const within = (rule.kind === 'stars-at-most' ? [...answers, ...reviews] : answers).filter(isWithin);
    return levelSignals(rule, within);
  };
  const warnings = [
    ...missingWarnings(rules, input),
    ...undatedWarnings([...answers, ...reviews, ...breaches, ...misses]),
  ];
  const alerts: Alert[] = [];
  const suppressed: SuppressedAlert[] = [];
  const reports = rules.map((rule) => {
    const found = judge(rule);
    const signals = found.signals.filter(({ day }) => day === null || (day >= first && day <= last));
    const own = assembleAlerts(rule, signals, { asOf, accounts, former });
    alerts.push(...own.alerts);
    suppressed.push(...own.suppressed);
    warnings.push(...found.warnings);
    const [raised, kept] = [own.alerts.length, own.suppressed.length];
    return { rule: rule.id, records: signals.length, raised, suppressed: kept };
  });
  const ownerless = alerts.filter(({ owner }) => owner === null).length;
  if (ownerless > 0) warnings.push({ code: 'no-owner', count: ownerless });
  alerts.sort(compareAlerts);
  suppressed.sort(compareAlerts);
  return { asOf, from, through: asOf, since, alerts, suppressed, rules: reports, warnings };

  function isWithin({ day }: { readonly day: number }): boolean {
    return Number.isNaN(day) || (day >= first && day <= last);
  }
}
