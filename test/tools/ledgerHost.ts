import type { RewardBudget } from '../../src/rewards/rules/budget.js';
import type { CompiledRules } from '../../src/rewards/rules/compileRules.js';
import type { RewardRule } from '../../src/rewards/rules/rewardRule.js';
import type { LedgerEntry } from '../../src/rewards/ledger/ledgerEntry.js';

/** The ledger as a host keeps it. */
export interface Host {
  readonly rules: readonly RewardRule[];
  readonly compiled: CompiledRules;
  ledger: readonly LedgerEntry[];
  budgets: readonly RewardBudget[];
}

/** Throws unless two things are the same plain JSON. */
export function same(what: string, got: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}:\n  library ${a}\n  model   ${b}`);
}

export function holds(what: string, does: boolean): void {
  if (!does) throw new Error(what);
}

export const assetOf = (unit: string): 'points' | 'money' => (unit === 'pt' ? 'points' : 'money');
