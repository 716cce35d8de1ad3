import { countPhrase } from '../../core/locale.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { isSettled, lastDayTold, phasesTold, type ToldDecision } from './toldDecision.js';

function forWhat({ decision: { subject, occurrence, on }, speech }: ToldDecision, to: 'to' | 'for' | 'from'): string {
  const who = subject === null ? 'somebody whom the fact does not name' : speech.name(subject);
  const what = occurrence === null ? 'something that the fact does not name' : speech.name(occurrence);
  return `${to} ${who} for ${what} on ${on}`;
}

function pending(told: ToldDecision): string {
  const { decision, name, reward, quantity } = told;
  const { desired, granted, trace } = decision;
  const about = forWhat(told, 'for');
  if (trace?.truth === 'false' && desired !== null)
    return `Rule ${name} keeps ${quantity(desired)} pending ${about}: the condition that makes it final does not hold.`;
  const less = desired !== null && granted < desired ? ` instead of ${quantity(desired)}` : '';
  const last = lastDayTold(told);
  const until = last === null ? '' : ` What is not settled by ${last} is voided.`;
  return `Rule ${name} sets aside ${reward(granted)}${less} ${about}, until it is settled.${until}`;
}

function duplicate(told: ToldDecision): string {
  const { decision, name, quantity } = told;
  const { desired, trace } = decision;
  const about = forWhat(told, 'to');
  if (desired !== null)
    return `Rule ${name} grants nothing more ${about}: it has decided on this before, and does not grant ${quantity(desired)} twice.`;
  return trace === null
    ? `Rule ${name} settles nothing ${forWhat(told, 'for')}: nothing is pending any more.`
    : `Rule ${name} takes nothing back ${forWhat(told, 'from')}: it has done so before.`;
}

const LACKING = 'facts are missing or unusable, and the rule does not wait for them';

function nothingLeft(policy: string, amount: number, quantity: ToldDecision['quantity']): string {
  if (amount > 0 && policy === 'pending-only')
    return `of ${quantity(amount)} nothing is pending any more, and only what is pending is taken back`;
  if (amount > 0 && policy === 'within-balance')
    return `of ${quantity(amount)} the beneficiary has nothing left, and no more is taken back`;
  return 'nothing is left to take back';
}

function denied(told: ToldDecision): string {
  const { decision, name, quantity } = told;
  const { desired, trace, missing, reversalPolicy } = decision;
  const nothing = `Rule ${name} grants nothing ${forWhat(told, 'to')}: `;
  if (missing.length > 0 || trace?.truth === 'unknown') return `${nothing}${LACKING}.`;
  if (trace?.truth !== 'true') return `${nothing}its condition does not hold.`;
  if (desired === null) return `${nothing}${LACKING}.`;
  if (reversalPolicy !== undefined)
    return `Rule ${name} takes nothing back ${forWhat(told, 'from')}: ${nothingLeft(reversalPolicy, desired, quantity)}.`;
  return `Rule ${name} changes nothing ${forWhat(told, 'for')}: more than is pending was asked for, ${quantity(desired)}.`;
}

function notInForce({ decision, rule }: ToldDecision): string {
  const { from, through } = rule?.validity ?? {};
  const word = { draft: 'is a draft', active: 'is active', paused: 'is paused', ended: 'has ended' };
  if (rule !== null && rule.state !== 'active') return `it ${word[rule.state]}`;
  if (from !== undefined && decision.on < from) return `it is in force from ${from} only`;
  return through !== undefined && decision.on > through
    ? `it was in force through ${through} only`
    : 'it was not in force on that day';
}

function policyWords(rule: RewardRule | null): string {
  if (rule?.reversal === undefined) return '';
  const { policy } = rule.reversal;
  if (policy === 'full') return ', all of it, even where that leaves less than nothing';
  return policy === 'pending-only' ? ', only what was still pending' : ', no more than the beneficiary still had';
}

/** Says in English how a rule decided: one sentence, two where there is a deadline. */
export function outcomeInEnglish(told: ToldDecision): string {
  const { decision, name, reward, quantity, rule, speech } = told;
  const { outcome, desired, granted, budget, excludedBy, fact, version } = decision;
  const to = forWhat(told, 'to');
  const about = forWhat(told, 'for');
  const wanted = desired ?? 0;
  switch (outcome) {
    case 'granted':
      return phasesTold(told) === null
        ? `Rule ${name} grants ${reward(granted)} ${to}.`
        : `Rule ${name} makes ${quantity(granted)} final ${about}.`;
    case 'clipped':
      return isSettled(decision)
        ? `Rule ${name} makes ${quantity(granted)} of ${quantity(wanted)} final ${about}; the remainder returns.`
        : `Rule ${name} grants ${reward(granted)} instead of ${quantity(wanted)} ${to}: its limits leave no more.`;
    case 'pending':
      return pending(told);
    case 'awaiting-approval': {
      const above = rule?.approval === undefined ? '' : `, as every amount above ${quantity(rule.approval.above)} does`;
      return `Rule ${name} would grant ${reward(wanted)} ${to}, but this waits for an approval${above}.`;
    }
    case 'held': {
      const open = desired === null ? '' : `, and ${quantity(desired)} stays pending`;
      return `Rule ${name} does not decide yet ${about}: facts are missing or unusable${open}.`;
    }
    case 'denied':
      return denied(told);
    case 'capped':
      return `Rule ${name} would grant ${reward(wanted)} ${to}, but its caps leave nothing.`;
    case 'budget-exhausted': {
      const which = budget === null ? 'its budget' : `the budget ${speech.quote(speech.name(budget.budget))}`;
      return `Rule ${name} would grant ${reward(wanted)} ${to}, but ${which} leaves nothing.`;
    }
    case 'duplicate':
      return duplicate(told);
    case 'conflict':
      return `Rule ${name} grants nothing more ${to}: its version ${version} decided on this before and came to another result; now it comes to ${quantity(wanted)}.`;
    case 'not-in-force':
      return `Rule ${name} grants nothing ${to}: ${notInForce(told)}.`;
    case 'excluded': {
      const winner = excludedBy === null ? 'another rule' : `rule ${speech.quote(speech.name(excludedBy))}`;
      const group = rule?.exclusiveGroup === undefined ? '' : ` of the group ${speech.quote(rule.exclusiveGroup)}`;
      return `Rule ${name} does not grant ${reward(wanted)} ${to}: ${winner}${group} has granted already, and only one may.`;
    }
    case 'voided': {
      const days = phasesTold(told)?.voidAfterDays;
      const within = days === undefined ? 'in time' : `within ${countPhrase(speech.locale, days, '# day', '# days')}`;
      const why = fact === '' ? `nothing settled it ${within}` : 'the condition that voids it holds';
      return `Rule ${name} voids what was pending ${about}: ${why}.`;
    }
    case 'reversed':
      return `Rule ${name} takes back ${quantity(0 - granted)} of ${quantity(wanted)} ${forWhat(told, 'from')}${policyWords(rule)}.`;
    default:
      return `Rule ${name} came to the outcome ${speech.quote(outcome satisfies never)} ${about}, for which this version has no words.`;
  }
}
