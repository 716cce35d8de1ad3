import { countPhrase } from '../../core/locale.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { phasesOf } from '../rules/ruleParts.js';
import type { Condition } from '../conditions/condition.js';
import { grantSentences } from './amountRuleWords.js';
import { claimOf } from './claim.js';
import { claimInEnglish, numberedInEnglish } from './claimInEnglish.js';
import { capReach } from './limitWords.js';
import type { Speech } from './speech.js';
import { ruleTitle } from './toldDecision.js';

function identity(speech: Speech, rule: RewardRule): string {
  const { from, through } = rule.validity ?? {};
  const days = [from === undefined ? '' : ` from ${from}`, through === undefined ? '' : ` through ${through}`].join('');
  const title = ruleTitle(speech, rule.id, rule);
  const generation = (rule.generation ?? 1) > 1 ? `, generation ${rule.generation ?? 1}` : '';
  const state = { draft: 'is a draft', active: 'is in force', paused: 'is paused', ended: 'has ended' }[rule.state];
  const isSpan = rule.state === 'active' || days === '';
  return `Rule ${speech.quote(title)}, version ${rule.version}${generation}, ${state}${isSpan ? days : `, valid${days}`}.`;
}

function trigger({ quote, name }: Speech, { trigger: own }: RewardRule): string {
  if (own.kind === 'event') return `It looks at every event ${quote(name(own.event))}.`;
  if (own.kind === 'period-close') return `It looks at every ${own.period} that closes.`;
  return `It looks at every result of the metric ${quote(name(own.metric))}.`;
}

function when(speech: Speech, condition: Condition): string {
  const claim = claimOf(condition);
  return claim.op === 'all' && claim.of.length > 1
    ? `It grants when all of these hold: ${numberedInEnglish(speech, claim.of)}.`
    : `It grants when ${claimInEnglish(speech, claim)}.`;
}

function settlement(speech: Speech, rule: RewardRule): string[] {
  const phases = phasesOf(rule);
  if (phases === null) return [];
  const { on, post, void: voided, postAmount, voidAfterDays } = phases;
  const clause = (own: Condition): string => claimInEnglish(speech, claimOf(own));
  const days = countPhrase(speech.locale, voidAfterDays, '# day', '# days');
  return [
    `The grant is set aside first, until ${on.map((own) => speech.quote(speech.name(own))).join(' or ')} settles it.`,
    `The grant becomes final when ${clause(post)}.`,
    ...(voided === undefined ? [] : [`The grant is voided when ${clause(voided)}.`]),
    ...(postAmount === undefined
      ? []
      : [`How much becomes final is said by ${speech.fact(postAmount)}; the remainder returns.`]),
    `What is not settled within ${days} is voided.`,
  ];
}

function limits(speech: Speech, rule: RewardRule, quantity: (amount: number) => string): string[] {
  const { fact, quote, name } = speech;
  const { approval, caps = [], account, network, budget, exclusiveGroup: group, priority = 0 } = rule;
  return [
    ...(approval === undefined
      ? []
      : [`Amounts above ${quantity(approval.above)} wait until ${fact(approval.fact)} is true.`]),
    ...caps.map((cap) => {
      const beyond =
        cap.overflow === 'clip'
          ? 'a grant that goes beyond it is cut to what is left'
          : 'a grant that goes beyond it is refused as a whole';
      return `Cap: ${quantity(cap.limit)} ${capReach(speech, cap)}; ${beyond}.`;
    }),
    ...(account === undefined ? [] : [`The account is named by ${fact(account)}.`]),
    ...(network === undefined ? [] : [`The network is named by ${fact(network)}.`]),
    ...(budget === undefined ? [] : [`The budget ${quote(name(budget))} pays.`]),
    ...(group === undefined
      ? []
      : [`Of the rules of the group ${quote(group)}, only one grants to the same earner for the same thing.`]),
    ...(priority === 0 ? [] : [`Its priority is ${speech.number(priority)}: higher ones come first.`]),
  ];
}

function reversal(speech: Speech, { reversal: own }: RewardRule): string[] {
  if (own === undefined) return [];
  const events = own.on.map((id) => speech.quote(speech.name(id))).join(' or ');
  const how = {
    full: 'all of it, even where that leaves less than nothing',
    'within-balance': 'no more than the beneficiary still has',
    'pending-only': 'only what is still pending',
  }[own.policy];
  return [
    `On ${events} the grant is taken back when ${claimInEnglish(speech, claimOf(own.when))}: ${how}.`,
    own.booking === 'original-period'
      ? 'What is taken back is booked in the period of the grant.'
      : 'What is taken back is booked in the period in which that happens.',
    ...(own.release === true ? ['The budget gets back what is taken back.'] : []),
  ];
}

function expiry(speech: Speech, { expiry: own }: RewardRule): string[] {
  if (own === undefined) return [];
  if ('afterDays' in own)
    return [`What is granted expires ${countPhrase(speech.locale, own.afterDays, '# day', '# days')} after the grant.`];
  const { endOf, plusYears = 0 } = own;
  const later = plusYears === 0 ? '' : countPhrase(speech.locale, plusYears, ', # year later', ', # years later');
  return [
    `What is granted expires at the end of the ${endOf === 'civil-year' ? 'calendar' : 'fiscal'} year of the grant${later}.`,
  ];
}

/** Reads a rule back in English, one sentence after the other. */
export function ruleInEnglish(speech: Speech, rule: RewardRule): string[] {
  const { fact } = speech;
  const quantity = (amount: number): string => speech.quantity(rule.grant.kind, rule.grant.unit, amount);
  const days = rule.correctionWindowDays;
  return [
    identity(speech, rule),
    trigger(speech, rule),
    `The reward goes to whom ${fact(rule.subject)} names, once for each ${fact(rule.occurrence)}.`,
    when(speech, rule.when),
    ...grantSentences(speech, rule.grant),
    ...settlement(speech, rule),
    ...limits(speech, rule, quantity),
    ...reversal(speech, rule),
    ...expiry(speech, rule),
    ...(days === undefined
      ? []
      : [`Late facts correct the grant for ${countPhrase(speech.locale, days, '# day', '# days')} at most.`]),
    rule.onUnknown === 'hold'
      ? 'Where facts are missing, the rule waits for them.'
      : 'Where facts are missing, the rule grants nothing.',
  ];
}
