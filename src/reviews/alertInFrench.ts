import { countPhrase, localCount, type ResolvedLocale } from '../core/locale.js';
import type { Alert } from './alert.js';
import { alertFacts } from './alertFacts.js';

// A narrow no-break space (U+202F) stands before : ; ? ! and inside « ».

function whoInFrench({ account, contact }: Alert): string {
  if (contact !== null) return `Le contact ${contact}${account === null ? '' : ` du compte ${account}`}`;
  return account === null ? 'Une personne inconnue' : `Un contact du compte ${account}`;
}

function whatInFrench(locale: ResolvedLocale, alert: Alert): string {
  const { count, metric, extreme, limit, ids, day, daysSince } = alertFacts(locale, alert);
  const of = alert.account === null ? 'd’un compte inconnu' : `du compte ${alert.account}`;
  const on = day === null ? '' : ` le ${day}`;
  switch (alert.kind) {
    case 'score-at-most':
    case 'effort-at-most':
    case 'effort-at-least':
    case 'stars-at-most': {
      const isLow = alert.kind !== 'effort-at-least';
      const side = isLow ? `à ${limit} ou moins` : `à ${limit} ou plus`;
      const rule = `\u202f; l’alerte se déclenche ${side}.`;
      const question = `«\u202f${metric}\u202f»`;
      if (count === 1) return `${whoInFrench(alert)} a répondu ${extreme} à ${question}${on}${rule}`;
      const all = countPhrase(locale, count, '# réponse', '# réponses');
      const most = isLow ? 'la plus basse étant' : 'la plus haute étant';
      return `${whoInFrench(alert)} a donné ${all} à ${question}${on}, ${most} ${extreme}${rule}`;
    }
    case 'sla-breached':
      return count === 1
        ? `L’engagement de service du ticket ${ids} ${of} n’a pas été tenu${on === '' ? '' : `\u202f: dépassement${on}`}.`
        : `${localCount(locale, count)} engagements de service ${of} n’ont pas été tenus${on}\u202f: tickets ${ids}.`;
    case 'otif-missed':
      return count === 1
        ? `La commande ${ids} ${of}${day === null ? '' : `, prévue le ${day},`} n’a pas été livrée à temps et complète.`
        : `${localCount(locale, count)} livraisons ${of} n’ont pas été effectuées à temps et au complet\u202f: commandes ${ids}.`;
    case 'contact-silent': {
      const days = countPhrase(locale, daysSince, '# jour', '# jours');
      const since = day === null ? 'n’a jamais répondu et est connu depuis' : 'n’a pas répondu depuis';
      return `${whoInFrench(alert)} ${since} ${days}\u202f; l’alerte se déclenche à partir de ${limit}.`;
    }
    default:
      return `La règle «\u202f${alert.rule}\u202f» a déclenché une alerte de type «\u202f${(alert as { kind: string }).kind}\u202f», que cette version ne sait pas décrire.`;
  }
}

/** Writes an alert in French. */
export function alertInFrench(locale: ResolvedLocale, alert: Alert): string {
  const severity = { high: 'élevée', medium: 'moyenne', low: 'faible' }[alert.severity];
  const owner = alert.owner === null ? 'Personne n’en est encore responsable.' : `Responsable\u202f: ${alert.owner}.`;
  return `Gravité ${severity}. ${whatInFrench(locale, alert)} ${owner}`;
}
