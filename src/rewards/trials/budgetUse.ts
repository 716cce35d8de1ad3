import { requireSafe } from '../evaluation/datedSum.js';
import type { RewardDecision } from '../evaluation/rewardDecision.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardBudget } from '../rules/budget.js';
import { withheldByBudget } from './refusalReason.js';
import { groupedBy } from './rewardSum.js';

/** A budget at the end of a day. */
export interface BudgetDay {
  /** The day. */
  readonly on: string;
  /** What is granted for good. */
  readonly posted: number;
  /** What is set aside. */
  readonly reserved: number;
  /** What is left; negative where the host's figures exceed the limit. */
  readonly available: number;
}

/** How a budget was used over a trial. */
export interface BudgetUse {
  /** Id of the budget. */
  readonly budget: string;
  /** Its unit. */
  readonly unit: string;
  /** The most it allows. */
  readonly limit: number;
  /** Granted for good at the end. */
  readonly posted: number;
  /** Set aside at the end. */
  readonly reserved: number;
  /** Left at the end. */
  readonly available: number;
  /** The days on which it moved, each as it ended. */
  readonly days: readonly BudgetDay[];
  /** First day at whose end nothing was left; `null` where something always was. */
  readonly emptyOn: string | null;
  /** First day on which it left a grant less than the caps did; `null` where it never did. */
  readonly shortOn: string | null;
  /** What it kept from grants altogether. */
  readonly withheld: number;
}

function useOf(
  { id, unit, limit, posted, reserved }: RewardBudget,
  decisions: readonly RewardDecision[],
  entries: ReadonlyMap<string, LedgerEntry>,
): BudgetUse {
  const days: BudgetDay[] = [];
  const sum = { posted, reserved };
  let withheld = 0;
  let shortOn: string | null = null;
  // By the day of the decision: what is taken back may be booked in an earlier period, and frees the budget no earlier.
  for (const [on, own] of groupedBy(decisions, (decision) => decision.on)) {
    let moved = false;
    for (const decision of own) {
      const kept = decision.budget?.budget === id ? withheldByBudget(decision) : 0;
      if (kept > 0) shortOn ??= on;
      withheld = requireSafe(withheld + kept);
      for (const key of decision.entries) {
        const entry = entries.get(key);
        if (entry?.budget !== id || entry.budgetEffect === null) continue;
        const { budgetEffect } = entry;
        moved ||= budgetEffect.posted !== 0 || budgetEffect.reserved !== 0;
        sum.posted += budgetEffect.posted;
        sum.reserved += budgetEffect.reserved;
      }
    }
    if (moved) days.push({ on, ...sum, available: limit - sum.posted - sum.reserved });
  }
  const emptyOn = days.find(({ available }) => available <= 0)?.on ?? null;
  return {
    budget: id,
    unit,
    limit,
    ...sum,
    available: limit - sum.posted - sum.reserved,
    days,
    emptyOn,
    shortOn,
    withheld,
  };
}

/** How budgets were used, in code-unit order of their ids. */
export function budgetUses(
  budgets: readonly RewardBudget[],
  decisions: readonly RewardDecision[],
  entries: readonly LedgerEntry[],
): BudgetUse[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return budgets.map((budget) => useOf(budget, decisions, byKey)).sort((a, b) => (a.budget < b.budget ? -1 : 1));
}
