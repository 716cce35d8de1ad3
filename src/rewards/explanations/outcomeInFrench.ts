import { countPhrase } from '../../core/locale.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { isSettled, lastDayTold, phasesTold, type ToldDecision } from './toldDecision.js';

// A narrow no-break space (U+202F) stands before : ; ? ! and inside « ».

function forWhat({ decision: { subject, occurrence, on }, speech }: ToldDecision, to: 'à' | 'pour'): string {
  const who = subject === null ? 'quelqu’un que le fait ne nomme pas' : speech.name(subject);
  const what = occurrence === null ? 'un motif que le fait ne nomme pas' : speech.name(occurrence);
  return to === 'à' ? `à ${who} pour ${what}, le ${on}` : `pour ${who}, pour ${what}, le ${on}`;
}

function pending(told: ToldDecision): string {
  const { decision, name, reward, quantity } = told;
  const { desired, granted, trace } = decision;
  const about = forWhat(told, 'pour');
  if (trace?.truth === 'false' && desired !== null)
    return `La règle ${name} garde ${quantity(desired)} en attente ${about}\u202f; la condition qui rend l’attribution définitive n’est pas remplie.`;
  const less = desired !== null && granted < desired ? ` au lieu de ${quantity(desired)}` : '';
  const last = lastDayTold(told);
  const until = last === null ? '' : ` Ce qui n’est pas réglé au plus tard le ${last} est annulé.`;
  return `La règle ${name} réserve ${reward(granted)}${less} ${forWhat(told, 'à')}, dans l’attente d’un règlement.${until}`;
}

function duplicate(told: ToldDecision): string {
  const { decision, name, quantity } = told;
  const { desired, trace } = decision;
  if (desired !== null)
    return `La règle ${name} n’accorde rien de plus ${forWhat(told, 'à')}\u202f; elle a déjà statué, et n’accorde pas ${quantity(desired)} deux fois.`;
  return trace === null
    ? `La règle ${name} ne règle rien ${forWhat(told, 'pour')}\u202f; plus rien n’est en attente.`
    : `La règle ${name} ne reprend rien ${forWhat(told, 'à')}\u202f; elle l’a déjà fait.`;
}

const LACKING = 'des données manquent ou sont inutilisables, et la règle ne les attend pas';

function nothingLeft(policy: string, amount: number, quantity: ToldDecision['quantity']): string {
  if (amount > 0 && policy === 'pending-only')
    return `sur ${quantity(amount)}, plus rien n’est en attente, et seul ce qui est en attente est repris`;
  if (amount > 0 && policy === 'within-balance')
    return `sur ${quantity(amount)}, le bénéficiaire n’a plus rien, et rien de plus n’est repris`;
  return 'il ne reste rien à reprendre';
}

function denied(told: ToldDecision): string {
  const { decision, name, quantity } = told;
  const { desired, trace, missing, reversalPolicy } = decision;
  const nothing = `La règle ${name} n’accorde rien ${forWhat(told, 'à')}\u202f; `;
  if (missing.length > 0 || trace?.truth === 'unknown') return `${nothing}${LACKING}.`;
  if (trace?.truth !== 'true') return `${nothing}sa condition n’est pas remplie.`;
  if (desired === null) return `${nothing}${LACKING}.`;
  if (reversalPolicy !== undefined)
    return `La règle ${name} ne reprend rien ${forWhat(told, 'à')}\u202f; ${nothingLeft(reversalPolicy, desired, quantity)}.`;
  return `La règle ${name} ne change rien ${forWhat(told, 'pour')}\u202f; on a demandé plus que ce qui est en attente, ${quantity(desired)}.`;
}

function notInForce({ decision, rule }: ToldDecision): string {
  const { from, through } = rule?.validity ?? {};
  const word = { draft: 'à l’état de brouillon', active: 'active', paused: 'suspendue', ended: 'terminée' };
  if (rule !== null && rule.state !== 'active') return `elle est ${word[rule.state]}`;
  if (from !== undefined && decision.on < from) return `elle n’est en vigueur qu’à partir du ${from}`;
  return through !== undefined && decision.on > through
    ? `elle n’était en vigueur que jusqu’au ${through}`
    : 'elle n’était pas en vigueur ce jour-là';
}

function policyWords(rule: RewardRule | null): string {
  if (rule?.reversal === undefined) return '';
  const { policy } = rule.reversal;
  if (policy === 'full') return ', en totalité, même si le solde devient négatif';
  return policy === 'pending-only'
    ? ', seulement ce qui était encore en attente'
    : ', sans dépasser ce que le bénéficiaire avait encore';
}

/** Says in French how a rule decided: one sentence, two where there is a deadline. */
export function outcomeInFrench(told: ToldDecision): string {
  const { decision, name, reward, quantity, rule, speech } = told;
  const { outcome, desired, granted, budget, excludedBy, fact, version } = decision;
  const to = forWhat(told, 'à');
  const about = forWhat(told, 'pour');
  const wanted = desired ?? 0;
  switch (outcome) {
    case 'granted':
      return phasesTold(told) === null
        ? `La règle ${name} accorde ${reward(granted)} ${to}.`
        : `La règle ${name} confirme ${quantity(granted)} ${to}.`;
    case 'clipped':
      return isSettled(decision)
        ? `La règle ${name} confirme ${quantity(granted)} sur ${quantity(wanted)} ${to}\u202f; le reste est libéré.`
        : `La règle ${name} accorde ${reward(granted)} au lieu de ${quantity(wanted)} ${to}\u202f; ses limites ne laissent pas davantage.`;
    case 'pending':
      return pending(told);
    case 'awaiting-approval': {
      const above =
        rule?.approval === undefined ? '' : `, comme pour tout montant supérieur à ${quantity(rule.approval.above)}`;
      return `La règle ${name} accorderait ${reward(wanted)} ${to}, mais une approbation est attendue${above}.`;
    }
    case 'held': {
      const open = desired === null ? '' : `, et le montant de ${quantity(desired)} reste en attente`;
      return `La règle ${name} ne décide pas encore ${about}\u202f; des données manquent ou sont inutilisables${open}.`;
    }
    case 'denied':
      return denied(told);
    case 'capped':
      return `La règle ${name} accorderait ${reward(wanted)} ${to}, mais ses plafonds ne laissent rien.`;
    case 'budget-exhausted': {
      const which = budget === null ? 'son budget' : `le budget ${speech.quote(speech.name(budget.budget))}`;
      return `La règle ${name} accorderait ${reward(wanted)} ${to}, mais ${which} ne laisse rien.`;
    }
    case 'duplicate':
      return duplicate(told);
    case 'conflict':
      return `La règle ${name} n’accorde rien de plus ${to}\u202f; sa version ${version} en a déjà décidé avec un autre résultat\u202f; à présent, elle aboutit à ${quantity(wanted)}.`;
    case 'not-in-force':
      return `La règle ${name} n’accorde rien ${to}\u202f; ${notInForce(told)}.`;
    case 'excluded': {
      const winner = excludedBy === null ? 'une autre règle' : `la règle ${speech.quote(speech.name(excludedBy))}`;
      const group = rule?.exclusiveGroup === undefined ? '' : ` du groupe ${speech.quote(rule.exclusiveGroup)}`;
      return `La règle ${name} n’accorde pas ${reward(wanted)} ${to}\u202f; ${winner}${group} a déjà accordé, et une seule le peut.`;
    }
    case 'voided': {
      const days = phasesTold(told)?.voidAfterDays;
      const within = days === undefined ? 'à temps' : `en ${countPhrase(speech.locale, days, '# jour', '# jours')}`;
      const why = fact === '' ? `rien ne l’a réglé ${within}` : 'la condition qui l’annule est remplie';
      return `La règle ${name} annule ce qui était en attente ${about}\u202f; ${why}.`;
    }
    case 'reversed':
      return `La règle ${name} reprend ${quantity(0 - granted)} sur ${quantity(wanted)} ${to}${policyWords(rule)}.`;
    default:
      return `La règle ${name} a donné le résultat ${speech.quote(outcome satisfies never)} ${about}, que cette version ne sait pas décrire.`;
  }
}
