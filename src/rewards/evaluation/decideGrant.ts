import type { ParameterValue } from '../../core/definition.js';
import { awardKey, readId, stepKey } from './awardKey.js';
import { blankDecision } from './blankDecision.js';
import type { CompiledRule } from '../rules/compiledRule.js';
import { isClosed } from './correctionWindow.js';
import { append, contextOf, type EvaluationState } from './evaluationState.js';
import type { FactPath } from '../conditions/factPath.js';
import { limitGrant } from './grantLimits.js';
import type { LedgerEntry } from '../ledger/ledgerEntry.js';
import type { RewardDecision } from './rewardDecision.js';
import { expiryOf } from './rewardExpiry.js';
import type { RewardFact } from '../rules/rewardFact.js';
import type { RewardRule } from '../rules/rewardRule.js';
import type { SplitPart } from './splitAmount.js';
import { failingLeaves, missingFacts } from '../conditions/traceLeaves.js';

function isInForce({ state, validity = {} }: RewardRule, on: string): boolean {
  const { from = on, through = on } = validity;
  return state === 'active' && on >= from && on <= through;
}

/** Another version of a rule pays nothing again and conflicts with nothing; the same version must come to the same. */
function isSamePayload(before: ParameterValue, now: ParameterValue): boolean {
  const versionOf = (payload: ParameterValue): unknown => (Object(payload) as { readonly version?: unknown }).version;
  const textOf = (payload: ParameterValue): string => {
    const { asset, unit, desired, members } = Object(payload) as Readonly<Record<string, ParameterValue>>;
    return JSON.stringify([asset, unit, desired, members]);
  };
  return versionOf(before) !== versionOf(now) || textOf(before) === textOf(now);
}

/** What a grant is about, once all is known. */
interface GrantCause {
  readonly key: string;
  readonly subject: string;
  readonly occurrence: string;
  readonly account: string | null;
  readonly network: string | null;
  readonly desired: number;
  readonly payload: ParameterValue;
}

/** The entries of a grant: one for each member that gets something. */
function grantEntries(
  { rules, asOf, budgets }: EvaluationState,
  { rule }: CompiledRule,
  { id, on }: RewardFact,
  cause: GrantCause,
  parts: readonly SplitPart[],
): LedgerEntry[] {
  const { key, desired, ...names } = cause;
  const granted = parts.reduce((sum, part) => sum + part.amount, 0);
  const isPending = rule.settle?.mode === 'two-phase';
  const isDivided = rule.grant.kind !== 'badge' && 'split' in rule.grant && rule.grant.split !== undefined;
  const { budget = null } = rule;
  return parts
    .filter((part) => part.amount > 0)
    .map(({ member, amount: own }): LedgerEntry => ({
      key: isDivided ? stepKey('part', key, member) : key,
      kind: isPending ? 'reserve' : 'award',
      on,
      bookedOn: asOf,
      member,
      asset: rule.grant.kind,
      unit: rule.grant.unit,
      amount: isPending ? 0 : own,
      pending: isPending ? own : 0,
      desired: granted < desired ? desired : null,
      rule: { id: rule.id, version: rule.version, generation: rule.generation ?? 1 },
      ...names,
      fact: id,
      budget,
      budgetEffect:
        budget === null || !budgets.has(budget) ? null : { posted: isPending ? 0 : own, reserved: isPending ? own : 0 },
      award: key,
      of: null,
      expiresOn: isPending ? null : expiryOf(rule, on, rules.fiscalYearStart),
      lots: [],
      negative: false,
    }));
}

/** Decides whether and how much a rule grants for a fact that triggers it; `null` where a rebuild finds the day closed. */
export function decideGrant(state: EvaluationState, compiled: CompiledRule, fact: RewardFact): RewardDecision | null {
  const { rule } = compiled;
  const { data, on } = fact;
  const { fiscalYearStart } = state.rules;
  const subject = readId(compiled.subject(data));
  const occurrence = readId(compiled.occurrence(data));
  const named = { subject, occurrence };
  if (!isInForce(rule, on)) return blankDecision(compiled, fact, 'not-in-force', named);
  const trace = compiled.when.explain(contextOf(state, fact));
  const known = { ...named, trace };
  if (trace.truth === 'false')
    return blankDecision(compiled, fact, 'denied', { ...known, failing: failingLeaves(trace) });
  const account = readId(compiled.account(data));
  const network = readId(compiled.network(data));
  const amount = compiled.grant.amountOf(data);
  const parts = compiled.grant.partsOf('amount' in amount ? amount.amount : 0, data, subject ?? '');
  const budget = rule.budget === undefined ? null : (state.budgets.get(rule.budget) ?? null);
  const missing: FactPath[] = [
    ...(trace.truth === 'unknown' ? missingFacts(trace) : []),
    ...(subject === null ? [rule.subject] : []),
    ...(occurrence === null ? [rule.occurrence] : []),
    ...('missing' in amount ? [amount.missing] : []),
    ...('missing' in parts ? [parts.missing] : []),
    ...(rule.account !== undefined && account === null ? [rule.account] : []),
    ...(rule.network !== undefined && network === null ? [rule.network] : []),
    ...(rule.budget !== undefined && budget === null ? [['budgets', rule.budget]] : []),
  ];
  const isUnknown = trace.truth === 'unknown' || missing.length > 0;
  if (subject === null || occurrence === null || 'missing' in amount || 'missing' in parts || isUnknown) {
    if (rule.onUnknown === 'hold') return blankDecision(compiled, fact, 'held', { ...known, missing });
    const failing = trace.truth === 'unknown' ? failingLeaves(trace) : [];
    return blankDecision(compiled, fact, 'denied', { ...known, missing, failing });
  }

  const desired = amount.amount;
  const wanted = { ...known, desired };
  const key = awardKey(rule, fact, subject, occurrence, fiscalYearStart);
  const payload: ParameterValue = {
    version: rule.version,
    asset: rule.grant.kind,
    unit: rule.grant.unit,
    desired,
    members: parts.map((part) => [part.member, part.amount]),
  };
  const before = state.ledger.find(key);
  if (before !== undefined)
    return blankDecision(compiled, fact, isSamePayload(before.payload, payload) ? 'duplicate' : 'conflict', wanted);
  // The next rebuild would keep it: what it takes of caps and budgets would then be missing to earlier days.
  if (state.former !== null && isClosed(rule, on, state.asOf)) return null;
  const winner =
    rule.exclusiveGroup === undefined ? undefined : state.ledger.winnerOf(rule.exclusiveGroup, subject, occurrence, on);
  if (winner !== undefined) return blankDecision(compiled, fact, 'excluded', { ...wanted, excludedBy: winner });
  if (compiled.approval !== null && desired > (rule.approval?.above ?? 0) && compiled.approval(data) !== true)
    return blankDecision(compiled, fact, 'awaiting-approval', wanted);

  const limits = limitGrant(state.ledger, {
    caps: rule.caps ?? [],
    budget,
    of: { rule: rule.id, unit: rule.grant.unit, on, subject, account, network },
    amount: desired,
    partsOf: (whole) => compiled.grant.partsOf(whole, data, subject) as readonly SplitPart[],
    fiscalYearStart,
  });
  const granted = limits.parts.reduce((sum, part) => sum + part.amount, 0);
  const limited = { ...wanted, granted, caps: limits.caps, budget: limits.budget };
  if (granted === 0 && desired > 0)
    return blankDecision(compiled, fact, limits.capped === 0 ? 'capped' : 'budget-exhausted', limited);
  const cause = { key, subject, occurrence, account, network, desired, payload };
  const entries = append(state, grantEntries(state, compiled, fact, cause, limits.parts));
  const isPending = rule.settle?.mode === 'two-phase';
  const outcome = isPending ? 'pending' : granted < desired ? 'clipped' : 'granted';
  return blankDecision(compiled, fact, outcome, { ...limited, entries });
}
