import { stepEntry, voidEntries } from './awardSteps.js';
import { awardTotal, type AwardState } from './awardState.js';
import { blankDecision } from './blankDecision.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import { append, contextOf, type EvaluationState } from './evaluationState.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardDecision } from './rewardDecision.js';
import { expiryOf } from './rewardExpiry.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { splitAmount } from './splitAmount.js';
import { missingFacts } from '../conditions/traceLeaves.js';

/** Posts an amount of what is pending; the rest returns. */
function postEntries(
  state: EvaluationState,
  { rule }: CompiledRule,
  award: AwardState,
  { id, on }: RewardFact,
  amount: number,
): LedgerEntry[] {
  const open = award.parts.filter(([, { pending }]) => pending > 0);
  const weights = open.map(([member, { pending }]) => ({ member, weight: pending }));
  const parts = new Map(splitAmount(amount, weights).map((part) => [part.member, part.amount]));
  return open.map(([member, { pending }]) => {
    const own = parts.get(member) ?? 0;
    return stepEntry(award, member, {
      kind: 'post',
      on,
      bookedOn: state.asOf,
      amount: own,
      pending: -pending,
      fact: id,
      expiresOn: expiryOf(rule, on, state.rules.fiscalYearStart),
      budgetEffect: award.budget === null ? null : { posted: own, reserved: -pending },
    });
  });
}

/**
 * Posts or voids a pending grant. Whether the rule is still in force does not matter: what was set aside is owed an answer.
 */
export function settleAward(
  state: EvaluationState,
  compiled: CompiledRule,
  fact: RewardFact,
  award: AwardState,
): RewardDecision | null {
  const { post, postAmount } = compiled;
  if (post === null) return null;
  const { subject, occurrence } = award;
  const names = { subject, occurrence };
  const pending = awardTotal(award, 'pending');
  if (pending === 0) return blankDecision(compiled, fact, 'duplicate', names);
  const context = contextOf(state, fact);
  const voiding = compiled.void?.explain(context) ?? null;
  if (voiding?.truth === 'true') {
    const entries = append(state, voidEntries(award, fact.on, state.asOf, fact.id));
    return blankDecision(compiled, fact, 'voided', { ...names, trace: voiding, entries });
  }
  const trace = post.explain(context);
  const known = { ...names, trace, desired: pending };
  if (trace.truth === 'unknown')
    return blankDecision(compiled, fact, 'held', { ...known, missing: missingFacts(trace) });
  if (trace.truth === 'false') return blankDecision(compiled, fact, 'pending', known);
  const asked = postAmount === null ? pending : postAmount(fact.data);
  if (!Number.isSafeInteger(asked) || (asked as number) < 0) {
    const path = compiled.rule.settle?.mode === 'two-phase' ? compiled.rule.settle.postAmount : undefined;
    return blankDecision(compiled, fact, 'held', { ...known, missing: path === undefined ? [] : [path] });
  }
  const amount = asked as number;
  // More than was set aside cannot be taken from it: the grant stays pending for another choice.
  if (amount > pending) return blankDecision(compiled, fact, 'denied', { ...known, desired: amount });
  const entries = append(state, postEntries(state, compiled, award, fact, amount));
  return blankDecision(compiled, fact, amount < pending ? 'clipped' : 'granted', {
    ...known,
    granted: amount,
    entries,
  });
}
