import { countPhrase } from '../../core/locale.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { phasesOf } from '../rules/ruleParts.js';
import type { Condition } from '../conditions/condition.js';
import { grantSentences } from './amountRuleWords.js';
import { claimOf } from './claim.js';
import { claimInFrench, numberedInFrench } from './claimInFrench.js';
import { capReach } from './limitWords.js';
import type { Speech } from './speech.js';
import { ruleTitle } from './toldDecision.js';

// A narrow no-break space (U+202F) stands before : ; ? ! and inside « ».

function identity(speech: Speech, rule: RewardRule): string {
  const { from, through } = rule.validity ?? {};
  const start = from === undefined ? '' : through === undefined ? ` à partir du ${from}` : ` du ${from}`;
  const end = through === undefined ? '' : from === undefined ? ` jusqu’au ${through} inclus` : ` au ${through} inclus`;
  const title = ruleTitle(speech, rule.id, rule);
  const generation = (rule.generation ?? 1) > 1 ? `, génération ${rule.generation ?? 1}` : '';
  const state = { draft: 'à l’état de brouillon', active: 'en vigueur', paused: 'suspendue', ended: 'terminée' }[
    rule.state
  ];
  const days = `${start}${end}`;
  const isSpan = rule.state === 'active' || days === '';
  return `La règle ${speech.quote(title)}, version ${rule.version}${generation}, est ${state}${isSpan ? days : `, valable${days}`}.`;
}

function trigger({ quote, name }: Speech, { trigger: own }: RewardRule): string {
  if (own.kind === 'event') return `Elle examine chaque événement ${quote(name(own.event))}.`;
  if (own.kind === 'metric-result') return `Elle examine chaque résultat de l’indicateur ${quote(name(own.metric))}.`;
  const period = { month: 'chaque mois', quarter: 'chaque trimestre', year: 'chaque année' }[own.period];
  return `Elle examine ${period} à sa clôture.`;
}

function when(speech: Speech, condition: Condition): string {
  const claim = claimOf(condition);
  return claim.op === 'all' && claim.of.length > 1
    ? `Elle accorde la récompense quand toutes ces conditions sont remplies\u202f: ${numberedInFrench(speech, claim.of)}.`
    : `Elle accorde la récompense à cette condition\u202f: ${claimInFrench(speech, claim)}.`;
}

function settlement(speech: Speech, rule: RewardRule): string[] {
  const phases = phasesOf(rule);
  if (phases === null) return [];
  const { on, post, void: voided, postAmount, voidAfterDays } = phases;
  const clause = (own: Condition): string => claimInFrench(speech, claimOf(own));
  const events = on.map((own) => speech.quote(speech.name(own))).join(' ou ');
  return [
    `L’attribution est d’abord réservée, jusqu’à l’événement qui la règle\u202f: ${events}.`,
    `L’attribution devient définitive à cette condition\u202f: ${clause(post)}.`,
    ...(voided === undefined ? [] : [`L’attribution est annulée à cette condition\u202f: ${clause(voided)}.`]),
    ...(postAmount === undefined
      ? []
      : [`Le montant définitif est donné par ${speech.fact(postAmount)}\u202f; le reste est libéré.`]),
    `Ce qui n’est pas réglé sous ${countPhrase(speech.locale, voidAfterDays, '# jour', '# jours')} est annulé.`,
  ];
}

function limits(speech: Speech, rule: RewardRule, quantity: (amount: number) => string): string[] {
  const { fact, quote, name } = speech;
  const { approval, caps = [], account, network, budget, exclusiveGroup: group, priority = 0 } = rule;
  return [
    ...(approval === undefined
      ? []
      : [
          `Au-dessus de ${quantity(approval.above)}, l’attribution attend que ceci soit vrai\u202f: ${fact(approval.fact)}.`,
        ]),
    ...caps.map((cap) => {
      const beyond =
        cap.overflow === 'clip'
          ? 'une attribution qui le dépasse est réduite à ce qui reste'
          : 'une attribution qui le dépasse est refusée en entier';
      return `Plafond\u202f: ${quantity(cap.limit)} ${capReach(speech, cap)}\u202f; ${beyond}.`;
    }),
    ...(account === undefined ? [] : [`Le compte est désigné par ${fact(account)}.`]),
    ...(network === undefined ? [] : [`Le réseau est désigné par ${fact(network)}.`]),
    ...(budget === undefined ? [] : [`Le coût est imputé au budget ${quote(name(budget))}.`]),
    ...(group === undefined
      ? []
      : [`Parmi les règles du groupe ${quote(group)}, une seule accorde au même attributaire pour le même motif.`]),
    ...(priority === 0 ? [] : [`Sa priorité est ${speech.number(priority)}\u202f; les plus hautes passent d’abord.`]),
  ];
}

function reversal(speech: Speech, { reversal: own }: RewardRule): string[] {
  if (own === undefined) return [];
  const events = own.on.map((id) => speech.quote(speech.name(id))).join(' ou ');
  const how = {
    full: 'en totalité, même si le solde devient négatif',
    'within-balance': 'sans dépasser ce que le bénéficiaire a encore',
    'pending-only': 'seulement ce qui est encore en attente',
  }[own.policy];
  return [
    `L’événement ${events} fait reprendre l’attribution, ${how}, à cette condition\u202f: ${claimInFrench(speech, claimOf(own.when))}.`,
    own.booking === 'original-period'
      ? 'Ce qui est repris est inscrit dans la période de l’attribution.'
      : 'Ce qui est repris est inscrit dans la période où cela arrive.',
    ...(own.release === true ? ['Ce qui est repris retourne au budget.'] : []),
  ];
}

function expiry({ locale }: Speech, { expiry: own }: RewardRule): string[] {
  if (own === undefined) return [];
  if ('afterDays' in own)
    return [
      `Ce qui est accordé expire ${countPhrase(locale, own.afterDays, '# jour', '# jours')} après l’attribution.`,
    ];
  const { endOf, plusYears = 0 } = own;
  const later = plusYears === 0 ? '' : countPhrase(locale, plusYears, ', # an plus tard', ', # ans plus tard');
  const year = endOf === 'civil-year' ? 'l’année civile' : 'l’exercice';
  return [`Ce qui est accordé expire à la fin de ${year} de l’attribution${later}.`];
}

/** Reads a rule back in French, one sentence after the other. */
export function ruleInFrench(speech: Speech, rule: RewardRule): string[] {
  const { fact, locale } = speech;
  const quantity = (amount: number): string => speech.quantity(rule.grant.kind, rule.grant.unit, amount);
  const days = rule.correctionWindowDays;
  return [
    identity(speech, rule),
    trigger(speech, rule),
    `La récompense revient à l’attributaire que désigne ${fact(rule.subject)}, une fois pour chaque valeur lue ici\u202f: ${fact(rule.occurrence)}.`,
    when(speech, rule.when),
    ...grantSentences(speech, rule.grant),
    ...settlement(speech, rule),
    ...limits(speech, rule, quantity),
    ...reversal(speech, rule),
    ...expiry(speech, rule),
    ...(days === undefined
      ? []
      : [
          `Les faits tardifs corrigent l’attribution pendant ${countPhrase(locale, days, '# jour', '# jours')} au plus.`,
        ]),
    rule.onUnknown === 'hold'
      ? 'Quand des données manquent, la règle les attend.'
      : 'Quand des données manquent, la règle n’accorde rien.',
  ];
}
