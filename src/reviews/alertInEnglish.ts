import { countPhrase, localCount, type ResolvedLocale } from '../core/locale.js';
import type { Alert } from './alert.js';
import { alertFacts } from './alertFacts.js';

function whoInEnglish({ account, contact }: Alert): string {
  if (contact !== null) return `Contact ${contact}${account === null ? '' : ` of account ${account}`}`;
  return account === null ? 'Somebody unknown' : `A contact of account ${account}`;
}

function whatInEnglish(locale: ResolvedLocale, alert: Alert): string {
  const { count, metric, extreme, limit, ids, day, daysSince } = alertFacts(locale, alert);
  const of = alert.account === null ? 'an unknown account' : `account ${alert.account}`;
  const on = day === null ? '' : ` on ${day}`;
  switch (alert.kind) {
    case 'score-at-most':
    case 'effort-at-most':
    case 'effort-at-least':
    case 'stars-at-most': {
      const isLow = alert.kind !== 'effort-at-least';
      const side = isLow ? `an alert is raised at ${limit} or below` : `an alert is raised at ${limit} or above`;
      if (count === 1) return `${whoInEnglish(alert)} answered ${extreme} to ‘${metric}’${on}; ${side}.`;
      const all = countPhrase(locale, count, '# answer', '# answers');
      return `${whoInEnglish(alert)} gave ${all} to ‘${metric}’${on}, the ${isLow ? 'lowest' : 'highest'} ${extreme}; ${side}.`;
    }
    case 'sla-breached':
      return count === 1
        ? `The service level of ticket ${ids} of ${of} was breached${on}.`
        : `${localCount(locale, count)} service levels of ${of} were breached${on}: tickets ${ids}.`;
    case 'otif-missed':
      return count === 1
        ? `Order ${ids} of ${of}${day === null ? '' : `, due on ${day},`} was not delivered on time and in full.`
        : `${localCount(locale, count)} deliveries to ${of} were not on time and in full: orders ${ids}.`;
    case 'contact-silent': {
      const days = countPhrase(locale, daysSince, '# day', '# days');
      const since = day === null ? 'has never answered and has been known for' : 'has not answered for';
      return `${whoInEnglish(alert)} ${since} ${days}; an alert is raised from ${limit} on.`;
    }
    default:
      return `The rule ‘${alert.rule}’ raised an alert of the kind ‘${(alert as { kind: string }).kind}’, for which this version has no words.`;
  }
}

/** Writes an alert in English. */
export function alertInEnglish(locale: ResolvedLocale, alert: Alert): string {
  const severity = { high: 'High', medium: 'Medium', low: 'Low' }[alert.severity];
  const owner = alert.owner === null ? 'Nobody owns it yet.' : `Owner: ${alert.owner}.`;
  return `${severity} severity. ${whatInEnglish(locale, alert)} ${owner}`;
}
