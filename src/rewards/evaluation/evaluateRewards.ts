import { requireObject, requireOption } from '../../core/options.js';
import { isCivilDate } from '../../core/period.js';
import type { RewardBudget } from '../rules/budget.js';
import { compileRules, type CompiledRules, type CompileRulesOptions } from '../rules/compileRules.js';
import { decideDays, type RunInput } from './decideDays.js';
import { requireEntries, type LedgerEntry } from '../ledger/ledgerEntry.js';
import type { MetricFact } from '../conditions/metricFact.js';
import { rebuild } from './rebuild.js';
import { requireResults, resultFinder } from '../conditions/resultFinder.js';
import type { RewardDecision } from './rewardDecision.js';
import type { RewardFact } from '../rules/rewardFact.js';
import { distinctFacts, isCompiled, requireBudgets } from './rewardInput.js';
import type { RewardRule } from '../rules/rewardRule.js';

/** What rewards are evaluated from. */
export interface RewardInput extends CompileRulesOptions {
  /** The rules, or what {@link compileRules} made of them. */
  readonly rules: readonly RewardRule[] | CompiledRules;
  /** What happened. In mode `'rebuild'`, everything that happened from `rebuildFrom` on. */
  readonly facts: readonly RewardFact[];
  /** Results of metrics, for conditions on them. */
  readonly results?: readonly MetricFact[] | undefined;
  /** The ledger so far: all entries that caps, balances and pending grants depend on. */
  readonly ledger?: readonly LedgerEntry[] | undefined;
  /** The budgets as the host keeps them, the ledger included. */
  readonly budgets?: readonly RewardBudget[] | undefined;
  /** Civil date of the evaluation: facts of a later day wait. */
  readonly asOf: string;
  /**
   * `'append'` never changes what was decided: first recorded, first served. `'rebuild'` decides anew everything from `rebuildFrom` on
   * and gives the difference as correcting entries.
   * @defaultValue `'append'`
   */
  readonly mode?: 'append' | 'rebuild' | undefined;
  /** First day that is decided anew; needed in mode `'rebuild'`. */
  readonly rebuildFrom?: string | undefined;
}

/** What rewards came to: plain JSON. */
export interface RewardEvaluation {
  /** How each rule decided on each fact, in the order of deciding. */
  readonly decisions: readonly RewardDecision[];
  /** The entries to append, in one transaction, each key once. */
  readonly entries: readonly LedgerEntry[];
  /** The budgets with these entries, in code-unit order of their ids. */
  readonly budgets: readonly RewardBudget[];
  /** Ids of the facts that lie after the day of the evaluation, in code-unit order. */
  readonly later: readonly string[];
}

function append(run: RunInput): Omit<RewardEvaluation, 'later'> {
  const { decisions, entries, budgets } = decideDays(run);
  return { decisions, entries, budgets: Array.from(budgets.values()) };
}

/**
 * Evaluates reward rules on facts: who is granted what, and why, with the entries to append to the ledger.
 *
 * Use it in a service that rewards, in a nightly job, or, with facts of the past and an empty ledger, to try rules out. It is pure: no
 * clock, no randomness, no I/O; the same input in any order gives the same output, and evaluating again what is in the ledger gives
 * nothing new. The host appends the entries in one transaction, with a unique index on `key` and a check of the budgets' version:
 * two runs at the same time cannot be kept apart by a pure function.
 *
 * @param input - Rules, facts, results, ledger, budgets and the day.
 * @returns Decisions with their traces, entries, and the budgets after them.
 * @throws TypeError or RangeError with code `CX_INVALID_RULE` for a rule that is not written as the language says or a budget of another
 * unit, `CX_INVALID_DATE` for a fact whose day is no civil date, `CX_INVALID_INPUT` for facts or entries of another shape and for
 * sums that are no longer exact, and `CX_INVALID_OPTION` for anything else out of place.
 * @remarks Days are decided one after the other, within a day by priority, rule, subject, occurrence and fact in code units. A batch that
 * is split in two at a day's end decides as one; split within a day, caps may fall otherwise: that is what mode `'rebuild'` is for.
 * @example
 * ```ts
 * import { evaluateRewards, type RewardRule } from 'cx-scoring/rewards';
 *
 * const rule: RewardRule = {
 *   format: 1,
 *   id: 'field-insight',
 *   version: 1,
 *   state: 'active',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   subject: ['author', 'id'],
 *   occurrence: ['insight', 'id'],
 *   when: { op: 'eq', fact: ['insight', 'actionable'], value: true },
 *   grant: { kind: 'points', unit: 'pt', amount: { kind: 'fixed', amount: 50 } },
 *   onUnknown: 'hold',
 * };
 * const fact = {
 *   id: 'f1',
 *   trigger: { kind: 'event', event: 'insight.validated' },
 *   on: '2026-11-02',
 *   data: { author: { id: 'lea' }, insight: { id: 'i7', actionable: true } },
 * } as const;
 * const first = evaluateRewards({ rules: [rule], facts: [fact], asOf: '2026-11-30' });
 * first.decisions[0]?.outcome; // => 'granted'
 * first.entries[0]?.amount; // => 50
 * const again = evaluateRewards({ rules: [rule], facts: [fact], ledger: first.entries, asOf: '2026-12-01' });
 * again.decisions[0]?.outcome; // => 'duplicate'
 * again.entries; // => []
 * ```
 */
export function evaluateRewards(input: RewardInput): RewardEvaluation {
  requireObject('evaluateRewards: input', 'an object', input);
  const { facts, results = [], ledger = [], budgets = [], asOf, mode = 'append', rebuildFrom } = input;
  requireOption(isCivilDate(asOf), 'evaluateRewards', 'asOf', 'a civil date YYYY-MM-DD', asOf);
  requireOption(mode === 'append' || mode === 'rebuild', 'evaluateRewards', 'mode', '"append" or "rebuild"', mode);
  const isFrom = mode === 'append' || isCivilDate(rebuildFrom);
  requireOption(isFrom, 'evaluateRewards', 'rebuildFrom', 'a civil date YYYY-MM-DD in mode "rebuild"', rebuildFrom);
  const rules = isCompiled(input.rules) ? input.rules : compileRules(input.rules, input);
  requireBudgets(rules, budgets);
  requireEntries('evaluateRewards', ledger);
  requireResults('evaluateRewards', results);
  const distinct = distinctFacts(facts);
  const run: RunInput = {
    rules,
    facts: distinct.filter(({ on }) => on <= asOf),
    findResult: resultFinder(results),
    ledger,
    budgets,
    asOf,
    former: null,
  };
  const later = distinct
    .filter(({ on }) => on > asOf)
    .map(({ id }) => id)
    .sort();
  const { decisions, entries, budgets: after } = mode === 'append' ? append(run) : rebuild(run, rebuildFrom as string);
  const inOrder = Array.from(after).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { decisions, entries, budgets: inOrder, later };
}
