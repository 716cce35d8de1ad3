import type { ParameterValue } from '../../core/definition.js';
import { stepEntry } from './awardSteps.js';
import { awardTotal, type AwardPart, type AwardState } from './awardState.js';
import { blankDecision } from './blankDecision.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import { append, contextOf, type EvaluationState } from './evaluationState.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardDecision } from './rewardDecision.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RuleReversal } from '../rules/rewardRule.js';
import { missingFacts } from '../conditions/traceLeaves.js';

/**
 * How much of what was granted is taken back from a member, and whether that leaves less than nothing. What the member still has is what
 * there was on the day and had not ended, less what was spent or taken back since: a later spend is not clawed back, and a later grant
 * does not pay for it.
 */
function takenFrom(
  state: EvaluationState,
  { policy }: RuleReversal,
  award: AwardState,
  member: string,
  { amount }: AwardPart,
  on: string,
): { readonly taken: number; readonly negative: boolean } {
  if (policy === 'pending-only') return { taken: 0, negative: false };
  const of = { member, asset: award.asset, unit: award.unit, award: award.key };
  const { then, moved, now } = state.ledger.balanceOf(of, on);
  if (policy === 'full') return { taken: amount, negative: amount > now };
  const before = state.former?.find(award.key);
  const left = before?.reversed === true ? before.parts.find(([id]) => id === member)?.[1].amount : undefined;
  // What was taken back once is not reckoned again from balances that have moved since.
  if (left !== undefined) return { taken: Math.max(0, Math.min(amount, amount - left)), negative: false };
  const has = then + Math.min(0, moved);
  return { taken: Math.max(0, Math.min(amount, has)), negative: false };
}

/** Takes back a grant, once, by new entries: what is pending always, what is granted as the policy says. */
export function reverseAward(
  state: EvaluationState,
  compiled: CompiledRule,
  fact: RewardFact,
  award: AwardState,
): RewardDecision | null {
  const { reverse } = compiled;
  const { reversal } = compiled.rule;
  if (reverse === null || reversal === undefined) return null;
  const { subject, occurrence } = award;
  const trace = reverse.explain(contextOf(state, fact));
  const names = { subject, occurrence, trace };
  if (trace.truth === 'false') return null;
  if (award.reversed) return blankDecision(compiled, fact, 'duplicate', names);
  if (trace.truth === 'unknown')
    return blankDecision(compiled, fact, 'held', { ...names, missing: missingFacts(trace) });
  const { booking = 'current-period', release = false } = reversal;
  const isOriginal = booking === 'original-period';
  // Booked in the period of the grant, the entry says in its payload on which day it happened.
  const payload: ParameterValue = isOriginal
    ? { ...(Object(award.payload) as { readonly [name: string]: ParameterValue }), reversedOn: fact.on }
    : award.payload;
  const entries: LedgerEntry[] = [];
  for (const [member, part] of award.parts) {
    const { taken, negative } = takenFrom(state, reversal, award, member, part, fact.on);
    if (taken === 0 && part.pending === 0) continue;
    entries.push(
      stepEntry(award, member, {
        kind: 'reverse',
        on: isOriginal ? award.on : fact.on,
        bookedOn: state.asOf,
        // Not -0.
        amount: 0 - taken,
        pending: 0 - part.pending,
        fact: fact.id,
        negative,
        payload,
        budgetEffect: award.budget === null ? null : { posted: release ? 0 - taken : 0, reserved: 0 - part.pending },
      }),
    );
  }
  const desired = awardTotal(award, 'amount') + awardTotal(award, 'pending');
  if (entries.length === 0)
    return blankDecision(compiled, fact, 'denied', { ...names, desired, reversalPolicy: reversal.policy });
  const granted = entries.reduce((sum, entry) => sum + entry.amount + entry.pending, 0);
  return blankDecision(compiled, fact, 'reversed', { ...names, desired, granted, entries: append(state, entries) });
}
