import type { AwardLedger } from './awardLedger.js';
import type { RewardBudget } from '../rules/budget.js';
import { capPeriodOf } from './capPeriod.js';
import { scopeKeyOf, type CapSubject } from './capUsage.js';
import { usedBy } from './datedSum.js';
import type { BudgetTrace, CapTrace } from './rewardDecision.js';
import type { Cap } from '../rules/rewardRule.js';
import { splitAmount, type SplitPart } from './splitAmount.js';

/** What caps and budget leave of a grant. */
export interface LimitedGrant {
  /** What each member gets. */
  readonly parts: readonly SplitPart[];
  /** What the caps did. */
  readonly caps: readonly CapTrace[];
  /** What the budget did. */
  readonly budget: BudgetTrace | null;
  /** What the caps left for the budget. */
  readonly capped: number;
}

/** What caps and budget are asked about. */
export interface LimitRequest {
  /** The caps of the rule. */
  readonly caps: readonly Cap[];
  /** The budget of the rule. */
  readonly budget: RewardBudget | null;
  /** The grant. */
  readonly of: Omit<CapSubject, 'member'>;
  /** The whole amount. */
  readonly amount: number;
  /** Divides an amount among the members. */
  readonly partsOf: (amount: number) => readonly SplitPart[];
  /** Month the fiscal year starts in. */
  readonly fiscalYearStart: number;
}

/**
 * What room there is leaves of an amount. `'deny'` asks whether all that the rule would grant fits, not what other limits left of it:
 * so the order of limits does not matter, and less room never grants more.
 */
function fitting(amount: number, desired: number, room: number, overflow: 'clip' | 'deny'): number {
  if (overflow === 'deny') return desired <= room ? amount : 0;
  return Math.max(0, Math.min(amount, room));
}

function totalOf(parts: readonly SplitPart[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/** Applies one cap to an amount. */
function applyCap(
  ledger: AwardLedger,
  cap: Cap,
  of: CapSubject,
  amount: number,
  desired: number,
  fiscalYearStart: number,
): { readonly allowed: number; readonly trace: CapTrace } {
  const used = ledger.used(cap, of);
  const allowed = fitting(amount, desired, cap.limit - used, cap.overflow);
  const trace = {
    cap,
    scopeKey: scopeKeyOf(cap, of) ?? '',
    periodKey: capPeriodOf(of.on, cap.period, fiscalYearStart),
    used,
    allowed,
  };
  return { allowed, trace };
}

/**
 * Limits a grant: caps on the whole first, in the order of the rule, then those on each beneficiary, then the budget.
 * What a beneficiary's cap cuts off is not given to the others.
 */
export function limitGrant(ledger: AwardLedger, request: LimitRequest): LimitedGrant {
  const { caps, budget, of, partsOf, fiscalYearStart } = request;
  const traces: CapTrace[] = [];
  let amount = request.amount;
  for (const cap of caps) {
    if (cap.scope === 'beneficiary') continue;
    const { allowed, trace } = applyCap(ledger, cap, { ...of, member: null }, amount, request.amount, fiscalYearStart);
    traces.push(trace);
    amount = allowed;
  }
  let parts = partsOf(amount);
  const wanted = new Map(partsOf(request.amount).map((part) => [part.member, part.amount]));
  for (const cap of caps) {
    if (cap.scope !== 'beneficiary') continue;
    parts = parts.map(({ member, amount: own }) => {
      const { allowed, trace } = applyCap(
        ledger,
        cap,
        { ...of, member },
        own,
        wanted.get(member) ?? 0,
        fiscalYearStart,
      );
      traces.push(trace);
      return { member, amount: allowed };
    });
  }
  if (budget === null) return { parts, caps: traces, budget: null, capped: totalOf(parts) };
  // The host's figures, and on top of them what was held on that day and is free since.
  const spent = ledger.spending.get(budget.id);
  const freed = usedBy(spent, of.on) - (spent?.total ?? 0);
  const available = budget.limit - budget.posted - budget.reserved - freed;
  const whole = totalOf(parts);
  const allowed = fitting(whole, request.amount, available, budget.overflow ?? 'deny');
  if (allowed < whole)
    parts = splitAmount(
      allowed,
      parts.map((part) => ({ member: part.member, weight: part.amount })),
    );
  return { parts, caps: traces, budget: { budget: budget.id, available, allowed }, capped: whole };
}
