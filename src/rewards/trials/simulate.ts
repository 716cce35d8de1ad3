import { requireObject } from '../../core/options.js';
import { toPeriod } from '../../core/period.js';
import { requireSafe } from '../evaluation/datedSum.js';
import type { RewardDecision, RewardOutcome } from '../evaluation/rewardDecision.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardRule } from '../rules/rewardRule.js';
import { budgetUses } from './budgetUse.js';
import { countRefusals, withheldBy } from './refusalReason.js';
import type { OutcomeCounts, RewardSimulation, SimulatedRule } from './rewardSimulation.js';
import { groupedBy, sumRewards } from './rewardSum.js';
import { runTrial, type TrialInput } from './trialInput.js';

/** What {@link simulate} looks at. */
export interface SimulationInput extends TrialInput {
  /** The rules to try. */
  readonly rules: readonly RewardRule[];
}

function countOutcomes(decisions: readonly RewardDecision[]): OutcomeCounts {
  const counts: Record<RewardOutcome, number> = {
    granted: 0,
    clipped: 0,
    pending: 0,
    'awaiting-approval': 0,
    held: 0,
    denied: 0,
    capped: 0,
    'budget-exhausted': 0,
    duplicate: 0,
    conflict: 0,
    'not-in-force': 0,
    excluded: 0,
    voided: 0,
    reversed: 0,
  };
  for (const { outcome } of decisions) counts[outcome]++;
  return counts;
}

function simulatedRule(
  { id, version, state }: RewardRule,
  decisions: readonly RewardDecision[],
  entries: readonly LedgerEntry[],
): SimulatedRule {
  const members = groupedBy(entries, ({ member }) => member).filter(([, own]) =>
    own.some(({ amount, pending }) => amount > 0 || pending > 0),
  );
  return {
    rule: id,
    version,
    state,
    sums: sumRewards(entries),
    members: members.length,
    outcomes: countOutcomes(decisions),
    withheld: decisions.reduce((sum, decision) => requireSafe(sum + withheldBy(decision)), 0),
    refusals: countRefusals(decisions),
  };
}

/**
 * Tells what rules would have granted on what happened: last year's facts, by member, rule, month and unit, with what was refused and why.
 *
 * Use it before a programme begins or changes: what it costs, whom it reaches, when its budgets run out, and which condition keeps
 * most people from a reward. Two sets of rules are compared by {@link diffRules}.
 *
 * @param input - Rules, facts, results, budgets and the last day; the ledger is empty unless given.
 * @returns Sums, counts, causes of refusals, the use of budgets, and the entries that would have been written: plain JSON. Amounts are
 * whole numbers in units of the grant.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a rule that is not written as the language says, `CX_INVALID_DATE` for a
 * fact whose day is no civil date, `CX_INVALID_INPUT` for facts or entries of another shape and sums that are no longer exact, and
 * `CX_INVALID_OPTION` for anything else out of place.
 * @remarks It runs `evaluateRewards`, the code that pays, once over all facts. That decides one day after the other, so that running it
 * every evening would have granted the same; only `bookedOn` of the entries, the day of the evaluation, would differ. Facts that
 * arrived late in reality are taken on the day they happened. A rule of two phases needs the facts that settle its grants among those given:
 * without them it ends at 0 `granted`, and what was set aside is pending until the last day, or `voided` where its time ran out before.
 * `members` of a rule counts all for whom something was granted or set aside, also where that came to nothing.
 * @example
 * ```ts
 * import { simulate, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'draft',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   subject: ['author'],
 *   occurrence: ['insight'],
 *   when: { op: 'eq', fact: ['actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * const trigger = { kind: 'event', event: 'insight.validated' } as const;
 * const facts = [
 *   { id: 'f1', trigger, on: '2026-03-02', data: { author: 'lea', insight: 'i1', actionable: true } },
 *   { id: 'f2', trigger, on: '2026-04-09', data: { author: 'lea', insight: 'i2', actionable: false } },
 * ];
 * const trial = simulate({ rules: [rule], facts, asOf: '2026-12-31', drafts: 'try' });
 * trial.totals[0]?.granted; // => 50
 * trial.refusals[0]?.fact; // => ['actionable']
 * trial.tried; // => ['field-insight']
 * simulate({ rules: [rule], facts, asOf: '2026-12-31' }).totals; // => []
 * ```
 */
export function simulate(input: SimulationInput): RewardSimulation {
  requireObject('simulate: input', 'an object', input);
  const { rules, budgets = [], asOf } = input;
  const { decisions, entries, drafts, tried, later, budgets: budgetsAfter } = runTrial('simulate', rules, input);
  const ofRule = new Map(groupedBy(decisions, ({ rule }) => rule));
  const entriesOf = new Map(groupedBy(entries, ({ rule }) => rule?.id ?? ''));
  const inOrder = Array.from(rules).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    asOf,
    drafts,
    tried,
    totals: sumRewards(entries),
    members: groupedBy(entries, ({ member }) => member).map(([member, own]) => ({ member, sums: sumRewards(own) })),
    rules: inOrder.map((rule) => simulatedRule(rule, ofRule.get(rule.id) ?? [], entriesOf.get(rule.id) ?? [])),
    months: groupedBy(entries, ({ on }) => toPeriod(on, { unit: 'month' })).map(([month, own]) => ({
      month,
      sums: sumRewards(own),
    })),
    outcomes: countOutcomes(decisions),
    refusals: countRefusals(decisions),
    budgets: budgetUses(budgets, decisions, entries),
    budgetsAfter,
    later,
    entries,
  };
}
