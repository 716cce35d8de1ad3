import { compileCondition, type SharedConditions } from '../conditions/compileCondition.js';
import type { CompiledCondition } from '../conditions/compiledCondition.js';
import { requireText } from '../conditions/requireParts.js';
import { factReader, type FactReader } from '../conditions/factPath.js';
import { compileGrant, type CompiledGrant } from '../evaluation/grantAmount.js';
import type { RewardRule } from './rewardRule.js';
import { phasesOf, requireRuleParts } from './ruleParts.js';

/** A rule turned into functions. */
export interface CompiledRule {
  /** The rule. */
  readonly rule: RewardRule;
  /** Reads who earns. */
  readonly subject: FactReader;
  /** Reads what for. */
  readonly occurrence: FactReader;
  /** Reads the account, for caps. */
  readonly account: FactReader;
  /** Reads the network, for caps. */
  readonly network: FactReader;
  /** Grants when it holds. */
  readonly when: CompiledCondition;
  /** What it grants. */
  readonly grant: CompiledGrant;
  /** Posts when it holds, for a rule in two phases. */
  readonly post: CompiledCondition | null;
  /** Voids when it holds. */
  readonly void: CompiledCondition | null;
  /** Reads how much is posted. */
  readonly postAmount: FactReader | null;
  /** Takes back when it holds. */
  readonly reverse: CompiledCondition | null;
  /** Reads whether the grant is approved. */
  readonly approval: FactReader | null;
}

/** Compiles one rule, after checking what the types alone do not guarantee. */
export function compileRule(
  name: string,
  rule: RewardRule,
  shared: SharedConditions,
  fiscalYearStart: number,
): CompiledRule {
  const given = (Object(rule) as Partial<RewardRule>).id;
  requireText(name, 'id of a rule', 'text', given);
  const where = `${name}: rule "${rule.id.slice(0, 40)}"`;
  requireRuleParts(where, rule);
  const { reversal, approval } = rule;
  const phases = phasesOf(rule);
  const condition = (own: RewardRule['when'] | undefined): CompiledCondition | null =>
    own === undefined ? null : compileCondition(where, own, shared, fiscalYearStart);
  const none: FactReader = () => undefined;
  return {
    rule,
    subject: factReader(`${where}: subject`, rule.subject),
    occurrence: factReader(`${where}: occurrence`, rule.occurrence),
    account: rule.account === undefined ? none : factReader(`${where}: account`, rule.account),
    network: rule.network === undefined ? none : factReader(`${where}: network`, rule.network),
    when: compileCondition(where, rule.when, shared, fiscalYearStart),
    grant: compileGrant(where, rule.grant),
    post: phases && compileCondition(where, phases.post, shared, fiscalYearStart),
    void: condition(phases?.void),
    postAmount: phases?.postAmount === undefined ? null : factReader(`${where}: postAmount`, phases.postAmount),
    reverse: reversal === undefined ? null : compileCondition(where, reversal.when, shared, fiscalYearStart),
    approval: approval === undefined ? null : factReader(`${where}: fact of the approval`, approval.fact),
  };
}
